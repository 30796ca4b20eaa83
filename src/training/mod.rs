//! Drills on the faults of a guide: what a trainee does, what that is worth, and what it shows.
//!
//! ```text
//! Scenario ─► Drill (events ─► state) ─► Marked     points, harm, answers: all that reports need
//!    Guide ─┘   └─ a real Session   └──► Debrief    decision by decision, the better path beside it
//!
//! Marked, with whose it is = Attempt ─► report (figures, xAPI), Progress in a Course
//! codes and messages of the guide ─► Deck ─► CardState, by how well each was known
//! ```

mod attempt;
mod cards;
mod course;
pub mod debrief;
mod drill;
mod event;
mod from_session;
mod judge;
mod marked;
mod offer;
pub mod report;
mod score;
mod state;
mod tally;
mod terms;
mod trainee;
mod worded;
mod written;

pub use attempt::{Attempt, AttemptId, AttemptStart, OpenAttempt};
pub use cards::{CardId, CardState, Deck, Due, Grade, NEW_A_DAY, Phase};
pub use course::{
    BUILTIN_COURSE, COURSE_KEYS, Counts, Course, PASS_MARK, Progress, Standing, Station,
    certificate,
};
pub use drill::{Drill, Ending, Refused, Stage, Unplayable};
pub use event::{AttemptEvent, Doing, Happened, Saying};
pub use from_session::{Unteachable, draft_id, from_session};
pub use judge::{Agreement, Feedback};
pub use marked::{Harm, HarmKind, Marked, Marking, Mode, Points, Share, Worded};
pub use offer::Hint;
pub use score::{Part, WEIGHTS};
pub use tally::Tally;
pub use terms::{HouseRules, Terms};
pub use trainee::{Trainee, TraineeId, TraineeName};
