//! What the database holds, step by step as it grew.
//!
//! | table | one row for |
//! |---|---|
//! | `guides` | a guide and a version of it |
//! | `terms` | something that sessions refer to by a stable name (a remedy, a terminal), with its texts |
//! | `sessions` | a session in short; narrow, so that a million of them are read in a moment |
//! | `events` | an event: the truth, from which all the rest can be made |
//! | `support` | something that support said |
//! | `asked`, `reached` | a question that was answered, a remedy that was shown; for the figures |
//! | `answered` | a question, with how often it was answered |
//! | `days` | a day, with the first and the last session of it: order is by number, not by clock |
//! | `shops` | the shop of a session that came from elsewhere |
//! | `search`, `fts` | what a session is found by (`src/store/find.rs`) |
//! | `trainees` | somebody who is trained |
//! | `attempts`, `attempt_events` | a drill that was run, and what happened in it |
//! | `cards` | what a trainee remembers of a code or a message |
//! | `trainer` | the trainer's PIN |

/// Marks the file as a database of tilldoc: "till".
pub(super) const APPLICATION: i32 = 0x7469_6C6C;

/// The newest version that this program knows.
pub(super) const VERSION: u32 = STEPS.len() as u32;

/// From nothing to version 1, from there to version 2, and so on. A step that was released is
/// never changed.
pub(super) const STEPS: [&str; 3] = [
    r"
PRAGMA application_id = 0x74696C6C;

CREATE TABLE guides (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    version TEXT NOT NULL,
    UNIQUE (name, version)
) STRICT;

-- titles: JSON, the text in each language of the guide. words: folded, for searching.
CREATE TABLE terms (
    id INTEGER PRIMARY KEY,
    guide TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    titles TEXT NOT NULL,
    words TEXT NOT NULL,
    UNIQUE (guide, kind, name)
) STRICT;

-- Times in milliseconds since 1970; day is the local one as a number like 20261123; took in seconds.
-- AUTOINCREMENT: the number of a forgotten session is never given to another.
CREATE TABLE sessions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    started INTEGER NOT NULL,
    last INTEGER NOT NULL,
    day INTEGER NOT NULL,
    guide INTEGER NOT NULL REFERENCES guides,
    entry INTEGER NOT NULL REFERENCES terms,
    step INTEGER NOT NULL REFERENCES terms,
    remedy INTEGER REFERENCES terms,
    terminal INTEGER REFERENCES terms,
    outcome INTEGER NOT NULL,
    finished INTEGER NOT NULL,
    entries INTEGER NOT NULL,
    took INTEGER
) STRICT;
CREATE INDEX unfinished ON sessions (id) WHERE outcome = 3 AND finished = 0 AND entries > 0;

