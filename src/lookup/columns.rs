//! Which rows have which features: one column of bits a feature, one bit a row.
//!
//! Many features share a column, so a row may look as if it had one that it has not; it never looks
//! as if it lacked one that it has. A query reads only the columns of its own features.

use std::ops::Range;

/// Columns for single characters, for those that begin words, for pairs of characters, for pairs of
/// letters of pinyin.
const CHARS: usize = 128;
const STARTS: usize = 64;
const PAIRS: usize = 256;
const SOUNDS: usize = 512;

/// All of them.
const COLUMNS: usize = CHARS + STARTS + PAIRS + SOUNDS;

/// Something that a row may have. Characters are numbers of the alphabet, letters those of
/// [`syllables`](super::syllables).
#[derive(Clone, Copy, Debug)]
pub(super) enum Feature {
    /// A character.
    Char(u32),
    /// A character with which a word begins.
    Start(u32),
    /// Two characters, one after the other.
    Pair(u32, u32),
    /// Two letters that follow each other where the row is written in pinyin.
    Sound(u8, u8),
}

impl Feature {
    fn column(self) -> usize {
        // Multiplying by an odd number close to 2^32 divided by the golden ratio spreads the bits.
        let spread = |n: u32| n.wrapping_mul(0x9E37_79B1);
        match self {
            Self::Char(c) => c as usize % CHARS,
            Self::Start(c) => CHARS + (spread(c) >> 16) as usize % STARTS,
            Self::Pair(a, b) => {
                CHARS + STARTS + (spread(spread(a).rotate_left(15) ^ b) >> 16) as usize % PAIRS
            }
            Self::Sound(a, b) => {
                let pair = u32::from(a) * 64 + u32::from(b);
                CHARS + STARTS + PAIRS + (spread(pair) >> 16) as usize % SOUNDS
            }
        }
    }
}

/// The columns of an index.
#[derive(Debug)]
pub(super) struct Columns {
    /// Numbers in a column.
    height: usize,
    bits: Vec<u64>,
}

impl Columns {
    /// Empty columns for so many rows.
    pub(super) fn new(rows: usize) -> Self {
        let height = rows.div_ceil(64);
        Self { height, bits: vec![0; height * COLUMNS] }
    }

    /// Notes that a row has a feature.
    pub(super) fn set(&mut self, row: usize, feature: Feature) {
        self.bits[feature.column() * self.height + row / 64] |= 1 << (row % 64);
    }

    /// The rows of these ranges, and some beside them: 64 are taken or left together.
    pub(super) fn around(&self, ranges: impl IntoIterator<Item = Range<usize>>) -> Set {
        let mut set = self.none();
        for range in ranges.into_iter().filter(|range| !range.is_empty()) {
            set.0[range.start / 64..range.end.div_ceil(64)].fill(u64::MAX);
        }
        set
    }

    /// No rows.
    pub(super) fn none(&self) -> Set {
        Set::none(self.height * 64)
    }

    /// Keeps the rows that seem to have all these features.
    pub(super) fn keep_having(&self, set: &mut Set, features: &[Feature]) {
        narrow(set, &self.columns(features), |column, at| column[at]);
    }

    /// Keeps the rows that seem to have one feature of each of these lists.
    pub(super) fn keep_having_one_of_each(&self, set: &mut Set, lists: &[Vec<Feature>]) {
        let lists: Vec<Vec<&[u64]>> = lists.iter().map(|list| self.columns(list)).collect();
        narrow(set, &lists, |list, at| list.iter().fold(0, |any, column| any | column[at]));
    }

    /// Keeps the rows that seem to have all features of one of these lists.
    pub(super) fn keep_having_one_in_full(&self, set: &mut Set, lists: &[Vec<Feature>]) {
        let lists: Vec<Vec<&[u64]>> = lists.iter().map(|list| self.columns(list)).collect();
        for (at, bits) in set.0.iter_mut().enumerate().filter(|(_, bits)| **bits != 0) {
            let mut any = 0;
            for list in &lists {
                let mut left = *bits & !any;
                for column in list {
                    if left == 0 {
                        break;
                    }
                    left &= column[at];
                }
                any |= left;
            }
            *bits = any;
        }
    }

    /// Keeps the rows that seem to lack at most `most` of these features: two or fewer.
    pub(super) fn keep_lacking(&self, set: &mut Set, most: usize, features: &[Feature]) {
        let columns = features.iter().map(|feature| feature.column()).collect();
        let columns = self.emptiest_first(columns);
        for (at, bits) in set.0.iter_mut().enumerate() {
            // The rows that may still lack two of the columns to come, or one, or none.
            let mut two = if most > 1 { *bits } else { 0 };
            let mut one = if most > 0 { *bits } else { 0 };
            for column in &columns {
                if *bits == 0 {
                    break;
                }
                *bits = *bits & column[at] | one;
                one = one & column[at] | two;
                two &= column[at];
            }
        }
    }

