//! Card data is masked at the door: nothing that is kept or shown holds it.
//!
//! In doubt it hides. A note that lost a harmless number can still be read; a card number that was
//! written down can't be taken back.
//!
//! ```text
//! text ─► scan: digits of all alphabets in groups, labels ─┬─► track    stripe data
//!                                                          ├─► card     numbers that pass the check
//!                                                          └─► secret   digits beside a label
//!                                   cover: what is seen in their place ◄──┘
//! ```

mod alphabet;
mod card;
mod cover;
mod label;
mod name;
mod scan;
mod scheme;
mod secret;
mod track;
mod unit;
mod veil;
mod words;

pub use veil::{veil, veil_typing};

use cover::Findings;
use scan::Scan;

/// A text without card data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redacted {
    /// The text.
    pub text: String,
    /// Whether something was masked in it.
    pub masked: bool,
    /// What was masked, each sort once.
    pub kinds: Vec<CardData>,
}

/// A sort of card data, none of which may be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CardData {
    /// A card number: its first six and last four digits stay.
    Number,
    /// The contents of a magnetic stripe.
    Track,
    /// The security code on a card (CVV), or a code sent to confirm a payment.
    SecurityCode,
    /// A PIN or password.
    Pin,
    /// The expiry date of a card.
    Expiry,
}

/// One mask may bring another number next to a label, so the text is gone through again until
/// nothing changes. Three rounds are enough for all that people type; after the last one no digit
/// stays.
const ROUNDS: usize = 8;

/// Masks card numbers (first six and last four digits stay), PINs, passwords, security codes, expiry
/// dates and magnetic stripe data.
pub fn redact(text: &str) -> Redacted {
    let mut kinds = Vec::new();
    let mut out: Option<String> = None;
    for _ in 0..ROUNDS {
        let current = out.as_deref().unwrap_or(text);
        let scan = Scan::new(current);
        let findings = Findings::of(&scan);
        if findings.is_empty() {
            break;
        }
        kinds.extend(findings.kinds());
        out = Some(findings.written(&scan));
    }
    kinds.sort_unstable();
    kinds.dedup();
    let text = out.unwrap_or_else(|| text.to_owned());
    let text = if kinds.is_empty() || Findings::of(&Scan::new(&text)).is_empty() {
        text
    } else {
        blank(&text)
    };
    Redacted { masked: !kinds.is_empty(), text, kinds }
}

/// The same for a name of a file: no system takes stars in one.
pub fn redact_name(name: &str) -> Redacted {
    let redacted = redact(name);
    if !redacted.masked {
        return redacted;
    }
    let text = redacted.text.replace(cover::TRACK, "xxx").replace('*', "x");
    Redacted { text, ..redacted }
}

/// The text without any digit.
fn blank(text: &str) -> String {
    let is_digit = |c: char| matches!(alphabet::class(c), alphabet::Class::Digit(_));
    text.chars().map(|c| if is_digit(c) { '*' } else { c }).collect()
}

#[cfg(test)]
mod tests;
