//! The path of a session as digits, and back.
//!
//! ```text
//! way in, behind a mark where something was looked up on the way
//! at each node of the path, in order:
//!     a question: nothing | an answer | what was looked up there
//!     a remedy:   its ticks, then: nothing | a verdict | what was looked up there, and a verdict
//! whether it was given up
//! how far the place is from where the path comes to rest
//! ```
//!
//! Without the mark there is no room for look-ups, which makes the codes of most sessions shorter.
//! "Nothing" is 0 and ends the path, so that a session costs no more than what was answered in it.
//! What is read is acted out event by event: a code can't lead to what a session could not.

mod ways;

use super::digits::{Digits, Number};
use crate::{
    guide::{Action, Guide, Id, Node, Remedy},
    session::{Entry, Event, Session, Verdict, state::first_node},
};
use jiff::Timestamp;
use std::sync::Arc;
use ways::{read_entry, read_response, responses, write_entry, write_response};

/// Nothing, or a verdict.
const VERDICTS: usize = Verdict::ALL.len() + 1;

/// The ticks of a remedy: see [`Ticks`].
const TICKS: usize = 3;

/// How much can happen on a path.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Form {
    /// Whether something was looked up on the way.
    marked: bool,
}

impl Form {
    /// How many possibilities there are: one more than `plain` where things are looked up.
    fn base(self, plain: usize) -> usize {
        plain + usize::from(self.marked)
    }
}

/// Where a session stands, as digits.
pub(super) fn write(session: &Session) -> Digits {
    let state = session.state();
    let marked = (0..state.path().len()).any(|at| leads_on(session, at).is_some());
    let form = Form { marked };
    let mut digits = Digits::default();
    write_entry(&mut digits, session.guide(), state.entry(), marked);
    for at in 0..state.path().len() {
        write_node(&mut digits, session, form, at);
    }
    // Played as it will be when it is read, to see where that comes to rest.
    let mut number = digits.clone().into_number();
    let rest = lay(&mut number, session.guide(), state.last());
    let rest = rest.map_or(state.position(), |laid| laid.state().position());
    digits.flag(state.gave_up);
    let nodes = state.path().len();
    digits.put((state.position() + nodes - rest.min(nodes)) % nodes, nodes);
    digits
}

/// The session that the digits of a number stand for, with all its events at one time.
pub(super) fn read(mut number: Number, guide: &Arc<Guide>, at: Timestamp) -> Option<Session> {
    let mut session = lay(&mut number, guide, at)?;
    let gave_up = number.flag();
    let nodes = session.state().path().len();
    let place = (session.state().position() + number.take(nodes)?) % nodes;
    if !number.is_zero() {
        return None;
    }
    go_to(&mut session, place, at)?;
    if gave_up {
        session.act(Event::GaveUp, at).ok()?;
    }
    Some(session)
}

/// What was looked up at a node of the path and leads on from there.
///
/// What led on once and leads back since an earlier answer changed can't be acted out: the node is
/// left open then. The path ends at it in any case.
fn leads_on(session: &Session, at: usize) -> Option<&Entry> {
    let passed = &session.state().path()[..=at];
    let entry = session.state().looked_up(&passed[at])?;
    first_node(session.guide(), entry).filter(|target| !passed.contains(target)).map(|_| entry)
}

/// Writes what happened at one node of the path.
fn write_node(digits: &mut Digits, session: &Session, form: Form, at: usize) {
    let (guide, state) = (session.guide(), session.state());
    let id = &state.path()[at];
    let leads_back = state.looked_up(id).is_some();
    let entry = leads_on(session, at);
    match guide.node(id) {
        Some(Node::Question(question)) => {
            let base = form.base(responses(guide, question) + 1);
            match (entry, state.given(id)) {
                (Some(entry), _) => {
                    digits.put(base - 1, base);
                    write_entry(digits, guide, entry, false);
                }
                (None, Some(given)) => {
                    write_response(digits, guide, question, &given.response, base);
                }
                (None, None) => digits.put(0, base),
            }
        }
        Some(Node::Remedy(remedy)) => {
            write_ticks(digits, session, remedy);
            let verdict = state.verdict(id).map_or(0, |own| 1 + verdict_index(own));
            let base = form.base(VERDICTS);
            match entry {
                Some(entry) => {
                    digits.put(base - 1, base);
                    let target = state.verdict(id).and_then(|own| after(remedy, own));
                    let kept = target.is_some_and(|target| !state.path()[..=at].contains(target));
                    digits.put(if kept { verdict } else { 0 }, VERDICTS);
                    write_entry(digits, guide, entry, false);
                }
                None if leads_back => digits.put(0, base),
                None => digits.put(verdict, base),
            }
        }
        None => {}
    }
}

