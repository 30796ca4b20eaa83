//! The sessions that were kept: the list, one of them, what support said.

use super::{
    Body, Context, Intent, Item,
    filters::{self, Narrowed},
    help, list,
};
use crate::{
    guide::Guide,
    history::{outcome_word, show},
    redact::veil_typing,
    session::Outcome,
    shelf::Ticket,
    store::{Filter, Head, Page, Stored},
    tr,
    tui::{command::Verb, page::wrap, theme::Role},
};
use jiff::{Timestamp, tz::TimeZone};
use ratatui::text::Line;
use std::sync::Arc;

/// The list, and what it is searched by.
#[derive(Debug, Default)]
pub(crate) struct History {
    /// What is searched for, as typed.
    pub typed: String,
    /// By what it is narrowed.
    pub narrowed: Narrowed,
    /// What was asked for last; none before the first time.
    pub asked: Option<Filter>,
    /// The request for sessions that is not answered yet.
    pub waiting: Option<Ticket>,
    /// The request for the session that is to be opened.
    pub opening: Option<Ticket>,
    /// What the sessions below were found by; none before the first answer.
    pub found_by: Option<Filter>,
    /// The sessions that were found.
    pub page: Page,
    /// Why none could be looked for.
    pub trouble: Option<String>,
    /// The terminals that sessions are about, once they are known.
    pub terminals: Option<Vec<String>>,
}

impl History {
    /// What to look for.
    pub(crate) fn filter(&self, now: Timestamp, zone: &TimeZone) -> Filter {
        self.narrowed.filter(&self.typed, now, zone)
    }

    /// Whether the sessions below were found by something else than is asked for now.
    pub(crate) fn is_stale(&self) -> bool {
        self.asked != self.found_by
    }

    /// Whether all sessions are shown.
    pub(crate) fn shows_all(&self) -> bool {
        self.typed.is_empty() && self.narrowed == Narrowed::default()
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
    let narrowed = filters::line(context, own);
    let looking = own.waiting.map(|_| tr!(texts, "history-looking"));
    let line: Vec<String> = [narrowed].into_iter().chain(looking).collect();
    page.text(&line.join("  "), Role::Muted, theme, width);
    page.gap();
    match &own.trouble {
        Some(trouble) => page.text(trouble, Role::Warning, theme, width),
        None if items.is_empty() && own.is_stale() => {}
        None if items.is_empty() && own.shows_all() => {
            page.text(&tr!(texts, "stats-none"), Role::Plain, theme, width);
        }
        None if items.is_empty() => {
            page.text(&tr!(texts, "history-none"), Role::Plain, theme, width);
            let key = context.keymap.keys(Verb::ShowAll).first();
            let key = key.map_or_else(String::new, |key| help::key(texts, *key));
            page.text(&tr!(texts, "history-none-all", key = key), Role::Plain, theme, width);
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
    let on = on.filter(|_| is_open(&stored.head));
    let on = on.or_else(|| is_open(&stored.head).then_some(Intent::GoOnKept));
    let on = on.map(|intent| Item::new(tr!(texts, "history-go-on"), intent));
    // Last, so that nobody takes it by mistake: what had worked counts as failed then.
    let again = (!is_open(&stored.head)).then(|| match stored.head.outcome {
        Outcome::Solved => tr!(texts, "history-failed-later"),
        Outcome::Escalated => tr!(texts, "history-support-failed"),
        Outcome::GivenUp | Outcome::Unfinished => tr!(texts, "history-go-on"),
    });
    let rest = [
        Item::new(tr!(texts, "end-save"), Intent::Export),
        Item::new(tr!(texts, "history-add-support"), Intent::Support),
    ];
    let again = again.map(|said| Item::new(said, Intent::Reopen));
    on.into_iter().chain(rest).chain(again).collect()
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
    let shown = guide
        .map(|guide| show(stored, (guide, &context.shop.profile), context.texts, context.zone));
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
