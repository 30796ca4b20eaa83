//! What must come first does: `after` names no circle, and no way leads from a question to one that
//! must come before it.

use super::{Context, Problem, Report, Rule};
use crate::guide::{Guide, Id, Node, Question};
use std::collections::HashMap;

pub(super) static CIRCLE: Rule = Rule::guide("after-circle", check_circle);
pub(super) static BROKEN: Rule = Rule::guide("after-broken", check_broken);

/// The names by which `after` may name a question: its own, and its step's.
struct Names<'g> {
    questions: HashMap<&'g str, usize>,
    steps: HashMap<&'g str, Vec<usize>>,
}

impl<'g> Names<'g> {
    fn new(guide: &'g Guide) -> Self {
        let mut names = Self { questions: HashMap::new(), steps: HashMap::new() };
        for (at, node) in guide.nodes.iter().enumerate() {
            if let Node::Question(question) = node {
                names.questions.insert(&question.id, at);
                names.steps.entry(&question.step.id).or_default().push(at);
            }
        }
        names
    }

    /// The questions that a name stands for, seen from one of them.
    fn of(&self, name: &str, from: usize) -> impl Iterator<Item = usize> {
        let one = self.questions.get(name).into_iter();
        let many = self.steps.get(name).into_iter().flatten();
        one.chain(many).copied().filter(move |&at| at != from)
    }
}

fn check_circle(context: &Context<'_>, report: &mut Report<'_>) {
    if context.questions().all(|(_, own)| own.after.is_empty()) {
        return;
    }
    let guide = context.guide;
    let names = Names::new(guide);
    // 1 under way, 2 done.
    let mut state = vec![0_u8; guide.nodes.len()];
    for (start, _) in context.questions() {
        let mut stack = vec![(start, before(guide, &names, start))];
        while let Some((at, left)) = stack.last_mut() {
            state[*at] = state[*at].max(1);
            let Some(next) = left.pop() else {
                state[*at] = 2;
                stack.pop();
                continue;
            };
            if state[next] == 1 {
                let from = stack.iter().position(|(at, _)| *at == next).unwrap_or(0);
                let name = |own: &(usize, Vec<usize>)| guide.nodes[own.0].id().clone();
                let circle: Vec<Id> = stack[from..].iter().map(name).collect();
                let place = guide.nodes[next].place();
                report.add(place, Problem::AfterCircle(circle));
            } else if state[next] == 0 {
                stack.push((next, before(guide, &names, next)));
            }
        }
    }
}

fn before(guide: &Guide, names: &Names<'_>, at: usize) -> Vec<usize> {
    let Node::Question(question) = &guide.nodes[at] else { return Vec::new() };
    question.after.iter().flat_map(|name| names.of(&name.id, at)).collect()
}

/// A step is looked for by its gate; its other questions may well come again on a way.
fn check_broken(context: &Context<'_>, report: &mut Report<'_>) {
    let guide = context.guide;
    if context.questions().all(|(_, own)| own.after.is_empty()) {
        return;
    }
    for (at, question) in context.questions().filter(|(_, own)| !own.after.is_empty()) {
        let ahead = ahead(context, at);
        for name in &question.after {
            let gate = guide.step(&name.id).and_then(|step| step.gate.as_ref());
            let wanted = gate.map_or(&name.id, |gate| &gate.id);
            let own = guide.index.get(wanted).copied();
            if own.is_some_and(|own| own != at && ahead[own]) || behind(context, question, &name.id)
            {
                let (question, first) = (question.id.clone(), wanted.clone());
                report.add(name.place, Problem::AfterBroken { question, first });
            }
        }
    }
}

/// Whether a question stands before one of that name in a row of questions that can change places.
fn behind(context: &Context<'_>, question: &Question, name: &str) -> bool {
    context.chains().iter().any(|chain| {
        let mut row = chain.questions.iter().map(|&at| &context.guide.nodes[at]);
        row.by_ref().any(|node| node.id() == &question.id)
            && row.any(|node| node.id() == name || node.step().id == name)
    })
}

/// Which questions may come after this one before a remedy is reached.
fn ahead(context: &Context<'_>, at: usize) -> Vec<bool> {
    let mut seen = vec![false; context.guide.nodes.len()];
    let mut stack = vec![at];
    while let Some(at) = stack.pop() {
        let node = &context.guide.nodes[at];
        if matches!(node, Node::Question(_)) {
            for link in context.guide.links(node) {
                if let Some(&to) = context.guide.index.get(&link.id)
                    && !std::mem::replace(&mut seen[to], true)
                {
                    stack.push(to);
                }
            }
        }
    }
    seen
}
