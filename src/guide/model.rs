//! The decision tree as values: what the reader makes and everything else uses.

use super::{
    Code, Entry, Fact, Forecast, Id, Lang, Likelihood, Message, Names, Node, NotUsed, Notice,
    PathCase, Question, Remedy, Scenario, Scheme, Text,
};
use crate::texts::Texts;
use std::sync::OnceLock;

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
    /// Where a clerk goes on who has a code with several meanings and can't tell which card it was.
    pub code_unsure: Option<Target>,
    /// The remedy that is a call, where the guide says what a call costs.
    pub call: Option<Call>,
    /// Questions of the longest way from a symptom to a remedy that its author lets be.
    pub most_questions: Option<usize>,
    /// Whether the device takes no payments, so that nothing need remind of one under way.
    pub no_payments: bool,
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
    /// Whose cards there are, in the order in which they are offered.
    pub schemes: Vec<Scheme>,
    /// Response codes.
    pub codes: Vec<Code>,
    /// What a terminal shows in words.
    pub messages: Vec<Message>,
    /// The facts that the guide rests on.
    pub facts: Vec<Fact>,
    /// Facts that the guide leaves out, with the reasons.
    pub not_used: Vec<NotUsed>,
    /// Paths through the guide that its author wants to stay as they are.
    pub cases: Vec<PathCase>,
    /// What holds for a while.
    pub notices: Vec<Notice>,
    /// Faults with known facts, for training. Those of the built-in guide stand in files of their
    /// own: see [`builtin_scenarios`](super::builtin_scenarios).
    pub scenarios: Vec<Scenario>,
    /// Questions and remedies in the order of the files.
    pub nodes: Vec<Node>,
    /// Where each node is in `nodes`.
    pub(super) index: Names<Id, usize>,
    /// What is still to come at each node, in the order of `nodes`.
    pub(super) forecasts: Vec<Forecast>,
    /// Which guide this is, once somebody has asked.
    pub(super) fingerprint: OnceLock<u32>,
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

    /// All questions in the order of the files.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.nodes.iter().filter_map(|node| match node {
            Node::Question(question) => Some(question),
            Node::Remedy(_) => None,
        })
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

    /// The scheme with this id.
    pub fn scheme(&self, id: &str) -> Option<&Scheme> {
        self.schemes.iter().find(|scheme| scheme.id == id)
    }

    /// The message with this id.
    pub fn message(&self, id: &str) -> Option<&Message> {
        self.messages.iter().find(|message| message.id == id)
    }

    /// The code entries for what a clerk typed (`51`, `5 1`, `０51`, `a0`), in the order of the
    /// guide's schemes. More than one where the code means different things on different cards.
    pub fn codes(&self, typed: &str) -> Vec<&Code> {
        let wanted = Code::normalise(typed);
        let mut codes: Vec<&Code> = self.codes.iter().filter(|code| code.code == wanted).collect();
        codes.sort_by_key(|code| self.schemes.iter().position(|own| own.id == code.scheme.id));
        codes
    }

    /// The entry of a code in its normal form under one scheme.
    pub fn code(&self, code: &str, scheme: &str) -> Option<&Code> {
        self.codes.iter().find(|own| own.code == code && own.is_of(scheme))
    }

    /// The scenario with this id.
    pub fn scenario(&self, id: &str) -> Option<&Scenario> {
        self.scenarios.iter().find(|scenario| scenario.id == id)
    }

    /// What a scenario is called; where the guide has none with this id, the id.
    pub fn scenario_title<'t>(&'t self, id: &'t str, lang: Lang) -> &'t str {
        self.scenario(id).map_or(id, |scenario| scenario.title.get(lang))
    }

    /// Where a way in leads.
    pub fn way_in(&self, entry: &Entry) -> Option<&Target> {
        match entry {
            Entry::Symptom(id) => self.symptom(id).map(|symptom| &symptom.go),
            Entry::CheckEverything => self.check_everything.as_ref(),
            Entry::Code { code, scheme } => self.code(code, scheme).map(|code| &code.go),
            Entry::UnsureCode(_) => self.code_unsure.as_ref(),
            Entry::Message(id) => self.message(id).map(|message| &message.go),
            Entry::Call => self.call.as_ref().map(|call| &call.remedy),
        }
    }

    /// What is likely still to come from this node on.
    pub fn forecast(&self, id: &str) -> Forecast {
        self.index.get(id).and_then(|&at| self.forecasts.get(at)).copied().unwrap_or_default()
    }
}

/// The remedy that is a call, and what it costs: `[call]` in `guide.toml`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Call {
    /// The remedy.
    pub remedy: Target,
    /// Minutes that it takes, waiting included.
    pub minutes: f64,
    /// Minutes that it must save before it is offered.
    pub saves: f64,
    /// Whether it is offered at all.
    pub stop: bool,
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
    /// Minutes that it takes to get there: to the router, to the back of the machine.
    pub minutes: f64,
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
    /// How often people start here, as a weight beside the other symptoms.
    pub likelihood: Likelihood,
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
