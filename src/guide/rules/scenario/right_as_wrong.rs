//! What a scenario marks as wrong is wrong: no trap is the answer of the fact, no temptation is what
//! the remedy asks for, and nothing wrong to say is what the remedy says.

use super::{Context, Report, Rule, words::plain};
use crate::guide::{Remedy, Scenario, ScenarioFlaw, Text, Wrong};

pub(in crate::guide::rules) static RULE: Rule = Rule::close("right-as-wrong", check).error();

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for scenario in &context.guide.scenarios {
        traps(context, report, scenario);
        if let Some(remedy) = context.guide.remedy(&scenario.truth.id) {
            words(report, scenario, remedy);
        }
    }
}

fn traps(context: &Context<'_>, report: &mut Report<'_>, scenario: &Scenario) {
    for trap in &scenario.traps {
        let sight = scenario.sight(&trap.question.id);
        let wrong = trap.wrong(context.guide);
        if let (Some(sight), Some(wrong)) = (sight, wrong)
            && sight.agrees(context.guide, &wrong)
        {
            report.flaw(trap.answer.place, ScenarioFlaw::RightAsWrong(Wrong::Trap));
        }
    }
}

fn words(report: &mut Report<'_>, scenario: &Scenario, remedy: &Remedy) {
    for own in &scenario.temptations {
        if remedy.actions.iter().any(|action| same(&action.say, &own.say)) {
            report.flaw(own.place, ScenarioFlaw::RightAsWrong(Wrong::Temptation));
        }
    }
    for own in &scenario.tellings {
        if remedy.tell_customer.as_ref().is_some_and(|say| same(say, &own.say)) {
            report.flaw(own.place, ScenarioFlaw::RightAsWrong(Wrong::Telling));
        }
    }
}

/// Whether two texts have the same words in some language.
fn same(a: &Text, b: &Text) -> bool {
    let alike = |(a, b)| plain(a) == plain(b) && !plain(a).is_empty();
    a.versions().zip(b.versions()).any(alike)
}
