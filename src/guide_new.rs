//! A small whole guide to begin with: what `tilldoc guide new` writes.

use crate::{
    guide::SourceFile,
    packed::{self, unpack},
    save::{self, SaveError},
};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Why no new guide was written.
#[derive(Debug, thiserror::Error)]
pub enum NewGuideError {
    /// The folder has something in it.
    #[error("{} is not empty", .0.display())]
    NotEmpty(PathBuf),
    /// A file or the folder can't be written.
    #[error(transparent)]
    Save(#[from] SaveError),
}

/// The files of the new guide, in the order of their names.
pub fn new_guide_sources() -> Vec<SourceFile> {
    let files = unpack(packed::NEW_GUIDE).into_iter();
    files.map(|(name, text)| SourceFile::new(name, text)).collect()
}

/// Writes the new guide into a folder, which is made where it is not there. A folder that has anything
/// in it is left alone.
pub fn write_new_guide(dir: &Path) -> Result<(), NewGuideError> {
    let dir = save::folder(dir);
    let failed = |error: io::Error| SaveError::from_io(&dir, error);
    fs::create_dir_all(&dir).map_err(failed)?;
    if fs::read_dir(&dir).map_err(failed)?.next().is_some() {
        return Err(NewGuideError::NotEmpty(dir));
    }
    for file in new_guide_sources() {
        save::publish_new(&dir.join(&file.name), &file.text)?;
    }
    Ok(())
}
