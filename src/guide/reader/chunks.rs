//! A large file in chunks: each is parsed and read while it is in the processor's cache, and its
//! table is dropped before the next one is made.
//!
//! Lists of tables follow each other in a file, so it can be cut before any `[[...]]` at the
//! beginning of a line. A cut within a text or a list leaves something open, and such a chunk is no
//! TOML; so where every chunk can be read, all cuts were right. Else the file is read as a whole.

use super::{ROOT, Reader, ids::Ids};
use crate::guide::{Finding, Guide, rules::Notes};
use std::ops::Range;
use toml::de::DeTable;

/// Chunks are at least so long, in bytes.
const LEAST: usize = 4 << 10;

/// Where to cut a file; none where it is small, or has other headings than `[[list]]`.
pub(super) fn chunks(source: &str) -> Option<Vec<Range<usize>>> {
    chunks_of(source, LEAST)
}

fn chunks_of(source: &str, least: usize) -> Option<Vec<Range<usize>>> {
    if source.len() < 2 * least {
        return None;
    }
    let mut chunks = Vec::with_capacity(source.len() / least + 1);
    let mut start = 0;
    let lines = source.match_indices('\n').map(|(at, _)| at + 1);
    let mut headings = lines.filter(|&at| source.as_bytes().get(at) == Some(&b'[')).peekable();
    // A list that is also written as a key would be an error that no chunk shows.
    let first = *headings.peek()?;
    let is_list = |line: &str| {
        let key = line.split(['=', '.']).next().unwrap_or_default().trim();
        ROOT.contains(&key) && !super::parts::HEAD.contains(&key)
    };
    if source.starts_with('[') || source[..first].lines().any(is_list) {
        return None;
    }
    let line_at = |at: usize| source[at..].lines().next().unwrap_or_default();
    // What a call costs stays with the beginning that it belongs to.
    headings.next_if(|&at| line_at(at).trim_end() == "[call]");
    let mut above = "";
    for at in headings {
        let name = line_at(at).strip_prefix("[[")?.split_once("]]")?.0;
        // What belongs to the entry above it stays with it.
        if name.split_once('.').is_some_and(|(list, _)| list == above) {
            continue;
        }
        if !ROOT.contains(&name) || super::parts::HEAD.contains(&name) {
            return None;
        }
        above = name;
        if at - start >= least {
            chunks.push(start..at);
            start = at;
        }
    }
    chunks.push(start..source.len());
    Some(chunks)
}

impl Reader {
    /// Reads a large file in chunks, as [`Reader::file`] does; nothing, where it can't be cut or can't
    /// be read.
    pub(super) fn chunks(
        &mut self,
        source: &str,
        (at, is_head): (usize, bool),
        findings: &mut Vec<Finding>,
    ) -> Option<bool> {
        let chunks = chunks(source)?;
        let languages = self.guide.languages.clone();
        let guide = Guide { languages, ..Guide::default() };
        let mut part = Self { guide, notes: Notes::default(), ids: Ids::default() };
        let mut found = Vec::new();
        for chunk in chunks {
            let text = &source[chunk.clone()];
            let root = DeTable::parse(text).ok()?;
            let is_head = is_head && chunk.start == 0;
            if !part.file(&root, (text, chunk.start), &[], (at, is_head), &mut found) {
                findings.append(&mut found);
                return Some(false);
            }
        }
        findings.append(&mut found);
        self.absorb(part, is_head);
        Some(true)
    }

