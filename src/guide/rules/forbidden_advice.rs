//! No text advises what the guide's list of forbidden advice names.

use super::{Context, Problem, Report, Rule};
use crate::guide::{
    advice::{Advice, Spoken},
    passages::{Passage, each_passage},
};

pub(super) static RULE: Rule = Rule::close("forbidden-advice", check);

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let Some(listed) = context.advice() else { return };
    let advice = &listed.advice;
    each_passage(context.guide, &mut |passage| {
        if passage.advice {
            look(context, advice, passage, report);
        }
    });
}

fn look(context: &Context<'_>, advice: &Advice, passage: &Passage<'_>, report: &mut Report<'_>) {
    let languages = &context.guide.languages;
    for (at, (lang, text)) in languages.iter().zip(passage.text.versions()).enumerate() {
        if !advice.suspects(lang, &text.to_lowercase()) {
            continue;
        }
        let spoken = Spoken::of(passage, languages, at);
        for breach in advice.breaches(&spoken) {
            if advice.excuse(&breach).is_some() {
                continue;
            }
            let place = context.place_of(passage.place, text);
            let (item, what) = (breach.item.id.clone(), breach.item.what.clone());
            report.add(place, Problem::ForbiddenAdvice { item, what, said: breach.words() });
        }
    }
}
