//! A guide played at random.

use super::with_guide;
use crate::{
    cli::{Options, Walk},
    guide::{Severity, builtin_sources, read},
    guide_dir,
    run::{Exit, complain},
    session::walk::{self, walk as play},
    texts::Texts,
    tr,
};
use std::{
    io::{self, Write},
    sync::Arc,
};

/// Plays a guide, with whatever is wrong with it: what `guide check` reports is not reported again.
pub(super) fn walk(own: Walk, options: &Options, texts: &Texts) -> Exit {
    let files = match &with_guide(options, own.dir).guide {
        None => builtin_sources(),
        Some(dir) => match guide_dir::load(dir) {
            Ok(files) => files,
            Err(error) => {
                complain(&error.message(texts));
                complain(&error.help(texts));
                return Exit::Environment;
            }
        },
    };
    let reading = read(&files);
    let errors =
        reading.findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    if errors > 0 {
        complain(&tr!(texts, "walk-errors", count = errors));
    }
    let guide = Arc::new(reading.guide);
    let walk = play(&guide, own.seed, own.steps);
    let text = if own.json { walk::json(&walk) } else { walk::text(&walk, &guide, texts) };
    match io::stdout().write_all(text.as_bytes()) {
        // Whoever reads the output may close it early: that is no failure.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Exit::Environment,
        _ if walk.is_fine() && errors == 0 => Exit::Fine,
        _ => Exit::Findings,
    }
}
