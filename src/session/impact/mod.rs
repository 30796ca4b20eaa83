//! What a change of a guide does to what was played before: the same events through the guide as it
//! was and as it is to be.
//!
//! ```text
//! recorded sessions ─┐
//! path cases ────────┼─► Run ─► OLD: where it ends ──┐
//! scenarios ─────────┤     └──► NEW: where it ends ──┴─► the same, or Moved: by how many, and why
//! session codes ─────┘
//! ```
//!
//! Whatever else can be written down as the events of a session joins as a [`Run`].

mod report;
mod runs;
mod why;

pub use report::{json, text};
pub use runs::{Run, RunKind};
pub use why::Why;

use super::{Lost, Recorded, Resumed, Session, SessionCode};
use crate::guide::{Guide, Id};
use std::sync::Arc;

/// How many runs of a kind there were.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Compared.
    pub played: usize,
    /// Of these, the ones that now end elsewhere.
    pub moved: usize,
    /// Not compared: they do not fit the old guide either.
    pub apart: usize,
}

/// The session codes of what was played with the old guide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Codes {
    /// All of them.
    pub all: usize,
    /// Those that open in the new guide with all that was answered, by way of the old one where the
    /// two have other codes.
    pub whole: usize,
    /// Those that open, but for a part of what was answered.
    pub partly: usize,
}

/// Runs that end elsewhere in the same way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Why.
    pub why: Why,
    /// Where they ended with the old guide.
    pub was: Id,
    /// Where they end with the new one; nowhere where they can't begin.
    pub now: Option<Id>,
    /// Which they are.
    pub runs: Vec<(RunKind, String)>,
}

/// What a change does.
#[derive(Clone, Debug)]
pub struct Impact {
    old: Arc<Guide>,
    new: Arc<Guide>,
    counts: [Count; RunKind::ALL.len()],
    /// The session codes.
    pub codes: Codes,
    /// What ends elsewhere, the most first once [`Impact::done`] was called.
    pub moved: Vec<Moved>,
}

impl Impact {
    /// Begins a comparison.
    pub fn new(old: Arc<Guide>, new: Arc<Guide>) -> Self {
        let counts = [Count::default(); RunKind::ALL.len()];
        Self { old, new, counts, codes: Codes::default(), moved: Vec::new() }
    }

    /// How many runs of a kind there were.
    pub fn count(&self, kind: RunKind) -> Count {
        self.counts[kind as usize]
    }

    /// Whether both guides have the same session codes.
    pub fn same_codes(&self) -> bool {
        self.old.fingerprint() == self.new.fingerprint()
    }

    /// Whether all ends where it did.
    pub fn is_fine(&self) -> bool {
        self.moved.is_empty()
    }

    /// Notes something that can't be played with the old guide.
    pub fn apart(&mut self, kind: RunKind) {
        self.counts[kind as usize].apart += 1;
    }

    /// Plays a run through both guides. One that does not fit the old guide tells nothing of a
    /// change and is only counted.
    pub fn take(&mut self, run: Run) {
        let Run { kind, name, transcript } = run;
        let old = Session::resume(Arc::clone(&self.old), transcript.clone());
        let Some(old) = old.ok().filter(Resumed::is_whole).map(|old| old.session) else {
            return self.apart(kind);
        };
        self.counts[kind as usize].played += 1;
        self.take_code(&old);
        let new = Session::resume(Arc::clone(&self.new), transcript).ok();
        let (was, now) = (end(&old), new.as_ref().map(|new| end(&new.session)));
        if now == Some(was) {
            return;
        }
        self.counts[kind as usize].moved += 1;
        let why = Why::of(&old, new.as_ref(), &self.new);
        let same = |own: &&mut Moved| own.why == why && own.was == *was && own.now.as_ref() == now;
        if let Some(own) = self.moved.iter_mut().find(same) {
            own.runs.push((kind, name));
        } else {
            let (was, now) = (was.clone(), now.cloned());
            self.moved.push(Moved { why, was, now, runs: vec![(kind, name)] });
        }
    }

    /// Opens the code of a session of the old guide, and goes on with it in the new one.
    fn take_code(&mut self, old: &Session) {
        self.codes.all += 1;
        let at = old.state().last();
        let Ok(opened) = SessionCode::of(old).open(&self.old, at) else { return };
        let transcript: Vec<Recorded> = opened.transcript().to_vec();
        let Ok(new) = Session::resume(Arc::clone(&self.new), transcript) else { return };
        if new.is_whole() {
            self.codes.whole += 1;
        } else {
            self.codes.partly += 1;
        }
    }

    /// The comparison when all was played.
    #[must_use]
    pub fn done(mut self) -> Self {
        self.moved.sort_by(|a, b| b.runs.len().cmp(&a.runs.len()).then_with(|| a.was.cmp(&b.was)));
        self
    }
}

impl Resumed {
    /// Whether all that was answered fits. A tick leads nowhere.
    fn is_whole(&self) -> bool {
        self.lost.iter().all(|lost| matches!(lost, Lost::Tick { .. }))
    }
}

/// Where what was answered leads, wherever the clerk had gone back to.
fn end(session: &Session) -> &Id {
    // A path has a node at least.
    session.state().path().last().unwrap_or_else(|| session.state().here())
}
