//! Writing sessions: one transaction an event.

use super::{
    SessionId, Store, StoreError,
    find::{day, number, outcome_tag, term_tag},
    grams::grams,
    terms::{Kind, Terms},
};
use crate::{
    guide::Guide,
    profile::TerminalNumber,
    session::{Digest, Event, Recorded, Session, Verdict},
};
use jiff::tz::TimeZone;
use rusqlite::{
    Connection, ErrorCode, OptionalExtension, Transaction, TransactionBehavior, params,
};
use std::{collections::BTreeSet, sync::Arc};

/// A session on its way into the database.
#[derive(Debug)]
pub(super) struct Draft {
    /// The session as far as it is known here.
    pub(super) session: Session,
    /// Its number, once the first event is kept.
    pub(super) number: Option<SessionId>,
    /// How many of its events are kept.
    pub(super) kept: usize,
    /// The terminal that it is about.
    pub(super) terminal: Option<String>,
    /// Whether nothing more happens in it.
    pub(super) left: bool,
    /// The number of the next event in the database. Not `kept`: a session that goes on under a
    /// changed guide has left some of its kept events behind.
    next: i64,
    /// What is kept of it beside the events.
    written: Option<Derived>,
}

/// What follows from the events, as the database has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Derived {
    tags: String,
    grams: String,
    asked: BTreeSet<(i64, bool)>,
    reached: BTreeSet<(i64, Option<i64>, Option<i64>)>,
}

impl Draft {
    /// A session of which nothing is kept yet.
    pub(super) fn new(session: Session, terminal: Option<String>) -> Self {
        Self { session, number: None, kept: 0, terminal, left: false, next: 0, written: None }
    }

    /// A kept session that goes on.
    pub(super) fn going_on(session: Session, number: SessionId) -> Self {
        let kept = session.transcript().len();
        Self {
            session,
            number: Some(number),
            kept,
            terminal: None,
            left: false,
            next: -1,
            written: None,
        }
    }

    /// The terminal that it is about: what the session says, else what whoever began it said.
    fn terminal(&self) -> Option<&str> {
        let named = || self.terminal.as_deref().filter(|_| !self.tells_terminal());
        self.session.terminal_number().map(TerminalNumber::as_str).or_else(named)
    }

    /// Whether the session itself says which terminal it is about, or that nobody can tell.
    fn tells_terminal(&self) -> bool {
        let tells = |own: &Recorded| matches!(own.event, Event::Terminal { .. });
        self.session.transcript().iter().any(tells)
    }

    /// Whether everything is kept.
    pub(super) fn is_kept(&self) -> bool {
        self.number.is_some() && self.kept == self.session.transcript().len()
    }

    /// Begins again under a number of its own.
    pub(super) fn start_over(&mut self) {
        (self.number, self.kept, self.next, self.written) = (None, 0, 0, None);
    }
}

impl Store {
    /// Keeps what is not kept yet of a session, in one transaction.
    pub(super) fn keep(&mut self, draft: &mut Draft) -> Result<SessionId, StoreError> {
        self.still_there()?;
        let kept = match keep(&mut self.db, &mut self.terms, &self.zone, draft) {
            // Another program went on with the same session meanwhile, or forgot it: this one gets
            // a number of its own.
            Err(error) if is_taken(&error) && draft.number.is_some() => {
                self.terms.clear();
                draft.start_over();
                keep(&mut self.db, &mut self.terms, &self.zone, draft)
            }
            kept => kept,
        };
        let (number, next, written) = kept.map_err(|error| {
            self.terms.clear();
            self.failed(&error)
        })?;
        draft.number = Some(number);
        draft.kept = draft.session.transcript().len();
        (draft.next, draft.written) = (next, Some(written));
        Ok(number)
    }

