//! What the kept sessions say to a guide's order.

use super::command::Desk;
use crate::{
    guide::{Guide, Id, order::Counts},
    session::{Entry, Outcome, Session, Verdict},
    store::{Filter, SessionId, Store, StoreError},
};
use std::sync::Arc;

/// How many sessions are read at once.
const PAGE: usize = 500;

impl Desk<'_> {
    /// Counts the sessions with this guide, of any version, that were solved or handed over: of the
    /// others nobody knows what it was.
    pub(crate) fn count(&self, guide: &Arc<Guide>) -> Result<Counts, StoreError> {
        let (counts, _) = self.read(|store| count(store, guide))?;
        Ok(counts)
    }
}

fn count(store: &Store, guide: &Arc<Guide>) -> Result<Counts, StoreError> {
    let mut counts = Counts::default();
    let mut before: Option<SessionId> = None;
    loop {
        let page = store.page(&Filter::default(), before, PAGE)?;
        let ended = |outcome| matches!(outcome, Outcome::Solved | Outcome::Escalated);
        let own = page.heads.iter().filter(|own| own.guide.id == guide.id && ended(own.outcome));
        for head in own {
            let Some(stored) = store.session(head.id)? else { continue };
            // What no longer fits the guide has nothing to say to it.
            if let Ok(resumed) = Session::resume(Arc::clone(guide), stored.transcript) {
                add(&mut counts, &resumed.session);
            }
        }
        before = page.next;
        if before.is_none() {
            return Ok(counts);
        }
    }
}

fn add(counts: &mut Counts, session: &Session) {
    let (guide, state) = (session.guide(), session.state());
    let symptom = match state.entry() {
        Entry::Symptom(id) => Some(id),
        _ => None,
    };
    let answer = |id: &Id| -> Option<(Id, Id)> {
        let question = guide.question(id)?;
        // What the profile says was nobody's answer.
        if state.given(id)?.from_profile {
            return None;
        }
        let answer = state.route(guide, question)?.answer?;
        Some((question.id.clone(), answer.id.clone()))
    };
    let answers: Vec<(Id, Id)> = state.path().iter().filter_map(answer).collect();
    let worked = |id: &&Id| state.verdict(id) == Some(Verdict::Worked);
    let solved = state.path().iter().find(worked);
    counts.add(symptom, answers.iter().map(|(question, answer)| (question, answer)), solved);
}
