//! What the rules for a whole guide look at.

use super::{graph::Graph, scenario};
use crate::guide::{
    Code, Guide, Named, Node, Place, Question, Remedy, Scenario, SourceFile, Target,
    advice::{Advice, Listed},
    allow::Allow,
    near::Near,
    order::Chain,
    passages::{Marks, Passage, each_passage},
};
use std::{cell::OnceCell, collections::HashSet};

/// What reading could not make sense of, so that no rule reports the consequences of it.
#[derive(Debug, Default)]
pub(in crate::guide) struct Notes {
    /// Beginning of `guide.toml`, where there is one.
    pub(in crate::guide) head: Option<Place>,
    /// The keys of each node that could not be read, in the order of `guide.nodes`.
    pub(in crate::guide) spoilt: Vec<Vec<&'static str>>,
    /// Names found in the text of what could not be read.
    pub(in crate::guide) rumoured: HashSet<String>,
    /// What has entries whose names could not be read.
    pub(in crate::guide) nameless: HashSet<Named>,
    /// What the author lets stand.
    pub(in crate::guide) allows: Vec<Allow>,
    /// Whether a link could not be read.
    pub(in crate::guide) lost_links: bool,
    /// Whether something else could not be read of which a rule would miss an entry.
    pub(in crate::guide) lost: HashSet<Named>,
}

impl Notes {
    /// Takes over what was noted of one file, the one with the guide's head or another.
    pub(in crate::guide) fn absorb(&mut self, mut other: Self) {
        self.head = self.head.or(other.head);
        self.spoilt.append(&mut other.spoilt);
        self.rumoured.extend(other.rumoured);
        self.nameless.extend(other.nameless);
        self.allows.append(&mut other.allows);
        self.lost_links |= other.lost_links;
        self.lost.extend(other.lost);
    }
}

/// A guide, what is known about its gaps, and its links.
pub(in crate::guide) struct Context<'g> {
    pub(super) guide: &'g Guide,
    pub(super) notes: &'g Notes,
    pub(super) graph: Graph,
    files: &'g [SourceFile],
    marks: OnceCell<Vec<Marks>>,
    advice: OnceCell<Option<Listed>>,
    plays: OnceCell<Vec<scenario::Play>>,
    chains: OnceCell<Vec<Chain>>,
    /// Questions that are asked twice on one way.
    pub(super) asked_again: OnceCell<HashSet<(usize, usize)>>,
    /// Names of things that the guide does not have.
    pub(super) unknown: Vec<Unknown<'g>>,
}

/// A name of something that the guide does not have.
pub(super) struct Unknown<'g> {
    pub(super) what: Named,
    pub(super) target: &'g Target,
    pub(super) near: Option<&'g str>,
}

impl<'g> Context<'g> {
    /// Looks up all names of the guide once.
    pub(in crate::guide) fn new(
        guide: &'g Guide,
        notes: &'g Notes,
        files: &'g [SourceFile],
    ) -> Self {
        Self {
            guide,
            notes,
            graph: Graph::new(guide),
            files,
            marks: OnceCell::new(),
            advice: OnceCell::new(),
            plays: OnceCell::new(),
            chains: OnceCell::new(),
            asked_again: OnceCell::new(),
            unknown: unknown(guide, notes),
        }
    }

    /// Every text of the guide that has one of these marks in any language, in the order of the
    /// guide. The texts are searched for marks once for all rules.
    pub(super) fn marked(&self, wanted: Marks, look: &mut dyn FnMut(&Passage<'g>)) {
        let all = self.marks.get_or_init(|| {
            let mut marks = Vec::new();
            each_passage(self.guide, &mut |passage| marks.push(Marks::of(passage.text)));
            marks
        });
        let mut marks = all.iter();
        each_passage(self.guide, &mut |passage| {
            if marks.next().is_some_and(|marks| marks.any(wanted)) {
                look(passage);
            }
        });
    }

    /// The list of what the guide must not advise, with its file and what is wrong in it; none
    /// where the guide has no such list.
    pub(super) fn advice(&self) -> Option<&Listed> {
        let read = || {
            let at = self.files.iter().position(SourceFile::is_advice_list)?;
            Some(Advice::read(&self.files[at].text, at as u32))
        };
        self.advice.get_or_init(read).as_ref()
    }

    /// How each scenario plays, in their order; none where links can't be followed.
    pub(super) fn plays(&self) -> &[scenario::Play] {
        self.plays.get_or_init(|| scenario::plays(self))
    }

    /// Questions that can change places.
    pub(super) fn chains(&self) -> &[Chain] {
        self.chains.get_or_init(|| self.guide.chains())
    }

    /// The text of the file that a place is in.
    pub(super) fn file_text(&self, place: Place) -> &'g str {
        self.files.get(place.file as usize).map_or("", |file| &file.text)
    }

