//! Whatever ends the program, or puts it to sleep: the terminal is whole afterwards, whoever started it
//! sees how it ended, and what was answered is kept.

use crate::support::{
    attempts::name,
    drilled::Hands,
    launch::Launch,
    program::store,
    pty::{Ending, Window, send},
    seen::NOODLES,
};
use std::{fs, path::Path, process::Command, time::Duration};
use tilldoc::training::Mode;

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

/// At a remedy of the small guide, with one answer.
fn at_a_remedy(launch: Launch<'_>) -> Window {
    let mut window = launch.small().open();
    window.wait_for("Something is wrong");
    window.press("111");
    window.wait_for("Can other devices");
    window.press("2");
    window.wait_for("Did it work?");
    window
}

/// The session that is kept in a folder, as support would read it.
fn kept(folder: &Path) -> String {
    let guide = format!("{}/tests/guides/small", env!("CARGO_MANIFEST_DIR"));
    let mut command = Command::new(env!("CARGO_BIN_EXE_tilldoc"));
    command.env_clear().arg("--data").arg(folder.join("data"));
    let shown = command.args(["--lang", "en", "--guide", &guide, "history", "show", "1"]).output();
    String::from_utf8(shown.expect("it runs").stdout).expect("text")
}

#[track_caller]
fn assert_kept(folder: &Path) {
    let kept = kept(folder);
    assert!(kept.contains("No, none can"), "the answer is lost: {kept:?}");
}

fn signalled(name: &str) -> Ending {
    Ending::Signal(name.to_owned())
}

#[test]
fn signals_end_it_at_once_and_in_order() {
    let signals =
        [("TERM", "Terminated"), ("HUP", "Hangup"), ("INT", "Interrupt"), ("QUIT", "Quit")];
    for (signal, name) in signals {
        let folder = folder();
        let mut window = at_a_remedy(Launch::new(folder.path()));
        // Nobody waits until the bar says that the answer is kept.
        window.press("n");
        window.signal(signal);
        let ending = window.ending();
        let Ending::Signal(told) = &ending else { panic!("{signal}: {ending:?}") };
        assert!(told.starts_with(name), "{signal}: {told}");
        window.assert_given_back();
        assert_kept(folder.path());
    }
}

#[test]
fn signals_while_it_draws_leave_nothing_on_the_screen_that_the_shell_has_again() {
    for round in 0..8 {
        let folder = folder();
        let mut window = Launch::new(folder.path()).small().open();
        window.wait_for("Something is wrong");
        for width in 0..round * 3 {
            window.resize(80 + width, 24);
            window.press("l");
        }
        window.signal("TERM");
        assert_eq!(window.ending(), signalled("Terminated"));
        window.assert_given_back();
        let written = String::from_utf8_lossy(&window.written);
        let (_, after) = written.rsplit_once("\u{1b}[?1049l").expect("it is left");
        // The terminal itself shows keys that nobody has read.
        let drawn = after.trim_end_matches('l');
        assert_eq!(drawn, "\u{1b}[?25h", "round {round}: something was drawn too late");
    }
}

#[test]
fn a_closed_terminal_ends_it_and_the_answer_is_kept() {
    let folder = folder();
    let mut window = at_a_remedy(Launch::new(folder.path()));
    window.press("nthe router is warm");
    window.wait_for("the router is warm");
    window.close((90, 30));
    assert_eq!(window.ending(), signalled("Hangup"));
    assert_kept(folder.path());
    assert!(kept(folder.path()).contains("the router is warm"), "a note that was being written");
}

#[test]
fn a_closed_terminal_that_nobody_tells_of_ends_it_too() {
    let folder = folder();
    let mut window = at_a_remedy(Launch::new(folder.path()).under_a_deaf_parent());
    window.press("nthe router is warm");
    window.wait_for("the router is warm");
    window.close((90, 30));
    assert_eq!(window.ending(), Ending::Code(0));
    let ended =
        fs::read_to_string(folder.path().join("ended")).expect("it ended before its parent");
    assert_eq!(ended, "3\n");
    assert!(kept(folder.path()).contains("the router is warm"), "a note that was being written");
}

