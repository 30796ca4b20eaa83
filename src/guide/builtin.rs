//! The POS guide inside the executable.

use super::{Guide, SourceFile, advice, reader::read_sound};
use crate::packed::{self, entries, unpack, unpack_text};

/// Id of the built-in guide.
pub const BUILTIN_ID: &str = "pos-terminal";

const DRAWINGS_FILE: &str = "drawings.toml";
const DRAWINGS: &str = include_str!("../../assets/drawings.toml");

/// The files of the built-in guide, its drawings included, in the order of their names.
pub fn builtin_sources() -> Vec<SourceFile> {
    let guide = entries(packed::GUIDE);
    let mut files: Vec<_> =
        guide.map(|(name, text)| SourceFile::new(name, unpack_text(text))).collect();
    files.push(builtin_drawings());
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files
}

/// The built-in guide. Tests see to it that it has no errors: it is read without looking for any, and
/// each of its files is gone before the next one is unpacked.
pub fn builtin_guide() -> Guide {
    let mut files: Vec<(&str, Option<&[u8]>)> =
        entries(packed::GUIDE).map(|(name, text)| (name, Some(text))).collect();
    files.push((DRAWINGS_FILE, None));
    files.sort_by_key(|&(name, _)| name);
    let mut order: Vec<usize> = (0..files.len()).collect();
    order.sort_by_key(|&at| files[at].0 != "guide.toml");
    read_sound(
        order
            .into_iter()
            .map(|at| (at, files[at].1.map_or_else(|| DRAWINGS.to_owned(), unpack_text))),
    )
}

/// The scenarios of the built-in guide, in the order of the names of their files. Training and
/// checking read them beside [`builtin_sources`]; the wizard does without.
pub fn builtin_scenarios() -> Vec<SourceFile> {
    let files = unpack(packed::SCENARIOS).into_iter();
    files.map(|(name, text)| SourceFile::new(format!("scenarios/{name}"), text)).collect()
}

/// The drawings of a card terminal, which other guides may use as well.
pub fn builtin_drawings() -> SourceFile {
    SourceFile::new(DRAWINGS_FILE, DRAWINGS)
}

/// The list of what the built-in guide must not advise: checking it needs it, running it does not.
pub fn builtin_advice() -> SourceFile {
    SourceFile::new(advice::FILE, advice::builtin_list())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::read;

    #[test]
    fn the_built_in_guide_is_the_one_that_its_files_say() {
        let theirs = read(&builtin_sources());
        assert!(!theirs.findings.iter().any(crate::guide::Finding::stops));
        // The order in tables of names is left to chance.
        let lines = |guide: &Guide| {
            let mut lines: Vec<String> = format!("{guide:#?}").lines().map(str::to_owned).collect();
            lines.sort();
            lines
        };
        assert!(lines(&builtin_guide()) == lines(&theirs.guide), "they differ");
    }
}
