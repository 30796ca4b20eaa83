//! The one clock of the program.

use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use std::{cell::Cell, env, fs};

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
        let set = env::var("TILLDOC_CLOCK").ok();
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

/// The time zone of the system.
///
/// To ask the library for it makes it list all the zones that there are, a third of the time before the
/// first frame. Mostly one file says everything.
pub fn zone() -> TimeZone {
    (env::var_os("TZ").is_none()).then(local_zone).flatten().unwrap_or_else(TimeZone::system)
}

/// The zone of the file that says which one is in force; none where there is none.
fn local_zone() -> Option<TimeZone> {
    const FILE: &str = "/etc/localtime";
    let of = fs::read_link(FILE).ok()?;
    // As the library takes the name from the link.
    let name = of.to_str()?.split_once("zoneinfo/")?.1;
    TimeZone::tzif(name, &fs::read(FILE).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_zone_is_the_one_that_the_library_finds() {
        let (own, theirs) = (zone(), TimeZone::system());
        assert_eq!(own.iana_name(), theirs.iana_name());
        for at in [0, 1_700_000_000, 1_720_000_000] {
            let at = Timestamp::from_second(at).expect("a time");
            assert_eq!(own.to_offset(at), theirs.to_offset(at));
        }
    }
}
