//! The guide that an author begins with.

use crate::{binary::tilldoc, support::stage::Stage};
use std::{fs, sync::Arc};
use tilldoc::{guide::read, guide_new::new_guide_sources, session::walk::walk};

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

/// Who stands in a guide's folder and names none means that one, not the built-in guide.
#[test]
fn in_its_folder_it_need_not_be_named() {
    let folder = tempfile::tempdir().expect("a folder");
    tilldoc(folder.path(), &["guide", "new", "own"], "");
    let own = folder.path().join("own");
    let run =
        |arguments: &[&str]| tilldoc(&own, &[&["--lang", "en", "guide"], arguments].concat(), "");
    let checked = run(&["check"]);
    assert!(checked.contains("nothing to mend in 5 files"), "{checked}");
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
    let reading = read(&files);
    assert!(reading.findings.is_empty(), "{:?}", reading.findings);
    let guide = Arc::new(reading.guide);
    let walk = walk(&guide, 3, 20_000);
    assert!(walk.is_fine() && walk.never.is_empty(), "{walk:?}");
    assert!(guide.cases.len() >= 5, "the cases of a path are part of what it teaches");
}

#[test]
fn the_look_up_gives_an_example_that_this_guide_has() {
    let guide = Arc::new(read(&new_guide_sources()).guide);
    for (lang, example) in [("zh", "输入代码（如 E1）"), ("en", "a code such as E1")] {
        let played = Stage::new().guide(Arc::clone(&guide)).lang(lang).play("/");
        assert!(played.shows(example), "{}", played.text());
    }
}
