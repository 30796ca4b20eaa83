//! Which of the shop's terminals it is about, where there are several.

use super::{
    input::{number, plain},
    wizard::{Mode, Wizard, words},
};
use crate::{
    guide::{Entry, Id},
    profile::{self, TerminalNumber},
    session::{Event, Session},
    tr,
};
use jiff::Timestamp;
use std::sync::Arc;

/// The letter of "another one, or can't tell", as at every question.
const UNSURE: &str = "u";

impl Wizard {
    /// Begins a session, or asks first which terminal it is about.
    pub(super) fn enter(&mut self, entry: Entry, now: Timestamp) {
        if self.shop.asks_which_terminal() {
            self.ask(Mode::Terminal(Some(entry)));
        } else {
            self.open(entry, None, now);
        }
    }

    /// Prints the terminals with their numbers, and what to type.
    pub(super) fn show_terminals(&mut self) {
        let (texts, page) = (&self.texts, &mut self.page);
        page.gap();
        page.line(tr!(texts, "terminals-title"));
        let terminals = &self.shop.profile.terminals;
        let chosen = self.session.as_ref().and_then(Session::terminal_number);
        for (number, own) in (1..).zip(terminals) {
            let mark = match &self.mode {
                Mode::Terminal(None) if chosen == Some(&own.number) => {
                    tr!(texts, "question-before")
                }
                _ => String::new(),
            };
            let told = profile::terminal(own, texts);
            page.line(format!("{number}. {told} {mark}").trim_end());
        }
        page.line(format!("{UNSURE}. {}", tr!(texts, "terminals-other")));
        page.number_hint(&words(&self.guide, texts), terminals.len());
    }

    /// Takes the terminal that was typed; `entry` is what a new session begins with.
    pub(super) fn choose_terminal(&mut self, typed: &str, entry: Option<Entry>, now: Timestamp) {
        let terminals = &self.shop.profile.terminals;
        let chosen = number(typed).and_then(|number| terminals.get(number.checked_sub(1)?));
        let chosen = chosen.map(|own| own.number.clone());
        if chosen.is_none() && plain(typed) != UNSURE {
            return self.unknown();
        }
        match entry {
            Some(entry) => self.open(entry, chosen, now),
            None => self.change_terminal(chosen, now),
        }
    }

    /// Takes another terminal for the session under way.
    fn change_terminal(&mut self, chosen: Option<TerminalNumber>, now: Timestamp) {
        let same = self.session.as_ref().map(Session::terminal_number) == Some(chosen.as_ref());
        if same || self.record(Event::Terminal { number: chosen }, now) {
            self.go_on();
        }
    }

    /// Begins a session in place of the one under way.
    fn open(&mut self, entry: Entry, terminal: Option<TerminalNumber>, now: Timestamp) {
        let (guide, shop) = (Arc::clone(&self.guide), self.shop.clone());
        match Session::open(guide, shop, entry, terminal, now) {
            Ok(session) => {
                let path = session.state().path().iter();
                let known =
                    |id: &&Id| session.state().given(id).is_some_and(|own| own.from_profile);
                let filled: Vec<Id> = path.filter(known).cloned().collect();
                self.session = Some(session);
                (self.saved, self.begun, self.opened) = (None, false, 0);
                self.say_filled(&filled);
                self.ask(Mode::Session);
            }
            Err(_) => self.notice(tr!(self.texts, "notice-refused")),
        }
    }

    /// Answers what the profile knows, and says so.
    pub(super) fn fill(&mut self) {
        let now = self.now;
        let filled = self.session.as_mut().map(|session| session.fill(now)).unwrap_or_default();
        self.say_filled(&filled);
    }

    fn say_filled(&mut self, filled: &[Id]) {
        let Some(session) = &self.session else { return };
        let said = words(&self.guide, &self.texts).known(session, filled);
        self.page.lines(said);
    }
}
