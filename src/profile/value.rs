//! The values of a profile, each made by one function that says what is wrong: the form asks it at
//! every key, the reader for every line.

use crate::{clean, flaw::Flaw, guide::half_width, session::redact};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Characters of a name, a model or a place at most.
pub(crate) const SHORT: usize = 60;
/// Characters of what else support asks at most.
pub(crate) const LONG: usize = 120;
/// Digits of a telephone number: from a short service number to what E.164 allows with an
/// extension.
const PHONE_DIGITS: std::ops::RangeInclusive<usize> = 3..=20;
/// Characters that stand in telephone numbers beside digits, and before an extension.
const PHONE_MARKS: &str = "+-()/.,*# ext转分机";

/// A value that is kept as text and read by its own rules.
macro_rules! value {
    ($(#[$doc:meta])* $name:ident, $parse:expr) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// Reads what a person typed; full-width digits and blanks are understood.
            pub fn parse(typed: &str) -> Result<Self, Flaw> {
                let parse: fn(&str) -> Result<String, Flaw> = $parse;
                parse(typed).map(Self)
            }

            /// The number itself.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = Flaw;

            fn try_from(written: String) -> Result<Self, Flaw> {
                Self::parse(&written)
            }
        }

        impl From<$name> for String {
            fn from(own: $name) -> Self {
                own.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

value!(
    /// The number of a merchant with its acquirer (ISO 8583 field 42): 15 digits.
    MerchantNumber,
    |typed| digits(typed, 15)
);
value!(
    /// The number of a terminal (ISO 8583 field 41): 8 digits.
    TerminalNumber,
    |typed| digits(typed, 8)
);
value!(
    /// A telephone number as people write it.
    PhoneNumber,
    phone
);

/// Exactly so many digits; blanks and dashes between them are left out.
fn digits(typed: &str, wanted: usize) -> Result<String, Flaw> {
    let typed = half(typed);
    let digits: String = typed.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
    if let Some(other) = digits.chars().find(|c| !c.is_ascii_digit()) {
        return Err(Flaw::NotDigit(other));
    }
    // Any other length than the right one may be a card number on its way in.
    no_card_data(&digits)?;
    match digits.len() {
        0 => Err(Flaw::Missing),
        found if found == wanted => Ok(digits),
        found => Err(Flaw::DigitCount { wanted, found }),
    }
}

fn phone(typed: &str) -> Result<String, Flaw> {
    let typed = half(typed);
    let fits = |c: &char| c.is_ascii_digit() || PHONE_MARKS.contains(c.to_ascii_lowercase());
    if let Some(other) = typed.chars().find(|c| !fits(c)) {
        return Err(Flaw::NotPhone(other));
    }
    no_card_data(&typed)?;
    match typed.chars().filter(char::is_ascii_digit).count() {
        0 if typed.is_empty() => Err(Flaw::Missing),
        found if PHONE_DIGITS.contains(&found) => Ok(typed),
        found => Err(Flaw::PhoneLength(found)),
    }
}

/// A free text of one line without card data, at most so many characters. `beside` is what stands
/// beside it: a number may be a PIN by its label alone.
pub fn free_text(typed: &str, most: usize, beside: &str) -> Result<String, Flaw> {
    let text = clean::line(typed, usize::MAX);
    no_card_data(&text)?;
    if !beside.is_empty() && redact(&format!("{beside}: {text}")).masked {
        return Err(Flaw::CardData);
    }
    if text.chars().count() > most { Err(Flaw::TooLong(most)) } else { Ok(text) }
}

fn no_card_data(text: &str) -> Result<(), Flaw> {
    if redact(text).masked { Err(Flaw::CardData) } else { Ok(()) }
}

/// One clean line in half-width characters, with single blanks.
fn half(typed: &str) -> String {
    let line = clean::line(typed, usize::MAX);
    let half: String = line.chars().map(half_width).collect();
    half.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_type_them() {
        for (typed, read) in [
            ("898110259990123", Ok("898110259990123")),
            ("８９８ 1102 5999 0123", Ok("898110259990123")),
            ("898-110259990123", Ok("898110259990123")),
            ("89811025999012", Err(Flaw::DigitCount { wanted: 15, found: 14 })),
            ("8981102599901234", Err(Flaw::DigitCount { wanted: 15, found: 16 })),
            ("89811025999O123", Err(Flaw::NotDigit('O'))),
            ("", Err(Flaw::Missing)),
            ("  ", Err(Flaw::Missing)),
        ] {
            let found = MerchantNumber::parse(typed);
            assert_eq!(
                found.as_ref().map(MerchantNumber::as_str),
                read.as_ref().copied(),
                "{typed}"
            );
        }
        assert_eq!(
            TerminalNumber::parse("１２３４ ５６７８").map(String::from),
            Ok("12345678".into())
        );
        assert_eq!(TerminalNumber::parse("1234567"), Err(Flaw::DigitCount { wanted: 8, found: 7 }));
    }

    #[test]
    fn telephone_numbers_stay_as_people_write_them() {
        for typed in
            ["95516", "400-820-5555", "+86 138 0013 8000", "（021）5555 1234 转 802", "110 ext. 7"]
        {
            assert!(PhoneNumber::parse(typed).is_ok(), "{typed}");
        }
        assert_eq!(PhoneNumber::parse("（021）5555").map(String::from), Ok("(021)5555".into()));
        for (typed, flaw) in [
            ("", Flaw::Missing),
            ("12", Flaw::PhoneLength(2)),
            ("+", Flaw::PhoneLength(0)),
            ("138 0013 8000 138 0013 8000", Flaw::PhoneLength(22)),
            ("call 95516", Flaw::NotPhone('c')),
        ] {
            assert_eq!(PhoneNumber::parse(typed), Err(flaw), "{typed}");
        }
    }

    #[test]
    fn no_card_data_gets_in() {
        let card = "4111 1111 1111 1111";
        assert_eq!(MerchantNumber::parse(card), Err(Flaw::CardData));
        assert_eq!(TerminalNumber::parse(card), Err(Flaw::CardData));
        assert_eq!(PhoneNumber::parse(card), Err(Flaw::CardData));
        assert_eq!(PhoneNumber::parse("４１１１１１１１１１１１１１１１"), Err(Flaw::CardData));
        assert_eq!(free_text(&format!("卡号{card}"), SHORT, ""), Err(Flaw::CardData));
        assert_eq!(free_text("123456", SHORT, "密码"), Err(Flaw::CardData));
        assert_eq!(free_text("0231", SHORT, "门店编号").as_deref(), Ok("0231"));
    }

    #[test]
    fn a_number_from_a_file_passes_the_same_door() {
        let read = |text: &str| serde_json::from_str::<TerminalNumber>(text);
        assert!(read("\"12345678\"").is_ok());
        assert!(read("\"1234\"").is_err() && read("\"4111111111111111\"").is_err());
    }
}
