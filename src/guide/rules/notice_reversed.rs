//! A notice begins before it ends.

use super::{Context, Problem, Report, Rule};

pub(crate) static RULE: Rule = Rule::guide("notice-reversed", check);

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for notice in context.guide.notices.iter().filter(|notice| notice.is_reversed()) {
        report.add(notice.place, Problem::NoticeReversed);
    }
}
