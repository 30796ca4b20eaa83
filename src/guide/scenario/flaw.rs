//! What may be wrong with a scenario: data, apart from wording.

use crate::guide::{Id, Miss, Named};

/// What is wrong with a scenario.
#[derive(Clone, Debug, PartialEq)]
pub enum ScenarioFlaw {
    /// The facts don't lead to the remedy that works.
    Misses {
        /// The scenario.
        scenario: Id,
        /// The remedy that works.
        truth: Id,
        /// What was answered last on the way: `network.first = mobile`; none where it begins.
        after: Option<String>,
        /// Where and how the way ends instead.
        miss: Miss,
    },
    /// The way asks something of which the scenario knows nothing.
    NoFact {
        /// The scenario.
        scenario: Id,
        /// The question.
        question: Id,
        /// The question's answers.
        answers: Vec<Id>,
        /// What was answered last on the way: `network.first = mobile`; none where it begins.
        after: Option<String>,
    },
    /// A fact or a trap with an answer that its question does not have.
    UnknownAnswer {
        /// The question.
        question: Id,
        /// The answer as written.
        answer: String,
        /// The question's answers.
        answers: Vec<Id>,
    },
    /// A fact or a trap about a remedy, which is not asked.
    NoQuestion(Id),
    /// What is marked as wrong is right.
    RightAsWrong(Wrong),
    /// A scenario without a trap on its way.
    NoTrap(Id),
    /// A line of the screen is too wide.
    ScreenWide {
        /// The language.
        language: String,
        /// Columns of the line.
        columns: usize,
    },
    /// The screen has too many lines.
    ScreenTall {
        /// The language.
        language: String,
        /// Lines of the screen.
        lines: usize,
    },
    /// The screen has more lines in one language than in another.
    ScreenDiffers {
        /// The language that has more.
        language: String,
        /// The language that has fewer.
        other: String,
    },
    /// The number of questions is not that of the best path.
    Questions {
        /// As written.
        written: usize,
        /// On the best path.
        path: usize,
    },
    /// The minutes are far from those of the best path.
    Minutes {
        /// As written.
        written: f64,
        /// On the best path.
        path: f64,
        /// What may be given at most.
        most: f64,
    },
    /// A remedy that is said to fail and that the way does not come by.
    IdleFails(Id),
    /// The scene tells the cause.
    CauseTold {
        /// The key of the text that does.
        key: &'static str,
        /// The language.
        language: String,
        /// The words.
        words: String,
    },
    /// A look tells the answer.
    AnswerTold {
        /// The key of the text that does.
        key: &'static str,
        /// The language.
        language: String,
        /// The words.
        words: String,
    },
    /// Texts that are still the mark of a draft.
    Unwritten {
        /// Their keys.
        keys: String,
    },
    /// A symptom or a step that no scenario is about.
    NoScenario {
        /// Which of the two.
        what: Named,
        /// Its id.
        id: Id,
    },
}

/// What may be marked as wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// An answer.
    Trap,
    /// Something to do.
    Temptation,
    /// Something to say to the customer.
    Telling,
}

impl Wrong {
    /// The name by which the wording knows it: its list in the guide's TOML.
    pub fn name(self) -> &'static str {
        match self {
            Self::Trap => "trap",
            Self::Temptation => "tempt",
            Self::Telling => "tell",
        }
    }
}