CREATE TABLE events (
    session INTEGER NOT NULL REFERENCES sessions ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    event TEXT NOT NULL,
    PRIMARY KEY (session, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE support (
    id INTEGER PRIMARY KEY,
    session INTEGER NOT NULL REFERENCES sessions ON DELETE CASCADE,
    at INTEGER NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX support_of ON support (session);

-- Without references to terms: to let go of a term would read all of them.
CREATE TABLE asked (
    session INTEGER NOT NULL REFERENCES sessions ON DELETE CASCADE,
    question INTEGER NOT NULL,
    unsure INTEGER NOT NULL,
    PRIMARY KEY (session, question)
) STRICT, WITHOUT ROWID;
CREATE TABLE reached (
    session INTEGER NOT NULL REFERENCES sessions ON DELETE CASCADE,
    remedy INTEGER NOT NULL,
    verdict INTEGER,
    took INTEGER,
    PRIMARY KEY (session, remedy)
) STRICT, WITHOUT ROWID;

-- There are as many answers as all else together: they are counted as they come and go.
CREATE TABLE answered (
    question INTEGER PRIMARY KEY,
    count INTEGER NOT NULL,
    unsure INTEGER NOT NULL
) STRICT;
CREATE TRIGGER asked_in AFTER INSERT ON asked BEGIN
    INSERT INTO answered (question, count, unsure) VALUES (new.question, 1, new.unsure)
    ON CONFLICT (question) DO UPDATE SET count = count + 1, unsure = unsure + excluded.unsure;
END;
CREATE TRIGGER asked_new AFTER UPDATE ON asked BEGIN
    UPDATE answered SET unsure = unsure - old.unsure + new.unsure WHERE question = new.question;
END;
CREATE TRIGGER asked_out AFTER DELETE ON asked BEGIN
    UPDATE answered SET count = count - 1, unsure = unsure - old.unsure
    WHERE question = old.question;
END;

CREATE TABLE days (
    day INTEGER PRIMARY KEY,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL
) STRICT;

-- The index asks for what it had taken in when that goes out again, so that is kept beside it.
CREATE TABLE search (
    id INTEGER PRIMARY KEY REFERENCES sessions ON DELETE CASCADE,
    tags TEXT NOT NULL,
    grams TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE fts USING fts5 (
    tags, grams, content = 'search', content_rowid = 'id', tokenize = 'ascii', prefix = '1 2',
    columnsize = 0, detail = none
);
INSERT INTO fts (fts, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER search_in AFTER INSERT ON search BEGIN
    INSERT INTO fts (rowid, tags, grams) VALUES (new.id, new.tags, new.grams);
END;
CREATE TRIGGER search_out AFTER DELETE ON search BEGIN
    INSERT INTO fts (fts, rowid, tags, grams) VALUES ('delete', old.id, old.tags, old.grams);
END;
CREATE TRIGGER search_new AFTER UPDATE ON search BEGIN
    INSERT INTO fts (fts, rowid, tags, grams) VALUES ('delete', old.id, old.tags, old.grams);
    INSERT INTO fts (rowid, tags, grams) VALUES (new.id, new.tags, new.grams);
END;
",
    r"
-- What is told of the shop of a session that came from elsewhere, as JSON: its profile is there.
CREATE TABLE shops (
    session INTEGER PRIMARY KEY REFERENCES sessions ON DELETE CASCADE,
    told TEXT NOT NULL
) STRICT;
",
    r"
-- key: the name as it is compared with others.
-- AUTOINCREMENT: the numbers of those that are forgotten are never given again.
CREATE TABLE trainees (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    key TEXT NOT NULL UNIQUE,
    since INTEGER NOT NULL
) STRICT;

-- title: JSON, in each language of the guide. marked: JSON, what came of it; without it, one that has
-- ended was let go of, because it could not be gone on with.
CREATE TABLE attempts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    trainee INTEGER NOT NULL REFERENCES trainees ON DELETE CASCADE,
    scenario TEXT NOT NULL,
    title TEXT NOT NULL,
    guide TEXT NOT NULL,
    version TEXT NOT NULL,
    mode TEXT NOT NULL,
    language TEXT NOT NULL,
    began INTEGER NOT NULL,
    ended INTEGER,
    marked TEXT,
    CHECK (marked IS NULL OR ended IS NOT NULL)
) STRICT;
CREATE INDEX attempts_of ON attempts (trainee, ended);

CREATE TABLE attempt_events (
    attempt INTEGER NOT NULL REFERENCES attempts ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    event TEXT NOT NULL,
    PRIMARY KEY (attempt, seq)
) STRICT, WITHOUT ROWID;

-- state: JSON, what is remembered of a card.
CREATE TABLE cards (
    trainee INTEGER NOT NULL REFERENCES trainees ON DELETE CASCADE,
    card TEXT NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (trainee, card)
) STRICT, WITHOUT ROWID;

-- pin: the argon2 hash. One row, or none.
CREATE TABLE trainer (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    pin TEXT NOT NULL
) STRICT;
",
];

#[cfg(test)]
mod tests {
    use super::STEPS;
    use base64::{Engine, engine::general_purpose::STANDARD};
    use sha2::{Digest, Sha256};

    #[test]
    fn steps_that_were_released_are_as_they_were() {
        let released = ["Fc6EeOolPSEFzvn7k2k5", "2FMKBf1+Y4FbK1OWGkdF"];
        for (at, (step, hash)) in STEPS.iter().zip(released).enumerate() {
            let own = STANDARD.encode(Sha256::digest(step.replace("\r\n", "\n")));
            assert!(own.starts_with(hash), "step {at} was changed: {own}");
        }
    }
}
