//! Lists of kept sessions.

use super::outcome_word;
use crate::{
    store::{Head, Page},
    table::{Align, Table},
    texts::Texts,
    tr,
};
use jiff::tz::TimeZone;
use serde_json::{Value, json};

/// A page of history as a table, for a window of this width where there is one.
pub fn list(page: &Page, texts: &Texts, zone: &TimeZone, width: Option<usize>) -> String {
    if page.heads.is_empty() {
        return String::new();
    }
    let mut table = Table::new(vec![
        (tr!(texts, "history-number"), Align::Right),
        (tr!(texts, "history-began"), Align::Left),
        (tr!(texts, "history-outcome"), Align::Left),
        (tr!(texts, "history-step"), Align::Left),
        (tr!(texts, "history-entry"), Align::Cut),
        (tr!(texts, "history-remedy"), Align::Cut),
        (tr!(texts, "history-terminal"), Align::Cut),
    ]);
    for head in &page.heads {
        table.row(&cells(head, texts, zone));
    }
    let mut text = table.text(width);
    if let Some(next) = page.next {
        text += &tr!(texts, "history-more", id = next.to_string());
        text.push('\n');
    }
    text
}

fn cells(head: &Head, texts: &Texts, zone: &TimeZone) -> Vec<String> {
    let began = zone.to_datetime(head.started).strftime("%Y-%m-%d %H:%M").to_string();
    let title = |term: &crate::store::Term| term.title(texts);
    vec![
        head.id.to_string(),
        began,
        outcome_word(texts, head.outcome),
        head.step.title(texts),
        head.entry.title(texts),
        head.remedy.as_ref().map(title).unwrap_or_default(),
        head.terminal.as_ref().map(title).unwrap_or_default(),
    ]
}

/// A page of history as JSON: `sessions`, each by stable names with its texts in all languages,
/// and `next`, the number behind which the next page begins.
pub fn json(page: &Page) -> String {
    let sessions: Vec<Value> = page.heads.iter().map(head_json).collect();
    let page = json!({ "sessions": sessions, "next": page.next });
    crate::json::pretty(&page)
}

fn head_json(head: &Head) -> Value {
    json!({
        "number": head.id,
        "began": head.started.to_string(),
        "last": head.last.to_string(),
        "guide": head.guide,
        "entry": head.entry,
        "step": head.step,
        "remedy": head.remedy,
        "terminal": head.terminal.as_ref().map(|terminal| &terminal.name),
        "outcome": head.outcome,
        "closed": head.finished,
        "entries": head.entries,
        "seconds": head.took.map(|took| took.as_secs()),
    })
}
