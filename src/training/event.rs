//! What can happen in an attempt.

use super::Terms;
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
