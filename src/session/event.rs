//! What can happen in a session.

use crate::{
    guide::{Entry, Id, Response},
    profile::TerminalNumber,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// One thing that happened, with its time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recorded {
    /// When it happened.
    pub at: Timestamp,
    /// What happened.
    #[serde(flatten)]
    pub event: Event,
}

/// One thing that happened in a session, by stable names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum Event {
    /// The session began. Always the first event, and only the first.
    Started {
        /// Id of the guide.
        guide: String,
        /// Version of the guide.
        version: String,
        /// The way in.
        entry: Entry,
    },
    /// The terminal that the session is about was told, or told anew.
    Terminal {
        /// Its number; none where nobody can tell.
        number: Option<TerminalNumber>,
    },
    /// A question was answered by the shop's profile: the one at hand, or one that another
    /// terminal's profile had answered.
    FromProfile {
        /// The question.
        question: Id,
        /// What the profile says.
        response: Response,
    },
    /// The question at hand was answered.
    Answered {
        /// The question.
        question: Id,
        /// What was answered.
        response: Response,
    },
    /// Something was looked up, and the session goes on where that leads.
    LookedUp {
        /// What was looked up.
        entry: Entry,
    },
    /// One step back. Nothing is validated and no answer is lost.
    Back,
    /// An earlier answer was replaced.
    Changed {
        /// The question.
        question: Id,
        /// What is answered now.
        response: Response,
    },
    /// The clerk wrote something down. The text is redacted before it is recorded.
    Noted {
        /// The redacted text.
        text: String,
    },
    /// An action was ticked off, or its tick taken away.
    Ticked {
        /// The remedy.
        remedy: Id,
        /// The action.
        action: Id,
        /// Whether it is ticked now.
        done: bool,
    },
    /// "Did it work?" was answered.
    Tried {
        /// The remedy.
        remedy: Id,
        /// What was answered.
        verdict: Verdict,
    },
    /// The clerk gave up.
    GaveUp,
    /// The session was closed; nothing can follow but [`Event::Reopened`].
    Finished,
    /// The closed session was opened again.
    Reopened,
}

impl Event {
    /// Whether somebody puts something in by it, and does not only look or go back.
    pub fn puts_in(&self) -> bool {
        match self {
            Self::Answered { .. }
            | Self::Changed { .. }
            | Self::LookedUp { .. }
            | Self::Noted { .. }
            | Self::Ticked { .. }
            | Self::Tried { .. }
            | Self::Terminal { .. }
            | Self::GaveUp
            | Self::Reopened => true,
            Self::Started { .. } | Self::FromProfile { .. } | Self::Back | Self::Finished => false,
        }
    }
}

/// The answer to "did it work?".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Yes (for an escalation: support has taken over).
    Worked,
    /// No.
    Failed,
    /// It can't be tried now.
    CantTry,
}

impl Verdict {
    /// All verdicts in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Worked, Self::Failed, Self::CantTry];
}

/// How a session stands or ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// A remedy worked.
    Solved,
    /// Support has taken over.
    Escalated,
    /// The clerk gave up.
    GivenUp,
    /// Neither yet.
    Unfinished,
}

impl Outcome {
    /// All outcomes.
    pub const ALL: [Self; 4] = [Self::Solved, Self::Escalated, Self::GivenUp, Self::Unfinished];

    /// Its stable name, as in exports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Solved => "solved",
            Self::Escalated => "escalated",
            Self::GivenUp => "given-up",
            Self::Unfinished => "unfinished",
        }
    }

    /// The outcome with this name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.name() == name)
    }
}
