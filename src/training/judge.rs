//! What one decision is worth, and the feedback on it in practice.

use super::{
    Doing, Drill, Mode, Saying, Stage,
    state::{Answer, Carried, Deed, Standing},
};
use crate::guide::{
    Entry, Guide, Move, Question, Remedy, Response, Role, Sight, Telling, Temptation, Trap,
};

/// How an answer stands to the facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// It is what was seen.
    Agrees,
    /// It is what a look would have shown, but nobody looked.
    Guessed,
    /// "Can't tell", where a look tells.
    Unsure,
    /// It is not what a look shows.
    Against,
    /// The scenario knows nothing of the question: the answer counts for nothing.
    Unknown,
}

impl Agreement {
    /// Whether it agrees with the facts, or nothing is known that it could contradict.
    pub fn agrees(self) -> bool {
        matches!(self, Self::Agrees | Self::Guessed | Self::Unknown)
    }

    /// Whether the scenario knows the answer to be right or wrong.
    pub fn is_known(self) -> bool {
        self != Self::Unknown
    }
}

/// What a trainee is told of the last decision.
#[derive(Clone, Debug)]
pub enum Feedback<'d> {
    /// Of the way in.
    Entered {
        /// Whether the facts lead from it to the remedy.
        leads: bool,
    },
    /// Of an answer.
    Answer {
        /// The question.
        question: &'d Question,
        /// How the answer stands to the facts.
        agreement: Agreement,
        /// What agrees with the facts, where the scenario knows and it was not given.
        right: Option<Move>,
        /// The look that tells. What it shows is for those who have taken it.
        sight: Option<&'d Sight>,
        /// Whether it was taken before.
        looked: bool,
        /// The trap that the answer goes into.
        trap: Option<&'d Trap>,
    },
    /// Of the first actions.
    Actions {
        /// The remedy.
        remedy: &'d Remedy,
        /// How many of them are right and in the right order.
        in_order: usize,
        /// How many there were to choose.
        of: usize,
        /// What it was tempting to do, and was chosen.
        wrong: Vec<&'d Temptation>,
    },
    /// Of a remedy that was carried out.
    Carried {
        /// The remedy.
        remedy: &'d Remedy,
        /// Whether it worked.
        worked: bool,
        /// Whether it had to be tried.
        sensible: bool,
        /// What it was tempting to say, and was said.
        wrong: Option<&'d Telling>,
    },
}

