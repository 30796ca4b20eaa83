//! The journal for the wizard in lines: an answer is repeated to the clerk only once it is kept.

use crate::{
    history::mended_words,
    plain::Recorder,
    session::Session,
    store::{Handle, Journal, Mended, Opening, Place, Report, SessionId, StoreError},
    texts::Texts,
    tr,
};
use jiff::{Timestamp, tz::TimeZone};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

/// How long a line waits until it is kept. Longer than the journal itself waits for another
/// program, so that it can say why not.
const PATIENCE: Duration = Duration::from_secs(3);

/// Keeps the sessions of a wizard in lines.
pub struct Keeper {
    journal: Journal,
    handle: Option<Handle>,
    events: usize,
    heard: Arc<Mutex<Heard>>,
    /// Whether it was said that something is not kept.
    told: bool,
}

/// What the journal has told.
#[derive(Default)]
struct Heard {
    kept: HashMap<u64, (SessionId, usize)>,
    trouble: Option<StoreError>,
    mended: Vec<Mended>,
}

impl Keeper {
    /// Keeps sessions at a place, each for so many days where that is said.
    pub fn new(
        place: Result<Place, StoreError>,
        zone: TimeZone,
        now: Timestamp,
        keep_days: Option<u32>,
    ) -> Self {
        let heard = Arc::new(Mutex::new(Heard::default()));
        let opening = Opening { look: false, keep_days };
        let ear = Arc::clone(&heard);
        let journal = Journal::open(place, zone, now, opening, move |report| {
            let mut heard = ear.lock().unwrap_or_else(PoisonError::into_inner);
            match report {
                Report::Kept { handle, session, events } => {
                    heard.kept.insert(handle.number(), (session, events));
                }
                Report::Trouble(error) => heard.trouble = Some(error),
                Report::Well => heard.trouble = None,
                Report::Mended(mended) => heard.mended.push(mended),
                Report::Found(_) => {}
            }
        });
        Self { journal, handle: None, events: 0, heard, told: false }
    }

    fn heard(&self) -> MutexGuard<'_, Heard> {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Recorder for Keeper {
    fn begin(&mut self, session: &Session) {
        if let Some(last) = self.handle.take() {
            self.journal.leave(last);
        }
        self.handle = Some(self.journal.begin(session, None));
        self.record(session);
    }

    fn record(&mut self, session: &Session) {
        let Some(handle) = self.handle else { return };
        self.events = session.transcript().len();
        self.journal.record(handle, session);
        self.journal.flush(PATIENCE);
    }

    fn kept(&self) -> Option<SessionId> {
        let heard = self.heard();
        let (session, events) = heard.kept.get(&self.handle?.number())?;
        (*events == self.events).then_some(*session)
    }

    fn news(&mut self, texts: &Texts) -> Vec<String> {
        let kept = self.kept().is_some();
        let mut heard = self.heard();
        let mut news: Vec<String> =
            heard.mended.drain(..).map(|mended| mended_words(&mended, texts)).collect();
        let why = heard.trouble.as_ref().map(|error| error.brief(texts));
        if let Some(error) = heard.trouble.as_ref().filter(|_| !kept && !self.told) {
            news.extend([error.message(texts), error.help(texts)]);
        }
        drop(heard);
        if !kept {
            let why = why.unwrap_or_else(|| tr!(texts, "plain-not-yet"));
            news.push(tr!(texts, "plain-not-kept", why = why));
        } else if self.told {
            news.push(tr!(texts, "plain-kept-again"));
        }
        self.told = !kept;
        news
    }
}
