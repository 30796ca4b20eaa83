//! What differs between two states of a guide's files, table by table: for those who write it.

use super::SourceFile;
use std::collections::{BTreeSet, HashMap};
use toml::{Table, Value};

/// One table that is not as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The table and its name as in the files: `question network.first`; `guide.toml` for the keys
    /// of the guide itself.
    pub what: String,
    /// How it differs.
    pub how: How,
}

/// How a table differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum How {
    /// It is new.
    New,
    /// It is gone.
    Gone,
    /// These keys have other values, are new or are gone.
    Other(Vec<String>),
}

/// What differs, in the order of the new files, and what is gone at the end. The order of tables,
/// blanks and comments do not count, nor does it in which file a table stands. Files that can't be
/// read have no tables.
pub fn changes(old: &[SourceFile], new: &[SourceFile]) -> Vec<Change> {
    let (old, new) = (tables(old, new), tables(new, old));
    let before: HashMap<&str, &Table> =
        old.iter().map(|(what, table)| (what.as_str(), table)).collect();
    let mut changes = Vec::new();
    for (what, table) in &new {
        let how = match before.get(what.as_str()) {
            None => How::New,
            Some(before) if *before == table => continue,
            Some(before) => How::Other(keys(before, table)),
        };
        changes.push(Change { what: what.clone(), how });
    }
    let after: BTreeSet<&str> = new.iter().map(|(what, _)| what.as_str()).collect();
    let gone = old.iter().filter(|(what, _)| !after.contains(what.as_str()));
    changes.extend(gone.map(|(what, _)| Change { what: what.clone(), how: How::Gone }));
    changes
}

/// The keys in which two tables differ.
fn keys(old: &Table, new: &Table) -> Vec<String> {
    let all: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    all.into_iter().filter(|key| old.get(*key) != new.get(*key)).cloned().collect()
}

/// All tables with their names, of the files that are not in `others` as they are.
fn tables(files: &[SourceFile], others: &[SourceFile]) -> Vec<(String, Table)> {
    let mut tables = Vec::new();
    let mut met: HashMap<String, usize> = HashMap::new();
    let same = |own: &SourceFile| {
        others.iter().any(|other| other.name == own.name && other.text == own.text)
    };
    for file in files.iter().filter(|own| !same(own)) {
        let Ok(root) = file.text.parse::<Table>() else { continue };
        let mut head = Table::new();
        for (key, value) in root {
            match value {
                Value::Array(list) if list.iter().all(Value::is_table) && !list.is_empty() => {
                    for table in list {
                        let Value::Table(table) = table else { continue };
                        let mut what = named(&key, &table);
                        // What has no name of its own, or one twice, is told apart by its number.
                        let count = met.entry(what.clone()).or_default();
                        *count += 1;
                        if *count > 1 {
                            what = format!("{what} ({count})");
                        }
                        tables.push((what, table));
                    }
                }
                value => drop(head.insert(key, value)),
            }
        }
        if !head.is_empty() {
            tables.push((file.base_name().to_owned(), head));
        }
    }
    tables
}

/// A table with its name: `question network.first`, `code 51 visa`.
fn named(key: &str, table: &Table) -> String {
    let own = |key: &str| table.get(key).and_then(Value::as_str);
    let name = ["id", "code", "scheme", "fact"].iter().filter_map(|key| own(key));
    std::iter::once(key).chain(name).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(texts: &[(&str, &'static str)]) -> Vec<SourceFile> {
        texts.iter().map(|(name, text)| SourceFile::new(*name, *text)).collect()
    }

    #[test]
    fn what_counts_is_what_a_table_says() {
        let old = files(&[
            ("g/guide.toml", "title = 1\n[[question]]\nid = 'a'\nask = 'A?'\nminutes = 1\n"),
            ("g/b.toml", "[[remedy]]\nid = 'b'\n[[code]]\ncode = '51'\nscheme = 'visa'\n"),
        ]);
        let moved = files(&[
            ("g/guide.toml", "# a comment\ntitle   = 1\n[[remedy]]\nid = 'b'\n"),
            (
                "g/b.toml",
                "[[code]]\nscheme = 'visa'\ncode = '51'\n[[question]]\nminutes = 1\nask = 'A?'\nid = 'a'",
            ),
        ]);
        assert_eq!(changes(&old, &moved), []);
        let new = files(&[
            ("g/guide.toml", "title = 2\n[[question]]\nid = 'a'\nask = 'B?'\n"),
            ("g/b.toml", "[[remedy]]\nid = 'c'\n[[code]]\ncode = '51'\nscheme = 'visa'\n"),
        ]);
        let change = |what: &str, how| Change { what: what.to_owned(), how };
        assert_eq!(
            changes(&old, &new),
            [
                change("question a", How::Other(vec!["ask".into(), "minutes".into()])),
                change("guide.toml", How::Other(vec!["title".into()])),
                change("remedy c", How::New),
                change("remedy b", How::Gone),
            ]
        );
    }

    #[test]
    fn what_has_no_name_is_told_apart_by_its_number() {
        let old = files(&[("guide.toml", "[[notice]]\nsay = 1\n[[notice]]\nsay = 2\n")]);
        let new = files(&[("guide.toml", "[[notice]]\nsay = 1\n[[notice]]\nsay = 3\n")]);
        let how = How::Other(vec!["say".into()]);
        assert_eq!(changes(&old, &new), [Change { what: "notice (2)".into(), how }]);
    }
}
