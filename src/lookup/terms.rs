//! What a text says apart from its wording: the stems of its English words, the pairs of its
//! Chinese characters.

use super::fold::{Folded, is_blankless};

/// English words that say nothing about what is wrong, as they are folded, in order.
const STOP_WORDS: [&str; 122] = [
    "a",
    "about",
    "after",
    "again",
    "all",
    "also",
    "am",
    "an",
    "and",
    "any",
    "are",
    "as",
    "at",
    "be",
    "because",
    "been",
    "but",
    "by",
    "can",
    "cant",
    "could",
    "did",
    "do",
    "does",
    "doesnt",
    "doing",
    "done",
    "dont",
    "for",
    "from",
    "get",
    "gets",
    "getting",
    "give",
    "go",
    "goes",
    "got",
    "had",
    "has",
    "have",
    "he",
    "hello",
    "help",
    "her",
    "here",
    "hi",
    "him",
    "his",
    "how",
    "i",
    "if",
    "im",
    "in",
    "into",
    "is",
    "isnt",
    "it",
    "its",
    "just",
    "let",
    "like",
    "ll",
    "me",
    "my",
    "need",
    "no",
    "not",
    "now",
    "of",
    "on",
    "one",
    "or",
    "our",
    "out",
    "please",
    "s",
    "say",
    "saying",
    "says",
    "she",
    "showing",
    "shows",
    "so",
    "some",
    "somebody",
    "someone",
    "something",
    "t",
    "than",
    "thanks",
    "that",
    "the",
    "their",
    "them",
    "then",
    "there",
    "they",
    "thing",
    "this",
    "to",
    "too",
    "up",
    "us",
    "ve",
    "very",
    "want",
    "was",
    "we",
    "were",
    "what",
    "when",
    "where",
    "which",
    "who",
    "why",
    "will",
    "with",
    "wont",
    "would",
    "yes",
    "you",
    "your",
];

/// Chinese characters that only hold a sentence together. Without them `扣了钱` is `扣钱`.
const STOP_CHARS: &[char] = &[
    '的', '了', '吗', '呢', '啊', '吧', '呀', '嘛', '么', '把', '被', '就', '都', '也', '还', '很',
    '和', '与', '是', '在', '我', '你', '您', '他', '她', '它', '们', '这', '那', '哪', '个', '些',
    '请', '一', '给', '让', '又', '再', '着', '过', '得', '地',
];

/// One thing that a text says, as a number. Two words that share one would only be weighed as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Term(u64);

/// Marks the number of a word: characters need fewer bits.
const WORD: u64 = 1 << 63;

impl Term {
    /// Two characters side by side. Chinese says the same in either order: `钱扣了`, `扣钱`.
    fn pair(a: char, b: char) -> Self {
        Self(u64::from(u32::from(a.max(b))) << 32 | u64::from(u32::from(a.min(b))))
    }

    fn single(c: char) -> Self {
        Self(u64::from(u32::from(c)))
    }

    fn word(stem: &[char]) -> Self {
        // FNV-1a: short, and the same everywhere.
        let mix = |hash: u64, &c: &char| (hash ^ u64::from(c)).wrapping_mul(0x0100_0000_01B3);
        Self(stem.iter().fold(0xCBF2_9CE4_8422_2325, mix) | WORD)
    }

    /// Whether it is the stem of a word.
    pub(super) fn is_word(self) -> bool {
        self.0 & WORD != 0
    }

    /// Whether it is a character by itself, which says less than a pair.
    pub(super) fn is_single(self) -> bool {
        self.0 >> 32 == 0
    }
}

/// Gives the terms of the beginning of a text, of `most` characters of it.
pub(super) fn terms(text: &str, most: usize, mut take: impl FnMut(Term)) {
    let folded = Folded::new(text, most);
    for word in folded.words() {
        let word = &folded.chars[word];
        if is_blankless(word[0]) {
            chinese(word, &mut take);
        } else if !is_stop_word(word) {
            take(Term::word(&word[..stem(word)]));
        }
    }
}

fn is_stop_word(word: &[char]) -> bool {
    STOP_WORDS.binary_search_by(|stop| stop.chars().cmp(word.iter().copied())).is_ok()
}

fn chinese(run: &[char], take: &mut impl FnMut(Term)) {
    let mut before = None;
    for &c in run.iter().filter(|c| !STOP_CHARS.contains(c)) {
        take(Term::single(c));
        if let Some(before) = before {
            take(Term::pair(before, c));
        }
        before = Some(c);
    }
}

/// How much of a word is left without the endings of its forms: `charged`, `charges` and `charging`
/// are one word. It needs to be the same for all forms, not to be a word.
fn stem(word: &[char]) -> usize {
    let len = word.len();
    if len < 4 || !word.iter().all(char::is_ascii_alphabetic) {
        return len;
    }
    let ends = |ending: &str| word[len - ending.len()..].iter().copied().eq(ending.chars());
    let has_vowel = |stem: &[char]| stem.iter().any(|c| "aeiouy".contains(*c));
    if ends("ies") || ends("ied") {
        // What is left of `battery`, too.
        len - 3
    } else if ends("ing") && len > 5 && has_vowel(&word[..len - 3]) {
        undoubled(&word[..len - 3])
    } else if ends("ed") && len > 4 && has_vowel(&word[..len - 2]) {
        undoubled(&word[..len - 2])
    } else if ends("es") {
        len - 2
    } else if ends("e") || ends("y") || (ends("s") && !["ss", "us", "is"].into_iter().any(ends)) {
        len - 1
    } else {
        len
    }
}

/// How much of a stem is left if its last letter was doubled before the ending: `stopp`.
fn undoubled(stem: &[char]) -> usize {
    match stem {
        [_, .., a, b] if a == b && !"lsz".contains(*a) => stem.len() - 1,
        _ => stem.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<Term> {
        let mut all = Vec::new();
        terms(text, 99, |term| all.push(term));
        all
    }

    #[test]
    fn stop_words_are_in_order() {
        assert!(STOP_WORDS.is_sorted());
    }

    #[test]
    fn the_forms_of_a_word_are_one() {
        for forms in [
            "charge charges charged charging",
            "battery batteries",
            "stop stops stopped stopping",
            "decline declined declines",
            "fail fails failed failing",
            "press pressed presses pressing",
            "retry retries retried",
            "bus",
            "ring",
            "red",
        ] {
            let words = all(forms);
            assert!(words.iter().all(|word| *word == words[0] && word.is_word()), "{forms}");
        }
        assert_ne!(all("charge"), all("change"));
        assert_ne!(all("57s"), all("57"));
    }

    #[test]
    fn what_holds_a_sentence_together_says_nothing() {
        assert_eq!(all("The customer's card was declined, but..."), all("customers card declined"));
        assert_eq!(all("扣了钱"), all("扣钱"));
        assert_eq!(all("it is the 的了吗"), []);
    }

    #[test]
    fn chinese_is_characters_and_pairs() {
        let terms = all("刷POS卡钱");
        let kind = |term: &Term| (term.is_word(), term.is_single());
        let kinds: Vec<_> = terms.iter().map(kind).collect();
        assert_eq!(
            kinds,
            [(false, true), (true, false), (false, true), (false, true), (false, false)]
        );
        assert_eq!(all("钱扣").last(), all("扣钱").last());
    }
}
