//! The arms that run a drill.

use super::{Exit, complain, full_screen, guide, is_terminal, opened::Opened, train};
use crate::{
    attempts::KeptAttempts,
    cli::{DrillArgs, Options},
    clock::Clock,
    drilling::{Attempts, InMemory, Trainer},
    guide::{Guide, builtin_scenarios, builtin_sources, read},
    plain,
    store::Place,
    texts::Texts,
    tr,
    training::{Terms, TraineeName},
};
use jiff::tz::TimeZone;
use std::{
    io::{self, IsTerminal},
    sync::Arc,
};

/// What drills begin with: `guide` where one was given, else the built-in one, which is read with its
/// scenarios once somebody trains.
///
/// The attempts of a trainee who is named are kept in the database; those of nobody in particular are
/// practice, and last as long as the program runs.
pub(super) fn trainer(
    guide: Option<Arc<Guide>>,
    trainee: Option<&TraineeName>,
    options: &Options,
) -> Trainer {
    let place = trainee.and_then(|_| Place::new(options.data.as_deref()).ok());
    let attempts: Box<dyn Attempts> = match (trainee, place) {
        (Some(name), Some(place)) => {
            Box::new(KeptAttempts::new(place, TimeZone::system(), name.clone()))
        }
        _ => Box::<InMemory>::default(),
    };
    Trainer {
        guide: Box::new(move || guide.unwrap_or_else(builtin)),
        attempts,
        trainee: trainee.map(|name| name.as_str().to_owned()),
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
    let name = args.trainee.as_deref().map(|name| train::trainee_name(name, &texts)).transpose();
    let name = match name {
        Ok(name) => name,
        Err(exit) => return exit,
    };
    let start = plain::DrillStart {
        trainer: trainer(guide, name.as_ref(), options),
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
