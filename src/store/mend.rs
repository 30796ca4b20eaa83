//! A damaged database is set aside, never deleted, and what can be read of it goes into a new one.

use super::{
    Place, Store, StoreError,
    mend_training::{self, MendedTraining},
    open::PATIENCE,
};
use jiff::{Timestamp, tz::TimeZone};
use rusqlite::{Connection, OpenFlags, config::DbConfig, params, params_from_iter, types::Value};
use std::{
    ffi::OsString,
    fs, io,
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

/// What became of a damaged database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    /// Where the damaged file is now.
    pub aside: PathBuf,
    /// How many sessions could be read and are kept on.
    pub sessions: usize,
    /// What became of those who are trained.
    pub training: MendedTraining,
}

impl Store {
    /// Opens the database; a damaged one is set aside under a name with the time `now`, and what
    /// can be read of it is copied into a new one.
    pub fn open_or_mend(
        place: &Place,
        zone: &TimeZone,
        now: Timestamp,
    ) -> Result<(Self, Option<Mended>), StoreError> {
        match Self::open(place, zone) {
            Err(StoreError::Damaged(_)) => Self::mend(place, zone, now),
            opened => opened.map(|store| (store, None)),
        }
    }

    /// Sets the database aside if it is damaged. For damage that showed while it was open: close
    /// it first.
    pub fn mend(
        place: &Place,
        zone: &TimeZone,
        now: Timestamp,
    ) -> Result<(Self, Option<Mended>), StoreError> {
        // Nobody else may have it open, or would go on writing into the file that is set aside.
        let alone = place.lock(true, PATIENCE)?;
        if is_whole(&place.database()) {
            // Another program has mended it meanwhile.
            drop(alone);
            return Self::open(place, zone).map(|store| (store, None));
        }
        let aside = set_aside(place, now)?;
        drop(alone);
        let store = Self::open(place, zone)?;
        // Where not even that works, the new database is empty, and all is in the one set aside.
        let (sessions, training) = salvage(&aside, &store).unwrap_or_default();
        Ok((store, Some(Mended { aside, sessions, training })))
    }
}

fn is_whole(path: &Path) -> bool {
    let check = || -> rusqlite::Result<String> {
        let db = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        db.busy_timeout(PATIENCE)?;
        db.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))
    };
    check().is_ok_and(|said| said == "ok")
}

/// Renames the database and the log that belongs to it.
fn set_aside(place: &Place, now: Timestamp) -> Result<PathBuf, StoreError> {
    let path = place.database();
    let stamp = now.strftime("%Y%m%dT%H%M%SZ");
    let named = |number: u32| {
        let more = if number == 0 { String::new() } else { format!("-{number}") };
        place.folder().join(format!("tilldoc.db.corrupt-{stamp}{more}"))
    };
    let free =
        (0..u32::MAX).map(named).find(|path| !path.exists() && !beside(path, "-wal").exists());
    let aside = free.unwrap_or_else(|| named(0));
    let failed = |error| StoreError::of_io(&path, error);
    // The log first: without it the database is as it was before, with it under a new database
    // nothing would fit.
    for (from, to) in
        [(beside(&path, "-wal"), beside(&aside, "-wal")), (path.clone(), aside.clone())]
    {
        match rename(&from, &to) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            done => done.map_err(failed)?,
        }
    }
    // Only an index of the log, which SQLite makes anew.
    let _ = fs::remove_file(beside(&path, "-shm"));
    Ok(aside)
}

/// A virus scanner may hold the file for a moment (Windows).
fn rename(from: &Path, to: &Path) -> io::Result<()> {
    for attempt in 1..=6 {
        match fs::rename(from, to) {
            Err(error) if cfg!(windows) && error.kind() == io::ErrorKind::PermissionDenied => {
                thread::sleep(Duration::from_millis(40) * attempt);
            }
            done => return done,
        }
    }
    fs::rename(from, to)
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    PathBuf::from(name)
}

/// The tables in an order in which each refers only to those before it, with the column by which
/// they are gone through and all their columns. `days` is made anew; `fts` follows `search`, and
/// `answered` follows `asked`.
const TABLES: [(&str, &str, &str); 14] = [
    ("guides", "id", "id, name, version"),
    ("terms", "id", "id, guide, kind, name, titles, words"),
    (
        "sessions",
        "id",
        "id, started, last, day, guide, entry, step, remedy, terminal, outcome, finished, entries,
         took",
    ),
    ("events", "session", "session, seq, event"),
    ("support", "id", "id, session, at, text"),
    ("shops", "session", "session, told"),
    ("asked", "session", "session, question, unsure"),
    ("reached", "session", "session, remedy, verdict, took"),
    ("search", "id", "id, tags, grams"),
    ("trainees", "id", "id, name, key, since"),
    (
        "attempts",
        "id",
        "id, trainee, scenario, title, guide, version, mode, language, began, ended, marked",
    ),
    ("attempt_events", "attempt", "attempt, seq, event"),
    ("cards", "trainee", "trainee, card, state"),
    ("trainer", "id", "id, pin"),
];

