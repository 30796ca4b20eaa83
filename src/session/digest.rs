//! What history keeps of a session beside its events: where it began, what it reached, how it stands.

use super::{Entry, Event, Outcome, Session, Verdict, state::State};
use crate::guide::{Id, Response, Role};
use jiff::{SignedDuration, Timestamp};

/// A session in short. It follows from the events alone and can be made anew at any time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digest {
    /// The way in.
    pub entry: Entry,
    /// When it began.
    pub started: Timestamp,
    /// When the last thing happened.
    pub last: Timestamp,
    /// The step that it stands at.
    pub step: Id,
    /// The remedy that it reached last.
    pub remedy: Option<Id>,
    /// How it stands.
    pub outcome: Outcome,
    /// Whether it was closed.
    pub finished: bool,
    /// Time from the beginning to the verdict that settled it, where one did.
    pub took: Option<SignedDuration>,
    /// How much the clerk has put in: answers on the path, and notes.
    pub entries: usize,
    /// Every question on the path that has an answer, and whether that is "can't tell".
    pub asked: Vec<(Id, bool)>,
    /// Every remedy that was shown, in that order.
    pub reached: Vec<Reached>,
    /// Codes and messages that came up on the way: looked up, or answered where one was asked for.
    pub came_up: Vec<Entry>,
}

/// A remedy that was shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reached {
    /// The remedy.
    pub remedy: Id,
    /// The last answer to "did it work?".
    pub verdict: Option<Verdict>,
    /// Time from the beginning of the session to that answer.
    pub took: Option<SignedDuration>,
}

impl Session {
    /// The session in short.
    pub fn digest(&self) -> Digest {
        let state = self.state();
        let (reached, came_up) = self.story();
        let outcome = self.outcome();
        let settled = matches!(outcome, Outcome::Solved | Outcome::Escalated);
        let last = state.path.last();
        let took = reached.iter().find(|own| last == Some(&own.remedy)).and_then(|own| own.took);
        let here = self.guide.node(state.here());
        Digest {
            entry: state.entry.clone(),
            started: state.started,
            last: state.last,
            step: here.map_or_else(Id::default, |node| node.step().id.clone()),
            remedy: self.remedy().map(|remedy| remedy.id.clone()),
            outcome,
            finished: state.finished,
            took: took.filter(|_| settled),
            entries: self.entries(),
            asked: self.asked(),
            reached,
            came_up,
        }
    }

    fn asked(&self) -> Vec<(Id, bool)> {
        let questions = self.state.path.iter().filter_map(|id| self.guide.question(id));
        let answered = questions.filter(|question| self.state.given(&question.id).is_some());
        let unsure = |question| {
            let route = self.state.route(&self.guide, question);
            let answer = route.and_then(|route| route.answer);
            answer.is_some_and(|answer| answer.role == Role::Unsure)
        };
        answered.map(|question| (question.id.clone(), unsure(question))).collect()
    }

    /// Goes through the transcript once more: the state no longer tells what was left behind.
    fn story(&self) -> (Vec<Reached>, Vec<Entry>) {
        let (mut reached, mut came_up) = (Vec::new(), Vec::new());
        let [first, rest @ ..] = self.transcript() else { return (reached, came_up) };
        let Ok(mut state) = State::start(&self.guide, first) else { return (reached, came_up) };
        self.meet(&state, &mut reached);
        for recorded in rest {
            if state.apply(&self.guide, recorded).is_err() {
                break;
            }
            match &recorded.event {
                Event::Tried { remedy, verdict } => {
                    let own = reached.iter_mut().find(|own| own.remedy == *remedy);
                    if let Some(own) = own {
                        own.verdict = Some(*verdict);
                        // A clock that was set back meanwhile says nothing of how long it took.
                        let took = recorded.at.duration_since(first.at);
                        own.took = (!took.is_negative()).then_some(took);
                    }
                }
                Event::LookedUp { entry } => came_up.push(entry.clone()),
                Event::Answered { response, .. } | Event::Changed { response, .. } => {
                    came_up.extend(code(response));
                }
                _ => {}
            }
            self.meet(&state, &mut reached);
        }
        (reached, came_up)
    }

    /// Notes a remedy that is shown for the first time.
    fn meet(&self, state: &State, reached: &mut Vec<Reached>) {
        let here = state.here();
        let known = reached.iter().any(|own| own.remedy == *here);
        if !known && self.guide.remedy(here).is_some() {
            reached.push(Reached { remedy: here.clone(), verdict: None, took: None });
        }
    }
}

/// The code that was answered, as a way in.
fn code(response: &Response) -> Option<Entry> {
    match response {
        Response::Code { code, scheme } => {
            Some(Entry::Code { code: code.clone(), scheme: scheme.clone() })
        }
        Response::UnlistedCode(code) => Some(Entry::UnsureCode(code.clone())),
        _ => None,
    }
}