#[test]
fn a_terminal_that_takes_nothing_keeps_nobody_from_ending_it() {
    let folder = folder();
    let mut window = Launch::new(folder.path()).size(300, 100).stalled().open();
    window.wait_until(|window| window.is_raw());
    // More than what the system holds for a terminal.
    for _ in 0..60 {
        window.press("?");
        window.draw_for(Duration::from_millis(20));
        window.press("\u{1b}");
        window.draw_for(Duration::from_millis(20));
    }
    window.signal("TERM");
    assert_eq!(window.ending(), signalled("Terminated"));
    assert!(!window.is_raw(), "keys come one by one still");
    window.read_on();
    let written = String::from_utf8_lossy(&window.written);
    assert!(!written.contains("\u{1b}[?1049l"), "the terminal took it all: {}", written.len());
}

/// A panic at a place, once the test says so.
fn panics_at<'a>(place: &str, folder: &'a Path) -> Launch<'a> {
    Launch::new(folder)
        .with("TILLDOC_TEST_PANIC", "card 4111 1111 1111 1111")
        .with("TILLDOC_TEST_PANIC_AT", place)
        .with("TILLDOC_TEST_PANIC_WHEN", &folder.join("now").to_string_lossy())
}

fn panic_now(folder: &Path) {
    fs::write(folder.join("now"), "").expect("a file");
}

#[track_caller]
fn assert_reported_without_card_data(window: &Window) {
    let written = String::from_utf8_lossy(&window.written);
    let (_, after) = written.rsplit_once("\u{1b}[?1049l").expect("it is left");
    assert!(after.contains("stopped because of a defect in it: card 411111******1111"), "{after}");
    assert!(!written.contains("1111 1111 1111"), "the card number was printed");
}

#[test]
fn a_panic_in_update_or_render_gives_the_terminal_back_and_keeps_the_session() {
    for place in ["update", "render"] {
        let folder = folder();
        let mut window = at_a_remedy(panics_at(place, folder.path()));
        panic_now(folder.path());
        window.press("r");
        assert_eq!(window.ending(), Ending::Code(101), "{place}");
        window.assert_given_back();
        assert_reported_without_card_data(&window);
        assert_kept(folder.path());
    }
}

#[test]
fn a_panic_in_a_thread_that_answers_ends_it_in_order() {
    let folder = folder();
    let mut window = at_a_remedy(panics_at("desk", folder.path()));
    panic_now(folder.path());
    // To the home screen, and to the earlier sessions.
    window.press("\u{7f}\u{7f}\u{7f}\u{7f}");
    window.wait_for("Go on where you were");
    window.press("5");
    assert_eq!(window.ending(), Ending::Code(101));
    window.assert_given_back();
    assert_reported_without_card_data(&window);
    assert_kept(folder.path());
}

#[test]
fn a_panic_in_the_store_disturbs_no_screen_and_loses_nothing() {
    let folder = folder();
    let mut window = at_a_remedy(panics_at("store", folder.path()));
    window.wait_until(|window| {
        window.text().lines().next().is_some_and(|bar| bar.contains(" kept "))
    });
    panic_now(folder.path());
    window.press("1");
    // It is tried again at once, or after a moment in which the screen says why nothing is kept.
    window.wait_for("It is kept again");
    assert!(window.is_taken(), "the screen stands: {}", window.text());
    window.leave("q");
    assert_reported_without_card_data(&window);
    assert_kept(folder.path());
    assert!(kept(folder.path()).contains("[x]"), "the tick came when the store was out of order");
}

#[test]
fn a_panic_in_the_thread_that_reads_a_watched_guide_ends_it_in_order() {
    let folder = folder();
    let guide = folder.path().join("guide");
    fs::create_dir(&guide).expect("a folder");
    for file in ["guide.toml", "nodes.toml", "shown.toml"] {
        fs::copy(Path::new("tests/guides/small").join(file), guide.join(file)).expect("copied");
    }
    let given = guide.to_string_lossy();
    let mut window =
        panics_at("watch", folder.path()).arguments(&["guide", "watch", &given]).open();
    window.wait_for("Something is wrong");
    panic_now(folder.path());
    fs::write(guide.join("more.toml"), "# saved\n").expect("a file");
    assert_eq!(window.ending(), Ending::Code(101));
    window.assert_given_back();
    assert_reported_without_card_data(&window);
}

