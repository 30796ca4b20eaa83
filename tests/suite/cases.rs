//! The path cases under `tests/cases` reach their remedies. An author adds one by writing it there:
//! `docs/guide-format.md` says how.

use std::{collections::BTreeSet, fs, path::Path};
use tilldoc::{
    guide::{Entry, Guide, SourceFile, builtin_sources, read, report},
    texts::Texts,
};

/// The built-in guide with all cases.
fn files() -> Vec<SourceFile> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut files = builtin_sources();
    for entry in fs::read_dir(folder).expect("the cases are there") {
        let path = entry.expect("an entry can be read").path();
        let name = path.file_name().expect("it has a name").to_string_lossy();
        let text = fs::read_to_string(&path).expect("a case can be read");
        files.push(SourceFile::new(format!("tests/cases/{name}"), text));
    }
    files
}

fn guide() -> Guide {
    let files = files();
    let reading = read(&files);
    let told = report(&files, &reading.findings, &Texts::new("en"), false);
    assert!(reading.findings.is_empty(), "{told}");
    reading.guide
}

#[test]
fn every_case_reaches_its_remedy() {
    let guide = guide();
    assert!(guide.cases.len() >= 80, "only {} cases", guide.cases.len());
}

#[test]
fn the_cases_are_spread_over_all_symptoms_and_steps() {
    let guide = guide();
    let begun: BTreeSet<&str> = guide
        .cases
        .iter()
        .filter_map(|case| match &case.entry {
            Entry::Symptom(id) => Some(id.as_str()),
            _ => None,
        })
        .collect();
    for symptom in &guide.symptoms {
        assert!(begun.contains(symptom.id.as_str()), "no case begins at {}", symptom.id);
    }
    for step in &guide.steps {
        let ends = |case: &&tilldoc::guide::PathCase| {
            guide.remedy(&case.remedy.id).is_some_and(|remedy| remedy.step.id == step.id)
        };
        let count = guide.cases.iter().filter(ends).count();
        assert!(count >= 5, "only {count} cases end in {}", step.id);
    }
    let by = |way: fn(&Entry) -> bool| guide.cases.iter().filter(|case| way(&case.entry)).count();
    assert!(by(|entry| matches!(entry, Entry::Code { .. })) >= 5);
    assert!(by(|entry| matches!(entry, Entry::Message(_))) >= 5);
    assert!(by(|entry| matches!(entry, Entry::CheckEverything)) >= 3);
}

/// A case that is written wrong, or a guide that changed under it, is told with the place.
#[test]
fn a_case_that_misses_is_told() {
    let mut files = files();
    let case =
        "[[case]]\nid = \"wrong\"\nsymptom = \"no-network\"\nremedy = \"remedy.paper-out\"\n";
    files.push(SourceFile::new("wrong.toml", case));
    let findings = read(&files).findings;
    assert_eq!(findings.iter().map(|own| own.rule).collect::<Vec<_>>(), ["case-misses"]);
}
