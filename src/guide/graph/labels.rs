//! What is written on the parts of a picture.

use super::{Graph, Lead, Line, Vertex};
use crate::{
    guide::{Guide, Lang, Node, Question, Text, visible},
    texts::Texts,
    tr,
};
use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};

/// Codes on one line at most; more would hide the picture.
const MOST_CODES: usize = 6;

/// What the parts of a guide are called in one language.
#[derive(Clone, Copy)]
pub(super) struct Labels<'a> {
    pub(super) guide: &'a Guide,
    pub(super) texts: &'a Texts,
    pub(super) lang: Lang,
}

impl<'a> Labels<'a> {
    pub(super) fn new(guide: &'a Guide, texts: &'a Texts) -> Self {
        Self { guide, texts, lang: guide.lang(texts) }
    }

    /// What stands in a box.
    pub(super) fn vertex(&self, vertex: &Vertex<'_>) -> String {
        let text = match vertex {
            Vertex::Symptom(symptom) => symptom.say.get(self.lang),
            Vertex::Everything => return tr!(self.texts, "graph-everything"),
            Vertex::Node(Node::Question(question)) => question.ask.get(self.lang),
            Vertex::Node(Node::Remedy(remedy)) => remedy.cause.get(self.lang),
        };
        visible(text).into_owned()
    }

    /// What stands on a line; nothing on those from a way in.
    pub(super) fn line(&self, graph: &Graph<'_>, line: &Line) -> String {
        match (line.lead, &graph.vertices[line.from]) {
            (Lead::Answer, Vertex::Node(Node::Question(question))) => {
                self.answers(question, &line.by)
            }
            (Lead::Code, _) => code_names(self, &line.by),
            (Lead::Failed, _) => tr!(self.texts, "graph-failed"),
            (Lead::Worked, _) => tr!(self.texts, "graph-went-well"),
            _ => String::new(),
        }
    }

    /// Answers of a question by their places.
    pub(super) fn answers(&self, question: &Question, by: &[usize]) -> String {
        let says = by.iter().filter_map(|&at| question.answers.get(at));
        let says: Vec<&str> = says.map(|answer| answer.say.get(self.lang)).collect();
        visible(&says.join(" / ")).into_owned()
    }

    /// A text of the guide.
    pub(super) fn plain(&self, text: &Text) -> String {
        visible(text.get(self.lang)).into_owned()
    }

    /// The title of a step.
    pub(super) fn step(&self, id: &str) -> String {
        self.guide
            .step(id)
            .map_or_else(String::new, |step| visible(step.title.get(self.lang)).into_owned())
    }

    /// What the picture shows.
    pub(super) fn title(&self) -> String {
        let guide = self.guide;
        visible(&format!("{} {}", guide.title.get(self.lang), guide.version)).into_owned()
    }
}

/// Codes of the guide by their places, as many as a line has room for.
pub(super) fn code_names(labels: &Labels<'_>, by: &[usize]) -> String {
    let codes = by.iter().filter_map(|&at| labels.guide.codes.get(at));
    let mut codes: Vec<&str> = codes.map(|code| code.code.as_str()).collect();
    codes.dedup();
    let more = codes.len().saturating_sub(MOST_CODES);
    codes.truncate(MOST_CODES);
    let shown = visible(&codes.join(", ")).into_owned();
    if more == 0 { shown } else { tr!(labels.texts, "graph-codes", codes = shown, more = more) }
}

/// How thick a line is, from 1 to 6: a share of nothing to all.
pub(super) fn thickness(share: f64) -> u8 {
    1 + (share.clamp(0.0, 1.0) * 5.0).round() as u8
}

/// Text in rows, by the Unicode rules for line breaks: Chinese breaks between characters.
pub(super) fn rows(text: &str, width: usize) -> Vec<String> {
    let options = Options::new(width)
        .word_separator(WordSeparator::UnicodeBreakProperties)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    textwrap::wrap(text, options).into_iter().map(std::borrow::Cow::into_owned).collect()
}

/// The steps of a graph in the guide's order, each with its vertices; ways in are in none.
pub(super) fn by_step<'g>(graph: &Graph<'g>) -> Vec<(&'g str, Vec<usize>)> {
    let mut steps: Vec<(&str, Vec<usize>)> =
        graph.guide.steps.iter().map(|step| (step.id.as_str(), Vec::new())).collect();
    for (at, vertex) in graph.vertices.iter().enumerate() {
        let Vertex::Node(node) = vertex else { continue };
        let own = steps.iter_mut().find(|(id, _)| node.step().id == *id);
        if let Some((_, members)) = own {
            members.push(at);
        }
    }
    steps.retain(|(_, members)| !members.is_empty());
    steps
}
