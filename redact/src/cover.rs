//! What is seen in place of card data.

use super::{
    CardData,
    alphabet::is_digit,
    card::{self, middle},
    scan::{STARS, Scan},
    secret::{self, Secret},
    track,
};
use std::ops::Range;

/// Stands for the contents of a card's magnetic stripe, in both languages.
pub(super) const TRACK: &str = "[磁条 track ***]";

/// Stands for a PIN, password or security code; its length tells nothing.
pub(super) const SECRET: &str = "***";

/// The card data of a text.
#[derive(Default)]
pub(super) struct Findings {
    /// In the order of their beginnings.
    spans: Vec<Span>,
    /// For each digit of the text, in order, whether it is hidden; empty where none is.
    hidden: Vec<bool>,
}

/// A part of the text that something stands for.
struct Span {
    /// The places in the text.
    place: Range<usize>,
    kind: CardData,
}

impl Findings {
    /// All card data of a text.
    pub(super) fn of(scan: &Scan) -> Self {
        let mut found = Self::default();
        // Without a row long enough for a card number all that is hidden has a label.
        if scan.rows.is_empty() && scan.labels.is_empty() {
            return found;
        }
        for place in track::tracks(scan) {
            found.spans.push(Span { place, kind: CardData::Track });
        }
        let cards = card::cards(scan);
        for own in &cards.numbers {
            found.add_card(scan, own);
            // What belongs to a card number stands behind it.
            let next = scan.groups.partition_point(|group| group.first < own.end);
            for tail in secret::tail(scan, next) {
                found.add_secret(scan, &tail);
            }
        }
        for own in &cards.tails {
            found.hide(scan, own.clone());
            found.spans.push(Span { place: place(scan, own), kind: CardData::SecurityCode });
        }
        for secret in secret::secrets(scan) {
            // The last digits of a card number are no PIN that a word behind them names.
            if !(secret.named_later && cards.hold(&secret.digits(scan))) {
                found.add_secret(scan, &secret);
            }
        }
        // Of those that begin together the longest comes first.
        found.spans.sort_by_key(|span| (span.place.start, usize::MAX - span.place.end));
        found
    }

    /// Adds a card number, by the indices of its digits.
    fn add_card(&mut self, scan: &Scan, digits: &Range<usize>) {
        self.hide(scan, middle(digits));
        self.spans.push(Span { place: place(scan, digits), kind: CardData::Number });
    }

    /// Adds a secret.
    pub(super) fn add_secret(&mut self, scan: &Scan, secret: &Secret) {
        let digits = secret.digits(scan);
        self.spans.push(Span { place: place(scan, &digits), kind: secret.kind });
        self.hide(scan, digits);
    }

    /// Hides digits.
    pub(super) fn hide(&mut self, scan: &Scan, digits: Range<usize>) {
        self.hidden.resize(scan.values.len(), false);
        self.hidden[digits].fill(true);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// The sorts of card data that were found; of what stands in a stripe's data only that.
    pub(super) fn kinds(&self) -> impl Iterator<Item = CardData> {
        let mut track = 0..0;
        self.spans.iter().filter_map(move |span| {
            if span.kind == CardData::Track {
                track = span.place.clone();
            }
            let inside = span.place.start < track.end && span.kind != CardData::Track;
            (!inside).then_some(span.kind)
        })
    }

    /// The text with something else in their place.
    pub(super) fn written(&self, scan: &Scan) -> String {
        let mut out = String::with_capacity(scan.text.len());
        let mut at = 0;
        let mut spans = self.spans.iter().peekable();
        while let Some(span) = spans.next() {
            // Spans that overlap are one.
            let mut place = span.place.clone();
            let (mut track, mut number) = (false, false);
            let mut see = |kind| {
                track |= kind == CardData::Track;
                number |= kind == CardData::Number;
            };
            see(span.kind);
            while let Some(next) = spans.next_if(|next| next.place.start < place.end) {
                place.end = place.end.max(next.place.end);
                see(next.kind);
            }
            // Two numbers without a gap between would be read as one.
            if at > 0 && at == place.start {
                out.push(' ');
            }
            out.push_str(&scan.text[at..place.start]);
            at = place.end;
            if track {
                out.push_str(TRACK);
            } else if number {
                self.write_number(scan, &place, &mut out);
            } else {
                out.push_str(SECRET);
            }
        }
        out.push_str(&scan.text[at..]);
        out
    }

    /// Writes the digits of a place that are shown, and stars for those that are not.
    fn write_number(&self, scan: &Scan, place: &Range<usize>, out: &mut String) {
        let first = scan.digit_from(place.start);
        let digits = scan.text[place.clone()].chars().filter(|c| is_digit(*c));
        for (digit, c) in (first..).zip(digits) {
            if !self.hidden[digit] {
                out.push(c);
            } else if digit == first || !self.hidden[digit - 1] {
                out.push_str(STARS);
            }
        }
    }

    /// The text with each hidden character replaced by a star as wide as it: all places stay where
    /// they are.
    pub(super) fn veiled(&self, scan: &Scan) -> String {
        let mut tracks = self.spans.iter().filter(|span| span.kind == CardData::Track).peekable();
        let mut digit = 0;
        let mut out = String::with_capacity(scan.text.len());
        for (at, c) in scan.text.char_indices() {
            while tracks.next_if(|track| track.place.end <= at).is_some() {}
            let in_track = tracks.peek().is_some_and(|track| track.place.contains(&at));
            let digits = usize::from(is_digit(c));
            let hidden = digits > 0 && self.hidden.get(digit).is_some_and(|hidden| *hidden);
            digit += digits;
            out.push(if hidden || in_track && !c.is_whitespace() { star(c) } else { c });
        }
        out
    }
}

/// Where digits stand in the text.
fn place(scan: &Scan, digits: &Range<usize>) -> Range<usize> {
    let last = scan.place(digits.end - 1);
    let end = last + scan.text[last..].chars().next().map_or(0, char::len_utf8);
    scan.place(digits.start)..end
}

/// A star as wide as a character.
fn star(c: char) -> char {
    match unicode_width::UnicodeWidthChar::width(c) {
        Some(2) => '＊',
        Some(0) | None => c,
        Some(_) => '*',
    }
}
