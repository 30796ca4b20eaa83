//! A guide as a tree: what is reached in several ways stands once, and is referred to elsewhere.

use super::{
    Graph, Lead, Vertex,
    labels::{Labels, code_names},
};
use crate::{
    guide::{Entry, Guide, Id, Node, Response, Role},
    texts::Texts,
    tr,
};
use std::collections::{HashMap, VecDeque};

/// A whole guide as a tree. It has places in the guide's lists and no texts, so it stays good as
/// long as the guide does.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    /// All branches; those without a parent come in the order in which they stand.
    pub branches: Vec<Branch>,
}

/// One line of the tree.
#[derive(Clone, Debug)]
pub struct Branch {
    /// The branch that it grows on.
    pub parent: Option<usize>,
    /// How many branches it is away from the root.
    pub depth: usize,
    /// What leads to it.
    pub stem: Stem,
    /// What stands there: a place among the guide's nodes. Headings have none.
    pub node: Option<usize>,
    /// The branch where the same stands with all that follows, if that is another one.
    pub see: Option<usize>,
    /// What grows on it.
    pub children: Vec<usize>,
    /// How likely it is (0 to 1) beside its siblings, where that is a matter of likelihood.
    pub share: Option<f64>,
}

/// What leads to a branch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stem {
    /// A heading of symptoms, by its place.
    Heading(usize),
    /// The heading of the ways in that have none of their own.
    WaysIn,
    /// The heading of what only a look-up leads to.
    LookedUp,
    /// The heading of what nothing leads to.
    Adrift,
    /// A way in.
    Begin(Entry),
    /// A line from the node before: by these answers or codes.
    On(Lead, Vec<usize>),
    /// Nothing.
    Nowhere,
}

/// One step on the way to a branch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A question is answered.
    Answer(Id, Response),
    /// A remedy is tried: it worked, or it did not.
    Tried(Id, bool),
}

/// A branch in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What leads there: an answer, or the words of a way in.
    pub lead: String,
    /// What stands there: a question, or the cause of a remedy.
    pub text: String,
}

impl Tree {
    /// The tree of a guide. What several ways lead to grows on the shortest of them; what follows a
    /// remedy comes after all that answers lead to.
    pub fn new(guide: &Guide) -> Self {
        let graph = Graph::whole(guide);
        let mut maker = Maker::new(&graph);
        maker.ways_in();
        maker.grow();
        maker.looked_up();
        maker.grow();
        maker.adrift();
        maker.tree
    }

    /// The branches on which all others grow.
    pub fn roots(&self) -> impl Iterator<Item = usize> {
        let own = self.branches.iter().enumerate();
        own.filter(|(_, branch)| branch.parent.is_none()).map(|(at, _)| at)
    }

    /// All branches as they stand from top to bottom; below those that are not `open` none.
    pub fn rows(&self, open: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut rows = Vec::new();
        let mut stack: Vec<usize> = self.roots().collect();
        stack.reverse();
        while let Some(at) = stack.pop() {
            rows.push(at);
            if open(at) {
                stack.extend(self.branches[at].children.iter().rev());
            }
        }
        rows
    }

    /// The branches on the way to one, from the root, without itself.
    pub fn above(&self, at: usize) -> Vec<usize> {
        let above = std::iter::successors(self.branches[at].parent, |&at| self.branches[at].parent);
        let mut above: Vec<usize> = above.collect();
        above.reverse();
        above
    }

    /// Where a node stands with all that follows it.
    pub fn place(&self, guide: &Guide, node: &str) -> Option<usize> {
        let wanted = guide.index.get(node)?;
        let own = self.branches.iter();
        own.enumerate()
            .find(|(_, branch)| branch.node.as_ref() == Some(wanted) && branch.see.is_none())
            .map(|(at, _)| at)
    }

