//! Who is trained: a field for a name or a staff number.

use super::{Body, Context, Editor, Item, Wish, line};
use crate::{
    tr,
    tui::{screens::list, theme::Role},
};
use ratatui::text::Line;

/// The lines below the field.
pub(super) fn items(context: &Context, name: &Editor) -> Vec<Item> {
    let texts = context.texts;
    let named = context.training.is_some_and(|own| own.trainee.is_some());
    let nobody = named.then(|| line(tr!(texts, "drill-name-nobody"), Wish::Nobody));
    let take = line(tr!(texts, "drill-name-take"), Wish::Named(name.text()));
    [take].into_iter().chain(nobody).collect()
}

/// The page with the field.
pub(super) fn body(context: &Context, items: &[Item], cursor: usize, width: usize) -> Body {
    let (texts, theme) = (context.texts, context.theme);
    let mut body = Body::titled(context, &tr!(texts, "drill-name-title"), width);
    let page = &mut body.page;
    // The editor stands in this row.
    page.caret = Some((0, page.rows.len()));
    page.row(Line::raw(" "));
    page.gap();
    list(page, items, 0, cursor, context, width);
    page.gap();
    page.text(&tr!(texts, "drill-name-how"), Role::Plain, theme, width);
    body
}
