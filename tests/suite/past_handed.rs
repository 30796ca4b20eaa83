//! A kept session is handed over as the one under way is: copied, as a QR code.

use crate::{
    binary::{small, tilldoc},
    profile::{self, TWO, number},
    store::{Shop, network, time},
    support::stage::{Stage, small_guide},
};
use std::fs;
use tilldoc::{
    guide::{Id, Response},
    session::{Entry, Session, Verdict},
};

/// The newest kept session, from the home screen.
const KEPT: &str = "<told>4<enter>";

fn shop() -> Shop {
    let shop = Shop::new();
    let at = time("2026-11-23T08:00:00Z");
    shop.keep_at(&[&network(at, 3, "灯是红的", Verdict::Worked)], Some("87654321"));
    shop
}

#[test]
fn a_kept_session_names_its_keys_in_both_languages() {
    let shop = shop();
    for (lang, (width, height)) in [("zh", (80, 24)), ("en", (60, 20))] {
        let stage = Stage::new().data(shop.folder.path()).lang(lang).size(width, height);
        let played = stage.play(KEPT);
        insta::assert_snapshot!(format!("kept_closed_{lang}_{width}x{height}"), played.styled);
        let (copy, code) =
            if lang == "zh" { ("c 复制", "x 二维码") } else { ("c copy", "x QR code") };
        let said = if lang == "zh" { "n 客服怎么说" } else { "n support said" };
        assert!([copy, code, said].iter().all(|own| played.shows(own)), "{}", played.text());
    }
}

#[test]
fn its_summary_is_copied() {
    let (shop, folder) = (shop(), tempfile::tempdir().expect("a folder"));
    let stage = || Stage::new().data(shop.folder.path()).folder(folder.path());
    stage().play(&format!("{KEPT}c"));
    let copied = std::fs::read_to_string(folder.path().join("clipboard")).expect("copied");
    assert!(copied.contains("灯是红的"), "{copied}");
    // Also while another one is under way.
    stage().play("<told>112<told><esc><esc><esc><esc>5<down><enter>c");
    let again = std::fs::read_to_string(folder.path().join("clipboard")).expect("copied");
    assert!(again.contains("灯是红的"), "{again}");
}

#[test]
fn its_code_is_drawn_without_a_session_under_way() {
    let shop = shop();
    let played = Stage::new().data(shop.folder.path()).play(&format!("{KEPT}x"));
    assert!(played.shows("用手机扫一扫"), "{}", played.text());
    assert!(played.rows.iter().filter(|row| row.contains('▀') || row.contains('█')).count() > 10);
    let back = Stage::new().data(shop.folder.path()).play(&format!("{KEPT}x<esc>"));
    let kept = Stage::new().data(shop.folder.path()).play(KEPT);
    assert_eq!(back.rows, kept.rows);
}

/// A session of this shop, about its first terminal, that ended at the router.
fn of_the_first_terminal(day: &str) -> Session {
    let at = time(&format!("2026-11-{day}T08:00:00Z"));
    let entry = Entry::Symptom(Id::from("no-network"));
    let terminal = Some(number("12345678"));
    let mut session =
        Session::open(small_guide(), profile::shop(TWO), entry, terminal, at).expect("it starts");
    session.answer(Response::Answer("no".into()), at).expect("it fits");
    session
}

#[test]
fn however_it_is_handed_over_it_names_the_shop_and_how_often_it_failed() {
    let shop = Shop::new();
    let all = ["10", "12", "14"].map(of_the_first_terminal);
    shop.keep_at(&all.each_ref(), Some("12345678"));
    let folder = tempfile::tempdir().expect("a folder");
    let stage = || {
        let stage = Stage::new().data(shop.folder.path()).folder(folder.path());
        stage.profile(TWO).size(100, 60)
    };
    let newest = "<told>5<enter>";
    let on_screen = stage().play(newest).text().replace('\n', "");
    stage().play(&format!("{newest}c"));
    let copied = fs::read_to_string(folder.path().join("clipboard")).expect("copied");
    stage().play(&format!("{newest}e1<enter>"));
    let files = fs::read_dir(folder.path()).expect("read").flatten().map(|file| file.path());
    let saved = files.filter(|path| path.extension().is_some_and(|own| own == "txt"));
    let saved = fs::read_to_string(saved.last().expect("a summary")).expect("read");
    let config = folder.path().join("config");
    fs::create_dir(&config).expect("made");
    fs::write(config.join("profile.toml"), TWO).expect("written");
    let data = shop.folder.path().to_string_lossy().into_owned();
    let (guide, arguments) = (small(), ["--lang", "zh", "--data", &data, "history"]);
    let printed = |more: &[&str]| {
        tilldoc(folder.path(), &[&["--guide", &guide], &arguments[..], more].concat(), "")
    };
    let (shown, exported) = (printed(&["show", "3"]), printed(&["export", "3"]));
    for told in [&on_screen, &copied, &saved, &shown, &exported] {
        for part in ["幸福路便利店", "898110259990123", "12345678、1号收银台", "第 3 次"]
        {
            assert!(told.contains(part), "no {part} in {told}");
        }
    }
    // The one before was the second time, whatever came later.
    let second = printed(&["show", "2"]);
    assert!(second.contains("幸福路便利店") && !second.contains("次"), "{second}");
}
