//! Which questions of a guide can change places.
//!
//! A chain is a row of questions of which each finds something, or finds nothing and hands on to the
//! next one. Asked in another order they find the same, as long as each can be asked without what
//! the others said. The guide's links can't tell that of themselves: where a question takes up the
//! answer to an earlier one, its author says so with `after`.
//!
//! The answer by which a question hands on is the one marked `fine`; else "none of these" where
//! several can be ticked, the answer that leads to the gate of another step, or the only plain one
//! that leads to a question while another plain one leads elsewhere. A question stays where it is
//!
//! - when it is `aside`: what became of a payment is asked first, whatever it costs;
//! - when it takes a code: its answers are the guide's codes;
//! - when more leads to it than the one before: others would be led elsewhere, too.

use super::sequence::{Check, Sequence};
use crate::guide::{Answer, Guide, Id, Kind, Node, Question, Role, forecast::shares};
use std::collections::HashMap;

/// Questions that can change places, in their present order.
#[derive(Clone, Debug)]
pub struct Chain {
    /// The questions as places in `guide.nodes`.
    pub questions: Vec<usize>,
    /// What each finds and takes.
    pub sequence: Sequence,
}

impl Guide {
    /// All chains of two questions and more. Takes time in proportion to the number of links.
    pub fn chains(&self) -> Vec<Chain> {
        let alone = self.led_to_once();
        let gates = self.gates();
        let next: HashMap<usize, Onward> = (0..self.nodes.len())
            .filter_map(|at| Some((at, hands_on(self, at, &gates)?)))
            .collect();
        let follows = |own: &Onward| {
            let to = own.to?;
            (alone[to] && next.contains_key(&to)).then_some(to)
        };
        let mut inner = vec![false; self.nodes.len()];
        next.values().filter_map(follows).for_each(|to| inner[to] = true);
        let mut heads: Vec<usize> = next.keys().copied().filter(|&at| !inner[at]).collect();
        heads.sort_unstable();
        let chain = |head: usize| {
            let mut row = vec![head];
            while let Some(to) = row.last().and_then(|at| follows(&next[at])) {
                row.push(to);
            }
            (row.len() > 1).then(|| {
                let going_on: Vec<f64> = row.iter().map(|at| next[at].share).collect();
                self.chain(row, &going_on)
            })
        };
        heads.into_iter().filter_map(chain).collect()
    }

    fn chain(&self, row: Vec<usize>, going_on: &[f64]) -> Chain {
        let mut left = 1.0;
        let checks = row.iter().zip(going_on).map(|(&at, share)| {
            let probability = left * (1.0 - share);
            left *= share;
            let Node::Question(question) = &self.nodes[at] else { return Check::default() };
            Check {
                probability,
                minutes: question.minutes,
                cluster: self.steps.iter().position(|step| step.id == question.step.id),
                after: self.comes_after(question, &row),
            }
        });
        let checks = checks.collect();
        let openings = self.steps.iter().map(|step| step.minutes).collect();
        Chain { questions: row, sequence: Sequence { checks, openings } }
    }

    /// Which questions of a row must come before this one.
    pub(super) fn comes_after(&self, question: &Question, row: &[usize]) -> Vec<usize> {
        let named = |at: usize| {
            let Node::Question(own) = &self.nodes[at] else { return false };
            let mut after = question.after.iter();
            own.id != question.id && after.any(|name| name.id == own.id || name.id == own.step.id)
        };
        (0..row.len()).filter(|&place| named(row[place])).collect()
    }

    /// The gates of the steps as places in `nodes`.
    pub(in crate::guide) fn gates(&self) -> Vec<usize> {
        let gates = self.steps.iter().filter_map(|step| step.gate.as_ref());
        gates.filter_map(|gate| self.index.get(&gate.id).copied()).collect()
    }

    /// To which nodes just one question leads, and no way in.
    fn led_to_once(&self) -> Vec<bool> {
        let mut from: Vec<Option<usize>> = vec![None; self.nodes.len()];
        let mut often = vec![false; self.nodes.len()];
        let mut note = |source: usize, id: &Id| {
            if let Some(&to) = self.index.get(id) {
                often[to] |= from[to].is_some_and(|own| own != source);
                from[to] = Some(source);
            }
        };
        for (at, node) in self.nodes.iter().enumerate() {
            node.own_links().into_iter().for_each(|link| note(at, &link.id));
        }
        let symptoms = self.symptoms.iter().map(|own| &own.go);
        let messages = self.messages.iter().map(|own| &own.go);
        let codes = self.codes.iter().map(|own| &own.go);
        let heads = self.check_everything.iter().chain(&self.code_unsure);
        for (at, go) in symptoms.chain(messages).chain(codes).chain(heads).enumerate() {
            note(self.nodes.len() + at, &go.id);
        }
        often.iter().zip(&from).map(|(often, from)| !often && from.is_some()).collect()
    }
}

/// Where a question leads on that has found nothing.
struct Onward {
    /// The question, where it is one.
    to: Option<usize>,
    /// The share of those who stand at the question that goes on (0 to 1).
    share: f64,
}

/// The answer that finds nothing, where the question tells it.
pub(super) fn says_fine(question: &Question) -> Option<&Answer> {
    let marked = question.answers.iter().find(|answer| answer.fine);
    marked.or_else(|| question.role(Role::None))
}

fn hands_on(guide: &Guide, at: usize, gates: &[usize]) -> Option<Onward> {
    let Node::Question(question) = &guide.nodes[at] else { return None };
    if question.aside || question.kind == Kind::Code {
        return None;
    }
    let known = |id: &Id| guide.index.get(id).copied();
    let asks = |at: &usize| matches!(guide.nodes[*at], Node::Question(_));
    let gate = || {
        let leads = |id: &Id| known(id).is_some_and(|to| to != at && gates.contains(&to));
        gates.contains(&at).then(|| question.answers.iter().find(|own| leads(&own.go.id)))?
    };
    let only = || {
        let plain = question.answers.iter().filter(|answer| answer.role != Role::Unsure);
        let mut asking = plain.filter(|own| known(&own.go.id).as_ref().is_some_and(asks));
        let first = asking.next()?;
        let one = asking.all(|own| own.go.id == first.go.id);
        // Without another plain answer it finds nothing.
        let finds = |own: &&Answer| own.role != Role::Unsure && own.go.id != first.go.id;
        (one && question.answers.iter().any(|own| finds(&own))).then_some(first)
    };
    let answer = says_fine(question).or_else(gate).or_else(only)?;
    let to = known(&answer.go.id)?;
    let share = shares(guide, at).iter().filter(|(own, _)| *own == to).map(|(_, own)| own).sum();
    Some(Onward { to: Some(to).filter(asks), share })
}
