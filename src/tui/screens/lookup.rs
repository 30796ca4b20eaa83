//! Looking up a code, a message or a symptom.

use super::{Body, Context, Intent, Item, list};
use crate::{
    guide::Code,
    lookup::Found,
    redact::veil_typing,
    session::Entry,
    tr,
    tui::{page::Page, theme::Role},
};

/// More than these nobody reads; typing one character more is quicker.
const MOST: usize = 30;

/// What is found by what was typed.
fn found<'a>(context: &Context<'a>, typed: &str) -> Vec<Found<'a>> {
    let all = context.guide.zip(context.catalogue);
    all.map(|(guide, catalogue)| catalogue.find(guide, typed, MOST)).unwrap_or_default()
}

/// The lines of the look-up.
pub(crate) fn items(context: &Context, typed: &str) -> Vec<Item> {
    let Some(words) = context.words().filter(|_| !typed.trim().is_empty()) else {
        return Vec::new();
    };
    let found = found(context, typed);
    if !found.is_empty() {
        let item = |found: Found| {
            let (name, kind) = words.found(found);
            Item::new(name, Intent::LookUp(found.entry())).aside(kind)
        };
        return found.into_iter().map(item).collect();
    }
    let everything = words.guide.check_everything.as_ref().map(|_| {
        let text = tr!(context.texts, "lookup-everything");
        Item::new(text, Intent::LookUp(Entry::CheckEverything))
    });
    let pick = Item::new(tr!(context.texts, "lookup-pick"), Intent::Pick);
    std::iter::once(pick).chain(everything).collect()
}

/// The page of the look-up.
pub(crate) fn body(
    context: &Context,
    typed: &str,
    items: &[Item],
    cursor: usize,
    width: usize,
) -> Body {
    let (texts, theme) = (context.texts, context.theme);
    let mut body = Body::titled(context, &tr!(texts, "lookup-title"), width);
    let page = &mut body.page;
    let veiled = veil_typing(typed, typed.len());
    page.field(&tr!(texts, "lookup-field"), veiled.as_deref().unwrap_or(typed), theme, width);
    page.gap();
    if typed.trim().is_empty() {
        page.text(&tr!(texts, "lookup-how"), Role::Plain, theme, width);
        return body;
    }
    let found = found(context, typed);
    if found.is_empty() {
        page.text(&none(context, typed), Role::Plain, theme, width);
        page.gap();
    }
    list(page, items, 0, cursor, context, width);
    if let Some(found) = found.get(cursor) {
        detail(&mut body.pinned, context, *found, width);
    }
    body
}

/// What to do where nothing is found.
fn none(context: &Context, typed: &str) -> String {
    let code = Code::normalise(typed);
    if code.len() <= 3 && code.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        tr!(context.texts, "lookup-no-code", code = code)
    } else {
        tr!(context.texts, "lookup-none")
    }
}

/// What is known of the line at the cursor, below the list where it stays in sight.
fn detail(page: &mut Page, context: &Context, found: Found, width: usize) {
    let Some(words) = context.words() else { return };
    let (texts, theme) = (context.texts, context.theme);
    for text in words.detail(found) {
        page.text(&text, Role::Plain, theme, width);
    }
    page.text(&tr!(texts, "lookup-enter"), Role::Notice, theme, width);
}
