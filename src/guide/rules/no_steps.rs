//! A guide has a checklist.

use super::{Context, Problem, Report, Rule};
use crate::guide::Named;

pub(super) static RULE: Rule = Rule::guide("no-steps", check);

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let known = context.notes.head.is_some() && !context.notes.lost.contains(&Named::Step);
    if known && context.guide.steps.is_empty() {
        report.add(context.head(), Problem::NoSteps);
    }
}
