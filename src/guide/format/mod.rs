//! What may stand in a guide's files: every table, every key, and what each key takes.
//!
//! The reader takes the names of its keys from here, and the JSON Schema for editors is written from
//! here, so that the two can't part. That what is said here of a key's values is what the reader
//! takes is tested with every bad guide under `tests/guide-cases`.

mod keys;
mod schema;

pub(crate) use keys::{
    ANSWER, CALL, CASE, CODE, CONTACT, DRAWING, FACT, GROUP, HEAD, MESSAGE, NOT_USED, NOTICE,
    QUESTION, REMEDY, SCENARIO, SCENARIO_CODE, SCHEME, SIGHT, STEP, SYMPTOM, TELLING, TEMPTATION,
    TRAP, list, root,
};
pub use schema::schema;

use crate::texts::Texts;

/// One key of a table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Key {
    /// As it is written.
    pub(crate) name: &'static str,
    /// What stands behind it.
    pub(crate) takes: Takes,
    /// Whether the table is refused without it.
    pub(crate) required: bool,
    /// What it is for, in the language of the texts.
    pub(crate) about: fn(&Texts) -> String,
}

impl Key {
    /// A key that may be left out.
    pub(crate) const fn may(name: &'static str, takes: Takes, about: fn(&Texts) -> String) -> Self {
        Self { name, takes, required: false, about }
    }

    /// A key that must be there.
    pub(crate) const fn must(
        name: &'static str,
        takes: Takes,
        about: fn(&Texts) -> String,
    ) -> Self {
        Self { name, takes, required: true, about }
    }
}

/// What a key takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Takes {
    /// The number of the format.
    Format,
    /// The table's own name.
    Id,
    /// The name of something else.
    Name,
    /// A list of such names.
    Names,
    /// One such name, or a list.
    NameOrNames,
    /// A string that says something.
    String,
    /// A list of strings.
    Strings,
    /// The tags of the guide's languages, the first being the fallback.
    Languages,
    /// A text in all languages of the guide.
    Text,
    /// A list of such texts.
    Texts,
    /// A number of minutes, 0 or more.
    Minutes,
    /// A word or a weight above 0.
    Likelihood,
    /// An amount of money, with two decimals at most.
    Amount,
    /// `true` or `false`.
    Flag,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A list of these words.
    Words(&'static [&'static str]),
    /// A response code as terminals print it.
    Code,
    /// A date, with or without a time.
    Moment,
    /// The picture of a drawing: one string of several lines, or a list of rows.
    Rows,
    /// The marks of a drawing: tables of a mark and a text.
    Legend,
    /// What a remedy asks people to do: tables of a name and a text, as many as have a digit.
    Actions,
    /// The answers of a question, as many as have a digit.
    Answers,
    /// The table of what a call costs.
    Call,
    /// A whole number, at least one.
    Count,
    /// Rules that may be broken here, each with the reason.
    Allow,
    /// What a terminal shows: lines in each language.
    Screen,
    /// A code with its scheme, as a scenario's way in.
    ScenarioCode,
    /// What is answered: an id, a code, an amount, several ids.
    Answered,
    /// What each look of a scenario shows.
    Sights,
    /// A scenario's traps.
    Traps,
    /// What is tempting to do in a scenario.
    Temptations,
    /// What is tempting to say in a scenario.
    Tellings,
}

/// The keys of a table by their names, as the reader wants them.
pub(crate) const fn names<const N: usize>(keys: &[Key; N]) -> [&'static str; N] {
    let mut names = [""; N];
    let mut at = 0;
    while at < N {
        names[at] = keys[at].name;
        at += 1;
    }
    names
}

/// The words of a list of words and what they stand for.
const fn words<T: Copy, const N: usize>(known: &[(&'static str, T); N]) -> [&'static str; N] {
    let mut words = [""; N];
    let mut at = 0;
    while at < N {
        words[at] = known[at].0;
        at += 1;
    }
    words
}
