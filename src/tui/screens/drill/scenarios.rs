//! Choosing a drill: how, how hard, which. Of a scenario only its title and difficulty are told.

use super::{Body, Context, Item, Wish, line};
use crate::{
    drill_words::{self, difficulty},
    drilling::scenarios,
    guide::{Difficulty, Guide, Scenario},
    tr,
    training::{Mode, Station},
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
        let aside = drill_words::beside(texts, title, &drill.terms().mode.words(texts));
        line(tr!(texts, "drill-go-on"), Wish::GoOn).aside(aside)
    });
    let exam = if context.training.is_some_and(|own| own.rules.allow_back) {
        tr!(texts, "drill-mode-exam-back")
    } else {
        tr!(texts, "drill-mode-exam")
    };
    let modes = [
        line(tr!(texts, "drill-mode-practice"), Wish::Mode(Mode::Practice)),
        line(exam, Wish::Mode(Mode::Exam)),
    ];
    let course = context.training.and_then(Training::course).map(|(course, progress)| {
        let title = course.title.get(texts);
        let (passed, all) = (progress.passed(), progress.stations.len());
        let far = tr!(texts, "drill-course-far", passed = passed, all = all);
        line(tr!(texts, "drill-course", title = title), Wish::Course).aside(far)
    });
    let name = match context.training.and_then(|own| own.trainee.as_ref()) {
        Some(_) => tr!(texts, "drill-name-other"),
        None => tr!(texts, "drill-name"),
    };
    let cards = line(tr!(texts, "drill-cards-line"), Wish::Cards);
    open.into_iter().chain(modes).chain(course).chain([cards, line(name, Wish::Name)]).collect()
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
    let trainee = training.and_then(|own| own.trainee.as_ref());
    let who = drill_words::trainee(texts, trainee, training.is_some_and(Training::lasts));
    page.text(&who, Role::Plain, theme, width);
    body
}

/// The scenarios of the course in their order, with how they stand.
pub(super) fn course_items(context: &Context) -> Vec<Item> {
    let known = context.guide.zip(context.training.and_then(Training::course));
    let Some((guide, (_, progress))) = known else { return Vec::new() };
    let item = |own: &Station| {
        let title = guide.scenario_title(&own.scenario, context.lang);
        let under_way = context.training.is_some_and(|all| all.is_under_way(&own.scenario));
        let stands = if under_way {
            tr!(context.texts, "drill-course-under-way")
        } else {
            drill_words::standing(context.texts, own.standing, context.zone)
        };
        line(title, Wish::Station(own.scenario.clone())).aside(stands)
    };
    progress.stations.iter().map(item).collect()
}

/// The page of the course.
pub(super) fn course_body(context: &Context, items: &[Item], cursor: usize, width: usize) -> Body {
    let (texts, theme) = (context.texts, context.theme);
    let Some((course, progress)) = context.training.and_then(Training::course) else {
        return Body::default();
    };
    let mut body = Body::titled(context, course.title.get(texts), width);
    let page = &mut body.page;
    let mark = format!("{:.0}", course.pass_mark);
    page.text(&tr!(texts, "drill-course-how", mark = mark), Role::Plain, theme, width);
    if progress.completed().is_some() {
        page.text(&tr!(texts, "drill-course-done"), Role::Good, theme, width);
    }
    page.gap();
    list(page, items, 0, cursor, context, width);
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
