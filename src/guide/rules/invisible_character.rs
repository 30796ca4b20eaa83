//! A text has no character that nobody can see: it spoils searching and comparing.

use super::{Problem, Rule};
use crate::guide::characters::{Refused, first_refused};

pub(super) static RULE: Rule = Rule::text("invisible-character", check).warning();

fn check(text: &str) -> Option<Problem> {
    first_refused(text, Refused::Invisible).map(Problem::InvisibleCharacter)
}
