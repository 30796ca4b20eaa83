//! Every drawing is shown somewhere.

use super::{Context, Problem, Report, Rule};
use crate::guide::{BUILTIN_ID, Node, builtin_drawings};
use std::collections::HashSet;

pub(super) static RULE: Rule = Rule::close("unused-drawing", check);

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let guide = context.guide;
    let drawing = |node: &'_ Node| match node {
        Node::Question(question) => question.drawing.as_ref().map(|own| own.id.clone()),
        Node::Remedy(remedy) => remedy.drawing.as_ref().map(|own| own.id.clone()),
    };
    let shown: HashSet<_> = guide.nodes.iter().filter_map(drawing).collect();
    let lent = builtin_drawings().text;
    for drawing in &guide.drawings {
        // Another guide may use some of those that come with the program.
        let own = guide.id == BUILTIN_ID || context.file_text(drawing.place) != lent;
        if own && !shown.contains(&drawing.id) {
            report.add(drawing.place, Problem::DrawingUnused(drawing.id.clone()));
        }
    }
}
