//! The order of keys.

use crate::guide::format::{self, Key};

/// What kind of table it is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Shape {
    /// A file.
    Root,
    /// An entry of one of the lists.
    Entry(&'static [Key]),
    /// A text in all languages, or an action or a mark with its text.
    Text,
}

/// What stands before the languages of a text.
const BEFORE_TEXT: [&str; 2] = ["id", "mark"];

impl Shape {
    /// What a table is that stands in this one.
    pub(super) fn within(self, key: &str) -> Self {
        match (self, key) {
            (Self::Root, "call") => Self::Entry(&format::CALL),
            (Self::Root, _) => format::list(key).map_or(Self::Text, Self::Entry),
            (Self::Entry(_), "answers") => Self::Entry(&format::ANSWER),
            (Self::Entry(_), "code") => Self::Entry(&format::SCENARIO_CODE),
            (Self::Entry(_), "fact") => Self::Entry(&format::SIGHT),
            (Self::Entry(_), "trap") => Self::Entry(&format::TRAP),
            (Self::Entry(_), "tempt") => Self::Entry(&format::TEMPTATION),
            (Self::Entry(_), "tell") => Self::Entry(&format::TELLING),
            _ => Self::Text,
        }
    }

    /// Its keys in their order.
    pub(super) fn names<'n>(self, languages: &[&'n str]) -> Vec<&'n str> {
        match self {
            // The lists stay in the order in which they are written.
            Self::Root => format::HEAD.iter().map(|key| key.name).collect(),
            Self::Entry(keys) => keys.iter().map(|key| key.name).collect(),
            Self::Text => BEFORE_TEXT.iter().chain(languages).copied().collect(),
        }
    }
}

/// Where a key stands among others. Those that nobody knows come last, as they are.
pub(super) fn place(names: &[&str], key: &str) -> usize {
    names.iter().position(|name| *name == key).unwrap_or(names.len())
}
