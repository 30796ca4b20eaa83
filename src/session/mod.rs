//! One run of a guide: events in, state out.
//!
//! A session *is* its events. Resuming, going back and changing an answer are all the same replay.

mod checklist;
mod code;
mod digest;
mod event;
pub mod export;
pub mod impact;
mod known;
mod memory;
mod path;
mod play;
pub mod qr;
mod resume;
mod said;
mod shop;
mod state;
pub mod walk;

pub use crate::guide::Entry;
pub use crate::redact::{CardData, Redacted, redact};
pub use checklist::StepState;
pub use code::{CodeError, SessionCode, Unopened};
pub use digest::{Digest, Reached};
pub use event::{Event, Outcome, Recorded, Verdict};
pub use memory::{Past, Recurrence, recurrence};
pub use resume::{Lost, Resumed};
pub use said::said;
pub use shop::Shop;
pub use state::{Aftermath, Given, Note, Place, Refusal, State};

use crate::{
    clean,
    guide::{Forecast, Guide, Kind, Node, Response, Shown, Stop},
};
use jiff::Timestamp;
use std::sync::Arc;

/// A session with its guide.
#[derive(Clone, Debug)]
pub struct Session {
    guide: Arc<Guide>,
    transcript: Vec<Recorded>,
    state: State,
    shop: Shop,
}

impl Session {
    /// Begins a session.
    pub fn start(guide: Arc<Guide>, entry: Entry, at: Timestamp) -> Result<Self, Refusal> {
        let event =
            Event::Started { guide: guide.id.clone(), version: guide.version.clone(), entry };
        let first = Recorded { at, event };
        let state = State::start(&guide, &first)?;
        Ok(Self { guide, transcript: vec![first], state, shop: Shop::default() })
    }

    /// Rebuilds a session from its events.
    pub fn replay(guide: Arc<Guide>, transcript: Vec<Recorded>) -> Result<Self, Refusal> {
        // What an older version or another program wrote passes the same door.
        let transcript: Vec<_> = transcript.into_iter().map(without_card_data).collect();
        let (first, rest) = transcript.split_first().ok_or(Refusal::NotHere)?;
        let mut state = State::start(&guide, first)?;
        for recorded in rest {
            state.apply(&guide, recorded)?;
        }
        Ok(Self { guide, transcript, state, shop: Shop::default() })
    }

    /// Takes one more event in; a refused one leaves everything as it was.
    pub fn act(&mut self, event: Event, at: Timestamp) -> Result<(), Refusal> {
        let recorded = without_card_data(Recorded { at, event });
        self.state.apply(&self.guide, &recorded)?;
        self.transcript.push(recorded);
        Ok(())
    }

    /// Answers the question at hand.
    pub fn answer(&mut self, response: Response, at: Timestamp) -> Result<(), Refusal> {
        let question = self.state.here().clone();
        self.act(Event::Answered { question, response }, at)
    }

    /// Writes something down, without card data; says whether something was masked. A blank text is
    /// not recorded.
    pub fn note(&mut self, text: &str, at: Timestamp) -> Result<bool, Refusal> {
        self.note_masking(text, at).map(|masked| !masked.is_empty())
    }

    /// The same, and says which card data was masked.
    pub fn note_masking(&mut self, text: &str, at: Timestamp) -> Result<Vec<CardData>, Refusal> {
        let Redacted { text, kinds, .. } = note_text(text);
        if text.is_empty() {
            return Ok(Vec::new());
        }
        self.act(Event::Noted { text }, at)?;
        Ok(kinds)
    }

    /// The guide of this session.
    pub fn guide(&self) -> &Arc<Guide> {
        &self.guide
    }

    /// Everything that happened, in order.
    pub fn transcript(&self) -> &[Recorded] {
        &self.transcript
    }

    /// The version of the guide with which it was begun, where the transcript tells.
    pub fn recorded_with(&self) -> Option<&str> {
        match &self.transcript.first()?.event {
            Event::Started { version, .. } => Some(version),
            _ => None,
        }
    }

