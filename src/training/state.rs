//! The state of an attempt: a fold over its events.

use super::{AttemptEvent, Doing, Drill, Ending, Mode, Refused, Saying};
use crate::{
    guide::{Entry, Id, Kind, Move},
    session::{Event, Place, Refusal, Session, Verdict},
};
use jiff::Timestamp;
use std::{collections::BTreeSet, sync::Arc};

/// Everything that follows from the events of an attempt.
#[derive(Clone, Debug, Default)]
pub(super) struct State {
    pub(super) session: Option<Session>,
    pub(super) looked: Vec<Id>,
    pub(super) hinted: Vec<Id>,
    /// Questions whose minutes are spent.
    pub(super) paid: BTreeSet<Id>,
    pub(super) minutes: f64,
    pub(super) answers: Vec<Answer>,
    /// The first actions of the remedy at hand, once they are chosen.
    pub(super) ordered: Option<Vec<Doing>>,
    pub(super) carried: Vec<Carried>,
    pub(super) ending: Option<Ending>,
    pub(super) finished: Option<Timestamp>,
    pub(super) deeds: Vec<Done>,
}

/// One answer that was given.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Answer {
    pub(super) question: Id,
    pub(super) given: Move,
    /// Whether the trainee had looked before.
    pub(super) looked: bool,
    pub(super) standing: Standing,
}

/// Whether an answer counts.
///
/// It does once it has had an effect: in practice at once, since the feedback tells whether it is
/// right; in an exam when a remedy is carried out or the drill ends. Until then it may be taken
/// back without leaving a trace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// It may still be taken back.
    Open,
    /// It counts.
    Counts,
    /// Another answer to the question counts, or none.
    Void,
}

/// A remedy that was carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Carried {
    pub(super) remedy: Id,
    pub(super) actions: Vec<Doing>,
    pub(super) said: Saying,
    pub(super) worked: bool,
}

/// Something that was done, for the debrief.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Done {
    pub(super) at: Timestamp,
    /// Simulated minutes that it cost.
    pub(super) cost: f64,
    pub(super) deed: Deed,
}

/// What was done. Numbers are those of the lists in [`State`].
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Deed {
    Entered(Entry),
    Looked(Id),
    Hinted(Id),
    Answered(usize),
    LookedUp { node: Id, entry: Entry },
    WentBack,
    Carried(usize),
    Ended(Ending),
}

impl State {
    /// Takes one more event in. Where it is refused the state may be spoilt: the caller keeps the
    /// old one.
    pub(super) fn apply(
        &mut self,
        drill: &Drill,
        event: &AttemptEvent,
        at: Timestamp,
    ) -> Result<(), Refused> {
        if self.finished.is_some() {
            return Err(Refused::Over);
        }
        if matches!(event, AttemptEvent::Finished) {
            let late = drill.terms.deadline(drill.began).is_some_and(|end| at >= end);
            self.end(if late { Ending::TimeUp } else { Ending::GaveUp }, at);
            self.finished = Some(at);
            return Ok(());
        }
        if self.ending.is_some() {
            return Err(Refused::Over);
        }
        if drill.terms.deadline(drill.began).is_some_and(|end| at >= end) {
            return Err(Refused::TimeUp);
        }
        let before = (self.minutes, self.deeds.len());
        match event {
            AttemptEvent::Began { .. } | AttemptEvent::Finished => return Err(Refused::NotNow),
            AttemptEvent::Looked { question } => self.look(drill, question, at)?,
            AttemptEvent::Hinted { question } => self.hint(drill, question, at)?,
            AttemptEvent::Did { what } => self.wizard(drill, what, at)?,
            AttemptEvent::Ordered { remedy, actions } => self.order(drill, remedy, actions)?,
            AttemptEvent::Told { remedy, said } => self.carry_out(drill, remedy, *said, at)?,
        }
        if let Some(done) = self.deeds.get_mut(before.1) {
            done.cost = self.minutes - before.0;
        }
        self.settle(drill, at)
    }

    fn note(&mut self, deed: Deed, at: Timestamp) {
        self.deeds.push(Done { at, cost: 0.0, deed });
    }

    fn look(&mut self, drill: &Drill, question: &Id, at: Timestamp) -> Result<(), Refused> {
        if drill.scenario.sight(question).is_none() || self.looked.contains(question) {
            return Err(Refused::NotOffered);
        }
        self.looked.push(question.clone());
        self.pay(drill, question);
        self.note(Deed::Looked(question.clone()), at);
        Ok(())
    }

