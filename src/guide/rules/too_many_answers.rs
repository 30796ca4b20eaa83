//! Every answer has a digit of its own.

use super::{Context, Problem, Report, Rule};

pub(super) static RULE: Rule = Rule::guide("too-many-answers", check);

/// The digits 1 to 9.
const MOST: usize = 9;

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (_, question) in context.questions() {
        if let Some(beyond) = question.answers.get(MOST) {
            report.add(beyond.place, Problem::TooManyAnswers(question.answers.len()));
        }
    }
}
