//! The path of a session: which nodes its answers, verdicts and look-ups lead to.

use super::{
    Verdict,
    state::{Aftermath, State, first_node},
};
use crate::guide::{Guide, Id, Node};

impl State {
    /// Moves on to where the node at hand leads. By what was looked up that can be an earlier node
    /// of the path: it is asked again, with its answer, and leads on to a circle only for those who
    /// answer and look up the same again.
    pub(super) fn go_on(&mut self, guide: &Guide) {
        let next = self.after(guide, self.here());
        let at = next.and_then(|next| self.path.iter().position(|id| id == next));
        self.position = at.unwrap_or(self.position);
    }

    /// Finds the path anew behind a node that may lead elsewhere now, and lets go of what no longer
    /// lies on it. Answers that still lie on it behind a `changed` question are marked as kept.
    pub(super) fn walk(&mut self, guide: &Guide, from: &Id, changed: Option<&Id>) {
        // What comes before is as it was: nothing there leads elsewhere.
        let at = self.path.iter().position(|id| id == from).unwrap_or(0);
        let mut next = self.new_after(guide, at);
        let mut old = Vec::new();
        if next.as_ref() != self.path.get(at + 1) {
            old = self.path.split_off(at + 1);
            while let Some(id) = next {
                self.path.push(id);
                next = self.new_after(guide, self.path.len() - 1);
            }
        }
        debug_assert_eq!(self.path, self.whole_path(guide));
        // What was looked up at the last node leads back by now; whether that remedy worked is open
        // again, as it was when something else was looked up.
        if let Some(last) = self.path.last().filter(|last| self.looked_up.contains_key(*last)) {
            self.verdicts.remove(last);
        }
        self.aftermath = Aftermath::default();
        let behind = &self.path[at + 1..];
        for id in old.iter().filter(|id| !behind.contains(id)) {
            self.verdicts.remove(id);
            self.looked_up.remove(id);
            if let Some(given) = self.answers.remove(id) {
                self.aftermath.dropped.push((id.clone(), given.response));
            }
        }
        let Some(changed) = changed else { return };
        for id in self.path.iter().skip_while(|id| *id != changed).skip(1) {
            if let Some(given) = self.answers.get_mut(id) {
                given.kept = true;
                self.aftermath.kept.push(id.clone());
            }
        }
    }

    /// The node after the one at this place of the path, unless the path has come by it already.
    fn new_after(&self, guide: &Guide, at: usize) -> Option<Id> {
        let next = self.after(guide, &self.path[at])?;
        (!self.path[..=at].contains(next)).then(|| next.clone())
    }

    /// The path as it is found from its beginning.
    fn whole_path(&self, guide: &Guide) -> Vec<Id> {
        let mut path: Vec<Id> = self.path.first().cloned().into_iter().collect();
        let next = |path: &[Id]| self.after(guide, path.last()?).cloned();
        while let Some(id) = next(&path).filter(|id| !path.contains(id)) {
            path.push(id);
        }
        path
    }

    /// The node after this one, as far as answers and verdicts tell.
    fn after<'g>(&self, guide: &'g Guide, id: &Id) -> Option<&'g Id> {
        if let Some(entry) = self.looked_up.get(id) {
            return first_node(guide, entry);
        }
        let target = match guide.node(id)? {
            Node::Question(question) => self.route(guide, question)?.go,
            Node::Remedy(remedy) => match self.verdicts.get(id)? {
                Verdict::Worked => remedy.if_worked.as_ref()?,
                Verdict::Failed => remedy.if_failed.as_ref()?,
                Verdict::CantTry => return None,
            },
        };
        guide.node(&target.id).map(Node::id)
    }
}
