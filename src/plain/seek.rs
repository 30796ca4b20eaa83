//! Looking something up, and going there.

use super::{
    input::number,
    wizard::{Mode, Wizard, words},
};
use crate::{guide::Entry, lookup::Catalogue, session::SessionCode, tr, wording::look_up_how};
use jiff::Timestamp;
use std::sync::Arc;

/// More lines than these nobody listens to.
const MOST: usize = 9;

impl Wizard {
    /// Prints what is found, to be chosen from by number.
    pub(super) fn look_up(&mut self, typed: &str) {
        if typed.is_empty() {
            return self.notice(look_up_how(&self.texts, Some(&self.guide)));
        }
        let guide = Arc::clone(&self.guide);
        let catalogue = self.catalogue.get_or_insert_with(|| Catalogue::new(&guide));
        let found = catalogue.find(&guide, typed, MOST);
        match SessionCode::typed(typed, &guide, self.now) {
            Some(Ok((code, session))) => {
                let count = tr!(self.texts, "lookup-code-answers", count = session.entries());
                self.page.gap();
                self.page.line(count);
                self.page.line(format!("1. {}", tr!(self.texts, "lookup-code")));
                return self.ask(Mode::Code(code, Box::new(self.mode.clone())));
            }
            Some(Err(own)) if own.sure || found.is_empty() => {
                return self.notice(own.message(&self.texts, &guide));
            }
            _ => {}
        }
        if found.is_empty() {
            return self.notice(tr!(self.texts, "lookup-none"));
        }
        self.page.found(&words(&guide, &self.texts), &found);
        let entries = found.iter().map(crate::lookup::Found::entry).collect();
        self.ask(Mode::Found(entries, Box::new(self.mode.clone())));
    }

    /// Goes where the session behind a code stands; the one under way is left as it is.
    pub(super) fn hear_code(
        &mut self,
        typed: &str,
        code: &SessionCode,
        under: Mode,
        now: Timestamp,
    ) {
        let opened = code.open(&self.guide, now).ok().filter(|_| number(typed) == Some(1));
        let Some(session) = opened else { return self.hear_aside(typed, under) };
        self.opened = session.transcript().len();
        self.session = Some(session.in_shop(self.shop.clone()));
        (self.saved, self.begun) = (None, false);
        self.page.line(tr!(self.texts, "notice-opened", key = "r"));
        self.ask(Mode::Session);
    }

    /// Goes where the chosen one leads: in the session under way, or in a new one.
    pub(super) fn hear_found(&mut self, typed: &str, found: &[Entry], under: Mode, now: Timestamp) {
        let chosen = number(typed).and_then(|number| found.get(number.checked_sub(1)?));
        let Some(entry) = chosen.cloned() else {
            return self.hear_aside(typed, under);
        };
        let session = self.session.as_ref().filter(|_| !matches!(under, Mode::Start));
        let Some(event) = session.and_then(|session| session.going_on_by(entry.clone())) else {
            return self.enter(entry, now);
        };
        if self.record(event, now) {
            self.go_on();
        }
    }
}
