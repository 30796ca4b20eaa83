//! What is played: recorded sessions, path cases, scenarios and session codes, all as events.

use crate::{
    guide::{Entry, Guide, Move, PathCase, Scenario},
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
    /// A scenario of a guide, on its best path.
    Scenario,
    /// A session code.
    Code,
}

impl RunKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Session, Self::Case, Self::Scenario, Self::Code];

    /// Its stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Case => "case",
            Self::Scenario => "scenario",
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
        Self::of_both((old, &old.cases), (new, &new.cases), same, Self::of_case)
    }

    /// The scenarios of both guides, each on the best path of its own guide, and how many of them
    /// miss in their own guide. One whose facts are alike in both is there once.
    pub fn scenarios(old: &Arc<Guide>, new: &Arc<Guide>) -> (Vec<Self>, usize) {
        let same = |a: &Scenario, b: &Scenario| {
            let facts = |own: &Scenario| -> Vec<_> {
                let facts = own.sights.iter().map(|own| (own.question.id.clone(), &own.answer.id));
                facts.map(|(question, answer)| (question, answer.clone())).collect()
            };
            let ends = |own: &Scenario| -> Vec<_> {
                own.fails.iter().chain([&own.truth]).map(|own| own.id.clone()).collect()
            };
            a.id == b.id && a.entry == b.entry && ends(a) == ends(b) && facts(a) == facts(b)
        };
        Self::of_both((old, &old.scenarios), (new, &new.scenarios), same, Self::of_scenario)
    }

    /// What two guides have of a sort, each as its own guide plays it, and how many of them it can't
    /// play. What both have alike is there once.
    fn of_both<T>(
        (old, olds): (&Arc<Guide>, &[T]),
        (new, news): (&Arc<Guide>, &[T]),
        same: impl Fn(&T, &T) -> bool,
        run: fn(&T, &Arc<Guide>) -> Option<Self>,
    ) -> (Vec<Self>, usize) {
        let added = news.iter().filter(|own| !olds.iter().any(|other| same(other, own)));
        let all = olds.iter().map(|own| (own, old)).chain(added.map(|own| (own, new)));
        let runs: Vec<_> = all.map(|(own, guide)| run(own, guide)).collect();
        let broken = runs.iter().filter(|run| run.is_none()).count();
        (runs.into_iter().flatten().collect(), broken)
    }

    /// A path case as its guide plays it.
    fn of_case(case: &PathCase, guide: &Arc<Guide>) -> Option<Self> {
        let mut session = begin(guide, case.begins(guide)?)?;
        for answer in &case.answers {
            let here = guide.node(session.state().here())?;
            act(&mut session, Move::at(guide, here, &answer.id)?)?;
        }
        Some(Self::of(RunKind::Case, case.id.to_string(), &session))
    }

    /// A scenario on its best path.
    fn of_scenario(scenario: &Scenario, guide: &Arc<Guide>) -> Option<Self> {
        let path = scenario.play(guide).ok()?;
        let mut session = begin(guide, path.entry)?;
        for stop in path.stops {
            act(&mut session, stop.does)?;
        }
        Some(Self::of(RunKind::Scenario, scenario.id.to_string(), &session))
    }

    /// A session code of the old guide.
    pub fn of_code(typed: &str, old: &Arc<Guide>) -> Result<Self, CodeError> {
        let code = SessionCode::parse(typed)?;
        let session = code.open(old, Timestamp::UNIX_EPOCH)?;
        Ok(Self::of(RunKind::Code, code.to_string(), &session))
    }

    fn of(kind: RunKind, name: String, session: &Session) -> Self {
        Self { kind, name, transcript: session.transcript().to_vec() }
    }
}

/// A session of what was never recorded, which has no time.
fn begin(guide: &Arc<Guide>, entry: Entry) -> Option<Session> {
    Session::start(Arc::clone(guide), entry, Timestamp::UNIX_EPOCH).ok()
}

/// Does at the place where a session stands what an author wrote for it.
fn act(session: &mut Session, does: Move) -> Option<()> {
    let here = session.state().here().clone();
    let event = match does {
        Move::Answer(response) => Event::Answered { question: here, response },
        Move::LookUp(entry) => Event::LookedUp { entry },
        Move::Tried(true) => Event::Tried { remedy: here, verdict: Verdict::Worked },
        Move::Tried(false) => Event::Tried { remedy: here, verdict: Verdict::Failed },
    };
    session.act(event, Timestamp::UNIX_EPOCH).ok()
}
