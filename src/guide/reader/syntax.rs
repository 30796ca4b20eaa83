//! TOML with several errors: what can be read is read, and each error is reported once.
//!
//! After an error a TOML reader takes a missing bracket for the start of a list that runs to the
//! end of the file, and reports every line of it. Guides are written with their keys at the
//! beginning of a line, so a file with an error is cut there, every piece is read on its own, and
//! those that can't be read are blanked out. Blanks keep all places as they are.

use crate::guide::sorts::Syntax;
use std::ops::Range;
use toml::de::{DeTable, Error};

/// What was blanked out: bytes, and the key where it was one.
pub(super) type Blanked = (Range<usize>, Option<String>);

/// What was wrong in one file and what is left of it.
pub(super) struct Mended {
    /// The file with blanks in place of what can't be read.
    pub(super) text: String,
    /// What was wrong.
    pub(super) errors: Vec<(Range<usize>, Syntax)>,
    /// What was blanked out.
    pub(super) blanked: Vec<Blanked>,
}

/// Blanks out what can't be read.
pub(super) fn mend(source: &str) -> Mended {
    let mut mended = Mended { text: String::new(), errors: Vec::new(), blanked: Vec::new() };
    let mut bytes = source.as_bytes().to_vec();
    let pieces = pieces(source);
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        at += 1;
        let Some(error) = first_error(&source[piece.clone()]) else { continue };
        let start = (error.0.start + piece.start).min(piece.end);
        mended.errors.push((start..(error.0.end + piece.start).clamp(start, piece.end), error.1));
        let mut blank = piece.clone();
        let heading = is_heading(&source[piece.clone()]);
        if heading {
            // Without its heading nobody knows whose keys these are.
            while let Some(own) = pieces.get(at).filter(|own| !is_heading(&source[(*own).clone()]))
            {
                blank.end = own.end;
                at += 1;
            }
        }
        let key = if heading { None } else { key(&source[piece.clone()]) };
        bytes[blank.clone()].iter_mut().filter(|byte| **byte != b'\n').for_each(|b| *b = b' ');
        mended.blanked.push((blank, key));
    }
    // Whole pieces were blanked, and those are cut at line ends: this is UTF-8 still.
    mended.text = String::from_utf8(bytes).unwrap_or_default();
    mended
}

/// Errors of one text by their places, at most as many as anybody reads at once.
pub(super) fn errors(errors: &[Error], source: &str) -> Vec<(Range<usize>, Syntax)> {
    const MOST: usize = 100;
    let mut all: Vec<_> = errors.iter().map(|own| error(own, source)).collect();
    all.sort_by_key(|(span, syntax)| (span.start, follows(syntax), span.end));
    all.dedup_by_key(|(span, _)| span.start);
    all.truncate(MOST);
    all
}

fn first_error(piece: &str) -> Option<(Range<usize>, Syntax)> {
    let (_, errors) = DeTable::parse_recoverable(piece);
    let all = errors.iter().map(|own| error(own, piece));
    all.min_by_key(|(span, syntax)| (span.start, follows(syntax), span.end))
}

/// Whether an error follows from another one at the same place: a text that does not end swallows the
/// brackets behind it.
fn follows(syntax: &Syntax) -> bool {
    matches!(syntax, Syntax::UnclosedList | Syntax::UnclosedTable)
}

fn error(error: &Error, source: &str) -> (Range<usize>, Syntax) {
    let span = error.span().unwrap_or_default();
    let syntax = syntax(error.message(), source.get(span.clone()).unwrap_or_default());
    let syntax = if syntax == Syntax::MissingComma { comma(source, span.start) } else { syntax };
    (span, syntax)
}

/// What is wrong where a comma is missing: people type another one, or end a text in its middle.
fn comma(source: &str, at: usize) -> Syntax {
    let (before, rest) = (source[..at].trim_end(), source[at..].trim_start());
    let word = rest.trim_start_matches(|c: char| c.is_alphanumeric() || matches!(c, '_' | '-'));
    if rest.starts_with(['，', '、']) {
        Syntax::WideComma
    } else if before.ends_with('"')
        && word.len() < rest.len()
        && !word.trim_start().starts_with('=')
    {
        Syntax::QuoteInText
    } else {
        Syntax::MissingComma
    }
}

