//! The reference of the guide's format is true: its examples are a guide, and its tables are whole.

use std::collections::BTreeSet;
use tilldoc::{
    guide::{Severity, SourceFile, format_tables, read, report, rules},
    texts::Texts,
};

const REFERENCE: &str = include_str!("../../docs/guide-format.md");

/// The blocks of TOML, named by their first lines.
pub(super) fn examples() -> Vec<SourceFile> {
    let blocks = REFERENCE.split("```toml\n# ").skip(1);
    let example = |block: &'static str| {
        let (name, _) = block.split_once(".toml").expect("a block begins with its file's name");
        let text = block.split("```").next().unwrap_or_default();
        SourceFile::new(format!("{name}.toml"), format!("# {text}"))
    };
    blocks.map(example).collect()
}

/// The keys in the table under a heading, and those of them in bold.
fn keys(heading: &str) -> (BTreeSet<&str>, BTreeSet<&str>) {
    let (_, section) = REFERENCE.split_once(heading).expect(heading);
    let rows = section.lines().skip(1).skip_while(|line| line.is_empty()).skip(2);
    let cells = rows.map_while(|row| row.strip_prefix("| ")?.split(" |").next());
    let cells: Vec<&str> = cells.collect();
    let bold = cells.iter().filter(|cell| cell.starts_with("**"));
    let bare = |cell: &&'static str| cell.trim_matches(['*', '`']);
    (cells.iter().map(bare).collect(), bold.map(bare).collect())
}

#[test]
fn the_examples_are_a_guide() {
    let files = examples();
    assert!(files.len() > 2);
    let reading = read(&files);
    let told = report(&files, &reading.findings, &Texts::new("en"), false);
    assert!(reading.findings.is_empty(), "{told}");
}

#[test]
fn the_tables_list_every_key() {
    for (name, own) in format_tables() {
        let heading = match name {
            "guide.toml" => "\n## `guide.toml` alone\n".to_owned(),
            "answer" => "\n## An answer\n".to_owned(),
            _ => format!("\n## `{name}`"),
        };
        let own: BTreeSet<&str> = own.iter().copied().collect();
        assert_eq!(keys(&heading).0, own, "{name}");
    }
}

/// A table without a required key is refused; its optional keys may all be left out.
#[test]
fn the_bold_keys_are_the_required_ones() {
    for (name, _) in format_tables().into_iter().filter(|(name, _)| name.starts_with("[[")) {
        let above = if name.starts_with("[[scenario.") { "[[scenario]]\n" } else { "" };
        let files = [SourceFile::new("guide.toml", format!("{above}{name}\n"))];
        let findings = read(&files).findings;
        let own = report(&files, &findings, &Texts::new("en"), false);
        let line = own.lines().find(|line| line.contains(&format!("{name} lacks ")));
        let (_, lacks) = line.and_then(|line| line.split_once(" lacks ")).expect(name);
        let mut lacking: BTreeSet<&str> = lacks.split(", ").collect();
        // Their absence breaks a rule of its own.
        match name {
            "[[question]]" => lacking.insert("answers"),
            "[[remedy]]" => lacking.insert("actions"),
            _ => false,
        };
        assert_eq!(keys(&format!("\n## `{name}`")).1, lacking, "{name}");
    }
}

#[test]
fn every_rule_is_listed() {
    let (_, list) = REFERENCE.split_once("## What is checked").expect("the section is there");
    let rows: Vec<&str> = list.lines().filter(|line| line.starts_with("| `")).collect();
    let list = rows.join("\n");
    let listed: BTreeSet<&str> = list.split('`').skip(1).step_by(2).collect();
    let mut known: BTreeSet<&str> = rules().map(|rule| rule.id).collect();
    known.insert("guide.toml");
    assert_eq!(listed, known);
    for rule in rules().filter(|rule| rule.severity == Severity::Warning) {
        assert!(list.contains(&format!("`{}` (warning)", rule.id)), "{}", rule.id);
    }
    for rule in rules().filter(|rule| rule.severity == Severity::Note) {
        assert!(list.contains(&format!("`{}` (note)", rule.id)), "{}", rule.id);
    }
}
