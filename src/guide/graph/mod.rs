//! A guide as a picture: what stands in it, what leads where, and how likely that is.
//!
//! ```text
//! Guide -> Graph::new(part) -> mermaid | dot
//!                           -> html: the same and all texts, drawn by the page's own script
//! ```

mod dot;
mod html;
mod labels;
mod mermaid;
mod page;
mod tree;

pub use html::html;
pub use tree::{Branch, Said, Stem, Step as WayStep, Tree, outline, percent};

use super::{
    Entry, Guide, Id, Kind, Node, Role, Symptom, Target,
    forecast::{UNSURE_SHARE, share, ways},
    order::Spread,
};
use std::collections::{BTreeSet, HashMap};

/// What is drawn of a guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    Whole,
    /// One step of the checklist, with what leads into it and out of it.
    Step(Id),
    /// What one symptom can lead to, up to the first remedies.
    Symptom(Id),
    /// The ways to one remedy.
    Remedy(Id),
}

/// Something that stands in the picture.
#[derive(Clone, Copy, Debug)]
pub enum Vertex<'g> {
    /// A way in.
    Symptom(&'g Symptom),
    /// "Check everything".
    Everything,
    /// A question or a remedy.
    Node(&'g Node),
}

impl Vertex<'_> {
    /// Its name in the guide, which a symptom may share with a question.
    pub fn id(&self) -> &str {
        match self {
            Self::Symptom(symptom) => &symptom.id,
            Self::Everything => "check_everything",
            Self::Node(node) => node.id(),
        }
    }
}

/// Why a line leads somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    /// A session begins there.
    Begin,
    /// By answers of a question; for each its place among them.
    Answer,
    /// By response codes that a question asks for.
    Code,
    /// The remedy did not work.
    Failed,
    /// The remedy worked.
    Worked,
}

/// A line from one vertex to another one.
#[derive(Clone, Debug)]
pub struct Line {
    /// Where it begins: an index into the vertices.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// Why it leads there.
    pub lead: Lead,
    /// The answers, or the codes of the guide, that lead along it, by their places.
    pub by: Vec<usize>,
    /// How likely it is (0 to 1) beside the other lines that leave there; of ways in, beside the
    /// likeliest one. A remedy's lines are no matter of likelihood: 0.
    pub share: f64,
}

impl Line {
    /// Whether it leads on before the first remedy.
    fn is_asked(&self) -> bool {
        !matches!(self.lead, Lead::Failed | Lead::Worked)
    }
}

/// What is drawn.
#[derive(Clone, Debug)]
pub struct Graph<'g> {
    /// The guide.
    pub guide: &'g Guide,
    /// What stands in it.
    pub vertices: Vec<Vertex<'g>>,
    /// What leads where.
    pub lines: Vec<Line>,
    /// Vertices that only show where the part is joined to the rest.
    pub beside: BTreeSet<usize>,
}

impl<'g> Graph<'g> {
    /// A part of a guide; none where there is no step, symptom or remedy with this name.
    pub fn new(guide: &'g Guide, part: &Part) -> Option<Self> {
        let whole = Self::whole(guide);
        let (kept, beside) = match part {
            Part::Whole => return Some(whole),
            Part::Step(id) => {
                guide.step(id)?;
                let own = whole.among(|vertex| match vertex {
                    Vertex::Node(node) => node.step().id == *id,
                    _ => false,
                });
                let beside = whole.neighbours(&own);
                (own, beside)
            }
            Part::Symptom(id) => {
                guide.symptom(id)?;
                let first = whole.among(
                    |vertex| matches!(vertex, Vertex::Symptom(symptom) if symptom.id == *id),
                );
                let asked = |line: &Line| line.is_asked().then_some((line.from, line.to));
                (whole.spread(first, asked), BTreeSet::new())
            }
            Part::Remedy(id) => {
                guide.remedy(id)?;
                let own =
                    |vertex: &Vertex<'_>| matches!(vertex, Vertex::Node(node) if node.id() == id);
                let last = whole.among(own);
                let ways = whole
                    .spread(last.clone(), |line| line.is_asked().then_some((line.to, line.from)));
                // What leads on from another remedy: that one, but not all the ways to it.
                let after =
                    whole.lines.iter().filter(|line| !line.is_asked() && last.contains(&line.to));
                let beside = after.map(|line| line.from).filter(|at| !ways.contains(at)).collect();
                (ways, beside)
            }
        };
        Some(whole.cut(&kept, &beside))
    }

