//! The steps of the checklist as checks: whoever goes through them one after the other asks the
//! gate of each.

use super::sequence::{Check, Sequence};
use crate::guide::{Guide, Id, Node, forecast::ways};

impl Guide {
    /// The gates of all steps in the order of the steps, with how likely it is that the way through
    /// "check everything" leaves the checklist at each. None where the guide has no such way, or no
    /// two gates.
    ///
    /// A guide may ask first what the device does now and lead past gates that can't be it; this is
    /// the order of the steps themselves, as a list on a wall has it.
    pub(super) fn checklist(&self, shares: &[f64]) -> Option<(Vec<Id>, Sequence)> {
        self.check_everything.as_ref()?;
        let gates = self.gates();
        let with_gate = |step: &&crate::guide::Step| {
            step.gate.as_ref().is_some_and(|gate| self.index.contains_key(&gate.id))
        };
        let steps: Vec<_> = self.steps.iter().filter(with_gate).collect();
        let found: Vec<f64> = gates.iter().map(|&at| self.leaves(at, shares, &gates)).collect();
        let total: f64 = found.iter().sum();
        if gates.len() < 2 || total <= 0.0 {
            return None;
        }
        let checks = gates.iter().zip(&found).map(|(&at, found)| {
            let Node::Question(question) = &self.nodes[at] else { return Check::default() };
            let cluster = self.steps.iter().position(|step| step.id == question.step.id);
            let after = self.comes_after(question, &gates);
            Check { probability: found / total, minutes: question.minutes, cluster, after }
        });
        let checks = checks.collect();
        let openings = self.steps.iter().map(|step| step.minutes).collect();
        let names = steps.iter().map(|step| step.id.clone()).collect();
        Some((names, Sequence { checks, openings }))
    }

    /// The share of all who leave the checklist at this gate.
    fn leaves(&self, at: usize, shares: &[f64], gates: &[usize]) -> f64 {
        let ways = ways(self, at, &self.forecasts);
        let total: f64 = ways.iter().map(|(_, weight)| weight).sum();
        let out: f64 =
            ways.iter().filter(|(to, _)| !gates.contains(to)).map(|(_, weight)| weight).sum();
        if total > 0.0 { shares[at] * out / total } else { 0.0 }
    }
}
