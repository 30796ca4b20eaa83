//! One attempt under way: events in, what the trainee sees out.
//!
//! An attempt *is* its events: resuming one that was interrupted is a replay. It holds a real session
//! on the live guide, so the wizard of a drill is the wizard of a shop.

use super::{
    AttemptEvent, Doing, Happened, Saying, Terms,
    state::{Carried, State},
};
use crate::{
    guide::{BestPath, Entry, Guide, Id, Miss, Question, Remedy, Response, Scenario, Sight},
    session::{self, Event, Place, Session},
};
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;

/// An attempt with its guide and its scenario.
#[derive(Clone, Debug)]
pub struct Drill {
    pub(super) guide: Arc<Guide>,
    pub(super) scenario: Arc<Scenario>,
    pub(super) best: Arc<BestPath>,
    pub(super) terms: Terms,
    pub(super) seed: u64,
    pub(super) began: Timestamp,
    pub(super) state: State,
    events: Vec<Happened>,
}

/// Where the trainee is.
#[derive(Clone, Copy, Debug)]
pub enum Stage<'d> {
    /// Before the scene; no way in is chosen yet.
    Scene,
    /// At a question.
    Question(&'d Question),
    /// At a remedy whose first actions are to be chosen: see
    /// [`actions_offered`](Drill::actions_offered).
    Remedy(&'d Remedy),
    /// At a remedy whose first actions are chosen; what the customer is told comes next: see
    /// [`sayings_offered`](Drill::sayings_offered).
    Telling(&'d Remedy),
    /// At the end. Only [`AttemptEvent::Finished`] can follow.
    Over(Ending),
}

/// How a drill ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// A right remedy was carried out.
    Solved,
    /// A remedy did not work, and there is no way on.
    Stuck,
    /// The trainee gave up.
    GaveUp,
    /// The time was up.
    TimeUp,
}

/// Why something was refused in a drill. Everything stays as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The wizard refuses it.
    #[error(transparent)]
    Session(#[from] session::Refusal),
    /// It is not the time for it: the drill stands somewhere else.
    #[error("not at this point of the drill")]
    NotNow,
    /// The scenario or the remedy has no such look, action or sentence, or it was chosen twice.
    #[error("not among what is offered")]
    NotOffered,
    /// An exam has no hints.
    #[error("an exam has no hints")]
    NoHints,
    /// This exam has no way back.
    #[error("this exam has no way back")]
    NoWayBack,
    /// The time of the exam is up.
    #[error("the time is up")]
    TimeUp,
    /// The drill is over, or closed.
    #[error("the drill is over")]
    Over,
}

/// Why a drill can't be begun, or resumed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unplayable {
    /// The guide has no such scenario.
    NoScenario(Id),
    /// The scenario's own facts do not lead to its remedy in this guide.
    Misses(Miss),
    /// The events are of another guide, with this id.
    OtherGuide(String),
    /// The events do not begin with a beginning.
    NoBeginning,
    /// The guide or the scenario has changed: this event, counted from 0, does not fit any more.
    Changed(usize, Refused),
}

impl Drill {
    /// Begins a drill. The same `seed` offers everything in the same order.
    pub fn begin(
        guide: Arc<Guide>,
        scenario: &str,
        terms: Terms,
        seed: u64,
        at: Timestamp,
    ) -> Result<Self, Unplayable> {
        let own = guide.scenario(scenario);
        let own = own.ok_or_else(|| Unplayable::NoScenario(scenario.into()))?.clone();
        let best = own.play(&guide).map_err(|(_, miss)| Unplayable::Misses(miss))?;
        let (name, version) = (guide.id.clone(), guide.version.clone());
        let scenario = own.id.clone();
        let event = AttemptEvent::Began { guide: name, version, scenario, terms, seed };
        let (scenario, best) = (Arc::new(own), Arc::new(best));
        let (state, events) = (State::default(), vec![Happened { at, event }]);
        Ok(Self { guide, scenario, best, terms, seed, began: at, state, events })
    }

    /// Rebuilds a drill from its events: the way to resume one.
    pub fn replay(
        guide: Arc<Guide>,
        events: impl IntoIterator<Item = Happened>,
    ) -> Result<Self, Unplayable> {
        let mut events = events.into_iter();
        let Some(Happened { at, event }) = events.next() else {
            return Err(Unplayable::NoBeginning);
        };
        let AttemptEvent::Began { guide: name, version, scenario, terms, seed } = event else {
            return Err(Unplayable::NoBeginning);
        };
        if name != guide.id {
            return Err(Unplayable::OtherGuide(name));
        }
        let mut drill = Self::begin(guide, &scenario, terms, seed, at)?;
        // The version is that of the guide when the drill began, whatever it is now.
        let event = AttemptEvent::Began { guide: name, version, scenario, terms, seed };
        drill.events[0].event = event;
        for (at, own) in events.enumerate() {
            drill.act(own.event, own.at).map_err(|why| Unplayable::Changed(at + 1, why))?;
        }
        Ok(drill)
    }

    /// Takes one more event in; a refused one leaves everything as it was.
    pub fn act(&mut self, event: AttemptEvent, at: Timestamp) -> Result<(), Refused> {
        let event = match event {
            AttemptEvent::Did { what } => AttemptEvent::Did { what: what.without_card_data() },
            other => other,
        };
        // A clock that is set back gives nobody more time.
        let at = self.events.last().map_or(at, |last| at.max(last.at));
        let mut state = self.state.clone();
        state.apply(self, &event, at)?;
        self.state = state;
        self.events.push(Happened { at, event });
        Ok(())
    }

