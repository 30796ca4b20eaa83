//! The form of the shop's profile: keys in, screen and file out.

use crate::{
    profile::{ONE, TWO},
    support::keys::any_input,
    support::stage::{Stage, profile},
};
use insta::assert_snapshot;
use proptest::prelude::*;
use std::fs;

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

fn written(folder: &tempfile::TempDir) -> Option<String> {
    fs::read_to_string(folder.path().join("profile.toml")).ok()
}

#[test]
fn the_form_in_both_languages_and_sizes() {
    for lang in ["zh", "en"] {
        for (width, height) in [(80, 24), (60, 20)] {
            let stage = Stage::new().lang(lang).size(width, height).setup();
            let typed = "幸福路店<enter>8981102599901<enter>1234567x<down>ME50<down><right>";
            assert_snapshot!(format!("setup_{lang}_{width}x{height}"), stage.play(typed).styled);
        }
    }
    let ends = Stage::new().lang("en").profile(ONE).setup().play("<up>");
    assert_snapshot!("setup_end_en", ends.styled);
}

#[test]
fn what_is_filled_in_is_saved_by_one_key_and_used_at_once() {
    let folder = folder();
    let script = "幸福路店<enter>898 1102 5999 0123<enter>１２３４５６７８<down>ME50<down>\
                  <right><right><down>收银台<down><down><down>95516<f5>";
    let played = Stage::new().lang("en").folder(folder.path()).setup().size(160, 30).play(script);
    assert!(played.shows("Saved: "), "{}", played.text());
    assert_snapshot!("setup_written", written(&folder).expect("it was saved"));
    let used = Stage::new()
        .lang("en")
        .folder(folder.path())
        .setup()
        .size(80, 30)
        .play(&format!("{script}1112"));
    assert!(used.shows("95516"), "{}", used.text());
}

#[test]
fn each_field_says_what_is_wrong_with_it_as_it_is_typed() {
    for (typed, said) in [
        ("<down>89", "15 digits needed, 2 so far"),
        ("<down>898110259990123", ""),
        ("<down>4111111111111111", "looks like card data"),
        ("<down><down>12345678", ""),
        ("<down><down>1234", "8 digits needed, 4 so far"),
        ("<down><down>1234567O", "“O” is no digit"),
        ("<down><down><down>ME50", "must be filled in"),
    ] {
        let played = Stage::new().lang("en").setup().play(typed);
        let flaws = ["digits needed", "card data", "no digit", "must be filled"];
        let any = flaws.iter().any(|flaw| played.text().contains(flaw));
        assert_eq!(any, !said.is_empty(), "{typed}: {}", played.text());
        assert!(played.text().contains(said), "{typed}: {}", played.text());
    }
}

#[test]
fn what_is_wrong_is_not_saved_and_the_cursor_goes_there() {
    let folder = folder();
    let script = "店<enter>898<down><down><down><down><f5>";
    let played = Stage::new().lang("en").folder(folder.path()).setup().play(script);
    assert!(played.text().contains("Not saved yet. Merchant number"), "{}", played.text());
    let row = played.rows.iter().find(|row| row.contains("Merchant number")).expect("there");
    assert!(row.contains('▸'), "{row}");
    assert_eq!(written(&folder), None);
    // A card number is kept nowhere.
    let card = "店<enter>4111 1111 1111 1111<f5>";
    let _ = Stage::new().folder(folder.path()).setup().play(card);
    assert_eq!(written(&folder), None);
}

#[test]
fn leaving_asks_when_something_is_not_saved() {
    let folder = folder();
    let stage = || Stage::new().lang("en").folder(folder.path()).setup();
    let clean = stage().play("<esc>");
    assert!(clean.shows("Something is wrong: say what you see"), "{}", clean.text());
    let asked = stage().play("店<esc>");
    assert!(asked.shows("The shop details are not saved yet."), "{}", asked.text());
    let stayed = stage().play("店<esc>1");
    assert!(stayed.shows("店"), "{}", stayed.text());
    let dropped = stage().play("店<esc>3");
    assert!(dropped.shows("Something is wrong: say what you see"), "{}", dropped.text());
    assert_eq!(written(&folder), None);
    let saved = stage().play("店<esc>2");
    assert!(saved.text().contains("Saved: "), "{}", saved.text());
    assert_eq!(written(&folder).as_deref(), Some("shop = \"店\"\n"));
}

#[test]
fn quitting_asks_too_and_leaves_when_that_is_settled() {
    let folder = folder();
    let stage = || Stage::new().lang("en").folder(folder.path()).setup();
    let asked = stage().play("店<ctrl+c>");
    assert!(!asked.left && asked.shows("The shop details are not saved yet."), "{}", asked.text());
    assert!(stage().play("店<ctrl+c>3").left);
    assert_eq!(written(&folder), None);
    assert!(stage().play("店<ctrl+c>2").left);
    assert!(written(&folder).is_some());
    assert!(!stage().play("店<enter>898<ctrl+c>2").left, "what is wrong is not saved");
    assert!(stage().play("<ctrl+c>").left);
}

#[test]
fn terminals_are_added_and_removed() {
    let folder = folder();
    // To "remove" of the first of two terminals.
    let stage = || Stage::new().lang("en").folder(folder.path()).profile(TWO).setup();
    let _ = stage().play("<down><down><down><down><down><down><enter><f5>");
    let one = written(&folder).expect("saved");
    assert!(one.contains("22345678") && !one.contains("12345678"), "{one}");
    // To "add" below both.
    let more = format!("{}<enter>32345678<f5>", "<down>".repeat(12));
    let _ = stage().play(&more);
    let three = written(&folder).expect("saved");
    assert!(three.contains("12345678") && three.contains("32345678"), "{three}");
}

