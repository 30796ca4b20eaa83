//! Why something was not saved, and how that is said.

use super::shown;
use crate::{texts::Texts, tr};
use std::{
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

/// Why a summary was not saved.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// There is a file of that name, and nobody said that it may be replaced.
    #[error("{} exists", .0.display())]
    Exists(PathBuf),
    /// The path is empty or names a folder.
    #[error("{} is no name for a file", .0.display())]
    NoFile(PathBuf),
    /// The name is that of a device on Windows, with whatever ending: a file with it could be neither
    /// written nor copied there.
    #[error("{} is the name of a device", .0.display())]
    Device(PathBuf),
    /// A path typed in the wizard goes out of its folder, up or through a link.
    #[error("{} leads out of its folder", .0.display())]
    Upwards(PathBuf),
    /// The folder is not there.
    #[error("there is no folder {}", .0.display())]
    NoFolder(PathBuf),
    /// The system has no folder for configurations.
    #[error("there is no folder for configurations")]
    NoConfigFolder,
    /// The folder may not be written to.
    #[error("{} may not be written to", .0.display())]
    Denied(PathBuf),
    /// The disk is full.
    #[error("no room for {}", .0.display())]
    Full(PathBuf),
    /// Anything else.
    #[error("{} can't be written: {}", .0.display(), .1)]
    Other(PathBuf, io::Error),
}

impl SaveError {
    /// What is wrong and what to do next.
    pub fn message(&self, texts: &Texts) -> String {
        match self {
            Self::Exists(path) => tr!(texts, "save-exists", path = shown(path)),
            Self::NoFile(path) => tr!(texts, "save-no-file", path = shown(path)),
            Self::Device(path) => tr!(texts, "save-device", path = shown(path)),
            Self::Upwards(path) => tr!(texts, "save-upwards", path = shown(path)),
            Self::NoFolder(path) => tr!(texts, "save-no-folder", path = shown(path)),
            Self::NoConfigFolder => tr!(texts, "save-no-config-folder"),
            Self::Denied(path) => tr!(texts, "save-denied", path = shown(path)),
            Self::Full(path) => tr!(texts, "save-full", path = shown(path)),
            Self::Other(path, why) => {
                tr!(texts, "save-other", path = shown(path), why = why.to_string())
            }
        }
    }

    pub(crate) fn from_io(path: &Path, error: io::Error) -> Self {
        let path = path.to_owned();
        match error.kind() {
            ErrorKind::AlreadyExists => Self::Exists(path),
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::Denied(path),
            ErrorKind::NotFound | ErrorKind::NotADirectory => Self::NoFolder(path),
            ErrorKind::IsADirectory | ErrorKind::InvalidFilename => Self::NoFile(path),
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full(path),
            _ => Self::Other(path, error),
        }
    }
}
