//! An amount leads to one answer: the limits rise, and one answer is left for all above them.

use super::{Context, Problem, Report, Rule};
use crate::guide::{Kind, Question, Role};

pub(super) static LIMITS: Rule = Rule::guide("amount-limits", check_limits);
pub(super) static REST: Rule = Rule::guide("amount-rest", check_rest);

fn amount_questions<'c>(context: &'c Context<'_>) -> impl Iterator<Item = &'c Question> {
    let amounts = |question: &&Question| question.kind == Kind::Amount;
    // A question without any answer breaks a rule of its own.
    context.readable_questions().filter(amounts).filter(|question| !question.answers.is_empty())
}

/// The first answer that fits decides, so one that does not rise could never be reached; neither
/// could a limit after the answer for all other amounts.
fn check_limits(context: &Context<'_>, report: &mut Report<'_>) {
    for question in amount_questions(context) {
        let mut highest = None;
        let mut rest = false;
        for answer in &question.answers {
            match answer.role {
                Role::UpTo(limit) => {
                    if rest || highest.is_some_and(|highest| limit <= highest) {
                        report.add(answer.place, Problem::LimitsNotAscending);
                    }
                    highest = highest.max(Some(limit));
                }
                Role::Plain => rest = true,
                Role::Unsure | Role::None | Role::Other => {}
            }
        }
    }
}

fn check_rest(context: &Context<'_>, report: &mut Report<'_>) {
    for question in amount_questions(context) {
        let plain = question.answers.iter().filter(|answer| answer.role == Role::Plain).count();
        if plain != 1 {
            report.add(question.place, Problem::AmountRest(plain));
        }
    }
}
