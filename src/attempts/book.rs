//! The attempts of one trainee in the database.

use crate::{
    store::{AttemptFilter, Mended, Place, Store, StoreError},
    training::{
        AttemptEvent, AttemptId, AttemptStart, CardId, CardState, Happened, Marked, Trainee,
        TraineeName,
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
    /// The attempt under way, with how many of its events are kept.
    attempt: Option<(AttemptId, usize)>,
    /// What is to be said.
    pub(super) news: Vec<Telling>,
    /// Whether the last thing could not be kept.
    pub(super) fails: bool,
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
        Self { place, zone, now, name, store: None, attempt: None, news, fails: false }
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

    /// An attempt begins, with these events.
    pub(super) fn begin(&mut self, start: &AttemptStart, events: &[Happened]) {
        self.attempt = self.with(|store, trainee| {
            let attempt = store.begin_attempt(trainee.id, start)?;
            for (before, own) in events.iter().enumerate() {
                store.add_attempt_event(attempt, before, own)?;
            }
            Ok((attempt, events.len()))
        });
    }

    /// Something more has happened in it.
    pub(super) fn happened(&mut self, own: &Happened) {
        let Some((attempt, before)) = self.attempt else { return };
        match self.with(|store, _| store.add_attempt_event(attempt, before, own)) {
            Some(true) => self.attempt = Some((attempt, before + 1)),
            Some(false) => {
                (self.attempt, self.fails) = (None, true);
                self.news.push(Telling::Elsewhere);
            }
            // A gap would make the attempt unplayable: once one event is lost the rest stays out.
            None if own.event != AttemptEvent::Finished => self.attempt = None,
            None => {}
        }
    }

    /// It is over.
    pub(super) fn finished(&mut self, marked: &Marked) {
        if let Some((attempt, _)) = self.attempt.take() {
            self.with(|store, _| store.finish_attempt(attempt, marked));
        }
    }

    /// What has happened in the attempt that is not over.
    pub(super) fn unfinished(&mut self) -> Option<Vec<Happened>> {
        let stored = self.with(|store, trainee| store.unfinished_attempt(trainee.id))??;
        self.attempt = Some((stored.open.id, stored.events.len()));
        let read = |own: &String| serde_json::from_str::<Happened>(own).ok();
        // What can't be read, a newer program may have written: it can't be gone on with here.
        stored.events.iter().map(read).collect::<Option<Vec<_>>>().or(Some(Vec::new()))
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

    /// Forgets the attempt that is not over.
    pub(super) fn give_away(&mut self) {
        if let Some((attempt, _)) = self.attempt.take() {
            self.with(|store, _| store.drop_attempt(attempt));
        }
    }
}
