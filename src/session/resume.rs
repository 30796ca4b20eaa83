//! Going on with a session whose guide has changed meanwhile.
//!
//! What still holds is taken over, what does not is named. With the guide as it was, this is the
//! same as a replay.

use super::{Entry, Event, Recorded, Refusal, Session, Verdict, said};
use crate::{
    guide::{Guide, Id, Response},
    texts::Texts,
    tr,
};
use jiff::Timestamp;
use std::sync::Arc;

/// A session as far as the guide still has it.
#[derive(Clone, Debug)]
pub struct Resumed {
    /// The session.
    pub session: Session,
    /// What does not fit any more, in the order in which it happened.
    pub lost: Vec<Lost>,
}

/// Something that was recorded and no longer fits the guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lost {
    /// An answer.
    Answer {
        /// The question.
        question: Id,
        /// What was answered.
        response: Response,
    },
    /// An answer to "did it work?".
    Verdict {
        /// The remedy.
        remedy: Id,
        /// What was answered.
        verdict: Verdict,
    },
    /// A ticked action.
    Tick {
        /// The remedy.
        remedy: Id,
        /// The action.
        action: Id,
    },
    /// Something that was looked up and led on.
    LookedUp(Entry),
}

impl Lost {
    /// The same in words, for a list.
    pub fn words(&self, guide: &Guide, texts: &Texts) -> String {
        let lang = guide.lang(texts);
        match self {
            Self::Answer { question, response } => {
                let own = guide.question(question);
                let ask = own.map_or(question.as_str(), |own| own.ask.get(lang));
                let answer = own.map(|own| said(guide, own, response, lang));
                let answer = answer.unwrap_or_else(|| bare(response));
                tr!(texts, "lost-answer", question = ask, answer = answer)
            }
            Self::Verdict { remedy, verdict } => {
                let own = guide.remedy(remedy);
                let cause = own.map_or(remedy.as_str(), |own| own.cause.get(lang));
                match verdict {
                    Verdict::Worked => tr!(texts, "lost-worked", remedy = cause),
                    Verdict::Failed => tr!(texts, "lost-failed", remedy = cause),
                    Verdict::CantTry => tr!(texts, "lost-cant-try", remedy = cause),
                }
            }
            Self::Tick { remedy, action } => {
                let own = guide.remedy(remedy);
                let cause = own.map_or(remedy.as_str(), |own| own.cause.get(lang));
                let action = own.and_then(|own| own.actions.iter().find(|own| own.id == *action));
                match action {
                    Some(action) => {
                        let action = action.say.get(lang);
                        tr!(texts, "lost-tick", remedy = cause, action = action)
                    }
                    None => tr!(texts, "lost-ticks", remedy = cause),
                }
            }
            Self::LookedUp(entry) => match entry {
                Entry::Symptom(id) | Entry::Message(id) => {
                    tr!(texts, "lost-looked-up", entry = id.as_str())
                }
                Entry::Code { code, .. } | Entry::UnsureCode(code) => {
                    tr!(texts, "lost-looked-up", entry = code.as_str())
                }
                Entry::CheckEverything => tr!(texts, "summary-entry-everything"),
                Entry::Call => tr!(texts, "summary-entry-call"),
            },
        }
    }
}

/// What was answered, where the guide no longer has the question.
pub(super) fn bare(response: &Response) -> String {
    match response {
        Response::Answer(id) => id.to_string(),
        Response::Amount(amount) => amount.to_string(),
        Response::Code { code, .. } | Response::UnlistedCode(code) => code.clone(),
        Response::Ticks(ids) => Id::list(ids, " / "),
    }
}

