//! Every text is shown somewhere: each contact, group, scheme and step has something that names it,
//! and each mark of a legend stands in its drawing.

use super::{Context, Problem, Report, Rule};
use crate::guide::{Code, Named, Node, Place};
use std::collections::HashSet;

pub(super) static RULE: Rule = Rule::close("unused-text", check);

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let guide = context.guide;
    // What could not be read may name any of them.
    if context.notes.lost_links || !context.unknown.is_empty() {
        return;
    }
    let contacts: HashSet<&str> = context
        .remedies()
        .filter_map(|(_, own)| own.contact.as_ref())
        .map(|own| own.id.as_str())
        .collect();
    let groups: HashSet<&str> = guide
        .symptoms
        .iter()
        .filter_map(|own| own.group.as_ref())
        .map(|own| own.id.as_str())
        .collect();
    let schemes: HashSet<&str> =
        guide.codes.iter().flat_map(Code::schemes).map(|own| own.id.as_str()).collect();
    let steps: HashSet<&str> =
        guide.nodes.iter().map(Node::step).map(|own| own.id.as_str()).collect();
    let mut unused = |what, used: &HashSet<&str>, id: &str, place: Place| {
        if !id.is_empty() && !used.contains(id) {
            report.add(place, Problem::TextUnused { what, id: id.to_owned() });
        }
    };
    guide.contacts.iter().for_each(|own| unused(Named::Contact, &contacts, &own.id, own.place));
    guide.groups.iter().for_each(|own| unused(Named::Group, &groups, &own.id, own.place));
    guide.schemes.iter().for_each(|own| unused(Named::Scheme, &schemes, &own.id, own.place));
    guide.steps.iter().for_each(|own| unused(Named::Step, &steps, &own.id, own.place));
    for drawing in &guide.drawings {
        let lacking = drawing.legend.iter().filter(|(mark, _)| {
            let has = |rows: &[String]| rows.iter().any(|row| row.contains(mark.as_str()));
            !has(&drawing.unicode) && !has(&drawing.ascii)
        });
        for (mark, _) in lacking {
            let problem = Problem::TextUnused { what: Named::Mark, id: mark.clone() };
            report.add(drawing.place, problem);
        }
    }
}
