//! In a ticks question, nothing ticked leads somewhere too.

use super::{Context, Problem, Report, Rule};
use crate::guide::{Kind, Role};

pub(super) static RULE: Rule = Rule::guide("ticks-none", check);

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for question in context.readable_questions() {
        let none = question.answers.iter().filter(|answer| answer.role == Role::None).count();
        if question.kind == Kind::Ticks && none != 1 && !question.answers.is_empty() {
            report.add(question.place, Problem::TicksNone(none));
        }
    }
}
