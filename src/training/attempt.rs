//! Attempts as they are kept: whose they are, and what came of them.

use super::{Marked, Mode, Trainee, Worded};
use crate::guide::Id;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The number of an attempt in one database; never given twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AttemptId(pub i64);

/// What an attempt begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttemptStart {
    /// The scenario.
    pub scenario: Id,
    /// What the scenario is called.
    pub title: Worded,
    /// Id of the guide.
    pub guide: String,
    /// Version of the guide.
    pub version: String,
    /// How the drill is run.
    pub mode: Mode,
    /// Tag of the language that it is run in.
    pub language: String,
    /// When it begins.
    pub began: Timestamp,
}

/// An attempt that was finished.
#[derive(Clone, Debug, PartialEq)]
pub struct Attempt {
    /// Its number.
    pub id: AttemptId,
    /// Whose it is.
    pub trainee: Trainee,
    /// Tag of the language that it was run in.
    pub language: String,
    /// What came of it.
    pub marked: Marked,
}

/// An attempt that was begun and not finished.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenAttempt {
    /// Its number.
    pub id: AttemptId,
    /// Whose it is.
    pub trainee: Trainee,
    /// What it began with.
    pub start: AttemptStart,
}
