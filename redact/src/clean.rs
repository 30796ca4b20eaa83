//! Text from outside (keyboard, paste, arguments, files), cleaned once as it enters.
//!
//! What comes out can be written to a terminal, a file or an export: it holds nothing that steers
//! a terminal, turns the direction of text, or can't be seen.

use std::{iter::Peekable, str::Chars};
use unicode_width::UnicodeWidthChar;

/// How many characters of a note are kept.
pub const NOTE_LIMIT: usize = 4_000;

/// How many characters of an input line are kept: a note and its command.
pub const LINE_LIMIT: usize = NOTE_LIMIT + 100;

/// Accents of any living script need fewer marks; a flood of them covers the lines around.
pub const MARKS_PER_BASE: u32 = 4;

/// Stands for characters that have no meaning outside of one program or font.
pub const REPLACEMENT: char = '\u{FFFD}';

/// The text as one clean line of at most `limit` characters: line breaks and tabs become blanks.
pub fn line(text: &str, limit: usize) -> String {
    let mut out = Cleaner::default();
    out.take_all(text, |out, _| out.push(' '));
    cut(out.text.trim(), limit)
}

/// The text with its lines, cleaned, of at most `limit` characters. Every kind of line break becomes
/// `\n`, and a tab becomes four blanks.
pub fn block(text: &str, limit: usize) -> String {
    let mut out = Cleaner::default();
    out.take_all(text, |out, c| if c == '\t' { out.push_str("    ") } else { out.push('\n') });
    cut(out.text.trim_end().trim_start_matches('\n'), limit)
}

/// A text that no spreadsheet takes for a formula, whatever it begins with: one that does so as a
/// formula, in any width, stands behind an apostrophe.
pub fn cell(text: &str) -> String {
    let formula = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    if text.starts_with(formula) { format!("'{text}") } else { text.to_owned() }
}

/// Whether cleaning takes this character away.
pub fn is_unwanted(c: char) -> bool {
    c.is_control() || is_invisible(c)
}

/// What a character that is typed between two texts puts there: nothing where cleaning would take it away,
/// and [`REPLACEMENT`] for what has no meaning outside of one program or font.
pub fn typed(c: char, before: &str, after: &str) -> Option<char> {
    let c = cleaned(c)?;
    let marks = || {
        let before = before.chars().rev().take_while(|c| is_mark(*c));
        before.chain(after.chars().take_while(|c| is_mark(*c))).count()
    };
    let too_many = is_mark(c) && marks() >= MARKS_PER_BASE as usize;
    (!too_many).then_some(c)
}

/// What cleaning makes of a character by itself.
fn cleaned(c: char) -> Option<char> {
    let c = if is_private(c) { REPLACEMENT } else { c };
    (!is_unwanted(c)).then_some(c)
}

/// Whether a character stands on the one before it.
fn is_mark(c: char) -> bool {
    c.width() == Some(0)
}

/// The first `limit` characters; where some are missing, the last one kept is an ellipsis.
fn cut(text: &str, limit: usize) -> String {
    if text.chars().nth(limit).is_none() {
        return text.to_owned();
    }
    let kept: String = text.chars().take(limit.saturating_sub(1)).collect();
    let mut kept = kept.trim_end().to_owned();
    kept.extend((limit > 0).then_some('…'));
    kept
}

#[derive(Default)]
struct Cleaner {
    text: String,
    marks: u32,
}

impl Cleaner {
    /// Takes a whole text in; `space` writes what stands for a line break or tab.
    fn take_all(&mut self, text: &str, space: impl Fn(&mut String, char)) {
        let mut rest = text.chars().peekable();
        while let Some(c) = rest.next() {
            if skip_sequence(c, &mut rest) {
                continue;
            }
            match c {
                '\r' if rest.peek() == Some(&'\n') => {}
                '\t' | '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                    self.marks = 0;
                    space(&mut self.text, c);
                }
                _ => cleaned(c).into_iter().for_each(|c| self.take(c)),
            }
        }
    }

    /// Takes one visible character in, unless it is one mark too many.
    fn take(&mut self, c: char) {
        self.marks = if is_mark(c) { self.marks + 1 } else { 0 };
        if self.marks <= MARKS_PER_BASE {
            self.text.push(c);
        }
    }
}

/// Skips the rest of an escape sequence that `c` begins; says whether it begins one.
fn skip_sequence(c: char, rest: &mut Peekable<Chars<'_>>) -> bool {
    let kind = match c {
        '\u{1B}' => match rest.peek().copied() {
            Some(kind @ ('[' | ']' | 'P' | 'X' | '^' | '_')) => {
                rest.next();
                kind
            }
            _ => '\u{1B}',
        },
        '\u{9B}' => '[',
        '\u{90}' | '\u{98}' | '\u{9D}' | '\u{9E}' | '\u{9F}' => ']',
        _ => return false,
    };
    match kind {
        '[' => {
            while rest.next_if(|c| matches!(c, ' '..='?')).is_some() {}
            rest.next_if(|c| matches!(c, '@'..='~'));
        }
        '\u{1B}' => {
            while rest.next_if(|c| matches!(c, ' '..='/')).is_some() {}
            rest.next_if(|c| matches!(c, '0'..='~'));
        }
        _ => skip_string(rest),
    }
    true
}

/// Skips a string that a terminal would take for itself (a title, a link) with its end mark.
///
/// One without an end mark ends with its line: a stray escape must not swallow a whole note.
fn skip_string(rest: &mut Peekable<Chars<'_>>) {
    while let Some(c) = rest.next_if(|c| !matches!(c, '\n' | '\r')) {
        match c {
            '\u{7}' | '\u{9C}' => return,
            '\u{1B}' => {
                rest.next_if_eq(&'\\');
                return;
            }
            _ => {}
        }
    }
}

