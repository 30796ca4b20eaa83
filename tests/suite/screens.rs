//! Keys in, screen out: the real loop on a test backend.

use crate::{
    profile::TWO,
    support::{keys::any_input, stage::Stage},
};
use insta::assert_snapshot;
use proptest::prelude::*;
use tilldoc::texts::Texts;

/// From the home screen to the question whether other devices get online.
const TO_NETWORK: &str = "111";
/// From there to the remedy of the router.
const TO_ROUTER: &str = "1112";

#[test]
fn home() {
    assert_snapshot!("home_zh", Stage::new().builtin().play("").styled);
    assert_snapshot!(
        "home_en_60x20",
        Stage::new().builtin().lang("en").size(60, 20).play("").styled
    );
}

#[test]
fn picking_a_symptom() {
    assert_snapshot!("groups_zh", Stage::new().play("1").styled);
    assert_snapshot!("symptoms_en", Stage::new().lang("en").play("12").styled);
}

#[test]
fn a_heading_with_one_symptom_begins_at_once() {
    let played = Stage::new().lang("en").play("13");
    assert!(played.shows("Does the terminal switch on?"), "{}", played.text());
}

#[test]
fn a_question_in_both_languages_and_three_sizes() {
    for lang in ["zh", "en"] {
        for (width, height) in [(80, 24), (60, 20), (120, 40)] {
            let played = Stage::new().lang(lang).size(width, height).play("2");
            assert_snapshot!(format!("question_{lang}_{width}x{height}"), played.styled);
        }
    }
}

#[test]
fn a_remedy_in_both_languages_and_three_sizes() {
    for lang in ["zh", "en"] {
        for (width, height) in [(80, 24), (60, 20), (120, 40)] {
            let played = Stage::new().lang(lang).size(width, height).play(TO_ROUTER);
            assert_snapshot!(format!("remedy_{lang}_{width}x{height}"), played.styled);
        }
    }
}

#[test]
fn without_colour_and_in_ascii_the_same_is_said() {
    let ascii = Stage::new().lang("en").theme(false, true).play(TO_ROUTER);
    assert_snapshot!("remedy_ascii", ascii.styled);
    let drawn: String = ascii.rows.concat();
    assert!(drawn.chars().all(|c| c.is_ascii() || "“”中文".contains(c)), "{drawn}");
    for color in ["red", "green", "yellow", "cyan", "gray"] {
        assert!(!ascii.styled.contains(&format!("+{color}]")), "{color} without colour");
    }
}

#[test]
fn kinds_of_questions() {
    assert_snapshot!("amount_zh", Stage::new().play("121１２００").styled);
    assert_snapshot!("code_en", Stage::new().lang("en").play("1225").styled);
    assert_snapshot!("code_listed_en", Stage::new().lang("en").play("12251").styled);
    assert_snapshot!("ticks_zh", Stage::new().play("1232").styled);
}

#[test]
fn an_amount_decides_by_its_limit_in_full_width_digits_too() {
    let over = Stage::new().lang("en").play("121１２００<enter>");
    assert!(over.shows("The amount is over a limit"), "{}", over.text());
    let under = Stage::new().lang("en").play("121999.99<enter>");
    assert!(under.shows("Which code is on the screen"), "{}", under.text());
}

#[test]
fn the_gravest_tick_decides() {
    let played = Stage::new().lang("en").play("123215");
    assert!(played.shows("the acquirer must look"), "{}", played.text());
}

#[test]
fn the_end_review_note_help_and_export() {
    assert_snapshot!("end_solved_zh", Stage::new().play("11124").styled);
    assert_snapshot!("end_unfinished_en", Stage::new().lang("en").play("11126").styled);
    assert_snapshot!("end_given_up_en", Stage::new().lang("en").play("111g").styled);
    assert_snapshot!("review_zh", Stage::new().play("1113n客人说<enter>已扣款<esc>r").styled);
    assert_snapshot!("note_zh", Stage::new().play("111n客人说").styled);
    assert_snapshot!("help_en", Stage::new().lang("en").size(80, 40).play("?").styled);
    assert_snapshot!("help_zh", Stage::new().size(80, 40).play("?").styled);
    assert_snapshot!("export_path_zh", Stage::new().play("1112e2").styled);
    assert_snapshot!("quit_en", Stage::new().lang("en").play("1112q").styled);
    assert_snapshot!("lookup_en", Stage::new().lang("en").play("/51").styled);
    assert_snapshot!("lookup_none_zh", Stage::new().play("/zz").styled);
    assert_snapshot!("drawing_en", Stage::new().lang("en").play("2d").styled);
    assert_snapshot!("too_small_en", Stage::new().lang("en").play("<40x10>").styled);
}

