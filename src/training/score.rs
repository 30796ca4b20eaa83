//! The points of an attempt: the formula.
//!
//! | part | points | share of them |
//! |---|---|---|
//! | remedy | 40 | all, where a right remedy was carried out |
//! | answers | 25 | answers that agree with the facts, of those that the scenario knows and those that were left out |
//! | looks | 10 | questions of the right way that were looked into first, of all of them and of those beside it that were looked into or strayed to |
//! | minutes | 15 | simulated minutes of the best path, over those that were used and those that were left out |
//! | actions | 5 | first actions in their order, of all that there were to choose |
//! | telling | 5 | remedies at which the customer was told what the remedy says |
//!
//! The right way is where the facts lead from the way in that the trainee chose. What it has and the
//! trainee never came to is left out: who keeps to it leaves nothing out, and a shortcut by a wrong
//! answer saves nothing. Who reaches no right remedy gets nothing for minutes, actions and telling.
//!
//! A better decision never takes points away: each share rises with what is good in it and falls with
//! what is not, and nothing counts in two directions. What no score can mend is a second mistake that
//! undoes a first one by luck. Shares are rounded to a tenth of a point, so that what is shown adds up.
//!
//! Whatever the points, a choice that harms fails the drill.

use super::{Points, Share, Tally};

/// A part of the score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Whether a right remedy was reached.
    Remedy,
    /// Answers that agree with the facts.
    Answers,
    /// What was looked at.
    Looks,
    /// Simulated minutes.
    Minutes,
    /// First actions in their order.
    Actions,
    /// What the customer was told.
    Telling,
}

/// What each part is worth; together 100.
pub const WEIGHTS: [(Part, f64); 6] = [
    (Part::Remedy, 40.0),
    (Part::Answers, 25.0),
    (Part::Looks, 10.0),
    (Part::Minutes, 15.0),
    (Part::Actions, 5.0),
    (Part::Telling, 5.0),
];

/// Sums of minutes in another order differ by less than this.
const NEARLY: f64 = 1e-9;

impl Part {
    /// What it is worth.
    pub fn weight(self) -> f64 {
        WEIGHTS.iter().find(|(part, _)| *part == self).map_or(0.0, |(_, most)| *most)
    }
}

impl Points {
    /// Points of one part.
    pub fn of(&self, part: Part) -> Share {
        match part {
            Part::Remedy => self.remedy,
            Part::Answers => self.answers,
            Part::Looks => self.looks,
            Part::Minutes => self.minutes,
            Part::Actions => self.actions,
            Part::Telling => self.telling,
        }
    }
}

impl Tally {
    /// The share of a part that was got, 0 to 1.
    pub fn share(&self, part: Part) -> f64 {
        let solved = f64::from(u8::from(self.solved));
        match part {
            Part::Remedy => solved,
            Part::Answers => self.ratio(self.agreed, self.known + self.never_asked),
            Part::Looks => self.ratio(self.looks_taken, self.looks_needed + self.astray),
            Part::Minutes => solved * self.speed(),
            Part::Actions => solved * self.ratio(self.actions_in_order, self.actions_wanted),
            Part::Telling => solved * self.ratio(self.told_right, self.told),
        }
    }

    /// The points of all parts.
    pub fn points(&self) -> Points {
        let share = |part: Part| {
            let got = (self.share(part).clamp(0.0, 1.0) * part.weight() * 10.0).round() / 10.0;
            Share { got, most: part.weight() }
        };
        Points {
            remedy: share(Part::Remedy),
            answers: share(Part::Answers),
            looks: share(Part::Looks),
            minutes: share(Part::Minutes),
            actions: share(Part::Actions),
            telling: share(Part::Telling),
        }
    }

    /// One number over another. Of nothing at all there is nothing to get wrong, as long as the
    /// remedy is right.
    fn ratio(&self, got: usize, of: usize) -> f64 {
        match of {
            0 => f64::from(u8::from(self.solved)),
            _ => got as f64 / of as f64,
        }
    }

    fn speed(&self) -> f64 {
        let used = self.minutes + self.minutes_left_out;
        if used <= self.best_minutes + NEARLY {
            return 1.0;
        }
        self.best_minutes / used
    }
}