    /// What stands on a branch.
    pub fn node<'g>(&self, guide: &'g Guide, at: usize) -> Option<&'g Node> {
        guide.nodes.get(self.branches.get(at)?.node?)
    }

    /// A branch in the language of the texts.
    pub fn say(&self, guide: &Guide, at: usize, texts: &Texts) -> Said {
        let branch = &self.branches[at];
        let labels = Labels::new(guide, texts);
        let text = self.node(guide, at).map(|node| labels.vertex(&Vertex::Node(node)));
        let above = branch.parent.and_then(|parent| self.node(guide, parent));
        let lead = match &branch.stem {
            Stem::Heading(at) => labels.group(*at),
            Stem::WaysIn => tr!(texts, "graph-ways-in"),
            Stem::LookedUp => tr!(texts, "tree-looked-up"),
            Stem::Adrift => tr!(texts, "tree-adrift"),
            Stem::Begin(entry) => labels.entry(entry),
            Stem::On(lead, by) => labels.lead(above, *lead, by),
            Stem::Nowhere => String::new(),
        };
        Said { lead, text: text.unwrap_or_default() }
    }

    /// How a session gets to a branch: its way in, and what happens then. None for headings, and for
    /// what nothing leads to.
    pub fn way(&self, guide: &Guide, at: usize) -> Option<(Entry, Vec<Step>)> {
        self.branches[at].node?;
        let mut entry = None;
        let mut steps = Vec::new();
        for on in self.above(at).into_iter().chain([at]) {
            match &self.branches[on].stem {
                Stem::Begin(own) => entry = Some(own.clone()),
                Stem::On(lead, by) => {
                    let before = self.node(guide, self.branches[on].parent?)?;
                    steps.push(step(guide, before, *lead, by)?);
                }
                _ => {}
            }
        }
        Some((entry?, steps))
    }
}

/// What has to happen at a node for a line to be taken.
fn step(guide: &Guide, before: &Node, lead: Lead, by: &[usize]) -> Option<Step> {
    let first = by.first().copied();
    let response = match (lead, before) {
        (Lead::Failed | Lead::Worked, Node::Remedy(remedy)) => {
            return Some(Step::Tried(remedy.id.clone(), lead == Lead::Worked));
        }
        (Lead::Code, _) => guide.codes.get(first?)?.response(),
        (Lead::Answer, Node::Question(question)) => {
            let answer = question.answers.get(first?)?;
            let ticked = question.kind == crate::guide::Kind::Ticks && answer.role == Role::Plain;
            let id = answer.id.clone();
            if ticked { Response::Ticks(vec![id]) } else { Response::Answer(id) }
        }
        _ => return None,
    };
    Some(Step::Answer(before.id().clone(), response))
}

struct Maker<'g> {
    graph: &'g Graph<'g>,
    /// The lines that leave each vertex.
    outs: Vec<Vec<usize>>,
    /// The vertex of each node.
    first: usize,
    /// The branch where each node stands.
    owners: HashMap<usize, usize>,
    /// Branches whose node was not followed yet.
    todo: VecDeque<usize>,
    tree: Tree,
}

impl<'g> Maker<'g> {
    fn new(graph: &'g Graph<'g>) -> Self {
        let mut outs = vec![Vec::new(); graph.vertices.len()];
        for (at, line) in graph.lines.iter().enumerate() {
            outs[line.from].push(at);
        }
        let first = graph.vertices.len() - graph.guide.nodes.len();
        let (owners, todo, tree) = (HashMap::new(), VecDeque::new(), Tree::default());
        Self { graph, outs, first, owners, todo, tree }
    }

    fn add(&mut self, parent: Option<usize>, stem: Stem, node: Option<usize>) -> usize {
        let at = self.tree.branches.len();
        let depth = parent.map_or(0, |parent| self.tree.branches[parent].depth + 1);
        let see = node.and_then(|node| self.owners.get(&node).copied());
        let branch = Branch { parent, depth, stem, node, see, children: vec![], share: None };
        self.tree.branches.push(branch);
        if let Some(parent) = parent {
            self.tree.branches[parent].children.push(at);
        }
        if let Some(node) = node.filter(|_| see.is_none()) {
            self.owners.insert(node, at);
            self.todo.push_back(at);
        }
        at
    }

    /// The headings with their ways in.
    fn ways_in(&mut self) {
        let guide = self.graph.guide;
        let total: f64 = guide.symptoms.iter().map(|own| own.likelihood.0).sum();
        let group_of = |symptom: &super::Symptom| {
            let target = symptom.group.as_ref()?;
            guide.groups.iter().position(|group| group.id == target.id)
        };
        let headings = (0..guide.groups.len()).map(|at| (Stem::Heading(at), Some(at)));
        for (stem, group) in headings.chain([(Stem::WaysIn, None)]) {
            let members: Vec<_> =
                guide.symptoms.iter().filter(|symptom| group_of(symptom) == group).collect();
            let everything = guide.check_everything.as_ref().filter(|_| group.is_none());
            if members.is_empty() && everything.is_none() {
                continue;
            }
            let heading = self.add(None, stem, None);
            for symptom in members {
                let node = guide.index.get(&symptom.go.id).copied();
                let entry = Entry::Symptom(symptom.id.clone());
                let at = self.add(Some(heading), Stem::Begin(entry), node);
                self.tree.branches[at].share = Some(symptom.likelihood.0 / total);
            }
            if let Some(target) = everything {
                let node = guide.index.get(&target.id).copied();
                self.add(Some(heading), Stem::Begin(Entry::CheckEverything), node);
            }
        }
    }

