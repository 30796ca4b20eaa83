//! Nothing is asked twice on one way to a remedy: the clerk has answered that.
//!
//! After a remedy that failed the same may be asked again: something was done in between.

use super::{Context, Problem, Report, Rule};
use crate::guide::Names;
use std::collections::HashSet;

pub(super) static RULE: Rule = Rule::close("asked-again", check);

/// How often the links of the whole guide are gone along at most: a guide in which everything is in
/// the same words is told that it is, and not more.
const ROUNDS: usize = 4;

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let nodes = &context.guide.nodes;
    let mut again: Vec<_> = on_one_way(context).iter().copied().collect();
    again.sort_unstable();
    for (at, first) in again {
        let (id, first) = (nodes[first].id().to_string(), nodes[first].place());
        report.add(nodes[at].place(), Problem::AskedAgain { id, first });
    }
}

/// Questions in the words of an earlier one, in some language: each with the first one, by their
/// places in `guide.nodes`.
pub(super) fn same_questions(context: &Context<'_>) -> Vec<(usize, usize)> {
    let mut all = Vec::new();
    for lang in 0..context.guide.languages.len() {
        let mut known: Names<&str, usize> = Names::with_capacity_and_hasher(
            context.guide.nodes.len(),
            foldhash::fast::RandomState::default(),
        );
        for (at, question) in context.questions() {
            let text = question.ask.versions().nth(lang).unwrap_or_default();
            if !text.is_empty() {
                match known.get(text) {
                    Some(&first) => all.push((at, first)),
                    None => {
                        known.insert(text, at);
                    }
                }
            }
        }
    }
    all.sort_unstable();
    all.dedup_by_key(|(at, _)| *at);
    all
}

/// Those of them that lie on one way without a remedy between them, the later one first.
pub(super) fn on_one_way<'c>(context: &'c Context<'_>) -> &'c HashSet<(usize, usize)> {
    context.asked_again.get_or_init(|| {
        let graph = &context.graph;
        let mut left = ROUNDS * (graph.len() + graph.count());
        let mut found = HashSet::new();
        for (at, first) in same_questions(context) {
            if leads(context, first, at, &mut left) || leads(context, at, first, &mut left) {
                found.insert((at, first));
            }
        }
        found
    })
}

/// Whether a way leads from one question to another with nothing but questions between them.
fn leads(context: &Context<'_>, from: usize, to: usize, left: &mut usize) -> bool {
    let mut seen = HashSet::from([from]);
    let mut stack = vec![from];
    while let Some(at) = stack.pop() {
        // What a code leads to depends on the code, which was not asked for before.
        let asks = context
            .guide
            .nodes
            .get(at)
            .is_some_and(|node| matches!(node, crate::guide::Node::Question(_)));
        for link in context.graph.links(at).iter().filter(|_| asks) {
            let Some(rest) = left.checked_sub(1) else { return false };
            *left = rest;
            if link.to == to {
                return true;
            }
            if seen.insert(link.to) {
                stack.push(link.to);
            }
        }
    }
    false
}
