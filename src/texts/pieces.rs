//! The texts of one language, each read when it is asked for first: to read all of them would take longer
//! than everything else before the first frame, and hold a megabyte of texts that most runs never show.

use fluent_bundle::{
    FluentArgs, FluentError, FluentResource, FluentValue, concurrent::FluentBundle,
};
use std::{
    collections::HashMap,
    fmt,
    sync::{Mutex, PoisonError},
};
use unic_langid::LanguageIdentifier;

/// The wording in one language, as `build.rs` gives it.
#[derive(Clone, Copy)]
pub(super) struct Wording {
    /// Its tag.
    pub(super) tag: &'static str,
    /// A Fluent file.
    pub(super) source: &'static str,
    /// Where its texts are, in the order of their ids: the first byte of a text, the one behind its id, and the one
    /// behind the text.
    pub(super) index: &'static [(u32, u32, u32)],
}

impl Wording {
    fn text(&self, from: u32, to: u32) -> &'static str {
        self.source.get(from as usize..to as usize).unwrap_or_default()
    }
}

/// The texts of one language.
pub struct Pieces {
    wording: Wording,
    /// What was asked for, of the texts that have parts to be filled in.
    read: Mutex<Option<FluentBundle<FluentResource>>>,
}

impl fmt::Debug for Pieces {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pieces").field("texts", &self.wording.index.len()).finish_non_exhaustive()
    }
}

impl Pieces {
    /// The texts of a language. What in its file is no text is not there: an id that is asked for in vain is
    /// shown in its place, which is better than no wizard.
    pub(super) fn new(wording: Wording) -> Self {
        Self { wording, read: Mutex::new(None) }
    }

    /// The tag of the language.
    pub(super) fn tag(&self) -> &'static str {
        self.wording.tag
    }

    /// The source of a text.
    fn piece(&self, wanted: &str) -> Option<&'static str> {
        let Wording { index, .. } = self.wording;
        let id = |&(from, to, _): &_| self.wording.text(from, to);
        let at = index.binary_search_by(|own| id(own).cmp(wanted)).ok()?;
        let (from, _, to) = index[at];
        Some(self.wording.text(from, to))
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
        let Some(piece) = self.piece(id) else { return id.to_owned() };
        if let Some(text) = plain(piece) {
            return text.to_owned();
        }
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        let read = read.get_or_insert_with(|| empty(self.wording.tag));
        if !read.has_message(id) {
            add(read, piece);
        }
        let (text, complete) = format(read, id, args);
        if complete {
            return text;
        }
        // It quotes another text.
        add(read, self.wording.source);
        format(read, id, args).0
    }
}

/// What a text says that has one line and no part to be filled in, as most have: what stands there. To have Fluent
/// find that out takes longer than to draw it.
fn plain(piece: &str) -> Option<&str> {
    let text = piece.split_once('=')?.1.trim_start_matches(' ').trim_end_matches([' ', '\n']);
    let special = |byte| matches!(byte, b'\n' | b'{' | b'}');
    (!text.is_empty() && !text.bytes().any(special)).then_some(text)
}

/// No texts, of the language with this tag.
fn empty(tag: &str) -> FluentBundle<FluentResource> {
    let language: LanguageIdentifier = tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // The marks around arguments that Fluent adds for right-to-left text would reach the terminal as
    // odd characters.
    bundle.set_use_isolating(false);
    bundle
}

/// Adds what a Fluent source says and is not there yet.
fn add(read: &mut FluentBundle<FluentResource>, source: &str) {
    let resource =
        FluentResource::try_new(source.to_owned()).unwrap_or_else(|(understood, _)| understood);
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

#[cfg(test)]
mod tests {
    use super::{super::index::index, *};
    use proptest::prelude::*;

    const SOURCE: &str = "# A comment\nb = two\n    lines { $n }\n\n## Heading\na = { $n ->\n    [one] one\n   *[other] { $n } many\n}\nc = see { b }\n-term = no\nd-1 = { -term }\n";

    fn pieces() -> Pieces {
        let wording = Wording { tag: "en", source: SOURCE, index: index(SOURCE).leak() };
        Pieces::new(wording)
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
    fn what_fluent_need_not_be_asked_for_is_what_it_says() {
        for tag in super::super::Texts::available() {
            let pieces = super::super::Texts::new(&tag).pieces;
            let mut whole = empty(&tag);
            add(&mut whole, pieces.wording.source);
            let mut count = 0;
            for &(from, id, to) in pieces.wording.index {
                let Some(text) = plain(pieces.wording.text(from, to)) else { continue };
                assert_eq!(
                    format(&whole, pieces.wording.text(from, id), None),
                    (text.to_owned(), true)
                );
                count += 1;
            }
            assert!(count > 100, "{tag}: {count}");
        }
    }

    proptest! {
        /// Whatever a text looks like.
        #[test]
        fn what_is_plain_says_what_stands_there(text in "[ \\n{}=.*a\u{a0}\\[\\]\"中-]{0,8}") {
            let source = format!("id = {text}\n");
            if let Some(text) = plain(&source) {
                let mut whole = empty("en");
                add(&mut whole, &source);
                prop_assert_eq!(super::format(&whole, "id", None), (text.to_owned(), true));
            }
        }
    }

    #[test]
    fn every_text_of_every_language_reads_alone_as_it_does_with_all_others() {
        for tag in super::super::Texts::available() {
            let texts = super::super::Texts::new(&tag);
            let pieces = &texts.pieces;
            let of = |source: &str| {
                let resource = FluentResource::try_new(source.to_owned()).expect("Fluent");
                resource.entries().map(|entry| format!("{entry:?}")).collect::<Vec<_>>()
            };
            let known = pieces.wording.index;
            let whole = of(pieces.wording.source);
            let messages: Vec<_> =
                whole.iter().filter(|entry| entry.starts_with("Message")).collect();
            assert_eq!(known.len(), messages.len(), "{tag}");
            assert!(whole.len() > 100, "{tag}");
            for &(from, _, to) in known {
                let alone = of(pieces.wording.text(from, to));
                assert_eq!(alone.len(), 1);
                assert!(alone[0].starts_with("Message"), "{alone:?}");
            }
        }
    }
}
