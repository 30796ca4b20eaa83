//! What is kept of the sessions, and going on with one that was kept.

use super::{
    app::App,
    command::Verb,
    screens::{Kind, Screen, help},
};
use crate::{
    drilling::{Attempts, InMemory},
    history::{mended_words, resumed},
    session::{Event, Outcome, Past, Resumed, Session, Shop},
    store::{Found, Handle, Head, Journal, Origin, Report, SessionId, StoreError, Stored},
    tr,
};
use jiff::Timestamp;
use std::sync::Arc;

/// How many earlier sessions are remembered at most.
const MOST_PAST: usize = 5_000;

/// The journal, and what it has told.
#[derive(Default)]
pub(super) struct Keeping {
    journal: Option<Journal>,
    /// The session under way, in the journal.
    handle: Option<Handle>,
    /// Its number, and how many of its events are kept.
    kept: Option<(SessionId, usize)>,
    trouble: Option<Arc<Report>>,
    /// What became of a damaged database.
    mended: Option<String>,
    /// How earlier sessions came out, with their numbers where they are kept.
    past: Vec<(Option<SessionId>, Past)>,
    unfinished: Option<Box<Stored>>,
    /// Whether to go on with that one as soon as it is known.
    resume: bool,
    /// With how many events the session under way was opened by its code, until somebody goes on
    /// with it: it is not kept before.
    pub(super) opened: Option<usize>,
    /// The shop that the session under way comes from, where that is another one.
    origin: Option<Box<Origin>>,
}

/// Whether what has happened in the session under way is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// All of it.
    Kept,
    /// Not yet: it is being written.
    Soon,
    /// No.
    No,
}

impl Keeping {
    pub(super) fn new(resume: bool) -> Self {
        Self { resume, ..Self::default() }
    }

    /// Whether whatever happens is kept, or about to be.
    pub(super) fn is_well(&self) -> bool {
        self.journal.is_some() && self.trouble.is_none()
    }

    /// The kept session to go on with; the one under way comes before it.
    pub(super) fn offered(&self, session: Option<&Session>) -> Option<&Head> {
        self.unfinished.as_ref().filter(|_| session.is_none()).map(|stored| &stored.head)
    }

    /// The number of the session under way, where it is kept.
    pub(super) fn number(&self) -> Option<SessionId> {
        self.kept.map(|(number, _)| number)
    }

    /// What became of a damaged database, in words.
    pub(super) fn mended(&self) -> Option<&str> {
        self.mended.as_deref()
    }

    fn error(&self) -> Option<&StoreError> {
        match self.trouble.as_deref() {
            Some(Report::Trouble(error)) => Some(error),
            _ => None,
        }
    }
}

impl App {
    /// Keeps sessions from now on, beginning with the one under way.
    pub fn keep_in(&mut self, journal: Journal) {
        self.keeping.journal = Some(journal);
        self.keep();
    }

    /// Gives the journal away, to be closed when the terminal has been given back.
    pub(super) fn take_journal(&mut self) -> Option<Journal> {
        self.keeping.journal.take()
    }

    /// Gives away what keeps attempts, to be closed when the terminal has been given back.
    pub(super) fn take_attempts(&mut self) -> Box<dyn Attempts> {
        let none: Box<dyn Attempts> = Box::new(InMemory::default());
        std::mem::replace(&mut self.training.attempts, none)
    }

    /// Keeps what has happened. Nobody waits for it: the journal tells when it is kept.
    pub(super) fn keep(&mut self) {
        if self.only_opened() {
            return;
        }
        let keeping = &mut self.keeping;
        keeping.opened = None;
        let (Some(journal), Some(session)) = (&mut keeping.journal, &self.session) else { return };
        match keeping.handle {
            Some(handle) => journal.record(handle, session),
            None => keeping.handle = Some(journal.begin(session, None)),
        }
    }

    /// Whether what has happened in the session under way is kept; none where nothing is.
    pub(super) fn mark(&self) -> Option<Mark> {
        self.keeping.journal.as_ref().filter(|_| !self.only_opened())?;
        let events = self.session.as_ref()?.transcript().len();
        Some(match self.keeping.kept {
            // What is kept already says nothing of what comes next.
            Some((_, kept)) if kept >= events && self.keeping.trouble.is_some() => return None,
            Some((_, kept)) if kept >= events => Mark::Kept,
            _ if self.keeping.trouble.is_some() => Mark::No,
            _ => Mark::Soon,
        })
    }

    /// Says, on every screen, that nothing can be kept now and why.
    pub(super) fn not_kept(&self) -> Option<String> {
        let why = self.keeping.error()?.brief(&self.texts);
        let field = self.field();
        let works = |key: &&super::Key| key.typed().is_none_or(|c| !field.takes(c));
        let keys = self.keymap.keys(Verb::Export);
        let key = keys.iter().find(works).filter(|_| self.session.is_some());
        Some(match key.map(|key| help::key(&self.texts, *key)) {
            Some(key) => tr!(self.texts, "not-kept-export", why = why, key = key),
            None => tr!(self.texts, "not-kept", why = why),
        })
    }

