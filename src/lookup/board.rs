//! The best that is known of each entry while a search goes on.

use super::{Closeness, Hit};

/// What was found so far.
pub(super) struct Board {
    /// How many hits are wanted.
    pub(super) most: usize,
    /// The best score of each entry; less is closer.
    best: Vec<u32>,
    /// The entries that have one.
    found: Vec<usize>,
    /// How many entries have each closeness.
    counts: [usize; ALL.len()],
}

const ALL: [Closeness; 12] = [
    Closeness::Code,
    Closeness::Name,
    Closeness::Begins,
    Closeness::Contains,
    Closeness::Word,
    Closeness::Meaning,
    Closeness::AnyOrder,
    Closeness::Sound,
    Closeness::Inside,
    Closeness::Resembles,
    Closeness::Quoted,
    Closeness::Slip,
];

impl Board {
    /// An empty board for so many entries.
    pub(super) fn new(entries: usize, most: usize) -> Self {
        Self { most, best: vec![u32::MAX; entries], found: Vec::new(), counts: [0; ALL.len()] }
    }

    /// Notes that an entry was found, and says whether that is news: `finer` and then the length of
    /// the key order entries of one closeness.
    pub(super) fn offer(
        &mut self,
        entry: usize,
        closeness: Closeness,
        finer: u8,
        len: usize,
    ) -> bool {
        let score = (closeness as u32) << 24 | u32::from(finer) << 16 | len.min(0xFFFF) as u32;
        let best = self.best[entry];
        if score >= best {
            return false;
        }
        match best {
            u32::MAX => self.found.push(entry),
            _ => self.counts[best as usize >> 24] -= 1,
        }
        self.counts[closeness as usize] += 1;
        self.best[entry] = score;
        true
    }

    /// Whether what is still to be found, being farther than this, would not be wanted.
    pub(super) fn is_full(&self, closeness: Closeness) -> bool {
        self.counts[..=closeness as usize].iter().sum::<usize>() >= self.most
    }

    /// How many entries were found.
    pub(super) fn len(&self) -> usize {
        self.found.len()
    }

    /// The hits in their order.
    pub(super) fn hits(mut self) -> Vec<Hit> {
        let key = |&entry: &usize| (self.best[entry], entry);
        if self.found.len() > self.most && self.most > 0 {
            self.found.select_nth_unstable_by_key(self.most - 1, key);
        }
        self.found.truncate(self.most);
        self.found.sort_unstable_by_key(key);
        let closeness = |entry: usize| ALL[self.best[entry] as usize >> 24];
        self.found.iter().map(|&entry| Hit { entry, closeness: closeness(entry) }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_best() {
        let mut board = Board::new(4, 2);
        assert!(board.offer(3, Closeness::Slip, 0, 1));
        assert!(board.offer(1, Closeness::Begins, 0, 9));
        assert!(!board.offer(1, Closeness::Begins, 0, 9));
        assert!(board.offer(3, Closeness::Begins, 0, 8));
        assert!(board.offer(0, Closeness::Begins, 1, 1));
        assert!(board.is_full(Closeness::Begins) && !board.is_full(Closeness::Name));
        let entries: Vec<usize> = board.hits().into_iter().map(|hit| hit.entry).collect();
        assert_eq!(entries, [3, 1]);
    }

    #[test]
    fn numbers_are_names() {
        for (number, closeness) in ALL.into_iter().enumerate() {
            assert_eq!(number, closeness as usize);
        }
    }
}
