//! Hostile text in every input of the program: what comes out is harmless text.

use crate::{
    export::{eventful, written},
    support::{
        hostile::{assert_harmless, assert_no_formula, harm, small_guide_with, texts},
        program::program,
        sample, zone,
    },
};
use serde_json::Value;
use std::{
    collections::BTreeSet,
    ffi::OsString,
    fs,
    os::unix::ffi::{OsStrExt, OsStringExt},
    path::Path,
};
use tilldoc::{
    clean,
    session::{
        Session,
        export::{Format, export, import},
    },
    texts::Texts,
    training::TraineeName,
};

/// The texts as a system hands them over, and some that are no text at all.
fn raw() -> Vec<(&'static str, OsString)> {
    let mut all: Vec<_> = texts().into_iter().map(|(name, text)| (name, text.into())).collect();
    let bytes = |bytes: &[u8]| OsString::from_vec(bytes.to_vec());
    all.push(("no UTF-8", bytes(b"caf\xe9\xff")));
    all.push(("lone surrogate", bytes(b"a\xed\xa0\xbdb")));
    all.push(("C1 as a byte", bytes(b"a\x9b2Jb")));
    all.push(("over-long escape", bytes(b"a\xc0\x9b[2J")));
    all
}

pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) output: String,
}

/// Runs the program in a folder.
pub(crate) fn run(
    folder: &Path,
    arguments: &[OsString],
    environment: &[(&str, OsString)],
    input: &[u8],
) -> Ran {
    let guide = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/guides/small");
    let environment = [&[("TILLDOC_GUIDE", guide.into())], environment].concat();
    let output = program(folder, arguments, &environment, input);
    let bytes = [output.stdout, output.stderr].concat();
    Ran {
        code: output.status.code(),
        output: String::from_utf8(bytes).expect("what is written is UTF-8"),
    }
}

#[track_caller]
pub(crate) fn assert_fine(ran: &Ran, of: &str) {
    assert!(matches!(ran.code, Some(0..=3)), "{of}: {:?}\n{}", ran.code, ran.output);
    assert_harmless(&ran.output, of);
}

/// Checks all files in a folder, and their names.
#[track_caller]
pub(crate) fn assert_files_harmless(folder: &Path) -> usize {
    let mut count = 0;
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_str().expect("a name is text").to_owned();
        assert_harmless(&name, "the name of a file");
        if path.is_dir() {
            count += assert_files_harmless(&path);
        } else if !name.starts_with("tilldoc.") {
            // The database and what SQLite puts beside it are no text.
            assert_harmless(&fs::read_to_string(&path).expect("text"), &name);
            count += 1;
        }
    }
    count
}

#[test]
fn arguments() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in raw() {
        let filled = |arguments: &[&str]| -> Vec<OsString> {
            let own = |part: &&str| if *part == "X" { text.clone() } else { part.into() };
            arguments.iter().map(own).collect()
        };
        for arguments in [
            &["X"][..],
            &["lookup", "X"],
            &["lookup", "--json", "X"],
            &["--lang", "X", "lookup", "51"],
            &["--color", "X", "plain"],
            &["--guide", "X", "plain"],
            &["--config", "X", "lookup", "51"],
            &["guide", "check", "X"],
            &["open", "X"],
            &["history", "note", "1", "X"],
            &["train", "--trainee", "X", "list"],
        ] {
            let ran = run(folder.path(), &filled(arguments), &[], b"q\n");
            assert_fine(&ran, &format!("{name}: {arguments:?}"));
        }
    }
    assert_files_harmless(folder.path());
}

/// Every variable meets a third of the texts, and every text a third of the variables.
#[test]
fn environment() {
    for (at, (name, text)) in raw().into_iter().enumerate() {
        let folder = tempfile::tempdir().expect("a folder");
        let variables = ["LANG", "GUIDE", "COLOR", "NO_MOUSE", "ASCII", "CLOCK", "DATA", "CONFIG"];
        let own = variables.map(|name| format!("TILLDOC_{name}"));
        let others = ["LANG", "LC_ALL", "TERM", "TZ", "HOME", "COLUMNS"].map(str::to_owned);
        for variable in own.iter().chain(&others).skip(at % 3).step_by(3) {
            let environment = [(variable.as_str(), text.clone())];
            let ran = run(folder.path(), &["plain".into()], &environment, b"1\n2\nq\n");
            assert_fine(&ran, &format!("{name} in {variable}"));
        }
        assert_files_harmless(folder.path());
    }
}

