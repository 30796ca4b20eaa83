//! Lists of words, and quick answers to which of them stand in a short text.

/// A list of words, each of at least two bytes.
pub(super) struct Words<const N: usize> {
    words: [&'static str; N],
    /// For the first two bytes of a word, which words begin so: a bit each.
    beginnings: [u64; KEYS],
}

const KEYS: usize = 128;

const fn key(first: u8, second: u8) -> usize {
    (first as usize * 7 + second as usize * 31) % KEYS
}

impl<const N: usize> Words<N> {
    pub(super) const fn new(words: [&'static str; N]) -> Self {
        assert!(N <= 64);
        let mut beginnings = [0; KEYS];
        let mut at = 0;
        while at < N {
            let bytes = words[at].as_bytes();
            beginnings[key(bytes[0], bytes[1])] |= 1 << at;
            at += 1;
        }
        Self { words, beginnings }
    }

    /// All words that stand in a text, by their places and their numbers in the list. One of ASCII
    /// letters counts where it stands alone.
    pub(super) fn places(&self, text: &str) -> impl Iterator<Item = (usize, usize)> {
        let two = text.as_bytes().windows(2).enumerate();
        two.flat_map(move |(place, two)| {
            let mut rest = self.beginnings[key(two[0], two[1])];
            std::iter::from_fn(move || {
                let word = (rest != 0).then_some(rest.trailing_zeros() as usize)?;
                rest &= rest - 1;
                Some((place, word))
            })
        })
        .filter(move |(place, word)| is_there(text, *place, self.words[*word]))
    }

    /// Whether one of the words stands in a text.
    pub(super) fn any(&self, text: &str) -> bool {
        self.places(text).next().is_some()
    }
}

/// Whether a word stands at a place of a text, and alone where it is of ASCII letters.
fn is_there(text: &str, place: usize, word: &str) -> bool {
    let bytes = text.as_bytes();
    let letter =
        |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphabetic);
    bytes[place..].starts_with(word.as_bytes())
        && !(word.is_ascii() && (letter(place.checked_sub(1)) || letter(Some(place + word.len()))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_words_that_stand_alone() {
        static WORDS: Words<3> = Words::new(["ref", "参考", "s/n"]);
        for (text, found) in [
            ("ref. 12", true),
            ("refused", false),
            ("a ref", true),
            ("xref", false),
            ("的参考号", true),
            ("s/n1", true),
            ("", false),
        ] {
            assert_eq!(WORDS.any(text), found, "{text}");
        }
        assert_eq!(WORDS.places("参考 ref").collect::<Vec<_>>(), [(0, 1), (7, 0)]);
    }
}
