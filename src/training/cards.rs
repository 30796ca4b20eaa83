//! Free practice: the codes and messages of a guide as cards, each shown again shortly before it would
//! be forgotten.
//!
//! When a card comes again is decided by FSRS (Free Spaced Repetition Scheduler, version 5, Jarrett Ye)
//! as `rs-fsrs` has it, with its published weights and without its random spread: the same grades at
//! the same times always give the same days.

use crate::guide::{Guide, Shown};
use chrono::{DateTime, Utc};
use jiff::{Timestamp, tz::TimeZone};
use rs_fsrs::{Card, FSRS, Parameters, Rating, State};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// New cards that a trainee meets on one day, unless told otherwise.
pub const NEW_A_DAY: usize = 10;

/// The stable name of a card: `code 51 unionpay` or `message network-fault`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CardId(pub String);

impl CardId {
    fn of(shown: Shown<'_>) -> Self {
        Self(match shown {
            Shown::Code(code) => format!("code {} {}", code.code, code.scheme.id),
            Shown::Message(message) => format!("message {}", message.id),
        })
    }

    /// What stands on it; nothing where the guide has it no more.
    pub fn shown<'g>(&self, guide: &'g Guide) -> Option<Shown<'g>> {
        let codes = guide.codes.iter().map(Shown::Code);
        codes.chain(guide.messages.iter().map(Shown::Message)).find(|own| Self::of(*own) == *self)
    }
}

/// How well a trainee knew what is on the back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Grade {
    /// Not at all: it comes again in a minute.
    Again,
    /// With trouble.
    Hard,
    /// Well.
    Good,
    /// At once.
    Easy,
}

impl Grade {
    /// Every grade with its name, the worst first.
    pub const NAMES: [(&'static str, Self); 4] =
        [("again", Self::Again), ("hard", Self::Hard), ("good", Self::Good), ("easy", Self::Easy)];

    fn rating(self) -> Rating {
        match self {
            Self::Again => Rating::Again,
            Self::Hard => Rating::Hard,
            Self::Good => Rating::Good,
            Self::Easy => Rating::Easy,
        }
    }
}

/// What is remembered of a card that a trainee has met.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CardState {
    /// When it was met first.
    pub first: Timestamp,
    /// When it was graded last.
    pub last: Timestamp,
    /// When it is to be shown again.
    pub due: Timestamp,
    /// Days after which nine of ten would still know it.
    pub stability: f64,
    /// How hard it is for this trainee, 1 to 10.
    pub difficulty: f64,
    /// How often it was graded.
    pub grades: u32,
    /// How often it was forgotten after it had been learned.
    pub lapses: u32,
    /// Whether it is still being learned, within minutes, not days.
    pub phase: Phase,
}

/// How far a card is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// It comes again within minutes.
    Learning,
    /// It comes again after days.
    Known,
    /// It was known and forgotten, and comes again within minutes.
    Relearning,
}

impl CardState {
    /// The state of a card after it was graded at `now`; `before` is nothing for a new one.
    #[must_use]
    pub fn graded(before: Option<&Self>, grade: Grade, now: Timestamp) -> Self {
        // A clock that was set back must not make a card be forgotten before it was learned.
        let now = before.map_or(now, |before| now.max(before.last));
        let card = before.map_or_else(Card::default, Self::card);
        let fsrs = FSRS::new(Parameters { enable_fuzz: false, ..Parameters::default() });
        let after = fsrs.next(card, time(now), grade.rating()).card;
        Self {
            first: before.map_or(now, |before| before.first),
            last: now,
            due: Timestamp::from_millisecond(after.due.timestamp_millis()).unwrap_or(now),
            stability: after.stability,
            difficulty: after.difficulty,
            grades: after.reps.unsigned_abs(),
            lapses: after.lapses.unsigned_abs(),
            phase: match after.state {
                State::New | State::Learning => Phase::Learning,
                State::Review => Phase::Known,
                State::Relearning => Phase::Relearning,
            },
        }
    }

    fn card(&self) -> Card {
        Card {
            due: time(self.due),
            stability: self.stability,
            difficulty: self.difficulty,
            // Both are worked out anew by the scheduler.
            elapsed_days: 0,
            scheduled_days: 0,
            reps: i32::try_from(self.grades).unwrap_or(i32::MAX - 1),
            lapses: i32::try_from(self.lapses).unwrap_or(i32::MAX - 1),
            state: match self.phase {
                Phase::Learning => State::Learning,
                Phase::Known => State::Review,
                Phase::Relearning => State::Relearning,
            },
            last_review: time(self.last),
        }
    }
}

fn time(at: Timestamp) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(at.as_millisecond()).unwrap_or_default()
}

/// The cards of a guide.
#[derive(Clone, Debug, Default)]
pub struct Deck<'g> {
    cards: Vec<(CardId, Shown<'g>)>,
}

/// What is to be shown now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Due {
    /// Cards that were met before and are due, the longest due first.
    pub again: Vec<CardId>,
    /// New cards, as many as the day has left.
    pub new: Vec<CardId>,
    /// When the next card is due that is not due yet.
    pub next: Option<Timestamp>,
}

