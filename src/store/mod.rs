//! Where sessions are kept: a journal of events on disk, found again as history and as figures.
//!
//! ```text
//! Session ─► Journal ─► writer (a thread) ─► Store::keep ─► SQLite, one transaction an event
//!               ▲              │
//!   the caller ─┴── Report ◄───┘     "the first n events are kept", "not kept, because ..."
//!
//! SQLite ─► Store::page, session, unfinished, stats ─► history, statistics, going on
//! ```
//!
//! The events are the truth. Everything else in the database (`src/store/schema.rs`) follows from
//! them and is there to be fast: a page of history, a search (`src/store/find.rs`) or the figures
//! (`src/store/stats.rs`) over a million sessions never read an event.
//!
//! Training is kept beside them: trainees, their attempts event by event, their cards, and the
//! trainer's PIN.

mod adopt;
mod attempts;
mod breaker;
mod cards;
mod door;
mod error;
mod find;
mod forget;
mod grams;
mod journal;
mod keep;
mod mend;
mod mend_training;
mod open;
mod page;
mod pin;
mod place;
mod pulse;
mod read;
mod said;
mod schema;
mod stats;
mod terms;
mod trainees;
mod writer;

pub use adopt::{Adopted, Known, Origin};
pub use attempts::{AttemptFilter, StoredAttempt};
pub use breaker::Breaker;
pub use error::StoreError;
pub use find::Filter;
pub use forget::Forgotten;
pub use journal::{Found, Handle, Journal, Opening, Report};
pub use mend::Mended;
pub use mend_training::MendedTraining;
pub use pin::Pin;
pub use place::Place;
pub use read::{GuideVersion, Head, Page, Stored, Support};
pub use stats::{QuestionFigures, RemedyFigures, Row, Stats, Tally};
pub use terms::{Kind, Term};
pub use trainees::{ForgottenTrainee, Held, TraineeHead};

use jiff::tz::TimeZone;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::{
    fmt,
    fs::File,
    num::ParseIntError,
    path::{Path, PathBuf},
    str::FromStr,
};
use terms::Terms;

/// The number of a kept session: short, stable, never given twice in one database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SessionId(pub i64);

impl fmt::Display for SessionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for SessionId {
    type Err = ParseIntError;

    fn from_str(text: &str) -> Result<Self, ParseIntError> {
        text.trim().trim_start_matches('#').parse().map(Self)
    }
}

/// An open database.
#[derive(Debug)]
pub struct Store {
    db: Connection,
    place: Place,
    path: PathBuf,
    /// The zone whose days the sessions are counted by.
    zone: TimeZone,
    terms: Terms,
    file: Option<(u64, u64)>,
    writable: bool,
    /// Keeps others from setting the database aside meanwhile.
    _lock: Option<File>,
}

impl Store {
    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Where it is.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// Whether sessions can be kept and forgotten here, not only read.
    pub fn writable(&self) -> bool {
        self.writable
    }

    fn failed(&self, error: &rusqlite::Error) -> StoreError {
        StoreError::of_sql(&self.path, error)
    }
}
