//! What to tell the customer.

use super::{Body, Context, Item, Wish, line};
use crate::{
    tr,
    training::Stage,
    tui::{screens::list, theme::Role},
};

/// The lines: what can be said.
pub(super) fn items(context: &Context) -> Vec<Item> {
    let Some(drill) = context.drill else { return Vec::new() };
    let Stage::Telling(remedy) = drill.stage() else { return Vec::new() };
    let item = |said| {
        let text = drill.saying_text(&remedy.id, said).map(|own| own.get(context.lang).to_owned());
        let text = text.unwrap_or_else(|| tr!(context.texts, "drill-saying-none"));
        line(text, Wish::Tell(said))
    };
    drill.sayings_offered().into_iter().map(item).collect()
}

/// The page of what can be said.
pub(super) fn body(context: &Context, items: &[Item], cursor: usize, width: usize) -> Body {
    let Some(drill) = context.drill else { return Body::default() };
    let Stage::Telling(remedy) = drill.stage() else { return Body::default() };
    let (texts, theme) = (context.texts, context.theme);
    let mut body = Body::default();
    let page = &mut body.page;
    page.compact = context.low;
    let cause = tr!(texts, "drill-remedy-is", cause = remedy.cause.get(context.lang));
    page.text(&cause, Role::Plain, theme, width);
    page.gap();
    page.text(&tr!(texts, "drill-telling-title"), Role::Title, theme, width);
    page.gap();
    list(page, items, 0, cursor, context, width);
    body
}
