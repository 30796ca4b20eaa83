//! What can be looked at, what each look costs, and what was seen.

use super::{Body, Context, Item, Wish, line};
use crate::{
    drill_words, tr,
    tui::{screens::list, theme::Role},
};

/// The lines: all that can still be looked at, and the way back.
pub(super) fn items(context: &Context) -> Vec<Item> {
    let Some((drill, words)) = context.drill.zip(context.words()) else { return Vec::new() };
    let looks = drill.looks().into_iter().map(|sight| {
        let item = line(sight.look.get(context.lang), Wish::Look(sight.question.id.clone()));
        item.aside(drill_words::look_minutes(&words, sight))
    });
    looks.chain([line(tr!(context.texts, "drill-back"), Wish::Next)]).collect()
}

/// The page: what was seen, the last first, above what there is to see.
pub(super) fn body(context: &Context, items: &[Item], cursor: usize, width: usize) -> Body {
    let Some((drill, words)) = context.drill.zip(context.words()) else { return Body::default() };
    let (texts, theme) = (context.texts, context.theme);
    let mut body = Body::default();
    let page = &mut body.page;
    page.compact = context.low;
    let seen = drill.seen();
    if !seen.is_empty() {
        page.heading(&tr!(texts, "drill-seen-title"), Role::Heading, theme);
        for (at, sight) in seen.into_iter().rev().enumerate() {
            let role = if at == 0 { Role::Title } else { Role::Plain };
            page.hanging("- ", &drill_words::seen(&words, sight), role, theme, width);
        }
        page.gap();
    }
    if items.len() > 1 {
        page.text(&tr!(texts, "drill-looks"), Role::Title, theme, width);
        page.text(&tr!(texts, "drill-looks-how"), Role::Plain, theme, width);
    } else {
        page.text(&tr!(texts, "drill-looks-none"), Role::Plain, theme, width);
    }
    page.gap();
    list(page, items, 0, cursor, context, width);
    body
}
