//! A scenario has a fact for every question that its way asks.

use super::{Context, Report, Rule};
use crate::guide::{Miss, Question, ScenarioFlaw};

pub(in crate::guide::rules) static RULE: Rule = Rule::close("missing-fact", check).error();

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (scenario, play) in context.guide.scenarios.iter().zip(context.plays()) {
        let Err(missed) = play else { continue };
        if let (place, Miss::NoFact(question)) = &missed.miss {
            let flaw = ScenarioFlaw::NoFact {
                scenario: scenario.id.clone(),
                question: question.clone(),
                answers: context
                    .guide
                    .question(question)
                    .map(Question::answer_ids)
                    .unwrap_or_default(),
                after: missed.after(scenario),
            };
            report.flaw(*place, flaw);
        }
    }
}
