//! Looking something up, and going there.

use super::{
    input::number,
    wizard::{Mode, Wizard, words},
};
use crate::{guide::Entry, lookup::Catalogue, tr};
use jiff::Timestamp;
use std::sync::Arc;

/// More lines than these nobody listens to.
const MOST: usize = 9;

impl Wizard {
    /// Prints what is found, to be chosen from by number.
    pub(super) fn look_up(&mut self, typed: &str) {
        if typed.is_empty() {
            return self.notice(tr!(self.texts, "lookup-how"));
        }
        let guide = Arc::clone(&self.guide);
        let catalogue = self.catalogue.get_or_insert_with(|| Catalogue::new(&guide));
        let found = catalogue.find(&guide, typed, MOST);
        if found.is_empty() {
            return self.notice(tr!(self.texts, "lookup-none"));
        }
        self.page.found(&words(&guide, &self.texts), &found);
        let entries = found.iter().map(crate::lookup::Found::entry).collect();
        self.ask(Mode::Found(entries, Box::new(self.mode.clone())));
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
