//! "Check everything" comes by every step: each has a gate question, and a way leads from the
//! first question to each gate.

use super::{Context, Problem, Report, Rule};
use crate::guide::Node;

pub(super) static MISSING: Rule = Rule::guide("step-without-gate", check_missing);
pub(super) static NOT_QUESTION: Rule = Rule::guide("gate-not-question", check_question);
pub(super) static OFF_PATH: Rule = Rule::guide("gate-off-path", check_path).warning();

fn check_missing(context: &Context<'_>, report: &mut Report<'_>) {
    let guide = context.guide;
    if guide.check_everything.is_some() {
        for step in guide.steps.iter().filter(|step| step.gate.is_none()) {
            report.add(step.place, Problem::StepWithoutGate(step.id.clone()));
        }
    }
}

fn check_question(context: &Context<'_>, report: &mut Report<'_>) {
    let guide = context.guide;
    let gates = guide.steps.iter().filter_map(|step| step.gate.as_ref());
    for gate in gates.chain(&guide.check_everything) {
        if let Some(Node::Remedy(_)) = guide.node(&gate.id) {
            report.add(gate.place, Problem::GateNotQuestion(gate.id.clone()));
        }
    }
}

fn check_path(context: &Context<'_>, report: &mut Report<'_>) {
    let guide = context.guide;
    let Some(first) = &guide.check_everything else { return };
    let Some(&first) = guide.index.get(&first.id) else { return };
    // A gate behind a link that is unknown or could not be read would be the consequence of that.
    if context.notes.lost_links || !context.unknown.is_empty() {
        return;
    }
    let reached = context.graph.reached([first]);
    for gate in guide.steps.iter().filter_map(|step| step.gate.as_ref()) {
        if guide.index.get(&gate.id).is_some_and(|&at| !reached[at]) {
            report.add(gate.place, Problem::GateOffPath(gate.id.clone()));
        }
    }
}
