//! The POS guide inside the executable.

use super::{SourceFile, advice};
use crate::packed::{self, unpack};

/// Id of the built-in guide.
pub const BUILTIN_ID: &str = "pos-terminal";

const DRAWINGS: &str = include_str!("../../assets/drawings.toml");

/// The files of the built-in guide, its drawings included, in the order of their names.
pub fn builtin_sources() -> Vec<SourceFile> {
    let guide = unpack(packed::GUIDE).into_iter();
    let mut files: Vec<_> = guide.map(|(name, text)| SourceFile::new(name, text)).collect();
    files.push(builtin_drawings());
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files
}

/// The scenarios of the built-in guide, in the order of the names of their files. Training and
/// checking read them beside [`builtin_sources`]; the wizard does without.
pub fn builtin_scenarios() -> Vec<SourceFile> {
    let files = unpack(packed::SCENARIOS).into_iter();
    files.map(|(name, text)| SourceFile::new(format!("scenarios/{name}"), text)).collect()
}

/// The drawings of a card terminal, which other guides may use as well.
pub fn builtin_drawings() -> SourceFile {
    SourceFile::new("drawings.toml", DRAWINGS)
}

/// The list of what the built-in guide must not advise: checking it needs it, running it does not.
pub fn builtin_advice() -> SourceFile {
    SourceFile::new(advice::FILE, advice::builtin_list())
}
