//! Card numbers among the numbers of a text.
//!
//! Groups of digits with separators between are drawn together in every way that a card number may be
//! written; each way that gives one counts, also where two overlap. What is hidden are the middles of
//! all of them: so of none more is seen than its first six and last four digits.

use super::{
    name::{Named, named},
    scan::{Group, Link, Scan},
    scheme::{LONGEST, Luhn, SHORTEST, fits, is_card, is_mistyped, lengths_of, luhn, value},
    unit,
};
use std::ops::Range;

/// How many digits are shown at the beginning and at the end.
pub(super) const SHOWN: (usize, usize) = (6, 4);

/// The digits that are hidden of a card number.
pub(super) fn middle(card: &Range<usize>) -> Range<usize> {
    card.start + SHOWN.0..card.end - SHOWN.1
}

/// The card numbers of a text, as the indices of their digits.
#[derive(Default)]
pub(super) struct Cards {
    /// In the order of their beginnings.
    pub(super) numbers: Vec<Range<usize>>,
    /// What belongs to one and stands right behind it: a security code, an expiry date.
    pub(super) tails: Vec<Range<usize>>,
}

impl Cards {
    /// Whether one of the numbers has some of these digits.
    pub(super) fn hold(&self, digits: &Range<usize>) -> bool {
        let before = self.numbers.partition_point(|card| card.start < digits.end);
        let near = self.numbers[..before]
            .iter()
            .rev()
            .take_while(|card| card.start + LONGEST > digits.start);
        near.into_iter().any(|card| card.end > digits.start)
    }
}

/// All card numbers of a text.
pub(super) fn cards(scan: &Scan) -> Cards {
    let mut cards = Cards::default();
    for from in scan.rows.iter().cloned().flatten() {
        let group = &scan.groups[from];
        if !group.remains {
            let lengths = lengths_of(&scan.values[group.first..]);
            joined(scan, from, lengths, &mut cards.numbers);
            if lengths > 0 && group.count == 4 {
                fours(scan, from, &mut cards.numbers);
            }
            if group.count > SHORTEST {
                packed(scan, from, &mut cards);
            }
        }
    }
    cards.numbers.sort_unstable_by_key(|card| card.start);
    let mut meant = Vec::new();
    let mut end = 0;
    for from in scan.rows.iter().cloned().flatten() {
        if from < end {
            continue;
        }
        if let Some(own) = mistyped(scan, from, &cards.numbers) {
            meant.push(scan.groups[from].first..scan.groups[own - 1].next());
            end = own;
        }
    }
    cards.numbers.extend(meant);
    cards.numbers.sort_unstable_by_key(|card| card.start);
    cards
}

/// The groups from `from` on that are tied to it, as far as one number may go.
fn tied<'s>(scan: &'s Scan, from: usize, link: Link) -> &'s [Group] {
    let groups = &scan.groups[from..];
    // What is left of a masked number may be glued to its end.
    let left = if scan.glued { SHOWN.0 + SHOWN.1 } else { 0 };
    let most = groups[0].first + LONGEST + left;
    let mut count = 0;
    while let Some(group) = groups.get(count)
        && !group.remains
        && (count == 0 || group.link >= link)
        && group.next() <= most
    {
        count += 1;
    }
    &groups[..count]
}

/// Numbers that begin with a group, with separators anywhere.
fn joined(scan: &Scan, from: usize, lengths: u32, cards: &mut Vec<Range<usize>>) {
    let first = scan.groups[from].first;
    if lengths > 0 {
        joined_from(scan, from, (first, lengths), cards);
    }
    let own = first + own_digits(scan, from).start;
    if own > first {
        joined_from(scan, from, (own, lengths_of(&scan.values[own..])), cards);
    }
}

/// The same with a digit of the group as the first, and the lengths of what begins so.
fn joined_from(
    scan: &Scan,
    from: usize,
    (first, lengths): (usize, u32),
    cards: &mut Vec<Range<usize>>,
) {
    let rest = &scan.values[first..];
    let mut take = |last: usize, length: usize| {
        if !is_other(scan, from, last) {
            cards.push(first..first + length);
        }
    };
    // Each digit is added once, however many lengths fit.
    let (mut check, mut checked) = (Luhn::default(), 0);
    for (last, group) in (from..).zip(tied(scan, from, Link::Close)) {
        let length = group.next() - first;
        if fits(lengths, length) {
            let passes = check.push(&rest[checked..length]);
            checked = length;
            if passes {
                take(last, length);
            }
        }
        if scan.glued && scan.groups.get(last + 1).is_some_and(|next| next.glued) {
            let own = (group.first + own_digits(scan, last).end).saturating_sub(first);
            if own < length && fits(lengths, own) && luhn(&rest[..own]) {
                take(last, own);
            }
        }
    }
}

