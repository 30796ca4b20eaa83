//! A look says what to look at and what is seen, not which answer that is: to tell is the trainee's.

use super::{Context, Report, Rule, words::plain};
use crate::guide::{Lang, Move, Question, Response, ScenarioFlaw, Sight};
use unicode_width::UnicodeWidthStr;

pub(in crate::guide::rules) static RULE: Rule = Rule::close("answer-told", check).note();

/// Shorter answers (`Yes`, 能) stand in anything: columns of one that must not stand in the name of a
/// look, and of one that must not stand in what it shows.
const COLUMNS: [usize; 2] = [6, 16];

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for sight in context.guide.scenarios.iter().flat_map(|own| &own.sights) {
        if let Some(question) = context.guide.question(&sight.question.id) {
            look(context, report, sight, question);
        }
    }
}

fn look(context: &Context<'_>, report: &mut Report<'_>, sight: &Sight, question: &Question) {
    let answers: Vec<_> = match sight.right(context.guide) {
        Some(Move::Answer(Response::Answer(id))) => question.answer(&id).into_iter().collect(),
        Some(Move::Answer(Response::Ticks(ids))) => {
            question.answers.iter().filter(|own| ids.contains(&own.id)).collect()
        }
        _ => return,
    };
    for (at, language) in context.guide.languages.iter().enumerate() {
        for answer in &answers {
            let say = answer.say.get(Lang(at));
            let (own, columns) = (plain(say), plain(say).width());
            for (key, text) in [("look", &sight.look), ("shows", &sight.shows)] {
                let text = text.get(Lang(at));
                let all = plain(text);
                let whole = key == "shows" && all == own && !own.is_empty();
                let least = COLUMNS[usize::from(key == "shows")];
                if whole || columns >= least && all.contains(&own) {
                    let place = context.place_of(sight.place, text);
                    let (language, words) = (language.clone(), say.to_owned());
                    report.flaw(place, ScenarioFlaw::AnswerTold { key, language, words });
                }
            }
        }
    }
}
