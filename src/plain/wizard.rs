//! The wizard between two lines: what is asked, and what was said so far.

use super::{
    Ending, Recorder, Shell, Start,
    input::Line,
    page::{Page, answered_questions},
    picker,
};
use crate::{
    guide::{Entry, Guide, Id, Kind, Question},
    lookup::{Catalogue, meanings},
    save,
    session::{Event, Outcome, Place, Session, SessionCode, Shop},
    texts::Texts,
    tr,
    wording::Words,
};
use jiff::{Timestamp, tz::TimeZone};
use std::sync::Arc;

/// What is asked at the moment.
#[derive(Clone, Debug)]
pub(super) enum Mode {
    /// What the clerk sees.
    Start,
    /// Which terminal it is about: the way in of a new session, or none for the one under way.
    Terminal(Option<Entry>),
    /// What the session is at.
    Session,
    /// An earlier question, again.
    Change(Id),
    /// Whose code it is, of several schemes with the same one.
    Scheme(String, Box<Mode>),
    /// What was found by looking something up.
    Found(Vec<Entry>, Box<Mode>),
    /// The session behind a code that was typed.
    Code(SessionCode, Box<Mode>),
    /// Whether to replace the file at this path.
    Overwrite(String, Box<Mode>),
}

/// The wizard between two lines.
pub(super) struct Wizard {
    pub(super) guide: Arc<Guide>,
    pub(super) texts: Texts,
    pub(super) zone: TimeZone,
    pub(super) shop: Shop,
    /// The time of the line that is heard.
    pub(super) now: Timestamp,
    /// The notices that were told last: who listens need not hear them with every question.
    noticed: Vec<String>,
    pub(super) session: Option<Session>,
    pub(super) mode: Mode,
    pub(super) page: Page,
    /// The file with the summary, and how many events it tells.
    pub(super) saved: Option<(String, usize)>,
    pub(super) catalogue: Option<Catalogue>,
    recorder: Option<Box<dyn Recorder>>,
    /// Whether the recorder knows of the session.
    pub(super) begun: bool,
    /// With how many events the session was opened by its code: it is kept once more is put in.
    pub(super) opened: usize,
    remedy_shown: bool,
    over: bool,
}

impl Wizard {
    pub(super) fn new(start: Start) -> Self {
        Self {
            guide: start.guide,
            texts: start.texts,
            zone: start.zone,
            shop: start.shop,
            now: Timestamp::UNIX_EPOCH,
            noticed: Vec::new(),
            session: None,
            mode: Mode::Start,
            page: Page::default(),
            saved: None,
            catalogue: None,
            recorder: start.recorder,
            begun: false,
            opened: 0,
            remedy_shown: false,
            over: false,
        }
    }

    /// How it stands.
    pub(super) fn ending(&self) -> Ending {
        let outcome = self.session.as_ref().map_or(Outcome::Unfinished, Session::outcome);
        Ending { outcome, remedy_shown: self.remedy_shown }
    }

    pub(super) fn is_over(&self) -> bool {
        self.over
    }

    /// What is to be printed now.
    pub(super) fn take_output(&mut self) -> String {
        self.page.take()
    }

    /// The first page.
    pub(super) fn begin(&mut self, now: Timestamp) {
        self.now = now;
        let title = self.guide.title.get(self.guide.lang(&self.texts)).to_owned();
        self.page.line(tr!(self.texts, "plain-title", guide = title));
        if !self.guide.no_payments {
            self.page.line(tr!(self.texts, "home-money"));
        }
        self.show(true);
    }

    /// Takes a line.
    pub(super) fn hear(&mut self, typed: &str, shell: &mut impl Shell) {
        self.now = shell.now();
        match self.mode.clone() {
            Mode::Overwrite(path, under) => self.hear_overwrite(typed, &path, *under, shell),
            Mode::Scheme(code, under) => self.hear_scheme(typed, &code, *under, self.now),
            Mode::Code(code, under) => self.hear_code(typed, &code, *under, self.now),
            Mode::Found(found, under) => self.hear_found(typed, &found, *under, self.now),
            _ => match Line::parse(typed, self.asks_for_code()) {
                Line::Command(verb, rest) => self.command(verb, rest, shell),
                Line::Answer(typed) => self.answer(typed, self.now),
            },
        }
        self.keep();
    }

    /// Keeps what has happened, and says where that fails.
    fn keep(&mut self) {
        let (Some(recorder), Some(session)) = (&mut self.recorder, &self.session) else { return };
        let new = session.transcript().get(self.opened..).unwrap_or_default();
        let only_opened = self.opened > 0 && !new.iter().any(|own| own.event.puts_in());
        if self.over || only_opened && !self.begun {
            return;
        }
        if self.begun {
            recorder.record(session);
        } else {
            recorder.begin(session);
        }
        self.begun = true;
        self.page.lines(recorder.news(&self.texts));
    }

    /// The number of the session, where it is kept.
    fn kept(&self) -> Option<String> {
        let recorder = self.recorder.as_ref().filter(|_| self.begun)?;
        recorder.kept().map(|number| number.to_string())
    }

    /// The input has ended.
    pub(super) fn input_ended(&mut self) {
        self.page.line(tr!(self.texts, "plain-input-ended"));
        self.quit();
    }

    /// The question that is asked at the moment.
    pub(super) fn question(&self) -> Option<&Question> {
        let session = self.session.as_ref()?;
        match (&self.mode, session.place()) {
            (Mode::Change(id), _) => self.guide.question(id),
            (Mode::Session, Place::Question(question)) => Some(question),
            _ => None,
        }
    }

    fn asks_for_code(&self) -> bool {
        self.question().is_some_and(|question| question.kind == Kind::Code)
    }

