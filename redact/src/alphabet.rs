//! What each character means to the redactor.

use super::digits::rare_digit;
use crate::clean;
use std::borrow::Cow;
use unicode_width::UnicodeWidthChar;

/// What a character means to the redactor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// A digit of any script, by its value.
    Digit(u8),
    /// Nothing that could be seen: as if it were not there.
    Nothing,
    /// What may stand inside one number: blanks, line breaks, dashes, dots, strokes.
    Separator,
    /// Other punctuation.
    Mark,
    /// A letter, as a small one of ASCII.
    Letter(u8),
    /// A character with which a Chinese label ends.
    Anchor,
    /// Anything else.
    Other,
}

/// Which digits belong together: where another alphabet begins, another number does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Alphabet {
    Ascii,
    FullWidth,
    Chinese,
    Other,
}

/// What a character means.
pub(super) fn class(c: char) -> Class {
    match c {
        '\0'..='\u{7F}' => ASCII[c as usize],
        '\u{4E00}'..='\u{9FFF}' if !is_special(c as usize) => Class::Other,
        '\u{4E00}'..='\u{9FFF}' => ideograph(c),
        '\u{FF01}'..='\u{FF5E}' => ASCII[c as usize - 0xFEE0],
        _ => rare(c),
    }
}

/// What the character at a place of a text means, and how many bytes it has.
#[inline]
pub(super) fn class_at(text: &str, at: usize) -> (Class, usize) {
    let byte = text.as_bytes()[at];
    if byte.is_ascii() {
        return (ASCII[usize::from(byte)], 1);
    }
    let c = text[at..].chars().next();
    c.map_or((Class::Nothing, 1), |c| (class(c), c.len_utf8()))
}

/// Where the ideographs end that begin at a place of a text and are no more than text: most of most texts
/// in Chinese, and none of them need be decoded.
pub(super) fn plain_end(text: &str, mut at: usize) -> usize {
    while let Some([first @ 0xE4..=0xE9, second, third]) = text.as_bytes()[at..].first_chunk()
        && is_plain([*first, *second, *third])
    {
        at += 3;
    }
    at
}

/// Whether these bytes of UTF-8 are an ideograph that is no more than text.
fn is_plain(bytes: [u8; 3]) -> bool {
    let [first, second, third] = bytes.map(usize::from);
    let c = (first & 0xF) << 12 | (second & 0x3F) << 6 | third & 0x3F;
    (0x4E00..0xA000).contains(&c) && !is_special(c)
}

/// The alphabet of a digit.
pub(super) fn alphabet(digit: char) -> Alphabet {
    match digit {
        '0'..='9' => Alphabet::Ascii,
        '０'..='９' => Alphabet::FullWidth,
        '\u{3000}'..='\u{9FFF}' => Alphabet::Chinese,
        _ => Alphabet::Other,
    }
}

/// The text for comparing: half-width, small letters, without what can't be seen.
pub(super) fn folded(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        // Most texts between numbers are so already.
        let large = text.bytes().any(|byte| byte.is_ascii_uppercase());
        return if large { Cow::Owned(text.to_ascii_lowercase()) } else { Cow::Borrowed(text) };
    }
    let mut folded = String::with_capacity(text.len());
    folded.extend(folds(text.chars()));
    Cow::Owned(folded)
}

/// The characters of [`folded`].
pub(super) fn folds<'t>(
    text: impl Iterator<Item = char> + Clone + 't,
) -> impl Iterator<Item = char> + Clone + 't {
    text.filter(|c| class(*c) != Class::Nothing).map(fold)
}

/// Whether the first `most` characters of a text begin with one of these words when they are folded,
/// whatever blanks stand before.
pub(super) fn leads_with(text: &str, most: usize, words: &[&str]) -> bool {
    begins_with(&folds(text.chars().take(most)).skip_while(|c| c.is_whitespace()), words)
}

/// Whether characters begin with one of these words, none of which is empty.
pub(super) fn begins_with(text: &(impl Iterator<Item = char> + Clone), words: &[&str]) -> bool {
    let mut rest = text.clone();
    let Some(first) = rest.next() else { return false };
    // The first byte tells most words apart.
    let mut bytes = [0; 4];
    first.encode_utf8(&mut bytes);
    words.iter().any(|word| {
        word.as_bytes()[0] == bytes[0] && {
            let (mut word, mut rest) = (word.chars(), rest.clone());
            word.next() == Some(first) && word.all(|c| rest.next() == Some(c))
        }
    })
}