    /// Where the first `text` after a place is written; the place itself where it is written in
    /// another way, with escapes for example. The model keeps no places of texts: only what is
    /// reported is looked for.
    pub(super) fn place_of(&self, place: Place, text: &str) -> Place {
        let source = self.file_text(place);
        let rest = source.get(place.start as usize..).unwrap_or_default();
        // Far beyond what any part of a guide has.
        let mut end = rest.len().min(100_000);
        while !rest.is_char_boundary(end) {
            end -= 1;
        }
        let found = (!text.is_empty()).then(|| rest[..end].find(text)).flatten();
        found.map_or(place, |at| {
            let start = place.start + at as u32;
            Place { start, end: start + text.len() as u32, ..place }
        })
    }

    /// The beginning of `guide.toml`.
    pub(super) fn head(&self) -> Place {
        self.notes.head.unwrap_or_default()
    }

    /// Whether this key of the node could not be read.
    pub(super) fn spoilt(&self, at: usize, key: &str) -> bool {
        self.notes.spoilt.get(at).is_some_and(|keys| keys.contains(&key))
    }

    /// Every question with its place in `guide.nodes`.
    pub(super) fn questions(&self) -> impl Iterator<Item = (usize, &'g Question)> {
        self.guide.nodes.iter().enumerate().filter_map(|(at, node)| match node {
            Node::Question(question) => Some((at, question)),
            Node::Remedy(_) => None,
        })
    }

    /// Every question whose answers could all be read.
    pub(super) fn readable_questions(&self) -> impl Iterator<Item = &'g Question> {
        self.questions()
            .filter(|&(at, _)| !self.spoilt(at, "answers") && !self.spoilt(at, "kind"))
            .map(|(_, question)| question)
    }

    /// Every remedy with its place in `guide.nodes`.
    pub(super) fn remedies(&self) -> impl Iterator<Item = (usize, &'g Remedy)> + Clone {
        self.guide.nodes.iter().enumerate().filter_map(|(at, node)| match node {
            Node::Remedy(remedy) => Some((at, remedy)),
            Node::Question(_) => None,
        })
    }

    /// Where the walk over the guide begins: symptoms, gates, "check everything", and what can be
    /// looked up.
    pub(super) fn ways_in(&self) -> impl Iterator<Item = &'g Target> {
        let symptoms = self.guide.symptoms.iter().map(|symptom| &symptom.go);
        let gates = self.guide.steps.iter().filter_map(|step| step.gate.as_ref());
        let codes = self.guide.codes.iter().map(|code| &code.go).chain(&self.guide.code_unsure);
        let messages = self.guide.messages.iter().map(|message| &message.go);
        symptoms.chain(gates).chain(&self.guide.check_everything).chain(codes).chain(messages)
    }
}

/// A set of names, as fast as [`Names`](crate::guide::Names).
type Set<T> = HashSet<T, foldhash::fast::RandomState>;

