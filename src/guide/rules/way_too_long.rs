//! No way from a symptom to a remedy has more questions than a clerk with a queue will answer.

use super::{Context, Problem, Report, Rule};
use crate::guide::Node;

pub(super) static RULE: Rule = Rule::close("way-too-long", check);

/// Questions of the longest way, where `most_questions` says nothing else: at about half a minute
/// each, six minutes before anything is done.
const MOST: usize = 12;

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let guide = context.guide;
    let most = guide.most_questions.unwrap_or(MOST);
    let mut longest = vec![0_usize; context.graph.len()];
    // Bottom up, so that all below is known.
    for at in context.graph.top_down().into_iter().rev() {
        let below = context.graph.links(at).iter().map(|link| longest[link.to]).max();
        longest[at] = match guide.nodes.get(at) {
            Some(Node::Question(_)) => 1 + below.unwrap_or(0),
            Some(Node::Remedy(_)) => 0,
            // The codes are a vertex of their own.
            None => below.unwrap_or(0),
        };
    }
    for symptom in &guide.symptoms {
        let longest = guide.index.get(&symptom.go.id).map_or(0, |&at| longest[at]);
        if longest > most {
            let id = symptom.id.clone();
            report.add(symptom.place, Problem::WayTooLong { id, longest, most });
        }
    }
}
