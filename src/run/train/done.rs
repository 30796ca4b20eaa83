//! What a trainee has done of the scenarios.

use super::refuse;
use crate::{
    guide::{Guide, Id},
    run::{Exit, complain},
    store::{AttemptFilter, Store, StoreError},
    texts::Texts,
    tr,
    training::{Marked, Mode, TraineeName},
};
use jiff::{Timestamp, tz::TimeZone};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// What a trainee has done of each scenario.
pub(super) struct Done<'d> {
    texts: &'d Texts,
    zone: TimeZone,
    scenarios: BTreeMap<Id, Runs>,
}

/// The finished drills on one scenario.
#[derive(Default)]
struct Runs {
    attempts: usize,
    /// When the first exam that was good enough ended.
    exam: Option<Timestamp>,
    /// When the first practice that was good enough ended.
    practice: Option<Timestamp>,
}

impl Runs {
    fn take(&mut self, marked: &Marked) {
        self.attempts += 1;
        let passed = match marked.mode {
            Mode::Exam => &mut self.exam,
            Mode::Practice => &mut self.practice,
        };
        if marked.passed {
            passed.get_or_insert(marked.ended);
        }
    }
}

impl<'d> Done<'d> {
    /// What a trainee has done of the scenarios of a guide.
    pub(super) fn of(
        name: &TraineeName,
        guide: &Guide,
        store: &Store,
        (texts, zone): (&'d Texts, TimeZone),
    ) -> Result<Self, Exit> {
        let failed = |error: StoreError| refuse(&error.into(), texts);
        let Some(trainee) = store.find_trainee(name).map_err(failed)? else {
            complain(&tr!(texts, "report-no-trainee", name = name.as_str()));
            return Err(Exit::Findings);
        };
        let filter = AttemptFilter { trainee: Some(trainee.id), ..AttemptFilter::default() };
        let attempts = store.attempts(&filter).map_err(failed)?;
        let mut scenarios: BTreeMap<Id, Runs> = BTreeMap::new();
        for own in attempts.iter().map(|own| &own.marked).filter(|own| own.guide == guide.id) {
            scenarios.entry(own.scenario.clone()).or_default().take(own);
        }
        Ok(Self { texts, zone, scenarios })
    }

    /// In a few words: an exam that was passed counts for more than practice.
    pub(super) fn words(&self, scenario: &Id) -> String {
        let texts = self.texts;
        let day = |at: Timestamp| self.zone.to_datetime(at).date().to_string();
        match self.scenarios.get(scenario) {
            None => "-".to_owned(),
            Some(Runs { exam: Some(at), .. }) => tr!(texts, "train-list-exam", day = day(*at)),
            Some(Runs { practice: Some(at), .. }) => {
                tr!(texts, "train-list-practice", day = day(*at))
            }
            Some(runs) => tr!(texts, "train-list-tried", count = runs.attempts),
        }
    }

    /// For scripts.
    pub(super) fn add(&self, scenario: &Id, about: &mut Map<String, Value>) {
        let none = Runs::default();
        let runs = self.scenarios.get(scenario).unwrap_or(&none);
        about.insert("attempts".to_owned(), json!(runs.attempts));
        about.insert("exam_passed".to_owned(), json!(runs.exam));
        about.insert("practice_passed".to_owned(), json!(runs.practice));
    }
}
