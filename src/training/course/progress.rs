//! How far a trainee is in a course: follows from the attempts alone.

use super::Course;
use crate::{guide::Id, training::Marked};
use jiff::Timestamp;

/// How far a trainee is.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    /// One for each scenario, in the order of the course.
    pub stations: Vec<Station>,
}

/// How far a trainee is with one scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Station {
    /// The scenario.
    pub scenario: Id,
    /// Tries that counted.
    pub tries: usize,
    /// The best points of them, 0 to 100.
    pub best: Option<f64>,
    /// How it stands.
    pub standing: Standing,
}

/// How a scenario of a course stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It can be tried: so many more times, or as often as one likes.
    Open(Option<usize>),
    /// It was passed, first at this time.
    Passed(Timestamp),
    /// All tries are spent. More come when the trainer allows more retries.
    Spent,
}

impl Progress {
    /// How far somebody is of whose attempts this came, in the order in which they began. Those on
    /// another guide than the one with this id count for nothing.
    pub fn new<'m>(
        course: &Course,
        guide: &str,
        attempts: impl IntoIterator<Item = &'m Marked>,
    ) -> Self {
        let attempts: Vec<&Marked> = attempts.into_iter().collect();
        let station = |scenario: &Id| {
            let counts = |own: &&&Marked| {
                own.guide == guide && own.scenario == *scenario && course.counts.takes(own.mode)
            };
            let most = course.retries.map_or(usize::MAX, |retries| retries + 1);
            let tries: Vec<_> = attempts.iter().filter(counts).take(most).collect();
            let good = |own: &Marked| own.reaches(course.pass_mark);
            let passed = tries.iter().find(|own| good(own));
            let standing = match passed {
                Some(attempt) => Standing::Passed(attempt.ended),
                None if tries.len() == most => Standing::Spent,
                None => Standing::Open(course.retries.map(|retries| retries + 1 - tries.len())),
            };
            // Who has passed has passed with points of a try that passes.
            let counted = tries.iter().filter(|own| passed.is_none() || good(own));
            let best = counted.map(|own| own.total).max_by(f64::total_cmp);
            Station { scenario: scenario.clone(), tries: tries.len(), best, standing }
        };
        Self { stations: course.scenarios.iter().map(|own| station(&own.id)).collect() }
    }

    /// Scenarios that were passed.
    pub fn passed(&self) -> usize {
        self.stations.iter().filter(|own| matches!(own.standing, Standing::Passed(_))).count()
    }

    /// When the last scenario was passed that was missing; nothing while one is.
    pub fn completed(&self) -> Option<Timestamp> {
        let at = |station: &Station| match station.standing {
            Standing::Passed(at) => Some(at),
            Standing::Open(_) | Standing::Spent => None,
        };
        self.stations.iter().map(at).collect::<Option<Vec<_>>>()?.into_iter().max()
    }

    /// The scenario that comes next: the first that can be tried.
    pub fn next(&self) -> Option<&Id> {
        let next = self.stations.iter().find(|own| matches!(own.standing, Standing::Open(_)));
        next.map(|own| &own.scenario)
    }
}
