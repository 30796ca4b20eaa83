//! Breaking off what is read: who asks for something else needs no answer any more.

use super::Store;
use rusqlite::InterruptHandle;
use std::fmt;

/// Breaks off what an open database reads, from another thread. What was read fails then.
pub struct Breaker(InterruptHandle);

impl Breaker {
    /// Breaks off whatever is read now. Nothing happens where the database is closed already.
    pub fn break_off(&self) {
        self.0.interrupt();
    }
}

impl fmt::Debug for Breaker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Breaker")
    }
}

impl Store {
    /// What breaks off the reading here.
    pub fn breaker(&self) -> Breaker {
        Breaker(self.db.get_interrupt_handle())
    }
}
