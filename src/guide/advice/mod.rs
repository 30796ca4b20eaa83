//! What a guide must not advise: a list of forbidden advice, and the texts that break it.
//!
//! ```text
//! forbidden-advice.toml ─► list: items, grammars, exceptions, checked ─► Advice
//! a text ─► sentences ─► the words of an item ─► forbidden by the sentence itself? made safe by a
//!           condition? excepted? ─► if none of these, a breach
//! ```

mod grammar;
mod item;
mod list;

pub use grammar::Grammar;
pub use item::{Item, Said};
pub use list::{Exception, ListError, ListProblem, Listed};

use super::passages::Passage;
use crate::packed::{self, unpack_text};
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};

/// The name of the file, in the guide's folder, that has the list.
pub const FILE: &str = "forbidden-advice.toml";

/// What the list says in one word: that the card terminal's own holds.
pub(super) const BUILTIN: &str = "card-terminal";

/// The built-in guide's list.
pub(super) fn builtin_list() -> String {
    unpack_text(packed::ADVICE)
}

/// The whole list, ready to be used.
#[derive(Debug, Default)]
pub struct Advice {
    /// How each language forbids.
    pub grammars: BTreeMap<String, Grammar>,
    /// The items, each once for every language of the list.
    pub items: Vec<Item>,
    /// Texts where forbidden words are right.
    pub exceptions: Vec<Exception>,
    /// All words of all items of a language at once: most texts have none of them.
    any: BTreeMap<String, Regex>,
}

/// A text in one language, as it is held against the list.
#[derive(Clone, Debug, Default)]
pub struct Spoken {
    /// Whose text it is: `remedy.x`, `code 51 unionpay`, `contact owner`.
    pub node: String,
    /// Its key in the guide's TOML, or where else it stands.
    pub key: &'static str,
    /// Its language.
    pub lang: String,
    /// The text.
    pub text: String,
    /// What the same remedy tells to do before it, in small letters.
    pub earlier: String,
}

impl Spoken {
    /// A passage of a guide in one of its languages, by that language's number.
    pub fn of(passage: &Passage<'_>, languages: &[String], at: usize) -> Self {
        let version = |text: &super::Text| text.versions().nth(at).unwrap_or_default().to_owned();
        let earlier: Vec<String> = passage.earlier.iter().map(|own| version(&own.say)).collect();
        Self {
            node: passage.owner.to_string(),
            key: passage.key,
            lang: languages.get(at).cloned().unwrap_or_default(),
            text: version(passage.text),
            earlier: earlier.join("\n").to_lowercase(),
        }
    }
}

/// A text with forbidden words.
#[derive(Debug)]
pub struct Breach<'a> {
    /// The item that it breaks.
    pub item: &'a Item,
    /// The text.
    pub spoken: Spoken,
    /// Where in the text.
    pub said: Said,
}

impl Breach<'_> {
    /// The sentence, in small letters.
    pub fn sentence(&self) -> String {
        self.spoken.text.to_lowercase()[self.said.sentence.clone()].to_owned()
    }

    /// The words, in small letters.
    pub fn words(&self) -> String {
        self.sentence()[self.said.words.clone()].to_owned()
    }
}

impl Advice {
    /// Whether a text in a language has words of any item: only then it needs a closer look.
    pub(super) fn suspects(&self, lang: &str, small_letters: &str) -> bool {
        self.any.get(lang).is_some_and(|any| any.is_match(small_letters))
    }

    /// What is forbidden in a text, exceptions not yet made.
    pub fn breaches(&self, spoken: &Spoken) -> Vec<Breach<'_>> {
        let items = self.items.iter().filter(|item| item.lang == spoken.lang);
        let of_item = |item| {
            let advised = self.said(item, spoken).into_iter().filter(|own| !own.is_safe(item));
            advised.map(move |said| Breach { item, spoken: spoken.clone(), said })
        };
        items.flat_map(of_item).collect()
    }

    /// Where a text says something without forbidding it, be it safe or not.
    pub fn said(&self, item: &Item, spoken: &Spoken) -> Vec<Said> {
        let text = spoken.text.to_lowercase();
        let Some(grammar) = self.grammars.get(&spoken.lang) else { return Vec::new() };
        let mut all = Vec::new();
        for sentence in grammar.sentences(&text) {
            let mut places = item.places(&text[sentence.clone()]);
            places.retain(|words| !grammar.is_negated(&text[sentence.clone()], words));
            all.extend(places.into_iter().map(|words| Said {
                sentence: sentence.clone(),
                words,
                up_to_here: grammar.without_asked(&text[..sentence.end]),
                earlier: spoken.earlier.clone(),
                warning: spoken.key == "never",
            }));
        }
        all
    }

    /// The exception that is made for a breach: which one.
    pub fn excuse(&self, breach: &Breach<'_>) -> Option<usize> {
        self.exceptions.iter().position(|own| own.covers(breach))
    }

    /// The names of all items.
    pub fn ids(&self) -> BTreeSet<&str> {
        self.items.iter().map(|item| item.id.as_str()).collect()
    }
}
