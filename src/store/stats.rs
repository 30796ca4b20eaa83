//! The figures: what failed, how often, how long it took, what solved it.

use super::{
    Store, StoreError,
    find::outcome,
    terms::{Kind, Term},
};
use crate::session::Outcome;
use rusqlite::Connection;
use serde::Serialize;
use std::{
    collections::{BTreeMap, HashMap},
    hash::Hash,
};

/// All figures over all kept sessions.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Stats {
    /// All sessions.
    pub all: Tally,
    /// By the way in, the most frequent first.
    pub symptoms: Vec<Row<Term>>,
    /// By the remedies that were shown, the most frequent first.
    pub remedies: Vec<RemedyFigures>,
    /// By the questions that were answered, those with the most "can't tell" first.
    pub questions: Vec<QuestionFigures>,
    /// By month (`2026-11`), the oldest first.
    pub months: Vec<Row<String>>,
    /// By terminal, the most frequent first; those without one together, as none.
    pub terminals: Vec<Row<Option<Term>>>,
}

/// The figures of one thing.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row<T> {
    /// What it is.
    pub what: T,
    /// Its figures.
    #[serde(flatten)]
    pub tally: Tally,
}

/// How sessions came out.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Tally {
    /// How many there were.
    pub sessions: usize,
    /// How many a remedy solved.
    pub solved: usize,
    /// How many support took over.
    pub escalated: usize,
    /// How many were given up.
    pub given_up: usize,
    /// How many are neither yet.
    pub unfinished: usize,
    /// Median of the minutes until one was solved or taken over.
    pub median_minutes: Option<f64>,
}

/// The figures of a remedy.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RemedyFigures {
    /// The remedy.
    pub remedy: Term,
    /// In how many sessions it was shown.
    pub reached: usize,
    /// In how many it worked.
    pub worked: usize,
    /// In how many it did not.
    pub failed: usize,
    /// In how many it could not be tried.
    pub cant_try: usize,
    /// Median of the minutes from the beginning of a session to the answer whether it worked.
    pub median_minutes: Option<f64>,
}

/// The figures of a question.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct QuestionFigures {
    /// The question.
    pub question: Term,
    /// In how many sessions it was answered.
    pub answered: usize,
    /// In how many by "can't tell".
    pub unsure: usize,
}

impl Store {
    /// The figures.
    pub fn stats(&self) -> Result<Stats, StoreError> {
        stats(&self.db).map_err(|error| self.failed(&error))
    }
}

fn stats(db: &Connection) -> rusqlite::Result<Stats> {
    let terms = terms(db)?;
    let term = |id: &i64| terms.get(id).cloned();
    let mut stats = sessions(db, &terms)?;
    stats.remedies = remedies(db)?
        .into_iter()
        .filter_map(|(id, own)| Some(RemedyFigures { remedy: term(&id)?, ..own.figures() }))
        .collect();
    stats.remedies.sort_by(|a, b| b.reached.cmp(&a.reached).then_with(|| a.remedy.cmp(&b.remedy)));
    let counts = "SELECT question, count, unsure FROM answered WHERE count > 0";
    let mut counts = db.prepare(counts)?;
    let rows = counts.query_map([], |row| {
        Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?, row.get::<_, i64>(2)?))
    })?;
    for row in rows {
        let (id, answered, unsure) = row?;
        let (answered, unsure) = (answered as usize, unsure as usize);
        let Some(question) = term(&id) else { continue };
        stats.questions.push(QuestionFigures { question, answered, unsure });
    }
    stats.questions.sort_by(|a, b| {
        let by_count = (b.unsure, b.answered).cmp(&(a.unsure, a.answered));
        by_count.then_with(|| a.question.cmp(&b.question))
    });
    Ok(stats)
}

fn terms(db: &Connection) -> rusqlite::Result<HashMap<i64, Term>> {
    let mut all = db.prepare("SELECT id, kind, name, titles FROM terms")?;
    let all = all.query_map([], |row| Ok((row.get(0)?, Term::of_row(row)?)))?;
    all.collect()
}

