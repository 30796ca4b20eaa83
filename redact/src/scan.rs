//! One pass over a text that finds the numbers and the labels in it; all else is passed by.

use super::{
    alphabet::{ASCII, Alphabet, Class, alphabet, class_at, is_digit, plain_end},
    label::{self, Hit},
    scheme::SHORTEST,
};
use std::ops::Range;

/// The numbers and the labels of a text.
pub(super) struct Scan<'t> {
    pub(super) text: &'t str,
    /// The values of all digits, in order.
    pub(super) values: Vec<u8>,
    /// Where every [`STRIDE`]th of them begins.
    places: Vec<usize>,
    /// The digits that stand together.
    pub(super) groups: Vec<Group>,
    /// The labels of secrets.
    pub(super) labels: Vec<Hit>,
    /// The groups that stand in a row with nothing but separators or marks between them, where that
    /// gives enough digits for a card number.
    pub(super) rows: Vec<Range<usize>>,
    /// Whether a group is glued to the one before it.
    pub(super) glued: bool,
    /// The first group of the row at hand.
    row: usize,
}

/// Digits of one alphabet that stand together.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    /// Where its first digit begins in the text.
    pub(super) start: usize,
    /// Where its last digit ends.
    pub(super) end: usize,
    /// The index of its first digit.
    pub(super) first: usize,
    /// How many digits it has.
    pub(super) count: usize,
    /// How it is tied to the group before it.
    pub(super) link: Link,
    /// Whether it is what is left of a masked card number.
    pub(super) remains: bool,
    /// Whether it belongs to a label: the 2 of `CVV2`.
    pub(super) of_label: bool,
    /// Whether it is glued to the one before it by what stands for a masked part of a number.
    pub(super) glued: bool,
}

impl Group {
    /// The index of the digit after its last one.
    pub(super) fn next(&self) -> usize {
        self.first + self.count
    }

    /// Whether it is digits of ASCII and nothing else, a byte each.
    fn is_plain(&self) -> bool {
        self.end - self.start == self.count
    }
}

/// What stands between two groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Link {
    /// Something that is no part of a number.
    Apart,
    /// At most a few marks, and separators.
    Marks,
    /// Separators, or nothing.
    Close,
}

/// Of so many digits the place of one is noted.
const STRIDE: usize = 64;

/// So many marks may stand between two groups of one number: `) (` and the like.
const MARKS: u8 = 3;
/// Stands for more of them, and for all that is no mark.
const APART: u8 = MARKS + 1;

/// What stands for a masked part of a card number.
pub(super) const STARS: &str = "******";
/// The same in the name of a file.
const CROSSES: &str = "xxxxxx";

/// The bytes that are taken many at once: letters and digits of ASCII, each by a number of their own.
static RUNS: [u8; 256] = {
    let mut runs = [0; 256];
    let mut byte = 0;
    while byte < 128 {
        runs[byte] = match ASCII[byte] {
            Class::Letter(_) => 1,
            Class::Digit(_) => 2,
            _ => 0,
        };
        byte += 1;
    }
    runs
};

/// What the pass knows of the text up to where it is.
struct Pass {
    letters: label::Letters,
    /// How many marks stand behind the last digit; [`APART`] for something else.
    gap: u8,
    /// The alphabet of the group that the next digit may belong to.
    open: Option<Alphabet>,
}