/// The kind of an error, told from the words of the TOML reader, which has no kinds.
fn syntax(message: &str, written: &str) -> Syntax {
    let starts = |words: &[&str]| words.iter().any(|word| message.starts_with(word));
    // A word is taken for the beginning of `nan`, `inf`, `true` or a date.
    let word = written.starts_with(char::is_alphabetic) && starts(&["invalid "]);
    let number = [
        "invalid float",
        "invalid integer",
        "redundant ",
        "unexpected leading zero",
        "unexpected sign",
        "`_` may only",
        "radix ",
        "integers with a radix",
    ];
    let nothing = written.is_empty() && starts(&["string values", "invalid literal string"]);
    if starts(&["key with no value"]) {
        Syntax::NoEquals
    } else if starts(&["missing value"]) || (nothing && !message.ends_with('`')) {
        Syntax::NoValue
    } else if starts(&["string values must be quoted"]) || (word && !starts(&["invalid unquoted"]))
    {
        let flag = ["true", "false"].iter().any(|flag| flag.eq_ignore_ascii_case(written));
        if flag { Syntax::Capitals } else { Syntax::Unquoted }
    } else if starts(&["invalid basic string", "invalid literal string", "invalid multi-line"])
        && message.ends_with(['"', '\'', '`'])
        && !message.ends_with("`\\`")
    {
        Syntax::UnclosedText
    } else if starts(&number) {
        Syntax::BadNumber
    } else if starts(&["missing escaped value", "too few unicode"]) {
        Syntax::BadEscape
    } else if starts(&["duplicate key"]) {
        Syntax::DuplicateKey
    } else if starts(&["invalid unquoted key", "unquoted keys cannot be empty"]) {
        Syntax::BadKey
    } else if starts(&["unclosed array table", "unclosed table"]) {
        Syntax::UnclosedHeading
    } else if starts(&["unclosed array"]) {
        Syntax::UnclosedList
    } else if starts(&["unclosed inline table"]) {
        Syntax::UnclosedTable
    } else if starts(&["missing comma", "missing key for inline", "invalid inline table element"]) {
        Syntax::MissingComma
    } else if starts(&["extra comma"]) {
        Syntax::ExtraComma
    } else {
        Syntax::Other(message.to_owned())
    }
}

/// Cuts a file before every line that begins with a heading or a key.
fn pieces(source: &str) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut at = 0;
    for line in source.split_inclusive('\n') {
        if at > start && (is_heading(line) || key(line).is_some()) {
            pieces.push(start..at);
            start = at;
        }
        at += line.len();
    }
    pieces.push(start..at);
    pieces
}

/// Whether a piece begins with a heading.
fn is_heading(line: &str) -> bool {
    let inner = line.strip_prefix("[[").or_else(|| line.strip_prefix('['));
    inner.is_some_and(|inner| inner.starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// The key with which a piece begins.
fn key(line: &str) -> Option<String> {
    let end = line.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '-')))?;
    let (key, rest) = line.split_at(end);
    let is_key = !key.is_empty() && rest.trim_start_matches([' ', '\t']).starts_with(['=', '.']);
    is_key.then(|| key.to_owned())
}

/// Every name that a text gives with `id = "..."`, well-formed or not.
pub(super) fn names(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices("id").filter_map(|(at, _)| {
        let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
        if text[..at].ends_with(word) {
            return None;
        }
        let value = text[at + 2..].trim_start_matches([' ', '\t']).strip_prefix('=')?;
        let value = value.trim_start_matches([' ', '\t', '"', '\'', '“', '”']);
        let end = value.find(|c: char| !(word(c) || c == '.')).unwrap_or(value.len());
        Some(&value[..end])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const BROKEN: &str =
        "a = 1\n[[q]]\nid = \"x\nlist = [\n  { id = 'y' },\n\n[[q]]\nid = 'z'\n[q\nb = 2\n";

    #[test]
    fn an_unclosed_list_costs_only_itself() {
        let mended = mend(BROKEN);
        let found: Vec<_> = mended.errors.iter().map(|(_, syntax)| syntax).collect();
        let expected = [&Syntax::UnclosedText, &Syntax::UnclosedList, &Syntax::UnclosedHeading];
        assert_eq!(found, expected);
        let table = DeTable::parse(&mended.text).expect("what is left is TOML");
        assert_eq!(mended.text.len(), BROKEN.len());
        let read = table.get_ref()["q"].get_ref().as_array().map(|all| all.len());
        assert_eq!(read, Some(2));
        assert!(!table.get_ref().contains_key("b"), "its heading is lost");
    }

    #[test]
    fn names_are_found_in_what_is_broken() {
        let text = "id = \"a.b\nid='c-d', paid = 'no'\n{ id = “e” }";
        assert_eq!(names(text).collect::<Vec<_>>(), ["a.b", "c-d", "e"]);
    }
}
