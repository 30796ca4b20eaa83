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
    /// A scenario has no fact for this question on its way.
    NoFact(Id),
}

/// What stands in place of a scheme where nobody can tell which card it was.
const UNSURE: &str = "unsure";

impl PathCase {
    /// Follows the answers through the guide.
    ///
    /// An answer is the id of one; at an amount question also an amount (`1500`), at a code
    /// question a code, with its scheme where that matters (`51`, `51 visa`, `51 unsure` where
    /// nobody can tell), at a ticks question ids joined by `+`, at a remedy that is not the last one `worked` or `failed`.
    pub fn play<'g>(&self, guide: &'g Guide) -> Result<&'g Remedy, (Place, Miss)> {
        let entry = self.begins(guide).ok_or((self.place, Miss::NoWayIn))?;
        let way_in = guide.way_in(&entry).and_then(|target| guide.node(&target.id));
        let mut node = way_in.ok_or((self.place, Miss::NoWayIn))?;
        for answer in &self.answers {
            let does = Move::at(guide, node, &answer.id);
            let go = does.as_ref().and_then(|does| does.leads(guide, node));
            let next = go.and_then(|go| guide.node(&go.id));
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
pub(super) fn named(node: &Node) -> Vec<Id> {
    match node {
        Node::Question(own) if matches!(own.kind, Kind::Choice | Kind::Ticks) => own.answer_ids(),
        _ => Vec::new(),
    }
}

/// What an answer of a path case or of a scenario is in a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Move {
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
        self.entry.begins(guide)
    }
}

impl Entry {
    /// A way in that an author wrote, as sessions record it; nothing where the guide has no such.
    pub(crate) fn begins(&self, guide: &Guide) -> Option<Self> {
        match self {
            Self::Code { code, scheme } if scheme == UNSURE => unsure(guide, code),
            Self::Code { code, scheme } => listed(guide, code, scheme).map(Code::entry),
            entry => guide.way_in(entry).map(|_| entry.clone()),
        }
    }
}

impl Move {
    /// What is written where a remedy on the way worked.
    pub(crate) const WORKED: &str = "worked";
    /// What is written where a remedy on the way did not work.
    pub(crate) const FAILED: &str = "failed";

    /// What an answer is at a node, as [`PathCase::play`] reads it; nothing where it is none.
    pub fn at(guide: &Guide, node: &Node, answer: &str) -> Option<Self> {
        match node {
            Node::Question(question) => {
                if question.kind == Kind::Code
                    && let Some((code, UNSURE)) = answer.split_once(' ')
                {
                    return unsure(guide, code).map(Self::LookUp);
                }
                response(guide, question, answer).map(Self::Answer)
            }
            Node::Remedy(_) if answer == Self::WORKED => Some(Self::Tried(true)),
            Node::Remedy(_) if answer == Self::FAILED => Some(Self::Tried(false)),
            Node::Remedy(_) => None,
        }
    }

    /// Where it leads from a node.
    pub fn leads<'g>(&self, guide: &'g Guide, node: &'g Node) -> Option<&'g Target> {
        match (self, node) {
            (Self::Answer(response), Node::Question(question)) => {
                question.route(guide, response).map(|route| route.go)
            }
            (Self::LookUp(entry), Node::Question(_)) => guide.way_in(entry),
            (Self::Tried(true), Node::Remedy(remedy)) => remedy.if_worked.as_ref(),
            (Self::Tried(false), Node::Remedy(remedy)) => remedy.if_failed.as_ref(),
            _ => None,
        }
    }
}

/// A code of which nobody can tell what it means, as a way in.
fn unsure(guide: &Guide, typed: &str) -> Option<Entry> {
    let several = guide.codes(typed).len() > 1 && guide.code_unsure.is_some();
    several.then(|| Entry::UnsureCode(Code::normalise(typed)))
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
