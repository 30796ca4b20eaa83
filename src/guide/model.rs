//! The decision tree as values: what the reader makes and everything else uses.

use super::{Forecast, Id, Lang, Node, Question, Remedy, Text, Who};
use crate::texts::Texts;
use std::collections::HashMap;

/// Where something stands in the guide's files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file: an index into the files that were given to the reader.
    pub file: u32,
    /// First byte.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
}

/// A link to a node, with the place of the text that names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Target {
    /// The node it leads to.
    pub id: Id,
    /// Where the link is written.
    pub place: Place,
}

/// A whole guide. Made by [`read`](super::read), which also checks it.
#[derive(Clone, Debug, Default)]
pub struct Guide {
    /// Name of the guide, for example `pos-terminal`.
    pub id: String,
    /// Version as the author writes it, for example `2026.11`.
    pub version: String,
    /// Language tags, the first being the fallback.
    pub languages: Vec<String>,
    /// What the guide is for.
    pub title: Text,
    /// First question of the way in that walks through all steps.
    pub check_everything: Option<Target>,
    /// The parts of the checklist in their order.
    pub steps: Vec<Step>,
    /// Headings of the symptom picker; a guide may do without.
    pub groups: Vec<Group>,
    /// The ways in.
    pub symptoms: Vec<Symptom>,
    /// Whom a remedy may send people to.
    pub contacts: Vec<Contact>,
    /// Pictures that questions and remedies may show.
    pub drawings: Vec<Drawing>,
    /// Response codes.
    pub codes: Vec<Code>,
    /// Questions and remedies in the order of the files.
    pub nodes: Vec<Node>,
    /// Where each node is in `nodes`.
    pub(super) index: HashMap<Id, usize>,
    /// What is still to come at each node, in the order of `nodes`.
    pub(super) forecasts: Vec<Forecast>,
}

impl Guide {
    /// The language of the guide that goes with these texts: the one that was asked for, else the
    /// texts' own, else the guide's first.
    pub fn lang(&self, texts: &Texts) -> Lang {
        let at = |tag: &str| self.languages.iter().position(|own| own == tag);
        Lang(at(texts.wanted()).or_else(|| at(texts.tag())).unwrap_or(0))
    }

    /// The question or remedy with this id.
    pub fn node(&self, id: &str) -> Option<&Node> {
        self.index.get(id).map(|&at| &self.nodes[at])
    }

    /// The question with this id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        match self.node(id)? {
            Node::Question(question) => Some(question),
            Node::Remedy(_) => None,
        }
    }

    /// The remedy with this id.
    pub fn remedy(&self, id: &str) -> Option<&Remedy> {
        match self.node(id)? {
            Node::Remedy(remedy) => Some(remedy),
            Node::Question(_) => None,
        }
    }

    /// The symptom with this id.
    pub fn symptom(&self, id: &str) -> Option<&Symptom> {
        self.symptoms.iter().find(|symptom| symptom.id == id)
    }

    /// The step with this id.
    pub fn step(&self, id: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == id)
    }

    /// The contact with this id.
    pub fn contact(&self, id: &str) -> Option<&Contact> {
        self.contacts.iter().find(|contact| contact.id == id)
    }

    /// The drawing with this id.
    pub fn drawing(&self, id: &str) -> Option<&Drawing> {
        self.drawings.iter().find(|drawing| drawing.id == id)
    }

    /// The code entries for what a clerk typed (`51`, `5 1`, `０51`, `a0`), the default scheme first.
    pub fn codes(&self, typed: &str) -> Vec<&Code> {
        let wanted = Code::normalise(typed);
        self.codes.iter().filter(|code| code.code == wanted).collect()
    }

    /// The entry of a code in its normal form under one scheme.
    pub fn code(&self, code: &str, scheme: &str) -> Option<&Code> {
        self.codes.iter().find(|own| own.code == code && own.scheme == scheme)
    }

    /// What is likely still to come from this node on.
    pub fn forecast(&self, id: &str) -> Forecast {
        self.index.get(id).and_then(|&at| self.forecasts.get(at)).copied().unwrap_or_default()
    }
}