/// One pass over the sessions for everything that each of them counts in.
fn sessions(db: &Connection, terms: &HashMap<i64, Term>) -> rusqlite::Result<Stats> {
    let mut all = Counting::default();
    let mut months: Groups<i64> = Groups::default();
    let mut symptoms: Groups<i64> = Groups::default();
    let mut terminals: Groups<Option<i64>> = Groups::default();
    let mut rows = db.prepare("SELECT entry, terminal, day, outcome, took FROM sessions")?;
    let mut rows = rows.query([])?;
    while let Some(row) = rows.next()? {
        let one = One { outcome: outcome(row.get(3)?), took: row.get(4)? };
        symptoms.count(row.get(0)?, one);
        terminals.count(row.get(1)?, one);
        months.count(row.get::<_, i64>(2)? / 100, one);
        all.count(one);
    }
    let term = |id: i64| terms.get(&id).cloned().unwrap_or_else(|| unknown(id));
    let mut months = months.rows(|month| format!("{:04}-{:02}", month / 100, month % 100));
    months.sort_by(|a, b| a.what.cmp(&b.what));
    Ok(Stats {
        all: all.tally(),
        symptoms: symptoms.rows(term),
        months,
        terminals: terminals.rows(|id| id.map(term)),
        ..Stats::default()
    })
}

fn unknown(id: i64) -> Term {
    Term { kind: Kind::Symptom, name: format!("?{id}"), titles: BTreeMap::new() }
}

#[derive(Clone, Copy)]
struct One {
    outcome: Outcome,
    took: Option<u32>,
}

struct Groups<K>(HashMap<K, Counting>);

impl<K> Default for Groups<K> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<K: Hash + Eq> Groups<K> {
    fn count(&mut self, key: K, one: One) {
        self.0.entry(key).or_default().count(one);
    }

    /// The figures of each, the most frequent first.
    fn rows<T: Ord>(self, what: impl Fn(K) -> T) -> Vec<Row<T>> {
        let rows = self.0.into_iter().map(|(key, own)| Row { what: what(key), tally: own.tally() });
        let mut rows: Vec<_> = rows.collect();
        rows.sort_by(|a, b| {
            b.tally.sessions.cmp(&a.tally.sessions).then_with(|| a.what.cmp(&b.what))
        });
        rows
    }
}

#[derive(Default)]
struct Counting {
    tally: Tally,
    took: Vec<u32>,
}

impl Counting {
    fn count(&mut self, one: One) {
        self.tally.sessions += 1;
        match one.outcome {
            Outcome::Solved => self.tally.solved += 1,
            Outcome::Escalated => self.tally.escalated += 1,
            Outcome::GivenUp => self.tally.given_up += 1,
            Outcome::Unfinished => self.tally.unfinished += 1,
        }
        self.took.extend(one.took);
    }

    fn tally(mut self) -> Tally {
        self.tally.median_minutes = median_minutes(self.took);
        self.tally
    }
}

/// What is counted of a remedy.
#[derive(Default)]
struct Trying {
    reached: usize,
    verdicts: [usize; 3],
    took: Vec<u32>,
}

impl Trying {
    fn figures(self) -> RemedyFigures {
        let [worked, failed, cant_try] = self.verdicts;
        RemedyFigures {
            remedy: unknown(0),
            reached: self.reached,
            worked,
            failed,
            cant_try,
            median_minutes: median_minutes(self.took),
        }
    }
}

fn remedies(db: &Connection) -> rusqlite::Result<HashMap<i64, Trying>> {
    let mut found: HashMap<i64, Trying> = HashMap::new();
    let mut rows = db.prepare("SELECT remedy, verdict, took FROM reached")?;
    let mut rows = rows.query([])?;
    while let Some(row) = rows.next()? {
        let own = found.entry(row.get(0)?).or_default();
        own.reached += 1;
        let verdict: Option<u8> = row.get(1)?;
        let count = verdict.and_then(|verdict| own.verdicts.get_mut(usize::from(verdict)));
        if let Some(count) = count {
            *count += 1;
        }
        own.took.extend(row.get::<_, Option<u32>>(2)?);
    }
    Ok(found)
}

/// The median of seconds, in minutes with one decimal.
fn median_minutes(mut seconds: Vec<u32>) -> Option<f64> {
    let middle = seconds.len().checked_sub(1)? / 2;
    let even = seconds.len().is_multiple_of(2);
    let (_, low, above) = seconds.select_nth_unstable(middle);
    let high = if even { above.iter().min().copied() } else { None };
    let seconds = f64::midpoint(f64::from(*low), f64::from(high.unwrap_or(*low)));
    Some((seconds / 6.0).round() / 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_one_or_between_the_two() {
        assert_eq!(median_minutes(vec![]), None);
        assert_eq!(median_minutes(vec![600, 60, 90]), Some(1.5));
        assert_eq!(median_minutes(vec![60, 180]), Some(2.0));
    }
}
