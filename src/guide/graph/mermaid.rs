//! A picture as Mermaid, which code hosts and wikis draw.

use super::{
    Graph, Lead, Vertex,
    labels::{Labels, by_step, thickness},
};
use crate::{guide::Node, texts::Texts};
use std::fmt::Write;

impl Graph<'_> {
    /// The graph as Mermaid, in the language of the texts.
    pub fn mermaid(&self, texts: &Texts) -> String {
        let labels = Labels::new(self.guide, texts);
        let mut out = String::new();
        // Writing to a string can't fail.
        let _ = write(self, &labels, &mut out);
        out
    }
}

fn write(graph: &Graph<'_>, labels: &Labels<'_>, out: &mut String) -> std::fmt::Result {
    // A comment ends with its row, and braces in it would be taken for settings.
    writeln!(out, "%% {}", labels.title().replace(['{', '}'], ""))?;
    writeln!(out, "flowchart LR")?;
    for (at, vertex) in graph.vertices.iter().enumerate() {
        if !matches!(vertex, Vertex::Node(_)) {
            writeln!(out, "  {}", shape(graph, labels, at))?;
        }
    }
    for (step, members) in by_step(graph) {
        let place = graph.guide.steps.iter().position(|own| own.id == step).unwrap_or(0);
        writeln!(out, "  subgraph s{place}[\"{}\"]", escape(&labels.step(step)))?;
        for at in members {
            writeln!(out, "    {}", shape(graph, labels, at))?;
        }
        writeln!(out, "  end")?;
    }
    for line in &graph.lines {
        let arrow = if matches!(line.lead, Lead::Failed | Lead::Worked) { "-.->" } else { "-->" };
        let label = labels.line(graph, line);
        let label = if label.is_empty() { label } else { format!("|\"{}\"|", escape(&label)) };
        writeln!(out, "  n{} {arrow}{label} n{}", line.from, line.to)?;
    }
    for wide in 2..=thickness(1.0) {
        let own = graph.lines.iter().enumerate();
        let own = own.filter(|(_, line)| thickness(line.share) == wide);
        let own: Vec<String> = own.map(|(at, _)| at.to_string()).collect();
        if !own.is_empty() {
            writeln!(out, "  linkStyle {} stroke-width:{wide}px", own.join(","))?;
        }
    }
    writeln!(out, "  classDef symptom fill:#fff3c4,stroke:#8a6d00,color:#111")?;
    writeln!(out, "  classDef question fill:#dcebff,stroke:#1f5fae,color:#111")?;
    writeln!(out, "  classDef remedy fill:#d9f2df,stroke:#1d7a3c,color:#111")?;
    writeln!(out, "  classDef last fill:#ffe0dc,stroke:#b3261e,color:#111")?;
    writeln!(out, "  classDef beside stroke-dasharray:4 3")?;
    for at in &graph.beside {
        writeln!(out, "  class n{at} beside")?;
    }
    Ok(())
}

/// A vertex. Its name is its number: a guide's own names may be words of the language.
fn shape(graph: &Graph<'_>, labels: &Labels<'_>, at: usize) -> String {
    let vertex = &graph.vertices[at];
    let text = escape(&labels.vertex(vertex));
    match vertex {
        Vertex::Symptom(_) | Vertex::Everything => format!("n{at}([\"{text}\"]):::symptom"),
        Vertex::Node(Node::Question(_)) => format!("n{at}[\"{text}\"]:::question"),
        Vertex::Node(Node::Remedy(remedy)) if remedy.escalation => {
            format!("n{at}[[\"{text}\"]]:::last")
        }
        Vertex::Node(Node::Remedy(_)) => format!("n{at}[[\"{text}\"]]:::remedy"),
    }
}

/// Text between quotes: marks that mean something there are written by their numbers.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' | '#' | '&' | '<' | '>' | '`' | '\\' | ';' | '*' | '_' | '{' | '}' => {
                let _ = write!(out, "#{};", u32::from(c));
            }
            c => out.push(c),
        }
    }
    // What begins like a list is drawn as one, or refused.
    match out.split_once(". ") {
        Some((number, rest)) if number.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("{number}#46; {rest}")
        }
        _ => out,
    }
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn marks_of_the_language_are_written_by_their_numbers() {
        assert_eq!(escape("\"51\" <b> #1"), "#34;51#34; #60;b#62; #35;1");
        assert_eq!(escape("1. Yes"), "1#46; Yes");
        assert_eq!(escape("没有。"), "没有。");
    }
}
