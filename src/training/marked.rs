//! What came of an attempt: all that reports, certificates and learning systems are told of it.

use crate::guide::{Guide, Id, Text};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How a drill is run. Free practice with cards is no attempt.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// With hints, and with feedback at each answer.
    #[default]
    Practice,
    /// With neither, and against the clock.
    Exam,
}

impl Mode {
    /// Every mode with its name on the command line and in reports.
    pub const NAMES: [(&'static str, Self); 2] =
        [("practice", Self::Practice), ("exam", Self::Exam)];

    /// Its name on the command line and in reports.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, own)| *own == self).map_or("", |(name, _)| name)
    }
}

/// A text of the guide as it was when the attempt was marked, by the tags of its languages.
///
/// Kept so that an old attempt can be told where the guide has changed since.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Worded(pub BTreeMap<String, String>);

impl Worded {
    /// A text of `guide` in all its languages.
    pub fn of(guide: &Guide, text: &Text) -> Self {
        let tags = guide.languages.iter().cloned();
        Self(tags.zip(text.versions().map(str::to_owned)).collect())
    }

    /// The text in the language with this tag; else in any, else nothing.
    pub fn get(&self, tag: &str) -> &str {
        self.0.get(tag).or_else(|| self.0.values().next()).map_or("", String::as_str)
    }
}

/// What came of one attempt.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Marked {
    /// The scenario.
    pub scenario: Id,
    /// What the scenario is called.
    pub title: Worded,
    /// The step of the remedy that was right.
    pub step: Id,
    /// Id of the guide.
    pub guide: String,
    /// Version of the guide.
    pub version: String,
    /// How the drill was run.
    pub mode: Mode,
    /// When it began.
    pub began: Timestamp,
    /// When it ended.
    pub ended: Timestamp,
    /// What each part is worth.
    pub points: Points,
    /// All points, 0 to 100.
    pub total: f64,
    /// The pass mark at that time, 0 to 100.
    pub mark: f64,
    /// What would have done harm; any of it fails the drill.
    pub harm: Vec<Harm>,
    /// Whether the points reach the pass mark, and nothing did harm.
    pub passed: bool,
    /// Simulated minutes that it took.
    pub minutes: f64,
    /// Simulated minutes of the best path.
    pub best_minutes: f64,
    /// What was answered, in order. Each question once.
    pub answers: Vec<Marking>,
    /// The remedy that was carried out last, where there was one.
    pub remedy: Option<Id>,
    /// Whether that one is right.
    pub solved: bool,
    /// Hints that were asked for.
    pub hints: usize,
    /// Whether it came to its end, and was not given up or stopped by the clock.
    #[serde(default)]
    pub completed: bool,
}

impl Marked {
    /// Whether this passes where so many points do: never with harm.
    pub fn reaches(&self, mark: f64) -> bool {
        self.harm.is_empty() && self.total >= mark
    }

    /// Real seconds that it took.
    pub fn seconds(&self) -> f64 {
        self.ended.duration_since(self.began).as_secs_f64().max(0.0)
    }
}

/// Points of one part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Share {
    /// Those that were got.
    pub got: f64,
    /// Those that there were to get.
    pub most: f64,
}

/// What each part of an attempt is worth.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Points {
    /// Whether a right remedy was reached.
    pub remedy: Share,
    /// How many answers agree with the facts.
    pub answers: Share,
    /// How much that matters was looked at, and how much that does not.
    pub looks: Share,
    /// Simulated minutes against those of the best path.
    pub minutes: Share,
    /// The first actions in their order.
    pub actions: Share,
    /// What the customer was told.
    pub telling: Share,
}

impl Points {
    /// Names of the parts, in the order of [`Points::all`]: stable, for reports.
    pub const NAMES: [&'static str; 6] =
        ["remedy", "answers", "looks", "minutes", "actions", "telling"];

    /// The parts in the order in which they are shown.
    pub fn all(&self) -> [Share; 6] {
        [self.remedy, self.answers, self.looks, self.minutes, self.actions, self.telling]
    }

    /// The points together, 0 to 100, to a tenth: so tenths that make 80 are 80.
    pub fn total(&self) -> f64 {
        let sum: f64 = self.all().iter().map(|share| share.got).sum();
        (sum.clamp(0.0, 100.0) * 10.0).round() / 10.0
    }
}

/// A choice that would have lost money or goods, or harmed somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Harm {
    /// What sort of choice it was.
    pub kind: HarmKind,
    /// The question that was answered, or the remedy that was carried out.
    pub node: Id,
    /// What was chosen.
    pub choice: Worded,
    /// Why it harms.
    pub why: Worded,
}

/// What sort of choice does harm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HarmKind {
    /// An answer.
    Answer,
    /// An action.
    Action,
    /// Something that was told to the customer.
    Telling,
}

/// An answer and what the facts say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marking {
    /// The question.
    pub question: Id,
    /// What was answered, as a path case writes it: see
    /// [`PathCase::play`](crate::guide::PathCase::play). Never words of a person.
    pub given: String,
    /// What agrees with the facts, written likewise; nothing where the scenario does not know.
    pub right: Option<String>,
    /// Whether it agrees. True also where the scenario does not know; such an answer counts for
    /// nothing.
    pub agrees: bool,
    /// Whether the trainee had looked before.
    pub looked: bool,
}

impl Marking {
    /// Whether the answer counts as right or wrong; nothing where the scenario does not know. It knows by
    /// a look that shows what is right, or, where there is none, by a trap: then only who went into it
    /// is known to be wrong.
    pub fn success(&self) -> Option<bool> {
        (self.right.is_some() || !self.agrees).then_some(self.agrees)
    }
}