/// All names of things that the guide does not have.
fn unknown<'g>(guide: &'g Guide, notes: &Notes) -> Vec<Unknown<'g>> {
    let near = Near::default();
    let mut unknown = Vec::new();
    let mut look = |what: Named, known: &dyn Fn(&str) -> bool, target: &'g Target| {
        // An empty name is one that could not be read.
        let excused = target.id.is_empty()
            || notes.nameless.contains(&what)
            || notes.rumoured.contains(target.id.as_str());
        if !excused && !known(&target.id) {
            // In the order of the guide, so that the same guide gives the same advice.
            let near = near.nearest(&target.id, names(guide, what));
            unknown.push(Unknown { what, target, near });
        }
    };
    let set = |what| names(guide, what).collect::<Set<_>>();
    // Those of nodes were put in order when they were read.
    let is_node = |name: &str| guide.index.contains_key(name);
    let symptoms = guide.symptoms.iter().map(|symptom| &symptom.go);
    let gates = guide.steps.iter().filter_map(|step| step.gate.as_ref());
    let codes = guide.codes.iter().map(|code| &code.go).chain(&guide.code_unsure);
    let messages = guide.messages.iter().map(|message| &message.go);
    let cases = guide.cases.iter().map(|case| &case.remedy);
    let notices = guide.notices.iter().flat_map(|notice| &notice.nodes);
    let scenarios = guide.scenarios.iter().flat_map(Scenario::names);
    let entries = codes.chain(messages).chain(cases).chain(notices).chain(scenarios);
    let links = guide.nodes.iter().flat_map(Node::own_links);
    let links = links.chain(guide.call.as_ref().map(|call| &call.remedy));
    let all = symptoms.chain(gates).chain(entries).chain(links).chain(&guide.check_everything);
    all.for_each(|target| look(Named::Node, &is_node, target));
    let steps = set(Named::Step);
    let either = |name: &str| is_node(name) || steps.contains(name);
    guide.questions().flat_map(|own| &own.after).for_each(|own| look(Named::Node, &either, own));
    // Without any step each node would be reported once more for the same cause.
    if !steps.is_empty() {
        let skips = guide.symptoms.iter().flat_map(|symptom| &symptom.skips);
        let notices = guide.notices.iter().flat_map(|notice| &notice.steps);
        let own = guide.nodes.iter().map(Node::step);
        own.chain(skips)
            .chain(notices)
            .for_each(|step| look(Named::Step, &|name| steps.contains(name), step));
    }
    let groups = set(Named::Group);
    let of_symptoms = guide.symptoms.iter().filter_map(|symptom| symptom.group.as_ref());
    of_symptoms.for_each(|group| look(Named::Group, &|name| groups.contains(name), group));
    let contacts = set(Named::Contact);
    let drawings = set(Named::Drawing);
    for node in &guide.nodes {
        let (contact, drawing) = match node {
            Node::Question(question) => (None, question.drawing.as_ref()),
            Node::Remedy(remedy) => (remedy.contact.as_ref(), remedy.drawing.as_ref()),
        };
        if let Some(contact) = contact {
            look(Named::Contact, &|name| contacts.contains(name), contact);
        }
        if let Some(drawing) = drawing {
            look(Named::Drawing, &|name| drawings.contains(name), drawing);
        }
    }
    // A guide may do without lists of schemes and facts; where it has one, it is whole.
    let schemes = set(Named::Scheme);
    if !schemes.is_empty() {
        let of_codes = guide.codes.iter().flat_map(Code::schemes);
        of_codes.for_each(|scheme| look(Named::Scheme, &|name| schemes.contains(name), scheme));
    }
    let facts = set(Named::Fact);
    if !facts.is_empty() {
        let of_codes = guide.codes.iter().flat_map(|code| &code.sources);
        let of_messages = guide.messages.iter().flat_map(|message| &message.sources);
        let left_out = guide.not_used.iter().map(|own| &own.fact);
        let sources = guide.nodes.iter().flat_map(Node::sources).chain(of_codes).chain(of_messages);
        sources
            .chain(left_out)
            .for_each(|source| look(Named::Fact, &|name| facts.contains(name), source));
    }
    unknown
}

/// The names of one sort in the order of the guide.
fn names(guide: &Guide, what: Named) -> Box<dyn Iterator<Item = &str> + '_> {
    match what {
        Named::Node => Box::new(guide.nodes.iter().map(|node| node.id().as_str())),
        Named::Step => Box::new(guide.steps.iter().map(|step| step.id.as_str())),
        Named::Group => Box::new(guide.groups.iter().map(|group| group.id.as_str())),
        Named::Contact => Box::new(guide.contacts.iter().map(|contact| contact.id.as_str())),
        Named::Drawing => Box::new(guide.drawings.iter().map(|drawing| drawing.id.as_str())),
        Named::Symptom => Box::new(guide.symptoms.iter().map(|symptom| symptom.id.as_str())),
        Named::Scheme => Box::new(guide.schemes.iter().map(|scheme| scheme.id.as_str())),
        Named::Fact => Box::new(guide.facts.iter().map(|fact| fact.id.as_str())),
        Named::Code
        | Named::Answer
        | Named::Action
        | Named::Language
        | Named::Message
        | Named::NotUsed
        | Named::Case
        | Named::Notice
        | Named::Terminal
        | Named::Mark
        | Named::Scenario
        | Named::Sight => Box::new([].into_iter()),
    }
}
