//! The plain form of a drawing is shown by consoles that know ASCII alone.

use super::{Context, Problem, Report, Rule};

pub(super) static RULE: Rule = Rule::guide("drawing-not-ascii", check);

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for drawing in &context.guide.drawings {
        if let Some(c) = drawing.ascii.iter().flat_map(|row| row.chars()).find(|c| !c.is_ascii()) {
            report.add(drawing.place, Problem::DrawingNotAscii(c));
        }
    }
}
