//! The guide that an author begins with.

use crate::{binary::tilldoc, support::stage::Stage};
use std::{fs, sync::Arc};
use tilldoc::{
    guide::{check, read},
    guide_new::new_guide_sources,
    session::walk::walk,
};

#[test]
fn it_is_written_checked_and_played_as_it_says() {
    let folder = tempfile::tempdir().expect("a folder");
    for (lang, ready) in [("zh", "要改的"), ("en", "nothing to mend")] {
        let dir = format!("my guide {lang}");
        let written = tilldoc(folder.path(), &["--lang", lang, "guide", "new", &dir], "");
        assert!(written.ends_with("exit 0"), "{written}");
        assert!(written.contains("tilldoc guide check"), "{written}");
        let checked = tilldoc(folder.path(), &["--lang", lang, "guide", "check", &dir], "");
        assert!(checked.ends_with("exit 0") && checked.contains(ready), "{checked}");
        // No light; the power cord helps.
        let played =
            tilldoc(folder.path(), &["--lang", lang, "--guide", &dir, "plain"], "1\n1\n1\nq\n");
        let cause = if lang == "zh" { "打印机没通电" } else { "The printer has no power" };
        assert!(played.contains(cause), "{played}");
    }
}

/// A label printer takes no payments: nothing that the program adds of its own speaks of any.
#[test]
fn where_no_payments_are_taken_none_are_spoken_of() {
    let folder = tempfile::tempdir().expect("a folder");
    tilldoc(folder.path(), &["guide", "new", "own"], "");
    let run = |arguments: &[&str], typed: &str| {
        tilldoc(folder.path(), &[&["--guide", "own", "--lang", "en"], arguments].concat(), typed)
    };
    // The cord helped; another time the supplier had to be called.
    let solved = run(&["plain"], "1\n1\n1\nq\n");
    assert!(solved.contains("Solved.\nYou can go on with your work."), "{solved}");
    assert!(solved.contains("type a slash before it: / E1, / Lid open"), "{solved}");
    let called = run(&["plain"], "1\n1\n2\n1\nq\n");
    assert!(called.contains("Meanwhile\nWrite the labels by hand"), "{called}");
    let told = run(&["lookup", "E2"], "");
    assert!(told.contains("It works again after a while."), "{told}");
    let page = run(&["guide", "graph"], "");
    for text in [solved, called, told, page] {
        for word in ["payment", "transaction", "charge"] {
            assert!(!text.contains(word), "{word}: {text}");
        }
    }
    // Without that line it is a guide like any other, and money may be at stake.
    let path = folder.path().join("own/guide.toml");
    let text = fs::read_to_string(&path).expect("it is there").replace("payments = false", "");
    fs::write(&path, text).expect("written");
    let careful = run(&["plain"], "1\n1\n1\nq\n");
    assert!(careful.contains("Was a payment under way") && careful.contains("last transaction"));
}

/// Who stands in a guide's folder and names none means that one, not the built-in guide.
#[test]
fn in_its_folder_it_need_not_be_named() {
    let folder = tempfile::tempdir().expect("a folder");
    tilldoc(folder.path(), &["guide", "new", "own"], "");
    let own = folder.path().join("own");
    let run =
        |arguments: &[&str]| tilldoc(&own, &[&["--lang", "en", "guide"], arguments].concat(), "");
    let checked = run(&["check"]);
    let all = format!("nothing to mend in {} files", new_guide_sources().len());
    assert!(checked.contains(&all), "{checked}");
    for command in ["tree", "graph", "walk"] {
        let told = run(&[command]);
        assert!(told.contains("power.light"), "{command}: {told}");
    }
    assert!(run(&["schema"]).ends_with("exit 0"));
    // A guide that is named goes before.
    let named = tilldoc(&own, &["--lang", "en", "--guide", "nowhere", "guide", "check"], "");
    assert!(named.contains("there is no folder nowhere"), "{named}");
}

/// A guide is made to be handed over: others than its author can read it, and its picture.
#[cfg(unix)]
#[test]
fn others_may_read_it() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().expect("a folder");
    tilldoc(folder.path(), &["guide", "new", "own"], "");
    tilldoc(folder.path(), &["guide", "graph", "own", "-o", "own.html"], "");
    fs::write(folder.path().join("usual"), "").expect("written");
    let mode = |name: &str| {
        let about = fs::metadata(folder.path().join(name)).expect(name);
        about.permissions().mode() & 0o777
    };
    for name in ["own/guide.toml", "own/cases.toml", "own.html"] {
        assert_eq!(mode(name), mode("usual"), "{name}");
    }
}

#[test]
fn a_folder_with_anything_in_it_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("notes.txt"), "mine").expect("written");
    let dir = folder.path().display().to_string();
    let refused = tilldoc(folder.path(), &["--lang", "en", "guide", "new", &dir], "");
    assert!(refused.contains("has something in it"), "{refused}");
    assert!(refused.ends_with("exit 3"), "{refused}");
    assert!(!folder.path().join("guide.toml").exists());
}

#[test]
fn it_is_whole() {
    let files = new_guide_sources();
    let reading = check(&files);
    assert!(reading.findings.is_empty(), "{:?}", reading.findings);
    let guide = Arc::new(reading.guide);
    let walk = walk(&guide, 3, 20_000);
    assert!(walk.is_fine() && walk.never.is_empty(), "{walk:?}");
    assert!(guide.cases.len() >= 5, "the cases of a path are part of what it teaches");
    let [scenario] = &guide.scenarios[..] else { panic!("it has one example of a scenario") };
    assert!(!scenario.temptations.is_empty() && !scenario.tellings.is_empty());
}

#[test]
fn the_look_up_gives_an_example_that_this_guide_has() {
    let guide = Arc::new(read(&new_guide_sources()).guide);
    for (lang, example) in [("zh", "输入代码（如 E1）"), ("en", "a code such as E1")] {
        let played = Stage::new().guide(Arc::clone(&guide)).lang(lang).play("/");
        assert!(played.shows(example), "{}", played.text());
    }
}
