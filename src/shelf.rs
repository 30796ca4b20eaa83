//! What the full screen asks of the sessions that were kept. Each question opens the database anew:
//! who only looks must not keep another program from mending it.

use crate::{
    session::CardData,
    store::{Filter, Page, Place, SessionId, Stats, Store, StoreError, Stored},
};
use jiff::{Timestamp, tz::TimeZone};

/// How many sessions one page of history has.
const PAGE: usize = 50;

/// Something that is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Sessions that fit, from the one before this number on.
    Page(Filter, Option<SessionId>),
    /// One session.
    Session(SessionId),
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
    /// The figures.
    Stats(Box<Stats>),
    /// It is written down, and which card data was masked; none where the session is gone.
    Support(SessionId, Option<Vec<CardData>>),
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
        let place = self.place.as_ref().ok_or(StoreError::NoHome)?;
        if let Asked::Support(number, text) = asked {
            let mut store = Store::open(place, &self.zone)?;
            return Ok(Told::Support(number, store.add_support(number, &text, now)?));
        }
        let there = place.database().exists();
        let store = there.then(|| Store::view(place, &self.zone)).transpose()?;
        Ok(match (asked, store) {
            (Asked::Page(filter, before), Some(store)) => {
                Told::Page(store.page(&filter, before, PAGE)?)
            }
            (Asked::Page(..), None) => Told::Page(Page::default()),
            (Asked::Session(number), Some(store)) => {
                Told::Session(store.session(number)?.map(Box::new))
            }
            (Asked::Stats, Some(store)) => Told::Stats(Box::new(store.stats()?)),
            (Asked::Stats, None) => Told::Stats(Box::default()),
            (Asked::Session(_) | Asked::Support(..), _) => Told::Session(None),
        })
    }
}
