//! One file after the other.

use super::{Finding, Guide, Problem, Reader, place, reading, syntax};
use crate::guide::forecast;
use std::collections::hash_map::Entry;
use toml::de::DeTable;

/// The guide of files that are known to be without errors: `guide.toml` first, each with its place among the
/// others. None is kept for the next one, and no rule is asked: less memory, and less time.
pub(in crate::guide) fn read_sound(files: impl Iterator<Item = (usize, String)>) -> Guide {
    let mut reader = Reader::default();
    for (turn, (at, text)) in files.enumerate() {
        reader.source(&text, (at, turn == 0), &mut Vec::new());
    }
    reader.finish();
    reader.guide
}

impl Reader {
    /// Reads one file; false where it is in a format that this version does not read.
    pub(super) fn source(
        &mut self,
        source: &str,
        (at, is_head): (usize, bool),
        findings: &mut Vec<Finding>,
    ) -> bool {
        if let Some(supported) = self.chunks(source, (at, is_head), findings) {
            supported
        } else if let Ok(root) = DeTable::parse(source) {
            self.file(&root, (source, 0), &[], (at, is_head), findings)
        } else {
            let mended = syntax::mend(source);
            let (root, rest) = DeTable::parse_recoverable(&mended.text);
            let errors = mended.errors.iter().cloned().chain(syntax::errors(&rest, &mended.text));
            findings.extend(errors.map(|(span, error)| {
                reading::TOML_SYNTAX.finding(place(at, span), Problem::Syntax(error))
            }));
            self.note_broken(source, &mended);
            self.file(&root, (&mended.text, 0), &mended.blanked, (at, is_head), findings)
        }
    }

    /// What follows from all files together.
    pub(super) fn finish(&mut self) {
        let guide = &mut self.guide;
        guide.index.reserve(guide.nodes.len());
        for (at, node) in guide.nodes.iter().enumerate() {
            if let Entry::Vacant(free) = guide.index.entry(node.id().clone()) {
                free.insert(at);
            }
        }
        // A node whose name could not be read can't be looked up.
        guide.index.remove("");
        guide.forecasts = forecast::forecasts(guide);
    }
}
