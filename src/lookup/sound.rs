//! Pinyin: full, initials, mixed, unfinished; and characters typed for others of the same sound.

use super::{
    columns::{Feature, Set},
    index::{Index, starts_word, symbol},
    pattern::Pattern,
    syllables::{BEFORE, LONGEST, Letters, has_long_initial, letter, readings},
};

/// How a query is spelt, if it can be taken for a sound at all.
pub(super) struct Spelt {
    /// The readings of each of its characters.
    own: Vec<Vec<String>>,
    /// With which letters each of its characters can begin and end.
    letters: Vec<Letters>,
}

/// What a query sounds like.
pub(super) struct Sounds {
    /// By number of the alphabet, from which places a character leads on at all: most do from none.
    leads: Box<[u64]>,
    /// What the others move,
    moves: Box<[Moves]>,
    /// and by number of the alphabet which of those a character has.
    own: Box<[u32]>,
    /// Whether a row may be found that is written in whole syllables.
    whole: bool,
}

/// From which places of the query the sound of a character leads on.
#[derive(Clone, Copy, Default)]
struct Moves {
    /// By so many letters, the whole of it; one character for itself.
    whole: [u64; LONGEST + 1],
    /// One letter, the first.
    initial: u64,
    /// Two letters: `zh`, `ch`, `sh`.
    long_initial: u64,
    /// To the end of the query, with the whole of it.
    end: u64,
    /// To the end of the query, be the syllable finished or not.
    last: u64,
}

/// How a row sounds like a query, the closest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Alike {
    /// How it is written.
    pub(super) spelling: Spelling,
    /// Whether that is not at the beginning of the row.
    pub(super) within: bool,
}

/// How a row is written in pinyin, the closest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Spelling {
    /// In whole syllables.
    Whole,
    /// In whole syllables, the last of which is not finished.
    Unfinished,
    /// In initials, or some of them.
    Initials,
}

impl Alike {
    /// The order as a number below 8.
    pub(super) fn number(self) -> u8 {
        self.spelling as u8 * 2 + u8::from(self.within)
    }
}

impl Spelt {
    /// Spells a query.
    pub(super) fn new(pattern: &Pattern) -> Option<Self> {
        let own: Vec<Vec<String>> = pattern.chars.iter().map(|&c| readings(c)).collect();
        let sounds = |(c, own): (&char, &Vec<String>)| c.is_ascii_alphabetic() || !own.is_empty();
        let letter = pattern.chars.iter().any(char::is_ascii_alphabetic);
        // One Chinese character for another of the same sound could be anything.
        if !pattern.chars.iter().zip(&own).any(sounds) || (!letter && pattern.len() < 2) {
            return None;
        }
        let letters = pattern.chars.iter().zip(&own).map(|(&c, own)| Letters::new(c, own));
        Some(Self { letters: letters.collect(), own })
    }

    /// The rows that may sound like it.
    pub(super) fn candidates(&self, index: &Index) -> Set {
        let mut lists: Vec<Vec<Feature>> = Vec::with_capacity(self.letters.len());
        let mut before = vec![BEFORE];
        for (letters, readings) in self.letters.iter().zip(&self.own) {
            if !before.is_empty() && !letters.first.is_empty() {
                let pairs = letters.first.iter();
                let pairs = pairs.flat_map(|&first| before.iter().map(move |&last| (last, first)));
                lists.push(pairs.map(|(last, first)| Feature::Sound(last, first)).collect());
            }
            // A character stands for whole syllables.
            let ends =
                readings.iter().filter_map(|reading| reading.chars().last().and_then(letter));
            before = if readings.is_empty() { letters.last.clone() } else { ends.collect() };
            if !readings.is_empty() && readings.iter().all(|reading| reading.len() > 1) {
                let pairs = letters.inner.iter();
                lists.push(pairs.map(|&(a, b)| Feature::Sound(a, b)).collect());
            }
        }
        let mut rows = index.all_from(0);
        index.columns.keep_having_one_of_each(&mut rows, &lists);
        rows
    }
}

