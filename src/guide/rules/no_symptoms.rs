//! A guide has a way in.

use super::{Context, Problem, Report, Rule};
use crate::guide::Named;

pub(super) static RULE: Rule = Rule::guide("no-symptoms", check);

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let known = context.notes.head.is_some() && !context.notes.lost.contains(&Named::Symptom);
    if known && context.guide.symptoms.is_empty() {
        report.add(context.head(), Problem::NoSymptoms);
    }
}
