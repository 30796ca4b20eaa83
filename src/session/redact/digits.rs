//! Text made comparable, and the groups of digits in it.

use crate::{clean, guide::half_width};
use unicode_width::UnicodeWidthChar;

/// A text in two forms of the same length, character by character.
pub(super) struct Plain {
    /// As it was.
    pub(super) original: Vec<char>,
    /// Digits of every script as ASCII digits, half-width forms, ASCII letters in lower case.
    pub(super) plain: Vec<char>,
}

impl Plain {
    pub(super) fn new(text: &str) -> Self {
        let original: Vec<char> = text.chars().collect();
        let plain = original
            .iter()
            .map(|&c| match digit(c) {
                Some(digit) => char::from(b'0' + digit),
                None => half_width(c).to_ascii_lowercase(),
            })
            .collect();
        Self { original, plain }
    }
}

/// Digits that stand together.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    /// First character.
    pub(super) start: usize,
    /// The character after the last one.
    pub(super) end: usize,
    /// Whether it is what is left of a masked card number.
    pub(super) masked: bool,
}

impl Group {
    pub(super) fn len(&self) -> usize {
        self.end - self.start
    }
}

/// All groups of digits in a text, in order.
pub(super) struct Groups(pub(super) Vec<Group>);

/// Blanks, dashes and the like between two groups of one number.
const SEPARATORS: usize = 4;

impl Groups {
    pub(super) fn new(text: &Plain) -> Self {
        let plain = &text.plain;
        let mut groups = Vec::new();
        let mut at = 0;
        while at < plain.len() {
            let start = at;
            while plain.get(at).is_some_and(char::is_ascii_digit) {
                at += 1;
            }
            if at > start {
                groups.push(Group { start, end: at, masked: false });
            } else {
                at += 1;
            }
        }
        for right in 1..groups.len() {
            let (before, after) = (groups[right - 1], groups[right]);
            let between = &plain[before.end..after.start];
            let is_mask = between.len() == 6 && between.iter().all(|c| *c == '*');
            if is_mask && before.len() == 6 && after.len() == 4 {
                groups[right - 1].masked = true;
                groups[right].masked = true;
            }
        }
        Self(groups)
    }

    /// The groups from `from` on that may be one number with it: only separators between them, and
    /// at most `most` digits in all.
    pub(super) fn joined<'a>(
        &'a self,
        text: &'a Plain,
        from: usize,
        most: usize,
    ) -> impl Iterator<Item = &'a Group> {
        let mut total = 0;
        let mut end = self.0[from].start;
        self.0[from..].iter().take_while(move |group| {
            let between = &text.plain[end..group.start];
            let together = between.len() <= SEPARATORS && between.iter().all(|c| separates(*c));
            end = group.end;
            total += group.len();
            together && !group.masked && total <= most
        })
    }
}

/// Whether a character may stand inside a number: blanks, line breaks, dashes, dots, and what can't
/// be seen at all.
pub(super) fn separates(c: char) -> bool {
    c.is_whitespace()
        || clean::is_unwanted(c)
        || c.width().is_none_or(|width| width == 0)
        || matches!(
            c,
            '-' | '\u{2010}'
                ..='\u{2015}'
                    | '\u{2212}'
                    | '\u{FE58}'
                    | '\u{FE63}'
                    | '.'
                    | '\u{B7}'
                    | '\u{2022}'
                    | '\u{2024}'
                    | '\u{2027}'
                    | '\u{22C5}'
                    | '\u{30FB}'
                    | '\u{FF65}'
                    | '_'
                    | '/'
        )
}

/// The zeros of all decimal digits outside ASCII; each script's nine others follow its zero.
const ZEROS: [char; 66] = [
    '\u{660}',
    '\u{6F0}',
    '\u{7C0}',
    '\u{966}',
    '\u{9E6}',
    '\u{A66}',
    '\u{AE6}',
    '\u{B66}',
    '\u{BE6}',
    '\u{C66}',
    '\u{CE6}',
    '\u{D66}',
    '\u{DE6}',
    '\u{E50}',
    '\u{ED0}',
    '\u{F20}',
    '\u{1040}',
    '\u{1090}',
    '\u{17E0}',
    '\u{1810}',
    '\u{1946}',
    '\u{19D0}',
    '\u{1A80}',
    '\u{1A90}',
    '\u{1B50}',
    '\u{1BB0}',
    '\u{1C40}',
    '\u{1C50}',
    '\u{A620}',
    '\u{A8D0}',
    '\u{A900}',
    '\u{A9D0}',
    '\u{A9F0}',
    '\u{AA50}',
    '\u{ABF0}',
    '\u{FF10}',
    '\u{104A0}',
    '\u{10D30}',
    '\u{11066}',
    '\u{110F0}',
    '\u{11136}',
    '\u{111D0}',
    '\u{112F0}',
    '\u{11450}',
    '\u{114D0}',
    '\u{11650}',
    '\u{116C0}',
    '\u{11730}',
    '\u{118E0}',
    '\u{11950}',
    '\u{11C50}',
    '\u{11D50}',
    '\u{11DA0}',
    '\u{11F50}',
    '\u{16A60}',
    '\u{16AC0}',
    '\u{16B50}',
    '\u{1D7CE}',
    '\u{1D7D8}',
    '\u{1D7E2}',
    '\u{1D7EC}',
    '\u{1D7F6}',
    '\u{1E140}',
    '\u{1E2F0}',
    '\u{1E950}',
    '\u{1FBF0}',
];

/// The value of a decimal digit of any script, of a circled one (①) or a raised one (²).
fn digit(c: char) -> Option<u8> {
    if c.is_ascii() {
        return c.to_digit(10).map(|digit| digit as u8);
    }
    let offset = |zero: char| u32::from(c).checked_sub(u32::from(zero));
    let at = ZEROS.partition_point(|zero| *zero <= c).checked_sub(1);
    let decimal = at.and_then(|at| offset(ZEROS[at])).filter(|digit| *digit <= 9);
    let other = match c {
        '⓪' => Some(0),
        '①'..='⑨' => offset('①').map(|digit| digit + 1),
        '²' | '³' => offset('°'),
        '¹' => Some(1),
        '⁰' | '⁴'..='⁹' => offset('⁰'),
        '₀'..='₉' => offset('₀'),
        _ => None,
    };
    decimal.or(other).map(|digit| digit as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_digits_of_other_scripts() {
        for (digits, values) in [("٠١٩", "019"), ("０９", "09"), ("०९", "09"), ("𝟎𝟡𝟿", "099")]
        {
            assert_eq!(Plain::new(digits).plain.iter().collect::<String>(), values);
        }
        assert_eq!(Plain::new("①⑨⓪²³¹⁰⁹₅").plain.iter().collect::<String>(), "190231095");
        assert!(ZEROS.is_sorted());
    }

    #[test]
    fn other_characters_stay_other() {
        assert_eq!(Plain::new("九½Ⅷ元ＣＶＶ").plain.iter().collect::<String>(), "九½Ⅷ元cvv");
    }
}
