//! How each scenario plays, once for all rules.

use super::Context;
use crate::guide::{BestPath, Id, Miss, PathStop, Place, Question, Scenario};

/// How a scenario plays.
#[derive(Debug)]
pub(in crate::guide::rules) struct Play {
    /// What it comes by.
    pub(super) stops: Vec<PathStop>,
    /// Where and why it misses.
    pub(super) miss: Option<(Place, Miss)>,
    /// The whole way, where it reaches the remedy that works.
    pub(super) path: Option<BestPath>,
}

/// Plays all scenarios, in their order; none where a link is unknown or could not be read: what then
/// fails is the consequence of that.
pub(in crate::guide::rules) fn plays(context: &Context<'_>) -> Vec<Play> {
    if context.notes.lost_links || !context.unknown.is_empty() {
        return Vec::new();
    }
    context.guide.scenarios.iter().map(|scenario| play(context, scenario)).collect()
}

fn play(context: &Context<'_>, scenario: &Scenario) -> Play {
    let mut stops = Vec::new();
    match scenario.follow(context.guide, &mut stops) {
        Ok(entry) => {
            let remedy = scenario.truth.id.clone();
            let path = Some(BestPath { entry, stops: stops.clone(), remedy });
            Play { stops, miss: None, path }
        }
        Err(miss) => Play { stops, miss: Some(miss), path: None },
    }
}

impl Play {
    /// What was answered last, in the words of the author; none where nothing was.
    pub(super) fn after(&self, scenario: &Scenario) -> Option<String> {
        let last = &self.stops.last()?.node;
        Some(match scenario.sight(last) {
            Some(sight) => format!("{last} = {}", sight.answer.id),
            None => last.to_string(),
        })
    }
}

/// The names of a question's answers.
pub(super) fn answers(question: &Question) -> Vec<Id> {
    question.answers.iter().map(|answer| answer.id.clone()).collect()
}
