//! A scenario has a trap on its way: one that nobody can get wrong teaches nothing.

use super::{Context, Report, Rule};
use crate::guide::ScenarioFlaw;

pub(in crate::guide::rules) static RULE: Rule = Rule::close("no-trap", check);

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (scenario, play) in context.guide.scenarios.iter().zip(context.plays()) {
        let Ok(path) = play else { continue };
        if !scenario.traps.iter().any(|trap| path.passes(&trap.question.id)) {
            report.flaw(scenario.place, ScenarioFlaw::NoTrap(scenario.id.clone()));
        }
    }
}
