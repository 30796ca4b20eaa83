//! The full screen keeps its sessions, says so, and goes on with them.

use crate::support::stage::{Stage, small_guide};
use std::{fs, path::Path};
use tilldoc::{
    session::Outcome,
    store::{Filter, Place, Store},
};

fn store(folder: &Path) -> Store {
    let place = Place::new(Some(folder)).expect("a folder");
    Store::open(&place, &jiff::tz::TimeZone::UTC).expect("opens")
}

#[test]
fn what_is_answered_is_marked_as_kept_and_quitting_asks_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let played = Stage::new().data(folder.path()).play("<told>111<told>1<told>");
    assert!(played.rows[0].contains("已记录"), "{}", played.text());
    let played = Stage::new().data(folder.path()).play("<told>2111q");
    assert!(played.left, "{}", played.text());
    let page = store(folder.path()).page(&Filter::default(), None, 10).expect("read");
    assert_eq!(page.heads.len(), 2);
    assert!(page.heads.iter().all(|head| !head.finished && head.outcome == Outcome::Unfinished));
}

#[test]
fn without_a_journal_nothing_is_said_of_keeping() {
    let played = Stage::new().play("111");
    assert!(!played.shows("已记录") && !played.shows("未记录"), "{}", played.text());
}

#[test]
fn an_open_session_is_offered_first_and_gone_on_with() {
    let folder = tempfile::tempdir().expect("a folder");
    let left = Stage::new().data(folder.path()).play("<told>111<told>1<told>");
    let home = Stage::new().data(folder.path()).play("<told>");
    assert!(home.rows.iter().any(|row| row.contains("1  接着上次：")), "{}", home.text());
    assert!(home.shows("09:41"), "{}", home.text());
    let on = Stage::new().data(folder.path()).play("<told>1");
    assert_eq!(on.rows[2..], left.rows[2..], "the same place\n{}\n{}", on.text(), left.text());
    let at_once = Stage::new().data(folder.path()).resume().play("<told>");
    assert_eq!(at_once.rows, on.rows);
}

#[test]
fn nothing_to_go_on_with_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let played = Stage::new().data(folder.path()).resume().play("<told>");
    assert!(played.shows("没有没查完的排查"), "{}", played.text());
}

#[test]
fn what_a_changed_guide_no_longer_has_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    Stage::new().data(folder.path()).play("<told>111<told>1<told>");
    let read = |name: &str| {
        let path = format!("tests/guides/small/{name}.toml");
        let text = fs::read_to_string(path).expect("the small guide");
        tilldoc::guide::SourceFile::new(
            format!("{name}.toml"),
            text.replace("id = \"yes\"", "id = \"sure\""),
        )
    };
    let guide = tilldoc::guide::read(&[read("guide"), read("nodes")]).into_guide();
    let guide = guide.unwrap_or_else(|findings| panic!("{findings:?}"));
    let played = Stage::new().guide(guide.into()).data(folder.path()).resume().play("<told>");
    assert!(played.shows("这次排查之后指南改过"), "{}", played.text());
    assert_eq!(small_guide().id, "small");
}

#[test]
fn what_cannot_be_kept_is_said_on_every_screen_and_the_wizard_goes_on() {
    for lang in ["zh", "en"] {
        for (width, height) in [(60, 20), (80, 24)] {
            let folder = tempfile::tempdir().expect("a folder");
            let file = folder.path().join("file");
            fs::write(&file, "not a folder").expect("written");
            let stage = || Stage::new().lang(lang).size(width, height).data(&file);
            let said =
                if lang == "zh" { "记录存不下：不是文件夹" } else { "Not kept: " };
            for script in
                ["<told>", "<told>1", "<told>11", "<told>1111", "<told>111n", "<told>/", "<told>?"]
            {
                let played = stage().play(script);
                assert!(played.shows(said), "{script}\n{}", played.text());
            }
            let played = stage().play("<told>1111q");
            assert!(!played.left, "leaving would lose something\n{}", played.text());
        }
    }
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("file");
    fs::write(&file, "not a folder").expect("written");
    insta::assert_snapshot!("not_kept_zh", Stage::new().data(&file).play("<told>111").styled);
    let en = Stage::new().lang("en").size(60, 20).data(&file).play("<told>111");
    insta::assert_snapshot!("not_kept_en_60x20", en.styled);
}
