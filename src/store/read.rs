//! Reading sessions: pages of history, one session, the unfinished one.

use super::{
    Filter, Found, Origin, SessionId, Store, StoreError, door,
    find::outcome,
    terms::{Kind, Term},
};
use crate::{
    guide::Id,
    profile::{Profile, TerminalNumber},
    session::{Outcome, Past, Recorded, Shop},
};
use jiff::{SignedDuration, Timestamp, civil::Date};
use rusqlite::{Connection, OptionalExtension, Row};
use serde::Serialize;
use std::{collections::HashMap, sync::Arc};

/// A kept session in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its number.
    pub id: SessionId,
    /// When it began.
    pub started: Timestamp,
    /// When the last thing happened in it.
    pub last: Timestamp,
    /// The guide that was used.
    pub guide: GuideVersion,
    /// The way in.
    pub entry: Term,
    /// The step that it stands at.
    pub step: Term,
    /// The remedy that it reached last.
    pub remedy: Option<Term>,
    /// The terminal that it is about.
    pub terminal: Option<Term>,
    /// How it stands.
    pub outcome: Outcome,
    /// Whether it was closed.
    pub finished: bool,
    /// How much was put in: answers, and notes.
    pub entries: usize,
    /// Time from the beginning to what settled it.
    pub took: Option<SignedDuration>,
}

/// A guide by its stable names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GuideVersion {
    /// Its name.
    pub id: String,
    /// Its version.
    pub version: String,
}

/// One page of history, the newest session first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The sessions.
    pub heads: Vec<Head>,
    /// Where the next page begins: the last session of this one. None where there is no more.
    pub next: Option<SessionId>,
}

/// A kept session with all that belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// The session in short.
    pub head: Head,
    /// Its events. [`Session::resume`](crate::session::Session::resume) makes it a session again.
    pub transcript: Vec<Recorded>,
    /// What support said.
    pub support: Vec<Support>,
    /// The shop that it comes from, where that is another one.
    pub origin: Option<Box<Origin>>,
    /// How the sessions before it came out that were about the same terminal of this shop.
    pub past: Vec<Past>,
}

impl Stored {
    /// The shop that it ran in: the one that it comes from, else this one with its profile.
    pub fn shop(&self, own: &Arc<Profile>) -> Shop {
        match &self.origin {
            Some(origin) => origin.shop(),
            None => Shop {
                profile: Arc::clone(own),
                past: self.past.as_slice().into(),
                ..Shop::default()
            },
        }
    }
}

/// Something that support said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Support {
    /// When it was written down.
    pub at: Timestamp,
    /// The redacted text.
    pub text: String,
}

/// How far back the sessions of the last weeks lie: a day more than what counts of them.
const LATELY: SignedDuration = SignedDuration::from_hours(31 * 24);

/// How many of them are looked at; no shop has more.
const MOST_LATELY: usize = 5_000;

pub(super) const COLUMNS: &str =
    "sessions.id, started, last, guide, entry, step, remedy, terminal, outcome,
    finished, entries, took";

/// A row of `sessions`; its terms by their numbers.
pub(super) struct Narrow {
    pub(super) id: i64,
    times: [i64; 2],
    guide: i64,
    entry: i64,
    step: i64,
    remedy: Option<i64>,
    terminal: Option<i64>,
    outcome: i64,
    finished: bool,
    entries: i64,
    took: Option<i64>,
}

impl Narrow {
    pub(super) fn of_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get(0)?,
            times: [row.get(1)?, row.get(2)?],
            guide: row.get(3)?,
            entry: row.get(4)?,
            step: row.get(5)?,
            remedy: row.get(6)?,
            terminal: row.get(7)?,
            outcome: row.get(8)?,
            finished: row.get(9)?,
            entries: row.get(10)?,
            took: row.get(11)?,
        })
    }
}

