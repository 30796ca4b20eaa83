//! Saving the summary of the session under way.

use super::{
    app::App,
    command::Effect,
    screens::{Confirm, Kind, export::Form, note::Editor},
};
use crate::{
    save::{self, SaveError},
    session::export::{self, Format},
    tr,
    wording::saved_as,
};
use jiff::Timestamp;
use std::path::{Path, PathBuf};

impl App {
    /// Opens the field for the path, with a name that is not taken by chance.
    pub(super) fn open_path(&mut self, format: Format) {
        let kept = self.shown_kept().map(|stored| stored.head.started);
        let started = kept.or_else(|| Some(self.session.as_ref()?.state().started()));
        let Some(started) = started else { return };
        let started = started.to_zoned_datetime(self.zone.clone());
        let path = save::suggested_name(&started, format);
        self.open(Kind::Path(format, Box::new(Editor::line(&path))));
    }

    /// What the shell says of a summary that it was to save.
    pub fn saved(&mut self, result: Result<PathBuf, SaveError>, now: Timestamp) -> Option<Effect> {
        let form = self.saving.take();
        match (result, form) {
            (result, None) if self.shows_debrief() => {
                self.notice = Some(match result {
                    Ok(path) => tr!(self.texts, "drill-saved", path = save::shown(&path)),
                    Err(error) => error.message(&self.texts),
                });
            }
            (Ok(path), _) if self.back_to_kept() => {
                self.say_saved(&path);
            }
            (Ok(path), _) => {
                self.saved_events =
                    self.session.as_ref().map_or(0, |session| session.transcript().len());
                if self.leaving {
                    return Some(Effect::Quit);
                }
                self.show_session(now);
                self.say_saved(&path);
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

    pub(super) fn save(&mut self, form: Form, overwrite: bool) -> Option<Effect> {
        let guide = self.guide();
        let text = match (self.kept_summary(&guide, form.format), &self.session) {
            (Some(text), _) => text,
            (None, Some(session)) if self.shown_kept().is_none() => {
                export::export(session, form.format, &self.texts, &self.zone)
            }
            _ => return None,
        };
        let Form { format, path } = form;
        let (path, masked) = save::without_card_data(path.trim());
        // When a file is to be replaced, its name has no card data any more.
        if !overwrite {
            self.masked_name = masked;
        }
        self.saving = Some(Form { format, path: path.clone() });
        Some(Effect::Save { path, text, overwrite })
    }

    /// Says where it was saved, and what was masked of the name.
    fn say_saved(&mut self, path: &Path) {
        let saved = tr!(self.texts, "notice-saved", path = save::shown(path));
        let masked = std::mem::take(&mut self.masked_name);
        self.notice = Some(saved_as(&self.texts, saved, &masked));
    }
}
