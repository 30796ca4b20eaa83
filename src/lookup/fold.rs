//! The form in which texts are compared: letters, digits and characters, in one width and case.

use std::ops::Range;
use unicode_width::UnicodeWidthChar;

/// A text without all that does not matter for finding it.
#[derive(Debug, Default)]
pub(super) struct Folded {
    /// What is left of the text.
    pub(super) chars: Vec<char>,
    /// For each of `chars`, whether a blank or the like stands before it.
    gaps: Vec<bool>,
}

impl Folded {
    /// Folds the beginning of a text: at most `most` characters are left.
    pub(super) fn new(text: &str, most: usize) -> Self {
        let mut folded = Self::default();
        fold(text, |c, gap| {
            if folded.chars.len() < most {
                folded.chars.push(c);
                folded.gaps.push(gap);
            }
        });
        folded
    }

    /// Whether something that a clerk takes for a word begins here: each Chinese character does.
    pub(super) fn starts_word(&self, at: usize) -> bool {
        starts_word(
            at.checked_sub(1).map(|before| self.chars[before]),
            self.chars[at],
            self.gaps[at],
        )
    }

    /// The words: runs of one script without blanks.
    pub(super) fn words(&self) -> Vec<Range<usize>> {
        let mut words: Vec<Range<usize>> = Vec::new();
        for at in 0..self.chars.len() {
            let script_changes =
                at > 0 && is_blankless(self.chars[at - 1]) != is_blankless(self.chars[at]);
            match words.last_mut() {
                Some(last) if !self.gaps[at] && !script_changes => last.end = at + 1,
                _ => words.push(at..at + 1),
            }
        }
        words
    }
}

/// Whether a word begins with `c`, given the folded character before it and whether there is a gap.
pub(super) fn starts_word(before: Option<char>, c: char, gap: bool) -> bool {
    gap || is_blankless(c) || before.is_none_or(is_blankless)
}

/// Gives each character that matters, folded, and whether it stands after a gap.
pub(crate) fn fold(text: &str, mut take: impl FnMut(char, bool)) {
    let mut gap = true;
    for c in text.chars().map(half_width) {
        if c.is_ascii_alphanumeric() {
            take(c.to_ascii_lowercase(), gap);
            gap = false;
        } else if is_blankless(c) && c.is_alphanumeric() {
            take(c, gap);
            gap = false;
        } else if c.is_alphanumeric() {
            for c in c.to_lowercase().filter(|c| c.is_alphanumeric()) {
                take(unaccented(c), gap);
                gap = false;
            }
        } else if c.width() != Some(0) && !matches!(c, '\'' | '’') {
            // A mark on a letter or an apostrophe does not end the word; everything else does.
            gap = true;
        }
    }
}

/// The half-width form of a full-width letter, digit or sign.
fn half_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// Whether a character belongs to a script that sets no blanks between its words.
pub(super) fn is_blankless(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// A letter without its accent; `v` stands for `ü`, as on a keyboard for pinyin.
fn unaccented(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ǎ' => 'a',
        'è'..='ë' | 'ē' | 'ě' => 'e',
        'ì'..='ï' | 'ī' | 'ǐ' => 'i',
        'ò'..='ö' | 'ō' | 'ǒ' => 'o',
        'ù'..='û' | 'ū' | 'ǔ' => 'u',
        'ü' | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' => 'v',
        'ç' => 'c',
        'ñ' => 'n',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_what_matters() {
        for (text, kept) in [
            ("Ｎｏ　Paper!", "nopaper"),
            ("通讯  失败！", "通讯失败"),
            ("yú’é e\u{301}\u{200b}", "yuee"),
            ("lǜ\u{1b}[0m🙂①", "lv0m①"),
            ("……\u{3000}", ""),
        ] {
            let folded = Folded::new(text, 99);
            assert_eq!(folded.chars.iter().collect::<String>(), kept, "{text:?}");
        }
        assert_eq!(Folded::new("abc", 2).chars, ['a', 'b']);
    }

    #[test]
    fn finds_words() {
        let folded = Folded::new("错误码A0, pos机 e\u{301}t'é", 99);
        let words: Vec<String> =
            folded.words().into_iter().map(|word| folded.chars[word].iter().collect()).collect();
        assert_eq!(words, ["错误码", "a0", "pos", "机", "ete"]);
        let starts = (0..folded.chars.len()).filter(|&at| folded.starts_word(at));
        assert_eq!(starts.collect::<Vec<_>>(), [0, 1, 2, 3, 5, 8, 9]);
    }
}