    fn whole(guide: &'g Guide) -> Self {
        let mut vertices: Vec<Vertex<'g>> = guide.symptoms.iter().map(Vertex::Symptom).collect();
        vertices.extend(guide.check_everything.as_ref().map(|_| Vertex::Everything));
        let first = vertices.len();
        vertices.extend(guide.nodes.iter().map(Vertex::Node));
        let place = |id: &str| guide.index.get(id).map(|&at| first + at);
        let mut lines = Vec::new();
        let most = guide.symptoms.iter().map(|own| own.likelihood.0).fold(0.0, f64::max);
        for (from, vertex) in vertices.iter().enumerate() {
            match vertex {
                Vertex::Symptom(own) => {
                    let share = own.likelihood.0 / most;
                    let to = place(&own.go.id);
                    lines.extend(to.map(|to| Line {
                        from,
                        to,
                        lead: Lead::Begin,
                        by: vec![],
                        share,
                    }));
                }
                Vertex::Everything => {
                    let to = guide.check_everything.as_ref().and_then(|target| place(&target.id));
                    lines.extend(to.map(|to| Line {
                        from,
                        to,
                        lead: Lead::Begin,
                        by: vec![],
                        share: 0.0,
                    }));
                }
                Vertex::Node(node) => lines.extend(of_node(guide, node, from, &place)),
            }
        }
        Self { guide, vertices, lines, beside: BTreeSet::new() }
    }

    fn among(&self, which: impl Fn(&Vertex<'g>) -> bool) -> BTreeSet<usize> {
        let own = self.vertices.iter().enumerate().filter(|(_, vertex)| which(vertex));
        own.map(|(at, _)| at).collect()
    }

    /// What is joined to some vertices, without them.
    fn neighbours(&self, own: &BTreeSet<usize>) -> BTreeSet<usize> {
        let ends = self.lines.iter().filter_map(|line| {
            match (own.contains(&line.from), own.contains(&line.to)) {
                (true, false) => Some(line.to),
                (false, true) => Some(line.from),
                _ => None,
            }
        });
        ends.collect()
    }

    /// All that can be reached from some vertices along lines, each given as a step from one to the
    /// next.
    fn spread(
        &self,
        first: BTreeSet<usize>,
        step: impl Fn(&Line) -> Option<(usize, usize)>,
    ) -> BTreeSet<usize> {
        let mut next: HashMap<usize, Vec<usize>> = HashMap::new();
        for (from, to) in self.lines.iter().filter_map(step) {
            next.entry(from).or_default().push(to);
        }
        let mut todo: Vec<usize> = first.iter().copied().collect();
        let mut reached = first;
        while let Some(at) = todo.pop() {
            let new = next.get(&at).into_iter().flatten().filter(|&&to| reached.insert(to));
            todo.extend(new.copied().collect::<Vec<_>>());
        }
        reached
    }

    /// Only these vertices; lines between two of those beside tell nothing of the part.
    fn cut(self, kept: &BTreeSet<usize>, beside: &BTreeSet<usize>) -> Self {
        let all: Vec<usize> = kept.union(beside).copied().collect();
        let new = |old: usize| all.binary_search(&old).ok();
        let lines = self.lines.into_iter().filter_map(|line| {
            let inside = kept.contains(&line.from) || kept.contains(&line.to);
            let (from, to) = (new(line.from)?, new(line.to)?);
            inside.then_some(Line { from, to, ..line })
        });
        let lines = lines.collect();
        let beside = beside.iter().filter_map(|&old| new(old)).collect();
        let vertices = all.iter().map(|&old| self.vertices[old]).collect();
        Self { guide: self.guide, vertices, lines, beside }
    }
}

/// The lines that leave a node, those to the same place as one.
fn of_node(
    guide: &Guide,
    node: &Node,
    from: usize,
    place: &impl Fn(&str) -> Option<usize>,
) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut add = |to: Option<usize>, lead: Lead, by: Option<usize>, share: f64| {
        let Some(to) = to else { return };
        match lines.iter_mut().find(|line| line.to == to && line.lead == lead) {
            Some(line) => {
                line.by.extend(by);
                line.share += share;
            }
            None => lines.push(Line { from, to, lead, by: by.into_iter().collect(), share }),
        }
    };
    match node {
        Node::Question(question) => {
            let shares = guide.shares(&question.id);
            for (at, answer) in question.answers.iter().enumerate() {
                add(place(&answer.go.id), Lead::Answer, Some(at), shares.answers[at]);
            }
            if question.kind == Kind::Code {
                for (at, code) in guide.codes.iter().enumerate() {
                    add(place(&code.go.id), Lead::Code, Some(at), shares.codes[at]);
                }
            }
        }
        Node::Remedy(remedy) => {
            let to = |target: &Option<Target>| target.as_ref().and_then(|own| place(&own.id));
            add(to(&remedy.if_worked), Lead::Worked, None, 0.0);
            add(to(&remedy.if_failed), Lead::Failed, None, 0.0);
        }
    }
    lines
}

