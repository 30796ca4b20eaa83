//! A drill under way with what keeps its attempt: the same for the full screen and for lines.

use crate::{
    guide::{Guide, Id, Scenario},
    texts::Texts,
    training::{
        AttemptEvent, CardId, CardState, Course, Drill, Happened, HouseRules, Marked, Mode,
        Refused, Stage, Terms, TraineeName, Unplayable,
    },
};
use jiff::Timestamp;
use std::{collections::BTreeMap, sync::Arc};

/// What keeps attempts. They are never among the shop's sessions.
pub trait Attempts: Send {
    /// An attempt begins: all that has happened in it so far, in the language with this tag.
    fn begin(&mut self, drill: &Drill, language: &str);
    /// Something more has happened in it.
    fn happened(&mut self, own: &Happened);
    /// It is over.
    fn finished(&mut self, marked: &Marked);
    /// What has happened in the attempt on the guide with this id that is not over.
    fn unfinished(&mut self, guide: &str) -> Option<Vec<Happened>>;
    /// What came of the attempts that are over, in the order in which they ended.
    fn marked(&mut self) -> Vec<Marked>;
    /// The cards that the trainee has met.
    fn cards(&mut self) -> BTreeMap<CardId, CardState>;
    /// How well a card is known now.
    fn set_card(&mut self, card: &CardId, state: &CardState);
    /// Lets go of the attempt that is not over: it can't be gone on with any more.
    fn give_away(&mut self);
    /// Whether it lasts when the program ends.
    fn lasts(&self) -> bool;
    /// Why the last of all this is not kept, in the words of `texts`; said once.
    fn trouble(&mut self, texts: &Texts) -> Option<String>;
}

/// Attempts that last as long as the program runs.
#[derive(Clone, Debug, Default)]
pub struct InMemory {
    /// What has happened in the one that is not over.
    open: Option<Vec<Happened>>,
    marked: Vec<Marked>,
    cards: BTreeMap<CardId, CardState>,
}

impl Attempts for InMemory {
    fn begin(&mut self, drill: &Drill, _: &str) {
        self.open = Some(drill.events().to_vec());
    }

    fn happened(&mut self, own: &Happened) {
        self.open.get_or_insert_default().push(own.clone());
    }

    fn finished(&mut self, marked: &Marked) {
        self.open = None;
        self.marked.push(marked.clone());
    }

    fn unfinished(&mut self, guide: &str) -> Option<Vec<Happened>> {
        let own = |event: &AttemptEvent| matches!(event, AttemptEvent::Began { guide: own, .. } if own == guide);
        self.open.clone().filter(|open| open.first().is_some_and(|first| own(&first.event)))
    }

    fn marked(&mut self) -> Vec<Marked> {
        self.marked.clone()
    }

    fn cards(&mut self) -> BTreeMap<CardId, CardState> {
        self.cards.clone()
    }

    fn set_card(&mut self, card: &CardId, state: &CardState) {
        self.cards.insert(card.clone(), state.clone());
    }

    fn give_away(&mut self) {
        self.open = None;
    }

    fn lasts(&self) -> bool {
        false
    }

    fn trouble(&mut self, _: &Texts) -> Option<String> {
        None
    }
}

/// Gives the course for a guide, where there is one; only with scenarios that the guide has.
pub type CourseOf = Box<dyn FnOnce(&Guide) -> Option<Course> + Send>;

/// Gives what keeps the attempts of a trainee, or those of nobody in particular.
pub type KeeperOf = Box<dyn Fn(Option<&TraineeName>) -> Box<dyn Attempts> + Send>;

/// Gives a guide, waiting for it if need be.
pub type GuideLoader = Box<dyn FnOnce() -> Arc<Guide> + Send>;

/// What drills begin with.
pub struct Trainer {
    /// Gives the guide with its scenarios when they are needed first.
    pub guide: GuideLoader,
    /// Gives the course.
    pub course: CourseOf,
    /// Gives what keeps attempts.
    pub attempts: KeeperOf,
    /// Who is trained; nobody in particular where no name was given.
    pub trainee: Option<TraineeName>,
    /// What the trainer sets.
    pub rules: HouseRules,
}

