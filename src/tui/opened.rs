//! What the full screen shows first, and a session that was opened by its code: it came from
//! elsewhere, and goes to the history only when somebody goes on with it here.

use super::{
    app::App,
    command::Verb,
    screens::{Confirm, Kind, help},
};
use crate::{
    session::{Session, SessionCode},
    store::Stored,
    tr,
    training::Mode,
};
use jiff::Timestamp;

/// What the full screen shows first.
#[derive(Debug)]
pub enum First {
    /// The home screen.
    Home,
    /// Training: a scenario by its id, or the list of them.
    Training(Option<String>, Option<Mode>),
    /// The session that is open still, as soon as it is known.
    Resume,
    /// Where a session stands that comes from elsewhere. It is kept once somebody goes on with it.
    Session(Box<Session>),
    /// A session that is kept, and what is to be said of it.
    Kept(Box<Stored>, String),
}

impl App {
    /// Opens what is shown first.
    pub(super) fn open_first(&mut self, first: First) {
        match first {
            First::Session(session) => self.open_at(*session, self.now),
            First::Kept(stored, said) => {
                self.open(Kind::Kept(stored));
                self.notice = Some(said);
            }
            First::Training(scenario, mode) => self.open_training(scenario.as_deref(), mode),
            First::Home | First::Resume => {}
        }
    }

    /// Shows the place where a session stands that comes from elsewhere.
    pub(super) fn open_at(&mut self, session: Session, now: Timestamp) {
        // The numbers to call stand on the first screen already.
        self.load_profile();
        let events = session.transcript().len();
        self.take_session(session, now);
        (self.keeping.opened, self.saved_events) = (Some(events), events);
        let keys = self.keymap.keys(Verb::Review);
        let key = keys.first().map(|key| help::key(&self.texts, *key)).unwrap_or_default();
        self.notice = Some(tr!(self.texts, "notice-opened", key = key));
    }

    /// Opens the session behind a code, or asks first where one is under way that would be lost.
    pub(super) fn open_code(&mut self, code: &SessionCode, ask: bool, now: Timestamp) {
        self.keep_open_note(now);
        if ask && self.would_lose() {
            return self.open(Kind::Confirm(Confirm::Open(code.clone())));
        }
        let guide = self.guide();
        match code.open(&guide, now) {
            Ok(session) => self.open_at(session, now),
            Err(error) => self.notice = Some(error.message(&self.texts, &guide)),
        }
    }

    /// Whether the session under way was opened by its code, and nobody has gone on with it.
    pub(super) fn only_opened(&self) -> bool {
        let Some((events, session)) = self.keeping.opened.zip(self.session.as_ref()) else {
            return false;
        };
        let new = session.transcript().get(events..).unwrap_or_default();
        !new.iter().any(|own| own.event.puts_in())
    }
}