/// Whether a character shapes or orders the text around it, or fills room, without being seen.
///
/// Joiners are among them: neither Chinese nor English needs them, and an emoji taken apart can
/// still be read.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{70F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        // Mongolian selectors and vowel separator.
        | '\u{180B}'..='\u{180F}'
        // Zero-width characters, joiners, marks of direction; separators of lines.
        | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
        // Word joiner, invisible operators, isolates, deprecated controls.
        | '\u{2060}'..='\u{206F}'
        | '\u{3164}' | '\u{FFA0}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFF0}'..='\u{FFFB}'
        // Controls of hieroglyphs, shorthand and music.
        | '\u{13430}'..='\u{13440}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
        // Tags and further selectors.
        | '\u{E0000}'..='\u{E0FFF}')
}

/// Whether a character means nothing outside of one program: private use and noncharacters.
pub fn is_private(c: char) -> bool {
    let last_of_plane = u32::from(c) & 0xFFFE == 0xFFFE;
    last_of_plane
        || matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{FDD0}'..='\u{FDEF}' | '\u{F0000}'..='\u{10FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn takes_away_what_steers_a_terminal() {
        for (dirty, clean) in [
            ("a\u{1b}[31;1mred\u{1b}[0m b", "ared b"),
            ("\u{1b}]0;title\u{7}x\u{1b}]8;;http://a\u{1b}\\link", "xlink"),
            ("\u{9b}2Jx\u{9d}t\u{9c}y", "xy"),
            ("\u{1b}P1$r\u{1b}\\z\u{1b}(Bq\u{1b}c", "zq"),
            ("\u{1b}", ""),
            ("a\u{1b}]no end\nb", "a\nb"),
            ("pay\u{202e}lla\u{2066}x\u{2069}", "payllax"),
            ("a\u{200b}b\u{200d}c\u{ad}d\u{feff}e\u{e0041}", "abcde"),
            ("\u{e000}\u{fffe}\u{fdd0}\u{10ffff}", "\u{fffd}\u{fffd}\u{fffd}\u{fffd}"),
            ("a\r\nb\rc\td\u{2028}e\u{85}f", "a\nb\nc    d\ne\nf"),
            ("\n\n  x \n\n", "  x"),
            ("停机\u{7}，请“充值”", "停机，请“充值”"),
        ] {
            assert_eq!(block(dirty, NOTE_LIMIT), clean, "{dirty:?}");
        }
    }

    #[test]
    fn a_line_is_one_line() {
        assert_eq!(line(" a\r\nb\tc\n", 99), "a b c");
        assert_eq!(line("n 客人说\u{3000}\u{1b}[A", 99), "n 客人说");
    }

    #[test]
    fn marks_do_not_flood() {
        let flood = format!("e{}x", "\u{301}".repeat(50));
        assert_eq!(line(&flood, 99), format!("e{}x", "\u{301}".repeat(4)));
    }

    #[test]
    fn what_is_typed_is_as_clean_as_what_is_pasted() {
        assert_eq!(typed('客', "a", "b"), Some('客'));
        assert_eq!(typed('\u{feff}', "", ""), None);
        assert_eq!(typed('\u{1b}', "", ""), None);
        assert_eq!(typed('\u{e000}', "", ""), Some(REPLACEMENT));
        assert_eq!(typed('\u{301}', "e\u{301}", "\u{301}\u{301}x\u{301}"), Some('\u{301}'));
        assert_eq!(typed('\u{301}', "e\u{301}\u{301}", "\u{301}\u{301}x"), None);
    }

    #[test]
    fn says_when_it_was_cut() {
        assert_eq!(line("12345", 5), "12345");
        assert_eq!(line("123456", 5), "1234…");
        assert_eq!(line("123 56", 5), "123…");
        assert_eq!(line("x", 0), "");
    }

    /// Text with plenty of what must not stay.
    fn dirty() -> impl Strategy<Value = String> {
        let odd = prop::sample::select(
            "\u{1b}\u{1b}[]P^_\\;01mH\u{7}\u{9b}\u{9c}\u{9d}\r\n\t\u{85}\u{202e}\u{200d}\u{301}\u{301}\u{e000}\u{ffff} 码a"
                .chars()
                .collect::<Vec<_>>(),
        );
        let character = prop_oneof![4 => odd, 1 => any::<char>()];
        prop::collection::vec(character, 0..60).prop_map(|chars| chars.into_iter().collect())
    }

    proptest! {
        #[test]
        fn clean_text_is_clean(text in dirty(), limit in 0_usize..80) {
            for (clean, lines) in [(line(&text, limit), false), (block(&text, limit), true)] {
                prop_assert!(clean.chars().count() <= limit);
                let mut marks = 0;
                for c in clean.chars() {
                    prop_assert!((lines && c == '\n') || !is_unwanted(c), "{:?}", c);
                    prop_assert!(!is_private(c), "{:?}", c);
                    marks = if c.width() == Some(0) { marks + 1 } else { 0 };
                    prop_assert!(marks <= 4);
                }
            }
        }

        #[test]
        fn cleaning_twice_is_cleaning_once(text in dirty(), limit in 0_usize..80) {
            let once = line(&text, limit);
            prop_assert_eq!(line(&once, limit), once);
            let once = block(&text, limit);
            prop_assert_eq!(block(&once, limit), once);
        }
    }
}
