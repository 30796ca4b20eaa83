//! Characters that must not reach a terminal or an export.

use crate::clean::{MARKS_PER_BASE, is_unwanted};
use std::{borrow::Cow, fmt::Write};
use unicode_width::UnicodeWidthChar;

/// Why a character is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// It steers the terminal or the direction of text.
    Control,
    /// It takes no room, so that a reader can't see it.
    Invisible,
}

/// Why `c` is refused in a text, if it is: because cleaning would take it away from what people
/// type, too.
///
/// The joiners U+200C and U+200D are refused here and allowed by [`first_refused`] where a script
/// needs them.
pub(crate) fn refused(c: char) -> Option<Refused> {
    let steers = c.is_control()
        // Marks, embeddings, overrides and isolates of direction; separators of lines;
        // annotations.
        || matches!(c,
            '\u{61C}'
            | '\u{200E}'..='\u{200F}'
            | '\u{2028}'..='\u{202E}'
            | '\u{2066}'..='\u{206F}'
            | '\u{FFF9}'..='\u{FFFB}');
    match c {
        _ if steers => Some(Refused::Control),
        _ if is_unwanted(c) => Some(Refused::Invisible),
        _ => None,
    }
}

/// Whether a text has at least one character and certainly none that is refused, told from its
/// bytes: almost every text is like that, and a guide has tens of thousands of them.
pub(crate) fn ordinary(text: &str) -> bool {
    let mut bytes = text.bytes();
    let mut visible = false;
    while let Some(byte) = bytes.next() {
        match byte {
            b'!'..=b'~' => visible = true,
            b' ' => {}
            // U+2000 to U+207F but for the quotation marks and dashes of U+2010 to U+2027, and
            // U+FEC0 to U+FFFF but for the full-width forms: any of these may be refused. Of marks
            // (U+20D0, U+2CEF and U+2DE0 on, U+302A, U+3099) too many would be.
            0xE2 => match (bytes.next(), bytes.next()) {
                (Some(0x83 | 0xB3 | 0xB7), _) => return false,
                (Some(0x80), Some(0x90..=0xA7)) | (Some(0x82..), _) => visible = true,
                _ => return false,
            },
            0xEF => match (bytes.next(), bytes.next()) {
                (Some(0xBC | 0xBD), _) => visible = true,
                _ => return false,
            },
            // The rest of the plane that begins with U+3000: Chinese, Japanese, Korean.
            0xE3..=0xED => match (bytes.next(), bytes.next()) {
                // The wide space shows nothing.
                (Some(0x80), Some(0x80)) if byte == 0xE3 => {}
                (Some(0x80), Some(0xAA..=0xAF)) | (Some(0x82), Some(0x99 | 0x9A))
                    if byte == 0xE3 =>
                {
                    return false;
                }
                // Scripts with marks of their own stand before the Korean syllables, old letters
                // behind them.
                (Some(..0xB0), _) if byte == 0xEA => return false,
                (Some(0x9E..), _) if byte == 0xED => return false,
                // Among the Korean letters of U+3140 to U+317F one shows nothing.
                (Some(0x85), _) if byte == 0xE3 => return false,
                _ => visible = true,
            },
            _ => return false,
        }
    }
    visible
}

/// The first character of `text` that is refused for this reason; a mark too many on one letter steers
/// the terminal as well: it covers the lines around.
pub(crate) fn first_refused(text: &str, why: Refused) -> Option<char> {
    let mut before = ' ';
    let mut marks = Marks::default();
    for c in text.chars() {
        if marks.is_too_many(c) && why == Refused::Control {
            return Some(c);
        }
        let joins = is_joiner(c) && joining_script(before);
        if !joins && refused(c) == Some(why) {
            return Some(c);
        }
        before = c;
    }
    None
}

/// The text without what nobody can see in it. A joiner stays where the script needs it.
pub(crate) fn without_hidden(text: &str) -> Cow<'_, str> {
    if ordinary(text) || first_refused(text, Refused::Invisible).is_none() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.chars() {
        let joins = is_joiner(c) && joining_script(before);
        if joins || refused(c) != Some(Refused::Invisible) {
            out.push(c);
            before = c;
        }
    }
    Cow::Owned(out)
}

