//! A picture in the language of Graphviz.

use super::{
    Graph, Lead, Vertex,
    labels::{Labels, by_step, rows, thickness},
};
use crate::{guide::Node, texts::Texts};
use std::fmt::Write;

/// Columns of a box and of a line's text.
const BOX_WIDTH: usize = 30;
const LINE_WIDTH: usize = 22;

impl Graph<'_> {
    /// The graph in the language of Graphviz, in the language of the texts.
    pub fn dot(&self, texts: &Texts) -> String {
        let labels = Labels::new(self.guide, texts);
        let mut out = String::new();
        // Writing to a string can't fail.
        let _ = write(self, &labels, &mut out);
        out
    }
}

fn write(graph: &Graph<'_>, labels: &Labels<'_>, out: &mut String) -> std::fmt::Result {
    writeln!(out, "digraph {} {{", quoted(&graph.guide.id))?;
    writeln!(
        out,
        "  label={}; labelloc=t; rankdir=LR; newrank=true; ranksep=1;",
        quoted(&labels.title())
    )?;
    writeln!(out, "  node [fontname=\"sans-serif\", fontsize=11, style=filled];")?;
    writeln!(out, "  edge [fontname=\"sans-serif\", fontsize=9];")?;
    for (at, vertex) in graph.vertices.iter().enumerate() {
        if !matches!(vertex, Vertex::Node(_)) {
            writeln!(out, "  {}", shape(graph, labels, at))?;
        }
    }
    for (step, members) in by_step(graph) {
        writeln!(out, "  subgraph {} {{", quoted(&format!("cluster {step}")))?;
        writeln!(out, "    label={}; color=gray; fontsize=14;", quoted(&labels.step(step)))?;
        for at in members {
            writeln!(out, "    {}", shape(graph, labels, at))?;
        }
        writeln!(out, "  }}")?;
    }
    for line in &graph.lines {
        let (from, to) = (name(graph, line.from), name(graph, line.to));
        let label = rows(&labels.line(graph, line), LINE_WIDTH).join("\n");
        let dashed =
            if matches!(line.lead, Lead::Failed | Lead::Worked) { ", style=dashed" } else { "" };
        let wide = thickness(line.share);
        writeln!(out, "  {from} -> {to} [label={}, penwidth={wide}{dashed}];", quoted(&label))?;
    }
    writeln!(out, "}}")
}

fn shape(graph: &Graph<'_>, labels: &Labels<'_>, at: usize) -> String {
    let vertex = &graph.vertices[at];
    let text = rows(&labels.vertex(vertex), BOX_WIDTH).join("\n");
    let (shape, color) = match vertex {
        Vertex::Symptom(_) | Vertex::Everything => ("ellipse", "#fff3c4"),
        Vertex::Node(Node::Question(_)) => ("box", "#dcebff"),
        Vertex::Node(Node::Remedy(remedy)) if remedy.escalation => ("box3d", "#ffe0dc"),
        Vertex::Node(Node::Remedy(_)) => ("note", "#d9f2df"),
    };
    let beside = if graph.beside.contains(&at) { ", style=\"filled,dashed\"" } else { "" };
    let (name, text) = (name(graph, at), quoted(&text));
    format!("{name} [label={text}, shape={shape}, fillcolor=\"{color}\"{beside}];")
}

/// The name of a vertex. A way in may be called like a question, so it says what it is.
fn name(graph: &Graph<'_>, at: usize) -> String {
    let vertex = &graph.vertices[at];
    match vertex {
        Vertex::Symptom(symptom) => quoted(&format!("symptom {}", symptom.id)),
        Vertex::Everything => quoted("check everything"),
        Vertex::Node(_) => quoted(vertex.id()),
    }
}

/// A string between quotes. Backslashes are doubled, since they begin places to fill in.
fn quoted(text: &str) -> String {
    let safe = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    format!("\"{safe}\"")
}
