//! Reading the list: whatever is wrong in it has its place and its cure.

use super::{
    Advice, BUILTIN, Breach, Item, builtin_list,
    grammar::{Grammar, GrammarSource},
    item::{regex, regexes},
};
use crate::guide::Place;
use regex::Regex;
use serde::Deserialize;
use std::{collections::BTreeMap, fmt, ops::Range};
use toml::Spanned;

/// The file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    /// The name of a list that comes with the program, in place of an own one.
    #[serde(rename = "list")]
    named: Option<Spanned<String>>,
    #[serde(default)]
    language: BTreeMap<Spanned<String>, GrammarSource>,
    #[serde(default)]
    forbidden: Vec<Spanned<ItemSource>>,
    #[serde(default)]
    exception: Vec<Exception>,
}

/// Something that must not be advised, as it is written.
#[derive(Deserialize)]
struct ItemSource {
    id: String,
    what: BTreeMap<String, String>,
    /// By the language: its words. By `unless_`, `earlier_`, `bad_`, `good_` and the language: the
    /// conditions, the steps before, the sentences to catch and those to pass.
    #[serde(flatten)]
    lists: BTreeMap<String, Vec<String>>,
}

/// A text where forbidden words are right.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exception {
    /// The item.
    pub forbidden: String,
    /// Whose text it is.
    pub node: String,
    /// A piece of the sentence with the words in it, by the language.
    pub text: BTreeMap<String, String>,
    /// Why it is right.
    pub reason: String,
}

impl Exception {
    /// Whether it names this breach: the forbidden words stand in its piece of the sentence.
    pub fn covers(&self, breach: &Breach<'_>) -> bool {
        let sentence = breach.sentence();
        let said = &breach.said.words;
        let Some(piece) = self.text.get(&breach.spoken.lang) else { return false };
        let piece = piece.to_lowercase();
        self.forbidden == breach.item.id
            && self.node == breach.spoken.node
            && sentence
                .match_indices(&piece)
                .any(|(start, piece)| start <= said.start && said.end <= start + piece.len())
    }
}

impl fmt::Display for Exception {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "exception for {} in {}", self.forbidden, self.node)
    }
}

/// What is wrong with a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListError {
    /// It is no TOML, or not of the form of such a list: in the words of the TOML reader.
    Form(String),
    /// It names a list that there is not.
    UnknownList(String),
    /// A pattern that can't be read: whose, and in the words of the reader of patterns.
    Pattern(String, String),
    /// A key of an item that means nothing, or is of a language that the list does not have.
    Key(String, String),
    /// An item that does not catch one of its bad sentences: the item, the sentence.
    Misses(String, String),
    /// An item that objects to one of its good sentences: the item, the sentence.
    Blames(String, String),
}

/// One thing that is wrong with a list, and where.
pub type ListProblem = (Place, ListError);

/// What reading a list gave.
#[derive(Debug, Default)]
pub struct Listed {
    /// What could be read.
    pub advice: Advice,
    /// What is wrong.
    pub problems: Vec<ListProblem>,
    /// Where the list is written.
    pub place: Place,
}

impl Advice {
    /// The list that comes with the program.
    pub fn builtin() -> Self {
        Self::read(&builtin_list(), 0).advice
    }

    /// Reads a list, `file` being its number among the guide's files. Whatever is wrong in it, what
    /// can be read of it holds.
    pub fn read(text: &str, file: u32) -> Listed {
        let at =
            |span: Range<usize>| Place { file, start: span.start as u32, end: span.end as u32 };
        let mut listed = Listed { place: at(0..0), ..Listed::default() };
        let list: List = match toml::from_str(text) {
            Ok(list) => list,
            Err(error) => {
                let place = at(error.span().unwrap_or_default());
                listed.problems.push((place, ListError::Form(error.message().to_owned())));
                return listed;
            }
        };
        if let Some(name) = list.named {
            if name.get_ref() == BUILTIN {
                listed.advice = Self::builtin();
            } else {
                let error = ListError::UnknownList(name.get_ref().clone());
                listed.problems.push((at(name.span()), error));
            }
            return listed;
        }
        listed.take(list, at);
        listed
    }
}

