//! A guide's folder on disk: what `--guide` and `tilldoc guide check` read.

use crate::{
    guide::{
        self, ReportFormat, SourceFile, Tally, builtin_advice, builtin_drawings, builtin_scenarios,
        builtin_sources, tell,
    },
    limits::{ALL_FILES_MIB, FILE_MIB, FILES},
    redact::redact,
    texts::Texts,
    tr,
};
use std::{
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
};

/// Why a guide's folder can't be loaded.
#[derive(Debug)]
pub enum LoadError {
    /// There is nothing with this name.
    NotFound(PathBuf),
    /// It is a file or something else.
    NotFolder(PathBuf),
    /// The system refuses to read a file or the folder.
    Unreadable(PathBuf, io::Error),
    /// A file is not text in UTF-8.
    NotUtf8 {
        /// The file.
        path: PathBuf,
        /// The first line that is not, counted from 1.
        line: usize,
    },
    /// The folder is no guide.
    NoGuideFile(PathBuf),
    /// A file is larger than any guide.
    TooBig(PathBuf),
    /// All files together are larger than any guide.
    TooBigInAll(PathBuf),
    /// The folder has more files than any guide.
    TooMany(PathBuf),
}

impl LoadError {
    /// What is wrong, in one line.
    pub fn message(&self, texts: &Texts) -> String {
        let shown = |path: &Path| redact(&crate::guide::visible(&path.display().to_string())).text;
        match self {
            Self::NotFound(path) => tr!(texts, "load-not-found", path = shown(path)),
            Self::NotFolder(path) => tr!(texts, "load-not-folder", path = shown(path)),
            Self::Unreadable(path, error) => {
                tr!(texts, "load-unreadable", path = shown(path), reason = error.to_string())
            }
            Self::NotUtf8 { path, line } => {
                tr!(texts, "load-not-utf8", path = shown(path), line = (*line))
            }
            Self::NoGuideFile(path) => tr!(texts, "load-no-guide-file", path = shown(path)),
            Self::TooBig(path) => {
                tr!(texts, "load-too-big", path = shown(path), most = FILE_MIB)
            }
            Self::TooBigInAll(path) => {
                tr!(texts, "load-too-big-in-all", path = shown(path), most = ALL_FILES_MIB)
            }
            Self::TooMany(path) => {
                tr!(texts, "load-too-many", path = shown(path), most = FILES)
            }
        }
    }

    /// What to do about it, in one line.
    pub fn help(&self, texts: &Texts) -> String {
        match self {
            Self::NotFound(_) => tr!(texts, "load-not-found-help"),
            Self::NotFolder(_) => tr!(texts, "load-not-folder-help"),
            Self::Unreadable(..) => tr!(texts, "load-unreadable-help"),
            Self::NotUtf8 { .. } => tr!(texts, "load-not-utf8-help"),
            Self::NoGuideFile(_) => tr!(texts, "load-no-guide-file-help"),
            Self::TooBig(_) => tr!(texts, "load-too-big-help"),
            Self::TooBigInAll(_) | Self::TooMany(_) => tr!(texts, "load-too-many-help"),
        }
    }
}

/// What checking a guide gave.
#[derive(Debug)]
pub struct CheckReport {
    /// All findings in the form that was asked for.
    pub text: String,
    /// What is wrong with single files, in words: in the text too, where that is for people.
    pub broken: Vec<String>,
    /// How many findings there are, each of the broken files being an error.
    pub tally: Tally,
}

/// Checks the guide in a folder, or the built-in one with its scenarios, with a close look.
pub fn check(
    dir: Option<&Path>,
    format: ReportFormat,
    texts: &Texts,
    color: bool,
) -> Result<CheckReport, LoadError> {
    let builtin = || {
        let mut files = builtin_sources();
        files.push(builtin_advice());
        files.extend(builtin_scenarios());
        Ok((files, Vec::new()))
    };
    let (files, broken) = dir.map_or_else(builtin, load_all)?;
    let findings = guide::check(&files).findings;
    let mut tally = Tally::of(&findings);
    tally.errors += broken.len();
    let words = |error: &LoadError| [&error.message(texts), "\n  ", &error.help(texts)].concat();
    let broken: Vec<String> = broken.iter().map(words).collect();
    let mut text = String::new();
    if format == ReportFormat::Human {
        text.extend(broken.iter().flat_map(|words| [words, "\n\n"]));
    }
    if broken.is_empty() || !findings.is_empty() || format != ReportFormat::Human {
        text += &tell(format, &files, &findings, texts, color);
    }
    Ok(CheckReport { text, broken, tally })
}

