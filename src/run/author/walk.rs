//! A guide played at random.

use super::with_guide;
use crate::{
    cli::{Options, Walk},
    guide::{Tally, read},
    run::{Exit, complain, guide_files, print::print},
    session::walk::{self, walk as play},
    texts::Texts,
    tr,
};
use std::sync::Arc;

/// Plays a guide, with whatever is wrong with it: what `guide check` reports is not reported again.
pub(super) fn walk(own: Walk, options: &Options, texts: &Texts) -> Exit {
    let files = match guide_files(&with_guide(options, own.dir), texts) {
        Ok(files) => files,
        Err(exit) => return exit,
    };
    let reading = read(&files);
    let errors = Tally::of(&reading.findings).errors;
    if errors > 0 {
        complain(&tr!(texts, "walk-errors", count = errors));
    }
    let guide = Arc::new(reading.guide);
    let walk = play(&guide, own.seed, own.steps);
    let text = if own.json { walk::json(&walk) } else { walk::text(&walk, &guide, texts) };
    match print(&text) {
        Exit::Fine if !walk.is_fine() || errors > 0 => Exit::Findings,
        exit => exit,
    }
}
