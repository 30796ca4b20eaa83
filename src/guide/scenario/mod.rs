//! Faults with known facts, for training: what a trainee sees, what a look at each thing would show,
//! and where that must lead.
//!
//! ```text
//! Scenario ─┬─ scene: title, setting, screen, customer       what is seen without checking
//!           ├─ sights: one for each question that counts     what one look shows, and its answer
//!           ├─ traps, temptations, tellings                  what is wrong to answer, do or say, and why
//!           └─ truth, fails, also                            hidden: which remedies work
//! ```

mod flaw;
mod parts;
mod play;

pub use flaw::{ScenarioFlaw, Wrong};
pub use parts::{Sight, Telling, Temptation, Trap};
pub use play::{BestPath, PathStop};

use super::{Entry, Id, Lang, Place, Target, Text};

/// One fault as a trainee meets it.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// Stable name.
    pub id: Id,
    /// What it is called; gives nothing of the cause away.
    pub title: Text,
    /// How hard it is.
    pub difficulty: Difficulty,
    /// Where and when it happens, and what was just done.
    pub setting: Text,
    /// What the terminal shows.
    pub screen: Screen,
    /// What the customer says and does.
    pub customer: Text,
    /// The best way in.
    pub entry: Entry,
    /// The remedy that works, hidden from the trainee.
    pub truth: Target,
    /// Other remedies that work as well.
    pub also: Vec<Target>,
    /// Remedies on the best path that are tried and don't work, where there are two faults at once.
    pub fails: Vec<Target>,
    /// Simulated minutes to the remedy that a good trainee needs.
    pub minutes: f64,
    /// Questions that the best path asks.
    pub questions: usize,
    /// What a look at each thing would show, one for each question that can be looked into.
    pub sights: Vec<Sight>,
    /// Answers that would be wrong.
    pub traps: Vec<Trap>,
    /// Things that it would be wrong to do.
    pub temptations: Vec<Temptation>,
    /// Things that it would be wrong to say to the customer.
    pub tellings: Vec<Telling>,
    /// Where the id is written.
    pub place: Place,
}

impl Scenario {
    /// What a text begins with that is still to be written, in a draft made from a session.
    pub const UNWRITTEN: &str = "TODO";

    /// Columns of a title at most.
    pub const TITLE_COLUMNS: usize = 40;

    /// Whether a text is still to be written in some language.
    pub fn is_unwritten(text: &Text) -> bool {
        text.versions().any(|text| text.trim_start().starts_with(Self::UNWRITTEN))
    }

    /// What can be learned about a question; nothing where the scenario knows nothing of it.
    pub fn sight(&self, question: &str) -> Option<&Sight> {
        self.sights.iter().find(|sight| sight.question.id == question)
    }

    /// Every question and remedy that it names, but for its way in.
    pub(in crate::guide) fn names(&self) -> impl Iterator<Item = &Target> {
        let remedies = std::iter::once(&self.truth).chain(&self.also).chain(&self.fails);
        let sights = self.sights.iter().map(|sight| &sight.question);
        remedies.chain(sights).chain(self.traps.iter().map(|trap| &trap.question))
    }

    /// Whether a remedy works here.
    pub fn is_right(&self, remedy: &str) -> bool {
        self.truth.id == remedy || self.also.iter().any(|own| own.id == remedy)
    }
}

/// How hard a scenario is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Difficulty {
    /// One or two questions, and what is seen is what it is.
    #[default]
    Easy,
    /// Some questions.
    Medium,
    /// Many looks, or a sign that misleads.
    Hard,
    /// Two faults at once, a code that misleads, somebody who pushes towards harm.
    Nasty,
}

impl Difficulty {
    /// Every difficulty with its name in the guide's TOML and in reports, the easiest first.
    pub const NAMES: [(&'static str, Self); 4] = [
        ("easy", Self::Easy),
        ("medium", Self::Medium),
        ("hard", Self::Hard),
        ("nasty", Self::Nasty),
    ];

    /// Its name in the guide's TOML and in reports.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, own)| *own == self).map_or("", |(name, _)| name)
    }
}

/// What a terminal shows: lines in each language, none where it is dark.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Screen(Vec<Vec<String>>);

impl Screen {
    /// Columns of a line at most.
    pub const COLUMNS: usize = 24;
    /// Lines at most.
    pub const LINES: usize = 6;

    /// A screen from its lines in each language, in the guide's order of languages.
    pub fn new(versions: Vec<Vec<String>>) -> Self {
        Self(versions)
    }

    /// The lines in `lang`.
    pub fn lines(&self, lang: Lang) -> &[String] {
        self.0.get(lang.0).or(self.0.first()).map_or(&[], Vec::as_slice)
    }

    /// The lines in every language, in the guide's order of languages.
    pub fn versions(&self) -> impl Iterator<Item = &[String]> {
        self.0.iter().map(Vec::as_slice)
    }
}
