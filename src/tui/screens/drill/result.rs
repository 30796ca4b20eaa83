//! What came of a remedy; and what was wrong with the last decision, in practice.

use super::{Body, Context, Item, Wish, line, say};
use crate::{drill_words, tr, tui::screens::list};

/// The one line: going on.
pub(super) fn items(context: &Context) -> Vec<Item> {
    vec![line(tr!(context.texts, "drill-continue"), Wish::Next)]
}

/// The page of what came of a remedy.
pub(super) fn body(context: &Context, items: &[Item], cursor: usize, width: usize) -> Body {
    let said = context.drill.zip(context.words());
    let said = said.map(|(drill, words)| drill_words::result(&words, drill)).unwrap_or_default();
    page(context, &tr!(context.texts, "drill-result"), &said, items, cursor, width)
}

/// The page of what was wrong with the last decision.
pub(super) fn feedback_body(
    context: &Context,
    items: &[Item],
    cursor: usize,
    width: usize,
) -> Body {
    let said = context.drill.zip(context.words());
    let said = said.and_then(|(drill, words)| drill_words::feedback(&words, drill));
    let said = said.map(|(_, said)| said).unwrap_or_default();
    page(context, &tr!(context.texts, "drill-feedback"), &said, items, cursor, width)
}

fn page(
    context: &Context,
    title: &str,
    said: &[drill_words::Said],
    items: &[Item],
    cursor: usize,
    width: usize,
) -> Body {
    let mut body = Body::titled(context, title, width);
    say(&mut body.page, said, context.theme, width);
    list(&mut body.pinned, items, 0, cursor, context, width);
    body
}
