//! What is counted of an attempt, and the mark that comes of it.

use super::{
    Agreement, Drill, Ending, Harm, HarmKind, Marked, Marking, Stage, Worded,
    state::Deed,
    written::{in_words, written},
};
use crate::guide::{BestPath, Entry, Guide, Id, Lang, Move, PathStop, Text, Trap};
use std::collections::{BTreeMap, BTreeSet};

/// What is counted of an attempt. The points come from it and from nothing else.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tally {
    /// Whether a right remedy was carried out.
    pub solved: bool,
    /// Answers that agree with the facts.
    pub agreed: usize,
    /// Answers that the scenario knows to be right or wrong.
    pub known: usize,
    /// Questions of the right way that were never answered. Who keeps to it has none.
    pub never_asked: usize,
    /// Questions of the right way that were looked into before they were answered.
    pub looks_taken: usize,
    /// Questions of the right way.
    pub looks_needed: usize,
    /// Questions beside it that were looked into, or that the trainee strayed to and answered.
    pub astray: usize,
    /// Simulated minutes that were used.
    pub minutes: f64,
    /// Simulated minutes of what the right way has and the trainee left out.
    pub minutes_left_out: f64,
    /// Simulated minutes of the best path.
    pub best_minutes: f64,
    /// First actions that are right and in order, of all remedies that it was sensible to carry out.
    pub actions_in_order: usize,
    /// First actions that there were to choose at those.
    pub actions_wanted: usize,
    /// How often the customer was told the right thing at those.
    pub told_right: usize,
    /// How often the customer was told something at those.
    pub told: usize,
}

impl Drill {
    /// What is counted so far.
    pub fn tally(&self) -> Tally {
        let way = self.right_way();
        let mut tally = Tally {
            solved: self.state.ending == Some(Ending::Solved),
            minutes: self.state.minutes,
            best_minutes: self.best.minutes(),
            ..Tally::default()
        };
        self.count_answers(&mut tally, &way);
        let done = |stop: &&PathStop| match stop.does {
            Move::Tried(_) => self.state.carried.iter().any(|own| own.remedy == stop.node),
            _ => self.state.paid.contains(&stop.node),
        };
        let left_out = way.iter().filter(|stop| !done(stop));
        tally.minutes_left_out = left_out.fold(0.0, |all, stop| all + stop.minutes);
        for own in self.state.carried.iter().filter(|own| self.is_sensible(&own.remedy)) {
            let (in_order, of) = self.in_order(&own.remedy, &own.actions);
            tally.actions_in_order += in_order;
            tally.actions_wanted += of;
            tally.told += 1;
            tally.told_right += usize::from(self.told_wrong(own).is_none());
        }
        tally
    }

    /// Counts answers and looks.
    fn count_answers(&self, tally: &mut Tally, way: &[PathStop]) {
        let way: BTreeSet<&Id> = questions(way).collect();
        let best: BTreeSet<&Id> = questions(&self.best.stops).collect();
        let looked: BTreeSet<&Id> = self.state.looked.iter().collect();
        let mut asked = BTreeMap::new();
        for answer in self.counted() {
            let judged = self.judge(answer);
            asked.insert(&answer.question, answer.looked);
            if judged.agreement.is_known() {
                tally.known += 1;
                tally.agreed += usize::from(judged.agreement.agrees());
            }
        }
        let taken = |own: &&&Id| asked.get(*own).copied().unwrap_or(looked.contains(*own));
        tally.never_asked = way.iter().filter(|own| !asked.contains_key(*own)).count();
        tally.looks_needed = way.len();
        tally.looks_taken = way.iter().filter(taken).count();
        let strayed = asked.keys().filter(|own| self.scenario.sight(own).is_some()).copied();
        let touched: BTreeSet<&Id> = strayed.chain(looked.iter().copied()).collect();
        tally.astray =
            touched.iter().filter(|own| !way.contains(*own) && !best.contains(*own)).count();
    }

    /// The way that the facts lead from where the trainee began, or from what was looked up later;
    /// where they lead nowhere from there, the best path.
    ///
    /// What was looked up off that way, after a wrong way in or a wrong answer, is a way of its own:
    /// it comes after what of the other one was done by then, and the rest of that is not asked.
    pub(super) fn right_way(&self) -> Vec<PathStop> {
        let mut way = self.best.stops.clone();
        let mut done = BTreeSet::new();
        for own in &self.state.deeds {
            match &own.deed {
                Deed::Entered(entry) => {
                    way =
                        self.leads(entry).map_or_else(|| self.best.stops.clone(), |own| own.stops);
                }
                Deed::LookedUp { node, entry } => {
                    let Some(own) = self.leads(entry) else { continue };
                    match way.iter().position(|stop| stop.node == *node) {
                        Some(at) => way.truncate(at),
                        None => way.retain(|stop| done.contains(&stop.node)),
                    }
                    way.retain(|stop| own.stops.iter().all(|new| new.node != stop.node));
                    way.extend(own.stops);
                }
                Deed::Answered(at) => {
                    done.extend(self.state.answers.get(*at).map(|own| &own.question));
                }
                Deed::Carried(at) => {
                    done.extend(self.state.carried.get(*at).map(|own| &own.remedy));
                }
                _ => {}
            }
        }
        way
    }

