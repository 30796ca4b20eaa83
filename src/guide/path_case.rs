//! Paths through a guide that must stay as they are: an author's regression tests.

use super::{
    Amount, Code, Entry, Guide, Id, Kind, Node, Place, Question, Remedy, Response, Target,
};

/// One path: a way in, what is answered on it, and the remedy it must reach.
#[derive(Clone, Debug)]
pub struct PathCase {
    /// Stable name.
    pub id: Id,
    /// The way in.
    pub entry: Entry,
    /// What is answered, one question after the other: see [`PathCase::play`].
    pub answers: Vec<Target>,
    /// The remedy that is reached.
    pub remedy: Target,
    /// Where the case is written.
    pub place: Place,
}

/// Why a path does not reach its remedy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Miss {
    /// The guide has no such way in.
    NoWayIn,
    /// The question, or the remedy met on the way, has no such answer.
    NoAnswer {
        /// Where the path stood.
        node: Id,
        /// What was answered.
        answer: String,
        /// The answers that it has, where the case must name one of them.
        known: Vec<Id>,
    },
    /// The answers end at this question.
    EndsAt(Id),
    /// The answers lead to this remedy instead.
    Elsewhere(Id),
}

/// What stands in place of a scheme where nobody can tell which card it was.
const UNSURE: &str = "unsure";

/// What was answered to "did it work?" at a remedy on the way.
const VERDICTS: [&str; 2] = ["worked", "failed"];

impl PathCase {
    /// Follows the answers through the guide.
    ///
    /// An answer is the id of one; at an amount question also an amount (`1500`), at a code
    /// question a code, with its scheme where that matters (`51`, `51 visa`, `51 unsure` where
    /// nobody can tell), at a ticks question ids joined by `+`, at a remedy that is not the last one `worked` or `failed`.
    pub fn play<'g>(&self, guide: &'g Guide) -> Result<&'g Remedy, (Place, Miss)> {
        let way_in = match &self.entry {
            Entry::Code { code, scheme } => by_code(guide, code, scheme),
            entry => guide.way_in(entry),
        };
        let way_in = way_in.and_then(|target| guide.node(&target.id));
        let mut node = way_in.ok_or((self.place, Miss::NoWayIn))?;
        for answer in &self.answers {
            let next = after(guide, node, &answer.id).and_then(|go| guide.node(&go.id));
            node = next.ok_or_else(|| {
                let (id, answer_id) = (node.id().clone(), answer.id.to_string());
                (answer.place, Miss::NoAnswer { node: id, answer: answer_id, known: named(node) })
            })?;
        }
        match node {
            Node::Remedy(remedy) if remedy.id == self.remedy.id => Ok(remedy),
            Node::Remedy(remedy) => Err((self.remedy.place, Miss::Elsewhere(remedy.id.clone()))),
            Node::Question(question) => Err((self.place, Miss::EndsAt(question.id.clone()))),
        }
    }
}

/// The answers of a question that a case answers by naming one or several of them.
fn named(node: &Node) -> Vec<Id> {
    match node {
        Node::Question(own) if matches!(own.kind, Kind::Choice | Kind::Ticks) => {
            own.answers.iter().map(|answer| answer.id.clone()).collect()
        }
        _ => Vec::new(),
    }
}

/// What an answer of a case is in a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Move {
    /// The question is answered.
    Answer(Response),
    /// A code is looked up of which nobody can tell what it means.
    LookUp(Entry),
    /// The remedy was tried: whether it worked.
    Tried(bool),
}

impl PathCase {
    /// The way in as sessions record it, where the guide has it.
    pub(crate) fn begins(&self, guide: &Guide) -> Option<Entry> {
        match &self.entry {
            Entry::Code { code, scheme } if scheme == UNSURE => unsure(guide, code),
            Entry::Code { code, scheme } => listed(guide, code, scheme).map(Code::entry),
            entry => guide.way_in(entry).map(|_| entry.clone()),
        }
    }
}

impl Move {
    /// What an answer of a case is at a node.
    pub(crate) fn at(guide: &Guide, node: &Node, answer: &str) -> Option<Self> {
        match node {
            Node::Question(question) => {
                if question.kind == Kind::Code
                    && let Some((code, UNSURE)) = answer.split_once(' ')
                {
                    return unsure(guide, code).map(Self::LookUp);
                }
                response(guide, question, answer).map(Self::Answer)
            }
            Node::Remedy(_) if answer == VERDICTS[0] => Some(Self::Tried(true)),
            Node::Remedy(_) if answer == VERDICTS[1] => Some(Self::Tried(false)),
            Node::Remedy(_) => None,
        }
    }
}

/// A code of which nobody can tell what it means, as a way in.
fn unsure(guide: &Guide, typed: &str) -> Option<Entry> {
    by_code(guide, typed, UNSURE).map(|_| Entry::UnsureCode(Code::normalise(typed)))
}

/// Where an answer leads from a node.
fn after<'g>(guide: &'g Guide, node: &'g Node, answer: &str) -> Option<&'g Target> {
    match node {
        Node::Question(question) => {
            if question.kind == Kind::Code
                && let Some((code, UNSURE)) = answer.split_once(' ')
            {
                return by_code(guide, code, UNSURE);
            }
            let response = response(guide, question, answer)?;
            question.route(guide, &response).map(|route| route.go)
        }
        Node::Remedy(remedy) if answer == VERDICTS[0] => remedy.if_worked.as_ref(),
        Node::Remedy(remedy) if answer == VERDICTS[1] => remedy.if_failed.as_ref(),
        Node::Remedy(_) => None,
    }
}

/// Where a code leads, also one of which nobody can tell what it means.
fn by_code<'g>(guide: &'g Guide, typed: &str, scheme: &str) -> Option<&'g Target> {
    if scheme == UNSURE {
        let several = guide.codes(typed).len() > 1;
        return guide.code_unsure.as_ref().filter(|_| several);
    }
    listed(guide, typed, scheme).map(|code| &code.go)
}

/// A listed code, by its scheme where it means different things.
fn listed<'g>(guide: &'g Guide, typed: &str, scheme: &str) -> Option<&'g Code> {
    match guide.codes(typed)[..] {
        [only] if scheme.is_empty() => Some(only),
        _ => guide.code(&Code::normalise(typed), scheme),
    }
}

fn response(guide: &Guide, question: &Question, answer: &str) -> Option<Response> {
    if question.answer(answer).is_some() && question.kind != Kind::Ticks {
        return Some(Response::Answer(answer.into()));
    }
    match question.kind {
        Kind::Choice => None,
        Kind::Amount => Amount::parse(answer).map(Response::Amount),
        Kind::Code => {
            let (typed, scheme) = answer.split_once(' ').unwrap_or((answer, ""));
            listed(guide, typed, scheme).map(Code::response)
        }
        Kind::Ticks => {
            let wanted: Vec<&str> = answer.split('+').map(str::trim).collect();
            if let [only] = wanted[..]
                && question.answer(only).is_some_and(|own| own.role != super::Role::Plain)
            {
                return Some(Response::Answer(only.into()));
            }
            wanted.iter().all(|id| question.answer(id).is_some()).then(|| {
                let all = question.answers.iter().filter(|own| wanted.contains(&own.id.as_str()));
                Response::Ticks(all.map(|own| own.id.clone()).collect())
            })
        }
    }
}
