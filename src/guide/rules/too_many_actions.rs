//! Every action has a digit of its own.

use super::{Context, Problem, Report, Rule};

pub(super) static RULE: Rule = Rule::guide("too-many-actions", check);

/// The digits 1 to 9, less three for the answers to "did it work?".
const MOST: usize = 6;

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (_, remedy) in context.remedies() {
        if let Some(beyond) = remedy.actions.get(MOST) {
            report.add(beyond.place, Problem::TooManyActions(remedy.actions.len()));
        }
    }
}