impl Store {
    /// One session with its events.
    pub fn session(&self, id: SessionId) -> Result<Option<Stored>, StoreError> {
        let read = || -> rusqlite::Result<Option<Stored>> {
            let sql = format!("SELECT {COLUMNS} FROM sessions WHERE id = ?1");
            let found = self.db.query_row(&sql, [id.0], Narrow::of_row).optional()?;
            let Some(head) = self.heads(found.into_iter().collect())?.pop() else {
                return Ok(None);
            };
            let transcript = transcript(&self.db, id)?;
            let all = "SELECT at, text FROM support WHERE session = ?1 ORDER BY id";
            let mut all = self.db.prepare_cached(all)?;
            let support = all.query_map([id.0], |row| {
                Ok(Support { at: time(row.get(0)?), text: door::block(row, 1)? })
            })?;
            let support = support.collect::<rusqlite::Result<_>>()?;
            let told = "SELECT told FROM shops WHERE session = ?1";
            let told = self.db.prepare_cached(told)?.query_row([id.0], |row| row.get(0));
            let told: Option<String> = told.optional()?;
            let origin = told.and_then(|told| door::value(&told));
            Ok(Some(Stored { head, transcript, support, origin, past: Vec::new() }))
        };
        let mut stored = read().map_err(|error| self.failed(&error))?;
        if let Some(stored) = stored.as_mut().filter(|stored| stored.origin.is_none()) {
            stored.past = self.before(&stored.head)?;
        }
        Ok(stored)
    }

    /// The newest session that is open still and has something in it.
    pub fn unfinished(&self) -> Result<Option<Head>, StoreError> {
        let read = || -> rusqlite::Result<Option<Head>> {
            let sql = format!(
                "SELECT {COLUMNS} FROM sessions INDEXED BY unfinished
                 WHERE outcome = 3 AND finished = 0 AND entries > 0 ORDER BY id DESC LIMIT 1"
            );
            let found = self.db.query_row(&sql, [], Narrow::of_row).optional()?;
            Ok(self.heads(found.into_iter().collect())?.pop())
        };
        read().map_err(|error| self.failed(&error))
    }

    /// The sessions since a time in which a terminal came to a remedy, the newest first; at most
    /// `most`.
    pub fn met(
        &self,
        terminal: &str,
        remedy: &str,
        since: Timestamp,
        most: usize,
    ) -> Result<Vec<Head>, StoreError> {
        let filter = Filter {
            terminal: Some(terminal.to_owned()),
            remedy: Some(remedy.to_owned()),
            // A day early: the time itself is looked at below.
            since: Some(self.zone.to_datetime(since - SignedDuration::from_hours(24)).date()),
            ..Filter::default()
        };
        let mut heads = self.page(&filter, None, most)?.heads;
        heads.retain(|head| head.started >= since);
        Ok(heads)
    }

    /// What a program that begins wants to know: the session that is open still, and how those of
    /// the last weeks came out.
    pub fn found(&self, now: Timestamp) -> Result<Found, StoreError> {
        let unfinished = self.unfinished()?;
        let unfinished = unfinished.map(|head| self.session(head.id)).transpose()?.flatten();
        Ok(Found { unfinished: unfinished.map(Box::new), past: self.past(now)? })
    }

    /// How the sessions of the last weeks came out, as far as their terminals are known.
    pub fn past(&self, now: Timestamp) -> Result<Vec<(SessionId, Past)>, StoreError> {
        self.came_out(&Filter { since: Some(self.lately(now)), ..Filter::default() })
    }

    /// How the sessions of the weeks before one came out that were about its terminal.
    fn before(&self, head: &Head) -> Result<Vec<Past>, StoreError> {
        let Some(terminal) = &head.terminal else { return Ok(Vec::new()) };
        let past = self.came_out(&Filter {
            terminal: Some(terminal.name.clone()),
            since: Some(self.lately(head.last)),
            until: Some(self.zone.to_datetime(head.last).date()),
            ..Filter::default()
        })?;
        let earlier = past.into_iter().filter(|(id, past)| *id != head.id && past.at <= head.last);
        Ok(earlier.map(|(_, past)| past).collect())
    }

    /// The day on which the weeks before a time begin.
    fn lately(&self, now: Timestamp) -> Date {
        let since = now.checked_sub(LATELY).unwrap_or(Timestamp::MIN);
        self.zone.to_datetime(since).date()
    }

