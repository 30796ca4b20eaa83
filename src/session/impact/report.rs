//! The comparison in words, and as JSON.

use super::{Impact, Moved, RunKind, Why};
use crate::{
    clean,
    guide::{Entry, Id},
    redact::redact,
    texts::Texts,
    tr,
};
use serde_json::{Value, json as object};
use std::fmt::Write as _;

/// No more names than these are listed of runs that moved alike: more say only how many.
const MOST_NAMES: usize = 8;

/// The comparison as lines.
pub fn text(impact: &Impact, texts: &Texts) -> String {
    let mut out = String::new();
    for moved in &impact.moved {
        let now = moved.now.as_ref();
        let head = match now {
            Some(now) => tr!(
                texts,
                "impact-moved",
                count = moved.runs.len(),
                was = shown(&moved.was),
                now = shown(now)
            ),
            None => {
                tr!(texts, "impact-lost", count = moved.runs.len(), was = shown(&moved.was))
            }
        };
        let _ = writeln!(out, "{head}\n  {}\n  {}", why(&moved.why, texts), names(moved, texts));
    }
    for kind in RunKind::ALL {
        let count = impact.count(kind);
        if count.played + count.apart == 0 {
            continue;
        }
        let (played, moved) = (count.played, count.moved);
        let line = match kind {
            RunKind::Session => tr!(texts, "impact-sessions", played = played, moved = moved),
            RunKind::Case => tr!(texts, "impact-cases", played = played, moved = moved),
            RunKind::Scenario => tr!(texts, "impact-scenarios", played = played, moved = moved),
            RunKind::Code => tr!(texts, "impact-codes-given", played = played, moved = moved),
        };
        let _ = writeln!(out, "{line}");
        if count.apart > 0 {
            let _ = writeln!(out, "  {}", tr!(texts, "impact-apart", count = count.apart));
        }
    }
    if out.is_empty() {
        let _ = writeln!(out, "{}", tr!(texts, "impact-nothing"));
    }
    let codes = impact.codes;
    if codes.all > 0 {
        let (all, whole, partly) = (codes.all, codes.whole, codes.partly);
        let line = if impact.same_codes() {
            tr!(texts, "impact-codes-same", all = all)
        } else {
            tr!(texts, "impact-codes", all = all, whole = whole, partly = partly)
        };
        let _ = writeln!(out, "{line}");
    }
    out
}

/// The comparison as JSON.
pub fn json(impact: &Impact) -> String {
    let counts = RunKind::ALL.map(|kind| {
        let count = impact.count(kind);
        let told = object!({ "played": count.played, "moved": count.moved, "apart": count.apart });
        (kind.name().to_owned(), told)
    });
    let counts: serde_json::Map<String, Value> = counts.into_iter().collect();
    let moved: Vec<Value> = impact.moved.iter().map(moved).collect();
    let codes = impact.codes;
    let all = object!({
        "counts": counts,
        "codes": {
            "all": codes.all,
            "whole": codes.whole,
            "partly": codes.partly,
            "same": impact.same_codes(),
        },
        "moved": moved,
    });
    crate::json::pretty(&all)
}

fn moved(moved: &Moved) -> Value {
    let why = match &moved.why {
        Why::WayInGone(entry) => object!({ "kind": moved.why.name(), "entry": entry }),
        Why::AnswerGone { question, answer } => {
            let answer = redact(answer).text;
            object!({ "kind": moved.why.name(), "question": question, "answer": answer })
        }
        Why::QuestionGone(id) | Why::RemedyGone(id) => {
            object!({ "kind": moved.why.name(), "id": id })
        }
        Why::Elsewhere { at, was, now } => {
            object!({ "kind": moved.why.name(), "at": at, "was": was, "now": now })
        }
    };
    let runs = |wanted: RunKind| -> Vec<&str> {
        let own = moved.runs.iter().filter(|(kind, _)| *kind == wanted);
        own.map(|(_, name)| name.as_str()).collect()
    };
    let runs = RunKind::ALL.map(|kind| (kind.name().to_owned(), Value::from(runs(kind))));
    let runs: serde_json::Map<String, Value> = runs.into_iter().collect();
    object!({
        "count": moved.runs.len(),
        "was": moved.was,
        "now": moved.now,
        "why": why,
        "runs": runs,
    })
}

fn why(why: &Why, texts: &Texts) -> String {
    match why {
        Why::WayInGone(entry) => tr!(texts, "impact-way-in-gone", entry = way_in(entry)),
        Why::AnswerGone { question, answer } => tr!(
            texts,
            "impact-answer-gone",
            question = shown(question),
            answer = clean::line(&redact(answer).text, usize::MAX)
        ),
        Why::QuestionGone(id) => tr!(texts, "impact-question-gone", id = shown(id)),
        Why::RemedyGone(id) => tr!(texts, "impact-remedy-gone", id = shown(id)),
        Why::Elsewhere { at, was, now } => {
            elsewhere(at.as_ref(), was.as_ref(), now.as_ref(), texts)
        }
    }
}

fn elsewhere(at: Option<&Id>, was: Option<&Id>, now: Option<&Id>, texts: &Texts) -> String {
    let to = |id: Option<&Id>| id.map_or_else(|| tr!(texts, "impact-nowhere"), shown);
    match at {
        Some(at) => {
            tr!(texts, "impact-elsewhere", at = shown(at), was = to(was), now = to(now))
        }
        None => tr!(texts, "impact-begins", was = to(was), now = to(now)),
    }
}

fn names(moved: &Moved, texts: &Texts) -> String {
    let names = moved.runs.iter().take(MOST_NAMES).map(|(kind, name)| {
        let name = clean::line(&redact(name).text, usize::MAX);
        match kind {
            RunKind::Session => tr!(texts, "impact-session", name = name),
            RunKind::Case => tr!(texts, "impact-case", name = name),
            RunKind::Scenario => tr!(texts, "impact-scenario", name = name),
            RunKind::Code => tr!(texts, "impact-code", name = name),
        }
    });
    let mut names: Vec<String> = names.collect();
    if moved.runs.len() > MOST_NAMES {
        names.push(tr!(texts, "impact-more", count = (moved.runs.len() - MOST_NAMES)));
    }
    names.join(", ")
}

fn way_in(entry: &Entry) -> String {
    clean::line(&redact(&entry.name()).text, usize::MAX)
}

fn shown(id: &Id) -> String {
    clean::line(id, usize::MAX)
}
