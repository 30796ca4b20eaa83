//! Where sessions are kept on disk.

use super::StoreError;
use crate::save::make_own_folder;
use directories::ProjectDirs;
use std::{
    ffi::OsString,
    fs::{self, File, OpenOptions},
    io::{self, ErrorKind},
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

/// The folder with the database. A folder of the person's own: made with mode 0700, and every file
/// in it with 0600.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    folder: PathBuf,
    /// The database's name in it.
    name: OsString,
}

/// The database's name, unless it was named.
const NAME: &str = "tilldoc.db";

impl Place {
    /// The given folder, or the platform's folder for data that stays on one machine.
    pub fn new(given: Option<&Path>) -> Result<Self, StoreError> {
        // An empty variable of the environment is as good as none.
        let Some(given) = given.filter(|given| !given.as_os_str().is_empty()) else {
            let dirs = ProjectDirs::from("", "", "tilldoc").ok_or(StoreError::NoHome)?;
            return Ok(Self { folder: dirs.data_local_dir().to_owned(), name: NAME.into() });
        };
        let folder = std::path::absolute(given);
        let folder = folder.map_err(|error| StoreError::of_io(given, error))?;
        Ok(Self { folder, name: NAME.into() })
    }

    /// A database by its own path, to be read: a copy may have any name.
    pub fn of_database(path: &Path) -> Result<Self, StoreError> {
        let full = std::path::absolute(path).map_err(|error| StoreError::of_io(path, error))?;
        match (full.parent(), full.file_name()) {
            (Some(folder), Some(name)) => Ok(Self { folder: folder.to_owned(), name: name.into() }),
            _ => Err(StoreError::of_io(path, ErrorKind::InvalidInput.into())),
        }
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The database in it.
    pub fn database(&self) -> PathBuf {
        self.folder.join(&self.name)
    }

    /// The damaged databases that were set aside here, the oldest first.
    pub fn set_aside(&self) -> Vec<PathBuf> {
        let names = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let aside = |path: &PathBuf| {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            name.starts_with("tilldoc.db.corrupt-") && !name.ends_with("-wal")
        };
        let mut found: Vec<_> = names.map(|entry| entry.path()).filter(aside).collect();
        found.sort();
        found
    }

    /// Makes the folder where it is missing. One that is there keeps its mode: it may be shared
    /// with other things; but it is refused where anybody may write into it.
    pub(super) fn prepare(&self) -> Result<(), StoreError> {
        let failed = |error| StoreError::of_io(&self.folder, error);
        match fs::metadata(&self.folder) {
            Ok(about) if about.is_dir() => return self.closed_to_strangers(&about),
            Ok(_) => return Err(StoreError::NotFolder(self.folder.clone())),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(failed(error)),
        }
        make_own_folder(&self.folder).map_err(failed)
    }

    /// Refuses a folder in which anybody could put another database, or a link, in the place of the
    /// shop's. That also holds where nobody may delete what is others' (as in `/tmp`): what is not
    /// there yet can be put there first. Windows has no such mode; who may write is inherited there.
    fn closed_to_strangers(&self, about: &fs::Metadata) -> Result<(), StoreError> {
        #[cfg(unix)]
        if std::os::unix::fs::MetadataExt::mode(about) & 0o002 != 0 {
            return Err(StoreError::OpenToAll(self.folder.clone()));
        }
        let _ = about;
        Ok(())
    }

    /// Opens a file for writing, makes it where it is missing, and closes it to everybody else.
    pub(super) fn own_file(path: &Path) -> io::Result<File> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(path)?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = file.metadata()?.permissions().mode();
            if mode & 0o077 != 0 {
                // It may belong to somebody else; then it is theirs to close.
                let _ = file.set_permissions(fs::Permissions::from_mode(0o600));
            }
        }
        Ok(file)
    }

    /// Says that a program has the database open, which keeps others from setting it aside; or,
    /// alone, that this one is setting it aside. The lock ends with the file, however the program
    /// ends.
    pub(super) fn lock(&self, alone: bool, patience: Duration) -> Result<File, StoreError> {
        let path = self.folder.join("tilldoc.lock");
        let file = Self::own_file(&path).map_err(|error| StoreError::of_io(&self.folder, error))?;
        let begun = Instant::now();
        loop {
            let taken = if alone { file.try_lock() } else { file.try_lock_shared() };
            match taken {
                // A file system without locks: SQLite's own must do.
                Ok(()) | Err(fs::TryLockError::Error(_)) => return Ok(file),
                Err(fs::TryLockError::WouldBlock) if begun.elapsed() < patience => {
                    thread::sleep(Duration::from_millis(20));
                }
                Err(fs::TryLockError::WouldBlock) => {
                    return Err(StoreError::Locked(self.database()));
                }
            }
        }
    }
}
