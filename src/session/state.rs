//! The state of a session: a fold over its events.

use super::{Entry, Event, Outcome, Recorded, Verdict};
use crate::{
    guide::{Guide, Id, Node, Question, Remedy, Response, Route},
    profile::TerminalNumber,
};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};

/// Why an event was refused. The state stays as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The entry, question, remedy or action is not in the guide, or not on the path.
    #[error("not on the path of this session")]
    NotHere,
    /// The response does not fit the question.
    #[error("the answer does not fit the question")]
    DoesNotFit,
    /// There is nothing before the first question.
    #[error("nothing comes before the first question")]
    AtStart,
    /// The session was closed, or would be started or opened again while it is open.
    #[error("the session is closed")]
    Closed,
}

/// A recorded answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// What was answered.
    pub response: Response,
    /// When.
    pub at: Timestamp,
    /// What had been answered before, where it was changed.
    pub before: Option<Response>,
    /// Whether it was kept when an earlier answer changed, and not confirmed since.
    pub kept: bool,
    /// Whether the shop's profile said so and nobody was asked.
    pub from_profile: bool,
}

/// Something that the clerk wrote down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// When.
    pub at: Timestamp,
    /// The node that was on the screen.
    pub node: Id,
    /// The redacted text.
    pub text: String,
}

/// What the last answer did to later ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Aftermath {
    /// Questions whose answers still lie on the path and are kept.
    pub kept: Vec<Id>,
    /// Questions whose answers no longer lie on the path, with what had been answered.
    pub dropped: Vec<(Id, Response)>,
}

/// Where the clerk is.
#[derive(Clone, Copy, Debug)]
pub enum Place<'g> {
    /// At a question.
    Question(&'g Question),
    /// At a remedy.
    Remedy(&'g Remedy),
    /// At the end: after a verdict that leads nowhere else, or after giving up.
    End(Outcome),
}

/// Everything that follows from the events of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    pub(super) entry: Entry,
    pub(super) started: Timestamp,
    pub(super) last: Timestamp,
    pub(super) terminal: Option<TerminalNumber>,
    pub(super) answers: BTreeMap<Id, Given>,
    pub(super) verdicts: BTreeMap<Id, Verdict>,
    /// What was looked up at a node: it leads on from there in place of an answer.
    pub(super) looked_up: BTreeMap<Id, Entry>,
    pub(super) ticks: BTreeSet<(Id, Id)>,
    pub(super) notes: Vec<Note>,
    pub(super) path: Vec<Id>,
    pub(super) position: usize,
    pub(super) gave_up: bool,
    pub(super) finished: bool,
    pub(super) aftermath: Aftermath,
}

/// The node where an entry leads.
pub(super) fn first_node<'g>(guide: &'g Guide, entry: &Entry) -> Option<&'g Id> {
    let target = guide.way_in(entry)?;
    guide.node(&target.id).map(Node::id)
}

impl State {
    /// The state after the first event.
    pub(super) fn start(guide: &Guide, first: &Recorded) -> Result<Self, Refusal> {
        let Event::Started { entry, .. } = &first.event else {
            return Err(Refusal::NotHere);
        };
        let node = first_node(guide, entry).ok_or(Refusal::NotHere)?;
        Ok(Self {
            entry: entry.clone(),
            started: first.at,
            last: first.at,
            terminal: None,
            answers: BTreeMap::new(),
            verdicts: BTreeMap::new(),
            looked_up: BTreeMap::new(),
            ticks: BTreeSet::new(),
            notes: Vec::new(),
            path: vec![node.clone()],
            position: 0,
            gave_up: false,
            finished: false,
            aftermath: Aftermath::default(),
        })
    }

    /// Takes one more event in.
    pub(super) fn apply(&mut self, guide: &Guide, recorded: &Recorded) -> Result<(), Refusal> {
        // What is closed can be opened, and only that.
        if self.finished != matches!(recorded.event, Event::Reopened) {
            return Err(Refusal::Closed);
        }
        let at = recorded.at;
        match &recorded.event {
            Event::Started { .. } => return Err(Refusal::Closed),
            Event::Answered { question, response } => {
                if self.gave_up || self.here() != question {
                    return Err(Refusal::NotHere);
                }
                self.answer(guide, question, response, at)?;
                self.go_on(guide);
            }
            Event::Changed { question, response } => {
                if !self.path.contains(question) || !self.answers.contains_key(question) {
                    return Err(Refusal::NotHere);
                }
                self.answer(guide, question, response, at)?;
                self.gave_up = false;
                self.position = self.path.len() - 1;
            }
            Event::Terminal { number } => self.set_terminal(number.as_ref()),
            Event::FromProfile { question, response } => {
                self.answer_from_profile(guide, question, response, at)?;
            }
            Event::LookedUp { entry } => self.look_up(guide, entry)?,
            Event::Back => self.back()?,
            Event::Noted { text } => {
                let node = self.here().clone();
                self.notes.push(Note { at, node, text: text.clone() });
            }
            Event::Ticked { remedy, action, done } => {
                let known =
                    guide.remedy(remedy).is_some_and(|r| r.actions.iter().any(|a| a.id == *action));
                if !known || !self.path.contains(remedy) {
                    return Err(Refusal::NotHere);
                }
                let tick = (remedy.clone(), action.clone());
                if *done {
                    self.ticks.insert(tick);
                } else {
                    self.ticks.remove(&tick);
                }
            }
            Event::Tried { remedy, verdict } => {
                if self.gave_up || self.here() != remedy || guide.remedy(remedy).is_none() {
                    return Err(Refusal::NotHere);
                }
                self.verdicts.insert(remedy.clone(), *verdict);
                self.looked_up.remove(remedy);
                self.walk(guide, remedy, None);
                self.go_on(guide);
            }
            Event::GaveUp => {
                // What was solved or handed over can't be given up any more.
                if self.path.last().and_then(|id| self.verdicts.get(id)) == Some(&Verdict::Worked) {
                    return Err(Refusal::NotHere);
                }
                self.gave_up = true;
            }
            Event::Finished => self.finished = true,
            Event::Reopened => self.finished = false,
        }
        self.last = self.last.max(at);
        Ok(())
    }

