//! The POS guide inside the executable.

use super::{SourceFile, advice};
use include_dir::{Dir, include_dir};

/// Id of the built-in guide.
pub const BUILTIN_ID: &str = "pos-terminal";

static CONTENT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/content/pos");
static SCENARIOS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/content/scenarios");
const DRAWINGS: &str = include_str!("../../assets/drawings.toml");

/// The files of the built-in guide, its drawings included, in the order of their names.
pub fn builtin_sources() -> Vec<SourceFile> {
    let mut files: Vec<_> = files(&CONTENT, "").collect();
    files.push(builtin_drawings());
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files
}

/// The scenarios of the built-in guide, in the order of the names of their files. Training and
/// checking read them beside [`builtin_sources`]; the wizard does without.
pub fn builtin_scenarios() -> Vec<SourceFile> {
    let mut files: Vec<_> = files(&SCENARIOS, "scenarios/").collect();
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files
}

/// The TOML files of an embedded folder, their names behind `before`.
fn files(folder: &'static Dir<'static>, before: &'static str) -> impl Iterator<Item = SourceFile> {
    folder.files().filter_map(move |file| {
        let name = file.path().to_str()?;
        let text = file.contents_utf8()?;
        let toml = file.path().extension().is_some_and(|ending| ending == "toml");
        toml.then(|| SourceFile::new(format!("{before}{name}"), text))
    })
}

/// The drawings of a card terminal, which other guides may use as well.
pub fn builtin_drawings() -> SourceFile {
    SourceFile::new("drawings.toml", DRAWINGS)
}

/// The list of what the built-in guide must not advise: checking it needs it, running it does not.
pub fn builtin_advice() -> SourceFile {
    SourceFile::new(advice::FILE, advice::BUILTIN_LIST)
}
