//! Looking something up, and going there.

use super::{
    app::App,
    command::Effect,
    screens::{Intent, Kind},
};
use crate::{guide::Entry, lookup::Catalogue};
use jiff::Timestamp;

impl App {
    /// Opens the look-up.
    pub(super) fn open_lookup(&mut self) {
        if self.in_training() {
            self.training.index();
            return self.open(Kind::Lookup(String::new()));
        }
        let guide = self.guide();
        // Made once, when somebody looks something up: most sessions never do.
        self.catalogue.get_or_insert_with(|| Catalogue::new(&guide));
        self.open(Kind::Lookup(String::new()));
    }

    /// Goes where something leads that was looked up. Who came from a session goes on with it; from
    /// elsewhere, or when it has come to its end, a new one begins.
    pub(super) fn look_up(&mut self, entry: Entry, now: Timestamp) -> Option<Effect> {
        let under = self.screens.iter().any(|screen| matches!(screen.kind, Kind::Session(_)));
        let session = self.session.as_ref().filter(|_| under);
        let Some(event) = session.and_then(|session| session.going_on_by(entry.clone())) else {
            return self.carry_out(Intent::Begin(entry), now);
        };
        self.keep_open_note(now);
        if self.record(event, now) {
            self.show_session(now);
            self.say_aftermath();
        }
        None
    }
}
