//! Playing a scenario: where its facts lead.

use super::Scenario;
use crate::guide::{Entry, Guide, Id, Miss, Move, Node, Place};

/// The way that the facts lead, from the way in to the remedy that works.
#[derive(Clone, Debug, PartialEq)]
pub struct BestPath {
    /// The way in as sessions record it.
    pub entry: Entry,
    /// What is done on the way, in order. The remedy that works is not among it.
    pub stops: Vec<Stop>,
    /// The remedy that works.
    pub remedy: Id,
}

/// One question or remedy on the way.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop {
    /// The question or remedy.
    pub node: Id,
    /// What is answered, or that the remedy did not work.
    pub does: Move,
    /// Simulated minutes: those of the look, or of the remedy that is tried in vain.
    pub minutes: f64,
}

impl BestPath {
    /// Simulated minutes until the remedy that works is reached. Its own are not among them.
    pub fn minutes(&self) -> f64 {
        self.stops.iter().map(|stop| stop.minutes).sum()
    }

    /// Questions that are asked.
    pub fn questions(&self) -> usize {
        self.stops.iter().filter(|stop| !matches!(stop.does, Move::Tried(_))).count()
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
        self.follow(guide, entry, |remedy| *remedy == self.truth.id)
    }

    /// The same from another way in, as sessions record it, to any remedy that works.
    pub fn play_by(&self, guide: &Guide, entry: Entry) -> Result<BestPath, (Place, Miss)> {
        self.follow(guide, entry, |remedy| self.is_right(remedy))
    }

    fn follow(
        &self,
        guide: &Guide,
        entry: Entry,
        ends: impl Fn(&Id) -> bool,
    ) -> Result<BestPath, (Place, Miss)> {
        let nowhere = || (self.place, Miss::NoWayIn);
        let first = guide.way_in(&entry).and_then(|target| guide.node(&target.id));
        let mut node = first.ok_or_else(nowhere)?;
        let mut stops = Vec::new();
        // A way that leads back to itself, which another rule reports, has an end here.
        while stops.len() <= guide.nodes.len() {
            if ends(node.id()) {
                return Ok(BestPath { entry, stops, remedy: node.id().clone() });
            }
            let (answer, place, minutes) = self.next(guide, node)?;
            let no_answer = || {
                let (node, answer) = (node.id().clone(), answer.to_owned());
                (place, Miss::NoAnswer { node, answer })
            };
            let does = Move::at(guide, node, answer).ok_or_else(no_answer)?;
            let next = does.leads(guide, node).and_then(|target| guide.node(&target.id));
            let next = next.ok_or_else(no_answer)?;
            stops.push(Stop { node: node.id().clone(), does, minutes });
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

#[cfg(test)]
mod tests {
    use crate::guide::{builtin_scenarios, builtin_sources, read};

    #[test]
    fn every_scenario_of_the_built_in_guide_reaches_its_truth() {
        let mut files = builtin_sources();
        files.extend(builtin_scenarios());
        let reading = read(&files);
        let texts = crate::texts::Texts::new("en");
        let findings: Vec<_> = reading
            .findings
            .iter()
            .map(|own| {
                let file = &files[own.place.file as usize];
                format!("{} {}", file.line_of(own.place.start), own.message(&texts))
            })
            .collect();
        assert!(findings.is_empty(), "{findings:#?}");
        let guide = reading.guide;
        assert!(guide.scenarios.len() > 100);
        for scenario in &guide.scenarios {
            let path = scenario.play(&guide).expect(&scenario.id);
            assert!(scenario.is_right(&path.remedy));
            assert_eq!(path.questions(), scenario.questions, "{}", scenario.id);
        }
    }
}