    /// Keeps many whole sessions, each with the name of its terminal, and gives their numbers. All
    /// of them are kept or, on an error, none.
    pub fn add_all<'t>(
        &mut self,
        sessions: impl IntoIterator<Item = (Session, Option<&'t str>)>,
    ) -> Result<Vec<SessionId>, StoreError> {
        let add = || -> rusqlite::Result<Vec<SessionId>> {
            let tx = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let mut numbers = Vec::new();
            for (session, terminal) in sessions {
                let draft = Draft::new(session, terminal.map(str::to_owned));
                numbers.push(write(&tx, &mut self.terms, &self.zone, &draft)?.0);
            }
            tx.commit()?;
            Ok(numbers)
        };
        add().map_err(|error| {
            self.terms.clear();
            self.failed(&error)
        })
    }

    /// Whether the database still has all that was kept of a session: it may have been damaged and
    /// set aside, or restored from a copy.
    pub(super) fn has(&self, draft: &Draft) -> Result<bool, StoreError> {
        let Some(number) = draft.number.filter(|_| draft.next >= 0) else { return Ok(true) };
        let count = "SELECT ifnull(max(seq), -1) + 1 FROM events WHERE session = ?1";
        let there = self.db.query_row(count, [number.0], |row| row.get::<_, i64>(0));
        Ok(there.map_err(|error| self.failed(&error))? == draft.next)
    }
}

fn is_taken(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation)
        || matches!(error, rusqlite::Error::QueryReturnedNoRows)
}

pub(super) type Kept = (SessionId, i64, Derived);

fn keep(
    db: &mut Connection,
    terms: &mut Terms,
    zone: &TimeZone,
    draft: &Draft,
) -> rusqlite::Result<Kept> {
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let kept = write(&tx, terms, zone, draft)?;
    tx.commit()?;
    Ok(kept)
}

pub(super) fn write(
    tx: &Transaction<'_>,
    terms: &mut Terms,
    zone: &TimeZone,
    draft: &Draft,
) -> rusqlite::Result<Kept> {
    let digest = draft.session.digest();
    let guide = Arc::clone(draft.session.guide());
    terms.use_guide(&guide);
    let mut writing = Writing { tx, terms, zone, guide: &guide, digest: &digest };
    let number = writing.session(draft)?;
    let next = writing.events(number, draft)?;
    let derived = writing.derived(number, draft)?;
    Ok((number, next, derived))
}

/// One transaction.
struct Writing<'w> {
    tx: &'w Transaction<'w>,
    terms: &'w mut Terms,
    zone: &'w TimeZone,
    guide: &'w Guide,
    digest: &'w Digest,
}