/// Acts out the path that a number begins with.
fn lay(number: &mut Number, guide: &Arc<Guide>, at: Timestamp) -> Option<Session> {
    let (entry, marked) = read_entry(number, guide)?;
    let form = Form { marked };
    let mut session = Session::start(Arc::clone(guide), entry, at).ok()?;
    let mut next = 0;
    while let Some(id) = session.state().path().get(next).cloned() {
        match guide.node(&id)? {
            Node::Question(question) => {
                let responses = responses(guide, question);
                match number.take(form.base(responses + 1))? {
                    0 => {}
                    own if own > responses => {
                        let (entry, _) = read_entry(number, guide)?;
                        session.act(Event::LookedUp { entry }, at).ok()?;
                    }
                    own => {
                        let response = read_response(number, guide, question, own - 1)?;
                        session.answer(response, at).ok()?;
                    }
                }
            }
            Node::Remedy(remedy) => {
                read_ticks(number, &mut session, remedy, at)?;
                let what = number.take(form.base(VERDICTS))?;
                let looked_up = what == VERDICTS;
                let verdict = if looked_up { number.take(VERDICTS)? } else { what };
                if let Some(verdict) = verdict.checked_sub(1) {
                    let verdict = *Verdict::ALL.get(verdict)?;
                    session.act(Event::Tried { remedy: id, verdict }, at).ok()?;
                }
                if looked_up {
                    go_to(&mut session, next, at)?;
                    let (entry, _) = read_entry(number, guide)?;
                    session.act(Event::LookedUp { entry }, at).ok()?;
                }
            }
        }
        next += 1;
    }
    Some(session)
}

/// Goes back to a place on the path, or on to it by what was answered there before: something looked
/// up may have led back to an earlier node.
fn go_to(session: &mut Session, place: usize, at: Timestamp) -> Option<()> {
    while session.state().position() > place {
        session.act(Event::Back, at).ok()?;
    }
    while session.state().position() < place {
        let before = session.state().position();
        let event = same_again(session)?;
        session.act(event, at).ok()?;
        if session.state().position() <= before {
            return None;
        }
    }
    Some(())
}

/// What led on from the node at hand.
fn same_again(session: &Session) -> Option<Event> {
    let state = session.state();
    let here = state.here().clone();
    if let Some(entry) = state.looked_up(&here) {
        return Some(Event::LookedUp { entry: entry.clone() });
    }
    if let Some(verdict) = state.verdict(&here) {
        return Some(Event::Tried { remedy: here, verdict });
    }
    let response = state.given(&here)?.response.clone();
    Some(Event::Answered { question: here, response })
}

/// How many of a remedy's actions are ticked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ticks {
    None,
    All,
    Some,
}

fn ticks(session: &Session, remedy: &Remedy) -> Ticks {
    let ticked = |action: &&Action| session.state().ticked(&remedy.id, &action.id);
    match remedy.actions.iter().filter(ticked).count() {
        0 => Ticks::None,
        all if all == remedy.actions.len() => Ticks::All,
        _ => Ticks::Some,
    }
}

fn write_ticks(digits: &mut Digits, session: &Session, remedy: &Remedy) {
    let ticks = ticks(session, remedy);
    digits.put(ticks as usize, TICKS);
    if ticks == Ticks::Some {
        let ticked = |action: &Action| session.state().ticked(&remedy.id, &action.id);
        remedy.actions.iter().for_each(|action| digits.flag(ticked(action)));
    }
}

fn read_ticks(
    number: &mut Number,
    session: &mut Session,
    remedy: &Remedy,
    at: Timestamp,
) -> Option<()> {
    let ticks = number.take(TICKS)?;
    for action in &remedy.actions {
        if ticks == Ticks::All as usize || ticks == Ticks::Some as usize && number.flag() {
            let (remedy, action) = (remedy.id.clone(), action.id.clone());
            session.act(Event::Ticked { remedy, action, done: true }, at).ok()?;
        }
    }
    Some(())
}

/// Where a verdict leads.
fn after(remedy: &Remedy, verdict: Verdict) -> Option<&Id> {
    let target = match verdict {
        Verdict::Worked => remedy.if_worked.as_ref(),
        Verdict::Failed => remedy.if_failed.as_ref(),
        Verdict::CantTry => None,
    };
    target.map(|target| &target.id)
}

fn verdict_index(verdict: Verdict) -> usize {
    Verdict::ALL.iter().position(|own| *own == verdict).unwrap_or(0)
}
