//! What is said of the rules: in words, on their page, on the command line; and findings as programs
//! read them.

use super::{
    binary::tilldoc,
    guide_check::{case_named, small_guide},
};
use std::{collections::BTreeSet, fs, path::Path};
use tilldoc::{
    guide::{
        ReportFormat, Severity, SourceFile, check, explain,
        explain::{document, explained, explanation},
        rules, tell,
    },
    texts::Texts,
};

#[test]
fn every_rule_is_explained_in_all_languages() {
    let explained = explained();
    let named: BTreeSet<&str> = explained.iter().map(|(rule, _)| *rule).collect();
    assert_eq!(named, rules().map(|rule| rule.id).collect());
    let languages: BTreeSet<String> = Texts::available().into_iter().collect();
    for (rule, parts) in explained {
        for tags in parts {
            let tags: BTreeSet<String> = tags.into_iter().map(str::to_owned).collect();
            assert_eq!(tags, languages, "{rule}");
        }
        for tag in &languages {
            let told = explanation(rule, tag);
            for text in [told.means, told.why, told.mend] {
                assert!(text.ends_with(['.', '。']), "{rule}: {text}");
            }
        }
        for good in [false, true] {
            assert!(!explain::case(rule, good).is_empty(), "{rule} has no example ({good})");
        }
    }
}

/// The pages are made from the registry: with `INSTA_UPDATE=always` they are written anew.
#[test]
fn the_pages_of_the_rules_are_of_today() {
    for (path, tag) in [("docs/rules.md", "en"), ("docs/rules.zh-CN.md", "zh")] {
        let page = document(&Texts::new(tag));
        if std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
            fs::write(path, &page).expect("the page can be written");
        }
        let written = fs::read_to_string(path).expect("the page is there");
        assert!(written == page, "{path} is not of today: run this test with INSTA_UPDATE=always");
    }
}

#[test]
fn a_rule_is_explained_on_the_command_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let told = tilldoc(folder.path(), &["--lang", "en", "guide", "explain", "same-wording"], "");
    assert!(told.contains("Between two lines that read the same nobody can choose."), "{told}");
    assert!(told.contains("A bad example") && told.contains("A good one"), "{told}");
    assert!(told.contains("allow = { same-wording = \"the reason\" }"), "{told}");
    assert!(told.ends_with("exit 0"), "{told}");
    let list = tilldoc(folder.path(), &["--lang", "en", "guide", "explain"], "");
    for rule in rules() {
        assert!(list.contains(&format!("{:<8} {} ", rule.severity.name(), rule.id)), "{list}");
    }
    let near = tilldoc(folder.path(), &["--lang", "en", "guide", "explain", "same-wordin"], "");
    assert!(near.contains("Did you mean same-wording?") && near.ends_with("exit 2"), "{near}");
}

#[test]
fn what_is_denied_decides_the_exit_code() {
    let folder = tempfile::tempdir().expect("a folder");
    let put = |files: &[SourceFile]| {
        for file in files {
            fs::write(folder.path().join(&file.name), &*file.text).expect("it can be written");
        }
    };
    let run = |more: &[&str]| {
        let arguments = [&["--lang", "en", "guide", "check", "."], more].concat();
        tilldoc(folder.path(), &arguments, "")
    };
    put(&case_named("unused-text"));
    assert!(run(&[]).ends_with("exit 0"), "warnings alone are no failure");
    for deny in ["warnings", "notes"] {
        let told = run(&["--deny", deny]);
        assert!(told.ends_with("exit 1"), "{told}");
    }
    fs::remove_file(folder.path().join("unused-text.toml")).expect("it is there");
    put(&case_named("missing-sources"));
    fs::rename(folder.path().join("missing-sources.toml"), folder.path().join("guide.toml"))
        .expect("it can be renamed");
    assert!(run(&["--deny", "warnings"]).ends_with("exit 0"), "a note is no warning");
    assert!(run(&["--deny", "notes"]).ends_with("exit 1"));
}

/// One warning with a place in Chinese text, and a finding about two places.
fn two_findings() -> Vec<SourceFile> {
    case_named("same-wording")
}

#[test]
fn the_short_form_is_one_line_a_finding() {
    let files = two_findings();
    let findings = check(&files).findings;
    let short = tell(ReportFormat::Short, &files, &findings, &Texts::new("zh"), true);
    let lines: Vec<&str> = short.lines().collect();
    assert_eq!(lines.len(), findings.len());
    assert!(lines[0].starts_with("same-wording.toml:7:10: warning[same-wording]: "), "{short}");
    let none = tell(ReportFormat::Short, &[small_guide()], &[], &Texts::new("zh"), true);
    assert_eq!(none, "");
}

