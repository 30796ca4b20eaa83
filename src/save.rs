//! Writing a summary to disk: whole or not at all, and never over another file unasked.

mod error;

pub use error::SaveError;

use crate::{
    clean, device_name,
    redact::{CardData, redact, redact_name},
    session::export::Format,
};
use jiff::ZonedDateTime;
use std::{
    env,
    fs::{self, Permissions},
    io::{self, ErrorKind, Write},
    path::{Component, MAIN_SEPARATOR, Path, PathBuf},
    thread,
    time::Duration,
};
use tempfile::{NamedTempFile, PersistError};

/// A path as it may be shown: without card data, and in one line.
pub fn shown(path: &Path) -> String {
    redact(&clean::line(&path.display().to_string(), usize::MAX)).text
}

/// A path as it may be written to: without card data in the file's own name, and without what steers
/// a terminal that lists it. The folders are there already, by whatever name.
pub fn without_card_data(path: &str) -> (String, Vec<CardData>) {
    let at = path.rfind(['/', MAIN_SEPARATOR]).map_or(0, |at| at + 1);
    let name = redact_name(&clean::line(&path[at..], usize::MAX));
    ([&path[..at], &name.text].concat(), name.kinds)
}

/// A folder that is used, and made where it is not there: what is to be made gets no card data for a
/// name, and nothing that steers a terminal.
pub fn folder(path: &Path) -> PathBuf {
    let mut folder = PathBuf::new();
    for part in path {
        let own = folder.join(part);
        folder = if own.exists() { own } else { folder.join(new_name(&part.to_string_lossy())) };
    }
    folder
}

/// Makes a folder, with those above it, that nobody else may look into.
pub(crate) fn make_own_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

fn new_name(name: &str) -> String {
    let name = redact_name(&clean::line(name, usize::MAX)).text;
    if name.is_empty() { "_".to_owned() } else { name }
}

/// Writes `text` to `path` and gives the path in full. A leading `~/` is the home folder. Card data
/// never gets into the file's name.
///
/// The text goes to a temporary file in the same folder first (readable by its owner only), is
/// synced, and takes the name in one step: a power cut leaves the old file or the new one.
pub fn save(path: &str, text: &str, overwrite: bool) -> Result<PathBuf, SaveError> {
    save_for(&Readers::Owner, path, text, overwrite)
}

/// The same for a path that was typed, or pasted, in the wizard: none that goes up by `..`, and none
/// that begins in the folder at hand and leaves it through a link. Who wants another folder names it
/// whole, and then sees where the file goes.
pub fn save_typed(path: &str, text: &str, overwrite: bool) -> Result<PathBuf, SaveError> {
    let upwards = path.split(['/', '\\']).any(|part| part.trim() == "..");
    let wanted = at_home(path.trim());
    let here = env::current_dir();
    if upwards || here.is_ok_and(|here| leaves(&here, &wanted)) {
        return Err(SaveError::Upwards(PathBuf::from(path.trim())));
    }
    save(path, text, overwrite)
}

/// Whether a path that begins in a folder leads out of it by links. One whose folder is not there leads
/// nowhere.
fn leaves(folder: &Path, path: &Path) -> bool {
    let begins_there =
        matches!(path.components().next(), Some(Component::Normal(_) | Component::CurDir));
    let real = |path: &Path| fs::canonicalize(path);
    let Some(parent) = path.parent().filter(|_| begins_there) else { return false };
    match (real(folder), real(&folder.join(parent))) {
        (Ok(folder), Ok(led)) => !led.starts_with(folder),
        _ => false,
    }
}

/// Writes what has nothing of a shop in it (a guide, its picture), in the same way: others may read it
/// as any other new file.
pub fn publish(path: &str, text: &str, overwrite: bool) -> Result<PathBuf, SaveError> {
    save_for(&Readers::Others, path, text, overwrite)
}

/// Who may read a file that is written.
enum Readers {
    /// Its owner alone.
    Owner,
    /// All whom the system's settings let read a new file.
    Others,
    /// Those who could read it before.
    AsBefore(Permissions),
}

impl Readers {
    /// An empty file that gets its name later.
    fn file(&self, folder: &Path) -> io::Result<NamedTempFile> {
        #[cfg(unix)]
        if let Self::Others = self {
            use std::os::unix::fs::PermissionsExt;
            let rights = Permissions::from_mode(0o666);
            return tempfile::Builder::new().permissions(rights).tempfile_in(folder);
        }
        let file = NamedTempFile::new_in(folder)?;
        if let Self::AsBefore(rights) = self {
            file.as_file().set_permissions(rights.clone())?;
        }
        Ok(file)
    }
}

