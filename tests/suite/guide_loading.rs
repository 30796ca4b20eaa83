//! Guides on disk: what is loaded, and what is said of folders that are no guide.

use super::guide_check::small_guide;
use std::{fs, path::Path};
use tempfile::TempDir;
use tilldoc::{
    guide::ReportFormat,
    guide_dir::{LoadError, check, load},
    texts::Texts,
};

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let dir = tempfile::tempdir().expect("a folder can be made");
    for (name, bytes) in files {
        fs::write(dir.path().join(name), bytes).expect("a file can be written");
    }
    dir
}

/// The message and the help in English, with the folder's own name left out.
fn words(error: &LoadError, dir: &Path) -> String {
    let texts = Texts::new("en");
    let words = format!("{}\n{}", error.message(&texts), error.help(&texts));
    words.replace(&dir.display().to_string(), "DIR")
}

fn refused(dir: &Path) -> String {
    let error = load(dir).expect_err("it is refused");
    let zh = Texts::new("zh");
    assert!(!error.message(&zh).is_empty() && !error.help(&zh).is_empty());
    words(&error, dir)
}

#[test]
fn all_toml_files_of_a_folder_are_loaded_by_name() {
    let guide = small_guide().text.into_owned();
    let dir = folder(&[
        ("guide.toml", guide.as_bytes()),
        ("z.toml", b""),
        ("a.toml", b"# more"),
        (".#a.toml", b"left by an editor"),
        ("a.toml~", b"left by an editor"),
        ("README.md", b"no TOML"),
    ]);
    fs::create_dir(dir.path().join("older.toml")).expect("a folder can be made");
    let files = load(dir.path()).expect("it is a guide");
    let names: Vec<_> = files.iter().map(|file| Path::new(&file.name).file_name()).collect();
    assert_eq!(names, ["a.toml", "guide.toml", "z.toml"].map(|name| Some(name.as_ref())));
    assert!(Path::new(&files[0].name).starts_with(dir.path()), "named as typed");
    let checked = check(Some(dir.path()), ReportFormat::Human, &Texts::new("en"), false)
        .expect("it can be checked");
    assert_eq!((checked.tally.errors, checked.tally.warnings), (1, 0), "{}", checked.text);
    assert!(checked.text.contains("unknown-target"), "{}", checked.text);
}

#[test]
fn what_is_no_guide_is_told() {
    let dir = folder(&[("one.toml", b"")]);
    assert_eq!(
        refused(&dir.path().join("nowhere")),
        "there is no folder DIR\nCheck the spelling. The folder of a guide contains a guide.toml."
    );
    assert_eq!(
        refused(&dir.path().join("one.toml")),
        "DIR is not a folder\nName the folder that contains guide.toml."
    );
    assert_eq!(
        refused(dir.path()),
        "DIR contains no guide.toml\nName the folder that contains it."
    );
}

#[test]
fn a_file_in_another_encoding_is_named_with_its_line() {
    let dir = folder(&[("guide.toml", b"format = 1\n\ntitle = \"\xD6\xB8\xC4\xCF\"\n")]);
    let told = refused(dir.path());
    let end = "guide.toml: line 3 is not UTF-8\nSave the file with the encoding UTF-8.";
    assert!(told.ends_with(end), "{told}");
}

#[test]
fn a_guide_with_a_byte_order_mark_and_windows_lines_is_read() {
    let text = format!("\u{feff}{}", small_guide().text.replace('\n', "\r\n"));
    let dir = folder(&[("guide.toml", text.as_bytes())]);
    let checked = check(Some(dir.path()), ReportFormat::Human, &Texts::new("en"), false)
        .expect("it can be checked");
    assert!(checked.text.contains("guide.toml:32:54"), "{}", checked.text);
    assert_eq!(checked.tally.errors, 1, "{}", checked.text);
}

#[test]
fn too_much_is_refused() {
    let dir = folder(&[("guide.toml", b"")]);
    let big = fs::File::create(dir.path().join("big.toml")).expect("a file can be written");
    big.set_len((16 << 20) + 1).expect("a file can be long");
    let told = refused(dir.path());
    assert!(told.contains("big.toml is larger than 16 MiB"), "{told}");

    let dir = folder(&[("guide.toml", b"")]);
    for at in 0..1_000 {
        fs::write(dir.path().join(format!("{at}.toml")), "").expect("a file can be written");
    }
    let told = refused(dir.path());
    assert!(told.starts_with("DIR contains more than 1000 TOML files"), "{told}");
}

#[cfg(unix)]
#[test]
fn a_file_that_is_none_is_not_waited_for() {
    let dir = folder(&[("guide.toml", b"")]);
    let lost = dir.path().join("lost.toml");
    std::os::unix::fs::symlink("/nowhere", lost).expect("a link can be made");
    let told = refused(dir.path());
    assert!(told.starts_with("DIR/lost.toml can't be read: "), "{told}");
}

#[test]
fn a_file_that_is_not_utf_8_hides_no_other_finding() {
    let guide = small_guide().text.into_owned();
    let dir = folder(&[
        ("guide.toml", guide.as_bytes()),
        ("latin.toml", b"# caf\xe9\n"),
        ("open.toml", b"[[question]\n"),
    ]);
    let report = check(Some(dir.path()), ReportFormat::Human, &Texts::new("en"), false)
        .expect("the folder is there");
    assert!(report.text.contains("latin.toml: line 1 is not UTF-8"), "{}", report.text);
    assert!(report.text.contains("open.toml:1:"), "{}", report.text);
    assert!(load(dir.path()).is_err(), "such a guide does not run");
}
