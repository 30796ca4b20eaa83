//! Attempts: written down event by event, marked when they end, found again for reports and for going
//! on.

use super::{Store, StoreError, door, read::time, trainees::trainee};
use crate::{
    guide::Id,
    training::{Attempt, AttemptId, AttemptStart, Marked, Mode, OpenAttempt, TraineeId},
};
use jiff::civil::{Date, Time};
use rusqlite::{OptionalExtension, Row, params, params_from_iter, types::Value};
use serde::Serialize;
use std::fmt::Write;

/// Which attempts are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AttemptFilter {
    /// Those of this trainee.
    pub trainee: Option<TraineeId>,
    /// Those of this scenario.
    pub scenario: Option<Id>,
    /// Those that were run so.
    pub mode: Option<Mode>,
    /// The first day on which they ended, in the store's zone.
    pub since: Option<Date>,
    /// The last day on which they ended.
    pub until: Option<Date>,
}

/// An attempt that can go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredAttempt {
    /// What is known of it.
    pub open: OpenAttempt,
    /// Its events in order, each as JSON.
    pub events: Vec<String>,
}

impl Store {
    /// Begins an attempt.
    pub fn begin_attempt(
        &mut self,
        trainee: TraineeId,
        start: &AttemptStart,
    ) -> Result<AttemptId, StoreError> {
        self.still_there()?;
        let begin = "INSERT INTO attempts
            (trainee, scenario, title, guide, version, mode, language, began)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        let values = params![
            trainee.0,
            start.scenario.as_str(),
            json(&start.title),
            start.guide,
            start.version,
            start.mode.name(),
            start.language,
            start.began.as_millisecond(),
        ];
        self.db.execute(begin, values).map_err(|error| self.failed(&error))?;
        Ok(AttemptId(self.db.last_insert_rowid()))
    }

    /// Writes down the event of an attempt that has this many before it. When this returns it is on
    /// the disk; not so where the attempt is over, or another program has gone on with it: `false`.
    pub fn add_attempt_event(
        &mut self,
        attempt: AttemptId,
        before: usize,
        event: &impl Serialize,
    ) -> Result<bool, StoreError> {
        self.still_there()?;
        let add = "INSERT INTO attempt_events (attempt, seq, event) SELECT ?1, ?2, ?3
            WHERE EXISTS (SELECT 1 FROM attempts WHERE id = ?1 AND ended IS NULL)
            ON CONFLICT DO NOTHING";
        let seq = i64::try_from(before).unwrap_or(i64::MAX);
        let add = self
            .db
            .prepare_cached(add)
            .and_then(|mut add| add.execute(params![attempt.0, seq, json(event)]));
        add.map(|added| added > 0).map_err(|error| self.failed(&error))
    }

    /// Writes down what came of an attempt; whether it did: one that is over stays as it is.
    pub fn finish_attempt(
        &mut self,
        attempt: AttemptId,
        marked: &Marked,
    ) -> Result<bool, StoreError> {
        self.still_there()?;
        // Again where it was written and the answer of the disk got lost.
        let finish = "UPDATE attempts SET ended = ?2, marked = ?3
            WHERE id = ?1 AND (ended IS NULL OR marked = ?3)";
        let values = params![attempt.0, marked.ended.as_millisecond(), json(marked)];
        self.db.execute(finish, values).map(|over| over > 0).map_err(|error| self.failed(&error))
    }

    /// Lets go of an attempt that can't be gone on with any more. What happened in it stays, and counts
    /// for nothing.
    pub fn drop_attempt(&mut self, attempt: AttemptId) -> Result<(), StoreError> {
        self.still_there()?;
        let out = "UPDATE attempts SET ended = began WHERE id = ?1 AND ended IS NULL";
        self.db.execute(out, [attempt.0]).map(|_| ()).map_err(|error| self.failed(&error))
    }

    /// The newest attempt of a trainee on a guide that was not finished, with its events.
    pub fn unfinished_attempt(
        &self,
        trainee: TraineeId,
        guide: &str,
    ) -> Result<Option<StoredAttempt>, StoreError> {
        let read = || -> rusqlite::Result<Option<StoredAttempt>> {
            let sql = format!(
                "SELECT {OPEN} WHERE trainee = ?1 AND guide = ?2 AND ended IS NULL
                 ORDER BY attempts.id DESC LIMIT 1"
            );
            let found = self.db.query_row(&sql, params![trainee.0, guide], open).optional()?;
            let Some(open) = found else {
                return Ok(None);
            };
            let all = "SELECT event FROM attempt_events WHERE attempt = ?1 ORDER BY seq";
            let mut all = self.db.prepare_cached(all)?;
            let events = all.query_map([open.id.0], |row| row.get(0))?;
            Ok(Some(StoredAttempt { events: events.collect::<rusqlite::Result<_>>()?, open }))
        };
        if !self.knows_training()? {
            return Ok(None);
        }
        read().map_err(|error| self.failed(&error))
    }

