//! The core has no terminal, no files, no clock, no environment, and knows nothing of the shell.

use std::{fs, path::Path};

/// The core's modules, as folders and files under `src`, and the package of the redactor.
const CORE: [&str; 16] = [
    "../redact/src",
    "guide",
    "lookup",
    "profile",
    "session",
    "training",
    "config.rs",
    "device_name.rs",
    "flaw.rs",
    "json.rs",
    "limits.rs",
    "markup.rs",
    "sheet.rs",
    "table.rs",
    "texts.rs",
    "wording.rs",
];

/// What no core module may name.
const FORBIDDEN: [&str; 26] = [
    "std::fs",
    "fs::read",
    "std::env",
    "env::var",
    "std::net",
    "std::process",
    "std::thread",
    "SystemTime",
    "Instant::now",
    "Timestamp::now",
    "ZonedDateTime::now",
    "TimeZone::system",
    "stdin()",
    "stdout()",
    "stderr()",
    "crossterm",
    "ratatui",
    "crate::tui",
    "crate::plain",
    "crate::save",
    "crate::run",
    "crate::guide_dir",
    "crate::store",
    "crate::history",
    "crate::keeping",
    "rusqlite",
];

#[test]
fn the_core_names_nothing_of_the_shell() {
    let mut read = 0;
    for part in CORE {
        each_file(&Path::new("src").join(part), &mut |path, text| {
            read += 1;
            for (at, line) in text.lines().enumerate() {
                let code = line.split("//").next().unwrap_or_default();
                for word in FORBIDDEN {
                    assert!(!code.contains(word), "{}:{}: {word}", path.display(), at + 1);
                }
            }
        });
    }
    assert!(read > 20, "only {read} files were read");
}

#[test]
fn what_one_file_knows_no_other_does() {
    each_file(Path::new("src"), &mut |path, text| {
        // The arms of `run` in files of their own are a part of it.
        let arm = path.starts_with("src/run").then_some(Path::new("run.rs"));
        let name = arm.unwrap_or_else(|| path.strip_prefix("src").expect("a source"));
        for (word, owner) in [
            ("Timestamp::now", "clock.rs"),
            ("SystemTime::now", "clock.rs"),
            // What is asked for by itself reads all the zones that there are.
            ("TimeZone::system", "clock.rs"),
            ("Zoned::now", "-"),
            ("Exit::Findings", "run.rs"),
            ("process::exit", "-"),
            // One piece of code sees to it that no cell is a formula.
            ("csv::Writer", "sheet.rs"),
        ] {
            assert!(
                name == Path::new(owner) || !text.contains(word),
                "{} names {word}",
                path.display()
            );
        }
    });
}

fn each_file(path: &Path, look: &mut impl FnMut(&Path, &str)) {
    if path.is_dir() {
        for entry in fs::read_dir(path).expect("a folder of the sources") {
            each_file(&entry.expect("an entry").path(), look);
        }
    } else if path.extension().is_some_and(|ending| ending == "rs") && !is_test(path) {
        look(path, &fs::read_to_string(path).expect("a source is text"));
    }
}

/// Whether a file holds tests: it has that name, or is in a folder that has.
fn is_test(path: &Path) -> bool {
    path.ends_with("tests.rs") || path.components().any(|part| part.as_os_str() == "tests")
}
