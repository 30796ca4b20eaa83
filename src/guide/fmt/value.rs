//! Lists and tables within a line.

use super::{
    gap::{Lead, lay, side},
    order::{Shape, place},
    text, text_of,
};
use toml_edit::{Array, InlineTable, Value};

/// Lays out what stands behind a key. `depth` is how far its line is indented.
pub(super) fn value(own: &mut Value, shape: Shape, languages: &[&str], depth: usize) {
    match own {
        Value::Array(list) => array(list, shape, languages, depth),
        Value::InlineTable(table) if !has_comments(table) => inline(table, shape, languages, depth),
        _ => {}
    }
}

/// A table in one line. One with comments in it, which would have no place there, is left alone.
fn inline(table: &mut InlineTable, shape: Shape, languages: &[&str], depth: usize) {
    let names = shape.names(languages);
    table.sort_values_by(|a, _, b, _| place(&names, a).cmp(&place(&names, b)));
    let end = if table.is_empty() { "" } else { " " };
    table.set_trailing_comma(false);
    table.set_trailing(end);
    parts(table, shape, languages, depth);
}

fn parts(table: &mut InlineTable, shape: Shape, languages: &[&str], depth: usize) {
    for (mut key, own) in table.iter_mut() {
        let shape = shape.within(key.get());
        let dotted = key.dotted_decor_mut();
        dotted.set_prefix("");
        dotted.set_suffix("");
        let leaf = key.leaf_decor_mut();
        leaf.set_prefix(" ");
        leaf.set_suffix(" ");
        match own {
            Value::InlineTable(inner) if inner.is_dotted() => parts(inner, shape, languages, depth),
            _ => value(own, shape, languages, depth),
        }
        own.decor_mut().set_prefix(" ");
        own.decor_mut().set_suffix("");
    }
}

/// Whether a comment stands anywhere in a table, but for the lists in it.
fn has_comments(table: &InlineTable) -> bool {
    let comment = |raw: &str| raw.contains('#');
    comment(text_of(table.trailing()))
        || table.iter().any(|(name, own)| {
            let key = table.key(name);
            let decors = key.map(|key| [key.leaf_decor(), key.dotted_decor()]);
            let decors = decors.into_iter().flatten().chain([own.decor()]);
            decors
                .into_iter()
                .any(|decor| comment(text(decor.prefix())) || comment(text(decor.suffix())))
                || own.as_inline_table().is_some_and(has_comments)
        })
}

/// What stands before an element of a list, or before its end.
#[derive(Default)]
struct Between {
    /// A comment in the line of the element before.
    side: String,
    /// Comments and empty lines of their own.
    lines: Vec<String>,
    /// Whether a new line begins in it.
    broken: bool,
}

impl Between {
    /// Reads what stands before the comma and behind it.
    fn of(raws: [&str; 2]) -> Self {
        let mut own = Self::default();
        for raw in raws {
            own.broken |= raw.contains('\n');
            let (same, rest) = raw.split_once('\n').unwrap_or((raw, ""));
            match same.trim() {
                "" => {}
                comment if own.side.is_empty() => own.side = side(comment),
                comment => own.lines.push(comment.to_owned()),
            }
            // The last one is the indent of what follows.
            let count = rest.split('\n').count();
            own.lines.extend(rest.split('\n').take(count - 1).map(|line| line.trim().to_owned()));
        }
        own
    }

    fn has_comments(&self) -> bool {
        !self.side.is_empty() || self.lines.iter().any(|line| !line.is_empty())
    }

    /// Written out, with the indent of what follows.
    fn lay(&self, lead: Lead, indent: usize, after: usize) -> String {
        let lines = lay(self.lines.iter().map(String::as_str), lead, indent);
        [&self.side, "\n", &lines, &"  ".repeat(after)].concat()
    }
}

/// A list: each element in a line of its own where there are several tables, or comments, or where
/// the author has begun a new line; else all in one.
fn array(list: &mut Array, shape: Shape, languages: &[&str], depth: usize) {
    let mut between = Vec::with_capacity(list.len() + 1);
    let mut suffix = "";
    for own in list.iter() {
        between.push(Between::of([suffix, text(own.decor().prefix())]));
        suffix = text(own.decor().suffix());
    }
    let mut end = Between::of([suffix, text_of(list.trailing())]);
    while end.lines.last().is_some_and(String::is_empty) {
        end.lines.pop();
    }
    let tables = list.iter().any(Value::is_inline_table);
    let apart = between.iter().chain([&end]).any(Between::has_comments)
        || !list.is_empty() && between.iter().chain([&end]).any(|own| own.broken)
        || tables && list.len() > 1;
    let inner = if apart { depth + 1 } else { depth };
    for (at, (own, before)) in list.iter_mut().zip(&between).enumerate() {
        value(own, shape, languages, inner);
        let lead = if at == 0 { Lead::None } else { Lead::Keep };
        let prefix = match (apart, at) {
            (true, _) => before.lay(lead, inner, inner),
            (false, 0) if !tables => String::new(),
            (false, _) => " ".to_owned(),
        };
        own.decor_mut().set_prefix(prefix);
        own.decor_mut().set_suffix("");
    }
    list.set_trailing_comma(apart && !list.is_empty());
    let trailing = match (apart, tables) {
        (true, _) => end.lay(if list.is_empty() { Lead::None } else { Lead::Keep }, inner, depth),
        (false, true) => " ".to_owned(),
        (false, false) => String::new(),
    };
    list.set_trailing(trailing);
}
