//! What a scenario has beside its scene: looks, traps, and what it is tempting to do and to say.

use crate::guide::{Answer, Guide, Id, Move, Place, Question, Response, Role, Target, Text};

/// What one look shows.
#[derive(Clone, Debug, Default)]
pub struct Sight {
    /// The question that it answers.
    pub question: Target,
    /// What one chooses to look at.
    pub look: Text,
    /// What is then seen.
    pub shows: Text,
    /// The answer that it supports, as a path case writes it: see
    /// [`PathCase::play`](crate::guide::PathCase::play).
    pub answer: Target,
    /// Minutes that the look takes, where that is not what the question takes.
    pub minutes: Option<f64>,
    /// Where the look is written.
    pub place: Place,
}

impl Sight {
    /// Columns of what to look at, at most.
    pub const LOOK_COLUMNS: usize = 28;

    /// Minutes that the look takes.
    pub fn minutes(&self, guide: &Guide) -> f64 {
        let of_question = || guide.question(&self.question.id).map(|question| question.minutes);
        self.minutes.or_else(of_question).unwrap_or_default()
    }

    /// What a trainee does who answers by it; nothing where the guide has no such answer.
    pub fn right(&self, guide: &Guide) -> Option<Move> {
        Move::at(guide, guide.node(&self.question.id)?, &self.answer.id)
    }

    /// Whether what a trainee answered to its question agrees with it.
    pub fn agrees(&self, guide: &Guide, given: &Move) -> bool {
        is_same(guide, &self.question.id, self.right(guide).as_ref(), given)
    }
}

/// An answer that would be wrong.
#[derive(Clone, Debug, Default)]
pub struct Trap {
    /// The question.
    pub question: Target,
    /// The wrong answer, as a path case writes it.
    pub answer: Target,
    /// Why it is wrong.
    pub why: Text,
    /// Whether it can lose money or goods, or harm somebody: it then fails the drill.
    pub harm: bool,
    /// Where the trap is written.
    pub place: Place,
}

impl Trap {
    /// What a trainee does who goes into it; nothing where the guide has no such answer.
    pub fn wrong(&self, guide: &Guide) -> Option<Move> {
        Move::at(guide, guide.node(&self.question.id)?, &self.answer.id)
    }

    /// Whether what a trainee answered to its question goes into it.
    pub fn catches(&self, guide: &Guide, given: &Move) -> bool {
        is_same(guide, &self.question.id, self.wrong(guide).as_ref(), given)
    }
}

/// Something that looks as if it were to be done, and would be wrong.
#[derive(Clone, Debug, Default)]
pub struct Temptation {
    /// What one might do.
    pub say: Text,
    /// Why it is wrong.
    pub why: Text,
    /// Whether it can lose money or goods, or harm somebody: it then fails the drill.
    pub harm: bool,
    /// Where it is written.
    pub place: Place,
}

/// Something that one might say to the customer, and that would be wrong. The right thing is what
/// the remedy says.
#[derive(Clone, Debug, Default)]
pub struct Telling {
    /// What one might say.
    pub say: Text,
    /// Why it is wrong.
    pub why: Text,
    /// Whether it can lose money or goods, or harm somebody: it then fails the drill.
    pub harm: bool,
    /// Where it is written.
    pub place: Place,
}

/// Whether two answers to a question are the same: amounts on the same side of the limits, codes
/// with the same entry, the same ticks.
fn is_same(guide: &Guide, question: &str, own: Option<&Move>, given: &Move) -> bool {
    match (own, given) {
        (Some(Move::Answer(own)), Move::Answer(given)) => {
            let Some(question) = guide.question(question) else { return false };
            let own = meant(guide, question, own);
            own.is_some() && own == meant(guide, question, given)
        }
        (own, given) => own == Some(given),
    }
}

/// What a response comes to.
#[derive(PartialEq, Eq)]
enum Meant<'g> {
    /// One answer, or all that were ticked, in the order of the guide.
    Answers(Vec<&'g Id>),
    /// An entry of the guide's codes, by its code and its scheme.
    Code(&'g str, &'g str),
}

fn meant<'g>(guide: &'g Guide, question: &'g Question, response: &Response) -> Option<Meant<'g>> {
    if let Response::Ticks(ticked) = response
        && !ticked.is_empty()
    {
        let own = |answer: &&Answer| answer.role == Role::Plain && ticked.contains(&answer.id);
        let all = question.answers.iter().filter(own).map(|answer| &answer.id);
        return Some(Meant::Answers(all.collect()));
    }
    let route = question.route(guide, response)?;
    match (route.code, route.answer) {
        (Some(code), _) => Some(Meant::Code(&code.code, &code.scheme.id)),
        (None, answer) => answer.map(|answer| Meant::Answers(vec![&answer.id])),
    }
}
