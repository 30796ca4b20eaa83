//! What a guide rests on and what it leaves out is known, where it lists its facts.

use super::{Context, Problem, Report, Rule};
use crate::guide::{FactKind, Node, Target};
use std::collections::HashSet;

pub(super) static NOT_USED: Rule = Rule::guide("fact-not-used", check_used).warning();
pub(super) static AFTER_ALL: Rule = Rule::guide("fact-used-after-all", check_after_all).warning();
pub(super) static NO_ENTRY: Rule = Rule::guide("fact-without-entry", check_entries).warning();

type Ids<'g> = HashSet<&'g str>;

fn ids<'g>(sources: impl Iterator<Item = &'g Target>) -> Ids<'g> {
    sources.map(|source| source.id.as_str()).collect()
}

/// The facts on which entries of this kind rest.
fn under<'g>(context: &Context<'g>, kind: FactKind) -> Ids<'g> {
    let guide = context.guide;
    match kind {
        FactKind::Code => ids(guide.codes.iter().flat_map(|code| &code.sources)),
        FactKind::Message => ids(guide.messages.iter().flat_map(|own| &own.sources)),
        FactKind::Statement => ids(guide.nodes.iter().flat_map(Node::sources)),
    }
}

fn used<'g>(context: &Context<'g>) -> Ids<'g> {
    let kinds = [FactKind::Statement, FactKind::Code, FactKind::Message];
    kinds.into_iter().flat_map(|kind| under(context, kind)).collect()
}

fn left_out<'g>(context: &Context<'g>) -> Ids<'g> {
    ids(context.guide.not_used.iter().map(|own| &own.fact))
}

fn check_used(context: &Context<'_>, report: &mut Report<'_>) {
    let (used, left_out) = (used(context), left_out(context));
    for fact in &context.guide.facts {
        let id = fact.id.as_str();
        if !id.is_empty() && !used.contains(id) && !left_out.contains(id) {
            report.add(fact.place, Problem::FactNotUsed(fact.id.clone()));
        }
    }
}

fn check_after_all(context: &Context<'_>, report: &mut Report<'_>) {
    let used = used(context);
    for own in &context.guide.not_used {
        if used.contains(own.fact.id.as_str()) {
            report.add(own.fact.place, Problem::FactUsedAfterAll(own.fact.id.clone()));
        }
    }
}

fn check_entries(context: &Context<'_>, report: &mut Report<'_>) {
    let (used, left_out) = (used(context), left_out(context));
    for kind in [FactKind::Code, FactKind::Message] {
        let entries = under(context, kind);
        for fact in context.guide.facts.iter().filter(|fact| fact.kind == kind) {
            let id = fact.id.as_str();
            // One that is not used at all is reported as that.
            if used.contains(id) && !entries.contains(id) && !left_out.contains(id) {
                report.add(fact.place, Problem::FactWithoutEntry(fact.id.clone(), kind));
            }
        }
    }
}
