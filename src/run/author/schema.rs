//! The JSON Schema of a guide's files.

use super::{with_guide, write};
use crate::{
    cli::{File, Options},
    guide::{self, read},
    run::{Exit, guide_files},
    texts::Texts,
};
use std::path::PathBuf;

/// Writes the schema for the languages of a guide, whatever else is wrong with it: an editor is
/// needed most where much is.
pub(super) fn schema(dir: Option<PathBuf>, file: &File, options: &Options, texts: &Texts) -> Exit {
    let files = match guide_files(&with_guide(options, dir), texts) {
        Ok(files) => files,
        Err(exit) => return exit,
    };
    let languages = read(&files).guide.languages;
    write(&guide::schema(&languages, &explained()), file, texts)
}

/// All languages of the program, English first: a hint is read from its top.
fn explained() -> Vec<Texts> {
    let mut tags = Texts::available();
    tags.sort_by_key(|tag| tag != "en");
    tags.iter().map(|tag| Texts::new(tag)).collect()
}
