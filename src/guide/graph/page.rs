//! What the page of a guide knows: every text in every language, and what leads where.

use super::{Graph, Shares, Vertex, labels::Labels};
use crate::{
    guide::{
        Entry, Guide, Kind, Node, Place, Question, Remedy, Role, SourceFile, Target, Text, visible,
    },
    texts::Texts,
    tr,
};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// A text in the order of the page's languages.
type Said = Vec<String>;

/// The whole of it, as the page's script reads it.
#[derive(Serialize)]
pub(super) struct Page {
    languages: Vec<Language>,
    /// The language in which it opens.
    lang: usize,
    title: Said,
    version: String,
    /// What it shows at first, by the places of the nodes; empty for the ways in.
    first: Vec<usize>,
    /// The groups of the ways in among it.
    ways: Vec<usize>,
    /// The node that it is about.
    about: Option<usize>,
    steps: Vec<Said>,
    groups: Vec<Group>,
    nodes: Vec<Told>,
    facts: BTreeMap<String, String>,
}

#[derive(Serialize)]
struct Language {
    tag: String,
    name: String,
    words: BTreeMap<&'static str, String>,
}

/// Ways in under one heading.
#[derive(Serialize)]
struct Group {
    id: String,
    say: Said,
    rows: Vec<Row>,
}

/// What is told of a question or a remedy.
#[derive(Default, Serialize)]
struct Told {
    id: String,
    remedy: bool,
    last: bool,
    kind: &'static str,
    step: Option<usize>,
    say: Said,
    minutes: f64,
    /// How many of all sessions come by (0 to 1).
    visits: f64,
    place: String,
    rows: Vec<Row>,
    codes: Vec<Row>,
    /// Further texts: the name of a heading, and what stands under it.
    more: Vec<(&'static str, Vec<Said>)>,
    sources: Vec<String>,
}

/// What leads on.
#[derive(Serialize)]
struct Row {
    id: String,
    say: Said,
    to: Option<usize>,
    share: Option<f64>,
    /// Whether it leads on from a remedy.
    after: bool,
}

struct Maker<'a> {
    guide: &'a Guide,
    files: &'a [SourceFile],
    texts: &'a [Texts],
    visits: Vec<f64>,
    /// Nodes that something else than a look-up leads to.
    led_to: BTreeSet<&'a str>,
}

/// Gathers what the page knows. `texts` are the wordings of the guide's languages, in their order.
pub(super) fn page<'a>(
    graph: &'a Graph<'a>,
    files: &'a [SourceFile],
    texts: &'a [Texts],
    (lang, about): (usize, Option<&str>),
) -> Page {
    let guide = graph.guide;
    let links = guide.nodes.iter().flat_map(|node| guide.links(node));
    let ways_in = guide.symptoms.iter().map(|symptom| &symptom.go).chain(&guide.check_everything);
    let led_to = links.chain(ways_in).map(|target| target.id.as_str()).collect();
    let make = Maker { guide, files, texts, visits: guide.visits(), led_to };
    let place = |id: &str| guide.index.get(id).copied();
    let whole = graph.vertices.len() >= guide.nodes.len() + guide.symptoms.len();
    let kept = graph.vertices.iter().filter(|_| !whole);
    let first = kept.filter_map(|vertex| match vertex {
        Vertex::Node(node) => place(node.id()),
        _ => None,
    });
    let drawn = |row: &Row| {
        let own = |vertex: &Vertex<'_>| {
            !matches!(vertex, Vertex::Node(_)) && vertex.id() == row.id.as_str()
        };
        graph.vertices.iter().any(own)
    };
    let groups = make.groups();
    let with_ways = groups.iter().enumerate().filter(|(_, group)| group.rows.iter().any(drawn));
    let ways = with_ways.map(|(at, _)| at).collect();
    Page {
        languages: guide.languages.iter().zip(texts).map(|own| language(guide, own)).collect(),
        lang,
        title: make.said(&guide.title),
        version: visible(&guide.version).into_owned(),
        first: first.collect(),
        ways,
        about: about.and_then(place),
        steps: guide.steps.iter().map(|step| make.said(&step.title)).collect(),
        groups,
        nodes: guide.nodes.iter().enumerate().map(|(at, node)| make.node(at, node)).collect(),
        facts: guide
            .facts
            .iter()
            .map(|fact| {
                (
                    fact.id.to_string(),
                    visible(fact.right.as_ref().unwrap_or(&fact.says)).into_owned(),
                )
            })
            .collect(),
    }
}