#[test]
fn notes_and_names_of_saved_files() {
    for (name, text) in raw() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut input = b"1\n2\n".to_vec();
        // NUL and half a character as well.
        let typed = [("n ", " \0\u{1}x"), ("", ""), ("e ", ".txt"), ("e ", ".json")];
        for (before, after) in typed {
            let line = [before.as_bytes(), text.as_bytes(), after.as_bytes(), b"\n"].concat();
            input.extend(line);
        }
        input.extend(b"e all.md\ne all.html\nr\n");
        // What is found asks for a choice, so it comes last.
        input.extend([b"/ ", text.as_bytes(), b"\nb\nq\n"].concat());
        let ran = run(folder.path(), &["plain".into()], &[], &input);
        assert_fine(&ran, name);
        assert!(assert_files_harmless(folder.path()) >= 2, "{name}: {}", ran.output);
        for arguments in [
            &["history"][..],
            &["history", "show", "1"],
            &["history", "export", "1", "--format", "json"],
        ] {
            let arguments: Vec<_> = arguments.iter().map(OsString::from).collect();
            assert_fine(&run(folder.path(), &arguments, &[], b""), name);
        }
    }
}

/// A text as TOML that says it, whatever is in it.
pub(crate) fn quoted(text: &str) -> String {
    let escaped: Vec<_> = text.chars().map(|c| format!("\\U{:08X}", u32::from(c))).collect();
    format!("\"{}\"", escaped.concat())
}

/// A file of a guide, each of whose English texts begins with this one.
pub(crate) fn with_text(file: &str, text: &str) -> String {
    file.replace("en = \"", &format!("en = \"{} ", quoted(text).trim_matches('"')))
}

/// Each text of a guide is hostile, and each of its files.
#[test]
fn guides() {
    for (name, text) in texts() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = small_guide_with(folder.path(), |own| with_text(own, &text));
        let quoted = quoted(&text);
        // A file with a hostile name that has faults of every kind.
        let odd = format!("{}.toml", text.replace('/', "-").chars().take(60).collect::<String>());
        let faults =
            format!("[[question]]\nid = {quoted}\n{quoted} = 1\nkind = {quoted}\n# {text}\n");
        fs::write(Path::new(&path).join(odd), faults).expect("written");
        for format in ["human", "short", "json", "sarif"] {
            let arguments = ["guide", "check", "--format", format, &path].map(OsString::from);
            let ran = run(folder.path(), &arguments, &[], b"");
            assert!(ran.code == Some(1), "{name}, {format}: {}", ran.output);
            assert_harmless(&ran.output, &format!("{name}, {format}"));
        }
        let arguments = ["--guide", &path, "plain"].map(OsString::from);
        let ran = run(folder.path(), &arguments, &[], b"1\n2\nq\n");
        assert_fine(&ran, name);
    }
}

/// What nobody can see is a warning and no error: the guide is played, and tells none of it.
#[test]
fn guides_with_what_nobody_can_see() {
    let folder = tempfile::tempdir().expect("a folder");
    // Between joined letters a joiner is part of the word.
    let word = "می\u{200C}شود";
    let hidden = "\u{200b}\u{2060}\u{feff}\u{ad}\u{200d}\u{fe0f}\u{e0041}\u{e007f}\u{34f}\u{180e}";
    let quoted = quoted(&format!("{hidden}=x{hidden} {word} "));
    let path = small_guide_with(folder.path(), |own| {
        let inner = quoted.trim_matches('"');
        own.replace("en = \"", &format!("en = \"{inner}"))
            .replace("words = [", &format!("words = [{quoted}, "))
            .replace("version = \"", &format!("version = \"{inner}"))
    });
    let input = "1\n2\nn noted\nc\ne a.txt\ne a.md\ne a.html\ne a.json\nt 1\n1\nq\n";
    let (mut told, mut drawn) = (0, 0);
    for (arguments, input) in [
        (&["plain"][..], input),
        (&["guide", "check"], ""),
        (&["guide", "graph"], ""),
        (&["guide", "graph", "--format", "dot"], ""),
        (&["guide", "graph", "--format", "html"], ""),
        (&["guide", "order"], ""),
        (&["guide", "order", "--json"], ""),
        (&["lookup", "=x"], ""),
        (&["lookup", "--json", "=x"], ""),
        (&["history"], ""),
        (&["history", "--json"], ""),
        (&["history", "show", "1"], ""),
        (&["history", "export", "1", "--format", "md"], ""),
        (&["stats"], ""),
        (&["stats", "--json"], ""),
        (&["stats", "--csv"], ""),
    ] {
        let guide = ["--lang", "en", "--guide", &path];
        let words: Vec<_> = guide.iter().chain(arguments).map(OsString::from).collect();
        let ran = run(folder.path(), &words, &[], input.as_bytes());
        let of = format!("{arguments:?}");
        let output = ran.output.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        assert_harmless(&output, &of);
        assert!(!output.contains(['\u{200d}', '\u{fe0f}']), "{of}: {output:?}");
        assert!(matches!(ran.code, Some(0 | 1)), "{of}: {output}");
        told += usize::from(output.contains("=x "));
        drawn += usize::from(output.contains(word));
        if arguments.last() == Some(&"--csv") {
            assert_no_formula(&output);
        }
    }
    // Tables and exports leave all joiners out, as of what people type.
    assert!(told > 11 && drawn > 3, "{told} told, {drawn} with the word");
    assert!(assert_files_harmless(folder.path()) >= 7);
}

