//! What stands on a card.

use crate::{
    guide::{Node, Shown},
    texts::Texts,
    tr,
    wording::Words,
};
use jiff::SignedDuration;

/// What is asked.
pub(crate) fn front(words: &Words, shown: Shown<'_>) -> String {
    let texts = words.texts;
    match shown {
        Shown::Code(code) => {
            let schemes = words.schemes(code);
            tr!(texts, "cards-code", code = code.code.as_str(), schemes = schemes)
        }
        Shown::Message(message) => {
            tr!(texts, "cards-message", say = message.say.get(words.lang))
        }
    }
}

/// What it means, what to do about it, and where it leads.
pub(crate) fn back(words: &Words, shown: Shown<'_>) -> Vec<String> {
    let go = match shown {
        Shown::Code(code) => &code.go,
        Shown::Message(message) => &message.go,
    };
    let mut lines = words.advice(shown);
    let place = words.guide.node(&go.id).map(|node| match node {
        Node::Question(own) => words.headed(&own.step.id, own.ask.get(words.lang)),
        Node::Remedy(own) => words.headed(&own.step.id, own.cause.get(words.lang)),
    });
    lines.extend(place.map(|place| tr!(words.texts, "cards-leads", place = place)));
    lines
}

/// When a card comes again.
pub(crate) fn when(texts: &Texts, from_now: SignedDuration) -> String {
    let minutes = ((from_now.as_secs() + 59) / 60).max(1);
    if minutes < 24 * 60 {
        return tr!(texts, "cards-in-minutes", count = minutes);
    }
    let days = (from_now.as_hours() + 12) / 24;
    tr!(texts, "cards-in-days", count = days)
}
