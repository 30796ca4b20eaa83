//! The summary on its way to support without a file: the clipboard and the QR code.

use super::{app::App, command::Effect, screens::Kind};
use crate::{
    clipboard::Reach,
    session::{
        Session,
        export::{Format, brief, export},
    },
    tr,
};

impl App {
    /// The summary as text for the clipboard: of the kept session on the screen, else of the one
    /// under way.
    pub(super) fn copy(&mut self) -> Option<Effect> {
        let guide = self.guide();
        let kept = self.shown_kept().is_some();
        let text = if kept {
            self.kept_summary(&guide, Format::Text)
        } else {
            let own = self.session.as_ref();
            own.map(|own| export(own, Format::Text, &self.texts, &self.zone))
        };
        if text.is_none() {
            self.notice = Some(tr!(self.texts, "notice-no-session"));
        }
        text.map(Effect::Copy)
    }

    /// What the shell says of a text that it was to copy; none where it could not be sent.
    pub fn copied(&mut self, reach: Option<Reach>) {
        self.notice = Some(match reach {
            Some(Reach::Likely) => tr!(self.texts, "notice-copied"),
            Some(Reach::Unsure) => tr!(self.texts, "notice-copied-unsure"),
            Some(Reach::Never) | None => tr!(self.texts, "notice-not-copied"),
        });
    }

    /// Opens the QR code of the session under way.
    pub(super) fn open_qr(&mut self) {
        match &self.session {
            Some(_) => self.open(Kind::Qr),
            None => self.notice = Some(tr!(self.texts, "notice-no-session")),
        }
    }

    /// What the QR code is to say, the most needed first.
    pub(super) fn qr_lines(&self) -> Vec<String> {
        let lines = |own: &Session| brief(own, &self.texts, &self.zone);
        self.session.as_ref().map(lines).unwrap_or_default()
    }
}
