//! Card data is planted where sessions are kept, handed over and taken back, and in the shop's own
//! files; then every byte that the program wrote is searched: the database with its log, exports, the
//! QR code, the clipboard.

use crate::{
    qr::scanned,
    support::{
        planted::{NUMBERS, SECRETS, planted, search, search_files, written},
        pty::Window,
        stage::Stage,
    },
};
use base64::{Engine, engine::general_purpose::STANDARD};
use std::{fmt::Write, fs, path::Path, time::Duration};
use tilldoc::session::qr::{Drawing, Ink};

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

fn small() -> String {
    format!("{}/tests/guides/small", env!("CARGO_MANIFEST_DIR"))
}

/// Keeps a session that has something planted in its notes.
fn kept(folder: &Path) {
    let notes = planted().iter().fold(String::new(), |mut all, planted| {
        let _ = writeln!(all, "n {planted}");
        all
    });
    written(folder, &["--guide", &small(), "plain"], &[], &format!("1\n2\n{notes}t 1\n1\nq\n"));
}

#[test]
fn sessions_that_are_kept() {
    let folder = folder();
    kept(folder.path());
    let guide = small();
    let run = |arguments: &[&str]| {
        let all: Vec<&str> = ["--guide", &guide].iter().chain(arguments).copied().collect();
        search(&written(folder.path(), &all, &[], ""), &format!("{arguments:?}"));
    };
    for planted in planted() {
        let planted = planted.as_str();
        let file = format!("{planted}.txt");
        run(&["history", "note", "1", planted]);
        run(&["history", "note", "1", "they", "said", planted, planted]);
        run(&["history", "--search", planted]);
        run(&["history", "--json", "--terminal", planted]);
        run(&["history", "--step", planted]);
        run(&["history", "--since", planted]);
        run(&["history", "--forget", planted]);
        run(&["history", "show", planted]);
        run(&["history", "export", "1", "-o", &file]);
        run(&["history", "export", "1", "-o", &format!("no-such/{file}")]);
        run(&["history", "export", "1", "--format", planted]);
        run(&["open", planted]);
        run(&["import", &file]);
    }
    for arguments in [
        &["history"][..],
        &["history", "--json"],
        &["history", "show", "1"],
        &["history", "export", "1", "--format", "md"],
        &["history", "export", "1", "--format", "json"],
        &["history", "export", "1", "--format", "html"],
        &["stats"],
        &["stats", "--json"],
        &["stats", "--csv"],
    ] {
        run(arguments);
    }
    assert!(search_files(folder.path()) > 10);
}

#[test]
fn a_summary_that_another_program_wrote() {
    for planted in planted() {
        let folder = folder();
        let guide = small();
        let script = "1\n2\nn NOTE\nt 1\ne a.json\nq\n";
        written(folder.path(), &["--guide", &guide, "plain"], &[], script);
        let text = fs::read_to_string(folder.path().join("a.json")).expect("saved");
        // Everything that is text and no name of the guide's own.
        let text = text.replace("NOTE", &format!("{planted} {planted}"));
        let whole = text.replace("\"version\": \"1\"", &format!("\"version\": \"{planted}\""));
        let broken = text.replace("\"small\"", &format!("\"{planted}\""));
        for (name, text) in [("b", &text), ("c", &whole), ("d", &broken), ("e", &planted)] {
            let file = folder.path().join(format!("{name}.json"));
            fs::write(&file, text).expect("written");
            for format in ["txt", "md", "json", "html"] {
                let arguments =
                    ["--guide", &guide, "import", file.to_str().expect("text"), "--format", format];
                search(&written(folder.path(), &arguments, &[], ""), "import");
            }
            fs::remove_file(file).expect("removed");
        }
        search_files(folder.path());
    }
}

/// The shop's own files, with something planted wherever they take a text.
struct ShopFiles {
    profile: String,
    /// With a guide of its own, which is not there.
    settings: String,
    notices: String,
}

impl ShopFiles {
    fn with(planted: &str) -> Self {
        let notices = format!(
            "[[notice]]\ntext = \"{planted}\"\nuntil = \"2027-01-01\"\n[[notice]]\ntext = \"x\"\nuntil = \"{planted}\"\n"
        );
        Self {
            profile: format!(
                "# {planted}\nshop = \"{planted}\"\nmerchant_number = \"{planted}\"\n[[terminal]]\nnumber = \"{planted}\"\n\
                 model = \"{planted}\"\nplace = \"{planted}\"\n[phone]\nacquirer = \"{planted}\"\n[[more]]\nlabel = \"{planted}\"\n\
                 value = \"{planted}\"\n\"{planted}\" = 1\n"
            ),
            settings: format!(
                "lang = \"{planted}\"\nguide = \"{planted}\"\ndata = \"{planted}\"\ncolor = \"{planted}\"\n{notices}"
            ),
            notices,
        }
    }
}

