//! One page of history.

use super::{
    Filter, Page, SessionId, Store, StoreError,
    find::{Asked, Broad, days},
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
        let below = before.map_or(i64::MAX, |id| id.0).min(last.0.saturating_add(1));
        let (since, until) = days(filter);
        let within = Within { below, first: first.0, since, until };
        let wanted = most.saturating_add(1);
        let asked = self.asked(filter)?;
        let read = || -> rusqlite::Result<Page> {
            let rows = match &asked {
                Asked::Nothing => return Ok(Page::default()),
                Asked::All => self.rows(None, &within, wanted)?,
                Asked::Some(own) if own.broad.is_empty() => {
                    self.rows(Some(&own.whole), &within, wanted)?
                }
                Asked::Some(own) => {
                    match self.looked_at(own.quick.as_deref(), &own.broad, &within, wanted)? {
                        Some(rows) => rows,
                        None => self.rows(Some(&own.whole), &within, wanted)?,
                    }
                }
            };
            let mut heads = self.heads(rows)?;
            let more = heads.len() > most;
            heads.truncate(most);
            let next = heads.last().map(|head| head.id).filter(|_| more);
            Ok(Page { heads, next })
        };
        read().map_err(|error| self.failed(&error))
    }

    fn rows(
        &self,
        expression: Option<&str>,
        within: &Within,
        wanted: usize,
    ) -> rusqlite::Result<Vec<Narrow>> {
        let mut rows = Vec::new();
        self.each(expression, "", within, |row| {
            rows.push(Narrow::of_row(row)?);
            Ok(rows.len() < wanted)
        })?;
        Ok(rows)
    }

    /// Goes through the sessions that the index finds quickly, and looks at each for the broad
    /// words. None where that takes too long.
    fn looked_at(
        &self,
        quick: Option<&str>,
        broad: &[Broad],
        within: &Within,
        wanted: usize,
    ) -> rusqlite::Result<Option<Vec<Narrow>>> {
        let mut rows = Vec::new();
        let mut count = 0;
        self.each(quick, ", search.tags, search.grams", within, |row| {
            count += 1;
            let (tags, grams) = (row.get_ref("tags")?.as_str()?, row.get_ref("grams")?.as_str()?);
            if broad.iter().all(|word| word.fits(tags, grams)) {
                rows.push(Narrow::of_row(row)?);
            }
            Ok(rows.len() < wanted && count < MOST_LOOKED_AT)
        })?;
        Ok((rows.len() >= wanted || count < MOST_LOOKED_AT).then_some(rows))
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
