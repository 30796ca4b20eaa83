//! Hostile text in what is trained with: scenarios from elsewhere, and the names of trainees.

use crate::{
    hostile::{Ran, assert_fine, quoted, run},
    support::{
        attempts::{keep, played},
        hostile::{assert_harmless, assert_no_formula, small_guide_with, texts},
        program::store,
    },
};
use std::{ffi::OsString, fs, path::Path};
use tilldoc::training::{Mode, TraineeName, Worded};

fn words(arguments: &[&str]) -> Vec<OsString> {
    arguments.iter().map(OsString::from).collect()
}

/// The small guide with a scenario that begins each of its texts with this one.
fn guide_with(folder: &Path, text: &str) -> String {
    let path = small_guide_with(folder, str::to_owned);
    let quoted = quoted(text);
    let own = quoted.trim_matches('"');
    let scenario = include_str!("support/scenario.toml")
        .replace("en = \"", &format!("en = \"{own} "))
        .replace("en = [\"", &format!("en = [\"{own} "));
    fs::write(Path::new(&path).join("training.toml"), scenario).expect("written");
    path
}

#[test]
fn scenarios() {
    let (mut played, mut refused) = (0, 0);
    for (name, text) in texts() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = guide_with(folder.path(), &text);
        let own = |arguments: &[&str], input: &str| {
            let arguments = words(&[&["--lang", "en", "--guide", &path], arguments].concat());
            let ran = run(folder.path(), &arguments, &[], input.as_bytes());
            let of = format!("{name}: {arguments:?}");
            assert!(matches!(ran.code, Some(0 | 1)), "{of}: {}", ran.output);
            let output = ran.output.trim_start_matches('\u{feff}').replace("\r\n", "\n");
            assert_harmless(&output, &of);
            Ran { output, ..ran }
        };
        let listed = own(&["train", "list"], "");
        let drilled = own(
            &["train", "--plain", "--trainee", "Ann", "the-still-box"],
            "o\n1\n1\n2\n3,2,1\n1\ne debrief.html\nq\n",
        );
        if listed.code == Some(0) {
            played += 1;
            assert!(listed.output.contains("The still box"), "{name}: {}", listed.output);
            assert!(drilled.output.contains("Debrief: "), "{name}: {}", drilled.output);
            let page = fs::read_to_string(folder.path().join("debrief.html")).expect("saved");
            assert!(!page.contains("<script") && !page.contains("<img"), "{name}: {page}");
            assert_harmless(&page, name);
            own(&["train", "list", "--answers", "--json"], "");
            for format in ["table", "csv", "html", "json", "xapi"] {
                own(&["train", "report", "--by", "scenario", "--format", format], "");
            }
        } else {
            refused += 1;
            assert!(listed.output.contains("training.toml:"), "{name}: {}", listed.output);
        }
    }
    // What steers a terminal is refused; what is only odd is shown as text.
    assert!(played >= 3 && refused >= 10, "{played} played, {refused} refused");
}

#[test]
fn reports_with_names_of_trainees() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = store(folder.path());
    let began = "2026-11-20T02:00:00Z".parse().expect("a time");
    let mut marked = played("the-silent-box", Mode::Exam, true, began);
    let mut names = Vec::new();
    for (_, text) in texts() {
        // As it might stand in a database.
        marked.title = Worded([("en".to_owned(), text.clone())].into());
        for text in [text.clone(), format!("{text}1"), text.chars().take(12).collect()] {
            if let Ok(name) = TraineeName::parse(&text) {
                keep(&mut store, name.as_str(), &marked);
                names.push(name);
            }
        }
    }
    drop(store);
    assert!(names.len() > 30, "{}", names.len());
    for by in ["trainee", "scenario", "step", "question"] {
        for format in ["table", "csv", "html", "json", "xapi"] {
            let arguments =
                words(&["--lang", "en", "train", "report", "--by", by, "--format", format]);
            let ran = run(folder.path(), &arguments, &[], b"");
            assert!(ran.code == Some(0), "{by}, {format}: {}", ran.output);
            // The mark by which a spreadsheet knows what it reads.
            let text = ran.output.strip_prefix('\u{feff}').unwrap_or(&ran.output);
            let text = &text.replace("\r\n", "\n");
            assert_harmless(text, &format!("{by}, {format}"));
            match format {
                "csv" => assert_no_formula(text),
                "html" => assert!(!text.contains("<script") && !text.contains("<img")),
                _ => {}
            }
        }
    }
    for arguments in [
        &["train", "trainees"][..],
        &["train", "trainees", "--json"],
        &["train", "course", "--all"],
        &["train", "course", "--all", "--json"],
        &["stats", "--csv"],
    ] {
        let ran = run(folder.path(), &words(arguments), &[], b"");
        let text = ran.output.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        assert_harmless(&text, &format!("{arguments:?}"));
        assert!(matches!(ran.code, Some(0 | 1)), "{arguments:?}: {text}");
    }
    for name in names {
        let arguments = words(&["train", "course", "--certificate", "--trainee", name.as_str()]);
        assert_fine(&run(folder.path(), &arguments, &[], b""), name.as_str());
    }
}
