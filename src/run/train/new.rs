//! A scenario to edit, from a kept session.

use super::{desk, reader, refuse, training_guide};
use crate::{
    cli::{File, Options},
    history::{Failure, resumed},
    run::{Exit, complain, print::deliver},
    session::Resumed,
    store::SessionId,
    texts::Texts,
    tr,
    training::{draft_id, from_session},
};
use std::sync::Arc;

/// Writes a scenario from a session that came to a remedy that worked.
pub(super) fn new(
    number: SessionId,
    file: &File,
    options: &Options,
    texts: &Texts,
) -> Result<Exit, Exit> {
    let guide = training_guide(options, texts)?;
    let desk = desk(options, texts)?;
    let stored = reader(&desk)?.session(number);
    let stored = stored.map_err(|error| refuse(&error.into(), texts))?.ok_or_else(|| {
        complain(&tr!(texts, "history-no-session", id = number.to_string()));
        Exit::Findings
    })?;
    // Nothing of the shop goes into a scenario, so none is needed.
    let Resumed { session, lost } = resumed(&stored, &guide, &Arc::default()).map_err(|error| {
        refuse(&Failure::from(error), texts);
        Exit::Findings
    })?;
    if !lost.is_empty() {
        complain(&tr!(texts, "lost-title"));
        for lost in &lost {
            complain(&lost.words(&guide, texts));
        }
    }
    let text = from_session(&session, &draft_id(&guide), texts).map_err(|why| {
        complain(&why.words(texts));
        Exit::Findings
    })?;
    Ok(deliver(&text, file.output.as_deref(), file.force, texts))
}
