//! The keys of every table.

use super::{Key, Takes, words};
use crate::{
    guide::{Connection, Difficulty, FactKind, Kind, Likelihood, ProfileKey, Retry, Who},
    texts::Texts,
    tr,
};

/// What a key is for, by the id of a text.
macro_rules! about {
    ($id:tt) => {
        |texts: &Texts| tr!(texts, $id)
    };
}

const KINDS: &[&str] = &words(&Kind::NAMES);
const WHO: &[&str] = &words(&Who::NAMES);
const RETRY: &[&str] = &words(&Retry::NAMES);
const FACTS: &[&str] = &words(&FactKind::NAMES);
const CONNECTIONS: &[&str] = &words(&Connection::NAMES);
const DIFFICULTIES: &[&str] = &words(&Difficulty::NAMES);
const PROFILE: &[&str] = &words(&ProfileKey::NAMES);
/// The words for a likelihood; weights have none.
pub(super) const LIKELIHOODS: &[&str] = &words(&Likelihood::NAMES);

const ID: Key = Key::must("id", Takes::Id, about!("schema-id"));
const GO: Key = Key::must("go", Takes::Name, about!("schema-go"));
const STEP_OF: Key = Key::must("step", Takes::Name, about!("schema-step-of"));
const SOURCES: Key = Key::may("sources", Takes::Names, about!("schema-sources"));
const DRAWING_OF: Key = Key::may("drawing", Takes::Name, about!("schema-drawing-of"));
const CUSTOMER: Key = Key::may("tell_customer", Takes::Text, about!("schema-tell-customer"));
const ACTS: Key = Key::must("who", Takes::Word(WHO), about!("schema-who"));
const MEANING: Key = Key::must("meaning", Takes::Text, about!("schema-meaning"));
const ALLOW: Key = Key::may("allow", Takes::Allow, about!("schema-allow"));
const TO_DO: Key = Key::must("action", Takes::Text, about!("schema-action"));

/// The keys of `guide.toml` alone.
pub(crate) const HEAD: [Key; 11] = [
    Key::must("format", Takes::Format, about!("schema-format")),
    Key::must("id", Takes::Id, about!("schema-guide-id")),
    Key::must("version", Takes::String, about!("schema-version")),
    Key::must("languages", Takes::Languages, about!("schema-languages")),
    Key::must("title", Takes::Text, about!("schema-guide-title")),
    Key::may("check_everything", Takes::Name, about!("schema-check-everything")),
    Key::may("code_unsure", Takes::Name, about!("schema-code-unsure")),
    Key::may("most_questions", Takes::Count, about!("schema-most-questions")),
    Key::may("payments", Takes::Flag, about!("schema-payments")),
    ALLOW,
    // The last one: it is mostly written with a heading.
    Key::may("call", Takes::Call, about!("schema-call")),
];

/// The keys of what a call costs.
pub(crate) const CALL: [Key; 4] = [
    Key::must("remedy", Takes::Name, about!("schema-call-remedy")),
    Key::must("minutes", Takes::Minutes, about!("schema-call-minutes")),
    Key::may("saves", Takes::Minutes, about!("schema-call-saves")),
    Key::may("stop", Takes::Flag, about!("schema-call-stop")),
];

/// The keys of a step.
pub(crate) const STEP: [Key; 4] = [
    ID,
    Key::must("title", Takes::Text, about!("schema-step-title")),
    Key::may("gate", Takes::Name, about!("schema-gate")),
    Key::may("minutes", Takes::Minutes, about!("schema-step-minutes")),
];

/// The keys of a group.
pub(crate) const GROUP: [Key; 2] =
    [ID, Key::must("title", Takes::Text, about!("schema-group-title"))];

