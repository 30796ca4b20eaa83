//! All answers, each of which can be changed.

use super::{Body, Context, Intent, Item, list};
use crate::{guide::Question, session::Session, tr, tui::theme::Role};

/// The answered questions in order.
pub(crate) fn items(context: &Context, session: &Session) -> Vec<Item> {
    let Some(words) = context.words() else {
        return Vec::new();
    };
    let item = |question: &Question| {
        let given = session.state().given(&question.id)?;
        let said = words.said(question, &given.response);
        let text = format!("{} [{said}]", question.ask.get(context.lang));
        let marks = words.marks(question, given).join(" ");
        Some(Item::new(text, Intent::Change(question.id.clone())).aside(marks))
    };
    let path = session.state().path().iter();
    path.filter_map(|id| words.guide.question(id)).filter_map(item).collect()
}

/// The page of the review.
pub(crate) fn body(
    context: &Context,
    session: &Session,
    items: &[Item],
    cursor: usize,
    width: usize,
) -> Body {
    let (texts, theme) = (context.texts, context.theme);
    let mut body = Body::titled(context, &tr!(texts, "review-title"), width);
    let page = &mut body.page;
    if items.is_empty() {
        page.text(&tr!(texts, "review-none"), Role::Plain, theme, width);
    }
    list(page, items, 0, cursor, context, width);
    let notes = session.state().notes();
    if !notes.is_empty() {
        page.gap();
        page.heading(&tr!(texts, "review-notes"), Role::Heading, theme);
    }
    for note in notes {
        for (at, line) in note.text.lines().enumerate() {
            page.hanging(if at == 0 { "- " } else { "  " }, line, Role::Plain, theme, width);
        }
    }
    body
}
