//! What happened before: the third time that one terminal ends at the same remedy, the remedy has
//! not helped.

use crate::{guide::Id, profile::TerminalNumber};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// How far back it counts.
const DAYS: i64 = 30;
/// From this time on it is said.
const TIMES: usize = 3;

/// How an earlier session came out: not the one under way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Past {
    /// The terminal, where it was known.
    pub terminal: Option<TerminalNumber>,
    /// The remedy that it ended at.
    pub remedy: Id,
    /// When it ended there.
    pub at: Timestamp,
}

/// How often a terminal has ended at the same remedy, this time included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recurrence {
    /// When, in order; the last one is this time.
    pub dates: Vec<Timestamp>,
}

impl Recurrence {
    /// How often.
    pub fn count(&self) -> usize {
        self.dates.len()
    }
}

/// Whether this terminal ends at this remedy at least the third time within thirty days, and when
/// it did. Nothing is said of a terminal that is not known.
pub fn recurrence(
    past: &[Past],
    terminal: &TerminalNumber,
    remedy: &Id,
    now: Timestamp,
) -> Option<Recurrence> {
    let from = now.checked_sub(SignedDuration::from_hours(24 * DAYS)).unwrap_or(Timestamp::MIN);
    let same = past.iter().filter(|own| {
        // What lies ahead was written by a clock that was wrong.
        own.terminal.as_ref() == Some(terminal) && own.remedy == *remedy && own.at <= now
    });
    let mut dates: Vec<_> = same.map(|own| own.at).filter(|at| *at >= from).collect();
    dates.sort_unstable();
    dates.push(now);
    (dates.len() >= TIMES).then_some(Recurrence { dates })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: i64, hour: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_hours(24 * day + hour)
    }

    fn terminal(number: &str) -> TerminalNumber {
        TerminalNumber::parse(number).expect("eight digits")
    }

    fn past(number: &str, remedy: &str, at: Timestamp) -> Past {
        Past { terminal: Some(terminal(number)), remedy: remedy.into(), at }
    }

    #[test]
    fn the_third_time_within_thirty_days_is_told_with_its_dates() {
        let own = terminal("12345678");
        let remedy = Id::from("remedy.router");
        let now = at(100, 9);
        let mut all = vec![past("12345678", "remedy.router", at(95, 0))];
        assert_eq!(recurrence(&all, &own, &remedy, now), None, "the second time");
        all.push(past("12345678", "remedy.router", at(70, 9)));
        let third = recurrence(&all, &own, &remedy, now).expect("the third time");
        assert_eq!(third.dates, [at(70, 9), at(95, 0), now]);
        assert_eq!(recurrence(&all, &own, &remedy, at(100, 10)), None, "thirty days and an hour");
    }

    #[test]
    fn other_terminals_other_remedies_and_times_ahead_do_not_count() {
        let all = [
            past("12345678", "remedy.router", at(99, 0)),
            past("22345678", "remedy.router", at(98, 0)),
            past("12345678", "remedy.cord", at(97, 0)),
            past("12345678", "remedy.router", at(101, 0)),
            Past { terminal: None, remedy: "remedy.router".into(), at: at(96, 0) },
        ];
        let remedy = Id::from("remedy.router");
        assert_eq!(recurrence(&all, &terminal("12345678"), &remedy, at(100, 0)), None);
    }
}
