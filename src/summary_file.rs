//! Reading a summary that was saved as a file.

use crate::{
    device_name::is_device, redact::redact, session::export::IMPORT_LIMIT, texts::Texts, tr,
};
use std::{
    fs::File,
    io::{self, ErrorKind, Read},
    path::{Path, PathBuf},
};

/// Why a file can't be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// There is nothing with this name.
    #[error("there is no file {}", .0.display())]
    NotFound(PathBuf),
    /// It is not text in UTF-8.
    #[error("{} is no text", .0.display())]
    NotText(PathBuf),
    /// Anything else.
    #[error("{} can't be read: {}", .0.display(), .1)]
    Other(PathBuf, io::Error),
}

impl ReadError {
    /// What is wrong and what to do next.
    pub fn message(&self, texts: &Texts) -> String {
        let shown = |path: &Path| redact(&crate::guide::visible(&path.display().to_string())).text;
        match self {
            Self::NotFound(path) => tr!(texts, "import-no-file", path = shown(path)),
            Self::NotText(path) => tr!(texts, "import-not-text", path = shown(path)),
            Self::Other(path, why) => {
                tr!(texts, "import-unreadable", path = shown(path), why = why.to_string())
            }
        }
    }
}

/// The text of a file; of one that is too large for a summary no more than is needed to know that.
pub fn read(path: &Path) -> Result<String, ReadError> {
    let failed = |error: io::Error| match error.kind() {
        ErrorKind::NotFound => ReadError::NotFound(path.to_owned()),
        _ => ReadError::Other(path.to_owned(), error),
    };
    // Windows would wait for what is typed, or speak to a printer.
    if cfg!(windows) && path.file_name().is_some_and(|own| is_device(&own.to_string_lossy())) {
        return Err(failed(ErrorKind::InvalidInput.into()));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(failed)?;
    file.take(IMPORT_LIMIT as u64 + 1).read_to_end(&mut bytes).map_err(failed)?;
    // A character may have been cut in two there.
    if bytes.len() > IMPORT_LIMIT {
        return Ok(String::from_utf8_lossy(&bytes).into_owned());
    }
    String::from_utf8(bytes).map_err(|_| ReadError::NotText(path.to_owned()))
}
