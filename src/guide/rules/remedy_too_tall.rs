//! What never to do, and the first thing to do, are seen at once in the smallest window that is
//! enough: nobody in a hurry scrolls before acting.

use super::{Context, Problem, Report, Rule};
use crate::guide::room::Room;

pub(super) static RULE: Rule = Rule::close("remedy-too-tall", check);

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let rooms = Room::of(context.guide);
    for (_, remedy) in context.remedies() {
        for (room, language) in rooms.iter().zip(&context.guide.languages) {
            let beyond = room.remedy_beyond(remedy);
            if beyond > 0 {
                let language = language.clone();
                report.add(remedy.place, Problem::RemedyTall { language, beyond });
            }
        }
    }
}
