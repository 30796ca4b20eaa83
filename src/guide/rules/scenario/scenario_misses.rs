//! The facts of a scenario lead to the remedy that works.

use super::{Context, Report, Rule};
use crate::guide::{Miss, ScenarioFlaw};

pub(in crate::guide::rules) static RULE: Rule = Rule::close("scenario-misses", check).error();

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (scenario, play) in context.guide.scenarios.iter().zip(context.plays()) {
        let Err(missed) = play else { continue };
        let (place, miss) = &missed.miss;
        let told_elsewhere = match miss {
            Miss::NoFact(_) => true,
            Miss::NoAnswer { node, .. } => context.guide.question(node).is_some(),
            _ => false,
        };
        if !told_elsewhere {
            let (scenario_id, truth) = (scenario.id.clone(), scenario.truth.id.clone());
            let flaw = ScenarioFlaw::Misses {
                scenario: scenario_id,
                truth,
                after: missed.after(scenario),
                miss: miss.clone(),
            };
            report.flaw(*place, flaw);
        }
    }
}
