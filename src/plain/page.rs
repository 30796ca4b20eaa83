//! What is printed, page by page.

use super::{
    answer::{lettered, numbered},
    picker,
};
use crate::{
    guide::{Guide, Kind, Node, Notice, Question, Remedy, Response, Text},
    lookup::Found,
    profile::{self, Profile},
    session::{Outcome, Session, Verdict, export::Format},
    tr,
    wording::{Words, notice},
};
use jiff::tz::TimeZone;
use std::fmt::Display;

/// Lines, whole and unwrapped.
#[derive(Default)]
pub(super) struct Page(String);

impl Page {
    /// One line.
    pub(super) fn line(&mut self, text: impl Display) {
        self.0.push_str(&text.to_string());
        self.0.push('\n');
    }

    /// An empty line, but never two.
    pub(super) fn gap(&mut self) {
        if !self.0.ends_with("\n\n") {
            self.0.push('\n');
        }
    }

    /// Each text on a line of its own.
    pub(super) fn lines(&mut self, texts: impl IntoIterator<Item = impl Display>) {
        texts.into_iter().for_each(|text| self.line(text));
    }

    /// A heading with its list, where there is one.
    fn section(&mut self, words: &Words, heading: String, texts: &[Text]) {
        if !texts.is_empty() {
            self.gap();
            self.line(heading);
            self.list(words, texts);
        }
    }

    fn list(&mut self, words: &Words, texts: &[Text]) {
        self.lines(texts.iter().map(|text| format!("- {}", text.get(words.lang))));
    }

    /// Everything so far.
    pub(super) fn take(&mut self) -> String {
        std::mem::take(&mut self.0)
    }

    /// The ways in.
    pub(super) fn picker(&mut self, words: &Words) {
        let (texts, guide) = (words.texts, words.guide);
        self.gap();
        self.line(tr!(texts, "picker-title"));
        let mut number = 0;
        for (group, symptoms) in picker::groups(guide) {
            self.gap();
            self.lines(group.map(|group| group.title.get(words.lang)));
            for symptom in symptoms {
                number += 1;
                self.line(format!("{number}. {}", symptom.say.get(words.lang)));
            }
        }
        if guide.check_everything.is_some() {
            self.gap();
            self.line(format!("{}. {}", number + 1, tr!(texts, "picker-nothing-fits")));
        }
        self.gap();
    }

    /// What holds for a while, unless it is what was told `before`.
    pub(super) fn notices(&mut self, words: &Words, notices: &[&Notice], before: &mut Vec<String>) {
        let told: Vec<String> = notices.iter().map(|own| notice(words.texts, own)).collect();
        if !told.is_empty() && told != *before {
            self.gap();
            self.lines(&told);
        }
        *before = told;
    }

    /// A question with its answers. `number` is its place in the review where it is asked again.
    pub(super) fn question(
        &mut self,
        words: &Words,
        question: &Question,
        given: Option<&Response>,
        number: Option<usize>,
    ) {
        self.gap();
        if let Some(number) = number {
            self.line(tr!(words.texts, "plain-change", number = number));
        }
        self.line(words.headed(&question.step.id, question.ask.get(words.lang)));
        let before = tr!(words.texts, "question-before");
        let marked = |answer: &crate::guide::Answer| {
            let chosen = match given {
                Some(Response::Answer(id)) => *id == answer.id,
                Some(Response::Ticks(ticked)) => ticked.contains(&answer.id),
                _ => false,
            };
            let say = answer.say.get(words.lang);
            if chosen { format!("{say} {before}") } else { say.to_owned() }
        };
        for (at, answer) in numbered(question).iter().enumerate() {
            self.line(format!("{}. {}", at + 1, marked(answer)));
        }
        for (letter, answer) in lettered(question) {
            self.line(format!("{letter}. {}", marked(answer)));
        }
        let typed =
            given.filter(|given| !matches!(given, Response::Answer(_) | Response::Ticks(_)));
        if let Some(typed) = typed {
            let text = words.said(question, typed);
            self.line(tr!(words.texts, "plain-before", text = text));
        }
    }

    /// What to say to the customer, and how far it is likely to be yet.
    pub(super) fn meanwhile(&mut self, words: &Words, session: &Session, question: &Question) {
        if let Some(customer) = &question.tell_customer {
            self.line(tr!(words.texts, "customer", text = customer.get(words.lang)));
        }
        self.lines(words.stop(session, "g"));
        let (questions, minutes) = session.forecast().told();
        self.line(tr!(words.texts, "plain-far", questions = questions, minutes = minutes));
    }

