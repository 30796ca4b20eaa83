//! A session code where other things may be typed as well: telling it from them.

use super::{CodeError, FINGERPRINT, GROUP, SessionCode, apart, check, fingerprint};
use crate::{
    guide::{Guide, half_width},
    session::Session,
    texts::Texts,
    tr,
};
use jiff::Timestamp;
use std::sync::Arc;

/// So many of the characters that stand for a guide say that a code of it is meant: one may be wrong.
const ALIKE: usize = FINGERPRINT - 1;

/// What looks like a session code and opens nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unopened {
    /// Why not.
    pub error: CodeError,
    /// Whether it begins as the codes of the guide do, so that nothing else is meant.
    pub sure: bool,
}

impl SessionCode {
    /// The session behind what somebody typed, where that is a session code or looks like one. None
    /// where something else is meant.
    ///
    /// Words and response codes are hardly ever taken for a code: what opens nothing must begin as
    /// the codes of this guide do, be in order, or be written in groups of four letters and digits.
    pub fn typed(
        typed: &str,
        guide: &Arc<Guide>,
        at: Timestamp,
    ) -> Option<Result<(Self, Session), Unopened>> {
        let opened = Self::parse(typed).and_then(|code| {
            let session = code.open(guide, at)?;
            Ok((code, session))
        });
        let error = match opened {
            Ok(opened) => return Some(Ok(opened)),
            Err(error) => error,
        };
        let sure = begins_like(typed, guide);
        // Hardly anything is in order by chance.
        let in_order = matches!(error, CodeError::OtherGuide { .. } | CodeError::NoSession);
        let meant = sure || grouped(typed) || in_order && mixed(typed);
        meant.then_some(Err(Unopened { error, sure }))
    }
}

impl Unopened {
    /// What is wrong and what to do next. While it is typed, a code lacks characters: nobody is told
    /// that one is wrong before all are there.
    pub fn message(&self, texts: &Texts, guide: &Guide) -> String {
        match &self.error {
            CodeError::WrongCharacter { group: Some(group) } => {
                tr!(texts, "lookup-code-flawed-in-group", group = group.to_string())
            }
            CodeError::WrongCharacter { group: None } | CodeError::NotACode => {
                tr!(texts, "lookup-code-flawed")
            }
            other => other.message(texts, guide),
        }
    }
}

/// Whether the first characters are those of the guide's codes, all but one at most.
fn begins_like(typed: &str, guide: &Guide) -> bool {
    let own = fingerprint(guide);
    let typed = typed.chars().map(half_width).filter(|c| !apart(*c));
    let values: Vec<_> = typed.map(check::value).collect();
    let same = values.iter().zip(own).filter(|(value, own)| **value == Some(*own)).count();
    // Of few characters all must be the same: "51" is a response code.
    values.len() >= FINGERPRINT && (same == FINGERPRINT || same == ALIKE && values.len() > GROUP)
}

/// Whether there are letters and digits.
fn mixed(typed: &str) -> bool {
    let has = |kind: fn(&char) -> bool| typed.chars().map(half_width).any(|c| kind(&c));
    has(char::is_ascii_digit) && has(char::is_ascii_alphabetic)
}

/// Whether it is written as codes are shown: groups of four characters, the last one may be shorter.
fn grouped(typed: &str) -> bool {
    let half: String = typed.trim().chars().map(half_width).collect();
    let groups: Vec<&str> = half.split(apart).filter(|group| !group.is_empty()).collect();
    let Some((last, whole)) = groups.split_last() else { return false };
    let plain = half.chars().all(|c| c.is_ascii_alphanumeric() || apart(c));
    plain
        && whole.len() > 1
        && whole.iter().all(|group| group.len() == GROUP)
        && last.len() <= GROUP
        && mixed(typed)
}
