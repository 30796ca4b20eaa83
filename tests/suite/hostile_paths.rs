//! Where files go, and who may read them.

use crate::{
    binary::tilldoc,
    hostile::run,
    support::{
        attempts::{keep, played},
        program::store,
    },
};
use std::{
    ffi::OsString,
    fs,
    os::unix::fs::{PermissionsExt, symlink},
    path::{Path, PathBuf},
};
use tilldoc::training::Mode;

/// Runs the program, and gives what it said.
fn told(folder: &Path, arguments: &[&str], input: &str) -> String {
    let arguments: Vec<OsString> =
        ["--lang", "en"].iter().chain(arguments).map(OsString::from).collect();
    run(folder, &arguments, &[], input.as_bytes()).output
}

/// All that stands in a folder and below it, but not what links lead to.
fn all(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.symlink_metadata().expect("there").is_dir() {
            found.extend(all(&path));
        }
        found.push(path);
    }
    found
}

/// Summaries and debriefs that are saved in the wizard stay in its folder, whatever their name.
#[test]
fn no_name_that_is_typed_leads_out_of_the_folder() {
    let outer = tempfile::tempdir().expect("a folder");
    let (folder, elsewhere) = (outer.path().join("shop"), outer.path().join("elsewhere"));
    for path in [&folder, &elsewhere, &folder.join("in")] {
        fs::create_dir(path).expect("made");
    }
    fs::write(elsewhere.join("mine.txt"), "mine").expect("written");
    symlink(&elsewhere, folder.join("out")).expect("linked");
    symlink(elsewhere.join("mine.txt"), folder.join("mine.txt")).expect("linked");
    symlink(elsewhere.join("new.txt"), folder.join("new.txt")).expect("linked");
    // A link that stays in the folder is a way like any other.
    symlink(folder.join("in"), folder.join("on")).expect("linked");
    let names = [
        "../up.txt",
        "in/../../up.txt",
        "..\\up.txt",
        "in/..\\..\\up.txt",
        "out/a.txt",
        "./out/a.txt",
        "in/../out/a.txt",
        "mine.txt",
        "new.txt",
        "~/../up.txt",
        "nul.txt",
        "CON.txt",
        "con .txt",
        "con..txt",
        "Com1.md",
        "LPT9.json",
        "in/AUX.html",
        "PRN .txt",
        "CONIN$.txt",
    ];
    let saves = names.map(|name| ["e ", name, "\n"].concat()).concat();
    let before = (all(&folder).len(), all(&elsewhere).len());
    let said = told(&folder, &["plain"], &format!("1\n2\n{saves}e in/fine.txt\ne on/fine.md\nq\n"));
    assert_eq!(said.matches("leads out of this folder").count(), 8, "{said}");
    assert_eq!(said.matches("Windows keeps this name").count(), 9, "{said}");
    assert_eq!(fs::read_to_string(elsewhere.join("mine.txt")).expect("there"), "mine");
    assert_eq!(all(&elsewhere).len(), before.1, "something new: {:?}", all(&elsewhere));
    assert!(folder.join("in/fine.txt").is_file() && folder.join("in/fine.md").is_file(), "{said}");
    let outside: Vec<_> = fs::read_dir(outer.path()).expect("there").flatten().collect();
    assert_eq!(outside.len(), 2, "{outside:?}");
    let new: Vec<_> =
        all(&folder).into_iter().filter(|own| !own.starts_with(folder.join("data"))).collect();
    assert_eq!(new.len(), before.0 + 2, "{new:?}");
    // Nor does what is named on the command line go over a link or a device.
    for name in [
        "mine.txt",
        "new.txt",
        "CON.txt",
        "nul .md",
        "/dev/null",
        "NUL",
        "CON",
        "con.",
        "CON...",
        "aux. ",
        "in/PRN ",
    ] {
        let said = told(&folder, &["history", "export", "1", "--output", name], "");
        assert!(
            said.contains("can't be written to as a file")
                || said.contains("Windows keeps this name"),
            "{name}: {said}"
        );
    }
    assert_eq!(all(&elsewhere).len(), before.1);
}