impl Maker<'_> {
    fn said(&self, text: &Text) -> Said {
        let own = text.versions().map(|version| visible(version).into_owned());
        let mut said: Said = own.collect();
        said.resize(self.texts.len(), String::new());
        said
    }

    /// A text of the program in all languages.
    fn word(&self, word: impl Fn(&Texts) -> String) -> Said {
        self.texts.iter().map(word).collect()
    }

    fn to(&self, target: &Target) -> Option<usize> {
        self.guide.index.get(&target.id).copied()
    }

    /// The ways in under their headings; those under none, and "check everything", come last.
    fn groups(&self) -> Vec<Group> {
        let guide = self.guide;
        let total: f64 = guide.symptoms.iter().map(|own| own.likelihood.0).sum();
        let row = |symptom: &super::Symptom| Row {
            id: symptom.id.to_string(),
            say: self.said(&symptom.say),
            to: self.to(&symptom.go),
            share: Some(symptom.likelihood.0 / total),
            after: false,
        };
        let mut groups: Vec<Group> = Vec::new();
        for group in &guide.groups {
            let own = guide.symptoms.iter().filter(|symptom| {
                symptom.group.as_ref().is_some_and(|target| target.id == group.id)
            });
            let (id, say) = (group.id.to_string(), self.said(&group.title));
            groups.push(Group { id, say, rows: own.map(row).collect() });
        }
        let known = |symptom: &super::Symptom| {
            let target = symptom.group.as_ref();
            target.is_some_and(|target| guide.groups.iter().any(|group| group.id == target.id))
        };
        let mut rest: Vec<Row> =
            guide.symptoms.iter().filter(|symptom| !known(symptom)).map(row).collect();
        rest.extend(guide.check_everything.as_ref().map(|target| Row {
            id: "check_everything".to_owned(),
            say: self.word(|texts| tr!(texts, "graph-everything")),
            to: self.to(target),
            share: None,
            after: false,
        }));
        let say = self.word(|texts| tr!(texts, "graph-ways-in"));
        groups.push(Group { id: String::new(), say, rows: rest });
        let say = self.word(|texts| tr!(texts, "tree-looked-up"));
        groups.push(Group { id: String::new(), say, rows: self.looked_up() });
        groups.retain(|group| !group.rows.is_empty());
        groups
    }

    /// What only a look-up leads to.
    fn looked_up(&self) -> Vec<Row> {
        let ways = self.guide.looked_up().into_iter();
        let ways = ways.filter(|(_, target)| !self.led_to.contains(target.id.as_str()));
        let row = |(entry, target): (Entry, &Target)| {
            let say = self.texts.iter().map(|texts| Labels::new(self.guide, texts).entry(&entry));
            let (id, say) = (String::new(), say.collect());
            Row { id, say, to: self.to(target), share: None, after: false }
        };
        ways.map(row).collect()
    }

    fn node(&self, at: usize, node: &Node) -> Told {
        let step = self.guide.steps.iter().position(|step| step.id == node.step().id);
        let own = Told {
            id: node.id().to_string(),
            step,
            minutes: node.minutes(),
            visits: self.visits[at],
            place: self.place(node.place()),
            sources: node.sources().iter().map(|target| target.id.to_string()).collect(),
            ..Told::default()
        };
        match node {
            Node::Question(question) => self.question(question, own),
            Node::Remedy(remedy) => self.remedy(remedy, own),
        }
    }

    fn question(&self, question: &Question, mut own: Told) -> Told {
        let Shares { answers, codes } = self.guide.shares(&question.id);
        own.kind = question.kind.name();
        own.say = self.said(&question.ask);
        let rows = question.answers.iter().zip(answers).map(|(answer, share)| {
            let mut say = self.said(&answer.say);
            if let Role::UpTo(limit) = answer.role {
                for say in &mut say {
                    *say = format!("{say} (≤ {limit})");
                }
            }
            let (id, to) = (answer.id.to_string(), self.to(&answer.go));
            Row { id, say, to, share: Some(share), after: false }
        });
        own.rows = rows.collect();
        if question.kind == Kind::Code {
            let codes = self.guide.codes.iter().zip(codes).map(|(code, share)| Row {
                id: format!("{} {}", code.code, code.scheme.id),
                say: self.said(&code.meaning),
                to: self.to(&code.go),
                share: Some(share),
                after: false,
            });
            own.codes = codes.collect();
        }
        self.add(&mut own, "how", question.how.iter());
        self.add(&mut own, "customer", question.tell_customer.iter());
        if let Some(why) = &question.no_unsure {
            let why = visible(why).into_owned();
            own.more.push(("no-unsure", vec![vec![why; self.texts.len()]]));
        }
        own
    }

    fn remedy(&self, remedy: &Remedy, mut own: Told) -> Told {
        own.remedy = true;
        own.last = remedy.escalation;
        own.say = self.said(&remedy.cause);
        let after = |id: &str, target: &Option<Target>, say: Said| {
            let to = self.to(target.as_ref()?);
            Some(Row { id: id.to_owned(), say, to, share: None, after: true })
        };
        let went_well = self.word(|texts| tr!(texts, "graph-went-well"));
        let failed = self.word(|texts| tr!(texts, "graph-failed"));
        own.rows.extend(after("if_worked", &remedy.if_worked, went_well));
        own.rows.extend(after("if_failed", &remedy.if_failed, failed));
        self.add(&mut own, "never", remedy.never.iter());
        self.add(&mut own, "actions", remedy.actions.iter().map(|action| &action.say));
        own.more.push(("who", vec![self.word(|texts| remedy.who.label(texts))]));
        let contact = remedy.contact.as_ref().and_then(|target| self.guide.contact(&target.id));
        self.add(&mut own, "contact", contact.iter().map(|contact| &contact.title));
        self.add(&mut own, "support", remedy.tell_support.iter());
        self.add(&mut own, "customer", remedy.tell_customer.iter());
        self.add(&mut own, "meanwhile", remedy.meanwhile.iter());
        self.add(&mut own, "prevent", remedy.prevent.iter());
        own
    }

    fn add<'t>(&self, own: &mut Told, name: &'static str, texts: impl Iterator<Item = &'t Text>) {
        let texts: Vec<Said> = texts.map(|text| self.said(text)).collect();
        if !texts.is_empty() {
            own.more.push((name, texts));
        }
    }

    /// File and line, as an editor opens them.
    fn place(&self, place: Place) -> String {
        let file = self.files.get(place.file as usize);
        file.map(|file| file.line_of(place.start)).unwrap_or_default()
    }
}

