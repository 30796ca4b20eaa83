//! Saving the summary of the session under way.

use super::{
    app::App,
    command::Effect,
    screens::{Confirm, Kind, export},
};
use crate::{save::SaveError, tr};
use jiff::Timestamp;
use std::path::PathBuf;

impl App {
    /// What the shell says of a summary that it was to save.
    pub fn saved(&mut self, result: Result<PathBuf, SaveError>, now: Timestamp) -> Option<Effect> {
        let form = self.saving.take();
        match (result, form) {
            (Ok(path), _) => {
                self.saved_events =
                    self.session.as_ref().map_or(0, |session| session.transcript().len());
                if self.leaving {
                    return Some(Effect::Quit);
                }
                self.show_session(now);
                self.notice =
                    Some(tr!(self.texts, "notice-saved", path = path.display().to_string()));
            }
            (Err(SaveError::Exists(_)), Some(form)) => {
                self.open(Kind::Confirm(Confirm::Overwrite(form)));
            }
            (Err(error), _) => {
                if matches!(self.top().kind, Kind::Confirm(_)) {
                    self.close();
                }
                self.notice = Some(error.message(&self.texts));
            }
        }
        None
    }

    pub(super) fn save(&mut self, form: export::Form, overwrite: bool) -> Option<Effect> {
        let session = self.session.as_ref()?;
        let text = crate::session::export::export(session, form.format, &self.texts, &self.zone);
        let path = form.path.trim().to_owned();
        self.saving = Some(form);
        Some(Effect::Save { path, text, overwrite })
    }
}
