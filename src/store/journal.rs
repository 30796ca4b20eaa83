//! The journal: takes events of sessions and keeps them, in its own time.
//!
//! Whoever records is never kept waiting: a thread does the writing, and tells by a callback what
//! is kept. What is kept survives a crash of the program and of the machine.

use super::{
    Place, SessionId, StoreError, Stored,
    keep::Draft,
    mend::Mended,
    pulse::Pulse,
    writer::{Order, Writer},
};
use crate::session::{Past, Session};
use jiff::{Timestamp, tz::TimeZone};
use std::{
    fmt,
    sync::{
        Arc,
        mpsc::{self, Sender},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

/// What the journal tells.
#[derive(Debug)]
pub enum Report {
    /// These events of a session are kept: all up to this count.
    Kept {
        /// Which session, by the handle that it was begun with.
        handle: Handle,
        /// The number under which it is kept.
        session: SessionId,
        /// How many of its events are kept.
        events: usize,
    },
    /// Nothing can be kept now, and why. The journal has all events in memory and goes on trying.
    Trouble(StoreError),
    /// The trouble is over, and everything is kept.
    Well,
    /// The database was damaged and has been set aside.
    Mended(Mended),
    /// What was there when the database was opened first, where that was asked for.
    Found(Found),
}

/// What the journal does when it opens the database first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Opening {
    /// Whether to tell what is there.
    pub look: bool,
    /// Days after which sessions are forgotten; none keeps them for ever.
    pub keep_days: Option<u32>,
}

/// What was there already.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The newest session that is open still.
    pub unfinished: Option<Box<Stored>>,
    /// How the sessions of the last weeks came out.
    pub past: Vec<(SessionId, Past)>,
}

/// One session in the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Handle(u64);

impl Handle {
    /// The number of the session in its journal, counted from 0.
    pub fn number(self) -> u64 {
        self.0
    }
}

/// A journal that writes to one database.
///
/// Dropping it waits until everything is kept, or for a moment where that can't be.
pub struct Journal {
    orders: Option<Sender<Order>>,
    /// The one that writes, and the one that tells where that takes long.
    threads: Vec<JoinHandle<()>>,
    pulse: Arc<Pulse>,
    /// How many events of each session were sent.
    sent: Vec<usize>,
}

impl Journal {
    /// Begins to write at a place; where there is none, the reports say why, and nothing is kept.
    ///
    /// The database is opened by the journal's own thread. `now` is only for the name of a damaged
    /// one that has to be set aside, and `zone` tells which day it is. `report` is called by that
    /// thread and must not wait.
    pub fn start(
        place: Result<Place, StoreError>,
        zone: TimeZone,
        now: Timestamp,
        report: impl FnMut(Report) + Send + 'static,
    ) -> Self {
        Self::open(place, zone, now, Opening::default(), report)
    }

    /// The same, with something to do first.
    pub fn open(
        place: Result<Place, StoreError>,
        zone: TimeZone,
        now: Timestamp,
        opening: Opening,
        report: impl FnMut(Report) + Send + 'static,
    ) -> Self {
        let (orders, receiver) = mpsc::channel();
        let pulse = Pulse::new(Box::new(report));
        let watch = place.as_ref().ok().map(|place| pulse.watch(place.database()));
        let writer = Writer::new(place, zone, now, opening, Arc::clone(&pulse));
        let end = pulse.end_when_dropped();
        let thread = thread::spawn(move || {
            let _end = end;
            writer.run(&receiver);
        });
        let threads = watch.into_iter().chain([thread]).collect();
        Self { orders: Some(orders), threads, pulse, sent: Vec::new() }
    }

    /// Begins to keep a session, with all that has happened in it. `terminal` is the name of the
    /// terminal that it is about, where the session does not say so itself.
    pub fn begin(&mut self, session: &Session, terminal: Option<&str>) -> Handle {
        self.take(session, Draft::new(session.clone(), terminal.map(str::to_owned)))
    }

    /// Goes on with a session that is kept already, as [`Session::resume`] gave it.
    pub fn go_on(&mut self, session: &Session, number: SessionId) -> Handle {
        self.take(session, Draft::going_on(session.clone(), number))
    }

    fn take(&mut self, session: &Session, draft: Draft) -> Handle {
        let handle = Handle(self.sent.len() as u64);
        self.sent.push(session.transcript().len());
        self.send(Order::Begin(handle, Box::new(draft)));
        handle
    }

    /// Keeps what has happened in a session since the last call.
    pub fn record(&mut self, handle: Handle, session: &Session) {
        let Some(sent) = self.sent.get_mut(handle.0 as usize) else { return };
        let new = session.transcript().get(*sent..).unwrap_or_default().to_vec();
        *sent += new.len();
        if !new.is_empty() {
            self.send(Order::Record(handle, new));
        }
    }

    /// Lets go of a session: nothing more happens in it. Once it is kept, the journal knows nothing of
    /// it any more.
    pub fn leave(&mut self, handle: Handle) {
        self.send(Order::Leave(handle));
    }

    /// Says which terminal a session is about.
    pub fn set_terminal(&mut self, handle: Handle, terminal: &str) {
        self.send(Order::Terminal(handle, terminal.to_owned()));
    }

    /// Waits until everything that was sent is kept or could not be; at most so long. Says whether
    /// it is kept.
    pub fn flush(&self, patience: Duration) -> bool {
        let (done, waiting) = mpsc::channel();
        self.send(Order::Flush(done));
        waiting.recv_timeout(patience).unwrap_or(false)
    }

    /// Ends: waits until everything is kept. Where that takes longer than `patience`, `waiting` is
    /// called before it goes on waiting. An error says why something is not kept.
    pub fn close(mut self, patience: Duration, waiting: impl FnOnce()) -> Result<(), StoreError> {
        self.orders = None;
        if !self.pulse.wait_for_end(patience) {
            waiting();
        }
        self.join();
        self.pulse.take_left().map_or(Ok(()), Err)
    }

    fn join(&mut self) {
        // Without a sender the thread tries once more, and ends.
        self.orders = None;
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }

    fn send(&self, order: Order) {
        // It fails only where the thread has panicked; then its report is missed, as it should be.
        let _ = self.orders.as_ref().map(|orders| orders.send(order));
    }
}

impl fmt::Debug for Journal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Journal")
    }
}

impl Drop for Journal {
    fn drop(&mut self) {
        self.join();
        if let Some(error) = self.pulse.take_left() {
            self.pulse.report(Report::Trouble(error));
        }
    }
}
