//! What a terminal sends besides single keys: new sizes without end, large pasted texts, the mouse, and
//! what nobody asked for.

use crate::support::{launch::Launch, pty::Window};
use std::time::Duration;
use unicode_width::UnicodeWidthStr;

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

const QUIT: &str = "\u{1b}[21~";
const HELP: &str = "\u{1b}OP";

fn at_a_question(launch: Launch<'_>) -> Window {
    let mut window = launch.small().open();
    window.wait_for("Something is wrong");
    window.press("111");
    window.wait_for("Can other devices");
    window
}

#[test]
fn a_storm_of_sizes_and_keys_leaves_it_whole() {
    let folder = folder();
    let mut window = Launch::new(folder.path()).open();
    window.wait_for("Something is wrong");
    // No key that leaves, and none that changes the language.
    let keys = ["1", "2", "\u{1b}[B", "/", "5", "\u{1b}[D", "?", "n", "\r", "\u{1b}[6~", "r", "\t"];
    let mut random = fastrand::Rng::with_seed(7);
    for round in 0..200 {
        // The smallest and the largest first, then any.
        let size = match round {
            0 => (1, 1),
            1 => (300, 100),
            _ => (random.u16(1..=300), random.u16(1..=100)),
        };
        window.resize(size.0, size.1);
        window.press(keys[random.usize(..keys.len())]);
        // Some come in one go, others while a frame is drawn.
        window.draw_for(Duration::from_millis(random.u64(..8)));
    }
    window.resize(80, 24);
    // A key that comes before the new size is pressed blindly, and means nothing.
    // What was drawn for a size before may still be on the way, and falls to pieces.
    window.wait_until(|window| {
        window.press(HELP);
        let text = window.text();
        let whole = text.lines().all(|row| row.width() <= 80);
        let top = text.lines().next().is_some_and(|top| top.contains("tilldoc"));
        whole && top && text.contains("Keys: the same on every screen")
    });
    window.leave(QUIT);
}

#[test]
fn keys_amid_new_sizes_are_all_heard() {
    let folder = folder();
    let mut window = at_a_question(Launch::new(folder.path()));
    window.press("/");
    window.wait_for("Look up:");
    let mut typed = String::new();
    for letter in ('a'..='z').chain('a'..='n') {
        typed.push(letter);
        // While a frame is drawn for this one the others come, in either order.
        window.resize(100, 30);
        window.press(&letter.to_string());
        window.resize(90, 28);
        window.wait_for(&typed);
    }
    window.leave(QUIT);
}

/// A terminal throws away what has no room in it, also for a moment: nobody could tell by the size.
#[test]
fn a_window_that_is_small_for_a_moment_is_drawn_anew() {
    let folder = folder();
    let mut window = Launch::new(folder.path()).open();
    window.wait_for("Something is wrong");
    let before = window.text();
    for _ in 0..20 {
        window.resize(3, 2);
        window.resize(80, 24);
    }
    window.wait_until(|window| window.text() == before);
    window.leave("q");
}

/// A text of a million bytes that is full of commands, in the marks of a paste.
fn pasted() -> String {
    let line = "q\r2 客人说已扣款 4111 1111 1111 1111\u{1b}[31m\r\n";
    format!("\u{1b}[200~{}\u{1b}[201~", line.repeat(1_000_000 / line.len()))
}

#[test]
fn a_huge_paste_into_a_note_is_text_that_is_cut_and_says_so() {
    let folder = folder();
    let mut window = at_a_question(Launch::new(folder.path()));
    window.press("n");
    window.wait_for("Esc keeps it");
    window.press(&pasted());
    window.wait_for("A note takes 4000 characters at most");
    let written = String::from_utf8_lossy(&window.written).into_owned();
    assert!(!written.contains("1111 1111 1111") && !written.contains("\u{1b}[31m客"), "{written}");
    // It still hears every key.
    window.press("\u{1b}[13~");
    window.press("\u{1b}");
    window.wait_for("The note is added");
    window.wait_for("Can other devices");
    window.leave("q");
}

/// As terminals paste that know no marks around it: some send a line feed at the end of a line.
#[test]
fn lines_that_are_pasted_as_if_they_were_typed_are_all_kept() {
    let folder = folder();
    let mut window = at_a_question(Launch::new(folder.path()));
    window.press("n");
    window.wait_for("Esc keeps it");
    window.press("the first line\nthe second\rthe third");
    window.wait_until(|window| {
        ["the first line", "the second", "the third"].iter().all(|line| window.shows(line))
    });
    window.leave(QUIT);
}

