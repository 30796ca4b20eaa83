//! All keys in the form in which they are searched.

use super::{
    Hit, Key, Rank,
    columns::{Columns, Feature, Set},
    fold,
    resemble::{Gathered, Terms},
    search::Search,
    syllables::{BEFORE, Letters, Syllables, readings},
};
use std::ops::Range;

/// Marks a character of a row with which a word begins.
const WORD: u32 = 1 << 31;

/// Entries that can be searched.
#[derive(Debug)]
pub struct Index {
    /// How many entries there are.
    pub(super) entries: usize,
    /// The characters that occur.
    pub(super) alphabet: Alphabet,
    /// What the rows have.
    pub(super) columns: Columns,
    /// What the entries say.
    pub(super) terms: Terms,
    /// The entry of each row. There is one row a key, by rank, then length: what comes first is closer.
    entry_of: Box<[u32]>,
    /// Where the text of each row is.
    spans: Box<[Range<u32>]>,
    /// The texts of all rows one after the other.
    text: Box<[u32]>,
    /// Where the rows of each rank end.
    ends: [usize; 4],
}

/// One key that is still to be put in order.
struct Row {
    rank: Rank,
    entry: u32,
    span: Range<u32>,
}

impl Index {
    /// Takes in the keys of all entries.
    pub fn new(entries: impl IntoIterator<Item = Vec<Key>>) -> Self {
        let mut draft = Draft::default();
        let mut count = 0;
        for keys in entries {
            for key in keys {
                draft.terms.take(count, &key);
                draft.take(count, &key);
            }
            count += 1;
        }
        draft.finish(count as usize)
    }

    /// The entries that are found by what somebody typed, the closest first and otherwise in their
    /// own order, at most `most`.
    pub fn find(&self, query: &str, most: usize) -> Vec<Hit> {
        Search::new(self, most).find(query)
    }

    /// The rows of one rank, the shortest first.
    pub(super) fn rows(&self, rank: Rank) -> Range<usize> {
        let rank = rank as usize;
        rank.checked_sub(1).map_or(0, |before| self.ends[before])..self.ends[rank]
    }

    /// Those that have at least so many characters.
    pub(super) fn rows_from(&self, rank: Rank, len: usize) -> Range<usize> {
        let rows = self.rows(rank);
        let shorter = self.spans[rows.clone()].partition_point(|span| span.len() < len);
        rows.start + shorter..rows.end
    }

    /// All rows that have at least so many characters, and some that have fewer.
    pub(super) fn all_from(&self, len: usize) -> Set {
        self.columns.around(Rank::ALL.map(|rank| self.rows_from(rank, len)))
    }

    /// The entry that a row is a key of.
    #[expect(clippy::inline_always, reason = "asked for each row that a search looks at")]
    #[inline(always)]
    pub(super) fn entry(&self, row: usize) -> usize {
        self.entry_of[row] as usize
    }

    /// What a row is to its entry.
    pub(super) fn rank(&self, row: usize) -> Rank {
        let rank = self.ends.iter().position(|&end| row < end);
        rank.map_or(Rank::Meaning, |rank| Rank::ALL[rank])
    }

    /// The text of a row.
    #[expect(clippy::inline_always, reason = "asked for each row that a search looks at")]
    #[inline(always)]
    pub(super) fn text(&self, row: usize) -> &[u32] {
        text_of(&self.text, &self.spans[row])
    }
}

/// The number in the alphabet of one character of a row's text.
pub(super) fn symbol(c: u32) -> u32 {
    c & !WORD
}

/// Whether a word begins with this character of a row's text.
pub(super) fn starts_word(c: u32) -> bool {
    c & WORD != 0
}

#[expect(clippy::inline_always, reason = "asked for each row that a search looks at")]
#[inline(always)]
fn text_of<'t>(text: &'t [u32], span: &Range<u32>) -> &'t [u32] {
    &text[span.start as usize..span.end as usize]
}

/// The characters that occur in an index, numbered as they come.
#[derive(Debug, Default)]
pub(super) struct Alphabet {
    /// By the upper bits of a character, the number of its page, counted from 1.
    book: Vec<u16>,
    /// By the lower bits, the number of the character, counted from 1.
    pages: Vec<[u32; 256]>,
    /// The syllables of each character.
    pub(super) syllables_of: Vec<Vec<u16>>,
    /// How each character is written in pinyin.
    letters: Vec<Letters>,
    /// All syllables.
    pub(super) syllables: Syllables,
}

