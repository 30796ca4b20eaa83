//! A symptom leads to a remedy in the end.

use super::{Context, Problem, Report, Rule};
use crate::guide::Node;

pub(super) static RULE: Rule = Rule::guide("symptom-without-remedy", check);

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let guide = context.guide;
    if context.notes.lost_links {
        return;
    }
    // A way that ends at a mistyped link or a question without answers is reported there.
    let ends = |(at, node): (usize, &Node)| {
        let ends = match node {
            Node::Remedy(_) => true,
            Node::Question(question) => question.answers.is_empty(),
        };
        let unknown = || node.own_links().iter().any(|link| !guide.index.contains_key(&link.id));
        (ends || unknown()).then_some(at)
    };
    let codes_lead_nowhere = guide.codes.iter().any(|code| !guide.index.contains_key(&code.go.id));
    let codes = codes_lead_nowhere.then_some(guide.nodes.len());
    let good = guide.nodes.iter().enumerate().filter_map(ends).chain(codes);
    let reaching = context.graph.reaching(good);
    for symptom in &guide.symptoms {
        if guide.index.get(&symptom.go.id).is_some_and(|&at| !reaching[at]) {
            report.add(symptom.place, Problem::SymptomWithoutRemedy(symptom.id.clone()));
        }
    }
}