fn save_for(
    readers: &Readers,
    path: &str,
    text: &str,
    overwrite: bool,
) -> Result<PathBuf, SaveError> {
    let (path, _) = without_card_data(path.trim());
    let wanted = at_home(&path);
    // As it was typed: on Windows a path that ends in a device means nothing else, once it is absolute.
    refuse_device(&wanted)?;
    let full = std::path::absolute(&wanted).map_err(|_| SaveError::NoFile(wanted.clone()))?;
    let Some(folder) = full.parent().filter(|_| full.file_name().is_some() && !full.is_dir())
    else {
        return Err(SaveError::NoFile(full));
    };
    if path.ends_with(['/', MAIN_SEPARATOR]) {
        return Err(SaveError::NoFile(full));
    }
    write_with(folder, &full, text, overwrite, readers)?;
    Ok(full)
}

/// Writes `text` to the file with this path, in the same way.
pub(crate) fn write(path: &Path, text: &str, overwrite: bool) -> Result<PathBuf, SaveError> {
    write_for(&Readers::Owner, path, text, overwrite)
}

/// Writes `text` to a new file with this path that others may read, in the same way.
pub(crate) fn publish_new(path: &Path, text: &str) -> Result<PathBuf, SaveError> {
    write_for(&Readers::Others, path, text, false)
}

fn write_for(
    readers: &Readers,
    path: &Path,
    text: &str,
    overwrite: bool,
) -> Result<PathBuf, SaveError> {
    refuse_device(path)?;
    let full = std::path::absolute(path).map_err(|_| SaveError::NoFile(path.to_owned()))?;
    let folder = full.parent().ok_or_else(|| SaveError::NoFile(full.clone()))?;
    write_with(folder, &full, text, overwrite, readers)?;
    Ok(full)
}

/// Refuses a name that means a device on Windows: `NUL`, `con.txt`, `COM1 .md`. Everywhere, because
/// summaries are handed on to Windows. A colon names a device or a hidden stream there.
fn refuse_device(path: &Path) -> Result<(), SaveError> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    if device_name::is_device(&name) {
        return Err(SaveError::Device(path.to_owned()));
    }
    if cfg!(windows) && name.contains(':') {
        return Err(SaveError::NoFile(path.to_owned()));
    }
    Ok(())
}

/// Writes `text` to a file that is there, in the same way: it keeps its rights, and a link stays one.
pub(crate) fn rewrite(path: &Path, text: &str) -> Result<(), SaveError> {
    let failed = |error| SaveError::from_io(path, error);
    let full = fs::canonicalize(path).map_err(failed)?;
    let rights = fs::metadata(&full).map_err(failed)?.permissions();
    let folder = full.parent().ok_or_else(|| SaveError::NoFile(full.clone()))?;
    write_with(folder, &full, text, true, &Readers::AsBefore(rights))
}

fn write_with(
    folder: &Path,
    full: &Path,
    text: &str,
    overwrite: bool,
    readers: &Readers,
) -> Result<(), SaveError> {
    if !folder.is_dir() {
        return Err(SaveError::NoFolder(folder.to_owned()));
    }
    match full.symlink_metadata() {
        // A device, a pipe or a link is no summary that could be replaced.
        Ok(about) if !about.is_file() => return Err(SaveError::NoFile(full.to_owned())),
        Ok(about) if about.permissions().readonly() => {
            return Err(SaveError::Denied(full.to_owned()));
        }
        Ok(_) if !overwrite => return Err(SaveError::Exists(full.to_owned())),
        _ => {}
    }
    let in_folder = |error| SaveError::from_io(folder, error);
    let mut file = readers.file(folder).map_err(in_folder)?;
    file.write_all(text.as_bytes()).map_err(in_folder)?;
    file.as_file().sync_all().map_err(in_folder)?;
    persist(file, full, overwrite).map_err(|error| SaveError::from_io(full, error))
}

/// How often and how long to wait for a virus scanner that holds the new file (Windows).
const RETRIES: u32 = 6;
const PAUSE: Duration = Duration::from_millis(40);

fn persist(mut file: NamedTempFile, path: &Path, overwrite: bool) -> io::Result<()> {
    for attempt in 0.. {
        let done = if overwrite { file.persist(path) } else { file.persist_noclobber(path) };
        let Err(PersistError { error, file: back }) = done else { return Ok(()) };
        let held = cfg!(windows) && error.kind() == ErrorKind::PermissionDenied;
        if !held || attempt == RETRIES {
            return Err(error);
        }
        file = back;
        thread::sleep(PAUSE * (attempt + 1));
    }
    Ok(())
}

pub(crate) fn at_home(path: &str) -> PathBuf {
    let home = || env::var_os("HOME").or_else(|| env::var_os("USERPROFILE"));
    match (path.strip_prefix("~/"), home()) {
        (Some(rest), Some(home)) => Path::new(&home).join(rest),
        _ => PathBuf::from(path),
    }
}

