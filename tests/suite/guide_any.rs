//! Any text as a guide: never a panic, never a guide that is not whole.

use super::guide_check::small_guide;
use proptest::prelude::*;
use tilldoc::{
    guide::{SourceFile, read, report},
    texts::Texts,
};

/// What must hold whatever the files say.
fn check(files: &[SourceFile]) -> Result<(), TestCaseError> {
    let reading = read(files);
    for finding in &reading.findings {
        let file = &files[finding.place.file as usize];
        prop_assert!(finding.place.start <= finding.place.end);
        prop_assert!(finding.place.end as usize <= file.text.len());
    }
    for tag in ["en", "zh"] {
        let report = report(files, &reading.findings, &Texts::new(tag), false);
        prop_assert!(!report.contains(|c: char| c.is_control() && c != '\n'), "{report}");
    }
    if let Ok(guide) = reading.into_guide() {
        for node in &guide.nodes {
            prop_assert!(guide.links(node).iter().all(|link| guide.node(&link.id).is_some()));
        }
        prop_assert!(guide.symptoms.iter().all(|symptom| guide.node(&symptom.go.id).is_some()));
    }
    Ok(())
}

/// The nearest place in a text that is not within a character.
fn boundary(text: &str, at: usize) -> usize {
    (at.min(text.len())..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// What may be written into a guide by a slip.
const SLIPS: &[&str] = &[
    "\"",
    "'",
    "[",
    "]",
    "{",
    "}",
    "=",
    ",",
    "\n",
    "\"\"\"",
    "[[question]]\n",
    "[[remedy]]\n",
    "id = \"start\"\n",
    "unsure = true",
    "up_to = 1",
    "none = true",
    "kind = \"code\"\n",
    "\\u",
    "\t",
    "\u{1b}",
    "\u{202e}",
    "余",
    "\r",
    "#",
    "1e999",
    "2026-11-23",
    "a.b.c = 1\n",
    ".",
];

fn slip() -> impl Strategy<Value = String> {
    let known = proptest::sample::select(SLIPS).prop_map(str::to_owned);
    prop_oneof![3 => known, 1 => ".{0,8}"]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_text_is_a_guide_file(text in "(?s).{0,300}") {
        check(&[SourceFile::new("guide.toml", text.clone())])?;
        check(&[small_guide(), SourceFile::new("any.toml", text)])?;
    }

    #[test]
    fn any_slips_in_a_guide(
        slips in proptest::collection::vec((any::<proptest::sample::Index>(), 0_usize..40, slip()), 1..5)
    ) {
        let mut text = small_guide().text.into_owned();
        for (at, cut, slip) in slips {
            let from = boundary(&text, at.index(text.len() + 1));
            let to = boundary(&text, from + cut);
            text.replace_range(from..to, &slip);
        }
        check(&[SourceFile::new("guide.toml", text)])?;
    }
}

#[test]
fn deep_and_odd_toml_is_refused_without_harm() {
    let nested = format!("a = {}{}", "[".repeat(20_000), "]".repeat(20_000));
    let tables = format!("a = {}{}", "{ b = ".repeat(20_000), "}".repeat(20_000));
    let dotted = format!("{}a = 1", "a.".repeat(50_000));
    let headings = "[[question]]\n".repeat(5_000);
    for text in [nested, tables, dotted, headings] {
        let files = [SourceFile::new("guide.toml", text)];
        let reading = read(&files);
        assert!(!reading.findings.is_empty());
        assert!(!report(&files, &reading.findings, &Texts::new("en"), true).is_empty());
    }
}

#[test]
fn a_guide_whose_head_cannot_be_read_is_checked_all_the_same() {
    // Texts have versions, and nobody knows in which languages.
    let text = r#"
        steps = [{ id = "one", title = { zh = "查 Wi-Fi 12", en = "Look" } }]
        [[remedy]]
        id = "loose"
        step = "one"
        cause = { zh = "线松了 34", en = "A loose cable" }
    "#;
    let files = [SourceFile::new("guide.toml", text)];
    let reading = tilldoc::guide::check(&files);
    assert!(!reading.findings.is_empty());
}
