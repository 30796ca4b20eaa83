//! The arms of `tilldoc guide ...`.

mod graph;
mod new;
mod order;
mod schema;
mod tree;
mod walk;

use super::{Exit, color, complain};
use crate::{
    clean,
    cli::{File, GuideCommand, Options, When},
    guide_dir, save,
    texts::Texts,
    tr,
};
use std::{
    io::{self, IsTerminal, Write},
    path::{Path, PathBuf},
};

pub(super) fn run(command: GuideCommand, options: &Options, texts: &Texts) -> Exit {
    match command {
        GuideCommand::Check { dir } => {
            let dir = dir.or_else(|| options.guide.clone());
            check(dir.as_deref(), options, texts)
        }
        GuideCommand::Order(own) => order::order(own, options, texts),
        GuideCommand::Schema { dir, output } => schema::schema(dir, &output, options, texts),
        GuideCommand::New { dir } => new::new(&dir, texts),
        GuideCommand::Walk(own) => walk::walk(own, options, texts),
        GuideCommand::Graph(own) => graph::graph(own, options, texts),
        GuideCommand::Tree { dir, text } => tree::tree(dir, text, options, texts),
    }
}

/// The options with the guide that a command was given.
fn with_guide(options: &Options, dir: Option<PathBuf>) -> Options {
    let mut options = options.clone();
    options.guide = dir.or(options.guide);
    options
}

/// Prints a text, or saves it where that was wanted.
fn write(text: &str, file: &File, texts: &Texts) -> Exit {
    let Some(name) = &file.output else {
        return match io::stdout().write_all(text.as_bytes()) {
            // Whoever reads the output may close it early: that is no failure.
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Exit::Environment,
            _ => Exit::Fine,
        };
    };
    match save::save(name, text, file.force) {
        Ok(path) => {
            complain(&tr!(texts, "notice-saved", path = save::shown(&path)));
            Exit::Fine
        }
        Err(error) => {
            complain(&clean::line(&error.message(texts), usize::MAX));
            Exit::Environment
        }
    }
}

fn check(dir: Option<&Path>, options: &Options, texts: &Texts) -> Exit {
    let color = io::stdout().is_terminal() && color(options) || options.color == Some(When::Always);
    match guide_dir::check(dir, texts, color) {
        Ok(report) => {
            let shown = io::stdout().write_all(report.text.as_bytes());
            match (shown, report.errors) {
                // Whoever reads the output may close it early: that is no failure.
                (Err(error), _) if error.kind() != io::ErrorKind::BrokenPipe => Exit::Environment,
                (_, 0) => Exit::Fine,
                _ => Exit::Findings,
            }
        }
        Err(error) => {
            complain(&error.message(texts));
            complain(&error.help(texts));
            Exit::Environment
        }
    }
}
