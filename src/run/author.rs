//! The arms of `tilldoc guide ...`.

use super::{
    Exit, color, complain,
    order::{Asked, order},
};
use crate::{
    cli::{GuideCommand, Options, When},
    guide_dir,
    texts::Texts,
};
use std::{
    io::{self, IsTerminal, Write},
    path::Path,
};

pub(super) fn run(command: GuideCommand, options: &Options, texts: &Texts) -> Exit {
    match command {
        GuideCommand::Check { dir } => {
            let dir = dir.or_else(|| options.guide.clone());
            check(dir.as_deref(), options, texts)
        }
        GuideCommand::Order { dir, symptom, from_history, json } => {
            let dir = dir.or_else(|| options.guide.clone());
            let options = Options { guide: dir, ..options.clone() };
            order(&Asked { symptom, from_history, json }, &options, texts)
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
