//! The real program in a real terminal: it starts, follows the window, and leaves the terminal as
//! it found it, whatever ends it.

use crate::support::pty::Window;
use std::path::Path;

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

/// A question of the small guide.
fn at_a_question(folder: &Path) -> Window {
    let mut window = Window::open(folder, &["--lang", "en", "--guide", &small()], &[], (80, 24));
    window.wait_for("Something is wrong");
    window.press("1");
    window.wait_for("What do you see?");
    window.press("11");
    window.wait_for("Can other devices");
    window
}

#[test]
fn starts_answers_and_quits() {
    let folder = folder();
    let mut window = Window::open(folder.path(), &["--lang", "zh"], &[], (80, 24));
    window.wait_for("出错时正在收款吗");
    window.press("1");
    window.wait_for("你看到的是哪一种");
    window.press("q");
    assert_eq!(window.end(), 0);
    window.assert_given_back();
}

/// What an author plays from the tree is none of the shop's sessions.
#[test]
fn what_is_played_from_the_tree_is_not_kept() {
    let folder = folder();
    let arguments = ["--lang", "en", "guide", "tree", &small()];
    let mut window = Window::open(folder.path(), &arguments, &[], (80, 24));
    window.wait_for("+ No network");
    window.press("/network.first\r");
    window.wait_for(", network.first");
    window.press("p");
    window.wait_for("nothing of it is kept");
    window.press("2");
    window.wait_for("Did it work?");
    window.press("p");
    window.wait_for(", remedy.router");
    window.press("q");
    assert_eq!(window.end(), 0);
    window.assert_given_back();
    let kept: Vec<_> = std::fs::read_dir(folder.path()).expect("a folder").collect();
    assert!(kept.is_empty(), "{kept:?}");
}

#[test]
fn the_summary_is_saved_where_the_screen_says() {
    let folder = folder();
    let mut window = at_a_question(folder.path());
    window.press("2");
    window.wait_for("Did it work?");
    window.press("e1\r");
    window.wait_for("Saved: ");
    let saved = folder.path().join("tilldoc-2026-11-23-0941.txt");
    let text = std::fs::read_to_string(saved).expect("it is there");
    assert!(text.contains("Can other devices in the shop get online?"), "{text}");
    window.press("q");
    assert_eq!(window.end(), 0);
    window.assert_given_back();
}

#[test]
fn follows_the_window_down_to_one_cell_and_back() {
    let folder = folder();
    let mut window = Window::open(folder.path(), &["--lang", "en"], &[], (120, 40));
    window.wait_for("Was a payment under way");
    for (width, height) in [(60, 20), (1, 1), (300, 100), (2, 50), (30, 3)] {
        window.resize(width, height);
    }
    window.wait_for("too small");
    window.resize(80, 24);
    window.wait_for("Look up a code");
    window.press("q");
    assert_eq!(window.end(), 0);
    window.assert_given_back();
}

#[test]
fn a_panic_gives_the_terminal_back_and_hides_card_data() {
    let folder = folder();
    let panic = [("TILLDOC_TEST_PANIC", "card 4111 1111 1111 1111")];
    let mut window = Window::open(folder.path(), &["--lang", "en"], &panic, (80, 24));
    window.wait_for("Was a payment under way");
    window.press("1");
    assert_eq!(window.end(), 101);
    window.assert_given_back();
    let written = String::from_utf8_lossy(&window.written).into_owned();
    assert!(written.contains("tilldoc stopped because of a defect"), "{written}");
    assert!(!written.contains("1111 1111 1111"), "the card number was printed");
}

#[test]
fn a_pasted_text_is_text_and_never_commands() {
    let folder = folder();
    let mut window = at_a_question(folder.path());
    window.press("n");
    window.wait_for("Esc keeps it");
    window.press("\u{1b}[200~q\r2客人说已扣款\u{1b}[201~");
    window.wait_for("2客人说已扣款");
    window.press("\u{1b}");
    window.wait_for("The note is added");
    assert!(window.shows("Can other devices"), "{}", window.text());
}

fn small() -> String {
    format!("{}/tests/guides/small", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_form_saves_the_profile_from_a_real_terminal() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = Window::open(folder.path(), &["--lang", "en", "setup"], &[], (80, 24));
    window.wait_for("Shop details");
    window.press("幸福路店\r898110259990123");
    window.wait_for("898110259990123");
    // F5 saves.
    window.press("\x1b[15~");
    window.wait_for("Saved: ");
    window.press("q");
    assert_eq!(window.end(), 0);
    window.assert_given_back();
    let saved = std::fs::read_to_string(folder.path().join("config/profile.toml")).expect("saved");
    assert_eq!(saved, "shop = \"幸福路店\"\nmerchant_number = \"898110259990123\"\n");
}

#[test]
fn what_was_shown_as_kept_is_there_after_the_program_was_killed() {
    let folder = folder();
    let mut window = at_a_question(folder.path());
    window.press("2");
    window.wait_for("Did it work?");
    window.wait_until(|window| window.text().lines().next().is_some_and(is_kept));
    window.signal("KILL");
    window.end();
    let guide = ["--lang", "en", "--guide", &small()];
    let mut window = Window::open(folder.path(), &guide, &[], (80, 24));
    window.wait_for("09:41, Network");
    window.press("q");
    assert_eq!(window.end(), 0);
    let mut window =
        Window::open(folder.path(), &[&guide[..], &["resume"]].concat(), &[], (80, 24));
    window.wait_for("Did it work?");
    window.press("r");
    window.wait_for("Can other devices in the shop get online? [No, none");
    window.press("q");
    assert_eq!(window.end(), 0, "it asks nothing: everything is kept");
    window.assert_given_back();
}

/// Whether the bar says that everything is kept.
fn is_kept(bar: &str) -> bool {
    bar.contains(" kept ") && !bar.contains("not kept")
}

#[test]
fn a_database_that_cannot_be_opened_is_said_and_nothing_stops() {
    let folder = folder();
    std::fs::write(folder.path().join("data"), "a file where the folder should be").expect("file");
    let mut window = at_a_question(folder.path());
    window.wait_for("Not kept: no folder. e saves it in a file");
    window.press("2");
    window.wait_for("Did it work?");
    window.wait_for("Not kept: no folder");
    window.press("q");
    window.wait_for("Quit without saving");
    window.press("3");
    assert_eq!(window.end(), 0);
    window.assert_given_back();
}
