//! The program's words for what a session holds.

use crate::{
    guide::Remedy,
    session::{Outcome, Verdict},
    texts::Texts,
    tr,
};

/// How a session stands or ended, in words.
pub fn outcome_text(texts: &Texts, outcome: Outcome) -> String {
    match outcome {
        Outcome::Solved => tr!(texts, "summary-outcome-solved"),
        Outcome::Escalated => tr!(texts, "summary-outcome-escalated"),
        Outcome::GivenUp => tr!(texts, "summary-outcome-given-up"),
        Outcome::Unfinished => tr!(texts, "summary-outcome-unfinished"),
    }
}

/// An answer to "did it work?", in words; for an escalation, to "has support taken over?".
pub fn verdict_text(texts: &Texts, remedy: &Remedy, verdict: Verdict) -> String {
    match (remedy.escalation, verdict) {
        (false, Verdict::Worked) => tr!(texts, "summary-verdict-worked"),
        (false, Verdict::Failed) => tr!(texts, "summary-verdict-failed"),
        (false, Verdict::CantTry) => tr!(texts, "summary-verdict-cant-try"),
        (true, Verdict::Worked) => tr!(texts, "summary-handover-worked"),
        (true, Verdict::Failed) => tr!(texts, "summary-handover-failed"),
        (true, Verdict::CantTry) => tr!(texts, "summary-handover-cant-try"),
    }
}

/// The stable name of an outcome.
pub(super) fn outcome_id(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Solved => "solved",
        Outcome::Escalated => "escalated",
        Outcome::GivenUp => "given-up",
        Outcome::Unfinished => "unfinished",
    }
}

/// The stable name of a verdict.
pub(super) fn verdict_id(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Worked => "worked",
        Verdict::Failed => "failed",
        Verdict::CantTry => "cant-try",
    }
}
