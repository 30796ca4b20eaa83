//! Two things between which a clerk chooses, or which a clerk must tell apart, have different words.

use super::{Context, Problem, Report, Rule};
use crate::guide::{Named, Names, Node, Place, Scenario, Text};
use std::collections::HashSet;

pub(super) static RULE: Rule = Rule::close("same-wording", check);

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let guide = context.guide;
    let symptoms = guide.symptoms.iter().map(|own| (own.id.as_str(), &own.say, own.place));
    repeated(context, report, Named::Symptom, &symptoms);
    let groups = guide.groups.iter().map(|own| (own.id.as_str(), &own.title, own.place));
    repeated(context, report, Named::Group, &groups);
    let causes = context.remedies().map(|(_, own)| (own.id.as_str(), &own.cause, own.place));
    repeated(context, report, Named::Node, &causes);
    for node in &guide.nodes {
        match node {
            Node::Question(question) => {
                let answers = question.answers.iter();
                let answers = answers.map(|own| (own.id.as_str(), &own.say, own.place));
                few(report, Named::Answer, &answers);
            }
            Node::Remedy(remedy) => {
                let actions = remedy.actions.iter();
                few(
                    report,
                    Named::Action,
                    &actions.map(|own| (own.id.as_str(), &own.say, own.place)),
                );
            }
        }
    }
    for scenario in &guide.scenarios {
        // In a draft they all say the same, which another rule finds.
        let sights = scenario.sights.iter().filter(|own| !Scenario::is_unwritten(&own.look));
        let looks = sights.map(|own| (own.question.id.as_str(), &own.look, own.place));
        few(report, Named::Sight, &looks);
    }
    for (at, first) in super::asked_again::same_questions(context) {
        if !super::asked_again::on_one_way(context).contains(&(at, first)) {
            let (own, first) = (&guide.nodes[at], &guide.nodes[first]);
            let (id, first) = (first.id().to_string(), first.place());
            report.add(own.place(), Problem::SameWording { what: Named::Node, id, first });
        }
    }
}

/// Reports each text whose words in some language another one had before it.
fn repeated<'g>(
    context: &Context<'g>,
    report: &mut Report<'_>,
    what: Named,
    all: &(impl Iterator<Item = (&'g str, &'g Text, Place)> + Clone),
) {
    let mut told = HashSet::new();
    for at in 0..context.guide.languages.len() {
        let mut known: Names<&str, (&str, Place)> = Names::with_capacity_and_hasher(
            all.size_hint().0,
            foldhash::fast::RandomState::default(),
        );
        for (id, text, place) in all.clone() {
            let text = text.versions().nth(at).unwrap_or_default();
            match known.get(text) {
                _ if text.is_empty() || told.contains(&place) => {}
                Some(&(first, first_place)) => {
                    told.insert(place);
                    let (id, first) = (first.to_owned(), first_place);
                    report.add(place, Problem::SameWording { what, id, first });
                }
                None => {
                    known.insert(text, (id, place));
                }
            }
        }
    }
}

/// The same for the few things of one node.
fn few<'g>(
    report: &mut Report<'_>,
    what: Named,
    all: &(impl Iterator<Item = (&'g str, &'g Text, Place)> + Clone),
) {
    for (at, (_, text, place)) in all.clone().enumerate() {
        let same = |own: &Text| {
            own.versions().zip(text.versions()).any(|(own, text)| own == text && !own.is_empty())
        };
        if let Some((id, _, first)) = all.clone().take(at).find(|(_, own, _)| same(own)) {
            report.add(place, Problem::SameWording { what, id: id.to_owned(), first });
        }
    }
}
