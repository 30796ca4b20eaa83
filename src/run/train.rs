//! The arms of `tilldoc train ...`.

mod cards;
mod course;
mod done;
mod forget;
mod guard;
mod list;
mod new;
mod report;

use super::{Exit, Own, complain, guide, print};
use crate::{
    cli::{Options, TrainCommand},
    drill_words::PROGRAM,
    guide::{Guide, builtin_scenarios, builtin_sources, read},
    history::{Desk, Failure},
    store::Store,
    texts::Texts,
    tr,
    training::TraineeName,
};
use guard::{admit, set_pin};
use std::sync::Arc;

pub(super) fn run(command: TrainCommand, options: &Options, texts: &Texts, own: &Own) -> Exit {
    let done = match command {
        TrainCommand::List { answers, trainee, json } => {
            let told = list::Told { answers, trainee: trainee.as_deref(), json };
            list::list(&told, options, texts)
        }
        TrainCommand::Report(asked) => report::report(&asked, options, texts, own),
        TrainCommand::Course(asked) => course::course(&asked, options, texts, own),
        TrainCommand::Cards { trainee, new } => cards::cards(&trainee, new, options, texts),
        TrainCommand::New { from, file } => new::new(from, &file, options, texts),
        TrainCommand::Trainees { json } => list::trainees(json, options, texts),
        TrainCommand::Forget { name, yes } => forget::forget(&name, yes, options, texts),
        TrainCommand::Pin { remove } => set_pin(remove, options, texts),
    };
    done.unwrap_or_else(|exit| exit)
}

/// The guide with its scenarios.
fn training_guide(options: &Options, texts: &Texts) -> Result<Arc<Guide>, Exit> {
    if options.guide.is_some() {
        return guide(options, texts);
    }
    Ok(builtin())
}

/// The built-in guide with its scenarios.
pub(super) fn builtin() -> Arc<Guide> {
    let mut files = builtin_sources();
    files.extend(builtin_scenarios());
    Arc::new(read(&files).guide)
}

/// Where attempts are kept.
fn desk<'t>(options: &Options, texts: &'t Texts) -> Result<Desk<'t>, Exit> {
    print::desk(options, texts).map_err(|error| refuse(&error.into(), texts))
}

/// Opens the database to read from it.
fn reader(desk: &Desk<'_>) -> Result<Store, Exit> {
    let read = desk.reader().map_err(|error| refuse(&error.into(), desk.texts))?;
    read.1.notices.iter().for_each(|notice| complain(notice));
    Ok(read.0)
}

/// Opens the database to write to it.
fn writer(desk: &Desk<'_>) -> Result<Store, Exit> {
    let opened = desk.open().map_err(|error| refuse(&error.into(), desk.texts))?;
    opened.1.notices.iter().for_each(|notice| complain(notice));
    Ok(opened.0)
}

/// Says why the database or a file could not be used.
fn refuse(failure: &Failure, texts: &Texts) -> Exit {
    failure.lines(texts).iter().for_each(|line| complain(line));
    Exit::Environment
}

/// A trainee's name as it was typed.
pub(super) fn trainee_name(typed: &str, texts: &Texts) -> Result<TraineeName, Exit> {
    TraineeName::parse(typed).map_err(|flaw| {
        complain(&tr!(texts, "trainee-refused", why = flaw.message(texts)));
        Exit::Usage
    })
}
