//! The same figures stand in all languages of a text: "wait 3 minutes" and 等 30 分钟 are two advices.

use super::{Context, Report, Rule, languages};
use crate::guide::{Differing, passages::Marks};
use std::borrow::Cow;

pub(super) static RULE: Rule = Rule::close("figures-differ", check);

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    languages::compare(context, report, Marks::DIGIT, Differing::Figure, figures);
}

/// The numbers in a text, without separators of thousands; 1 万 is 10000. Digits within a word (`4G`,
/// `F2`) count too: both languages name the same thing.
fn figures(text: &str) -> Vec<Cow<'_, str>> {
    let mut all = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.bytes().position(|b| b.is_ascii_digit()) {
        rest = &rest[start..];
        let (own, behind) = rest.split_at(length(rest.as_bytes()));
        let myriads = behind.strip_prefix(' ').unwrap_or(behind).starts_with('万');
        all.push(if myriads || own.contains(',') {
            Cow::Owned(own.replace(',', "") + if myriads { "0000" } else { "" })
        } else {
            Cow::Borrowed(own)
        });
        rest = behind;
    }
    all
}

/// How long the number is that a text begins with: digits, and separators that stand between two.
fn length(text: &[u8]) -> usize {
    let is_digit = |at: usize| text.get(at).is_some_and(u8::is_ascii_digit);
    let goes_on = |at: usize| matches!(text.get(at), Some(b',' | b'.')) && is_digit(at + 1);
    (0..text.len()).find(|&at| !is_digit(at) && !goes_on(at)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::figures;

    #[test]
    fn finds_whole_numbers() {
        assert_eq!(figures("等 30 秒，1,280.50 元。4G, 95516."), ["30", "1280.50", "4", "95516"]);
        assert_eq!(figures("每天 1 万元, 3万"), ["10000", "30000"]);
        assert_eq!(figures("1,,2 1.2.3, 5 万 6  万"), ["1", "2", "1.2.3", "50000", "6"]);
        assert!(figures("没有数字, none.").is_empty());
    }
}
