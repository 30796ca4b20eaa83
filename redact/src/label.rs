//! The words that say what the digits near them are: PINs, passwords, security codes, expiry dates.

use super::{
    CardData,
    alphabet::{Class, begins_with, class, fold, folds},
};

/// What a word says of the digits near it.
#[derive(Debug)]
pub(super) struct Label {
    /// The words; blanks in them may be left out.
    words: &'static [&'static str],
    /// What the digits are.
    pub(super) kind: CardData,
    /// How many digits such a secret has at least and at most.
    pub(super) digits: (usize, usize),
}

/// Digits of the shortest secret of all, a security code or an expiry date such as 8/27.
pub(super) const FEWEST_DIGITS: usize = 3;

static LABELS: [Label; 3] = [
    Label {
        words: &[
            "cvv",
            "cvc",
            "cvn",
            "cvd",
            "csc",
            "security code",
            "verification code",
            "verification value",
            "card code",
            "otp",
            "安全码",
            "安全碼",
            "验证码",
            "驗證碼",
            "校验码",
            "校驗碼",
            "动态码",
            "動態碼",
            "短信码",
            "卡验证值码",
            "背面三位",
            "背面后三位",
            "背面的三位",
        ],
        kind: CardData::SecurityCode,
        digits: (3, 8),
    },
    Label {
        words: &[
            "pin",
            "pins",
            "pin code",
            "pin number",
            "pin no",
            "password",
            "passwords",
            "passcode",
            "passwd",
            "pwd",
            "密码",
            "密碼",
            "口令",
        ],
        kind: CardData::Pin,
        digits: (4, 12),
    },
    Label {
        words: &[
            "exp",
            "exp date",
            "expiry",
            "expires",
            "expiration",
            "valid thru",
            "good thru",
            "valid until",
            "有效期",
            "有效日期",
            "失效日期",
            "失效期",
        ],
        kind: CardData::Expiry,
        digits: (3, 6),
    },
];

/// A label found in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    /// Where it begins.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
    /// What it says.
    pub(super) label: &'static Label,
}

/// The last three letters of a text, for telling quickly where no label ends.
#[derive(Default)]
pub(super) struct Letters(u32);

impl Letters {
    /// How many letters are kept.
    pub(super) const COUNT: usize = 3;

    /// Takes one more small letter; whether a label may end with it.
    pub(super) fn push(&mut self, letter: u8) -> bool {
        self.0 = (self.0 << 5 | u32::from(letter & 0x1F)) & 0x7FFF;
        ENDINGS[self.0 as usize / 64] >> (self.0 % 64) & 1 == 1
    }
}

/// A bit for each three letters with which a label ends.
static ENDINGS: [u64; 512] = {
    let mut bits = [0; 512];
    let mut label = 0;
    while label < LABELS.len() {
        let words = LABELS[label].words;
        let mut word = 0;
        while word < words.len() {
            let bytes = words[word].as_bytes();
            if bytes[0].is_ascii() {
                let ending = ending_of(bytes);
                bits[ending / 64] |= 1 << (ending % 64);
            }
            word += 1;
        }
        label += 1;
    }
    bits
};

/// The last three letters of a word, blanks left out.
const fn ending_of(word: &[u8]) -> usize {
    let (mut at, mut shift, mut ending) = (word.len(), 0, 0);
    while at > 0 && shift < 15 {
        at -= 1;
        if word[at] != b' ' {
            ending |= ((word[at] & 0x1F) as usize) << shift;
            shift += 5;
        }
    }
    ending
}

/// Every word with the label that it belongs to.
static WORDS: [(&str, &Label); COUNT] = {
    let mut words = [("", &LABELS[0]); COUNT];
    let (mut label, mut at) = (0, 0);
    while label < LABELS.len() {
        let mut word = 0;
        while word < LABELS[label].words.len() {
            words[at] = (LABELS[label].words[word], &LABELS[label]);
            word += 1;
            at += 1;
        }
        label += 1;
    }
    words
};

/// Small letters of ASCII, ideographs and blanks are all that stands in words: what is looked for between and
/// behind letters, and passed by there, is none of them.
const _: () = {
    let mut word = 0;
    while word < COUNT {
        let bytes = WORDS[word].0.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            // The first byte of an ideograph, and the others.
            assert!(matches!(bytes[at], b'a'..=b'z' | b' ' | 0xE4..=0xE9 | 0x80..=0xBF));
            at += 1;
        }
        word += 1;
    }
};

/// For the last letters of a word, from behind, the words that have each letter there or have no more
/// letters: a bit each. Letters are told apart by their last six bits, which are those of their last byte.
static LETTERS: [[u64; 64]; 5] = {
    assert!(COUNT <= 64);
    let mut letters = [[0; 64]; 5];
    let mut word = 0;
    while word < COUNT {
        let bytes = WORDS[word].0.as_bytes();
        let (mut at, mut place) = (bytes.len(), 0);
        while place < letters.len() {
            while at > 0 && bytes[at - 1] == b' ' {
                at -= 1;
            }
            let mut letter = 0;
            while letter < 64 {
                if at == 0 || bytes[at - 1] as usize % 64 == letter {
                    letters[place][letter] |= 1 << word;
                }
                letter += 1;
            }
            // To the first byte of the letter.
            while at > 0 && bytes[at - 1] & 0xC0 == 0x80 {
                at -= 1;
            }
            at = at.saturating_sub(1);
            place += 1;
        }
        word += 1;
    }
    letters
};

