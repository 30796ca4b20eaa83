//! Amounts of money as a clerk types them.

use serde::{Deserialize, Serialize};
use std::fmt;

/// An amount of money in hundredths (fen, cents), never negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Amount(u64);

impl Amount {
    /// The largest amount that is taken: one hundred million units less one hundredth.
    ///
    /// ISO 8583 field 4 has twelve digits; no till comes near this.
    pub const MAX: Self = Self(9_999_999_999);

    /// A whole number of units (yuan), or nothing above [`Amount::MAX`].
    pub fn from_units(units: u64) -> Option<Self> {
        let amount = Self(units.checked_mul(100)?);
        (amount <= Self::MAX).then_some(amount)
    }

    /// Reads what a clerk typed: digits with at most two decimals.
    ///
    /// Full-width digits, thousands separators, a currency sign before and 元 or 块 after are
    /// understood. Anything else is nothing: an amount is never guessed.
    ///
    /// ```
    /// use tilldoc::guide::Amount;
    ///
    /// let typed = Amount::parse("１，２００元").map(|amount| amount.to_string());
    /// assert_eq!(typed.as_deref(), Some("1200"));
    /// assert_eq!(Amount::parse("about 5"), None);
    /// ```
    pub fn parse(typed: &str) -> Option<Self> {
        let plain: String = typed.trim().chars().map(half_width).collect();
        let plain = plain.trim_start_matches(['¥', '$', '€', '£']);
        let plain = plain.trim_end_matches(['元', '块']).trim();
        let (whole, decimals) = plain.split_once('.').unwrap_or((plain, ""));
        let whole = without_separators(whole)?;
        let cents = match decimals.as_bytes() {
            [] => 0,
            [tenths] if tenths.is_ascii_digit() => u64::from(tenths - b'0') * 10,
            [tenths, rest] if tenths.is_ascii_digit() && rest.is_ascii_digit() => {
                u64::from(tenths - b'0') * 10 + u64::from(rest - b'0')
            }
            _ => return None,
        };
        let amount = Self(whole.checked_mul(100)?.checked_add(cents)?);
        (amount <= Self::MAX).then_some(amount)
    }
}

impl fmt::Display for Amount {
    /// Units, and hundredths only where there are any: `1000`, `99.50`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 100, self.0 % 100) {
            (units, 0) => write!(f, "{units}"),
            (units, cents) => write!(f, "{units}.{cents:02}"),
        }
    }
}

/// The half-width form of a full-width digit or mark; other characters stay.
///
/// An input method for Chinese types full-width forms (U+FF01 to U+FF5E), which lie at a fixed
/// distance from ASCII.
pub fn half_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{3000}' => ' ',
        '。' => '.',
        '￥' => '¥',
        _ => c,
    }
}

/// The number in `digits`, which may have a comma before each group of three.
fn without_separators(digits: &str) -> Option<u64> {
    let mut groups = digits.split(',');
    let first = groups.next()?;
    let grouped = digits.contains(',');
    let first_fits = !first.is_empty() && (!grouped || first.len() <= 3);
    if !first_fits || !groups.all(|group| group.len() == 3) {
        return None;
    }
    let digits: String = digits.chars().filter(|c| *c != ',').collect();
    digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_a_clerk_types() {
        for (typed, shown) in [
            ("1000", "1000"),
            ("１０００", "1000"),
            ("1,000.5", "1000.50"),
            ("１，０００。５０", "1000.50"),
            (" ￥99.99元 ", "99.99"),
            ("0", "0"),
        ] {
            assert_eq!(
                Amount::parse(typed).map(|a| a.to_string()).as_deref(),
                Some(shown),
                "{typed}"
            );
        }
    }

    #[test]
    fn never_guesses() {
        for typed in [
            "",
            " ",
            "-5",
            "1.234",
            "1,00",
            "12a",
            ".",
            "1..2",
            "99999999999999999999",
            "+5",
            "1 000",
            ".",
        ] {
            assert_eq!(Amount::parse(typed), None, "{typed}");
        }
    }
}
