//! The one clock of the program.

use jiff::{SignedDuration, Timestamp};
use std::cell::Cell;

/// Tells the time; the core gets it as an argument.
#[derive(Debug, Default)]
pub struct Clock {
    /// The next time to tell, where the clock was set by hand.
    stepping: Option<Cell<Timestamp>>,
}

impl Clock {
    /// A clock that starts at `first` and goes on by one second at each reading, for tests and for
    /// demonstrations that must come out alike.
    pub fn stepping(first: Timestamp) -> Self {
        Self { stepping: Some(Cell::new(first)) }
    }

    /// The system's clock, or a stepping one where `TILLDOC_CLOCK` holds an RFC 3339 time.
    pub fn from_environment() -> Self {
        let set = std::env::var("TILLDOC_CLOCK").ok();
        set.and_then(|time| time.parse().ok()).map_or_else(Self::default, Self::stepping)
    }

    /// The time now.
    pub fn now(&self) -> Timestamp {
        let Some(next) = &self.stepping else {
            return Timestamp::now();
        };
        let now = next.get();
        next.set(now.checked_add(SignedDuration::from_secs(1)).unwrap_or(now));
        now
    }
}