    /// The version of the guide when it began, whatever that is now.
    pub fn version(&self) -> &str {
        match self.events.first().map(|own| &own.event) {
            Some(AttemptEvent::Began { version, .. }) => version,
            _ => &self.guide.version,
        }
    }

    /// Looks at what a question asks about.
    pub fn look(&mut self, question: &Id, at: Timestamp) -> Result<(), Refused> {
        self.act(AttemptEvent::Looked { question: question.clone() }, at)
    }

    /// Does something in the wizard.
    pub fn did(&mut self, what: Event, at: Timestamp) -> Result<(), Refused> {
        self.act(AttemptEvent::Did { what }, at)
    }

    /// Chooses the way in.
    pub fn enter(&mut self, entry: Entry, at: Timestamp) -> Result<(), Refused> {
        let (guide, version) = (self.guide.id.clone(), self.guide.version.clone());
        self.did(Event::Started { guide, version, entry }, at)
    }

    /// Answers the question at hand.
    pub fn answer(&mut self, response: Response, at: Timestamp) -> Result<(), Refused> {
        let Stage::Question(question) = self.stage() else { return Err(Refused::NotNow) };
        let question = question.id.clone();
        self.did(Event::Answered { question, response }, at)
    }

    /// Asks for a hint at the question at hand: see [`Drill::hint`].
    pub fn ask_hint(&mut self, at: Timestamp) -> Result<(), Refused> {
        let Stage::Question(question) = self.stage() else { return Err(Refused::NotNow) };
        let question = question.id.clone();
        self.act(AttemptEvent::Hinted { question }, at)
    }

    /// Chooses the first actions of the remedy at hand, in their order.
    pub fn order(&mut self, actions: Vec<Doing>, at: Timestamp) -> Result<(), Refused> {
        let Stage::Remedy(remedy) = self.stage() else { return Err(Refused::NotNow) };
        let remedy = remedy.id.clone();
        self.act(AttemptEvent::Ordered { remedy, actions }, at)
    }

    /// Chooses what to tell the customer, and carries the remedy out.
    pub fn tell(&mut self, said: Saying, at: Timestamp) -> Result<(), Refused> {
        let Stage::Telling(remedy) = self.stage() else { return Err(Refused::NotNow) };
        let remedy = remedy.id.clone();
        self.act(AttemptEvent::Told { remedy, said }, at)
    }

    /// Closes the drill, before its end as well: that is giving up.
    pub fn finish(&mut self, at: Timestamp) -> Result<(), Refused> {
        self.act(AttemptEvent::Finished, at)
    }

    /// The guide.
    pub fn guide(&self) -> &Arc<Guide> {
        &self.guide
    }

    /// The scenario. Its scene may be shown at any time; its facts are for [`Drill::seen`].
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// The way that the facts lead.
    pub fn best(&self) -> &BestPath {
        &self.best
    }

    /// How the drill is run.
    pub fn terms(&self) -> &Terms {
        &self.terms
    }

    /// Everything that happened, in order.
    pub fn events(&self) -> &[Happened] {
        &self.events
    }

    /// When it began.
    pub fn began(&self) -> Timestamp {
        self.began
    }

    /// The wizard's session, once a way in is chosen.
    pub fn session(&self) -> Option<&Session> {
        self.state.session.as_ref()
    }

    /// Where the trainee is.
    pub fn stage(&self) -> Stage<'_> {
        if let Some(ending) = self.state.ending {
            return Stage::Over(ending);
        }
        let Some(session) = &self.state.session else { return Stage::Scene };
        match session.place() {
            Place::Question(question) => Stage::Question(question),
            Place::Remedy(remedy) if self.state.ordered.is_some() => Stage::Telling(remedy),
            Place::Remedy(remedy) => Stage::Remedy(remedy),
            // Whatever ends the session ends the drill with it.
            Place::End(_) => Stage::Over(Ending::Stuck),
        }
    }

    /// Whether the drill was closed.
    pub fn is_finished(&self) -> bool {
        self.state.finished.is_some()
    }

    /// Simulated minutes so far.
    ///
    /// A question costs its minutes once, when it is looked into or answered, whichever comes first:
    /// a guess is no cheaper than a look. A remedy costs its own when it is carried out in vain; at
    /// the one that works the clock stops.
    pub fn minutes(&self) -> f64 {
        self.state.minutes
    }

    /// Real time that is left in an exam with a limit; nothing below zero.
    pub fn left(&self, now: Timestamp) -> Option<SignedDuration> {
        let left = self.terms.deadline(self.began)?.duration_since(now);
        Some(left.max(SignedDuration::ZERO))
    }

    /// What was looked at, in that order.
    pub fn seen(&self) -> Vec<&Sight> {
        self.state.looked.iter().filter_map(|question| self.scenario.sight(question)).collect()
    }

    /// The remedy that was carried out last, and whether it worked.
    pub fn last_carried(&self) -> Option<(&Remedy, bool)> {
        let Carried { remedy, worked, .. } = self.state.carried.last()?;
        Some((self.guide.remedy(remedy)?, *worked))
    }
}