/// The files of the guide in a folder, in the order of their names: `guide.toml` and every other
/// `*.toml` directly in it. Hidden ones, which editors leave behind, are none of the guide's.
pub fn load(dir: &Path) -> Result<Vec<SourceFile>, LoadError> {
    match load_all(dir)? {
        (files, broken) if broken.is_empty() => Ok(files),
        (_, mut broken) => Err(broken.swap_remove(0)),
    }
}

/// The same, with what is wrong with single files beside them: a file that is not UTF-8 is read as
/// far as it goes, so that all findings of one run are told.
pub(crate) fn load_all(dir: &Path) -> Result<(Vec<SourceFile>, Vec<LoadError>), LoadError> {
    let paths = paths(dir)?;
    let mut files = Vec::with_capacity(paths.len());
    let mut broken = Vec::new();
    let mut left = ALL_FILES_MIB << 20;
    for path in &paths {
        let (file, error) = load_file(path)?;
        let too_big = || LoadError::TooBigInAll(dir.to_owned());
        left = left.checked_sub(file.text.len() as u64).ok_or_else(too_big)?;
        files.push(file);
        broken.extend(error);
    }
    // A guide that shows drawings and has none of its own gets those of the card terminal.
    let any = |words: &str| files.iter().any(|file| file.text.contains(words));
    if any("drawing =") && !any("[[drawing]]") {
        files.push(builtin_drawings());
    }
    Ok((files, broken))
}

/// The files of the guide in a folder, in the order of their names, by their paths.
pub(crate) fn paths(dir: &Path) -> Result<Vec<PathBuf>, LoadError> {
    let paths = toml_files(dir)?;
    if !paths.iter().any(|path| path.file_name().is_some_and(|name| name == "guide.toml")) {
        return Err(LoadError::NoGuideFile(dir.to_owned()));
    }
    Ok(paths)
}

/// Files that belong to a guide and are kept in a folder of their own, as path cases may be.
pub(crate) fn load_more(dir: &Path) -> Result<Vec<SourceFile>, LoadError> {
    let load = |path: PathBuf| match load_file(&path)? {
        (file, None) => Ok(file),
        (_, Some(error)) => Err(error),
    };
    toml_files(dir)?.into_iter().map(load).collect()
}

fn toml_files(dir: &Path) -> Result<Vec<PathBuf>, LoadError> {
    let unreadable = |error| LoadError::Unreadable(dir.to_owned(), error);
    match fs::metadata(dir) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(LoadError::NotFound(dir.to_owned()));
        }
        Err(error) => return Err(unreadable(error)),
        Ok(about) if !about.is_dir() => return Err(LoadError::NotFolder(dir.to_owned())),
        Ok(_) => {}
    }
    let mut paths = Vec::new();
    for entry in fs::read_dir(dir).map_err(unreadable)? {
        let name = PathBuf::from(entry.map_err(unreadable)?.file_name());
        let hidden = name.to_string_lossy().starts_with('.');
        let path = dir.join(&name);
        if !hidden && name.extension().is_some_and(|ending| ending == "toml") && !path.is_dir() {
            paths.push(path);
        }
        if paths.len() > FILES {
            return Err(LoadError::TooMany(dir.to_owned()));
        }
    }
    paths.sort();
    Ok(paths)
}

pub(crate) fn load_file(path: &Path) -> Result<(SourceFile, Option<LoadError>), LoadError> {
    let bytes = load_bytes(path)?;
    let name = path.display().to_string();
    let error = match String::from_utf8(bytes) {
        Ok(text) => return Ok((SourceFile::new(name, text), None)),
        Err(error) => error,
    };
    let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
    let line = good.split(|byte| *byte == b'\n').count();
    let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
    Ok((SourceFile::new(name, text), Some(LoadError::NotUtf8 { path: path.to_owned(), line })))
}

/// The bytes of a file; of one that is too large nothing is read.
pub(crate) fn load_bytes(path: &Path) -> Result<Vec<u8>, LoadError> {
    let unreadable = |error| LoadError::Unreadable(path.to_owned(), error);
    let about = fs::metadata(path).map_err(unreadable)?;
    // Anything but a file, a pipe for example, could keep the reader waiting for ever.
    if !about.is_file() {
        return Err(unreadable(io::ErrorKind::InvalidInput.into()));
    }
    let most = FILE_MIB << 20;
    if about.len() > most {
        return Err(LoadError::TooBig(path.to_owned()));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(unreadable)?;
    // One byte more tells a file that grows meanwhile, or whose size the system does not know.
    file.take(most + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > most {
        return Err(LoadError::TooBig(path.to_owned()));
    }
    Ok(bytes)
}
