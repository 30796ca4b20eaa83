//! A guide played at random: what an author's own play would miss.
//!
//! It is the real session that plays, so that what it finds a clerk can meet.

mod moves;
mod report;

pub use report::{json, text};

use super::{Event, Outcome, Place, Refusal, Session};
use crate::guide::{Entry, Guide, Id, Node};
use jiff::Timestamp;
use moves::Moves;
use std::{collections::HashSet, sync::Arc};

/// More moves than this make no session: it is left, and another begun.
const MOST_MOVES: usize = 80;
/// So many of the longest ways are kept.
const LONGEST: usize = 3;

/// What a walk through a guide met.
#[derive(Clone, Debug, Default)]
pub struct Walk {
    /// How many sessions were played.
    pub sessions: usize,
    /// How many moves were made in them.
    pub steps: usize,
    /// Where sessions stood still before a remedy had worked or support was reached.
    pub dead_ends: Vec<Stuck>,
    /// Where answers or failed remedies led back in a circle.
    pub loops: Vec<Stuck>,
    /// The longest ways, the longest first.
    pub longest: Vec<Way>,
    /// The nodes that were never met, in the order of the guide.
    pub never: Vec<Id>,
    /// How many nodes the guide has.
    pub nodes: usize,
}

impl Walk {
    /// Whether nothing is wrong. A node that was never met may only want more steps.
    pub fn is_fine(&self) -> bool {
        self.dead_ends.is_empty() && self.loops.is_empty()
    }
}

/// A way through a guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// How it began.
    pub entry: Entry,
    /// The nodes on it.
    pub nodes: Vec<Id>,
}

/// A way that goes no further.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stuck {
    /// The way up to where it is stuck.
    pub way: Way,
    /// What leads nowhere there.
    pub why: Why,
}

/// What leads nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Why {
    /// A way in names something that the guide does not have.
    NoBegin,
    /// An answer names something that the guide does not have, or none is taken.
    Answer,
    /// A remedy that failed has nothing that comes after it.
    Remedy,
    /// It leads back to a node that was passed.
    Back,
}

/// Plays a guide with this many moves. The same guide, seed and number of moves give the same walk.
///
/// A guide with errors is played as far as it could be read.
pub fn walk(guide: &Arc<Guide>, seed: u64, steps: usize) -> Walk {
    let mut walk = Walk { nodes: guide.nodes.len(), ..Walk::default() };
    let entries = entries(guide);
    let mut moves = Moves::new(seed);
    let mut met = HashSet::new();
    let mut told = HashSet::new();
    // Each way in once, then at random.
    let mut first = entries.iter();
    while walk.steps < steps {
        let Some(entry) = first.next().or_else(|| moves.pick(&entries)) else { break };
        walk.sessions += 1;
        walk.steps += 1;
        let Ok(session) = Session::start(Arc::clone(guide), entry.clone(), Timestamp::UNIX_EPOCH)
        else {
            let way = Way { entry: entry.clone(), nodes: Vec::new() };
            walk.stuck(&mut told, way, Why::NoBegin);
            continue;
        };
        let mut play = Play { session, entries: &entries, moves: &mut moves, met: &mut met };
        let most = MOST_MOVES.min(steps - walk.steps);
        let (made, stuck) = play.through(most);
        walk.steps += made;
        let way = play.way();
        if let Some(why) = stuck {
            let way = if why == Why::Back { play.circle() } else { way.clone() };
            walk.stuck(&mut told, way, why);
        }
        // What is looked up on the way makes it as long as one likes.
        if play.is_straight() && stuck != Some(Why::Back) {
            walk.take_long(way);
        }
    }
    let nodes = guide.nodes.iter().map(Node::id);
    walk.never = nodes.filter(|id| !met.contains(*id)).cloned().collect();
    walk
}

impl Walk {
    /// Notes where a way is stuck, each place once.
    fn stuck(&mut self, told: &mut HashSet<(String, Why)>, way: Way, why: Why) {
        let place = match way.nodes.last() {
            Some(id) => id.to_string(),
            None => format!("{:?}", way.entry),
        };
        if told.insert((place, why)) {
            let stuck = Stuck { way, why };
            if why == Why::Back { &mut self.loops } else { &mut self.dead_ends }.push(stuck);
        }
    }

