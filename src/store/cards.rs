//! What trainees remember of their cards.

use super::{Store, StoreError};
use crate::training::{CardId, CardState, TraineeId};
use rusqlite::params;
use std::collections::BTreeMap;

impl Store {
    /// The cards that a trainee has met.
    pub fn cards(&self, trainee: TraineeId) -> Result<BTreeMap<CardId, CardState>, StoreError> {
        if !self.knows_training()? {
            return Ok(BTreeMap::new());
        }
        let read = || -> rusqlite::Result<Vec<(String, String)>> {
            let all = "SELECT card, state FROM cards WHERE trainee = ?1";
            let mut all = self.db.prepare_cached(all)?;
            all.query_map([trainee.0], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
        };
        let rows = read().map_err(|error| self.failed(&error))?;
        // What can't be read, a newer program may have written: the card is new again.
        let known = |(card, state): (String, String)| {
            Some((CardId(card), serde_json::from_str(&state).ok()?))
        };
        Ok(rows.into_iter().filter_map(known).collect())
    }

    /// Keeps what a trainee remembers of a card.
    pub fn set_card(
        &mut self,
        trainee: TraineeId,
        card: &CardId,
        state: &CardState,
    ) -> Result<(), StoreError> {
        self.still_there()?;
        let set = "INSERT INTO cards (trainee, card, state) VALUES (?1, ?2, ?3)
            ON CONFLICT (trainee, card) DO UPDATE SET state = excluded.state";
        // Plain values: it always is JSON.
        let state = serde_json::to_string(state).unwrap_or_default();
        let set = self.db.execute(set, params![trainee.0, card.0, state]);
        set.map(|_| ()).map_err(|error| self.failed(&error))
    }
}
