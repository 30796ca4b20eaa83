//! What the profile knows, in the state of a session.

use super::{Refusal, State};
use crate::{
    guide::{Guide, Id, Response},
    profile::TerminalNumber,
};
use jiff::Timestamp;

impl State {
    /// Takes another terminal. What was known of the one before is kept until it is confirmed.
    pub(super) fn set_terminal(&mut self, number: Option<&TerminalNumber>) {
        if self.terminal.as_ref() != number {
            for given in self.answers.values_mut().filter(|given| given.from_profile) {
                given.kept = true;
            }
        }
        self.terminal = number.cloned();
    }

    /// Records what the profile says: to the question at hand that has no answer yet, or in place of
    /// what the profile said before.
    pub(super) fn answer_from_profile(
        &mut self,
        guide: &Guide,
        id: &Id,
        response: &Response,
        at: Timestamp,
    ) -> Result<(), Refusal> {
        let before = self.answers.get(id).map(|given| (given.from_profile, given.response.clone()));
        let fits = match &before {
            None => self.here() == id,
            Some((from_profile, _)) => *from_profile && self.path.contains(id),
        };
        if self.gave_up || !fits {
            return Err(Refusal::NotHere);
        }
        let aftermath = self.aftermath.clone();
        self.answer(guide, id, response, at)?;
        if let Some(given) = self.answers.get_mut(id) {
            given.from_profile = true;
        }
        match before {
            Some((_, old)) if old != *response => self.position = self.path.len() - 1,
            // Nothing was changed that anybody had answered: what the last answer did is still to
            // be told.
            Some(_) => self.aftermath = aftermath,
            None => {
                self.aftermath = aftermath;
                self.go_on(guide);
            }
        }
        Ok(())
    }
}
