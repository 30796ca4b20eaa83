//! A guide as a tree.

use super::{show, with_guide, write};
use crate::{
    cli::{File, Options},
    guide::outline,
    run::{Exit, guide, is_terminal},
    texts::Texts,
    tui,
};
use std::path::PathBuf;

/// Shows a guide as a tree on the full screen, or prints it.
pub(super) fn tree(dir: Option<PathBuf>, text: bool, options: &Options, texts: &Texts) -> Exit {
    let guide = match guide(&with_guide(options, dir), texts) {
        Ok(guide) => guide,
        Err(exit) => return exit,
    };
    if text || !is_terminal() {
        return write(&outline(&guide, texts), &File { output: None, force: false }, texts);
    }
    show(Some(guide), |start| tui::Start { tree: true, ..start }, |_| {}, options, texts)
}