    fn hint(&mut self, drill: &Drill, question: &Id, at: Timestamp) -> Result<(), Refused> {
        if drill.terms.mode == Mode::Exam {
            return Err(Refused::NoHints);
        }
        let here = self.session.as_ref().map(Session::place);
        if !matches!(here, Some(Place::Question(own)) if own.id == *question) {
            return Err(Refused::NotNow);
        }
        if !self.hinted.contains(question) {
            self.hinted.push(question.clone());
            self.note(Deed::Hinted(question.clone()), at);
        }
        Ok(())
    }

    /// Lets the clock run on by what it takes to find out about a question, once.
    fn pay(&mut self, drill: &Drill, question: &Id) {
        if self.paid.insert(question.clone()) {
            let sight = drill.scenario.sight(question);
            let own = || drill.guide.question(question).map(|own| own.minutes);
            let minutes = sight.map(|sight| sight.minutes(&drill.guide)).or_else(own);
            self.minutes += minutes.unwrap_or_default().max(0.0);
        }
    }

    /// What is done in the wizard.
    fn wizard(&mut self, drill: &Drill, what: &Event, at: Timestamp) -> Result<(), Refused> {
        if let (None, Event::Started { entry, .. }) = (&self.session, what) {
            self.session = Some(Session::start(Arc::clone(&drill.guide), entry.clone(), at)?);
            self.note(Deed::Entered(entry.clone()), at);
            return Ok(());
        }
        if matches!(what, Event::GaveUp) {
            self.end(Ending::GaveUp, at);
            return Ok(());
        }
        // Once its first actions are chosen a remedy is being carried out.
        if self.ordered.is_some() {
            return Err(Refused::NotNow);
        }
        let back = drill.terms.may_go_back();
        let Some(session) = &mut self.session else { return Err(Refused::NotNow) };
        match what {
            Event::Back | Event::Changed { .. } if !back => Err(Refused::NoWayBack),
            Event::Back => self.back(at),
            Event::Answered { question, response } | Event::Changed { question, response } => {
                session.act(what.clone(), at)?;
                let given = Move::Answer(response.clone());
                self.answered(drill, question.clone(), given, at);
                Ok(())
            }
            Event::LookedUp { entry } => self.look_up(drill, entry, at),
            _ => Err(Refused::NotNow),
        }
    }

    /// Notes an answer and whether it counts.
    fn answered(&mut self, drill: &Drill, question: Id, given: Move, at: Timestamp) {
        self.pay(drill, &question);
        let told = drill.terms.mode == Mode::Practice;
        let mut standing = if told { Standing::Counts } else { Standing::Open };
        for own in self.answers.iter_mut().filter(|own| own.question == question) {
            match own.standing {
                Standing::Open if drill.terms.may_go_back() => own.standing = Standing::Void,
                // What is looked up may lead back to a question: that is no way to change its answer.
                Standing::Counts | Standing::Open => standing = Standing::Void,
                Standing::Void => {}
            }
        }
        let looked = self.looked.contains(&question);
        self.note(Deed::Answered(self.answers.len()), at);
        self.answers.push(Answer { question, given, looked, standing });
    }

    fn look_up(&mut self, drill: &Drill, entry: &Entry, at: Timestamp) -> Result<(), Refused> {
        let Some(session) = &mut self.session else { return Err(Refused::NotNow) };
        let here = match session.place() {
            Place::Question(question) => Some((question.id.clone(), question.kind)),
            _ => None,
        };
        let position = session.state().position();
        let node = session.state().path()[position].clone();
        session.act(Event::LookedUp { entry: entry.clone() }, at)?;
        // Where the path has come by already, looking up is a way back.
        if session.state().position() <= position && !drill.terms.may_go_back() {
            return Err(Refused::NoWayBack);
        }
        match here {
            // That nobody can tell what a code means is an answer to the question for it.
            Some((question, Kind::Code)) if matches!(entry, Entry::UnsureCode(_)) => {
                self.answered(drill, question, Move::LookUp(entry.clone()), at);
            }
            here => {
                if let Some((question, _)) = here
                    && drill.terms.may_go_back()
                {
                    self.open(&question).for_each(|own| own.standing = Standing::Void);
                }
                self.note(Deed::LookedUp { node, entry: entry.clone() }, at);
            }
        }
        Ok(())
    }

    /// The answers to a question that may still be taken back.
    fn open(&mut self, question: &Id) -> impl Iterator<Item = &mut Answer> {
        let is = |own: &&mut Answer| own.standing == Standing::Open && own.question == *question;
        self.answers.iter_mut().filter(is)
    }

