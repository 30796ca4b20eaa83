//! A question is seen whole with all its answers in the smallest window that is enough.

use super::{Context, Problem, Report, Rule};
use crate::guide::room::Room;

pub(super) static RULE: Rule = Rule::close("question-too-tall", check);

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let rooms = Room::of(context.guide);
    for (_, question) in context.questions() {
        for (room, language) in rooms.iter().zip(&context.guide.languages) {
            let beyond = room.question_beyond(question);
            if beyond > 0 {
                let language = language.clone();
                report.add(question.place, Problem::QuestionTall { language, beyond });
            }
        }
    }
}
