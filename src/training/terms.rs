//! How a drill is run, and what of that the trainer sets.

use super::Mode;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// How a drill is run.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Terms {
    /// Practice or exam.
    pub mode: Mode,
    /// The pass mark, 0 to 100.
    pub mark: f64,
    /// Whether an exam lets answers be changed. Practice always does.
    #[serde(default)]
    pub allow_back: bool,
    /// Real seconds that an exam may take; none for as long as one likes. It runs on while the
    /// drill is left. Practice has no limit.
    #[serde(default)]
    pub limit: Option<u32>,
}

impl Terms {
    /// The pass mark where the trainer sets none.
    pub const MARK: f64 = 80.0;
    /// Seconds of an exam whatever its scenario.
    const BASE: u32 = 180;
    /// Seconds of an exam for each question of the best path.
    const A_QUESTION: u32 = 60;

    /// Practice.
    pub fn practice(mark: f64) -> Self {
        Self { mode: Mode::Practice, mark, allow_back: true, limit: None }
    }

    /// An exam on a scenario whose best path has so many questions, with the usual limit: three
    /// minutes, and one for each question.
    pub fn exam(mark: f64, questions: usize) -> Self {
        let questions = u32::try_from(questions).unwrap_or(u32::MAX);
        let limit = questions.saturating_mul(Self::A_QUESTION).saturating_add(Self::BASE);
        Self { mode: Mode::Exam, mark, allow_back: false, limit: Some(limit) }
    }

    /// Whether earlier answers may be changed.
    pub fn may_go_back(&self) -> bool {
        self.allow_back || self.mode == Mode::Practice
    }

    /// Whether it runs against the clock.
    pub fn is_timed(&self) -> bool {
        self.mode == Mode::Exam && self.limit.is_some()
    }

    /// When the time is up, for a drill that began then.
    pub(super) fn deadline(&self, began: Timestamp) -> Option<Timestamp> {
        let limit = self.limit.filter(|_| self.mode == Mode::Exam)?;
        began.checked_add(jiff::SignedDuration::from_secs(limit.into())).ok()
    }
}

/// What the trainer sets for all drills.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HouseRules {
    /// The pass mark, 0 to 100.
    pub mark: f64,
    /// Whether answers may be changed in an exam.
    pub allow_back: bool,
    /// Real minutes that an exam may take; by its scenario where the trainer does not say.
    pub exam_minutes: Option<f64>,
}

impl Default for HouseRules {
    fn default() -> Self {
        Self { mark: Terms::MARK, allow_back: false, exam_minutes: None }
    }
}

impl HouseRules {
    /// The terms of a drill on a scenario whose best path has so many questions.
    pub fn terms(&self, mode: Mode, questions: usize) -> Terms {
        match mode {
            Mode::Practice => Terms::practice(self.mark),
            Mode::Exam => {
                let usual = Terms::exam(self.mark, questions);
                // Seconds; a part of one would never be noticed.
                let own = self.exam_minutes.map(|minutes| (minutes * 60.0).ceil().max(1.0) as u32);
                Terms { allow_back: self.allow_back, limit: own.or(usual.limit), ..usual }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_trainer_sets_how_an_exam_is_run() {
        let rules = HouseRules { mark: 90.0, allow_back: true, exam_minutes: Some(2.5) };
        let exam = rules.terms(Mode::Exam, 7);
        assert_eq!((exam.mark, exam.limit), (90.0, Some(150)));
        assert!(exam.may_go_back());
        let practice = rules.terms(Mode::Practice, 7);
        assert_eq!((practice.mark, practice.limit), (90.0, None));
    }

    #[test]
    fn an_exam_has_no_way_back_and_time_by_its_questions_where_nothing_is_said() {
        let exam = HouseRules::default().terms(Mode::Exam, 7);
        assert_eq!(exam, Terms::exam(Terms::MARK, 7));
        assert!(!exam.may_go_back());
    }
}
