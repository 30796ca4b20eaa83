//! From a summary as JSON back to the session.

use super::{Summary, told};
use crate::{
    clean,
    guide::{Guide, Response},
    limits::{EVENTS, SUMMARY_BYTES},
    session::{Entry, Event, Recorded, Refusal, Session, note_text, redact},
    texts::Texts,
    tr,
};
use serde_json::Value;
use std::sync::Arc;

/// How many bytes a summary has at most.
pub const IMPORT_LIMIT: usize = SUMMARY_BYTES;

/// Characters of names and codes that stand in a summary at most.
const NAME_LIMIT: usize = 60;

/// Why there is no session in a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// More than [`IMPORT_LIMIT`].
    #[error("the file is too large for a summary")]
    TooLarge,
    /// No JSON.
    #[error("no JSON (line {line})")]
    NotJson {
        /// Where it stops being JSON.
        line: usize,
    },
    /// JSON, but no summary of this program.
    #[error("no summary of tilldoc")]
    NotOurs,
    /// Written by a newer version of this program, in fields that this one does not know.
    #[error("format {found} is newer than {}", Summary::FORMAT)]
    Newer {
        /// The version of the fields.
        found: u64,
    },
    /// A session of another guide.
    #[error("the session is of the guide {id} {version}")]
    OtherGuide {
        /// Its name.
        id: String,
        /// Its version.
        version: String,
    },
    /// More events than a session has.
    #[error("too many events: {0}")]
    TooManyEvents(usize),
    /// An event that is none, or that can't have happened there with this guide.
    #[error("event {number} does not fit")]
    DoesNotFit {
        /// Which one, counted from 1.
        number: usize,
        /// The guide's version with which it was recorded.
        version: String,
    },
}

/// The session in a summary that was written as JSON: the same events, and so the same state.
///
/// It stands in the shop that the summary tells of, not in that of the computer that reads it.
///
/// Text in it is cleaned and card data is masked, whatever program wrote it. A session that was
/// recorded with another version of the guide is taken as long as every event fits.
pub fn import(json: &str, guide: &Arc<Guide>) -> Result<Session, ImportError> {
    if json.len() > IMPORT_LIMIT {
        return Err(ImportError::TooLarge);
    }
    let json = json.strip_prefix('\u{FEFF}').unwrap_or(json);
    let mut summary: Value =
        serde_json::from_str(json).map_err(|error| ImportError::NotJson { line: error.line() })?;
    if summary["program"]["name"] != "tilldoc" {
        return Err(ImportError::NotOurs);
    }
    match summary["format"].as_u64() {
        Some(found) if found > u64::from(Summary::FORMAT) => {
            return Err(ImportError::Newer { found });
        }
        Some(1..) => {}
        _ => return Err(ImportError::NotOurs),
    }
    let (id, version) = (name(&summary["guide"]["id"]), name(&summary["guide"]["version"]));
    if summary["guide"]["id"] != guide.id.as_str() {
        return Err(ImportError::OtherGuide { id, version });
    }
    let Value::Array(events) = summary["events"].take() else {
        return Err(ImportError::NotOurs);
    };
    if events.len() > EVENTS {
        return Err(ImportError::TooManyEvents(events.len()));
    }
    let shop = told::shop(&summary);
    let played = play(events, guide).map(|session| session.in_shop(shop));
    played.map_err(|number| ImportError::DoesNotFit { number, version })
}

/// Plays the events, or tells which one does not fit.
fn play(events: Vec<Value>, guide: &Arc<Guide>) -> Result<Session, usize> {
    let mut session: Option<Session> = None;
    let count = events.len();
    for (number, event) in (1_usize..).zip(events) {
        let Recorded { at, event } = serde_json::from_value(event).map_err(|_| number)?;
        let event = safe(event, guide);
        let blank = matches!(&event, Event::Noted { text } if text.is_empty());
        let done: Result<(), Refusal> = match &mut session {
            Some(_) if blank => Ok(()),
            Some(session) => session.act(event, at),
            None => Session::replay(Arc::clone(guide), vec![Recorded { at, event }])
                .map(|begun| session = Some(begun)),
        };
        done.map_err(|_| number)?;
    }
    session.ok_or(count + 1)
}

/// An event with its text cleaned and without card data. Names that must be the guide's own are
/// checked when it is played.
fn safe(event: Event, guide: &Guide) -> Event {
    let code = |typed: String| short(&typed);
    let entry = |entry| match entry {
        Entry::UnsureCode(typed) => Entry::UnsureCode(code(typed)),
        other => other,
    };
    let response = |response| match response {
        Response::UnlistedCode(typed) => Response::UnlistedCode(code(typed)),
        other => other,
    };
    match event {
        Event::Started { version, entry: way_in, .. } => {
            let version = short(&version);
            Event::Started { guide: guide.id.clone(), version, entry: entry(way_in) }
        }
        Event::LookedUp { entry: own } => Event::LookedUp { entry: entry(own) },
        Event::Answered { question, response: own } => {
            Event::Answered { question, response: response(own) }
        }
        Event::Changed { question, response: own } => {
            Event::Changed { question, response: response(own) }
        }
        Event::FromProfile { question, response: own } => {
            Event::FromProfile { question, response: response(own) }
        }
        Event::Noted { text } => Event::Noted { text: note_text(&text).text },
        other => other,
    }
}

/// A name as a person may be shown it.
fn name(value: &Value) -> String {
    short(value.as_str().unwrap_or("?"))
}

/// A name or a code in one short line. It is masked before it is cut: a number cut in two would not be
/// known as one.
fn short(text: &str) -> String {
    clean::line(&redact(&clean::line(text, usize::MAX)).text, NAME_LIMIT)
}

impl ImportError {
    /// What is wrong and what to do next, for this guide.
    pub fn message(&self, texts: &Texts, guide: &Guide) -> String {
        let (own, own_version) = (guide.id.as_str(), guide.version.as_str());
        match self {
            Self::TooLarge => tr!(texts, "import-too-large"),
            Self::NotJson { line } => tr!(texts, "import-not-json", line = line.to_string()),
            Self::NotOurs => tr!(texts, "import-not-ours"),
            Self::Newer { found } => {
                let known = Summary::FORMAT.to_string();
                tr!(texts, "import-newer", found = found.to_string(), known = known)
            }
            Self::OtherGuide { id, version } => tr!(
                texts,
                "import-other-guide",
                theirs = format!("{id} {version}"),
                ours = format!("{own} {own_version}")
            ),
            Self::TooManyEvents(count) => {
                tr!(texts, "import-too-many", count = count.to_string(), most = EVENTS.to_string())
            }
            Self::DoesNotFit { number, version } if version == own_version => {
                tr!(texts, "import-misfit", number = number.to_string())
            }
            Self::DoesNotFit { number, version } => tr!(
                texts,
                "import-misfit-version",
                number = number.to_string(),
                theirs = version.as_str(),
                ours = own_version
            ),
        }
    }
}
