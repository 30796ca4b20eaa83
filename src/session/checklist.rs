//! The checklist beside the question: what is known of each step.

use super::{Entry, Outcome, Place, Session};
use crate::guide::{Id, Node, Role, Step};

/// What is known of one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// Not looked at yet.
    ToDo,
    /// Being looked at.
    Here,
    /// Looked at, nothing found.
    Fine,
    /// A remedy of this step was reached.
    FaultFound,
    /// Made needless by the symptom, or the session ended without it.
    NotNeeded,
}

impl Session {
    /// All steps of the guide in order, with what is known of each.
    pub fn checklist(&self) -> Vec<(&Step, StepState)> {
        self.guide().steps.iter().map(|step| (step, self.step_state(&step.id))).collect()
    }

    fn step_state(&self, step: &Id) -> StepState {
        let here = match self.place() {
            Place::Question(question) => Some(&question.step.id),
            // Who gave up left the step where they were open.
            Place::End(Outcome::GivenUp) => {
                self.guide().question(self.state().here()).map(|q| &q.step.id)
            }
            Place::Remedy(_) | Place::End(_) => None,
        };
        if here == Some(step) {
            return StepState::Here;
        }
        let state = self.state();
        let visited =
            state.path()[..=state.position()].iter().filter_map(|id| self.guide().node(id));
        let of_step: Vec<&Node> = visited.filter(|node| node.step().id == *step).collect();
        if of_step.iter().any(|node| matches!(node, Node::Remedy(_))) {
            StepState::FaultFound
        } else if of_step.iter().any(|node| self.told_something(node)) {
            StepState::Fine
        } else if self.skipped(step) || matches!(self.place(), Place::End(_)) {
            StepState::NotNeeded
        } else {
            StepState::ToDo
        }
    }

    /// Whether a question was answered by more than "can't tell".
    fn told_something(&self, node: &Node) -> bool {
        let Node::Question(question) = node else {
            return false;
        };
        if question.aside {
            return false;
        }
        // What the profile says tells nothing of what is in order today.
        if self.state().given(&question.id).is_some_and(|given| given.from_profile) {
            return false;
        }
        let route = self.state().route(self.guide(), question);
        route.is_some_and(|route| route.answer.is_none_or(|answer| answer.role != Role::Unsure))
    }

    fn skipped(&self, step: &Id) -> bool {
        let Entry::Symptom(symptom) = self.state().entry() else {
            return false;
        };
        let symptom = self.guide().symptom(symptom);
        symptom.is_some_and(|symptom| symptom.skips.iter().any(|skip| skip.id == *step))
    }
}