    /// Takes over what was read of one file.
    fn absorb(&mut self, part: Self, is_head: bool) {
        // Every part by its name: one that a guide gets later must not be lost here.
        let Guide {
            id,
            version,
            languages,
            title,
            check_everything,
            code_unsure,
            call,
            most_questions,
            no_payments,
            steps,
            groups,
            symptoms,
            contacts,
            drawings,
            schemes,
            codes,
            messages,
            facts,
            not_used,
            cases,
            notices,
            scenarios,
            nodes,
            // What is made of the whole guide.
            index: _,
            forecasts: _,
            fingerprint: _,
        } = part.guide;
        let guide = &mut self.guide;
        if is_head {
            guide.languages = languages;
            guide.id = id;
            guide.version = version;
            guide.title = title;
            guide.check_everything = check_everything;
            guide.code_unsure = code_unsure;
            guide.call = call;
            guide.most_questions = most_questions;
            guide.no_payments = no_payments;
        }
        guide.steps.extend(steps);
        guide.groups.extend(groups);
        guide.symptoms.extend(symptoms);
        guide.contacts.extend(contacts);
        guide.drawings.extend(drawings);
        guide.schemes.extend(schemes);
        guide.codes.extend(codes);
        guide.messages.extend(messages);
        guide.facts.extend(facts);
        guide.not_used.extend(not_used);
        guide.cases.extend(cases);
        guide.notices.extend(notices);
        guide.scenarios.extend(scenarios);
        guide.nodes.extend(nodes);
        self.notes.absorb(part.notes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::{SourceFile, builtin_scenarios, builtin_sources, check};

    #[test]
    fn a_file_is_cut_before_lists_alone() {
        let source = "a = 1\n[[step]]\nid = 'a'\n[[step]]\nid = 'b'\n";
        let chunks = chunks_of(source, 1).expect("it can be cut");
        let parts: Vec<_> = chunks.into_iter().map(|own| &source[own]).collect();
        assert_eq!(parts.concat(), source);
        assert_eq!(parts.len(), 3);
        let head = "a = 1\n[call]\nb = 1\n";
        let with_call = format!("{head}[[step]]\nid = 'a'\n");
        let chunks = chunks_of(&with_call, 1).expect("it can be cut");
        assert_eq!(chunks, [0..head.len(), head.len()..with_call.len()]);
        for odd in [
            "a = 1\n[[step]]\nid = 'a'\n[call]\nb = 1\n",
            "a = 1\n[step]\nb = 1\n",
            "step = []\n[[step]]\n",
            "a = 1\n[[step.x]]\n",
        ] {
            assert_eq!(chunks_of(odd, 1), None, "{odd}");
        }
        let source = "\n[[case]]\nid = 'a'\n[[case.x]]\n[[case]]\nid = 'b'\n";
        let chunks = chunks_of(source, 1).expect("it can be cut");
        assert!(chunks.iter().all(|own| !source[own.clone()].starts_with("[[case.")));
    }

    /// A file in chunks is read like a file as a whole: a table that must be read whole is put into
    /// each for comparison.
    #[test]
    fn chunks_change_nothing() {
        let mut files = builtin_sources();
        files.extend(builtin_scenarios());
        let whole: Vec<SourceFile> = files
            .iter()
            .map(|file| {
                SourceFile::new(file.name.clone(), format!("{}\n[[scheme.x]]\n", file.text))
            })
            .collect();
        let mut cut = 0;
        for (file, whole) in files.iter().zip(&whole) {
            cut += usize::from(chunks(&file.text).is_some());
            assert!(chunks(&whole.text).is_none(), "{}", file.name);
        }
        assert!(cut > 5, "only {cut} files are large enough");
        let (read, compared) = (check(&files).guide, {
            let mut reader = Reader::default();
            for (at, file) in files.iter().enumerate().filter(|(_, own)| own.is_named_guide()) {
                let root = DeTable::parse(&file.text).expect("it is TOML");
                reader.file(&root, (&file.text, 0), &[], (at, true), &mut Vec::new());
            }
            let others = files.iter().enumerate().filter(|(_, own)| !own.is_named_guide());
            for (at, file) in others {
                let root = DeTable::parse(&file.text).expect("it is TOML");
                reader.file(&root, (&file.text, 0), &[], (at, false), &mut Vec::new());
            }
            reader.guide
        });
        let parts = |guide: &Guide| {
            let lists = (&guide.symptoms, &guide.codes, &guide.messages, &guide.facts);
            let head = (&guide.title, &guide.call, guide.most_questions, guide.no_payments);
            format!("{:?} {lists:?} {:?} {head:?}", guide.steps, guide.not_used)
        };
        assert_eq!(parts(&read), parts(&compared));
        assert_eq!(format!("{:?}", read.nodes), format!("{:?}", compared.nodes));
        assert_eq!(format!("{:?}", read.scenarios), format!("{:?}", compared.scenarios));
    }
}