/// The page's own words in one language.
fn language(guide: &Guide, (tag, texts): (&String, &Texts)) -> Language {
    let own = texts.tag() == tag;
    let words = [
        ("title", tr!(texts, "graph-title")),
        ("search", tr!(texts, "graph-search")),
        ("nothing", tr!(texts, "graph-nothing")),
        ("start", tr!(texts, "graph-start")),
        ("all", tr!(texts, "graph-all")),
        ("fit", tr!(texts, "graph-fit")),
        ("in", tr!(texts, "graph-zoom-in")),
        ("out", tr!(texts, "graph-zoom-out")),
        ("help", tr!(texts, "graph-help")),
        ("around", tr!(texts, "graph-around")),
        ("ways", tr!(texts, "graph-ways")),
        ("below", tr!(texts, "graph-below")),
        ("fold", tr!(texts, "graph-fold")),
        ("question", tr!(texts, "graph-question")),
        ("remedy", tr!(texts, "graph-remedy")),
        ("last", tr!(texts, "graph-last")),
        ("visits", tr!(texts, "graph-visits")),
        ("minutes", tr!(texts, "graph-minutes")),
        ("answers", tr!(texts, "graph-answers")),
        ("onward", tr!(texts, "graph-onward")),
        ("codes", tr!(texts, "graph-by-codes")),
        ("from", tr!(texts, "graph-from")),
        ("sources", tr!(texts, "graph-sources")),
        ("how", tr!(texts, "graph-how")),
        ("customer", tr!(texts, "graph-customer")),
        ("no-unsure", tr!(texts, "graph-no-unsure")),
        ("never", tr!(texts, "remedy-never")),
        ("actions", tr!(texts, "graph-actions")),
        ("who", tr!(texts, "summary-must-act")),
        ("contact", tr!(texts, "summary-call")),
        ("support", tr!(texts, "remedy-have-ready")),
        ("meanwhile", guide.meanwhile(texts)),
        ("prevent", tr!(texts, "remedy-next-time")),
    ];
    let name = if own { tr!(texts, "graph-language") } else { tag.clone() };
    Language { tag: tag.clone(), name, words: words.into_iter().collect() }
}
