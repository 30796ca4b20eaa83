//! Card numbers that are nobody's, their disguises, and how to find them again in what was written.
//!
//! Nothing here is shared with the redactor: what it forgets must be found.

use regex_syntax::hir::{Class, HirKind};
use std::sync::LazyLock;

/// A scheme's card numbers.
pub(crate) struct Scheme {
    /// Its name, for messages.
    pub name: &'static str,
    /// First and last beginning, which have the same count of digits.
    pub begins: &'static [(&'static str, &'static str)],
    /// How many digits its numbers have.
    pub lengths: &'static [usize],
}

/// Every scheme that a shop in China may meet.
pub(crate) const SCHEMES: [Scheme; 13] = [
    Scheme {
        name: "UnionPay",
        begins: &[("620000", "629999"), ("810000", "817199")],
        lengths: &[16, 17, 18, 19],
    },
    Scheme { name: "Visa", begins: &[("4", "4")], lengths: &[13, 16, 19] },
    Scheme { name: "Mastercard", begins: &[("51", "55"), ("2221", "2720")], lengths: &[16] },
    Scheme { name: "American Express", begins: &[("34", "34"), ("37", "37")], lengths: &[15] },
    Scheme { name: "JCB", begins: &[("3528", "3589")], lengths: &[16, 17, 18, 19] },
    Scheme {
        name: "Discover",
        begins: &[("6011", "6011"), ("644", "649"), ("65", "65")],
        lengths: &[16, 17, 18, 19],
    },
    Scheme {
        name: "Diners Club",
        begins: &[("300", "305"), ("36", "36"), ("38", "38")],
        lengths: &[14, 16, 17, 18, 19],
    },
    Scheme {
        name: "Maestro",
        begins: &[("5018", "5018"), ("5020", "5020"), ("5038", "5038"), ("6304", "6304")],
        lengths: &[13, 14, 15, 16, 17, 18, 19],
    },
    Scheme {
        name: "Maestro, other ranges",
        begins: &[("50", "50"), ("56", "58"), ("60", "61"), ("63", "69")],
        lengths: &[16, 17, 18, 19],
    },
    Scheme { name: "Mir", begins: &[("2200", "2204")], lengths: &[16, 17, 18, 19] },
    Scheme { name: "ICBC debit", begins: &[("9558", "9558")], lengths: &[19] },
    Scheme {
        name: "ABC and Postal debit",
        begins: &[("95595", "95599"), ("103", "103"), ("955100", "955100")],
        lengths: &[19],
    },
    Scheme {
        name: "city banks' debit",
        begins: &[
            ("900000", "900399"),
            ("940001", "940076"),
            ("966666", "966666"),
            ("984301", "984303"),
            ("998800", "998802"),
        ],
        lengths: &[16, 17, 18, 19],
    },
];

impl Scheme {
    /// A number of this scheme: which beginning, which length and which digits follow is up to the
    /// caller. The last digit makes it pass Luhn's check.
    pub(crate) fn number(&self, begin: usize, length: usize, rest: u64) -> String {
        let (first, last) = self.begins[begin % self.begins.len()];
        let width = first.len();
        let (first, last): (u64, u64) =
            (first.parse().expect("digits"), last.parse().expect("digits"));
        let begin = first + rest % (last - first + 1);
        let length = self.lengths[length % self.lengths.len()];
        let mut number = format!("{begin:0width$}");
        let mut rest = rest;
        while number.len() < length - 1 {
            // A plain generator of digits; the constant is Knuth's.
            rest = rest
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            number.push(char::from(b'0' + (rest >> 60) as u8 % 10));
        }
        let digit = ('0'..='9').find(|digit| luhn(&format!("{number}{digit}")));
        number.extend(digit);
        number
    }
}

/// Whether the last digit is the one that Luhn's formula gives for the others.
pub(crate) fn luhn(number: &str) -> bool {
    let sum = number.bytes().rev().enumerate().fold(0, |sum, (at, byte)| {
        let digit = u32::from(byte - b'0') << (at % 2);
        sum + digit / 10 + digit % 10
    });
    sum % 10 == 0
}

