//! Who is trained, by a name or a staff number.

use crate::{clean, flaw::Flaw, guide::half_width, redact::redact};
use serde::{Deserialize, Serialize};
use std::fmt;
use unicode_width::UnicodeWidthStr;

/// The number of a trainee in one database; never given twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TraineeId(pub i64);

/// Somebody who is trained.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trainee {
    /// The number in the database.
    pub id: TraineeId,
    /// Name or staff number.
    pub name: TraineeName,
}

/// A trainee's name or staff number: one clean line without card data.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TraineeName(String);

impl TraineeName {
    /// Columns that it takes at most.
    pub const COLUMNS: usize = 40;

    /// A name as somebody typed it; else what is wrong with it.
    ///
    /// One that holds card data is refused, not masked: half a number would be nobody's name.
    pub fn parse(typed: &str) -> Result<Self, Flaw> {
        let line: String = clean::line(typed, clean::LINE_LIMIT);
        let words: Vec<&str> = line.split_whitespace().collect();
        let name = words.join(" ");
        if name.is_empty() {
            return Err(Flaw::Missing);
        }
        if redact(&name).masked {
            return Err(Flaw::CardData);
        }
        if name.width() > Self::COLUMNS {
            return Err(Flaw::TooWide(Self::COLUMNS));
        }
        Ok(Self(name))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What two ways of writing the same name have in common: neither case nor the width of letters
    /// and digits matters.
    pub fn key(&self) -> String {
        self.0.chars().map(half_width).flat_map(char::to_lowercase).collect()
    }

    /// A name that a database has.
    pub(crate) fn kept(name: String) -> Self {
        Self(name)
    }
}

impl fmt::Display for TraineeName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(typed: &str) -> TraineeName {
        TraineeName::parse(typed).expect(typed)
    }

    #[test]
    fn a_name_is_one_clean_line() {
        assert_eq!(name("  Li\u{1b}[2J \t Wei\n").as_str(), "Li Wei");
        assert_eq!(name("工号\u{202e}0417").as_str(), "工号0417");
    }

    #[test]
    fn the_same_name_is_written_in_several_ways() {
        for other in ["li wei", "LI  WEI", "Ｌｉ　Ｗｅｉ"] {
            assert_eq!(name(other).key(), name("Li Wei").key(), "{other}");
        }
        assert_ne!(name("12-3").key(), name("123").key());
    }

    #[test]
    fn what_is_no_name_is_refused() {
        for (typed, flaw) in [
            ("", Flaw::Missing),
            (" \u{200b}\n", Flaw::Missing),
            ("4111 1111 1111 1111", Flaw::CardData),
            (&"李".repeat(21), Flaw::TooWide(40)),
        ] {
            assert_eq!(TraineeName::parse(typed), Err(flaw), "{typed:?}");
        }
        assert!(TraineeName::parse(&"李".repeat(20)).is_ok());
    }
}
