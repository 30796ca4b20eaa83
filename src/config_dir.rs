//! The shop's own files on disk: `profile.toml`, `config.toml` and `course.toml` in the configuration
//! folder.
//!
//! Nothing that is wrong with them keeps the wizard from running: it runs without, and says so.

use crate::{
    config::{self, Config},
    guide::{Finding, SourceFile},
    guide_dir::{self, LoadError},
    profile::{self, Profile},
    save::{self, SaveError},
    texts::Texts,
    tr,
    training::Course,
    tui::ProfileSaved,
};
use directories::ProjectDirs;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The configuration folder, which need not be there yet; none on a system without home folders.
#[derive(Clone, Debug)]
pub struct ConfigDir(Option<PathBuf>);

/// One of the shop's own files: what it says, and what is wrong with it.
#[derive(Debug)]
pub struct Loaded<T> {
    /// What it says, as far as that is right.
    pub value: T,
    file: SourceFile,
    findings: Vec<Finding>,
    error: Option<LoadError>,
}

impl ConfigDir {
    /// The folder that was given, or the usual one of this system.
    pub fn new(given: Option<&Path>) -> Self {
        let usual = || {
            let all = ProjectDirs::from("", "", "tilldoc");
            all.map(|dirs| dirs.config_dir().to_owned())
        };
        Self(given.map(Path::to_owned).or_else(usual))
    }

    /// The file with the shop's profile.
    pub fn profile_path(&self) -> Option<PathBuf> {
        self.path("profile.toml")
    }

    fn path(&self, name: &str) -> Option<PathBuf> {
        self.0.as_deref().map(|dir| dir.join(name))
    }

    /// A path that the configuration names: a relative one begins in its own folder.
    pub fn resolve(&self, named: &str) -> PathBuf {
        let named = save::at_home(named);
        self.0.as_deref().map_or_else(|| named.clone(), |dir| dir.join(&named))
    }

    /// Reads the configuration.
    pub fn config(&self) -> Loaded<Config> {
        load(self.path("config.toml"), config::read)
    }

    /// Reads the shop's profile.
    pub fn profile(&self) -> Loaded<Profile> {
        load(self.profile_path(), profile::read)
    }

    /// Reads a course: the one that was given, else the shop's own, where it has one.
    pub fn course(&self, given: Option<&Path>) -> Option<Loaded<Course>> {
        if let Some(given) = given {
            // One that is not there is an error: somebody wants it.
            return Some(load_file(&save::folder(given), Course::read));
        }
        let own =
            self.path("course.toml").filter(|path| !matches!(path.try_exists(), Ok(false)))?;
        Some(load_file(&own, Course::read))
    }

    /// Writes the shop's profile; the comments of the file so far stay. One that has mistakes is
    /// kept under another name: what is wrong in it is not in the profile and would be lost.
    pub fn save_profile(&self, profile: &Profile) -> Result<ProfileSaved, SaveError> {
        let path = self.profile_path().ok_or(SaveError::NoConfigFolder)?;
        if let Some(folder) = path.parent() {
            save::make_own_folder(folder).map_err(|error| SaveError::from_io(folder, error))?;
        }
        // Who keeps the file elsewhere and links to it means that file.
        let path = fs::canonicalize(&path).unwrap_or(path);
        // Nobody edits a file that is too large for a profile: it is kept as one with mistakes is.
        let old = path.exists().then(|| {
            let text = guide_dir::load_bytes(&path).ok().map(String::from_utf8);
            text.and_then(Result::ok)
        });
        let known = match &old {
            None => profile::write(profile, ""),
            Some(Some(old)) => profile::write(profile, old),
            Some(None) => None,
        };
        let wrong = |old: &str| !profile::read(old).1.is_empty();
        let mut set_aside = None;
        if known.is_none() || old.flatten().is_some_and(|old| wrong(&old)) {
            let aside = free_name(&path);
            fs::copy(&path, &aside).map_err(|error| SaveError::from_io(&aside, error))?;
            set_aside = Some(aside);
        }
        let text = known.or_else(|| profile::write(profile, "")).unwrap_or_default();
        let path = save::write(&path, &text, true)?;
        Ok(ProfileSaved { path, set_aside })
    }
}

/// A name beside this one that nothing has yet.
fn free_name(path: &Path) -> PathBuf {
    let name = |count: u16| path.with_extension(format!("toml.old{count}"));
    (1..=u16::MAX).map(name).find(|name| !name.exists()).unwrap_or_else(|| name(0))
}

fn load<T: Default>(
    path: Option<PathBuf>,
    read: impl FnOnce(&str) -> (T, Vec<Finding>),
) -> Loaded<T> {
    let Some(path) = path else { return Loaded::nothing(String::new(), None) };
    if matches!(path.try_exists(), Ok(false)) {
        return Loaded::nothing(path.display().to_string(), None);
    }
    load_file(&path, read)
}

/// Reads a file that should be there.
fn load_file<T: Default>(path: &Path, read: impl FnOnce(&str) -> (T, Vec<Finding>)) -> Loaded<T> {
    match guide_dir::load_file(path) {
        Ok((file, error)) => {
            let (value, findings) = read(&file.text);
            Loaded { value, file, findings, error }
        }
        Err(error) => Loaded::nothing(path.display().to_string(), Some(error)),
    }
}

