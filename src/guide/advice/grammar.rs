//! How sentences of one language forbid something.

use super::item::{regex, regexes};
use regex::Regex;
use serde::Deserialize;
use std::ops::Range;

/// The same as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GrammarSource {
    /// Where a sentence ends.
    sentence: String,
    /// What a "do not" never reaches over.
    hard: String,
    /// What it reaches over only in a list.
    soft: Option<String>,
    /// What makes a list of what stands between two hard ones.
    list: Option<String>,
    /// A "do not" within the forbidden words: "keep no card".
    inner: Option<String>,
    /// A "do not", as it stands before the forbidden words.
    #[serde(default)]
    negated: Vec<String>,
    /// What only looks like one.
    #[serde(default)]
    not_negated: Vec<String>,
    /// What asks whether a condition holds, and so is none.
    #[serde(default)]
    asked: Vec<String>,
}

/// How a language forbids, ready to be used.
#[derive(Debug)]
pub struct Grammar {
    sentence: Regex,
    hard: Regex,
    soft: Option<Regex>,
    list: Option<Regex>,
    inner: Option<Regex>,
    negated: Vec<Regex>,
    not_negated: Vec<Regex>,
    asked: Vec<Regex>,
}

impl Grammar {
    pub(super) fn new(source: &GrammarSource) -> Result<Self, regex::Error> {
        let optional = |pattern: &Option<String>| pattern.as_deref().map(regex).transpose();
        Ok(Self {
            sentence: regex(&source.sentence)?,
            hard: regex(&source.hard)?,
            soft: optional(&source.soft)?,
            list: optional(&source.list)?,
            inner: optional(&source.inner)?,
            negated: regexes(&source.negated)?,
            not_negated: regexes(&source.not_negated)?,
            asked: regexes(&source.asked)?,
        })
    }

    /// Where the sentences of a text are.
    pub fn sentences(&self, text: &str) -> Vec<Range<usize>> {
        let mut start = 0;
        let mut all = Vec::new();
        for end in self.sentence.find_iter(text) {
            all.push(start..end.start());
            start = end.end();
        }
        all.push(start..text.len());
        all
    }

    /// Whether a sentence forbids what is said in it: whether there is a "do not" before it in its
    /// clause or its list, or within it.
    pub fn is_negated(&self, sentence: &str, said: &Range<usize>) -> bool {
        let at = said.start;
        let start = self.hard.find_iter(&sentence[..at]).last().map_or(0, |end| end.end());
        let end = self.hard.find(&sentence[at..]).map_or(sentence.len(), |end| at + end.start());
        let comma = self.soft.as_ref().and_then(|own| own.find_iter(&sentence[start..at]).last());
        let clause = comma.map_or(start, |comma| start + comma.end());
        let matches =
            |own: &Option<Regex>, text| own.as_ref().is_some_and(|own| own.is_match(text));
        let in_list = matches(&self.list, &sentence[clause..end]);
        let before = &sentence[if in_list { start } else { clause }..at];
        let before = without(&self.not_negated, before);
        self.negated.iter().any(|own| own.is_match(&before))
            || matches(&self.inner, &sentence[said.clone()])
    }

    /// A text without what only asks whether a condition holds.
    pub(super) fn without_asked(&self, text: &str) -> String {
        without(&self.asked, text)
    }
}

/// A text with something in the place of what matches.
fn without(patterns: &[Regex], text: &str) -> String {
    let blank = |text: String, own: &Regex| own.replace_all(&text, "…").into_owned();
    patterns.iter().fold(text.to_owned(), blank)
}
