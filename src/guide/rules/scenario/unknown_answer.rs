//! The facts and traps of a scenario name answers that their questions have.

use super::{Context, Report, Rule};
use crate::guide::{Move, Node, ScenarioFlaw, Target};

pub(in crate::guide::rules) static RULE: Rule = Rule::close("unknown-answer", check).error();

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for scenario in &context.guide.scenarios {
        let sights = scenario.sights.iter().map(|own| (&own.question, &own.answer));
        let traps = scenario.traps.iter().map(|own| (&own.question, &own.answer));
        for (question, answer) in sights.chain(traps) {
            look(context, report, question, answer);
        }
    }
}

fn look(context: &Context<'_>, report: &mut Report<'_>, question: &Target, answer: &Target) {
    // One that is unknown is told by that rule.
    let Some(node) = context.guide.node(&question.id) else { return };
    match node {
        Node::Remedy(_) => {
            report.flaw(question.place, ScenarioFlaw::NoQuestion(question.id.clone()));
        }
        Node::Question(own) if Move::at(context.guide, node, &answer.id).is_none() => {
            let flaw = ScenarioFlaw::UnknownAnswer {
                question: question.id.clone(),
                answer: answer.id.to_string(),
                answers: own.answer_ids(),
            };
            report.flaw(answer.place, flaw);
        }
        Node::Question(_) => {}
    }
}
