//! `tilldoc history` and `tilldoc stats`: the real program on sessions that the wizard kept.

use crate::binary::{small, tilldoc};
use insta::assert_snapshot;
use std::{fs, path::Path};

/// Runs a command in English on the small guide.
fn run(folder: &Path, arguments: &[&str]) -> String {
    run_in("en", folder, arguments)
}

fn run_in(lang: &str, folder: &Path, arguments: &[&str]) -> String {
    let guide = small();
    let all: Vec<&str> =
        ["--lang", lang, "--guide", &guide].iter().chain(arguments).copied().collect();
    tilldoc(folder, &all, "")
}

/// A folder in which the wizard was used three times.
fn used() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let guide = small();
    let scripts = [
        "1\n2\nn guest paid with 4111 1111 1111 1111, slip 8812\nt 1\n1\nq\n",
        "2\n3\n3\nq\n",
        "1\n2\n2\n1\nq\n",
    ];
    for script in scripts {
        tilldoc(folder.path(), &["--lang", "en", "--guide", &guide, "plain"], script);
    }
    folder
}

#[test]
fn lists_figures_and_one_session_in_both_languages() {
    let folder = used();
    run(folder.path(), &["history", "note", "1", "they", "ordered a new router, 密码 123456"]);
    for lang in ["zh", "en"] {
        assert_snapshot!(format!("list_{lang}"), run_in(lang, folder.path(), &["history"]));
        assert_snapshot!(format!("stats_{lang}"), run_in(lang, folder.path(), &["stats"]));
        let shown = run_in(lang, folder.path(), &["history", "show", "1"]);
        assert!(!shown.contains("1111 1111") && !shown.contains("123456"), "{shown}");
        assert_snapshot!(format!("show_{lang}"), shown);
    }
    assert_snapshot!("list_json", run(folder.path(), &["history", "--json", "--most", "1"]));
    assert_snapshot!("stats_csv", run_in("zh", folder.path(), &["stats", "--csv"]));
    let json = run(folder.path(), &["stats", "--json"]);
    let json = json.strip_suffix("------- exit 0").expect("it went well");
    let figures: serde_json::Value = serde_json::from_str(json).expect("JSON");
    assert_eq!(figures["all"]["sessions"], 3);
    assert_eq!(figures["remedies"][0]["remedy"]["id"], "remedy.router");
}

#[test]
fn filters_of_the_list() {
    let folder = used();
    let numbers = |arguments: &[&str]| {
        let all: Vec<&str> = ["history"].iter().chain(arguments).copied().collect();
        let output = run(folder.path(), &all);
        let lines = output.lines().filter_map(|line| line.split_whitespace().next()?.parse().ok());
        lines.collect::<Vec<u32>>()
    };
    assert_eq!(numbers(&[]), [3, 2, 1]);
    assert_eq!(numbers(&["--search", "8812"]), [1]);
    assert_eq!(numbers(&["--search", "guest paid"]), [1]);
    assert_eq!(numbers(&["--outcome", "solved"]), [1]);
    assert_eq!(numbers(&["--outcome", "unfinished", "--step", "limits"]), [2]);
    assert_eq!(numbers(&["--since", "2026-11-23", "--until", "2026-11-23"]), [3, 2, 1]);
    assert_eq!(numbers(&["--since", "2026-11-24"]), [0; 0]);
    assert_eq!(numbers(&["--most", "2", "--before", "3"]), [2, 1]);
    let none = run(folder.path(), &["history", "--search", "no such thing"]);
    assert!(none.ends_with("exit 1") && none.contains("No session is kept"), "{none}");
    let wrong = run(folder.path(), &["history", "--outcome", "fine"]);
    assert!(wrong.ends_with("exit 2") && wrong.contains("given-up"), "{wrong}");
}

#[test]
fn a_session_is_exported_as_the_name_of_the_file_says() {
    let folder = used();
    for name in ["one.md", "one.txt", "one.json"] {
        let output = run(folder.path(), &["history", "export", "1", "-o", name]);
        assert!(output.contains(&format!("Saved: FOLDER/{name}")), "{output}");
        let text = fs::read_to_string(folder.path().join(name)).expect("it is there");
        assert!(text.contains("slip 8812") && !text.contains("1111 1111"), "{text}");
        let printed = run(folder.path(), &["history", "export", "1", "--format", &name[4..]]);
        assert_eq!(printed, text + "------- exit 0");
    }
    let again = run(folder.path(), &["history", "export", "1", "-o", "one.md"]);
    assert!(again.ends_with("exit 3"), "{again}");
    for lost in [&["history", "show", "9"][..], &["history", "--forget", "9"]] {
        let output = run(folder.path(), lost);
        assert!(output.contains("There is no session 9") && output.ends_with("exit 1"), "{output}");
    }
    let other = tilldoc(folder.path(), &["--lang", "en", "history", "show", "1"], "");
    assert!(other.contains("another guide (small)") && other.ends_with("exit 1"), "{other}");
}

#[test]
fn sessions_are_forgotten() {
    let folder = used();
    let one = run(folder.path(), &["history", "--forget", "2"]);
    assert!(one.starts_with("1 session is forgotten; nothing of it is left."), "{one}");
    let none = run(folder.path(), &["history", "--older-than", "1"]);
    assert!(none.starts_with("Nothing was forgotten"), "{none}");
    let list = run(folder.path(), &["history"]);
    assert_eq!(list.lines().filter(|line| line.contains("2026-11-23")).count(), 2);
    let aside = folder.path().join("data/tilldoc.db.corrupt-20260101T000000Z");
    fs::write(aside, "old").expect("written");
    let with_aside = run(folder.path(), &["history", "--forget", "1"]);
    assert!(with_aside.contains("tilldoc.db.corrupt-20260101T000000Z"), "{with_aside}");
}

#[test]
fn a_damaged_database_is_told_once_and_the_rest_is_listed() {
    let folder = used();
    let path = folder.path().join("data/tilldoc.db");
    let bytes = fs::read(&path).expect("there");
    fs::write(&path, &bytes[..bytes.len() - 4_096]).expect("cut");
    let first = run(folder.path(), &["history"]);
    assert!(first.contains("set aside") && first.contains("corrupt-20261123T"), "{first}");
    let second = run(folder.path(), &["history"]);
    assert!(!second.contains("set aside"), "{second}");
}

#[test]
fn where_nothing_can_be_kept_the_wizard_says_so_and_goes_on() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("data"), "a file").expect("written");
    for lang in ["zh", "en"] {
        let guide = small();
        let arguments = ["--lang", lang, "--guide", &guide, "plain"];
        let output = tilldoc(folder.path(), &arguments, "1\n2\n1\nq\n");
        assert!(output.ends_with("exit 0"), "{output}");
        let told: Vec<&str> = output.lines().filter(|line| line.starts_with('[')).collect();
        assert_snapshot!(format!("not_kept_{lang}"), told.join("\n"));
    }
    let listed = run(folder.path(), &["history"]);
    assert!(listed.ends_with("exit 3"), "{listed}");
    assert_eq!(fs::read_to_string(folder.path().join("data")).expect("there"), "a file");
}
