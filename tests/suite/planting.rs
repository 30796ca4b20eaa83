//! Card data is planted in every input of the program; then every byte that it wrote is searched.
//!
//! What is written is what goes to standard output, to standard error and to the terminal, the files
//! that were saved, and their names.

use crate::support::{
    planted::{NUMBERS, disguises, planted, search, search_files, written},
    pty::Window,
};
use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

fn small() -> String {
    format!("{}/tests/guides/small", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn lines_of_the_plain_wizard() {
    for lang in ["zh", "en"] {
        let folder = folder();
        let mut script = "1\n2\n".to_owned();
        for planted in planted() {
            // A note, a look-up, an answer, an answer to be changed, a file's name.
            let _ = write!(
                script,
                "n {planted}\n/ {planted}\n{planted}\nc {planted}\ne {planted}.txt\ne {planted}.md\n"
            );
            let _ =
                write!(script, "e {planted}.json\ne no-such/{planted}.txt\ne {planted}.txt\nn\n");
        }
        script += "t 1\n1\nq\n";
        let bytes =
            written(folder.path(), &["--guide", &small(), "--lang", lang, "plain"], &[], &script);
        search(&bytes, "plain");
        // Names that become alike are taken once.
        assert!(search_files(folder.path()) > 20);
    }
}

#[test]
fn a_line_that_is_cut_where_a_number_stands() {
    let number = NUMBERS[0];
    for missing in 1..number.len() {
        // So much is read of a line; what can't be seen takes no room in a note.
        let blank = "\u{200b}".repeat((64 * 1024 - number.len() + missing - 2) / 3);
        let line = format!(
            "n {blank}{}{number}\n",
            " ".repeat((64 * 1024 - number.len() + missing - 2) % 3)
        );
        let bytes = written(
            folder().path(),
            &["--guide", &small(), "plain"],
            &[],
            &format!("1\n2\n{line}r\nq\n"),
        );
        search(&bytes, "a line that is cut");
    }
}

#[test]
fn answers_to_a_code_and_an_amount() {
    for planted in planted() {
        let input = format!("11\n{planted}\n{planted}\n/ {planted}\nq\n");
        for begin in ["", "1\n2\n", "2\n", "3\n"] {
            let bytes = written(
                folder().path(),
                &["--lang", "en", "plain"],
                &[],
                &format!("{begin}{input}"),
            );
            search(&bytes, "plain");
        }
    }
}

#[test]
fn arguments_and_environment() {
    let folder = folder();
    for planted in planted() {
        let planted = planted.as_str();
        let with = format!("--most={planted}");
        for arguments in [
            &["lookup", planted][..],
            &["lookup", "--json", planted],
            &["lookup", "51", &with],
            &["lookup", "--most", planted, "51"],
            &[planted],
            &["--lang", planted, "lookup", "51"],
            &["--color", planted, "plain"],
            &["--no-such", planted],
            &["--guide", planted, "plain"],
            &["guide", "check", planted],
            &["guide", planted],
            &["--ascii", planted],
        ] {
            search(&written(folder.path(), arguments, &[], "q\n"), &format!("{arguments:?}"));
        }
        // The environment is read by the same code as the arguments: a few do.
        if ![NUMBERS[0], "PIN 82649", "密码 573829"].contains(&planted) {
            continue;
        }
        for name in ["LANG", "GUIDE", "COLOR", "NO_MOUSE", "ASCII", "CLOCK", "DATA", "TEST_PANIC"] {
            let name = format!("TILLDOC_{name}");
            for arguments in [&["plain"][..], &["lookup", "51"], &["guide", "check"], &[]] {
                let bytes = written(folder.path(), arguments, &[(&name, planted)], "q\n");
                search(&bytes, &format!("{name} and {arguments:?}"));
            }
        }
    }
}

/// The small guide with something planted in each text of it.
fn planted_guide(folder: &Path, planted: &str, file: &str) -> PathBuf {
    let dir = folder.join("guide");
    fs::create_dir(&dir).expect("made");
    for name in ["guide.toml", "nodes.toml"] {
        let text = fs::read_to_string(format!("{}/{name}", small())).expect("there");
        let text = text
            .replace("en = \"", &format!("en = \"{planted} "))
            .replace("zh = \"", &format!("zh = \"{planted} "));
        let name = if name == "guide.toml" { name } else { file };
        fs::write(dir.join(name), text).expect("written");
    }
    dir
}

#[test]
fn texts_of_a_guide() {
    let escaped = |number: &str| {
        number.bytes().fold(String::new(), |all, byte| format!("{all}\\u{byte:04X}"))
    };
    let mut all = planted();
    all.push(escaped(NUMBERS[0]));
    for planted in all {
        let folder = folder();
        let dir = planted_guide(folder.path(), &planted, "nodes.toml");
        let dir = dir.to_str().expect("text");
        for lang in ["zh", "en"] {
            let script = "h\n1\nh\n2\nh\nt 1\nr\ne a.md\ne a.txt\ne a.json\n1\nr\nq\n";
            let bytes =
                written(folder.path(), &["--guide", dir, "--lang", lang, "plain"], &[], script);
            search(&bytes, "a guide, plain");
            for arguments in [&["guide", "check", dir][..], &["--guide", dir, "lookup", "a"]] {
                search(
                    &written(folder.path(), arguments, &[("TILLDOC_LANG", lang)], ""),
                    "a guide, checked",
                );
            }
        }
        let mut window =
            Window::open(folder.path(), &["--lang", "en", "--guide", dir], &[], (80, 24));
        thread::sleep(Duration::from_millis(300));
        window.press("1");
        thread::sleep(Duration::from_millis(100));
        window.press("112");
        thread::sleep(Duration::from_millis(100));
        window.press("rq\u{1b}\u{3}q");
        window.finish();
        search(&window.written, "a guide on the screen");
        fs::remove_dir_all(dir).expect("removed");
        search_files(folder.path());
    }
}

#[test]
fn faults_of_a_guide() {
    for planted in disguises() {
        for broken in [
            // An id, a key, a word, a target, a text that does not end, a comment beside a fault.
            format!(
                "[[question]]\nid = \"{planted}\"\nstep = \"{planted}\"\nask = {{ zh = \"x\" }}\n\"{planted}\" = 1"
            ),
            format!("[[question]]\nid = \"a\"\nkind = \"{planted}\"\ngo = \"{planted}\""),
            format!("[[remedy]]\nid = \"r\"\ncause = {{ zh = \"{planted}, en = \"\n# {planted}"),
            format!("[[code]]\ncode = \"{planted}\"\nscheme = \"{planted}\""),
        ] {
            let folder = folder();
            let dir = planted_guide(folder.path(), "", &format!("{planted}.toml"));
            fs::write(dir.join("broken.toml"), broken).expect("written");
            let dir = dir.to_str().expect("text");
            for color in ["always", "never"] {
                let bytes =
                    written(folder.path(), &["--color", color, "guide", "check", dir], &[], "");
                assert!(String::from_utf8_lossy(&bytes).contains("broken.toml"));
                search(&bytes, "a guide with faults");
                search(
                    &written(
                        folder.path(),
                        &["--color", color, "--guide", dir, "plain"],
                        &[],
                        "q\n",
                    ),
                    "plain",
                );
            }
        }
    }
}

#[test]
fn a_panic() {
    for planted in planted()
        .iter()
        .map(String::as_str)
        .chain(["at `6225\\n7583\\u{200b}0594\\t3812`", "6225\u{1b}[0m758305943812"])
    {
        let folder = folder();
        for backtrace in ["0", "full"] {
            let environment = [("TILLDOC_TEST_PANIC", planted), ("RUST_BACKTRACE", backtrace)];
            let mut window = Window::open(folder.path(), &["--lang", "en"], &environment, (80, 24));
            window.wait_for("Was a payment under way");
            window.press("1");
            assert_eq!(window.end(), 101);
            search(&window.written, "a panic");
        }
    }
}

/// A question of the small guide.
fn at_a_question(folder: &Path) -> Window {
    let mut window = Window::open(folder, &["--lang", "en", "--guide", &small()], &[], (100, 30));
    window.wait_for("Something is wrong");
    window.press("1");
    window.wait_for("What do you see?");
    window.press("11");
    window.wait_for("Can other devices");
    window
}

/// Types a text so slowly that each key is drawn.
fn type_slowly(window: &mut Window, text: &str) {
    for c in text.chars() {
        window.press(&c.to_string());
        window.draw_for(Duration::from_millis(12));
    }
}

#[test]
fn keys_and_pasted_text_on_the_screen() {
    let folder = folder();
    let mut window = at_a_question(folder.path());
    for planted in planted() {
        window.press("n");
        window.wait_for("Esc keeps it");
        type_slowly(&mut window, &planted);
        type_slowly(&mut window, "，好\r");
        window.press(&format!("\u{1b}[200~{planted}\r\n的\u{1b}[201~"));
        window.draw_for(Duration::from_millis(30));
        window.press("\u{1b}");
        window.wait_for("The note is added");
        // The look-up: typed, then pasted.
        window.press("/");
        window.wait_for("Look up");
        type_slowly(&mut window, &planted);
        window.press(&format!("\u{1b}[200~{planted}\u{1b}[201~"));
        window.draw_for(Duration::from_millis(30));
        window.press("\u{1b}");
        // Esc and what follows at once would be one key with Alt.
        window.wait_until(|window| !window.shows("Look up:"));
    }
    window.press("r");
    window.wait_for("Your answers");
    window.press("\u{1b}");
    window.wait_until(|window| !window.shows("Your answers"));
    window.wait_for("Can other devices");
    for (at, planted) in planted().iter().enumerate() {
        window.press("e");
        window.wait_for("Markdown");
        window.press(["1", "2", "3"][at % 3]);
        window.wait_for("tilldoc-2026");
        window.press(&"\u{7f}".repeat(40));
        type_slowly(&mut window, planted);
        window.press([".txt", ".md", ".json"][at % 3]);
        window.press("\r");
        window.draw_for(Duration::from_millis(80));
        window.press("\u{1b}\u{1b}\u{1b}");
        window.draw_for(Duration::from_millis(80));
        search(&window.written, &format!("the screen, after {planted}"));
    }
    window.finish();
    search(&window.written, "the screen");
    assert!(search_files(folder.path()) > 5);
}

#[test]
fn a_long_pasted_text_is_masked_before_it_is_cut() {
    let folder = folder();
    let mut window = at_a_question(folder.path());
    for length in [3_986, 3_990, 3_998] {
        window.press("n");
        window.wait_for("Esc keeps it");
        window.press(&format!("\u{1b}[200~{}{}\u{1b}[201~", "字".repeat(length), NUMBERS[0]));
        window.draw_for(Duration::from_millis(200));
        window.press("\u{1b}");
        window.wait_for("note");
        window.draw_for(Duration::from_millis(100));
    }
    window.press("e1\r");
    window.wait_for("Saved");
    window.finish();
    search(&window.written, "the screen");
    assert!(search_files(folder.path()) > 0);
}

/// An amount takes no more digits than an amount has, and nothing that is pasted of a card number.
#[test]
fn fields_for_amounts_and_codes() {
    for (way, asked, most) in [("121", "How much is this sale?", 8), ("122", "Which code", 6)] {
        for planted in planted() {
            let folder = folder();
            let guide = small();
            let mut window =
                Window::open(folder.path(), &["--lang", "en", "--guide", &guide], &[], (80, 24));
            window.wait_for("Something is wrong");
            window.press(way);
            window.wait_for(asked);
            type_slowly(&mut window, &planted);
            let shown = window.text();
            let longest = crate::support::cards::rows(&shown)
                .split(['|', '*'])
                .filter(|row| planted.contains(row))
                .map(str::len)
                .max();
            assert!(longest.unwrap_or(0) <= most, "{shown}");
            window.press(&"\u{7f}".repeat(20));
            window.draw_for(Duration::from_millis(30));
            let before = window.written.len();
            window.press(&format!("\u{1b}[200~{planted}\u{1b}[201~"));
            window.draw_for(Duration::from_millis(50));
            window.finish();
            search(&window.written[before..], "a pasted field");
        }
    }
}