/// A name for the summary of a session that began at this time: `tilldoc-2026-11-23-0941.md`.
pub fn suggested_name(started: &ZonedDateTime, format: Format) -> String {
    format!("tilldoc-{}.{}", started.strftime("%Y-%m-%d-%H%M"), format.ending())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().expect("a folder")
    }

    fn name(folder: &tempfile::TempDir, name: &str) -> String {
        folder.path().join(name).to_str().expect("text").to_owned()
    }

    #[test]
    fn writes_whole_and_never_over_a_file_unasked() {
        let folder = folder();
        let path = name(&folder, "记录.txt");
        assert_eq!(save(&path, "one", false).expect("saved"), Path::new(&path));
        assert!(matches!(save(&path, "two", false), Err(SaveError::Exists(_))));
        assert_eq!(fs::read_to_string(&path).expect("there"), "one");
        save(&path, "two", true).expect("replaced");
        assert_eq!(fs::read_to_string(&path).expect("there"), "two");
        assert_eq!(
            fs::read_dir(folder.path()).expect("there").count(),
            1,
            "nothing is left behind"
        );
    }

    #[test]
    fn no_file_gets_card_data_for_a_name() {
        let folder = folder();
        let saved = save(&name(&folder, "4111 1111 1111 1111.txt"), "x", false).expect("saved");
        assert_eq!(saved.file_name().expect("a name"), "411111xxxxxx1111.txt");
        let again = save(&name(&folder, "4111-1111-1111-1111.txt"), "x", false);
        assert!(matches!(again, Err(SaveError::Exists(_))), "{again:?}");
        let (path, kinds) = without_card_data("a/PIN 1234.txt");
        assert_eq!((path.as_str(), kinds.as_slice()), ("a/PIN xxx.txt", &[CardData::Pin][..]));
        assert_eq!(shown(Path::new("/4111111111111111/a.txt")), "/411111******1111/a.txt");
        let new = super::folder(Path::new("/no-such/4111111111111111/data"));
        assert_eq!(new, Path::new("/no-such/411111xxxxxx1111/data"));
    }

    #[test]
    fn says_what_is_wrong_with_a_path() {
        let folder = folder();
        let inside = save(&name(&folder, "no/such/a.txt"), "", false);
        assert!(matches!(inside, Err(SaveError::NoFolder(_))), "{inside:?}");
        let dir = save(folder.path().to_str().expect("text"), "", true);
        assert!(matches!(dir, Err(SaveError::NoFile(_))), "{dir:?}");
        fs::write(name(&folder, "file"), "").expect("written");
        let below_file = save(&name(&folder, "file/a.txt"), "", false);
        assert!(matches!(below_file, Err(SaveError::NoFolder(_))), "{below_file:?}");
        for path in ["", "  ", "new/"] {
            let error = save(path, "", false).expect_err("no name");
            assert!(matches!(error, SaveError::NoFile(_)), "{path:?}: {error:?}");
        }
    }

    #[test]
    fn no_file_gets_the_name_of_a_windows_device() {
        let folder = folder();
        for device in ["NUL", "con.txt", "Com1.md"] {
            let refused = save(&name(&folder, device), "x", true);
            assert!(matches!(refused, Err(SaveError::Device(_))), "{device}: {refused:?}");
        }
        assert_eq!(fs::read_dir(folder.path()).expect("there").count(), 0);
    }

    #[test]
    fn what_is_typed_in_the_wizard_never_goes_up() {
        let folder = folder();
        fs::create_dir(folder.path().join("in")).expect("made");
        for path in ["in/../up.txt", "in/..\\up.txt", "..", "../up.txt", "in/ .. /up.txt"] {
            let refused = save_typed(&name(&folder, path), "x", true);
            assert!(matches!(refused, Err(SaveError::Upwards(_))), "{path}: {refused:?}");
        }
        assert_eq!(fs::read_dir(folder.path()).expect("there").count(), 1);
        save_typed(&name(&folder, "in/a..b.txt"), "x", false).expect("two dots in a name");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_or_a_device_is_never_replaced() {
        let folder = folder();
        let (file, link) = (name(&folder, "file"), name(&folder, "link"));
        fs::write(&file, "mine").expect("written");
        std::os::unix::fs::symlink(&file, &link).expect("linked");
        for path in [link.as_str(), "/dev/null"] {
            let refused = save(path, "x", true);
            assert!(matches!(refused, Err(SaveError::NoFile(_))), "{path}: {refused:?}");
        }
        assert_eq!(fs::read_to_string(&file).expect("there"), "mine");
    }

    #[cfg(unix)]
    #[test]
    fn a_summary_is_its_owners_alone() {
        use std::os::unix::fs::PermissionsExt;
        let folder = folder();
        let saved = save(&name(&folder, "a.txt"), "x", false).expect("saved");
        assert_eq!(fs::metadata(saved).expect("there").permissions().mode() & 0o777, 0o600);
    }
}