/// One character for comparing.
pub(super) fn fold(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from((c as u32 - 0xFEE0) as u8).to_ascii_lowercase(),
        '\u{3000}' => ' ',
        '。' => '.',
        '￥' => '¥',
        _ => c.to_ascii_lowercase(),
    }
}

/// The characters of ASCII.
pub(super) static ASCII: [Class; 128] = {
    let mut table = [Class::Mark; 128];
    let mut at = 0;
    while at < 128 {
        let byte = at as u8;
        table[at] = match byte {
            b'0'..=b'9' => Class::Digit(byte - b'0'),
            b'A'..=b'Z' | b'a'..=b'z' => Class::Letter(byte | 0x20),
            b'\t'..=b'\r' | b' ' | b'-' | b'.' | b'/' | b'\\' | b'_' => Class::Separator,
            0..=0x1F | 0x7F => Class::Nothing,
            _ => Class::Mark,
        };
        at += 1;
    }
    table
};

/// The ideographs that are more than text: the numerals of Chinese, as they are written, as they stand
/// in bills, and as they are told over the telephone; and the characters with which labels end.
const IDEOGRAPHS: [(char, Class); 37] = [
    ('一', Class::Digit(1)),
    ('七', Class::Digit(7)),
    ('三', Class::Digit(3)),
    ('九', Class::Digit(9)),
    ('二', Class::Digit(2)),
    ('五', Class::Digit(5)),
    ('亖', Class::Digit(4)),
    ('令', Class::Anchor),
    ('伍', Class::Digit(5)),
    ('位', Class::Anchor),
    ('八', Class::Digit(8)),
    ('六', Class::Digit(6)),
    ('叁', Class::Digit(3)),
    ('参', Class::Digit(3)),
    ('參', Class::Digit(3)),
    ('叄', Class::Digit(3)),
    ('四', Class::Digit(4)),
    ('壱', Class::Digit(1)),
    ('壹', Class::Digit(1)),
    ('幺', Class::Digit(1)),
    ('弌', Class::Digit(1)),
    ('弍', Class::Digit(2)),
    ('弎', Class::Digit(3)),
    ('弐', Class::Digit(2)),
    ('捌', Class::Digit(8)),
    ('期', Class::Anchor),
    ('柒', Class::Digit(7)),
    ('玖', Class::Digit(9)),
    ('码', Class::Anchor),
    ('碼', Class::Anchor),
    ('肆', Class::Digit(4)),
    ('貮', Class::Digit(2)),
    ('貳', Class::Digit(2)),
    ('贰', Class::Digit(2)),
    ('陆', Class::Digit(6)),
    ('陸', Class::Digit(6)),
    ('零', Class::Digit(0)),
];

/// Which ideographs those are, a bit each from U+4E00 on: of most characters nothing more is asked.
static SPECIAL: [u64; 0x5200 / 64] = {
    let mut bits = [0; 0x5200 / 64];
    let mut at = 0;
    while at < IDEOGRAPHS.len() {
        let bit = IDEOGRAPHS[at].0 as usize - 0x4E00;
        bits[bit / 64] |= 1 << (bit % 64);
        at += 1;
    }
    bits
};

/// Whether an ideograph is one of those, by its number in Unicode: from U+4E00 to U+9FFF.
fn is_special(c: usize) -> bool {
    debug_assert!((0x4E00..0xA000).contains(&c));
    let bit = c - 0x4E00;
    SPECIAL[bit / 64] >> (bit % 64) & 1 == 1
}

fn ideograph(c: char) -> Class {
    let at = IDEOGRAPHS.binary_search_by_key(&c, |(own, _)| *own);
    at.map_or(Class::Other, |at| IDEOGRAPHS[at].1)
}

/// Whether a character is a digit.
pub(super) fn is_digit(c: char) -> bool {
    match c {
        '\0'..='\u{7F}' => c.is_ascii_digit(),
        '\u{4E00}'..='\u{9FFF}' | '\u{FF01}'..='\u{FF5E}' => matches!(class(c), Class::Digit(_)),
        _ => rare_digit(c).is_some(),
    }
}

