//! What is counted of an attempt, and the mark that comes of it.

use super::{
    Drill, Ending, Harm, HarmKind, Marked, Marking, Stage, Worded,
    score::NEARLY,
    written::{in_words, written},
};
use crate::guide::{Guide, Id, Lang, Move, Text, Trap};
use std::collections::BTreeSet;

/// What is counted of an attempt. The points come from it and from nothing else.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tally {
    /// Whether a right remedy was carried out.
    pub solved: bool,
    /// Answers that agree with the facts.
    pub agreed: usize,
    /// Answers that the scenario knows to be right or wrong.
    pub known: usize,
    /// Questions of the best path that were never answered; none where the remedy is right.
    pub never_asked: usize,
    /// Needed looks that were taken before their question was answered.
    pub looks_taken: usize,
    /// Looks that would have told an answer: of the questions that were answered and, where the
    /// remedy is not right, of those that were never asked.
    pub looks_needed: usize,
    /// Looks that were taken and told nothing that was asked, on the best path neither.
    pub looks_needless: usize,
    /// Simulated minutes that were used.
    pub minutes: f64,
    /// Simulated minutes of the best path, with its remedy.
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
        let solved = self.state.ending == Some(Ending::Solved);
        let best: BTreeSet<&Id> = self.best_questions().collect();
        let mut asked = BTreeSet::new();
        let mut tally = Tally {
            solved,
            minutes: self.state.minutes,
            best_minutes: self.best_minutes(),
            ..Tally::default()
        };
        for answer in self.counted() {
            asked.insert(&answer.question);
            let judged = self.judge(answer);
            if judged.sight.is_some() || judged.trap.is_some() {
                tally.known += 1;
                tally.agreed += usize::from(judged.agreement.agrees());
            }
            if judged.sight.is_some() {
                tally.looks_needed += 1;
                tally.looks_taken += usize::from(answer.looked);
            }
        }
        for question in best.iter().filter(|own| !solved && !asked.contains(*own)) {
            tally.never_asked += 1;
            tally.looks_needed += 1;
            tally.looks_taken += usize::from(self.state.looked.contains(question));
        }
        let needless = |own: &&Id| !asked.contains(own) && !best.contains(own);
        tally.looks_needless = self.state.looked.iter().filter(needless).count();
        for own in self.state.carried.iter().filter(|own| self.is_sensible(&own.remedy)) {
            let (in_order, of) = self.in_order(&own.remedy, &own.actions);
            tally.actions_in_order += in_order;
            tally.actions_wanted += of;
            tally.told += 1;
            tally.told_right += usize::from(self.told_wrong(own).is_none());
        }
        tally
    }

    /// What came of the attempt, once it is over.
    pub fn marked(&self) -> Option<Marked> {
        let Stage::Over(_) = self.stage() else { return None };
        let (guide, scenario) = (&*self.guide, &*self.scenario);
        let tally = self.tally();
        let points = tally.points();
        let (total, harm) = (points.total(), self.harm());
        let last = self.events().last().map_or(self.began, |last| last.at);
        let truth = guide.remedy(&scenario.truth.id);
        Some(Marked {
            scenario: scenario.id.clone(),
            title: Worded::of(guide, &scenario.title),
            step: truth.map(|remedy| remedy.step.id.clone()).unwrap_or_default(),
            guide: guide.id.clone(),
            version: guide.version.clone(),
            mode: self.terms.mode,
            began: self.began,
            ended: self.state.finished.unwrap_or(last),
            points,
            total,
            mark: self.terms.mark,
            passed: harm.is_empty() && total + NEARLY >= self.terms.mark,
            harm,
            minutes: tally.minutes,
            best_minutes: tally.best_minutes,
            answers: self.markings(),
            remedy: self.state.carried.last().map(|own| own.remedy.clone()),
            solved: tally.solved,
            hints: self.state.hinted.len(),
        })
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
        let trap = |answer| self.judge(answer).trap.filter(|trap| trap.harm);
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

    /// Questions of the best path, in order.
    pub(super) fn best_questions(&self) -> impl Iterator<Item = &Id> {
        let asks = |does: &Move| !matches!(does, Move::Tried(_));
        self.best.stops.iter().filter(move |stop| asks(&stop.does)).map(|stop| &stop.node)
    }

    /// Simulated minutes of the best path, with its remedy.
    pub fn best_minutes(&self) -> f64 {
        let remedy = self.guide.remedy(&self.best.remedy);
        self.best.minutes() + remedy.map_or(0.0, |own| own.minutes)
    }
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