impl<'t> Scan<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let mut scan = Self {
            text,
            // A note of numbers has about as many.
            values: Vec::with_capacity(text.len() / 4),
            places: Vec::new(),
            groups: Vec::with_capacity(text.len() / 16),
            labels: Vec::new(),
            rows: Vec::new(),
            glued: false,
            row: 0,
        };
        let mut pass = Pass { letters: label::Letters::default(), gap: APART, open: None };
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            // Most of most texts is words of ASCII, and most digits follow each other.
            let start = at;
            match RUNS[usize::from(byte)] {
                0 => {
                    if !byte.is_ascii() {
                        at = plain_end(text, at);
                        if at > start {
                            (pass.gap, pass.open) = (APART, None);
                            continue;
                        }
                    }
                    let (class, size) = class_at(text, at);
                    at += size;
                    scan.take(class, start..at, &mut pass);
                    continue;
                }
                own => {
                    while bytes.get(at).is_some_and(|byte| RUNS[usize::from(*byte)] == own) {
                        at += 1;
                    }
                }
            }
            if byte.is_ascii_digit() {
                scan.take_digits(&(start..at), (Alphabet::Ascii, byte - b'0'), &mut pass);
            } else {
                scan.take_word(&(start..at), &mut pass);
            }
        }
        scan.end_row();
        scan.look_at_gaps();
        scan
    }

    /// Takes letters of ASCII in. A label of such letters ends where a word does.
    fn take_word(&mut self, place: &Range<usize>, pass: &mut Pass) {
        (pass.gap, pass.open) = (APART, None);
        let last = place.start.max(place.end.saturating_sub(label::Letters::COUNT))..place.end;
        let mut may_end = false;
        for letter in &self.text.as_bytes()[last] {
            may_end = pass.letters.push(letter | 0x20);
        }
        if may_end {
            self.labels.extend(label::ending(self.text, place.end));
        }
    }

    /// Takes a character in.
    #[inline]
    fn take(&mut self, class: Class, place: Range<usize>, pass: &mut Pass) {
        match class {
            Class::Other => (pass.gap, pass.open) = (APART, None),
            Class::Letter(letter) => {
                (pass.gap, pass.open) = (APART, None);
                if pass.letters.push(letter) {
                    self.labels.extend(label::ending(self.text, place.end));
                }
            }
            Class::Digit(value) => {
                let own = self.text[place.clone()].chars().next().map(alphabet);
                self.take_digits(&place, (own.unwrap_or(Alphabet::Other), value), pass);
            }
            Class::Separator => pass.open = None,
            Class::Mark => (pass.gap, pass.open) = ((pass.gap + 1).min(APART), None),
            Class::Nothing => {}
            Class::Anchor => {
                (pass.gap, pass.open) = (APART, None);
                self.labels.extend(label::ending(self.text, place.end));
            }
        }
    }

    /// Takes digits in: one, or several of ASCII.
    fn take_digits(&mut self, place: &Range<usize>, (own, value): (Alphabet, u8), pass: &mut Pass) {
        // Numerals of Chinese are words, too: each may belong to the text around.
        let joins = pass.open == Some(own) && own != Alphabet::Chinese;
        let of_label = self.labels.last().is_some_and(|hit| hit.end >= place.end);
        self.group(place, (pass.gap, joins));
        self.digits_of(place, own, value);
        (pass.gap, pass.open) = (0, Some(own));
        if let Some(group) = self.groups.last_mut().filter(|_| of_label) {
            group.of_label = true;
            (pass.gap, pass.open) = (APART, None);
        }
    }

    /// Begins a group of digits, or goes on with the last one where that is `open`.
    fn group(&mut self, place: &Range<usize>, (gap, open): (u8, bool)) {
        if let Some(group) = self.groups.last_mut().filter(|_| open) {
            group.end = place.end;
            return;
        }
        let (start, end, first) = (place.start, place.end, self.values.len());
        let link = match gap {
            0 => Link::Close,
            1..APART => Link::Marks,
            _ => Link::Apart,
        };
        if link == Link::Apart {
            self.end_row();
        }
        let (count, remains, of_label, glued) = (0, false, false, false);
        self.groups.push(Group { start, end, first, count, link, remains, of_label, glued });
    }

    /// Takes digits into the last group: one, or several of ASCII.
    fn digits_of(&mut self, place: &Range<usize>, alphabet: Alphabet, value: u8) {
        let before = self.values.len();
        if alphabet == Alphabet::Ascii {
            let digits = &self.text.as_bytes()[place.clone()];
            self.values.extend(digits.iter().map(|byte| byte - b'0'));
        } else {
            self.values.push(value);
        }
        let mut noted = self.places.len() * STRIDE;
        while noted < self.values.len() {
            self.places.push(place.start + noted - before);
            noted += STRIDE;
        }
        if let Some(group) = self.groups.last_mut() {
            group.count += self.values.len() - before;
        }
    }

    /// Ends a row of groups, and keeps it where it is long enough.
    fn end_row(&mut self) {
        let start = self.row;
        self.row = self.groups.len();
        let digits = self.groups.get(start).map_or(0, |first| self.values.len() - first.first);
        if digits >= SHORTEST {
            self.rows.push(start..self.row);
        }
    }

    /// Marks what is left of masked card numbers: six digits, six stars (in names of files another
    /// character), four digits. And parts numbers where a sentence ends: a full stop before a long
    /// number, or behind one, does that; between short groups it is a dot, as input methods for Chinese
    /// make them.
    fn look_at_gaps(&mut self) {
        for right in 1..self.groups.len() {
            let [before, after] = &mut self.groups[right - 1..=right] else { continue };
            let gap = || &self.text[before.end..after.start];
            if after.start - before.end == STARS.len() {
                let gap = gap();
                after.glued = gap == STARS;
                self.glued |= after.glued;
                if (before.count, after.count) == (6, 4) && matches!(gap, STARS | CROSSES) {
                    before.remains = true;
                    after.remains = true;
                }
            }
            if after.link == Link::Close && before.count.max(after.count) > 6 {
                let gap = gap();
                if gap == ". " || gap.contains('。') {
                    after.link = Link::Marks;
                }
            }
        }
    }

    /// Where a digit begins in the text.
    pub(super) fn place(&self, digit: usize) -> usize {
        let group = &self.groups[self.groups.partition_point(|group| group.first <= digit) - 1];
        if group.is_plain() {
            return group.start + digit - group.first;
        }
        let noted = digit / STRIDE;
        // From the group's beginning, or from a place in it that is known.
        let (first, start) = match self.places.get(noted) {
            Some(&place) if place > group.start => (noted * STRIDE, place),
            _ => (group.first, group.start),
        };
        let mut digits = self.text[start..group.end].char_indices().filter(|(_, c)| is_digit(*c));
        digits.nth(digit - first).map_or(start, |(at, _)| start + at)
    }

    /// The index of the first digit that does not stand before a place.
    pub(super) fn digit_from(&self, place: usize) -> usize {
        let before = self.groups.partition_point(|group| group.start < place);
        let Some(group) = before.checked_sub(1).map(|at| &self.groups[at]) else { return 0 };
        if group.is_plain() {
            return group.first + group.end.min(place) - group.start;
        }
        let noted = self.places.partition_point(|own| *own < place).saturating_sub(1);
        let (first, start) = match self.places.get(noted) {
            Some(&own) if own > group.start => (noted * STRIDE, own),
            _ => (group.first, group.start),
        };
        first + self.text[start..group.end.min(place)].chars().filter(|c| is_digit(*c)).count()
    }

    /// The digits of a group.
    pub(super) fn digits(&self, group: &Group) -> &[u8] {
        &self.values[group.first..group.next()]
    }

    /// The text between a group and the one before it; nothing before the first.
    pub(super) fn gap(&self, at: usize) -> &'t str {
        match at.checked_sub(1).map(|before| &self.groups[before]) {
            Some(before) => &self.text[before.end..self.groups[at].start],
            None => "",
        }
    }

    /// What stands between a group and the one before it, where that is one character.
    pub(super) fn sign(&self, at: usize) -> Option<char> {
        let (before, group) = (self.groups.get(at.checked_sub(1)?)?, self.groups.get(at)?);
        match self.text.as_bytes()[before.end..group.start] {
            [sign] => Some(char::from(sign)),
            [_, _] | [_, _, _] | [_, _, _, _] => {
                let mut gap = self.gap(at).chars();
                let sign = gap.next();
                sign.filter(|_| gap.as_str().is_empty())
            }
            _ => None,
        }
    }

    /// At most so many characters of the text before a place.
    pub(super) fn before(&self, place: usize, most: usize) -> &'t str {
        let text = &self.text[..place];
        let start = text.char_indices().rev().take(most).last().map_or(place, |(at, _)| at);
        &text[start..]
    }

    /// At most so many characters of the text behind a place.
    pub(super) fn behind(&self, place: usize, most: usize) -> &'t str {
        let text = &self.text[place..];
        text.char_indices().nth(most).map_or(text, |(at, _)| &text[..at])
    }
}