    /// How sessions came out, as far as their terminals are known.
    fn came_out(&self, filter: &Filter) -> Result<Vec<(SessionId, Past)>, StoreError> {
        let page = self.page(filter, None, MOST_LATELY)?;
        let past = |head: Head| {
            let terminal = TerminalNumber::parse(&head.terminal?.name).ok()?;
            let remedy = Id::from(head.remedy?.name.as_str());
            Some((head.id, Past { terminal: Some(terminal), remedy, at: head.last }))
        };
        Ok(page.heads.into_iter().filter_map(past).collect())
    }

    /// The names of the terminals that sessions are about, in their order.
    pub fn terminals(&self) -> Result<Vec<String>, StoreError> {
        let read = || -> rusqlite::Result<Vec<String>> {
            let all = "SELECT DISTINCT name FROM terms WHERE kind = 'terminal' ORDER BY name";
            self.db.prepare(all)?.query_map([], |row| door::line(row, 0))?.collect()
        };
        read().map_err(|error| self.failed(&error))
    }

    /// How many sessions there are.
    pub fn count(&self) -> Result<usize, StoreError> {
        let count = "SELECT count(*) FROM sessions";
        let count = self.db.query_row(count, [], |row| row.get::<_, i64>(0));
        let count = count.map(|count| count as usize);
        count.map_err(|error| self.failed(&error))
    }

    pub(super) fn heads(&self, rows: Vec<Narrow>) -> rusqlite::Result<Vec<Head>> {
        let mut terms: HashMap<i64, Term> = HashMap::new();
        let mut term = |id: i64| -> rusqlite::Result<Term> {
            if let Some(term) = terms.get(&id) {
                return Ok(term.clone());
            }
            let find = "SELECT kind, name, titles FROM terms WHERE id = ?1";
            let found = self.db.prepare_cached(find)?.query_row([id], Term::of_row).optional()?;
            let unknown = || Term {
                kind: Kind::Symptom,
                name: format!("?{id}"),
                titles: std::collections::BTreeMap::new(),
            };
            let term = found.unwrap_or_else(unknown);
            terms.insert(id, term.clone());
            Ok(term)
        };
        let mut heads = Vec::with_capacity(rows.len());
        for row in rows {
            heads.push(Head {
                id: SessionId(row.id),
                started: time(row.times[0]),
                last: time(row.times[1]),
                guide: self.guide_version(row.guide)?,
                entry: term(row.entry)?,
                step: term(row.step)?,
                remedy: row.remedy.map(&mut term).transpose()?,
                terminal: row.terminal.map(&mut term).transpose()?,
                outcome: outcome(row.outcome),
                finished: row.finished,
                entries: usize::try_from(row.entries).unwrap_or_default(),
                took: row.took.map(SignedDuration::from_secs),
            });
        }
        Ok(heads)
    }

    fn guide_version(&self, id: i64) -> rusqlite::Result<GuideVersion> {
        let find = "SELECT name, version FROM guides WHERE id = ?1";
        let found = self.db.prepare_cached(find)?.query_row([id], |row| {
            Ok(GuideVersion { id: door::line(row, 0)?, version: door::line(row, 1)? })
        });
        let unknown = || GuideVersion { id: String::new(), version: String::new() };
        Ok(found.optional()?.unwrap_or_else(unknown))
    }
}

/// The events of a session.
pub(super) fn transcript(db: &Connection, id: SessionId) -> rusqlite::Result<Vec<Recorded>> {
    let all = "SELECT event FROM events WHERE session = ?1 ORDER BY seq";
    let mut all = db.prepare_cached(all)?;
    let events = all.query_map([id.0], |row| row.get::<_, String>(0))?;
    let mut transcript = Vec::new();
    for event in events {
        // What no event can be made of, a newer program may have written.
        transcript.extend(door::value::<Recorded>(&event?));
    }
    Ok(transcript)
}

/// A time of the database.
pub(super) fn time(milliseconds: i64) -> Timestamp {
    Timestamp::from_millisecond(milliseconds).unwrap_or_default()
}
