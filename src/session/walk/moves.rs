//! What a clerk at random does next.

use crate::{
    guide::{Amount, Entry, Guide, Kind, Question, Response, Role},
    session::{Event, Place, Session, Verdict},
};
use fastrand::Rng;

/// A stream of moves, the same for the same seed.
pub(super) struct Moves(Rng);

impl Moves {
    pub(super) fn new(seed: u64) -> Self {
        Self(Rng::with_seed(seed))
    }

    /// One of these.
    pub(super) fn pick<'t, T>(&mut self, all: &'t [T]) -> Option<&'t T> {
        all.get(self.0.usize(..all.len().max(1)))
    }

    /// The next move: mostly an answer or a verdict; now and then back, a changed answer, or
    /// something looked up.
    pub(super) fn next(&mut self, entries: &[Entry], session: &Session) -> Event {
        let guide = session.guide();
        match self.0.u8(..20) {
            0 => return Event::Back,
            1 => {
                let entry = self.pick(entries).cloned();
                if let Some(event) = entry.and_then(|entry| session.going_on_by(entry)) {
                    return event;
                }
            }
            2 => {
                if let Some(event) = self.change(guide, session) {
                    return event;
                }
            }
            // Where a call is offered first, some take it.
            3 if session.stop().is_some() => return session.calling(),
            _ => {}
        }
        match session.place() {
            Place::Question(question) => {
                let response = self.response(guide, question);
                Event::Answered { question: question.id.clone(), response }
            }
            Place::Remedy(remedy) => {
                // Most ways on begin where a remedy failed.
                let verdict = match self.0.u8(..10) {
                    0 => Verdict::CantTry,
                    1 | 2 => Verdict::Worked,
                    _ => Verdict::Failed,
                };
                // At the last resort "failed" is no end: it goes on being with support.
                let verdict = if remedy.escalation { Verdict::Worked } else { verdict };
                Event::Tried { remedy: remedy.id.clone(), verdict }
            }
            Place::End(_) => Event::Finished,
        }
    }

    /// Another answer to a question on the path.
    fn change(&mut self, guide: &Guide, session: &Session) -> Option<Event> {
        let state = session.state();
        let answered: Vec<_> = state.path().iter().filter(|id| state.given(id).is_some()).collect();
        let question = guide.question(self.pick(&answered)?)?;
        let response = self.response(guide, question);
        Some(Event::Changed { question: question.id.clone(), response })
    }

    /// A response that a clerk can give to a question.
    fn response(&mut self, guide: &Guide, question: &Question) -> Response {
        let answer = self.pick(&question.answers).cloned();
        match question.kind {
            Kind::Amount => match answer.as_ref().map(|answer| &answer.role) {
                Some(Role::UpTo(limit)) => return Response::Amount(*limit),
                Some(Role::Plain) => return Response::Amount(Amount::MAX),
                _ => {}
            },
            // As many ask for a listed code as for each other answer.
            Kind::Code if self.0.usize(..=question.answers.len()) > 0 => {
                if let Some(code) = self.pick(&guide.codes) {
                    return code.response();
                }
            }
            Kind::Ticks if answer.as_ref().is_some_and(|answer| answer.role == Role::Plain) => {
                let plain = question.answers.iter().filter(|own| own.role == Role::Plain);
                let ticked = plain.filter(|own| {
                    answer.as_ref().is_some_and(|answer| answer.id == own.id) || self.0.bool()
                });
                return Response::Ticks(ticked.map(|own| own.id.clone()).collect());
            }
            _ => {}
        }
        Response::Answer(answer.map(|answer| answer.id).unwrap_or_default())
    }
}
