//! One kept session, as its summary.

use crate::{
    guide::Guide,
    profile::Profile,
    session::{
        Resumed, Session,
        export::{Format, export as summary},
    },
    store::Stored,
    texts::Texts,
    tr,
};
use jiff::tz::TimeZone;
use std::{fmt::Write, sync::Arc};

/// Why a kept session can't be shown.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ShowError {
    /// It was made with a guide of another name.
    #[error("session {number} was made with the guide {guide}")]
    OtherGuide {
        /// The session.
        number: String,
        /// Its guide.
        guide: String,
    },
    /// The guide no longer has the way in.
    #[error("the guide no longer has the way in of session {0}")]
    NoWayIn(String),
}

impl ShowError {
    /// What is wrong and what to do.
    pub fn message(&self, texts: &Texts) -> String {
        match self {
            Self::OtherGuide { number, guide } => {
                tr!(texts, "history-other-guide", id = number.as_str(), guide = guide.as_str())
            }
            Self::NoWayIn(number) => tr!(texts, "history-no-way-in", id = number.as_str()),
        }
    }
}

/// A kept session as a file's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// The text.
    pub text: String,
    /// What of the session the guide no longer has, in words; empty where that is nothing.
    pub lost: Vec<String>,
}

/// A kept session, as far as the guide still has it, in the shop that it ran in: the one that it
/// comes from, else the one with this profile.
pub fn resumed(
    stored: &Stored,
    guide: &Arc<Guide>,
    own: &Arc<Profile>,
) -> Result<Resumed, ShowError> {
    let number = stored.head.id.to_string();
    if stored.head.guide.id != guide.id {
        return Err(ShowError::OtherGuide { number, guide: stored.head.guide.id.clone() });
    }
    let resumed = Session::resume(Arc::clone(guide), stored.transcript.clone());
    let Resumed { session, lost } = resumed.map_err(|_| ShowError::NoWayIn(number))?;
    Ok(Resumed { session: session.in_shop(stored.shop(own)), lost })
}

/// A kept session's summary in one of the formats: `own` is the profile of this shop.
pub fn export(
    stored: &Stored,
    (guide, own): (&Arc<Guide>, &Arc<Profile>),
    format: Format,
    texts: &Texts,
    zone: &TimeZone,
) -> Result<Exported, ShowError> {
    let Resumed { session, lost } = resumed(stored, guide, own)?;
    let lost = lost.iter().map(|lost| lost.words(guide, texts)).collect();
    Ok(Exported { text: summary(&session, format, texts, zone), lost })
}

/// A kept session as text, with what support said: `own` is the profile of this shop.
pub fn show(
    stored: &Stored,
    (guide, own): (&Arc<Guide>, &Arc<Profile>),
    texts: &Texts,
    zone: &TimeZone,
) -> Result<String, ShowError> {
    let Exported { mut text, lost } = export(stored, (guide, own), Format::Text, texts, zone)?;
    if !stored.support.is_empty() {
        let _ = write!(text, "\n{}\n", tr!(texts, "history-support"));
    }
    for said in &stored.support {
        let at = zone.to_datetime(said.at).strftime("%Y-%m-%d %H:%M").to_string();
        let lines = said.text.replace('\n', "\n  ");
        let _ = write!(text, "- {at}\n  {lines}\n");
    }
    if !lost.is_empty() {
        let _ = write!(text, "\n{}\n", tr!(texts, "lost-title"));
    }
    for words in &lost {
        let _ = writeln!(text, "- {words}");
    }
    Ok(text)
}
