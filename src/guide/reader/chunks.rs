//! A large file in chunks: each is parsed and read while it is in the processor's cache, and its
//! table is dropped before the next one is made.
//!
//! Lists of tables follow each other in a file, so it can be cut before any `[[...]]` at the
//! beginning of a line. A cut within a text or a list leaves something open, and such a chunk is no
//! TOML; so where every chunk can be read, all cuts were right. Else the file is read as a whole.

use super::ROOT;
use std::ops::Range;

/// Chunks are at least so long, in bytes.
const LEAST: usize = 16 << 10;

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
    let mut headings = source.match_indices("\n[").map(|(at, _)| at + 1).peekable();
    // A list that is also written as a key would be an error that no chunk shows.
    let first = *headings.peek()?;
    let is_list = |line: &str| {
        let key = line.split(['=', '.']).next().unwrap_or_default().trim();
        ROOT.contains(&key) && !super::parts::HEAD.contains(&key)
    };
    if source.starts_with('[') || source[..first].lines().any(is_list) {
        return None;
    }
    for at in headings {
        let line = source[at..].lines().next()?;
        let name = line.strip_prefix("[[")?.split_once("]]")?.0;
        if !ROOT.contains(&name) {
            return None;
        }
        if at - start >= least {
            chunks.push(start..at);
            start = at;
        }
    }
    chunks.push(start..source.len());
    Some(chunks)
}

#[cfg(test)]
mod tests {
    use super::chunks_of;

    #[test]
    fn a_file_is_cut_before_lists_alone() {
        let source = "a = 1\n[[step]]\nid = 'a'\n[[step]]\nid = 'b'\n";
        let chunks = chunks_of(source, 1).expect("it can be cut");
        let parts: Vec<_> = chunks.into_iter().map(|own| &source[own]).collect();
        assert_eq!(parts.concat(), source);
        assert_eq!(parts.len(), 3);
        for odd in ["a = 1\n[step]\nb = 1\n", "step = []\n[[step]]\n", "a = 1\n[[step.x]]\n"] {
            assert_eq!(chunks_of(odd, 1), None, "{odd}");
        }
    }
}
