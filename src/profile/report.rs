//! Findings of the shop's own files as a person reads them.

use crate::{
    flaw::Flaw,
    guide::{self, Finding, Problem, SourceFile},
    session::redact,
    texts::Texts,
};
use std::borrow::Cow;

/// All findings of one file with their lines, without the digits of what may be card data in them.
pub fn report(file: &SourceFile, findings: &[Finding], texts: &Texts, color: bool) -> String {
    let mut text = starred(&file.text).into_owned();
    // A PIN is known by the label beside it, which may stand on another line.
    for finding in findings {
        let card_data = matches!(finding.problem, Problem::BadValue { flaw: Flaw::CardData, .. });
        let place = finding.place.start as usize..finding.place.end as usize;
        if let Some(value) = text.get(place.clone()).filter(|_| card_data) {
            let safe = stars(value);
            text.replace_range(place, &safe);
        }
    }
    guide::report(&[SourceFile::new(file.name.clone(), text)], findings, texts, color)
}

/// The text with stars for every digit of a line that has card data in it. Every place stays where
/// it is.
fn starred(text: &str) -> Cow<'_, str> {
    if !redact(text).masked {
        return Cow::Borrowed(text);
    }
    let alone = |line: &str| redact(line).masked;
    // Data that goes over several lines is found in none of them.
    let whole = !text.split_inclusive('\n').any(alone);
    let lines = text.split_inclusive('\n');
    lines.map(|line| if whole || alone(line) { stars(line) } else { line.to_owned() }).collect()
}

fn stars(line: &str) -> String {
    let star = |c: char| if c.is_numeric() { "*".repeat(c.len_utf8()) } else { c.to_string() };
    line.chars().map(star).collect()
}

#[cfg(test)]
mod tests {
    use super::starred;

    #[test]
    fn what_may_be_card_data_is_starred_and_every_place_stays() {
        let text = "shop = \"店 1\"\nvalue = \"４111 1111 1111 1111\"\n# 2026\n";
        let safe = starred(text);
        assert_eq!(safe.len(), text.len());
        assert!(safe.contains("店 1") && safe.contains("2026") && !safe.contains("1111"), "{safe}");
        let broken = "value = \"4111 1111\n1111 1111\"\n";
        assert!(!starred(broken).contains('1'), "{}", starred(broken));
    }
}
