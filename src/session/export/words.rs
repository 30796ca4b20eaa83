//! The program's words for what a session holds.

use crate::{
    guide::{Entry, Guide, Remedy},
    session::{Outcome, Verdict},
    texts::Texts,
    tr,
};

/// A way in, in words.
pub fn entry_text(guide: &Guide, entry: &Entry, texts: &Texts) -> String {
    let lang = guide.lang(texts);
    match entry {
        Entry::Symptom(id) => {
            guide.symptom(id).map_or(id.as_str(), |own| own.say.get(lang)).to_owned()
        }
        Entry::Message(id) => {
            guide.message(id).map_or(id.as_str(), |own| own.say.get(lang)).to_owned()
        }
        Entry::CheckEverything => tr!(texts, "summary-entry-everything"),
        Entry::Call => tr!(texts, "summary-entry-call"),
        Entry::Code { code, .. } | Entry::UnsureCode(code) => {
            tr!(texts, "summary-entry-code", code = code.as_str())
        }
    }
}

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
