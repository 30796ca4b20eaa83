//! How far it still is, from each node on.

use super::{Guide, Kind, Node, Question, Role, stop};

/// What is likely still to come before a remedy: means over the ways that lead on, each weighted
/// by how likely it is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Forecast {
    /// Questions, this one included.
    pub questions: f64,
    /// Minutes of those questions (the remedy's own minutes are shown with it).
    pub minutes: f64,
    /// How likely the node is, as a weight beside its siblings: what its author says, else the sum
    /// of the weights that it leads to.
    pub weight: f64,
    /// How likely it is (0 to 1) that the remedy is one for which the guide's [`Call`](super::Call)
    /// has to be made all the same.
    pub calls: f64,
    /// Whether a question beside its step (a payment under way) may still come, this one included.
    pub aside: bool,
}

impl Forecast {
    /// Questions and minutes in whole numbers, as a clerk is told them.
    pub fn told(&self) -> (u64, u64) {
        (self.questions.round().max(1.0) as u64, self.minutes.ceil().max(1.0) as u64)
    }
}

/// "Can't tell" is counted with a tenth of the weight of what it leads to: most clerks can tell,
/// and the same remedies are reached by the plain answers as well.
pub(super) const UNSURE_SHARE: f64 = 0.1;

/// The forecast of every node, in the order of `guide.nodes`.
///
/// Each node is visited once, however many ways lead to it, so the time is linear in the number of
/// links. Works on a guide with cycles too (a link back to a node under way counts for nothing):
/// the rule against cycles reports those.
pub(super) fn forecasts(guide: &Guide) -> Vec<Forecast> {
    let mut known = vec![Forecast::default(); guide.nodes.len()];
    for at in bottom_up(guide) {
        known[at] = combine(guide, at, &known);
    }
    known
}

/// All nodes as indices into `guide.nodes`, each after those that it leads to.
pub(super) fn bottom_up(guide: &Guide) -> Vec<usize> {
    let mut order = Vec::with_capacity(guide.nodes.len());
    let mut entered = vec![false; guide.nodes.len()];
    let mut done = vec![false; guide.nodes.len()];
    // An explicit stack: a guide may be a chain of any length.
    for start in 0..guide.nodes.len() {
        let mut stack = vec![start];
        while let Some(&at) = stack.last() {
            if done[at] || entered[at] {
                stack.pop();
                if !std::mem::replace(&mut done[at], true) {
                    order.push(at);
                }
            } else {
                entered[at] = true;
                let node = &guide.nodes[at];
                if matches!(node, Node::Question(_)) {
                    let links = guide.links(node).into_iter();
                    let below = links.filter_map(|link| guide.index.get(&link.id).copied());
                    stack.extend(below.filter(|&below| !entered[below]));
                }
            }
        }
    }
    order
}

/// The nodes that a question leads to, with their weights: those of the answers, or of the codes
/// where it asks for one.
pub(super) fn ways(guide: &Guide, at: usize, known: &[Forecast]) -> Vec<(usize, f64)> {
    let Node::Question(question) = &guide.nodes[at] else {
        return Vec::new();
    };
    let mut ways: Vec<(usize, f64)> = Vec::with_capacity(question.answers.len());
    let index = |id: &str| guide.index.get(id).copied();
    for answer in &question.answers {
        let Some(to) = index(&answer.go.id) else { continue };
        let share = if answer.role == Role::Unsure { UNSURE_SHARE } else { 1.0 };
        let weight = share * answer.likelihood.map_or(known[to].weight, |own| own.0);
        // Two answers that lead to the same are one way, as likely as the likelier of the two.
        match ways.iter_mut().find(|(known, _)| *known == to) {
            Some((_, most)) => *most = most.max(weight),
            None => ways.push((to, weight)),
        }
    }
    if question.kind == Kind::Code {
        let codes = guide.codes.iter();
        ways.extend(codes.filter_map(|code| Some((index(&code.go.id)?, code.likelihood.0))));
    }
    ways
}

/// The nodes that a question leads to, with the shares (0 to 1) of those who go there.
pub(super) fn shares(guide: &Guide, at: usize) -> Vec<(usize, f64)> {
    let mut ways = ways(guide, at, &guide.forecasts);
    let total: f64 = ways.iter().map(|(_, weight)| weight).sum();
    for (_, weight) in &mut ways {
        *weight = share(*weight, total);
    }
    ways
}

/// A part of a whole (0 to 1); nothing of nothing.
pub(super) fn share(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

/// The forecast of one node from those below it.
fn combine(guide: &Guide, at: usize, known: &[Forecast]) -> Forecast {
    let question = match &guide.nodes[at] {
        Node::Question(question) => question,
        Node::Remedy(remedy) => {
            let calls = if stop::needs_call(guide, remedy) { 1.0 } else { 0.0 };
            return Forecast { weight: remedy.likelihood.0, calls, ..Forecast::default() };
        }
    };
    let mut sum = Forecast { aside: question.aside, ..Forecast::default() };
    for (to, weight) in ways(guide, at, known) {
        sum.weight += weight;
        sum.questions += weight * known[to].questions;
        sum.minutes += weight * (known[to].minutes + guide.way_to(question, to));
        sum.calls += weight * known[to].calls;
        sum.aside |= known[to].aside;
    }
    let mean = |total: f64| if sum.weight > 0.0 { total / sum.weight } else { 0.0 };
    Forecast {
        questions: 1.0 + mean(sum.questions),
        minutes: question.minutes + mean(sum.minutes),
        weight: question.likelihood.map_or(sum.weight, |own| own.0),
        calls: mean(sum.calls),
        aside: sum.aside,
    }
}

impl Guide {
    /// Minutes that it takes to get from a question to the next node: those of its step, where it is
    /// a question of another one. The minutes of a remedy have its ways in them.
    pub(super) fn way_to(&self, from: &Question, to: usize) -> f64 {
        let Node::Question(to) = &self.nodes[to] else { return 0.0 };
        if to.step.id == from.step.id {
            return 0.0;
        }
        self.steps.iter().find(|step| step.id == to.step.id).map_or(0.0, |step| step.minutes)
    }
}
