//! What can happen in an attempt.

use super::Mode;
use crate::{guide::Id, session::Event};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// One thing that happened in an attempt, with its time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Happened {
    /// When it happened.
    pub at: Timestamp,
    /// What happened.
    #[serde(flatten)]
    pub event: AttemptEvent,
}

/// One thing that happened in an attempt, by stable names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum AttemptEvent {
    /// The drill began. Always the first event, and only the first.
    Began {
        /// Id of the guide.
        guide: String,
        /// Version of the guide.
        version: String,
        /// The scenario.
        scenario: Id,
        /// How it is run.
        terms: Terms,
        /// What the order of all that is offered comes from.
        seed: u64,
    },
    /// The trainee looked at what a question asks about.
    Looked {
        /// The question.
        question: Id,
    },
    /// Something was done in the wizard: the way in, an answer, something looked up, a step back,
    /// giving up.
    Did {
        /// What a session records of it.
        what: Event,
    },
    /// A hint was asked for.
    Hinted {
        /// The question.
        question: Id,
    },
    /// The first actions of the remedy at hand were chosen.
    Ordered {
        /// The remedy.
        remedy: Id,
        /// What is done, in this order.
        actions: Vec<Doing>,
    },
    /// What the customer is told was chosen, and with that the remedy is carried out.
    Told {
        /// The remedy.
        remedy: Id,
        /// What is said.
        said: Saying,
    },
    /// The drill was closed; nothing can follow.
    Finished,
}

/// How a drill is run.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Terms {
    /// Practice or exam.
    pub mode: Mode,
    /// The pass mark, 0 to 100.
    pub mark: f64,
    /// Whether an exam lets answers be changed. Practice always does.
    #[serde(default)]
    pub allow_back: bool,
    /// Real seconds that an exam may take; none for as long as one likes. It runs on while the
    /// drill is left. Practice has no limit.
    #[serde(default)]
    pub limit: Option<u32>,
}

impl Terms {
    /// The pass mark where the trainer sets none.
    pub const MARK: f64 = 80.0;
    /// Seconds of an exam whatever its scenario.
    const BASE: u32 = 180;
    /// Seconds of an exam for each question of the best path.
    const A_QUESTION: u32 = 60;

    /// Practice.
    pub fn practice(mark: f64) -> Self {
        Self { mode: Mode::Practice, mark, allow_back: true, limit: None }
    }

    /// An exam on a scenario whose best path has so many questions, with the usual limit: three
    /// minutes, and one for each question.
    pub fn exam(mark: f64, questions: usize) -> Self {
        let questions = u32::try_from(questions).unwrap_or(u32::MAX);
        let limit = questions.saturating_mul(Self::A_QUESTION).saturating_add(Self::BASE);
        Self { mode: Mode::Exam, mark, allow_back: false, limit: Some(limit) }
    }

    /// Whether earlier answers may be changed.
    pub fn may_go_back(&self) -> bool {
        self.allow_back || self.mode == Mode::Practice
    }

    /// When the time is up, for a drill that began then.
    pub(super) fn deadline(&self, began: Timestamp) -> Option<Timestamp> {
        let limit = self.limit.filter(|_| self.mode == Mode::Exam)?;
        began.checked_add(jiff::SignedDuration::from_secs(limit.into())).ok()
    }
}

/// One of the first actions.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Doing {
    /// An action of the remedy.
    Action(Id),
    /// What the scenario tempts one to do: its number there, from 0.
    Temptation(usize),
}

/// What the customer is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Saying {
    /// What the remedy says; nothing where it says nothing.
    Remedy,
    /// What the scenario tempts one to say: its number there, from 0.
    Telling(usize),
}
