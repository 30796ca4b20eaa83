//! What is named exists.

use super::{Context, Problem, Report, Rule};
use crate::guide::Named;

pub(super) static TARGET: Rule = Rule::guide("unknown-target", |c, r| check(c, r, Named::Node));
pub(super) static STEP: Rule = Rule::guide("unknown-step", |c, r| check(c, r, Named::Step));
pub(super) static GROUP: Rule = Rule::guide("unknown-group", |c, r| check(c, r, Named::Group));
pub(super) static CONTACT: Rule =
    Rule::guide("unknown-contact", |c, r| check(c, r, Named::Contact));
pub(super) static DRAWING: Rule =
    Rule::guide("unknown-drawing", |c, r| check(c, r, Named::Drawing));
pub(super) static SCHEME: Rule = Rule::guide("unknown-scheme", |c, r| check(c, r, Named::Scheme));
pub(super) static SOURCE: Rule = Rule::guide("unknown-source", |c, r| check(c, r, Named::Fact));

fn check(context: &Context<'_>, report: &mut Report<'_>, what: Named) {
    for unknown in context.unknown.iter().filter(|unknown| unknown.what == what) {
        let name = unknown.target.id.to_string();
        let near = unknown.near.map(str::to_owned);
        report.add(unknown.target.place, Problem::UnknownName { what, name, near });
    }
}
