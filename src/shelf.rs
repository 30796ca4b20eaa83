//! What the full screen asks of the sessions that were kept. Each question opens the database anew:
//! who only looks must not keep another program from mending it.
//!
//! ```text
//! App ─► Effect::Ask ─► Desk (a thread) ─► Shelf::ask ─► Store
//!  ▲                                          │
//!  └───── Input::Answer ◄─────────────────────┘
//! ```
//!
//! Nobody waits for an answer: among a million sessions it takes a moment. A list or the figures that
//! are asked for put an end to those that are still on the way.

use crate::{
    crash,
    session::CardData,
    store::{Breaker, Filter, Page, Place, SessionId, Stats, Store, StoreError, Stored},
};
use jiff::{Timestamp, tz::TimeZone};
use std::{
    collections::VecDeque,
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{self, Receiver, Sender},
    },
    thread::{self, JoinHandle},
};

/// How many sessions one page of history has.
const PAGE: usize = 50;

/// Something that is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Sessions that fit, from the one before this number on.
    Page(Filter, Option<SessionId>),
    /// One session.
    Session(SessionId),
    /// The names of the terminals that sessions are about.
    Terminals,
    /// The figures.
    Stats,
    /// To write down what support said of a session.
    Support(SessionId, String),
}

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// Sessions.
    Page(Page),
    /// One session, if it is there.
    Session(Option<Box<Stored>>),
    /// Names of terminals.
    Terminals(Vec<String>),
    /// The figures.
    Stats(Box<Stats>),
    /// It is written down, and which card data was masked; none where the session is gone.
    Support(SessionId, Option<Vec<CardData>>),
}

impl Asked {
    /// Whether it may take long, and is of no use any more once another such thing is asked.
    fn is_slow(&self) -> bool {
        matches!(self, Self::Page(..) | Self::Stats)
    }
}

/// The number of a request: by it an answer that comes late is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ticket(pub u64);

/// Something that is asked, with its number and the time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Its number.
    pub ticket: Ticket,
    /// What is asked.
    pub asked: Asked,
    /// When.
    pub at: Timestamp,
}

/// What came of a request.
#[derive(Debug)]
pub struct Answer {
    /// The request.
    pub request: Request,
    /// The answer, or why there is none.
    pub told: Result<Told, StoreError>,
}

/// Where the kept sessions are.
#[derive(Clone, Debug)]
pub struct Shelf {
    place: Option<Place>,
    zone: TimeZone,
}

impl Shelf {
    /// The sessions at a place; none where there is no place for them.
    pub fn new(place: Option<Place>, zone: TimeZone) -> Self {
        Self { place, zone }
    }

    /// Answers. A database that is not there yet has no sessions.
    pub fn ask(&self, asked: Asked, now: Timestamp) -> Result<Told, StoreError> {
        self.ask_breakable(asked, now, |_| {})
    }

    /// The same. `reading` is given what breaks the reading off, before it begins.
    fn ask_breakable(
        &self,
        asked: Asked,
        now: Timestamp,
        reading: impl FnOnce(Breaker),
    ) -> Result<Told, StoreError> {
        let place = self.place.as_ref().ok_or(StoreError::NoHome)?;
        if let Asked::Support(number, text) = asked {
            let mut store = Store::open(place, &self.zone)?;
            return Ok(Told::Support(number, store.add_support(number, &text, now)?));
        }
        let there = place.database().exists();
        let store = there.then(|| Store::view(place, &self.zone)).transpose()?;
        if let Some(store) = &store {
            reading(store.breaker());
        }
        Ok(match (asked, store) {
            (Asked::Page(filter, before), Some(store)) => {
                Told::Page(store.page(&filter, before, PAGE)?)
            }
            (Asked::Page(..), None) => Told::Page(Page::default()),
            (Asked::Session(number), Some(store)) => {
                Told::Session(store.session(number)?.map(Box::new))
            }
            (Asked::Terminals, Some(store)) => Told::Terminals(store.terminals()?),
            (Asked::Terminals, None) => Told::Terminals(Vec::new()),
            (Asked::Stats, Some(store)) => Told::Stats(Box::new(store.stats()?)),
            (Asked::Stats, None) => Told::Stats(Box::default()),
            (Asked::Session(_) | Asked::Support(..), _) => Told::Session(None),
        })
    }
}

/// Answers requests, one after the other, in a thread of its own.
///
/// Dropping it breaks off what is read, and waits until what is to be written down is.
#[derive(Debug)]
pub struct Desk {
    requests: Option<Sender<Request>>,
    thread: Option<JoinHandle<()>>,
    hand: Arc<Mutex<Hand>>,
}

/// What the thread has in hand.
#[derive(Debug, Default)]
struct Hand {
    /// The newest request that may take long; none after the end.
    newest: Option<Ticket>,
    /// What breaks off the one that is being answered.
    breaker: Option<Breaker>,
}

impl Desk {
    /// Opens. `tell` is called by the thread and must not wait.
    pub fn open(shelf: Shelf, tell: impl FnMut(Answer) + Send + 'static) -> Self {
        let (requests, receiver) = mpsc::channel();
        let hand = Arc::<Mutex<Hand>>::default();
        let own = Arc::clone(&hand);
        let thread = thread::spawn(move || work(&shelf, &receiver, &own, tell));
        Self { requests: Some(requests), thread: Some(thread), hand }
    }

    /// Takes a request.
    pub fn ask(&self, request: Request) {
        if request.asked.is_slow() {
            self.turn_to(Some(request.ticket));
        }
        if let Some(requests) = &self.requests {
            // It fails only where the thread has panicked.
            let _ = requests.send(request);
        }
    }

    /// Lets go of what may take long, in favour of this.
    fn turn_to(&self, newest: Option<Ticket>) {
        let mut hand = self.hand.lock().unwrap_or_else(PoisonError::into_inner);
        hand.newest = newest;
        if let Some(breaker) = hand.breaker.take() {
            breaker.break_off();
        }
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.turn_to(None);
        self.requests = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn work(
    shelf: &Shelf,
    requests: &Receiver<Request>,
    hand: &Mutex<Hand>,
    mut tell: impl FnMut(Answer),
) {
    let hand = || hand.lock().unwrap_or_else(PoisonError::into_inner);
    let mut waiting = VecDeque::new();
    while let Some(request) = waiting.pop_front().or_else(|| requests.recv().ok()) {
        waiting.extend(requests.try_iter());
        let Request { ticket, asked, at } = request.clone();
        crash::on_request("desk");
        let slow = asked.is_slow();
        let wanted = || !slow || hand().newest == Some(ticket);
        if !wanted() {
            continue;
        }
        let reading = |breaker: Breaker| {
            let mut hand = hand();
            if !slow {
                return;
            }
            if hand.newest == Some(ticket) {
                hand.breaker = Some(breaker);
            }
        };
        let told = shelf.ask_breakable(asked, at, reading);
        hand().breaker = None;
        if wanted() {
            tell(Answer { request, told });
        }
    }
}
