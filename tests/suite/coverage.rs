//! The built-in guide says all that it was written from: every fact is used or left out for a
//! reason, every code and message is an entry, in both languages. And the check notices what is
//! taken away: each test below does just that.

use crate::support::stage::builtin_guide;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use tilldoc::guide::{FactKind, Node, SourceFile, Target, builtin_sources, read};

/// How many facts of each sort there are, so that none can go missing with what rests on it.
const FACTS: [(FactKind, usize); 3] =
    [(FactKind::Statement, 252), (FactKind::Code, 217), (FactKind::Message, 103)];

#[test]
fn all_facts_are_there() {
    let guide = builtin_guide();
    for (kind, count) in FACTS {
        assert_eq!(guide.facts.iter().filter(|fact| fact.kind == kind).count(), count, "{kind:?}");
    }
    let schemes: BTreeSet<&str> = guide.schemes.iter().map(|scheme| scheme.id.as_str()).collect();
    for fact in guide.facts.iter().filter(|fact| fact.kind == FactKind::Code) {
        let (scheme, code) = fact.id.split_once('-').expect("a scheme and a code");
        assert!(schemes.contains(scheme), "{}", fact.id);
        let entry = guide.code(code, scheme).unwrap_or_else(|| panic!("{} has no entry", fact.id));
        let rests = entry.sources.iter().any(|source| source.id == fact.id);
        assert!(rests, "the entry of {} rests on something else", fact.id);
    }
}

#[test]
fn what_is_left_out_has_a_reason() {
    let guide = builtin_guide();
    let left_out: Vec<&str> = guide.not_used.iter().map(|own| own.fact.id.as_str()).collect();
    // A guide that leaves out more leaves out what a shop needs.
    assert!(left_out.len() <= 8, "{left_out:?}");
    for own in &guide.not_used {
        let fact = guide.facts.iter().find(|fact| fact.id == own.fact.id);
        assert_eq!(fact.map(|fact| fact.kind), Some(FactKind::Statement), "{}", own.fact.id);
        assert!(own.reason.chars().count() >= 40, "{}: {}", own.fact.id, own.reason);
    }
}

#[test]
fn a_code_with_several_meanings_asks_which_and_has_a_way_on_for_who_cannot_tell() {
    let guide = builtin_guide();
    let mut by_code: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for code in &guide.codes {
        by_code.entry(&code.code).or_default().push(&code.scheme.id);
    }
    let several: Vec<_> = by_code.into_iter().filter(|(_, schemes)| schemes.len() > 1).collect();
    assert!(several.len() >= 10, "{several:?}");
    for (code, _) in several {
        let found = tilldoc::lookup::meanings(&guide, code);
        let meanings: HashSet<&str> = guide
            .codes(code)
            .into_iter()
            .map(|code| code.meaning.versions().next().expect("a meaning"))
            .collect();
        assert_eq!(meanings.len() + 1, found.len(), "{code} says the same twice");
    }
    let unsure = guide.code_unsure.as_ref().expect("it says where they go on");
    assert!(guide.question(&unsure.id).is_some(), "the last payment is looked up first");
}

// ---- what is taken away is noticed ----

/// The rules that a guide breaks.
fn broken(files: &[SourceFile]) -> BTreeSet<&'static str> {
    read(files).findings.iter().map(|finding| finding.rule).collect()
}

/// The tables of one sort in all files: the file, and where the table begins and ends in it.
fn tables(files: &[SourceFile], heading: &str) -> Vec<(usize, usize, usize)> {
    let mut tables = Vec::new();
    for (at, file) in files.iter().enumerate() {
        let mut from = 0;
        while let Some(found) = file.text[from..].find(heading) {
            let start = from + found;
            let after = start + heading.len();
            let end =
                file.text[after..].find("\n[[").map_or(file.text.len(), |end| after + end + 1);
            tables.push((at, start, end));
            from = end;
        }
    }
    tables
}

/// The files with a part of one of them replaced.
fn with(
    files: &[SourceFile],
    (at, start, end): (usize, usize, usize),
    new: &str,
) -> Vec<SourceFile> {
    let mut files = files.to_vec();
    let mut text = files[at].text.to_string();
    text.replace_range(start..end, new);
    files[at].text = text.into();
    files
}

