//! What came of a remedy; and what was wrong with the last decision, in practice, where it can be made
//! once more.

use super::{Body, Context, Item, Wish, line, say};
use crate::{drill_words, tr, tui::screens::list};

/// The line that goes on.
pub(super) fn items(context: &Context) -> Vec<Item> {
    vec![line(tr!(context.texts, "drill-continue"), Wish::Next)]
}

/// The lines below feedback: first to do better, where that can be done.
pub(super) fn feedback_items(context: &Context) -> Vec<Item> {
    let again = context.drill.filter(|drill| drill.can_decide_again());
    let again = again.map(|_| line(tr!(context.texts, "drill-again"), Wish::Again));
    again.into_iter().chain(items(context)).collect()
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
