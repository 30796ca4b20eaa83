//! Every screen, reached once by real keys in a real terminal.

use crate::support::{drilled::Hands, launch::Launch, pty::Window, seen::NOODLES};
use std::{fs, path::Path};
use tilldoc::training::Mode;

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

/// Keys as they are pressed, and what is to be seen then. Not Esc but Left leads back: Esc and what
/// follows at once would be one key with Alt.
type Steps<'a> = &'a [(&'a str, &'a str)];

const BACK: &str = "\u{1b}[D";
const QUIT: &str = "\u{1b}[21~";

#[track_caller]
fn follow(window: &mut Window, steps: Steps<'_>) {
    for (keys, there) in steps {
        window.press(keys);
        window.wait_for(there);
    }
}

#[track_caller]
fn quit(mut window: Window) {
    window.leave(QUIT);
}

#[test]
fn the_wizard_and_what_stands_around_it() {
    let folder = folder();
    let mut window = Launch::new(folder.path()).small().open();
    window.wait_for("Something is wrong: say what you see");
    follow(
        &mut window,
        &[
            ("?", "Keys: the same on every screen"),
            (BACK, "Something is wrong"),
            ("1", "What do you see?"),
            ("2", "The amount is refused"),
            // The kinds of questions: an amount, a code, ticks, one of several.
            ("1", "How much is this sale?"),
            ("1200", "1200"),
            ("\r", "The amount is over a limit"),
            ("d", "Esc back"),
            (BACK, "The amount is over a limit"),
            ("\u{1b}[D\u{1b}[D\u{1b}[D\u{1b}[D", "Go on where you were"),
            ("2", "What do you see?"),
            ("22", "Which code is on the screen"),
            ("51", "Not enough money"),
            ("\u{7f}\u{7f}", "Which code"),
            ("\u{1b}[D", "A code is shown"),
            ("3", "There are several signs"),
        ],
    );
    quit(window);
}

#[test]
fn a_session_with_all_that_is_done_with_it() {
    let folder = folder();
    let mut window = Launch::new(folder.path()).small().size(100, 40).open();
    window.wait_for("Something is wrong");
    follow(
        &mut window,
        &[
            ("111", "Can other devices"),
            ("n", "Esc keeps it"),
            ("the router is warm", "the router is warm"),
            ("\u{1b}", "The note is added"),
            ("2", "Did it work?"),
            ("1", "[x]"),
            ("r", "Your answers"),
            ("1", "Can other devices"),
            (BACK, "Your answers"),
            (BACK, "Did it work?"),
            ("/", "Look up:"),
            ("51", "Not enough money"),
            ("\u{1b}", "Did it work?"),
            ("e", "Save the summary"),
            ("1", "Where to?"),
            ("\r", "Saved: "),
            ("x", "QR"),
            (BACK, "Did it work?"),
            ("4", "Solved."),
        ],
    );
    quit(window);
    assert!(folder.path().join("tilldoc-2026-11-23-0941.txt").exists());
}

#[test]
fn what_was_kept_before() {
    let folder = folder();
    let mut window = Launch::new(folder.path()).small().open();
    window.wait_for("Something is wrong");
    follow(&mut window, &[("111", "Can other devices"), ("2", "Did it work?"), ("", " kept ")]);
    quit(window);
    let mut window = Launch::new(folder.path()).small().open();
    window.wait_for("Go on where you were");
    follow(
        &mut window,
        &[
            ("5", "Earlier sessions"),
            ("", "2026-11-23"),
            ("\u{1b}[C", "No filter, show all"),
            ("1", "given up"),
            (BACK, "No filter"),
            (BACK, "2026-11-23"),
            ("\u{1b}[B\r", "Can other devices in the shop"),
            ("n", "support"),
            ("a new router comes", "a new router comes"),
            ("\u{1b}", "Can other devices in the shop"),
            (BACK, "Earlier sessions"),
            ("\u{1b}", "Something is wrong"),
            ("6", "Figures"),
        ],
    );
    quit(window);
}

#[test]
fn the_shops_details_and_which_terminal_it_is() {
    let folder = folder();
    fs::create_dir(folder.path().join("config")).expect("a folder");
    let profile = "[[terminal]]\nnumber = \"12345678\"\n[[terminal]]\nnumber = \"22345678\"\n";
    fs::write(folder.path().join("config/profile.toml"), profile).expect("a file");
    let mut window = Launch::new(folder.path()).small().open();
    window.wait_for("Something is wrong");
    follow(&mut window, &[("111", "12345678"), ("2", "Can other devices")]);
    quit(window);
    let mut window = Launch::new(folder.path()).arguments(&["setup"]).open();
    window.wait_for("Shop details");
    follow(
        &mut window,
        &[("Corner shop", "Corner shop"), ("\u{1b}", "not saved yet"), ("2", "Saved")],
    );
    quit(window);
}

#[test]
fn a_drill_from_the_list_to_the_debrief() {
    let folder = folder();
    let mut window = Launch::new(folder.path()).arguments(&["train"]).open();
    window.wait_for("Training");
    follow(
        &mut window,
        &[("1", "How hard? (Practice)"), ("1", "scenarios"), ("", "1  Tug of war")],
    );
    quit(window);
    // The facts of this one: no payment was running, it is dark, a plug is loose.
    let hands = Hands::at(NOODLES, Mode::Practice).enter();
    let enter = hands.keys().replace("<enter>", "\r");
    let arguments = ["train", NOODLES, "--mode", "practice"];
    let mut window = Launch::new(folder.path()).arguments(&arguments).open();
    window.wait_for("The noodle shop at six");
    follow(
        &mut window,
        &[
            (&enter, "Was a payment running"),
            ("t", "The look that tells"),
            ("o", "Look at what?"),
            ("1", "Seen so far"),
            (BACK, "Was a payment running"),
            ("1", "What does the terminal look like now?"),
            ("3", "How are the cord and the outlet?"),
            ("2", "What do you do first?"),
            // What is offered is shuffled: never all of it is right.
            ("1", "[1]"),
            ("6", "First actions:"),
            ("1", "What do you tell the customer?"),
            ("1", "What came of it"),
            ("\r", "Debrief: The noodle shop at six"),
            ("\u{1b}[F", "more above"),
        ],
    );
    quit(window);
}

#[test]
fn what_authors_see() {
    let folder = folder();
    let guide = folder.path().join("guide");
    copy(Path::new("tests/guides/small"), &guide);
    let given = guide.to_string_lossy();
    let mut window = Launch::new(folder.path()).arguments(&["guide", "tree", &given]).open();
    window.wait_for("+ No network");
    follow(
        &mut window,
        &[("/", "Look"), ("network.first\r", ", network.first"), ("p", "nothing of it is kept")],
    );
    quit(window);
    let mut window = Launch::new(folder.path()).arguments(&["guide", "watch", &given]).open();
    window.wait_for("Something is wrong");
    follow(&mut window, &[("f", "guide")]);
    quit(window);
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).expect("a folder");
    for file in fs::read_dir(from).expect("it is there").flatten() {
        fs::copy(file.path(), to.join(file.file_name())).expect("it is copied");
    }
}
