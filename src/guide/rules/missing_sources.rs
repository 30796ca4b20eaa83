//! In a guide that lists its facts, everything that a clerk is told to do rests on one.

use super::{Context, Problem, Report, Rule};

pub(super) static RULE: Rule = Rule::close("missing-sources", check).note();

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let guide = context.guide;
    if guide.facts.is_empty() {
        return;
    }
    for (at, node) in guide.nodes.iter().enumerate() {
        if node.sources().is_empty() && !context.spoilt(at, "sources") {
            report.add(node.place(), Problem::NoSources(node.id().to_string()));
        }
    }
    for code in guide.codes.iter().filter(|code| code.sources.is_empty()) {
        report.add(code.place, Problem::NoSources(code.code.clone()));
    }
    for message in guide.messages.iter().filter(|message| message.sources.is_empty()) {
        report.add(message.place, Problem::NoSources(message.id.to_string()));
    }
}