/// Every alphabet of digits: ten characters each, the zero first.
pub(crate) static ALPHABETS: LazyLock<Vec<Vec<char>>> = LazyLock::new(|| {
    let mut all = decimals();
    // One without a zero of its own borrows another one's.
    for ten in [
        "⓪①②③④⑤⑥⑦⑧⑨",
        "⓿❶❷❸❹❺❻❼❽❾",
        "0⑴⑵⑶⑷⑸⑹⑺⑻⑼",
        "🄀⒈⒉⒊⒋⒌⒍⒎⒏⒐",
        "⁰¹²³⁴⁵⁶⁷⁸⁹",
        "₀₁₂₃₄₅₆₇₈₉",
        "⓪⓵⓶⓷⓸⓹⓺⓻⓼⓽",
        "🄁🄂🄃🄄🄅🄆🄇🄈🄉🄊",
        "⓪➀➁➂➃➄➅➆➇➈",
        "⓿➊➋➌➍➎➏➐➑➒",
        "〇一二三四五六七八九",
        "零壹贰叁肆伍陆柒捌玖",
        "零壹貳參肆伍陸柒捌玖",
        "〇〡〢〣〤〥〦〧〨〩",
        "零幺二三四五六七八九",
        "0㈠㈡㈢㈣㈤㈥㈦㈧㈨",
        "0㊀㊁㊂㊃㊄㊅㊆㊇㊈",
    ] {
        all.push(ten.chars().collect());
    }
    assert!(all.iter().all(|ten| ten.len() == 10));
    all
});

/// The decimal digits of every script that Unicode has.
fn decimals() -> Vec<Vec<char>> {
    let parsed = regex_syntax::parse(r"\p{Nd}").expect("a class of Unicode");
    let HirKind::Class(Class::Unicode(class)) = parsed.kind() else { panic!("a class") };
    let digits: Vec<char> = class.iter().flat_map(|range| range.start()..=range.end()).collect();
    assert!(digits.len() >= 760 && digits.len().is_multiple_of(10), "{}", digits.len());
    digits.chunks(10).map(<[char]>::to_vec).collect()
}

/// The number in another alphabet of digits.
pub(crate) fn spelled(number: &str, alphabet: &[char]) -> String {
    number.bytes().map(|byte| alphabet[usize::from(byte - b'0')]).collect()
}

/// What somebody reads who looks for digits alone: those of every alphabet as ASCII, and stars.
pub(crate) fn reading(text: &str) -> String {
    text.chars().filter_map(value).collect()
}

/// The same where letters part one number from the next: for what a whole program wrote, with many
/// numbers in it.
pub(crate) fn rows(text: &str) -> String {
    let part = |c: char| value(c).or_else(|| c.is_alphanumeric().then_some('|'));
    text.chars().filter_map(part).collect()
}

/// The digit of ASCII that a digit is, or the star.
fn value(c: char) -> Option<char> {
    static VALUES: LazyLock<std::collections::HashMap<char, char>> = LazyLock::new(|| {
        let tens = ALPHABETS.iter().flat_map(|ten| ten.iter().copied().zip('0'..='9'));
        // Where an alphabet borrows a digit, the lender's reading is the same.
        tens.chain([('*', '*'), ('＊', '*')]).collect()
    });
    match c {
        // Most of what is read; in a test every look-up counts.
        '0'..='9' | '*' => Some(c),
        _ if c.is_ascii() => None,
        _ => VALUES.get(&c).copied(),
    }
}

/// More of a card number than may be seen, if a text holds that: seven digits that follow each other
/// in the number. Its first six and last four are shorter.
pub(crate) fn seen<'n>(number: &'n str, text: &str) -> Option<&'n str> {
    seven_of(number, &reading(text))
}

/// The same among the digits of a text, as [`reading`] or [`rows`] gives them.
pub(crate) fn seven_of<'n>(number: &'n str, digits: &str) -> Option<&'n str> {
    (0..=number.len() - 7).map(|at| &number[at..at + 7]).find(|seven| digits.contains(seven))
}