impl Default for Trainer {
    fn default() -> Self {
        Self {
            guide: Box::new(Arc::default),
            course: Box::new(|_| None),
            attempts: Box::new(|_| Box::<InMemory>::default()),
            trainee: None,
            rules: HouseRules::default(),
        }
    }
}

/// A drill that is about to begin.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Ahead {
    /// The scenario.
    pub(crate) scenario: Id,
    /// How it is run.
    pub(crate) terms: Terms,
}

impl Ahead {
    /// A drill on a scenario of a guide, as the trainer's rules say.
    pub(crate) fn new(
        guide: &Guide,
        scenario: &Id,
        mode: Mode,
        rules: &HouseRules,
    ) -> Result<Self, Unplayable> {
        let own = guide.scenario(scenario);
        let own = own.ok_or_else(|| Unplayable::NoScenario(scenario.clone()))?;
        let best = own.play(guide).map_err(|(_, miss)| Unplayable::Misses(miss))?;
        Ok(Self { scenario: scenario.clone(), terms: rules.terms(mode, best.questions()) })
    }

    /// Whether to ask before it begins: an exam can't be taken back, and to begin gives up `open`.
    pub(crate) fn asks(&self, open: Option<&Drill>) -> bool {
        self.terms.mode == Mode::Exam || open.is_some()
    }
}

/// A drill under way.
#[derive(Clone, Debug)]
pub struct Drilling {
    drill: Drill,
    /// How many of its events the attempts know.
    kept: usize,
}

impl Drilling {
    /// Begins a drill.
    pub(crate) fn begin(
        guide: &Arc<Guide>,
        ahead: &Ahead,
        (attempts, language): (&mut dyn Attempts, &str),
        at: Timestamp,
    ) -> Result<Self, Unplayable> {
        // Another order each time; nothing else hangs on it.
        let seed = at.as_nanosecond() as u64;
        let drill = Drill::begin(Arc::clone(guide), &ahead.scenario, ahead.terms, seed, at)?;
        attempts.begin(&drill, language);
        let kept = drill.events().len();
        Ok(Self { drill, kept })
    }

    /// Goes on with the attempt that is not over.
    pub fn go_on(guide: &Arc<Guide>, events: Vec<Happened>) -> Result<Self, Unplayable> {
        let drill = Drill::replay(Arc::clone(guide), events)?;
        let kept = drill.events().len();
        Ok(Self { drill, kept })
    }

    /// The drill.
    pub fn drill(&self) -> &Drill {
        &self.drill
    }

    /// Whether it can be gone on with.
    pub fn is_open(&self) -> bool {
        !self.drill.is_finished()
    }

    /// Does something and keeps it. Where the time is up, or the drill has come to its end, it is
    /// closed.
    pub fn act(
        &mut self,
        event: AttemptEvent,
        attempts: &mut dyn Attempts,
        at: Timestamp,
    ) -> Result<(), Refused> {
        let done = self.drill.act(event, at);
        let over = matches!(self.drill.stage(), Stage::Over(_)) || done == Err(Refused::TimeUp);
        if over && !self.drill.is_finished() {
            // It can be closed at any time before that.
            let _ = self.drill.act(AttemptEvent::Finished, at);
        }
        self.keep(attempts);
        done
    }

    /// Closes it where the time of an exam is up; whether it was.
    pub fn stop_in_time(&mut self, attempts: &mut dyn Attempts, at: Timestamp) -> bool {
        let up = self.is_open() && self.drill.left(at).is_some_and(|left| left.is_zero());
        if up {
            let _ = self.drill.act(AttemptEvent::Finished, at);
            self.keep(attempts);
        }
        up
    }

    fn keep(&mut self, attempts: &mut dyn Attempts) {
        let events = self.drill.events();
        events.iter().skip(self.kept).for_each(|own| attempts.happened(own));
        let new = events.len() > self.kept;
        self.kept = events.len();
        if let Some(marked) = self.drill.marked().filter(|_| new && self.drill.is_finished()) {
            attempts.finished(&marked);
        }
    }
}

/// The scenarios of a guide, the easiest first.
pub(crate) fn scenarios(guide: &Guide) -> Vec<&Scenario> {
    let mut all: Vec<&Scenario> = guide.scenarios.iter().collect();
    all.sort_by_key(|own| own.difficulty);
    all
}
