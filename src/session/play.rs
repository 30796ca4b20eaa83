//! A session that stands at a place of its guide at once: for those who write it and try it out.

use super::{Event, Refusal, Session, Verdict};
use crate::guide::{Entry, Guide, WayStep};
use jiff::Timestamp;
use std::sync::Arc;

impl Session {
    /// A session that came by a way in and these steps, all at the same time. Going back from there
    /// goes back on that way.
    pub fn on_way(
        guide: Arc<Guide>,
        (entry, steps): (Entry, Vec<WayStep>),
        at: Timestamp,
    ) -> Result<Self, Refusal> {
        let mut session = Self::start(guide, entry, at)?;
        for step in steps {
            let event = match step {
                WayStep::Answer(question, response) => Event::Answered { question, response },
                WayStep::Tried(remedy, worked) => {
                    let verdict = if worked { Verdict::Worked } else { Verdict::Failed };
                    Event::Tried { remedy, verdict }
                }
            };
            session.act(event, at)?;
        }
        Ok(session)
    }
}
