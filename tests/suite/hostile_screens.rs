//! Hostile text over real screens, in a real terminal: what it would do there is not done.

use crate::{
    hostile::with_text,
    support::{
        controls::Controls,
        hostile::{harm, small_guide_with, texts},
        launch::Launch,
        pty::{Ending, Window},
    },
};
use std::{collections::BTreeSet, fs, path::Path};

const QUIT: &str = "\u{1b}[21~";

/// What the program asks of the terminal by itself: what it wrote where all texts were friendly.
struct Friendly(Vec<String>);

impl Friendly {
    /// Checks that a window was asked for nothing else, and that what a text itself asks for came no more
    /// often. Nothing harmful stands on the screen, nor has it been there.
    #[track_caller]
    fn assert_no_more(&self, window: &Window, text: &str, of: &str) {
        let shown = window.text();
        if let Some(harm) = harm(&shown) {
            panic!("{of}: {harm} on the screen:\n{shown}");
        }
        let written = String::from_utf8(window.written.clone()).expect("what is written is UTF-8");
        let written = Controls::of(&written);
        let own: Vec<Controls> = self.0.iter().map(|own| Controls::of(own)).collect();
        let mut known: BTreeSet<String> = own.iter().flat_map(Controls::sorts).collect();
        // Whether the rest of a line has to go depends on what stood there.
        known.insert("K".to_owned());
        let sorts = written.sorts();
        let new: Vec<_> = sorts.difference(&known).collect();
        assert!(new.is_empty(), "{of}: {new:?}");
        let asked = Controls::of(text);
        for control in &asked.all {
            let often = written.count(control);
            let usual = own.iter().map(|own| own.count(control)).max().unwrap_or(0);
            // How often the program changes to a colour of its own is up to what is shown.
            let own_colour = control.ends_with('m') && usual > 0;
            assert!(
                often <= usual || own_colour,
                "{of}: {control:?} {often} times, {usual} without it"
            );
        }
        if let Some(harm) = harm(&written.text) {
            panic!("{of}: {harm} was written");
        }
    }
}

#[track_caller]
fn quit(mut window: Window, of: &str) -> Window {
    window.press(QUIT);
    assert_eq!(window.ending(), Ending::Code(0), "{of}");
    window.assert_given_back();
    window
}

/// Pastes texts into the fields of a session, looks at all of them, and at the session as it was kept; tells
/// what it sees to `look`.
fn paste(
    folder: &Path,
    texts: &[(&'static str, String)],
    mut look: impl FnMut(&Window, &str, &str),
) -> [Window; 2] {
    let all: String = texts.iter().map(|(_, text)| text.as_str()).collect();
    let mut window = Launch::new(folder).small().size(100, 40).open();
    window.wait_for("Something is wrong");
    window.press("111");
    window.wait_for("Can other devices");
    for (name, text) in texts {
        // What ends a paste is for the terminal to take out of it.
        let paste = format!("\u{1b}[200~pasted {text}\u{1b}[201~");
        for (key, field) in [("n", "Esc keeps it"), ("/", "Look up:")] {
            window.press(key);
            window.wait_for(field);
            window.press(&paste);
            window.wait_for("pasted");
            look(&window, text, name);
            window.press("\u{1b}");
            window.wait_until(|window| !window.shows(field));
            window.wait_for("Can other devices");
        }
    }
    window.press("2");
    window.wait_for("Did it work?");
    window.press("r");
    window.wait_for("Your answers");
    look(&window, &all, "the answers with all notes");
    let first = quit(window, "notes");
    look(&first, &all, "notes");
    let mut window = Launch::new(folder).small().size(100, 40).open();
    window.wait_for("Go on where you were");
    window.press("5");
    window.wait_for("2026-11-23");
    window.press("\u{1b}[B\r");
    window.wait_for("pasted");
    let second = quit(window, "a kept session");
    look(&second, &all, "a kept session");
    [first, second]
}

fn friendly_text() -> String {
    "a friendly text".to_owned()
}

fn written(window: &Window) -> String {
    String::from_utf8_lossy(&window.written).into_owned()
}

#[test]
fn what_is_pasted() {
    let folders = [tempfile::tempdir(), tempfile::tempdir()].map(|own| own.expect("a folder"));
    let friendly = [("friendly", friendly_text()), ("formula", "=1+1".to_owned())];
    let usual = paste(folders[0].path(), &friendly, |_, _, _| {});
    let usual = usual.map(|window| Friendly(vec![written(&window)]));
    // The second window is begun when the first one has ended.
    let mut at = 0;
    paste(folders[1].path(), &texts(), |window, text, of| {
        usual[at].assert_no_more(window, text, of);
        at += usize::from(of == "notes");
    });
}

/// The small guide with a text in all of its own.
fn guide_with(folder: &Path, text: &str) -> String {
    small_guide_with(folder, |own| with_text(own, text))
}

/// Watches a guide as its author does, then plays it; nothing of the second where it is refused.
fn play(folder: &Path, path: &str, name: &str) -> (Window, Option<Window>) {
    // Its author sees the findings, with what they quote.
    let mut window = Launch::new(folder).arguments(&["guide", "watch", path]).open();
    window.wait_until(|window| window.is_taken());
    window.wait_for("guide");
    window.press("f");
    window.wait_for("toml:");
    let watched = quit(window, name);
    let mut window = Launch::new(folder).arguments(&["--guide", path]).open();
    window.wait_until(|window| window.is_taken() || !window.runs());
    if !window.runs() {
        // It is refused before there is any screen.
        assert_eq!(window.ending(), Ending::Code(1), "{name}");
        return (watched, None);
    }
    window.wait_for("Something is wrong");
    window.press("1");
    window.wait_for("No network");
    (watched, Some(quit(window, name)))
}

#[test]
fn a_guide_from_elsewhere() {
    let (mut played, mut usual) = (0, None);
    for (name, text) in [("friendly", friendly_text())].into_iter().chain(texts()) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = guide_with(folder.path(), &text);
        let (watched, own) = play(folder.path(), &path, name);
        let Some((of_author, of_clerk)) = &usual else {
            let own = own.expect("a friendly guide is played");
            // Its author makes mistakes, too.
            let wrong = "[[question]]\nid = \"no name\"\nnoise = 1\n";
            fs::write(folder.path().join("guide/wrong.toml"), wrong).expect("written");
            let (with_mistakes, refused) = play(folder.path(), &path, name);
            assert!(refused.is_none());
            let of_author = Friendly(vec![written(&watched), written(&with_mistakes)]);
            usual = Some((of_author, Friendly(vec![written(&own)])));
            continue;
        };
        of_author.assert_no_more(&watched, &text, name);
        if let Some(own) = own {
            of_clerk.assert_no_more(&own, &text, name);
            played += 1;
        }
    }
    assert!(played >= 3, "{played}");
}
