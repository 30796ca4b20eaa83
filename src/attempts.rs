//! Attempts of a trainee in the database: each event is there before the drill goes on.

use crate::{
    drilling::{Attempts, InMemory},
    history::mended_words,
    session::redact,
    store::{AttemptFilter, Place, Store, StoreError},
    texts::Texts,
    training::{
        AttemptEvent, AttemptId, AttemptStart, CardId, CardState, Drill, Happened, Marked, Trainee,
        TraineeName, Worded,
    },
};
use jiff::{Timestamp, tz::TimeZone};
use std::collections::BTreeMap;

/// Keeps the attempts of one trainee. Where that fails they last as long as the program runs.
pub struct Kept {
    place: Place,
    zone: TimeZone,
    now: Timestamp,
    name: TraineeName,
    /// The database, once somebody trains.
    store: Option<(Store, Trainee)>,
    /// The attempt under way, with how many of its events are kept.
    attempt: Option<(AttemptId, usize)>,
    /// What it comes to where nothing can be kept.
    memory: InMemory,
    /// What is to be said.
    news: Vec<Telling>,
    /// Whether the last thing could not be kept.
    fails: bool,
}

enum Telling {
    Mended(crate::store::Mended),
    Failed(StoreError),
    /// Another program goes on with the attempt.
    Elsewhere,
}

impl Kept {
    /// Keeps attempts at a place, under the name of a trainee. Nothing is opened before it is needed.
    pub fn new(place: Place, zone: TimeZone, now: Timestamp, name: TraineeName) -> Self {
        let memory = InMemory::default();
        let news = Vec::new();
        Self { place, zone, now, name, store: None, attempt: None, memory, news, fails: false }
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
}

impl Attempts for Kept {
    fn begin(&mut self, drill: &Drill, language: &str) {
        self.memory.begin(drill, language);
        let (guide, scenario) = (drill.guide(), drill.scenario());
        // The version is that of the guide when the drill began.
        let start = AttemptStart {
            scenario: scenario.id.clone(),
            title: Worded::of(guide, &scenario.title),
            guide: guide.id.clone(),
            version: guide.version.clone(),
            mode: drill.terms().mode,
            language: language.to_owned(),
            began: drill.began(),
        };
        let events = drill.events().to_vec();
        self.attempt = self.with(|store, trainee| {
            let attempt = store.begin_attempt(trainee.id, &start)?;
            for (before, own) in events.iter().enumerate() {
                store.add_attempt_event(attempt, before, own)?;
            }
            Ok((attempt, events.len()))
        });
    }

    fn happened(&mut self, own: &Happened) {
        self.memory.happened(own);
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

    fn finished(&mut self, marked: &Marked) {
        self.memory.finished(marked);
        if let Some((attempt, _)) = self.attempt.take() {
            self.with(|store, _| store.finish_attempt(attempt, marked));
        }
    }

    fn unfinished(&mut self) -> Option<Vec<Happened>> {
        if let Some(events) = self.memory.unfinished() {
            return Some(events);
        }
        let stored = self.with(|store, trainee| store.unfinished_attempt(trainee.id))??;
        self.attempt = Some((stored.open.id, stored.events.len()));
        let read = |own: &String| serde_json::from_str::<Happened>(own).ok();
        // What can't be read, a newer program may have written: it can't be gone on with here.
        stored.events.iter().map(read).collect::<Option<Vec<_>>>().or(Some(Vec::new()))
    }

    fn marked(&mut self) -> Vec<Marked> {
        let kept = self.with(|store, trainee| {
            let filter = AttemptFilter { trainee: Some(trainee.id), ..AttemptFilter::default() };
            Ok(store.attempts(&filter)?.into_iter().map(|own| own.marked).collect())
        });
        kept.unwrap_or_else(|| self.memory.marked())
    }

    fn cards(&mut self) -> BTreeMap<CardId, CardState> {
        let kept = self.with(|store, trainee| store.cards(trainee.id));
        kept.unwrap_or_else(|| self.memory.cards())
    }

    fn set_card(&mut self, card: &CardId, state: &CardState) {
        self.memory.set_card(card, state);
        self.with(|store, trainee| store.set_card(trainee.id, card, state));
    }

    fn give_away(&mut self) {
        self.memory.give_away();
        if let Some((attempt, _)) = self.attempt.take() {
            self.with(|store, _| store.drop_attempt(attempt));
        }
    }

    fn lasts(&self) -> bool {
        !self.fails
    }

    fn trouble(&mut self, texts: &Texts) -> Option<String> {
        let said = self.news.drain(..).map(|own| match own {
            Telling::Mended(mended) => mended_words(&mended, texts),
            Telling::Failed(error) => {
                crate::tr!(texts, "drill-not-kept-why", why = error.message(texts))
            }
            Telling::Elsewhere => crate::tr!(texts, "drill-elsewhere"),
        });
        let said: Vec<String> = said.map(|text| redact(&text).text).collect();
        (!said.is_empty()).then(|| said.join(" "))
    }
}
