//! One search: steps from what is close to what is far, until there are enough hits.

use super::{
    Closeness, Hit, Rank,
    board::Board,
    columns::Set,
    fold::Folded,
    index::{Index, normal_code},
    pattern::{LONGEST, Pattern, Place},
    sound::Spelling,
    word::{Means, Typed, Word, heard},
};
use std::ops::Range;

/// Words around a code that say no more than that it is one.
const AROUND_CODES: &str = "code error err response resp rc is no 代码 错误代码 错误码 错误 应答码 返回码 \
    响应码 拒绝码 报错 提示 显示 码 号 是";

/// How much of a query is looked at, so that a paste of any size is folded in no time.
const READ: usize = 1_000;

/// In which order the keys are searched, and how far the hits of each rank may be.
const LETTERS: [(Rank, Closeness); 4] = [
    (Rank::Code, Closeness::Code),
    (Rank::Name, Closeness::Contains),
    (Rank::Word, Closeness::Word),
    (Rank::Meaning, Closeness::Meaning),
];

/// No word is nearer to an entry than as it is typed.
const NEAREST: u8 = Closeness::AnyOrder as u8;

/// How many different words of a query an entry must have; who types more of them pasted a text.
const MOST_WORDS: usize = 8;

/// Fewer hits than this leave room for what only resembles what was typed.
const FEW: usize = 3;

/// A search under way.
pub(super) struct Search<'i> {
    index: &'i Index,
    board: Board,
    /// Whether something was found that leaves no doubt about what was typed.
    sure: bool,
}

impl<'i> Search<'i> {
    /// A search for at most `most` entries.
    pub(super) fn new(index: &'i Index, most: usize) -> Self {
        Self { index, board: Board::new(index.entries, most), sure: false }
    }

    /// Searches.
    pub(super) fn find(mut self, query: &str) -> Vec<Hit> {
        let read = query.char_indices().nth(READ).map_or(query, |(end, _)| &query[..end]);
        let typed = Folded::new(read, LONGEST);
        if !typed.chars.is_empty() && self.board.most > 0 {
            self.run(read, &typed);
        }
        self.board.hits()
    }

    fn run(&mut self, read: &str, typed: &Folded) {
        let whole = Pattern::new(self.index, &typed.chars);
        let mut words: Vec<&[char]> = Vec::new();
        for word in typed.words().into_iter().map(|word| &typed.chars[word]) {
            if words.len() < MOST_WORDS && !words.contains(&word) {
                words.push(word);
            }
        }
        let words: Vec<Typed> =
            words.into_iter().map(|word| Typed::new(self.index, word)).collect();
        for code in code_forms(typed) {
            self.letters(&Pattern::new(self.index, &code), Rank::Code);
        }
        for (rank, farthest) in LETTERS {
            self.letters(&whole, rank);
            if self.board.is_full(farthest) {
                return;
            }
        }
        self.words(&words, Means::Letters);
        if self.board.is_full(Closeness::AnyOrder) {
            return;
        }
        self.sounds(&whole);
        if self.board.is_full(Closeness::Sound) {
            return;
        }
        self.inside(&whole);
        if self.board.is_full(Closeness::Inside) {
            return;
        }
        if !self.sure || self.board.len() < FEW {
            self.resembling(read);
        }
        if !self.sure && !self.board.is_full(Closeness::Resembles) {
            self.quoted(typed, &whole);
            self.slips(&whole);
            self.words(&words, Means::All);
        }
    }

    /// Finds the text as it was typed, from the beginning of a word.
    fn letters(&mut self, pattern: &Pattern, rank: Rank) {
        let mut begins = 0;
        let rows = self.index.rows_from(rank, pattern.len());
        if rows.is_empty() {
            return;
        }
        let candidates =
            pattern.word_candidates(self.index, self.index.columns.around([rows.clone()]));
        for row in candidates.among(rows) {
            let text = self.index.text(row);
            let Some(place) = pattern.find(text) else { continue };
            let (closeness, finer) = match (rank, place) {
                (_, Place::Inside) => continue,
                (Rank::Code, Place::Whole) => (Closeness::Code, 0),
                (Rank::Name, Place::Whole) => (Closeness::Name, 0),
                (Rank::Code | Rank::Name, Place::Begin) => (Closeness::Begins, 0),
                (Rank::Code | Rank::Name, Place::Word) => (Closeness::Contains, 0),
                (Rank::Word, place) => (Closeness::Word, place as u8),
                (Rank::Meaning, place) => (Closeness::Meaning, place as u8),
            };
            self.sure = true;
            let news = self.board.offer(self.index.entry(row), closeness, finer, text.len());
            begins += usize::from(news && place <= Place::Begin);
            if begins >= self.board.most {
                // The rest is longer.
                break;
            }
        }
    }