impl Writing<'_> {
    /// Writes the session in short.
    fn session(&mut self, draft: &Draft) -> rusqlite::Result<SessionId> {
        let (tx, guide, digest) = (self.tx, self.guide, self.digest);
        let entry = self.terms.entry(tx, guide, &digest.entry)?;
        let step = self.terms.part(tx, guide, Kind::Step, &digest.step)?;
        let remedy = digest.remedy.as_ref();
        let remedy = remedy.map(|id| self.terms.part(tx, guide, Kind::Remedy, id)).transpose()?;
        let terminal = draft.terminal();
        let terminal = terminal.map(|name| self.terms.terminal(tx, name)).transpose()?;
        let last = digest.last.as_millisecond();
        let (outcome, took) = (number(digest.outcome), digest.took.map(|took| took.as_secs()));
        let entries = i64::try_from(digest.entries).unwrap_or(i64::MAX);
        if let Some(number) = draft.number {
            // A terminal that was named once stays, unless the session says otherwise.
            let update = "UPDATE sessions SET last = ?2, step = ?3, remedy = ?4, outcome = ?5,
                finished = ?6, entries = ?7, took = ?8,
                terminal = CASE WHEN ?10 THEN ?9 ELSE ifnull(?9, terminal) END
                WHERE id = ?1";
            let done = tx.prepare_cached(update)?.execute(params![
                number.0,
                last,
                step,
                remedy,
                outcome,
                digest.finished,
                entries,
                took,
                terminal,
                draft.tells_terminal()
            ])?;
            // It was forgotten meanwhile.
            return if done == 1 { Ok(number) } else { Err(rusqlite::Error::QueryReturnedNoRows) };
        }
        let (started, day) =
            (digest.started.as_millisecond(), day(self.zone.to_datetime(digest.started).date()));
        let guide = self.guide_version()?;
        let insert = "INSERT INTO sessions (started, last, day, guide, entry, step, remedy,
            terminal, outcome, finished, entries, took)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";
        tx.prepare_cached(insert)?.execute(params![
            started,
            last,
            day,
            guide,
            entry,
            step,
            remedy,
            terminal,
            outcome,
            digest.finished,
            entries,
            took
        ])?;
        let id = tx.last_insert_rowid();
        let days = "INSERT INTO days (day, first, last) VALUES (?1, ?2, ?2)
            ON CONFLICT (day) DO UPDATE SET first = min(first, ?2), last = max(last, ?2)";
        tx.prepare_cached(days)?.execute(params![day, id])?;
        Ok(SessionId(id))
    }

    fn guide_version(&self) -> rusqlite::Result<i64> {
        let own = params![self.guide.id, self.guide.version];
        let find = "SELECT id FROM guides WHERE name = ?1 AND version = ?2";
        let found = self.tx.prepare_cached(find)?.query_row(own, |row| row.get(0)).optional()?;
        if let Some(id) = found {
            return Ok(id);
        }
        self.tx.execute("INSERT INTO guides (name, version) VALUES (?1, ?2)", own)?;
        Ok(self.tx.last_insert_rowid())
    }

    /// Writes the events that are not kept yet, and gives the number of the next one.
    fn events(&self, number: SessionId, draft: &Draft) -> rusqlite::Result<i64> {
        let mut next = draft.next;
        if next < 0 {
            let last = "SELECT ifnull(max(seq), -1) FROM events WHERE session = ?1";
            next = self.tx.query_row(last, [number.0], |row| row.get::<_, i64>(0))? + 1;
        }
        let insert = "INSERT INTO events (session, seq, event) VALUES (?1, ?2, ?3)";
        let mut insert = self.tx.prepare_cached(insert)?;
        for recorded in &draft.session.transcript()[draft.kept..] {
            insert.execute(params![number.0, next, json(recorded)])?;
            next += 1;
        }
        Ok(next)
    }

    /// Writes what is there for searching and for the figures, as far as it has changed.
    fn derived(&mut self, number: SessionId, draft: &Draft) -> rusqlite::Result<Derived> {
        let tx = self.tx;
        let mut new = Derived { tags: self.tags(draft, number)?, ..Derived::default() };
        for (question, unsure) in &self.digest.asked {
            let id = self.terms.part(tx, self.guide, Kind::Question, question)?;
            new.asked.insert((id, *unsure));
        }
        for reached in &self.digest.reached {
            let id = self.terms.part(tx, self.guide, Kind::Remedy, &reached.remedy)?;
            let took = reached.took.map(|took| took.as_secs());
            new.reached.insert((id, reached.verdict.map(verdict), took));
        }
        let old = match &draft.written {
            Some(old) => old.clone(),
            None if draft.number.is_some() => self.read_derived(number, &new)?,
            None => Derived::default(),
        };
        let notes: Vec<_> = draft.session.state().notes().iter().map(|note| &*note.text).collect();
        new.grams = grams(&notes.join("\n"));
        if old.tags != new.tags || old.grams != new.grams || draft.written.is_none() {
            let said = "SELECT ifnull(group_concat(text, char(10)), '') FROM support
                        WHERE session = ?1";
            let said: String = tx.query_row(said, [number.0], |row| row.get(0))?;
            let all = [new.grams.as_str(), &grams(&said)].join(" ");
            let write = "INSERT INTO search (id, tags, grams) VALUES (?1, ?2, ?3)
                ON CONFLICT (id) DO UPDATE SET tags = excluded.tags, grams = excluded.grams";
            tx.prepare_cached(write)?.execute(params![number.0, new.tags, all.trim()])?;
        }
        self.figures(number, &old, &new)?;
        Ok(new)
    }

    fn figures(&self, number: SessionId, old: &Derived, new: &Derived) -> rusqlite::Result<()> {
        let tx = self.tx;
        for (question, _) in old.asked.difference(&new.asked) {
            let out = "DELETE FROM asked WHERE question = ?1 AND session = ?2";
            tx.prepare_cached(out)?.execute(params![question, number.0])?;
        }
        for (question, unsure) in new.asked.difference(&old.asked) {
            let put = "INSERT INTO asked (question, session, unsure) VALUES (?1, ?2, ?3)";
            tx.prepare_cached(put)?.execute(params![question, number.0, unsure])?;
        }
        for (remedy, ..) in old.reached.difference(&new.reached) {
            let out = "DELETE FROM reached WHERE remedy = ?1 AND session = ?2";
            tx.prepare_cached(out)?.execute(params![remedy, number.0])?;
        }
        for (remedy, verdict, took) in new.reached.difference(&old.reached) {
            let put =
                "INSERT INTO reached (remedy, session, verdict, took) VALUES (?1, ?2, ?3, ?4)";
            tx.prepare_cached(put)?.execute(params![remedy, number.0, verdict, took])?;
        }
        Ok(())
    }

    /// What is kept already of a session that goes on.
    fn read_derived(&self, number: SessionId, new: &Derived) -> rusqlite::Result<Derived> {
        let mut old = Derived { tags: new.tags.clone(), ..Derived::default() };
        let all = "SELECT question, unsure FROM asked WHERE session = ?1";
        let mut all = self.tx.prepare_cached(all)?;
        let rows = all.query_map([number.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
        old.asked = rows.collect::<rusqlite::Result<_>>()?;
        let all = "SELECT remedy, verdict, took FROM reached WHERE session = ?1";
        let mut all = self.tx.prepare_cached(all)?;
        let rows = all.query_map([number.0], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        old.reached = rows.collect::<rusqlite::Result<_>>()?;
        Ok(old)
    }

    /// The terms that the session is found by, and its outcome.
    fn tags(&mut self, draft: &Draft, number: SessionId) -> rusqlite::Result<String> {
        let (tx, guide, digest) = (self.tx, self.guide, self.digest);
        let mut terms = BTreeSet::new();
        for entry in std::iter::once(&digest.entry).chain(&digest.came_up) {
            terms.insert(self.terms.entry(tx, guide, entry)?);
        }
        for reached in &digest.reached {
            terms.insert(self.terms.part(tx, guide, Kind::Remedy, &reached.remedy)?);
        }
        terms.insert(self.terms.part(tx, guide, Kind::Step, &digest.step)?);
        let terminal = "SELECT terminal FROM sessions WHERE id = ?1";
        let terminal = match draft.terminal() {
            Some(name) => Some(self.terms.terminal(tx, name)?),
            None => tx.prepare_cached(terminal)?.query_row([number.0], |row| row.get(0))?,
        };
        terms.extend(terminal);
        let tags = terms.iter().map(|term| term_tag(*term));
        let tags: Vec<_> = std::iter::once(outcome_tag(digest.outcome)).chain(tags).collect();
        Ok(tags.join(" "))
    }
}

/// A verdict as the database has it.
fn verdict(verdict: Verdict) -> i64 {
    match verdict {
        Verdict::Worked => 0,
        Verdict::Failed => 1,
        Verdict::CantTry => 2,
    }
}

fn json(recorded: &Recorded) -> String {
    // Events have string keys and plain values: they always are JSON.
    serde_json::to_string(recorded).unwrap_or_default()
}
