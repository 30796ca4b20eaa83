//! The tree of the guide: folding, searching, and playing from a branch.

use super::{
    app::App,
    command::Verb,
    screens::{Intent, Kind, Screen, tree::Grown},
};
use crate::{
    guide::Tree,
    session::{Place, Session},
    tr,
};
use jiff::Timestamp;
use std::collections::HashSet;

impl App {
    /// Begins with the tree in place of the home screen.
    pub(super) fn open_tree(&mut self) {
        let guide = self.guide();
        let tree = Tree::new(&guide);
        // A heading that is alone says nothing: what stands under it is shown at once.
        let open = match tree.rows(|_| false)[..] {
            [only] => [only].into(),
            _ => HashSet::new(),
        };
        let grown = Grown { tree, open };
        self.screens = vec![Screen::from(Kind::Tree(Box::new(grown)))];
    }

    /// The tree below all other screens, where there is one.
    pub(super) fn grown(&self) -> Option<&Grown> {
        match &self.screens[0].kind {
            Kind::Tree(grown) => Some(grown),
            _ => None,
        }
    }

    fn grown_mut(&mut self) -> Option<&mut Grown> {
        match &mut self.screens[0].kind {
            Kind::Tree(grown) => Some(grown),
            _ => None,
        }
    }

    /// Whether the tree is on top.
    pub(super) fn in_tree(&self) -> bool {
        matches!(self.top().kind, Kind::Tree(_))
    }

    /// Does what a verb means on the tree; whether it means something of its own there.
    pub(super) fn tree_verb(&mut self, verb: Verb) -> bool {
        if !self.in_tree() {
            return false;
        }
        match verb {
            Verb::Back => self.fold(),
            Verb::Filter => self.unfold(),
            Verb::Lookup => self.open(Kind::TreeFind(String::new())),
            _ => return false,
        }
        true
    }

    /// The branch at the cursor.
    fn branch(&self) -> Option<usize> {
        match self.items().into_iter().nth(self.top().cursor)?.intent {
            Intent::Branch(at) if self.in_tree() => Some(at),
            _ => None,
        }
    }

    /// Folds or unfolds a branch; goes where it is told in full; plays where nothing grows on it.
    pub(super) fn take_branch(&mut self, at: usize, now: Timestamp) {
        let Some(grown) = self.grown_mut() else { return };
        let branch = &grown.tree.branches[at];
        if let Some(see) = branch.see {
            self.reveal(see);
        } else if branch.children.is_empty() {
            self.play(now);
        } else if !grown.open.remove(&at) {
            grown.open.insert(at);
            self.show_children(at);
        }
        self.settle();
    }

    /// Unfolds the branch at the cursor; one that is unfolded has the cursor go on to its first.
    pub(super) fn unfold(&mut self) {
        let Some((at, grown)) = self.branch().and_then(|at| Some((at, self.grown_mut()?))) else {
            return;
        };
        let branch = &grown.tree.branches[at];
        if let Some(see) = branch.see {
            self.reveal(see);
        } else if !branch.children.is_empty() {
            if grown.open.insert(at) {
                self.show_children(at);
            } else {
                self.top_mut().cursor += 1;
            }
        }
        self.settle();
    }

    /// Folds the branch at the cursor, or goes to the one that it grows on.
    pub(super) fn fold(&mut self) {
        let Some((at, grown)) = self.branch().and_then(|at| Some((at, self.grown_mut()?))) else {
            return;
        };
        if !grown.open.remove(&at)
            && let Some(parent) = grown.tree.branches[at].parent
        {
            let row = grown.row(parent);
            self.top_mut().cursor = row;
        }
        self.settle();
    }

    /// Scrolls so that what grows on a branch comes into sight with it.
    fn show_children(&mut self, at: usize) {
        let Some(grown) = self.grown() else { return };
        let (row, children) = (grown.row(at), grown.tree.branches[at].children.len());
        let rows = usize::try_from(self.page_rows()).unwrap_or(1);
        // The guide's title stands above the first row.
        let wanted = (row + 2 + children).saturating_sub(rows).min(row + 1);
        self.scroll_to(wanted.max(self.top().scroll));
    }

    /// Goes to a branch, which is unfolded for it.
    pub(super) fn reveal(&mut self, at: usize) {
        self.screens.truncate(1);
        let Some(grown) = self.grown_mut() else { return };
        let row = grown.reveal(at);
        self.top_mut().cursor = row;
        self.settle();
    }

    /// Plays from the branch at the cursor; from a session goes back to the tree, to where the
    /// session stands.
    pub(super) fn play(&mut self, now: Timestamp) {
        let guide = self.guide();
        let Some(grown) = self.grown() else { return };
        let Some(at) = self.branch() else {
            let node = self.session.as_ref().map(Session::place).and_then(|place| match place {
                Place::Question(question) => Some(&question.id),
                Place::Remedy(remedy) => Some(&remedy.id),
                Place::End(_) => None,
            });
            let at = node.and_then(|id| grown.tree.place(&guide, id));
            match at {
                Some(at) => self.reveal(at),
                None => self.screens.truncate(1),
            }
            return;
        };
        let way = grown.tree.way(&guide, at);
        match way.and_then(|way| Session::on_way(guide, way, now).ok()) {
            Some(session) => {
                self.take_session(session, now);
                self.notice = Some(tr!(self.texts, "tree-playing"));
            }
            None => self.notice = Some(tr!(self.texts, "tree-no-way")),
        }
    }
}