impl Sounds {
    /// Makes a query ready.
    pub(super) fn new(index: &Index, pattern: &Pattern, spelt: &Spelt) -> Self {
        let syllables: Vec<Moves> = index
            .alphabet
            .syllables
            .all
            .iter()
            .map(|syllable| Moves::of(syllable, &pattern.chars, &spelt.own))
            .collect();
        let leads: Vec<u64> = syllables.iter().map(Moves::leads).collect();
        let last = 1 << (pattern.len() - 1);
        // One letter that stands for itself is no sound.
        let whole = pattern.len() > 1 || syllables.iter().any(|moves| moves.end != 0);
        let (mut all_leads, mut all_moves, mut all_own) = (Vec::new(), Vec::new(), Vec::new());
        for (own, &places) in index.alphabet.syllables_of.iter().zip(pattern.all_places()) {
            let leads = own.iter().fold(places, |all, &own| all | leads[usize::from(own)]);
            all_leads.push(leads);
            all_own.push(all_moves.len() as u32);
            if leads != 0 {
                all_moves.push(Moves::joined(own, &syllables, places, last));
            }
        }
        Self { leads: all_leads.into(), moves: all_moves.into(), own: all_own.into(), whole }
    }

    /// The closest that any row may be.
    pub(super) fn closest(&self) -> Alike {
        let spelling = if self.whole { Spelling::Whole } else { Spelling::Unfinished };
        Alike { spelling, within: false }
    }

    /// How a row sounds like it, if it does.
    pub(super) fn find(&self, text: &[u32]) -> Option<Alike> {
        let begin = self.run(text, true).map(|spelling| Alike { spelling, within: false });
        if begin.is_some_and(|alike| alike.spelling == Spelling::Whole) {
            return begin;
        }
        let within = self.run(text, false).map(|spelling| Alike { spelling, within: true });
        begin.into_iter().chain(within).min()
    }

    /// The best spelling with which the query is found.
    fn run(&self, text: &[u32], only_at_begin: bool) -> Option<Spelling> {
        let (mut whole, mut any) = (1_u64, 1_u64);
        let mut best: Option<Spelling> = None;
        for &c in text {
            if !only_at_begin {
                let start = u64::from(starts_word(c));
                (whole, any) = (whole | start, any | start);
            }
            if any & self.leads[symbol(c) as usize] == 0 {
                if only_at_begin {
                    break;
                }
                (whole, any) = (0, 0);
                continue;
            }
            let moves = &self.moves[self.own[symbol(c) as usize] as usize];
            if whole & moves.end != 0 {
                return Some(Spelling::Whole);
            }
            if whole & moves.last != 0 {
                best = Some(Spelling::Unfinished);
            } else if any & moves.last != 0 {
                best = best.or(Some(Spelling::Initials));
            }
            let initial = (any & moves.initial) << 1 | (any & moves.long_initial) << 2;
            (whole, any) = (moves.whole(whole), moves.whole(any) | initial);
        }
        best
    }
}

impl Moves {
    /// Those of one syllable: `own` are the readings of the query's characters.
    fn of(syllable: &str, query: &[char], own: &[Vec<String>]) -> Self {
        let mut moves = Self::default();
        for at in 0..query.len() {
            let place = 1 << at;
            let rest = query[at..].iter().copied();
            let common = syllable.chars().zip(rest).take_while(|(a, b)| a == b).count();
            let ending = |len: usize| if at + len == query.len() { place } else { 0 };
            if common == syllable.len() {
                moves.whole[common] |= place;
                moves.end |= ending(common);
            }
            if common > 0 {
                moves.initial |= place;
                moves.last |= ending(common);
            }
            if common > 1 && has_long_initial(syllable) {
                moves.long_initial |= place;
            }
            if own[at].iter().any(|reading| reading == syllable) {
                moves.whole[1] |= place;
                moves.end |= ending(1);
            }
        }
        moves.last |= moves.end;
        moves
    }

    /// Those of a character with these syllables, which stands for itself at `places`.
    fn joined(own: &[u16], syllables: &[Self], places: u64, last: u64) -> Self {
        let mut moves = Self { end: places & last, ..Self::default() };
        moves.whole[1] = places;
        for &syllable in own {
            let of = &syllables[usize::from(syllable)];
            for (all, own) in moves.whole.iter_mut().zip(of.whole) {
                *all |= own;
            }
            moves.initial |= of.initial;
            moves.long_initial |= of.long_initial;
            moves.end |= of.end;
            moves.last |= of.last;
        }
        moves.last |= moves.end;
        moves
    }

