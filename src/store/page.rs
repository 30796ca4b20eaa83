//! One page of history.

use super::{
    Filter, Page, SessionId, Store, StoreError,
    find::{Asked, Expression, days},
    read::{COLUMNS, Narrow},
};
use rusqlite::{Row, params};

/// Sessions that are looked at one by one before the index is asked for everything after all.
const MOST_LOOKED_AT: usize = 8_000;

/// The numbers and days within which a page lies.
struct Within {
    below: i64,
    first: i64,
    since: i64,
    until: i64,
}

impl Store {
    /// The sessions that fit a filter, the newest first, from the one before `before` on; at most
    /// `most`.
    pub fn page(
        &self,
        filter: &Filter,
        before: Option<SessionId>,
        most: usize,
    ) -> Result<Page, StoreError> {
        let Some((first, last)) = self.bounds(filter)? else { return Ok(Page::default()) };
        let below = before.map_or(i64::MAX, |id| id.0).min(last.saturating_add(1));
        let (since, until) = days(filter);
        let within = Within { below, first, since, until };
        let wanted = most.saturating_add(1);
        let asked = self.asked(filter)?;
        let read = || -> rusqlite::Result<Page> {
            let rows = match &asked {
                Asked::Nothing => return Ok(Page::default()),
                Asked::All => self.all(&within, wanted)?,
                Asked::Some(own) => self.some(own, &within, wanted, MOST_LOOKED_AT)?,
            };
            let mut heads = self.heads(rows)?;
            let more = heads.len() > most;
            heads.truncate(most);
            let next = heads.last().map(|head| head.id).filter(|_| more);
            Ok(Page { heads, next })
        };
        read().map_err(|error| self.failed(&error))
    }

    fn all(&self, within: &Within, wanted: usize) -> rusqlite::Result<Vec<Narrow>> {
        let mut rows = Vec::new();
        self.each(None, "", within, |row| {
            rows.push(Narrow::of_row(row)?);
            Ok(rows.len() < wanted)
        })?;
        Ok(rows)
    }

    /// The sessions that fit: those that the index finds quickly, one by one; where that takes too
    /// long, the index is asked for everything after all.
    fn some(
        &self,
        asked: &Expression,
        within: &Within,
        wanted: usize,
        most: usize,
    ) -> rusqlite::Result<Vec<Narrow>> {
        let quick = asked.quick.as_deref();
        if quick != Some(&asked.whole) {
            let (rows, count) = self.looked_at(quick, asked, within, wanted, most)?;
            if rows.len() >= wanted || count < most {
                return Ok(rows);
            }
        }
        self.looked_at(Some(&asked.whole), asked, within, wanted, usize::MAX).map(|(rows, _)| rows)
    }

    /// Looks at the sessions that the index gives for their words, and says how many it looked at.
    fn looked_at(
        &self,
        expression: Option<&str>,
        asked: &Expression,
        within: &Within,
        wanted: usize,
        most: usize,
    ) -> rusqlite::Result<(Vec<Narrow>, usize)> {
        let mut rows = Vec::new();
        let mut count = 0;
        self.each(expression, ", search.tags, search.grams", within, |row| {
            count += 1;
            let (tags, grams) = (row.get_ref("tags")?.as_str()?, row.get_ref("grams")?.as_str()?);
            if asked.words.iter().all(|word| word.is_in(tags, grams)) {
                rows.push(Narrow::of_row(row)?);
            }
            Ok(rows.len() < wanted && count < most)
        })?;
        Ok((rows, count))
    }

    /// Gives the rows of the sessions that fit, the newest first, until it is told to stop.
    fn each(
        &self,
        expression: Option<&str>,
        more: &str,
        within: &Within,
        mut take: impl FnMut(&Row<'_>) -> rusqlite::Result<bool>,
    ) -> rusqlite::Result<()> {
        let (from, key, fits) = match expression {
            Some(_) => {
                ("fts CROSS JOIN sessions ON sessions.id = fts.rowid", "fts.rowid", "fts MATCH ?5")
            }
            None => ("sessions", "sessions.id", "?5 IS NULL"),
        };
        let join = if more.is_empty() { "" } else { "JOIN search ON search.id = sessions.id" };
        let sql = format!(
            "SELECT {COLUMNS} {more} FROM {from} {join} WHERE {fits} AND {key} < ?1 AND {key} >= ?2
             AND day BETWEEN ?3 AND ?4 ORDER BY {key} DESC"
        );
        let mut select = self.db.prepare_cached(&sql)?;
        let Within { below, first, since, until } = within;
        let mut rows = select.query(params![below, first, since, until, expression])?;
        while let Some(row) = rows.next()? {
            if !take(row)? {
                break;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        guide::{builtin_sources, read},
        session::{Entry, Session},
        store::Place,
    };
    use jiff::{Timestamp, tz::TimeZone};
    use std::sync::Arc;

    #[test]
    fn what_is_far_back_is_found_by_the_index_after_all() {
        let folder = tempfile::tempdir().expect("a folder");
        let place = Place::new(Some(folder.path())).expect("a path");
        let mut store = Store::open(&place, &TimeZone::UTC).expect("opens");
        let guide = Arc::new(read(&builtin_sources()).guide);
        let session = Session::start(guide, Entry::CheckEverything, Timestamp::UNIX_EPOCH);
        let session = session.expect("begins");
        let names: Vec<String> = (0..50).map(|number| format!("Kasse {number}")).collect();
        let with = names.iter().map(|name| (session.clone(), Some(name.as_str())));
        let without = (0..30).map(|_| (session.clone(), None));
        store.add_all(with.chain(without)).expect("kept");
        let filter = Filter { search: "kasse".to_owned(), ..Filter::default() };
        let Ok(Asked::Some(asked)) = store.asked(&filter) else { panic!("it is a word") };
        assert_eq!(asked.quick, None, "so many terms have it");
        let within = Within { below: i64::MAX, first: 0, since: 0, until: i64::MAX };
        for most in [10, 40, 1_000] {
            let rows = store.some(&asked, &within, 7, most).expect("read");
            let numbers: Vec<i64> = rows.iter().map(|row| row.id).collect();
            assert_eq!(numbers, [50, 49, 48, 47, 46, 45, 44], "after {most}");
        }
    }
}
