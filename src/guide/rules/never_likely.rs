//! Every remedy is reached by some way that people take.
//!
//! Of each way only its most unlikely turn counts, not how long it is: a guide of a thousand
//! remedies has none that is likely beside all others.

use super::{Context, Problem, Report, Rule};
use crate::guide::{Node, Question, Role};

pub(super) static RULE: Rule = Rule::close("never-likely", check);

/// A turn that fewer take than one in so many is taken by nobody. "Can't tell" counts a tenth beside
/// an answer of the same likelihood, and `rare` a tenth beside `common`, so words alone come near
/// this only among ten answers.
const ONE_IN: f64 = 1_000.0;

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let guide = context.guide;
    if context.notes.lost_links || !context.unknown.is_empty() {
        return;
    }
    // The widest way to each node: the share of its most unlikely turn.
    let mut widest = vec![0.0_f64; context.graph.len()];
    for target in context.ways_in() {
        if let Some(&at) = guide.index.get(&target.id) {
            widest[at] = 1.0;
        }
    }
    for at in context.graph.top_down() {
        let shares = match guide.nodes.get(at) {
            Some(Node::Question(question)) => shares(context, question),
            _ => Vec::new(),
        };
        for (nth, link) in context.graph.links(at).iter().enumerate() {
            let share = shares.get(nth).copied().unwrap_or(1.0);
            widest[link.to] = widest[link.to].max(widest[at].min(share));
        }
    }
    for (at, remedy) in context.remedies() {
        // One that nothing leads to is reported as that.
        if widest[at] > 0.0 && widest[at] < 1.0 / ONE_IN {
            report.add(remedy.place, Problem::NeverLikely(remedy.id.clone()));
        }
    }
}

/// The shares of a question's answers, in their order.
fn shares(context: &Context<'_>, question: &Question) -> Vec<f64> {
    let guide = context.guide;
    let weight = |answer: &crate::guide::Answer| {
        let below = guide.forecast(&answer.go.id).weight;
        let own = answer.likelihood.map_or(below, |own| own.0);
        if answer.role == Role::Unsure { own / 10.0 } else { own }
    };
    let weights: Vec<f64> = question.answers.iter().map(weight).collect();
    let total: f64 = weights.iter().sum();
    weights.into_iter().map(|own| own / total).collect()
}
