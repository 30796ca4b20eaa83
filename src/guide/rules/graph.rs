//! The links of a guide, looked up once.

use crate::guide::{Guide, Kind, Node, Place, Target};

/// Where each node leads.
///
/// The codes of the guide are one more vertex after the nodes, through which every code question
/// leads: many code questions over many codes then stay linear.
pub(super) struct Graph {
    /// Where the links of each vertex begin in `links`, and the end of the last one.
    starts: Vec<usize>,
    links: Vec<Link>,
}

/// One link that leads to something.
#[derive(Clone, Copy)]
pub(super) struct Link {
    /// The vertex it leads to.
    pub(super) to: usize,
    /// Where it is written.
    pub(super) place: Place,
}

impl Graph {
    /// The links of a guide; those to nowhere are left out.
    pub(super) fn new(guide: &Guide) -> Self {
        let codes = guide.nodes.len();
        let mut starts = Vec::with_capacity(codes + 2);
        let mut links = Vec::new();
        let link = |target: &Target| {
            let to = *guide.index.get(&target.id)?;
            Some(Link { to, place: target.place })
        };
        for node in &guide.nodes {
            starts.push(links.len());
            links.extend(node.own_links().into_iter().filter_map(link));
            if let Node::Question(question) = node
                && question.kind == Kind::Code
            {
                links.push(Link { to: codes, place: question.place });
            }
        }
        starts.push(links.len());
        links.extend(guide.codes.iter().filter_map(|code| link(&code.go)));
        starts.push(links.len());
        Self { starts, links }
    }

    /// How many vertices there are: the nodes, and the codes.
    pub(super) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// The links of one vertex.
    pub(super) fn links(&self, at: usize) -> &[Link] {
        &self.links[self.starts[at]..self.starts[at + 1]]
    }

    /// How many links there are.
    pub(super) fn count(&self) -> usize {
        self.links.len()
    }

    /// All vertices, each after those that lead to it (but for links that close a circle).
    pub(super) fn top_down(&self) -> Vec<usize> {
        let mut order = Vec::with_capacity(self.len());
        let mut entered = vec![false; self.len()];
        // An explicit stack, of vertices and their next links: a guide may be a chain of any length.
        let mut stack: Vec<(usize, usize)> = Vec::new();
        for start in 0..self.len() {
            if !std::mem::replace(&mut entered[start], true) {
                stack.push((start, 0));
            }
            while let Some((at, next)) = stack.last_mut() {
                match self.links(*at).get(*next) {
                    None => {
                        order.push(*at);
                        stack.pop();
                    }
                    Some(link) => {
                        *next += 1;
                        if !std::mem::replace(&mut entered[link.to], true) {
                            stack.push((link.to, 0));
                        }
                    }
                }
            }
        }
        order.reverse();
        order
    }

    /// Which vertices are reached from these.
    pub(super) fn reached(&self, from: impl IntoIterator<Item = usize>) -> Vec<bool> {
        let mut reached = vec![false; self.len()];
        let mut stack: Vec<usize> = from.into_iter().collect();
        while let Some(at) = stack.pop() {
            if !std::mem::replace(&mut reached[at], true) {
                stack.extend(self.links(at).iter().map(|link| link.to));
            }
        }
        reached
    }

    /// From which vertices one of these is reached.
    pub(super) fn reaching(&self, to: impl IntoIterator<Item = usize>) -> Vec<bool> {
        let mut back = vec![Vec::new(); self.len()];
        for at in 0..self.len() {
            for link in self.links(at) {
                back[link.to].push(at);
            }
        }
        let mut reaching = vec![false; self.len()];
        let mut stack: Vec<usize> = to.into_iter().collect();
        while let Some(at) = stack.pop() {
            if !std::mem::replace(&mut reaching[at], true) {
                stack.extend(&back[at]);
            }
        }
        reaching
    }
}
