//! Card data is masked at the door: nothing that is kept or shown holds it.
//!
//! In doubt it hides. A note that lost a harmless number can still be read; a card number that was
//! written down can't be taken back.

mod card;
mod digits;
mod secret;

use digits::{Groups, Plain};

/// A text without card data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redacted {
    /// The text.
    pub text: String,
    /// Whether something was masked in it.
    pub masked: bool,
}

/// Stands for the contents of a card's magnetic stripe.
pub(super) const TRACK: &str = "[track data removed]";

/// Stands for a PIN, password or security code; its length tells nothing.
pub(super) const SECRET: &str = "***";

/// One mask may bring another number next to a label, so the text is gone through again until
/// nothing changes. The bound keeps the time linear; two rounds are enough for all that people type.
const ROUNDS: usize = 8;

/// Masks card numbers (first six and last four digits stay), PINs, passwords, security codes and
/// magnetic stripe data.
pub fn redact(text: &str) -> Redacted {
    let mut out = text.to_owned();
    for _ in 0..ROUNDS {
        let Some(next) = once(&out) else { break };
        out = next;
    }
    let masked = out != text;
    Redacted { text: out, masked }
}

/// What stands in place of a piece of text.
struct Mask {
    /// First character.
    start: usize,
    /// The character after the last one.
    end: usize,
    with: String,
}

/// One round, or nothing where there is nothing to mask.
fn once(text: &str) -> Option<String> {
    let plain = Plain::new(text);
    let groups = Groups::new(&plain);
    let mut masks = card::tracks(&plain, &groups);
    masks.extend(card::numbers(&plain, &groups));
    masks.extend(secret::secrets(&plain, &groups));
    if masks.is_empty() {
        return None;
    }
    // Where two overlap the one that begins first wins, and of those the longer one.
    masks.sort_by_key(|mask| (mask.start, usize::MAX - mask.end));
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for mask in masks {
        if mask.start >= at {
            out.extend(&plain.original[at..mask.start]);
            out.push_str(&mask.with);
            at = mask.end;
        }
    }
    out.extend(&plain.original[at..]);
    Some(out)
}

#[cfg(test)]
mod tests;
