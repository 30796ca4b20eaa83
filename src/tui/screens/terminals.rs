//! Which of the shop's terminals it is about, where there are several.

use super::{Body, Context, Intent, Item, list};
use crate::{
    profile::{self, Terminal},
    session::Session,
    tr,
};

/// The terminals, and a line for those who can't tell.
pub(crate) fn items(context: &Context) -> Vec<Item> {
    let texts = context.texts;
    let chosen = context.session.and_then(Session::terminal_number);
    let item = |own: &Terminal| {
        let before = chosen == Some(&own.number);
        let aside = if before { tr!(texts, "question-before") } else { String::new() };
        let intent = Intent::Terminal(Some(own.number.clone()));
        Item::new(profile::terminal(own, texts), intent).aside(aside)
    };
    let other = Item::new(tr!(texts, "terminals-other"), Intent::Terminal(None));
    context.shop.profile.terminals.iter().map(item).chain([other]).collect()
}

/// The page with the terminals.
pub(crate) fn body(context: &Context, items: &[Item], cursor: usize, width: usize) -> Body {
    let mut body = Body::titled(context, &tr!(context.texts, "terminals-title"), width);
    list(&mut body.page, items, 0, cursor, context, width);
    body
}