    /// Prints what is asked at the moment. A long page is printed in full only when it is new.
    pub(super) fn show(&mut self, full: bool) {
        let kept = self.kept().is_some();
        if matches!(self.mode, Mode::Terminal(_)) {
            return self.show_terminals();
        }
        let (guide, texts, page) = (&self.guide, &self.texts, &mut self.page);
        let words = words(guide, texts);
        let (shop, now, noticed) = (&self.shop, (self.now, &self.zone), &mut self.noticed);
        match (&self.mode, &self.session) {
            (Mode::Start, session) => {
                if full {
                    // What was told here is told once more where it belongs.
                    noticed.clear();
                    page.notices(&words, &shop.notices(Some(guide), now, None), &mut Vec::new());
                    page.picker(&words);
                } else {
                    page.gap();
                    page.line(tr!(texts, "picker-title"));
                }
                if let Some(count) =
                    session.as_ref().map(Session::answered).filter(|&count| count > 0)
                {
                    let said = if kept {
                        tr!(texts, "plain-session-kept", count = count)
                    } else {
                        tr!(texts, "plain-session-waits", count = count)
                    };
                    page.line(said);
                }
                let last = picker::last_number(guide);
                let other = tr!(texts, "language-other");
                let examples = words.examples();
                let what = tr!(
                    texts,
                    "plain-type-symptom",
                    last = last,
                    examples = examples,
                    language = other
                );
                page.lines(what.lines());
            }
            (Mode::Scheme(code, _), _) => {
                page.gap();
                page.line(tr!(texts, "plain-scheme", code = code.as_str()));
                let meanings = meanings(guide, code);
                for (number, found) in (1..).zip(&meanings) {
                    page.line(format!("{number}. {}", words.found(*found).0));
                }
                page.number_hint(&words, meanings.len());
            }
            (Mode::Code(..), _) => page.number_hint(&words, 1),
            // The list was printed when it was found.
            (Mode::Found(found, _), _) => page.number_hint(&words, found.len()),
            (Mode::Overwrite(path, _), _) => {
                page.gap();
                page.line(tr!(texts, "overwrite-ask", path = save::shown(path.as_ref())));
                page.line(tr!(texts, "plain-type-overwrite"));
            }
            (Mode::Change(id), Some(session)) => {
                let mut answered = answered_questions(session);
                let at = answered.position(|question| question.id == *id);
                let given = session.state().given(id).map(|given| &given.response);
                if let Some(question) = guide.question(id) {
                    page.question(&words, question, given, at.map(|at| at + 1));
                    page.question_hint(&words, question);
                }
            }
            (Mode::Session, Some(session)) => match session.place() {
                Place::Question(question) => {
                    let given = session.state().given(&question.id).map(|given| &given.response);
                    if full {
                        page.code(&words, session);
                        let node = guide.node(&question.id);
                        page.notices(&words, &shop.notices(Some(guide), now, node), noticed);
                    }
                    page.question(&words, question, given, None);
                    page.meanwhile(&words, session, question);
                    page.question_hint(&words, question);
                }
                Place::Remedy(remedy) => {
                    self.remedy_shown = true;
                    if full {
                        let node = guide.node(&remedy.id);
                        page.notices(&words, &shop.notices(Some(guide), now, node), noticed);
                        page.remedy(&words, session, remedy, &self.zone);
                    }
                    page.verdicts(&words, session, remedy);
                }
                Place::End(outcome) => {
                    if full {
                        page.end(&words, session, outcome);
                    }
                    page.next(&words);
                }
            },
            (Mode::Change(_) | Mode::Session, None) | (Mode::Terminal(_), _) => {}
        }
    }

    /// A line about what was typed, then what is asked again.
    pub(super) fn notice(&mut self, text: impl std::fmt::Display) {
        self.page.line(text);
        self.show(false);
    }

    pub(super) fn unknown(&mut self) {
        self.notice(tr!(self.texts, "plain-unknown"));
    }

    pub(super) fn ask(&mut self, mode: Mode) {
        self.mode = mode;
        self.show(true);
    }

    /// Records an event. A refused one changes nothing and is said.
    pub(super) fn record(&mut self, event: Event, now: Timestamp) -> bool {
        let Some(session) = &mut self.session else { return false };
        let done = session.act(event, now).is_ok();
        if !done {
            self.notice(tr!(self.texts, "notice-refused"));
        }
        done
    }

    /// Leaves, and says what was kept.
    pub(super) fn quit(&mut self) {
        let events = self.session.as_ref().map_or(0, |session| session.transcript().len());
        let count = self.session.as_ref().map_or(0, Session::answered);
        let kept = self.kept();
        let said = match &self.saved {
            Some((path, told)) if *told == events => {
                tr!(self.texts, "plain-bye-saved", path = path.as_str())
            }
            Some((path, _)) => tr!(self.texts, "plain-bye-partly", path = path.as_str()),
            // The start alone is nothing to keep.
            None if events <= 1 => tr!(self.texts, "plain-bye-nothing"),
            None if kept.is_some() => String::new(),
            None => tr!(self.texts, "plain-bye-lost", count = count),
        };
        self.page.lines(Some(said).filter(|said| !said.is_empty()));
        let kept = kept.filter(|_| events > 1);
        self.page.lines(kept.map(|id| tr!(self.texts, "plain-bye-kept", id = id)));
        self.over = true;
    }
}

/// The guide in the language of the texts; for use beside a borrowed page.
pub(super) fn words<'a>(guide: &'a Guide, texts: &'a Texts) -> Words<'a> {
    Words { guide, texts, lang: guide.lang(texts) }
}
