//! What a session is found by: a filter becomes one expression of `SQLite`'s full-text index.
//!
//! The index holds two things of each session. *Tags* are whole words: `o2` for the outcome, `t17`
//! for a term that the session refers to (its way in, its remedies, its step, its terminal). What
//! the guide says is therefore not stored a million times: a word is looked for in the few hundred
//! terms first, and those that have it are the tags to look for.
//!
//! *Grams* are for what people wrote: at each character of a word, the one to three characters
//! from there. So any piece of a word is found, of one character too, in a language with blanks
//! between its words and in one without.

use super::{SessionId, Store, StoreError};
use crate::{lookup::fold, session::Outcome};
use jiff::civil::Date;
use rusqlite::{Connection, params};
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

/// Words of a search that count; the rest of a pasted text is passed over.
const MOST_WORDS: usize = 12;

/// Characters of a word that count.
const MOST_LETTERS: usize = 60;

/// A word that more terms than these have is looked for in the sessions themselves first: most of
/// them have it, and each term costs the index a search of its own.
const MANY_TERMS: usize = 120;

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
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Expression {
    /// All of it.
    pub(super) whole: String,
    /// What the index finds at once, if anything.
    pub(super) quick: Option<String>,
    /// The words beside it that many terms have.
    pub(super) broad: Vec<Broad>,
}

/// A word that many terms have.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Broad {
    /// The word as the grams of what was written have it.
    written: Written,
    terms: HashSet<i64>,
}

#[derive(Debug, PartialEq, Eq)]
enum Written {
    /// A gram begins with it.
    Begins(String),
    /// These grams stand side by side.
    Row(String),
}

impl Broad {
    /// Whether a session has it, by what the index was given of it.
    pub(super) fn fits(&self, tags: &str, grams: &str) -> bool {
        let term = |tag: &str| tag.strip_prefix('t')?.parse::<i64>().ok();
        let mut terms = tags.split(' ').filter_map(term);
        terms.any(|term| self.terms.contains(&term))
            || match &self.written {
                Written::Begins(word) => grams.split(' ').any(|gram| gram.starts_with(word)),
                Written::Row(row) => grams.contains(row),
            }
    }
}

impl Store {
    /// The filter as an expression, without its days.
    pub(super) fn asked(&self, filter: &Filter) -> Result<Asked, StoreError> {
        asked(&self.db, filter).map_err(|error| self.failed(&error))
    }