    /// Follows all lines, those of answers and codes first.
    fn grow(&mut self) {
        let mut later = VecDeque::new();
        loop {
            let Some(at) = self.todo.pop_front() else {
                let Some((at, line)) = later.pop_front() else { return };
                self.follow(at, line);
                continue;
            };
            let Some(node) = self.tree.branches[at].node else { continue };
            for line in self.outs[self.first + node].clone() {
                if matches!(self.graph.lines[line].lead, Lead::Failed | Lead::Worked) {
                    later.push_back((at, line));
                } else {
                    self.follow(at, line);
                }
            }
        }
    }

    fn follow(&mut self, from: usize, line: usize) {
        let line = &self.graph.lines[line];
        let after = matches!(line.lead, Lead::Failed | Lead::Worked);
        let stem = Stem::On(line.lead, line.by.clone());
        let at = self.add(Some(from), stem, Some(line.to - self.first));
        self.tree.branches[at].share = (!after).then_some(line.share);
    }

    /// What only a look-up leads to.
    fn looked_up(&mut self) {
        let guide = self.graph.guide;
        let mut heading = None;
        for (entry, target) in guide.looked_up() {
            let node = guide.index.get(&target.id).copied();
            if let Some(node) = node.filter(|node| !self.owners.contains_key(node)) {
                let heading = *heading.get_or_insert_with(|| self.add(None, Stem::LookedUp, None));
                self.add(Some(heading), Stem::Begin(entry), Some(node));
            }
        }
    }

    /// What nothing leads to.
    fn adrift(&mut self) {
        let mut heading = None;
        for node in 0..self.graph.guide.nodes.len() {
            if !self.owners.contains_key(&node) {
                let heading = *heading.get_or_insert_with(|| self.add(None, Stem::Adrift, None));
                self.add(Some(heading), Stem::Nowhere, Some(node));
                self.grow();
            }
        }
    }
}

/// A whole guide as indented lines, in the language of the texts.
pub fn outline(guide: &Guide, texts: &Texts) -> String {
    let tree = Tree::new(guide);
    let line = |at: usize| {
        let branch = &tree.branches[at];
        let Said { lead, text } = tree.say(guide, at, texts);
        let named = tree.node(guide, at).map(|node| {
            let id = crate::guide::visible(node.id());
            match branch.see {
                Some(_) => tr!(texts, "tree-see", id = id),
                None => format!("[{id}]"),
            }
        });
        let parts = [lead, text].into_iter().filter(|part| !part.is_empty());
        let said = parts.collect::<Vec<_>>().join(" > ");
        let parts = [Some(said), named, branch.share.map(percent)].into_iter().flatten();
        let line = parts.collect::<Vec<_>>().join("  ");
        format!("{}{line}\n", "  ".repeat(branch.depth))
    };
    tree.rows(|_| true).into_iter().map(line).collect()
}

/// A share as people read it.
pub fn percent(share: f64) -> String {
    let whole = (share * 100.0).round();
    if whole < 1.0 && share > 0.0 { "<1 %".to_owned() } else { format!("{whole} %") }
}

impl Labels<'_> {
    fn group(&self, at: usize) -> String {
        let group = self.guide.groups.get(at);
        group.map_or_else(String::new, |group| self.plain(&group.title))
    }

    pub(super) fn entry(&self, entry: &Entry) -> String {
        let guide = self.guide;
        match entry {
            Entry::Symptom(id) => {
                guide.symptom(id).map_or_else(String::new, |own| self.plain(&own.say))
            }
            Entry::Message(id) => {
                guide.message(id).map_or_else(String::new, |own| self.plain(&own.say))
            }
            Entry::Code { code, scheme } => format!("{code} {scheme}"),
            Entry::UnsureCode(code) => tr!(self.texts, "tree-unsure-code", code = code.as_str()),
            Entry::CheckEverything => tr!(self.texts, "graph-everything"),
            Entry::Call => tr!(self.texts, "summary-entry-call"),
        }
    }

    /// What stands on a line from a node.
    fn lead(&self, from: Option<&Node>, lead: Lead, by: &[usize]) -> String {
        match (lead, from) {
            (Lead::Answer, Some(Node::Question(question))) => self.answers(question, by),
            (Lead::Code, _) => code_names(self, by),
            (Lead::Failed, _) => tr!(self.texts, "graph-failed"),
            (Lead::Worked, _) => tr!(self.texts, "graph-went-well"),
            _ => String::new(),
        }
    }
}