#[test]
fn json_has_every_finding_with_its_place() {
    let files = two_findings();
    let findings = check(&files).findings;
    let json = tell(ReportFormat::Json, &files, &findings, &Texts::new("en"), true);
    let json: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    assert_eq!(json["version"], 1);
    assert_eq!((&json["errors"], &json["warnings"]), (&0.into(), &findings.len().into()));
    let entries = json["findings"].as_array().expect("a list");
    assert_eq!(entries.len(), findings.len());
    let first = &entries[0];
    assert_eq!(first["rule"], "same-wording");
    assert_eq!(first["severity"], "warning");
    assert_eq!(first["file"], "same-wording.toml");
    assert_eq!((&first["line"], &first["column"]), (&7.into(), &10.into()));
    assert_eq!((&first["end_line"], &first["end_column"]), (&7.into(), &15.into()));
    assert_eq!(first["first"]["line"], 6);
    assert!(first["message"].is_string() && first["help"].is_string());
}

/// What the published schema of SARIF 2.1.0 asks of the objects that are written here: the required
/// properties, the words that are allowed, the least values.
#[test]
fn sarif_keeps_what_its_schema_asks() {
    let mut files = two_findings();
    files.push(SourceFile::new("网络 1.toml", "[[question]\n"));
    let findings = check(&files).findings;
    for tag in ["en", "zh"] {
        let sarif = tell(ReportFormat::Sarif, &files, &findings, &Texts::new(tag), true);
        let log: serde_json::Value = serde_json::from_str(&sarif).expect("it is JSON");
        assert_eq!(log["version"], "2.1.0");
        let runs = log["runs"].as_array().expect("a list of runs");
        let driver = &runs[0]["tool"]["driver"];
        assert!(driver["name"].is_string());
        assert_eq!(runs[0]["columnKind"], "unicodeCodePoints");
        let known = driver["rules"].as_array().expect("a list of rules");
        assert_eq!(known.len(), rules().count());
        for rule in known {
            assert!(rule["id"].is_string());
            for key in ["shortDescription", "fullDescription", "help"] {
                assert!(rule[key]["text"].as_str().is_some_and(|text| !text.is_empty()), "{rule}");
            }
            let level = rule["defaultConfiguration"]["level"].as_str();
            assert!(level.is_some_and(|level| ["error", "warning", "note"].contains(&level)));
        }
        let results = runs[0]["results"].as_array().expect("a list of results");
        assert_eq!(results.len(), findings.len());
        for (result, finding) in results.iter().zip(&findings) {
            assert_eq!(result["ruleId"], finding.rule);
            let index = result["ruleIndex"].as_u64().expect("a number") as usize;
            assert_eq!(known[index]["id"], finding.rule);
            assert_eq!(result["level"], finding.severity.name());
            assert!(result["message"]["text"].as_str().is_some_and(|text| !text.is_empty()));
            let related = result["relatedLocations"].as_array().into_iter().flatten();
            for location in result["locations"].as_array().expect("places").iter().chain(related) {
                let physical = &location["physicalLocation"];
                let uri = physical["artifactLocation"]["uri"].as_str().expect("an address");
                let plain = |c: char| c.is_ascii_alphanumeric() || "-._~/%".contains(c);
                assert!(!uri.is_empty() && uri.chars().all(plain), "{uri}");
                let least = |key: &str| physical["region"][key].as_u64().is_some_and(|at| at >= 1);
                for key in ["startLine", "startColumn", "endLine", "endColumn"] {
                    assert!(least(key), "{physical}");
                }
            }
        }
    }
    assert!(findings.iter().any(|finding| finding.severity == Severity::Error));
}

/// The examples name commands and options that there are.
#[test]
fn the_examples_can_be_run() {
    use clap::CommandFactory;
    let folder = Path::new("docs/examples");
    let mut lines = 0;
    for name in ["check-guide.yml", "pre-commit"] {
        let text = fs::read_to_string(folder.join(name)).expect(name);
        for line in text.lines().filter(|line| !line.trim_start().starts_with('#')) {
            let Some(at) = line.find("tilldoc ") else { continue };
            let command = line[at..].split(['>', '|', ';']).next().unwrap_or_default();
            let arguments = command.split_whitespace();
            let parsed = tilldoc::cli::Cli::command().try_get_matches_from(arguments);
            assert!(parsed.is_ok(), "{name}: {command}: {:?}", parsed.err());
            lines += 1;
        }
    }
    assert_eq!(lines, 3);
}

#[cfg(unix)]
#[test]
fn the_hook_keeps_a_bad_guide_back() {
    use std::{os::unix::fs::PermissionsExt, process::Command};
    let hook = fs::metadata("docs/examples/pre-commit").expect("it is there");
    assert!(hook.permissions().mode() & 0o111 != 0, "it can't be run");
    let parsed = Command::new("sh").args(["-n", "docs/examples/pre-commit"]).status();
    assert!(parsed.is_ok_and(|status| status.success()), "it is no shell script");
}
