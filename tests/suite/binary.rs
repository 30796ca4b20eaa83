//! The real program: its output, its errors and its exit codes, in an empty environment.

use crate::support::program::program;
use insta::assert_snapshot;
use std::{fmt::Write as _, fs, path::Path};

/// Runs the program in a folder and gives standard output, standard error and the exit code in
/// one text, with the folder's own name left out.
pub(crate) fn tilldoc(folder: &Path, arguments: &[&str], input: &str) -> String {
    tilldoc_with(folder, arguments, input, &[])
}

/// The same with more in its environment.
pub(crate) fn tilldoc_with(
    folder: &Path,
    arguments: &[&str],
    input: &str,
    environment: &[(&str, &str)],
) -> String {
    let output = program(folder, arguments, environment, input.as_bytes());
    let mut text = String::from_utf8(output.stdout).expect("text");
    let errors = String::from_utf8(output.stderr).expect("text");
    if !errors.is_empty() {
        let _ = write!(text, "------- stderr\n{errors}");
    }
    let _ = write!(text, "------- exit {}", output.status.code().expect("an exit code"));
    let text = text.replace(env!("CARGO_MANIFEST_DIR"), "CRATE");
    if cfg!(windows) {
        return without_windows(&text, folder);
    }
    let folder = folder.canonicalize().expect("it is there");
    text.replace(&folder.display().to_string(), "FOLDER")
}

