//! A text says something.

use super::{Problem, Rule};

pub(super) static RULE: Rule = Rule::text("empty-text", check);

fn check(text: &str) -> Option<Problem> {
    text.trim().is_empty().then_some(Problem::EmptyText)
}