/// Tables whose numbers are never given again, and where else the numbers of lost rows still stand.
const NUMBERED: [(&str, &[&str]); 3] = [
    ("sessions", &["SELECT max(session) FROM events"]),
    ("trainees", &["SELECT max(trainee) FROM attempts", "SELECT max(trainee) FROM cards"]),
    ("attempts", &["SELECT max(attempt) FROM attempt_events"]),
];

/// Goes on counting where the damaged database would have.
fn count_on(from: &Connection, to: &Connection) -> rusqlite::Result<()> {
    for (table, others) in NUMBERED {
        let highest = "SELECT seq FROM sqlite_sequence WHERE name = ?1";
        let mut highest: i64 = from.query_row(highest, [table], |row| row.get(0)).unwrap_or(0);
        let own = format!("SELECT max(id) FROM {table}");
        for select in others.iter().copied().chain([own.as_str()]) {
            let there: Option<i64> = to.query_row(select, [], |row| row.get(0))?;
            highest = highest.max(there.unwrap_or(0));
        }
        to.execute("DELETE FROM sqlite_sequence WHERE name = ?1", [table])?;
        to.execute("INSERT INTO sqlite_sequence VALUES (?1, ?2)", params![table, highest])?;
    }
    Ok(())
}

/// Copies what can be read, and says how many sessions that are and what became of training.
fn salvage(damaged: &Path, store: &Store) -> rusqlite::Result<(usize, MendedTraining)> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let Ok(from) = Connection::open_with_flags(damaged, flags) else {
        return Ok(Default::default());
    };
    // It stays as it is. With a writable schema SQLite reads a file that is shorter than it should
    // be; nothing is written all the same.
    let ready = from
        .set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)
        .and_then(|_| from.pragma_update(None, "writable_schema", "on"))
        .and_then(|()| from.pragma_update(None, "trusted_schema", "off"));
    if ready.is_err() {
        return Ok(Default::default());
    }
    let to = &store.db;
    // What refers to something that was lost is sorted out at the end.
    to.pragma_update(None, "foreign_keys", "off")?;
    let copied = || -> rusqlite::Result<(usize, MendedTraining)> {
        let tx = to.unchecked_transaction()?;
        for (table, key, columns) in TABLES {
            Copying { from: &from, to: &tx, table, columns }.rows(key)?;
        }
        count_on(&from, &tx)?;
        tx.execute_batch(TIDY)?;
        let training = mend_training::tidy(&from, &tx)?;
        let count: i64 = tx.query_row("SELECT count(*) FROM sessions", [], |row| row.get(0))?;
        tx.commit()?;
        Ok((usize::try_from(count).unwrap_or_default(), training))
    };
    let copied = copied();
    to.pragma_update(None, "foreign_keys", "on")?;
    // Windows removes no file that is open.
    drop(from);
    let _ = fs::remove_file(beside(damaged, "-shm"));
    copied
}

/// Makes what is missing from what is there, as far as that goes, and leaves only sessions whose
/// beginning is there. A term whose texts are lost is called by its number.
const TIDY: &str = "
    DELETE FROM events WHERE session NOT IN (SELECT session FROM events WHERE seq = 0)
        OR NOT json_valid(event);
    INSERT OR IGNORE INTO terms (guide, kind, name, titles, words)
        VALUES ('', 'symptom', '?', '{}', '');
    INSERT OR IGNORE INTO guides (name, version)
        SELECT DISTINCT event ->> 'guide', event ->> 'version' FROM events
        WHERE seq = 0 AND event ->> 'guide' IS NOT NULL AND event ->> 'version' IS NOT NULL;
    INSERT INTO sessions (id, started, last, day, guide, entry, step, outcome, finished, entries)
        SELECT session, unixepoch(first.event ->> 'at') * 1000,
            unixepoch(first.event ->> 'at') * 1000,
            CAST(strftime('%Y%m%d', first.event ->> 'at') AS INTEGER), guides.id, terms.id,
            terms.id,
            CASE WHEN EXISTS (SELECT 1 FROM events WHERE session = first.session
                AND event ->> 'verdict' = 'worked') THEN 0 ELSE 3 END, 0,
            (SELECT count(*) - 1 FROM events WHERE session = first.session)
        FROM events AS first
        JOIN guides ON guides.name = first.event ->> 'guide'
            AND version = first.event ->> 'version'
        JOIN terms ON terms.guide = '' AND kind = 'symptom' AND terms.name = '?'
        WHERE seq = 0 AND session NOT IN (SELECT id FROM sessions)
            AND unixepoch(first.event ->> 'at') IS NOT NULL;
    DELETE FROM sessions WHERE id NOT IN (SELECT session FROM events WHERE seq = 0);
    UPDATE sessions SET guide = (
            SELECT guides.id FROM guides JOIN events ON session = sessions.id AND seq = 0
            WHERE guides.name = event ->> 'guide' AND version = event ->> 'version'
        ) WHERE guide NOT IN (SELECT id FROM guides);
    INSERT INTO terms (id, guide, kind, name, titles, words)
        SELECT id, '', kind, '?' || id, '{}', '' FROM (
            SELECT entry AS id, 'symptom' AS kind FROM sessions
            UNION SELECT step, 'step' FROM sessions
            UNION SELECT remedy, 'remedy' FROM sessions
            UNION SELECT terminal, 'terminal' FROM sessions
            UNION SELECT question, 'question' FROM asked
            UNION SELECT remedy, 'remedy' FROM reached
        ) WHERE id NOT IN (SELECT id FROM terms) GROUP BY id;
    DELETE FROM events WHERE session NOT IN (SELECT id FROM sessions);
    DELETE FROM support WHERE session NOT IN (SELECT id FROM sessions);
    DELETE FROM shops WHERE session NOT IN (SELECT id FROM sessions);
    DELETE FROM asked WHERE session NOT IN (SELECT id FROM sessions);
    DELETE FROM reached WHERE session NOT IN (SELECT id FROM sessions);
    DELETE FROM search WHERE id NOT IN (SELECT id FROM sessions);
    INSERT INTO search (id, tags, grams)
        SELECT id, '¤o' || outcome || ' ¤t' || entry || ' ¤t' || step
               || ifnull(' ¤t' || remedy, '') || ifnull(' ¤t' || terminal, ''), ''
        FROM sessions WHERE id NOT IN (SELECT id FROM search);
    DELETE FROM days;
    INSERT INTO days SELECT day, min(id), max(id) FROM sessions GROUP BY day;
    DELETE FROM terms WHERE name = '?' AND id NOT IN (SELECT entry FROM sessions);
