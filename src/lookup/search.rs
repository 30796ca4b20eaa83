//! One search: steps from what is close to what is far, until there are enough hits.

use super::{
    Closeness, Hit, Rank,
    board::Board,
    columns::Set,
    fold::Folded,
    index::{Index, normal_code},
    pattern::{LONGEST, Pattern, Place},
    sound::{Alike, Sounds},
};

/// Words around a code that say no more than that it is one.
const AROUND_CODES: [&str; 22] = [
    "code",
    "error",
    "err",
    "response",
    "resp",
    "rc",
    "is",
    "no",
    "代码",
    "错误代码",
    "错误码",
    "错误",
    "应答码",
    "返回码",
    "响应码",
    "拒绝码",
    "报错",
    "提示",
    "显示",
    "码",
    "号",
    "是",
];

/// How much of a query is looked at, so that a paste of any size is folded in no time.
const READ: usize = 1_000;

/// In which order the keys are searched, and how far the hits of each rank may be.
const LETTERS: [(Rank, Closeness); 4] = [
    (Rank::Code, Closeness::Code),
    (Rank::Name, Closeness::Contains),
    (Rank::Word, Closeness::Word),
    (Rank::Meaning, Closeness::Meaning),
];

/// A search under way.
pub(super) struct Search<'i> {
    index: &'i Index,
    board: Board,
    /// Whether something was found that leaves no doubt about what was typed.
    sure: bool,
}

