//! Finds what a clerk types: a response code, a message on the screen, a symptom.
//!
//! ```
//! use tilldoc::lookup::{Closeness, Index, Key, Rank};
//!
//! let key = |text: &str, rank| Key { text: text.to_owned(), rank };
//! let index = Index::new([
//!     vec![key("51", Rank::Code), key("余额不足", Rank::Name), key("Insufficient funds", Rank::Name)],
//!     vec![key("没有打印纸", Rank::Name), key("No paper", Rank::Name)],
//! ]);
//! for typed in ["５ 1", "代码51", "余额", "insuficient", "yuebz"] {
//!     assert_eq!(index.find(typed, 10)[0].entry, 0, "{typed}");
//! }
//! assert_eq!(index.find("paper no", 10)[0].closeness, Closeness::AnyOrder);
//! ```
//!
//! Each key is one row of folded text (`fold`). A query goes through steps from close to far
//! (`search`) and stops when it has enough. A step first takes the rows that have all that the
//! query needs, by combining columns of bits (`columns`), then compares only those, all places of
//! the query at once in the bits of one number (`pattern`, `word`, `slip`, `sound`). What somebody tells in
//! own words is weighed instead (`terms`, `resemble`).

mod board;
mod catalogue;
mod columns;
mod fold;
mod index;
mod pattern;
pub mod report;
mod resemble;
mod search;
mod slip;
mod sound;
mod syllables;
mod terms;
#[cfg(test)]
mod tests;
mod word;

pub use catalogue::{Catalogue, Found, meanings};
pub(crate) use fold::fold;
pub use index::Index;

/// One text by which an entry is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// What people type or read.
    pub text: String,
    /// What the text is to the entry.
    pub rank: Rank,
}

/// What a key is to its entry, the weightiest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rank {
    /// A response code: `51`, `A0`.
    Code,
    /// The message or symptom itself.
    Name,
    /// Other words for it.
    Word,
    /// What explains it.
    Meaning,
}

impl Rank {
    /// Every rank in order.
    pub const ALL: [Self; 4] = [Self::Code, Self::Name, Self::Word, Self::Meaning];
}

/// An entry that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Which one, counted in the order they were given.
    pub entry: usize,
    /// How close it is to what was typed.
    pub closeness: Closeness,
}

/// How close an entry is to what was typed, the closest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Closeness {
    /// It is the code that was typed.
    Code,
    /// It is the name that was typed.
    Name,
    /// Its code or name begins with it.
    Begins,
    /// Its name contains it, from the beginning of a word.
    Contains,
    /// Other words for it do.
    Word,
    /// Its explanation does.
    Meaning,
    /// Its keys have all the words that were typed, in any order.
    AnyOrder,
    /// It sounds like it: pinyin, initials, or other characters of the same sound.
    Sound,
    /// It is found in the middle of a word.
    Inside,
    /// Its keys together say much of what was typed.
    Resembles,
    /// What was typed contains its code or name, as a pasted message may.
    Quoted,
    /// It is meant but for a slip of the fingers, or several words each sound like it.
    Slip,
}
