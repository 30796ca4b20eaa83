//! A guide that is played while it is written.

use crate::{
    cli::Options,
    clock::Clock,
    config_dir::ConfigDir,
    guide_dir,
    guide_watch::{GuideWatch, Reread},
    run::{Exit, ascii, color, complain, is_terminal},
    save,
    shelf::Shelf,
    texts::Texts,
    tr,
    tui::{self, Input, ShopStart, Theme, Waker},
};
use jiff::tz::TimeZone;
use std::{
    path::{Path, PathBuf},
    sync::Arc,
    thread,
};

/// Shows the wizard of a guide beside its findings, and takes in each save.
pub(super) fn watch(dir: Option<PathBuf>, options: &Options, texts: &Texts) -> Exit {
    if !is_terminal() {
        complain(&tr!(texts, "watch-no-terminal"));
        return Exit::Environment;
    }
    let dir = dir.or_else(|| options.guide.clone()).unwrap_or_else(|| PathBuf::from("."));
    let (watch, read) = match begin(&dir, texts) {
        Ok(begun) => begun,
        Err(exit) => return exit,
    };
    let clock = Clock::from_environment();
    let now = clock.now();
    let start = tui::Start {
        texts: Texts::new(texts.wanted()),
        theme: Theme { color: color(options), ascii: ascii(options) },
        guide: read.guide.clone(),
        loader: Box::new(Arc::default),
        mouse: !options.no_mouse,
        zone: TimeZone::system(),
        shop: ShopStart { now, ..ShopStart::default() },
        first: tui::First::Home,
        tree: false,
        watch: Some(Arc::clone(&read)),
    };
    // What an author plays is none of the shop's sessions: nothing is kept, and none is looked for.
    let screen = tui::Screen {
        clock,
        config: ConfigDir::new(options.config.as_deref().map(save::folder).as_deref()),
        shelf: Shelf::new(None, TimeZone::system()),
        first_frame: Box::new(move |waker: Waker| {
            // It ends with the program.
            thread::spawn(move || watch.run(read, |read| waker.wake(Input::Guide(read))));
            None
        }),
    };
    match tui::run_on_terminal(start, screen) {
        Ok(()) => Exit::Fine,
        Err(error) => {
            complain(&tr!(texts, "error-terminal", why = error.to_string()));
            Exit::Environment
        }
    }
}

/// Begins to watch a folder, and reads it. Errors of the guide are shown on the screen; here ends
/// only what is no guide at all.
fn begin(dir: &Path, texts: &Texts) -> Result<(GuideWatch, Arc<Reread>), Exit> {
    guide_dir::load_all(dir).map_err(|error| {
        complain(&error.message(texts));
        complain(&error.help(texts));
        Exit::Environment
    })?;
    // First the watch: what is saved from now on is noticed.
    let watch = GuideWatch::new(dir).map_err(|error| {
        complain(&tr!(texts, "watch-impossible", why = error.to_string()));
        Exit::Environment
    })?;
    Ok((watch, Arc::new(Reread::read(dir))))
}
