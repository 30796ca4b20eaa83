//! Card numbers and the data of magnetic stripes.

use super::{
    Mask, TRACK,
    digits::{Group, Groups, Plain},
};

/// A card number has at most this many digits.
const LONGEST: usize = 19;

/// From this many digits on a number is taken for a card's by its first digit alone.
const SHORTEST_CERTAIN: usize = 16;

/// How much of a magnetic stripe's data may follow the card number; track 1 has 79 characters.
const TRACK_LENGTH: usize = 120;

/// Words before a number of 15 digits that say it is the shop's, not a card's.
const MERCHANT: [&str; 6] = ["商户号", "商户编号", "商户", "merchant", "mid", "商戶號"];

/// All card numbers, each with its mask: six digits, six stars, four digits.
pub(super) fn numbers(text: &Plain, groups: &Groups) -> Vec<Mask> {
    let mut masks = Vec::new();
    let mut from = 0;
    while from < groups.0.len() {
        let count = card_at(text, groups, from);
        if count == 0 {
            from += 1;
            continue;
        }
        let of_card = &groups.0[from..from + count];
        let shown: Vec<char> = of_card
            .iter()
            .flat_map(|group| &text.original[group.start..group.end])
            .copied()
            .collect();
        let mut with: String = shown[..6].iter().collect();
        with.push_str("******");
        with.extend(&shown[shown.len() - 4..]);
        masks.push(Mask { start: of_card[0].start, end: of_card[count - 1].end, with });
        from += count;
    }
    masks
}

/// How many groups from `from` on are a card number; none where it is something else.
fn card_at(text: &Plain, groups: &Groups, from: usize) -> usize {
    let mut joined: Vec<&Group> = groups.joined(text, from, LONGEST).collect();
    // A whole card number in one piece is not drawn together with a date before it or an amount
    // behind it.
    let whole = |group: &&Group| group.len() >= SHORTEST_CERTAIN;
    if let Some(next) = joined.iter().skip(1).position(whole) {
        joined.truncate(next + 1);
    }
    if joined.first().is_some_and(whole) && luhn(&digits(text, &joined[..1])) {
        return 1;
    }
    (1..=joined.len()).rev().find(|&count| is_card(text, &joined[..count])).unwrap_or(0)
}

fn is_card(text: &Plain, groups: &[&Group]) -> bool {
    let digits = digits(text, groups);
    // Numbers that are something else by themselves stay apart from their neighbours.
    let plain_neighbours = groups.len() > 1 && has_other_number(text, groups);
    match digits.len() {
        13..=15 => luhn(&digits) && !plain_neighbours && !is_merchant_number(text, groups),
        16..=LONGEST => luhn(&digits) || (matches!(digits[0], 2..=6 | 9) && !plain_neighbours),
        _ => false,
    }
}

fn digits(text: &Plain, groups: &[&Group]) -> Vec<u8> {
    let characters = groups.iter().flat_map(|group| &text.plain[group.start..group.end]);
    characters.map(|c| u32::from(*c).wrapping_sub(u32::from('0')) as u8).collect()
}

/// The check that the last digit of a card number makes possible.
fn luhn(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(at, &digit)| match u32::from(digit) * 2 {
            _ if at % 2 == 0 => u32::from(digit),
            double => double / 10 + double % 10,
        })
        .sum();
    sum.is_multiple_of(10)
}

/// Whether one of the groups is a telephone number, a reference number or a merchant number, or
/// three of them a date.
fn has_other_number(text: &Plain, groups: &[&Group]) -> bool {
    let value = |group: &Group| {
        text.plain[group.start..group.end]
            .iter()
            .fold(0_u64, |sum, c| sum * 10 + u64::from(c.to_digit(10).unwrap_or(0)))
    };
    let is_date = |three: &[&Group]| {
        let [year, month, day] = three else { return false };
        year.len() == 4
            && (1990..2100).contains(&value(year))
            && month.len() <= 2
            && (1..=12).contains(&value(month))
            && day.len() <= 2
            && (1..=31).contains(&value(day))
    };
    groups.iter().any(|group| matches!(group.len(), 11 | 12 | 15)) || groups.windows(3).any(is_date)
}

fn is_merchant_number(text: &Plain, groups: &[&Group]) -> bool {
    let [number] = groups else { return false };
    let before = &text.plain[number.start.saturating_sub(24)..number.start];
    let close: String = before
        .rsplit(|c| c.is_ascii_digit() || matches!(c, '\n' | ';' | '；' | '，' | '、'))
        .next()
        .unwrap_or_default()
        .iter()
        .collect();
    number.len() == 15 && MERCHANT.iter().any(|label| close.contains(label))
}

/// All data read from a magnetic stripe: it goes as a whole.
pub(super) fn tracks(text: &Plain, groups: &Groups) -> Vec<Mask> {
    let mut masks = Vec::new();
    for from in 0..groups.0.len() {
        let joined: Vec<&Group> = groups.joined(text, from, LONGEST).collect();
        let Some(last) = joined.last() else { continue };
        let count: usize = joined.iter().map(|group| group.len()).sum();
        let end = match text.plain.get(last.end) {
            Some('^') if count >= 12 => track_1_end(text, last.end),
            Some('=' | 'd') if count >= 12 => track_2_end(text, last.end),
            _ => None,
        };
        if let Some(end) = end {
            masks.push(Mask {
                start: track_start(text, joined[0].start),
                end,
                with: TRACK.to_owned(),
            });
        }
    }
    masks
}

/// Where the mark before the card number begins: `%B` of track 1, `;` of track 2.
fn track_start(text: &Plain, number: usize) -> usize {
    match &text.plain[..number] {
        [.., '%', 'a'..='z'] => number - 2,
        [.., 'b' | ';' | '%'] => number - 1,
        _ => number,
    }
}

/// The end of track 1, of which the first `^` is at `from`: at its `?`, or with its line.
fn track_1_end(text: &Plain, from: usize) -> Option<usize> {
    let rest = &text.plain[from..text.plain.len().min(from + TRACK_LENGTH)];
    let line = rest.split(|c| *c == '\n').next()?;
    let second = line.iter().skip(1).any(|c| *c == '^');
    let end = line.iter().position(|c| *c == '?').map_or(line.len(), |at| at + 1);
    second.then_some(from + end)
}

/// The end of track 2, of which the `=` is at `from`: the digits behind it, and its `?`.
fn track_2_end(text: &Plain, from: usize) -> Option<usize> {
    let behind = &text.plain[from + 1..];
    let count = behind.iter().take_while(|c| c.is_ascii_digit()).count();
    let mark = usize::from(matches!(behind.get(count), Some('?' | 'f')));
    (count >= 4).then_some(from + 1 + count + mark)
}
