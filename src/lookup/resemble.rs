//! Which entries say much of what a sentence says, whatever its wording.
//!
//! What few entries say tells more than what many do: each term weighs as much as it is rare.

use super::{
    Key, Rank,
    terms::{Term, terms},
};

/// How much of a key and of a query is read.
const READ: usize = 200;

/// How many terms of a query are weighed; who types more pasted a text.
const MOST_TERMS: usize = 64;

/// How much a term counts in a key of each rank. A code says nothing.
const COUNTS: [u8; 4] = [0, 6, 5, 2];

/// How much of its weight a term keeps, in tenths: a character by itself says little.
const SINGLE: u32 = 6;

/// The same of what no key has, by which a query is of something else: a pair of characters may
/// only be where two words meet, a word is meant.
const UNKNOWN_PAIR: u32 = 2;
const UNKNOWN_WORD: u32 = 8;

/// How much of a query an entry must say, in hundredths, so that nonsense finds nothing.
const ENOUGH: u32 = 22;

/// How much of what the best entry says the others must, in hundredths.
const NEAR: u32 = 30;

/// Parts of one doubling in the weights.
const PARTS: u32 = 16;

/// What all entries say.
#[derive(Debug)]
pub(super) struct Terms {
    entries: usize,
    /// The terms that occur, in order, with where their notes begin.
    known: Vec<(Term, u32)>,
    /// Which entries have a term, and how much it counts there.
    notes: Vec<(u32, u8)>,
}

/// Terms that are still gathered, with the entries and how much they count there.
#[derive(Default)]
pub(super) struct Gathered(Vec<(Term, u32, u8)>);

impl Gathered {
    /// Takes in a key of an entry.
    pub(super) fn take(&mut self, entry: u32, key: &Key) {
        if key.rank != Rank::Code {
            let counts = COUNTS[key.rank as usize];
            terms(&key.text, READ, |term| self.0.push((term, entry, counts)));
        }
    }

    /// Puts the terms of so many entries in order.
    pub(super) fn finish(mut self, entries: usize) -> Terms {
        // Of a term that an entry has more than once, what counts most comes first and is kept.
        self.0.sort_unstable_by_key(|&(term, entry, counts)| (term, entry, u8::MAX - counts));
        self.0.dedup_by_key(|&mut (term, entry, _)| (term, entry));
        let mut known: Vec<(Term, u32)> = Vec::new();
        let mut notes = Vec::with_capacity(self.0.len());
        for (term, entry, counts) in self.0 {
            if known.last().is_none_or(|&(last, _)| last != term) {
                known.push((term, notes.len() as u32));
            }
            notes.push((entry, counts));
        }
        Terms { entries, known, notes }
    }
}

impl Terms {
    /// The entries that say enough of a query, and how much each says: less than 2^24.
    pub(super) fn find(&self, query: &str) -> Vec<(usize, u32)> {
        let mut asked: Vec<Term> = Vec::new();
        terms(query, READ, |term| {
            if asked.len() < MOST_TERMS && !asked.contains(&term) {
                asked.push(term);
            }
        });
        // Characters by themselves come last: they only add to what more than one of them says.
        asked.sort_by_key(|term| term.is_single());
        let mut scores = vec![0_u32; self.entries];
        let mut whole = 0;
        for term in asked {
            let notes = self.notes(term);
            let weight = self.weight(term, notes.len());
            whole += weight * u32::from(COUNTS[Rank::Name as usize]);
            for &(entry, counts) in notes {
                let score = &mut scores[entry as usize];
                if *score > 0 || !term.is_single() {
                    *score += weight * u32::from(counts);
                }
            }
        }
        let best = scores.iter().copied().max().unwrap_or(0);
        let least = (whole * ENOUGH / 100).max(best * NEAR / 100).max(1);
        scores.into_iter().enumerate().filter(|&(_, score)| score >= least).collect()
    }

