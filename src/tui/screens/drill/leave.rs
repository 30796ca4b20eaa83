//! Asked before a drill is left that is not over.

use super::{Body, Context, Item, Wish, line};
use crate::{
    tr,
    tui::{screens::list, theme::Role, training::Training},
};

/// The lines; the harmless one first.
pub(super) fn items(context: &Context, quit: bool) -> Vec<Item> {
    let texts = context.texts;
    let lasts = context.training.is_some_and(Training::lasts);
    let later = match (quit, lasts) {
        (true, false) => tr!(texts, "drill-leave-quit"),
        _ => tr!(texts, "drill-leave-later"),
    };
    vec![
        line(tr!(texts, "drill-leave-stay"), Wish::Next),
        line(later, Wish::LeaveDrill(quit)),
        line(tr!(texts, "drill-leave-give-up"), Wish::GiveUp),
    ]
}

/// The page of the question.
pub(super) fn body(context: &Context, items: &[Item], cursor: usize, width: usize) -> Body {
    let texts = context.texts;
    let mut body = Body::titled(context, &tr!(texts, "drill-leave"), width);
    let lasts = context.training.is_some_and(Training::lasts);
    let how = if lasts { tr!(texts, "drill-leave-how") } else { tr!(texts, "drill-leave-lost") };
    body.page.text(&how, Role::Plain, context.theme, width);
    body.page.gap();
    list(&mut body.page, items, 0, cursor, context, width);
    body
}