    /// What to type at a question.
    pub(super) fn question_hint(&mut self, words: &Words, question: &Question) {
        let texts = words.texts;
        let what = match question.kind {
            Kind::Choice => tr!(texts, "plain-type-number", last = question.answers.len()),
            Kind::Ticks => tr!(texts, "plain-type-ticks"),
            Kind::Amount => tr!(texts, "plain-type-amount"),
            Kind::Code => tr!(texts, "plain-type-code"),
        };
        let keys = keys(words.texts, question.how.is_some() || question.drawing.is_some());
        self.line(tr!(texts, "plain-hint", what = what, keys = keys));
    }

    /// How to check: the text, and the drawing in ASCII.
    pub(super) fn how(&mut self, words: &Words, question: &Question) {
        self.gap();
        if question.how.is_none() && question.drawing.is_none() {
            self.line(tr!(words.texts, "plain-no-how"));
            return;
        }
        self.line(tr!(words.texts, "question-how"));
        self.lines(question.how.as_ref().map(|how| how.get(words.lang)));
        if let Some(drawing) = &question.drawing {
            self.drawing(words, &drawing.id);
        }
    }

    /// A drawing and what its marks are.
    pub(super) fn drawing(&mut self, words: &Words, id: &str) {
        let Some(drawing) = words.guide.drawing(id) else { return };
        self.gap();
        self.line(drawing.title.get(words.lang));
        self.lines(drawing.ascii.iter().map(|row| row.trim_end()));
        self.lines(
            drawing.legend.iter().map(|(mark, text)| format!("{mark} = {}", text.get(words.lang))),
        );
    }

    /// The line that says which numbers can be typed.
    pub(super) fn number_hint(&mut self, words: &Words, last: usize) {
        let what = tr!(words.texts, "plain-type-number", last = last);
        let keys = keys(words.texts, false);
        self.line(tr!(words.texts, "plain-hint", what = what, keys = keys));
    }

    /// What was found by looking something up, numbered; all about the first one.
    pub(super) fn found(&mut self, words: &Words, found: &[Found]) {
        self.gap();
        for (number, own) in (1..).zip(found) {
            let (name, kind) = words.found(*own);
            self.line(tr!(words.texts, "plain-found", number = number, name = name, kind = kind));
            if number == 1 {
                self.lines(words.detail(*own));
            }
        }
    }

    /// What the code says that led here: closer to what happened than the remedy, and first to do.
    pub(super) fn code(&mut self, words: &Words, session: &Session) {
        if let Some(shown) = session.shown() {
            self.gap();
            self.lines(words.advice(shown));
        }
    }

    /// A remedy, section by section.
    pub(super) fn remedy(
        &mut self,
        words: &Words,
        session: &Session,
        remedy: &Remedy,
        zone: &TimeZone,
    ) {
        let texts = words.texts;
        self.gap();
        let cause = tr!(texts, "end-cause", cause = remedy.cause.get(words.lang));
        self.line(words.headed(&remedy.step.id, &cause));
        self.lines(words.recurrence(session, zone));
        self.code(words, session);
        // As on the screen: nobody who hurries may miss what never to do.
        self.section(words, tr!(texts, "remedy-never"), &remedy.never);
        self.gap();
        let minutes = remedy.minutes.ceil().max(1.0) as u64;
        self.line(tr!(texts, "remedy-do-now", minutes = minutes));
        for number in 1..=remedy.actions.len() {
            self.action(words, session, remedy, number);
        }
        self.call(words, &session.shop().profile, remedy);
        if let Some(customer) = &remedy.tell_customer {
            self.gap();
            self.line(tr!(texts, "plain-customer"));
            self.line(tr!(texts, "quoted", text = customer.get(words.lang)));
        }
        if let Some(meanwhile) = &remedy.meanwhile {
            self.gap();
            self.line(words.meanwhile());
            self.line(meanwhile.get(words.lang));
        }
        self.section(words, tr!(texts, "remedy-next-time"), &remedy.prevent);
    }

    /// An action with its tick. The line begins with what ticks it: a bare number would be taken
    /// for an answer to "did it work?".
    pub(super) fn action(
        &mut self,
        words: &Words,
        session: &Session,
        remedy: &Remedy,
        number: usize,
    ) {
        if let Some(action) = number.checked_sub(1).and_then(|at| remedy.actions.get(at)) {
            let done = session.state().ticked(&remedy.id, &action.id);
            let tick = if done { "[x]" } else { "[ ]" };
            self.line(format!("t {number} {tick} {}", action.say.get(words.lang)));
        }
    }

