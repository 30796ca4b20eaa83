//! Whoever can't tell finds a way on, or the author says why none is needed.

use super::{Context, Problem, Report, Rule};
use crate::guide::Role;

pub(super) static RULE: Rule = Rule::guide("question-without-unsure", check);

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (at, question) in context.questions() {
        let excused = question.no_unsure.is_some()
            || context.spoilt(at, "no_unsure")
            || context.spoilt(at, "answers");
        // A question without any answer breaks a rule of its own.
        let has = question.answers.is_empty() || question.role(Role::Unsure).is_some();
        if !excused && !has {
            report.add(question.place, Problem::NoUnsure(question.id.clone()));
        }
    }
}
