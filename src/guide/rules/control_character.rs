//! A text has no character that steers the terminal or turns the direction of text.
//!
//! Line ends count: a text is one paragraph, which the screen breaks where it must.

use super::{Problem, Rule};
use crate::guide::characters::{Refused, first_refused};

pub(super) static RULE: Rule = Rule::text("control-character", check);

fn check(text: &str) -> Option<Problem> {
    first_refused(text, Refused::Control).map(Problem::ControlCharacter)
}