    /// Keeps the rows that seem to have no other characters than these.
    pub(super) fn keep_without_chars_but(&self, set: &mut Set, chars: &[Feature]) {
        let mut allowed = [false; CHARS];
        for char in chars {
            allowed[char.column()] = true;
        }
        let others = (0..CHARS).filter(|&column| !allowed[column]).collect();
        let mut others = self.emptiest_first(others);
        others.reverse();
        narrow(set, &others, |column, at| !column[at]);
    }

    /// The columns of features, each once, those first that few rows have.
    fn columns(&self, features: &[Feature]) -> Vec<&[u64]> {
        let mut columns: Vec<usize> = features.iter().map(|feature| feature.column()).collect();
        columns.sort_unstable();
        columns.dedup();
        self.emptiest_first(columns)
    }

    /// Columns in an order, those first that few rows have.
    fn emptiest_first(&self, mut columns: Vec<usize>) -> Vec<&[u64]> {
        // One number says both, so that plain numbers are sorted, as elsewhere.
        for column in &mut columns {
            *column += self.fullness(*column) * COLUMNS;
        }
        columns.sort_unstable();
        columns.into_iter().map(|number| self.at(number % COLUMNS)).collect()
    }

    /// Roughly how many rows are in a column: a few of its numbers stand for all.
    fn fullness(&self, column: usize) -> usize {
        let step = self.height / 16 + 1;
        self.at(column).iter().step_by(step).map(|bits| bits.count_ones() as usize).sum()
    }

    fn at(&self, column: usize) -> &[u64] {
        &self.bits[column * self.height..][..self.height]
    }
}

/// Keeps those that have their bit in each of `columns`, which are read side by side: where the
/// first of them leave none of 64 rows, the others are not read at all, however long the query is.
fn narrow<C>(set: &mut Set, columns: &[C], bits_of: impl Fn(&C, usize) -> u64) {
    for (at, bits) in set.0.iter_mut().enumerate() {
        for column in columns {
            if *bits == 0 {
                break;
            }
            *bits &= bits_of(column, at);
        }
    }
}

/// Some of the rows, or of the entries.
#[derive(Clone, Debug)]
pub(super) struct Set(Box<[u64]>);

impl Set {
    /// None of so many.
    pub(super) fn none(count: usize) -> Self {
        Self(vec![0; count.div_ceil(64)].into_boxed_slice())
    }

    /// All of so many.
    pub(super) fn all(count: usize) -> Self {
        Self(vec![u64::MAX; count.div_ceil(64)].into_boxed_slice())
    }

    /// Adds one.
    #[expect(clippy::inline_always, reason = "asked for each row that a search looks at")]
    #[inline(always)]
    pub(super) fn insert(&mut self, one: usize) {
        self.0[one / 64] |= 1 << (one % 64);
    }

    /// Whether one is in it.
    #[expect(clippy::inline_always, reason = "asked for each row that a search looks at")]
    #[inline(always)]
    pub(super) fn has(&self, one: usize) -> bool {
        self.0[one / 64] & 1 << (one % 64) != 0
    }

    /// Keeps those that the other set has, too.
    pub(super) fn keep(&mut self, other: &Self) {
        for (bits, other) in self.0.iter_mut().zip(other.0.iter()) {
            *bits &= other;
        }
    }

    /// Adds those of another set.
    pub(super) fn add(&mut self, other: &Self) {
        for (bits, other) in self.0.iter_mut().zip(other.0.iter()) {
            *bits |= other;
        }
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.0.iter().all(|bits| *bits == 0)
    }

    /// Roughly how many there are.
    pub(super) fn len(&self) -> u32 {
        self.0.iter().map(|bits| bits.count_ones()).sum()
    }

    /// Those in a range, in order.
    pub(super) fn among(&self, range: Range<usize>) -> Among<'_> {
        let at = range.start / 64;
        let first = self.0.get(at).map_or(0, |bits| bits & u64::MAX << (range.start % 64));
        Among { bits: &self.0, at, left: first, end: range.end }
    }
}

/// Goes over those of a set.
pub(super) struct Among<'s> {
    bits: &'s [u64],
    /// Which number is read, and what is left of it.
    at: usize,
    left: u64,
    end: usize,
}

impl Iterator for Among<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        while self.left == 0 {
            self.at += 1;
            self.left = *self.bits.get(self.at)?;
        }
        let one = self.at * 64 + self.left.trailing_zeros() as usize;
        self.left &= self.left - 1;
        (one < self.end).then_some(one)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_what_lacks() {
        let mut columns = Columns::new(200);
        let features = [1, 2, 3].map(Feature::Char);
        for row in 0..200 {
            for feature in &features[..row % 4] {
                columns.set(row, *feature);
            }
        }
        for most in 0..3 {
            let mut set = columns.around([0..100, 100..200]);
            columns.keep_lacking(&mut set, most, &features);
            let rows: Vec<usize> = set.among(3..199).collect();
            let expected: Vec<usize> = (3..199).filter(|row| 3 - row % 4 <= most).collect();
            assert_eq!(rows, expected, "{most}");
        }
        let around = columns.around([3..65, 130..130]);
        assert!(around.among(0..200).eq(0..128), "64 together, and nothing for no row");
        assert_eq!(columns.around([0..100, 100..200]).among(64..128).count(), 64);
        assert_eq!(columns.none().among(0..200).count(), 0);
    }
}
