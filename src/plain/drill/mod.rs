//! A drill in numbered lines: the scene, the questions, what is looked at, and the debrief.
//!
//! A number answers what was asked last. Letters are commands: `o` look, `t` a hint, `b` back, `g` give
//! up, `s` the scene again, `q` leave, `?` help.

mod begin;
mod named;
mod page;
mod reply;
mod save;

use super::{
    Shell,
    input::{self, number, plain},
    page::Page,
    repeated,
};
use crate::{
    clean, drill_words,
    drilling::{Ahead, Attempts, Drilling, KeeperOf, Trainer},
    guide::{Entry, Guide, Id, Question},
    lookup::Catalogue,
    session::Event,
    texts::Texts,
    tr,
    training::{AttemptEvent, Course, Drill, HouseRules, Mode, Stage, TraineeName},
    wording::Words,
};
use jiff::{Timestamp, tz::TimeZone};
use std::{
    io::{self, BufRead, ErrorKind, Write},
    sync::Arc,
};

/// What a drill in lines begins with.
pub struct DrillStart {
    /// What drills begin with.
    pub trainer: Trainer,
    /// The language to begin in.
    pub texts: Texts,
    /// The zone of the times in a debrief.
    pub zone: TimeZone,
    /// Whether to repeat each line after its prompt.
    pub echo: bool,
    /// The scenario by its id; else it is chosen.
    pub scenario: Option<String>,
    /// How it is run; else practice.
    pub mode: Option<Mode>,
}

/// Runs drills in lines until the person leaves or the input ends; whether the last one was passed.
///
/// An output that nobody reads any more ends it quietly.
pub fn run_drill(
    start: DrillStart,
    mut input: impl BufRead,
    mut output: impl Write,
    shell: &mut impl Shell,
) -> io::Result<bool> {
    let echo = start.echo;
    let mut talk = Talk::new(start, shell.now());
    match talk.all(echo, &mut input, &mut output, shell) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error),
        _ => Ok(talk.passed),
    }
}

/// What is asked at the moment.
#[derive(Clone, Debug)]
enum Asked {
    /// Which scenario: their ids.
    Scenario(Vec<Id>),
    /// The ways in, and the questions: what the drill stands at.
    Drill,
    /// What to look at.
    Look(Vec<Id>),
    /// What was found by looking something up.
    Found(Vec<Entry>),
    /// Whether to begin.
    Begin(Ahead),
}

struct Talk {
    guide: Arc<Guide>,
    texts: Texts,
    attempts: Box<dyn Attempts>,
    trainee: Option<TraineeName>,
    rules: HouseRules,
    mode: Mode,
    keeper: KeeperOf,
    course: Option<Course>,
    /// Whether the course is on the page, not all scenarios.
    in_course: bool,
    drilling: Option<Drilling>,
    asked: Asked,
    page: Page,
    now: Timestamp,
    zone: TimeZone,
    over: bool,
    passed: bool,
}

impl Talk {
    fn new(start: DrillStart, now: Timestamp) -> Self {
        let Trainer { guide, course, attempts, trainee, rules } = start.trainer;
        let guide = guide();
        let mut talk = Self {
            course: course(&guide),
            in_course: false,
            guide,
            texts: start.texts,
            attempts: attempts(trainee.as_ref()),
            keeper: attempts,
            trainee,
            rules,
            mode: start.mode.unwrap_or_default(),
            drilling: None,
            asked: Asked::Scenario(Vec::new()),
            page: Page::default(),
            now,
            zone: start.zone,
            over: false,
            passed: false,
        };
        talk.begin(start.scenario, start.mode.is_some());
        talk
    }

    fn all(
        &mut self,
        echo: bool,
        input: &mut impl BufRead,
        output: &mut impl Write,
        shell: &mut impl Shell,
    ) -> io::Result<()> {
        loop {
            output.write_all(self.page.take().as_bytes())?;
            if self.over {
                return output.flush();
            }
            output.write_all(b"> ")?;
            output.flush()?;
            let Some(line) = input::read_line(input)? else {
                output.write_all(b"\n")?;
                self.leave();
                continue;
            };
            if echo {
                writeln!(output, "{}", repeated(&line))?;
            }
            self.now = shell.now();
            let line = clean::line(&line, usize::MAX);
            match plain(&line).strip_prefix('e') {
                Some(rest) if rest.is_empty() || rest.starts_with(' ') => self.save(&line, shell),
                _ => self.hear(&line),
            }
        }
    }