#[test]
fn a_failed_remedy_leads_on_and_ends_at_support() {
    let played = Stage::new().lang("en").play("11125");
    assert!(played.shows("the acquirer must look"), "{}", played.text());
    let reached = Stage::new().lang("en").play("111252");
    assert!(reached.shows("Support has taken over."), "{}", reached.text());
}

#[test]
fn what_cannot_be_tried_now_can_be_settled_later() {
    let later = Stage::new().lang("en").play("11126");
    assert!(later.shows("Not settled yet"), "{}", later.text());
    let settled = Stage::new().lang("en").play("111262");
    assert!(settled.shows("Solved."), "{}", settled.text());
    let failed = Stage::new().lang("en").play("111263");
    assert!(failed.shows("the acquirer must look"), "{}", failed.text());
}

#[test]
fn back_loses_nothing() {
    // Two answers, two steps back: the answers are still there, the cursor is on them.
    let played = Stage::new().lang("en").play("22<esc>");
    assert!(played.shows("Does the terminal switch on?"), "{}", played.text());
    assert!(
        played
            .rows
            .iter()
            .any(|row| row.contains('▸') && row.contains("No") && row.contains("before")),
        "{}",
        played.text()
    );
    let again = Stage::new().lang("en").play("213<esc><esc><enter><enter>");
    assert!(again.shows("How many signal bars are there?"), "{}", again.text());
}

#[test]
fn back_from_the_first_question_leads_to_the_picker_and_the_session_can_go_on() {
    let picker = Stage::new().lang("en").play("1112<esc><esc>");
    assert!(picker.shows("No network"), "{}", picker.text());
    let home = Stage::new().lang("en").play("1112<esc><esc><esc><esc>");
    assert!(home.shows("Go on where you were"), "{}", home.text());
    let resumed = Stage::new().lang("en").play("1112<esc><esc><esc><esc>1");
    assert!(resumed.shows("Can other devices"), "{}", resumed.text());
}

#[test]
fn a_changed_answer_keeps_what_still_lies_on_the_path_and_names_what_does_not() {
    // power yes, network can't tell, signal many, amount; then power is changed to "no".
    let path = "2131500<enter>";
    let kept = Stage::new().lang("en").size(100, 30).play(&format!("{path}<f4>2<up><up><enter>"));
    assert!(kept.text().contains("kept"), "{}", kept.text());
    let dropped = Stage::new().lang("en").size(100, 30).play(&format!("{path}<f4>22"));
    assert!(dropped.text().contains("dropped"), "{}", dropped.text());
    assert!(dropped.text().contains("How many signal bars are there?"), "{}", dropped.text());
}

#[test]
fn the_language_changes_on_any_screen_without_losing_the_place() {
    for (script, en) in [
        ("", "Something is wrong: say what you see"),
        ("1", "What do you see?"),
        (TO_NETWORK, "Can other devices in the shop get online?"),
        (TO_ROUTER, "The router is offline"),
        ("1112r", "Your answers"),
        ("1112n", "Esc keeps it"),
        ("1112e", "Save the summary"),
        ("1112e1", "Where to?"),
        ("?", "Keys: the same on every screen"),
        ("/51", "Not enough money."),
    ] {
        let played = Stage::new().play(&format!("{script}<f2>"));
        assert!(played.text().contains(en), "{script}: {}", played.text());
    }
}

#[test]
fn leaving_with_unsaved_answers_asks_and_staying_loses_nothing() {
    assert!(Stage::new().play("q").left);
    let asked = Stage::new().lang("en").play("1112q");
    assert!(!asked.left && asked.shows("Quit? 1 answer or note is not saved"), "{}", asked.text());
    let stayed = Stage::new().lang("en").play("1112q1");
    assert!(stayed.shows("The router is offline"), "{}", stayed.text());
    assert!(Stage::new().play("1112q3").left);
}

