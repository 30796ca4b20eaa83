//! What the order of a guide costs, way in by way in.

use super::{loss, sequence::Best};
use crate::guide::{
    Entry, Guide, Id, Node,
    forecast::{bottom_up, ways},
};
use serde::Serialize;

/// The order of a whole guide.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct OrderReport {
    /// Every symptom, in the order of the guide.
    pub symptoms: Vec<Way>,
    /// "Check everything", where the guide has it.
    pub check_everything: Option<Way>,
    /// All symptoms together, each weighted by how often people start there.
    pub all: Way,
    /// The steps of the checklist, asked one after the other.
    pub checklist: Option<ChainOrder>,
    /// Questions that can change places, chain by chain.
    pub chains: Vec<ChainOrder>,
    /// Questions at which a call is offered first.
    pub stops: Vec<StopAt>,
}

/// A question at which a call is offered first.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StopAt {
    /// The question.
    pub question: Id,
    /// Expected minutes of going on, up to the end of the call where one is needed.
    pub going_on: f64,
    /// Minutes of calling now.
    pub calling: f64,
    /// How likely it is (0 to 1) that the call has to be made all the same.
    pub calls: f64,
}

/// What one way in costs up to the first remedy.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Way {
    /// The symptom; empty for all of them together and for "check everything".
    pub id: Id,
    /// Share of all sessions that begin here (0 to 1).
    pub share: f64,
    /// Expected number of questions.
    pub questions: f64,
    /// Questions of the longest way.
    pub most_questions: usize,
    /// Expected minutes of the questions.
    pub minutes: f64,
    /// Minutes of the way whose questions take longest.
    pub most_minutes: f64,
    /// Expected minutes of the remedy that is reached.
    pub remedy_minutes: f64,
    /// The remedies that are reached with their shares (0 to 1), the likeliest first.
    pub remedies: Vec<RemedyShare>,
    /// How uncertain the remedy is at the beginning, in bits: the entropy of the shares.
    pub bits: f64,
    /// No tree of questions with as many answers takes fewer questions on average: the entropy over
    /// the bits of the question with most ways (C. Shannon, "A Mathematical Theory of
    /// Communication", 1948: the noiseless coding theorem).
    pub least_questions: f64,
    /// Minutes that the present order takes more than the best one.
    pub lost_minutes: f64,
    /// The same as a share of what the best one takes (0.1 is a tenth more).
    pub lost_share: f64,
}

/// How often a remedy is reached.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RemedyShare {
    /// The remedy.
    pub id: Id,
    /// Its share of the ways (0 to 1).
    pub share: f64,
}

/// Questions or steps that can change places, as they are and as they cost least.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ChainOrder {
    /// The present order.
    pub present: Vec<Id>,
    /// Its expected minutes.
    pub minutes: f64,
    /// The order that costs least of those that keep `after`.
    pub best: Vec<Id>,
    /// Its expected minutes.
    pub best_minutes: f64,
    /// No order takes less; below `best_minutes` where the best can't be known.
    pub at_least: f64,
    /// What the present order takes more, as a share of the best (0.1 is a tenth more).
    pub lost_share: f64,
}

impl ChainOrder {
    fn new(present: Vec<Id>, minutes: f64, found: &Best) -> Self {
        Self {
            best: found.order.iter().map(|&at| present[at].clone()).collect(),
            present,
            minutes,
            best_minutes: found.minutes,
            at_least: found.at_least,
            lost_share: loss(minutes, found.minutes),
        }
    }

    /// Minutes that the present order takes more.
    pub fn lost_minutes(&self) -> f64 {
        (self.minutes - self.best_minutes).max(0.0)
    }
}

impl Guide {
    /// How good the order is. Takes time in proportion to the number of links, once for each
    /// symptom.
    pub fn order(&self) -> OrderReport {
        let order = bottom_up(self);
        let mut work = Work { guide: self, most: self.longest(&order), chains: Vec::new(), order };
        for chain in self.chains() {
            let names = chain.questions.iter().map(|&at| self.nodes[at].id().clone()).collect();
            let own = ChainOrder::new(names, chain.sequence.present(), &chain.sequence.best());
            work.chains.push((chain.questions[0], own));
        }
        let total: f64 = self.symptoms.iter().map(|own| own.likelihood.0).sum();
        let mut all = vec![0.0; self.nodes.len()];
        for symptom in &self.symptoms {
            if let Some(&at) = self.index.get(&symptom.go.id) {
                all[at] += symptom.likelihood.0 / total;
            }
        }
        let way = |symptom: &crate::guide::Symptom| {
            let way = work.way_in(&Entry::Symptom(symptom.id.clone()));
            Way { id: symptom.id.clone(), share: symptom.likelihood.0 / total, ..way }
        };
        let checklist = self.way_in(&Entry::CheckEverything).and_then(|first| {
            let shares = spread(self, &work.order, self.at_once(&first.id));
            self.checklist_of(&shares)
        });
        let stops = self.nodes.iter().filter_map(|node| match node {
            Node::Question(question) => Some((question, self.stop_at(question)?)),
            Node::Remedy(_) => None,
        });
        let stops = stops.map(|(question, stop)| StopAt {
            question: question.id.clone(),
            going_on: stop.going_on,
            calling: stop.calling,
            calls: stop.calls,
        });
        let symptoms: Vec<Way> = self.symptoms.iter().map(way).collect();
        OrderReport {
            all: work.all(all, &symptoms),
            symptoms,
            check_everything: self
                .check_everything
                .is_some()
                .then(|| work.way_in(&Entry::CheckEverything)),
            checklist,
            stops: stops.collect(),
            chains: work.chains.into_iter().map(|(_, own)| own).collect(),
        }
    }

