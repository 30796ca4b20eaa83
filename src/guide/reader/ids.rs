//! Names that come again and again: kept once, as far as they stand close together.
//!
//! A node is named where it is and where others lead to it, mostly not far away; steps, contacts and
//! answers like `yes` are named everywhere. What is kept once is also found sooner, and let go sooner.

use crate::guide::Id;
use foldhash::fast::FixedState;
use std::hash::BuildHasher;

/// How many names are remembered. More would not be near the processor.
const COUNT: usize = 256;

/// The names that were read last.
#[derive(Debug, Default)]
pub(crate) struct Ids(Vec<Id>);

impl Ids {
    /// A name, the same as before where it is remembered.
    pub(super) fn id(&mut self, name: &str) -> Id {
        if self.0.is_empty() {
            self.0.resize(COUNT, Id::default());
        }
        let place = FixedState::default().hash_one(name) as usize % COUNT;
        let known = &mut self.0[place];
        if known != name {
            *known = name.into();
        }
        known.clone()
    }
}