#[test]
fn saving_before_leaving_saves_and_leaves() {
    let folder = tempfile::tempdir().expect("a folder");
    let played = Stage::new().folder(folder.path()).play("1112q21<enter>");
    assert!(played.left, "{}", played.text());
    let saved =
        std::fs::read_to_string(folder.path().join("tilldoc-2026-11-23-0941.txt")).expect("saved");
    assert!(saved.contains("店里别的设备能上网吗"), "{saved}");
}

#[test]
fn saving_later_does_not_leave_because_leaving_was_thought_of_before() {
    let folder = tempfile::tempdir().expect("a folder");
    let script = "1112q2<esc><esc>e1<enter>";
    let played = Stage::new().lang("en").size(160, 30).folder(folder.path()).play(script);
    assert!(!played.left && played.shows("Saved: "), "{}", played.text());
}

#[test]
fn the_mouse_takes_the_line_that_is_clicked() {
    let screen = Stage::new().lang("en").play(TO_NETWORK);
    let row = screen.rows.iter().position(|row| row.contains("No, none can")).expect("there");
    let played = Stage::new().lang("en").play(&format!("{TO_NETWORK}<click:30,{row}>"));
    assert!(played.shows("The router is offline"), "{}", played.text());
    let asked = played.rows.iter().position(|row| row.contains("Did it work?")).expect("there");
    let line = &played.rows[asked];
    let column = line[..line.find("Yes").expect("there")].chars().count();
    let solved = Stage::new().lang("en").play(&format!("{TO_ROUTER}<click:{column},{asked}>"));
    assert!(solved.shows("Solved."), "{}", solved.text());
    let beside = Stage::new().lang("en").play(&format!("{TO_NETWORK}<click:5,{row}>"));
    assert!(beside.shows("Can other devices"), "a click beside the lines does nothing");
}

#[test]
fn a_key_pressed_blindly_answers_nothing() {
    let played = Stage::new().lang("en").play(&format!("{TO_NETWORK}<30x8>2<80x24>"));
    assert!(played.shows("Can other devices"), "{}", played.text());
}

#[test]
fn beginning_anew_asks_before_it_drops_answers() {
    let asked = Stage::new().lang("en").play("1113<esc><esc>1");
    assert!(asked.shows("Start anew?"), "{}", asked.text());
    let went_on = Stage::new().lang("en").play("1113<esc><esc>11");
    assert!(went_on.shows("Can other devices"), "{}", went_on.text());
}

#[test]
fn the_built_in_guide_leads_from_no_network_to_a_remedy_in_both_languages() {
    for (lang, worked) in [("zh", "好了吗？"), ("en", "Did it work?")] {
        let reached = (1..9).any(|answers| {
            let script = format!("131{}", "1".repeat(answers));
            Stage::new().builtin().lang(lang).play(&script).shows(worked)
        });
        assert!(reached, "no remedy in eight answers ({lang})");
    }
}

#[test]
fn a_remedy_opens_at_its_top_with_the_cause_and_what_never_to_do() {
    for code in ["51", "61", "54", "91", "04", "A0", "58", "96"] {
        for (width, height) in [(60, 20), (80, 24)] {
            let script = format!("/{code}<enter>");
            let played = Stage::new().builtin().lang("en").size(width, height).play(&script);
            assert!(!played.shows("more above"), "{code}: {}", played.text());
        }
    }
}

#[test]
fn all_six_steps_stay_in_sight_in_the_smallest_window() {
    let guide = crate::support::stage::builtin_guide();
    let titles: Vec<_> = guide
        .steps
        .iter()
        .map(|step| step.title.get(guide.lang(&Texts::new("en"))).to_owned())
        .collect();
    // Walks through "check everything", so that more and more steps have marks.
    for answers in 0..7 {
        let script = format!("2{}", "1".repeat(answers));
        let played = Stage::new().builtin().lang("en").size(60, 20).play(&script);
        for title in &titles {
            assert!(played.rows[1].contains(title), "{script}: {}", played.text());
        }
    }
}