/// The keys of a symptom.
pub(crate) const SYMPTOM: [Key; 8] = [
    ID,
    Key::may("group", Takes::Name, about!("schema-group-of")),
    Key::must("say", Takes::Text, about!("schema-symptom-say")),
    Key::may("words", Takes::Strings, about!("schema-words")),
    GO,
    Key::may("skips", Takes::Names, about!("schema-skips")),
    Key::may("likelihood", Takes::Likelihood, about!("schema-symptom-likelihood")),
    ALLOW,
];

/// The keys of a contact.
pub(crate) const CONTACT: [Key; 4] = [
    Key::must("id", Takes::Id, about!("schema-contact-id")),
    Key::must("title", Takes::Text, about!("schema-contact-title")),
    Key::must("where", Takes::Text, about!("schema-where")),
    ALLOW,
];

/// The keys of a drawing.
pub(crate) const DRAWING: [Key; 6] = [
    ID,
    Key::must("title", Takes::Text, about!("schema-drawing-title")),
    Key::must("unicode", Takes::Rows, about!("schema-unicode")),
    Key::must("ascii", Takes::Rows, about!("schema-ascii")),
    Key::may("legend", Takes::Legend, about!("schema-legend")),
    ALLOW,
];

/// The keys of a question.
pub(crate) const QUESTION: [Key; 16] = [
    ID,
    STEP_OF,
    Key::may("kind", Takes::Word(KINDS), about!("schema-kind")),
    Key::may("aside", Takes::Flag, about!("schema-aside")),
    Key::must("ask", Takes::Text, about!("schema-ask")),
    Key::may("how", Takes::Text, about!("schema-how")),
    CUSTOMER,
    Key::may("likelihood", Takes::Likelihood, about!("schema-question-likelihood")),
    Key::may("minutes", Takes::Minutes, about!("schema-question-minutes")),
    DRAWING_OF,
    Key::may("profile", Takes::Word(PROFILE), about!("schema-question-profile")),
    Key::may("after", Takes::Names, about!("schema-after")),
    Key::may("no_unsure", Takes::String, about!("schema-no-unsure")),
    SOURCES,
    Key::must("answers", Takes::Answers, about!("schema-answers")),
    ALLOW,
];

/// The keys of an answer.
pub(crate) const ANSWER: [Key; 10] = [
    Key::must("id", Takes::Id, about!("schema-answer-id")),
    Key::must("say", Takes::Text, about!("schema-answer-say")),
    GO,
    Key::may("likelihood", Takes::Likelihood, about!("schema-answer-likelihood")),
    Key::may("unsure", Takes::Flag, about!("schema-unsure")),
    Key::may("up_to", Takes::Amount, about!("schema-up-to")),
    Key::may("none", Takes::Flag, about!("schema-none")),
    Key::may("other", Takes::Flag, about!("schema-other")),
    Key::may("profile", Takes::Words(CONNECTIONS), about!("schema-answer-profile")),
    Key::may("fine", Takes::Flag, about!("schema-fine")),
];

/// The keys of a remedy.
pub(crate) const REMEDY: [Key; 19] = [
    ID,
    STEP_OF,
    Key::must("cause", Takes::Text, about!("schema-cause")),
    Key::may("likelihood", Takes::Likelihood, about!("schema-likelihood")),
    Key::must("minutes", Takes::Minutes, about!("schema-remedy-minutes")),
    DRAWING_OF,
    Key::must("actions", Takes::Actions, about!("schema-actions")),
    Key::may("never", Takes::Texts, about!("schema-never")),
    ACTS,
    Key::may("contact", Takes::Name, about!("schema-contact-of")),
    Key::may("tell_support", Takes::Texts, about!("schema-tell-support")),
    CUSTOMER,
    Key::may("meanwhile", Takes::Text, about!("schema-meanwhile")),
    Key::may("prevent", Takes::Texts, about!("schema-prevent")),
    Key::may("if_worked", Takes::Name, about!("schema-if-worked")),
    Key::may("if_failed", Takes::Name, about!("schema-if-failed")),
    Key::may("escalation", Takes::Flag, about!("schema-escalation")),
    SOURCES,
    ALLOW,
];

