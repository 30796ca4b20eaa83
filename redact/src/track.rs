//! The data of a card's magnetic stripe.

use super::{
    alphabet::{Class, class, fold},
    scan::{Link, Scan},
    scheme::SHORTEST,
};
use std::ops::Range;

/// Track 1 has at most 79 characters; more room is for blanks.
const LENGTH: usize = 120;
/// Track 2 has at most 37 digits behind its separator, all in all.
const DIGITS: usize = 37;

/// All data read from a magnetic stripe, as places in the text: it goes as a whole.
pub(super) fn tracks(scan: &Scan) -> Vec<Range<usize>> {
    let mut tracks = Vec::new();
    // The group with which the number at hand begins.
    let mut first = 0;
    for at in scan.rows.iter().cloned().flatten() {
        let group = &scan.groups[at];
        if group.link != Link::Close {
            first = at;
        }
        if group.next() - scan.groups[first].first < SHORTEST {
            continue;
        }
        // Of a long row of digits the last ones belong to the stripe.
        while first < at && group.next() - scan.groups[first + 1].first >= SHORTEST {
            first += 1;
        }
        if is_plainly_followed(scan, at) {
            continue;
        }
        let end = track_1_end(scan.text, group.end).or_else(|| track_2_end(scan, at));
        if let Some(end) = end {
            tracks.push(start(scan.text, scan.groups[first].start)..end);
        }
    }
    tracks
}

/// Whether one character that no track has there, or none, stands between a group and the next one: so it is
/// with most numbers.
fn is_plainly_followed(scan: &Scan, at: usize) -> bool {
    let next = scan.groups.get(at + 1);
    let plain = |sign: char| sign.is_ascii() && !matches!(sign, '^' | '=' | 'd' | 'D');
    next.is_some_and(|next| next.start == scan.groups[at].end)
        || scan.sign(at + 1).is_some_and(plain)
}

/// Where the mark before the card number begins: `%B` of track 1, `;` of track 2.
fn start(text: &str, number: usize) -> usize {
    let mut before = text[..number].char_indices().rev().map(|(at, c)| (at, fold(c)));
    match (before.next(), before.next()) {
        (Some((_, 'a'..='z')), Some((at, '%'))) | (Some((at, 'b' | ';' | '%')), _) => at,
        _ => number,
    }
}

/// The end of track 1 with the number that ends at `from`: at its `?`, or with its line.
fn track_1_end(text: &str, from: usize) -> Option<usize> {
    let rest = || text[from..].char_indices().map(|(at, c)| (from + at, fold(c)));
    let next = rest().find(|(_, c)| class(*c) != Class::Nothing && *c != ' ');
    next.filter(|(_, c)| *c == '^')?;
    let line = || rest().take(LENGTH).take_while(|(_, c)| *c != '\n');
    let two = line().filter(|(_, c)| *c == '^').nth(1).is_some();
    let end = line().find(|(_, c)| *c == '?').or_else(|| line().last())?.0;
    let mark = text[end..].chars().next().map_or(0, char::len_utf8);
    two.then_some(end + mark)
}

/// The end of track 2 with the number that ends with this group: the digits behind its separator, and
/// its `?`.
fn track_2_end(scan: &Scan, at: usize) -> Option<usize> {
    let next = scan.groups.get(at + 1)?;
    let mut seen =
        scan.text[scan.groups[at].end..next.start].chars().filter(|c| !c.is_whitespace());
    // The letter is the separator where a stripe is told in hexadecimal digits; it stands alone.
    let sign = seen.find(|c| class(*c) != Class::Nothing).map(fold)?;
    let alone = sign == '=' || sign == 'd' && next.start - scan.groups[at].end == 1;
    if !alone || seen.any(|c| class(c) != Class::Nothing) {
        return None;
    }
    let mut total = 0;
    let behind = scan.groups[at + 1..].iter().enumerate().take_while(|(place, group)| {
        total += group.count;
        *place == 0 || group.link == Link::Close && total <= DIGITS
    });
    let last = behind.last()?.0 + at + 1;
    let count = scan.groups[last].next() - next.first;
    let end = scan.groups[last].end;
    let mark = scan.text[end..].chars().next().filter(|c| matches!(fold(*c), '?' | 'f'));
    (count >= 4).then_some(end + mark.map_or(0, char::len_utf8))
}