";

/// Damage is stepped over by this many keys at most: a page has about as many.
const LONGEST_STEP: i64 = 64;

/// One table on its way from the damaged database into the new one.
struct Copying<'c> {
    from: &'c Connection,
    to: &'c Connection,
    table: &'c str,
    columns: &'c str,
}

impl Copying<'_> {
    /// Copies the rows that can be read: as far as it goes, and on from behind each damaged place.
    fn rows(&self, key: &str) -> rusqlite::Result<()> {
        let (table, columns) = (self.table, self.columns);
        let marks = vec!["?"; columns.split(',').count()].join(", ");
        let insert = format!("INSERT OR IGNORE INTO {table} ({columns}) VALUES ({marks})");
        let mut insert = self.to.prepare(&insert)?;
        let select =
            format!("SELECT {columns} FROM {table} WHERE {key} BETWEEN ?1 AND ?2 ORDER BY {key}");
        let (mut low, high) = (0, self.last(key));
        let mut step = 1;
        while low <= high {
            let mut reached = None;
            let whole = self.read(&select, (low, high), |first, row| {
                reached = Some(first);
                insert.execute(params_from_iter(row)).map(|_| ())
            })?;
            match reached {
                _ if whole => break,
                Some(reached) => (low, step) = (reached + 1, 1),
                None => (low, step) = (low + step, (step * 2).min(LONGEST_STEP)),
            }
        }
        Ok(())
    }

    /// The highest key. Where it can't be read, one that the file has no room for.
    fn last(&self, key: &str) -> i64 {
        let last = format!("SELECT max({key}) FROM {}", self.table);
        let last = self.from.query_row(&last, [], |row| row.get::<_, Option<i64>>(0));
        let sequence = "SELECT seq FROM sqlite_sequence WHERE name = 'sessions'";
        let sequence = || self.from.query_row(sequence, [], |row| row.get(0));
        let pages = "SELECT page_count FROM pragma_page_count";
        let room = || self.from.query_row(pages, [], |row| row.get::<_, i64>(0)).map(|n| n * 100);
        let by_session = key == "session" || self.table == "sessions" || self.table == "search";
        match last {
            Ok(last) => last.unwrap_or(-1),
            Err(_) if by_session => sequence().or_else(|_| room()).unwrap_or(0),
            Err(_) => room().unwrap_or(0),
        }
    }

    /// Reads rows until the end or until the damage; says whether it came to the end. Only an error
    /// of `put` is an error.
    fn read(
        &self,
        select: &str,
        range: (i64, i64),
        mut put: impl FnMut(i64, Vec<Value>) -> rusqlite::Result<()>,
    ) -> rusqlite::Result<bool> {
        // A table that is not known any more has no rows.
        let Ok(mut select) = self.from.prepare(select) else { return Ok(true) };
        let count = select.column_count();
        let Ok(mut rows) = select.query([range.0, range.1]) else { return Ok(false) };
        loop {
            match rows.next() {
                Ok(Some(row)) => {
                    let values = (0..count).map(|at| row.get(at));
                    let Ok(values) = values.collect::<rusqlite::Result<Vec<Value>>>() else {
                        continue;
                    };
                    if let Some(Value::Integer(key)) = values.first() {
                        let key = *key;
                        put(key, values)?;
                    }
                }
                Ok(None) => return Ok(true),
                Err(_) => return Ok(false),
            }
        }
    }
}
