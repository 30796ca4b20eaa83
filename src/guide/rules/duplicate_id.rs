//! A name is given once.

use super::{Context, Problem, Report, Rule};
use crate::guide::{Named, Node, Place};
use std::collections::HashMap;

pub(in crate::guide) static RULE: Rule = Rule::guide("duplicate-id", check);

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let guide = context.guide;
    let steps = guide.steps.iter().map(|step| (step.id.to_string(), step.place));
    let groups = guide.groups.iter().map(|group| (group.id.to_string(), group.place));
    let symptoms = guide.symptoms.iter().map(|symptom| (symptom.id.to_string(), symptom.place));
    let contacts = guide.contacts.iter().map(|contact| (contact.id.to_string(), contact.place));
    let drawings = guide.drawings.iter().map(|drawing| (drawing.id.to_string(), drawing.place));
    let codes = guide.codes.iter().map(|code| {
        let name = if code.code.is_empty() || code.scheme.is_empty() {
            String::new()
        } else {
            format!("{} {}", code.scheme, code.code)
        };
        (name, code.place)
    });
    repeated(report, Named::Step, steps);
    repeated(report, Named::Group, groups);
    repeated(report, Named::Symptom, symptoms);
    repeated(report, Named::Contact, contacts);
    repeated(report, Named::Drawing, drawings);
    repeated(report, Named::Code, codes);
    for (at, node) in guide.nodes.iter().enumerate() {
        match guide.index.get(node.id()) {
            Some(&first) if first != at => {
                let first = guide.nodes[first].place();
                let id = node.id().to_string();
                report.add(node.place(), Problem::DuplicateId { what: Named::Node, id, first });
            }
            _ => {}
        }
        match node {
            Node::Question(question) => {
                let answers = question.answers.iter().map(|own| (own.id.as_str(), own.place));
                repeated(report, Named::Answer, answers);
            }
            Node::Remedy(remedy) => {
                let actions = remedy.actions.iter().map(|own| (own.id.as_str(), own.place));
                repeated(report, Named::Action, actions);
            }
        }
    }
}

/// Reports every name after the first of its kind.
fn repeated<S: AsRef<str> + Eq + std::hash::Hash>(
    report: &mut Report<'_>,
    what: Named,
    named: impl ExactSizeIterator<Item = (S, Place)>,
) {
    let mut known = HashMap::with_capacity(named.len());
    for (id, place) in named.filter(|(id, _)| !id.as_ref().is_empty()) {
        match known.get(&id) {
            Some(&first) => {
                let id = id.as_ref().to_owned();
                report.add(place, Problem::DuplicateId { what, id, first });
            }
            None => {
                known.insert(id, place);
            }
        }
    }
}
