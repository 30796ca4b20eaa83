//! How far it still is, from each node on.

use super::{Guide, Node, Role};

/// What is likely still to come before a remedy: means over the remedies that can be reached,
/// each weighted by how likely it is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Forecast {
    /// Questions, this one included.
    pub questions: f64,
    /// Minutes of those questions (the remedy's own minutes are shown with it).
    pub minutes: f64,
    /// Sum of the weights of the remedies that can be reached.
    pub weight: f64,
}

/// "Can't tell" is counted with a tenth of the weight of what it leads to: most clerks can tell,
/// and the same remedies are reached by the plain answers as well.
const UNSURE_SHARE: f64 = 0.1;

/// The forecast of every node, in the order of `guide.nodes`.
///
/// Each node is visited once, however many ways lead to it, so the time is linear in the number of
/// links. Works on a guide with cycles too (a link back to a node under way counts for nothing):
/// the rule against cycles reports those.
pub(super) fn forecasts(guide: &Guide) -> Vec<Forecast> {
    let mut known: Vec<Option<Forecast>> = vec![None; guide.nodes.len()];
    let mut entered = vec![false; guide.nodes.len()];
    // An explicit stack: a guide may be a chain of any length.
    for start in 0..guide.nodes.len() {
        let mut stack = vec![start];
        while let Some(&at) = stack.last() {
            if known[at].is_some() {
                stack.pop();
            } else if entered[at] {
                known[at] = Some(combine(guide, at, &known));
                stack.pop();
            } else {
                entered[at] = true;
                let below = ways(guide, at).into_iter().map(|(below, _)| below);
                stack.extend(below.filter(|&below| !entered[below]));
            }
        }
    }
    known.into_iter().map(Option::unwrap_or_default).collect()
}

/// The nodes that a question leads to, with the share of their weight that counts.
fn ways(guide: &Guide, at: usize) -> Vec<(usize, f64)> {
    let Node::Question(question) = &guide.nodes[at] else {
        return Vec::new();
    };
    let answers = question.answers.iter().map(|answer| match answer.role {
        Role::Unsure => (&answer.go, UNSURE_SHARE),
        _ => (&answer.go, 1.0),
    });
    let codes = guide.links(&guide.nodes[at]).into_iter().skip(question.answers.len());
    let all = answers.chain(codes.map(|go| (go, 1.0)));
    let known = all.filter_map(|(target, share)| Some((*guide.index.get(&target.id)?, share)));
    let mut ways: Vec<(usize, f64)> = known.collect();
    // The larger share of those that lead to the same node stays.
    ways.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
    ways.dedup_by_key(|(to, _)| *to);
    ways
}

/// The forecast of one node from those below it.
fn combine(guide: &Guide, at: usize, known: &[Option<Forecast>]) -> Forecast {
    if let Node::Remedy(remedy) = &guide.nodes[at] {
        return Forecast { questions: 0.0, minutes: 0.0, weight: remedy.likelihood.0 };
    }
    let mut sum = Forecast::default();
    for (to, share) in ways(guide, at) {
        let below = known[to].unwrap_or_default();
        let weight = below.weight * share;
        sum.weight += weight;
        sum.questions += weight * below.questions;
        sum.minutes += weight * below.minutes;
    }
    let mean = |total: f64| if sum.weight > 0.0 { total / sum.weight } else { 0.0 };
    Forecast {
        questions: 1.0 + mean(sum.questions),
        minutes: guide.nodes[at].minutes() + mean(sum.minutes),
        weight: sum.weight,
    }
}
