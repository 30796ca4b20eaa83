//! A text says something.

use super::{Problem, Rule};
use crate::guide::without_hidden;

pub(super) static RULE: Rule = Rule::text("empty-text", check);

fn check(text: &str) -> Option<Problem> {
    // Almost every text says with its first character that it is not empty.
    let plain = |c: char| c.is_ascii_graphic() || matches!(c, '\u{4E00}'..='\u{9FFF}');
    if text.starts_with(plain) {
        return None;
    }
    // What nobody can see is not shown.
    without_hidden(text).trim().is_empty().then_some(Problem::EmptyText)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_can_see_says_nothing() {
        for text in ["", " \u{3000}", "\u{200b}\u{e0041}"] {
            assert_eq!(check(text), Some(Problem::EmptyText), "{text:?}");
        }
        assert_eq!(check("\u{200b}a"), None);
    }
}
