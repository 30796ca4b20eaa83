//! All answers, each of which can be changed.

use super::{Body, Context, Intent, Item, list};
use crate::{guide::Question, profile, session::Session, tr, tui::theme::Role};

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
    let answers = path.filter_map(|id| words.guide.question(id)).filter_map(item);
    terminal(context, session).into_iter().chain(answers).collect()
}

/// The terminal that it is about, which can be changed where the shop has several.
fn terminal(context: &Context, session: &Session) -> Option<Item> {
    if !context.shop.asks_which_terminal() {
        return None;
    }
    let own = session.terminal().map(|own| profile::terminal_name(own, context.texts));
    let own = own.or_else(|| session.terminal_number().map(ToString::to_string));
    let told = own.unwrap_or_else(|| tr!(context.texts, "terminals-other"));
    let text = format!("{} [{told}]", tr!(context.texts, "terminals-title"));
    Some(Item::new(text, Intent::Terminals))
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
