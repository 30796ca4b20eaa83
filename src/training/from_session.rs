//! A scenario from a recorded session, for a trainer to finish.
//!
//! What is taken is the way alone: how it began, what was answered, what was tried in vain, what
//! worked. Nothing of the people and the shop is: no notes, no terminal, no times, no typed amounts.
//! All that a trainee reads is for the trainer to write, and says [`Scenario::UNWRITTEN`] until then.

use super::written::{in_words, written};
use crate::{
    clean,
    guide::{
        Answer, Difficulty, Entry, Guide, Id, Kind, Miss, Move, Node, Question, Scenario, Screen,
        Sight, Target, Telling, Temptation, Text, Trap,
    },
    session::{Session, Verdict},
    texts::Texts,
    tr,
};
use std::fmt::Write as _;

/// Why a session makes no scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unteachable {
    /// No remedy worked.
    NoRemedy,
    /// Nothing was asked on the way to it.
    NoQuestion,
    /// It began with a call, or by a code that the guide does not list: a scenario can't.
    WayIn,
    /// What was answered does not lead to the remedy in this guide.
    Misses(Miss),
}

impl Unteachable {
    /// The same in words.
    pub fn words(&self, texts: &Texts) -> String {
        match self {
            Self::NoRemedy => tr!(texts, "unteachable-no-remedy"),
            Self::NoQuestion => tr!(texts, "unteachable-no-question"),
            Self::WayIn => tr!(texts, "unteachable-way-in"),
            Self::Misses(_) => tr!(texts, "unteachable-misses"),
        }
    }
}

/// A scenario as TOML, with comments in the language of `texts`, from a session that came to a remedy
/// that worked.
///
/// `guide check` finds nothing wrong with it but what is still to be written.
pub fn from_session(session: &Session, id: &str, texts: &Texts) -> Result<String, Unteachable> {
    let guide = session.guide();
    let mut draft = draft(session, id)?;
    let path = draft.play(guide).map_err(|(_, miss)| Unteachable::Misses(miss))?;
    if path.questions() == 0 {
        return Err(Unteachable::NoQuestion);
    }
    draft.questions = path.questions();
    // Half minutes, and no less than the best path takes.
    draft.minutes = (path.minutes() * 2.0).ceil().max(1.0) / 2.0;
    draft.difficulty = match (draft.questions, draft.fails.is_empty()) {
        (_, false) => Difficulty::Nasty,
        (..=2, true) => Difficulty::Easy,
        (3..=4, true) => Difficulty::Medium,
        (_, true) => Difficulty::Hard,
    };
    draft.traps = trap(guide, &draft).into_iter().collect();
    Ok(Writer { guide, texts, out: String::new() }.write(&draft))
}

/// An id for a draft that no scenario of the guide has.
pub fn draft_id(guide: &Guide) -> String {
    let free = |id: &String| guide.scenario(id).is_none();
    let numbered = (2_usize..).map(|number| format!("new-scenario-{number}"));
    let mut ids = std::iter::once("new-scenario".to_owned()).chain(numbered);
    ids.find(free).unwrap_or_default()
}

/// What the session tells, with no text but marks.
fn draft(session: &Session, id: &str) -> Result<Scenario, Unteachable> {
    let (guide, state) = (session.guide(), session.state());
    let todo = Text::new(guide.languages.iter().map(|_| Scenario::UNWRITTEN));
    let screen = guide.languages.iter().map(|_| vec![Scenario::UNWRITTEN.to_owned()]);
    let mut entry = state.entry().clone();
    let (mut sights, mut fails, mut truth) = (Vec::new(), Vec::new(), None);
    for node in state.path().iter().filter_map(|id| guide.node(id)) {
        if let Some(own) = state.looked_up(node.id())
            && !is_answer(node, own)
        {
            // A scenario has one way in: the last that was taken. What was seen before stays.
            entry = own.clone();
            fails.clear();
            continue;
        }
        match node {
            Node::Question(question) => sights.extend(sight(session, question, &todo)),
            Node::Remedy(remedy) => match state.verdict(&remedy.id) {
                Some(Verdict::Worked) => {
                    truth = Some(target(&remedy.id));
                    break;
                }
                Some(Verdict::Failed) => fails.push(target(&remedy.id)),
                Some(Verdict::CantTry) | None => break,
            },
        }
    }
    let truth = truth.ok_or(Unteachable::NoRemedy)?;
    Ok(Scenario {
        id: id.into(),
        title: todo.clone(),
        difficulty: Difficulty::Easy,
        setting: todo.clone(),
        screen: Screen::new(screen.collect()),
        customer: todo.clone(),
        entry: as_written(guide, entry).ok_or(Unteachable::WayIn)?,
        truth,
        also: Vec::new(),
        fails,
        minutes: 0.0,
        questions: 0,
        sights,
        traps: Vec::new(),
        temptations: vec![Temptation {
            say: todo.clone(),
            why: todo.clone(),
            ..Temptation::default()
        }],
        tellings: vec![Telling { say: todo.clone(), why: todo, ..Telling::default() }],
        place: crate::guide::Place::default(),
    })
}

