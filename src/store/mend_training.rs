//! What becomes of those who are trained when a damaged database is mended.

use super::pin::LOST;
use rusqlite::Connection;

/// What became of those who are trained.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MendedTraining {
    /// How many trainees have lost their names: what they did is kept under `?` with their numbers.
    pub nameless: usize,
    /// Whether the trainer's PIN is lost. Names and reports stay shut until a new one is set.
    pub pin_lost: bool,
}

/// Gives those without a name one, so that what they did is not lost with it. That a name beginning with
/// `?` was somebody's already is no more than possible.
const NAMES: &str = "
    INSERT OR IGNORE INTO trainees (id, name, key, since)
        SELECT id, mark || id, mark || id, ifnull((SELECT min(began) FROM attempts WHERE trainee = id), 0)
        FROM (
            SELECT id, iif(EXISTS (SELECT 1 FROM trainees WHERE key = '?' || id), '??', '?') AS mark FROM (
                SELECT trainee AS id FROM attempts UNION SELECT trainee FROM cards
            ) WHERE id NOT IN (SELECT id FROM trainees)
        );
";

/// Lets go of what belongs to nothing.
const REST: &str = "
    DELETE FROM attempts WHERE trainee NOT IN (SELECT id FROM trainees);
    DELETE FROM attempt_events WHERE attempt NOT IN (SELECT id FROM attempts);
    DELETE FROM cards WHERE trainee NOT IN (SELECT id FROM trainees);
";

/// Makes what was copied `from` a damaged database fit together in the new one.
pub(super) fn tidy(from: &Connection, to: &Connection) -> rusqlite::Result<MendedTraining> {
    let nameless = to.execute(NAMES, [])?;
    to.execute_batch(REST)?;
    let count = |db: &Connection, table: &str| -> rusqlite::Result<i64> {
        db.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))
    };
    // Where nobody is known there is nothing to guard. Whether there was a PIN can't be told where its
    // table can't be read.
    let pin_lost = count(to, "trainees")? > 0
        && count(to, "trainer")? == 0
        && count(from, "trainer").map_or(true, |rows| rows > 0);
    if pin_lost {
        to.execute("INSERT INTO trainer (id, pin) VALUES (1, ?1)", [LOST])?;
    }
    Ok(MendedTraining { nameless, pin_lost })
}