    /// Finished attempts in the order in which they began: by their numbers, because a clock may be
    /// set back.
    pub fn attempts(&self, filter: &AttemptFilter) -> Result<Vec<Attempt>, StoreError> {
        let (condition, values) = self.condition(filter, "ended");
        let sql = format!(
            "SELECT attempts.id, trainees.id, name, language, marked FROM attempts
             JOIN trainees ON trainees.id = trainee
             WHERE marked IS NOT NULL{condition} ORDER BY attempts.id"
        );
        let attempt = |row: &Row<'_>| -> rusqlite::Result<Option<Attempt>> {
            let marked: String = row.get(4)?;
            // What can't be read, a newer program may have written.
            let Some(marked) = door::value(&marked) else { return Ok(None) };
            let id = AttemptId(row.get(0)?);
            Ok(Some(Attempt {
                id,
                trainee: trainee(row, 1)?,
                language: door::line(row, 3)?,
                marked,
            }))
        };
        let found = self.rows(&sql, values, attempt)?;
        Ok(found.into_iter().flatten().collect())
    }

    /// Attempts that were not finished, in the order in which they began; the days of the filter are
    /// those on which they did.
    pub fn open_attempts(&self, filter: &AttemptFilter) -> Result<Vec<OpenAttempt>, StoreError> {
        let (condition, values) = self.condition(filter, "began");
        let sql =
            format!("SELECT {OPEN} WHERE ended IS NULL{condition} ORDER BY began, attempts.id");
        self.rows(&sql, values, open)
    }

    fn rows<T>(
        &self,
        sql: &str,
        values: Vec<Value>,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, StoreError> {
        if !self.knows_training()? {
            return Ok(Vec::new());
        }
        let rows = || -> rusqlite::Result<Vec<T>> {
            self.db.prepare_cached(sql)?.query_map(params_from_iter(values), read)?.collect()
        };
        rows().map_err(|error| self.failed(&error))
    }

    /// What a filter asks of `attempts`, to stand behind another condition; its days are looked for
    /// in the column `day`.
    fn condition(&self, filter: &AttemptFilter, day: &str) -> (String, Vec<Value>) {
        let (mut sql, mut values) = (String::new(), Vec::new());
        let mut add = |condition: &str, value: Value| {
            values.push(value);
            let _ = write!(sql, " AND {condition} ?{}", values.len());
        };
        if let Some(trainee) = filter.trainee {
            add("trainee =", Value::Integer(trainee.0));
        }
        if let Some(scenario) = &filter.scenario {
            add("scenario =", Value::Text(scenario.to_string()));
        }
        if let Some(mode) = filter.mode {
            add("mode =", Value::Text(mode.name().to_owned()));
        }
        if let Some(begins) = filter.since.and_then(|since| self.begins(since)) {
            add(&format!("{day} >="), Value::Integer(begins));
        }
        if let Some(ends) = filter.until.and_then(|until| self.begins(until.tomorrow().ok()?)) {
            add(&format!("{day} <"), Value::Integer(ends));
        }
        (sql, values)
    }

    /// When a day begins here, in milliseconds since 1970.
    fn begins(&self, day: Date) -> Option<i64> {
        let begins = self.zone.to_timestamp(day.to_datetime(Time::midnight()));
        Some(begins.ok()?.as_millisecond())
    }
}

/// The columns that [`open`] reads, and where they are.
const OPEN: &str =
    "attempts.id, trainees.id, name, scenario, title, guide, version, mode, language,
    began FROM attempts JOIN trainees ON trainees.id = trainee";

fn open(row: &Row<'_>) -> rusqlite::Result<OpenAttempt> {
    let (title, mode): (String, String) = (row.get(4)?, row.get(7)?);
    let known = Mode::NAMES.into_iter().find(|(name, _)| *name == mode);
    Ok(OpenAttempt {
        id: AttemptId(row.get(0)?),
        trainee: trainee(row, 1)?,
        start: AttemptStart {
            scenario: Id::from(door::line(row, 3)?.as_str()),
            title: door::value(&title).unwrap_or_default(),
            guide: door::line(row, 5)?,
            version: door::line(row, 6)?,
            mode: known.map(|(_, mode)| mode).unwrap_or_default(),
            language: door::line(row, 8)?,
            began: time(row.get(9)?),
        },
    })
}

fn json(value: &impl Serialize) -> String {
    // Events and marks have string keys and plain values: they always are JSON.
    serde_json::to_string(value).unwrap_or_default()
}