/// Whether what was looked up at a node is an answer there: that nobody can tell what a code means.
fn is_answer(node: &Node, entry: &Entry) -> bool {
    let asks_code = matches!(node, Node::Question(question) if question.kind == Kind::Code);
    asks_code && matches!(entry, Entry::UnsureCode(_))
}

/// A way in as an author writes it; nothing where a scenario can't begin so.
fn as_written(guide: &Guide, entry: Entry) -> Option<Entry> {
    let entry = match entry {
        Entry::Call => return None,
        Entry::UnsureCode(code) => Entry::Code { code, scheme: "unsure".to_owned() },
        entry => entry,
    };
    entry.begins(guide).map(|_| entry)
}

fn sight(session: &Session, question: &Question, todo: &Text) -> Option<Sight> {
    let state = session.state();
    let given = match state.looked_up(&question.id) {
        Some(entry) => Move::LookUp(entry.clone()),
        None => Move::Answer(state.given(&question.id)?.response.clone()),
    };
    let answer = written(session.guide(), question, &given);
    Some(Sight {
        question: target(&question.id),
        look: todo.clone(),
        shows: todo.clone(),
        answer: Target { id: answer.as_str().into(), ..Target::default() },
        ..Sight::default()
    })
}

fn target(id: &Id) -> Target {
    Target { id: id.clone(), ..Target::default() }
}

/// A trap to begin with: another answer to the last question that has one.
fn trap(guide: &Guide, draft: &Scenario) -> Option<Trap> {
    let path = draft.play(guide).ok()?;
    let on_way = draft.sights.iter().rev().filter(|own| path.passes(&own.question.id));
    let wrong = |sight: &Sight| {
        let question = guide.question(&sight.question.id)?;
        let node = guide.node(&sight.question.id)?;
        let is_wrong = |own: &&Answer| {
            Move::at(guide, node, &own.id).is_some_and(|given| !sight.agrees(guide, &given))
        };
        let answer = question.answers.iter().find(is_wrong)?;
        Some(Trap {
            question: sight.question.clone(),
            answer: target(&answer.id),
            why: draft.title.clone(),
            ..Trap::default()
        })
    };
    on_way.into_iter().find_map(wrong)
}

/// Writes a draft as `guide fmt` would lay it out.
struct Writer<'t> {
    guide: &'t Guide,
    texts: &'t Texts,
    out: String,
}

