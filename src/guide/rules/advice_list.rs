//! The list of forbidden advice can be used, and its items do what their sentences show.

use super::{Context, Problem, Report, Rule};

pub(super) static RULE: Rule = Rule::close("advice-list", check).error();

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (place, error) in context.advice().iter().flat_map(|listed| &listed.problems) {
        report.add(*place, Problem::AdviceList(error.clone()));
    }
}
