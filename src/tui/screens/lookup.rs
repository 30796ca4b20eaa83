//! Looking up a response code.

use super::{Body, Context, Intent, Item, list};
use crate::{guide::Code, session::Entry, tr, tui::theme::Role};

/// The codes that fit what was typed.
pub(crate) fn matches<'g>(context: &Context<'g>, typed: &str) -> Vec<&'g Code> {
    match context.guide {
        Some(guide) if !typed.trim().is_empty() => guide.codes(typed),
        _ => Vec::new(),
    }
}

/// A code as a line; its scheme is named where others have the same code.
pub(crate) fn item(context: &Context, code: &Code, intent: Intent) -> Item {
    let twins = context.guide.map_or(0, |guide| guide.codes(&code.code).len());
    let scheme = if twins > 1 { format!(" ({})", code.scheme) } else { String::new() };
    Item::new(format!("{}{scheme}  {}", code.code, code.meaning.get(context.lang)), intent)
}

/// The lines of the look-up.
pub(crate) fn items(context: &Context, typed: &str) -> Vec<Item> {
    let begin = |code: &Code| {
        Intent::Begin(Entry::Code { code: code.code.clone(), scheme: code.scheme.clone() })
    };
    let found = matches(context, typed);
    if found.is_empty() && !typed.trim().is_empty() {
        return vec![
            Item::new(tr!(context.texts, "lookup-pick"), Intent::Pick),
            Item::new(
                tr!(context.texts, "lookup-everything"),
                Intent::Begin(Entry::CheckEverything),
            ),
        ];
    }
    found.into_iter().map(|code| item(context, code, begin(code))).collect()
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
    page.field(&tr!(texts, "question-code"), typed, theme, width);
    page.gap();
    let found = matches(context, typed);
    if found.is_empty() && !typed.trim().is_empty() {
        let code = Code::normalise(typed);
        page.text(&tr!(texts, "lookup-none", code = code), Role::Plain, theme, width);
        page.gap();
    }
    list(page, items, 0, cursor, context, width);
    if let Some(code) = found.get(cursor) {
        page.gap();
        page.text(code.action.get(context.lang), Role::Plain, theme, width);
        let retry = context.words().map(|words| words.retry(code)).unwrap_or_default();
        page.text(&retry, Role::Notice, theme, width);
        page.gap();
        page.text(&tr!(texts, "lookup-enter"), Role::Plain, theme, width);
    } else if typed.is_empty() {
        page.text(&tr!(texts, "lookup-how"), Role::Plain, theme, width);
    }
    body
}
