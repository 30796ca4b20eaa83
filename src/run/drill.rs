//! The arms that run a drill.

use super::{Exit, complain, full_screen, guide, is_terminal, opened::Opened};
use crate::{
    cli::{DrillArgs, Options},
    clock::Clock,
    drilling::{InMemory, Trainer},
    guide::{Guide, builtin_scenarios, builtin_sources, read},
    plain,
    texts::Texts,
    tr,
    training::Terms,
};
use std::{
    io::{self, IsTerminal},
    sync::Arc,
};

/// What drills begin with: `guide` where one was given, else the built-in one, which is read with its
/// scenarios once somebody trains.
pub(super) fn trainer(guide: Option<Arc<Guide>>, trainee: Option<String>) -> Trainer {
    Trainer {
        guide: Box::new(move || guide.unwrap_or_else(builtin)),
        attempts: Box::<InMemory>::default(),
        trainee,
        mark: Terms::MARK,
    }
}

/// The built-in guide with its scenarios.
fn builtin() -> Arc<Guide> {
    let mut files = builtin_sources();
    files.extend(builtin_scenarios());
    Arc::new(read(&files).guide)
}

/// Runs a drill, on the full screen or in lines.
pub(super) fn drill(args: DrillArgs, options: &Options, texts: Texts, own: super::Own) -> Exit {
    if !args.plain {
        if !is_terminal() {
            complain(&tr!(texts, "drill-no-terminal"));
            return Exit::Environment;
        }
        return full_screen(options, texts, own, Opened::Training(args));
    }
    let guide = match options.guide.as_ref().map(|_| guide(options, &texts)).transpose() {
        Ok(guide) => guide,
        Err(exit) => return exit,
    };
    let start = plain::DrillStart {
        trainer: trainer(guide, args.trainee),
        texts: Texts::new(texts.wanted()),
        echo: !io::stdin().is_terminal(),
        scenario: args.scenario,
        mode: args.mode,
    };
    let clock = Clock::from_environment();
    match plain::run_drill(start, io::stdin().lock(), io::stdout().lock(), || clock.now()) {
        Ok(passed) if passed => Exit::Fine,
        Ok(_) => Exit::Findings,
        Err(error) => {
            complain(&tr!(texts, "error-terminal", why = error.to_string()));
            Exit::Environment
        }
    }
}
