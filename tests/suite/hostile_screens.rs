//! Hostile text over real screens, in a real terminal: what it would do there is not done.

use crate::{
    hostile::quoted,
    support::{
        hostile::{harm, texts, without_hidden},
        launch::Launch,
        pty::{Ending, Window},
    },
};
use std::{fs, path::Path};

const QUIT: &str = "\u{1b}[21~";

/// Checks that nothing on the screen is harmful, and that of all that was written no text of ours asked
/// the terminal for anything: no title, no clipboard, no link, no report, no reset.
#[track_caller]
fn assert_unharmed(window: &Window, of: &str) {
    let shown = without_hidden(&window.text());
    if let Some(harm) = harm(&shown) {
        panic!("{of}: {harm} on the screen:\n{shown}");
    }
    let written = String::from_utf8_lossy(&window.written);
    assert!(!written.chars().any(|own| ('\u{80}'..='\u{9f}').contains(&own)), "{of}: C1");
    for (at, _) in written.match_indices('\u{1b}') {
        let rest = &written[at + 1..];
        let end = rest.find(|own: char| own.is_ascii_alphabetic() || own == '~');
        let sequence = &rest[..=end.unwrap_or(rest.len() - 1)];
        assert!(sequence.starts_with('['), "{of}: ESC {sequence:?}");
        // Colours and places, modes, and what the screen is cleared with as it is taken.
        assert!(
            sequence.ends_with([
                'm', 'H', 'h', 'l', 'J', 'K', 'A', 'B', 'C', 'D', 'u', 'q', 'c', 'X', 'r', 'G', 'd'
            ]),
            "{of}: ESC {sequence:?}"
        );
        // Asked by one of the texts.
        assert!(!["[6n", "[c"].contains(&sequence), "{of}: ESC {sequence:?}");
    }
    for text in ["]0;", "]52;", "]8;", "\u{7}", "\u{8}\u{8}"] {
        assert!(!written.contains(&format!("\u{1b}{text}")), "{of}: {text:?}");
    }
    assert!(!written.contains('\u{7}') && !written.contains('\u{5}'), "{of}: a bell or an enquiry");
}

#[track_caller]
fn quit(mut window: Window, of: &str) {
    window.press(QUIT);
    assert_eq!(window.ending(), Ending::Code(0), "{of}");
    window.assert_given_back();
    assert_unharmed(&window, of);
}

#[test]
fn what_is_pasted() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = Launch::new(folder.path()).small().size(100, 40).open();
    window.wait_for("Something is wrong");
    window.press("111");
    window.wait_for("Can other devices");
    for (name, text) in texts() {
        // What ends a paste is for the terminal to take out of it.
        let paste = format!("\u{1b}[200~pasted {text}\u{1b}[201~");
        for (key, field) in [("n", "Esc keeps it"), ("/", "Look up:")] {
            window.press(key);
            window.wait_for(field);
            window.press(&paste);
            window.wait_for("pasted");
            assert_unharmed(&window, name);
            window.press("\u{1b}");
            window.wait_until(|window| !window.shows(field));
            window.wait_for("Can other devices");
        }
    }
    window.press("2");
    window.wait_for("Did it work?");
    window.press("r");
    window.wait_for("Your answers");
    assert_unharmed(&window, "the answers with all notes");
    quit(window, "notes");
    let mut window = Launch::new(folder.path()).small().size(100, 40).open();
    window.wait_for("Go on where you were");
    window.press("5");
    window.wait_for("2026-11-23");
    window.press("\u{1b}[B\r");
    window.wait_for("pasted");
    quit(window, "a kept session");
}

/// The small guide with a text in all of its own.
fn guide_with(folder: &Path, text: &str) -> String {
    let dir = folder.join("guide");
    fs::create_dir(&dir).expect("made");
    let quoted = quoted(text);
    for file in ["guide.toml", "nodes.toml", "shown.toml"] {
        let from = format!("{}/tests/guides/small/{file}", env!("CARGO_MANIFEST_DIR"));
        let own = fs::read_to_string(from).expect("there");
        let own = own.replace("en = \"", &format!("en = \"{} ", quoted.trim_matches('"')));
        fs::write(dir.join(file), own).expect("written");
    }
    dir.to_str().expect("text").to_owned()
}

#[test]
fn a_guide_from_elsewhere() {
    let mut played = 0;
    for (name, text) in texts() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = guide_with(folder.path(), &text);
        // Its author sees the findings, with what they quote.
        let mut window = Launch::new(folder.path()).arguments(&["guide", "watch", &path]).open();
        window.wait_until(|window| window.is_taken());
        window.wait_for("guide");
        window.press("f");
        window.wait_for("toml:");
        quit(window, name);
        let mut window = Launch::new(folder.path()).arguments(&["--guide", &path]).open();
        window.wait_until(|window| window.is_taken() || !window.runs());
        if window.runs() {
            window.wait_for("Something is wrong");
            window.press("1");
            window.wait_for("No network");
            played += 1;
            quit(window, name);
        } else {
            // It is refused before there is any screen.
            assert_eq!(window.ending(), Ending::Code(1), "{name}");
            assert_unharmed(&window, name);
        }
    }
    assert!(played >= 3, "{played}");
}
