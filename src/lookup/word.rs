//! One of several words of a query, and the rows that may have it.

use super::{
    Closeness, Rank,
    columns::Set,
    index::Index,
    pattern::{Pattern, Place},
    sound::{Sounds, Spelt},
};

/// How a word may be found.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Means {
    /// As it is typed.
    Letters,
    /// By its sound and in spite of slips, too.
    All,
}

/// What a text sounds like, and the rows that may sound so, if there are any.
pub(super) fn heard(index: &Index, pattern: &Pattern) -> Option<(Sounds, Set)> {
    let spelt = Spelt::new(pattern)?;
    let candidates = spelt.candidates(index);
    (!candidates.is_empty()).then(|| (Sounds::new(index, pattern, &spelt), candidates))
}

/// One of several words as it is typed.
pub(super) struct Typed {
    pub(super) pattern: Pattern,
    /// The rows that may have its letters.
    by_letters: Set,
}

impl Typed {
    pub(super) fn new(index: &Index, word: &[char]) -> Self {
        let pattern = Pattern::new(index, word);
        let by_letters = pattern.word_candidates(index, index.all_from(pattern.len()));
        Self { pattern, by_letters }
    }

    /// How many slips it is forgiven.
    pub(super) fn slips(&self, index: &Index) -> usize {
        // A word that occurs is not misspelt.
        let known = || {
            let mut rows = self.by_letters.among(0..index.rows(Rank::Meaning).end);
            rows.any(|row| self.pattern.find(index.text(row)).is_some_and(|at| at != Place::Inside))
        };
        if self.pattern.len() < 2 || known() { 0 } else { self.pattern.forgiven() }
    }
}

/// One of several words.
pub(super) struct Word<'p> {
    typed: &'p Typed,
    sounds: Option<Sounds>,
    slips: usize,
    /// The rows that may have its sound, or it with slips.
    by_sound: Set,
    by_slips: Set,
    /// All of those.
    pub(super) candidates: Set,
}

impl<'p> Word<'p> {
    pub(super) fn new(index: &Index, typed: &'p Typed, means: Means, slips: usize) -> Self {
        let pattern = &typed.pattern;
        let all = means == Means::All && pattern.len() > 1;
        let none = || index.columns.none();
        let heard = all.then(|| heard(index, pattern)).flatten();
        let (sounds, by_sound) =
            heard.map_or_else(|| (None, none()), |(sounds, by)| (Some(sounds), by));
        let by_slips = if slips > 0 { pattern.slip_candidates(index, slips) } else { none() };
        let mut candidates = typed.by_letters.clone();
        candidates.add(&by_sound);
        candidates.add(&by_slips);
        Self { typed, sounds, slips, by_sound, by_slips, candidates }
    }

    /// How a row has it, if that is closer than the entry is known to have it; as letters only from
    /// the beginning of a word, or bits of pinyin would be found in every other English word.
    pub(super) fn find(&self, row: usize, text: &[u32], known: Option<u8>) -> Option<Closeness> {
        let closer = |closeness: Closeness| known.is_none_or(|known| (closeness as u8) < known);
        let Typed { pattern, by_letters } = self.typed;
        let in_words = |place: Place| place != Place::Inside;
        if by_letters.has(row) && pattern.find(text).is_some_and(in_words) {
            return Some(Closeness::AnyOrder);
        }
        let alike = |sounds: &Sounds| self.by_sound.has(row) && sounds.find(text).is_some();
        if closer(Closeness::Sound) && self.sounds.as_ref().is_some_and(alike) {
            return Some(Closeness::Sound);
        }
        let may_slip = known.is_none() && self.by_slips.has(row);
        let slips = may_slip.then(|| pattern.slips(text, self.slips));
        slips.flatten().map(|_| Closeness::Slip)
    }
}
