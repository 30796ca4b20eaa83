//! A code question leads on from every code: through the guide's list, or by its answer for codes
//! that are not listed.

use super::{Context, Problem, Report, Rule};
use crate::guide::{Kind, Named, Question, Role};

pub(super) static OTHER: Rule = Rule::guide("code-other", check_other);
pub(super) static PLAIN: Rule = Rule::guide("code-plain-answer", check_plain);
pub(super) static NO_CODES: Rule = Rule::guide("no-codes", check_codes);

fn code_questions<'c>(context: &'c Context<'_>) -> impl Iterator<Item = &'c Question> {
    context.readable_questions().filter(|question| question.kind == Kind::Code)
}

fn check_other(context: &Context<'_>, report: &mut Report<'_>) {
    for question in code_questions(context) {
        let other = question.answers.iter().filter(|answer| answer.role == Role::Other).count();
        if other != 1 && !question.answers.is_empty() {
            report.add(question.place, Problem::CodeOther(other));
        }
    }
}

/// The screen offers a field for the code and the two answers beside it, nothing else.
fn check_plain(context: &Context<'_>, report: &mut Report<'_>) {
    for question in code_questions(context) {
        for answer in question.answers.iter().filter(|answer| answer.role == Role::Plain) {
            report.add(answer.place, Problem::CodePlainAnswer);
        }
    }
}

fn check_codes(context: &Context<'_>, report: &mut Report<'_>) {
    let lost = context.notes.lost.contains(&Named::Code);
    if context.guide.codes.is_empty() && !lost {
        for question in code_questions(context) {
            report.add(question.place, Problem::NoCodes);
        }
    }
}
