//! Drills on the faults of a guide: what a trainee does, what that is worth, and what it shows.

mod marked;

pub use marked::{Harm, HarmKind, Marked, Marking, Mode, Points, Share, Worded};