#[test]
fn ticking_changes_no_number() {
    let before = Stage::new().lang("en").play("123");
    let after = Stage::new().lang("en").play("1231");
    for text in ["3  None of these", "4  Can't tell"] {
        let plain = |row: &String| row.replace("[ ] ", "").contains(text);
        assert!(before.rows.iter().any(plain) && after.rows.iter().any(plain), "{}", after.text());
    }
}

#[test]
fn what_a_question_asks_beside_its_step_does_not_tick_the_step_off() {
    // "Was a payment running?" belongs to the network's thread and says nothing of the network.
    let played = Stage::new().builtin().lang("en").play("1312");
    assert!(!played.shows("✓ Network"), "{}", played.text());
    let given_up = Stage::new().lang("en").play("111g");
    assert!(given_up.shows("▸ Network"), "{}", given_up.text());
}

#[test]
fn a_guide_in_a_language_that_the_program_lacks_is_shown_in_it() {
    let files = tilldoc::guide_dir::load("tests/guides/small".as_ref()).expect("there");
    let french = files.into_iter().map(|file| {
        let text = file.text.replace(" en = ", " fr = ").replace("\"en\"", "\"fr\"");
        tilldoc::guide::SourceFile::new(file.name, text)
    });
    let reading = tilldoc::guide::read(&french.collect::<Vec<_>>());
    let guide = std::sync::Arc::new(reading.into_guide().expect("it has no errors"));
    let asked = Stage::new().guide(guide.clone()).lang("fr").play(TO_NETWORK);
    assert!(asked.shows("Can other devices"), "{}", asked.text());
    let chinese = Stage::new().guide(guide.clone()).lang("fr").play(&format!("{TO_NETWORK}<f2>"));
    assert!(chinese.shows("店里别的设备能上网吗"), "{}", chinese.text());
    let round = Stage::new().guide(guide).lang("fr").play(&format!("{TO_NETWORK}<f2><f2><f2>"));
    assert!(round.shows("Can other devices"), "{}", round.text());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn any_keys_never_panic(inputs in prop::collection::vec(any_input(), 0..60), english in any::<bool>()) {
        let folder = tempfile::tempdir().expect("a folder");
        let lang = if english { "en" } else { "zh" };
        let _ = Stage::new().lang(lang).folder(folder.path()).play_inputs(inputs);
    }
}

#[test]
fn the_tenth_line_is_taken_by_0() {
    let picker = Stage::new().builtin().play("1");
    assert!(picker.shows("0  都不是"), "{}", picker.text());
    let played = Stage::new().builtin().play("10");
    assert!(played.shows("收款和机器"), "{}", played.text());
}

#[test]
fn a_page_that_was_scrolled_stays_so_when_an_answer_is_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let stage = Stage::new().lang("en").size(60, 20).data(folder.path());
    let played = stage.play("<told>111<told>2<pagedown><told>");
    assert!(played.rows[0].contains(" kept ") && played.shows("more above"), "{}", played.text());
    // Where the disk is slow, what was there before is told late.
    let stage = Stage::new().lang("en").size(60, 20).data(folder.path());
    let played = stage.play("1112<pagedown><told>");
    assert!(played.shows("more above"), "{}", played.text());
}

/// The terminal library loses a new size that comes together with a key.
#[test]
fn with_a_key_a_change_of_the_window_that_nobody_told_is_noticed() {
    let missed = || Stage::new().lang("en").believing(20, 5);
    // What is pressed blindly means nothing; from then on the window is known.
    assert_eq!(missed().play("1").styled, Stage::new().lang("en").play("").styled);
    assert_eq!(missed().play("?1").styled, Stage::new().lang("en").play("1").styled);
}

#[test]
fn in_a_window_that_gets_lower_the_cursor_stays_in_sight() {
    let form = || Stage::new().lang("en").size(80, 40).profile(TWO).setup();
    let low = form().play("<up><60x20>");
    assert!(low.shows("▸"), "{}", low.text());
    // What was scrolled by hand stays as it is.
    let by_hand = form().play("<up><60x20><wheel:-30><60x21>");
    assert!(!by_hand.shows("▸"), "{}", by_hand.text());
}