impl Session {
    /// Rebuilds a session as far as its events still fit the guide. Refused only where the way in
    /// is gone.
    pub fn resume(guide: Arc<Guide>, transcript: Vec<Recorded>) -> Result<Resumed, Refusal> {
        let mut events = transcript.into_iter();
        let first: Vec<Recorded> = events.by_ref().take(1).collect();
        let session = Self::replay(guide, first)?;
        let mut resumer = Resumer { session, lost: Vec::new(), stayed: 0 };
        for recorded in events {
            resumer.take(recorded);
        }
        Ok(resumer.done())
    }
}

struct Resumer {
    session: Session,
    lost: Vec<Lost>,
    /// How many steps forward were lost since the last one that was taken. As many steps back
    /// have nothing to take back.
    stayed: usize,
}

impl Resumer {
    fn take(&mut self, recorded: Recorded) {
        let Recorded { at, event } = recorded;
        if matches!(event, Event::Back) && self.stayed > 0 {
            self.stayed -= 1;
            return;
        }
        if self.session.act(event.clone(), at).is_ok() {
            let beside =
                matches!(event, Event::Noted { .. } | Event::Terminal { .. } | Event::Reopened);
            let onward = Event::Back != event && !beside;
            self.stayed = if onward { 0 } else { self.stayed };
            return;
        }
        let lost = match event {
            Event::Answered { question, response }
            | Event::Changed { question, response }
            | Event::FromProfile { question, response } => {
                if self.answer(&question, &response, at) {
                    return;
                }
                Lost::Answer { question, response }
            }
            Event::Tried { remedy, verdict } => {
                let tried = Event::Tried { remedy: remedy.clone(), verdict };
                if self.reach(&remedy, at) && self.session.act(tried, at).is_ok() {
                    return;
                }
                Lost::Verdict { remedy, verdict }
            }
            Event::Ticked { remedy, action, done: true } => {
                self.lost.push(Lost::Tick { remedy, action });
                return;
            }
            Event::LookedUp { entry } => Lost::LookedUp(entry),
            // Going back, giving up and the like have nothing that could be lost.
            _ => return,
        };
        self.stayed += 1;
        self.lost.push(lost);
    }

    /// Gives an answer where its question now lies on the path.
    fn answer(&mut self, question: &Id, response: &Response, at: Timestamp) -> bool {
        let event = |changed| {
            let (question, response) = (question.clone(), response.clone());
            if changed {
                Event::Changed { question, response }
            } else {
                Event::Answered { question, response }
            }
        };
        self.session.act(event(true), at).is_ok()
            || self.reach(question, at) && self.session.act(event(false), at).is_ok()
    }

    /// Goes forward on the path by what is answered there already.
    fn reach(&mut self, node: &Id, at: Timestamp) -> bool {
        let path = self.session.state().path().len();
        for _ in 0..path {
            let state = self.session.state();
            let here = state.here().clone();
            if here == *node {
                return true;
            }
            if !state.path()[state.position()..].contains(node) {
                return false;
            }
            let given = state.given(&here).map(|given| given.response.clone());
            let again = if let Some(entry) = state.looked_up(&here).cloned() {
                Event::LookedUp { entry }
            } else if let Some(response) = given {
                Event::Answered { question: here, response }
            } else if let Some(verdict) = state.verdict(&here) {
                Event::Tried { remedy: here, verdict }
            } else {
                return false;
            };
            if self.session.act(again, at).is_err() {
                return false;
            }
        }
        self.session.state().here() == node
    }

    fn done(mut self) -> Resumed {
        let state = self.session.state();
        // What was answered again later is not lost, and of several answers the last one counts.
        let mut seen = Vec::new();
        self.lost.reverse();
        self.lost.retain(|lost| match lost {
            Lost::Answer { question, .. } => {
                let again = state.given(question).is_some() || seen.contains(question);
                seen.push(question.clone());
                !again
            }
            Lost::Verdict { remedy, .. } => state.verdict(remedy).is_none(),
            Lost::Tick { remedy, action } => !state.ticked(remedy, action),
            Lost::LookedUp(_) => true,
        });
        self.lost.reverse();
        Resumed { session: self.session, lost: self.lost }
    }
}
