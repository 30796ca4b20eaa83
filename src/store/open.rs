//! Opening the database: whose it is, which version, and in which way it is used.

use super::{
    Place, Store, StoreError,
    schema::{APPLICATION, STEPS, VERSION},
    terms::Terms,
};
use jiff::tz::TimeZone;
use rusqlite::{Connection, OpenFlags, TransactionBehavior, config::DbConfig};
use std::{
    fs::File,
    io::{self, Read},
    path::Path,
    thread,
    time::{Duration, Instant},
};

/// How long a statement waits for another program before it gives up.
pub(super) const PATIENCE: Duration = Duration::from_secs(1);

/// What the first bytes of a database file say.
struct Header {
    version: u32,
    application: i32,
}

impl Store {
    /// Opens the database at a place, and makes it where it is missing.
    ///
    /// A damaged one is an error here; [`Store::open_or_mend`] sets it aside.
    pub fn open(place: &Place, zone: &TimeZone) -> Result<Self, StoreError> {
        place.prepare()?;
        let lock = place.lock(false, PATIENCE)?;
        let path = place.database();
        match Place::own_file(&path) {
            Ok(_) => {}
            Err(error) if is_read_only(&error) && path.exists() => {
                return Err(StoreError::ReadOnly(path));
            }
            Err(error) => return Err(StoreError::of_io(&path, error)),
        }
        if let Some(header) = header(&path)? {
            known(&path, header.version, header.application)?;
        }
        let db = connect(&path).map_err(|error| StoreError::of_sql(&path, &error))?;
        migrate(&db, &path)?;
        let failed = |error| StoreError::of_sql(&path, &error);
        // Only now: until the version was known, not a byte was to change, not even at the end.
        db.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false).map_err(failed)?;
        let store = Self {
            db,
            place: place.clone(),
            path: path.clone(),
            zone: zone.clone(),
            terms: Terms::default(),
            file: identity(&path),
            writable: true,
            _lock: Some(lock),
        };
        Ok(store)
    }

    /// Opens the database for reading alone: where its disk may not be written to, history can
    /// still be read.
    pub fn view(place: &Place, zone: &TimeZone) -> Result<Self, StoreError> {
        let path = place.database();
        let header = header(&path)?.ok_or_else(|| StoreError::Damaged(path.clone()))?;
        known(&path, header.version, header.application)?;
        let failed = |error| StoreError::of_sql(&path, &error);
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let probe = |db: Connection| {
            db.pragma_query_value(None, "user_version", |row| row.get(0)).map(|_: u32| db)
        };
        let db = Connection::open_with_flags(&path, flags).and_then(probe);
        let db = db.or_else(|_| {
            // Without a place for the files that SQLite puts beside it, it can be read as it is.
            let flags = flags | OpenFlags::SQLITE_OPEN_URI;
            Connection::open_with_flags(uri(&path), flags).and_then(probe)
        });
        Ok(Self {
            db: db.map_err(failed)?,
            place: place.clone(),
            path: path.clone(),
            zone: zone.clone(),
            terms: Terms::default(),
            file: None,
            writable: false,
            _lock: None,
        })
    }

    /// Whether the database is still the file that was opened: who deletes or restores it while a
    /// program runs would otherwise be told that answers are kept.
    pub(super) fn still_there(&self) -> Result<(), StoreError> {
        let gone = cfg!(unix) && identity(&self.path) != self.file;
        if gone { Err(StoreError::Gone(self.path.clone())) } else { Ok(()) }
    }
}

fn is_read_only(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem)
}

/// What tells a file from another one of the same name.
fn identity(path: &Path) -> Option<(u64, u64)> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        std::fs::metadata(path).ok().map(|about| (about.dev(), about.ino()))
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        None
    }
}

/// The address of a file that nobody changes while it is read.
fn uri(path: &Path) -> String {
    let path = path.display().to_string();
    let escaped: Vec<String> = path
        .chars()
        .map(|c| match c {
            '%' | '?' | '#' => format!("%{:02x}", u32::from(c)),
            '\\' => "/".to_owned(),
            c => c.to_string(),
        })
        .collect();
    format!("file:{}?immutable=1", escaped.concat())
}

