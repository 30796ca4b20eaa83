//! The scene of a scenario does not tell the cause in the words of its remedy: the trainee is to find
//! it. What the way in says itself may stand in it.

use super::{Context, Report, Rule, words::Words};
use crate::guide::{Entry, Guide, Lang, Scenario, ScenarioFlaw};

pub(in crate::guide::rules) static RULE: Rule = Rule::close("cause-told", check);

/// Words in a row, in a title and elsewhere, that are no chance any more.
const WORDS: [usize; 2] = [3, 5];
/// The same of Chinese characters.
const CHARACTERS: [usize; 2] = [4, 7];

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for scenario in &context.guide.scenarios {
        look(context, report, scenario);
    }
}

fn look(context: &Context<'_>, report: &mut Report<'_>, scenario: &Scenario) {
    let guide = context.guide;
    let Some(remedy) = guide.remedy(&scenario.truth.id) else { return };
    for (at, language) in guide.languages.iter().enumerate() {
        let lang = Lang(at);
        let cause = Words::of(remedy.cause.get(lang));
        let lengths = if cause.is_chinese() { CHARACTERS } else { WORDS };
        let free = way_in(guide, scenario, lang).map(Words::of);
        let free = free.as_slice();
        let screen = scenario.screen.lines(lang).join(" ");
        let texts = [
            ("title", scenario.title.get(lang)),
            ("setting", scenario.setting.get(lang)),
            ("screen", screen.as_str()),
            ("customer", scenario.customer.get(lang)),
        ];
        for (key, text) in texts {
            let length = lengths[usize::from(key != "title")];
            let own = Words::of(text);
            if let Some(words) = own.shared(&cause, free, length) {
                let place = context.place_of(scenario.place, text);
                let (language, words) = (language.clone(), words.to_owned());
                report.flaw(place, ScenarioFlaw::CauseTold { key, language, words });
            }
        }
    }
}

/// What the way in says.
fn way_in<'g>(guide: &'g Guide, scenario: &Scenario, lang: Lang) -> Option<&'g str> {
    let say = match &scenario.entry {
        Entry::Symptom(id) => guide.symptom(id).map(|own| &own.say),
        Entry::Message(id) => guide.message(id).map(|own| &own.say),
        _ => None,
    };
    say.map(|say| say.get(lang))
}
