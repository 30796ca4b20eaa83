//! A question that the shop's profile may answer says which answer that is.

use super::{Context, Problem, Report, Rule};
use crate::guide::Connection;

pub(super) static RULE: Rule = Rule::guide("profile-answers", check);

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (at, question) in context.questions() {
        if context.spoilt(at, "answers") || context.spoilt(at, "profile") {
            continue;
        }
        let named = question.answers.iter().filter(|answer| !answer.profile.is_empty());
        if question.profile.is_none() {
            for answer in named {
                report.add(answer.place, Problem::ProfileAnswerAlone);
            }
            continue;
        }
        if named.count() == 0 && !question.answers.is_empty() {
            report.add(question.place, Problem::ProfileWithoutAnswer);
        }
        for (name, kind) in Connection::NAMES {
            let has = |answer: &&crate::guide::Answer| answer.profile.contains(&kind);
            if let Some(second) = question.answers.iter().filter(has).nth(1) {
                report.add(second.place, Problem::ProfileTwice(name));
            }
        }
    }
}
