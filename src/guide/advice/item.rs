//! One thing that must not be advised, in one language.

use regex::Regex;
use std::{
    fmt::{self, Display, Formatter},
    ops::Range,
};

/// One item of the list in one language.
#[derive(Debug)]
pub struct Item {
    /// Its name.
    pub id: String,
    /// The language.
    pub lang: String,
    /// What it forbids, in words.
    pub what: String,
    /// Its words.
    pub words: Vec<Regex>,
    /// Conditions that make them safe, in the sentence or before it.
    pub unless: Vec<Regex>,
    /// Steps of the same remedy that make them safe.
    pub earlier: Vec<Regex>,
    /// Sentences that it must catch.
    pub bad: Vec<String>,
    /// Sentences that it must pass.
    pub good: Vec<String>,
    /// All the words at once, as most texts have none of them.
    pub(super) any: Regex,
}

impl Item {
    /// Where its words stand in a sentence.
    pub fn places(&self, sentence: &str) -> Vec<Range<usize>> {
        if !self.any.is_match(sentence) {
            return Vec::new();
        }
        self.words.iter().flat_map(|words| innermost(words, sentence)).collect()
    }
}

impl Display for Item {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.id, self.lang)
    }
}

/// A place where a text says something.
#[derive(Debug)]
pub struct Said {
    /// The sentence, in the text.
    pub sentence: Range<usize>,
    /// The words, in the sentence.
    pub words: Range<usize>,
    /// The text up to the end of the sentence, without what only asks.
    pub up_to_here: String,
    /// What the same remedy tells to do before it.
    pub earlier: String,
    /// Whether it stands under what never to do.
    pub warning: bool,
}

impl Said {
    /// Whether a condition, or something done before, makes it right.
    pub fn is_safe(&self, item: &Item) -> bool {
        !self.warning
            && (item.unless.iter().any(|own| own.is_match(&self.up_to_here))
                || item.earlier.iter().any(|own| own.is_match(&self.earlier)))
    }
}

/// Where words stand, each time as late as they can begin: "take the card and run it again" is said
/// of "run it again", so that what stands before it can forbid it.
fn innermost(words: &Regex, sentence: &str) -> Vec<Range<usize>> {
    let place = |from| {
        let found = words.captures_at(sentence, from)?;
        let whole = found.get(0)?.range();
        Some((found.get(1).map_or(whole.clone(), |group| group.range()), whole))
    };
    let after = |at: usize| at + sentence[at..].chars().next().map_or(1, char::len_utf8);
    let mut all = Vec::new();
    let mut from = 0;
    while let Some((mut said, mut whole)) = (from <= sentence.len()).then(|| place(from)).flatten()
    {
        from = whole.end.max(after(whole.start));
        loop {
            let next = after(whole.start);
            let later = (next <= sentence.len()).then(|| place(next)).flatten();
            let Some((later, inner)) = later.filter(|(_, own)| own.end == whole.end) else { break };
            (said, whole) = (later, inner);
        }
        all.push(said);
    }
    all
}

/// A pattern as it is written, `\b` meaning the bounds of words in plain letters: those of all
/// alphabets would need tables that nothing here needs.
pub(super) fn regex(pattern: &str) -> Result<Regex, regex::Error> {
    Regex::new(&pattern.replace(r"\b", r"(?-u:\b)"))
}

pub(super) fn regexes(patterns: &[String]) -> Result<Vec<Regex>, regex::Error> {
    patterns.iter().map(|pattern| regex(pattern)).collect()
}
