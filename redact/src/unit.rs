//! Numbers that are something else by their form: dates, times, sums of money, addresses, telephones.

use super::{
    alphabet::leads_with,
    scan::{Group, Link, Scan},
    scheme::value,
};
use std::ops::Range;

/// Whether a group belongs to a date, a time, a sum, an address or a telephone number.
pub(super) fn is_unit(scan: &Scan, at: usize) -> bool {
    has_signs(scan, at) || is_long_date(scan, at) || is_hotline(scan, at) || is_phone(scan, at)
}

/// `95516`, `10086`: of card numbers too many begin like that.
fn is_hotline(scan: &Scan, at: usize) -> bool {
    count(scan, at) == 5 && matches!(scan.digits(&scan.groups[at]), [9, 5, ..] | [1, 0..=2, ..])
}

/// Whether groups are nothing but such things. A telephone number must lie among them as a whole, or
/// stand free at its other end: blanks divide card numbers, too.
pub(super) fn are_units(scan: &Scan, groups: Range<usize>) -> bool {
    let is_moment = |at| is_time(scan, at) || is_date(scan, at) || is_long_date(scan, at);
    if groups.clone().all(|at| has_signs(scan, at)) && !are_huge_sums(scan, groups.clone()) {
        return true;
    }
    // One after the other: where two share a group, one of them is none.
    let mut reached = vec![false; groups.len() + 1];
    reached[0] = true;
    for at in groups.clone() {
        if !reached[at - groups.start] {
            continue;
        }
        if is_moment(at) || at > groups.start && is_hotline(scan, at) {
            reached[at - groups.start + 1] = true;
        }
        let earliest = if at == groups.start { at.saturating_sub(3) } else { at };
        for end in (earliest..=at).flat_map(|first| phone_ends(scan, first, &groups)) {
            if end >= at {
                reached[(end + 1).min(groups.end) - groups.start] = true;
            }
        }
    }
    reached[groups.len()]
}

/// Whether groups are two sums of a hundred thousand and more: `511196.68 157705.05`. No terminal takes
/// such sums one after the other, so that digits that pass as a card's are taken for one.
fn are_huge_sums(scan: &Scan, groups: Range<usize>) -> bool {
    let huge = |whole: usize| is_whole_part(scan, whole) && count(scan, whole) >= 6;
    groups.len() == 4 && huge(groups.start) && huge(groups.start + 2)
}

/// Whether a number would begin or end amid a sum, a date or a time, or end with a price.
pub(super) fn parts_unit(scan: &Scan, from: usize, last: usize) -> bool {
    let begins = from > 0
        && (is_whole_part(scan, from - 1) || tied(scan, from, &COLON) && is_time(scan, from));
    let ends = || {
        is_whole_part(scan, last)
            || tied(scan, last + 1, &COLON) && is_time(scan, last)
            || (last.saturating_sub(1)..=last).any(|year| is_full_date(scan, year))
            || is_priced(scan, &scan.groups[last])
    };
    begins || ends()
}

/// Whether an address of the network lies among groups.
pub(super) fn holds_address(scan: &Scan, groups: Range<usize>) -> bool {
    groups.clone().any(|first| is_address_from(scan, first))
}

/// Whether a group belongs to something that is known by the signs in it.
pub(super) fn has_signs(scan: &Scan, at: usize) -> bool {
    is_time(scan, at) || is_date(scan, at) || is_sum(scan, at) || is_address(scan, at)
}

fn number(scan: &Scan, at: usize) -> u32 {
    let group = &scan.groups[at];
    if group.count > 9 { u32::MAX } else { value(scan.digits(group)) }
}

fn count(scan: &Scan, at: usize) -> usize {
    scan.groups.get(at).map_or(0, |group| group.count)
}

/// Whether one of these characters, and nothing else, stands before a group and ties it to the one before it.
fn tied(scan: &Scan, at: usize, by: &[char]) -> bool {
    scan.sign(at).is_some_and(|sign| by.contains(&sign)) && !scan.groups[at - 1].of_label
}

/// Whether no digit stands right beside groups. One of another alphabet, or a numeral of Chinese, would
/// belong to the same number.
fn stand_alone(scan: &Scan, first: usize, last: usize) -> bool {
    let touches = |at: usize| {
        let before = at.checked_sub(1).map(|at| &scan.groups[at]);
        let group = scan.groups.get(at);
        before.zip(group).is_some_and(|(a, b)| a.end == b.start && !a.of_label)
    };
    !touches(first) && !touches(last + 1)
}

