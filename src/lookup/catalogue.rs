//! What can be looked up in a guide: its codes, messages and symptoms.

use super::{Index, Key, Rank};
use crate::guide::{Code, Entry, Guide, Message, Symptom, Target, Text};

/// Something of a guide that was found.
#[derive(Clone, Copy, Debug)]
pub enum Found<'g> {
    /// A response code.
    Code(&'g Code),
    /// A response code that means different things, for those who can't tell which card it was.
    UnsureCode(&'g str),
    /// A message of the terminal.
    Message(&'g Message),
    /// Something that the clerk sees.
    Symptom(&'g Symptom),
}

impl<'g> Found<'g> {
    /// Its name in exports.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Code(_) | Self::UnsureCode(_) => "code",
            Self::Message(_) => "message",
            Self::Symptom(_) => "symptom",
        }
    }

    /// It as a way in.
    pub fn entry(&self) -> Entry {
        match self {
            Self::Code(code) => code.entry(),
            Self::UnsureCode(code) => Entry::UnsureCode((*code).to_owned()),
            Self::Message(message) => Entry::Message(message.id.clone()),
            Self::Symptom(symptom) => Entry::Symptom(symptom.id.clone()),
        }
    }

    /// Where it leads.
    pub fn go(&self, guide: &'g Guide) -> Option<&'g Target> {
        match self {
            Self::Code(code) => Some(&code.go),
            Self::UnsureCode(_) => guide.code_unsure.as_ref(),
            Self::Message(message) => Some(&message.go),
            Self::Symptom(symptom) => Some(&symptom.go),
        }
    }
}

/// One entry of the catalogue, by its place in the guide.
#[derive(Clone, Copy, Debug)]
enum Entered {
    Code(usize),
    Message(usize),
    Symptom(usize),
}

/// The codes, messages and symptoms of one guide, ready to be searched in all its languages.
#[derive(Debug)]
pub struct Catalogue {
    index: Index,
    entries: Vec<Entered>,
}

impl Catalogue {
    /// Takes in a guide.
    pub fn new(guide: &Guide) -> Self {
        let codes = (0..guide.codes.len()).map(Entered::Code);
        let messages = (0..guide.messages.len()).map(Entered::Message);
        let symptoms = (0..guide.symptoms.len()).map(Entered::Symptom);
        let entries: Vec<_> = symptoms.chain(messages).chain(codes).collect();
        let index = Index::new(entries.iter().map(|entry| keys(guide, *entry)));
        Self { index, entries }
    }

    /// What is found by what somebody typed, the closest first, at most `most`. The guide must be
    /// the one that the catalogue was made of.
    ///
    /// A code that means different things on different cards comes with all its meanings in the
    /// order of the guide's schemes, and last with the way on for those who can't tell.
    pub fn find<'g>(&self, guide: &'g Guide, typed: &str, most: usize) -> Vec<Found<'g>> {
        let mut found = Vec::new();
        for hit in self.index.find(typed, most) {
            match self.entries[hit.entry] {
                Entered::Code(at) => add_code(guide, &guide.codes[at], &mut found),
                Entered::Message(at) => found.push(Found::Message(&guide.messages[at])),
                Entered::Symptom(at) => found.push(Found::Symptom(&guide.symptoms[at])),
            }
        }
        found.truncate(most);
        found
    }
}

/// Adds a code with its other meanings, unless it is there already.
fn add_code<'g>(guide: &'g Guide, code: &'g Code, found: &mut Vec<Found<'g>>) {
    let listed = |own: &Found| matches!(own, Found::Code(other) if other.code == code.code);
    if found.iter().any(listed) {
        return;
    }
    found.extend(meanings(guide, &code.code));
}

/// All that a code in its normal form may mean, in the order of the guide's schemes, and last the
/// way on for those who can't tell which card it was.
pub fn meanings<'g>(guide: &'g Guide, code: &'g str) -> Vec<Found<'g>> {
    let codes = guide.codes(code);
    let several = codes.len() > 1 && guide.code_unsure.is_some();
    let unsure = several.then_some(Found::UnsureCode(code));
    codes.into_iter().map(Found::Code).chain(unsure).collect()
}

/// The texts by which an entry is found.
fn keys(guide: &Guide, entry: Entered) -> Vec<Key> {
    let mut keys = Vec::new();
    let mut add = |text: &str, rank: Rank| keys.push(Key { text: text.to_owned(), rank });
    let mut all = |text: &Text, rank: Rank| text.versions().for_each(|own| add(own, rank));
    match entry {
        Entered::Code(at) => {
            let code = &guide.codes[at];
            // Who types words has no code before them: what is named so comes first.
            code.meaning.versions().for_each(|own| add(own, Rank::Word));
            code.words.iter().for_each(|word| add(word, Rank::Word));
            add(&code.code, Rank::Code);
        }
        Entered::Message(at) => {
            let message = &guide.messages[at];
            all(&message.say, Rank::Name);
            all(&message.meaning, Rank::Meaning);
            message.words.iter().for_each(|word| add(word, Rank::Word));
        }
        Entered::Symptom(at) => {
            let symptom = &guide.symptoms[at];
            all(&symptom.say, Rank::Name);
            symptom.words.iter().for_each(|word| add(word, Rank::Word));
        }
    }
    keys
}
