//! What was typed, ready to be compared with a row at all its places at once.
//!
//! In a number that stands for places of the query, bit `n` says that its first `n` characters were
//! found up to here. Going over one character of a row moves the bits whose next character it is.

use super::{
    columns::{Feature, Set},
    index::{Index, starts_word, symbol},
};

/// How many characters of a query are read: bits of a number, less one for the end.
pub(super) const LONGEST: usize = 63;

/// A query or one word of it.
pub(super) struct Pattern {
    /// Its characters, folded.
    pub(super) chars: Vec<char>,
    /// Their numbers in the alphabet.
    pub(super) symbols: Vec<Option<u32>>,
    /// By number, at which places a character is the next one.
    places: Box<[u64]>,
}

/// Where in a row a query was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// It is the row.
    Whole,
    /// The row begins with it.
    Begin,
    /// A word does.
    Word,
    /// In the middle of a word.
    Inside,
}

impl Pattern {
    /// Makes folded characters ready.
    pub(super) fn new(index: &Index, chars: &[char]) -> Self {
        let chars = chars[..chars.len().min(LONGEST)].to_vec();
        let symbols: Vec<_> = chars.iter().map(|&c| index.alphabet.number(c)).collect();
        let mut places = vec![0; index.alphabet.len()].into_boxed_slice();
        for (place, symbol) in symbols.iter().enumerate() {
            if let Some(symbol) = symbol {
                places[*symbol as usize] |= 1 << place;
            }
        }
        Self { chars, symbols, places }
    }

    /// How many characters it has.
    pub(super) fn len(&self) -> usize {
        self.chars.len()
    }

    /// Whether it is no more than one Latin letter.
    pub(super) fn is_one_letter(&self) -> bool {
        matches!(self.chars[..], [c] if c.is_ascii_alphabetic())
    }

    /// The places at which a character of a row is the next one.
    #[expect(clippy::inline_always, reason = "asked for each character that a search looks at")]
    #[inline(always)]
    pub(super) fn places(&self, c: u32) -> u64 {
        self.places[symbol(c) as usize]
    }

    /// The places by the numbers of characters.
    pub(super) fn all_places(&self) -> &[u64] {
        &self.places
    }

    /// Which of these rows may have it.
    pub(super) fn candidates(&self, index: &Index, mut rows: Set) -> Set {
        let Some(features) = needs(&self.symbols) else { return index.columns.none() };
        index.columns.keep_having(&mut rows, &features);
        rows
    }

    /// Which of these rows may have it from the beginning of a word.
    pub(super) fn word_candidates(&self, index: &Index, mut rows: Set) -> Set {
        if let Some(Some(first)) = self.symbols.first() {
            index.columns.keep_having(&mut rows, &[Feature::Start(*first)]);
        }
        self.candidates(index, rows)
    }

    /// Which of these rows may be found in it.
    pub(super) fn part_candidates(&self, index: &Index, mut rows: Set) -> Set {
        let own = self.symbols.iter().copied().flatten().map(Feature::Char);
        index.columns.keep_without_chars_but(&mut rows, &own.collect::<Vec<_>>());
        rows
    }

    /// The best place of it in a row.
    pub(super) fn find(&self, text: &[u32]) -> Option<Place> {
        let end = 1 << self.len();
        let (mut from_words, mut from_anywhere) = (0_u64, 0_u64);
        let mut inside = None;
        for (at, &c) in text.iter().enumerate() {
            let places = self.places(c);
            from_words = ((from_words | u64::from(starts_word(c))) & places) << 1;
            from_anywhere = ((from_anywhere | 1) & places) << 1;
            if from_words & end != 0 {
                return Some(match at + 1 {
                    _ if self.len() == text.len() => Place::Whole,
                    read if read == self.len() => Place::Begin,
                    _ => Place::Word,
                });
            }
            if from_anywhere & end != 0 {
                inside = Some(Place::Inside);
            }
        }
        inside
    }

    /// Whether it contains a whole row, from and to one of the `edges` of its words.
    pub(super) fn contains(&self, text: &[u32], edges: u64) -> bool {
        let mut found = edges;
        for &c in text {
            found = (found & self.places(c)) << 1;
            if found == 0 {
                return false;
            }
        }
        found & edges != 0
    }
}

/// What a row needs to have these characters one after the other, if any row can.
pub(super) fn needs(symbols: &[Option<u32>]) -> Option<Vec<Feature>> {
    let chars = symbols.iter().copied().collect::<Option<Vec<u32>>>()?;
    let pairs = chars.windows(2).map(|pair| Feature::Pair(pair[0], pair[1]));
    Some(pairs.chain(chars.iter().copied().map(Feature::Char)).collect())
}