/// The keys of a scheme.
pub(crate) const SCHEME: [Key; 3] = [
    ID,
    Key::must("title", Takes::Text, about!("schema-scheme-title")),
    Key::must("how", Takes::Text, about!("schema-scheme-how")),
];

/// The keys of a code.
pub(crate) const CODE: [Key; 12] = [
    Key::must("code", Takes::Code, about!("schema-code")),
    Key::must("scheme", Takes::Name, about!("schema-scheme-of")),
    Key::may("also", Takes::Names, about!("schema-also")),
    Key::may("words", Takes::Strings, about!("schema-code-words")),
    MEANING,
    TO_DO,
    ACTS,
    Key::must("retry", Takes::Word(RETRY), about!("schema-retry")),
    GO,
    Key::may("likelihood", Takes::Likelihood, about!("schema-code-likelihood")),
    SOURCES,
    ALLOW,
];

/// The keys of a message.
pub(crate) const MESSAGE: [Key; 10] = [
    ID,
    Key::must("say", Takes::Text, about!("schema-message-say")),
    Key::may("words", Takes::Strings, about!("schema-message-words")),
    MEANING,
    TO_DO,
    ACTS,
    Key::may("retry", Takes::Word(RETRY), about!("schema-retry")),
    GO,
    SOURCES,
    ALLOW,
];

/// The keys of a fact.
pub(crate) const FACT: [Key; 4] = [
    ID,
    Key::may("kind", Takes::Word(FACTS), about!("schema-fact-kind")),
    Key::must("says", Takes::String, about!("schema-says")),
    Key::may("right", Takes::String, about!("schema-right")),
];

/// The keys of a fact that is not used.
pub(crate) const NOT_USED: [Key; 2] = [
    Key::must("id", Takes::Name, about!("schema-not-used-id")),
    Key::must("reason", Takes::String, about!("schema-reason")),
];

/// The keys of a path case.
pub(crate) const CASE: [Key; 7] = [
    ID,
    Key::may("symptom", Takes::Name, about!("schema-case-symptom")),
    Key::may("code", Takes::String, about!("schema-case-code")),
    Key::may("message", Takes::Name, about!("schema-case-message")),
    Key::may("everything", Takes::Flag, about!("schema-case-everything")),
    Key::may("answers", Takes::Strings, about!("schema-case-answers")),
    Key::must("remedy", Takes::Name, about!("schema-case-remedy")),
];

/// The keys of a notice.
pub(crate) const NOTICE: [Key; 6] = [
    Key::must("text", Takes::Text, about!("schema-notice-text")),
    Key::may("from", Takes::Moment, about!("schema-from")),
    Key::must("until", Takes::Moment, about!("schema-until")),
    Key::may("step", Takes::NameOrNames, about!("schema-notice-step")),
    Key::may("question", Takes::NameOrNames, about!("schema-notice-question")),
    Key::may("remedy", Takes::NameOrNames, about!("schema-notice-remedy")),
];

const HARM: Key = Key::must("harm", Takes::Flag, about!("schema-harm"));
const WHY: Key = Key::must("why", Takes::Text, about!("schema-why"));
const OF_QUESTION: Key = Key::must("question", Takes::Name, about!("schema-of-question"));

