//! Texts that would do harm if they came out as they went in.

use std::{fs, path::Path};
use unicode_width::UnicodeWidthChar;

/// What each is, and the text. None has a NUL: no argument, variable or file name can.
pub(crate) fn texts() -> Vec<(&'static str, String)> {
    let plain = [
        ("colour", "a\u{1b}[35mlilac\u{1b}[0m"),
        ("colours of its own", "a\u{1b}[38;2;1;2;3mb\u{1b}[48:2::9:8:7mc\u{1b}[5;8m"),
        ("clear", "a\u{1b}[2J\u{1b}[H"),
        (
            "places and modes",
            "a\u{1b}[777;777H\u{1b}[7;9r\u{1b}[?1049l\u{1b}[?3h\u{1b}[4h\u{1b}[99S",
        ),
        ("title", "a\u{1b}]0;title\u{7}b"),
        ("clipboard", "a\u{1b}]52;c;aGFja2Vk\u{1b}\\b"),
        ("link", "a\u{1b}]8;;http://example.com\u{1b}\\link\u{1b}]8;;\u{1b}\\"),
        ("device control", "a\u{1b}P1;2|17/68\u{1b}\\b"),
        ("a report asked for", "a\u{1b}[6n\u{1b}[c\u{5}"),
        ("reset", "a\u{1b}c"),
        ("C1 sequence", "a\u{9b}2Jb"),
        ("C1 string", "a\u{9d}52;c;eA==\u{9c}b"),
        ("C1 others", "a\u{84}\u{85}\u{8d}\u{90}b"),
        ("bell and backspace", "a\u{7}\u{8}\u{8}b\u{7f}"),
        ("overwritten line", "all is well\rpay again"),
        ("line ends", "a\nb\u{b}c\u{c}d\u{2028}e\u{2029}f"),
        ("override", "a\u{202e}gpj.exe\u{202c}"),
        ("isolates", "a\u{2066}b\u{2067}c\u{2069}\u{200f}\u{61c}"),
        ("zero width", "a\u{200b}\u{2060}\u{feff}\u{ad}b"),
        ("tags", "a\u{e0041}\u{e0042}\u{e007f}"),
        ("formula", "=1+1"),
        ("wide formula", "＝HYPERLINK(\"x\")"),
        ("markup", "</td><script>alert(1)</script><img src=x onerror=alert(1)>"),
    ];
    let mut all: Vec<_> = plain.map(|(name, text)| (name, text.to_owned())).into();
    all.push(("flood of marks", format!("e{}", "\u{301}".repeat(1_000))));
    all.push(("flood of Japanese marks", format!("か{}", "\u{3099}".repeat(1_000))));
    all
}

/// What harm a text does where it is shown, if it does any.
pub(crate) fn harm(text: &str) -> Option<String> {
    let mut marks = 0;
    for c in text.chars() {
        let steers = c.is_control() && c != '\n'
            || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}')
            || matches!(c, '\u{2066}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}');
        let hides = matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
            || matches!(c, '\u{e0000}'..='\u{e0fff}');
        if steers || hides {
            return Some(format!("U+{:04X}", u32::from(c)));
        }
        marks = if c.width() == Some(0) && c != '\n' { marks + 1 } else { 0 };
        if marks > 4 {
            return Some(format!("{marks} marks on one letter"));
        }
    }
    None
}

/// Checks that a text does no harm.
#[track_caller]
pub(crate) fn assert_harmless(text: &str, of: &str) {
    if let Some(harm) = harm(text) {
        panic!("{of}: {harm} in {text:?}");
    }
}

/// Checks that no cell of a table is taken for a formula.
#[track_caller]
pub(crate) fn assert_no_formula(table: &str) {
    // What is said beside it goes to standard error.
    let table = table.split("tilldoc: ").next().unwrap_or_default();
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(table.as_bytes());
    for row in reader.records() {
        for cell in &row.expect("a row") {
            let formula = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
            assert!(!cell.starts_with(formula), "{cell:?}");
        }
    }
}

/// A copy of the small guide with its files edited; gives its folder.
pub(crate) fn small_guide_with(folder: &Path, edit: impl Fn(&str) -> String) -> String {
    let dir = folder.join("guide");
    fs::create_dir(&dir).expect("made");
    for file in ["guide.toml", "nodes.toml", "shown.toml"] {
        let from = format!("{}/tests/guides/small/{file}", env!("CARGO_MANIFEST_DIR"));
        let own = fs::read_to_string(from).expect("there");
        fs::write(dir.join(file), edit(&own)).expect("written");
    }
    dir.to_str().expect("text").to_owned()
}