#[test]
fn a_huge_paste_where_a_line_is_typed_is_cut_and_says_so() {
    let folder = folder();
    let mut window = Launch::new(folder.path()).arguments(&["setup"]).open();
    window.wait_for("Shop details");
    window.press(&pasted());
    window.wait_for("Only the beginning fits");
    window.press(QUIT);
    window.wait_for("not saved yet");
    window.leave("3");
    let mut window = at_a_question(Launch::new(folder.path()));
    for (keys, there) in [("/", "Look up:"), ("e1", "Where to?")] {
        window.press(keys);
        window.wait_for(there);
        window.press(&pasted());
        window.wait_for("Only the beginning fits");
        window.press("\u{1b}");
        window.wait_until(|window| !window.shows(there));
    }
    window.leave(QUIT);
}

#[test]
fn a_huge_paste_where_nothing_is_typed_does_nothing_and_says_so() {
    let folder = folder();
    let mut window = at_a_question(Launch::new(folder.path()));
    window.press(&pasted());
    window.wait_for("There is no field here to paste into");
    assert!(window.runs() && window.shows("Can other devices"), "{}", window.text());
    window.press("2");
    window.wait_for("Did it work?");
    window.leave("q");
}

/// A press and release of a button of the mouse, as terminals send it today.
fn click(row: usize, column: usize) -> String {
    let (row, column) = (row + 1, column + 1);
    format!("\u{1b}[<0;{column};{row}M\u{1b}[<0;{column};{row}m")
}

fn row_of(window: &Window, text: &str) -> usize {
    let screen = window.text();
    screen.lines().position(|line| line.contains(text)).expect("it is on the screen")
}

#[test]
fn the_mouse_answers_scrolls_and_is_left_to_the_terminal_by_one_key() {
    let folder = folder();
    let mut window = at_a_question(Launch::new(folder.path()).size(60, 20));
    assert!(window.has_mouse());
    window.press(&click(row_of(&window, "No, none can"), 20));
    window.wait_for("more below");
    window.press(&"\u{1b}[<65;30;10M".repeat(3));
    window.wait_for("more above");
    window.press("m");
    window.wait_until(|window| !window.has_mouse());
    window.press("m");
    window.wait_until(|window| window.has_mouse());
    window.leave("q");
    let mut window = Launch::new(folder.path()).arguments(&["--no-mouse"]).open();
    window.wait_for("Something is wrong");
    assert!(!window.has_mouse());
    window.leave("q");
}

#[test]
fn what_nobody_asked_for_changes_nothing() {
    let folder = folder();
    let mut window = at_a_question(Launch::new(folder.path()));
    window.wait_for(" kept ");
    let before = window.text();
    // Focus out and in, a position, colours, what kind of terminal it is, a key let go.
    let unasked = [
        "\u{1b}[O",
        "\u{1b}[I",
        "\u{1b}[12;40R",
        "\u{1b}]11;rgb:0000/0000/0000\u{1b}\\",
        "\u{1b}[?62;22c",
        "\u{1b}[49;1:3u",
        "\u{1b}[<35;10;10M",
        "\u{1b}[999~",
    ];
    for bytes in unasked {
        window.press(bytes);
        window.press("\u{1b}[B\u{1b}[A");
        window.draw_for(Duration::from_millis(30));
        assert_eq!(window.text(), before, "{bytes:?}");
    }
    window.press("2");
    window.wait_for("Did it work?");
    window.leave("q");
}

#[test]
fn a_key_that_changes_nothing_writes_nothing() {
    let folder = folder();
    let mut window = at_a_question(Launch::new(folder.path()));
    window.wait_for(" kept ");
    window.draw_for(Duration::from_millis(50));
    let before = window.written.len();
    window.press("yzy");
    window.draw_for(Duration::from_millis(100));
    let more = String::from_utf8_lossy(&window.written[before..]).into_owned();
    assert_eq!(more, "");
    // In a field, where the cursor stands.
    window.press("/");
    window.wait_for("Look up:");
    window.draw_for(Duration::from_millis(50));
    let before = window.written.len();
    window.press("\u{1b}[5~");
    window.draw_for(Duration::from_millis(100));
    assert_eq!(window.written.len(), before);
    window.leave(QUIT);
}
