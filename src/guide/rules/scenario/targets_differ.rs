//! The questions and minutes that a scenario gives a good trainee are those of its best path.

use super::{Context, Report, Rule};
use crate::guide::ScenarioFlaw;

pub(in crate::guide::rules) static RULE: Rule = Rule::close("targets-differ", check);

/// The least share of the best path's minutes that is given.
const LEAST: f64 = 0.8;
/// How many times the best path's minutes are given at most,
const TIMES: f64 = 2.0;
/// beside so many for reading and for each question.
const READING: f64 = 2.0;

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (scenario, play) in context.guide.scenarios.iter().zip(context.plays()) {
        let Ok(path) = play else { continue };
        let (questions, minutes) = (path.questions(), path.minutes());
        if scenario.questions != questions {
            let written = scenario.questions;
            report.flaw(scenario.place, ScenarioFlaw::Questions { written, path: questions });
        }
        let most = minutes * TIMES + questions as f64 + READING;
        // What sums of decimals lose must not count.
        if !(minutes * LEAST - 1e-9..=most).contains(&scenario.minutes) {
            let written = scenario.minutes;
            report.flaw(scenario.place, ScenarioFlaw::Minutes { written, path: minutes, most });
        }
    }
}