    /// Records an answer to a question on the path and finds what it does to later ones.
    pub(super) fn answer(
        &mut self,
        guide: &Guide,
        id: &Id,
        response: &Response,
        at: Timestamp,
    ) -> Result<(), Refusal> {
        let question = guide.question(id).ok_or(Refusal::NotHere)?;
        question.route(guide, response).ok_or(Refusal::DoesNotFit)?;
        let old = self.answers.get(id);
        let changed = old.is_some_and(|old| old.response != *response);
        let before = match old {
            Some(old) if changed => Some(old.response.clone()),
            Some(old) => old.before.clone(),
            None => None,
        };
        let (response, kept, from_profile) = (response.clone(), false, false);
        let given = Given { response, at, before, kept, from_profile };
        self.answers.insert(id.clone(), given);
        let led_on = self.looked_up.remove(id).is_some();
        self.walk(guide, id, (changed || led_on).then_some(id));
        Ok(())
    }

    /// Goes on where something leads that was looked up: back to that node where the path has come
    /// by it, else from the node at hand, in place of the answer there.
    fn look_up(&mut self, guide: &Guide, entry: &Entry) -> Result<(), Refusal> {
        let target = first_node(guide, entry).ok_or(Refusal::NotHere)?;
        let last = self.position + 1 == self.path.len();
        if self.gave_up || last && self.verdicts.contains_key(self.here()) {
            return Err(Refusal::NotHere);
        }
        let passed = &self.path[..=self.position];
        if let Some(at) = passed.iter().position(|id| id == target) {
            self.position = at;
            self.aftermath = Aftermath::default();
        } else {
            let here = self.here().clone();
            let given = self.answers.remove(&here);
            self.looked_up.insert(here.clone(), entry.clone());
            self.walk(guide, &here, None);
            if let Some(given) = given {
                self.aftermath.dropped.insert(0, (here, given.response));
            }
            self.go_on(guide);
        }
        Ok(())
    }

    fn back(&mut self) -> Result<(), Refusal> {
        let at_end = self.position + 1 == self.path.len();
        if self.gave_up {
            self.gave_up = false;
        } else if at_end && self.verdicts.contains_key(self.here()) {
            let here = self.here().clone();
            self.verdicts.remove(&here);
        } else if self.position > 0 {
            self.position -= 1;
        } else {
            return Err(Refusal::AtStart);
        }
        self.aftermath = Aftermath::default();
        Ok(())
    }

    /// The node where the clerk is.
    pub(super) fn here(&self) -> &Id {
        &self.path[self.position]
    }

    /// Where the recorded answer to a question leads.
    pub fn route<'g>(&self, guide: &'g Guide, question: &'g Question) -> Option<Route<'g>> {
        question.route(guide, &self.answers.get(&question.id)?.response)
    }

    /// The way in.
    pub fn entry(&self) -> &Entry {
        &self.entry
    }

    /// When the session began.
    pub fn started(&self) -> Timestamp {
        self.started
    }

    /// When the last thing happened.
    pub fn last(&self) -> Timestamp {
        self.last
    }

    /// The number of the terminal that the session is about.
    pub fn terminal(&self) -> Option<&TerminalNumber> {
        self.terminal.as_ref()
    }

    /// The recorded answer to a question, kept answers further on included.
    pub fn given(&self, question: &str) -> Option<&Given> {
        self.answers.get(question)
    }

    /// What was answered to "did it work?".
    pub fn verdict(&self, remedy: &str) -> Option<Verdict> {
        self.verdicts.get(remedy).copied()
    }

    /// What was looked up at a node and led on from there.
    pub fn looked_up(&self, node: &str) -> Option<&Entry> {
        self.looked_up.get(node)
    }

    /// Whether an action of a remedy is ticked.
    pub fn ticked(&self, remedy: &Id, action: &Id) -> bool {
        self.ticks.contains(&(remedy.clone(), action.clone()))
    }

    /// What the clerk wrote down.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// The nodes from the first one to where the answers lead, in order.
    pub fn path(&self) -> &[Id] {
        &self.path
    }

    /// Where in the path the clerk is.
    pub fn position(&self) -> usize {
        self.position
    }

    /// What the last answer did to later ones.
    pub fn aftermath(&self) -> &Aftermath {
        &self.aftermath
    }

    /// Whether the session was closed.
    pub fn finished(&self) -> bool {
        self.finished
    }
}
