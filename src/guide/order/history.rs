//! What a shop's own sessions say to the likelihoods of a guide.
//!
//! The author's labels are not thrown away after three sessions: they count as
//! [`PRIOR_SESSIONS`] sessions of their own. This is a Dirichlet prior with that weight; the share
//! of an answer is then the mean of what is known afterwards,
//!
//! ```text
//! (PRIOR_SESSIONS * share by the labels + sessions with the answer) / (PRIOR_SESSIONS + sessions)
//! ```
//!
//! Nothing is changed here: what comes of it is another guide in memory, to be compared.

use crate::guide::{
    Guide, Id, Kind, Likelihood, Node, Role,
    forecast::{self, UNSURE_SHARE, share, ways},
};
use serde::Serialize;
use std::collections::BTreeMap;

/// As how many sessions the author's labels count.
pub const PRIOR_SESSIONS: f64 = 20.0;

/// What was counted in sessions that came to an end.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Counts {
    /// Sessions that were counted.
    pub sessions: usize,
    /// Sessions of each symptom, and the remedies that solved them.
    pub symptoms: BTreeMap<Id, SymptomCounts>,
    /// How often each answer was given, question by question.
    pub answers: BTreeMap<Id, BTreeMap<Id, usize>>,
}

/// The sessions of one symptom.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct SymptomCounts {
    /// How many.
    pub sessions: usize,
    /// How many each remedy solved.
    pub solved: BTreeMap<Id, usize>,
}

impl Counts {
    /// Takes one session in: the symptom with which it began, the answers on its way, and the remedy
    /// that solved it.
    pub fn add<'i>(
        &mut self,
        symptom: Option<&Id>,
        answers: impl IntoIterator<Item = (&'i Id, &'i Id)>,
        solved: Option<&Id>,
    ) {
        self.sessions += 1;
        if let Some(symptom) = symptom {
            let own = self.symptoms.entry(symptom.clone()).or_default();
            own.sessions += 1;
            if let Some(remedy) = solved {
                *own.solved.entry(remedy.clone()).or_default() += 1;
            }
        }
        for (question, answer) in answers {
            let own = self.answers.entry(question.clone()).or_default();
            *own.entry(answer.clone()).or_default() += 1;
        }
    }
}

/// What was learnt of one question.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Learnt {
    /// The question.
    pub question: Id,
    /// How often it was answered.
    pub counted: usize,
    /// Where its answers lead, in the order in which they are written.
    pub answers: Vec<LearntAnswer>,
}

/// What was learnt of the answers that lead to one place.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LearntAnswer {
    /// The answers.
    pub ids: Vec<Id>,
    /// How often one of them was given.
    pub counted: usize,
    /// Their share by the author's labels (0 to 1).
    pub label: f64,
    /// Their share after the sessions (0 to 1).
    pub share: f64,
    /// The likelihood that says so, as a weight beside the question's other answers.
    pub weight: f64,
}

impl Learnt {
    /// How far the shares have moved at most (0 to 1).
    pub fn moved(&self) -> f64 {
        self.answers.iter().map(|own| (own.share - own.label).abs()).fold(0.0, f64::max)
    }
}

impl Guide {
    /// What the counts say to each question that was answered. Questions that take a code are left
    /// out: one shop's few codes say little of the hundreds that there are.
    pub fn learn(&self, counts: &Counts) -> Vec<Learnt> {
        let questions = self.nodes.iter().enumerate().filter_map(|(at, node)| match node {
            Node::Question(question) if question.kind != Kind::Code => Some((at, question)),
            _ => None,
        });
        let learnt = questions.filter_map(|(at, question)| {
            let counted = counts.answers.get(&question.id)?;
            let known = ways(self, at, &self.forecasts);
            let total: f64 = known.iter().map(|(_, weight)| weight).sum();
            let mut answers = Vec::with_capacity(known.len());
            for (to, weight) in known {
                let leads = |go: &Id| self.index.get(go) == Some(&to);
                let own = question.answers.iter().filter(|answer| leads(&answer.go.id));
                let ids: Vec<Id> = own.map(|answer| answer.id.clone()).collect();
                let times = ids.iter().filter_map(|id| counted.get(id)).sum();
                let label = share(weight, total);
                answers.push(LearntAnswer { ids, counted: times, label, share: 0.0, weight: 0.0 });
            }
            let all: usize = answers.iter().map(|own| own.counted).sum();
            for own in &mut answers {
                let sessions = PRIOR_SESSIONS + all as f64;
                own.share = (PRIOR_SESSIONS * own.label + own.counted as f64) / sessions;
                own.weight = own.share * total;
            }
            (all > 0).then(|| Learnt { question: question.id.clone(), counted: all, answers })
        });
        learnt.collect()
    }

    /// The guide with the likelihoods that were learnt, symptoms included.
    #[must_use]
    pub fn with_learnt(&self, counts: &Counts, learnt: &[Learnt]) -> Self {
        let mut guide = self.clone();
        for own in learnt {
            let Some(&at) = self.index.get(&own.question) else { continue };
            let Node::Question(question) = &mut guide.nodes[at] else { continue };
            for answer in &mut question.answers {
                let group = own.answers.iter().find(|group| group.ids.contains(&answer.id));
                let Some(group) = group else { continue };
                // "Can't tell" counts with a tenth of its weight where it leads somewhere alone.
                let alone = answer.role == Role::Unsure && group.ids.len() == 1;
                let share = if alone { UNSURE_SHARE } else { 1.0 };
                answer.likelihood = Some(Likelihood(group.weight / share));
            }
        }
        guide.weigh_symptoms(counts);
        guide.forecasts = forecast::forecasts(&guide);
        guide
    }

    fn weigh_symptoms(&mut self, counts: &Counts) {
        let total: f64 = self.symptoms.iter().map(|own| own.likelihood.0).sum();
        let times = |id: &Id| counts.symptoms.get(id).map_or(0, |own| own.sessions);
        let all: usize = self.symptoms.iter().map(|own| times(&own.id)).sum();
        for symptom in &mut self.symptoms {
            let label = PRIOR_SESSIONS * symptom.likelihood.0 / total;
            let share = (label + times(&symptom.id) as f64) / (PRIOR_SESSIONS + all as f64);
            symptom.likelihood = Likelihood(share * total);
        }
    }
}