impl Alphabet {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.letters.len()
    }

    /// The number of a character, if it occurs.
    pub(super) fn number(&self, c: char) -> Option<u32> {
        let (upper, lower) = (u32::from(c) as usize >> 8, u32::from(c) as usize & 0xFF);
        let page = self.book.get(upper)?.checked_sub(1)?;
        self.pages[usize::from(page)][lower].checked_sub(1)
    }

    /// The number of a character, a new one if need be.
    fn take(&mut self, c: char) -> u32 {
        if let Some(number) = self.number(c) {
            return number;
        }
        let (upper, lower) = (u32::from(c) as usize >> 8, u32::from(c) as usize & 0xFF);
        if self.book.len() <= upper {
            self.book.resize(upper + 1, 0);
        }
        if self.book[upper] == 0 {
            self.pages.push([0; 256]);
            self.book[upper] = self.pages.len() as u16;
        }
        let readings = readings(c);
        self.letters.push(Letters::new(c, &readings));
        let syllables = readings.iter().map(|reading| self.syllables.number(reading)).collect();
        self.syllables_of.push(syllables);
        let count = self.letters.len() as u32;
        self.pages[usize::from(self.book[upper]) - 1][lower] = count;
        count - 1
    }
}

/// An index that still takes keys.
#[derive(Default)]
struct Draft {
    terms: Gathered,
    alphabet: Alphabet,
    rows: Vec<Row>,
    text: Vec<u32>,
}

impl Draft {
    fn take(&mut self, entry: u32, key: &Key) {
        self.push(entry, key.rank, &key.text);
        if key.rank == Rank::Code {
            // As the terminal prints it, too, so that `5` and `051` are found as `05` and `51`.
            let code = fold::Folded::new(&key.text, usize::MAX).chars;
            let normal = normal_code(&code);
            if normal != code {
                self.push(entry, key.rank, &normal.iter().collect::<String>());
            }
        }
    }

    fn push(&mut self, entry: u32, rank: Rank, text: &str) {
        let start = self.text.len() as u32;
        let mut before = None;
        fold::fold(text, |c, gap| {
            let word = if fold::starts_word(before, c, gap) { WORD } else { 0 };
            self.text.push(self.alphabet.take(c) | word);
            before = Some(c);
        });
        let span = start..self.text.len() as u32;
        if !span.is_empty() {
            self.rows.push(Row { rank, entry, span });
        }
    }

    fn finish(mut self, entries: usize) -> Index {
        self.rows.sort_by_key(|row| (row.rank, row.span.len(), row.entry));
        // In the order in which they are read.
        let mut text = Vec::with_capacity(self.text.len());
        let mut columns = Columns::new(self.rows.len());
        for (at, row) in self.rows.iter_mut().enumerate() {
            let own = text_of(&self.text, &row.span);
            note_features(&mut columns, at, own, &self.alphabet);
            row.span = text.len() as u32..(text.len() + own.len()) as u32;
            text.extend_from_slice(own);
        }
        Index {
            entries,
            alphabet: self.alphabet,
            columns,
            terms: self.terms.finish(entries),
            entry_of: self.rows.iter().map(|row| row.entry).collect(),
            spans: self.rows.iter().map(|row| row.span.clone()).collect(),
            text: text.into_boxed_slice(),
            ends: Rank::ALL.map(|rank| self.rows.partition_point(|row| row.rank <= rank)),
        }
    }
}

/// Notes all that a row has.
fn note_features(columns: &mut Columns, row: usize, text: &[u32], alphabet: &Alphabet) {
    let mut before = None;
    for &c in text {
        let word = starts_word(c);
        let c = symbol(c);
        columns.set(row, Feature::Char(c));
        if word {
            columns.set(row, Feature::Start(c));
        }
        if let Some(before) = before {
            columns.set(row, Feature::Pair(before, c));
        }
        before = Some(c);
    }
    // Only what has Chinese in it is found by its sound.
    if text.iter().any(|&c| !alphabet.syllables_of[symbol(c) as usize].is_empty()) {
        note_sounds(columns, row, text, alphabet);
    }
}

fn note_sounds(columns: &mut Columns, row: usize, text: &[u32], alphabet: &Alphabet) {
    let mut before: &[u8] = &[];
    for &c in text {
        let letters = &alphabet.letters[symbol(c) as usize];
        for &(a, b) in &letters.inner {
            columns.set(row, Feature::Sound(a, b));
        }
        for &first in &letters.first {
            columns.set(row, Feature::Sound(BEFORE, first));
            for &last in before {
                columns.set(row, Feature::Sound(last, first));
            }
        }
        before = &letters.last;
    }
}

/// A code as terminals print it: a single digit is led by a zero, three digits are not.
pub(super) fn normal_code(code: &[char]) -> Vec<char> {
    match code {
        [digit] if digit.is_ascii_digit() => vec!['0', *digit],
        ['0', rest @ ..] if rest.len() == 2 => rest.to_vec(),
        _ => code.to_vec(),
    }
}
