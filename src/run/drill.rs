//! The arms that run a drill.

use super::{
    Exit, complain, full_screen, guide, is_dumb, is_terminal, opened::Opened, plain::PlainShell,
    train::trainee_name,
};
use crate::{
    attempts::Kept,
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
/// scenarios once somebody trains. Attempts are kept where a trainee is named.
pub(super) fn trainer(
    guide: Option<Arc<Guide>>,
    trainee: Option<TraineeName>,
    options: &Options,
) -> Trainer {
    let name = trainee.as_ref().map(ToString::to_string);
    let place = trainee.and_then(|name| Some((Place::new(options.data.as_deref()).ok()?, name)));
    let now = Clock::from_environment().now();
    let attempts: Box<dyn Attempts> = match place {
        Some((place, name)) => Box::new(Kept::new(place, TimeZone::system(), now, name)),
        None => Box::<InMemory>::default(),
    };
    Trainer {
        guide: Box::new(move || guide.unwrap_or_else(builtin)),
        attempts,
        trainee: name,
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
    let name = args.trainee.as_deref().map(|typed| trainee_name(typed, &texts)).transpose();
    let name = match name {
        Ok(name) => name,
        Err(exit) => return exit,
    };
    if !args.plain {
        if !is_terminal() {
            complain(&if is_dumb() {
                tr!(texts, "error-dumb-terminal-drill")
            } else {
                tr!(texts, "drill-no-terminal")
            });
            return Exit::Environment;
        }
        return full_screen(options, texts, own, Opened::Training(args, name));
    }
    let guide = match options.guide.as_ref().map(|_| guide(options, &texts)).transpose() {
        Ok(guide) => guide,
        Err(exit) => return exit,
    };
    let start = plain::DrillStart {
        trainer: trainer(guide, name, options),
        zone: TimeZone::system(),
        texts: Texts::new(texts.wanted()),
        echo: !io::stdin().is_terminal(),
        scenario: args.scenario,
        mode: args.mode,
    };
    let mut shell = PlainShell(Clock::from_environment());
    match plain::run_drill(start, io::stdin().lock(), io::stdout().lock(), &mut shell) {
        Ok(passed) if passed => Exit::Fine,
        Ok(_) => Exit::Findings,
        Err(error) => {
            complain(&tr!(texts, "error-terminal", why = error.to_string()));
            Exit::Environment
        }
    }
}