/// How many words there are.
const COUNT: usize = LABELS[0].words.len() + LABELS[1].words.len() + LABELS[2].words.len();

/// The longest label that ends at this place.
pub(super) fn ending(text: &str, end: usize) -> Option<Hit> {
    // Which words it can be, by the letters from behind: of most texts none is left soon.
    let mut few = u64::MAX;
    let letters = text[..end].chars().rev();
    let letters = letters.filter(|c| !matches!(class(*c), Class::Nothing | Class::Separator));
    for (letter, words) in letters.zip(&LETTERS) {
        few &= words[fold(letter) as usize % 64];
        if few == 0 {
            return None;
        }
        // The one that is left is looked at as a whole.
        if few.is_power_of_two() {
            break;
        }
    }
    let found = std::iter::from_fn(|| {
        let at = (few != 0).then(|| few.trailing_zeros() as usize)?;
        few &= few - 1;
        Some(WORDS[at])
    });
    let found = found.filter_map(|(word, label)| {
        let start = start_of(text, end, word)?;
        Some(Hit { start, end, label })
    });
    let hit = found.min_by_key(|hit| hit.start)?;
    let behind = &text[end..];
    if names_a_thing(behind) {
        return None;
    }
    // The 2 of `CVV2` belongs to the word.
    let mut next = behind.char_indices().map(|(at, c)| (at, class(c)));
    let numbered = hit.label.kind == CardData::SecurityCode
        && class(text[..end].chars().next_back()?) != Class::Anchor
        && matches!(next.next(), Some((_, Class::Digit(2))));
    let (after, what) = next.next().unwrap_or((behind.len(), Class::Other));
    let end = if numbered && !matches!(what, Class::Digit(_)) { end + after } else { end };
    Some(Hit { end, ..hit })
}

/// Where a word begins that ends at `end`: written as it is, or letter by letter (`C V V`, `密 码`).
fn start_of(text: &str, end: usize, word: &str) -> Option<usize> {
    let mut rest = text[..end].char_indices().rev();
    let mut start = end;
    // Places between two letters, how many of them have a separator, and those where one belongs.
    let (mut places, mut spelled) = (0, 0);
    let mut blank = false;
    for wanted in word.chars().rev() {
        if wanted == ' ' {
            blank = true;
            continue;
        }
        let most = if blank { 3 } else { usize::from(start < end) };
        let mut gap = 0;
        loop {
            let (at, c) = rest.next()?;
            match class(c) {
                Class::Nothing => {}
                Class::Separator if gap < most => gap += 1,
                _ if fold(c) == wanted => {
                    start = at;
                    break;
                }
                _ => return None,
            }
        }
        if !blank {
            places += 1;
            spelled += usize::from(gap > 0);
        }
        blank = false;
    }
    if !word.is_ascii() {
        return Some(start);
    }
    let is_letter = |c: Option<char>| c.is_some_and(|c| matches!(class(c), Class::Letter(_)));
    let seen = |c: &char| class(*c) != Class::Nothing;
    // No English word has these inside, so what they are glued to does not matter.
    let certain = matches!(word, "cvv" | "cvc" | "cvn");
    let glued = !certain && is_letter(text[..start].chars().rev().find(seen));
    let goes_on = is_letter(text[end..].chars().find(seen));
    // The first letter has no place before it.
    let whole = spelled == 0 || spelled + 1 == places;
    (whole && !glued && !goes_on).then_some(start)
}

/// Whether what follows makes a thing of the label: the PIN pad has a number, too.
fn names_a_thing(behind: &str) -> bool {
    let things =
        ["键盘", "鍵盤", "小键盘", "盘", "器", "键", "机", "pad", "keypad", "block", "bypass"];
    let near = folds(behind.chars().take(12));
    begins_with(&near.skip_while(|c| matches!(c, ' ' | '-')), &things)
}

#[cfg(test)]
mod tests {
    /// The labels of a text, as they stand in it.
    fn labels(text: &str) -> Vec<&str> {
        let scan = super::super::scan::Scan::new(text);
        scan.labels.iter().map(|hit| &text[hit.start..hit.end]).collect()
    }

    #[test]
    fn finds_labels_however_they_are_written() {
        for (text, found) in [
            ("CVV 123", "CVV"),
            ("cvv2:123", "cvv2"),
            ("ＣＶＣ２", "ＣＶＣ２"),
            ("C V V 123", "C V V"),
            ("p.i.n. 1234", "p.i.n"),
            ("the security-code", "security-code"),
            ("客人密码", "密码"),
            ("密 码", "密 码"),
            ("密\u{200b}码", "密\u{200b}码"),
            ("theCVV123", "CVV"),
            ("PIN码", "PIN"),
            ("Valid Thru 12/27", "Valid Thru"),
        ] {
            assert_eq!(labels(text), [found], "{text}");
        }
    }

    #[test]
    fn passes_other_words_by() {
        for text in [
            "shopping 12345",
            "ping",
            "spin",
            "opinion",
            "PIN pad 12345",
            "密码键盘 12345",
            "代码51",
            "explain",
            "he is in",
        ] {
            assert_eq!(labels(text), [""; 0], "{text}");
        }
    }
}
