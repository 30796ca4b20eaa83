//! The texts of one language, each read when it is asked for first: to read all of them would take longer
//! than everything else before the first frame, and hold a megabyte of texts that most runs never show.

use fluent_bundle::{
    FluentArgs, FluentError, FluentResource, FluentValue, concurrent::FluentBundle,
};
use std::{
    borrow::Cow,
    collections::HashMap,
    fmt,
    sync::{Mutex, MutexGuard, PoisonError},
};
use unic_langid::LanguageIdentifier;

/// The texts of one language.
pub struct Pieces {
    source: Cow<'static, str>,
    /// The id of each text and where it begins, as numbers of bytes, by id.
    index: Vec<(Span, Span)>,
    /// What was asked for.
    read: Mutex<FluentBundle<FluentResource>>,
}

/// From one byte of the source to before another.
type Span = (u32, u32);

impl fmt::Debug for Pieces {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pieces").field("texts", &self.index.len()).finish_non_exhaustive()
    }
}

impl Pieces {
    /// The texts of a Fluent file. What in it is no text is not there: an id that is asked for in vain is
    /// shown in its place, which is better than no wizard.
    pub(super) fn new(language: LanguageIdentifier, source: Cow<'static, str>) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // The marks around arguments that Fluent adds for right-to-left text would reach the
        // terminal as odd characters.
        bundle.set_use_isolating(false);
        Self { index: index(&source), source, read: Mutex::new(bundle) }
    }

    fn text(&self, (from, to): Span) -> &str {
        self.source.get(from as usize..to as usize).unwrap_or_default()
    }

    /// The source of a text.
    fn piece(&self, id: &str) -> Option<&str> {
        let at = self.index.binary_search_by(|(own, _)| self.text(*own).cmp(id)).ok()?;
        Some(self.text(self.index[at].1))
    }

    /// A text without arguments.
    pub fn get(&self, id: &str) -> String {
        self.say(id, None)
    }

    /// A text with its arguments.
    pub fn get_args_concrete<'args>(
        &self,
        id: &str,
        args: HashMap<&'args str, FluentValue<'args>>,
    ) -> String {
        self.say(id, Some(&args.into_iter().collect()))
    }

    fn say(&self, id: &str, args: Option<&FluentArgs<'_>>) -> String {
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        if !read.has_message(id)
            && let Some(piece) = self.piece(id)
        {
            add(&mut read, piece);
        }
        let (text, complete) = format(&read, id, args);
        if complete {
            return text;
        }
        // It quotes another text.
        add(&mut read, &self.source);
        format(&read, id, args).0
    }
}

/// Adds what a Fluent source says and is not there yet.
fn add(read: &mut MutexGuard<'_, FluentBundle<FluentResource>>, source: &str) {
    // A Windows checkout has other line ends.
    let source = source.replace("\r\n", "\n");
    let resource = FluentResource::try_new(source).unwrap_or_else(|(understood, _)| understood);
    // What is there already stays.
    let _ = read.add_resource(resource);
}

/// A text, and whether all that it quotes was there.
fn format(
    read: &FluentBundle<FluentResource>,
    id: &str,
    args: Option<&FluentArgs<'_>>,
) -> (String, bool) {
    let Some(pattern) = read.get_message(id).and_then(|message| message.value()) else {
        return (id.to_owned(), true);
    };
    let mut errors = Vec::new();
    let text = read.format_pattern(pattern, args, &mut errors).into_owned();
    let complete = !errors.iter().any(|error| matches!(error, FluentError::ResolverError(_)));
    (text, complete)
}

/// Where each text of a Fluent source is, by its id. A text begins with its id at the beginning of a line,
/// and ends where the next one or a comment begins.
fn index(source: &str) -> Vec<(Span, Span)> {
    let mut index: Vec<(Span, Span)> = Vec::new();
    let mut at = 0;
    let mut open = false;
    for line in source.split_inclusive('\n') {
        let (from, to) = (at as u32, (at + line.len()) as u32);
        at += line.len();
        match line.as_bytes()[0] {
            b'a'..=b'z' | b'A'..=b'Z' => {
                let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
                let length = line.find(|c| !is_name(c)).unwrap_or(line.len());
                index.push(((from, from + length as u32), (from, to)));
                open = true;
            }
            // Comments and terms.
            b'#' | b'-' => open = false,
            _ if open => {
                if let Some((_, piece)) = index.last_mut() {
                    piece.1 = to;
                }
            }
            _ => {}
        }
    }
    let name = |(from, to): Span| &source[from as usize..to as usize];
    // The first of two with one id stays the first.
    index.sort_by(|one, other| name(one.0).cmp(name(other.0)));
    index.dedup_by(|next, one| name(next.0) == name(one.0));
    index
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "# A comment\nb = two\n    lines { $n }\n\n## Heading\na = { $n ->\n    [one] one\n   *[other] { $n } many\n}\nc = see { b }\n-term = no\nd-1 = { -term }\n";

    fn pieces() -> Pieces {
        Pieces::new("en".parse().expect("a tag"), Cow::Borrowed(SOURCE))
    }

    #[test]
    fn a_text_is_found_with_all_its_lines_and_with_what_it_quotes() {
        let pieces = pieces();
        let args = || HashMap::from([("n", FluentValue::from(3))]);
        assert_eq!(pieces.get_args_concrete("a", args()), "3 many");
        assert_eq!(pieces.get_args_concrete("b", args()), "two\nlines 3");
        assert_eq!(pieces.get_args_concrete("c", args()), "see two\nlines 3");
        assert_eq!(pieces.get("d-1"), "no");
        assert_eq!(pieces.get("none"), "none");
    }

    #[test]
    fn every_text_of_every_language_reads_alone_as_it_does_with_all_others() {
        for tag in super::super::Texts::available() {
            let texts = super::super::Texts::new(&tag);
            let pieces = &texts.pieces;
            let all = FluentResource::try_new(pieces.source.replace("\r\n", "\n")).expect("Fluent");
            let of = |source: &str| {
                let source = source.replace("\r\n", "\n");
                let resource = FluentResource::try_new(source).expect("Fluent");
                resource.entries().map(|entry| format!("{entry:?}")).collect::<Vec<_>>()
            };
            let known = pieces.index.len();
            let whole = of(&pieces.source);
            let messages: Vec<_> =
                whole.iter().filter(|entry| entry.starts_with("Message")).collect();
            assert_eq!(known, messages.len(), "{tag}");
            assert!(all.entries().count() > 100, "{tag}");
            for (_, piece) in &pieces.index {
                let alone = of(pieces.text(*piece));
                assert_eq!(alone.len(), 1);
                assert!(alone[0].starts_with("Message"), "{alone:?}");
            }
        }
    }
}
