//! Pictures of a guide.

use super::{with_guide, write};
use crate::{
    cli::{Graph as Asked, Options, Picture},
    guide::{Graph, Guide, Id, Part, SourceFile, html},
    run::{Exit, complain, guide_with_files},
    texts::Texts,
    tr,
};

/// More lines than this Mermaid refuses to draw, unless it was set up for them.
const MERMAID_LINES: usize = 500;

/// Draws a guide, or a part of it.
pub(super) fn graph(asked: Asked, options: &Options, texts: &Texts) -> Exit {
    let Asked { dir, format, step, symptom, remedy, file } = asked;
    let (guide, files) = match guide_with_files(&with_guide(options, dir), texts) {
        Ok(read) => read,
        Err(exit) => return exit,
    };
    let part = match (step, symptom, remedy) {
        (Some(id), ..) => Part::Step(Id::from(id.as_str())),
        (_, Some(id), _) => Part::Symptom(Id::from(id.as_str())),
        (.., Some(id)) => Part::Remedy(Id::from(id.as_str())),
        _ => Part::Whole,
    };
    if let Some(picture) = draw(&guide, &files, &part, format, texts) {
        return write(&picture, &file, texts);
    }
    complain(&no_such(&part, texts));
    Exit::Usage
}

fn draw(
    guide: &Guide,
    files: &[SourceFile],
    part: &Part,
    format: Picture,
    texts: &Texts,
) -> Option<String> {
    let graph = Graph::new(guide, part)?;
    if format == Picture::Mermaid && graph.lines.len() > MERMAID_LINES {
        complain(&tr!(texts, "graph-big", lines = graph.lines.len()));
    }
    match format {
        Picture::Mermaid => Some(graph.mermaid(texts)),
        Picture::Dot => Some(graph.dot(texts)),
        Picture::Html => html(guide, files, part, texts),
    }
}

fn no_such(part: &Part, texts: &Texts) -> String {
    let (what, id) = match part {
        Part::Step(id) => (tr!(texts, "graph-what-step"), id.as_str()),
        Part::Symptom(id) => (tr!(texts, "graph-what-symptom"), id.as_str()),
        Part::Remedy(id) => (tr!(texts, "graph-what-remedy"), id.as_str()),
        Part::Whole => (String::new(), ""),
    };
    tr!(texts, "graph-none", what = what, id = id)
}
