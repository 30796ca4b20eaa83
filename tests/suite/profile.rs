//! The shop's profile: read, reported, and checked as it is typed.

use crate::support::stage::profile;
use std::{fmt::Write, sync::Arc};
use tilldoc::{
    flaw::Flaw,
    guide::{Connection, Id, SourceFile},
    profile::{Draft, FieldName, Profile, TerminalDraft, TerminalNumber, keys, read, report},
    session::Shop,
    texts::Texts,
};

/// A shop with one terminal on Wi-Fi.
pub(super) const ONE: &str = r#"
shop = "幸福路便利店"
merchant_number = "898110259990123"
[[terminal]]
number = "12345678"
model = "ME50"
connection = "wifi"
place = "1号收银台"
[phone]
acquirer = "400-820-5555"
vendor = "021-5555 1234"
[[more]]
label = "合同编号"
value = "HT-0231"
"#;

/// The same with a second terminal on a SIM card.
pub(super) const TWO: &str = r#"
shop = "幸福路便利店"
merchant_number = "898110259990123"
[[terminal]]
number = "12345678"
model = "ME50"
connection = "wifi"
place = "1号收银台"
[[terminal]]
number = "22345678"
connection = "sim"
[phone]
acquirer = "400-820-5555"
"#;

pub(super) fn shop(toml: &str) -> Shop {
    Shop { profile: Arc::new(profile(toml)), ..Shop::default() }
}

pub(super) fn number(digits: &str) -> TerminalNumber {
    TerminalNumber::parse(digits).expect("eight digits")
}

/// Everything that can be wrong in a profile.
const WRONG: &str = r#"shop = 7
merchant_number = "89811025999012"
merchant = "898110259990123"
[[terminal]]
number = "12345678"
connection = "wlan"
[[terminal]]
number = "12345678"
[[terminal]]
model = "ME50"
[phone]
aquirer = "95516"
isp = "call them"
owner = "4111 1111 1111 1111"
[[more]]
label = "密码"
value = "123456"
[[more]]
label = "合同编号"
"#;

#[test]
fn everything_that_is_wrong_is_told_with_its_line_and_how_to_mend_it() {
    let file = SourceFile::new("profile.toml", WRONG);
    let (profile, findings) = read(WRONG);
    let mut told = String::new();
    for tag in ["en", "zh"] {
        let _ = writeln!(told, "{}", report(&file, &findings, &Texts::new(tag), false));
    }
    insta::assert_snapshot!("profile_wrong", told);
    assert!(!told.contains("1111 1111") && !told.contains("123456\""), "{told}");
    // What is right is used all the same.
    assert_eq!(profile.terminals.len(), 1);
    assert_eq!(profile.phones.len(), 1);
    assert!(profile.merchant_number.is_none() && profile.more.is_empty());
}

#[test]
fn a_profile_with_broken_toml_is_used_as_far_as_it_can_be_read() {
    let (profile, findings) = read("shop = \"店\nmerchant_number = \"898110259990123\"\n");
    assert!(profile.merchant_number.is_some());
    assert_eq!(findings.len(), 1, "{findings:?}");
}

#[test]
fn what_people_call_the_issuer_is_understood() {
    let profile = profile("[phone]\nbank = \"95588\"\n");
    assert_eq!(profile.phone("issuer").map(ToString::to_string).as_deref(), Some("95588"));
}

#[test]
fn a_draft_says_what_is_wrong_with_each_field_and_becomes_the_profile() {
    let mut draft = Draft::of(&Profile::default());
    draft.merchant_number = "898".to_owned();
    draft.terminals = vec![
        TerminalDraft { number: "12345678".to_owned(), ..TerminalDraft::default() },
        TerminalDraft { number: "1234 5678".to_owned(), ..TerminalDraft::default() },
        TerminalDraft { model: "ME50".to_owned(), ..TerminalDraft::default() },
        TerminalDraft::default(),
    ];
    draft.more = [("", "?"), ("?", "\u{200b}"), ("\u{200b}", " ")]
        .map(|(label, value)| (label.to_owned(), value.to_owned()))
        .to_vec();
    for (field, flaw) in [
        (FieldName::Shop, None),
        (FieldName::MerchantNumber, Some(Flaw::DigitCount { wanted: 15, found: 3 })),
        (FieldName::Number(0), None),
        (FieldName::Number(1), Some(Flaw::Twice)),
        (FieldName::Number(2), Some(Flaw::Missing)),
        (FieldName::Number(3), None),
        (FieldName::Phone(Id::from("acquirer")), None),
        (FieldName::Label(0), Some(Flaw::Missing)),
        (FieldName::Value(0), None),
        (FieldName::Label(1), None),
        (FieldName::Value(1), Some(Flaw::Missing)),
        (FieldName::Label(2), None),
        (FieldName::Value(2), None),
    ] {
        assert_eq!(draft.flaw(&field), flaw, "{field:?}");
    }
    assert_eq!(draft.profile().map_err(|(field, _)| field), Err(FieldName::MerchantNumber));
    draft.merchant_number.clear();
    draft.terminals.truncate(1);
    draft.more.clear();
    let profile = draft.profile().expect("nothing is wrong any more");
    assert_eq!(Draft::of(&profile), draft);
}

#[test]
fn the_document_lists_every_key_and_its_examples_read() {
    let document = include_str!("../../docs/profile.md").replace("\r\n", "\n");
    for (table, keys) in keys() {
        for key in keys {
            assert!(document.contains(&format!("`{key}`")), "{table}: {key}");
        }
    }
    let of_training = tilldoc::config::TRAINING_KEYS.iter().chain(tilldoc::training::COURSE_KEYS);
    for key in tilldoc::config::KEYS.iter().chain(of_training) {
        assert!(document.contains(&format!("`{key}`")), "config.toml or course.toml: {key}");
    }
    for (_, kind) in Connection::NAMES {
        assert!(document.contains(&format!("`{}`", kind.name())), "{kind:?}");
    }
    let mut examples = 0;
    for block in document.split("```toml\n").skip(1).filter_map(|rest| rest.split("```").next()) {
        let findings = match block.lines().next() {
            Some("# profile.toml") => read(block).1,
            Some("# config.toml") => tilldoc::config::read(block).1,
            Some("# course.toml") => tilldoc::training::Course::read(block).1,
            other => panic!("of which file is this: {other:?}"),
        };
        assert!(findings.is_empty(), "{findings:?}");
        examples += 1;
    }
    assert_eq!(examples, 4);
}
