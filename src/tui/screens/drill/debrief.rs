//! What came of the drill, decision by decision.

use super::{Body, Context, say};
use crate::{drill_words, tr};

/// The page of the debrief; it scrolls.
pub(super) fn body(context: &Context, width: usize) -> Body {
    let Some(drill) = context.drill else { return Body::default() };
    let title = drill.scenario().title.get(context.lang);
    let title = tr!(context.texts, "debrief-title", scenario = title);
    let mut body = Body::titled(context, &title, width);
    say(&mut body.page, &drill_words::debrief(context.texts, drill), context.theme, width);
    body
}