    fn words(&self) -> Words<'_> {
        Words { guide: &self.guide, texts: &self.texts, lang: self.guide.lang(&self.texts) }
    }

    fn drill(&self) -> Option<&Drill> {
        self.drilling.as_ref().map(Drilling::drill)
    }

    /// The drill that can be gone on with.
    fn open(&self) -> Option<&Drill> {
        self.drilling.as_ref().filter(|own| own.is_open()).map(Drilling::drill)
    }

    fn unknown(&mut self) {
        self.page.line(tr!(self.texts, "plain-unknown"));
    }

    /// Takes a line.
    fn hear(&mut self, typed: &str) {
        let open = self.open().is_some();
        let up = self
            .drilling
            .as_mut()
            .is_some_and(|own| own.stop_in_time(self.attempts.as_mut(), self.now));
        if up {
            self.page.line(tr!(self.texts, "drill-time-up"));
            return self.debrief();
        }
        let command = plain(typed);
        match command.as_str() {
            "q" | "quit" => return self.leave(),
            "?" | "help" => return self.page.lines(tr!(self.texts, "drill-plain-help").lines()),
            "l" => {
                self.texts = Texts::new(&self.texts.next_tag(&self.guide.languages));
                return self.again();
            }
            "m" if !open => {
                self.mode = if self.mode == Mode::Exam { Mode::Practice } else { Mode::Exam };
                return self.list();
            }
            "c" if !open && self.course.is_some() => return self.show_course(),
            "a" if !open => return self.list(),
            "o" if open => return self.looks(),
            "t" if open => return self.hint(),
            "s" if open => return self.show_scene(),
            "b" if open => return self.back(),
            "g" if open => {
                self.act(AttemptEvent::Finished);
                return self.debrief();
            }
            _ => {}
        }
        if let Some(words) = typed.trim().strip_prefix(['/', '／']).filter(|_| open) {
            return self.look_up(words.trim());
        }
        if let Some(name) = named::name_in(typed).filter(|_| !open) {
            return self.train(name);
        }
        match self.asked.clone() {
            Asked::Scenario(ids) if typed.trim().is_empty() && !ids.is_empty() => self.again(),
            Asked::Scenario(ids) => match chosen(&ids, typed) {
                Some(_) if self.in_course && self.trainee.is_none() => {
                    self.page.line(tr!(self.texts, "drill-course-name"));
                }
                Some(id) if self.in_course && self.is_spent(&id) => {
                    self.page.line(tr!(self.texts, "drill-course-spent"));
                }
                Some(id) => self.begin_drill(&id),
                None => self.unknown(),
            },
            Asked::Look(looks) => match chosen(&looks, typed) {
                Some(question) => self.look(question),
                None => self.unknown(),
            },
            Asked::Found(found) => match chosen(&found, typed) {
                Some(entry) => self.enter(entry),
                None => self.unknown(),
            },
            Asked::Begin(ahead) => match number(typed) {
                Some(1) => self.begin_at_once(&ahead),
                Some(2) => self.list_again(),
                _ => self.unknown(),
            },
            Asked::Drill => self.answer(typed),
        }
    }

    /// What is asked, again.
    fn again(&mut self) {
        match &self.asked {
            Asked::Scenario(_) if self.in_course => self.show_course(),
            Asked::Scenario(_) => self.list(),
            Asked::Look(_) => self.looks(),
            Asked::Begin(ahead) => self.ask_begin(ahead.clone()),
            Asked::Found(_) | Asked::Drill => {
                self.asked = Asked::Drill;
                self.show();
            }
        }
    }

    fn question(&self) -> Option<&Question> {
        match self.drill()?.stage() {
            Stage::Question(question) => Some(question),
            _ => None,
        }
    }

    fn leave(&mut self) {
        if self.open().is_some() {
            self.page.line(if self.attempts.lasts() {
                tr!(self.texts, "drill-plain-left")
            } else {
                tr!(self.texts, "drill-plain-lost")
            });
        }
        self.over = true;
    }

    /// Does something in the drill; a refusal is said.
    fn act(&mut self, event: AttemptEvent) -> bool {
        let Some(own) = &mut self.drilling else { return false };
        let done = own.act(event, self.attempts.as_mut(), self.now);
        if let Err(why) = done {
            self.page.line(drill_words::refused(&self.texts, why));
        }
        self.page.lines(self.attempts.trouble(&self.texts));
        done.is_ok()
    }

    /// What comes after something was done.
    fn go_on(&mut self) {
        self.asked = Asked::Drill;
        match self.drill().map(Drill::stage) {
            Some(Stage::Over(_)) => self.debrief(),
            _ => self.show(),
        }
    }

    fn look(&mut self, question: Id) {
        if self.act(AttemptEvent::Looked { question }) {
            let shown = self.drill().and_then(|drill| drill.seen().last().copied());
            let shown = shown.map(|own| drill_words::seen(&self.words(), own));
            self.page.lines(shown);
        }
        self.go_on();
    }

    fn hint(&mut self) {
        let question = self.question().map(|own| own.id.clone());
        match question {
            Some(question) => {
                if self.act(AttemptEvent::Hinted { question }) {
                    self.go_on();
                }
            }
            None => self.page.line(tr!(self.texts, "drill-not-now")),
        }
    }

    fn back(&mut self) {
        let aside = matches!(self.asked, Asked::Look(_) | Asked::Found(_));
        if aside || self.act(AttemptEvent::Did { what: Event::Back }) {
            self.go_on();
        }
    }

    fn look_up(&mut self, typed: &str) {
        if !matches!(self.drill().map(Drill::stage), Some(Stage::Scene | Stage::Question(_))) {
            return self.page.line(tr!(self.texts, "drill-not-now"));
        }
        let guide = Arc::clone(&self.guide);
        let found = Catalogue::new(&guide).find(&guide, typed, 9);
        if found.is_empty() {
            return self.page.line(tr!(self.texts, "lookup-none"));
        }
        self.list_found(&found);
    }

    /// Goes by a way in, or by something looked up.
    fn enter(&mut self, entry: Entry) {
        let Some(drill) = self.drill() else { return };
        let what = match drill.stage() {
            Stage::Scene => {
                let (guide, version) = (drill.guide().id.clone(), drill.guide().version.clone());
                Event::Started { guide, version, entry }
            }
            _ => Event::LookedUp { entry },
        };
        if self.act(AttemptEvent::Did { what }) {
            self.feedback();
        }
        self.go_on();
    }

    fn feedback(&mut self) {
        let told = self.drill().and_then(|drill| drill_words::feedback(&self.words(), drill));
        let said = told.map(|(_, said)| said).unwrap_or_default();
        self.page.lines(said.iter().map(|own| format!("{}{}", own.lead, own.text)));
    }
}

/// What stands at the number that was typed.
fn chosen<T: Clone>(all: &[T], typed: &str) -> Option<T> {
    all.get(number(typed)?.checked_sub(1)?).cloned()
}
