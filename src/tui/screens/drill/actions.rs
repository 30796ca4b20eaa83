//! The first actions at a remedy: chosen in order, what is right among what is tempting.

use super::{Body, Context, Item, Wish, line};
use crate::{
    tr,
    training::{Doing, Stage},
    tui::{screens::list, theme::Role},
};

/// The lines: the actions with the place that each was given, then that it is to be so.
pub(super) fn items(context: &Context, chosen: &[Doing]) -> Vec<Item> {
    let Some(drill) = context.drill else { return Vec::new() };
    let Stage::Remedy(remedy) = drill.stage() else { return Vec::new() };
    let wanted = drill.actions_wanted();
    let actions = drill.actions_offered().into_iter().filter(|_| wanted > 0).filter_map(|own| {
        let text = drill.doing_text(&remedy.id, &own)?.get(context.lang);
        let place = chosen.iter().position(|doing| *doing == own);
        let mark = place.map_or_else(|| "[ ]".to_owned(), |at| format!("[{}]", at + 1));
        Some(line(format!("{mark} {text}"), Wish::Action(own)))
    });
    actions.chain([line(tr!(context.texts, "drill-actions-confirm"), Wish::Order)]).collect()
}

/// The page of the first actions.
pub(super) fn body(context: &Context, items: &[Item], cursor: usize, width: usize) -> Body {
    let Some(drill) = context.drill else { return Body::default() };
    let Stage::Remedy(remedy) = drill.stage() else { return Body::default() };
    let (texts, theme) = (context.texts, context.theme);
    let mut body = Body::default();
    let page = &mut body.page;
    page.compact = context.low;
    let cause = tr!(texts, "drill-remedy-is", cause = remedy.cause.get(context.lang));
    page.text(&cause, Role::Plain, theme, width);
    page.gap();
    let most = drill.actions_wanted();
    if most > 0 {
        page.text(&tr!(texts, "drill-actions-title"), Role::Title, theme, width);
        page.text(&tr!(texts, "drill-actions-how", most = most), Role::Plain, theme, width);
    } else {
        page.text(&tr!(texts, "drill-actions-none"), Role::Title, theme, width);
    }
    page.gap();
    list(page, items, 0, cursor, context, width);
    body
}
