//! The scene: where and when, the terminal with what it shows, the customer. None of the facts.

use super::{Body, Context, Item, Wish, line};
use crate::{
    drill_words, tr,
    training::Stage,
    tui::{screens::list, theme::Role},
};
use ratatui::text::Line;

/// The lines of the scene.
pub(super) fn items(context: &Context) -> Vec<Item> {
    let Some(drill) = context.drill else { return Vec::new() };
    let texts = context.texts;
    let begin = match drill.stage() {
        Stage::Scene => tr!(texts, "drill-scene-begin"),
        _ => tr!(texts, "drill-scene-go-on"),
    };
    let look = line(tr!(texts, "drill-scene-look"), Wish::Looks);
    vec![look, line(begin, Wish::Questions)]
}

/// The page of the scene.
pub(super) fn body(context: &Context, items: &[Item], cursor: usize, width: usize) -> Body {
    let Some((drill, words)) = context.drill.zip(context.words()) else { return Body::default() };
    let (texts, theme, lang) = (context.texts, context.theme, context.lang);
    let scenario = drill.scenario();
    let mut body = Body::default();
    let page = &mut body.page;
    page.compact = context.low;
    page.text(scenario.title.get(lang), Role::Title, theme, width);
    page.gap();
    page.text(scenario.setting.get(lang), Role::Plain, theme, width);
    page.gap();
    page.heading(&tr!(texts, "drill-screen-shows"), Role::Heading, theme);
    for row in drill_words::terminal(&words, scenario) {
        page.row(Line::styled(format!("  {row}"), theme.style(Role::Title)));
    }
    if let Some(dark) = drill_words::dark(&words, scenario) {
        page.text(&dark, Role::Plain, theme, width);
    }
    page.gap();
    let customer = tr!(texts, "drill-customer");
    page.heading(&customer, Role::Heading, theme);
    page.text(scenario.customer.get(lang), Role::Customer, theme, width);
    list(&mut body.pinned, items, 0, cursor, context, width);
    body
}