    /// The places from which anything leads on, as it does wherever the end is reached.
    fn leads(&self) -> u64 {
        self.whole.iter().fold(self.initial | self.long_initial, |all, whole| all | whole)
    }

    /// Where the places lead by whole syllables.
    fn whole(&self, places: u64) -> u64 {
        (1..=LONGEST).fold(0, |led, len| led | (places & self.whole[len]) << len)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Index, Key, Rank, fold::Folded, pattern::Pattern};
    use super::{Sounds, Spelling, Spelt, has_long_initial, readings};
    use proptest::prelude::*;

    fn alike(typed: &str, text: &str) -> Option<(Spelling, bool)> {
        let index = Index::new([vec![Key { text: text.to_owned(), rank: Rank::Name }]]);
        let pattern = Pattern::new(&index, &Folded::new(typed, 63).chars);
        let spelt = Spelt::new(&pattern)?;
        let alike = Sounds::new(&index, &pattern, &spelt).find(index.text(0));
        if alike.is_some() {
            let set = spelt.candidates(&index);
            assert_eq!(set.among(0..1).count(), 1, "{typed} may be {text}");
        }
        alike.map(|alike| (alike.spelling, alike.within))
    }

    #[test]
    fn hears_pinyin() {
        use Spelling::{Initials, Unfinished, Whole};
        for (typed, text, expected) in [
            ("yuebuzu", "余额不足", Some((Whole, false))),
            ("yu e bu zu", "余额不足", Some((Whole, false))),
            ("yu'e", "余额不足", Some((Whole, false))),
            ("yuebuz", "余额不足", Some((Unfinished, false))),
            ("y", "余额不足", Some((Unfinished, false))),
            ("buzu", "余额不足", Some((Whole, true))),
            ("yebz", "余额不足", Some((Initials, false))),
            ("yuebz", "余额不足", Some((Initials, false))),
            ("yueb", "余额不足", Some((Unfinished, false))),
            ("bz", "余额不足", Some((Initials, true))),
            ("tongxunsh", "通讯失败", Some((Unfinished, false))),
            ("txshb", "通讯失败", Some((Initials, false))),
            ("txsb", "通讯失败", Some((Initials, false))),
            ("yinhang", "银行", Some((Whole, false))),
            ("meizhi", "没纸", Some((Whole, false))),
            ("chongqi", "重启", Some((Whole, false))),
            ("icka", "IC卡", Some((Whole, false))),
            ("posji", "重启 POS 机", Some((Whole, true))),
            ("余ebz", "余额不足", Some((Initials, false))),
            ("签道", "请重新签到", Some((Whole, true))),
            ("餘額不足", "余额不足", Some((Whole, false))),
            ("lvse", "绿色", Some((Whole, false))),
            ("luse", "绿色", Some((Whole, false))),
            ("lǜsè", "绿色", Some((Whole, false))),
            ("签", "前", None),
            ("yubz", "余额不足", None),
            ("uebz", "余额不足", None),
            ("51", "余额不足", None),
            ("zzzzqq", "余额不足", None),
        ] {
            assert_eq!(alike(typed, text), expected, "{typed} for {text}");
        }
    }

    proptest! {
        /// However somebody spells it, the row is found, and the columns do not hide it.
        #[test]
        fn hears_every_spelling(
            text in "[余额不足通讯失败银行重长没还绿签到]{1,8}",
            spellings in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..4), 8),
            skipped in 0_usize..4,
        ) {
            let mut typed = String::new();
            for (c, (reading, kind)) in text.chars().zip(spellings).skip(skipped) {
                let readings = readings(c);
                let reading = reading.get(&readings).as_str();
                match kind {
                    0 | 1 => typed.push_str(reading),
                    2 if has_long_initial(reading) => typed.push_str(&reading[..2]),
                    2 => typed.push_str(&reading[..1]),
                    _ => typed.push(c),
                }
            }
            if typed.chars().any(|c| c.is_ascii_alphabetic()) {
                prop_assert!(alike(&typed, &text).is_some(), "{} for {}", typed, text);
            }
        }
    }
}
