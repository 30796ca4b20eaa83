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
pub mod clean;
mod cover;
mod digits;
mod glance;
mod label;
mod name;
mod other;
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
    let clean = || Redacted { text: text.to_owned(), masked: false, kinds: Vec::new() };
    without_card_data(text).unwrap_or_else(clean)
}

/// The text without card data, or nothing where there is none in it.
pub fn without_card_data(text: &str) -> Option<Redacted> {
    if !glance::may_hold_card_data(text) {
        return None;
    }
    let mut kinds = Vec::new();
    let mut out: Option<String> = None;
    let mut done = false;
    // The last look only finds out whether the rounds were enough.
    for round in 0..=ROUNDS {
        let scan = Scan::new(out.as_deref().unwrap_or(text));
        let findings = Findings::of(&scan);
        done = findings.is_empty();
        if done || round == ROUNDS {
            break;
        }
        kinds.extend(findings.kinds());
        out = Some(findings.written(&scan));
    }
    kinds.sort_unstable();
    kinds.dedup();
    let text = out?;
    Some(Redacted { text: if done { text } else { blank(&text) }, masked: true, kinds })
}

/// A text on its way out, to a person or a file: without what steers a terminal, and without card data.
pub fn safe(text: &str) -> String {
    redact(&clean::block(text, usize::MAX)).text
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

/// The text without the number at its end, for a text that is cut there: as much of it as may belong
/// to a card's.
pub fn without_last_number(text: &str) -> &str {
    use alphabet::Class::{Digit, Nothing, Separator};
    let mut digits = 0;
    text.trim_end_matches(|c| match alphabet::class(c) {
        Digit(_) => {
            digits += 1;
            digits <= scheme::LONGEST
        }
        Nothing | Separator => true,
        _ => false,
    })
}

/// The text without any digit.
fn blank(text: &str) -> String {
    text.chars().map(|c| if alphabet::is_digit(c) { '*' } else { c }).collect()
}

#[cfg(test)]
mod tests;