/// Reads the beginning of the file without `SQLite`, which might write to it. Nothing for a new one.
fn header(path: &Path) -> Result<Option<Header>, StoreError> {
    let failed = |error| StoreError::of_io(path, error);
    let mut bytes = Vec::new();
    File::open(path).map_err(failed)?.take(100).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.is_empty() {
        return Ok(None);
    }
    let four = |at: usize| bytes.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes);
    match (bytes.starts_with(b"SQLite format 3\0"), four(60), four(68)) {
        (true, Some(version), Some(application)) => {
            Ok(Some(Header { version, application: application.cast_signed() }))
        }
        _ => Err(StoreError::Damaged(path.to_owned())),
    }
}

/// Refuses what this program does not know. Zero is a database that is just being made.
fn known(path: &Path, version: u32, application: i32) -> Result<(), StoreError> {
    let path = path.to_owned();
    match application {
        APPLICATION if version > VERSION => {
            Err(StoreError::Newer { path, found: version, known: VERSION })
        }
        APPLICATION => Ok(()),
        0 if version == 0 => Ok(()),
        _ => Err(StoreError::Foreign(path)),
    }
}

/// Opens a connection and does not let it change the file yet.
fn connect(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(path, flags)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    db.busy_timeout(PATIENCE)?;
    db.set_prepared_statement_cache_capacity(64);
    Ok(db)
}

/// Checks the version, brings an older database up to date, and sets how it is used.
fn migrate(db: &Connection, path: &Path) -> Result<(), StoreError> {
    let failed = |error| StoreError::of_sql(path, &error);
    let (version, application, tables) = look(db).map_err(failed)?;
    known(path, version, application)?;
    if application == 0 && tables > 0 {
        return Err(StoreError::Foreign(path.to_owned()));
    }
    if version == 0 {
        // It counts only before there is any table.
        db.pragma_update(None, "auto_vacuum", "incremental").map_err(failed)?;
    }
    write_ahead(db).map_err(failed)?;
    for (name, value) in [
        // A commit is on the disk when it returns: a power cut loses nothing that was shown as kept.
        ("synchronous", "full"),
        // macOS says so earlier unless it is asked for the truth.
        ("fullfsync", "on"),
        ("foreign_keys", "on"),
        ("secure_delete", "on"),
        // A damaged or planted schema must not call anything.
        ("trusted_schema", "off"),
        ("journal_size_limit", "1048576"),
        ("cache_size", "-16384"),
    ] {
        db.pragma_update(None, name, value).map_err(failed)?;
    }
    if version == VERSION {
        return Ok(());
    }
    step_up(db, path)
}

/// Version, mark and number of tables, in one view of the database.
fn look(db: &Connection) -> rusqlite::Result<(u32, i32, u32)> {
    let all = "SELECT (SELECT user_version FROM pragma_user_version),
                      (SELECT application_id FROM pragma_application_id),
                      (SELECT count(*) FROM sqlite_schema)";
    db.query_row(all, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
}

/// Switches to the write-ahead log. While two programs do so at once, `SQLite` does not wait by
/// itself.
fn write_ahead(db: &Connection) -> rusqlite::Result<()> {
    let begun = Instant::now();
    loop {
        match db.pragma_update(None, "journal_mode", "wal") {
            Err(error)
                if error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy)
                    && begun.elapsed() < PATIENCE =>
            {
                thread::sleep(Duration::from_millis(10));
            }
            done => return done,
        }
    }
}

fn step_up(db: &Connection, path: &Path) -> Result<(), StoreError> {
    let failed = |error| StoreError::of_sql(path, &error);
    let made = || -> rusqlite::Result<()> {
        let tx = rusqlite::Transaction::new_unchecked(db, TransactionBehavior::Immediate)?;
        // Another program may have done it meanwhile.
        let version: u32 = tx.pragma_query_value(None, "user_version", |row| row.get(0))?;
        for step in STEPS.iter().skip(version as usize) {
            tx.execute_batch(step)?;
        }
        tx.pragma_update(None, "user_version", VERSION.max(version))?;
        tx.commit()
    };
    made().map_err(failed)?;
    let (version, application, _) = look(db).map_err(failed)?;
    known(path, version, application)
}
