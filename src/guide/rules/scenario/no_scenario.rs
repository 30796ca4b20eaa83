//! In a guide with scenarios enough for that, one begins at every symptom and one ends in every step.
//!
//! Where there are fewer, nobody meant to have them all.

use super::{Context, Report, Rule};
use crate::guide::{Entry, Named, ScenarioFlaw};
use std::collections::HashSet;

pub(in crate::guide::rules) static SYMPTOM: Rule =
    Rule::close("symptom-without-scenario", symptoms).note();
pub(in crate::guide::rules) static STEP: Rule = Rule::close("step-without-scenario", steps).note();

fn symptoms(context: &Context<'_>, report: &mut Report<'_>) {
    let guide = context.guide;
    if unknown(context) || guide.scenarios.len() < guide.symptoms.len() {
        return;
    }
    let begun: HashSet<&str> = guide
        .scenarios
        .iter()
        .filter_map(|scenario| match &scenario.entry {
            Entry::Symptom(id) => Some(id.as_str()),
            _ => None,
        })
        .collect();
    for symptom in guide.symptoms.iter().filter(|own| !begun.contains(own.id.as_str())) {
        let flaw = ScenarioFlaw::NoScenario { what: Named::Symptom, id: symptom.id.clone() };
        report.flaw(symptom.place, flaw);
    }
}

fn steps(context: &Context<'_>, report: &mut Report<'_>) {
    let guide = context.guide;
    if unknown(context) || guide.scenarios.len() < guide.steps.len() {
        return;
    }
    let truths = guide.scenarios.iter().filter_map(|own| guide.remedy(&own.truth.id));
    let ended: HashSet<&str> = truths.map(|remedy| remedy.step.id.as_str()).collect();
    for step in guide.steps.iter().filter(|own| !ended.contains(own.id.as_str())) {
        let flaw = ScenarioFlaw::NoScenario { what: Named::Step, id: step.id.clone() };
        report.flaw(step.place, flaw);
    }
}

/// Whether nobody knows what scenarios there are: none, or some that can't be read.
fn unknown(context: &Context<'_>) -> bool {
    context.guide.scenarios.is_empty() || context.notes.lost.contains(&Named::Scenario)
}