    /// Keeps a way where it is one of the longest.
    fn take_long(&mut self, way: Way) {
        let same = |own: &Way| own.nodes == way.nodes;
        if self.longest.iter().any(same) {
            return;
        }
        let at = self.longest.partition_point(|own| own.nodes.len() >= way.nodes.len());
        self.longest.insert(at, way);
        self.longest.truncate(LONGEST);
    }
}

/// Every way into a guide.
fn entries(guide: &Guide) -> Vec<Entry> {
    let symptoms = guide.symptoms.iter().map(|symptom| Entry::Symptom(symptom.id.clone()));
    let everything = guide.check_everything.iter().map(|_| Entry::CheckEverything);
    let codes = guide.codes.iter().map(crate::guide::Code::entry);
    let code = guide.codes.first().map(|code| code.code.clone()).unwrap_or_default();
    let unsure = guide.code_unsure.iter().map(|_| Entry::UnsureCode(code.clone()));
    let messages = guide.messages.iter().map(|message| Entry::Message(message.id.clone()));
    symptoms.chain(everything).chain(codes).chain(unsure).chain(messages).collect()
}

/// One session under way.
struct Play<'w> {
    session: Session,
    entries: &'w [Entry],
    moves: &'w mut Moves,
    met: &'w mut HashSet<Id>,
}

impl Play<'_> {
    /// Plays on to an end; gives how many moves were made, and what led nowhere.
    fn through(&mut self, most: usize) -> (usize, Option<Why>) {
        self.meet();
        for made in 0..most {
            if let Place::End(outcome) = self.session.place() {
                let open = outcome == Outcome::Unfinished && !self.is_put_off();
                return (made, (open && self.is_straight()).then_some(Why::Remedy));
            }
            match self.step() {
                Ok(()) => self.meet(),
                Err(why) => return (made, Some(why)),
            }
        }
        (most, None)
    }

    /// Makes one move.
    fn step(&mut self) -> Result<(), Why> {
        let guide = Arc::clone(self.session.guide());
        let event = self.moves.next(self.entries, &self.session);
        let before = self.session.state().position();
        let here = self.session.state().path()[before].clone();
        let forward = matches!(event, Event::Answered { .. } | Event::Tried { .. });
        let at = self.session.state().last();
        match self.session.act(event, at) {
            Ok(()) => {}
            Err(Refusal::AtStart) => return Ok(()),
            Err(_) if forward => return Err(Why::Answer),
            Err(_) => return Ok(()),
        }
        let (now, ended) =
            (self.session.state().position(), matches!(self.session.place(), Place::End(_)));
        if !forward || ended || !self.is_straight() || now > before {
            return Ok(());
        }
        // It stands still: what the answer names is not there, or was passed.
        let passed = now < before || self.leads_back(&guide, &here);
        Err(if passed { Why::Back } else { Why::Answer })
    }

    /// Whether nothing was looked up on the way, by which one may come back to what was asked before.
    fn is_straight(&self) -> bool {
        let state = self.session.state();
        state.path().iter().all(|id| state.looked_up(id).is_none())
    }

    /// Whether a node leads to one that the path has passed.
    fn leads_back(&self, guide: &Guide, here: &Id) -> bool {
        let state = self.session.state();
        let to = match guide.node(here) {
            Some(Node::Question(question)) => state.route(guide, question).map(|route| route.go),
            Some(Node::Remedy(remedy)) => remedy.if_failed.as_ref().or(remedy.if_worked.as_ref()),
            None => None,
        };
        to.is_some_and(|to| state.path().contains(&to.id))
    }

    /// Whether the last remedy can't be tried now, which may wait.
    fn is_put_off(&self) -> bool {
        let state = self.session.state();
        let last = state.path().last().and_then(|id| state.verdict(id));
        last == Some(super::Verdict::CantTry)
    }

    fn meet(&mut self) {
        let state = self.session.state();
        self.met.insert(state.path()[state.position()].clone());
    }

    /// The way round, up to where it comes back to.
    fn circle(&self) -> Way {
        let state = self.session.state();
        let mut nodes = state.path().to_vec();
        nodes.push(state.path()[state.position()].clone());
        Way { entry: state.entry().clone(), nodes }
    }

    fn way(&self) -> Way {
        let state = self.session.state();
        Way { entry: state.entry().clone(), nodes: state.path()[..=state.position()].to_vec() }
    }
}