impl Writer<'_> {
    fn write(mut self, draft: &Scenario) -> String {
        let texts = self.texts;
        self.comment(&tr!(texts, "draft-head"));
        self.out.push('\n');
        self.line("[[scenario]]");
        self.pair("id", &quoted(&draft.id));
        self.comment(&tr!(texts, "draft-title"));
        self.text("title", &draft.title);
        self.comment(&tr!(texts, "draft-difficulty"));
        self.pair("difficulty", &quoted(draft.difficulty.name()));
        self.comment(&tr!(texts, "draft-setting"));
        self.text("setting", &draft.setting);
        self.comment(&tr!(texts, "draft-screen"));
        self.screen(&draft.screen);
        self.comment(&tr!(texts, "draft-customer"));
        self.text("customer", &draft.customer);
        self.entry(&draft.entry);
        self.comment(&tr!(texts, "draft-truth"));
        self.pair("truth", &quoted(&draft.truth.id));
        if !draft.fails.is_empty() {
            let fails: Vec<String> = draft.fails.iter().map(|own| quoted(&own.id)).collect();
            self.pair("fails", &format!("[{}]", fails.join(", ")));
        }
        self.pair("minutes", &draft.minutes.to_string());
        self.pair("questions", &draft.questions.to_string());
        self.comment(&tr!(texts, "draft-facts"));
        for own in &draft.sights {
            self.sight(own);
        }
        self.comment(&tr!(texts, "draft-trap"));
        for own in &draft.traps {
            self.line("[[scenario.trap]]");
            self.pair("question", &quoted(&own.question.id));
            self.answer(&own.question.id, &own.answer.id);
            self.text("why", &own.why);
            self.pair("harm", "false");
        }
        self.comment(&tr!(texts, "draft-tempt"));
        for own in &draft.temptations {
            self.wrong("[[scenario.tempt]]", &own.say, &own.why);
        }
        self.comment(&tr!(texts, "draft-tell"));
        for own in &draft.tellings {
            self.wrong("[[scenario.tell]]", &own.say, &own.why);
        }
        self.out
    }

    /// A fact, below what was asked and answered in words.
    fn sight(&mut self, own: &Sight) {
        let lang = self.guide.lang(self.texts);
        self.line("[[scenario.fact]]");
        if let (Some(question), Some(right)) =
            (self.guide.question(&own.question.id), own.right(self.guide))
        {
            let answer = in_words(self.guide, question, &right, lang);
            let ask = question.ask.get(lang);
            self.comment(&tr!(self.texts, "draft-fact", question = ask, answer = answer));
        }
        self.pair("question", &quoted(&own.question.id));
        self.text("look", &own.look);
        self.text("shows", &own.shows);
        self.answer(&own.question.id, &own.answer.id);
    }

    fn wrong(&mut self, table: &str, say: &Text, why: &Text) {
        self.line(table);
        self.text("say", say);
        self.text("why", why);
        self.pair("harm", "false");
    }

    fn entry(&mut self, entry: &Entry) {
        match entry {
            Entry::Symptom(id) => self.pair("symptom", &quoted(id)),
            Entry::Message(id) => self.pair("message", &quoted(id)),
            Entry::CheckEverything => self.pair("everything", "true"),
            Entry::Code { code, scheme } => {
                let (code, scheme) = (quoted(code), quoted(scheme));
                self.pair("code", &format!("{{ scheme = {scheme}, code = {code} }}"));
            }
            // Neither is what a scenario begins with: see `as_written`.
            Entry::UnsureCode(_) | Entry::Call => {}
        }
    }

    /// An answer; a list where several can be ticked.
    fn answer(&mut self, question: &str, answer: &str) {
        let kind = self.guide.question(question).map(|own| own.kind);
        if kind == Some(Kind::Ticks) {
            let ids: Vec<String> = answer.split('+').map(quoted).collect();
            self.pair("answer", &format!("[{}]", ids.join(", ")));
        } else {
            self.pair("answer", &quoted(answer));
        }
    }

    fn text(&mut self, key: &str, text: &Text) {
        let tags = self.guide.languages.iter();
        let all: Vec<String> = tags
            .zip(text.versions())
            .map(|(tag, text)| format!("{} = {}", bare(tag), quoted(text)))
            .collect();
        self.pair(key, &format!("{{ {} }}", all.join(", ")));
    }

    fn screen(&mut self, screen: &Screen) {
        let tags = self.guide.languages.iter();
        let all: Vec<String> = tags
            .zip(screen.versions())
            .map(|(tag, lines)| {
                let lines: Vec<String> = lines.iter().map(|line| quoted(line)).collect();
                format!("{} = [{}]", bare(tag), lines.join(", "))
            })
            .collect();
        self.pair("screen", &format!("{{ {} }}", all.join(", ")));
    }

    fn pair(&mut self, key: &str, value: &str) {
        let _ = writeln!(self.out, "{key} = {value}");
    }

    fn line(&mut self, line: &str) {
        let _ = writeln!(self.out, "{line}");
    }

    fn comment(&mut self, text: &str) {
        let _ = writeln!(self.out, "# {}", clean::line(text, usize::MAX));
    }
}

/// A string as TOML writes it.
fn quoted(text: &str) -> String {
    toml_edit::Value::from(text).to_string()
}

/// A key as TOML writes it.
fn bare(key: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if key.chars().all(plain) && !key.is_empty() { key.to_owned() } else { quoted(key) }
}
