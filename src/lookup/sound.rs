//! Pinyin: full, initials, mixed, unfinished; and characters typed for others of the same sound.

use super::{
    columns::{Feature, Set},
    index::{Index, starts_word, symbol},
    pattern::Pattern,
    syllables::{BEFORE, LONGEST, Letters, has_long_initial, readings},
};

/// What a query sounds like.
pub(super) struct Sounds {
    /// With which letters each of its characters can begin and end.
    letters: Vec<Letters>,
    /// By number of the alphabet, what a character moves.
    moves: Vec<Moves>,
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
    /// To the end of the query, be the syllable finished or not.
    last: u64,
    /// All places from which anything leads on.
    any: u64,
}

/// How a row sounds like a query, the closest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Alike {
    /// It begins with the whole syllables.
    Begin,
    /// It has them further on.
    Within,
    /// It begins with the initials, or some of them.
    InitialsBegin,
    /// It has those further on.
    InitialsWithin,
}

impl Sounds {
    /// Makes a query ready, if it can be taken for a sound at all.
    pub(super) fn new(index: &Index, pattern: &Pattern) -> Option<Self> {
        let own: Vec<Vec<String>> = pattern.chars.iter().map(|&c| readings(c)).collect();
        let sounds = |(c, own): (&char, &Vec<String>)| c.is_ascii_alphabetic() || !own.is_empty();
        let letter = pattern.chars.iter().any(char::is_ascii_alphabetic);
        // One Chinese character for another of the same sound could be anything.
        if !pattern.chars.iter().zip(&own).any(sounds) || (!letter && pattern.len() < 2) {
            return None;
        }
        let syllables: Vec<Moves> = index
            .alphabet
            .syllables
            .all
            .iter()
            .map(|syllable| Moves::of(syllable, &pattern.chars, &own))
            .collect();
        let end = 1 << (pattern.len() - 1);
        let moves = index.alphabet.syllables_of.iter().zip(pattern.all_places());
        let moves = moves.map(|(own, &places)| Moves::joined(own, &syllables, places, end));
        let letters = pattern.chars.iter().zip(&own).map(|(&c, own)| Letters::new(c, own));
        Some(Self { letters: letters.collect(), moves: moves.collect() })
    }

    /// The rows that may sound like it.
    pub(super) fn candidates(&self, index: &Index) -> Set {
        let mut set = index.columns.all();
        let mut before: &[u8] = &[BEFORE];
        for letters in &self.letters {
            if !before.is_empty() && !letters.first.is_empty() {
                let mut either = index.columns.none();
                for &first in &letters.first {
                    for &last in before {
                        index.columns.add(&mut either, Feature::Sound(last, first));
                    }
                }
                set.keep(&either);
            }
            before = &letters.last;
        }
        set
    }

    /// How a row sounds like it, if it does.
    pub(super) fn find(&self, text: &[u32]) -> Option<Alike> {
        let begins = self.run(text, true);
        if begins == Some(true) {
            return Some(Alike::Begin);
        }
        let within = self.run(text, false);
        match (begins, within) {
            (_, Some(true)) => Some(Alike::Within),
            (Some(false), _) => Some(Alike::InitialsBegin),
            (None, Some(false)) => Some(Alike::InitialsWithin),
            _ => None,
        }
    }

