//! The ways from where people begin, down to the remedies.

use super::{RemedyShare, Way, loss};
use crate::guide::{
    Entry, Guide, Node,
    forecast::{bottom_up, shares, ways},
};
use std::collections::{BTreeMap, HashMap};

/// How those who begin somewhere spread over a guide.
pub(in crate::guide) struct Spread<'g> {
    guide: &'g Guide,
    /// All nodes, each after those that it leads to.
    order: Vec<usize>,
    /// Where each node is in `order`.
    rank: Vec<usize>,
}

impl<'g> Spread<'g> {
    pub(in crate::guide) fn new(guide: &'g Guide) -> Self {
        let order = bottom_up(guide);
        let mut rank = vec![0; order.len()];
        order.iter().enumerate().for_each(|(place, &at)| rank[at] = place);
        Self { guide, order, rank }
    }

    /// The nodes that people come by with the shares that do, of those who begin at these nodes with
    /// these shares. Looks at nothing else.
    pub(super) fn of(&self, starts: &[(usize, f64)]) -> Vec<(usize, f64)> {
        let mut ahead: BTreeMap<usize, f64> = BTreeMap::new();
        for &(at, share) in starts {
            *ahead.entry(self.rank[at]).or_default() += share;
        }
        let mut met = Vec::new();
        while let Some((rank, share)) = ahead.pop_last() {
            let at = self.order[rank];
            met.push((at, share));
            let ways = shares(self.guide, at).into_iter();
            // A link back, in a guide that has a circle, leads nowhere.
            for (to, own) in ways.filter(|(to, own)| self.rank[*to] < rank && *own > 0.0) {
                *ahead.entry(self.rank[to]).or_default() += share * own;
            }
        }
        met
    }

    /// The same for all nodes, in the order of the guide.
    pub(in crate::guide) fn over_all(&self, starts: &[(usize, f64)]) -> Vec<f64> {
        let mut all = vec![0.0; self.guide.nodes.len()];
        self.of(starts).into_iter().for_each(|(at, share)| all[at] = share);
        all
    }

    /// For each node questions and minutes of the longest ways from there, each on its own.
    fn longest(&self) -> Vec<(usize, f64)> {
        let guide = self.guide;
        let mut most = vec![(0, 0.0_f64); guide.nodes.len()];
        for &at in &self.order {
            let Node::Question(question) = &guide.nodes[at] else { continue };
            let (mut questions, mut minutes) = (0, 0.0_f64);
            for (to, _) in ways(guide, at, &guide.forecasts) {
                questions = questions.max(most[to].0);
                minutes = minutes.max(most[to].1 + guide.way_to(question, to));
            }
            most[at] = (1 + questions, question.minutes + minutes);
        }
        most
    }
}

/// What is known of a guide while its ways in are gone through.
pub(super) struct Walker<'g> {
    guide: &'g Guide,
    spread: &'g Spread<'g>,
    most: Vec<(usize, f64)>,
    /// Minutes that are lost by those who come to the first question of a chain.
    lost: HashMap<usize, f64>,
}

impl<'g> Walker<'g> {
    pub(super) fn new(spread: &'g Spread<'g>, lost: HashMap<usize, f64>) -> Self {
        Self { guide: spread.guide, most: spread.longest(), spread, lost }
    }

    pub(super) fn way_in(&self, entry: &Entry) -> Way {
        let target = self.guide.way_in(entry);
        let at = target.and_then(|target| self.guide.index.get(&target.id));
        at.map(|&at| self.way(&[(at, 1.0)])).unwrap_or_default()
    }

    /// All symptoms together. What the symptom itself tells is known before the first question: what
    /// is uncertain then is the mean of what is at each symptom.
    pub(super) fn all(&self, starts: &[(usize, f64)], symptoms: &[Way]) -> Way {
        let mean = |of: fn(&Way) -> f64| symptoms.iter().map(|own| own.share * of(own)).sum();
        let (bits, least_questions) = (mean(|own| own.bits), mean(|own| own.least_questions));
        Way { share: 1.0, bits, least_questions, ..self.way(starts) }
    }

    /// The figures of all who begin at these nodes with these shares.
    fn way(&self, starts: &[(usize, f64)]) -> Way {
        let mut way = Way::default();
        for &(at, share) in starts {
            let forecast = self.guide.forecasts[at];
            way.questions += share * forecast.questions;
            way.minutes += share * forecast.minutes;
            way.most_questions = way.most_questions.max(self.most[at].0);
            way.most_minutes = way.most_minutes.max(self.most[at].1);
        }
        let mut answers = 1_usize;
        for (at, share) in self.spread.of(starts) {
            way.lost_minutes += share * self.lost.get(&at).copied().unwrap_or_default();
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
        way.remedies.sort_by(|a, b| b.share.total_cmp(&a.share).then_with(|| a.id.cmp(&b.id)));
        way.bits = way.bits.max(0.0);
        way.least_questions = if answers > 1 { way.bits / (answers as f64).log2() } else { 0.0 };
        way.lost_share = loss(way.minutes, way.minutes - way.lost_minutes);
        way
    }
}