    /// The way that the facts lead from a way in to a remedy that works.
    pub(super) fn leads(&self, entry: &Entry) -> Option<BestPath> {
        match entry {
            // To call without having asked is no way, whoever is right to call in the end.
            Entry::Call => None,
            entry => self.scenario.play_by(&self.guide, entry.clone()).ok(),
        }
    }

    /// What came of the attempt, once it is over.
    pub fn marked(&self) -> Option<Marked> {
        let Stage::Over(ending) = self.stage() else { return None };
        let (guide, scenario) = (&*self.guide, &*self.scenario);
        let tally = self.tally();
        let points = tally.points();
        let (total, harm) = (points.total(), self.harm());
        let last = self.events().last().map_or(self.began, |last| last.at);
        let truth = guide.remedy(&scenario.truth.id);
        let mut marked = Marked {
            scenario: scenario.id.clone(),
            title: Worded::of(guide, &scenario.title),
            step: truth.map(|remedy| remedy.step.id.clone()).unwrap_or_default(),
            guide: guide.id.clone(),
            version: self.version().to_owned(),
            mode: self.terms.mode,
            began: self.began,
            ended: self.state.finished.unwrap_or(last),
            points,
            total,
            mark: self.terms.mark,
            passed: false,
            harm,
            minutes: tally.minutes,
            best_minutes: tally.best_minutes,
            answers: self.markings(),
            remedy: self.state.carried.last().map(|own| own.remedy.clone()),
            solved: tally.solved,
            hints: self.state.hinted.len(),
            completed: matches!(ending, Ending::Solved | Ending::Stuck),
        };
        marked.passed = marked.reaches(self.terms.mark);
        Some(marked)
    }

    fn markings(&self) -> Vec<Marking> {
        let marking = |answer: &super::state::Answer| {
            let question = self.guide.question(&answer.question)?;
            let judged = self.judge(answer);
            let written = |own: &Move| written(&self.guide, question, own);
            Some(Marking {
                question: question.id.clone(),
                given: written(&answer.given),
                right: judged.right.as_ref().map(written),
                agrees: judged.agreement.agrees(),
                looked: answer.looked,
            })
        };
        self.counted().filter_map(marking).collect()
    }

    /// What would have done harm, in the order in which it was chosen.
    pub fn harm(&self) -> Vec<Harm> {
        let worded = |text: &Text| Worded::of(&self.guide, text);
        // That nobody can tell never harms, whatever a scenario says.
        let trap = |answer| {
            let judged = self.judge(answer);
            judged.trap.filter(|trap| trap.harm && judged.agreement != Agreement::Unsure)
        };
        let mut all: Vec<Harm> = self
            .counted()
            .filter_map(trap)
            .map(|trap| {
                let (choice, why) = (answer_worded(&self.guide, trap), worded(&trap.why));
                Harm { kind: HarmKind::Answer, node: trap.question.id.clone(), choice, why }
            })
            .collect();
        // What was chosen and not carried out any more was chosen all the same.
        let here = self.session().map(|session| session.place());
        let under_way = match (&self.state.ordered, here) {
            (Some(actions), Some(crate::session::Place::Remedy(remedy))) => {
                Some((&remedy.id, &actions[..], None))
            }
            _ => None,
        };
        let carried = self.state.carried.iter();
        let carried = carried.map(|own| (&own.remedy, &own.actions[..], self.told_wrong(own)));
        for (remedy, actions, told) in carried.chain(under_way) {
            let harm = |kind, say, why| Harm {
                kind,
                node: remedy.clone(),
                choice: worded(say),
                why: worded(why),
            };
            let done = self.tempted(actions).filter(|own| own.harm);
            all.extend(done.map(|own| harm(HarmKind::Action, &own.say, &own.why)));
            let told = told.filter(|own| own.harm);
            all.extend(told.map(|own| harm(HarmKind::Telling, &own.say, &own.why)));
        }
        all
    }
}

/// The questions among these stops.
fn questions(stops: &[PathStop]) -> impl Iterator<Item = &Id> {
    stops.iter().filter(|stop| !stop.is_remedy()).map(|stop| &stop.node)
}

/// The answer that a trap names, in all languages.
fn answer_worded(guide: &Guide, trap: &Trap) -> Worded {
    let (question, wrong) = (guide.question(&trap.question.id), trap.wrong(guide));
    let words = |lang| match (question, &wrong) {
        (Some(question), Some(wrong)) => in_words(guide, question, wrong, lang),
        _ => trap.answer.id.to_string(),
    };
    let tags = guide.languages.iter().enumerate();
    Worded(tags.map(|(at, tag)| (tag.clone(), words(Lang(at)))).collect())
}
