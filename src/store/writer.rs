//! The journal's thread: writes, and where that fails, tries again.

use super::{Found, Handle, Opening, Place, Report, Store, StoreError, keep::Draft, pulse::Pulse};
use crate::{crash, session::Recorded};
use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use std::{
    collections::BTreeMap,
    mem,
    sync::{
        Arc,
        mpsc::{Receiver, RecvTimeoutError, Sender},
    },
    time::{Duration, Instant},
};

/// What the thread is told to do.
pub(super) enum Order {
    /// A session begins or goes on.
    Begin(Handle, Box<Draft>),
    /// More has happened in a session.
    Record(Handle, Vec<Recorded>),
    /// Nothing more happens in a session.
    Leave(Handle),
    /// The terminal that a session is about.
    Terminal(Handle, String),
    /// Say whether everything is kept.
    Flush(Sender<bool>),
}

/// The first pause before another try; each further one is twice as long.
const FIRST_PAUSE: Duration = Duration::from_millis(200);
/// The longest pause.
const LONGEST_PAUSE: Duration = Duration::from_secs(5);
/// How long the end of the program waits for a database that another one holds.
const LAST_PATIENCE: Duration = Duration::from_secs(3);

/// The state of the thread.
pub(super) struct Writer {
    place: Result<Place, StoreError>,
    zone: TimeZone,
    /// The latest time that is known here.
    now: Timestamp,
    /// What is to be done when the database is open.
    opening: Opening,
    pulse: Arc<Pulse>,
    store: Option<Store>,
    drafts: BTreeMap<Handle, Draft>,
    /// What is wrong at the moment.
    trouble: Option<mem::Discriminant<StoreError>>,
    /// Whether the damage of the open database is known, which only setting aside can mend.
    damaged: bool,
    pause: Duration,
    next_try: Instant,
}

impl Writer {
    pub(super) fn new(
        place: Result<Place, StoreError>,
        zone: TimeZone,
        now: Timestamp,
        opening: Opening,
        pulse: Arc<Pulse>,
    ) -> Self {
        Self {
            place,
            zone,
            now,
            opening,
            pulse,
            store: None,
            drafts: BTreeMap::new(),
            trouble: None,
            damaged: false,
            pause: FIRST_PAUSE,
            next_try: Instant::now(),
        }
    }

