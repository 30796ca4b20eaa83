//! Typing on the screen: notes, paths, amounts and what is pasted.

use crate::support::stage::{Played, Stage};

/// From the home screen to the question whether other devices get online.
const TO_NETWORK: &str = "111";
/// From there to the remedy of the router.
const TO_ROUTER: &str = "1112";

#[test]
fn the_caret_stands_behind_wide_characters_where_an_input_method_opens() {
    let empty = Stage::new().play("111n").caret.expect("a caret");
    let typed = Stage::new().play("111n客人").caret.expect("a caret");
    assert_eq!((typed.0 - empty.0, typed.1), (4, empty.1));
    let amount = Stage::new().play("121").caret.expect("a caret");
    let after = Stage::new().play("12112").caret.expect("a caret");
    assert_eq!(after.0 - amount.0, 2);
    assert_eq!(Stage::new().play(TO_ROUTER).caret, None, "no caret where nothing is typed");
}

#[test]
fn a_note_is_kept_and_its_card_data_hidden() {
    let played = Stage::new().lang("en").play("111nguest<enter>4111 1111 1111 1111<esc>");
    let said: Vec<&str> = played.rows.iter().flat_map(|row| row.split_whitespace()).collect();
    let why =
        "Card data must not be stored: of the card number only the first 6 and last 4 digits stay.";
    assert!(said.join(" ").contains(why), "{}", played.text());
    let zh = Stage::new().play("111n卡4111 1111 1111 1111密码123456<esc>");
    assert!(zh.shows("卡号只留前六后四、密码不记"), "{}", zh.text());
    let review = Stage::new().lang("en").play("1112nguest 4111 1111 1111 1111<esc>r");
    assert!(
        review.shows("guest") && !review.text().contains("1111 1111 1111"),
        "{}",
        review.text()
    );
}

#[test]
fn a_note_survives_leaving_the_editor_by_another_way() {
    let review = Stage::new().lang("en").play("1112nguest says<f4>1<enter><f4>");
    assert!(review.shows("guest says"), "{}", review.text());
    let quit = Stage::new().lang("en").play("1112nguest says<ctrl+c>1r");
    assert!(quit.shows("guest says"), "{}", quit.text());
}

#[test]
fn a_note_under_another_screen_is_not_lost() {
    let quit = Stage::new().lang("en").play("111nguest says<f1>q");
    assert!(!quit.left && quit.shows("1 answer or note is not saved"), "{}", quit.text());
    let review = Stage::new().lang("en").play("111nguest says<f1>q1<f4>");
    assert!(review.shows("guest says"), "{}", review.text());
    let looked = Stage::new().lang("en").play("111nguest says<f6>51<enter><f4>");
    assert!(looked.shows("guest says"), "{}", looked.text());
}

#[test]
fn pasted_text_is_text_and_never_commands() {
    let played = Stage::new().lang("en").play(&format!("{TO_NETWORK}<paste:2q\r1>"));
    assert!(!played.left && played.shows("Can other devices"), "{}", played.text());
    let code = Stage::new().lang("en").play("122<paste: 5 1 >");
    assert!(code.shows("Not enough money."), "{}", code.text());
}

/// Ways to every kind of field: a note, a path, the look-up, a code, an amount; and, without a key, the
/// form of the shop's details.
const FIELDS: [&str; 6] = ["111n", "1112e1", "/", "122", "121", ""];

fn typed(way: &str, keys: &str) -> Played {
    let stage = Stage::new().lang("en");
    let stage = if way.is_empty() { stage.setup() } else { stage };
    stage.play(&format!("{way}{keys}"))
}

#[test]
fn what_nobody_can_see_types_nothing() {
    for way in FIELDS {
        let rubbed_out = typed(way, "5<backspace>1");
        let hidden = "\u{feff}\u{200b}\u{202e}\u{200d}\u{ad}\u{1}\u{9b}\u{e0041}";
        let played = typed(way, &format!("5{hidden}<backspace>1"));
        assert_eq!(played.text(), rubbed_out.text(), "{way}");
    }
}

#[test]
fn marks_that_are_typed_do_not_flood_and_private_characters_are_replaced() {
    let marks = "\u{301}".repeat(50);
    for way in FIELDS {
        // Behind the caret as before it.
        let played = typed(way, &format!("e{marks}<left>{marks}"));
        let count = played.text().matches('\u{301}').count();
        assert!(count <= 5, "{way}: {count} marks\n{}", played.text());
        let private = typed(way, "\u{e000}\u{10fffe}");
        assert!(!private.text().contains(['\u{e000}', '\u{10fffe}']), "{}", private.text());
    }
    let note = Stage::new().lang("en").play("111n\u{e000}x");
    assert!(note.shows("\u{fffd}x"), "{}", note.text());
}

#[test]
fn holding_backspace_in_a_field_never_leaves_it() {
    let rubbed_out = "<backspace>".repeat(40);
    let path = Stage::new().lang("en").play(&format!("1112e1{rubbed_out}"));
    assert!(path.shows("Where to?"), "{}", path.text());
    let amount = Stage::new().lang("en").play(&format!("12112{rubbed_out}"));
    assert!(amount.shows("How much is this sale?"), "{}", amount.text());
}

#[test]
fn a_path_is_edited_like_a_line_of_text() {
    let folder = tempfile::tempdir().expect("a folder");
    let played = Stage::new()
        .lang("en")
        .size(160, 30)
        .folder(folder.path())
        .play("1112e1<home>my-<end><backspace><backspace><backspace>md<enter>");
    assert!(played.shows("Saved: "), "{}", played.text());
    assert!(folder.path().join("my-tilldoc-2026-11-23-0941.md").is_file());
}

#[test]
fn a_note_that_is_too_long_says_so() {
    let long = "x".repeat(tilldoc::clean::NOTE_LIMIT + 50);
    let played = Stage::new().lang("en").play(&format!("111n<paste:{long}>"));
    assert!(played.text().contains("the rest was not kept"), "{}", played.text());
}

#[test]
fn a_file_is_never_replaced_unasked_and_a_bad_path_keeps_the_session() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("tilldoc-2026-11-23-0941.txt");
    std::fs::write(&file, "mine").expect("written");
    let asked = Stage::new().lang("en").size(120, 30).folder(folder.path()).play("1112e1<enter>");
    assert!(asked.shows("is there already. Replace it?"), "{}", asked.text());
    assert_eq!(std::fs::read_to_string(&file).expect("there"), "mine");
    let replaced =
        Stage::new().lang("en").size(160, 30).folder(folder.path()).play("1112e1<enter>2");
    assert!(replaced.shows("Saved: "), "{}", replaced.text());
    assert_ne!(std::fs::read_to_string(&file).expect("there"), "mine");
    let bad = Stage::new()
        .lang("en")
        .size(160, 30)
        .folder(folder.path())
        .play("1112e1/none/a.txt<enter>");
    assert!(bad.shows("There is no such folder"), "{}", bad.text());
    let back =
        Stage::new().lang("en").folder(folder.path()).play("1112e1/none/a.txt<enter><esc><esc>");
    assert!(back.shows("The router is offline"), "{}", back.text());
}
