//! The debrief: decision by decision, what was done, what the facts say, what it cost, and the better
//! path beside it. Values first; `words` says them, [`html`] makes a page of them.

mod html;
mod words;

pub use html::html;
pub use words::{DecisionWords, number};

use super::{
    Agreement, Doing, Drill, Ending, Marked, Part, Saying, Share, Stage, Tally, WEIGHTS,
    judge::Judged,
    state::{Answer, Carried, Deed, Done, Standing},
};
use crate::guide::{
    Action, BestPath, Entry, Guide, Move, PathStop, Question, Remedy, Scenario, Sight, Telling,
    Temptation, Trap,
};
use jiff::Timestamp;
use std::collections::BTreeSet;

/// What an attempt shows, once it is over.
#[derive(Clone, Debug)]
pub struct Debrief<'d> {
    /// The guide.
    pub guide: &'d Guide,
    /// The scenario.
    pub scenario: &'d Scenario,
    /// How it ended.
    pub ending: Ending,
    /// What came of it.
    pub marked: Marked,
    /// What the points come from.
    pub tally: Tally,
    /// Everything that was done, in order.
    pub decisions: Vec<Decided<'d>>,
    /// The best path, in order; its remedy is not among it.
    pub best: Vec<BestStop<'d>>,
    /// The remedy that works.
    pub remedy: &'d Remedy,
}

/// Something that was done.
#[derive(Clone, Debug)]
pub struct Decided<'d> {
    /// When.
    pub at: Timestamp,
    /// Simulated minutes that it cost.
    pub cost: f64,
    /// Simulated minutes after it.
    pub clock: f64,
    /// What it was.
    pub what: Decision<'d>,
}

/// What was done, what the facts say of it, and what would be better.
#[derive(Clone, Debug)]
pub enum Decision<'d> {
    /// The way in was chosen.
    Entered {
        /// The way in.
        entry: &'d Entry,
        /// The best one, where the facts do not lead from the chosen one to the remedy.
        better: Option<&'d Entry>,
    },
    /// Something was looked at.
    Looked {
        /// What it shows.
        sight: &'d Sight,
        /// Whether it told nothing that the way asks.
        needless: bool,
    },
    /// A hint was asked for.
    Hinted(&'d Question),
    /// A question was answered.
    Answered {
        /// The question.
        question: &'d Question,
        /// What was answered.
        given: &'d Move,
        /// How it stands to the facts.
        agreement: Agreement,
        /// What agrees with the facts, where the scenario knows.
        right: Option<Move>,
        /// The look that tells.
        sight: Option<&'d Sight>,
        /// Whether it was taken before.
        looked: bool,
        /// The trap that the answer goes into.
        trap: Option<&'d Trap>,
        /// Whether it counts: of several answers to a question only one does.
        counts: bool,
    },
    /// Something was looked up, and the wizard went on from there.
    LookedUp(&'d Entry),
    /// One step back.
    WentBack,
    /// A remedy was carried out.
    CarriedOut {
        /// The remedy.
        remedy: &'d Remedy,
        /// Its first actions as they were chosen.
        actions: &'d [Doing],
        /// The first actions that are right.
        first: &'d [Action],
        /// How many are right and in order.
        in_order: usize,
        /// What it was tempting to do, and was chosen.
        tempted: Vec<&'d Temptation>,
        /// What the customer was told.
        said: Saying,
        /// What it was tempting to say, and was said.
        told_wrong: Option<&'d Telling>,
        /// Whether it worked.
        worked: bool,
        /// Whether it was sensible: it is right, or the facts lead to it first.
        sensible: bool,
    },
    /// The drill ended.
    Ended(Ending),
}

/// One question or remedy of the best path.
#[derive(Clone, Debug)]
pub enum BestStop<'d> {
    /// A question.
    Question {
        /// The question.
        question: &'d Question,
        /// The look that tells.
        sight: Option<&'d Sight>,
        /// What is answered.
        does: &'d Move,
        /// Simulated minutes.
        minutes: f64,
        /// Whether the trainee looked, and answered so.
        done: bool,
    },
    /// A remedy that is tried in vain, as the first of two faults asks for.
    Remedy {
        /// The remedy.
        remedy: &'d Remedy,
        /// Simulated minutes.
        minutes: f64,
        /// Whether the trainee carried it out.
        done: bool,
    },
}