    /// The steps of the checklist, asked one after the other; none where "check everything" does
    /// not go by two gates.
    pub fn checklist_order(&self) -> Option<ChainOrder> {
        let first = self.way_in(&Entry::CheckEverything)?;
        self.checklist_of(&spread(self, &bottom_up(self), self.at_once(&first.id)))
    }

    fn checklist_of(&self, shares: &[f64]) -> Option<ChainOrder> {
        let (names, sequence) = self.checklist(shares)?;
        Some(ChainOrder::new(names, sequence.present(), &sequence.best()))
    }

    /// All at one node.
    fn at_once(&self, id: &str) -> Vec<f64> {
        let mut shares = vec![0.0; self.nodes.len()];
        if let Some(&at) = self.index.get(id) {
            shares[at] = 1.0;
        }
        shares
    }

    /// For each node questions and minutes of the longest ways from there, each on its own.
    fn longest(&self, order: &[usize]) -> Vec<(usize, f64)> {
        let mut most = vec![(0, 0.0_f64); self.nodes.len()];
        for &at in order {
            let Node::Question(question) = &self.nodes[at] else { continue };
            let (mut questions, mut minutes) = (0, 0.0_f64);
            for (to, _) in ways(self, at, &self.forecasts) {
                questions = questions.max(most[to].0);
                minutes = minutes.max(most[to].1 + self.way_to(question, to));
            }
            most[at] = (1 + questions, question.minutes + minutes);
        }
        most
    }
}

/// What is known of a guide while its ways are looked at.
struct Work<'g> {
    guide: &'g Guide,
    /// All nodes, each after those that it leads to.
    order: Vec<usize>,
    most: Vec<(usize, f64)>,
    /// The chains with their first questions.
    chains: Vec<(usize, ChainOrder)>,
}

impl Work<'_> {
    fn way_in(&self, entry: &Entry) -> Way {
        let target = self.guide.way_in(entry).map_or("", |target| target.id.as_str());
        self.way(self.guide.at_once(target))
    }

    /// All symptoms together. What the symptom itself tells is known before the first question: what
    /// is uncertain then is the mean of what is at each symptom.
    fn all(&self, starts: Vec<f64>, symptoms: &[Way]) -> Way {
        let mean = |of: fn(&Way) -> f64| symptoms.iter().map(|own| own.share * of(own)).sum();
        let (bits, least_questions) = (mean(|own| own.bits), mean(|own| own.least_questions));
        Way { share: 1.0, bits, least_questions, ..self.way(starts) }
    }

    /// The figures of all who begin at these nodes with these shares.
    fn way(&self, starts: Vec<f64>) -> Way {
        let mut way = Way::default();
        for (at, &share) in starts.iter().enumerate().filter(|own| *own.1 > 0.0) {
            let forecast = self.guide.forecasts[at];
            way.questions += share * forecast.questions;
            way.minutes += share * forecast.minutes;
            way.most_questions = way.most_questions.max(self.most[at].0);
            way.most_minutes = way.most_minutes.max(self.most[at].1);
        }
        let shares = spread(self.guide, &self.order, starts);
        let mut answers = 1_usize;
        for (at, &share) in shares.iter().enumerate().filter(|own| *own.1 > 0.0) {
            match &self.guide.nodes[at] {
                Node::Question(_) => {
                    answers = answers.max(ways(self.guide, at, &self.guide.forecasts).len());
                }
                Node::Remedy(remedy) => {
                    way.remedy_minutes += share * remedy.minutes;
                    way.bits -= share * share.log2();
                    way.remedies.push(RemedyShare { id: remedy.id.clone(), share });
                }
            }
        }
        way.remedies.sort_by(|a, b| b.share.total_cmp(&a.share));
        way.bits = way.bits.max(0.0);
        way.least_questions = if answers > 1 { way.bits / (answers as f64).log2() } else { 0.0 };
        way.lost_minutes =
            self.chains.iter().map(|(head, own)| shares[*head] * own.lost_minutes()).sum();
        way.lost_share = loss(way.minutes, way.minutes - way.lost_minutes);
        way
    }
}

/// What share of all comes by each node, of those who begin with these shares. `order` has each node
/// after those that it leads to.
fn spread(guide: &Guide, order: &[usize], mut shares: Vec<f64>) -> Vec<f64> {
    for &at in order.iter().rev() {
        if shares[at] > 0.0 && matches!(guide.nodes[at], Node::Question(_)) {
            let ways = ways(guide, at, &guide.forecasts);
            let total: f64 = ways.iter().map(|(_, weight)| weight).sum();
            for (to, weight) in ways.into_iter().filter(|_| total > 0.0) {
                shares[to] += shares[at] * weight / total;
            }
        }
    }
    shares
}