/// How a word may be found.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Means {
    /// As it is typed.
    Letters,
    /// By its sound and in spite of slips, too.
    All,
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
            self.run(&typed);
        }
        self.board.hits()
    }

    fn run(&mut self, typed: &Folded) {
        let whole = Pattern::new(self.index, &typed.chars);
        let words: Vec<Pattern> = typed
            .words()
            .into_iter()
            .map(|word| Pattern::new(self.index, &typed.chars[word]))
            .collect();
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
        // What is inside of words was noted on the way.
        if self.board.is_full(Closeness::Inside) {
            return;
        }
        if !self.sure {
            self.quoted(typed, &whole);
            self.slips(&whole);
            self.words(&words, Means::All);
        }
    }

    /// Finds the text as it was typed.
    fn letters(&mut self, pattern: &Pattern, rank: Rank) {
        let mut begins = 0;
        let candidates = pattern.candidates(self.index);
        for row in candidates.among(self.index.rows(rank)) {
            let text = self.index.text(row);
            let Some(place) = pattern.find(text) else { continue };
            let (closeness, finer) = match (rank, place) {
                (_, Place::Inside) => (Closeness::Inside, rank as u8),
                (Rank::Code, Place::Whole) => (Closeness::Code, 0),
                (Rank::Name, Place::Whole) => (Closeness::Name, 0),
                (Rank::Code | Rank::Name, Place::Begin) => (Closeness::Begins, 0),
                (Rank::Code | Rank::Name, Place::Word) => (Closeness::Contains, 0),
                (Rank::Word, place) => (Closeness::Word, place as u8),
                (Rank::Meaning, place) => (Closeness::Meaning, place as u8),
            };
            self.sure |= place != Place::Inside;
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
        let Some(sounds) = Sounds::new(self.index, whole) else { return };
        let candidates = sounds.candidates(self.index);
        for rank in Rank::ALL {
            let mut begins = 0;
            for row in candidates.among(self.index.rows(rank)) {
                let text = self.index.text(row);
                let Some(alike) = sounds.find(text) else { continue };
                self.sure |= alike <= Alike::Within;
                let finer = rank as u8 * 4 + alike as u8;
                let entry = self.index.entry(row);
                let news = self.board.offer(entry, Closeness::Sound, finer, text.len());
                begins += usize::from(news && alike == Alike::Begin);
                if begins >= self.board.most {
                    break;
                }
            }
            if self.board.is_full(Closeness::Sound) {
                return;
            }
        }
    }

    /// Finds codes and names in what was typed.
    fn quoted(&mut self, typed: &Folded, whole: &Pattern) {
        let starts = (0..whole.len()).filter(|&at| typed.starts_word(at));
        let edges = starts.fold(1 << whole.len(), |edges: u64, at| edges | 1 << at);
        for rank in [Rank::Code, Rank::Name, Rank::Word] {
            for row in self.index.rows(rank) {
                let text = self.index.text(row);
                if text.len() >= whole.len() {
                    break;
                }
                if text.len() > 1 && whole.contains(text, edges) {
                    let finer = rank as u8 * 64 + (whole.len() - text.len()) as u8;
                    self.board.offer(self.index.entry(row), Closeness::Quoted, finer, 0);
                }
            }
        }
    }

    /// Finds it in spite of slips.
    fn slips(&mut self, whole: &Pattern) {
        let most = whole.forgiven();
        if most == 0 {
            return;
        }
        let candidates = whole.slip_candidates(self.index, most);
        for rank in Rank::ALL {
            for row in candidates.among(self.index.rows(rank)) {
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
    fn words(&mut self, words: &[Pattern], means: Means) {
        if words.len() < 2 {
            return;
        }
        let mut words: Vec<Word<'_>> =
            words.iter().map(|pattern| Word::new(self.index, pattern, means)).collect();
        if words.iter().any(|word| word.candidates.len() == 0) {
            return;
        }
        // The fewer rows the first words leave, the fewer are compared with the others.
        words.sort_by_key(|word| word.candidates.len());
        for farthest in Rank::ALL {
            self.words_up_to(&words, farthest);
            if self.board.is_full(Closeness::AnyOrder) {
                return;
            }
        }
    }

    fn words_up_to(&mut self, words: &[Word<'_>], farthest: Rank) {
        let rows = 0..self.index.rows(farthest).end;
        let mut all: Option<Vec<(Closeness, u8)>> = None;
        let none = (Closeness::Slip, u8::MAX);
        for word in words {
            let mut own = vec![none; self.index.entries];
            for row in word.candidates.among(rows.clone()) {
                let entry = self.index.entry(row);
                if all.as_ref().is_some_and(|all| all[entry] == none) {
                    continue;
                }
                if let Some(closeness) = word.find(self.index.text(row)) {
                    let rank = Rank::ALL.iter().position(|&rank| row < self.index.rows(rank).end);
                    own[entry] = own[entry].min((closeness, rank.unwrap_or(0) as u8));
                }
            }
            all = Some(match all {
                None => own,
                Some(all) => all.into_iter().zip(own).map(|(all, own)| all.max(own)).collect(),
            });
        }
        for (entry, &(closeness, rank)) in all.iter().flatten().enumerate() {
            if (closeness, rank) != none {
                self.sure |= closeness == Closeness::AnyOrder;
                self.board.offer(entry, closeness, rank, usize::from(u16::MAX));
            }
        }
    }
}

/// One of several words.
struct Word<'p> {
    pattern: &'p Pattern,
    sounds: Option<Sounds>,
    slips: usize,
    candidates: Set,
}

impl<'p> Word<'p> {
    fn new(index: &Index, pattern: &'p Pattern, means: Means) -> Self {
        let mut candidates = pattern.candidates(index);
        let mut word = Word { pattern, sounds: None, slips: 0, candidates: index.columns.none() };
        if means == Means::All && pattern.len() > 1 {
            word.sounds = Sounds::new(index, pattern);
            word.slips = pattern.forgiven();
            if let Some(sounds) = &word.sounds {
                candidates.add(&sounds.candidates(index));
            }
            if word.slips > 0 {
                candidates.add(&pattern.slip_candidates(index, word.slips));
            }
        }
        word.candidates = candidates;
        word
    }

    /// How a row has it; as letters only from the beginning of a word, or bits of pinyin would be
    /// found in every other English word.
    fn find(&self, text: &[u32]) -> Option<Closeness> {
        if self.pattern.find(text).is_some_and(|place| place != Place::Inside) {
            return Some(Closeness::AnyOrder);
        }
        if self.sounds.as_ref().is_some_and(|sounds| sounds.find(text).is_some()) {
            return Some(Closeness::Sound);
        }
        let slips = (self.slips > 0).then(|| self.pattern.slips(text, self.slips)).flatten();
        slips.map(|_| Closeness::Slip)
    }
}

/// The codes that somebody may mean: without words around it, as terminals print it, and a zero for
/// the letter O.
fn code_forms(typed: &Folded) -> Vec<Vec<char>> {
    let around =
        |word: &[char]| AROUND_CODES.iter().any(|own| own.chars().eq(word.iter().copied()));
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
