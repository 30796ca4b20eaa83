//! Taking in a session that comes from elsewhere: once, however often its file comes.

use super::{
    SessionId, Store, StoreError,
    find::day,
    keep::{Draft, write},
    read::transcript,
};
use crate::{
    profile::Profile,
    session::{Past, Recorded, Session, Shop},
};
use jiff::{civil::Date, tz::TimeZone};
use rusqlite::{Transaction, TransactionBehavior, params};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A session that was taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Adopted {
    /// The number under which it is kept.
    pub number: SessionId,
    /// What was known of it.
    pub known: Known,
}

/// What was kept of a session when it came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// Nothing: it is new.
    Nothing,
    /// Its beginning: what had happened since then was added.
    Beginning,
    /// All of it.
    All,
}

/// What is told of the shop that a session comes from: its profile is not on this computer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The shop's own facts.
    pub profile: Profile,
    /// How earlier sessions came out there.
    pub past: Vec<Past>,
}

impl Origin {
    /// The shop for a session.
    pub fn shop(&self) -> Shop {
        let Self { profile, past } = self.clone();
        Shop { profile: Arc::new(profile), past: past.into(), ..Shop::default() }
    }

    fn of(session: &Session) -> Self {
        let Shop { profile, past, .. } = session.shop();
        Self { profile: Profile::clone(profile), past: past.to_vec() }
    }
}

impl Store {
    /// Keeps a session that comes from elsewhere, with what is known of its shop. One that is kept
    /// already is known by its beginning and its events: it stays one, and what has happened in it
    /// since is added.
    pub fn adopt(&mut self, session: &Session) -> Result<Adopted, StoreError> {
        self.still_there()?;
        let mut adopt = || -> rusqlite::Result<Adopted> {
            let tx = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let (draft, known) = match find(&tx, &self.zone, session)? {
                Some((number, kept)) if kept >= session.transcript().len() => {
                    return Ok(Adopted { number, known: Known::All });
                }
                Some((number, kept)) => {
                    let mut draft = Draft::going_on(session.clone(), number);
                    draft.kept = kept;
                    (draft, Known::Beginning)
                }
                None => (Draft::new(session.clone(), None), Known::Nothing),
            };
            let number = write(&tx, &mut self.terms, &self.zone, &draft)?.0;
            let origin = Origin::of(session);
            // A session of this computer's own that comes back has its shop here.
            if known == Known::Nothing && origin != Origin::default() {
                // String keys and plain values: it always is JSON.
                let told = serde_json::to_string(&origin).unwrap_or_default();
                let insert = "INSERT INTO shops (session, told) VALUES (?1, ?2)";
                tx.execute(insert, params![number.0, told])?;
            }
            tx.commit()?;
            Ok(Adopted { number, known })
        };
        adopt().map_err(|error| {
            self.terms.clear();
            self.failed(&error)
        })
    }
}

/// The kept session that this one is, with how many of its events are kept.
fn find(
    tx: &Transaction<'_>,
    zone: &TimeZone,
    session: &Session,
) -> rusqlite::Result<Option<(SessionId, usize)>> {
    let own = session.transcript();
    let Some(Recorded { at: started, .. }) = own.first() else { return Ok(None) };
    // The day before and the one after: the zone may have been another one when it was kept.
    let date = zone.to_datetime(*started).date();
    let near =
        |date: Result<Date, jiff::Error>| day(date.unwrap_or(zone.to_datetime(*started).date()));
    let same = "SELECT DISTINCT sessions.id FROM days
        JOIN sessions ON sessions.id BETWEEN days.first AND days.last
        WHERE days.day BETWEEN ?1 AND ?2 AND sessions.started = ?3";
    let mut same = tx.prepare_cached(same)?;
    let days = params![near(date.yesterday()), near(date.tomorrow()), started.as_millisecond()];
    let ids = same.query_map(days, |row| row.get(0).map(SessionId))?;
    for id in ids {
        let id = id?;
        let kept = transcript(tx, id)?;
        if kept.starts_with(own) || own.starts_with(&kept) && !kept.is_empty() {
            return Ok(Some((id, kept.len())));
        }
    }
    Ok(None)
}
