//! A guide as a tree.

use super::{with_guide, write};
use crate::{
    cli::{File, Options},
    clock::Clock,
    config_dir::ConfigDir,
    guide::outline,
    run::{Exit, ascii, color, complain, guide, is_terminal},
    save,
    shelf::Shelf,
    texts::Texts,
    tr,
    tui::{self, ShopStart, Theme},
};
use jiff::tz::TimeZone;
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
    let clock = Clock::from_environment();
    let now = clock.now();
    let start = tui::Start {
        texts: Texts::new(texts.wanted()),
        theme: Theme { color: color(options), ascii: ascii(options) },
        guide: Some(guide.clone()),
        loader: Box::new(move || guide),
        mouse: !options.no_mouse,
        zone: TimeZone::system(),
        shop: ShopStart { now, ..ShopStart::default() },
        first: tui::First::Home,
        tree: true,
        watch: None,
    };
    // What an author plays is none of the shop's sessions: nothing is kept, and none is looked for.
    let screen = tui::Screen {
        clock,
        config: ConfigDir::new(options.config.as_deref().map(save::folder).as_deref()),
        shelf: Shelf::new(None, TimeZone::system()),
        first_frame: Box::new(|_| None),
    };
    match tui::run_on_terminal(start, screen) {
        Ok(()) => Exit::Fine,
        Err(error) => {
            complain(&tr!(texts, "error-terminal", why = error.to_string()));
            Exit::Environment
        }
    }
}
