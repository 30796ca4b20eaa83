//! Playing a scenario: where its facts lead.

use super::Scenario;
use crate::guide::{Entry, Guide, Id, Miss, Move, Node, Place, path_case::named};

/// The way that the facts lead, from the way in to the remedy that works.
#[derive(Clone, Debug, PartialEq)]
pub struct BestPath {
    /// The way in as sessions record it.
    pub entry: Entry,
    /// What is done on the way, in order. The remedy that works is not among it.
    pub stops: Vec<PathStop>,
    /// The remedy that works.
    pub remedy: Id,
}

/// One question or remedy on the way.
#[derive(Clone, Debug, PartialEq)]
pub struct PathStop {
    /// The question or remedy.
    pub node: Id,
    /// What is answered, or that the remedy did not work.
    pub does: Move,
    /// Simulated minutes: those of the look, or of the remedy that is tried in vain.
    pub minutes: f64,
}

impl PathStop {
    /// Whether it is a remedy that is tried, no question.
    pub fn is_remedy(&self) -> bool {
        matches!(self.does, Move::Tried(_))
    }
}

impl BestPath {
    /// Simulated minutes until the remedy that works is reached. Its own are not among them.
    pub fn minutes(&self) -> f64 {
        self.stops.iter().map(|stop| stop.minutes).sum()
    }

    /// Questions that are asked.
    pub fn questions(&self) -> usize {
        self.stops.iter().filter(|stop| !stop.is_remedy()).count()
    }

    /// Whether it comes by this question or remedy, the last one included.
    pub fn passes(&self, node: &str) -> bool {
        self.remedy == node || self.stops.iter().any(|stop| stop.node == node)
    }
}

impl Scenario {
    /// Follows the facts through the guide to the remedy that works; else where and why that fails.
    ///
    /// At a question the answer is that of its fact; a remedy in `fails` is tried and does not work.
    pub fn play(&self, guide: &Guide) -> Result<BestPath, (Place, Miss)> {
        let entry = self.entry.begins(guide).ok_or((self.place, Miss::NoWayIn))?;
        self.follow(guide, entry, &mut Vec::new(), |remedy| *remedy == self.truth.id)
    }

    /// The same from another way in, as sessions record it, to any remedy that works.
    pub fn play_by(&self, guide: &Guide, entry: Entry) -> Result<BestPath, (Place, Miss)> {
        self.follow(guide, entry, &mut Vec::new(), |remedy| self.is_right(remedy))
    }

    /// [`Scenario::play`] with the stops that it comes by, also where it misses.
    pub(in crate::guide) fn stops(
        &self,
        guide: &Guide,
        stops: &mut Vec<PathStop>,
    ) -> Result<BestPath, (Place, Miss)> {
        let entry = self.entry.begins(guide).ok_or((self.place, Miss::NoWayIn))?;
        self.follow(guide, entry, stops, |remedy| *remedy == self.truth.id)
    }

    fn follow(
        &self,
        guide: &Guide,
        entry: Entry,
        stops: &mut Vec<PathStop>,
        ends: impl Fn(&Id) -> bool,
    ) -> Result<BestPath, (Place, Miss)> {
        let nowhere = || (self.place, Miss::NoWayIn);
        let first = guide.way_in(&entry).and_then(|target| guide.node(&target.id));
        let mut node = first.ok_or_else(nowhere)?;
        // A way that leads back to itself, which another rule reports, has an end here.
        while stops.len() <= guide.nodes.len() {
            if ends(node.id()) {
                let (stops, remedy) = (std::mem::take(stops), node.id().clone());
                return Ok(BestPath { entry, stops, remedy });
            }
            let (answer, place, minutes) = self.next(guide, node)?;
            let no_answer = || {
                let (id, answer) = (node.id().clone(), answer.to_owned());
                (place, Miss::NoAnswer { node: id, answer, known: named(node) })
            };
            let does = Move::at(guide, node, answer).ok_or_else(no_answer)?;
            let next = does.leads(guide, node).and_then(|target| guide.node(&target.id));
            let next = next.ok_or_else(no_answer)?;
            stops.push(PathStop { node: node.id().clone(), does, minutes });
            node = next;
        }
        Err((self.place, Miss::EndsAt(node.id().clone())))
    }

    /// What is answered at a node, where that is written, and the minutes that it takes.
    fn next(&self, guide: &Guide, node: &Node) -> Result<(&str, Place, f64), (Place, Miss)> {
        match node {
            Node::Question(question) => {
                let missing = || (self.place, Miss::NoFact(question.id.clone()));
                let sight = self.sight(&question.id).ok_or_else(missing)?;
                Ok((&sight.answer.id, sight.answer.place, sight.minutes(guide)))
            }
            Node::Remedy(remedy) => {
                let elsewhere = || (self.truth.place, Miss::Elsewhere(remedy.id.clone()));
                let fails = self.fails.iter().find(|own| own.id == remedy.id);
                let fails = fails.ok_or_else(elsewhere)?;
                Ok((Move::FAILED, fails.place, remedy.minutes))
            }
        }
    }
}