/// Counts the marks on each letter of a text.
#[derive(Debug, Default)]
pub(crate) struct Marks(u32);

impl Marks {
    /// Takes the next character; says whether it is a mark too many.
    pub(crate) fn is_too_many(&mut self, c: char) -> bool {
        let mark = c.width() == Some(0) && refused(c).is_none();
        self.0 = if mark { self.0 + 1 } else { 0 };
        self.0 > MARKS_PER_BASE
    }
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}')
}

/// Whether a letter belongs to a script that spells words with joiners: Arabic and its neighbours,
/// the scripts of India and South-East Asia.
fn joining_script(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{1CFF}')
}

/// The text with every refused character written out, for example `<U+001B>`, and without marks that
/// are too many.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    let mut marks = Marks::default();
    if !text.chars().any(|c| refused(c).is_some() || marks.is_too_many(c)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    let mut marks = Marks::default();
    for c in text.chars().filter(|c| !marks.is_too_many(*c)) {
        push_visible(&mut out, c);
    }
    Cow::Owned(out)
}

/// Adds `c` to `out`, written out where it is refused.
pub(crate) fn push_visible(out: &mut String, c: char) {
    if refused(c).is_some() {
        // Writing to a string can't fail.
        let _ = write!(out, "<{}>", code_point(c));
    } else {
        out.push(c);
    }
}

/// The name of a character by its number, for example `U+200B`.
pub(crate) fn code_point(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_out_what_would_steer_a_terminal() {
        assert_eq!(visible("a\u{1b}[31mb\tc\u{202e}"), "a<U+001B>[31mb<U+0009>c<U+202E>");
        assert_eq!(visible("平常的文字 plain"), "平常的文字 plain");
        assert_eq!(
            visible(&format!("e{}x", "\u{301}".repeat(99))),
            "e\u{301}\u{301}\u{301}\u{301}x"
        );
    }

    #[test]
    fn nothing_refused_is_ordinary() {
        for c in ('\0'..=char::MAX).filter(|c| refused(*c).is_some()) {
            assert!(!ordinary(&format!("a{c}b")), "{}", code_point(c));
        }
        assert!(ordinary("“全角，标点。” plain — text…"));
        assert!(!ordinary("") && !ordinary(" \u{3000}"));
    }

    #[test]
    fn marks_are_refused_once_there_are_too_many() {
        for mark in ['\u{301}', '\u{20D0}', '\u{3099}', '\u{302A}', '\u{A66F}', '\u{2DE0}'] {
            let text = |count| format!("停{}机", mark.to_string().repeat(count));
            assert_eq!(first_refused(&text(4), Refused::Control), None);
            assert_eq!(first_refused(&text(5), Refused::Control), Some(mark));
            assert!(!ordinary(&text(5)), "{}", code_point(mark));
        }
    }

    #[test]
    fn joiners_stand_where_a_script_needs_them() {
        assert_eq!(first_refused("می\u{200C}شود", Refused::Invisible), None);
        assert_eq!(first_refused("pay\u{200C}ment", Refused::Invisible), Some('\u{200C}'));
    }

    #[test]
    fn what_nobody_can_see_is_left_out() {
        for (text, seen) in [
            ("pay\u{200C}ment\u{E0041}\u{AD}", "payment"),
            ("می\u{200C}شود\u{200B}", "می\u{200C}شود"),
            ("م\u{200B}\u{200C}ن", "م\u{200C}ن"),
            ("👩\u{200D}💻\u{FE0F}", "👩💻"),
            ("\u{2060}", ""),
            ("停机", "停机"),
        ] {
            assert_eq!(without_hidden(text), seen, "{text:?}");
            assert_eq!(without_hidden(seen), seen, "{text:?}");
            assert_eq!(first_refused(seen, Refused::Invisible), None, "{text:?}");
        }
    }
}
