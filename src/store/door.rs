//! Texts of the database on their way out.
//!
//! What went in was clean. But the file may come from elsewhere, or somebody has written into it: what is
//! read is cleaned once more, before anything else sees it.

use crate::{clean, json};
use rusqlite::{Row, RowIndex};
use serde::de::DeserializeOwned;

/// A name or another text of one line.
pub(super) fn line(row: &Row<'_>, at: impl RowIndex) -> rusqlite::Result<String> {
    let text: String = row.get(at)?;
    Ok(clean::line(&text, usize::MAX))
}

/// A text of several lines.
pub(super) fn block(row: &Row<'_>, at: impl RowIndex) -> rusqlite::Result<String> {
    let text: String = row.get(at)?;
    Ok(clean::block(&text, usize::MAX))
}

/// What was kept as JSON; none where it can't be read: a newer program may have written it.
pub(super) fn value<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_str(&json::harmless(text)).ok()
}