/// What the program says on Windows as it says it elsewhere: the ending of its name, and how folders are
/// parted in the names of files.
fn without_windows(text: &str, folder: &Path) -> String {
    let text = text.replace("tilldoc.exe", "tilldoc");
    let folder = folder.display().to_string();
    let mut parts = text.split(&folder);
    let mut plain = parts.next().unwrap_or_default().replace(r"bad\", "bad/").replace(r".\", "./");
    for part in parts {
        let end = part.find(char::is_whitespace).unwrap_or(part.len());
        plain += "FOLDER";
        plain += &part[..end].replace('\\', "/");
        plain += &part[end..];
    }
    plain
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

pub(crate) fn small() -> String {
    format!("{}/tests/guides/small", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn a_piped_run_reaches_a_remedy_and_a_saved_summary() {
    let folder = folder();
    for (lang, file) in [("zh", "记录.md"), ("en", "summary.txt")] {
        let script = format!("1\n2\nn guest paid with 4111 1111 1111 1111\nt 1\ne {file}\n1\nq\n");
        let output =
            tilldoc(folder.path(), &["--guide", &small(), "--lang", lang, "plain"], &script);
        assert_snapshot!(format!("piped_{lang}"), output);
        let saved = fs::read_to_string(folder.path().join(file)).expect("it was saved");
        assert!(!saved.contains("1111 1111 1111"), "{saved}");
        assert_snapshot!(format!("saved_{lang}"), saved);
    }
}

#[test]
fn the_end_of_the_input_says_what_was_kept_and_without_a_remedy_the_exit_code_is_1() {
    let folder = folder();
    let output = tilldoc(folder.path(), &["--lang", "en", "plain"], "11\n1\n");
    assert!(output.ends_with("exit 1"), "{output}");
    assert_snapshot!("input_ended", output.lines().rev().take(5).collect::<Vec<_>>().join("\n"));
}

#[test]
fn without_a_terminal_the_full_screen_says_what_to_use() {
    for lang in ["zh", "en"] {
        assert_snapshot!(
            format!("no_terminal_{lang}"),
            tilldoc(folder().path(), &["--lang", lang], "")
        );
    }
}

#[test]
fn checking_guides() {
    let folder = folder();
    assert_snapshot!(
        "check_builtin",
        tilldoc(folder.path(), &["--lang", "en", "guide", "check"], "")
    );
    assert_snapshot!(
        "check_nothing",
        tilldoc(folder.path(), &["--lang", "en", "guide", "check", "no-such"], "")
    );
    let bad = folder.path().join("bad");
    fs::create_dir(&bad).expect("made");
    let guide = fs::read_to_string(format!("{}/guide.toml", small())).expect("there");
    fs::write(bad.join("guide.toml"), guide.replace("network.first", "network.frist"))
        .expect("written");
    let nodes = fs::read_to_string(format!("{}/nodes.toml", small())).expect("there");
    fs::write(bad.join("nodes.toml"), nodes.replacen("zh = \"不确定\", ", "", 1)).expect("written");
    for lang in ["zh", "en"] {
        let checked = tilldoc(folder.path(), &["--lang", lang, "guide", "check", "bad"], "");
        assert_snapshot!(format!("check_bad_{lang}"), checked);
    }
    // A guide with errors never half-starts.
    let run = tilldoc(folder.path(), &["--lang", "en", "--guide", "bad", "plain"], "1\n");
    assert!(run.starts_with("------- stderr") && run.ends_with("exit 1"), "{run}");
}

#[test]
fn the_shops_own_files_are_used_shown_and_never_fatal() {
    let folder = folder();
    assert_snapshot!(
        "setup_nothing",
        tilldoc(folder.path(), &["--lang", "en", "setup", "--show"], "")
    );
    let config = folder.path().join("config");
    fs::create_dir(&config).expect("made");
    fs::write(config.join("profile.toml"), crate::profile::TWO).expect("written");
    let notice = "[[notice]]\ntext = \"Maintenance today.\"\nuntil = 2026-11-24\n";
    fs::write(config.join("config.toml"), format!("lang = \"en\"\n{notice}step = \"netwrok\"\n"))
        .expect("written");
    assert_snapshot!("setup_show", tilldoc(folder.path(), &["setup", "--show"], ""));
    let json = tilldoc(folder.path(), &["setup", "--show", "--json"], "");
    assert!(json.contains("\"merchant_number\": \"898110259990123\""), "{json}");
    let run = tilldoc(folder.path(), &["--guide", &small(), "plain"], "1\n1\n2\nq\n");
    for said in ["Notice: Maintenance today.", "Which terminal is it?", "400-820-5555"] {
        assert!(run.contains(said), "{said}: {run}");
    }
    // With mistakes in both files the wizard runs, and says so.
    fs::write(config.join("profile.toml"), "merchant_number = \"12\"\nshop = \n").expect("written");
    fs::write(config.join("config.toml"), "lang = \"en\"\ncolor = \"blue\"\n").expect("written");
    let wrong = tilldoc(folder.path(), &["--guide", &small(), "plain"], "1\n2\nq\n");
    assert!(wrong.contains("Did it work?") && wrong.ends_with("exit 0"), "{wrong}");
    let (_, errors) = wrong.split_once("------- stderr").expect("something is said");
    assert!(errors.contains("profile.toml, line 1") && errors.contains("config.toml, line 2"));
    assert_snapshot!("setup_wrong", tilldoc(folder.path(), &["setup", "--show"], ""));
    let form = tilldoc(folder.path(), &["setup"], "");
    assert!(form.contains("Edit FOLDER/config/profile.toml"), "{form}");
}

#[test]
fn an_option_counts_more_than_the_configuration() {
    let folder = folder();
    let config = folder.path().join("config");
    fs::create_dir(&config).expect("made");
    // As the system writes it: on Windows a path with a drive.
    let guide = std::path::absolute("tests/guides/small").expect("a folder");
    let text = format!("lang = \"zh\"\nguide = '{}'\n", guide.display());
    fs::write(config.join("config.toml"), text).expect("written");
    let zh = tilldoc(folder.path(), &["plain"], "q\n");
    assert!(zh.contains("测试指南"), "{zh}");
    let en = tilldoc(folder.path(), &["--lang", "en", "plain"], "q\n");
    assert!(en.contains("Test guide"), "{en}");
    // A language that nobody has never keeps the wizard from running.
    fs::write(config.join("config.toml"), "lang = \"xx\"\n").expect("written");
    let other = tilldoc(folder.path(), &["plain"], "q\n");
    assert!(other.contains("What do you see?"), "{other}");
}

#[test]
fn a_session_goes_to_another_computer_as_a_file_and_as_a_code() {
    let folder = folder();
    let run = |arguments: &[&str], input: &str| {
        let guide = ["--guide", &small(), "--lang", "zh"].map(str::to_owned);
        let all: Vec<&str> =
            guide.iter().map(String::as_str).chain(arguments.iter().copied()).collect();
        tilldoc(folder.path(), &all, input)
    };
    run(&["plain"], "1\n2\nn 指示灯是红的\nt 1\ne a.json\ne a.txt\nq\n");
    let text = fs::read_to_string(folder.path().join("a.txt")).expect("saved");
    // The file: the same summary in every format.
    let imported = run(&["import", "a.json"], "");
    let (told, said) = imported.split_once("------- stderr\n").expect("it says what became of it");
    assert_eq!(told, text);
    assert_eq!(
        said,
        "tilldoc: 这次排查已经在这台电脑的记录里，编号 1，没有重复存。\n------- exit 0"
    );
    let again = run(&["import", "a.json", "-o", "b.json"], "");
    assert_snapshot!("import_saved", again);
    let json = |name: &str| fs::read_to_string(folder.path().join(name)).expect("saved");
    assert_eq!(json("a.json"), json("b.json"));
    let html = run(&["import", "a.json", "--format", "html"], "");
    assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"zh\">"), "{html}");
    // The code: the same place and answers, but neither notes nor times.
    let code = text.lines().find_map(|line| line.strip_prefix("排查码：")).expect("a code");
    let spoken = code.to_lowercase().replace('-', " ");
    let words: Vec<&str> = std::iter::once("open").chain(spoken.split(' ')).collect();
    assert_snapshot!("open_code", run(&words, ""));
    assert_snapshot!("open_json", run(&["open", code, "--format", "json"], ""));
    // What goes wrong.
    let mut wrong = String::new();
    for arguments in [
        &["import", "no-such.json"][..],
        &["import", "a.txt"],
        &["import", "a.json", "-o", "b.json"],
        &["import", "a.json", "-o", "b.pdf"],
        &["open", "51"],
        &["open", &code.replacen(&code[..1], "Z", 1)],
        &["open", "4!11-1111"],
    ] {
        let _ = writeln!(wrong, "{arguments:?}\n{}", run(arguments, ""));
    }
    assert_snapshot!("handoff_wrong", wrong);
    // Another guide knows neither.
    let other = tilldoc(folder.path(), &["--lang", "en", "import", "a.json"], "");
    assert!(other.contains("small 1") && other.ends_with("exit 1"), "{other}");
    let other = tilldoc(folder.path(), &["--lang", "en", "open", code], "");
    assert!(other.contains(&code[..4]) && other.ends_with("exit 1"), "{other}");
}

#[test]
fn wrong_usage_and_help() {
    let folder = folder();
    assert_snapshot!("usage", tilldoc(folder.path(), &["plian"], ""));
    assert_snapshot!("help", tilldoc(folder.path(), &["--help"], ""));
    assert!(tilldoc(folder.path(), &["--version"], "").ends_with("exit 0"));
}

#[test]
fn looking_something_up() {
    let folder = folder();
    let small = small();
    let look = |lang: &str, rest: &[&str]| {
        let arguments = [&["--guide", &small, "--lang", lang, "lookup"], rest].concat();
        tilldoc(folder.path(), &arguments, "")
    };
    assert_snapshot!("lookup_zh", look("zh", &["7", "9"]));
    assert_snapshot!("lookup_en", look("en", &["no", "signal"]));
    assert_snapshot!("lookup_json", look("en", &["--json", "79"]));
    assert_snapshot!("lookup_none", look("en", &["--json", "qqqq"]));
    let one = look("en", &["--most", "1", "79"]);
    assert!(one.contains("(UnionPay)") && !one.contains("(Visa)"), "{one}");
}
