//! What is wrong with a value that a person typed or wrote into a file: data, and how to say it.

use crate::{texts::Texts, tr};

/// What is wrong with one value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// Another number of digits than it must have.
    #[error("{found} of {wanted} digits")]
    DigitCount {
        /// How many it must have.
        wanted: usize,
        /// How many it has.
        found: usize,
    },
    /// Something other than digits.
    #[error("{0:?} is no digit")]
    NotDigit(char),
    /// A character that no telephone number has.
    #[error("{0:?} is in no telephone number")]
    NotPhone(char),
    /// Fewer or more digits than telephone numbers have.
    #[error("{0} digits are no telephone number")]
    PhoneLength(usize),
    /// A card number, a PIN, a password, a security code.
    #[error("card data")]
    CardData,
    /// More than so many characters.
    #[error("more than {0} characters")]
    TooLong(usize),
    /// Fewer than so many characters.
    #[error("fewer than {0} characters")]
    TooShort(usize),
    /// More than so many columns; a Chinese character takes two.
    #[error("wider than {0} columns")]
    TooWide(usize),
    /// No name that is the only one of its kind in the world: no web address, no URN.
    #[error("no IRI")]
    NotIri,
    /// The same as in another entry.
    #[error("there twice")]
    Twice,
    /// Nothing, where something must be.
    #[error("empty")]
    Missing,
}

impl Flaw {
    /// What is wrong, in a few words that fit beside a field.
    pub fn message(self, texts: &Texts) -> String {
        match self {
            Self::DigitCount { wanted, found } => {
                tr!(texts, "flaw-digit-count", wanted = wanted, found = found)
            }
            Self::NotDigit(c) => tr!(texts, "flaw-not-digit", character = shown(c)),
            Self::NotPhone(c) => tr!(texts, "flaw-not-phone", character = shown(c)),
            Self::PhoneLength(found) => tr!(texts, "flaw-phone-length", found = found),
            Self::CardData => tr!(texts, "flaw-card-data"),
            Self::TooLong(most) => tr!(texts, "flaw-too-long", most = most),
            Self::TooShort(fewest) => tr!(texts, "flaw-too-short", fewest = fewest),
            Self::TooWide(most) => {
                let half: usize = most / 2;
                tr!(texts, "flaw-too-wide", most = most, half = half)
            }
            Self::NotIri => tr!(texts, "flaw-not-iri"),
            Self::Twice => tr!(texts, "flaw-twice"),
            Self::Missing => tr!(texts, "flaw-missing"),
        }
    }

    /// How to mend it in a file.
    pub fn help(self, texts: &Texts) -> String {
        match self {
            Self::DigitCount { wanted, .. } => {
                tr!(texts, "flaw-digit-count-help", wanted = wanted)
            }
            Self::NotDigit(_) => tr!(texts, "flaw-not-digit-help"),
            Self::NotPhone(_) | Self::PhoneLength(_) => tr!(texts, "flaw-phone-help"),
            Self::CardData => tr!(texts, "flaw-card-data-help"),
            Self::TooLong(most) => tr!(texts, "flaw-too-long-help", most = most),
            Self::TooShort(fewest) => tr!(texts, "flaw-too-short-help", fewest = fewest),
            Self::TooWide(_) => tr!(texts, "flaw-too-wide-help"),
            Self::NotIri => tr!(texts, "flaw-not-iri-help"),
            Self::Twice => tr!(texts, "flaw-twice-help"),
            Self::Missing => tr!(texts, "flaw-missing-help"),
        }
    }
}

/// A character as it may stand in a message: the person may have typed anything.
fn shown(c: char) -> String {
    crate::clean::line(&c.to_string(), 1)
}
