//! Where the texts of a language are: found by `build.rs`, which has this file for itself, so that a start need
//! not look for them. The program has it for its tests alone.

/// Where each text of a Fluent source is, in the order of their ids: its first byte, the one behind its id, and the
/// one behind it. A text begins with its id at the beginning of a line, and ends where the next one or a comment
/// begins.
pub(crate) fn index(source: &str) -> Vec<(u32, u32, u32)> {
    let mut index: Vec<(u32, u32, u32)> = Vec::new();
    let mut at = 0;
    let mut open = false;
    for line in source.split_inclusive('\n') {
        let (from, to) = (at as u32, (at + line.len()) as u32);
        at += line.len();
        match line.as_bytes()[0] {
            b'a'..=b'z' | b'A'..=b'Z' => {
                let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
                let length = line.find(|c| !is_name(c)).unwrap_or(line.len());
                index.push((from, from + length as u32, to));
                open = true;
            }
            // Comments and terms.
            b'#' | b'-' => open = false,
            _ if open => {
                if let Some((_, _, end)) = index.last_mut() {
                    *end = to;
                }
            }
            _ => {}
        }
    }
    let id = |&(from, to, _): &(u32, u32, u32)| &source[from as usize..to as usize];
    // The first of two with one id stays the first.
    index.sort_by(|one, other| id(one).cmp(id(other)));
    index.dedup_by(|next, one| id(next) == id(one));
    index
}
