//! The summary leaves the screen without a file: by the clipboard and as a QR code.

use crate::{
    profile::TWO,
    qr::scanned,
    support::stage::{Played, Stage},
};
use tilldoc::session::qr::{Drawing, Ink};

/// The code that is drawn in a window without colours: its light margin is drawn too.
fn drawn(played: &Played) -> Vec<String> {
    let wide = played.rows[0].chars().take_while(|&c| c == '█').count();
    let rows = played.rows.iter().take_while(|row| row.starts_with(['█', '▀']));
    rows.map(|row| row.chars().take(wide).collect()).collect()
}

#[test]
fn the_qr_code_on_the_screen_says_what_support_needs() {
    for (lang, (width, height)) in [("zh", (80, 24)), ("en", (80, 24)), ("zh", (60, 20))] {
        let stage = || Stage::new().lang(lang).size(width, height).theme(false, false).profile(TWO);
        let played = stage().play("11112x");
        let said = scanned(&drawn(&played), Drawing::HalfBlocks, Ink::Light);
        for part in ["12345678", "11-23 09:41", "3EJ4-", "幸福路便利店"] {
            assert!(said.contains(part), "{lang} {width}x{height}: no {part} in {said}");
        }
        let back = stage().play("11112x<esc>");
        assert_eq!(back.rows, stage().play("11112").rows);
    }
    let other = Stage::new().theme(false, false).play("1112x<f2>");
    assert!(other.shows("Scan it with a phone"), "{}", other.text());
    let none = Stage::new().play("x");
    assert!(none.shows("还没有开始"), "{}", none.text());
}

#[test]
fn at_80x24_the_code_on_the_screen_has_all_six() {
    for (lang, response, cause) in
        [("zh", "代码 91", "这里查不出原因"), ("en", "Code 91", "The cause can't be found")]
    {
        let stage = Stage::new().lang(lang).theme(false, false).profile(TWO);
        let played = stage.play("/91<enter>1x");
        let said = scanned(&drawn(&played), Drawing::HalfBlocks, Ink::Light);
        for part in ["幸福路便利店", "12345678", "11-23 09:41", response, cause, "3EJ4-"] {
            assert!(said.contains(part), "{lang}: no {part} in {said}");
        }
    }
}

#[test]
fn the_summary_is_copied_by_one_key() {
    let folder = tempfile::tempdir().expect("a folder");
    let played = Stage::new().folder(folder.path()).play("1112c");
    assert!(played.shows("已交给终端复制"), "{}", played.text());
    let copied = std::fs::read_to_string(folder.path().join("clipboard")).expect("copied");
    assert!(copied.contains("屏幕显示“网络故障”") && copied.contains("排查码："), "{copied}");
}