    /// Who has a term.
    fn notes(&self, term: Term) -> &[(u32, u8)] {
        let Ok(at) = self.known.binary_search_by_key(&term, |&(term, _)| term) else { return &[] };
        let end = self.known.get(at + 1).map_or(self.notes.len(), |&(_, start)| start as usize);
        &self.notes[self.known[at].1 as usize..end]
    }

    /// What a term weighs that so many entries have.
    fn weight(&self, term: Term, having: usize) -> u32 {
        let rare = log2(self.entries) - log2(having);
        match (term.is_single(), having) {
            // Its pairs are unknown, too.
            (true, 0) => 0,
            (true, _) => rare * SINGLE / 10,
            (false, 0) if term.is_word() => rare * UNKNOWN_WORD / 10,
            (false, 0) => rare * UNKNOWN_PAIR / 10,
            (false, _) => rare,
        }
    }
}

/// The logarithm in parts, on straight lines between the powers of two; of nothing as of one.
fn log2(number: usize) -> u32 {
    let number = number.max(1) as u64;
    let power = number.ilog2();
    power * PARTS + ((number * u64::from(PARTS)) >> power) as u32 - PARTS
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn terms_of(entries: &[&str]) -> Terms {
        let mut gathered = Gathered::default();
        for (entry, texts) in entries.iter().enumerate() {
            for (text, rank) in texts.split('|').zip([Rank::Name, Rank::Word, Rank::Meaning]) {
                gathered.take(entry as u32, &Key { text: text.to_owned(), rank });
            }
        }
        gathered.finish(entries.len())
    }

    /// The entries in the order of what they say.
    fn best(terms: &Terms, query: &str) -> Vec<usize> {
        let mut found = terms.find(query);
        found.sort_by_key(|&(entry, score)| (u32::MAX - score, entry));
        found.into_iter().map(|(entry, _)| entry).collect()
    }

    #[test]
    fn what_is_rare_tells_more() {
        let terms = terms_of(&["card stuck", "card declined", "card expired", "slip torn"]);
        assert_eq!(best(&terms, "my card got stuck")[0], 0);
        assert_eq!(best(&terms, "expired cards")[0], 2);
        assert_eq!(best(&terms, "the slips"), [3]);
    }

    #[test]
    fn a_name_counts_more_than_what_explains_it() {
        let terms = terms_of(&["没电||电池", "电池鼓了", "没网", "死机", "黑屏"]);
        assert_eq!(best(&terms, "电池"), [1, 0]);
    }

    #[test]
    fn all_keys_count_together() {
        let terms = terms_of(&["刷卡失败|扣款", "刷卡没反应", "签到失败", "打印失败"]);
        assert_eq!(best(&terms, "刷卡以后失败了还扣款")[0], 0);
    }

    #[test]
    fn too_little_is_nothing() {
        let terms = terms_of(&["card stuck", "没有信号", "slip torn", "死机"]);
        for query in ["", "the", "的", "blue whales rarely swim near card games", "哈哈"] {
            assert_eq!(best(&terms, query), [0_usize; 0], "{query}");
        }
        assert_eq!(best(&terms_of(&[]), "card"), [0_usize; 0]);
    }

    proptest! {
        #[test]
        fn the_order_of_words_does_not_matter(
            entries in prop::collection::vec("([a-e]{1,2} ){1,4}", 1..9),
            mut words in prop::collection::vec("[a-e]{1,2}", 1..90),
        ) {
            let texts: Vec<&str> = entries.iter().map(String::as_str).collect();
            let terms = terms_of(&texts);
            words.sort();
            words.dedup();
            let found = terms.find(&words.join(" "));
            prop_assert!(found.iter().all(|&(_, score)| score > 0 && score < 1 << 24));
            words.reverse();
            prop_assert_eq!(found, terms.find(&words.join(" ")));
        }
    }

    #[test]
    fn logarithms_rise() {
        assert_eq!([0, 1, 2, 4, 1024].map(log2), [0, 0, 16, 32, 160]);
        assert!((1..5_000).map(log2).is_sorted());
        assert_eq!(log2(3), 24);
    }
}
