//! Cards: a code or a message, what it means, how well that was known.

use super::{Body, Context, Item, Wish, line};
use crate::{
    drill_words::cards,
    tr,
    training::{CardId, CardState, Grade},
    tui::{screens::list, theme::Role},
};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// A sitting with cards.
#[derive(Debug, Default)]
pub(crate) struct Sitting {
    /// The cards that were met already.
    pub met: BTreeMap<CardId, CardState>,
    /// The card on the screen; none where nothing is due.
    pub card: Option<CardId>,
    /// Whether its back is shown.
    pub turned: bool,
    /// How many are to be repeated, and how many are new.
    pub left: (usize, usize),
    /// How many were graded.
    pub graded: usize,
    /// When the next one is due.
    pub next: Option<Timestamp>,
}

/// The lines below a card.
pub(super) fn items(context: &Context, own: &Sitting) -> Vec<Item> {
    let texts = context.texts;
    match &own.card {
        None => vec![line(tr!(texts, "drill-back"), Wish::Next)],
        Some(_) if !own.turned => vec![line(tr!(texts, "cards-turn"), Wish::Turn)],
        Some(id) => {
            let grade = |(_, grade): (&str, Grade)| {
                let said = match grade {
                    Grade::Again => tr!(texts, "cards-grade-again"),
                    Grade::Hard => tr!(texts, "cards-grade-hard"),
                    Grade::Good => tr!(texts, "cards-grade-good"),
                    Grade::Easy => tr!(texts, "cards-grade-easy"),
                };
                let state = CardState::graded(own.met.get(id), grade, context.now);
                let when = cards::when(texts, state.due.duration_since(context.now));
                line(said, Wish::Grade(grade)).aside(when)
            };
            Grade::NAMES.into_iter().map(grade).collect()
        }
    }
}

/// The page of a card.
pub(super) fn body(
    context: &Context,
    own: &Sitting,
    items: &[Item],
    cursor: usize,
    width: usize,
) -> Body {
    let (texts, theme) = (context.texts, context.theme);
    let mut body = Body::titled(context, &tr!(texts, "drill-cards"), width);
    let page = &mut body.page;
    let shown = context.words().zip(own.card.as_ref());
    let shown = shown.and_then(|(words, id)| Some((id.shown(words.guide)?, words)));
    if let Some((shown, words)) = shown {
        let (again, new) = own.left;
        page.text(&tr!(texts, "cards-left", again = again, new = new), Role::Muted, theme, width);
        page.gap();
        page.text(&cards::front(&words, shown), Role::Title, theme, width);
        page.gap();
        if own.turned {
            for said in cards::back(&words, shown) {
                page.text(&said, Role::Plain, theme, width);
            }
        } else {
            page.text(&tr!(texts, "cards-think-screen"), Role::Plain, theme, width);
        }
    } else {
        page.text(&tr!(texts, "cards-done", count = own.graded), Role::Plain, theme, width);
        if let Some(next) = own.next {
            let when = cards::when(texts, next.duration_since(context.now));
            page.text(&tr!(texts, "cards-next", when = when), Role::Plain, theme, width);
        }
    }
    list(&mut body.pinned, items, 0, cursor, context, width);
    body
}
