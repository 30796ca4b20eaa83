//! A kept session is handed over as the one under way is: copied, as a QR code.

use crate::{
    store::{Shop, network, time},
    support::stage::Stage,
};
use tilldoc::session::Verdict;

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