    /// Works until the journal is dropped.
    pub(super) fn run(mut self, orders: &Receiver<Order>) {
        self.work();
        loop {
            let order = if self.trouble.is_some() {
                orders.recv_timeout(self.next_try.saturating_duration_since(Instant::now()))
            } else {
                orders.recv().map_err(RecvTimeoutError::from)
            };
            match order {
                Ok(order) => self.obey(order),
                Err(RecvTimeoutError::Timeout) => self.work(),
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
        self.end();
    }

    fn obey(&mut self, order: Order) {
        match order {
            Order::Begin(handle, draft) => {
                self.now = self.now.max(draft.session.state().last());
                self.drafts.insert(handle, *draft);
                self.work_unless_pausing();
            }
            Order::Record(handle, events) => {
                for recorded in events {
                    self.now = self.now.max(recorded.at);
                    let Some(draft) = self.drafts.get_mut(&handle) else { return };
                    // What the session took, its copy takes.
                    let _ = draft.session.act(recorded.event, recorded.at);
                    self.work_unless_pausing();
                }
            }
            Order::Leave(handle) => {
                if let Some(draft) = self.drafts.get_mut(&handle) {
                    draft.left = true;
                    self.forget_left();
                }
            }
            Order::Terminal(handle, terminal) => {
                if let Some(draft) = self.drafts.get_mut(&handle) {
                    draft.terminal = Some(terminal);
                }
            }
            Order::Flush(done) => {
                if self.trouble.is_some() {
                    self.work_unless_pausing();
                }
                let _ = done.send(self.drafts.values().all(Draft::is_kept));
            }
        }
    }

    /// Forgets the sessions that were left and are kept: a program that runs for weeks would
    /// remember them all.
    fn forget_left(&mut self) {
        self.drafts.retain(|_, draft| !draft.left || !draft.is_kept());
    }

    fn work_unless_pausing(&mut self) {
        if self.trouble.is_none() || self.next_try <= Instant::now() {
            self.work();
        }
    }

    /// Keeps whatever is not kept.
    fn work(&mut self) {
        self.pulse.begin();
        let mut done = self.try_all();
        // Damage can be mended and a lost file made anew, at once.
        if let Err(StoreError::Damaged(_) | StoreError::Gone(_)) = &done
            && self.store.is_some()
        {
            self.damaged = matches!(done, Err(StoreError::Damaged(_)));
            self.store = None;
            done = self.try_all();
        }
        let slow = self.pulse.rest();
        match done {
            Ok(()) => {
                if self.trouble.take().is_some() || slow {
                    self.pulse.report(Report::Well);
                }
                self.pause = FIRST_PAUSE;
            }
            Err(error) => self.fail(error, slow),
        }
    }

    /// Whoever sells goes on selling: a defect in here is trouble like any other, and tried again.
    fn try_all(&mut self) -> Result<(), StoreError> {
        crash::survive(|| self.keep_all()).unwrap_or(Err(StoreError::Defect))
    }

    fn keep_all(&mut self) -> Result<(), StoreError> {
        crash::on_request("store");
        self.open()?;
        let Some(store) = &mut self.store else { return Ok(()) };
        for (handle, draft) in &mut self.drafts {
            if draft.is_kept() {
                continue;
            }
            let session = store.keep(draft)?;
            let events = draft.kept;
            self.pulse.report(Report::Kept { handle: *handle, session, events });
            self.pulse.begin();
        }
        self.forget_left();
        Ok(())
    }

    fn open(&mut self) -> Result<(), StoreError> {
        if self.store.is_some() {
            return Ok(());
        }
        let place = match &mut self.place {
            Ok(place) => place,
            Err(error) => return Err(mem::replace(error, StoreError::NoHome)),
        };
        let (mut store, mut mended) = if self.damaged {
            Store::mend(place, &self.zone, self.now)?
        } else {
            Store::open_or_mend(place, &self.zone, self.now)?
        };
        let mut found = self.opening.look.then(|| store.found(self.now));
        // Damage in the middle of the file shows only where that is read.
        if mended.is_none() && matches!(found, Some(Err(StoreError::Damaged(_)))) {
            drop(store);
            (store, mended) = Store::mend(place, &self.zone, self.now)?;
            found = Some(store.found(self.now));
        }
        self.damaged = false;
        if let Some(mended) = mended {
            self.pulse.report(Report::Mended(mended));
        }
        for draft in self.drafts.values_mut() {
            if !store.has(draft)? {
                draft.start_over();
            }
        }
        if let Some(days) = self.opening.keep_days.take() {
            let age = SignedDuration::from_hours(24 * i64::from(days));
            // What can't be forgotten now is forgotten at the next start.
            let _ = store.forget_before(self.now.checked_sub(age).unwrap_or(Timestamp::MIN));
        }
        if let Some(found) = found {
            self.opening.look = false;
            self.pulse.report(Report::Found(found.unwrap_or_default()));
        }
        self.store = Some(store);
        Ok(())
    }

    /// Tells what can be read where nothing can be written: what was not finished can be gone on
    /// with in memory, and what came up before is still known.
    fn look_only(&mut self) {
        if !self.opening.look {
            return;
        }
        let place = self.place.as_ref().ok().filter(|place| place.database().exists());
        let found = place.map_or_else(
            || Ok(Found::default()),
            |place| Store::view(place, &self.zone).and_then(|store| store.found(self.now)),
        );
        if let Ok(found) = found {
            self.opening.look = false;
            self.pulse.report(Report::Found(found));
        }
    }

    fn fail(&mut self, error: StoreError, slow: bool) {
        // Whatever it was, a fresh start is the surest way on; a lock needs none.
        if !matches!(error, StoreError::Locked(_)) {
            self.store = None;
        }
        self.next_try = Instant::now() + self.pause;
        self.pause = (self.pause * 2).min(LONGEST_PAUSE);
        let kind = mem::discriminant(&error);
        // A screen that was told of a slow disk hears what it was in truth.
        if self.trouble.replace(kind) != Some(kind) || slow {
            self.pulse.report(Report::Trouble(error));
            self.look_only();
        }
    }

    /// The end: what is not kept yet is tried for a moment more.
    fn end(mut self) {
        let begun = Instant::now();
        while !self.drafts.values().all(Draft::is_kept) {
            match self.try_all() {
                Err(error) if error.passes() && begun.elapsed() < LAST_PATIENCE => {
                    self.store = self.store.filter(|_| matches!(error, StoreError::Locked(_)));
                    std::thread::sleep(FIRST_PAUSE);
                }
                Err(error) => return self.pulse.leave(error),
                Ok(()) => {}
            }
        }
    }
}
