//! No way leads back to where it was: whoever follows one would never come to an end.

use super::{Context, Problem, Report, Rule};
use crate::guide::Id;
use std::collections::HashSet;

pub(super) static RULE: Rule = Rule::guide("cycle", check);

/// How many nodes of a long circle are named at its beginning and at its end.
const NAMED: usize = 6;

/// Every link back to a node that is under way closes a circle of its own.
fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let graph = &context.graph;
    // For each vertex under way, its height in the stack.
    let mut height: Vec<Option<usize>> = vec![None; graph.len()];
    let mut seen = vec![false; graph.len()];
    let mut closed = HashSet::new();
    // An explicit stack, of vertices and their next links: a guide may be a chain of any length.
    let mut stack: Vec<(usize, usize)> = Vec::new();
    for start in 0..graph.len() {
        if seen[start] {
            continue;
        }
        stack.push((start, 0));
        while let Some(&(at, next)) = stack.last() {
            let top = stack.len() - 1;
            if next == 0 {
                seen[at] = true;
                height[at] = Some(top);
            }
            let Some(link) = graph.links(at).get(next) else {
                height[at] = None;
                stack.pop();
                continue;
            };
            stack[top].1 += 1;
            if let Some(from) = height[link.to] {
                // Two answers that lead back to the same node close the same circle.
                if !closed.insert((at, link.to)) {
                    continue;
                }
                let (names, length) = circle(context, &stack[from..]);
                report.add(link.place, Problem::Cycle { names, length });
            } else if !seen[link.to] {
                stack.push((link.to, 0));
            }
        }
    }
}

/// The names along a circle, and how many nodes it has.
fn circle(context: &Context<'_>, stack: &[(usize, usize)]) -> (Vec<Id>, usize) {
    let nodes = &context.guide.nodes;
    // The codes are a vertex without a name.
    let name = |&(at, _): &(usize, usize)| nodes.get(at).map(|node| node.id().clone());
    if stack.len() <= 2 * NAMED {
        let names: Vec<Id> = stack.iter().filter_map(name).collect();
        let length = names.len();
        return (names, length);
    }
    let ends = stack[..NAMED].iter().chain(&stack[stack.len() - NAMED..]);
    (ends.filter_map(name).collect(), stack.len())
}
