//! Why sessions can't be kept or found again.

use crate::{guide::visible, redact::redact, texts::Texts, tr};
use rusqlite::{ErrorCode, ffi};
use std::{
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

/// What the database did not do, and why.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The system knows no home folder, and none was given by `--data`.
    #[error("there is no home folder")]
    NoHome,
    /// There is a file where the folder should be.
    #[error("{} is not a folder", .0.display())]
    NotFolder(PathBuf),
    /// Anybody may write into the folder, and so put something else in the place of what is kept.
    #[error("anybody may write into {}", .0.display())]
    OpenToAll(PathBuf),
    /// The folder can't be made or written to.
    #[error("{} can't be written to: {}", .0.display(), .1)]
    NotWritable(PathBuf, io::Error),
    /// The database may only be read.
    #[error("{} may only be read", .0.display())]
    ReadOnly(PathBuf),
    /// The disk is full.
    #[error("no room for {}", .0.display())]
    Full(PathBuf),
    /// Another program has been holding the database for long.
    #[error("another program holds {}", .0.display())]
    Locked(PathBuf),
    /// The disk has not answered for a while; it may still.
    #[error("the disk with {} does not answer", .0.display())]
    Slow(PathBuf),
    /// A newer tilldoc made it.
    #[error("{} is of version {found}, and this program knows {known}", .path.display())]
    Newer {
        /// The database.
        path: PathBuf,
        /// Its version.
        found: u32,
        /// The newest version that this program knows.
        known: u32,
    },
    /// It is a database of some other program.
    #[error("{} is not a database of tilldoc", .0.display())]
    Foreign(PathBuf),
    /// The database is damaged.
    #[error("{} is damaged", .0.display())]
    Damaged(PathBuf),
    /// The database was moved or deleted while it was open.
    #[error("{} is gone", .0.display())]
    Gone(PathBuf),
    /// Anything else.
    #[error("{}: {}", .0.display(), .1)]
    Other(PathBuf, String),
    /// A defect of tilldoc itself.
    #[error("a defect in tilldoc")]
    Defect,
}

impl StoreError {
    /// What is wrong, in one line.
    pub fn message(&self, texts: &Texts) -> String {
        let shown = |path: &Path| redact(&visible(&path.display().to_string())).text;
        match self {
            Self::NoHome => tr!(texts, "store-no-home"),
            Self::NotFolder(path) => tr!(texts, "store-not-folder", path = shown(path)),
            Self::OpenToAll(path) => tr!(texts, "store-open-to-all", path = shown(path)),
            Self::NotWritable(path, why) => {
                tr!(texts, "store-not-writable", path = shown(path), why = why.to_string())
            }
            Self::ReadOnly(path) => tr!(texts, "store-read-only", path = shown(path)),
            Self::Full(path) => tr!(texts, "store-full", path = shown(path)),
            Self::Locked(path) => tr!(texts, "store-locked", path = shown(path)),
            Self::Slow(path) => tr!(texts, "store-slow", path = shown(path)),
            Self::Newer { path, .. } => tr!(texts, "store-newer", path = shown(path)),
            Self::Foreign(path) => tr!(texts, "store-foreign", path = shown(path)),
            Self::Damaged(path) => tr!(texts, "store-damaged", path = shown(path)),
            Self::Gone(path) => tr!(texts, "store-gone", path = shown(path)),
            Self::Other(path, why) => {
                tr!(texts, "store-other", path = shown(path), why = why.as_str())
            }
            Self::Defect => tr!(texts, "store-defect"),
        }
    }

    /// What to do about it, in one line.
    pub fn help(&self, texts: &Texts) -> String {
        match self {
            Self::NoHome => tr!(texts, "store-no-home-help"),
            Self::NotFolder(_) => tr!(texts, "store-not-folder-help"),
            Self::OpenToAll(_) => tr!(texts, "store-open-to-all-help"),
            Self::NotWritable(..) => tr!(texts, "store-not-writable-help"),
            Self::ReadOnly(_) => tr!(texts, "store-read-only-help"),
            Self::Full(_) => tr!(texts, "store-full-help"),
            Self::Locked(_) => tr!(texts, "store-locked-help"),
            Self::Slow(_) => tr!(texts, "store-slow-help"),
            Self::Newer { .. } => tr!(texts, "store-newer-help"),
            Self::Foreign(_) => tr!(texts, "store-foreign-help"),
            Self::Damaged(_) => tr!(texts, "store-damaged-help"),
            Self::Gone(_) => tr!(texts, "store-gone-help"),
            Self::Other(..) => tr!(texts, "store-other-help"),
            Self::Defect => tr!(texts, "store-defect-help"),
        }
    }

    /// What is wrong, in a few words: for a place that has little room.
    pub fn brief(&self, texts: &Texts) -> String {
        match self {
            Self::NoHome => tr!(texts, "store-no-home-brief"),
            Self::NotFolder(_) => tr!(texts, "store-not-folder-brief"),
            Self::OpenToAll(_) => tr!(texts, "store-open-to-all-brief"),
            Self::NotWritable(..) => tr!(texts, "store-not-writable-brief"),
            Self::ReadOnly(_) => tr!(texts, "store-read-only-brief"),
            Self::Full(_) => tr!(texts, "store-full-brief"),
            Self::Locked(_) => tr!(texts, "store-locked-brief"),
            Self::Slow(_) => tr!(texts, "store-slow-brief"),
            Self::Newer { .. } => tr!(texts, "store-newer-brief"),
            Self::Foreign(_) => tr!(texts, "store-foreign-brief"),
            Self::Damaged(_) => tr!(texts, "store-damaged-brief"),
            Self::Gone(_) => tr!(texts, "store-gone-brief"),
            Self::Other(..) => tr!(texts, "store-other-brief"),
            Self::Defect => tr!(texts, "store-defect-brief"),
        }
    }

    /// Whether another try may well succeed without anybody's doing.
    pub fn passes(&self) -> bool {
        matches!(self, Self::Locked(_) | Self::Slow(_) | Self::Gone(_))
    }

    /// What went wrong with a file or folder.
    pub(super) fn of_io(path: &Path, error: io::Error) -> Self {
        let path = path.to_owned();
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full(path),
            ErrorKind::NotADirectory | ErrorKind::AlreadyExists => Self::NotFolder(path),
            _ => Self::NotWritable(path, error),
        }
    }

    /// What went wrong in the database.
    pub(super) fn of_sql(path: &Path, error: &rusqlite::Error) -> Self {
        let path = path.to_owned();
        let Some(code) = error.sqlite_error() else {
            return Self::Other(path, error.to_string());
        };
        match code.code {
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Locked(path),
            ErrorCode::ReadOnly if code.extended_code == ffi::SQLITE_READONLY_DBMOVED => {
                Self::Gone(path)
            }
            ErrorCode::ReadOnly | ErrorCode::PermissionDenied => Self::ReadOnly(path),
            ErrorCode::DiskFull => Self::Full(path),
            // The file beside the database that programs share could not grow.
            ErrorCode::SystemIoFailure if code.extended_code == ffi::SQLITE_IOERR_SHMSIZE => {
                Self::Full(path)
            }
            ErrorCode::CannotOpen => {
                Self::NotWritable(path, io::Error::other("SQLite can't open it"))
            }
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Self::Damaged(path),
            _ => Self::Other(path, error.to_string()),
        }
    }
}
