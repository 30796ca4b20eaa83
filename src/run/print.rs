//! The arms that print what they find: a look-up, a session from a file or a code, kept sessions.

use super::{Exit, complain, guide};
use crate::{
    clean,
    cli::{FormatName, Options, Output},
    clock::Clock,
    history::{Desk, Failure, Told},
    lookup::{Catalogue, report},
    save,
    session::{
        Session, SessionCode,
        export::{self, Format},
    },
    store::Place,
    summary_file,
    texts::Texts,
    tr,
};
use jiff::tz::TimeZone;
use std::{
    io::{self, IsTerminal, Write},
    path::Path,
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

/// Shows the session in a summary that was saved as JSON.
pub(super) fn import(file: &Path, output: &Output, options: &Options, texts: &Texts) -> Exit {
    let guide = match guide(options, texts) {
        Ok(guide) => guide,
        Err(exit) => return exit,
    };
    let json = match summary_file::read(file) {
        Ok(json) => json,
        Err(error) => {
            complain(&error.message(texts));
            return Exit::Environment;
        }
    };
    match export::import(&json, &guide) {
        Ok(session) => {
            if let Some(theirs) = session.recorded_with().filter(|own| *own != guide.version) {
                let ours = guide.version.as_str();
                complain(&tr!(texts, "import-version", theirs = theirs, ours = ours));
            }
            show_summary(&session, output, texts)
        }
        Err(error) => {
            complain(&error.message(texts, &guide));
            Exit::Findings
        }
    }
}

/// Shows where the session behind a code stands.
pub(super) fn open(code: &str, output: &Output, options: &Options, texts: &Texts) -> Exit {
    let guide = match guide(options, texts) {
        Ok(guide) => guide,
        Err(exit) => return exit,
    };
    let now = Clock::from_environment().now();
    let session = SessionCode::parse(code).and_then(|code| code.open(&guide, now));
    match session {
        Ok(session) => {
            complain(&tr!(texts, "open-times"));
            show_summary(&session, output, texts)
        }
        Err(error) => {
            complain(&error.message(texts, &guide));
            Exit::Findings
        }
    }
}

/// Prints a summary or saves it.
fn show_summary(session: &Session, output: &Output, texts: &Texts) -> Exit {
    let named = output.format.map(|format| match format {
        FormatName::Txt => Format::Text,
        FormatName::Md => Format::Markdown,
        FormatName::Json => Format::Json,
        FormatName::Html => Format::Html,
    });
    let by_name = || match &output.output {
        Some(name) => Format::of_name(name),
        None => Some(Format::Text),
    };
    let Some(format) = named.or_else(by_name) else {
        complain(&tr!(texts, "output-ending", endings = Format::endings()));
        return Exit::Usage;
    };
    let text = export::export(session, format, texts, &TimeZone::system());
    let Some(name) = &output.output else { return print(&text) };
    match save::save(name, &text, false) {
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
    let told = Place::new(options.data.as_deref()).map_err(Failure::from).and_then(|place| {
        let (zone, now) = (TimeZone::system(), Clock::from_environment().now());
        act(&Desk { place, texts, zone, now, width: window_width() })
    });
    match told {
        Ok(told) => {
            let shown = io::stdout().write_all(told.text.as_bytes());
            told.notices.iter().for_each(|notice| complain(notice));
            match shown {
                // Whoever reads the output may close it early: that is no failure.
                Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Exit::Environment,
                _ if told.found => Exit::Fine,
                _ => Exit::Findings,
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

/// Columns of the window, where the output goes to one.
pub(super) fn window_width() -> Option<usize> {
    let size = io::stdout().is_terminal().then(ratatui::crossterm::terminal::size)?;
    size.ok().map(|(columns, _)| usize::from(columns))
}
