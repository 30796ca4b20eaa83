//! A guide's files laid out.

use crate::{
    cli::{Fmt, Options},
    guide::{SourceFile, Unformatted, fmt as lay_out, read},
    guide_dir::{self, LoadError},
    run::{Exit, complain, refuse},
    save,
    texts::Texts,
    tr,
};
use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};

/// Lays out the files of a guide, each by itself: one that can't be is told, and the others go on.
pub(super) fn fmt(own: Fmt, options: &Options, texts: &Texts) -> Exit {
    let Some(dir) = own.dir.or_else(|| options.guide.clone()) else {
        complain(&tr!(texts, "fmt-no-folder"));
        return Exit::Usage;
    };
    let (files, mut exit) = match load(&dir, texts) {
        Ok(loaded) => loaded,
        Err(error) => return refuse(&error, texts),
    };
    let sources: Vec<SourceFile> = files.iter().map(|(_, file)| file.clone()).collect();
    let languages = read(&sources).guide.languages;
    for (path, file) in &files {
        match lay_out(&file.text, &languages) {
            Ok(text) if text == file.text => {}
            Ok(_) if own.check => {
                say(path);
                exit = worse(exit, Exit::Findings);
            }
            Ok(text) => match save::rewrite(path, &text) {
                Ok(()) => say(path),
                Err(error) => {
                    complain(&error.message(texts));
                    exit = Exit::Environment;
                }
            },
            Err(why) => {
                let path = save::shown(path);
                complain(&match why {
                    Unformatted::Syntax => tr!(texts, "fmt-syntax", path = path),
                    Unformatted::Meaning => tr!(texts, "fmt-meaning", path = path),
                });
                exit = worse(exit, Exit::Findings);
            }
        }
    }
    exit
}

/// The files that can be read. What is not text in UTF-8 is told, and left alone.
fn load(dir: &Path, texts: &Texts) -> Result<(Vec<(PathBuf, SourceFile)>, Exit), LoadError> {
    let mut files = Vec::new();
    let mut exit = Exit::Fine;
    for path in guide_dir::paths(dir)? {
        match guide_dir::load_file(&path)? {
            (file, None) => files.push((path, file)),
            (_, Some(error)) => {
                complain(&error.message(texts));
                exit = Exit::Findings;
            }
        }
    }
    Ok((files, exit))
}

/// Names a file. Whoever reads the output may close it early: the files count.
fn say(path: &Path) {
    let _ = writeln!(io::stdout(), "{}", save::shown(path));
}

/// A disk that refuses is told rather than findings.
fn worse(before: Exit, now: Exit) -> Exit {
    if before == Exit::Environment { before } else { now }
}
