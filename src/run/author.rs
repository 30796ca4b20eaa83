//! The arms of `tilldoc guide ...`.

mod check;
mod fmt;
mod graph;
mod impact;
mod new;
mod order;
mod schema;
mod tree;
mod walk;
mod watch;

use super::{Exit, complain};
use crate::{
    clean,
    cli::{File, GuideCommand, Options},
    save,
    texts::Texts,
    tr,
};
use std::{
    io::{self, Write},
    path::PathBuf,
};

pub(super) fn run(command: GuideCommand, options: &Options, texts: &Texts) -> Exit {
    match command {
        GuideCommand::Check { dir, format, deny } => {
            let dir = dir.or_else(|| options.guide.clone());
            check::check(dir.as_deref(), (format, deny), options, texts)
        }
        GuideCommand::Order(own) => order::order(own, options, texts),
        GuideCommand::Explain { rule } => check::explain(rule.as_deref(), texts),
        GuideCommand::Schema { dir, output } => schema::schema(dir, &output, options, texts),
        GuideCommand::New { dir } => new::new(&dir, texts),
        GuideCommand::Fmt(own) => fmt::fmt(own, options, texts),
        GuideCommand::Impact(own) => impact::impact(&own, texts),
        GuideCommand::Walk(own) => walk::walk(own, options, texts),
        GuideCommand::Graph(own) => graph::graph(own, options, texts),
        GuideCommand::Watch { dir } => watch::watch(dir, options, texts),
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