#[test]
fn a_panic_in_the_thread_that_keeps_attempts_disturbs_no_drill_and_loses_nothing() {
    let folder = folder();
    let arguments = ["train", NOODLES, "--mode", "practice", "--trainee", "Ann"];
    let mut window = panics_at("attempts", folder.path()).arguments(&arguments).open();
    window.wait_for("The noodle shop at six");
    panic_now(folder.path());
    window.press(Hands::at(NOODLES, Mode::Practice).enter().keys());
    window.wait_for("Was a payment running");
    window.wait_for("because of a defect in tilldoc");
    window.press("o");
    window.wait_for("Look at what?");
    window.press("1");
    window.wait_for("Seen so far");
    assert!(window.is_taken(), "the screen stands: {}", window.text());
    window.press("\u{1b}[21~");
    window.wait_for("Leave, and go on later");
    window.leave("2");
    assert_reported_without_card_data(&window);
    // What could not be written then was written with what came after it.
    let store = store(folder.path());
    let ann = store.find_trainee(&name("Ann")).expect("read").expect("known");
    let kept = store.unfinished_attempt(ann.id, "pos-terminal").expect("read").expect("kept");
    assert!(kept.events.len() >= 2, "{:?}", kept.events);
}

#[test]
fn ctrl_z_gives_the_terminal_to_the_shell_and_comes_back_whole() {
    let folder = folder();
    let mut window = at_a_remedy(Launch::new(folder.path()).under_a_shell());
    window.press("\u{1a}");
    asleep_and_back(&mut window, folder.path());
}

#[test]
fn a_stop_from_outside_is_the_same() {
    let folder = folder();
    let mut window = at_a_remedy(Launch::new(folder.path()).under_a_shell());
    send("TSTP", process(folder.path()));
    // The script that the shell started lives in the same group; from outside only one was stopped.
    window.wait_until(|window| window.is_given_back());
    asleep_and_back(&mut window, folder.path());
}

/// Checks that the shell has the terminal, lets it bring the program back, and quits.
fn asleep_and_back(window: &mut Window, folder: &Path) {
    window.wait_for("[shell: 1");
    window.assert_given_back();
    // A sleeping program is told nothing of a new size.
    window.resize(100, 30);
    fs::write(folder.join("wake"), "").expect("a file");
    window.wait_for("Did it work?");
    assert!(window.is_taken());
    window.press("r");
    window.wait_for("Your answers");
    window.press("q");
    window.wait_for("[shell: 0]");
    assert_eq!(window.ending(), Ending::Code(0));
    window.assert_given_back();
    assert_kept(folder);
}

/// The process of the program that a shell started.
fn process(folder: &Path) -> u32 {
    let id = fs::read_to_string(folder.join("pid")).expect("it was written");
    id.trim().parse().expect("a number")
}

#[test]
fn after_a_stop_that_nobody_can_catch_the_whole_screen_comes_back() {
    let folder = folder();
    let mut window = at_a_remedy(Launch::new(folder.path()).under_a_shell());
    send("STOP", process(folder.path()));
    window.wait_for("[shell: 1");
    let before = window.written.len();
    fs::write(folder.path().join("wake"), "").expect("a file");
    // All of it is drawn, over whatever the shell has printed.
    window.wait_until(|window| {
        window.written[before..].windows(12).any(|own| own == b"Did it work?")
    });
    assert!(window.is_taken() && !window.shows("[shell"), "{}", window.text());
    window.press("q");
    window.wait_for("[shell: 0]");
    assert_eq!(window.ending(), Ending::Code(0));
    window.assert_given_back();
}

/// In a terminal that was opened for it alone nobody could wake it: the window would be dead.
#[test]
fn ctrl_z_does_nothing_where_nobody_could_wake_it() {
    let folder = folder();
    let mut window = at_a_remedy(Launch::new(folder.path()));
    window.press("\u{1a}");
    window.press("r");
    window.wait_for("Your answers");
    window.signal("TSTP");
    window.press("\u{1b}");
    window.wait_for("Did it work?");
    assert!(window.is_taken() && window.runs());
    window.leave("q");
}

#[test]
fn whoever_ends_it_at_a_pin_sees_again_what_is_typed() {
    for (signal, name) in [("TERM", "Terminated"), ("HUP", "Hangup"), ("INT", "Interrupt")] {
        let folder = folder();
        let mut window = Launch::new(folder.path()).arguments(&["train", "pin"]).open();
        window.wait_for("New trainer's PIN");
        assert!(window.is_raw());
        window.signal(signal);
        assert_eq!(window.ending(), signalled(name));
        window.assert_given_back();
    }
}