    /// What follows from it.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Where the clerk is.
    pub fn place(&self) -> Place<'_> {
        let state = &self.state;
        if state.gave_up {
            return Place::End(Outcome::GivenUp);
        }
        match self.guide.node(state.here()) {
            Some(Node::Question(question)) => Place::Question(question),
            Some(Node::Remedy(remedy)) => {
                let last = state.position + 1 == state.path.len();
                match state.verdict(&remedy.id) {
                    Some(_) if last => Place::End(self.outcome()),
                    _ => Place::Remedy(remedy),
                }
            }
            // The path holds nodes of the guide only.
            None => Place::End(Outcome::Unfinished),
        }
    }

    /// How the session stands.
    pub fn outcome(&self) -> Outcome {
        let state = &self.state;
        if state.gave_up {
            return Outcome::GivenUp;
        }
        let last = state.path.last().and_then(|id| self.guide.remedy(id));
        match last.map(|remedy| (remedy.escalation, state.verdict(&remedy.id))) {
            Some((true, Some(Verdict::Worked))) => Outcome::Escalated,
            Some((false, Some(Verdict::Worked))) => Outcome::Solved,
            _ => Outcome::Unfinished,
        }
    }

    /// How many questions on the path have an answer.
    pub fn answered(&self) -> usize {
        self.state.path.iter().filter(|id| self.state.given(id).is_some()).count()
    }

    /// How much the clerk has put in: answers on the path, and notes.
    pub fn entries(&self) -> usize {
        self.answered() + self.state.notes.len()
    }

    /// The remedy that the path ends in, whether it worked or not.
    pub fn remedy(&self) -> Option<&crate::guide::Remedy> {
        self.state.path[..=self.state.position].iter().rev().find_map(|id| self.guide.remedy(id))
    }

    /// The code or message that led straight to where the clerk is: what it says to do belongs
    /// there.
    pub fn shown(&self) -> Option<Shown<'_>> {
        let state = &self.state;
        let before = state.position.checked_sub(1).map(|before| &state.path[before]);
        let entry = match before {
            Some(before) => state.looked_up(before),
            None => Some(&state.entry),
        };
        match entry {
            Some(Entry::Code { code, scheme }) => self.guide.code(code, scheme).map(Shown::Code),
            Some(Entry::Message(id)) => self.guide.message(id).map(Shown::Message),
            Some(_) => None,
            None => {
                let question = self.guide.question(before?)?;
                state.route(&self.guide, question)?.code.map(Shown::Code)
            }
        }
    }

    /// The event with which the session goes on where something leads that was looked up: the
    /// answer, where just that is asked. None where the session has come to its end.
    pub fn going_on_by(&self, entry: Entry) -> Option<Event> {
        match (self.place(), entry) {
            (Place::End(_), _) => None,
            (Place::Question(question), Entry::Code { code, scheme })
                if question.kind == Kind::Code =>
            {
                let response = Response::Code { code, scheme };
                Some(Event::Answered { question: question.id.clone(), response })
            }
            (_, entry) => Some(Event::LookedUp { entry }),
        }
    }

    /// Whether a call is to be offered first, before the question at hand.
    pub fn stop(&self) -> Option<Stop<'_>> {
        match self.place() {
            Place::Question(question) => self.guide.stop_at(question),
            Place::Remedy(_) | Place::End(_) => None,
        }
    }

    /// The event by which a clerk who wants to call does: on to the remedy that is the call, where
    /// it is offered; else the search is given up.
    pub fn calling(&self) -> Event {
        match self.stop() {
            Some(_) => Event::LookedUp { entry: Entry::Call },
            None => Event::GaveUp,
        }
    }

    /// The events with which a session that came to its end goes on: a remedy that worked and did
    /// not help for long has failed; whatever else ended it is taken back.
    pub fn reopening(&self) -> Vec<Event> {
        let mut events = Vec::new();
        if self.state.finished {
            events.push(Event::Reopened);
        }
        if let Place::End(outcome) = self.place() {
            events.push(Event::Back);
            let failed = self.remedy().filter(|own| own.if_failed.is_some());
            if let (Outcome::Solved, Some(own)) = (outcome, failed) {
                let (remedy, verdict) = (own.id.clone(), Verdict::Failed);
                events.push(Event::Tried { remedy, verdict });
            }
        }
        events
    }

    /// What is likely still to come before a remedy.
    pub fn forecast(&self) -> Forecast {
        match self.place() {
            Place::Question(question) => self.guide.forecast(&question.id),
            Place::Remedy(_) | Place::End(_) => Forecast::default(),
        }
    }
}

/// A note as it is kept: clean, without card data, and not too long.
fn note_text(text: &str) -> Redacted {
    // Cut to length only when it is masked: a number cut in two would not be known as one.
    let redacted = redact(&clean::block(text, usize::MAX));
    Redacted { text: clean::block(&redacted.text, clean::NOTE_LIMIT), ..redacted }
}

/// The same with all that was typed freely in it redacted.
fn without_card_data(recorded: Recorded) -> Recorded {
    let event = recorded.event.without_card_data();
    Recorded { at: recorded.at, event }
}

impl Event {
    /// The same with all that was typed freely in it redacted.
    pub(crate) fn without_card_data(self) -> Self {
        let safe = |response| match response {
            Response::UnlistedCode(typed) => Response::UnlistedCode(redact(&typed).text),
            other => other,
        };
        let known = |entry| match entry {
            Entry::UnsureCode(typed) => Entry::UnsureCode(redact(&typed).text),
            other => other,
        };
        match self {
            Self::Started { guide, version, entry } => Self::Started {
                guide: redact(&guide).text,
                version: redact(&version).text,
                entry: known(entry),
            },
            Self::LookedUp { entry } => Self::LookedUp { entry: known(entry) },
            Self::Noted { text } => Self::Noted { text: redact(&text).text },
            Self::Answered { question, response } => {
                Self::Answered { question, response: safe(response) }
            }
            Self::Changed { question, response } => {
                Self::Changed { question, response: safe(response) }
            }
            Self::FromProfile { question, response } => {
                Self::FromProfile { question, response: safe(response) }
            }
            other => other,
        }
    }
}