    /// Takes in what the journal tells.
    pub(super) fn hear(&mut self, report: &Arc<Report>, now: Timestamp) {
        match &**report {
            Report::Kept { handle, session, events } => {
                if self.keeping.handle == Some(*handle) {
                    self.keeping.kept = Some((*session, *events));
                }
            }
            Report::Trouble(_) => self.keeping.trouble = Some(Arc::clone(report)),
            Report::Well => {
                self.keeping.trouble = None;
                self.notice = Some(tr!(self.texts, "notice-kept-again"));
            }
            Report::Mended(mended) => {
                // The next key takes a notice away; the home screen says it as long as it runs.
                let said = mended_words(mended, &self.texts);
                if self.screens.len() > 1 {
                    self.notice = Some(said.clone());
                }
                self.keeping.mended = Some(said);
            }
            Report::Found(found) => {
                self.find(found, now);
                // The home screen may have one line more. A page that somebody has scrolled stays so.
                if self.screens.len() == 1 {
                    self.settle();
                }
            }
        }
    }

    fn find(&mut self, found: &Found, now: Timestamp) {
        let kept = found.past.iter().map(|(id, past)| (Some(*id), past.clone()));
        self.keeping.past.extend(kept);
        self.keeping.unfinished.clone_from(&found.unfinished);
        self.recall(None);
        let offered = self.keeping.offered(self.session.as_ref()).is_some();
        match (std::mem::take(&mut self.keeping.resume), offered) {
            (true, true) => self.go_on(now),
            (true, false) if self.session.is_none() => {
                self.notice = Some(tr!(self.texts, "notice-nothing-open"));
            }
            // The new line stands first: the cursor stays where it was.
            (_, true) => {
                let home = &mut self.screens[0];
                home.cursor += usize::from(home.cursor > 0);
            }
            _ => {}
        }
    }

    /// Tells the remedies how earlier sessions came out, without the one under way.
    fn recall(&mut self, without: Option<SessionId>) {
        let past = self.keeping.past.iter().filter(|(id, _)| id.is_none() || *id != without);
        self.remember(past.map(|(_, past)| past.clone()).collect());
    }

    /// Goes on with the session that is open still.
    pub(super) fn go_on(&mut self, now: Timestamp) {
        if let Some(stored) = self.keeping.unfinished.take() {
            self.go_on_with(*stored, now);
        }
    }

    /// Goes on with a kept session, as far as the guide still has it.
    pub(super) fn go_on_with(&mut self, stored: Stored, now: Timestamp) {
        let (guide, number) = (self.guide(), stored.head.id);
        let Resumed { session, lost } = match resumed(&stored, &guide, &self.shop.profile) {
            Ok(resumed) => resumed,
            Err(error) => {
                self.notice = Some(error.message(&self.texts));
                return;
            }
        };
        self.leave_session(now);
        self.recall(Some(number));
        self.keeping.origin = stored.origin;
        let session = session.in_shop(self.shop_of_session());
        let events = session.transcript().len();
        let journal = self.keeping.journal.as_mut();
        self.keeping.handle = journal.map(|journal| journal.go_on(&session, number));
        self.keeping.kept = self.keeping.handle.map(|_| (number, events));
        self.enter(session, now);
        if !lost.is_empty() {
            let lost = lost.iter().map(|lost| lost.words(&guide, &self.texts));
            let said = std::iter::once(tr!(self.texts, "lost-title")).chain(lost);
            self.notice = Some(said.collect::<Vec<_>>().join(" "));
        }
    }

    /// Takes a new session in place of the one under way.
    pub(super) fn take_session(&mut self, session: Session, now: Timestamp) {
        self.leave_session(now);
        self.enter(session, now);
    }

    /// Leaves the session under way: one that is kept stays open, to go on with later.
    fn leave_session(&mut self, now: Timestamp) {
        self.keeping.origin = None;
        if self.only_opened() {
            // It stands where it came from, and can be opened again.
            (self.session, self.keeping.opened) = (None, None);
        }
        let Some(session) = &self.session else { return };
        if !self.keeping.is_well() || session.outcome() != Outcome::Unfinished {
            self.record(Event::Finished, now);
        }
        self.keep();
        let Some(session) = &self.session else { return };
        let id = self.keeping.kept.map(|(id, _)| id);
        let terminal = session.terminal_number().cloned();
        let past = session.remedy().map(|remedy| remedy.id.clone());
        let past = past.map(|remedy| Past { terminal, remedy, at: session.state().last() });
        self.keeping.past.retain(|(own, _)| own.is_none() || *own != id);
        self.keeping.past.extend(past.map(|past| (id, past)));
        let more = self.keeping.past.len().saturating_sub(MOST_PAST);
        self.keeping.past.drain(..more);
        self.recall(None);
        if let (Some(journal), Some(handle)) =
            (&mut self.keeping.journal, self.keeping.handle.take())
        {
            journal.leave(handle);
        }
        self.keeping.kept = None;
    }

    /// The shop for the session under way: the one that it comes from, else this one.
    pub(super) fn shop_of_session(&self) -> Shop {
        match &self.keeping.origin {
            Some(origin) => Shop { notices: self.shop.notices.clone(), ..origin.shop() },
            None => self.shop.clone(),
        }
    }

    fn enter(&mut self, session: Session, now: Timestamp) {
        let shop = self.shop_of_session();
        self.session = Some(session.in_shop(shop));
        self.saved_events = 0;
        self.screens.retain(Screen::is_picker);
        if self.screens.is_empty() {
            self.screens.push(Screen::from(Kind::Home));
        }
        self.show_session(now);
    }
}
