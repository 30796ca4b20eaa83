//! Saving the summary: the format, then the path.

use super::{Body, Context, Intent, Item, list, note::Editor};
use crate::{session::export::Format, tr, tui::theme::Role};
use ratatui::text::Line;

/// Where the summary is to go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Form {
    /// The format.
    pub format: Format,
    /// The path as typed.
    pub path: String,
}

/// The formats.
pub(crate) fn format_items(context: &Context) -> Vec<Item> {
    let texts = context.texts;
    let name = |format| match format {
        Format::Text => tr!(texts, "export-text"),
        Format::Markdown => tr!(texts, "export-markdown"),
        Format::Json => tr!(texts, "export-json"),
        Format::Html => tr!(texts, "export-html"),
    };
    let mut items =
        Format::ALL.map(|format| Item::new(name(format), Intent::Format(format))).to_vec();
    items.push(Item::new(tr!(texts, "export-copy"), Intent::Copy));
    if context.session.is_some() && !context.of_kept {
        items.push(Item::new(tr!(texts, "export-qr"), Intent::Qr));
    }
    items
}

/// The page of the formats.
pub(crate) fn format_body(context: &Context, items: &[Item], cursor: usize, width: usize) -> Body {
    let mut body = Body::titled(context, &tr!(context.texts, "export-title"), width);
    let page = &mut body.page;
    list(page, items, 0, cursor, context, width);
    page.gap();
    page.text(&tr!(context.texts, "export-safe"), Role::Plain, context.theme, width);
    body
}

/// The line that saves.
pub(crate) fn path_items(context: &Context, format: Format, path: &Editor) -> Vec<Item> {
    let form = Form { format, path: path.text() };
    vec![Item::new(tr!(context.texts, "export-save"), Intent::Save(form, false))]
}

/// The page of the path.
pub(crate) fn path_body(context: &Context, items: &[Item], cursor: usize, width: usize) -> Body {
    let (texts, theme) = (context.texts, context.theme);
    let mut body = Body::titled(context, &tr!(texts, "export-where"), width);
    let page = &mut body.page;
    page.heading(&tr!(texts, "export-file"), Role::Heading, theme);
    // The editor stands in this row.
    page.caret = Some((0, page.rows.len()));
    page.row(Line::raw(" "));
    page.gap();
    list(page, items, 0, cursor, context, width);
    page.gap();
    page.text(&tr!(texts, "export-where-how"), Role::Plain, theme, width);
    body
}
