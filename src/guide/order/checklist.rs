//! The steps of the checklist as checks: whoever goes through them one after the other asks the
//! gate of each.

use super::{
    chain::says_fine,
    sequence::{Check, Sequence},
};
use crate::guide::{Guide, Id, Node, forecast::shares};

impl Guide {
    /// The gates of all steps in the order of the steps, with how likely it is that the way through
    /// "check everything" leaves the checklist at each for what was found there. None where the guide
    /// has no such way, or no two gates. `met` is how many of those come by each node (0 to 1).
    ///
    /// A guide may ask first what the device does now and lead past gates that can't be it; this is
    /// the order of the steps themselves, as a list on a wall has it.
    pub(super) fn checklist(&self, met: &[f64]) -> Option<(Vec<Id>, Sequence)> {
        self.check_everything.as_ref()?;
        let gates = self.gates();
        let with_gate = |step: &&crate::guide::Step| {
            step.gate.as_ref().is_some_and(|gate| self.index.contains_key(&gate.id))
        };
        let steps: Vec<_> = self.steps.iter().filter(with_gate).collect();
        let left: Vec<Left> = gates.iter().map(|&at| self.leaves(at, met, &gates)).collect();
        // Those who come to the checklist and leave it, those with nothing found included.
        let total: f64 = left.iter().map(|own| own.found + own.fine).sum();
        if gates.len() < 2 || total <= 0.0 {
            return None;
        }
        let checks = gates.iter().zip(&left).map(|(&at, own)| {
            let Node::Question(question) = &self.nodes[at] else { return Check::default() };
            let cluster = self.steps.iter().position(|step| step.id == question.step.id);
            let after = self.comes_after(question, &gates);
            Check { probability: own.found / total, minutes: question.minutes, cluster, after }
        });
        let checks = checks.collect();
        let openings = self.steps.iter().map(|step| step.minutes).collect();
        let names = steps.iter().map(|step| step.id.clone()).collect();
        Some((names, Sequence { checks, openings }))
    }

    /// The shares of all who leave the checklist at this gate.
    fn leaves(&self, at: usize, met: &[f64], gates: &[usize]) -> Left {
        let Node::Question(question) = &self.nodes[at] else { return Left::default() };
        let fine = says_fine(question).and_then(|answer| self.index.get(&answer.go.id).copied());
        let ways = shares(self, at);
        let mut left = Left::default();
        for (to, share) in ways.into_iter().filter(|(to, _)| !gates.contains(to)) {
            let sum = if Some(to) == fine { &mut left.fine } else { &mut left.found };
            *sum += met[at] * share;
        }
        left
    }
}

/// The shares of all who leave the checklist at a gate.
#[derive(Clone, Copy, Debug, Default)]
struct Left {
    /// For what was found there.
    found: f64,
    /// With nothing found: of the last gate, as a rule.
    fine: f64,
}
