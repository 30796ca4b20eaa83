//! The attempts of one trainee in the database.

use crate::{
    crash,
    store::{AttemptFilter, Mended, Place, Store, StoreError},
    training::{
        AttemptId, AttemptStart, CardId, CardState, Happened, Marked, Trainee, TraineeName,
    },
};
use jiff::{Timestamp, tz::TimeZone};
use std::collections::BTreeMap;

/// The attempts of one trainee.
pub(super) struct Book {
    place: Place,
    zone: TimeZone,
    now: Timestamp,
    name: TraineeName,
    /// The database, once somebody trains.
    store: Option<(Store, Trainee)>,
    /// The attempt under way.
    attempt: Option<UnderWay>,
    /// Whether the attempt that was under way is lost for good: another program has gone on with it.
    lost: bool,
    /// What is to be said.
    pub(super) news: Vec<Telling>,
    /// Whether the last thing could not be done.
    fails: bool,
}

/// An attempt under way with all that is to be kept of it: what could not be written is tried again.
struct UnderWay {
    /// What it begins with, and its number once it is there.
    start: Option<AttemptStart>,
    id: Option<AttemptId>,
    events: Vec<Happened>,
    /// How many of the events are kept.
    kept: usize,
    /// What came of it, once it is over, and whether that is kept.
    marked: Option<Marked>,
    closed: bool,
}

/// What is to be said of keeping.
pub(super) enum Telling {
    /// What became of a damaged database.
    Mended(Mended),
    /// Why something is not kept.
    Failed(StoreError),
    /// Another program goes on with the attempt.
    Elsewhere,
}

impl Book {
    /// Keeps attempts at a place, under the name of a trainee. Nothing is opened before it is needed.
    pub(super) fn new(place: Place, zone: TimeZone, now: Timestamp, name: TraineeName) -> Self {
        let news = Vec::new();
        let (store, attempt) = (None, None);
        Self { place, zone, now, name, store, attempt, lost: false, news, fails: false }
    }

    /// Opens the database the first time.
    fn open(&mut self) -> Result<(&mut Store, Trainee), StoreError> {
        let opened = if let Some(opened) = self.store.take() {
            opened
        } else {
            let (mut store, mended) = Store::open_or_mend(&self.place, &self.zone, self.now)?;
            self.news.extend(mended.map(Telling::Mended));
            let trainee = store.trainee(&self.name, self.now)?;
            (store, trainee)
        };
        let (store, trainee) = self.store.insert(opened);
        Ok((store, trainee.clone()))
    }

    /// Does something with the database; that it fails is told once.
    fn with<T>(
        &mut self,
        act: impl FnOnce(&mut Store, &Trainee) -> Result<T, StoreError>,
    ) -> Option<T> {
        let done = self.open().and_then(|(store, trainee)| act(store, &trainee));
        match done {
            Ok(done) => {
                self.fails = false;
                Some(done)
            }
            Err(error) => {
                if !self.fails {
                    self.news.push(Telling::Failed(error));
                }
                self.fails = true;
                None
            }
        }
    }

    /// Something could not be done because of a defect in the program.
    pub(super) fn defect(&mut self) {
        // What was open may be in any state.
        self.store = None;
        if !self.fails {
            self.news.push(Telling::Failed(StoreError::Defect));
        }
        self.fails = true;
    }

    /// Whether something of the attempt under way, or of the last one, is not kept.
    pub(super) fn fails(&self) -> bool {
        self.fails || self.lost || self.attempt.as_ref().is_some_and(|own| !own.is_kept())
    }

    /// An attempt begins, with these events.
    pub(super) fn begin(&mut self, start: AttemptStart, events: Vec<Happened>) {
        self.lost = false;
        let (start, id, marked) = (Some(start), None, None);
        self.attempt = Some(UnderWay { start, id, events, kept: 0, marked, closed: false });
        self.catch_up();
    }

    /// Something more has happened in it.
    pub(super) fn happened(&mut self, own: Happened) {
        if let Some(attempt) = &mut self.attempt {
            attempt.events.push(own);
            self.catch_up();
        }
    }

    /// It is over.
    pub(super) fn finished(&mut self, marked: Marked) {
        if self.lost {
            // It was said when it was lost; the debrief must not look as if it counted.
            self.news.push(Telling::Elsewhere);
        } else if let Some(attempt) = &mut self.attempt {
            attempt.marked = Some(marked);
            self.catch_up();
        }
    }

    /// Writes all that is not kept yet.
    pub(super) fn catch_up(&mut self) {
        let Some(mut own) = self.attempt.take() else { return };
        // A defect costs nothing of what is to be kept: it is tried again with the next event.
        let written = crash::survive(|| {
            crash::on_request("attempts");
            self.with(|store, trainee| own.write(store, trainee))
        });
        let ours = written.unwrap_or_else(|| {
            self.defect();
            None
        });
        if ours == Some(false) {
            self.lost = true;
            self.news.push(Telling::Elsewhere);
        } else if !own.closed {
            self.attempt = Some(own);
        }
    }

    /// What has happened in the attempt that is not over.
    pub(super) fn unfinished(&mut self, guide: &str) -> Option<Vec<Happened>> {
        let stored = self.with(|store, trainee| store.unfinished_attempt(trainee.id, guide))??;
        let read = |own: &String| serde_json::from_str::<Happened>(own).ok();
        // What can't be read, a newer program may have written, and may go on with.
        let events = stored.events.iter().map(read).collect::<Option<Vec<_>>>()?;
        let (id, kept) = (Some(stored.open.id), events.len());
        self.lost = false;
        self.attempt = Some(UnderWay {
            start: None,
            id,
            events: events.clone(),
            kept,
            marked: None,
            closed: false,
        });
        Some(events)
    }

    /// What came of the attempts that are over; none where that can't be read.
    pub(super) fn marked(&mut self) -> Option<Vec<Marked>> {
        self.with(|store, trainee| {
            let filter = AttemptFilter { trainee: Some(trainee.id), ..AttemptFilter::default() };
            Ok(store.attempts(&filter)?.into_iter().map(|own| own.marked).collect())
        })
    }

    /// The cards that were met; none where that can't be read.
    pub(super) fn cards(&mut self) -> Option<BTreeMap<CardId, CardState>> {
        self.with(|store, trainee| store.cards(trainee.id))
    }

    /// How well a card is known now.
    pub(super) fn set_card(&mut self, card: &CardId, state: &CardState) {
        self.with(|store, trainee| store.set_card(trainee.id, card, state));
    }

    /// Lets go of the attempt that is not over.
    pub(super) fn give_away(&mut self) {
        if let Some(id) = self.attempt.take().and_then(|own| own.id) {
            self.with(|store, _| store.drop_attempt(id));
        }
    }
}

impl UnderWay {
    fn is_kept(&self) -> bool {
        self.kept == self.events.len() && (self.marked.is_none() || self.closed)
    }

    /// Writes what is not kept yet; whether the attempt is still ours.
    fn write(&mut self, store: &mut Store, trainee: &Trainee) -> Result<bool, StoreError> {
        let id = match (self.id, &self.start) {
            (Some(id), _) => id,
            (None, Some(start)) => *self.id.insert(store.begin_attempt(trainee.id, start)?),
            (None, None) => return Ok(false),
        };
        while let Some(own) = self.events.get(self.kept) {
            if !store.add_attempt_event(id, self.kept, own)? {
                return Ok(false);
            }
            self.kept += 1;
        }
        if let Some(marked) = &self.marked {
            if !store.finish_attempt(id, marked)? {
                return Ok(false);
            }
            self.closed = true;
        }
        Ok(true)
    }
}
