//! The sessions that were kept, on the screen: looking for them, opening one, the figures.

use super::{
    app::App,
    command::Effect,
    screens::{Editor, Kind, Screen, stats::Figures},
};
use crate::{
    guide::Guide,
    history::{export, noted},
    session::Session,
    session::export::Format,
    shelf::{Answer, Asked, Request, Ticket, Told},
    store::{Filter, Page, SessionId, StoreError, Stored},
    tr,
};
use jiff::Timestamp;
use std::sync::Arc;

type Outcome = Result<Told, StoreError>;

/// What support said, on its way to being kept.
#[derive(Default)]
pub(super) struct Writing {
    /// The request that writes it down, while nobody knows yet whether it is.
    pub(super) ticket: Option<Ticket>,
    /// What could not be written down, and of which session: it stays here while the program runs.
    failed: Option<(SessionId, String)>,
}

impl App {
    /// Opens the list of kept sessions.
    pub(super) fn open_history(&mut self) {
        self.open(Kind::History(Box::default()));
    }

    /// A request with a number of its own, for the shell.
    pub(super) fn ask(&mut self, asked: Asked) -> (Ticket, Effect) {
        self.newest.0 += 1;
        let request = Request { ticket: self.newest, asked, at: self.now };
        (self.newest, Effect::Ask(request))
    }

    /// What the list must ask, where it is to show something else than it asked for last.
    pub(super) fn wanted(&mut self) -> Option<Effect> {
        let Kind::History(own) = &self.top().kind else { return None };
        let filter = own.filter(self.now, &self.zone);
        if own.asked.as_ref() == Some(&filter) {
            return None;
        }
        let (ticket, effect) = self.ask(Asked::Page(filter.clone(), None));
        let own = self.history_mut()?;
        (own.asked, own.waiting) = (Some(filter), Some(ticket));
        Some(effect)
    }

    /// Asks for the sessions after the last one of the list.
    pub(super) fn ask_more(&mut self) -> Option<Effect> {
        let own = self.history()?;
        if own.waiting.is_some() {
            return None;
        }
        let more = Asked::Page(own.asked.clone()?, Some(own.page.next?));
        let (ticket, effect) = self.ask(more);
        self.history_mut()?.waiting = Some(ticket);
        Some(effect)
    }

    /// Asks for a session of the list, to open it; not for one that is no longer looked for.
    pub(super) fn open_kept(&mut self, number: SessionId) -> Option<Effect> {
        if self.history()?.is_stale() {
            self.notice = Some(tr!(self.texts, "history-still-looking"));
            return None;
        }
        let (ticket, effect) = self.ask(Asked::Session(number));
        self.history_mut()?.opening = Some(ticket);
        Some(effect)
    }

    /// Opens the figures, which are counted meanwhile.
    pub(super) fn open_stats(&mut self) -> Effect {
        let (ticket, effect) = self.ask(Asked::Stats);
        self.open(Kind::Stats(Box::new(Figures::counting(ticket))));
        effect
    }

    /// The kept session that is on the screen, or below the screen on top.
    pub(super) fn shown_kept(&self) -> Option<&Stored> {
        self.screens.iter().rev().find_map(|screen| match &screen.kind {
            Kind::Kept(stored) => Some(&**stored),
            _ => None,
        })
    }

    /// Goes on with the kept session on the screen.
    pub(super) fn go_on_kept(&mut self, now: Timestamp) {
        if let Some(stored) = self.shown_kept().cloned() {
            self.go_on_with(stored, now);
        }
    }

    /// Goes on with the kept session on the screen, which had come to its end.
    pub(super) fn reopen_kept(&mut self, now: Timestamp) {
        let Some(stored) = self.shown_kept().cloned() else { return };
        let number = stored.head.id;
        if self.keeping.number() != Some(number) {
            self.go_on_with(stored, now);
            if self.shown_kept().is_some() {
                // The guide does not have it; that is said.
                return;
            }
        }
        let events = self.session.as_ref().map(Session::reopening).unwrap_or_default();
        for event in events {
            self.record(event, now);
        }
        self.show_session(now);
        // Whether money is at stake was answered then; for a payment of today nobody has been asked.
        let careful = if self.guide().no_payments {
            tr!(self.texts, "unpaid-reopened")
        } else {
            tr!(self.texts, "history-reopened")
        };
        self.notice = Some(match self.notice.take() {
            Some(said) => format!("{careful} {said}"),
            None => careful,
        });
    }

    /// Opens the editor for what support said of the session on the screen.
    pub(super) fn open_support(&mut self) {
        if let Kind::Kept(stored) = &self.top().kind {
            let number = stored.head.id;
            let mut editor = Box::<Editor>::default();
            if let Some((_, text)) = self.writing.failed.take_if(|(own, _)| *own == number) {
                editor.insert(&text);
            }
            self.open(Kind::Support(number, editor));
        }
    }

