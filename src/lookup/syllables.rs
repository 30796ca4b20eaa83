//! How Chinese characters are written in pinyin.

use pinyin::ToPinyinMulti;
use std::collections::HashMap;

/// The longest syllable: `zhuang`.
pub(super) const LONGEST: usize = 6;

/// Stands before the first letter of a syllable, in the place of a letter.
pub(super) const BEFORE: u8 = 36;

/// The number of an ASCII letter or digit.
pub(super) fn letter(c: char) -> Option<u8> {
    match c {
        'a'..='z' => Some(c as u8 - b'a'),
        '0'..='9' => Some(c as u8 - b'0' + 26),
        _ => None,
    }
}

/// The readings of a character without tones, each once; `ü` is both `v` and `u`, as people type it.
pub(super) fn readings(c: char) -> Vec<String> {
    let mut readings: Vec<String> = Vec::new();
    for reading in c.to_pinyin_multi().into_iter().flatten() {
        let reading = reading.plain().replace('ê', "e");
        for reading in [reading.replace('ü', "v"), reading.replace('ü', "u")] {
            let usable =
                reading.len() <= LONGEST && reading.bytes().all(|b| b.is_ascii_lowercase());
            if usable && !reading.is_empty() && !readings.contains(&reading) {
                readings.push(reading);
            }
        }
    }
    readings
}

/// Whether a syllable begins with `zh`, `ch` or `sh`, which people take for one initial.
pub(super) fn has_long_initial(syllable: &str) -> bool {
    ["zh", "ch", "sh"].iter().any(|initial| syllable.starts_with(initial))
}

/// With which letters a character can begin and end in pinyin, and which follow each other in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Letters {
    /// The first ones.
    pub(super) first: Vec<u8>,
    /// The last ones, if people write it out or only its initial.
    pub(super) last: Vec<u8>,
    /// Neighbours.
    pub(super) inner: Vec<(u8, u8)>,
}

impl Letters {
    /// Those of a character with these readings, which is written as itself if it has none.
    pub(super) fn new(c: char, readings: &[String]) -> Self {
        if readings.is_empty() {
            let own: Vec<u8> = letter(c).into_iter().collect();
            return Self { first: own.clone(), last: own, inner: Vec::new() };
        }
        let mut letters = Self::default();
        for reading in readings {
            let written: Vec<u8> = reading.chars().filter_map(letter).collect();
            let long = has_long_initial(reading).then(|| written[1]);
            push_new(&mut letters.first, written.first().copied());
            push_new(
                &mut letters.last,
                [written.first(), written.last()].into_iter().flatten().copied(),
            );
            push_new(&mut letters.last, long);
            push_new(&mut letters.inner, written.windows(2).map(|pair| (pair[0], pair[1])));
        }
        letters
    }
}

fn push_new<T: PartialEq>(list: &mut Vec<T>, items: impl IntoIterator<Item = T>) {
    for item in items {
        if !list.contains(&item) {
            list.push(item);
        }
    }
}

/// All syllables that occur, so that each is compared with a query only once.
#[derive(Debug, Default)]
pub(super) struct Syllables {
    /// The syllables by their numbers.
    pub(super) all: Vec<String>,
    numbers: HashMap<String, u16>,
}

impl Syllables {
    /// The number of a syllable, a new one if need be.
    pub(super) fn number(&mut self, syllable: &str) -> u16 {
        if let Some(&number) = self.numbers.get(syllable) {
            return number;
        }
        let number = self.all.len() as u16;
        self.all.push(syllable.to_owned());
        self.numbers.insert(syllable.to_owned(), number);
        number
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_every_reading() {
        for (c, expected) in [
            ('行', "hang"),
            ('行', "xing"),
            ('重', "chong"),
            ('没', "mei"),
            ('绿', "lv"),
            ('绿', "lu"),
            ('長', "chang"),
        ] {
            assert!(readings(c).contains(&expected.to_owned()), "{c}: {:?}", readings(c));
        }
        assert!(readings('a').is_empty());
    }

    #[test]
    fn knows_the_letters() {
        let of = |c| Letters::new(c, &readings(c));
        let number = |c| letter(c).expect("a letter");
        assert_eq!(of('试').first, [number('s')]);
        assert_eq!(of('试').last, ['s', 'i', 'h'].map(number));
        assert_eq!(of('7').last, [number('7')]);
        assert_eq!(of('é'), Letters::default());
    }
}
