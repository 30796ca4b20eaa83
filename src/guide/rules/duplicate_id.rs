//! A name is given once.

use super::{Context, Problem, Report, Rule};
use crate::guide::Names;
use crate::guide::{Named, Node, Place};

pub(in crate::guide) static RULE: Rule = Rule::guide("duplicate-id", check);

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let guide = context.guide;
    let steps = guide.steps.iter().map(|step| (step.id.to_string(), step.place));
    let groups = guide.groups.iter().map(|group| (group.id.to_string(), group.place));
    let symptoms = guide.symptoms.iter().map(|symptom| (symptom.id.to_string(), symptom.place));
    let contacts = guide.contacts.iter().map(|contact| (contact.id.to_string(), contact.place));
    let drawings = guide.drawings.iter().map(|drawing| (drawing.id.to_string(), drawing.place));
    let schemes = guide.schemes.iter().map(|scheme| (scheme.id.to_string(), scheme.place));
    let messages = guide.messages.iter().map(|own| (own.id.to_string(), own.place));
    let facts = guide.facts.iter().map(|fact| (fact.id.to_string(), fact.place));
    let not_used = guide.not_used.iter().map(|own| (own.fact.id.to_string(), own.fact.place));
    let cases = guide.cases.iter().map(|case| (case.id.to_string(), case.place));
    let scenarios = guide.scenarios.iter().map(|own| (own.id.to_string(), own.place));
    let codes = guide.codes.iter().flat_map(|code| {
        code.schemes().map(|scheme| {
            let named = !code.code.is_empty() && !scheme.id.is_empty();
            let name = if named { format!("{} {}", scheme.id, code.code) } else { String::new() };
            (name, code.place)
        })
    });
    repeated(report, Named::Step, steps);
    repeated(report, Named::Group, groups);
    repeated(report, Named::Symptom, symptoms);
    repeated(report, Named::Contact, contacts);
    repeated(report, Named::Drawing, drawings);
    repeated(report, Named::Scheme, schemes);
    repeated(report, Named::Code, codes);
    repeated(report, Named::Message, messages);
    repeated(report, Named::Fact, facts);
    repeated(report, Named::NotUsed, not_used);
    repeated(report, Named::Case, cases);
    repeated(report, Named::Scenario, scenarios);
    for scenario in &guide.scenarios {
        let sights = scenario.sights.iter().map(|own| &own.question);
        repeated(report, Named::Sight, sights.map(|own| (own.id.as_str(), own.place)));
    }
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
    named: impl Iterator<Item = (S, Place)>,
) {
    let mut known = Names::with_capacity_and_hasher(
        named.size_hint().0,
        foldhash::fast::RandomState::default(),
    );
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
