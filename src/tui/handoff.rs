//! The summary on its way to support without a file: the clipboard and the QR code.

use super::{app::App, command::Effect, screens::Kind};
use crate::{
    clipboard::Reach,
    history::resumed,
    session::{
        Session,
        export::{Format, brief, export},
    },
    tr,
};
use std::borrow::Cow;

impl App {
    /// The summary as text for the clipboard: of the kept session on the screen, else of the one
    /// under way.
    pub(super) fn copy(&mut self) -> Option<Effect> {
        self.guide();
        match self.handed() {
            Ok(own) => Some(Effect::Copy(export(&own, Format::Text, &self.texts, &self.zone))),
            Err(why) => {
                self.notice = Some(why);
                None
            }
        }
    }

    /// What the shell says of a text that it was to copy; none where it could not be sent.
    pub fn copied(&mut self, reach: Option<Reach>) {
        self.notice = Some(match reach {
            Some(Reach::Likely) => tr!(self.texts, "notice-copied"),
            Some(Reach::Unsure) => tr!(self.texts, "notice-copied-unsure"),
            Some(Reach::Never) | None => tr!(self.texts, "notice-not-copied"),
        });
    }

    /// Opens the QR code: of the kept session on the screen, else of the one under way.
    pub(super) fn open_qr(&mut self) {
        self.guide();
        match self.handed() {
            Ok(_) => self.open(Kind::Qr),
            Err(why) => self.notice = Some(why),
        }
    }

    /// The session that is to be handed over, or why there is none.
    fn handed(&self) -> Result<Cow<'_, Session>, String> {
        let none = || tr!(self.texts, "notice-no-session");
        let Some(stored) = self.shown_kept() else {
            return self.session.as_ref().map(Cow::Borrowed).ok_or_else(none);
        };
        let guide = self.guide_at_hand().ok_or_else(none)?;
        let own = resumed(stored, guide, &self.shop.profile);
        own.map(|own| Cow::Owned(own.session)).map_err(|error| error.message(&self.texts))
    }

    /// What the QR code is to say, the most needed first.
    pub(super) fn qr_lines(&self) -> Vec<String> {
        let lines = |own: &Session| brief(own, &self.texts, &self.zone);
        self.handed().map(|own| lines(&own)).unwrap_or_default()
    }
}