    /// Finds what sounds like it.
    fn sounds(&mut self, whole: &Pattern) {
        let Some((sounds, candidates)) = heard(self.index, whole) else { return };
        let closest = sounds.closest();
        for rank in Rank::ALL {
            let mut closest_news = 0;
            for row in candidates.among(self.index.rows(rank)) {
                let text = self.index.text(row);
                let Some(alike) = sounds.find(text) else { continue };
                self.sure |= alike.spelling < Spelling::Initials;
                let finer = rank as u8 * 8 + alike.number();
                let entry = self.index.entry(row);
                let news = self.board.offer(entry, Closeness::Sound, finer, text.len());
                closest_news += usize::from(news && alike == closest);
                if closest_news >= self.board.most {
                    break;
                }
            }
            if self.board.is_full(Closeness::Sound) {
                return;
            }
        }
    }

    /// Finds the text in the middle of words.
    fn inside(&mut self, whole: &Pattern) {
        let candidates = whole.candidates(self.index, self.index.all_from(whole.len()));
        for rank in Rank::ALL {
            for row in candidates.among(self.index.rows_from(rank, whole.len())) {
                let text = self.index.text(row);
                if whole.find(text) == Some(Place::Inside) {
                    let entry = self.index.entry(row);
                    self.board.offer(entry, Closeness::Inside, rank as u8, text.len());
                }
                if self.board.is_full(Closeness::Inside) {
                    return;
                }
            }
        }
    }

    /// Finds codes and names in what was typed.
    fn quoted(&mut self, typed: &Folded, whole: &Pattern) {
        let starts = (0..whole.len()).filter(|&at| typed.starts_word(at));
        let edges = starts.fold(1 << whole.len(), |edges: u64, at| edges | 1 << at);
        // Shorter rows.
        let rows = [Rank::Code, Rank::Name, Rank::Word].map(|rank| {
            self.index.rows_from(rank, 2).start..self.index.rows_from(rank, whole.len()).start
        });
        let around = self.index.columns.around(rows.clone());
        let candidates = whole.part_candidates(self.index, around);
        for (rank, rows) in Rank::ALL.into_iter().zip(rows) {
            for row in candidates.among(rows) {
                let text = self.index.text(row);
                if whole.contains(text, edges) {
                    let finer = rank as u8 * 64 + (whole.len() - text.len()) as u8;
                    self.board.offer(self.index.entry(row), Closeness::Quoted, finer, 0);
                }
            }
        }
    }

    /// Finds the entries that say much of the same.
    fn resembling(&mut self, query: &str) {
        for (entry, score) in self.index.terms.find(query) {
            // The more it says, the closer.
            let far = 0xFF_FFFF - score.min(0xFF_FFFF);
            let (finer, len) = ((far >> 16) as u8, far as usize & 0xFFFF);
            self.board.offer(entry, Closeness::Resembles, finer, len);
        }
    }

    /// Finds it in spite of slips.
    fn slips(&mut self, whole: &Pattern) {
        let most = whole.forgiven();
        if most == 0 {
            return;
        }
        let rows = Rank::ALL.map(|rank| self.index.rows_from(rank, whole.len() - most));
        if rows.iter().all(Range::is_empty) {
            return;
        }
        let candidates = whole.slip_candidates(self.index, most);
        for (rank, rows) in Rank::ALL.into_iter().zip(rows) {
            for row in candidates.among(rows) {
                let text = self.index.text(row);
                let Some(slips) = whole.slips(text, most) else { continue };
                let finer = rank as u8 * 4 + slips as u8;
                self.board.offer(self.index.entry(row), Closeness::Slip, finer, text.len());
            }
            if self.board.is_full(Closeness::Slip) {
                return;
            }
        }
    }