/// What stands between the hour and the minute.
const COLON: [char; 3] = [':', '：', '点'];

/// `21:42`, `9点42分`.
fn is_time(scan: &Scan, at: usize) -> bool {
    let short = |at: usize| (1..=2).contains(&count(scan, at));
    short(at)
        && (count(scan, at + 1) == 2 && tied(scan, at + 1, &COLON)
            || tied(scan, at, if count(scan, at) == 2 { &COLON } else { &['点'] }) && short(at - 1))
}

/// `2026-11-23`, `20261123`, and the `11-23` before a time.
fn is_date(scan: &Scan, at: usize) -> bool {
    let of_three = |first: usize| is_full_date(scan, first);
    let of_two = |month: usize| {
        month + 1 < scan.groups.len()
            && tied(scan, month + 1, &['-', '/', '.'])
            && is_month_and_day(scan, month)
            && stand_alone(scan, month, month + 1)
            && month + 2 < scan.groups.len()
            && scan.groups[month + 2].link == Link::Close
            && is_time(scan, month + 2)
    };
    (at.saturating_sub(2)..=at).any(of_three) || (at.saturating_sub(1)..=at).any(of_two)
}

fn is_month_and_day(scan: &Scan, month: usize) -> bool {
    count(scan, month) <= 2
        && count(scan, month + 1) <= 2
        && (1..=12).contains(&number(scan, month))
        && (1..=31).contains(&number(scan, month + 1))
}

fn is_full_date(scan: &Scan, year: usize) -> bool {
    if year + 2 >= scan.groups.len() || count(scan, year) != 4 || !is_month_and_day(scan, year + 1)
    {
        return false;
    }
    let signs = scan.sign(year + 1).zip(scan.sign(year + 2));
    let Some((first, second)) = signs else { return false };
    matches!(first, '-' | '/' | '.' | '年' | '－' | '／' | '．')
        && (second == first || first == '年' && second == '月')
        && stand_alone(scan, year, year + 2)
        && is_year(number(scan, year))
}

fn is_year(year: u32) -> bool {
    (1990..2100).contains(&year)
}

/// A date without signs between: `20261123`.
fn is_long_date(scan: &Scan, at: usize) -> bool {
    let date = number(scan, at);
    count(scan, at) == 8
        && stand_alone(scan, at, at)
        && is_year(date / 10_000)
        && (1..=12).contains(&(date / 100 % 100))
        && (1..=31).contains(&(date % 100))
}

/// `1234.50`, and what has its currency behind it.
fn is_sum(scan: &Scan, at: usize) -> bool {
    is_whole_part(scan, at)
        || at > 0 && is_whole_part(scan, at - 1)
        || is_priced(scan, &scan.groups[at])
}

/// Whether two decimals follow.
fn is_whole_part(scan: &Scan, at: usize) -> bool {
    const POINT: [char; 2] = ['.', '．'];
    count(scan, at) <= 7
        && count(scan, at + 1) == 2
        && tied(scan, at + 1, &POINT)
        && !tied(scan, at, &POINT)
        && !tied(scan, at + 2, &POINT)
        && stand_alone(scan, at, at + 1)
}

/// Whether a currency follows.
pub(super) fn is_priced(scan: &Scan, group: &Group) -> bool {
    leads_with(&scan.text[group.end..], 5, &["元", "块", "圆", "rmb", "cny", "yuan"])
}

/// Whether a group belongs to an address.
fn is_address(scan: &Scan, at: usize) -> bool {
    (at.saturating_sub(3)..=at).any(|first| is_address_from(scan, first))
}

/// Four numbers up to 255 with dots between: the address of a device in a network.
fn is_address_from(scan: &Scan, first: usize) -> bool {
    if first + 3 >= scan.groups.len() || !(2..=3).contains(&count(scan, first)) {
        return false;
    }
    let part = |at: usize| {
        let written = scan.groups.get(at).map_or("", |group| &scan.text[group.start..group.end]);
        // An address has no zeros before its numbers.
        written.parse::<u8>().is_ok() && (written.len() == 1 || !written.starts_with('0'))
    };
    let digits: usize = (first..first + 4).map(|at| count(scan, at)).sum();
    // A card number may be written digit by digit, with dots between.
    digits >= 6
        && (first + 1..first + 4).all(|at| tied(scan, at, &['.']))
        && !tied(scan, first, &['.'])
        && !tied(scan, first + 4, &['.'])
        && (first..first + 4).all(part)
}