impl Debrief<'_> {
    /// The parts of the score in the order in which they are shown, with their points.
    pub fn parts(&self) -> impl Iterator<Item = (Part, Share)> {
        WEIGHTS.iter().map(|(part, _)| (*part, self.marked.points.of(*part)))
    }
}

impl Drill {
    /// What the attempt shows, once it is over.
    pub fn debrief(&self) -> Option<Debrief<'_>> {
        let Stage::Over(ending) = self.stage() else { return None };
        Some(Debrief {
            guide: &self.guide,
            scenario: &self.scenario,
            ending,
            marked: self.marked()?,
            tally: self.tally(),
            decisions: self.decisions(),
            best: self.best_stops(),
            remedy: self.guide.remedy(&self.best.remedy)?,
        })
    }

    fn decisions(&self) -> Vec<Decided<'_>> {
        let way = self.right_way();
        let asked: BTreeSet<&str> =
            way.iter().chain(&self.best.stops).map(|stop| stop.node.as_str()).collect();
        let mut clock = 0.0;
        let mut all = Vec::new();
        for Done { at, cost, deed } in &self.state.deeds {
            clock += cost;
            let what = self.decision(deed, &asked);
            all.extend(what.map(|what| Decided { at: *at, cost: *cost, clock, what }));
        }
        all
    }

    fn decision<'d>(&'d self, deed: &'d Deed, asked: &BTreeSet<&str>) -> Option<Decision<'d>> {
        Some(match deed {
            Deed::Entered(entry) => {
                let leads = self.leads(entry).is_some();
                let better = Some(&self.best.entry).filter(|best| !leads && *best != entry);
                Decision::Entered { entry, better }
            }
            Deed::Looked(question) => {
                let needless = !asked.contains(question.as_str());
                Decision::Looked { sight: self.scenario.sight(question)?, needless }
            }
            Deed::Hinted(question) => Decision::Hinted(self.guide.question(question)?),
            Deed::Answered(at) => {
                let Answer { question, given, looked, standing } = self.state.answers.get(*at)?;
                let Judged { agreement, right, sight, trap } =
                    self.judge(self.state.answers.get(*at)?);
                let question = self.guide.question(question)?;
                let (looked, counts) = (*looked, *standing == Standing::Counts);
                Decision::Answered {
                    question,
                    given,
                    agreement,
                    right,
                    sight,
                    looked,
                    trap,
                    counts,
                }
            }
            Deed::LookedUp { entry, .. } => Decision::LookedUp(entry),
            Deed::WentBack => Decision::WentBack,
            Deed::Carried(at) => self.carried_out(self.state.carried.get(*at)?)?,
            Deed::Ended(ending) => Decision::Ended(*ending),
        })
    }

    fn carried_out<'d>(&'d self, own: &'d Carried) -> Option<Decision<'d>> {
        Some(Decision::CarriedOut {
            remedy: self.guide.remedy(&own.remedy)?,
            actions: &own.actions,
            first: self.first_actions(&own.remedy),
            in_order: self.in_order(&own.remedy, &own.actions).0,
            tempted: self.tempted(&own.actions).collect(),
            said: own.said,
            told_wrong: self.told_wrong(own),
            worked: own.worked,
            sensible: self.is_sensible(&own.remedy),
        })
    }

    fn best_stops(&self) -> Vec<BestStop<'_>> {
        let BestPath { stops, .. } = self.best();
        stops.iter().filter_map(|stop| self.best_stop(stop)).collect()
    }

    fn best_stop<'d>(&'d self, stop: &'d PathStop) -> Option<BestStop<'d>> {
        let minutes = stop.minutes;
        if stop.is_remedy() {
            let remedy = self.guide.remedy(&stop.node)?;
            let done = self.state.carried.iter().any(|own| own.remedy == stop.node);
            return Some(BestStop::Remedy { remedy, minutes, done });
        }
        let question = self.guide.question(&stop.node)?;
        let mut own = self.counted().filter(|own| own.question == stop.node);
        let done = own.any(|own| own.looked && self.judge(own).agreement.agrees());
        let sight = self.scenario.sight(&stop.node);
        Some(BestStop::Question { question, sight, does: &stop.does, minutes, done })
    }
}