impl<T: Default> Loaded<T> {
    /// A file that says nothing.
    fn nothing(name: String, error: Option<LoadError>) -> Self {
        let file = SourceFile::new(name, String::new());
        Self { value: T::default(), file, findings: Vec::new(), error }
    }
}

impl<T> Loaded<T> {
    /// Whether the file could not be read at all.
    pub fn is_unread(&self) -> bool {
        self.error.is_some() && self.file.text.is_empty()
    }

    /// Adds what shows only beside a guide.
    pub fn look_closer(&mut self, look: impl FnOnce(&T) -> Vec<Finding>) {
        self.findings.extend(look(&self.value));
        self.findings.sort_by_key(|finding| finding.place);
    }

    /// Whether something is wrong with it.
    pub fn is_wrong(&self) -> bool {
        self.error.is_some() || !self.findings.is_empty()
    }

    /// Everything that is wrong, each with its line and how to mend it; empty where nothing is.
    pub fn report(&self, texts: &Texts, color: bool) -> String {
        let mut out = String::new();
        if let Some(error) = &self.error {
            out += &[&error.message(texts), "\n  ", &error.help(texts), "\n"].concat();
        }
        if !self.findings.is_empty() {
            out += &profile::report(&self.file, &self.findings, texts, color);
        }
        out
    }

    /// What is wrong, in one line that fits on a screen; nothing where nothing is.
    pub fn trouble(&self, texts: &Texts) -> Option<String> {
        let path = crate::guide::visible(&self.file.name).into_owned();
        if let Some(error) = &self.error {
            return Some(tr!(texts, "own-file-unread", why = error.message(texts)));
        }
        let first = self.findings.first()?;
        let before = self.file.text.get(..first.place.start as usize).unwrap_or_default();
        let line = before.split('\n').count();
        let count = self.findings.len();
        let why = first.message(texts);
        Some(tr!(texts, "own-file-wrong", path = path, count = count, line = line, why = why))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::Draft;

    fn profile(shop: &str) -> Profile {
        let draft = Draft { shop: shop.to_owned(), ..Draft::default() };
        draft.profile().expect("a name is enough")
    }

    #[test]
    fn a_profile_is_written_where_it_is_read() {
        let folder = tempfile::tempdir().expect("a folder");
        // Neither the folder nor the file is there yet.
        let dir = ConfigDir::new(Some(&folder.path().join("a/b")));
        assert!(!dir.profile().is_wrong() && dir.profile().value.is_empty());
        let saved = dir.save_profile(&profile("幸福路店")).expect("it is saved");
        assert!(saved.set_aside.is_none());
        assert_eq!(dir.profile().value, profile("幸福路店"));
        assert!(!dir.profile().is_wrong());
    }

    #[test]
    fn a_file_with_mistakes_is_kept_under_another_name() {
        let folder = tempfile::tempdir().expect("a folder");
        let dir = ConfigDir::new(Some(folder.path()));
        let path = folder.path().join("profile.toml");
        for (old, name) in [
            (&b"shop = "[..], "profile.toml.old1"),
            (&b"\xff\xfe"[..], "profile.toml.old2"),
            (&b"merchant_number = \"12\"\n"[..], "profile.toml.old3"),
        ] {
            fs::write(&path, old).expect("written");
            assert!(dir.profile().is_wrong());
            let saved = dir.save_profile(&profile("店")).expect("it is saved");
            // Windows tells the same folder in a longer way.
            let aside = saved.set_aside.expect("it is set aside");
            assert_eq!(aside.file_name(), Some(name.as_ref()));
            assert_eq!(fs::read(folder.path().join(name)).expect("it is there"), old);
        }
        assert_eq!(dir.profile().value, profile("店"));
    }

    #[cfg(unix)]
    #[test]
    fn a_linked_file_stays_a_link() {
        let folder = tempfile::tempdir().expect("a folder");
        let (own, link) = (folder.path().join("own.toml"), folder.path().join("profile.toml"));
        fs::write(&own, "# mine\n").expect("written");
        std::os::unix::fs::symlink(&own, &link).expect("linked");
        ConfigDir::new(Some(folder.path())).save_profile(&profile("店")).expect("saved");
        assert!(link.symlink_metadata().expect("there").is_symlink());
        assert!(fs::read_to_string(&own).expect("there").starts_with("# mine\n"));
    }

    #[test]
    fn trouble_names_the_file_the_line_and_what_is_wrong() {
        let folder = tempfile::tempdir().expect("a folder");
        let text = "shop = \"店\"\nmerchant_number = \"12\"\n";
        fs::write(folder.path().join("profile.toml"), text).expect("written");
        let loaded = ConfigDir::new(Some(folder.path())).profile();
        assert_eq!(loaded.value.shop, "店", "what is right is used");
        let trouble = loaded.trouble(&Texts::new("en")).expect("there is something wrong");
        for part in ["profile.toml", "line 2", "15 digits"] {
            assert!(trouble.contains(part), "{part}: {trouble}");
        }
    }
}
