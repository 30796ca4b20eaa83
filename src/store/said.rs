//! Writing down what support said.

use super::{SessionId, Store, StoreError, grams::grams};
use crate::{
    clean,
    session::{CardData, redact},
};
use jiff::Timestamp;
use rusqlite::{TransactionBehavior, params};

impl Store {
    /// Writes down what support said, without card data; says which card data was masked. None
    /// where there is no such session or the text is blank.
    pub fn add_support(
        &mut self,
        session: SessionId,
        text: &str,
        at: Timestamp,
    ) -> Result<Option<Vec<CardData>>, StoreError> {
        // Cut to length only when it is masked: a number cut in two would not be known as one.
        let redacted = redact(&clean::block(text, usize::MAX));
        let text = clean::block(&redacted.text, clean::NOTE_LIMIT);
        if text.is_empty() {
            return Ok(None);
        }
        let mut add = || -> rusqlite::Result<bool> {
            let tx = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let more = "UPDATE search SET grams = trim(grams || ' ' || ?2) WHERE id = ?1";
            if tx.execute(more, params![session.0, grams(&text)])? == 0 {
                return Ok(false);
            }
            let insert = "INSERT INTO support (session, at, text) VALUES (?1, ?2, ?3)";
            tx.execute(insert, params![session.0, at.as_millisecond(), text])?;
            tx.commit()?;
            Ok(true)
        };
        let added = add().map_err(|error| self.failed(&error))?;
        Ok(added.then_some(redacted.kinds))
    }
}
