use super::*;
use proptest::prelude::*;
use std::ops::Range;

fn values() -> impl Strategy<Value = Vec<u8>> {
    checked_values(4..60)
}

/// Values of a code, with right check characters behind them.
fn checked_values(length: Range<usize>) -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(0_u8..32, length).prop_map(|mut values| {
        values.extend(check::of(&values));
        values
    })
}

proptest! {
    #[test]
    fn every_wrong_character_is_caught_and_named(values in values(), at in 0_usize..60, to in 0_u8..32) {
        let at = at % values.len();
        prop_assume!(values[at] != to);
        prop_assert_eq!(check::flaw(&values), None);
        let mut wrong = values.clone();
        wrong[at] = to;
        let expected = if values.len() <= 31 { Flaw::At(at) } else { Flaw::Somewhere };
        prop_assert_eq!(check::flaw(&wrong), Some(expected));
    }

    #[test]
    fn neighbours_that_changed_places_are_caught(values in values(), at in 0_usize..60) {
        let at = at % (values.len() - 1);
        prop_assume!(values[at] != values[at + 1]);
        let mut wrong = values;
        wrong.swap(at, at + 1);
        prop_assert_eq!(check::flaw(&wrong), Some(Flaw::Somewhere));
    }

    #[test]
    fn two_wrong_characters_are_caught_in_all_usual_codes(
        values in checked_values(4..30),
        one in (0_usize..31, 1_u8..32),
        two in (1_usize..31, 1_u8..32),
    ) {
        prop_assert!(values.len() <= 31);
        let (first, others) = (one.0 % values.len(), values.len() - 1);
        let second = (first + 1 + two.0 % others) % values.len();
        let mut wrong = values;
        wrong[first] ^= one.1;
        wrong[second] ^= two.1;
        prop_assert!(check::flaw(&wrong).is_some());
    }

    #[test]
    fn digits_come_out_as_they_went_in(
        digits in prop::collection::vec((0_usize..1_000, 1_usize..1_000), 0..40),
    ) {
        let digits: Vec<_> =
            digits.into_iter().map(|(digit, base)| (digit % base, base)).collect();
        let mut written = digits::Digits::default();
        for (digit, base) in &digits {
            written.put(*digit, *base);
        }
        let values = written.into_number().into_values();
        prop_assert_ne!(values.first(), Some(&0));
        let mut number = Number::from_values(&values);
        for (digit, base) in digits {
            prop_assert_eq!(number.take(base), Some(digit));
        }
        prop_assert!(number.is_zero());
    }

    #[test]
    fn no_text_is_too_odd_to_be_refused(typed in any::<String>()) {
        let _ = SessionCode::parse(&typed);
    }
}

/// A code with these characters and the right check characters behind them.
fn checked(characters: &str) -> SessionCode {
    let mut values: Vec<u8> = characters.chars().filter_map(check::value).collect();
    values.extend(check::of(&values));
    SessionCode { values }
}

#[test]
fn reads_what_people_write() {
    let code = checked("K7QM10X1");
    let shown = code.to_string();
    assert!(shown.starts_with("K7QM-10X1-"), "{shown}");
    let last = &shown[10..];
    for typed in [
        shown.clone(),
        shown.to_lowercase(),
        shown.replace('-', " "),
        shown.replace('-', ""),
        shown.replace('-', "–"),
        format!(" k7qm\u{3000}lOxi {last} "),
        format!("Ｋ７ＱＭ－１０Ｘ１－{last}"),
    ] {
        assert_eq!(SessionCode::parse(&typed), Ok(code.clone()), "{typed}");
    }
}

#[test]
fn says_what_is_wrong_with_what_people_write() {
    let code = checked("K7QM20XA").to_string();
    let group = |group| Err(CodeError::WrongCharacter { group });
    for (typed, error) in [
        (code.replacen('M', "N", 1), group(Some(1))),
        (code.replacen('X', "Y", 1), group(Some(2))),
        (code.replacen("7Q", "Q7", 1), group(None)),
        (code.replacen('7', "U", 1), Err(CodeError::NoSuchCharacter('U'))),
        (code.replacen('7', "停", 1), Err(CodeError::NoSuchCharacter('停'))),
        ("51".to_owned(), Err(CodeError::NotACode)),
        (String::new(), Err(CodeError::NotACode)),
        ("A".repeat(1_000_000), Err(CodeError::NotACode)),
    ] {
        assert_eq!(SessionCode::parse(&typed), error, "{typed:.40}");
    }
    // A character that is missing or too many.
    assert!(SessionCode::parse(&code.replace('7', "")).is_err());
    assert!(SessionCode::parse(&code.replace('7', "77")).is_err());
}

#[test]
fn every_letter_has_a_name_in_every_language() {
    let all = checked("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    for tag in Texts::available() {
        let texts = Texts::new(&tag);
        assert_eq!(tr!(texts, "session-code-letters").split_whitespace().count(), 22, "{tag}");
        let aloud = all.aloud(&texts);
        assert!(aloud.starts_with("0 1 2 3 / 4 5 6 7 / 8 9 "), "{aloud}");
    }
    let english = checked("K7QM").aloud(&Texts::new("en"));
    assert!(english.starts_with("Kilo 7 Quebec Mike / "), "{english}");
}
