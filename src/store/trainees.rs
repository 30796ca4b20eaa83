//! Trainees: found by their names, listed, forgotten with all that is theirs.

use super::{Store, StoreError, door, read::time};
use crate::training::{Trainee, TraineeId, TraineeName};
use jiff::Timestamp;
use rusqlite::{OptionalExtension, Row, TransactionBehavior, params};

/// A trainee in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TraineeHead {
    /// Who it is.
    pub trainee: Trainee,
    /// When the name was first given.
    pub since: Timestamp,
    /// How many attempts were finished.
    pub attempts: usize,
    /// When the last one was finished.
    pub last: Option<Timestamp>,
}

/// What the database holds of a trainee.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// How many attempts, finished or not.
    pub attempts: usize,
    /// How many cards that were met.
    pub cards: usize,
}

/// What was forgotten with a trainee.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ForgottenTrainee {
    /// How many attempts, finished or not.
    pub attempts: usize,
    /// Whether nothing of it is left on the disk: see [`Forgotten`](super::Forgotten).
    pub wholly: bool,
}

impl Store {
    /// The trainee of this name; one whom the database does not know becomes known at `now`.
    pub fn trainee(&mut self, name: &TraineeName, now: Timestamp) -> Result<Trainee, StoreError> {
        if let Some(trainee) = self.find_trainee(name)? {
            return Ok(trainee);
        }
        self.still_there()?;
        let add = "INSERT INTO trainees (name, key, since) VALUES (?1, ?2, ?3)
            ON CONFLICT (key) DO NOTHING";
        let values = params![name.as_str(), name.key(), now.as_millisecond()];
        self.db.execute(add, values).map_err(|error| self.failed(&error))?;
        let missing = || StoreError::Other(self.path.clone(), "a trainee is gone".to_owned());
        self.find_trainee(name)?.ok_or_else(missing)
    }

    /// The trainee of this name, where the database knows one.
    pub fn find_trainee(&self, name: &TraineeName) -> Result<Option<Trainee>, StoreError> {
        if !self.knows_training()? {
            return Ok(None);
        }
        let find = "SELECT id, name FROM trainees WHERE key = ?1";
        let found = self.db.query_row(find, [name.key()], |row| trainee(row, 0)).optional();
        found.map_err(|error| self.failed(&error))
    }

    /// All trainees by their names.
    pub fn trainees(&self) -> Result<Vec<TraineeHead>, StoreError> {
        if !self.knows_training()? {
            return Ok(Vec::new());
        }
        let all = "SELECT trainees.id, name, since, count(ended), max(ended) FROM trainees
            LEFT JOIN attempts ON attempts.trainee = trainees.id
            GROUP BY trainees.id ORDER BY key";
        let read = || -> rusqlite::Result<Vec<TraineeHead>> {
            let mut all = self.db.prepare_cached(all)?;
            let rows = all.query_map([], |row| {
                Ok(TraineeHead {
                    trainee: trainee(row, 0)?,
                    since: time(row.get(2)?),
                    attempts: usize::try_from(row.get::<_, i64>(3)?).unwrap_or_default(),
                    last: row.get::<_, Option<i64>>(4)?.map(time),
                })
            })?;
            rows.collect()
        };
        read().map_err(|error| self.failed(&error))
    }

    /// What is there of a trainee, and would be forgotten.
    pub fn held(&self, id: TraineeId) -> Result<Held, StoreError> {
        let count = |table: &str| -> rusqlite::Result<usize> {
            let sql = format!("SELECT count(*) FROM {table} WHERE trainee = ?1");
            let count: i64 = self.db.query_row(&sql, [id.0], |row| row.get(0))?;
            Ok(usize::try_from(count).unwrap_or_default())
        };
        let read = || Ok(Held { attempts: count("attempts")?, cards: count("cards")? });
        if !self.knows_training()? {
            return Ok(Held::default());
        }
        read().map_err(|error| self.failed(&error))
    }

    /// Forgets a trainee with all attempts and cards, for good: what was deleted is overwritten.
    pub fn forget_trainee(&mut self, id: TraineeId) -> Result<ForgottenTrainee, StoreError> {
        self.still_there()?;
        let mut forget = || -> rusqlite::Result<i64> {
            let tx = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let count = "SELECT count(*) FROM attempts WHERE trainee = ?1";
            let count = tx.query_row(count, [id.0], |row| row.get(0))?;
            // All that belongs to the trainee goes, too.
            tx.execute("DELETE FROM trainees WHERE id = ?1", [id.0])?;
            tx.commit()?;
            Ok(count)
        };
        let attempts = forget().map_err(|error| self.failed(&error))?;
        let attempts = usize::try_from(attempts).unwrap_or_default();
        Ok(ForgottenTrainee { attempts, wholly: self.cut_off()? })
    }

    /// Whether the database is new enough to know of training: an older one that may only be read
    /// does not.
    pub(super) fn knows_training(&self) -> Result<bool, StoreError> {
        if self.writable {
            return Ok(true);
        }
        let there = "SELECT count(*) FROM sqlite_schema WHERE name = 'trainer'";
        let there = self.db.query_row(there, [], |row| row.get::<_, i64>(0));
        there.map(|count| count > 0).map_err(|error| self.failed(&error))
    }
}

/// A trainee from two columns, the first of them `at`.
pub(super) fn trainee(row: &Row<'_>, at: usize) -> rusqlite::Result<Trainee> {
    Ok(Trainee { id: TraineeId(row.get(at)?), name: TraineeName::kept(door::line(row, at + 1)?) })
}