impl Due {
    /// The card to show now: first what was met before.
    pub fn first(&self) -> Option<&CardId> {
        self.again.first().or(self.new.first())
    }
}

impl<'g> Deck<'g> {
    /// All codes and messages of a guide, in the order in which they are met: codes that come often
    /// first, with the messages between them.
    pub fn new(guide: &'g Guide) -> Self {
        let mut codes: Vec<_> = guide.codes.iter().collect();
        // Stable: those that come as often stay in the order of the guide.
        codes.sort_by(|a, b| b.likelihood.0.total_cmp(&a.likelihood.0));
        let mut codes = codes.into_iter().map(Shown::Code);
        let mut messages = guide.messages.iter().map(Shown::Message);
        let mut cards = Vec::with_capacity(guide.codes.len() + guide.messages.len());
        loop {
            let before = cards.len();
            cards.extend(codes.next().into_iter().chain(messages.next()));
            if cards.len() == before {
                break;
            }
        }
        let named = |shown| (CardId::of(shown), shown);
        Self { cards: cards.into_iter().map(named).collect() }
    }

    /// How many cards there are.
    pub fn len(&self) -> usize {
        self.cards.len()
    }

    /// Whether the guide has neither codes nor messages.
    pub fn is_empty(&self) -> bool {
        self.cards.is_empty()
    }

    /// What stands on a card; nothing where the guide has it no more.
    pub fn card(&self, id: &CardId) -> Option<Shown<'g>> {
        self.cards.iter().find(|(own, _)| own == id).map(|(_, shown)| *shown)
    }

    /// What is to be shown at `now`, of what a trainee has met already. `new_a_day` cards are new on
    /// one day of `zone`; those that were new today count.
    pub fn due(
        &self,
        met: &BTreeMap<CardId, CardState>,
        (now, zone): (Timestamp, &TimeZone),
        new_a_day: usize,
    ) -> Due {
        let day = |at: Timestamp| zone.to_datetime(at).date();
        let today = met.values().filter(|state| day(state.first) == day(now)).count();
        let (mut again, mut new, mut next) = (Vec::new(), Vec::new(), None);
        for (id, _) in &self.cards {
            match met.get(id) {
                None if new.len() + today < new_a_day => new.push(id.clone()),
                None => {}
                Some(state) if state.due <= now => again.push((state.due, id.clone())),
                Some(state) => {
                    next = Some(next.map_or(state.due, |next: Timestamp| next.min(state.due)));
                }
            }
        }
        again.sort();
        Due { again: again.into_iter().map(|(_, id)| id).collect(), new, next }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::{SignedDuration, ToSpan};
    use proptest::prelude::*;

    const GRADES: [Grade; 4] = [Grade::Again, Grade::Hard, Grade::Good, Grade::Easy];

    fn start() -> Timestamp {
        "2026-11-23T09:00:00Z".parse().expect("a time")
    }

    #[test]
    fn the_days_are_those_that_fsrs_gives() {
        // The package's own example: what is remembered between two grades is enough for it.
        let grades =
            "ggggggaaggggg".chars().map(|c| if c == 'g' { Grade::Good } else { Grade::Again });
        let (mut state, mut now) = (None, start());
        let mut all = Vec::new();
        for grade in grades {
            let after = CardState::graded(state.as_ref(), grade, now);
            all.push(after.due.duration_since(now).as_hours() / 24);
            now = after.due;
            state = Some(after);
        }
        assert_eq!(all, [0, 4, 15, 48, 136, 351, 0, 0, 7, 13, 24, 43, 77]);
    }

    #[test]
    fn what_is_forgotten_comes_within_minutes() {
        let known = CardState::graded(None, Grade::Easy, start());
        assert_eq!(known.phase, Phase::Known);
        let forgotten = CardState::graded(Some(&known), Grade::Again, known.due);
        assert_eq!((forgotten.phase, forgotten.lapses), (Phase::Relearning, 1));
        assert!(forgotten.due <= forgotten.last + 10.minutes());
    }

    proptest! {
        #[test]
        fn grades_at_the_same_times_always_give_the_same_and_a_better_one_never_comes_sooner(
            steps in proptest::collection::vec((0_usize..4, -3_000_i64..60 * 24 * 90), 0..12),
        ) {
            let play = || {
                let (mut state, mut now) = (None, start());
                for (grade, minutes) in &steps {
                    state = Some(CardState::graded(state.as_ref(), GRADES[*grade], now));
                    now += SignedDuration::from_mins(*minutes);
                }
                (state, now)
            };
            let (state, now) = play();
            prop_assert_eq!(&state, &play().0);
            let all = GRADES.map(|grade| CardState::graded(state.as_ref(), grade, now));
            for own in &all {
                prop_assert!(own.stability.is_finite() && own.stability > 0.0);
                prop_assert!((1.0..=10.0).contains(&own.difficulty));
                prop_assert!(own.due > own.last && own.last >= own.first);
                let json = serde_json::to_string(own).expect("JSON");
                prop_assert_eq!(&serde_json::from_str::<CardState>(&json).expect("a state"), own);
            }
            prop_assert!(all.windows(2).all(|two| two[0].due <= two[1].due), "{:?}", all);
        }
    }
}
