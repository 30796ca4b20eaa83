//! A first look at a text, which keeps nothing: most texts can have no card data, and are let through.

use super::{
    alphabet::{Class, class_at, is_digit, plain_end},
    label::{self, FEWEST_DIGITS, Letters},
    scheme::SHORTEST,
};

/// Whether a text may have card data: enough digits for a card number, or a label and enough digits for
/// the shortest secret.
pub(super) fn may_hold_card_data(text: &str) -> bool {
    has_digits(text) && has_label_or_number(text)
}

/// Whether a text has as many digits, of any alphabet, as the shortest secret: most texts of a guide have
/// none.
fn has_digits(text: &str) -> bool {
    let (mut found, mut at) = (0, 0);
    while let Some(&byte) = text.as_bytes().get(at) {
        let digit = if byte.is_ascii() {
            at += 1;
            byte.is_ascii_digit()
        } else {
            at = plain_end(text, at);
            let c = text[at..].chars().next().filter(|c| !c.is_ascii());
            at += c.map_or(0, char::len_utf8);
            c.is_some_and(is_digit)
        };
        found += usize::from(digit);
        if found >= FEWEST_DIGITS {
            return true;
        }
    }
    false
}

/// Whether a text has a label, or as many digits before the first one as the shortest card number.
fn has_label_or_number(text: &str) -> bool {
    let (mut digits, mut at) = (0, 0);
    let mut letters = Letters::default();
    while let Some(&byte) = text.as_bytes().get(at) {
        if !byte.is_ascii() {
            at = plain_end(text, at);
            if at == text.len() {
                break;
            }
        }
        let (class, size) = class_at(text, at);
        at += size;
        let may_end = match class {
            Class::Digit(_) => {
                digits += 1;
                if digits >= SHORTEST {
                    return true;
                }
                false
            }
            // A word ends with its last letter.
            Class::Letter(letter) => {
                letters.push(letter)
                    && !text.as_bytes().get(at).is_some_and(u8::is_ascii_alphabetic)
            }
            Class::Anchor => true,
            _ => false,
        };
        if may_end && label::ending(text, at).is_some() {
            return true;
        }
    }
    false
}
