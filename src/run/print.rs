//! The arms that print what they find: a look-up, kept sessions.

use super::{Exit, complain, guide};
use crate::{
    clean,
    cli::Options,
    clock::{self, Clock},
    history::{Desk, Failure, Told},
    lookup::{Catalogue, report},
    save::{self, SaveError},
    store::{Place, StoreError},
    texts::Texts,
    tr,
};
use std::{
    io::{self, IsTerminal, Write},
    path::PathBuf,
};

/// What is looked up, and how it is printed.
pub(super) struct Asked {
    pub(super) typed: String,
    pub(super) json: bool,
    pub(super) most: usize,
}

pub(super) fn look_up(asked: &Asked, options: &Options, texts: &Texts) -> Exit {
    let guide = match guide(options, texts) {
        Ok(guide) => guide,
        Err(exit) => return exit,
    };
    let found = Catalogue::new(&guide).find(&guide, &asked.typed, asked.most);
    let text = if asked.json {
        report::json(&guide, texts, &found)
    } else {
        report::text(&guide, texts, &found)
    };
    if found.is_empty() {
        complain(&tr!(texts, "lookup-none"));
    }
    match print(&text) {
        Exit::Fine if found.is_empty() => Exit::Findings,
        exit => exit,
    }
}

/// Prints a text, or saves it in the file that was named.
pub(super) fn deliver(text: &str, file: Option<&str>, overwrite: bool, texts: &Texts) -> Exit {
    let Some(name) = file else { return print(text) };
    saved(save::save(name, text, overwrite), texts)
}

/// The same with what has nothing of a shop in it.
pub(super) fn publish(text: &str, file: Option<&str>, overwrite: bool, texts: &Texts) -> Exit {
    let Some(name) = file else { return print(text) };
    saved(save::publish(name, text, overwrite), texts)
}

fn saved(result: Result<PathBuf, SaveError>, texts: &Texts) -> Exit {
    match result {
        Ok(path) => {
            complain(&tr!(texts, "notice-saved", path = save::shown(&path)));
            Exit::Fine
        }
        Err(error) => {
            complain(&clean::line(&error.message(texts), usize::MAX));
            Exit::Environment
        }
    }
}

/// Writes to standard output.
pub(super) fn print(text: &str) -> Exit {
    match io::stdout().write_all(text.as_bytes()) {
        // Whoever reads the output may close it early: that is no failure.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Exit::Environment,
        _ => Exit::Fine,
    }
}

/// Does something with the sessions that are kept, and prints what comes of it.
pub(super) fn kept(
    options: &Options,
    texts: &Texts,
    act: impl FnOnce(&Desk<'_>) -> Result<Told, Failure>,
) -> Exit {
    let told = desk(options, texts).map_err(Failure::from).and_then(|desk| act(&desk));
    match told {
        Ok(told) => {
            let shown = print(&told.text);
            told.notices.iter().for_each(|notice| complain(notice));
            match shown {
                Exit::Fine if !told.found => Exit::Findings,
                exit => exit,
            }
        }
        Err(failure) => {
            failure.lines(texts).iter().for_each(|line| complain(line));
            match failure {
                Failure::Show(_) => Exit::Findings,
                Failure::Store(_) | Failure::Save(_) => Exit::Environment,
            }
        }
    }
}

/// Where sessions and attempts are kept, with the time and the zone of this moment.
pub(super) fn desk<'t>(options: &Options, texts: &'t Texts) -> Result<Desk<'t>, StoreError> {
    let place = Place::new(options.data.as_deref())?;
    let (zone, now) = (clock::zone(), Clock::from_environment().now());
    Ok(Desk { place, texts, zone, now, width: window_width() })
}

/// Columns of the window, where the output goes to one.
pub(super) fn window_width() -> Option<usize> {
    let size = io::stdout().is_terminal().then(ratatui::crossterm::terminal::size)?;
    size.ok().map(|(columns, _)| usize::from(columns))
}
