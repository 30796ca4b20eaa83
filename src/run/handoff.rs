//! The arms for a session that comes from elsewhere: as a file or as a code.

use super::{Exit, Opened, Own, complain, full_screen, guide, is_terminal, print::deliver};
use crate::{
    cli::{FormatName, Options, Output},
    clock::{self, Clock},
    session::{
        Session, SessionCode,
        export::{self, Format},
    },
    store::{Adopted, Known, Place, Store, StoreError, Stored},
    summary_file,
    texts::Texts,
    tr,
};
use std::path::Path;

/// Keeps the session in a summary that was saved as JSON, and shows it.
pub(super) fn import(
    file: &Path,
    output: &Output,
    options: &Options,
    texts: Texts,
    own: Own,
) -> Exit {
    let guide = match guide(options, &texts) {
        Ok(guide) => guide,
        Err(exit) => return exit,
    };
    let json = match summary_file::read(file) {
        Ok(json) => json,
        Err(error) => {
            complain(&error.message(&texts));
            return Exit::Environment;
        }
    };
    let session = match export::import(&json, &guide) {
        Ok(session) => session,
        Err(error) => {
            complain(&error.message(&texts, &guide));
            return Exit::Findings;
        }
    };
    if let Some(theirs) = session.recorded_with().filter(|own| *own != guide.version) {
        let ours = guide.version.as_str();
        complain(&tr!(texts, "import-version", theirs = theirs, ours = ours));
    }
    let Some(format) = format(output) else { return no_format(&texts) };
    match adopt(&session, options) {
        Ok((adopted, stored)) => {
            let said = kept(adopted, &texts);
            match stored {
                Some(stored) if to_screen(output) => {
                    full_screen(options, texts, own, Opened::Kept(guide, stored, said))
                }
                _ => {
                    let exit = show_summary(&session, format, output, &texts);
                    // Said last: above a long summary nobody sees it.
                    complain(&said);
                    exit
                }
            }
        }
        Err(error) => {
            let exit = show_summary(&session, format, output, &texts);
            complain(&tr!(texts, "import-not-kept", why = error.message(&texts)));
            complain(&error.help(&texts));
            match exit {
                Exit::Fine => Exit::Environment,
                exit => exit,
            }
        }
    }
}

/// Keeps a session that comes from elsewhere, and reads it as it is kept.
fn adopt(
    session: &Session,
    options: &Options,
) -> Result<(Adopted, Option<Box<Stored>>), StoreError> {
    let place = Place::new(options.data.as_deref())?;
    let mut store = Store::open(&place, &clock::zone())?;
    let adopted = store.adopt(session)?;
    Ok((adopted, store.session(adopted.number)?.map(Box::new)))
}

/// What became of a session that was taken in.
fn kept(adopted: Adopted, texts: &Texts) -> String {
    let number = adopted.number.to_string();
    match adopted.known {
        Known::Nothing => tr!(texts, "import-kept", number = number),
        Known::Beginning => tr!(texts, "import-kept-more", number = number),
        Known::All => tr!(texts, "import-kept-already", number = number),
    }
}

/// Shows where the session behind a code stands.
pub(super) fn open(code: &str, output: &Output, options: &Options, texts: Texts, own: Own) -> Exit {
    let guide = match guide(options, &texts) {
        Ok(guide) => guide,
        Err(exit) => return exit,
    };
    let now = Clock::from_environment().now();
    match SessionCode::parse(code).and_then(|code| code.open(&guide, now)) {
        Ok(session) if to_screen(output) => {
            full_screen(options, texts, own, Opened::Session(Box::new(session)))
        }
        Ok(session) => {
            complain(&tr!(texts, "open-times"));
            let Some(format) = format(output) else { return no_format(&texts) };
            show_summary(&session, format, output, &texts)
        }
        Err(error) => {
            complain(&error.message(&texts, &guide));
            Exit::Findings
        }
    }
}

/// Whether to show the full screen rather than a summary: where people are, and nothing else is
/// asked for.
fn to_screen(output: &Output) -> bool {
    output.format.is_none() && output.output.is_none() && is_terminal()
}

/// The format of a summary: the one that is named, else the one of the file's name. None where that
/// has none.
fn format(output: &Output) -> Option<Format> {
    let named = output.format.map(|format| match format {
        FormatName::Txt => Format::Text,
        FormatName::Md => Format::Markdown,
        FormatName::Json => Format::Json,
        FormatName::Html => Format::Html,
    });
    named.or_else(|| match &output.output {
        Some(name) => Format::of_name(name),
        None => Some(Format::Text),
    })
}

fn no_format(texts: &Texts) -> Exit {
    complain(&tr!(texts, "output-ending", endings = Format::endings()));
    Exit::Usage
}

/// Prints a summary or saves it.
fn show_summary(session: &Session, format: Format, output: &Output, texts: &Texts) -> Exit {
    let text = export::export(session, format, texts, &clock::zone());
    deliver(&text, output.output.as_deref(), false, texts)
}
