//! A remedy that a scenario says fails is tried on its way.

use super::{Context, Report, Rule};
use crate::guide::ScenarioFlaw;

pub(in crate::guide::rules) static RULE: Rule = Rule::close("idle-fails", check);

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (scenario, play) in context.guide.scenarios.iter().zip(context.plays()) {
        let Ok(path) = play else { continue };
        let tried = |id: &str| path.stops.iter().any(|stop| stop.is_remedy() && stop.node == id);
        for own in scenario.fails.iter().filter(|own| !tried(&own.id)) {
            report.flaw(own.place, ScenarioFlaw::IdleFails(own.id.clone()));
        }
    }
}