/// One part of the checklist.
#[derive(Clone, Debug, Default)]
pub struct Step {
    /// Stable name.
    pub id: Id,
    /// Short heading.
    pub title: Text,
    /// The question that asks whether this step is in order.
    pub gate: Option<Target>,
    /// Where the step is written.
    pub place: Place,
}

/// A heading of the symptom picker.
#[derive(Clone, Debug, Default)]
pub struct Group {
    /// Stable name.
    pub id: Id,
    /// The heading.
    pub title: Text,
    /// Where the group is written.
    pub place: Place,
}

/// What the clerk sees first; where a session starts.
#[derive(Clone, Debug, Default)]
pub struct Symptom {
    /// Stable name.
    pub id: Id,
    /// Heading it stands under.
    pub group: Option<Target>,
    /// What the clerk says.
    pub say: Text,
    /// Further words by which people look for it.
    pub words: Vec<String>,
    /// Its first question.
    pub go: Target,
    /// Steps that it makes needless.
    pub skips: Vec<Target>,
    /// Where the symptom is written.
    pub place: Place,
}

/// Somebody whom a remedy sends people to; the number itself comes from the shop's profile.
#[derive(Clone, Debug, Default)]
pub struct Contact {
    /// Stable name, also the key of the profile's telephone list.
    pub id: Id,
    /// Who that is.
    pub title: Text,
    /// Where the number is to be found.
    pub place_of_number: Text,
    /// Where the contact is written.
    pub place: Place,
}

/// A picture of the device, with numbered marks explained in a legend.
#[derive(Clone, Debug, Default)]
pub struct Drawing {
    /// Stable name.
    pub id: Id,
    /// What it shows.
    pub title: Text,
    /// Rows drawn with box-drawing characters.
    pub unicode: Vec<String>,
    /// The same rows in plain ASCII.
    pub ascii: Vec<String>,
    /// Marks in the picture and what they are.
    pub legend: Vec<(String, Text)>,
    /// Where the drawing is written.
    pub place: Place,
}

/// A response code (ISO 8583 field 39) and where it leads.
#[derive(Clone, Debug, Default)]
pub struct Code {
    /// Two characters, upper case, for example `51` or `A0`.
    pub code: String,
    /// Whose meaning this is, for example `unionpay`.
    pub scheme: String,
    /// What the code means.
    pub meaning: Text,
    /// What to do.
    pub action: Text,
    /// Who must act.
    pub who: Who,
    /// Whether the sale may be tried again.
    pub retry: Retry,
    /// Where the guide goes on.
    pub go: Target,
    /// Facts it rests on.
    pub sources: Vec<String>,
    /// Where the code is written.
    pub place: Place,
}

impl Code {
    /// The form in which codes are compared: half-width, upper case, no blanks, and a single digit
    /// led by a zero, as terminals print it.
    ///
    /// ```
    /// use tilldoc::guide::Code;
    ///
    /// assert_eq!(Code::normalise("５ 1"), "51");
    /// assert_eq!(Code::normalise("a0"), "A0");
    /// assert_eq!(Code::normalise("5"), "05");
    /// ```
    pub fn normalise(typed: &str) -> String {
        let code: String = typed
            .chars()
            .map(super::amount::half_width)
            .filter(|c| !c.is_whitespace())
            .flat_map(char::to_uppercase)
            .collect();
        match code.len() {
            1 if code.as_bytes()[0].is_ascii_digit() => format!("0{code}"),
            3 if code.starts_with('0') => code[1..].to_owned(),
            _ => code,
        }
    }
}

/// Whether a declined sale may be tried again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Retry {
    /// Not with this card.
    #[default]
    Never,
    /// Once the cause is mended.
    AfterFix,
    /// After a while.
    Later,
}

impl Retry {
    /// Every answer with its name in the guide's TOML and in exports.
    pub const NAMES: [(&'static str, Self); 3] =
        [("never", Self::Never), ("after-fix", Self::AfterFix), ("later", Self::Later)];

    /// Its name in the guide's TOML and in exports.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, own)| *own == self).map_or("", |(name, _)| name)
    }
}
