//! Asked before an exam begins, and before any drill for which another one is given up.

use super::{Body, Context, Item, Wish, line, say};
use crate::{
    drill_words::begin,
    drilling::Ahead,
    tr,
    training::Drill,
    tui::{screens::list, training::Training},
};

fn open<'c>(context: &Context<'c>) -> Option<&'c Drill> {
    context.training.and_then(Training::open)
}

/// The lines.
pub(super) fn items(context: &Context, ahead: &Ahead) -> Vec<Item> {
    let texts = context.texts;
    let go_on = open(context).map(|open| {
        let title = open.scenario().title.get(context.lang);
        line(tr!(texts, "drill-begin-go-on", title = title), Wish::GoOn)
    });
    let begin = line(tr!(texts, "drill-begin-yes"), Wish::Sure(ahead.clone()));
    let not_now = line(tr!(texts, "drill-begin-no"), Wish::Next);
    go_on.into_iter().chain([begin, not_now]).collect()
}

/// The page of the question.
pub(super) fn body(
    context: &Context,
    ahead: &Ahead,
    items: &[Item],
    cursor: usize,
    width: usize,
) -> Body {
    let Some((words, training)) = context.words().zip(context.training) else {
        return Body::default();
    };
    let mut body = Body::titled(context, &begin::title(&words, ahead), width);
    let course = training.course().filter(|_| training.trainee.is_some());
    let beside = begin::Beside { course, open: open(context) };
    say(&mut body.page, &begin::ahead(&words, ahead, beside), context.theme, width);
    body.page.gap();
    list(&mut body.page, items, 0, cursor, context, width);
    body
}
