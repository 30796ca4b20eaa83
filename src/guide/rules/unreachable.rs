//! Some way leads to every node.

use super::{Context, Problem, Report, Rule};

pub(super) static RULE: Rule = Rule::guide("unreachable", check).warning();

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let guide = context.guide;
    let ways_in = context.ways_in().filter_map(|target| guide.index.get(&target.id).copied());
    let mut from: Vec<usize> = ways_in.collect();
    // Where no way leads in, or a link was lost in reading, this would be only the consequence.
    if from.is_empty() || context.notes.lost_links {
        return;
    }
    // What a mistyped link was probably meant for is not reported for the same slip.
    let meant = context.unknown.iter().filter_map(|unknown| unknown.near);
    from.extend(meant.filter_map(|near| guide.index.get(near).copied()));
    // Nor is a node that has another's name, nor what it leads to.
    let index = |at: usize| guide.index.get(guide.nodes[at].id()).copied();
    from.extend((0..guide.nodes.len()).filter(|&at| index(at) != Some(at)));
    let reached = context.graph.reached(from);
    for (at, node) in guide.nodes.iter().enumerate() {
        if !reached[at] {
            report.add(node.place(), Problem::Unreachable(node.id().clone()));
        }
    }
}
