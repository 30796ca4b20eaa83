//! Attempts that a test can look into, and drills that are kept in them.

use super::{
    drilled::Hands,
    stage::{Stage, first_time},
};
use jiff::tz::TimeZone;
use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard},
};
use tilldoc::{
    attempts::Kept,
    drilling::{Attempts, InMemory},
    store::{AttemptFilter, Place, Store},
    texts::Texts,
    training::{Attempt, CardId, CardState, Drill, Happened, Marked, Mode, TraineeName},
};

/// The scenario that most drills in the tests are on.
pub(crate) const NOODLES: &str = "the-noodle-shop-at-six";

/// Attempts that a test can look into.
#[derive(Clone, Default)]
pub(crate) struct Seen(Arc<Mutex<Inside>>);

/// The one that is not over, the marks, and all that happened.
pub(crate) type Inside = (InMemory, Vec<Marked>, Vec<Happened>);

impl Attempts for Seen {
    fn begin(&mut self, drill: &Drill, language: &str) {
        self.inside().0.begin(drill, language);
        self.inside().2.extend(drill.events().iter().cloned());
    }

    fn happened(&mut self, own: &Happened) {
        self.inside().0.happened(own);
        self.inside().2.push(own.clone());
    }

    fn finished(&mut self, marked: &Marked) {
        self.inside().0.finished(marked);
        self.inside().1.push(marked.clone());
    }

    fn unfinished(&mut self, guide: &str) -> Option<Vec<Happened>> {
        self.inside().0.unfinished(guide)
    }

    fn marked(&mut self) -> Vec<Marked> {
        self.inside().0.marked()
    }

    fn cards(&mut self) -> BTreeMap<CardId, CardState> {
        self.inside().0.cards()
    }

    fn set_card(&mut self, card: &CardId, state: &CardState) {
        self.inside().0.set_card(card, state);
    }

    fn give_away(&mut self) {
        self.inside().0.give_away();
    }

    fn lasts(&self) -> bool {
        true
    }

    fn trouble(&mut self, texts: &Texts) -> Option<String> {
        self.inside().0.trouble(texts)
    }
}

impl Seen {
    pub(crate) fn inside(&self) -> MutexGuard<'_, Inside> {
        self.0.lock().expect("no test panics with it")
    }

    pub(crate) fn marks(&self) -> Vec<Marked> {
        self.inside().1.clone()
    }
}

pub(crate) fn stage(mode: Mode, seen: &Seen) -> Stage {
    Stage::new().training(Some(NOODLES), Some(mode), seen.clone())
}

/// First actions in the right order.
pub(crate) fn right_actions(hands: &Hands) -> Vec<usize> {
    (0..hands.drill().actions_wanted()).collect()
}

/// Attempts in a database, as `tilldoc train --trainee` keeps them.
pub(crate) fn kept(folder: &std::path::Path) -> Kept {
    let place = Place::new(Some(folder)).expect("a place");
    let name = TraineeName::parse("Li Wei").expect("a name");
    Kept::new(place, TimeZone::UTC, first_time(), name)
}

pub(crate) fn in_database(folder: &std::path::Path) -> Vec<Attempt> {
    let place = Place::new(Some(folder)).expect("a place");
    let store = Store::open(&place, &TimeZone::UTC).expect("it opens");
    store.attempts(&AttemptFilter::default()).expect("it reads")
}
