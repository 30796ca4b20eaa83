//! Terminals of many kinds, old and poor ones among them: what starts also answers and leaves them whole,
//! and what can't be is said, with the way that is open.

use crate::support::{
    launch::Launch,
    pty::{Ending, Window},
};
use std::collections::BTreeSet;

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

/// Answers a question, looks at the help, and quits.
fn play(with: impl FnOnce(Launch<'_>) -> Launch<'_>) -> Window {
    let folder = folder();
    let mut window = with(Launch::new(folder.path()).small()).open();
    window.wait_for("Something is wrong");
    window.press("111");
    window.wait_for("Can other devices");
    window.press("2");
    window.wait_for("Did it work?");
    window.press("?");
    window.wait_for("Keys: the same on every screen");
    window.press("\u{1b}");
    window.wait_for("Did it work?");
    window.leave("q");
    window
}

/// The parameters of all changes of style.
fn styles(window: &Window) -> BTreeSet<u16> {
    let written = String::from_utf8_lossy(&window.written);
    let styles = written.split("\u{1b}[").skip(1).filter_map(|sequence| {
        let end = sequence.find(|c: char| !c.is_ascii_digit() && c != ';')?;
        sequence[end..].starts_with('m').then(|| sequence[..end].to_owned())
    });
    styles
        .flat_map(|own| own.split(';').map(|one| one.parse().unwrap_or(0)).collect::<Vec<_>>())
        .collect()
}

/// Colours of text and ground: the sixteen that every terminal has, and those that not all have.
fn colours(window: &Window) -> (bool, bool) {
    let styles = styles(window);
    let sixteen = styles.iter().any(|own| matches!(own, 30..38 | 40..48 | 90..98 | 100..108));
    (sixteen, styles.contains(&38) || styles.contains(&48) || styles.contains(&58))
}

#[test]
fn each_kind_of_terminal_is_answered_in_and_left_whole() {
    for term in ["xterm-256color", "xterm", "screen", "tmux", "linux", "vt100", "vt220", "ansi"] {
        let window = play(|launch| launch.with("TERM", term));
        assert_eq!(colours(&window), (true, false), "{term}: sixteen colours by their own names");
    }
}

#[test]
fn where_nothing_is_known_of_the_terminal_it_simply_works() {
    let _ = play(|launch| launch.without("TERM"));
}

#[test]
fn a_dumb_terminal_is_told_of_the_wizard_in_lines() {
    for (lang, said) in [("en", "can't show a full screen"), ("zh", "显示不了全屏")] {
        let folder = folder();
        for arguments in [&[][..], &["resume"], &["train"]] {
            let launch = Launch::new(folder.path()).with("TERM", "dumb").arguments(arguments);
            let mut window = launch.with("TILLDOC_LANG", lang).open();
            assert_eq!(window.ending(), Ending::Code(3), "{arguments:?}");
            let text = window.text();
            assert!(text.contains(said) && text.contains("plain"), "{arguments:?}: {text}");
            assert!(!window.written.contains(&0x1B), "{text}");
            window.assert_given_back();
        }
    }
    // And that way is open.
    let folder = folder();
    let launch = Launch::new(folder.path()).with("TERM", "dumb").small().arguments(&["plain"]);
    let mut window = launch.open();
    window.wait_for("> ");
    window.press("1\r");
    window.wait_for("Can other devices");
    window.press("2\r");
    window.wait_for("Did it work?");
    window.press("1\r");
    window.wait_for("Solved");
    window.press("q\r");
    assert_eq!(window.ending(), Ending::Code(0));
    assert!(!window.written.contains(&0x1B), "lines have no escapes");
}

#[test]
fn without_colours_there_are_none_unless_they_are_asked_for() {
    let refused = play(|launch| launch.with("NO_COLOR", "1"));
    assert_eq!(colours(&refused), (false, false));
    // Bold and reversed say what colours say otherwise.
    assert!(styles(&refused).is_superset(&BTreeSet::from([1, 7])), "{:?}", styles(&refused));
    let never = play(|launch| launch.arguments(&["--color", "never"]));
    assert_eq!(colours(&never), (false, false));
    let asked = play(|launch| launch.with("NO_COLOR", "1").arguments(&["--color", "always"]));
    assert_eq!(colours(&asked), (true, false), "the option counts more");
    let empty = play(|launch| launch.with("NO_COLOR", ""));
    assert_eq!(colours(&empty), (true, false), "an empty one refuses nothing");
}

#[test]
fn ascii_is_kept_to_where_it_is_asked_for_or_nothing_else_is_sure() {
    for (name, value) in [("TILLDOC_ASCII", "true"), ("TERM", "linux")] {
        let window = play(|launch| launch.with(name, value));
        let written = String::from_utf8_lossy(&window.written);
        // The guide's own words are as they are, and a language is named in its own characters.
        let own = |c: char| c.is_ascii() || "“”中文（换成）".contains(c);
        let drawn: String = written.chars().filter(|&c| !own(c)).collect();
        assert_eq!(drawn, "", "{name}={value}");
    }
}

#[test]
fn in_the_c_locale_it_works_in_english() {
    for variable in ["LC_ALL", "LANG"] {
        let _ = play(|launch| launch.without("TILLDOC_LANG").with(variable, "C"));
    }
}

#[test]
fn a_terminal_without_a_size_is_taken_for_one_of_the_usual_size() {
    let _ = play(|launch| launch.size(80, 24).sizeless());
}

#[test]
fn without_a_terminal_it_says_so() {
    let folder = folder();
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_tilldoc"));
    command.env_clear().env("TERM", "xterm").args(["--lang", "en", "--data"]).arg(folder.path());
    let output = command.stdin(std::process::Stdio::null()).output().expect("it runs");
    assert_eq!(output.status.code(), Some(3));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("tilldoc plain"), "{said}");
}
