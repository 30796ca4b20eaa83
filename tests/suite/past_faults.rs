//! Kept sessions on the screen where nothing can be kept: what is there is still seen and gone on
//! with, and every screen says that it is not kept.

use crate::{
    past_reopened::closed,
    store::{Shop, network, time},
    store_faults::Disk,
    support::stage::Stage,
};
use rusqlite::Connection;
use std::{fs, path::Path};
use tilldoc::session::Verdict;

const PROFILE: &str = "[[terminal]]\nnumber = \"87654321\"\n";

/// Two solved sessions about one terminal, and one that is open still, with two answers.
fn shop() -> Shop {
    let shop = Shop::new();
    let solved = |day: &str| {
        let began = time(&format!("{day}T08:00:00Z"));
        closed(network(began, 3, "", Verdict::Worked))
    };
    shop.keep_at(&[&solved("2026-11-10"), &solved("2026-11-20")], Some("87654321"));
    shop.keep(&[&network(time("2026-11-23T08:00:00Z"), 3, "灯是红的", Verdict::Failed)]);
    shop
}

/// A read-only disk with these sessions, where this account may mount one.
fn read_only() -> Option<Disk> {
    let disk = Disk::new("size=8m")?;
    for file in fs::read_dir(shop().folder.path()).expect("read").flatten() {
        fs::copy(file.path(), disk.path.join(file.file_name())).expect("copied");
    }
    disk.remount("remount,ro");
    Some(disk)
}

fn stage(folder: &Path) -> Stage {
    Stage::new().data(folder).profile(PROFILE)
}

#[test]
fn on_a_read_only_disk_the_open_session_goes_on_in_memory() {
    let Some(disk) = read_only() else { return };
    let home = stage(&disk.path).play("<told><told>");
    assert!(home.shows("接着上次") && home.shows("记录存不下"), "{}", home.text());
    for (lang, (width, height)) in [("zh", (80, 24)), ("en", (60, 20))] {
        let stage = stage(&disk.path).lang(lang).size(width, height);
        let on = stage.play("<told><told>1");
        insta::assert_snapshot!(format!("read_only_{lang}_{width}x{height}"), on.styled);
    }
    let on = stage(&disk.path).play("<told><told>1g");
    assert!(on.shows("先查到这里") && on.shows("未记录"), "{}", on.text());
    let at_once = stage(&disk.path).resume().play("<told><told>");
    assert!(at_once.shows("这里查不出原因"), "{}", at_once.text());
}

#[test]
fn on_a_read_only_disk_the_third_time_is_still_known() {
    let Some(disk) = read_only() else { return };
    let third = stage(&disk.path).play("<told><told>2112");
    assert!(third.text().contains("第 3 次"), "{}", third.text());
    assert!(third.shows("未记录") && third.shows("请按 e 导出"), "{}", third.text());
}

#[test]
fn on_a_read_only_disk_history_and_figures_are_shown_and_every_screen_says_why() {
    let Some(disk) = read_only() else { return };
    for (keys, there) in [
        ("5", "2026-11-20"),
        ("5<right>", "POS 机"),
        ("5<right>3", "87654321"),
        ("5<enter>", "给客服的排查小结"),
        ("5<enter>n", "客服怎么说"),
        ("6", "全部排查"),
        ("2", "测试指南"),
        ("?", "按键"),
        ("/", "查找"),
        ("5<enter>x", "扫一扫"),
        ("1", "这里查不出原因"),
        ("1n", "备注"),
        ("1r", "回答"),
        ("1e", "保存"),
    ] {
        let played = stage(&disk.path).play(&format!("<told><told>{keys}"));
        assert!(played.text().contains(there), "{keys}: {}", played.text());
        assert!(played.text().contains("记录存不下"), "{keys}: {}", played.text());
    }
    let said = stage(&disk.path).play("<told><told>5<enter>n等换机<esc>");
    assert!(said.shows("等换机"), "what was typed stays: {}", said.text());
}

#[test]
fn while_another_program_holds_the_database_it_can_be_read() {
    let shop = shop();
    let db = Connection::open(shop.place().database()).expect("opens");
    db.execute_batch("BEGIN IMMEDIATE").expect("held");
    let seen = stage(shop.folder.path()).play("<told>5");
    assert!(seen.shows("2026-11-20"), "{}", seen.text());
    db.execute_batch("ROLLBACK").expect("released");
}

#[test]
fn without_any_place_the_third_time_in_one_run_is_known() {
    let third = Stage::new().profile(PROFILE).play("1112442112442112");
    assert!(third.text().contains("第 3 次"), "{}", third.text());
}

#[test]
fn without_any_database_resume_says_that_nothing_is_open() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("file");
    fs::write(&file, "no folder").expect("written");
    let played = Stage::new().data(&file).resume().play("<told><told>");
    assert!(played.shows("没有没查完的排查"), "{}", played.text());
}

#[test]
fn what_support_said_and_can_not_be_written_down_can_be_left_and_is_still_there() {
    let Some(disk) = read_only() else { return };
    let typed = "<told><told>5<enter>n他们寄一台来";
    let open = stage(&disk.path);
    let failed = open.play(&format!("{typed}<esc>"));
    assert!(failed.shows("没记下来") && failed.shows("他们寄一台来"), "{}", failed.text());
    let left = stage(&disk.path).play(&format!("{typed}<esc><esc>"));
    assert!(!left.shows("他们寄一台来") && left.shows("文字还在"), "{}", left.text());
    let again = stage(&disk.path).play(&format!("{typed}<esc><esc>n"));
    assert!(again.shows("他们寄一台来"), "{}", again.text());
    // Each time it is opened it is tried once more.
    let tried = stage(&disk.path).play(&format!("{typed}<esc><esc>n<esc>"));
    assert!(tried.shows("没记下来：") && tried.shows("他们寄一台来"), "{}", tried.text());
}

#[test]
fn damage_that_shows_only_when_it_is_looked_at_is_mended_and_said_as_long_as_it_runs() {
    let shop = shop();
    let path = shop.place().database();
    let mut bytes = fs::read(&path).expect("read");
    bytes[4_096..].fill(0xA5);
    fs::write(&path, bytes).expect("written");
    let home = stage(shop.folder.path()).play("<told><told>");
    assert!(home.shows("另外放好"), "{}", home.text());
    let aside = shop.place().set_aside();
    assert_eq!(aside.len(), 1, "{aside:?}");
    let shop = self::shop();
    let path = shop.place().database();
    let mut bytes = fs::read(&path).expect("read");
    bytes[4_096..].fill(0xA5);
    fs::write(&path, bytes).expect("written");
    let later = stage(shop.folder.path()).play("<told><told>?<esc>");
    assert!(later.shows("另外放好"), "{}", later.text());
}
