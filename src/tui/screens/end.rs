//! The end of a session: how it came out and what to do now.

use super::{Body, Context, Intent, Item, list, remedy};
use crate::{
    session::{Outcome, Session, Verdict},
    tr,
    tui::theme::Role,
};

/// The lines of the end.
pub(crate) fn items(context: &Context, session: &Session, outcome: Outcome) -> Vec<Item> {
    let texts = context.texts;
    let mut items = vec![Item::new(tr!(texts, "end-save"), Intent::Export)];
    if let (Outcome::Unfinished, Some(last)) = (outcome, session.remedy()) {
        for verdict in [Verdict::Worked, Verdict::Failed] {
            let offered = session.state().verdict(&last.id) != Some(verdict);
            if offered && (verdict == Verdict::Worked || last.if_failed.is_some()) {
                let label = match (last.escalation, verdict) {
                    (true, _) => tr!(texts, "end-reached"),
                    (false, Verdict::Worked) => tr!(texts, "end-worked"),
                    (false, _) => tr!(texts, "end-failed"),
                };
                items.push(Item::new(label, Intent::Try(last.id.clone(), verdict)));
            }
        }
    }
    items.push(Item::new(tr!(texts, "end-note"), Intent::Note));
    items.push(Item::new(tr!(texts, "end-review"), Intent::Review));
    items.push(Item::new(tr!(texts, "end-home"), Intent::Home));
    items
}

/// The page of the end.
pub(crate) fn body(
    context: &Context,
    session: &Session,
    outcome: Outcome,
    items: &[Item],
    cursor: usize,
    width: usize,
) -> Body {
    let (texts, theme) = (context.texts, context.theme);
    let mut body = Body::default();
    let page = &mut body.page;
    let said = context.words().map(|words| words.outcome(outcome));
    let [title, what_now] = said.unwrap_or_default();
    page.text(&title, Role::Title, theme, width);
    page.text(&what_now, Role::Plain, theme, width);
    if let Some(last) = session.remedy() {
        page.gap();
        let cause = tr!(texts, "end-cause", cause = last.cause.get(context.lang));
        page.text(&cause, Role::Plain, theme, width);
    }
    page.gap();
    list(page, items, 0, cursor, context, width);
    // Whoever could not mend it calls somebody now: who, and what to have ready, stays in sight.
    let support = context.guide.and_then(|guide| {
        guide.nodes.iter().rev().find_map(|node| match node {
            crate::guide::Node::Remedy(remedy) if remedy.escalation => Some(remedy),
            _ => None,
        })
    });
    match (outcome, session.remedy()) {
        (Outcome::Solved, _) => {}
        (Outcome::GivenUp, None) => {
            if let Some(support) = support {
                remedy::call(page, context, support, width);
            }
        }
        (_, Some(last)) => remedy::call(page, context, last, width),
        (_, None) => {}
    }
    body
}
