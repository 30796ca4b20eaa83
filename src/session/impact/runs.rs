//! What is played: recorded sessions, path cases and session codes, all as events.

use crate::{
    guide::{Guide, Move, PathCase},
    session::{CodeError, Event, Recorded, Session, SessionCode, Verdict},
};
use jiff::Timestamp;
use std::sync::Arc;

/// Something to play through both guides.
#[derive(Clone, Debug)]
pub struct Run {
    /// What it is.
    pub kind: RunKind,
    /// What it is called.
    pub name: String,
    /// Its events.
    pub transcript: Vec<Recorded>,
}

/// The kinds of runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunKind {
    /// A recorded session.
    Session,
    /// A path case of a guide.
    Case,
    /// A session code.
    Code,
}

impl RunKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Session, Self::Case, Self::Code];

    /// Its stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Case => "case",
            Self::Code => "code",
        }
    }
}

impl Run {
    /// The path cases of both guides, each as its own guide plays it; and how many of them their
    /// own guide can't play. A case that both have alike is there once.
    pub fn cases(old: &Arc<Guide>, new: &Arc<Guide>) -> (Vec<Self>, usize) {
        let same = |a: &PathCase, b: &PathCase| {
            let answers = |case: &PathCase| -> Vec<_> {
                case.answers.iter().map(|answer| answer.id.clone()).collect()
            };
            a.id == b.id && a.entry == b.entry && answers(a) == answers(b)
        };
        let added = new.cases.iter().filter(|own| !old.cases.iter().any(|case| same(case, own)));
        let all = old.cases.iter().map(|case| (case, old)).chain(added.map(|case| (case, new)));
        let runs: Vec<_> = all.map(|(case, guide)| Self::of_case(case, guide)).collect();
        let broken = runs.iter().filter(|run| run.is_none()).count();
        (runs.into_iter().flatten().collect(), broken)
    }

    /// A path case as its guide plays it.
    fn of_case(case: &PathCase, guide: &Arc<Guide>) -> Option<Self> {
        let at = Timestamp::UNIX_EPOCH;
        let mut session = Session::start(Arc::clone(guide), case.begins(guide)?, at).ok()?;
        for answer in &case.answers {
            let here = session.state().here().clone();
            let event = match Move::at(guide, guide.node(&here)?, &answer.id)? {
                Move::Answer(response) => Event::Answered { question: here, response },
                Move::LookUp(entry) => Event::LookedUp { entry },
                Move::Tried(true) => Event::Tried { remedy: here, verdict: Verdict::Worked },
                Move::Tried(false) => Event::Tried { remedy: here, verdict: Verdict::Failed },
            };
            session.act(event, at).ok()?;
        }
        let transcript = session.transcript().to_vec();
        Some(Self { kind: RunKind::Case, name: case.id.to_string(), transcript })
    }

    /// A session code of the old guide.
    pub fn of_code(typed: &str, old: &Arc<Guide>) -> Result<Self, CodeError> {
        let code = SessionCode::parse(typed)?;
        let session = code.open(old, Timestamp::UNIX_EPOCH)?;
        let transcript = session.transcript().to_vec();
        Ok(Self { kind: RunKind::Code, name: code.to_string(), transcript })
    }
}
