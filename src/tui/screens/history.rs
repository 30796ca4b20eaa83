//! The sessions that were kept: the list, one of them, what support said.

use super::{Body, Context, Intent, Item, list};
use crate::{
    guide::Guide,
    history::{outcome_word, show},
    redact::veil_typing,
    session::Outcome,
    store::{Filter, Head, Page, Stored},
    tr,
    tui::{page::wrap, theme::Role},
};
use ratatui::text::Line;
use std::sync::Arc;

/// The list, and what it is searched by.
#[derive(Debug, Default)]
pub(crate) struct History {
    /// What is searched for, as typed.
    pub typed: String,
    /// The outcome that is looked for.
    pub outcome: Option<Outcome>,
    /// What the sessions below were found by; none before the first answer.
    pub found_by: Option<Filter>,
    /// The sessions that were found.
    pub page: Page,
    /// Why none could be looked for.
    pub trouble: Option<String>,
}

impl History {
    /// What to look for.
    pub(crate) fn filter(&self) -> Filter {
        Filter { search: self.typed.clone(), outcome: self.outcome, ..Filter::default() }
    }

    /// Looks for the next outcome; after the last one, for all.
    pub(crate) fn next_outcome(&mut self) {
        let at = self.outcome.and_then(|own| Outcome::ALL.iter().position(|one| *one == own));
        self.outcome = Outcome::ALL.get(at.map_or(0, |at| at + 1)).copied();
    }
}

/// The lines of the list.
pub(crate) fn items(context: &Context, own: &History) -> Vec<Item> {
    let heads = own.page.heads.iter().map(|head| item(context, head));
    let more =
        own.page.next.map(|_| Item::new(tr!(context.texts, "history-show-more"), Intent::More));
    heads.chain(more).collect()
}

fn item(context: &Context, head: &Head) -> Item {
    let texts = context.texts;
    let began = context.zone.to_datetime(head.started).strftime("%Y-%m-%d %H:%M");
    let text = format!("{began}  {}", outcome_word(texts, head.outcome));
    let what = head.remedy.as_ref().unwrap_or(&head.entry).title(texts);
    let terminal = head.terminal.as_ref().map(|own| format!("  {}", own.title(texts)));
    let aside = format!("{}  {what}{}", head.step.title(texts), terminal.unwrap_or_default());
    Item::new(text, Intent::Kept(head.id)).aside(aside)
}

/// The page of the list.
pub(crate) fn body(
    context: &Context,
    own: &History,
    items: &[Item],
    cursor: usize,
    width: usize,
) -> Body {
    let (texts, theme) = (context.texts, context.theme);
    let mut body = Body::titled(context, &tr!(texts, "home-history"), width);
    let page = &mut body.page;
    let veiled = veil_typing(&own.typed, own.typed.len());
    let typed = veiled.as_deref().unwrap_or(&own.typed);
    page.field(&tr!(texts, "lookup-field"), typed, theme, width);
    let outcome = own.outcome.map(|outcome| outcome_word(texts, outcome));
    let outcome = outcome.unwrap_or_else(|| tr!(texts, "history-all"));
    page.text(&tr!(texts, "history-which", outcome = outcome), Role::Muted, theme, width);
    page.gap();
    match &own.trouble {
        Some(trouble) => page.text(trouble, Role::Warning, theme, width),
        None if items.is_empty() => {
            page.text(&tr!(texts, "history-none"), Role::Plain, theme, width);
        }
        None => list(page, items, 0, cursor, context, width),
    }
    body
}

/// Whether a kept session is open still.
fn is_open(head: &Head) -> bool {
    !head.finished && head.outcome == Outcome::Unfinished
}

/// The lines of one session.
pub(crate) fn kept_items(context: &Context, stored: &Stored) -> Vec<Item> {
    let texts = context.texts;
    let under_way = context.under_way == Some(stored.head.id);
    let on = under_way.then_some(Intent::Resume);
    let on = on.or_else(|| is_open(&stored.head).then_some(Intent::GoOnKept));
    let on = on.map(|intent| Item::new(tr!(texts, "history-go-on"), intent));
    let rest = [
        Item::new(tr!(texts, "end-save"), Intent::Export),
        Item::new(tr!(texts, "history-add-support"), Intent::Support),
    ];
    on.into_iter().chain(rest).collect()
}

/// The page of one session: its summary, and what support said.
pub(crate) fn kept_body(
    context: &Context,
    guide: Option<&Arc<Guide>>,
    stored: &Stored,
    items: &[Item],
    cursor: usize,
    width: usize,
) -> Body {
    let theme = context.theme;
    let mut body = Body::default();
    let shown = guide.map(|guide| show(stored, guide, context.texts, context.zone));
    match shown {
        Some(Ok(text)) => {
            for line in text.lines() {
                let indent = line.len() - line.trim_start().len();
                for row in wrap(line.trim_start(), width.saturating_sub(indent)) {
                    body.page.row(Line::raw(format!("{}{row}", " ".repeat(indent))));
                }
            }
        }
        Some(Err(error)) => {
            body.page.text(&error.message(context.texts), Role::Warning, theme, width);
        }
        None => {}
    }
    list(&mut body.pinned, items, 0, cursor, context, width);
    body
}

/// The heading over the editor for what support said.
pub(crate) fn support_body(context: &Context, width: usize) -> Body {
    let mut body = Body::default();
    body.page.text(&tr!(context.texts, "history-support"), Role::Title, context.theme, width);
    body.page.text(&tr!(context.texts, "note-how"), Role::Plain, context.theme, width);
    body
}