/// Whether groups that look like a card number are other things. Of ten numbers one passes the check by
/// chance, so where the text says what it is, that counts.
fn is_other(scan: &Scan, from: usize, last: usize) -> bool {
    let several = last > from;
    match named(scan, from, scan.groups[from].count) {
        // A number that has the digits that its name asks for ends there.
        Named::Exactly => return true,
        // Cards with thirteen digits are hardly left, and parcels with such numbers many.
        Named::Loosely if !several && scan.groups[from].count == SHORTEST => return true,
        Named::Loosely if several && !is_regular(&scan.groups[from..=last]) => return true,
        _ => {}
    }
    several
        && (unit::parts_unit(scan, from, last)
            || unit::holds_address(scan, from..last + 1)
            || unit::are_units(scan, from..last + 1)
            || is_in_code(scan, from))
}

/// Whether groups are as card numbers are written or told: all alike but the last, or as on the card.
fn is_regular(groups: &[Group]) -> bool {
    let counts: Vec<usize> = groups.iter().map(|group| group.count).collect();
    let alike = counts.windows(2).rev().skip(1).all(|two| two[0] == two[1]);
    alike || matches!(counts[..], [4, 6, 4 | 5])
}

/// Whether a group is a part of something like `P9481A64953637`, a maker's number.
fn is_in_code(scan: &Scan, group: usize) -> bool {
    let before = scan.before(scan.groups[group].start, 3);
    let number = before.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    number.len() < before.len() && number.ends_with(|c: char| c.is_ascii_digit())
}

/// Numbers as they stand on the card, with other marks between: `(4111)(1111)...`, `4111|1111|...`.
/// The group at `from` has four digits with which a number may begin.
fn fours(scan: &Scan, from: usize, cards: &mut Vec<Range<usize>>) {
    let first = scan.groups[from].first;
    let counts = |last: usize| scan.groups[from..=last].iter().map(|group| group.count);
    for (last, group) in (from..).zip(tied(scan, from, Link::Marks)) {
        let total = group.next() - first;
        let in_fours = scan.groups[from..=last].iter().rev().skip(1).all(|group| group.count == 4);
        let in_fours = in_fours && scan.groups[last].count <= 4;
        let in_two_sizes = counts(last).eq([4, 6, 5]) || counts(last).eq([4, 6, 4]);
        let marked = scan.groups[from + 1..=last].iter().any(|group| group.link == Link::Marks);
        if marked && (in_fours || in_two_sizes) && is_card(&scan.values[first..first + total]) {
            cards.push(first..first + total);
        }
        if total > LONGEST || !in_fours && counts(last).count() > 3 {
            return;
        }
    }
}

/// Numbers without a gap between them, also with the expiry date and the security code, and those in
/// the data that a chip gives out: in a group of more digits than the shortest number has.
fn packed(scan: &Scan, from: usize, cards: &mut Cards) {
    let group = &scan.groups[from];
    let digits = scan.digits(group);
    if is_card(digits) {
        return;
    }
    let own = own_digits(scan, from);
    if digits[0] != 0 && lengths_of(&digits[own.clone()]) == 0 {
        return;
    }
    let at = |place: Range<usize>| group.first + place.start..group.first + place.end;
    let own = at(own);
    if let Some(pieces) = pieces(scan, &own).filter(|_| !is_other(scan, from, from)) {
        let end = pieces.iter().map(|piece| piece.end).max().unwrap_or(own.start);
        cards.numbers.extend(pieces);
        cards.tails.extend((end < own.end).then_some(end..own.end));
    } else {
        cards.numbers.extend(in_chip_data(scan, group).map(at));
    }
}

/// The digits of a group without those that are left of a masked number glued to it.
fn own_digits(scan: &Scan, group: usize) -> Range<usize> {
    let count = scan.groups[group].count;
    let masked = scan.groups[group].glued && scan.groups[group - 1].count >= SHOWN.0;
    let start = if masked { SHOWN.1 } else { 0 };
    let next = scan.groups.get(group + 1);
    let masked = next.is_some_and(|next| next.glued && next.count >= SHOWN.1);
    let end = if masked { SHOWN.0 } else { 0 };
    if start + end < count { start..count - end } else { 0..count }
}

