//! Lines that are commands.

use super::{
    Shell,
    input::{Verb, number, numbers},
    page::answered_questions,
    wizard::{Mode, Wizard, words},
};
use crate::{
    clean,
    save::{self, SaveError},
    session::{
        Event, Place, Refusal, Session,
        export::{Format, export},
    },
    texts::Texts,
    tr,
    wording::{card_data, saved_as},
};
use jiff::Timestamp;

impl Wizard {
    pub(super) fn command(&mut self, verb: Verb, rest: &str, shell: &mut impl Shell) {
        let now = self.now;
        match verb {
            Verb::Language => self.next_language(),
            Verb::Help => self.help(),
            Verb::Quit => self.quit(),
            Verb::Back => self.back(now),
            Verb::How => self.how(),
            Verb::GiveUp => self.give_up(now),
            Verb::Lookup => self.look_up(rest),
            _ if self.session.is_none() => self.notice(tr!(self.texts, "notice-no-session")),
            Verb::New => self.ask(Mode::Start),
            Verb::Review => {
                if let Some(session) = &self.session {
                    self.page.review(&words(&self.guide, &self.texts), session);
                }
                self.show(false);
            }
            Verb::Change => self.change(rest),
            Verb::Note => self.note(rest, now),
            Verb::Export => self.export(rest, shell),
            Verb::Tick => self.tick(rest, now),
        }
    }

    pub(super) fn next_language(&mut self) {
        self.texts = Texts::new(&self.texts.next_tag(&self.guide.languages));
        self.show(true);
    }

    pub(super) fn help(&mut self) {
        self.page.help(&words(&self.guide, &self.texts));
        self.show(false);
    }

    fn back(&mut self, now: Timestamp) {
        match (&self.mode, &mut self.session) {
            (Mode::Start, Some(_)) => self.ask(Mode::Session),
            (Mode::Terminal(_), _) => self.ask(Mode::Start),
            (Mode::Change(_), _) => {
                self.mode = Mode::Session;
                self.page.line(tr!(self.texts, "plain-unchanged"));
                self.show(true);
            }
            (Mode::Session, Some(session)) => match session.act(Event::Back, now) {
                Ok(()) => self.show(true),
                Err(Refusal::AtStart) if self.shop.asks_which_terminal() => {
                    self.ask(Mode::Terminal(None));
                }
                Err(Refusal::AtStart) => self.ask(Mode::Start),
                Err(_) => self.notice(tr!(self.texts, "notice-refused")),
            },
            _ => self.notice(tr!(self.texts, "plain-at-start")),
        }
    }

    /// How to check; where there is no question, the whole page again.
    fn how(&mut self) {
        let id = self.question().map(|question| question.id.clone());
        let words = words(&self.guide, &self.texts);
        if let Some(question) = id.and_then(|id| self.guide.question(&id)) {
            self.page.how(&words, question);
            return self.show(false);
        }
        let drawing = match self.session.as_ref().map(Session::place) {
            Some(Place::Remedy(remedy)) => remedy.drawing.as_ref(),
            _ => None,
        };
        if let (Mode::Session, Some(drawing)) = (&self.mode, drawing) {
            self.page.drawing(&words, &drawing.id);
        }
        self.show(true);
    }

    /// Ends the search and says whom to call.
    fn give_up(&mut self, now: Timestamp) {
        match self.session.as_ref().map(Session::place) {
            None => {
                let words = words(&self.guide, &self.texts);
                self.page.support(&words, &self.shop.profile, None);
                self.show(false);
            }
            Some(Place::End(_)) => self.ask(Mode::Session),
            Some(_) => {
                let calling = self.session.as_ref().map_or(Event::GaveUp, Session::calling);
                if self.record(calling, now) {
                    self.ask(Mode::Session);
                }
            }
        }
    }

    fn change(&mut self, rest: &str) {
        let wanted = number(rest).and_then(|number| number.checked_sub(1));
        let question = wanted.and_then(|at| {
            let mut answered = answered_questions(self.session.as_ref()?);
            answered.nth(at).map(|question| question.id.clone())
        });
        match question {
            Some(id) => self.ask(Mode::Change(id)),
            None => self.notice(tr!(self.texts, "plain-need-answer")),
        }
    }

    fn note(&mut self, text: &str, now: Timestamp) {
        let Some(session) = &mut self.session else { return };
        if text.is_empty() {
            return self.notice(tr!(self.texts, "plain-need-note"));
        }
        let said = match session.note_masking(text, now) {
            Ok(masked) if masked.is_empty() => tr!(self.texts, "notice-note-kept"),
            Ok(masked) => {
                tr!(self.texts, "notice-note-masked", what = card_data(&self.texts, &masked))
            }
            Err(_) => tr!(self.texts, "notice-refused"),
        };
        self.notice(said);
        if text.chars().count() > clean::NOTE_LIMIT {
            self.notice(tr!(self.texts, "notice-note-cut", most = clean::NOTE_LIMIT));
        }
    }

    fn export(&mut self, rest: &str, shell: &mut impl Shell) {
        let quoted = rest.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        match quoted.unwrap_or(rest).trim() {
            "" => self.need_file(),
            path => self.save(path, false, shell),
        }
    }

    fn need_file(&mut self) {
        self.notice(tr!(self.texts, "plain-need-file", endings = Format::endings()));
    }

    pub(super) fn save(&mut self, path: &str, overwrite: bool, shell: &mut impl Shell) {
        let Some(session) = &self.session else { return };
        let Some(format) = Format::of_name(path) else {
            return self.need_file();
        };
        let text = export(session, format, &self.texts, &self.zone);
        let events = session.transcript().len();
        let (path, masked) = save::without_card_data(path);
        match shell.save(&path, &text, overwrite) {
            Ok(path) => {
                let path = save::shown(&path);
                self.saved = Some((path.clone(), events));
                let saved = tr!(self.texts, "notice-saved", path = path);
                self.notice(saved_as(&self.texts, saved, &masked));
            }
            Err(SaveError::Exists(_)) => {
                let under = Box::new(self.mode.clone());
                self.ask(Mode::Overwrite(path, under));
            }
            Err(error) => self.notice(clean::line(&error.message(&self.texts), usize::MAX)),
        }
    }

    /// Ticks actions of the remedy at hand, or takes their ticks away.
    fn tick(&mut self, rest: &str, now: Timestamp) {
        let remedy = match self.session.as_ref().map(Session::place) {
            Some(Place::Remedy(remedy)) if matches!(self.mode, Mode::Session) => {
                self.guide.remedy(&remedy.id)
            }
            _ => return self.unknown(),
        };
        let all = remedy.map_or(0, |remedy| remedy.actions.len());
        let numbers =
            numbers(rest).filter(|numbers| numbers.iter().all(|&n| (1..=all).contains(&n)));
        let (Some(remedy), Some(numbers), Some(session)) = (remedy, numbers, &mut self.session)
        else {
            return self.notice(tr!(self.texts, "plain-need-action", last = all));
        };
        let words = words(&self.guide, &self.texts);
        for number in numbers {
            let (id, action) = (remedy.id.clone(), remedy.actions[number - 1].id.clone());
            let done = !session.state().ticked(&id, &action);
            // The remedy is the one at hand and the action is its own: nothing to refuse.
            let _ = session.act(Event::Ticked { remedy: id, action, done }, now);
            self.page.action(&words, session, remedy, number);
        }
        self.show(false);
    }
}
