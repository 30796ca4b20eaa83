//! What was answered, and where that leads.

use super::{Amount, Answer, Code, Guide, Id, Kind, Question, Role, Target};
use serde::{Deserialize, Serialize};

/// What a clerk answered to a question, by stable names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Response {
    /// One of the answers.
    Answer(Id),
    /// A typed amount.
    Amount(Amount),
    /// A typed code of the guide.
    Code {
        /// The code in its normal form.
        code: String,
        /// Whose meaning was chosen.
        scheme: String,
    },
    /// A typed code that the guide does not list, in its normal form.
    UnlistedCode(String),
    /// All that was ticked, in the order of the guide.
    Ticks(Vec<Id>),
}

/// Where a response leads.
#[derive(Clone, Copy, Debug)]
pub struct Route<'g> {
    /// The next node.
    pub go: &'g Target,
    /// The answer that decided, where it was not a listed code.
    pub answer: Option<&'g Answer>,
    /// The code that decided.
    pub code: Option<&'g Code>,
}

impl Question {
    /// The answer with this id.
    pub fn answer(&self, id: &str) -> Option<&Answer> {
        self.answers.iter().find(|answer| answer.id == id)
    }

    /// The names of all answers, in their order.
    pub fn answer_ids(&self) -> Vec<Id> {
        self.answers.iter().map(|answer| answer.id.clone()).collect()
    }

    /// The answer with this role.
    pub fn role(&self, role: Role) -> Option<&Answer> {
        self.answers.iter().find(|answer| answer.role == role)
    }

    /// Where this response leads, or nothing where it does not fit the question.
    pub fn route<'g>(&'g self, guide: &'g Guide, response: &Response) -> Option<Route<'g>> {
        let by = |answer: &'g Answer| Route { go: &answer.go, answer: Some(answer), code: None };
        match (self.kind, response) {
            // Of an amount it can be known on which side of a limit it was, and no more.
            (Kind::Choice | Kind::Amount, Response::Answer(id)) => self.answer(id).map(by),
            (_, Response::Answer(id)) => {
                let answer = self.answer(id)?;
                let direct = matches!(answer.role, Role::Unsure | Role::None | Role::Other);
                direct.then(|| by(answer))
            }
            (Kind::Amount, Response::Amount(amount)) => {
                let fits = |answer: &&Answer| match answer.role {
                    Role::UpTo(limit) => *amount <= limit,
                    Role::Plain => true,
                    _ => false,
                };
                self.answers.iter().find(fits).map(by)
            }
            (Kind::Code, Response::Code { code, scheme }) => {
                let code = guide.code(code, scheme)?;
                Some(Route { go: &code.go, answer: None, code: Some(code) })
            }
            (Kind::Code, Response::UnlistedCode(_)) => self.role(Role::Other).map(by),
            (Kind::Ticks, Response::Ticks(ticked)) if ticked.is_empty() => {
                self.role(Role::None).map(by)
            }
            (Kind::Ticks, Response::Ticks(ticked)) => {
                let known =
                    ticked.iter().all(|id| self.answer(id).is_some_and(|a| a.role == Role::Plain));
                let first = || self.answers.iter().find(|answer| ticked.contains(&answer.id));
                known.then(first)?.map(by)
            }
            _ => None,
        }
    }
}