/// The card numbers that digits can be divided into, where all of them can.
fn pieces(scan: &Scan, own: &Range<usize>) -> Option<Vec<Range<usize>>> {
    let digits = &scan.values[own.clone()];
    // For each place the length of the longest number that ends there, of those that pieces lead to.
    let mut reached = vec![0_u8; digits.len() + 1];
    for start in 0..digits.len() {
        if start > 0 && reached[start] == 0 {
            continue;
        }
        let rest = &digits[start..];
        let lengths = lengths_of(rest);
        if lengths == 0 {
            continue;
        }
        let (mut check, mut checked) = (Luhn::default(), 0);
        for length in (SHORTEST..=LONGEST.min(rest.len())).filter(|length| fits(lengths, *length)) {
            let passes = check.push(&rest[checked..length]);
            checked = length;
            if passes && reached[start + length] == 0 {
                reached[start + length] = length as u8;
            }
        }
    }
    let ends = |end: &usize| reached[*end] > 0 && is_tail(&digits[*end..]);
    let mut end = (digits.len().saturating_sub(LONGEST_TAIL)..=digits.len()).rev().find(ends)?;
    let mut pieces = Vec::new();
    while end > 0 {
        let start = end - usize::from(reached[end]);
        pieces.push(own.start + start..own.start + end);
        end = start;
    }
    Some(pieces)
}

/// How many digits [`is_tail`] takes at most.
const LONGEST_TAIL: usize = 7;

/// Whether digits behind a card number belong to it: a security code, an expiry date, or both.
fn is_tail(digits: &[u8]) -> bool {
    match digits.len() {
        0 | 3 => true,
        4 | 7 => is_expiry(&digits[..4]),
        _ => false,
    }
}

/// Whether four digits are a month and a year of a card, in either order.
pub(super) fn is_expiry(digits: &[u8]) -> bool {
    let fits = |month: &[u8], year: &[u8]| {
        (1..=12).contains(&value(month)) && (20..=45).contains(&value(year))
    };
    let (first, second) = digits.split_at(2);
    fits(first, second) || fits(second, first)
}

/// The number behind tag 5A and its length in bytes.
fn in_chip_data(scan: &Scan, group: &Group) -> Option<Range<usize>> {
    let before = scan.before(group.start, 2);
    let [0, bytes @ 7..=9, rest @ ..] = scan.digits(group) else { return None };
    let lengths = [usize::from(bytes * 2) - 1, usize::from(bytes * 2)];
    let length =
        lengths.into_iter().find(|&length| rest.len() >= length && is_card(&rest[..length]))?;
    before.eq_ignore_ascii_case("5a").then_some(2..2 + length)
}

/// Whether a card number of a usual length begins with this digit. The numbers stand in order.
fn is_known(cards: &[Range<usize>], digit: usize) -> bool {
    let from = cards.partition_point(|card| card.start < digit);
    cards[from..].iter().take_while(|card| card.start == digit).any(|card| card.len() > 15)
}

/// The end of the groups from `from` on that are probably a card number with a wrong digit in it,
/// where nothing says that they are something else.
fn mistyped(scan: &Scan, from: usize, cards: &[Range<usize>]) -> Option<usize> {
    let first = scan.groups[from].first;
    let fits = |last: &usize| {
        let groups = &scan.groups[from..=*last];
        let digits = first..scan.groups[*last].next();
        // Between groups of a number there is little; and other numbers have these lengths.
        let shaped = || {
            groups.len() == 1
                || groups[..groups.len() - 1].iter().all(|group| group.count >= 3)
                    && (from + 1..=*last).all(|at| scan.gap(at).chars().count() <= 3)
                    && !groups.iter().any(|group| matches!(group.count, 11 | 12 | 15))
        };
        is_mistyped(&scan.values[digits.clone()])
            && shaped()
            && !is_known(cards, digits.start)
            && named(scan, from, digits.len()) == Named::Not
            && (groups.len() == 1 || !is_other(scan, from, *last))
    };
    let begins = matches!(scan.values[first], 4..=6 | 9);
    let groups = if begins { tied(scan, from, Link::Close) } else { &[] };
    (from..from + groups.len()).rev().find(fits).map(|last| last + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_longer_than_the_longest_tail_is_one() {
        let any = |length| (0..=9).any(|digit| is_tail(&vec![digit; length]));
        assert!(any(0) && any(3));
        assert!((LONGEST_TAIL + 1..40).all(|length| !any(length)));
    }
}
