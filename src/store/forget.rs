//! Forgetting sessions, for good: what was deleted is overwritten, and the log is cut off.

use super::{
    SessionId, Store, StoreError,
    find::{term_tag, terms},
};
use jiff::Timestamp;
use rusqlite::{Connection, TransactionBehavior, params};
use std::collections::BTreeSet;

/// Sessions that are forgotten in one transaction: others who want to write need not wait for a
/// million.
const BATCH: i64 = 500;

/// What was forgotten.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forgotten {
    /// How many sessions.
    pub sessions: usize,
    /// Whether nothing of them is left on the disk. False while another program still reads the
    /// database: then the last of it goes when that program ends.
    pub wholly: bool,
}

impl Store {
    /// Forgets one session.
    pub fn forget(&mut self, session: SessionId) -> Result<Forgotten, StoreError> {
        let sessions = self.batch(&[session])?;
        self.finish(sessions)
    }

    /// Forgets all sessions in which nothing happened since a time.
    pub fn forget_before(&mut self, time: Timestamp) -> Result<Forgotten, StoreError> {
        let mut sessions = 0;
        loop {
            let old = "SELECT id FROM sessions WHERE last < ?1 LIMIT ?2";
            let read = || -> rusqlite::Result<Vec<SessionId>> {
                let mut old = self.db.prepare_cached(old)?;
                let ids = old.query_map(params![time.as_millisecond(), BATCH], |row| {
                    row.get(0).map(SessionId)
                })?;
                ids.collect()
            };
            let ids = read().map_err(|error| self.failed(&error))?;
            if ids.is_empty() {
                return self.finish(sessions);
            }
            sessions += self.batch(&ids)?;
        }
    }

    fn batch(&mut self, ids: &[SessionId]) -> Result<usize, StoreError> {
        self.terms.clear();
        let mut forget = || -> rusqlite::Result<usize> {
            let tx = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let mut count = 0;
            let mut used = BTreeSet::new();
            for id in ids {
                used.extend(used_by(&tx, *id)?);
                count += one(&tx, *id)?;
            }
            for term in used {
                orphan(&tx, term)?;
            }
            tx.commit()?;
            Ok(count)
        };
        forget().map_err(|error| self.failed(&error))
    }

    fn finish(&mut self, sessions: usize) -> Result<Forgotten, StoreError> {
        Ok(Forgotten { sessions, wholly: self.cut_off()? })
    }

    /// Gives the room back to the disk and cuts off the log, which has the old pages. Says whether
    /// nothing of them is left.
    pub(super) fn cut_off(&mut self) -> Result<bool, StoreError> {
        let finish = || -> rusqlite::Result<bool> {
            let mut vacuum = self.db.prepare("PRAGMA incremental_vacuum")?;
            let mut rows = vacuum.query([])?;
            while rows.next()?.is_some() {}
            let cut = "PRAGMA wal_checkpoint(TRUNCATE)";
            let busy: i64 = self.db.query_row(cut, [], |row| row.get(0))?;
            Ok(busy == 0)
        };
        match finish().map_err(|error| self.failed(&error)) {
            // They are gone from the database; another program keeps the log from being cut.
            Err(StoreError::Locked(_)) => Ok(false),
            finished => finished,
        }
    }
}

/// The terms that a session refers to by its tags.
fn used_by(db: &Connection, id: SessionId) -> rusqlite::Result<Vec<i64>> {
    let find = "SELECT tags FROM search WHERE id = ?1";
    let mut find = db.prepare_cached(find)?;
    let mut rows = find.query([id.0])?;
    let Some(row) = rows.next()? else { return Ok(Vec::new()) };
    let tags: String = row.get(0)?;
    Ok(terms(&tags).collect())
}

fn one(db: &Connection, id: SessionId) -> rusqlite::Result<usize> {
    // All that belongs to it goes with it.
    db.prepare_cached("DELETE FROM sessions WHERE id = ?1")?.execute([id.0])
}

/// Lets go of what people typed or named (codes, terminals) once no session refers to it. What
/// comes from the guide stays.
fn orphan(db: &Connection, term: i64) -> rusqlite::Result<()> {
    let typed = "SELECT count(*) FROM terms WHERE id = ?1 AND kind IN ('unsure-code', 'terminal')";
    let typed: i64 = db.prepare_cached(typed)?.query_row([term], |row| row.get(0))?;
    if typed == 0 {
        return Ok(());
    }
    let used = "SELECT rowid FROM fts WHERE fts MATCH ?1 LIMIT 1";
    if !db.prepare_cached(used)?.exists([format!("\"{}\"", term_tag(term))])? {
        db.prepare_cached("DELETE FROM terms WHERE id = ?1")?.execute([term])?;
    }
    Ok(())
}
