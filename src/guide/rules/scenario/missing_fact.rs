//! A scenario has a fact for every question that its way asks.

use super::{Context, Report, Rule, play::answers};
use crate::guide::{Miss, ScenarioFlaw};

pub(in crate::guide::rules) static RULE: Rule = Rule::close("missing-fact", check).error();

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (scenario, play) in context.guide.scenarios.iter().zip(context.plays()) {
        if let Some((place, Miss::NoFact(question))) = &play.miss {
            let flaw = ScenarioFlaw::NoFact {
                scenario: scenario.id.clone(),
                question: question.clone(),
                answers: context.guide.question(question).map(answers).unwrap_or_default(),
                after: play.after(scenario),
            };
            report.flaw(*place, flaw);
        }
    }
}