    /// Finds the entries that have all words in any of their keys, first in the weightier ones.
    fn words(&mut self, words: &[Typed], means: Means) {
        if words.len() < 2 {
            return;
        }
        // Among words with slips a single letter is most likely one, too.
        let says = |word: &&Typed| means == Means::Letters || !word.pattern.is_one_letter();
        let slips = |word: &Typed| if means == Means::All { word.slips(self.index) } else { 0 };
        let mut typed: Vec<(usize, &Typed)> =
            words.iter().filter(says).map(|word| (slips(word), word)).collect();
        if typed.is_empty() {
            return;
        }
        // Where some words leave no entry, the others need not be looked for; slips take the longest.
        typed.sort_by_key(|(slips, _)| *slips > 0);
        let mut left = Set::all(self.index.entries);
        let mut words = Vec::with_capacity(typed.len());
        for (slips, word) in typed {
            let word = Word::new(self.index, word, means, slips);
            self.keep_having(&mut left, &word, Rank::Meaning);
            if left.is_empty() {
                return;
            }
            words.push(word);
        }
        // The fewer rows the first words leave, the fewer are compared with the others.
        words.sort_by_cached_key(|word| word.candidates.len());
        if means == Means::Letters {
            let mut near = left.clone();
            for word in &words {
                self.keep_having(&mut near, word, Rank::Name);
            }
            self.words_up_to(&words, near, Rank::Name, means);
            if self.board.is_full(Closeness::AnyOrder) {
                return;
            }
        }
        self.words_up_to(&words, left, Rank::Meaning, means);
    }

    /// Keeps the entries that seem to have a word in a key up to this rank.
    fn keep_having(&self, entries: &mut Set, word: &Word<'_>, farthest: Rank) {
        let mut own = Set::none(self.index.entries);
        let rows = 0..self.index.rows(farthest).end;
        word.candidates.among(rows).for_each(|row| own.insert(self.index.entry(row)));
        entries.keep(&own);
    }

    /// Finds the entries that have all words, of those that seem to.
    fn words_up_to(&mut self, words: &[Word<'_>], mut left: Set, farthest: Rank, means: Means) {
        let index = self.index;
        let rows = 0..index.rows(farthest).end;
        if left.is_empty() {
            return;
        }
        // The farthest that any word is from each entry, and how near this one is to those that have
        // it: closeness, then rank.
        let mut farthest = vec![(0, 0); index.entries];
        let mut nearest = farthest.clone();
        for word in words {
            let mut own = Set::none(index.entries);
            for row in word.candidates.among(rows.clone()) {
                let entry = index.entry(row);
                if !left.has(entry) {
                    continue;
                }
                // Ranks only rise, so a row must be closer; and another word may be as far anyway.
                let known = own.has(entry).then(|| nearest[entry]);
                let settled = |near: (u8, u8)| near <= farthest[entry].max((NEAREST, u8::MAX));
                if known.is_some_and(settled) {
                    continue;
                }
                let known = known.map(|(closeness, _)| closeness);
                if let Some(closeness) = word.find(row, index.text(row), known) {
                    own.insert(entry);
                    nearest[entry] = (closeness as u8, index.rank(row) as u8);
                }
            }
            left.keep(&own);
            left.among(0..index.entries)
                .for_each(|entry| farthest[entry] = farthest[entry].max(nearest[entry]));
        }
        for entry in left.among(0..index.entries) {
            let (closeness, rank) = farthest[entry];
            let (closeness, finer) = match means {
                Means::Letters => (Closeness::AnyOrder, rank),
                Means::All => {
                    let slip = closeness == Closeness::Slip as u8;
                    (Closeness::Slip, rank + 4 * u8::from(slip))
                }
            };
            self.sure |= means == Means::Letters;
            self.board.offer(entry, closeness, finer, usize::from(u16::MAX));
        }
    }
}

/// The codes that somebody may mean: without words around it, as terminals print it, and a zero for
/// the letter O.
fn code_forms(typed: &Folded) -> Vec<Vec<char>> {
    let around = |word: &[char]| {
        AROUND_CODES.split_whitespace().any(|own| own.chars().eq(word.iter().copied()))
    };
    let words = typed.words().into_iter().map(|word| &typed.chars[word]);
    let bare: Vec<char> = words.filter(|word| !around(word)).flatten().copied().collect();
    if bare.is_empty() || bare.len() > 4 {
        return Vec::new();
    }
    let zeros = |code: &[char]| code.iter().map(|&c| if c == 'o' { '0' } else { c }).collect();
    let normal = normal_code(&bare);
    let mut forms: Vec<Vec<char>> = vec![zeros(&normal), normal, bare];
    forms.dedup();
    forms
}
