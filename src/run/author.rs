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

use super::{Exit, ascii, color, print::publish, run_screen};
use crate::{
    cli::{File, GuideCommand, Options},
    clock::{self, Clock},
    config_dir::ConfigDir,
    drilling::Trainer,
    guide::Guide,
    save,
    shelf::Shelf,
    texts::Texts,
    tui::{self, ShopStart, Theme, Waker},
};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

pub(super) fn run(command: GuideCommand, options: &Options, texts: &Texts) -> Exit {
    let options = &here(options);
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

/// The options with the guide in the folder where the command is given, unless another one is named:
/// who works in a guide's folder means that guide, not the built-in one.
fn here(options: &Options) -> Options {
    let mut options = options.clone();
    options.guide =
        options.guide.or_else(|| Path::new("guide.toml").is_file().then(|| PathBuf::from(".")));
    options
}

/// The options with the guide that a command was given.
fn with_guide(options: &Options, dir: Option<PathBuf>) -> Options {
    let mut options = options.clone();
    options.guide = dir.or(options.guide);
    options
}

/// Prints a text, or saves it where that was wanted.
fn write(text: &str, file: &File, texts: &Texts) -> Exit {
    publish(text, file.output.as_deref(), file.force, texts)
}

/// Runs the full screen of an author with a guide, `with` what else it begins with. What is played is
/// none of the shop's sessions: nothing is kept, and none is looked for.
fn show(
    guide: Option<Arc<Guide>>,
    with: impl FnOnce(tui::Start) -> tui::Start,
    first_frame: impl FnOnce(Waker) + Send + 'static,
    options: &Options,
    texts: &Texts,
) -> Exit {
    let clock = Clock::from_environment();
    let given = guide.clone();
    let start = with(tui::Start {
        texts: Texts::new(texts.wanted()),
        theme: Theme { color: color(options), ascii: ascii(options) },
        guide,
        loader: Box::new(move || given.unwrap_or_default()),
        mouse: !options.no_mouse,
        zone: clock::zone(),
        shop: ShopStart { now: clock.now(), ..ShopStart::default() },
        trainer: Trainer::default(),
        first: tui::First::Home,
        tree: false,
        watch: None,
    });
    let screen = tui::Screen {
        clock,
        config: ConfigDir::new(options.config.as_deref().map(save::folder).as_deref()),
        shelf: Shelf::new(None, clock::zone()),
        first_frame: Box::new(|waker| {
            first_frame(waker);
            None
        }),
        before_keys: Box::new(|| ()),
    };
    run_screen(start, screen, texts.tag())
}
