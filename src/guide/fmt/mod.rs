//! The layout of a guide's files: what `tilldoc guide fmt` makes of them.
//!
//! The rules are those that our own content is written by. Keys stand in the order of the reference
//! ([`format`](super::format)); tables stay where they are, since their order is the author's. What
//! a text says, how a string or a number is written, and every comment stay as they are.

mod gap;
mod order;
mod value;

use gap::{Lead, gap, side};
use order::Shape;
use toml_edit::{DocumentMut, Item, KeyMut, RawString, Table};

/// Why a file is left as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unformatted {
    /// It can't be read; `guide check` says where.
    #[error("the file can't be read")]
    Syntax,
    /// It would say something else afterwards. That is a fault of this program.
    #[error("the file would say something else")]
    Meaning,
}

/// The text of a file of a guide, laid out. `languages` are the guide's, in its order.
///
/// Laying out what is laid out changes nothing. What the file says is compared before and after.
pub fn fmt<L: AsRef<str>>(source: &str, languages: &[L]) -> Result<String, Unformatted> {
    let languages: Vec<&str> = languages.iter().map(AsRef::as_ref).collect();
    let text = source.strip_prefix('\u{feff}').unwrap_or(source);
    let windows = text.split_once('\n').is_some_and(|(first, _)| first.ends_with('\r'));
    // A comment in the last line ends like all others.
    let text = text.replace("\r\n", "\n") + "\n";
    let (head, rest) = head_and_rest(&text);
    let mut document: DocumentMut = rest.parse().map_err(|_| Unformatted::Syntax)?;
    table(document.as_table_mut(), Shape::Root, &languages, &mut true);
    let trailing = gap(text_of(document.trailing()), Lead::Keep, 0);
    document.set_trailing(trailing);
    let body = document.to_string();
    let head = gap(head, Lead::None, 0);
    let parts = [head.trim_matches('\n'), body.trim_matches('\n')];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let mut text = parts.join("\n\n");
    if !text.is_empty() {
        text.push('\n');
    }
    if windows {
        text = text.replace('\n', "\r\n");
    }
    let said = says(source).ok_or(Unformatted::Syntax)?;
    if says(&text) == Some(said) { Ok(text) } else { Err(Unformatted::Meaning) }
}

/// All that a file says, whatever its layout.
fn says(source: &str) -> Option<toml::Table> {
    toml::from_str(source.strip_prefix('\u{feff}').unwrap_or(source)).ok()
}

/// The comments that a file begins with and that belong to all of it: those before an empty line,
/// and what tells an editor the schema. They stay at the top, whatever key comes first.
fn head_and_rest(text: &str) -> (&str, &str) {
    let mut end = 0;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim();
        at += line.len();
        match bare {
            "" => end = at,
            _ if bare.starts_with("#:") => end = at,
            _ if bare.starts_with('#') => {}
            _ => return text.split_at(end),
        }
    }
    // Comments alone.
    text.split_at(text.len())
}

/// Lays out a table and all below it. `first` is true until a line of it was written.
fn table(table: &mut Table, shape: Shape, languages: &[&str], first: &mut bool) {
    let names = shape.names(languages);
    let root = matches!(shape, Shape::Root);
    // An empty line behind the heading belongs to no key that could take it along.
    if let Some((mut key, Item::Value(_))) = table.iter_mut().next() {
        let decor = key.leaf_decor_mut();
        let before = gap(text(decor.prefix()), Lead::None, 0);
        decor.set_prefix(before);
    }
    table.sort_values_by(|a, _, b, _| order::place(&names, a).cmp(&order::place(&names, b)));
    for (mut key, item) in table.iter_mut() {
        let shape = shape.within(key.get());
        match item {
            Item::None => {}
            Item::Value(own) => {
                let lead = if *first { Lead::None } else { Lead::Keep };
                *first = false;
                let decor = key.leaf_decor_mut();
                let before = gap(text(decor.prefix()), lead, 0);
                decor.set_prefix(before);
                decor.set_suffix(" ");
                let after = side(text(own.decor().suffix()));
                value::value(own, shape, languages, 0);
                own.decor_mut().set_prefix(" ");
                own.decor_mut().set_suffix(after);
            }
            Item::Table(own) if own.is_dotted() => {
                let decor = key.dotted_decor_mut();
                decor.set_prefix("");
                decor.set_suffix("");
                self::table(own, shape, languages, first);
            }
            Item::Table(own) => {
                bare(&mut key);
                headed(own, (shape, Lead::Blank), languages);
            }
            Item::ArrayOfTables(all) => {
                bare(&mut key);
                // What belongs to an entry stands close to it.
                let lead = if root { Lead::Blank } else { Lead::None };
                all.iter_mut().for_each(|own| headed(own, (shape, lead), languages));
            }
        }
        let decor = key.dotted_decor_mut();
        decor.set_prefix("");
        decor.set_suffix("");
    }
}

/// Lays out a table with its heading, `lead` before it and its comments.
fn headed(own: &mut Table, (shape, lead): (Shape, Lead), languages: &[&str]) {
    let decor = own.decor_mut();
    let before = gap(text(decor.prefix()), lead, 0);
    let after = side(text(decor.suffix()));
    decor.set_prefix(before);
    decor.set_suffix(after);
    table(own, shape, languages, &mut true);
}

/// Takes the blanks from around a name in a heading.
fn bare(key: &mut KeyMut<'_>) {
    let decor = key.leaf_decor_mut();
    decor.set_prefix("");
    decor.set_suffix("");
}

/// What stands around something, as it is written.
fn text(raw: Option<&RawString>) -> &str {
    raw.map_or("", text_of)
}

fn text_of(raw: &RawString) -> &str {
    raw.as_str().unwrap_or_default()
}

#[cfg(test)]
mod tests;