impl Drill {
    /// The feedback on the last decision, in practice alone; nothing where the last thing done was
    /// no decision.
    pub fn feedback(&self) -> Option<Feedback<'_>> {
        if self.terms.mode == Mode::Exam {
            return None;
        }
        if let Stage::Telling(remedy) = self.stage() {
            let actions = self.state.ordered.as_deref().unwrap_or_default();
            let (in_order, of) = self.in_order(&remedy.id, actions);
            let wrong = self.tempted(actions).collect();
            return Some(Feedback::Actions { remedy, in_order, of, wrong });
        }
        let deeds = self.state.deeds.iter().rev();
        match &deeds.map(|done| &done.deed).find(|deed| !matches!(deed, Deed::Ended(_)))? {
            Deed::Entered(entry) => Some(Feedback::Entered { leads: self.leads(entry).is_some() }),
            Deed::Answered(at) => {
                let answer = self.state.answers.get(*at)?;
                let question = self.guide.question(&answer.question)?;
                let judged = self.judge(answer);
                let Judged { agreement, right, sight, trap } = judged;
                let right = right.filter(|_| !agreement.agrees());
                let looked = answer.looked;
                Some(Feedback::Answer { question, agreement, right, sight, looked, trap })
            }
            Deed::Carried(at) => {
                let own = self.state.carried.get(*at)?;
                let remedy = self.guide.remedy(&own.remedy)?;
                let (worked, sensible) = (own.worked, self.is_sensible(&own.remedy));
                Some(Feedback::Carried { remedy, worked, sensible, wrong: self.told_wrong(own) })
            }
            _ => None,
        }
    }

    /// Whether the last decision can be made once more: in practice, where it was a way in or an answer.
    pub fn can_decide_again(&self) -> bool {
        let last = self.state.deeds.last().map(|done| &done.deed);
        self.terms.mode == Mode::Practice
            && matches!(last, Some(Deed::Entered(_) | Deed::Answered(_)))
            && self.state.ordered.is_none()
            && self.state.ending.is_none()
    }

    /// What the facts say of an answer.
    pub(super) fn judge(&self, answer: &Answer) -> Judged<'_> {
        let (guide, scenario) = (&*self.guide, &*self.scenario);
        let sight = scenario.sight(&answer.question);
        let agrees = sight.is_some_and(|sight| sight.agrees(guide, &answer.given));
        let caught = |trap: &&Trap| {
            trap.question.id == answer.question && trap.catches(guide, &answer.given)
        };
        let trap = scenario.traps.iter().filter(|_| !agrees).find(caught);
        let agreement = match (sight, agrees, trap) {
            (Some(_), true, _) if answer.looked => Agreement::Agrees,
            (Some(_), true, _) => Agreement::Guessed,
            (Some(_), false, _) if is_unsure(guide, answer) => Agreement::Unsure,
            (Some(_), false, _) | (None, _, Some(_)) => Agreement::Against,
            (None, _, None) => Agreement::Unknown,
        };
        Judged { agreement, right: sight.and_then(|sight| sight.right(guide)), sight, trap }
    }

    /// The answers that count, in the order in which they were given.
    pub(super) fn counted(&self) -> impl Iterator<Item = &Answer> {
        self.state.answers.iter().filter(|own| own.standing == Standing::Counts)
    }

    /// Whether it was sensible to carry a remedy out: it is right, or the facts lead to it first.
    pub(super) fn is_sensible(&self, remedy: &str) -> bool {
        let fails = |own: &crate::guide::Target| own.id == remedy;
        self.scenario.is_right(remedy) || self.scenario.fails.iter().any(fails)
    }

    /// How many of the chosen actions are right and in the right order among themselves, and of how
    /// many.
    pub(super) fn in_order(&self, remedy: &str, actions: &[Doing]) -> (usize, usize) {
        let right = self.first_actions(remedy);
        let place = |own: &Doing| match own {
            Doing::Action(id) => right.iter().position(|own| own.id == *id),
            Doing::Temptation(_) => None,
        };
        let places: Vec<usize> = actions.iter().filter_map(place).collect();
        (longest_rising(&places), right.len())
    }

    /// What it was tempting to do among the chosen actions.
    pub(super) fn tempted(&self, actions: &[Doing]) -> impl Iterator<Item = &Temptation> {
        actions.iter().filter_map(|own| match own {
            Doing::Temptation(at) => self.scenario.temptations.get(*at),
            Doing::Action(_) => None,
        })
    }

    /// What it was tempting to say, and was said.
    pub(super) fn told_wrong(&self, own: &Carried) -> Option<&Telling> {
        match own.said {
            Saying::Telling(at) => self.scenario.tellings.get(at),
            Saying::Remedy => None,
        }
    }
}

/// What the facts say of an answer.
pub(super) struct Judged<'d> {
    pub(super) agreement: Agreement,
    pub(super) right: Option<Move>,
    pub(super) sight: Option<&'d Sight>,
    pub(super) trap: Option<&'d Trap>,
}

/// Whether an answer says that nobody can tell.
fn is_unsure(guide: &Guide, answer: &Answer) -> bool {
    match &answer.given {
        Move::LookUp(Entry::UnsureCode(_)) => true,
        Move::Answer(Response::Answer(id)) => {
            let own = guide.question(&answer.question).and_then(|question| question.answer(id));
            own.is_some_and(|own| own.role == Role::Unsure)
        }
        _ => false,
    }
}

/// Length of the longest part of a list, gaps allowed, that only rises.
fn longest_rising(places: &[usize]) -> usize {
    let mut longest = vec![0; places.len()];
    for (at, place) in places.iter().enumerate() {
        let before = (0..at).filter(|&own| places[own] < *place).map(|own| longest[own]);
        longest[at] = before.max().unwrap_or(0) + 1;
    }
    longest.into_iter().max().unwrap_or(0)
}