/// Whether a group belongs to a telephone number.
fn is_phone(scan: &Scan, at: usize) -> bool {
    let all = 0..scan.groups.len();
    (at.saturating_sub(3)..=at).any(|first| phone_ends(scan, first, &all).any(|end| end >= at))
}

/// The last groups of the telephone numbers in China that begin with a group: mobile, service, with area code; in one
/// piece or in groups. One that goes beyond `among` must be told from the digits there.
fn phone_ends<'s>(
    scan: &'s Scan,
    first: usize,
    among: &Range<usize>,
) -> impl Iterator<Item = usize> + use<'s> {
    let close = |at: usize| scan.groups.get(at).is_some_and(|group| group.link == Link::Close);
    let clean = |at: usize| scan.groups[at].end - scan.groups[at].start == count(scan, at);
    let one = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii());
    let tied = move |at: &usize| clean(*at) && (*at == first || close(*at) && one(scan.sign(*at)));
    let begins = scan.groups.get(first).is_some_and(|group| begins_phone(scan.digits(group)));
    let most = if begins { scan.groups.len().min(first + 4) } else { first };
    let mut shape = [0; 4];
    let among = among.clone();
    (first..most).take_while(tied).filter(move |&end| {
        shape[end - first] = count(scan, end);
        // Other signs at its ends than within tell it from its neighbours.
        let sign = if end > first { scan.sign(end) } else { None };
        let free = |inside: usize, edge: usize| {
            among.contains(&inside) || !close(edge) || sign.is_some() && scan.sign(edge) != sign
        };
        let digits = scan.groups[first].first..scan.groups[end].next();
        free(first, first)
            && free(end, end + 1)
            && is_phone_number(&scan.values[digits], &shape[..=end - first])
    })
}

/// Whether a telephone number may begin with a group of these digits: all that [`is_phone_number`] takes
/// does so.
fn begins_phone(group: &[u8]) -> bool {
    group.len() > 1 && matches!(group[0], 0 | 1 | 4 | 8)
}

/// Whether digits in groups of these counts are a telephone number.
fn is_phone_number(digits: &[u8], shape: &[usize]) -> bool {
    match digits {
        [8, 6, 1, 3..=9, ..] => matches!(shape, [13] | [2, 11] | [2, 3, 4, 4]),
        [1, 3..=9, ..] => matches!(shape, [11] | [3, 4, 4]),
        [4 | 8, 0, 0, ..] => matches!(shape, [10] | [3, 3, 4] | [3, 4, 3] | [4, 3, 3]),
        // The area codes of large cities have two digits behind the zero.
        [0, 1..=2, ..] => matches!(shape, [11] | [3, 8] | [3, 4, 4]),
        [0, 3..=9, ..] => matches!(shape, [11 | 12] | [4, 7 | 8] | [4, 3 | 4, 4]),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Counts of digits in one to four groups.
    fn shapes() -> Vec<Vec<usize>> {
        let counts = [1, 2, 3, 4, 7, 8, 10, 11, 12, 13];
        let mut shapes = vec![];
        let mut longest = vec![vec![]];
        for _ in 0..4 {
            let longer = |shape: &Vec<usize>| counts.map(|count| [&shape[..], &[count]].concat());
            longest = longest.iter().flat_map(longer).collect();
            shapes.extend_from_slice(&longest);
        }
        shapes
    }

    #[test]
    fn every_telephone_number_begins_as_one() {
        let shapes = shapes();
        for first in 0..=9 {
            let mut found = 0;
            for (second, third, fourth) in
                (0..=9).flat_map(|a| [0, 1, 5].map(|b| [0, 3].map(|c| (a, b, c)))).flatten()
            {
                let digits = [first, second, third, fourth, 7, 7];
                for shape in shapes.iter().filter(|shape| is_phone_number(&digits, shape)) {
                    let group = &digits[..shape[0].min(digits.len())];
                    assert!(begins_phone(group), "{digits:?} in {shape:?}");
                    found += 1;
                }
            }
            assert_eq!(found > 0, matches!(first, 0 | 1 | 4 | 8), "{first}");
        }
        assert!(!begins_phone(&[1]) && !begins_phone(&[2, 1, 5]) && !begins_phone(&[]));
    }
}
