//! What a session is found by: a filter becomes one expression of the full-text index.
//!
//! The index holds two things of each session. *Tags* are whole words: `¤o2` for the outcome, `¤t17`
//! for a term that the session refers to (its way in, its remedies, its step, its terminal). What
//! the guide says is therefore not stored a million times: a word is looked for in the few hundred
//! terms first, and those that have it are the tags to look for. *Grams* are for what people wrote.
//! No gram has a `¤`.
//!
//! The index knows which sessions have a gram, not where: that a word has all its grams side by side
//! is looked at in the sessions that it gives.

use super::{
    Store, StoreError,
    grams::{Part, words},
};
use crate::session::Outcome;
use jiff::civil::Date;
use rusqlite::{Connection, ToSql, params};
use std::{collections::HashSet, fmt::Write};

/// Which sessions to show. The default shows all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words, each of which must be found in what was written or in what the guide says of the
    /// way in, the remedies or the step; or be part of the terminal's name.
    pub search: String,
    /// How it stands.
    pub outcome: Option<Outcome>,
    /// Id of the step that it stands at.
    pub step: Option<String>,
    /// Name of the terminal.
    pub terminal: Option<String>,
    /// Id of a remedy that was shown.
    pub remedy: Option<String>,
    /// The first day, in the zone of the database.
    pub since: Option<Date>,
    /// The last day.
    pub until: Option<Date>,
}

/// A word that more terms than these have is not asked of the index if that can be helped: most
/// sessions have it, and each term costs a search of its own.
const MANY_TERMS: usize = 40;

/// How a filter is asked for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// All sessions.
    All,
    /// Those that fit.
    Some(Expression),
    /// Nothing can be found.
    Nothing,
}

/// What sessions must fit.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Expression {
    /// What the index is asked for: all of it.
    pub(super) whole: String,
    /// The part of it that the index finds quickly, if any.
    pub(super) quick: Option<String>,
    /// The words that each session must have.
    pub(super) words: Vec<Word>,
}

/// A word that is looked for.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Word {
    part: Part,
    /// The terms that have it.
    terms: HashSet<i64>,
}

impl Word {
    /// Whether a session has it, by what the index was given of it.
    pub(super) fn is_in(&self, tags: &str, grams: &str) -> bool {
        terms(tags).any(|term| self.terms.contains(&term)) || self.part.is_in(grams)
    }

    fn expression(&self) -> String {
        match any_of(self.terms.iter()) {
            Some(tags) => format!("({} OR {tags})", self.part.expression()),
            None => self.part.expression(),
        }
    }
}

/// The tag of an outcome.
pub(super) fn outcome_tag(outcome: Outcome) -> String {
    format!("¤o{}", number(outcome))
}

/// The tag of a term.
pub(super) fn term_tag(term: i64) -> String {
    format!("¤t{term}")
}

/// The terms among tags.
pub(super) fn terms(tags: &str) -> impl Iterator<Item = i64> {
    tags.split(' ').filter_map(|tag| tag.strip_prefix("¤t")?.parse().ok())
}

/// An expression for one of these terms.
fn any_of<'t>(terms: impl Iterator<Item = &'t i64>) -> Option<String> {
    let mut tags = String::new();
    for term in terms {
        let or = if tags.is_empty() { "" } else { " OR " };
        let _ = write!(tags, "{or}\"{}\"", term_tag(*term));
    }
    (!tags.is_empty()).then(|| format!("({tags})"))
}

fn asked(db: &Connection, filter: &Filter) -> rusqlite::Result<Asked> {
    let mut quick = Vec::new();
    quick.extend(filter.outcome.map(|outcome| format!("\"{}\"", outcome_tag(outcome))));
    for (kind, name) in
        [("step", &filter.step), ("terminal", &filter.terminal), ("remedy", &filter.remedy)]
    {
        let Some(name) = name else { continue };
        let find = "SELECT id FROM terms WHERE kind = ?1 AND name = ?2";
        match any_of(numbers(db, find, params![kind, name])?.iter()) {
            Some(tags) => quick.push(tags),
            None => return Ok(Asked::Nothing),
        }
    }
    let mut slow = Vec::new();
    let mut all = Vec::new();
    for word in words(&filter.search) {
        let find = "SELECT id FROM terms WHERE instr(words, ?1) > 0 AND kind <> 'question'";
        let terms = numbers(db, find, params![word])?;
        let word = Word { part: Part::new(&word), terms };
        let kind = if word.terms.len() > MANY_TERMS { &mut slow } else { &mut quick };
        kind.push(word.expression());
        all.push(word);
    }
    if all.is_empty() && !filter.search.trim().is_empty() {
        // Nothing of what was typed can be looked for.
        return Ok(Asked::Nothing);
    }
    if quick.is_empty() && slow.is_empty() {
        return Ok(Asked::All);
    }
    let whole = [quick.as_slice(), &slow].concat().join(" AND ");
    let quick = (!quick.is_empty()).then(|| quick.join(" AND "));
    Ok(Asked::Some(Expression { whole, quick, words: all }))
}

fn numbers(db: &Connection, find: &str, with: &[&dyn ToSql]) -> rusqlite::Result<HashSet<i64>> {
    let mut find = db.prepare_cached(find)?;
    find.query_map(with, |row| row.get(0))?.collect()
}

impl Store {
    /// The filter as an expression, without its days.
    pub(super) fn asked(&self, filter: &Filter) -> Result<Asked, StoreError> {
        asked(&self.db, filter).map_err(|error| self.failed(&error))
    }

    /// The first and last session that can lie within the filter's days. Order is by number: a
    /// clock that was set back must not hide anything.
    pub(super) fn bounds(&self, filter: &Filter) -> Result<Option<(i64, i64)>, StoreError> {
        if filter.since.is_none() && filter.until.is_none() {
            return Ok(Some((i64::MIN, i64::MAX)));
        }
        let (since, until) = days(filter);
        let bounds = "SELECT min(first), max(last) FROM days WHERE day BETWEEN ?1 AND ?2";
        let found = self.db.query_row(bounds, params![since, until], |row| {
            Ok((row.get::<_, Option<i64>>(0)?, row.get::<_, Option<i64>>(1)?))
        });
        match found.map_err(|error| self.failed(&error))? {
            (Some(first), Some(last)) => Ok(Some((first, last))),
            _ => Ok(None),
        }
    }
}

/// The filter's days as the database has them.
pub(super) fn days(filter: &Filter) -> (i64, i64) {
    let since = filter.since.map_or(i64::MIN, day);
    (since, filter.until.map_or(i64::MAX, day))
}

/// A day as the database has it: 20261123.
pub(super) fn day(date: Date) -> i64 {
    (i64::from(date.year()) * 100 + i64::from(date.month())) * 100 + i64::from(date.day())
}

/// An outcome as the database has it.
pub(super) fn number(outcome: Outcome) -> i64 {
    match outcome {
        Outcome::Solved => 0,
        Outcome::Escalated => 1,
        Outcome::GivenUp => 2,
        Outcome::Unfinished => 3,
    }
}

/// The outcome behind a number of the database.
pub(super) fn outcome(number: i64) -> Outcome {
    match number {
        0 => Outcome::Solved,
        1 => Outcome::Escalated,
        2 => Outcome::GivenUp,
        _ => Outcome::Unfinished,
    }
}
