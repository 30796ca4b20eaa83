//! What the guide names as the call is a remedy.

use super::{Context, Problem, Report, Rule};
use crate::guide::Node;

pub(super) static RULE: Rule = Rule::guide("call-not-remedy", check);

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let Some(call) = &context.guide.call else { return };
    if let Some(Node::Question(_)) = context.guide.node(&call.remedy.id) {
        report.add(call.remedy.place, Problem::CallNotRemedy(call.remedy.id.clone()));
    }
}