impl Listed {
    fn take(&mut self, list: List, at: impl Fn(Range<usize>) -> Place) {
        let mut languages = Vec::new();
        for (lang, source) in &list.language {
            match Grammar::new(source) {
                Ok(grammar) => {
                    self.advice.grammars.insert(lang.get_ref().clone(), grammar);
                    languages.push(lang.get_ref().clone());
                }
                Err(error) => self.bad_pattern(at(lang.span()), lang.get_ref(), &error),
            }
        }
        let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for source in &list.forbidden {
            let place = at(source.span());
            let source = source.get_ref();
            self.check_keys(place, source, &languages);
            for lang in &languages {
                match item(source, lang) {
                    Ok(item) => {
                        all.entry(lang.clone()).or_default().push(item.any.as_str().to_owned());
                        self.advice.items.push(item);
                        self.try_sentences(place);
                    }
                    Err(error) => self.bad_pattern(place, &source.id, &error),
                }
            }
        }
        for (lang, patterns) in all {
            if let Ok(any) = Regex::new(&patterns.join("|")) {
                self.advice.any.insert(lang, any);
            }
        }
        self.advice.exceptions = list.exception;
    }

    fn bad_pattern(&mut self, place: Place, whose: &str, error: &regex::Error) {
        let words = error.to_string();
        // The reader of patterns draws a picture; its last line says what is wrong.
        let last = words.lines().last().unwrap_or_default().trim_start_matches("error: ");
        self.problems.push((place, ListError::Pattern(whose.to_owned(), last.to_owned())));
    }

    fn check_keys(&mut self, place: Place, source: &ItemSource, languages: &[String]) {
        let known = ["", "unless", "earlier", "bad", "good"];
        let keys = source.lists.keys().chain(source.what.keys());
        for key in keys {
            let (what, lang) = key.rsplit_once('_').unwrap_or(("", key));
            if !known.contains(&what) || !languages.iter().any(|own| own == lang) {
                self.problems.push((place, ListError::Key(source.id.clone(), key.clone())));
            }
        }
    }

    /// Holds the item that was read last against its own sentences.
    fn try_sentences(&mut self, place: Place) {
        let Some(item) = self.advice.items.last() else { return };
        for bad in item.bad.iter().filter(|text| !self.advice.catches(item, text)) {
            self.problems.push((place, ListError::Misses(item.id.clone(), bad.clone())));
        }
        for good in item.good.iter().filter(|text| self.advice.catches(item, text)) {
            self.problems.push((place, ListError::Blames(item.id.clone(), good.clone())));
        }
    }
}

impl Advice {
    /// Whether an item alone objects to a text.
    pub fn catches(&self, item: &Item, text: &str) -> bool {
        let spoken = super::Spoken {
            lang: item.lang.clone(),
            text: text.to_owned(),
            key: "action",
            ..super::Spoken::default()
        };
        self.said(item, &spoken).iter().any(|said| !said.is_safe(item))
    }
}

fn item(source: &ItemSource, lang: &str) -> Result<Item, regex::Error> {
    let list = |what: &str| source.lists.get(&format!("{what}{lang}")).cloned().unwrap_or_default();
    let words = list("");
    let any = match words[..] {
        // Nothing matches this.
        [] => regex("[^\\s\\S]")?,
        _ => regex(&words.join("|"))?,
    };
    Ok(Item {
        id: source.id.clone(),
        lang: lang.to_owned(),
        what: source.what.get(lang).or(source.what.values().next()).cloned().unwrap_or_default(),
        words: regexes(&words)?,
        any,
        unless: regexes(&list("unless_"))?,
        earlier: regexes(&list("earlier_"))?,
        bad: list("bad_"),
        good: list("good_"),
    })
}
