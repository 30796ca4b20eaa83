//! How each scenario plays, once for all rules.

use super::Context;
use crate::guide::{BestPath, Miss, PathStop, Place, Scenario};

/// How a scenario plays: the whole way, where it reaches the remedy that works.
pub(in crate::guide::rules) type Play = Result<BestPath, Missed>;

/// A scenario that does not reach the remedy that works.
#[derive(Debug)]
pub(in crate::guide::rules) struct Missed {
    /// What it comes by.
    stops: Vec<PathStop>,
    /// Where that is written, and why.
    pub(super) miss: (Place, Miss),
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
    scenario.stops(context.guide, &mut stops).map_err(|miss| Missed { stops, miss })
}

impl Missed {
    /// What was answered last, in the words of the author; none where nothing was.
    pub(super) fn after(&self, scenario: &Scenario) -> Option<String> {
        let last = &self.stops.last()?.node;
        Some(match scenario.sight(last) {
            Some(sight) => format!("{last} = {}", sight.answer.id),
            None => last.to_string(),
        })
    }
}