    /// Who must act, whom to call, and what to have ready.
    fn call(&mut self, words: &Words, profile: &Profile, remedy: &Remedy) {
        let texts = words.texts;
        self.gap();
        self.line(tr!(texts, "remedy-call"));
        self.line(tr!(texts, "remedy-who", who = words.who(remedy.who)));
        self.lines(words.contact(remedy, profile));
        if !remedy.tell_support.is_empty() {
            self.line(tr!(texts, "remedy-have-ready"));
            self.list(words, &remedy.tell_support);
        }
    }

    /// "Did it work?" with its answers.
    pub(super) fn verdicts(&mut self, words: &Words, session: &Session, remedy: &Remedy) {
        self.gap();
        self.line(words.outcome_question(remedy));
        let before = session.state().verdict(&remedy.id);
        for (at, verdict) in Verdict::ALL.into_iter().enumerate() {
            let text = words.verdict(remedy, verdict);
            let mark = match before {
                Some(before) if before == verdict => tr!(words.texts, "question-before"),
                _ => String::new(),
            };
            self.line(format!("{}. {text} {mark}", at + 1).trim_end());
        }
        let what = tr!(words.texts, "plain-type-remedy", last = Verdict::ALL.len());
        self.line(what);
    }

    /// How it came out, and whom to call where nobody is on it yet.
    pub(super) fn end(&mut self, words: &Words, session: &Session, outcome: Outcome) {
        let last = session.remedy();
        self.gap();
        self.lines(words.outcome(outcome));
        let cause = last.map(|last| last.cause.get(words.lang));
        self.lines(cause.map(|cause| tr!(words.texts, "end-cause", cause = cause)));
        if matches!(outcome, Outcome::GivenUp | Outcome::Unfinished) {
            self.support(words, &session.shop().profile, last);
        }
    }

    /// Whom to call: for this remedy, or where it names nobody, in the last resort.
    pub(super) fn support(&mut self, words: &Words, profile: &Profile, remedy: Option<&Remedy>) {
        let named = remedy.filter(|remedy| remedy.contact.is_some());
        if let Some(remedy) = named.or_else(|| last_resort(words.guide)) {
            self.call(words, profile, remedy);
        }
    }

    /// What can be done after the end.
    pub(super) fn next(&mut self, words: &Words) {
        self.gap();
        self.lines(tr!(words.texts, "plain-next").lines());
    }

    /// All answers with their numbers, and the notes.
    pub(super) fn review(&mut self, words: &Words, session: &Session) {
        let (texts, state) = (words.texts, session.state());
        self.gap();
        if session.answered() == 0 {
            self.line(tr!(texts, "review-none"));
        } else {
            self.line(tr!(texts, "plain-review"));
        }
        let own = session.terminal().map(|own| profile::terminal_name(own, texts));
        let own = own.or_else(|| session.terminal_number().map(ToString::to_string));
        if let Some(own) = own {
            self.line(tr!(
                texts,
                "summary-field",
                label = tr!(texts, "setup-terminal"),
                value = own
            ));
        }
        for (number, question) in (1..).zip(answered_questions(session)) {
            let Some(given) = state.given(&question.id) else { continue };
            let mut parts = vec![question.ask.get(words.lang).to_owned()];
            parts.push(words.said(question, &given.response));
            parts.extend(words.marks(question, given));
            self.line(format!("{number}. {}", parts.join(" ")));
        }
        if !state.notes().is_empty() {
            self.gap();
            self.line(tr!(texts, "review-notes"));
            self.lines(
                state
                    .notes()
                    .iter()
                    .flat_map(|note| note.text.lines())
                    .map(|line| format!("- {line}")),
            );
        }
    }

    /// All commands.
    pub(super) fn help(&mut self, words: &Words) {
        self.gap();
        let (endings, examples) = (Format::endings(), words.examples());
        self.lines(tr!(words.texts, "plain-help", endings = endings, examples = examples).lines());
    }
}

/// The answered questions in order: their places are the numbers of the review.
pub(super) fn answered_questions(session: &Session) -> impl Iterator<Item = &Question> {
    let state = session.state();
    let answered = state.path().iter().filter(|id| state.given(id).is_some());
    answered.filter_map(|id| session.guide().question(id))
}

/// The escalation that the guide names last.
fn last_resort(guide: &Guide) -> Option<&Remedy> {
    guide.nodes.iter().rev().find_map(|node| match node {
        Node::Remedy(remedy) if remedy.escalation => Some(remedy),
        _ => None,
    })
}

/// The keys that are told with every question; the others are in the help.
pub(super) fn keys(texts: &crate::texts::Texts, how: bool) -> String {
    if how { tr!(texts, "plain-keys-how") } else { tr!(texts, "plain-keys") }
}
