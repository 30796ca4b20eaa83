//! What people wrote, cut in pieces by which any part of a word is found.
//!
//! At each character of a word, the one to three characters from there: `abcd` becomes `abc`, `bcd`,
//! `cd` and `d`. So a part of one or two characters begins a gram, one of three is a gram, and of a
//! longer one all grams are there, side by side.

use crate::lookup::fold;

/// Words of a search that count; the rest of a pasted text is passed over.
const MOST_WORDS: usize = 12;

/// Characters of a word that count.
const MOST_LETTERS: usize = 60;

/// The grams of a text, with blanks between them. Each word ends with its last character alone, so
/// that no part is found across two words.
pub(super) fn grams(text: &str) -> String {
    let words = cut(text);
    let grams: Vec<String> = words.iter().flat_map(|word| grams_of(word)).collect();
    grams.join(" ")
}

/// The words that are looked for, folded.
pub(super) fn words(search: &str) -> Vec<String> {
    let words = cut(search).into_iter().take(MOST_WORDS);
    words.map(|word| word.into_iter().take(MOST_LETTERS).collect()).collect()
}

fn cut(text: &str) -> Vec<Vec<char>> {
    let mut words: Vec<Vec<char>> = Vec::new();
    fold(text, |c, gap| match words.last_mut() {
        Some(word) if !gap => word.push(c),
        _ => words.push(vec![c]),
    });
    words
}

fn grams_of(word: &[char]) -> impl Iterator<Item = String> {
    (0..word.len()).map(|at| word[at..word.len().min(at + 3)].iter().collect())
}

/// A part of a word, as grams have it.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// One or two characters: a gram begins with them.
    Begins(String),
    /// Three and more: these grams stand side by side.
    Row(Vec<String>),
}

impl Part {
    /// The part of a word that is looked for.
    pub(super) fn new(word: &str) -> Self {
        let letters: Vec<char> = word.chars().collect();
        if letters.len() < 3 {
            return Self::Begins(word.to_owned());
        }
        Self::Row(grams_of(&letters).take(letters.len() - 2).collect())
    }

    /// What the index is asked for. All that have the part fit it, and few others.
    pub(super) fn expression(&self) -> String {
        match self {
            Self::Begins(word) => format!("\"{word}\" *"),
            Self::Row(grams) => {
                // Every third one and the last have all characters.
                let last = grams.len() - 1;
                let some = (0..last).step_by(3).chain([last]);
                let some: Vec<_> = some.map(|at| format!("\"{}\"", grams[at])).collect();
                format!("({})", some.join(" AND "))
            }
        }
    }

    /// Whether it is in a text, given its grams.
    pub(super) fn is_in(&self, text: &str) -> bool {
        match self {
            Self::Begins(word) => text.split(' ').any(|gram| gram.starts_with(word)),
            Self::Row(grams) => text.contains(&grams.join(" ")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_in_grams_of_its_words() {
        assert_eq!(grams("Ａb, 通讯失败!"), "ab b 通讯失 讯失败 失败 败");
        assert_eq!(grams(" ,。"), "");
    }

    #[test]
    fn a_part_is_found_in_one_word_only() {
        let text = grams("router 重启 失败了");
        for part in ["r", "ro", "rou", "oute", "router", "er", "重", "启", "失败", "失败了"]
        {
            assert!(Part::new(part).is_in(&text), "{part}");
        }
        for part in ["x", "ra", "roter", "routers", "启失", "router重"] {
            assert!(!Part::new(part).is_in(&text), "{part}");
        }
    }

    #[test]
    fn a_part_is_asked_for_by_grams_that_have_all_of_it() {
        assert_eq!(Part::new("a").expression(), "\"a\" *");
        assert_eq!(Part::new("失败").expression(), "\"失败\" *");
        assert_eq!(Part::new("abc").expression(), "(\"abc\")");
        let long = "(\"abc\" AND \"def\" AND \"fgh\")";
        assert_eq!(Part::new("abcdefgh").expression(), long);
    }

    #[test]
    fn only_words_are_looked_for() {
        assert_eq!(words("No  PAPER* \"x\" OR 卡-1"), ["no", "paper", "x", "or", "卡", "1"]);
        assert_eq!(words(&"long ".repeat(99)).len(), MOST_WORDS);
        assert_eq!(words("** \" ()"), Vec::<String>::new());
    }
}
