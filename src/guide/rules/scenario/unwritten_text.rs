//! The texts of a scenario are written: none is still the mark of a draft.

use super::{Context, Report, Rule};
use crate::guide::{Place, Scenario, ScenarioFlaw, Text};

pub(in crate::guide::rules) static RULE: Rule = Rule::close("unwritten-text", check).error();

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for scenario in &context.guide.scenarios {
        look(report, scenario);
    }
}

fn look(report: &mut Report<'_>, own: &Scenario) {
    let draft = |line: &String| line.trim_start().starts_with(Scenario::UNWRITTEN);
    let screen = own.screen.versions().flatten().any(draft);
    let scene = [("title", &own.title), ("setting", &own.setting), ("customer", &own.customer)];
    let screen = screen.then_some("screen");
    told(report, own.place, drafts(&scene).chain(screen));
    for own in &own.sights {
        told(report, own.place, drafts(&[("look", &own.look), ("shows", &own.shows)]));
    }
    for own in &own.traps {
        told(report, own.place, drafts(&[("why", &own.why)]));
    }
    let tempting = own.temptations.iter().map(|own| (own.place, &own.say, &own.why));
    let telling = own.tellings.iter().map(|own| (own.place, &own.say, &own.why));
    for (place, say, why) in tempting.chain(telling) {
        told(report, place, drafts(&[("say", say), ("why", why)]));
    }
}

/// The keys of the texts that are still to be written.
fn drafts<'t>(texts: &'t [(&'static str, &'t Text)]) -> impl Iterator<Item = &'static str> + 't {
    texts.iter().filter(|(_, text)| Scenario::is_unwritten(text)).map(|(key, _)| *key)
}

fn told(report: &mut Report<'_>, place: Place, keys: impl Iterator<Item = &'static str>) {
    let keys: Vec<_> = keys.collect();
    if !keys.is_empty() {
        report.flaw(place, ScenarioFlaw::Unwritten { keys: keys.join(", ") });
    }
}