    /// Whether the query is found with whole syllables (`true`) or only with initials.
    fn run(&self, text: &[u32], only_at_begin: bool) -> Option<bool> {
        let (mut whole, mut any) = (1_u64, 1_u64);
        let mut initials = None;
        for &c in text {
            if !only_at_begin {
                let start = u64::from(starts_word(c));
                (whole, any) = (whole | start, any | start);
            }
            let moves = &self.moves[symbol(c) as usize];
            if whole & moves.last != 0 {
                return Some(true);
            }
            if any & moves.last != 0 {
                initials = Some(false);
            }
            if any & moves.any == 0 {
                if only_at_begin {
                    break;
                }
                (whole, any) = (0, 0);
                continue;
            }
            let initial = (any & moves.initial) << 1 | (any & moves.long_initial) << 2;
            (whole, any) = (moves.whole(whole), moves.whole(any) | initial);
        }
        initials
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
            if common == syllable.len() {
                moves.whole[common] |= place;
            }
            if common > 0 {
                moves.initial |= place;
                moves.last |= if at + common == query.len() { place } else { 0 };
            }
            if common > 1 && has_long_initial(syllable) {
                moves.long_initial |= place;
            }
            if own[at].iter().any(|reading| reading == syllable) {
                moves.whole[1] |= place;
                moves.last |= if at + 1 == query.len() { place } else { 0 };
            }
        }
        moves
    }

    /// Those of a character with these syllables, which stands for itself at `places`.
    fn joined(own: &[u16], syllables: &[Self], places: u64, end: u64) -> Self {
        let mut moves = Self { last: places & end, ..Self::default() };
        moves.whole[1] = places;
        for &syllable in own {
            let of = &syllables[usize::from(syllable)];
            for (all, own) in moves.whole.iter_mut().zip(of.whole) {
                *all |= own;
            }
            moves.initial |= of.initial;
            moves.long_initial |= of.long_initial;
            moves.last |= of.last;
        }
        moves.any =
            moves.whole.iter().fold(moves.initial | moves.long_initial, |all, own| all | own);
        moves
    }

    /// Where the places lead by whole syllables.
    fn whole(&self, places: u64) -> u64 {
        (1..=LONGEST).fold(0, |led, len| led | (places & self.whole[len]) << len)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Index, Key, Rank, fold::Folded, pattern::Pattern};
    use super::{Alike, Sounds};

    fn alike(typed: &str, text: &str) -> Option<Alike> {
        let index = Index::new([vec![Key { text: text.to_owned(), rank: Rank::Name }]]);
        let pattern = Pattern::new(&index, &Folded::new(typed, 63).chars);
        let sounds = Sounds::new(&index, &pattern)?;
        let alike = sounds.find(index.text(0));
        if alike.is_some() {
            let set = sounds.candidates(&index);
            assert_eq!(set.among(0..1).count(), 1, "{typed} may be {text}");
        }
        alike
    }

    #[test]
    fn hears_pinyin() {
        use Alike::{Begin, InitialsBegin, InitialsWithin, Within};
        for (typed, text, expected) in [
            ("yuebuzu", "余额不足", Some(Begin)),
            ("yu e bu zu", "余额不足", Some(Begin)),
            ("yu'e", "余额不足", Some(Begin)),
            ("yuebuz", "余额不足", Some(Begin)),
            ("y", "余额不足", Some(Begin)),
            ("buzu", "余额不足", Some(Within)),
            ("yebz", "余额不足", Some(InitialsBegin)),
            ("yuebz", "余额不足", Some(InitialsBegin)),
            ("yueb", "余额不足", Some(Begin)),
            ("bz", "余额不足", Some(InitialsWithin)),
            ("tongxunsh", "通讯失败", Some(Begin)),
            ("txshb", "通讯失败", Some(InitialsBegin)),
            ("txsb", "通讯失败", Some(InitialsBegin)),
            ("yinhang", "银行", Some(Begin)),
            ("meizhi", "没纸", Some(Begin)),
            ("chongqi", "重启", Some(Begin)),
            ("icka", "IC卡", Some(Begin)),
            ("posji", "重启 POS 机", Some(Within)),
            ("余ebz", "余额不足", Some(InitialsBegin)),
            ("签道", "请重新签到", Some(Within)),
            ("餘額不足", "余额不足", Some(Begin)),
            ("lvse", "绿色", Some(Begin)),
            ("luse", "绿色", Some(Begin)),
            ("lǜsè", "绿色", Some(Begin)),
            ("签", "前", None),
            ("yubz", "余额不足", None),
            ("uebz", "余额不足", None),
            ("51", "余额不足", None),
            ("zzzzqq", "余额不足", None),
        ] {
            assert_eq!(alike(typed, text), expected, "{typed} for {text}");
        }
    }
}
