//! The answers of a question lead to different places: else it need not be asked.

use super::{Context, Problem, Report, Rule};
use crate::guide::Kind;

pub(super) static RULE: Rule = Rule::close("one-way-answers", check);

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    // What a code leads to depends on the code.
    let asked = context.readable_questions().filter(|question| question.kind != Kind::Code);
    for question in asked {
        if let [first, others @ ..] = &question.answers[..]
            && !others.is_empty()
            && others.iter().all(|own| own.go.id == first.go.id)
        {
            report.add(question.place, Problem::OneWay(first.go.id.clone()));
        }
    }
}