    /// Asks for what support said to be written down. The editor stays until it is.
    pub(super) fn keep_support(&mut self) -> Option<Effect> {
        let Kind::Support(number, editor) = &self.top().kind else { return None };
        let (number, text) = (*number, editor.text());
        if self.writing.ticket.is_some() {
            self.notice = Some(tr!(self.texts, "history-writing"));
            return None;
        }
        if text.trim().is_empty() {
            self.close();
            return None;
        }
        if self
            .writing
            .failed
            .as_ref()
            .is_some_and(|(own, failed)| *own == number && *failed == text)
        {
            self.close();
            self.notice = Some(tr!(self.texts, "history-unwritten"));
            return None;
        }
        let (ticket, effect) = self.ask(Asked::Support(number, text));
        self.writing.ticket = Some(ticket);
        Some(effect)
    }

    /// The summary of the kept session on the screen, as a file's text.
    pub(super) fn kept_summary(&self, guide: &Arc<Guide>, format: Format) -> Option<String> {
        let exported = export(
            self.shown_kept()?,
            (guide, &self.shop.profile),
            format,
            &self.texts,
            &self.zone,
        );
        exported.ok().map(|own| own.text)
    }

    /// Takes an answer in. One that nobody waits for any more changes nothing.
    pub fn told(&mut self, answer: &Answer) -> Option<Effect> {
        let Request { ticket, asked, .. } = &answer.request;
        let effect = match (asked, &answer.told) {
            (Asked::Page(filter, before), told) => {
                self.take_page(*ticket, filter, before.is_some(), told);
                None
            }
            (Asked::Stats, told) => {
                self.take_figures(*ticket, told);
                None
            }
            (Asked::Support(number, text), told) => {
                self.take_written(*ticket, (*number, text), told)
            }
            (Asked::Session(number), told) => {
                self.take_kept(*ticket, *number, told);
                None
            }
            (Asked::Terminals, told) => {
                if let (Some(own), Ok(Told::Terminals(names))) = (self.history_mut(), told) {
                    own.terminals = Some(names.clone());
                }
                None
            }
        };
        self.settle();
        effect
    }

    fn take_page(&mut self, ticket: Ticket, filter: &Filter, more: bool, told: &Outcome) {
        let said = told.as_ref().err().map(|error| error.message(&self.texts));
        let Some(own) = self.history_mut() else { return };
        if own.waiting != Some(ticket) {
            return;
        }
        (own.waiting, own.trouble) = (None, said);
        own.found_by = Some(filter.clone());
        if !more {
            own.page = Page::default();
        }
        match told {
            Ok(Told::Page(page)) => {
                own.page.next = page.next;
                own.page.heads.extend(page.heads.iter().cloned());
            }
            // What there was of the list is of no use without the reason why there is no more.
            _ => own.page = Page::default(),
        }
    }

    fn take_figures(&mut self, ticket: Ticket, told: &Outcome) {
        let said = told.as_ref().err().map(|error| error.message(&self.texts));
        for screen in &mut self.screens {
            if let Kind::Stats(own) = &mut screen.kind
                && own.ticket == ticket
            {
                own.trouble.clone_from(&said);
                if let Ok(Told::Stats(stats)) = told {
                    own.stats = Some((**stats).clone());
                }
            }
        }
    }

    fn take_kept(&mut self, ticket: Ticket, number: SessionId, told: &Outcome) {
        let opening = self.history().is_some_and(|own| own.opening == Some(ticket));
        let on_list = matches!(self.top().kind, Kind::History(_));
        match told {
            Ok(Told::Session(Some(stored))) => {
                // It was asked for again, because something has been added to it.
                for screen in &mut self.screens {
                    if let Kind::Kept(own) = &mut screen.kind
                        && own.head.id == number
                    {
                        own.clone_from(stored);
                    }
                }
                if opening && on_list {
                    self.open(Kind::Kept(stored.clone()));
                }
            }
            Ok(_) => self.notice = Some(tr!(self.texts, "history-gone")),
            Err(error) => self.notice = Some(error.message(&self.texts)),
        }
    }

    fn take_written(
        &mut self,
        ticket: Ticket,
        (number, text): (SessionId, &str),
        told: &Outcome,
    ) -> Option<Effect> {
        if self.writing.ticket == Some(ticket) {
            self.writing.ticket = None;
        }
        match told {
            Ok(Told::Support(_, Some(masked))) => {
                self.screens.retain(|screen| !matches!(screen.kind, Kind::Support(..)));
                self.notice = Some(noted(&self.texts, masked));
                return Some(self.ask(Asked::Session(number)).1);
            }
            Ok(_) => self.notice = Some(tr!(self.texts, "history-gone")),
            // What was typed stays.
            Err(error) => {
                self.writing.failed = Some((number, text.to_owned()));
                let why = error.brief(&self.texts);
                self.notice = Some(tr!(self.texts, "history-not-written", why = why));
            }
        }
        None
    }

    /// Shows the kept session again that something was saved from.
    pub(super) fn back_to_kept(&mut self) -> bool {
        let is_kept = |screen: &Screen| matches!(screen.kind, Kind::Kept(_));
        let Some(at) = self.screens.iter().rposition(is_kept) else { return false };
        self.screens.truncate(at + 1);
        true
    }
}
