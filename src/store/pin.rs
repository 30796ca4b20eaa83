//! The trainer's PIN: kept as an argon2 hash, asked for before names and reports are shown.
//!
//! It is a lock on a drawer, not on a safe: whoever can read the database's file can read what is in it.

use super::{Store, StoreError};
use crate::{flaw::Flaw, guide::half_width};
use argon2::{
    Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version,
    password_hash::phc::PasswordHash,
};
use rusqlite::OptionalExtension;
use std::fmt;

/// A PIN as somebody typed it. It is never shown, not even by a crash report.
#[derive(Clone, PartialEq, Eq)]
pub struct Pin(String);

impl Pin {
    /// Characters that it has at least.
    pub const FEWEST: usize = 4;
    /// Characters that it has at most.
    pub const MOST: usize = 64;

    /// A PIN from a line that was typed; digits may be wide, as a Chinese keyboard types them.
    pub fn parse(typed: &str) -> Result<Self, Flaw> {
        let pin: String = typed.trim().chars().map(half_width).collect();
        match pin.chars().count() {
            0 => Err(Flaw::Missing),
            count if count < Self::FEWEST => Err(Flaw::TooShort(Self::FEWEST)),
            count if count > Self::MOST => Err(Flaw::TooLong(Self::MOST)),
            _ => Ok(Self(pin)),
        }
    }
}

impl fmt::Debug for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pin")
    }
}

/// The second of the settings that RFC 9106 recommends (section 4): 64 MiB, three passes, four lanes. A
/// try takes a tenth of a second or more, which is all that slows down whoever tries them one by one.
fn argon2() -> Argon2<'static> {
    let params = Params::new(64 * 1024, 3, 4, None).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// Stands where the hash of a PIN was lost: it fits no PIN.
pub(super) const LOST: &str = "";

impl Store {
    /// Whether a PIN guards names and reports.
    pub fn has_pin(&self) -> Result<bool, StoreError> {
        self.pin().map(|hash| hash.is_some())
    }

    /// Whether there was a PIN that nobody can be held against any more, because the database was damaged.
    /// [`has_pin`](Self::has_pin) says yes then, too.
    pub fn is_pin_lost(&self) -> Result<bool, StoreError> {
        self.pin().map(|hash| hash.is_some_and(|hash| PasswordHash::new(&hash).is_err()))
    }

    /// Whether this is the trainer's PIN. Takes long on purpose. Without a PIN any is right.
    pub fn is_pin(&self, pin: &Pin) -> Result<bool, StoreError> {
        let Some(hash) = self.pin()? else { return Ok(true) };
        // A hash that can't be read lets nobody in.
        let hash = PasswordHash::new(&hash);
        Ok(hash
            .is_ok_and(|hash| Argon2::default().verify_password(pin.0.as_bytes(), &hash).is_ok()))
    }

    /// Sets the trainer's PIN, or takes it away.
    pub fn set_pin(&mut self, pin: Option<&Pin>) -> Result<(), StoreError> {
        self.still_there()?;
        let failed = |why: String| StoreError::Other(self.path.clone(), why);
        let hash = |pin: &Pin| {
            let hash = argon2().hash_password(pin.0.as_bytes());
            hash.map(|hash| hash.to_string()).map_err(|error| failed(error.to_string()))
        };
        let hash = pin.map(hash).transpose()?;
        let set = "INSERT INTO trainer (id, pin) VALUES (1, ?1)
            ON CONFLICT (id) DO UPDATE SET pin = excluded.pin";
        let done = match hash {
            Some(hash) => self.db.execute(set, [hash]),
            None => self.db.execute("DELETE FROM trainer", []),
        };
        done.map(|_| ()).map_err(|error| self.failed(&error))
    }

    fn pin(&self) -> Result<Option<String>, StoreError> {
        if !self.knows_training()? {
            return Ok(None);
        }
        let pin = "SELECT pin FROM trainer WHERE id = 1";
        let pin = self.db.query_row(pin, [], |row| row.get(0)).optional();
        pin.map_err(|error| self.failed(&error))
    }
}
