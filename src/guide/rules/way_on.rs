//! A remedy is never a dead end: when it fails it leads on, or it is the last resort.

use super::{Context, Problem, Report, Rule};

pub(super) static NONE: Rule = Rule::guide("remedy-without-way-on", check_none);
pub(super) static TWO: Rule = Rule::guide("remedy-with-both", check_two);

fn check_none(context: &Context<'_>, report: &mut Report<'_>) {
    for (at, remedy) in context.remedies() {
        let spoilt = context.spoilt(at, "if_failed") || context.spoilt(at, "escalation");
        if remedy.if_failed.is_none() && !remedy.escalation && !spoilt {
            report.add(remedy.place, Problem::NoWayOn(remedy.id.clone()));
        }
    }
}

fn check_two(context: &Context<'_>, report: &mut Report<'_>) {
    for (_, remedy) in context.remedies() {
        if let Some(on) = remedy.if_failed.as_ref().filter(|_| remedy.escalation) {
            report.add(on.place, Problem::TwoWaysOn(remedy.id.clone()));
        }
    }
}
