//! What attempts come to: by trainee, scenario, step or question.
//!
//! ```text
//! Attempts ─► Report (lines, the weakest first) ─► table, CSV, HTML with bars, JSON
//!         └─► xapi::statements ───────────────────► JSON for a learning system
//! ```

mod figures;
mod html;
mod names;
mod sheet;
mod table;
pub mod xapi;

pub use figures::{Figures, Trend, Wrong};
pub use html::html;
pub use sheet::csv;
pub use table::table;

use super::{Attempt, Marking, Mode};
use crate::{guide::Guide, texts::Texts};
use figures::Gathering;
use jiff::civil::Date;
use names::Names;
use serde::Serialize;
use std::collections::BTreeMap;

/// What the lines of a report are about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum By {
    /// A line for each trainee.
    #[default]
    Trainee,
    /// A line for each scenario.
    Scenario,
    /// A line for each step of the checklist, by where the right remedy is.
    Step,
    /// A line for each question; counted are answers of which the scenario knows whether they are
    /// right.
    Question,
}

impl By {
    /// Every sort with its name on the command line and in reports.
    pub const NAMES: [(&'static str, Self); 4] = [
        ("trainee", Self::Trainee),
        ("scenario", Self::Scenario),
        ("step", Self::Step),
        ("question", Self::Question),
    ];

    /// Its name on the command line and in reports.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, own)| *own == self).map_or("", |(name, _)| name)
    }
}

/// Which attempts a report is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Scope {
    /// The first day, where there is one.
    pub since: Option<Date>,
    /// The last day, where there is one.
    pub until: Option<Date>,
    /// How they were run, where it matters.
    pub mode: Option<Mode>,
}

/// What attempts come to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// What the lines are about.
    pub by: By,
    /// Which attempts were asked for.
    #[serde(flatten)]
    pub scope: Scope,
    /// The lines: the lowest pass rate first, among equals the most attempts.
    pub lines: Vec<Line>,
    /// All of them together.
    pub all: Figures,
}

/// One line of a report.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line {
    /// The name of the trainee, or the stable name of what the line is about.
    pub id: String,
    /// It in words.
    pub name: String,
    /// What it comes to.
    #[serde(flatten)]
    pub figures: Figures,
}

impl Report {
    /// What these attempts come to, in the words of a guide and in the language of `texts`. What the
    /// guide has no more is told by its stable name.
    ///
    /// The attempts must be in the order in which they ended.
    pub fn new(attempts: &[Attempt], by: By, scope: Scope, guide: &Guide, texts: &Texts) -> Self {
        let names = Names::new(guide, texts);
        let mut groups: BTreeMap<String, (String, Gathering)> = BTreeMap::new();
        let mut all = Gathering::default();
        for attempt in attempts {
            let marked = &attempt.marked;
            let mut take = |id: &str, name: String, answer: Option<&Marking>| {
                // The newest name is the one that is told.
                let group = groups.entry(id.to_owned()).or_default();
                group.0 = name;
                for own in [&mut group.1, &mut all] {
                    match answer {
                        Some(answer) => own.answer(answer),
                        None => own.attempt(marked),
                    }
                }
            };
            match by {
                By::Trainee => {
                    let name = attempt.trainee.name.as_str();
                    take(name, name.to_owned(), None);
                }
                By::Scenario => take(&marked.scenario, names.scenario(marked), None),
                By::Step => take(&marked.step, names.step(&marked.step), None),
                By::Question => {
                    for answer in marked.answers.iter().filter(|own| own.success().is_some()) {
                        take(&answer.question, names.question(&answer.question), Some(answer));
                    }
                }
            }
        }
        let line = |(id, (name, gathered)): (String, (String, Gathering))| Line {
            id,
            name,
            figures: gathered.figures(&names),
        };
        let mut lines: Vec<Line> = groups.into_iter().map(line).collect();
        lines.sort_by(|a, b| {
            let rate = a.figures.pass_rate.total_cmp(&b.figures.pass_rate);
            rate.then_with(|| b.figures.attempts.cmp(&a.figures.attempts))
        });
        Self { by, scope, lines, all: all.figures(&names) }
    }

    /// The report as JSON: what it is about by stable names, with their texts beside.
    pub fn json(&self) -> String {
        crate::json::pretty(self)
    }
}
