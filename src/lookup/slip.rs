//! Slips of the fingers: a character wrong, missing, too many, or two in the wrong order.

use super::{
    columns::{Feature, Set},
    index::{Index, starts_word},
    pattern::{Pattern, needs},
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
            3 if chinese => 1,
            0..=3 => 0,
            4..=6 => 1,
            _ => MOST,
        }
    }

    /// The rows that may have it but for `slips`, of which there is at least one.
    pub(super) fn slip_candidates(&self, index: &Index, slips: usize) -> Set {
        let mut set = index.columns.none();
        let [first, rest @ ..] = self.symbols.as_slice() else { return set };
        // A row that lacks more characters would need more slips.
        let rows = index.all_from(self.len() - slips);
        if let Some(first) = first {
            let mut begun = rows.clone();
            index.columns.keep_having(&mut begun, &[Feature::Start(*first)]);
            set.add(&near(index, begun, &self.symbols, slips));
        }
        // If no word begins as it should, one slip is there.
        set.add(&near(index, rows.clone(), rest, slips - 1));
        let mut swapped = self.symbols.clone();
        swapped.swap(0, 1);
        set.add(&near(index, rows, &swapped, slips - 1));
        set
    }

    /// With how few slips, up to `most`, a row has it from the beginning of a word.
    pub(super) fn slips(&self, text: &[u32], most: usize) -> Option<usize> {
        if most == 0 {
            return None;
        }
        let end = 1 << self.len();
        let second = if most > 1 { u64::MAX } else { 0 };
        let mut least = None;
        // The places that are reached with no slip, with one, with two; and those one character
        // before.
        let (mut exact, mut one, mut two) = (0_u64, 0_u64, 0_u64);
        let (mut exact_before, mut one_before, mut places_before) = (0, 0, 0);
        for &c in text {
            let places = self.places(c);
            // Where a word begins, the first characters typed may be too many.
            let start = u64::from(starts_word(c));
            if exact | one | two | exact_before | one_before | start == 0 {
                continue;
            }
            exact |= start;
            one |= start << 1;
            two |= start << 2 & second;
            let next_exact = (exact & places) << 1;
            // One place more, a slip more: a character is missing, wrong, too many, or swapped.
            let slipped = |old: u64, new: u64, before: u64| {
                let swapped = ((before & places) << 1 & places_before) << 1;
                old | old << 1 | new << 1 | swapped
            };
            let next_one = (one & places) << 1 | slipped(exact, next_exact, exact_before);
            let next_two = (two & places) << 1 | slipped(one, next_one, one_before);
            (exact_before, one_before, places_before) = (exact, one, places);
            (exact, one, two) = (next_exact, next_one, next_two & second);
            let found = if most > 1 { two } else { one };
            if found & one & end != 0 {
                return Some(1);
            }
            if found & end != 0 {
                least = Some(MOST);
            }
        }
        least
    }
}

/// Which of these rows may have these characters but for `slips`, be it in the middle of a word.
fn near(index: &Index, mut rows: Set, symbols: &[Option<u32>], slips: usize) -> Set {
    // Each slip takes away one character; one that comes more often than that is left.
    let times = |c: u32| symbols.iter().filter(|&&own| own == Some(c)).count();
    let mut chars: Vec<u32> = symbols.iter().copied().flatten().collect();
    chars.sort_unstable();
    chars.dedup();
    let (left, single): (Vec<u32>, Vec<u32>) = chars.into_iter().partition(|&c| times(c) > slips);
    let features =
        |chars: Vec<u32>| -> Vec<Feature> { chars.into_iter().map(Feature::Char).collect() };
    index.columns.keep_having(&mut rows, &features(left));
    index.columns.keep_lacking(&mut rows, slips, &features(single));
    let parts = spared_parts(symbols, slips);
    let parts: Vec<Vec<Feature>> = parts.iter().filter_map(|part| needs(part)).collect();
    index.columns.keep_having_one_in_full(&mut rows, &parts);
    rows
}

/// Parts of which a row has at least one, whatever the slips.
///
/// Of one part more than there are slips, one is spared by all of them; unless two characters
/// are in the wrong order across a cut, which spares the joined parts if they are swapped back.
fn spared_parts(symbols: &[Option<u32>], slips: usize) -> Vec<Vec<Option<u32>>> {
    let cuts: Vec<usize> = (0..=slips + 1).map(|cut| cut * symbols.len() / (slips + 1)).collect();
    let mut parts = Vec::new();
    for first in 0..=slips {
        for last in first..=slips {
            let mut part = symbols[cuts[first]..cuts[last + 1]].to_vec();
            for cut in &cuts[first + 1..=last] {
                part.swap(cut - cuts[first] - 1, cut - cuts[first]);
            }
            parts.push(part);
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::super::{Index, Key, Rank, fold::Folded, pattern::Pattern};
    use proptest::prelude::*;

    fn index(text: &str) -> Index {
        Index::new([vec![Key { text: text.to_owned(), rank: Rank::Name }]])
    }

    fn slips(typed: &str, index: &Index) -> Option<usize> {
        let pattern = Pattern::new(index, &Folded::new(typed, 63).chars);
        let most = pattern.forgiven();
        let slips = pattern.slips(index.text(0), most);
        if slips.is_some() {
            let set = pattern.slip_candidates(index, most);
            assert_eq!(set.among(0..1).count(), 1, "{typed} may be it");
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
            ("appers", "no paper", None),
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
            assert_eq!(slips(typed, &index(text)), expected, "{typed} for {text}");
        }
    }

    proptest! {
           /// Whatever the slips, the row is found, and the columns do not hide it.
           #[test]
           fn forgives_all_slips(
               text in "[a-d]{4,12}|[余额不足通]{3,9}",
               edits in prop::collection::vec((0_usize..4, 0_usize..12, "[a-e]"), 1..3),
           ) {
               let mut typed: Vec<char> = text.chars().collect();
               for (kind, at, c) in &edits {
                   let (at, c) = (at % typed.len(), c.chars().next().unwrap_or('x'));
                   match kind {
                       0 => typed[at] = c,
                       1 => typed.insert(at, c),
                       2 => drop(typed.remove(at)),
                       _ => {
    let next = (at + 1).min(typed.len() - 1);
    typed.swap(at, next);
    }
                   }
               }
               let typed: String = typed.into_iter().collect();
               let index = index(&text);
               let pattern = Pattern::new(&index, &Folded::new(&typed, 63).chars);
               // Two slips that meet may be more than two single ones.
               let kinds = edits.iter().map(|(kind, ..)| kind);
               let meet = edits.len() > 1 && kinds.clone().any(|&kind| kind == 3);
               if edits.len() <= pattern.forgiven() && !meet {
                   slips(&typed, &index);
                   prop_assert!(pattern.slips(index.text(0), pattern.forgiven()).is_some()
                       || pattern.find(index.text(0)).is_some());
               }
           }
       }
}