/// How likely each answer of a question is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shares {
    /// Of each answer (0 to 1), in the order of the question.
    pub answers: Vec<f64>,
    /// Of each code, in the order of the guide, where the question asks for one.
    pub codes: Vec<f64>,
}

impl Guide {
    /// How likely each answer of a question is. All ways together are 1; answers that lead to the
    /// same place share what is its own by their weights.
    pub fn shares(&self, question: &str) -> Shares {
        let Some((own, &at)) = self.question(question).zip(self.index.get(question)) else {
            return Shares::default();
        };
        let ways = ways(self, at, &self.forecasts);
        let total: f64 = ways.iter().map(|(_, weight)| weight).sum();
        let coded = own.kind == Kind::Code;
        let listed: &[super::Code] = if coded { &self.codes } else { &[] };
        let weight = |answer: &super::Answer| {
            let unsure = if answer.role == Role::Unsure { UNSURE_SHARE } else { 1.0 };
            let of_node = || self.forecast(&answer.go.id).weight;
            unsure * answer.likelihood.map_or_else(of_node, |own| own.0)
        };
        let mut sums: HashMap<&str, f64> = HashMap::new();
        for answer in &own.answers {
            *sums.entry(&answer.go.id).or_default() += weight(answer);
        }
        let answers = own.answers.iter().map(|answer| {
            let to = self.index.get(&answer.go.id);
            let most = ways.iter().find(|(own, _)| Some(own) == to).map_or(0.0, |(_, most)| *most);
            share(most, total) * share(weight(answer), sums[answer.go.id.as_str()])
        });
        Shares {
            answers: answers.collect(),
            codes: listed.iter().map(|code| share(code.likelihood.0, total)).collect(),
        }
    }

    /// All ways in by looking something up: messages, codes, and a code that means different things on
    /// different cards where nobody can tell which card it was.
    pub fn looked_up(&self) -> Vec<(Entry, &Target)> {
        let messages = self.messages.iter().map(|own| (Entry::Message(own.id.clone()), &own.go));
        let codes = self.codes.iter().map(|own| (own.entry(), &own.go));
        let unclear = self.codes.iter().find(|own| self.codes(&own.code).len() > 1);
        let unsure = unclear.zip(self.code_unsure.as_ref());
        let unsure = unsure.map(|(code, target)| (Entry::UnsureCode(code.code.clone()), target));
        messages.chain(codes).chain(unsure).collect()
    }

    /// How many of all sessions (0 to 1) come by each node before their first remedy is tried, in
    /// the order of the nodes.
    pub fn visits(&self) -> Vec<f64> {
        Spread::new(self).over_all(&self.begins())
    }
}
