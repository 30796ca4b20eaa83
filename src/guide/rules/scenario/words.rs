//! Words that two texts have in common.

use std::collections::HashSet;

/// The words of a text: a run of letters and digits, and each Chinese character by itself.
pub(super) struct Words<'t> {
    text: &'t str,
    /// Each in small letters, with where it begins and ends.
    words: Vec<(String, usize, usize)>,
}

impl<'t> Words<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let mut words: Vec<(String, usize, usize)> = Vec::new();
        let mut open = false;
        for (at, c) in text.char_indices() {
            let end = at + c.len_utf8();
            if is_ideograph(c) {
                words.push((c.to_string(), at, end));
                open = false;
            } else if c.is_alphanumeric() {
                match words.last_mut().filter(|_| open) {
                    Some((word, _, last)) => {
                        word.extend(c.to_lowercase());
                        *last = end;
                    }
                    None => words.push((c.to_lowercase().collect(), at, end)),
                }
                open = true;
            } else {
                // `don't` is one word.
                open &= matches!(c, '\'' | '’');
            }
        }
        Self { text, words }
    }

    /// Whether most of its words are Chinese characters, of which a word has about two.
    pub(super) fn is_chinese(&self) -> bool {
        let chinese = |word: &str| word.chars().next().is_some_and(is_ideograph);
        let count = self.words.iter().filter(|(word, ..)| chinese(word)).count();
        2 * count > self.words.len()
    }

    /// The runs of so many words.
    fn runs(&self, length: usize) -> impl Iterator<Item = (Vec<&str>, &'t str)> {
        self.words.windows(length.max(1)).map(|run| {
            let names = run.iter().map(|(word, ..)| word.as_str()).collect();
            let (start, end) = (run[0].1, run[run.len() - 1].2);
            (names, &self.text[start..end])
        })
    }

    /// The first run of so many words that another text has too, and none of the `free` ones has.
    pub(super) fn shared(&self, other: &Self, free: &[Self], length: usize) -> Option<&'t str> {
        let theirs: HashSet<Vec<&str>> = other.runs(length).map(|(run, _)| run).collect();
        let is_free =
            |run: &Vec<&str>| free.iter().any(|own| own.runs(length).any(|(free, _)| free == *run));
        let found = self.runs(length).find(|(run, _)| theirs.contains(run) && !is_free(run));
        found.map(|(_, text)| text)
    }
}

/// A text without anything but letters and digits, all small.
pub(super) fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_runs_of_words_in_both_languages() {
        let (a, b) =
            (Words::of("The cable's plug came loose, again."), Words::of("The plug came loose!"));
        assert_eq!(a.shared(&b, &[], 3), Some("plug came loose"));
        assert_eq!(a.shared(&b, &[], 4), None);
        assert_eq!(a.shared(&b, &[Words::of("It came: the plug came loose")], 3), None);
        let (a, b) = (Words::of("网线，松了一半"), Words::of("是网线松了"));
        assert_eq!(a.shared(&b, &[], 4), Some("网线，松了"));
        assert!(a.is_chinese() && !Words::of("A SIM 卡").is_chinese());
    }
}
