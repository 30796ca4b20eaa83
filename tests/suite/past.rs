//! Earlier sessions on the screen: found, opened, gone on with, exported; the figures.

use crate::support::stage::Stage;
use std::path::Path;

/// Two kept sessions: one that is open still, and one that was solved.
fn kept() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    Stage::new().data(folder.path()).play("<told>1112<told>5q");
    Stage::new().data(folder.path()).play("<told>211124q");
    folder
}

fn stage(folder: &Path) -> Stage {
    Stage::new().data(folder).folder(folder)
}

/// The history, from the home screen: after the offer to go on stand three lines before it.
const HISTORY: &str = "<told>5";

#[test]
fn sessions_are_listed_searched_and_filtered() {
    let folder = kept();
    for (lang, size) in [("zh", (80, 24)), ("en", (60, 20))] {
        let (width, height) = size;
        let played = stage(folder.path()).lang(lang).size(width, height).play(HISTORY);
        insta::assert_snapshot!(format!("history_{lang}_{width}x{height}"), played.styled);
    }
    let count = |played: &crate::support::stage::Played| {
        played.rows.iter().filter(|row| row.contains("2026-11-23")).count()
    };
    assert_eq!(count(&stage(folder.path()).play(HISTORY)), 2);
    assert_eq!(count(&stage(folder.path()).play(&format!("{HISTORY}收单机构"))), 1);
    assert_eq!(count(&stage(folder.path()).play(&format!("{HISTORY}zz"))), 0);
    assert_eq!(count(&stage(folder.path()).play(&format!("{HISTORY}z<backspace>"))), 2);
}

#[test]
fn one_is_opened_exported_and_gone_on_with() {
    let folder = kept();
    for (lang, size) in [("zh", (80, 24)), ("en", (60, 20))] {
        let (width, height) = size;
        let played = stage(folder.path()).lang(lang).size(width, height);
        let played = played.play(&format!("{HISTORY}<down><enter>"));
        insta::assert_snapshot!(format!("kept_{lang}_{width}x{height}"), played.styled);
    }
    let on = stage(folder.path()).play(&format!("{HISTORY}<down><enter>1"));
    let at_once = stage(folder.path()).resume().play("<told>");
    assert_eq!(on.rows, at_once.rows);
    let saved = stage(folder.path()).play(&format!("{HISTORY}<down><enter>e1<enter>"));
    assert!(saved.shows("已保存"), "{}", saved.text());
    let files = std::fs::read_dir(folder.path()).expect("read").flatten();
    let text =
        files.map(|file| file.path()).find(|path| path.extension().is_some_and(|own| own == "txt"));
    let text = std::fs::read_to_string(text.expect("a summary")).expect("read");
    assert!(text.contains("未完成"), "that of the session on the screen: {text}");
}

#[test]
fn what_support_said_is_added_without_card_data() {
    let folder = kept();
    let said = format!("{HISTORY}<enter>n4111 1111 1111 1111 明天送来<esc>");
    let played = stage(folder.path()).play(&said);
    assert!(played.shows("已记下。卡片信息不能留存：卡号只留前六后四。"), "{}", played.text());
    let again = stage(folder.path()).play(&format!("{HISTORY}<enter><pagedown><pagedown>"));
    assert!(again.shows("411111******1111 明天送来"), "{}", again.text());
    let blank = stage(folder.path()).play(&format!("{HISTORY}<enter>n <esc>"));
    assert!(!blank.shows("已记下"), "{}", blank.text());
}

#[test]
fn figures_are_drawn_in_both_languages() {
    let folder = kept();
    for (lang, size) in [("zh", (80, 24)), ("en", (60, 20))] {
        let (width, height) = size;
        let played = stage(folder.path()).lang(lang).size(width, height).play("<told>6");
        insta::assert_snapshot!(format!("stats_{lang}_{width}x{height}"), played.styled);
    }
    let empty = tempfile::tempdir().expect("a folder");
    let played = stage(&empty.path().join("none")).play("<told>5");
    assert!(played.shows("还没有排查记录"), "{}", played.text());
}

#[test]
fn a_database_that_cannot_be_read_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("tilldoc.db")).expect("a folder in its place");
    let played = stage(folder.path()).play("<told>4");
    assert!(played.shows("记录存不下"), "{}", played.text());
    assert!(!played.shows("没有符合条件"), "{}", played.text());
}
