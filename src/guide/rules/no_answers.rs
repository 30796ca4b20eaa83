//! A question has answers.

use super::{Context, Problem, Report, Rule};

pub(super) static RULE: Rule = Rule::guide("question-without-answers", check);

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (at, question) in context.questions() {
        if question.answers.is_empty() && !context.spoilt(at, "answers") {
            report.add(question.place, Problem::NoAnswers(question.id.clone()));
        }
    }
}
