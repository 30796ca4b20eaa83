//! The rules for scenarios, one file a rule. All of them are of the close look: a scenario that is
//! wrong keeps nobody from running the guide.

pub(super) mod answer_told;
pub(super) mod cause_told;
pub(super) mod idle_fails;
pub(super) mod missing_fact;
pub(super) mod no_scenario;
pub(super) mod no_trap;
mod play;
pub(super) mod right_as_wrong;
pub(super) mod scenario_misses;
pub(super) mod screen_too_large;
pub(super) mod targets_differ;
pub(super) mod unknown_answer;
pub(super) mod unwritten_text;
mod words;

pub(super) use play::{Play, plays};

use super::{Context, Problem, Report, Rule};
use crate::guide::{Place, ScenarioFlaw};

impl Report<'_> {
    /// Adds what is wrong with a scenario.
    fn flaw(&mut self, place: Place, flaw: ScenarioFlaw) {
        self.add(place, Problem::Scenario(flaw));
    }
}
