//! The figures of one line.

use super::names::Names;
use crate::{
    guide::Id,
    training::{Marked, Marking},
};
use serde::Serialize;
use std::collections::BTreeMap;

/// What some attempts come to; in a report by question, some answers.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Figures {
    /// How many there are.
    pub attempts: usize,
    /// How many passed, or were right.
    pub passed: usize,
    /// The share of them, 0 to 1.
    pub pass_rate: f64,
    /// How many failed for harm.
    pub harmful: usize,
    /// The mean of their points, 0 to 100; of answers none.
    pub mean_points: Option<f64>,
    /// The median of the simulated minutes; of answers none.
    pub median_simulated_minutes: Option<f64>,
    /// The median of the minutes that they really took; of answers none.
    pub median_real_minutes: Option<f64>,
    /// Whether the last ones are better than those before.
    pub trend: Trend,
    /// The commonest wrong answer, where there was any.
    pub wrong: Option<Wrong>,
}

/// Whether the last five are better than the five before: their mean points, or where it is about
/// answers the share of right ones in a hundred. Of fewer than ten, the later half is held against the
/// earlier.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trend {
    /// By five points or more.
    Better,
    /// By less than five points, up or down.
    Same,
    /// Worse by five points or more.
    Worse,
    /// There are fewer than four.
    #[default]
    TooFew,
}

impl Trend {
    /// How many are held against as many before.
    const WINDOW: usize = 5;
    /// Fewer than this tell nothing.
    const FEWEST: usize = 4;
    /// A smaller difference is none.
    const POINTS: f64 = 5.0;

    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Better => "better",
            Self::Same => "same",
            Self::Worse => "worse",
            Self::TooFew => "too-few",
        }
    }

    /// The trend of points, the oldest first.
    pub fn of(points: &[f64]) -> Self {
        if points.len() < Self::FEWEST {
            return Self::TooFew;
        }
        let window = Self::WINDOW.min(points.len() / 2);
        let (before, last) = points.split_at(points.len() - window);
        let difference = mean(last) - mean(&before[before.len() - window..]);
        if difference >= Self::POINTS {
            Self::Better
        } else if difference <= -Self::POINTS {
            Self::Worse
        } else {
            Self::Same
        }
    }
}

/// A wrong answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Wrong {
    /// The question.
    pub question: Id,
    /// The question in words.
    pub asked: String,
    /// What was answered, as a path case writes it.
    pub given: String,
    /// What was answered, in words.
    pub said: String,
    /// How often.
    pub count: usize,
}

/// Attempts or answers that are gathered for one line.
#[derive(Debug, Default)]
pub(super) struct Gathering {
    passed: usize,
    harmful: usize,
    /// One each, in order.
    points: Vec<f64>,
    minutes: Vec<f64>,
    seconds: Vec<f64>,
    wrong: BTreeMap<(Id, String), usize>,
}

impl Gathering {
    pub(super) fn attempt(&mut self, marked: &Marked) {
        self.passed += usize::from(marked.passed);
        self.harmful += usize::from(!marked.harm.is_empty());
        self.points.push(marked.total);
        self.minutes.push(marked.minutes);
        self.seconds.push(marked.seconds());
        marked.answers.iter().for_each(|answer| self.note_wrong(answer));
    }

    pub(super) fn answer(&mut self, answer: &Marking) {
        self.passed += usize::from(answer.agrees);
        self.points.push(if answer.agrees { 100.0 } else { 0.0 });
        self.note_wrong(answer);
    }

    fn note_wrong(&mut self, answer: &Marking) {
        if !answer.agrees {
            let which = (answer.question.clone(), answer.given.clone());
            *self.wrong.entry(which).or_default() += 1;
        }
    }

    pub(super) fn figures(self, names: &Names<'_>) -> Figures {
        let attempts = self.points.len();
        let of_attempts = self.minutes.len() == attempts && attempts > 0;
        // Of those that came as often, the first by name.
        let commonest = self.wrong.into_iter().rev().max_by_key(|(_, count)| *count);
        Figures {
            attempts,
            passed: self.passed,
            pass_rate: if attempts == 0 { 0.0 } else { self.passed as f64 / attempts as f64 },
            harmful: self.harmful,
            mean_points: of_attempts.then(|| mean(&self.points)),
            median_simulated_minutes: median(self.minutes),
            median_real_minutes: median(self.seconds).map(|seconds| seconds / 60.0),
            trend: Trend::of(&self.points),
            wrong: commonest.map(|((question, given), count)| Wrong {
                asked: names.question(&question),
                said: names.answer(&question, &given),
                question,
                given,
                count,
            }),
        }
    }
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    match values.len() {
        0 => None,
        count if count % 2 == 1 => Some(values[middle]),
        _ => Some(f64::midpoint(values[middle - 1], values[middle])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_trend_holds_the_last_five_against_the_five_before() {
        let points = |all: &[u8]| all.iter().map(|own| f64::from(*own)).collect::<Vec<_>>();
        for (all, trend) in [
            (&[][..], Trend::TooFew),
            (&[0, 100, 100], Trend::TooFew),
            (&[50, 50, 50, 60], Trend::Better),
            (&[50, 50, 50, 59], Trend::Same),
            (&[60, 60, 50, 60], Trend::Worse),
            // What lies further back counts no more, and of an odd number the first one.
            (&[100, 100, 100, 0, 0, 0, 0, 0, 90, 90, 90, 90, 90], Trend::Better),
            (&[0, 80, 80, 80, 80], Trend::Same),
        ] {
            assert_eq!(Trend::of(&points(all)), trend, "{all:?}");
        }
    }

    #[test]
    fn the_median_is_the_middle() {
        assert_eq!(median(vec![]), None);
        assert_eq!(median(vec![9.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(vec![4.0, 1.0, 2.0, 9.0]), Some(3.0));
    }
}