/// Every so manieth, so that the tests take seconds and over time no part is spared.
fn some<T>(all: Vec<T>, step: usize) -> impl Iterator<Item = T> {
    assert!(all.len() > 2 * step, "only {}", all.len());
    all.into_iter().step_by(step)
}

#[test]
fn a_node_that_is_taken_away_is_missed() {
    let files = builtin_sources();
    for heading in ["[[question]]\n", "[[remedy]]\n"] {
        for table in some(tables(&files, heading), 23) {
            let broken = broken(&with(&files, table, ""));
            assert!(
                broken.contains("unknown-target"),
                "{}",
                &files[table.0].text[table.1..table.2]
            );
        }
    }
}

#[test]
fn a_code_or_message_that_is_taken_away_is_missed() {
    let files = builtin_sources();
    let guide = builtin_guide();
    let codes = guide.codes.iter().flat_map(|code| &code.sources);
    let messages = guide.messages.iter().flat_map(|message| &message.sources);
    let only = once(codes.chain(messages));
    for (heading, step) in [("[[code]]\n", 7), ("[[message]]\n", 9)] {
        for table in some(tables(&files, heading), step) {
            let text = &files[table.0].text[table.1..table.2];
            // Two wordings of one message are two entries that rest on the same fact.
            if !only.iter().any(|id| text.contains(&format!("\"{id}\""))) {
                continue;
            }
            let broken = broken(&with(&files, table, ""));
            let missed =
                ["fact-not-used", "fact-without-entry"].iter().any(|rule| broken.contains(rule));
            assert!(missed, "{text}");
        }
    }
}

#[test]
fn a_citation_that_is_taken_away_is_missed() {
    let files = builtin_sources();
    let guide = builtin_guide();
    let nodes = guide.nodes.iter().flat_map(Node::sources);
    let codes = guide.codes.iter().flat_map(|code| &code.sources);
    let messages = guide.messages.iter().flat_map(|message| &message.sources);
    let cited_once = once(nodes.chain(codes).chain(messages));
    for id in some(cited_once, 11) {
        let quoted = format!("\"{id}\"");
        let place =
            files.iter().enumerate().filter(|(_, file)| file.name != "facts.toml").find_map(
                |(at, file)| file.text.find(&quoted).map(|start| (at, start, start + quoted.len())),
            );
        let place = place.unwrap_or_else(|| panic!("{id} is cited nowhere"));
        // The list stays a list: an empty place between two commas would be no TOML.
        let broken = broken(&with(&files, place, "\"000-C1\""));
        assert!(broken.contains("fact-not-used"), "{id}: {broken:?}");
    }
}

/// The facts that are cited once.
fn once<'g>(sources: impl Iterator<Item = &'g Target>) -> Vec<String> {
    let mut counted = BTreeMap::new();
    for source in sources {
        *counted.entry(source.id.to_string()).or_insert(0) += 1;
    }
    counted.into_iter().filter(|(_, count)| *count == 1).map(|(id, _)| id).collect()
}

#[test]
fn a_language_that_is_taken_away_is_missed() {
    let files = builtin_sources();
    for tag in ["zh", "en"] {
        let key = format!("{tag} = \"");
        let mut places = Vec::new();
        for (at, file) in files.iter().enumerate() {
            places.extend(file.text.match_indices(&key).map(|(start, _)| (at, start, start + 2)));
        }
        for place in some(places, 397) {
            let broken = broken(&with(&files, place, "xx"));
            assert!(broken.contains("missing-language") || broken.contains("unknown-language"));
        }
    }
}

#[test]
fn a_fact_cannot_be_cited_and_left_out() {
    let mut files = builtin_sources();
    let both = "[[not_used]]\nid = \"000-C1\"\nreason = \"It is cited all the same.\"\n";
    files.push(SourceFile::new("both.toml", both));
    assert_eq!(broken(&files), BTreeSet::from(["fact-used-after-all"]));
}
