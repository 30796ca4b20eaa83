//! The arms that run a drill.

use super::{
    Exit, Own, complain, full_screen, guide, is_dumb, is_terminal,
    opened::Opened,
    plain::PlainShell,
    train::{builtin, trainee_name},
};
use crate::{
    attempts::Kept,
    cli::{DrillArgs, Options},
    clock::{self, Clock},
    drilling::{Attempts, InMemory, Trainer},
    guide::{BUILTIN_ID, Guide},
    plain,
    store::Place,
    texts::Texts,
    tr,
    training::{BUILTIN_COURSE, Course, HouseRules, TraineeName},
};
use std::{
    io::{self, IsTerminal},
    sync::Arc,
};

/// What drills begin with: `guide` where one was given, else the built-in one, which is read with its
/// scenarios once somebody trains. Attempts are kept where a trainee is named.
pub(super) fn trainer(
    guide: Option<Arc<Guide>>,
    trainee: Option<TraineeName>,
    (options, own): (&Options, &Own),
) -> Trainer {
    let place = Place::new(options.data.as_deref()).ok();
    let now = Clock::from_environment().now();
    let attempts = move |name: Option<&TraineeName>| -> Box<dyn Attempts> {
        match place.clone().zip(name.cloned()) {
            Some((place, name)) => Box::new(Kept::new(place, clock::zone(), now, name)),
            None => Box::<InMemory>::default(),
        }
    };
    let dir = own.dir.clone();
    let set = &own.config.value.training;
    let usual = HouseRules::default();
    Trainer {
        guide: Box::new(move || guide.unwrap_or_else(builtin)),
        // What is wrong with its file, `tilldoc train course` tells.
        course: Box::new(move |guide| {
            let own = dir.course(None).map(|loaded| loaded.value);
            let built_in = || (guide.id == BUILTIN_ID).then(|| Course::read(BUILTIN_COURSE).0);
            let course = own.or_else(built_in)?.known(guide);
            (!course.scenarios.is_empty()).then_some(course)
        }),
        attempts: Box::new(attempts),
        trainee,
        rules: HouseRules {
            mark: set.pass_mark.unwrap_or(usual.mark),
            allow_back: set.allow_back,
            exam_minutes: set.exam_minutes,
        },
    }
}

/// Runs a drill, on the full screen or in lines.
pub(super) fn drill(args: DrillArgs, options: &Options, texts: Texts, own: Own) -> Exit {
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
        trainer: trainer(guide, name, (options, &own)),
        zone: clock::zone(),
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
