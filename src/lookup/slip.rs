//! Slips of the fingers: a character wrong, missing, too many, or two in the wrong order.

use super::{
    columns::{Feature, Set},
    index::{Index, starts_word},
    pattern::{Pattern, candidates},
};

/// How many slips are forgiven at most.
const MOST: usize = 2;

impl Pattern {
    /// How many slips its length forgives: a Chinese character says more than a letter, and a
    /// wrong digit makes another number.
    pub(super) fn forgiven(&self) -> usize {
        if self.chars.iter().any(|c| c.is_numeric()) {
            return 0;
        }
        let chinese = self.chars.iter().any(|c| !c.is_ascii());
        match self.len() {
            0..=2 => 0,
            3 if chinese => 1,
            3 => 0,
            4..=7 => 1,
            _ => MOST,
        }
    }

    /// The rows that may have it but for `slips`.
    pub(super) fn slip_candidates(&self, index: &Index, slips: usize) -> Set {
        let mut set = index.columns.none();
        for part in self.spared_parts(slips) {
            set.add(&candidates(index, &part));
        }
        let mut chars: Vec<u32> = self.symbols.iter().copied().flatten().collect();
        chars.sort_unstable();
        chars.dedup();
        let features: Vec<Feature> = chars.into_iter().map(Feature::Char).collect();
        set.keep(&index.columns.lacking(slips, &features));
        set
    }

    /// Parts of which a row has at least one, whatever the slips.
    ///
    /// Of one part more than there are slips, one is spared by all of them; unless two characters
    /// are in the wrong order across a cut, which spares the joined parts if they are swapped back.
    fn spared_parts(&self, slips: usize) -> Vec<Vec<Option<u32>>> {
        let cuts: Vec<usize> = (0..=slips + 1).map(|cut| cut * self.len() / (slips + 1)).collect();
        let mut parts = Vec::new();
        for first in 0..=slips {
            for last in first..=slips {
                let mut part = self.symbols[cuts[first]..cuts[last + 1]].to_vec();
                for cut in &cuts[first + 1..=last] {
                    part.swap(cut - cuts[first] - 1, cut - cuts[first]);
                }
                parts.push(part);
            }
        }
        parts
    }

    /// The least number of slips, up to `most`, with which a row has it from the beginning of a word.
    pub(super) fn slips(&self, text: &[u32], most: usize) -> Option<usize> {
        let end = 1 << self.len();
        let mut least = None;
        // By the number of slips so far: the places that are reached.
        let mut reached = [0_u64; MOST + 1];
        let mut reached_before = [0_u64; MOST + 1];
        let mut places_before = 0;
        for &c in text {
            let places = self.places(c);
            reached[0] |= u64::from(starts_word(c));
            let old = reached;
            reached[0] = (old[0] & places) << 1;
            for slip in 1..=most {
                let fewer = old[slip - 1];
                let missing_at_once = fewer << 1;
                let swapped = ((reached_before[slip - 1] & places) << 1 & places_before) << 1;
                reached[slip] = ((old[slip] | missing_at_once) & places) << 1
                    | fewer
                    | fewer << 1
                    | reached[slip - 1] << 1
                    | swapped;
            }
            (reached_before, places_before) = (old, places);
            if let Some(slips) = (0..=most).find(|&slips| reached[slips] & end != 0) {
                least = Some(least.map_or(slips, |least: usize| least.min(slips)));
                if slips == 0 {
                    break;
                }
            }
        }
        least
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Index, Key, Rank, fold::Folded, pattern::Pattern};

    fn slips(typed: &str, text: &str) -> Option<usize> {
        let index = Index::new([vec![Key { text: text.to_owned(), rank: Rank::Name }]]);
        let pattern = Pattern::new(&index, &Folded::new(typed, 63).chars);
        let most = pattern.forgiven();
        let slips = pattern.slips(index.text(0), most);
        if slips.is_some() {
            let set = pattern.slip_candidates(&index, most);
            assert_eq!(set.among(0..1).count(), 1, "{typed} may be {text}");
        }
        slips
    }

    #[test]
    fn forgives_slips() {
        for (typed, text, expected) in [
            ("papr", "no paper", Some(1)),
            ("tmie", "time out", Some(1)),
            ("tmieout", "time out", Some(1)),
            ("itme", "time out", Some(1)),
            ("tiem", "time out", Some(1)),
            ("xpaper", "no paper", Some(1)),
            ("appers", "no paper", Some(2).filter(|_| false)),
            ("insuficeint", "Insufficient funds", Some(2)),
            ("isnufficinet", "Insufficient funds", Some(2)),
            ("aper", "no paper", Some(1)),
            ("通迅失败", "通讯失败", Some(1)),
            ("通失败", "通讯失败", Some(1)),
            ("通败失", "请看通失败", Some(1)),
            ("读卡失", "卡失败", Some(1)),
            ("余不", "余额不足", None),
            ("pap", "pep", None),
            ("4100", "4000", None),
            ("哈哈哈哈", "哈尔滨", None),
        ] {
            assert_eq!(slips(typed, text), expected, "{typed} for {text}");
        }
    }
}
