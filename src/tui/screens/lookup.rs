//! Looking up a code, a message or a symptom.

use super::{Body, Context, Intent, Item, list};
use crate::{
    guide::{Code as ResponseCode, Guide},
    lookup::Found,
    redact::veil_typing,
    session::{Entry, Place, Session, SessionCode, Unopened},
    tr,
    tui::{page::Page, theme::Role},
    wording::look_up_how,
};
use std::sync::Arc;

/// More than these nobody reads; typing one character more is quicker.
const MOST: usize = 30;

/// What is found by what was typed.
fn found<'a>(context: &Context<'a>, typed: &str) -> Vec<Found<'a>> {
    let all = context.guide.zip(context.catalogue);
    all.map(|(guide, catalogue)| catalogue.find(guide, typed, MOST)).unwrap_or_default()
}

/// What is behind what was typed, where that is a session code or looks like one.
pub(crate) type Code = Result<(SessionCode, Session), Unopened>;

/// The session code that was typed.
pub(crate) fn code(context: &Context, guide: Option<&Arc<Guide>>, typed: &str) -> Option<Code> {
    SessionCode::typed(typed, guide?, context.now)
}

/// The line that leads to where the session behind a code stands.
fn opened(context: &Context, code: Option<&Code>) -> Option<Item> {
    let Ok((code, session)) = code? else { return None };
    let item = Item::new(tr!(context.texts, "lookup-code"), Intent::OpenCode(code.clone()));
    Some(item.aside(match session.place() {
        Place::Question(question) => question.ask.get(context.lang),
        Place::Remedy(remedy) => remedy.cause.get(context.lang),
        Place::End(_) => session.remedy().map_or("", |remedy| remedy.cause.get(context.lang)),
    }))
}

/// The lines of the look-up.
pub(crate) fn items(context: &Context, typed: &str, code: Option<&Code>) -> Vec<Item> {
    let Some(words) = context.words().filter(|_| !typed.trim().is_empty()) else {
        return Vec::new();
    };
    let opened = opened(context, code);
    let found = found(context, typed);
    if opened.is_some() || !found.is_empty() {
        let item = |found: Found| {
            let (name, kind) = words.found(found);
            Item::new(name, Intent::LookUp(found.entry())).aside(kind)
        };
        return opened.into_iter().chain(found.into_iter().map(item)).collect();
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
    (typed, code): (&str, Option<&Code>),
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
        page.text(&look_up_how(context.texts, context.guide), Role::Plain, theme, width);
        return body;
    }
    let found = found(context, typed);
    let unopened = match code {
        Some(Err(own)) if own.sure || found.is_empty() => context.guide.map(|guide| (own, guide)),
        _ => None,
    };
    if let Some((own, guide)) = unopened {
        page.text(&own.message(texts, guide), Role::Notice, theme, width);
        page.gap();
    } else if found.is_empty() && !matches!(code, Some(Ok(_))) {
        page.text(&none(context, typed), Role::Plain, theme, width);
        page.gap();
    }
    list(page, items, 0, cursor, context, width);
    // The line of a code stands before what was found.
    let before = usize::from(matches!(code, Some(Ok(_))));
    match (cursor.checked_sub(before).and_then(|at| found.get(at)), code) {
        (Some(found), _) => detail(&mut body.pinned, context, *found, width),
        (None, Some(Ok((_, session)))) => {
            let answered = tr!(texts, "lookup-code-answers", count = session.entries());
            body.pinned.text(&answered, Role::Plain, theme, width);
            body.pinned.text(&tr!(texts, "lookup-code-enter"), Role::Notice, theme, width);
        }
        (None, _) => {}
    }
    body
}

/// What to do where nothing is found.
fn none(context: &Context, typed: &str) -> String {
    let code = ResponseCode::normalise(typed);
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