    /// The first and last session that can lie within the filter's days. Order is by number: a
    /// clock that was set back must not hide anything.
    pub(super) fn bounds(
        &self,
        filter: &Filter,
    ) -> Result<Option<(SessionId, SessionId)>, StoreError> {
        if filter.since.is_none() && filter.until.is_none() {
            return Ok(Some((SessionId(i64::MIN), SessionId(i64::MAX))));
        }
        let (since, until) = days(filter);
        let bounds = "SELECT min(first), max(last) FROM days WHERE day BETWEEN ?1 AND ?2";
        let found = self.db.query_row(bounds, params![since, until], |row| {
            Ok((row.get::<_, Option<i64>>(0)?, row.get::<_, Option<i64>>(1)?))
        });
        match found.map_err(|error| self.failed(&error))? {
            (Some(first), Some(last)) => Ok(Some((SessionId(first), SessionId(last)))),
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

/// The tag of an outcome.
pub(super) fn outcome_tag(outcome: Outcome) -> String {
    format!("o{}", number(outcome))
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

fn asked(db: &Connection, filter: &Filter) -> rusqlite::Result<Asked> {
    let mut parts = Vec::new();
    let mut slow = Vec::new();
    let mut broad = Vec::new();
    parts.extend(filter.outcome.map(|outcome| format!("tags : {}", outcome_tag(outcome))));
    for (kind, name) in
        [("step", &filter.step), ("terminal", &filter.terminal), ("remedy", &filter.remedy)]
    {
        let Some(name) = name else { continue };
        let mut find = db.prepare_cached("SELECT id FROM terms WHERE kind = ?1 AND name = ?2")?;
        let found = find.query_map(params![kind, name], |row| row.get(0))?;
        let found: Vec<i64> = found.collect::<rusqlite::Result<_>>()?;
        match tags(&found) {
            Some(tags) => parts.push(tags),
            None => return Ok(Asked::Nothing),
        }
    }
    for word in words(&filter.search) {
        let mut find = db.prepare_cached(
            "SELECT id FROM terms WHERE instr(words, ?1) > 0 AND kind <> 'question'",
        )?;
        let found = find.query_map([&word], |row| row.get(0))?;
        let found: Vec<i64> = found.collect::<rusqlite::Result<_>>()?;
        let written = phrase(&word);
        let part = match tags(&found) {
            Some(tags) => format!("({written} OR {tags})"),
            None => written,
        };
        if found.len() > MANY_TERMS {
            slow.push(part);
            let written = match word.chars().nth(2) {
                Some(_) => Written::Row(row(&word)),
                None => Written::Begins(word),
            };
            broad.push(Broad { written, terms: found.into_iter().collect() });
        } else {
            parts.push(part);
        }
    }
    let blank = filter.search.trim().is_empty();
    if !blank && words(&filter.search).is_empty() {
        // Nothing of what was typed can be looked for.
        return Ok(Asked::Nothing);
    }
    let quick = (!parts.is_empty()).then(|| parts.join(" AND "));
    parts.extend(slow);
    Ok(match parts.as_slice() {
        [] => Asked::All,
        _ => Asked::Some(Expression { whole: parts.join(" AND "), quick, broad }),
    })
}

/// One of these terms.
fn tags(terms: &[i64]) -> Option<String> {
    let (first, rest) = terms.split_first()?;
    let mut tags = format!("tags : (t{first}");
    for term in rest {
        let _ = write!(tags, " OR t{term}");
    }
    tags.push(')');
    Some(tags)
}

/// A piece of a word that somebody wrote.
fn phrase(word: &str) -> String {
    if word.chars().nth(2).is_none() {
        return format!("grams : \"{word}\" *");
    }
    format!("grams : \"{}\"", row(word))
}

/// The grams of three characters of a piece of a word.
fn row(word: &str) -> String {
    let letters: Vec<_> = word.chars().collect();
    let whole = grams_of(&letters).filter(|gram| gram.chars().nth(2).is_some());
    whole.collect::<Vec<_>>().join(" ")
}

/// The words that are looked for, folded.
fn words(search: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    fold(search, |c, gap| match words.last_mut() {
        Some(word) if !gap => word.push(c),
        _ => words.push(c.into()),
    });
    words.truncate(MOST_WORDS);
    for word in &mut words {
        *word = word.chars().take(MOST_LETTERS).collect();
    }
    words
}

/// All that a text is found by. Each word ends with its last character alone, so that no piece is
/// found across two words.
pub(super) fn grams(text: &str) -> String {
    let mut words: Vec<Vec<char>> = Vec::new();
    fold(text, |c, gap| match words.last_mut() {
        Some(word) if !gap => word.push(c),
        _ => words.push(vec![c]),
    });
    let grams: Vec<String> = words.iter().flat_map(|word| grams_of(word)).collect();
    grams.join(" ")
}

fn grams_of(word: &[char]) -> impl Iterator<Item = String> {
    (0..word.len()).map(|at| word[at..word.len().min(at + 3)].iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_in_pieces_of_its_words() {
        assert_eq!(grams("Ａb, 通讯失败!"), "ab b 通讯失 讯失败 失败 败");
        assert_eq!(grams(" ,。"), "");
    }

    #[test]
    fn a_word_becomes_a_phrase() {
        assert_eq!(phrase("a"), "grams : \"a\" *");
        assert_eq!(phrase("失败"), "grams : \"失败\" *");
        assert_eq!(phrase("abcde"), "grams : \"abc bcd cde\"");
    }

    #[test]
    fn only_words_are_looked_for() {
        assert_eq!(words("No  PAPER* \"x\" OR 卡-1"), ["no", "paper", "x", "or", "卡", "1"]);
        assert_eq!(words(&"long ".repeat(99)).len(), MOST_WORDS);
        assert_eq!(words("** \" ()"), Vec::<String>::new());
    }
}
