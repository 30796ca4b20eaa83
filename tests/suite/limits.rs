//! What is too large, too deep or too much is refused with a reason, and is not taken into memory.

use crate::support::sample;
use std::{fmt::Write as _, fs::File, io::Write as _, path::Path};
use tilldoc::{
    config_dir::ConfigDir,
    guide::{SourceFile, check, fmt, report},
    guide_dir::{LoadError, load},
    limits::{FILE_MIB, JSON_DEPTH, SUMMARY_BYTES, TOML_DEPTH},
    profile::Profile,
    session::export::{ImportError, import},
    summary_file,
    texts::Texts,
};

const GIB: u64 = 1 << 30;

/// A file of 1 GiB that takes no room on the disk.
fn huge(path: &Path) {
    File::create(path).and_then(|file| file.set_len(GIB)).expect("a sparse file");
}

/// How much memory this process has had at most, in bytes.
#[cfg(target_os = "linux")]
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("it is Linux");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("it is told");
    line.trim().trim_end_matches(" kB").trim().parse::<u64>().expect("a number") << 10
}

#[cfg(not(target_os = "linux"))]
fn peak() -> u64 {
    0
}

#[test]
fn a_file_of_a_gibibyte_is_refused_in_both_languages_and_never_in_memory() {
    let before = peak();
    let folder = tempfile::tempdir().expect("a folder");
    huge(&folder.path().join("guide.toml"));
    let error = load(folder.path()).expect_err("it is too large");
    assert!(matches!(error, LoadError::TooBig(_)), "{error:?}");
    for name in ["profile.toml", "config.toml", "course.toml"] {
        huge(&folder.path().join(name));
    }
    let own = ConfigDir::new(Some(folder.path()));
    for tag in ["en", "zh"] {
        let texts = Texts::new(tag);
        let said = error.message(&texts);
        assert!(said.contains("guide.toml") && said.contains(&FILE_MIB.to_string()), "{said}");
        let course = own.course(None).expect("there is one");
        let told =
            [own.profile().trouble(&texts), own.config().trouble(&texts), course.trouble(&texts)];
        for told in told {
            let told = told.expect("something is wrong");
            assert!(told.contains(&format!("{FILE_MIB} MiB")), "{told}");
        }
    }
    // A profile that is written anew leaves it aside.
    let saved = own.save_profile(&Profile::default()).expect("saved");
    assert!(saved.set_aside.is_some_and(|path| path.metadata().is_ok_and(|own| own.len() == GIB)));
    assert!(peak() - before < GIB / 2, "{} MiB more", (peak() - before) >> 20);
}

#[test]
fn a_summary_of_a_gibibyte_is_read_no_further_than_it_may_go() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.json");
    huge(&path);
    let text = summary_file::read(&path).expect("as far as it is read");
    assert_eq!(text.len(), SUMMARY_BYTES + 1);
    let error = import(&text, &sample()).expect_err("too large");
    assert_eq!(error, ImportError::TooLarge);
    let said = ["en", "zh"].map(|tag| error.message(&Texts::new(tag), &sample()));
    assert!(said[0].contains("too large") && said[1].contains("太大"), "{said:?}");
}

#[cfg(unix)]
#[test]
fn what_never_ends_is_not_begun() {
    let folder = tempfile::tempdir().expect("a folder");
    let link = folder.path().join("guide.toml");
    std::os::unix::fs::symlink("/dev/zero", &link).expect("linked");
    assert!(matches!(load(folder.path()), Err(LoadError::Unreadable(..))), "a device");
}

/// Checks one text as a guide, and gives what is said of it.
fn said(text: String) -> String {
    let files = [SourceFile::new("guide.toml", text)];
    let reading = check(&files);
    assert!(!reading.findings.is_empty());
    ["en", "zh"].map(|tag| report(&files, &reading.findings, &Texts::new(tag), false)).concat()
}

#[test]
fn toml_that_is_nested_without_end_is_a_finding() {
    for (open, close) in [("[", "]"), ("{ a = ", "}")] {
        for depth in [TOML_DEPTH + 1, 1_000, 1_000_000] {
            let value = [open.repeat(depth), "1".to_owned(), close.repeat(depth)].concat();
            let said = said(format!("format = 1\nid = \"deep\"\ntitle = {value}\n"));
            assert!(said.contains("guide.toml:3:"), "{depth}: {said:.500}");
            // Nor does the formatter follow.
            let _ = fmt(&format!("a = {value}\n"), &["en"]);
        }
    }
    let dotted = vec!["a"; 100_000].join(".");
    said(format!("{dotted} = 1\n[{dotted}]\n[[{dotted}]]\n"));
}

#[test]
fn json_that_is_nested_without_end_is_refused() {
    for depth in [JSON_DEPTH + 1, 1_000_000] {
        for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
            let json = [open.repeat(depth), "1".to_owned(), close.repeat(depth)].concat();
            assert_eq!(import(&json, &sample()).err(), Some(ImportError::NotJson { line: 1 }));
        }
    }
}

/// Few bytes that say very much: each question leads to the next by two answers, so there are 2^200
/// ways through them.
#[test]
fn ways_without_number_are_checked_in_no_time() {
    let mut text = include_str!("support/sample.toml").to_owned();
    for at in 0..200 {
        let next = if at < 199 { format!("many.q{}", at + 1) } else { "network.first".to_owned() };
        let _ = write!(
            text,
            "\n[[question]]\nid = \"many.q{at}\"\nstep = \"network\"\nask = {{ zh = \"问{at}\", en = \"Ask {at}\" }}\n\
             answers = [\n\
             {{ id = \"a\", say = {{ zh = \"甲\", en = \"A\" }}, go = \"{next}\" }},\n\
             {{ id = \"b\", say = {{ zh = \"乙\", en = \"B\" }}, go = \"{next}\" }},\n\
             {{ id = \"unsure\", say = {{ zh = \"不确定\", en = \"Can't tell\" }}, go = \"{next}\", unsure = true }},\n]\n"
        );
    }
    text +=
        "\n[[symptom]]\nid = \"many\"\nsay = { zh = \"许多\", en = \"Many\" }\ngo = \"many.q0\"\n";
    let said = said(text);
    assert!(said.contains("many"), "{said:.500}");
}

#[test]
fn a_line_without_end_is_cut() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("input");
    let mut input = File::create(&path).expect("a file");
    input.write_all(b"1\n2\nn ").expect("written");
    input.set_len(64 << 20).expect("64 MiB of NUL");
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_tilldoc"))
        .env_clear()
        .args(["--lang", "en", "--guide", "tests/guides/small", "--data"])
        .arg(folder.path().join("data"))
        .arg("plain")
        .stdin(File::open(&path).expect("there"))
        .output()
        .expect("it runs");
    assert!(matches!(output.status.code(), Some(0 | 1)), "{output:?}");
    assert!(output.stdout.len() < 100_000, "{} bytes", output.stdout.len());
}
