//! The POS guide inside the executable.

use super::{SourceFile, advice};
use include_dir::{Dir, include_dir};

/// Id of the built-in guide.
pub const BUILTIN_ID: &str = "pos-terminal";

static CONTENT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/content/pos");
const DRAWINGS: &str = include_str!("../../assets/drawings.toml");

/// The files of the built-in guide, its drawings included, in the order of their names.
pub fn builtin_sources() -> Vec<SourceFile> {
    let guide = CONTENT.files().filter_map(|file| {
        let name = file.path().to_str()?;
        let text = file.contents_utf8()?;
        file.path()
            .extension()
            .is_some_and(|ending| ending == "toml")
            .then(|| SourceFile::new(name, text))
    });
    let mut files: Vec<_> = guide.collect();
    files.push(builtin_drawings());
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files
}

/// The drawings of a card terminal, which other guides may use as well.
pub fn builtin_drawings() -> SourceFile {
    SourceFile::new("drawings.toml", DRAWINGS)
}

/// The list of what the built-in guide must not advise: checking it needs it, running it does not.
pub fn builtin_advice() -> SourceFile {
    SourceFile::new(advice::FILE, advice::BUILTIN_LIST)
}