/// Runs all that reads the shop's own files, in lines and on the screen.
fn with_files(
    folder: &Path,
    (profile, settings): (&str, &str),
    (check, environment): (&[&str], &[(&str, &str)]),
) {
    let config = folder.join("config");
    fs::create_dir_all(&config).expect("made");
    fs::write(config.join("profile.toml"), profile).expect("written");
    fs::write(config.join("config.toml"), settings).expect("written");
    for arguments in
        [&["setup", "--show"][..], &["setup", "--show", "--json"], &["plain"], &["history"], check]
    {
        let environment = [&[("TILLDOC_LANG", "en")], environment].concat();
        let bytes = written(folder, arguments, &environment, "1\n1\n1\ne a.txt\nq\n");
        search(&bytes, &format!("{arguments:?} with the shop's own files"));
    }
    let mut window = Window::open(folder, &["--lang", "en"], environment, (100, 30));
    window.draw_for(Duration::from_millis(150));
    window.press("1");
    window.draw_for(Duration::from_millis(80));
    window.finish();
    search(&window.written, "the screen with the shop's own files");
    fs::remove_dir_all(config).expect("removed");
    search_files(folder);
}

#[test]
fn the_shop_s_own_files() {
    let guide = small();
    let small = [("TILLDOC_GUIDE", guide.as_str())];
    // To check the built-in guide takes most of a second in a test, and it is the same in every shop.
    let check = ["guide", "check", &guide];
    for planted in planted() {
        let folder = folder();
        let own = ShopFiles::with(&planted);
        with_files(folder.path(), (&own.profile, &own.settings), (&check, &[]));
        with_files(folder.path(), (&own.profile, &own.notices), (&check, &small));
        with_files(folder.path(), (&planted, &planted), (&check, &small));
    }
}

/// The guide that the configuration names is what is checked, or the built-in one where that name is none.
#[test]
fn the_guide_that_a_shop_names() {
    let secrets = SECRETS.iter().map(|(text, _)| *text);
    for planted in secrets.chain([NUMBERS[0]]) {
        let folder = folder();
        let own = ShopFiles::with(planted);
        with_files(folder.path(), (&own.profile, &own.settings), (&["guide", "check"], &[]));
    }
}

#[test]
fn folders_that_are_made() {
    for planted in planted() {
        let folder = folder();
        for option in ["--data", "--config"] {
            let arguments = [option, planted.as_str(), "plain"];
            search(&written(folder.path(), &arguments, &[], "1\n1\nq\n"), "a folder's name");
        }
        let names = fs::read_dir(folder.path()).expect("a folder").flatten();
        names.for_each(|entry| search(entry.file_name().as_encoded_bytes(), "a folder's name"));
        search_files(folder.path());
    }
}

/// What the terminal was asked to put on the clipboard.
fn copied(written: &[u8]) -> Vec<Vec<u8>> {
    let text = String::from_utf8_lossy(written).into_owned();
    let sequences = text.split("\u{1b}]52;c;").skip(1);
    let inner = sequences.filter_map(|rest| rest.split(['\u{7}', '\u{1b}']).next());
    inner.map(|own| STANDARD.decode(own).expect("base 64")).collect()
}

#[test]
fn the_clipboard_and_the_qr_code() {
    let folder = folder();
    let guide = small();
    let mut window =
        Window::open(folder.path(), &["--lang", "en", "--guide", &guide], &[], (100, 50));
    window.wait_for("Something is wrong");
    window.press("111");
    window.wait_for("Can other devices");
    window.press("2");
    window.wait_for("Did it work?");
    for planted in planted() {
        window.press("n");
        window.wait_for("Esc keeps it");
        window.press(&format!("\u{1b}[200~{planted}\u{1b}[201~"));
        window.draw_for(Duration::from_millis(40));
        window.press("\u{1b}");
        window.wait_for("The note is added");
        window.press("c");
        window.draw_for(Duration::from_millis(60));
    }
    window.press("x");
    window.draw_for(Duration::from_millis(200));
    window.finish();
    let copied = copied(&window.written);
    assert!(copied.len() >= planted().len(), "{} copies", copied.len());
    for own in &copied {
        search(own, "the clipboard");
    }
    search(&window.written, "the screen");
    search_files(folder.path());

    let notes =
        planted().iter().fold(String::new(), |all, planted| format!("{all}n{planted}<esc>"));
    let played = Stage::new().theme(false, false).size(160, 90).play(&format!("1112{notes}x"));
    let wide = played.rows[0].chars().take_while(|&c| c == '█').count();
    let rows = played.rows.iter().take_while(|row| row.starts_with(['█', '▀']));
    let drawn: Vec<String> = rows.map(|row| row.chars().take(wide).collect()).collect();
    search(scanned(&drawn, Drawing::HalfBlocks, Ink::Light).as_bytes(), "the QR code");
}

/// The form shows what fits a telephone number as it is typed; no whole card number stands there.
#[test]
fn the_form_of_the_profile() {
    let folder = folder();
    let mut window = Window::open(folder.path(), &["--lang", "en", "setup"], &[], (100, 40));
    window.wait_for("Merchant number");
    for number in NUMBERS {
        for c in number.chars() {
            window.press(&c.to_string());
            window.draw_for(Duration::from_millis(8));
        }
        window.press("\r");
        window.draw_for(Duration::from_millis(30));
        let shown = crate::support::cards::rows(&window.text());
        assert!(!shown.contains(&number[..13]), "{}", window.text());
    }
    window.press("\u{1b}[15~");
    window.draw_for(Duration::from_millis(100));
    window.finish();
    search_files(folder.path());
    let all = crate::support::cards::rows(&String::from_utf8_lossy(&window.written));
    for number in NUMBERS {
        assert!(!all.contains(number), "{number}");
    }
}
