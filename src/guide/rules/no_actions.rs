//! A remedy acts.

use super::{Context, Problem, Report, Rule};

pub(super) static RULE: Rule = Rule::guide("remedy-without-actions", check);

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (at, remedy) in context.remedies() {
        if remedy.actions.is_empty() && !context.spoilt(at, "actions") {
            report.add(remedy.place, Problem::NoActions(remedy.id.clone()));
        }
    }
}
