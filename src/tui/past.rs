//! The sessions that were kept, on the screen: looking for them, opening one, the figures.

use super::{
    app::App,
    command::Effect,
    screens::{Kind, Screen, history::History},
};
use crate::{
    guide::Guide,
    history::{export, noted},
    session::export::Format,
    shelf::{Asked, Told},
    store::{StoreError, Stored},
    tr,
};
use jiff::Timestamp;
use std::sync::Arc;

impl App {
    /// Opens the list of kept sessions.
    pub(super) fn open_history(&mut self) {
        self.open(Kind::History(Box::default()));
    }

    /// What the list must ask, where it is to show something else than it does.
    pub(super) fn wanted(&self) -> Option<Effect> {
        let Kind::History(own) = &self.top().kind else { return None };
        let filter = own.filter();
        let new = own.found_by.as_ref() != Some(&filter);
        new.then_some(Effect::Ask(Asked::Page(filter, None)))
    }

    /// Asks for the sessions after the last one of the list.
    pub(super) fn ask_more(&self) -> Option<Effect> {
        let Kind::History(own) = &self.top().kind else { return None };
        Some(Effect::Ask(Asked::Page(own.filter(), Some(own.page.next?))))
    }

    /// Looks for the next outcome.
    pub(super) fn next_outcome(&mut self) {
        if let Kind::History(own) = &mut self.top_mut().kind {
            own.next_outcome();
            self.top_mut().cursor = 0;
        }
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

    /// Opens the editor for what support said of the session on the screen.
    pub(super) fn open_support(&mut self) {
        if let Kind::Kept(stored) = &self.top().kind {
            self.open(Kind::Support(stored.head.id, Box::default()));
        }
    }

    /// Keeps what support said, and closes the editor.
    pub(super) fn keep_support(&mut self) -> Option<Effect> {
        let Kind::Support(number, editor) = &self.top().kind else { return None };
        let (number, text) = (*number, editor.text());
        if text.trim().is_empty() {
            self.close();
            return None;
        }
        Some(Effect::Ask(Asked::Support(number, text)))
    }

    /// The summary of the kept session on the screen, as a file's text.
    pub(super) fn kept_summary(&self, guide: &Arc<Guide>, format: Format) -> Option<String> {
        let exported = export(self.shown_kept()?, guide, format, &self.texts, &self.zone);
        exported.ok().map(|own| own.text)
    }

    /// What the shell says of what was asked.
    pub fn told(&mut self, asked: &Asked, told: Result<Told, StoreError>) -> Option<Effect> {
        let told = match told {
            Ok(told) => told,
            Err(error) => {
                self.say_unread(asked, &error);
                return None;
            }
        };
        match told {
            Told::Page(page) => {
                if let (Kind::History(own), Asked::Page(filter, before)) =
                    (&mut self.top_mut().kind, asked)
                {
                    own.found_by = Some(filter.clone());
                    own.trouble = None;
                    own.page.next = page.next;
                    if before.is_none() {
                        own.page.heads.clear();
                    }
                    own.page.heads.extend(page.heads);
                }
            }
            Told::Session(None) | Told::Support(_, None) => {
                self.notice = Some(tr!(self.texts, "history-gone"));
            }
            Told::Session(Some(stored)) => match &mut self.top_mut().kind {
                Kind::Kept(own) => *own = stored,
                _ => self.open(Kind::Kept(stored)),
            },
            Told::Stats(stats) => self.open(Kind::Stats(stats)),
            Told::Support(number, Some(masked)) => {
                self.screens.retain(|screen| !matches!(screen.kind, Kind::Support(..)));
                self.notice = Some(noted(&self.texts, &masked));
                return Some(Effect::Ask(Asked::Session(number)));
            }
        }
        self.settle();
        None
    }

    fn say_unread(&mut self, asked: &Asked, error: &StoreError) {
        let said = error.message(&self.texts);
        match (&mut self.top_mut().kind, asked) {
            (Kind::History(own), Asked::Page(filter, _)) => {
                **own = History {
                    typed: std::mem::take(&mut own.typed),
                    outcome: own.outcome,
                    found_by: Some(filter.clone()),
                    trouble: Some(said),
                    ..History::default()
                };
            }
            _ => self.notice = Some(said),
        }
    }

    /// Shows the kept session again that something was saved from.
    pub(super) fn back_to_kept(&mut self) -> bool {
        let is_kept = |screen: &Screen| matches!(screen.kind, Kind::Kept(_));
        let Some(at) = self.screens.iter().rposition(is_kept) else { return false };
        self.screens.truncate(at + 1);
        true
    }
}
