//! Choosing a drill: how, how hard, which. Of a scenario only its title and difficulty are told.

use super::{Body, Context, Item, Wish, line};
use crate::{
    drill_words::{self, difficulty},
    drilling::scenarios,
    guide::{Difficulty, Guide, Scenario},
    tr,
    training::Mode,
    tui::{screens::list, theme::Role, training::Training},
};

/// The scenarios of one difficulty, or all.
fn of_level(guide: &Guide, level: Option<Difficulty>) -> Vec<&Scenario> {
    let fits = |own: &&Scenario| level.is_none_or(|level| own.difficulty == level);
    scenarios(guide).into_iter().filter(fits).collect()
}

/// The lines where training begins.
pub(super) fn begin_items(context: &Context) -> Vec<Item> {
    let texts = context.texts;
    if context.guide.is_none_or(|guide| guide.scenarios.is_empty()) {
        return vec![line(tr!(texts, "drill-back"), Wish::Next)];
    }
    let open = context.training.and_then(|own| own.open()).map(|drill| {
        let title = drill.scenario().title.get(context.lang);
        let aside = format!("{title} ({})", drill.terms().mode.words(texts));
        line(tr!(texts, "drill-go-on"), Wish::GoOn).aside(aside)
    });
    let modes = [
        line(tr!(texts, "drill-mode-practice"), Wish::Mode(Mode::Practice)),
        line(tr!(texts, "drill-mode-exam"), Wish::Mode(Mode::Exam)),
    ];
    open.into_iter().chain(modes).collect()
}

/// The page where training begins.
pub(super) fn begin_body(context: &Context, items: &[Item], cursor: usize, width: usize) -> Body {
    let (texts, theme) = (context.texts, context.theme);
    let mut body = Body::titled(context, &tr!(texts, "drill-title"), width);
    let page = &mut body.page;
    if context.guide.is_none_or(|guide| guide.scenarios.is_empty()) {
        page.text(&tr!(texts, "drill-none"), Role::Plain, theme, width);
        page.gap();
    }
    list(page, items, 0, cursor, context, width);
    page.gap();
    let training = context.training;
    if training.is_some_and(|own| own.open().is_some()) {
        page.text(&tr!(texts, "drill-go-on-anew"), Role::Plain, theme, width);
        page.gap();
    }
    page.text(&tr!(texts, "drill-intro"), Role::Plain, theme, width);
    page.gap();
    let trainee = training.and_then(|own| own.trainee.as_deref());
    let who = drill_words::trainee(texts, trainee, training.is_some_and(Training::lasts));
    page.text(&who, Role::Plain, theme, width);
    body
}

/// The difficulties.
pub(super) fn level_items(context: &Context, own: Mode) -> Vec<Item> {
    let Some(guide) = context.guide else { return Vec::new() };
    let levels = Difficulty::NAMES.into_iter().filter_map(|(_, level)| {
        let count = of_level(guide, Some(level)).len();
        let item = line(difficulty(context.texts, level), Wish::Level(own, Some(level)));
        let count_said = tr!(context.texts, "drill-level-count", count = count);
        (count > 0).then(|| item.aside(count_said))
    });
    let any = line(tr!(context.texts, "drill-any"), Wish::Any(own));
    levels.chain([any]).collect()
}

/// The page of the difficulties.
pub(super) fn level_body(
    context: &Context,
    own: Mode,
    items: &[Item],
    cursor: usize,
    width: usize,
) -> Body {
    let title = tr!(context.texts, "drill-levels", mode = own.words(context.texts));
    let mut body = Body::titled(context, &title, width);
    list(&mut body.page, items, 0, cursor, context, width);
    body
}

/// The scenarios of a difficulty.
pub(super) fn items(context: &Context, own: Mode, level: Option<Difficulty>) -> Vec<Item> {
    let Some(guide) = context.guide else { return Vec::new() };
    let item = |scenario: &Scenario| {
        let title = scenario.title.get(context.lang);
        line(title, Wish::Begin(scenario.id.clone(), own))
    };
    of_level(guide, level).into_iter().map(item).collect()
}

/// The page of the scenarios.
pub(super) fn body(
    context: &Context,
    (own, level): (Mode, Option<Difficulty>),
    items: &[Item],
    cursor: usize,
    width: usize,
) -> Body {
    let texts = context.texts;
    let level = level.map_or_else(|| tr!(texts, "drill-any"), |level| difficulty(texts, level));
    let title = tr!(texts, "drill-scenarios", mode = own.words(texts), level = level);
    let mut body = Body::titled(context, &title, width);
    list(&mut body.page, items, 0, cursor, context, width);
    body
}