#[test]
fn what_is_wrong_in_the_file_is_told_in_the_form_and_kept_beside_it() {
    let folder = folder();
    fs::write(folder.path().join("profile.toml"), "merchant_number = \"12\"\n").expect("written");
    let stage = || Stage::new().lang("en").size(160, 24).folder(folder.path()).setup();
    let told = stage().trouble("profile.toml, line 1: it is wrong.").play("");
    assert!(told.shows("line 1: it is wrong."), "{}", told.text());
    let saved = stage().trouble("profile.toml, line 1: it is wrong.").play("店<f5>");
    assert!(saved.text().contains("The old file had mistakes"), "{}", saved.text());
    assert!(!saved.text().contains("it is wrong"), "{}", saved.text());
    let old = fs::read_to_string(folder.path().join("profile.toml.old1")).expect("it is kept");
    assert_eq!(old, "merchant_number = \"12\"\n");
}

#[test]
fn an_empty_terminal_is_left_out_and_a_cleared_field_is_cleared() {
    let folder = folder();
    let _ = Stage::new().folder(folder.path()).setup().play("店<f5>");
    assert_eq!(written(&folder).as_deref(), Some("shop = \"店\"\n"));
    fs::write(folder.path().join("profile.toml"), ONE).expect("written");
    let rubbed_out = "<end><backspace><backspace><backspace><backspace><backspace><backspace>";
    let script = format!("{rubbed_out}<f5>");
    let _ = Stage::new().folder(folder.path()).profile(ONE).setup().play(&script);
    let text = written(&folder).expect("saved");
    assert!(!text.contains("shop =") && text.contains("12345678"), "{text}");
}

#[test]
fn an_entry_of_ones_own_with_only_a_name_is_asked_for_its_value_and_not_saved() {
    let folder = folder();
    let stage = Stage::new().lang("en").size(80, 30).folder(folder.path());
    let named = "<up><up><enter>?<f5>";
    let asked = stage.profile(TWO).setup().play(named);
    assert!(asked.shows("must be filled in"), "{}", asked.text());
    assert_eq!(written(&folder), None);
    let stage = Stage::new().lang("en").size(80, 30).folder(folder.path());
    let _ = stage.profile(TWO).setup().play(&format!("{named}5<f5>"));
    let saved = written(&folder).expect("it is whole now");
    let own = &profile(&saved).more;
    assert!(own.iter().any(|own| own.label == "?" && own.value == "5"), "{saved}");
}

#[test]
fn pasted_text_goes_into_the_field_at_the_cursor() {
    let played = Stage::new().lang("en").setup().play("<down><paste: 898110259990123\n>");
    assert!(played.shows("898110259990123"), "{}", played.text());
    assert!(!played.text().contains("digits needed"), "{}", played.text());
}

#[test]
fn the_caret_stands_where_the_text_goes_in() {
    let start = Stage::new().setup().play("").caret.expect("a caret");
    let typed = Stage::new().setup().play("幸福a").caret.expect("a caret");
    assert_eq!((typed.0 - start.0, typed.1), (5, start.1));
    let inside = Stage::new().setup().play("幸福a<left><left>").caret.expect("a caret");
    assert_eq!(inside.0 - start.0, 2);
}

#[test]
fn a_click_goes_to_a_field_and_presses_a_button() {
    let shown = Stage::new().lang("en").setup().play("");
    let at = |text: &str| shown.rows.iter().position(|row| row.contains(text)).expect("there");
    let model = Stage::new().lang("en").setup().play(&format!("<click:30,{}>x", at("Model")));
    let row = model.rows.iter().find(|row| row.contains("Model")).expect("there");
    assert!(row.contains("▸ Model") && row.contains('x'), "{row}");
    let add =
        Stage::new().lang("en").setup().play(&format!("<click:5,{}>", at("[Add a terminal]")));
    assert!(add.shows("Terminal 2"), "{}", add.text());
}

#[test]
fn the_form_opens_from_home_and_the_language_changes_without_losing_anything() {
    let played = Stage::new().lang("en").profile(ONE).play("6");
    assert!(played.shows("898110259990123"), "{}", played.text());
    let switched = Stage::new().lang("en").setup().play("店<f2>");
    assert!(switched.shows("商户号") && switched.shows("店"), "{}", switched.text());
}

#[test]
fn a_summary_is_complete_without_a_profile_and_the_form_keeps_other_contacts() {
    let folder = folder();
    let own = format!("{ONE}\n# other\n");
    let with_other = own.replace("[phone]", "[phone]\nhelpdesk = \"110\"");
    fs::write(folder.path().join("profile.toml"), &with_other).expect("written");
    let _ = Stage::new().folder(folder.path()).profile(&with_other).setup().play("x<f5>");
    let text = written(&folder).expect("saved");
    assert!(text.contains("helpdesk = \"110\""), "{text}");
    assert_eq!(profile(&text).shop, "幸福路便利店x");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn any_keys_never_panic_in_a_form_or_a_shop(
        inputs in prop::collection::vec(any_input(), 0..60),
        form in any::<bool>(),
        builtin in any::<bool>(),
    ) {
        let folder = folder();
        let stage = Stage::new().folder(folder.path()).profile(TWO);
        let stage = if builtin { stage.builtin() } else { stage };
        let stage = if form { stage.setup() } else { stage };
        let _ = stage.play_inputs(inputs);
        // Whatever was saved reads without a mistake.
        let saved = written(&folder).unwrap_or_default();
        prop_assert!(tilldoc::profile::read(&saved).1.is_empty(), "{saved}");
    }
}
