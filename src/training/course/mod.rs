//! Courses: an ordered list of scenarios with a pass mark and retries, and how far a trainee is.
//!
//! A course is a file of the trainer's own (`course.toml`), read with the same care as a guide; one
//! is built in.

mod certificate;
mod progress;

pub use certificate::certificate;
pub use progress::{Progress, Standing, Station};

use super::{Mode, Terms};
use crate::{
    flaw::Flaw,
    guide::{
        Finding, Guide, Named, Problem, Quantity, Rule, Sheet, Table, Tagged, Target, nearest,
        read_alone, tagged,
    },
};

/// A scenario of the course is one of the guide's.
static UNKNOWN_SCENARIO: Rule = Rule::reading("unknown-scenario");
/// A scenario stands in a course once.
static DUPLICATE_SCENARIO: Rule = Rule::reading("duplicate-scenario");

/// The keys of the file.
pub const COURSE_KEYS: &[&str] = &["title", "pass_mark", "retries", "counts", "scenarios"];

/// The built-in course, for the built-in guide.
pub const BUILTIN_COURSE: &str = include_str!("../../../content/course.toml");

/// Points that pass where nobody says otherwise.
pub const PASS_MARK: f64 = Terms::MARK;

/// An ordered list of scenarios, and what passes.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// What it is called.
    pub title: Tagged,
    /// Points that pass a scenario, 0 to 100, whatever the mark was when it was run.
    pub pass_mark: f64,
    /// Further tries at each scenario after the first; any number where it is not said.
    pub retries: Option<usize>,
    /// Which attempts count.
    pub counts: Counts,
    /// The scenarios in their order, each once.
    pub scenarios: Vec<Target>,
}

impl Default for Course {
    fn default() -> Self {
        Self {
            title: Tagged::default(),
            pass_mark: PASS_MARK,
            retries: None,
            counts: Counts::Exam,
            scenarios: Vec::new(),
        }
    }
}

/// Which attempts count in a course.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counts {
    /// Exams alone: whoever practises spends no try, and passes nothing by hints.
    Exam,
    /// Practice as well.
    All,
}

impl Counts {
    const NAMES: [(&'static str, Self); 2] = [("exam", Self::Exam), ("all", Self::All)];

    /// Its name in the file.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, own)| *own == self).map_or("", |(name, _)| name)
    }

    /// Whether an attempt in this mode counts.
    pub fn takes(self, mode: Mode) -> bool {
        self == Self::All || mode == Mode::Exam
    }
}

impl Course {
    /// Reads a course. What is wrong in it is left out and told.
    pub fn read(source: &str) -> (Self, Vec<Finding>) {
        read_alone(source, ("course.toml", COURSE_KEYS), |sheet, root| {
            root.require("title");
            root.require("scenarios");
            let percent = |mark: f64| (0.0..=100.0).contains(&mark);
            let whole = |count: f64| count >= 0.0 && count.fract() == 0.0 && count <= 1_000.0;
            let retries = root.number(sheet, "retries", Quantity::Repeats, whole);
            Self {
                title: tagged(sheet, root, "title"),
                pass_mark: root
                    .number(sheet, "pass_mark", Quantity::Mark, percent)
                    .unwrap_or(PASS_MARK),
                retries: retries.map(|count| count as usize),
                counts: root.word(sheet, "counts", &Counts::NAMES).unwrap_or(Counts::Exam),
                scenarios: scenarios(sheet, root),
            }
        })
    }

    /// What the course names and a guide has not, as findings of the course's file.
    pub fn unknown(&self, guide: &Guide) -> Vec<Finding> {
        let known = || guide.scenarios.iter().map(|own| own.id.as_str());
        let missing = self.scenarios.iter().filter(|own| guide.scenario(&own.id).is_none());
        let finding = |own: &Target| {
            let near = nearest(&own.id, known()).map(str::to_owned);
            let (what, name) = (Named::Scenario, own.id.to_string());
            UNKNOWN_SCENARIO.finding(own.place, Problem::UnknownName { what, name, near })
        };
        missing.map(finding).collect()
    }

    /// The same without the scenarios that a guide has not.
    #[must_use]
    pub fn known(mut self, guide: &Guide) -> Self {
        self.scenarios.retain(|own| guide.scenario(&own.id).is_some());
        self
    }
}

fn scenarios(sheet: &mut Sheet<'_>, root: &mut Table<'_, '_>) -> Vec<Target> {
    let mut all: Vec<Target> = Vec::new();
    for (name, span) in root.strings(sheet, "scenarios") {
        let own = Target { id: name.trim().into(), place: sheet.place(span.clone()) };
        if all.iter().any(|other| other.id == own.id) {
            let problem = Problem::BadValue { key: "scenarios".to_owned(), flaw: Flaw::Twice };
            sheet.add(&DUPLICATE_SCENARIO, span, problem);
        } else {
            all.push(own);
        }
    }
    all
}
