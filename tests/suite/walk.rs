//! Guides played at random: what is found in broken ones, and nothing in whole ones.

use crate::{
    binary::{small, tilldoc},
    support::stage,
};
use insta::assert_snapshot;
use std::{fs, path::Path, sync::Arc};
use tilldoc::{
    guide::{Guide, Node, SourceFile, read},
    session::walk::{Why, walk},
};

/// A guide that is broken in the way that a case of the checker shows, as far as it can be read.
fn broken(case: &str) -> Arc<Guide> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/guide-cases");
    let file = |name: &str| {
        SourceFile::new(name, fs::read_to_string(folder.join(name)).expect("it is there"))
    };
    Arc::new(read(&[file("guide.toml"), file(&format!("{case}.toml"))]).guide)
}

#[test]
fn whole_guides_have_no_dead_end_and_all_of_them_is_met() {
    for (guide, steps) in [(stage::builtin_guide(), 150_000), (stage::small_guide(), 20_000)] {
        let walk = walk(&guide, 7, steps);
        assert!(walk.is_fine(), "{:?} {:?}", walk.dead_ends, walk.loops);
        let met = walk.nodes - walk.never.len();
        assert!(met * 100 > walk.nodes * 98, "never met: {:?}", walk.never);
        assert_eq!(walk.steps, steps);
    }
}

#[test]
fn a_circle_is_found() {
    for case in ["cycle", "cycle--codes"] {
        let walk = walk(&broken(case), 1, 5_000);
        assert!(!walk.loops.is_empty(), "{case}");
        for stuck in &walk.loops {
            assert_eq!(stuck.why, Why::Back);
            assert!(!stuck.way.nodes.is_empty());
        }
    }
}

#[test]
fn dead_ends_are_found() {
    let found = |case: &str| walk(&broken(case), 1, 5_000).dead_ends;
    let whys = |case: &str| found(case).iter().map(|stuck| stuck.why).collect::<Vec<_>>();
    assert!(whys("unknown-target").contains(&Why::Answer), "{:?}", found("unknown-target"));
    let remedy = found("remedy-without-way-on");
    assert!(remedy.iter().any(|stuck| stuck.why == Why::Remedy), "{remedy:?}");
    // The way that is told ends where it is stuck.
    for stuck in remedy {
        let guide = broken("remedy-without-way-on");
        let last = guide.node(stuck.way.nodes.last().expect("a way"));
        assert!(matches!(last, Some(Node::Remedy(_))));
    }
}

#[test]
fn what_no_way_leads_to_is_never_met() {
    let guide = broken("unreachable");
    let never = walk(&guide, 1, 20_000).never;
    assert!(!never.is_empty());
    assert!(never.iter().all(|id| guide.node(id).is_some()));
}

#[test]
fn the_same_seed_plays_the_same_and_another_does_not() {
    let guide = stage::builtin_guide();
    let text = |seed| format!("{:?}", walk(&guide, seed, 3_000));
    assert_eq!(text(5), text(5));
    assert_ne!(text(5), text(6));
}

#[test]
fn the_command_tells_it_in_both_languages_and_by_its_exit_code() {
    let folder = tempfile::tempdir().expect("a folder");
    for lang in ["zh", "en"] {
        let own = ["--lang", lang, "guide", "walk", &small(), "--steps", "5000"];
        assert_snapshot!(format!("walk_{lang}"), tilldoc(folder.path(), &own, ""));
        let dir = folder.path().join(format!("broken-{lang}"));
        fs::create_dir(&dir).expect("a folder");
        let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/guide-cases");
        fs::copy(cases.join("guide.toml"), dir.join("guide.toml")).expect("copied");
        fs::copy(cases.join("cycle.toml"), dir.join("cycle.toml")).expect("copied");
        let dir = dir.display().to_string();
        let own = ["--lang", lang, "guide", "walk", &dir, "--steps", "2000"];
        assert_snapshot!(format!("walk_broken_{lang}"), tilldoc(folder.path(), &own, ""));
    }
    let own = ["guide", "walk", &small(), "--json", "--steps", "500"];
    let output = tilldoc(folder.path(), &own, "");
    let json = output.split("------- ").next().expect("some output");
    let json: serde_json::Value = serde_json::from_str(json).expect("JSON");
    assert_eq!(json["steps"], 500);
    assert_eq!(json["loops"], serde_json::json!([]));
}
