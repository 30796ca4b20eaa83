//! Lines that answer what was asked.

use super::{
    Shell,
    answer::{self, Reply},
    input::{Line, Verb, number, plain},
    picker::{self, Choice},
    wizard::{Mode, Wizard, words},
};
use crate::{
    guide::{Code, Question, Response},
    lookup::{Found, meanings},
    session::{Event, Place, Session, Verdict},
    tr,
};
use jiff::Timestamp;
use std::sync::Arc;

impl Wizard {
    pub(super) fn answer(&mut self, typed: &str, now: Timestamp) {
        match &self.mode {
            Mode::Start => self.choose_entry(typed, now),
            Mode::Terminal(entry) => self.choose_terminal(typed, entry.clone(), now),
            _ if self.question().is_some() => self.answer_question(typed, now),
            _ => self.answer_verdict(typed, now),
        }
    }

    fn choose_entry(&mut self, typed: &str, now: Timestamp) {
        let guide = Arc::clone(&self.guide);
        match picker::choice(&guide, &self.texts, typed) {
            Choice::Entry(entry) => self.enter(entry, now),
            Choice::Code(code, found) => match found.as_slice() {
                [only] => self.enter_by(only, now),
                [] if code.len() == 2 => {
                    self.notice(tr!(self.texts, "lookup-no-code", code = code));
                }
                [] => self.notice(tr!(self.texts, "plain-no-code")),
                _ => self.ask(Mode::Scheme(code, Box::new(Mode::Start))),
            },
            Choice::Nothing => self.unknown(),
        }
    }

    fn enter_by(&mut self, code: &Code, now: Timestamp) {
        self.enter(code.entry(), now);
    }

    fn answer_question(&mut self, typed: &str, now: Timestamp) {
        let guide = Arc::clone(&self.guide);
        let Some(question) = self.question() else { return };
        let Some(question) = guide.question(&question.id) else { return };
        let texts = &self.texts;
        match answer::reply(&guide, question, typed) {
            Reply::Response(response) => self.respond(question, response, now),
            Reply::Several(codes) => {
                let code = codes.first().map_or_else(String::new, |code| code.code.clone());
                self.ask(Mode::Scheme(code, Box::new(self.mode.clone())));
            }
            Reply::UnknownCode(code) => self.notice(tr!(texts, "lookup-no-code", code = code)),
            Reply::NoCode => self.notice(tr!(texts, "plain-no-code")),
            Reply::NoAmount => self.notice(tr!(texts, "plain-no-amount")),
            Reply::Alone(answer) => {
                let text = words(&guide, texts).say(answer);
                self.notice(tr!(texts, "plain-alone", text = text));
            }
            Reply::Nothing => self.unknown(),
        }
    }

    /// Records an answer and goes on.
    fn respond(&mut self, question: &Question, response: Response, now: Timestamp) {
        let words = words(&self.guide, &self.texts);
        let said = tr!(self.texts, "plain-answered", text = words.said(question, &response));
        let id = question.id.clone();
        let event = match &self.mode {
            Mode::Change(_) => Event::Changed { question: id, response },
            _ => Event::Answered { question: id, response },
        };
        if self.record(event, now) {
            self.page.line(said);
            self.go_on();
        }
    }

    /// Names what became of later answers, and prints what comes now.
    pub(super) fn go_on(&mut self) {
        if let Some(session) = &self.session {
            let words = words(&self.guide, &self.texts);
            self.page.lines(words.aftermath(session.state().aftermath()));
        }
        self.fill();
        self.ask(Mode::Session);
    }

    fn answer_verdict(&mut self, typed: &str, now: Timestamp) {
        let verdict =
            number(typed).and_then(|number| Verdict::ALL.get(number.checked_sub(1)?).copied());
        let remedy = match self.session.as_ref().map(Session::place) {
            Some(Place::Remedy(remedy)) => self.guide.remedy(&remedy.id),
            _ => None,
        };
        let (Some(verdict), Some(remedy)) = (verdict, remedy) else {
            return self.unknown();
        };
        let text = words(&self.guide, &self.texts).verdict(remedy, verdict);
        let said = tr!(self.texts, "plain-answered", text = text);
        let remedy = remedy.id.clone();
        if self.record(Event::Tried { remedy, verdict }, now) {
            self.page.line(said);
            self.go_on();
        }
    }

    pub(super) fn hear_scheme(&mut self, typed: &str, code: &str, under: Mode, now: Timestamp) {
        let guide = Arc::clone(&self.guide);
        let meanings = meanings(&guide, code);
        let chosen = number(typed).and_then(|number| meanings.get(number.checked_sub(1)?).copied());
        match (chosen, under) {
            (Some(found), Mode::Start) => self.enter(found.entry(), now),
            (Some(Found::Code(code)), under) => {
                self.mode = under;
                let question = self.question().and_then(|question| guide.question(&question.id));
                if let Some(question) = question {
                    self.respond(question, code.response(), now);
                }
            }
            (Some(found), under) => {
                self.mode = under;
                if self.record(Event::LookedUp { entry: found.entry() }, now) {
                    self.go_on();
                }
            }
            (None, under) => self.hear_aside(typed, under),
        }
    }

    pub(super) fn hear_overwrite(
        &mut self,
        typed: &str,
        path: &str,
        under: Mode,
        shell: &mut impl Shell,
    ) {
        match plain(typed).as_str() {
            "y" | "yes" => {
                self.mode = under;
                self.save(path, true, shell);
            }
            "n" | "no" => {
                self.mode = under;
                self.notice(tr!(self.texts, "plain-not-replaced"));
            }
            _ => self.hear_aside(typed, under),
        }
    }

    /// The commands that work while something is asked aside.
    pub(super) fn hear_aside(&mut self, typed: &str, under: Mode) {
        match Line::parse(typed, true) {
            Line::Command(Verb::Back, _) => self.ask(under),
            Line::Command(Verb::Language, _) => self.next_language(),
            Line::Command(Verb::Help, _) => self.help(),
            Line::Command(Verb::Quit, _) => self.quit(),
            _ => self.unknown(),
        }
    }
}