#[test]
fn profile_and_configuration() {
    for (name, text) in texts() {
        let folder = tempfile::tempdir().expect("a folder");
        let config = folder.path().join("config");
        fs::create_dir(&config).expect("made");
        let quoted = quoted(&text);
        let profile = format!(
            "shop = {quoted}\n[[terminal]]\nnumber = \"12345678\"\nmodel = {quoted}\n[phones]\nisp = {quoted}\n{quoted} = 1\n"
        );
        fs::write(config.join("profile.toml"), profile).expect("written");
        let notice =
            format!("lang = {quoted}\n[[notice]]\ntext = {{ zh = {quoted}, en = {quoted} }}\n");
        fs::write(config.join("config.toml"), notice).expect("written");
        let arguments = ["plain".into()];
        let ran = run(folder.path(), &arguments, &[], b"1\n2\ne a.txt\ne a.html\nq\n");
        assert_fine(&ran, name);
        fs::remove_dir_all(config).expect("removed");
        assert_files_harmless(folder.path());
    }
}

/// Each text of a summary in turn; where several stand in the same place of events of one kind, the
/// first of them.
#[test]
fn imports() {
    let summary: Value =
        serde_json::from_str(&written(&eventful(), Format::Json, "en")).expect("JSON");
    // Made once: a language's texts take longer to read than a summary does.
    let languages = ["en", "zh"].map(Texts::new);
    let places = places(&summary);
    let mut taken = 0;
    for (name, text) in texts().into_iter().chain([("NUL", "a\0b".to_owned())]) {
        for place in &places {
            let mut spoiled = summary.clone();
            *spoiled.pointer_mut(place).expect("a place") = text.clone().into();
            match import(&spoiled.to_string(), &sample()) {
                Ok(session) => {
                    taken += 1;
                    for format in Format::ALL {
                        let out = export(&session, format, &languages[0], &zone());
                        assert_harmless(&out, &format!("{name} at {place}, {format:?}"));
                    }
                }
                Err(error) => {
                    let said = languages.each_ref().map(|own| error.message(own, &sample()));
                    assert_harmless(&said.concat(), &format!("{name} at {place}"));
                }
            }
        }
    }
    // Everything that the summary tells beside what it is made from, and what people wrote.
    assert!(taken > 100, "{taken}");
}

/// Where the texts of a summary stand.
fn places(summary: &Value) -> Vec<String> {
    let mut all = Vec::new();
    collect(summary, "", &mut all);
    let mut kinds = BTreeSet::new();
    all.retain(|place: &String| {
        let parts: Vec<_> = place.split('/').collect();
        let event = match parts[..] {
            ["", "events", at, ..] => {
                summary["events"][at.parse::<usize>().expect("a place")]["event"].as_str()
            }
            _ => None,
        };
        kinds.insert((event, place.replace(|own: char| own.is_ascii_digit(), "")))
    });
    all
}

fn collect(value: &Value, at: &str, all: &mut Vec<String>) {
    match value {
        Value::String(_) => all.push(at.to_owned()),
        Value::Array(own) => {
            own.iter()
                .enumerate()
                .for_each(|(part, own)| collect(own, &format!("{at}/{part}"), all));
        }
        Value::Object(own) => {
            own.iter().for_each(|(part, own)| collect(own, &format!("{at}/{part}"), all));
        }
        _ => {}
    }
}

#[test]
fn names_of_trainees_and_cells_of_tables() {
    for (name, text) in texts() {
        if let Ok(trainee) = TraineeName::parse(&text) {
            assert_harmless(trainee.as_str(), name);
            let cell = clean::cell(trainee.as_str());
            assert!(!cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']), "{cell}");
        }
    }
}

#[test]
fn the_texts_are_hostile() {
    for (name, text) in texts() {
        let only_elsewhere = ["formula", "wide formula", "markup", "line ends"].contains(&name);
        assert!(only_elsewhere || harm(&text).is_some(), "{name}");
    }
    let session: Session = eventful();
    assert_harmless(&written(&session, Format::Text, "en"), "a friendly session");
}