    /// One step back: to the question before, past remedies that were carried out; from the first
    /// question to the scene.
    fn back(&mut self, at: Timestamp) -> Result<(), Refused> {
        let Some(session) = &mut self.session else { return Err(Refused::NotNow) };
        loop {
            match session.act(Event::Back, at) {
                Ok(()) => {}
                Err(Refusal::AtStart) => {
                    self.session = None;
                    break;
                }
                Err(other) => return Err(other.into()),
            }
            if !is_carried(&self.carried, session) {
                break;
            }
        }
        self.note(Deed::WentBack, at);
        Ok(())
    }

    fn order(&mut self, drill: &Drill, remedy: &Id, actions: &[Doing]) -> Result<(), Refused> {
        if self.ordered.is_some() || !self.is_at(remedy) {
            return Err(Refused::NotNow);
        }
        let offered = drill.actions_of(remedy);
        let most = drill.first_actions(remedy).len();
        let mut seen = Vec::new();
        let fits = |own: &Doing| {
            let new = !seen.contains(own);
            seen.push(own.clone());
            new && offered.contains(own)
        };
        if actions.is_empty() != (most == 0) || actions.len() > most || !actions.iter().all(fits) {
            return Err(Refused::NotOffered);
        }
        self.ordered = Some(actions.to_vec());
        Ok(())
    }

    /// Carries the remedy at hand out: the scenario tells whether it works.
    fn carry_out(
        &mut self,
        drill: &Drill,
        remedy: &Id,
        said: Saying,
        at: Timestamp,
    ) -> Result<(), Refused> {
        if self.ordered.is_none() || !self.is_at(remedy) {
            return Err(Refused::NotNow);
        }
        if !drill.sayings_of(remedy).contains(&said) {
            return Err(Refused::NotOffered);
        }
        let actions = self.ordered.take().unwrap_or_default();
        let worked = drill.scenario.is_right(remedy);
        let minutes = drill.guide.remedy(remedy).map_or(0.0, |own| own.minutes);
        self.minutes += if worked { 0.0 } else { minutes.max(0.0) };
        self.note(Deed::Carried(self.carried.len()), at);
        self.carried.push(Carried { remedy: remedy.clone(), actions, said, worked });
        self.count_answers();
        if worked {
            self.tried(remedy, Verdict::Worked, at)?;
            self.end(Ending::Solved, at);
        }
        Ok(())
    }

    fn tried(&mut self, remedy: &Id, verdict: Verdict, at: Timestamp) -> Result<(), Refused> {
        let Some(session) = &mut self.session else { return Err(Refused::NotNow) };
        Ok(session.act(Event::Tried { remedy: remedy.clone(), verdict }, at)?)
    }

    /// Goes on from remedies that were carried out in vain: nobody carries one out twice.
    fn settle(&mut self, drill: &Drill, at: Timestamp) -> Result<(), Refused> {
        // A guide whose remedies lead back to each other, which its rules forbid, has an end here.
        for _ in 0..=drill.guide.nodes.len() {
            let Some(session) = &self.session else { return Ok(()) };
            if self.ending.is_some() {
                return Ok(());
            }
            match session.place() {
                Place::Remedy(remedy) if is_carried(&self.carried, session) => {
                    let remedy = remedy.id.clone();
                    self.tried(&remedy, Verdict::Failed, at)?;
                }
                Place::End(_) => self.end(Ending::Stuck, at),
                _ => return Ok(()),
            }
        }
        self.end(Ending::Stuck, at);
        Ok(())
    }

    /// Ends the drill, unless it has ended already.
    fn end(&mut self, ending: Ending, at: Timestamp) {
        if self.ending.is_none() {
            self.count_answers();
            self.ending = Some(ending);
            self.note(Deed::Ended(ending), at);
        }
    }

    /// From now on the answers that still stand count.
    fn count_answers(&mut self) {
        let state = self.session.as_ref().map(Session::state);
        for own in self.answers.iter_mut().filter(|own| own.standing == Standing::Open) {
            let stands = state.is_some_and(|state| {
                let given = state.given(&own.question).is_some();
                let given = given || state.looked_up(&own.question).is_some();
                given && state.path().contains(&own.question)
            });
            own.standing = if stands { Standing::Counts } else { Standing::Void };
        }
    }

    fn is_at(&self, remedy: &Id) -> bool {
        let place = self.session.as_ref().map(Session::place);
        matches!(place, Some(Place::Remedy(own)) if own.id == *remedy)
    }
}

/// Whether the session stands at a remedy that was carried out already.
fn is_carried(carried: &[Carried], session: &Session) -> bool {
    let Place::Remedy(remedy) = session.place() else { return false };
    carried.iter().any(|own| own.remedy == remedy.id)
}
