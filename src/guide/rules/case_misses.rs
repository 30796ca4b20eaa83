//! Path cases reach their remedies.

use super::{Context, Problem, Report, Rule};

pub(super) static RULE: Rule = Rule::guide("case-misses", check);

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    // A case that fails on a link that is unknown or could not be read is the consequence of that.
    if context.notes.lost_links || !context.unknown.is_empty() {
        return;
    }
    for case in &context.guide.cases {
        if let Err((place, miss)) = case.play(context.guide) {
            report.add(place, Problem::CaseMisses { case: case.id.clone(), miss });
        }
    }
}
