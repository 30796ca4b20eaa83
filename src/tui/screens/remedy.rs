//! A remedy: the cause, what to do, what never to do, whom to call, and "did it work?".

use super::{Body, Context, Intent, Item, list, notices, question};
use crate::{
    guide::{Remedy, Text},
    session::{Session, Verdict},
    tr,
    tui::{page::Page, theme::Role},
};

/// The lines of a remedy: its actions, then the answers to "did it work?".
pub(crate) fn items(context: &Context, session: &Session, remedy: &Remedy) -> Vec<Item> {
    let actions = remedy.actions.iter().map(|action| {
        let ticked = session.state().ticked(&remedy.id, &action.id);
        let intent = Intent::TickAction(remedy.id.clone(), action.id.clone());
        Item::new(action.say.get(context.lang), intent).tick(ticked)
    });
    let words = context.words();
    let verdicts = Verdict::ALL.into_iter().filter_map(|verdict| {
        let label = words?.verdict(remedy, verdict);
        Some(Item::new(label, Intent::Try(remedy.id.clone(), verdict)))
    });
    actions.chain(verdicts).collect()
}

/// The page of a remedy.
pub(crate) fn body(
    context: &Context,
    remedy: &Remedy,
    items: &[Item],
    cursor: usize,
    width: usize,
) -> Body {
    let (texts, theme) = (context.texts, context.theme);
    let mut body = Body::default();
    let page = &mut body.page;
    page.compact = context.low;
    page.text(remedy.cause.get(context.lang), Role::Title, theme, width);
    page.gap();
    notices(page, context, Some(&remedy.id), width);
    again(page, context, width);
    shown(page, context, width);
    // What never to do comes before what to do: nobody who hurries may miss it.
    section(page, context, &tr!(texts, "remedy-never"), &remedy.never, Role::Warning, width);
    page.gap();
    let minutes = remedy.minutes.ceil().max(1.0) as u64;
    page.heading(&tr!(texts, "remedy-do-now", minutes = minutes), Role::Heading, theme);
    let (actions, verdicts) = items.split_at(remedy.actions.len());
    list(page, actions, 0, cursor, context, width);
    call(page, context, remedy, width);
    let meanwhile: Vec<Text> = remedy.meanwhile.iter().cloned().collect();
    let heading = context.words().map(|words| words.meanwhile()).unwrap_or_default();
    section(page, context, &heading, &meanwhile, Role::Plain, width);
    section(page, context, &tr!(texts, "remedy-next-time"), &remedy.prevent, Role::Plain, width);
    let ask =
        if remedy.escalation { tr!(texts, "remedy-reached") } else { tr!(texts, "remedy-worked") };
    let labels: Vec<_> = verdicts.iter().map(|item| &item.label).collect();
    body.pinned.inline(&ask, &labels, actions.len(), cursor, theme, width);
    body.side = remedy.drawing.as_ref().and_then(|target| question::drawing(context, &target.id));
    body
}

/// What to do instead, where this terminal has ended here too often.
fn again(page: &mut Page, context: &Context, width: usize) {
    let said = context.session.zip(context.words());
    if let Some(said) = said.and_then(|(session, words)| words.recurrence(session, context.zone)) {
        page.text(&said, Role::Warning, context.theme, width);
        page.gap();
    }
}

/// The code or message that led here: it says more closely what happened and what to do first.
pub(super) fn shown(page: &mut Page, context: &Context, width: usize) {
    let shown = context.session.and_then(Session::shown);
    if let Some((shown, words)) = shown.zip(context.words()) {
        let said = words.advice(shown).join(&tr!(context.texts, "sentence-joint"));
        page.text(&said, Role::Plain, context.theme, width);
        page.gap();
    }
}

/// A heading with its sentences, where there are any.
fn section(
    page: &mut Page,
    context: &Context,
    heading: &str,
    texts: &[Text],
    role: Role,
    width: usize,
) {
    if texts.is_empty() {
        return;
    }
    page.gap();
    let of_heading = if role == Role::Plain { Role::Heading } else { role };
    page.heading(heading, of_heading, context.theme);
    for text in texts {
        page.hanging("- ", text.get(context.lang), role, context.theme, width);
    }
}

/// Who must act, whom to call, and what to have ready.
pub(crate) fn call(page: &mut Page, context: &Context, remedy: &Remedy, width: usize) {
    let (texts, theme) = (context.texts, context.theme);
    page.gap();
    page.heading(&tr!(texts, "remedy-call"), Role::Heading, theme);
    let who = context.words().map(|words| words.who(remedy.who)).unwrap_or_default();
    page.text(&tr!(texts, "remedy-who", who = who), Role::Plain, theme, width);
    let contact = context.words().and_then(|words| words.contact(remedy, &context.shop.profile));
    if let Some(text) = contact {
        page.text(&text, Role::Plain, theme, width);
    }
    if !remedy.tell_support.is_empty() {
        page.text(&tr!(texts, "remedy-have-ready"), Role::Plain, theme, width);
        for text in &remedy.tell_support {
            page.hanging("- ", text.get(context.lang), Role::Plain, theme, width);
        }
    }
}
