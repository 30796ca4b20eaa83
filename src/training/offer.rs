//! What a drill offers: looks, first actions, sentences, hints. The seed gives their order, so that
//! nothing tells which is right, and the order stays while one chooses.

use super::{Doing, Drill, Saying, Stage};
use crate::guide::{Action, Remedy, Sight, Text};

/// Actions of a remedy that are to be chosen at most.
pub(super) const FIRST_ACTIONS: usize = 3;

/// What helps at a question.
#[derive(Clone, Copy, Debug)]
pub struct Hint<'d> {
    /// How to find out.
    pub how: Option<&'d Text>,
    /// The look that tells; none where the scenario has none, and so nobody can tell.
    pub look: Option<&'d Sight>,
}

impl Drill {
    /// What can still be looked at. Only [`Sight::look`] is for the trainee before the look is taken.
    ///
    /// It is all that the scenario knows, whatever is asked: to find what matters is the trainee's
    /// part.
    pub fn looks(&self) -> Vec<&Sight> {
        let mut looks: Vec<&Sight> = self.scenario.sights.iter().collect();
        self.shuffle("looks", &mut looks);
        looks.retain(|sight| !self.state.looked.contains(&sight.question.id));
        looks
    }

    /// What can be done first at the remedy at hand: its own first actions, and what the scenario
    /// tempts one to do.
    pub fn actions_offered(&self) -> Vec<Doing> {
        let Stage::Remedy(remedy) = self.stage() else { return Vec::new() };
        let mut offered = self.actions_of(&remedy.id);
        self.shuffle(&format!("actions {}", remedy.id), &mut offered);
        offered
    }

    /// How many actions are to be chosen at the remedy at hand, at most.
    pub fn actions_wanted(&self) -> usize {
        match self.stage() {
            Stage::Remedy(remedy) => self.first_actions(&remedy.id).len(),
            _ => 0,
        }
    }

    /// What can be told to the customer at the remedy at hand.
    pub fn sayings_offered(&self) -> Vec<Saying> {
        let Stage::Telling(remedy) = self.stage() else { return Vec::new() };
        let mut offered = self.sayings_of(&remedy.id);
        self.shuffle(&format!("sayings {}", remedy.id), &mut offered);
        offered
    }

    /// An action in words.
    pub fn doing_text(&self, remedy: &str, doing: &Doing) -> Option<&Text> {
        match doing {
            Doing::Action(id) => {
                let actions = &self.guide.remedy(remedy)?.actions;
                actions.iter().find(|own| own.id == *id).map(|own| &own.say)
            }
            Doing::Temptation(at) => self.scenario.temptations.get(*at).map(|own| &own.say),
        }
    }

    /// A sentence for the customer; nothing where the remedy has none, and so nothing is said.
    pub fn saying_text(&self, remedy: &str, saying: Saying) -> Option<&Text> {
        match saying {
            Saying::Remedy => self.guide.remedy(remedy)?.tell_customer.as_ref(),
            Saying::Telling(at) => self.scenario.tellings.get(at).map(|own| &own.say),
        }
    }

    /// The hint for the question at hand, once it was asked for.
    pub fn hint(&self) -> Option<Hint<'_>> {
        let Stage::Question(question) = self.stage() else { return None };
        let hinted = self.state.hinted.contains(&question.id);
        let look = self.scenario.sight(&question.id);
        hinted.then_some(Hint { how: question.how.as_ref(), look })
    }

    /// The actions that are right to begin with at a remedy, in their order.
    pub(super) fn first_actions(&self, remedy: &str) -> &[Action] {
        let actions = self.guide.remedy(remedy).map_or(&[][..], |own: &Remedy| &own.actions);
        &actions[..actions.len().min(FIRST_ACTIONS)]
    }

    /// All that can be done first at a remedy, what is right before what is not.
    pub(super) fn actions_of(&self, remedy: &str) -> Vec<Doing> {
        let own = self.first_actions(remedy).iter().map(|own| Doing::Action(own.id.clone()));
        own.chain((0..self.scenario.temptations.len()).map(Doing::Temptation)).collect()
    }

    /// All that can be said to the customer at a remedy, what is right first.
    pub(super) fn sayings_of(&self, remedy: &str) -> Vec<Saying> {
        let known = self.guide.remedy(remedy).map(|_| Saying::Remedy);
        known.into_iter().chain((0..self.scenario.tellings.len()).map(Saying::Telling)).collect()
    }

    /// Puts things into an order that the seed gives, another one for each purpose.
    fn shuffle<T>(&self, purpose: &str, all: &mut [T]) {
        // FNV-1a: the order must be the same in every build and on every computer.
        let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
        let hash = purpose.bytes().fold(0xCBF2_9CE4_8422_2325, mix);
        fastrand::Rng::with_seed(self.seed ^ hash).shuffle(all);
    }
}
