//! What the order of a guide costs, way in by way in.

use super::{
    Chain, loss,
    sequence::Sequence,
    walk::{Spread, Walker},
};
use crate::guide::{Entry, Guide, Id, Symptom, forecast::share};
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
    /// Expected minutes of the best order of all, those that break `after` included: what `after`
    /// costs is the difference to `best_minutes`.
    pub free_minutes: f64,
}

impl ChainOrder {
    fn new(present: Vec<Id>, sequence: &Sequence) -> Self {
        let (minutes, found) = (sequence.present(), sequence.best());
        Self {
            free_minutes: sequence.free_minutes(),
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
    /// How good the order is. Takes time in proportion to the number of links, and for each
    /// symptom to what it leads to.
    pub fn order(&self) -> OrderReport {
        let chains = self.chains();
        let order = |chain: &Chain| {
            let names = chain.questions.iter().map(|&at| self.nodes[at].id().clone()).collect();
            ChainOrder::new(names, &chain.sequence)
        };
        let orders: Vec<ChainOrder> = chains.iter().map(order).collect();
        let heads = chains.iter().map(|chain| chain.questions[0]);
        let lost = heads.zip(orders.iter().map(ChainOrder::lost_minutes)).collect();
        let spread = Spread::new(self);
        let work = Walker::new(&spread, lost);
        let total: f64 = self.symptoms.iter().map(|own| own.likelihood.0).sum();
        let way = |symptom: &Symptom| {
            let way = work.way_in(&Entry::Symptom(symptom.id.clone()));
            Way { id: symptom.id.clone(), share: share(symptom.likelihood.0, total), ..way }
        };
        let stops = self.questions().filter_map(|own| Some((own, self.stop_at(own)?)));
        let stops = stops.map(|(question, stop)| StopAt {
            question: question.id.clone(),
            going_on: stop.going_on,
            calling: stop.calling,
            calls: stop.calls,
        });
        let symptoms: Vec<Way> = self.symptoms.iter().map(way).collect();
        OrderReport {
            all: work.all(&self.begins(), &symptoms),
            symptoms,
            check_everything: self
                .check_everything
                .is_some()
                .then(|| work.way_in(&Entry::CheckEverything)),
            checklist: self.checklist_by(&spread),
            stops: stops.collect(),
            chains: orders,
        }
    }

    /// The steps of the checklist, asked one after the other; none where "check everything" does
    /// not go by two gates.
    pub fn checklist_order(&self) -> Option<ChainOrder> {
        self.checklist_by(&Spread::new(self))
    }

    fn checklist_by(&self, spread: &Spread<'_>) -> Option<ChainOrder> {
        let first = self.way_in(&Entry::CheckEverything)?;
        let begin = [(*self.index.get(&first.id)?, 1.0)];
        let (names, sequence) = self.checklist(&spread.over_all(&begin))?;
        Some(ChainOrder::new(names, &sequence))
    }

    /// The nodes at which sessions begin with a symptom, with the shares that do.
    pub(in crate::guide) fn begins(&self) -> Vec<(usize, f64)> {
        let total: f64 = self.symptoms.iter().map(|own| own.likelihood.0).sum();
        let begin =
            |own: &Symptom| Some((*self.index.get(&own.go.id)?, share(own.likelihood.0, total)));
        self.symptoms.iter().filter_map(begin).collect()
    }
}