/// The keys of a scenario.
pub(crate) const SCENARIO: [Key; 20] = [
    ID,
    Key::must("title", Takes::Text, about!("schema-scenario-title")),
    Key::must("difficulty", Takes::Word(DIFFICULTIES), about!("schema-difficulty")),
    Key::must("setting", Takes::Text, about!("schema-setting")),
    Key::must("screen", Takes::Screen, about!("schema-screen")),
    Key::must("customer", Takes::Text, about!("schema-customer")),
    Key::may("symptom", Takes::Name, about!("schema-case-symptom")),
    Key::may("message", Takes::Name, about!("schema-case-message")),
    Key::may("code", Takes::ScenarioCode, about!("schema-scenario-code")),
    Key::may("everything", Takes::Flag, about!("schema-case-everything")),
    Key::must("truth", Takes::Name, about!("schema-truth")),
    Key::may("also", Takes::Names, about!("schema-scenario-also")),
    Key::may("fails", Takes::Names, about!("schema-fails")),
    Key::must("minutes", Takes::Minutes, about!("schema-scenario-minutes")),
    Key::must("questions", Takes::Count, about!("schema-scenario-questions")),
    Key::must("fact", Takes::Sights, about!("schema-sights")),
    Key::must("trap", Takes::Traps, about!("schema-traps")),
    Key::may("tempt", Takes::Temptations, about!("schema-temptations")),
    Key::may("tell", Takes::Tellings, about!("schema-tellings")),
    ALLOW,
];

/// The keys of the code by which a scenario is looked up.
pub(crate) const SCENARIO_CODE: [Key; 2] = [
    Key::may("scheme", Takes::Name, about!("schema-scenario-scheme")),
    Key::must("code", Takes::Code, about!("schema-code")),
];

/// The keys of what one look shows.
pub(crate) const SIGHT: [Key; 5] = [
    OF_QUESTION,
    Key::must("look", Takes::Text, about!("schema-look")),
    Key::must("shows", Takes::Text, about!("schema-shows")),
    Key::must("answer", Takes::Answered, about!("schema-sight-answer")),
    Key::may("minutes", Takes::Minutes, about!("schema-sight-minutes")),
];

/// The keys of a trap.
pub(crate) const TRAP: [Key; 4] =
    [OF_QUESTION, Key::must("answer", Takes::Answered, about!("schema-trap-answer")), WHY, HARM];

/// The keys of something that is tempting to do.
pub(crate) const TEMPTATION: [Key; 3] =
    [Key::must("say", Takes::Text, about!("schema-tempt-say")), WHY, HARM];

/// The keys of something that is tempting to say.
pub(crate) const TELLING: [Key; 3] =
    [Key::must("say", Takes::Text, about!("schema-tell-say")), WHY, HARM];

/// A list that any file of a guide may have: its key, the keys of its tables, what it is for.
pub(super) type List = (&'static str, &'static [Key], fn(&Texts) -> String);

/// The lists in the order of the reference.
pub(super) const LISTS: [List; 15] = [
    ("step", &STEP, about!("schema-list-step")),
    ("group", &GROUP, about!("schema-list-group")),
    ("symptom", &SYMPTOM, about!("schema-list-symptom")),
    ("contact", &CONTACT, about!("schema-list-contact")),
    ("drawing", &DRAWING, about!("schema-list-drawing")),
    ("question", &QUESTION, about!("schema-list-question")),
    ("remedy", &REMEDY, about!("schema-list-remedy")),
    ("scheme", &SCHEME, about!("schema-list-scheme")),
    ("code", &CODE, about!("schema-list-code")),
    ("message", &MESSAGE, about!("schema-list-message")),
    ("fact", &FACT, about!("schema-list-fact")),
    ("not_used", &NOT_USED, about!("schema-list-not-used")),
    ("case", &CASE, about!("schema-list-case")),
    ("notice", &NOTICE, about!("schema-list-notice")),
    ("scenario", &SCENARIO, about!("schema-list-scenario")),
];

/// The keys of the tables of a list.
pub(crate) fn list(name: &str) -> Option<&'static [Key]> {
    LISTS.iter().find(|list| list.0 == name).map(|list| list.1)
}

/// The keys of a file: those of `guide.toml` alone, and the lists.
pub(crate) const fn root() -> [&'static str; HEAD.len() + LISTS.len()] {
    let mut names = [""; HEAD.len() + LISTS.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = if at < HEAD.len() { HEAD[at].name } else { LISTS[at - HEAD.len()].0 };
        at += 1;
    }
    names
}
