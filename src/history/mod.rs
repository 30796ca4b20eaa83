//! Kept sessions on the command line: lists, one session, figures, as text, JSON and CSV.
//!
//! ```text
//! No.  Began             Outcome   Way in                       Last remedy           Terminal
//!  12  2026-11-23 10:42  solved    Screen says network fault    The router is down    Till 2
//! ```

mod command;
mod figures;
mod list;
mod order;
mod show;

pub use command::{Desk, Failure, Told, mended_words, noted};
pub use figures::{csv, figures, json as figures_json};
pub use list::{json, list};
pub use show::{Exported, ShowError, export, resumed, show};

use crate::{session::Outcome, texts::Texts, tr};

/// An outcome in one word.
pub fn outcome_word(texts: &Texts, outcome: Outcome) -> String {
    match outcome {
        Outcome::Solved => tr!(texts, "outcome-solved"),
        Outcome::Escalated => tr!(texts, "outcome-escalated"),
        Outcome::GivenUp => tr!(texts, "outcome-given-up"),
        Outcome::Unfinished => tr!(texts, "outcome-unfinished"),
    }
}