/// What a character means that is neither of ASCII, a full-width form nor an ideograph.
fn rare(c: char) -> Class {
    if let Some(value) = rare_digit(c) {
        return Class::Digit(value);
    }
    match c {
        // The full stop of Chinese is the dot of its input methods.
        '。'
        | '\u{B7}'
        | '\u{2010}'..='\u{2015}'
        | '\u{2022}'
        | '\u{2024}'
        | '\u{2027}'
        | '\u{2043}'
        | '\u{2044}'
        | '\u{2212}'
        | '\u{2215}'
        | '\u{22C5}'
        | '\u{2500}'
        | '\u{30FB}'
        | '\u{30FC}'
        | '\u{FE58}'
        | '\u{FE63}'
        | '\u{FF65}' => Class::Separator,
        _ if c.is_whitespace() => Class::Separator,
        _ if clean::is_unwanted(c) || clean::is_private(c) || c == clean::REPLACEMENT => {
            Class::Nothing
        }
        '\u{A1}'..='\u{BF}'
        | '\u{2000}'..='\u{206F}'
        | '\u{3001}'..='\u{3020}'
        | '\u{FE10}'..='\u{FE6F}' => Class::Mark,
        _ if c.width().is_none_or(|width| width == 0) => Class::Nothing,
        _ => Class::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::{super::digits::RUNS, *};
    use regex_syntax::hir::{Class as Kind, HirKind};

    #[test]
    fn knows_every_decimal_digit_of_unicode() {
        let parsed = regex_syntax::parse(r"\p{Nd}").expect("a class of Unicode");
        let HirKind::Class(Kind::Unicode(decimals)) = parsed.kind() else { panic!("a class") };
        let all = decimals.iter().flat_map(|range| range.start()..=range.end());
        let mut count = 0;
        for (at, c) in all.enumerate() {
            assert_eq!(class(c), Class::Digit((at % 10) as u8), "U+{:X}", c as u32);
            count += 1;
        }
        assert!(count >= 760, "only {count} digits");
        assert!(
            RUNS.windows(2).all(|two| two[0].0 as u32 + u32::from(two[0].1) <= two[1].0 as u32)
        );
    }

    #[test]
    fn the_short_ways_to_a_class_lead_where_the_long_one_does() {
        for c in '\0'..=char::MAX {
            let (class, text) = (class(c), c.to_string());
            assert_eq!(class_at(&text, 0), (class, c.len_utf8()), "U+{:X}", c as u32);
            let plain = matches!(c, '\u{4E00}'..='\u{9FFF}') && class == Class::Other;
            assert_eq!(plain_end(&text, 0), if plain { 3 } else { 0 }, "U+{:X}", c as u32);
            assert_eq!(is_digit(c), matches!(class, Class::Digit(_)), "U+{:X}", c as u32);
        }
    }

    #[test]
    fn knows_digits_in_circles_and_in_words() {
        let values = |text: &str| -> Vec<Class> { text.chars().map(class).collect() };
        for text in
            ["①②③", "¹²³", "⑴⑵⑶", "⒈⒉⒊", "一二三", "壹贰叁", "幺贰參", "〡〢〣", "㈠㈡㈢", "１２３"]
        {
            assert_eq!(values(text), [Class::Digit(1), Class::Digit(2), Class::Digit(3)], "{text}");
        }
        assert_eq!(values("⓪〇零"), [Class::Digit(0); 3]);
        assert_eq!(values("½Ⅷ元é"), [Class::Mark, Class::Other, Class::Other, Class::Other]);
    }

    #[test]
    fn tells_what_can_stand_inside_a_number() {
        assert!(" -./\\_\n\t\u{3000}\u{a0}—·。－／".chars().all(|c| class(c) == Class::Separator));
        assert!(
            "\u{200b}\u{feff}\u{20e3}\u{ad}\u{1b}\u{fffd}\u{e000}"
                .chars()
                .all(|c| class(c) == Class::Nothing)
        );
        assert!(",:*=，、：（".chars().all(|c| class(c) == Class::Mark));
        assert!("码碼令期位".chars().all(|c| class(c) == Class::Anchor));
        assert_eq!(folded("ＣＶ\u{200b}Ｖ：１２。"), "cvv:12.");
    }
}
