//! A guide that is played while it is written.

use super::show;
use crate::{
    cli::Options,
    guide_dir,
    guide_watch::{GuideWatch, Reread},
    run::{Exit, complain, is_terminal, refuse},
    texts::Texts,
    tr,
    tui::{self, Input},
};
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
    let shown = Arc::clone(&read);
    show(
        read.guide.clone(),
        |start| tui::Start { watch: Some(shown), ..start },
        move |waker| {
            // It ends with the program.
            thread::spawn(move || watch.run(read, |read| waker.wake(Input::Guide(read))));
        },
        options,
        texts,
    )
}

/// Begins to watch a folder, and reads it. Errors of the guide are shown on the screen; here ends
/// only what is no guide at all.
fn begin(dir: &Path, texts: &Texts) -> Result<(GuideWatch, Arc<Reread>), Exit> {
    guide_dir::load_all(dir).map_err(|error| refuse(&error, texts))?;
    // First the watch: what is saved from now on is noticed.
    let watch = GuideWatch::new(dir).map_err(|error| {
        complain(&tr!(texts, "watch-impossible", why = error.to_string()));
        Exit::Environment
    })?;
    Ok((watch, Arc::new(Reread::read(dir))))
}
