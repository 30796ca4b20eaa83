//! A drill in numbered lines: the scene, the questions, what is looked at, and the debrief.
//!
//! A number answers what was asked last. Letters are commands: `o` look, `t` a hint, `b` back, `g` give
//! up, `s` the scene again, `q` leave, `?` help.

use super::{
    answer::{self, Reply},
    input::{self, number, numbers, plain},
    page::Page,
    picker::{self, Choice},
    repeated,
};
use crate::{
    clean, drill_words,
    drilling::{Attempts, Drilling, Trainer, scenarios},
    guide::{Entry, Guide, Id, Kind, Question},
    lookup::{Catalogue, Found, meanings},
    session::Event,
    texts::Texts,
    tr,
    training::{AttemptEvent, Doing, Drill, Mode, Saying, Stage, Unplayable},
    wording::Words,
};
use jiff::Timestamp;
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
    now: impl Fn() -> Timestamp,
) -> io::Result<bool> {
    let echo = start.echo;
    let mut talk = Talk::new(start, now());
    match talk.all(echo, &mut input, &mut output, &now) {
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
}

struct Talk {
    guide: Arc<Guide>,
    texts: Texts,
    attempts: Box<dyn Attempts>,
    trainee: Option<String>,
    mark: f64,
    mode: Mode,
    drilling: Option<Drilling>,
    asked: Asked,
    page: Page,
    now: Timestamp,
    over: bool,
    passed: bool,
}

impl Talk {
    fn new(start: DrillStart, now: Timestamp) -> Self {
        let Trainer { guide, attempts, trainee, mark } = start.trainer;
        let mut talk = Self {
            guide: guide(),
            texts: start.texts,
            attempts,
            trainee,
            mark,
            mode: start.mode.unwrap_or_default(),
            drilling: None,
            asked: Asked::Scenario(Vec::new()),
            page: Page::default(),
            now,
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
        now: &impl Fn() -> Timestamp,
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
            self.now = now();
            self.hear(&clean::line(&line, usize::MAX));
        }
    }

    fn words(&self) -> Words<'_> {
        Words { guide: &self.guide, texts: &self.texts, lang: self.guide.lang(&self.texts) }
    }

    fn drill(&self) -> Option<&Drill> {
        self.drilling.as_ref().map(Drilling::drill)
    }

    /// The first page: the drill that is not over, the one that was asked for, or the list.
    fn begin(&mut self, scenario: Option<String>, mode_given: bool) {
        self.page.line(tr!(self.texts, "drill-title"));
        self.page.line(tr!(self.texts, "drill-intro"));
        self.page.line(match &self.trainee {
            Some(name) => tr!(self.texts, "drill-trainee", name = name.as_str()),
            None => tr!(self.texts, "drill-no-trainee"),
        });
        let open = self.attempts.unfinished().map(|events| Drilling::go_on(&self.guide, events));
        match open {
            Some(Ok(own)) => {
                let wanted =
                    scenario.as_ref().is_none_or(|id| own.drill().scenario().id.as_str() == id);
                self.drilling = Some(own);
                if wanted && !mode_given {
                    self.asked = Asked::Drill;
                    return self.show_scene();
                }
            }
            Some(Err(why)) => {
                self.attempts.give_away();
                self.page.line(drill_words::unplayable(&self.texts, &why));
            }
            None => {}
        }
        match scenario {
            Some(id) => self.begin_drill(&id.as_str().into()),
            None => self.list(),
        }
    }

    /// The scenarios: titles and difficulties alone.
    fn list(&mut self) {
        let ids = scenarios(&self.guide).into_iter().map(|own| own.id.clone()).collect::<Vec<_>>();
        let (guide, texts) = (Arc::clone(&self.guide), &self.texts);
        let lang = guide.lang(texts);
        self.page.gap();
        if ids.is_empty() {
            self.page.line(tr!(texts, "drill-none"));
            self.over = true;
            return;
        }
        for (number, own) in (1..).zip(scenarios(&guide)) {
            let level = drill_words::difficulty(texts, own.difficulty);
            self.page.line(format!("{number}. {} ({level})", own.title.get(lang)));
        }
        self.page.gap();
        let mode = drill_words::mode(texts, self.mode);
        self.page.line(tr!(texts, "drill-plain-choose", last = ids.len(), mode = mode));
        self.asked = Asked::Scenario(ids);
    }

    fn begin_drill(&mut self, id: &Id) {
        let guide = Arc::clone(&self.guide);
        let (attempts, tag) = (self.attempts.as_mut(), self.texts.tag());
        if let Some(open) = self.drilling.as_mut().filter(|own| own.is_open()) {
            // It can be closed at any time.
            let _ = open.act(AttemptEvent::Finished, attempts, self.now);
            self.page.line(tr!(self.texts, "drill-gave-up-other"));
        }
        let own = guide.scenario(id).ok_or_else(|| Unplayable::NoScenario(id.clone()));
        let terms = (self.mode, self.mark);
        let begun =
            own.and_then(|own| Drilling::begin(&guide, own, terms, (attempts, tag), self.now));
        match begun {
            Ok(own) => {
                self.drilling = Some(own);
                self.asked = Asked::Drill;
                self.show_scene();
            }
            Err(why) => {
                self.page.line(drill_words::unplayable(&self.texts, &why));
                self.list();
            }
        }
    }

    /// The scene, then what is asked.
    fn show_scene(&mut self) {
        let words =
            Words { guide: &self.guide, texts: &self.texts, lang: self.guide.lang(&self.texts) };
        let Some(drill) = self.drilling.as_ref().map(Drilling::drill) else { return };
        let (page, scenario) = (&mut self.page, drill.scenario());
        page.gap();
        page.line(scenario.title.get(words.lang));
        page.line(scenario.setting.get(words.lang));
        page.line(tr!(words.texts, "drill-screen-shows"));
        page.lines(drill_words::terminal(&words, scenario));
        page.lines(drill_words::dark(&words, scenario));
        page.line(tr!(words.texts, "drill-customer"));
        page.line(scenario.customer.get(words.lang));
        self.show();
    }

    /// What is asked now.
    fn show(&mut self) {
        let words =
            Words { guide: &self.guide, texts: &self.texts, lang: self.guide.lang(&self.texts) };
        let Some(drill) = self.drilling.as_ref().map(Drilling::drill) else { return };
        let (page, texts) = (&mut self.page, words.texts);
        page.gap();
        page.line(drill_words::bar(texts, Some(drill), self.now));
        match drill.stage() {
            Stage::Scene => {
                page.picker(&words);
                page.line(tr!(texts, "drill-plain-entry", last = picker::last_number(&self.guide)));
            }
            Stage::Question(question) => {
                let given = drill.session().and_then(|own| own.state().given(&question.id));
                page.question(&words, question, given.map(|own| &own.response), None);
                if let Some(hint) = drill.hint() {
                    page.lines(drill_words::hint(&words, hint).iter().map(|own| &own.text));
                }
                let what = match question.kind {
                    Kind::Choice => tr!(texts, "plain-type-number", last = question.answers.len()),
                    Kind::Ticks => tr!(texts, "plain-type-ticks"),
                    Kind::Amount => tr!(texts, "plain-type-amount"),
                    Kind::Code => tr!(texts, "plain-type-code"),
                };
                page.line(what);
                page.line(match drill.terms().mode {
                    Mode::Practice => tr!(texts, "drill-plain-keys"),
                    Mode::Exam => tr!(texts, "drill-plain-keys-exam"),
                });
            }
            Stage::Remedy(remedy) => {
                let cause = remedy.cause.get(words.lang);
                page.line(tr!(texts, "drill-remedy-is", cause = cause));
                let most = drill.actions_wanted();
                if most == 0 {
                    page.line(tr!(texts, "drill-actions-none"));
                    page.line(tr!(texts, "drill-plain-enter"));
                } else {
                    page.line(tr!(texts, "drill-actions-title"));
                    for (number, own) in (1..).zip(drill.actions_offered()) {
                        let text = drill.doing_text(&remedy.id, &own);
                        let text = text.map_or("", |text| text.get(words.lang));
                        page.line(format!("{number}. {text}"));
                    }
                    page.line(tr!(texts, "drill-plain-actions", most = most));
                }
            }
            Stage::Telling(remedy) => {
                page.line(tr!(texts, "drill-telling-title"));
                let offered = drill.sayings_offered();
                for (number, own) in (1..).zip(&offered) {
                    let text = drill.saying_text(&remedy.id, *own);
                    let text = text.map(|text| text.get(words.lang).to_owned());
                    let text = text.unwrap_or_else(|| tr!(texts, "drill-saying-none"));
                    page.line(format!("{number}. {text}"));
                }
                page.line(tr!(texts, "plain-type-number", last = offered.len()));
            }
            Stage::Over(_) => {}
        }
    }

    /// The debrief, then the list again.
    fn debrief(&mut self) {
        let Some(drill) = self.drill() else { return };
        let title = drill.scenario().title.get(self.words().lang).to_owned();
        let said = drill_words::debrief(&self.words(), drill);
        self.passed = drill.marked().is_some_and(|own| own.passed);
        self.page.gap();
        self.page.line(tr!(self.texts, "drill-debrief", title = title));
        for own in said {
            if own.voice == drill_words::Voice::Heading {
                self.page.gap();
            }
            self.page.line(format!("{}{}", own.lead, own.text));
        }
        self.page.gap();
        self.page.line(tr!(self.texts, "drill-plain-again"));
        self.asked =
            Asked::Scenario(scenarios(&self.guide).iter().map(|own| own.id.clone()).collect());
    }

    fn unknown(&mut self) {
        self.page.line(tr!(self.texts, "plain-unknown"));
    }

    /// Takes a line.
    fn hear(&mut self, typed: &str) {
        let open = self.drilling.as_ref().is_some_and(Drilling::is_open);
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
        match self.asked.clone() {
            Asked::Scenario(ids) if typed.trim().is_empty() && !ids.is_empty() => self.list(),
            Asked::Scenario(ids) => match chosen(&ids, typed) {
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
            Asked::Drill => self.answer(typed),
        }
    }

    /// What is asked, again.
    fn again(&mut self) {
        match &self.asked {
            Asked::Scenario(_) => self.list(),
            Asked::Look(_) => self.looks(),
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
        if self.drilling.as_ref().is_some_and(Drilling::is_open) {
            self.page.line(tr!(self.texts, "drill-plain-left"));
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

    fn looks(&mut self) {
        let Some(drill) = self.drilling.as_ref().map(Drilling::drill) else { return };
        let words =
            Words { guide: &self.guide, texts: &self.texts, lang: self.guide.lang(&self.texts) };
        let page = &mut self.page;
        page.gap();
        let seen = drill.seen();
        if !seen.is_empty() {
            page.line(tr!(words.texts, "drill-seen-title"));
            page.lines(seen.iter().map(|own| format!("- {}", drill_words::seen(&words, own))));
        }
        let looks = drill.looks();
        if looks.is_empty() {
            page.line(tr!(words.texts, "drill-looks-none"));
            return;
        }
        page.line(tr!(words.texts, "drill-looks"));
        for (number, own) in (1..).zip(&looks) {
            let minutes = drill_words::look_minutes(&words, own);
            page.line(format!("{number}. {} ({minutes})", own.look.get(words.lang)));
        }
        page.line(tr!(words.texts, "drill-plain-look", last = looks.len()));
        let ids = looks.iter().map(|own| own.question.id.clone()).collect();
        self.asked = Asked::Look(ids);
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

    fn list_found(&mut self, found: &[Found]) {
        let words =
            Words { guide: &self.guide, texts: &self.texts, lang: self.guide.lang(&self.texts) };
        self.page.gap();
        for (number, own) in (1..).zip(found) {
            let (name, kind) = words.found(*own);
            self.page.line(tr!(
                words.texts,
                "plain-found",
                number = number,
                name = name,
                kind = kind
            ));
        }
        self.page.line(tr!(words.texts, "plain-type-number", last = found.len()));
        self.asked = Asked::Found(found.iter().map(Found::entry).collect());
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

    /// Answers what the drill stands at.
    fn answer(&mut self, typed: &str) {
        let guide = Arc::clone(&self.guide);
        let Some(drill) = self.drill() else { return };
        match drill.stage() {
            Stage::Scene => match picker::choice(&guide, &self.texts, typed) {
                Choice::Entry(entry) => self.enter(entry),
                Choice::Code(code, found) => match found.as_slice() {
                    [only] => self.enter(only.entry()),
                    [] => self.page.line(tr!(self.texts, "lookup-no-code", code = code)),
                    _ => self.list_found(&meanings(&guide, &code)),
                },
                Choice::Nothing => self.unknown(),
            },
            Stage::Question(question) => {
                let Some(question) = guide.question(&question.id) else { return };
                self.reply(&guide, question, typed);
            }
            Stage::Remedy(remedy) => {
                let (remedy, offered) = (remedy.id.clone(), drill.actions_offered());
                let picked = numbers(typed).unwrap_or_default().into_iter();
                let picked = picked.map(|at| offered.get(at.checked_sub(1)?).cloned());
                let actions: Option<Vec<Doing>> = picked.collect();
                let none = drill.actions_wanted() == 0;
                match actions {
                    Some(actions) if none || !actions.is_empty() => {
                        let actions = if none { Vec::new() } else { actions };
                        if self.act(AttemptEvent::Ordered { remedy, actions }) {
                            self.feedback();
                            self.go_on();
                        }
                    }
                    _ => self.unknown(),
                }
            }
            Stage::Telling(remedy) => {
                let remedy = remedy.id.clone();
                let offered: Vec<Saying> = drill.sayings_offered();
                let Some(said) = chosen(&offered, typed) else { return self.unknown() };
                if self.act(AttemptEvent::Told { remedy, said }) {
                    let told = self.drill().map(|drill| drill_words::result(&self.words(), drill));
                    let lines = told.unwrap_or_default();
                    self.page.gap();
                    self.page.lines(lines.iter().map(|own| format!("{}{}", own.lead, own.text)));
                }
                self.go_on();
            }
            Stage::Over(_) => self.debrief(),
        }
    }

    fn reply(&mut self, guide: &Guide, question: &Question, typed: &str) {
        let texts = &self.texts;
        let wrong = match answer::reply(guide, question, typed) {
            Reply::Response(response) => {
                let question = question.id.clone();
                let what = Event::Answered { question, response };
                if self.act(AttemptEvent::Did { what }) {
                    self.feedback();
                    self.go_on();
                }
                return;
            }
            Reply::Several(codes) => {
                let code = codes.first().map_or_else(String::new, |code| code.code.clone());
                return self.list_found(&meanings(guide, &code));
            }
            Reply::UnknownCode(code) => tr!(texts, "lookup-no-code", code = code),
            Reply::NoCode => tr!(texts, "plain-no-code"),
            Reply::NoAmount => tr!(texts, "plain-no-amount"),
            Reply::Alone(answer) => {
                tr!(texts, "plain-alone", text = self.words().say(answer).to_owned())
            }
            Reply::Nothing => tr!(texts, "plain-unknown"),
        };
        self.page.line(wrong);
    }
}

/// What stands at the number that was typed.
fn chosen<T: Clone>(all: &[T], typed: &str) -> Option<T> {
    all.get(number(typed)?.checked_sub(1)?).cloned()
}
