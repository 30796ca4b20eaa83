//! Why something ends elsewhere.

use crate::{
    guide::{Entry, Guide, Id, Node, Question, Response},
    session::{Lost, Resumed, Session, resume::bare},
};

/// Why something ends elsewhere than before: the first thing on its way that is not as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It can't begin, or what was looked up on the way is gone.
    WayInGone(Entry),
    /// A question no longer takes what was answered.
    AnswerGone {
        /// The question.
        question: Id,
        /// What was answered.
        answer: String,
    },
    /// A question is gone.
    QuestionGone(Id),
    /// A remedy is gone.
    RemedyGone(Id),
    /// It leads somewhere else.
    Elsewhere {
        /// From where; none where it begins elsewhere.
        at: Option<Id>,
        /// Where it led; none where it ended there.
        was: Option<Id>,
        /// Where it leads now; none where it ends there.
        now: Option<Id>,
    },
}

impl Why {
    /// Its stable name.
    pub fn name(&self) -> &'static str {
        match self {
            Self::WayInGone(_) => "way-in-gone",
            Self::AnswerGone { .. } => "answer-gone",
            Self::QuestionGone(_) => "question-gone",
            Self::RemedyGone(_) => "remedy-gone",
            Self::Elsewhere { .. } => "elsewhere",
        }
    }

    /// Compares the two ways. `new` is none where the way in is gone.
    pub(super) fn of(old: &Session, new: Option<&Resumed>, guide: &Guide) -> Self {
        let entry = old.state().entry();
        let Some(new) = new else {
            // An entry that is there and names nothing is as good as none.
            return Self::WayInGone(entry.clone());
        };
        let (before, after) = (old.state().path(), new.session.state().path());
        let same = before.iter().zip(after).take_while(|(a, b)| a == b).count();
        let at = same.checked_sub(1).map(|at| before[at].clone());
        let (was, now) = (before.get(same).cloned(), after.get(same).cloned());
        if let Some(id) = &at
            && let Some(gone) = lost_at(id, old, &new.lost, guide)
        {
            return gone;
        }
        if let Some(id) = was.as_ref().filter(|id| guide.node(id).is_none()) {
            return match old.guide().node(id) {
                Some(Node::Remedy(_)) => Self::RemedyGone(id.clone()),
                _ => Self::QuestionGone(id.clone()),
            };
        }
        Self::Elsewhere { at, was, now }
    }
}

/// What was answered or looked up at the last node that both ways have, where that is gone.
fn lost_at(id: &Id, old: &Session, lost: &[Lost], guide: &Guide) -> Option<Why> {
    if let Some(entry) = old.state().looked_up(id)
        && lost.contains(&Lost::LookedUp(entry.clone()))
        && guide.way_in(entry).is_none()
    {
        return Some(Why::WayInGone(entry.clone()));
    }
    let given = &old.state().given(id)?.response;
    let question = guide.question(id)?;
    let gone = !takes(guide, question, given);
    gone.then(|| Why::AnswerGone { question: id.clone(), answer: bare(given) })
}

fn takes(guide: &Guide, question: &Question, response: &Response) -> bool {
    question.route(guide, response).is_some()
}
