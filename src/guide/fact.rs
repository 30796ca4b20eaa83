//! The facts that a guide rests on, so that what it leaves out can be seen.

use super::{Id, Place, Target};

/// One fact, by whose id `sources` name it.
#[derive(Clone, Debug, Default)]
pub struct Fact {
    /// Stable name.
    pub id: Id,
    /// What sort of fact it is.
    pub kind: FactKind,
    /// What it says.
    pub says: String,
    /// What is right, where what it says is not.
    pub right: Option<String>,
    /// Where the fact is written.
    pub place: Place,
}

/// What sort of fact it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum FactKind {
    /// Something that is said; any part of the guide may rest on it.
    #[default]
    Statement,
    /// A response code; an entry of the guide's codes rests on it.
    Code,
    /// What a terminal shows; an entry of the guide's messages rests on it.
    Message,
}

impl FactKind {
    /// Every sort with its name in the guide's TOML.
    pub const NAMES: [(&'static str, Self); 3] =
        [("statement", Self::Statement), ("code", Self::Code), ("message", Self::Message)];

    /// Its name in the guide's TOML.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, own)| *own == self).map_or("", |(name, _)| name)
    }
}

/// A fact that the guide leaves out.
#[derive(Clone, Debug, Default)]
pub struct NotUsed {
    /// The fact.
    pub fact: Target,
    /// Why it is left out.
    pub reason: String,
}