/// A summary from elsewhere is read and becomes a session; no text in it is a path.
#[test]
fn an_import_writes_nowhere_but_in_the_database() {
    let outer = tempfile::tempdir().expect("a folder");
    let folder = outer.path().join("shop");
    fs::create_dir(&folder).expect("made");
    told(&folder, &["plain"], "1\n2\nn ../../up.txt\ne a.json\nq\n");
    let text = fs::read_to_string(folder.join("a.json")).expect("saved");
    fs::write(folder.join("a.json"), text.replace("0.1.0", "../../up")).expect("written");
    let before = all(outer.path());
    told(&folder, &["open", "a.json"], "");
    told(&folder, &["plain"], "q\n");
    assert_eq!(all(outer.path()), before);
    // What never ends is read no further than a summary may be long; what is no file is refused.
    for path in ["/dev/zero", "/dev/null", ".", "no-such.json", "../shop"] {
        let said = told(&folder, &["open", path], "");
        assert!(!said.contains("panicked") && said.len() < 1_000, "{path}: {said}");
    }
    assert_eq!(all(outer.path()), before);
}

#[test]
fn what_is_written_is_its_owners_alone() {
    let outer = tempfile::tempdir().expect("a folder");
    let folder = outer.path();
    // The database, the sessions, summaries of every format.
    told(folder, &["plain"], "1\n2\ne a.txt\ne a.md\ne a.json\ne a.html\nq\n");
    told(folder, &["history", "export", "1", "--output", "b.html"], "");
    // Debrief, report, certificate.
    let mut store = store(folder);
    let began = "2026-11-20T02:00:00Z".parse().expect("a time");
    keep(&mut store, "Ann", &played("the-silent-box", Mode::Exam, true, began));
    drop(store);
    let course = "title = \"One\"\nscenarios = [\"the-silent-box\"]\n";
    fs::write(folder.join("course.toml"), course).expect("written");
    let built_in =
        |arguments: &[&str]| tilldoc(folder, &[&["--lang", "en"], arguments].concat(), "");
    for name in ["report.html", "report.csv", "report.json"] {
        built_in(&["train", "report", "--output", name]);
    }
    let certificate = [
        "train",
        "course",
        "--course",
        "course.toml",
        "--trainee",
        "Ann",
        "--certificate",
        "--output",
        "certificate.html",
    ];
    let said = built_in(&certificate);
    assert!(folder.join("certificate.html").exists(), "{said}");
    let guide = folder.join("guide");
    fs::create_dir(&guide).expect("made");
    for file in ["guide.toml", "nodes.toml", "shown.toml"] {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/guides/small").join(file);
        fs::copy(from, guide.join(file)).expect("copied");
    }
    fs::write(guide.join("training.toml"), include_str!("support/scenario.toml")).expect("written");
    let drill = ["--guide", "guide", "train", "--plain", "the-still-box"];
    told(folder, &drill, "o\n1\n1\n2\n3,2,1\n1\ne debrief.html\nq\n");
    fs::remove_dir_all(guide).expect("removed");
    fs::remove_file(folder.join("course.toml")).expect("removed");
    // A crash is told on the terminal, and nowhere else.
    let crash = [("TILLDOC_TEST_PANIC", "x".into()), ("TILLDOC_TEST_PANIC_AT", "store".into())];
    run(folder, &["plain".into()], &crash, b"1\n2\nq\n");

    let mode = |path: &Path| path.metadata().expect("there").permissions().mode() & 0o777;
    let all = all(folder);
    for path in &all {
        let expected = if path.is_dir() { 0o700 } else { 0o600 };
        assert_eq!(mode(path), expected, "{}", path.display());
    }
    for name in [
        "a.txt",
        "a.md",
        "a.json",
        "a.html",
        "b.html",
        "report.html",
        "report.csv",
        "report.json",
        "certificate.html",
        "debrief.html",
        "data",
        "data/tilldoc.db",
    ] {
        assert!(all.contains(&folder.join(name)), "{name} of {all:?}");
    }
}
