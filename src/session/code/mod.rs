//! The session code: where a session stands, short enough to be dictated.
//!
//! ```text
//! K7QM-2XFA-9D3T
//! ~~~~            the guide: its name, its version, its decisions
//!      ~~~~ ~~    the way in, every answer, every verdict (see `path`)
//!             ~~  check characters
//! ```
//!
//! The characters are Crockford's: no I, L, O or U. One wrong character and two neighbours that
//! changed places are always noticed, other slips in all but one case out of a thousand.
//!
//! A code holds no notes, no times and nothing that was typed but a response code; an amount becomes
//! the answer that it stood for.

mod check;
mod digits;
mod path;
mod typed;

pub use typed::Unopened;

use super::Session;
use crate::{
    guide::{Guide, half_width},
    texts::Texts,
    tr,
};
use check::{CHECKS, Flaw};
use digits::Number;
use jiff::Timestamp;
use serde::{Serialize, Serializer};
use std::{fmt, sync::Arc};

/// How many characters of a code say which guide it belongs to.
const FINGERPRINT: usize = 4;

/// Characters between two hyphens.
const GROUP: usize = 4;

/// More characters than any session of a sensible guide needs. Whoever types more has typed
/// something else.
const LONGEST: usize = 200;

/// The code of a session. Shown in groups of four: `K7QM-2XFA-9D3T`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionCode {
    /// The values of the characters, 0 to 31.
    values: Vec<u8>,
}

/// Why a code leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// Much too short or too long for one.
    #[error("no session code")]
    NotACode,
    /// A character that codes do not have.
    #[error("session codes have no {0:?}")]
    NoSuchCharacter(char),
    /// A character is wrong, missing or out of its place.
    #[error("a character of the code is wrong")]
    WrongCharacter {
        /// The group that it is in, counted from 1, where that can be told.
        group: Option<usize>,
    },
    /// The code is of another guide, or of another version of it.
    #[error("the code is of the guide {theirs}, this one is {ours}")]
    OtherGuide {
        /// The first group of the code.
        theirs: String,
        /// The first group of all codes of the guide at hand.
        ours: String,
    },
    /// All characters are in order, and yet no session has this code.
    #[error("no session has this code")]
    NoSession,
}

impl SessionCode {
    /// The code of where a session stands.
    pub fn of(session: &Session) -> Self {
        let mut values = fingerprint(session.guide()).to_vec();
        values.extend(path::write(session).into_number().into_values());
        values.extend(check::of(&values));
        Self { values }
    }

    /// Reads what somebody typed: upper or lower case, with hyphens, blanks or neither, O for 0, I
    /// and L for 1, full-width characters as well.
    pub fn parse(typed: &str) -> Result<Self, CodeError> {
        let characters = typed.chars().map(half_width).filter(|c| !apart(*c)).take(LONGEST + 1);
        let characters: Vec<char> = characters.collect();
        if !(FINGERPRINT + CHECKS..=LONGEST).contains(&characters.len()) {
            return Err(CodeError::NotACode);
        }
        let value = |c: &char| check::value(*c).ok_or(CodeError::NoSuchCharacter(*c));
        let values: Vec<u8> = characters.iter().map(value).collect::<Result<_, _>>()?;
        match check::flaw(&values) {
            None => Ok(Self { values }),
            Some(Flaw::At(place)) => {
                Err(CodeError::WrongCharacter { group: Some(place / GROUP + 1) })
            }
            Some(Flaw::Somewhere) => Err(CodeError::WrongCharacter { group: None }),
        }
    }

    /// The session behind the code: the same place with every answer. All its events have the time
    /// `at`.
    pub fn open(&self, guide: &Arc<Guide>, at: Timestamp) -> Result<Session, CodeError> {
        let ours = fingerprint(guide);
        let (theirs, rest) = self.values.split_at(FINGERPRINT);
        if theirs != ours {
            let (theirs, ours) = (check::text(theirs), check::text(&ours));
            return Err(CodeError::OtherGuide { theirs, ours });
        }
        let number = Number::from_values(&rest[..rest.len() - CHECKS]);
        let session = path::read(number, guide, at).ok_or(CodeError::NoSession)?;
        // Each session has one code: what does not come out again was never made here.
        if Self::of(&session) == *self { Ok(session) } else { Err(CodeError::NoSession) }
    }

    /// The code as it is read out: letters by their names in the language of `texts`, with a pause
    /// between groups.
    pub fn aloud(&self, texts: &Texts) -> String {
        let names = tr!(texts, "session-code-letters");
        let names: Vec<&str> = names.split_whitespace().collect();
        let say = |value: &u8| {
            let letter = usize::from(*value).checked_sub(10).and_then(|at| names.get(at).copied());
            letter.map_or_else(|| check::text(&[*value]), str::to_owned)
        };
        let group = |values: &[u8]| values.iter().map(say).collect::<Vec<_>>().join(" ");
        let groups: Vec<String> = self.values.chunks(GROUP).map(group).collect();
        groups.join(" / ")
    }
}

/// Whether a character only stands between others.
fn apart(c: char) -> bool {
    c.is_whitespace() || "-–—_.,、·".contains(c)
}

/// The characters that stand for a guide.
fn fingerprint(guide: &Guide) -> [u8; FINGERPRINT] {
    let fingerprint = guide.fingerprint();
    [15, 10, 5, 0].map(|shift| (fingerprint >> shift & 31) as u8)
}

impl fmt::Display for SessionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let groups: Vec<String> = self.values.chunks(GROUP).map(check::text).collect();
        f.write_str(&groups.join("-"))
    }
}

impl Serialize for SessionCode {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl CodeError {
    /// What is wrong and what to do next, for this guide.
    pub fn message(&self, texts: &Texts, guide: &Guide) -> String {
        match self {
            Self::NotACode => tr!(texts, "session-code-not-one"),
            Self::NoSuchCharacter(c) => {
                let shown = if c.is_control() { '\u{FFFD}' } else { *c };
                tr!(texts, "session-code-no-such-character", character = shown.to_string())
            }
            Self::WrongCharacter { group: Some(group) } => {
                tr!(texts, "session-code-wrong-in-group", group = group.to_string())
            }
            Self::WrongCharacter { group: None } => tr!(texts, "session-code-wrong"),
            Self::OtherGuide { theirs, ours } => tr!(
                texts,
                "session-code-other-guide",
                theirs = theirs.as_str(),
                ours = ours.as_str(),
                guide = guide.id.as_str(),
                version = guide.version.as_str()
            ),
            Self::NoSession => tr!(texts, "session-code-no-session"),
        }
    }
}

#[cfg(test)]
mod tests;
