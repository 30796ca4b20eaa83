//! What a walk met, told to its author and to programs.

use super::{Stuck, Walk, Way, Why};
use crate::{clean, guide::Guide, texts::Texts, tr};
use serde_json::{Value, json as object};
use std::fmt::Write as _;

/// No more names than these are listed: more say only how many.
const MOST_NAMES: usize = 30;

/// The walk as lines.
pub fn text(walk: &Walk, guide: &Guide, texts: &Texts) -> String {
    let mut out = tr!(
        texts,
        "walk-played",
        steps = walk.steps,
        sessions = walk.sessions,
        met = (walk.nodes - walk.never.len()),
        nodes = walk.nodes
    );
    out.push('\n');
    for stuck in walk.dead_ends.iter().chain(&walk.loops) {
        let why = match stuck.why {
            Why::NoBegin => tr!(texts, "walk-no-begin"),
            Why::Answer => tr!(texts, "walk-answer"),
            Why::Remedy => tr!(texts, "walk-remedy"),
            Why::Back => tr!(texts, "walk-back"),
        };
        let _ = writeln!(out, "{why}\n  {}", way(&stuck.way));
    }
    if walk.is_fine() {
        let _ = writeln!(out, "{}", tr!(texts, "walk-fine"));
    }
    if let Some(longest) = walk.longest.first() {
        let questions =
            |way: &Way| way.nodes.iter().filter(|id| guide.question(id).is_some()).count();
        let count = questions(longest);
        let _ =
            writeln!(out, "{}\n  {}", tr!(texts, "walk-longest", questions = count), way(longest));
    }
    if !walk.never.is_empty() {
        let count = walk.never.len();
        let _ = writeln!(out, "{}", tr!(texts, "walk-never", count = count));
        for id in walk.never.iter().take(MOST_NAMES) {
            let _ = writeln!(out, "  {}", clean::line(id, usize::MAX));
        }
        if count > MOST_NAMES {
            let _ = writeln!(out, "  {}", tr!(texts, "walk-more", count = (count - MOST_NAMES)));
        }
    }
    out
}

/// The walk as JSON.
pub fn json(walk: &Walk) -> String {
    let stuck = |all: &[Stuck]| -> Vec<Value> {
        all.iter()
            .map(|stuck| {
                let why = match stuck.why {
                    Why::NoBegin => "no-begin",
                    Why::Answer => "answer",
                    Why::Remedy => "remedy",
                    Why::Back => "back",
                };
                object!({ "why": why, "entry": stuck.way.entry, "nodes": stuck.way.nodes })
            })
            .collect()
    };
    let longest: Vec<Value> = walk
        .longest
        .iter()
        .map(|way| object!({ "entry": way.entry, "nodes": way.nodes }))
        .collect();
    let all = object!({
        "steps": walk.steps,
        "sessions": walk.sessions,
        "nodes": walk.nodes,
        "dead_ends": stuck(&walk.dead_ends),
        "loops": stuck(&walk.loops),
        "longest": longest,
        "never": walk.never,
    });
    crate::json::pretty(&all)
}

/// A way by the names on it.
fn way(way: &Way) -> String {
    let names = std::iter::once(way.entry.name()).chain(way.nodes.iter().map(ToString::to_string));
    let names: Vec<_> = names.map(|name| clean::line(&name, usize::MAX)).collect();
    names.join(" > ")
}
