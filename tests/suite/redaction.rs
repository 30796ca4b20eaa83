//! Card numbers of every scheme in every disguise, and secrets beside every label.

use crate::support::cards::{ALPHABETS, SCHEMES, reading, seen, spelled};
use proptest::{prelude::*, sample::select};
use tilldoc::redact::{redact, veil};
use unicode_width::UnicodeWidthStr;

/// What may stand between two digits of one number.
const SEPARATORS: [&str; 32] = [
    " ",
    "-",
    ".",
    "/",
    "\n",
    "\t",
    "\u{3000}",
    "\u{200b}",
    "\r\n",
    "\u{a0}",
    "－",
    "．",
    "／",
    "·",
    "—",
    "–",
    "_",
    "\u{2060}",
    "\u{feff}",
    "\u{ad}",
    "\u{200d}",
    "\\",
    "  ",
    " - ",
    "\n    ",
    " . ",
    "\u{2028}",
    "⁄",
    "•",
    "\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}",
    "\u{20e3}",
    "\n\n",
];

/// What may stand around a number: nothing of it belongs to the number.
const AROUND: [&str; 28] = [
    "",
    " ",
    "卡号",
    "卡号：",
    "card ",
    "Card no. ",
    "客人的卡",
    "x",
    "abc",
    "（",
    "）",
    "，刷不了",
    "。",
    "\n",
    "🙂",
    "《",
    "的卡",
    "密码不对，",
    "PIN",
    " 13800138000 ",
    " 2026-11-23 21:42 ",
    "¥100.00，",
    "商户号 898310148160568，",
    "é",
    "三",
    "一",
    "第",
    "*",
];

/// A number of any scheme.
fn number() -> impl Strategy<Value = String> {
    (0..SCHEMES.len(), any::<usize>(), any::<usize>(), any::<u64>())
        .prop_map(|(scheme, begin, length, rest)| SCHEMES[scheme].number(begin, length, rest))
}

/// How many digits stand together: all, as on the card, one by one, or anyhow.
fn sizes() -> impl Strategy<Value = Vec<usize>> {
    prop_oneof![
        Just(vec![19]),
        Just(vec![4; 5]),
        Just(vec![1; 19]),
        Just(vec![4, 6, 9]),
        prop::collection::vec(1_usize..=13, 19),
    ]
}

/// Separators: the same one everywhere, or others each time.
fn separators() -> impl Strategy<Value = Vec<&'static str>> {
    prop_oneof![
        select(SEPARATORS.as_slice()).prop_map(|one| vec![one; 19]),
        prop::collection::vec(select(SEPARATORS.as_slice()), 19),
    ]
}

/// Alphabets: ASCII, another one, or one for each digit.
fn alphabets() -> impl Strategy<Value = Vec<usize>> {
    let any = || 0..ALPHABETS.len();
    prop_oneof![
        2 => Just(vec![0; 19]),
        2 => any().prop_map(|one| vec![one; 19]),
        1 => prop::collection::vec(any(), 19),
    ]
}

/// A number with its disguise.
fn disguised() -> impl Strategy<Value = (String, String)> {
    (number(), sizes(), separators(), alphabets()).prop_map(
        |(number, sizes, separators, alphabets)| {
            let mut text = String::new();
            let mut ends = sizes.iter().scan(0, |end, size| {
                *end += size;
                Some(*end)
            });
            let mut end = ends.next();
            let mut gap = 0;
            for (at, digit) in number.chars().enumerate() {
                if Some(at) == end {
                    text += separators[gap % separators.len()];
                    gap += 1;
                    end = ends.next();
                }
                text += &spelled(&digit.to_string(), &ALPHABETS[alphabets[at]]);
            }
            (number, text)
        },
    )
}

/// Asserts that of these numbers nothing is to be seen but their first six and last four digits.
fn check(numbers: &[&str], text: &str, around: [&str; 2]) -> Result<(), TestCaseError> {
    let redacted = redact(text);
    prop_assert!(redacted.masked);
    let shown = |own: &&str| format!("{}*{}", &own[..6], &own[own.len() - 4..]);
    let allowed: String = numbers.iter().map(shown).collect();
    for number in numbers {
        // What is allowed may look like more of the number by chance.
        if seen(number, &[around[0], &allowed, around[1]].concat()).is_none() {
            prop_assert_eq!(
                seen(number, &redacted.text),
                None,
                "{:?} of {}",
                redacted.text,
                number
            );
        }
    }
    let again = redact(&redacted.text);
    prop_assert_eq!(&again.text, &redacted.text, "again, of {:?}", text);
    prop_assert!(!again.masked);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn a_number_keeps_six_and_four_in_any_disguise(
        (number, text) in disguised(),
        before in select(AROUND.as_slice()),
        after in select(AROUND.as_slice()),
    ) {
        let whole = format!("{before}{text}{after}");
        check(&[&number], &whole, [before, after])?;
    }

    #[test]
    fn several_in_a_row_keep_six_and_four_each(
        all in prop::collection::vec(disguised(), 2..4),
        between in select(vec![" ", "\n", "，", " / ", "和", "; ", "\t", "\u{3000}", "-"]),
    ) {
        let numbers: Vec<&str> = all.iter().map(|(number, _)| number.as_str()).collect();
        let texts: Vec<&str> = all.iter().map(|(_, text)| text.as_str()).collect();
        check(&numbers, &texts.join(between), ["", ""])?;
    }
}

/// Labels of secrets, each with what may lead from it to the digits.
const LABELS: [&str; 30] = [
    "PIN",
    "pin:",
    "Pin is",
    "the PIN was",
    "PIN code",
    "PIN number is",
    "p i n",
    "password",
    "password=",
    "passcode:",
    "pwd",
    "密码",
    "密码是",
    "密码：",
    "支付密码为",
    "取款密码",
    "交易密码是",
    "密 码",
    "密\u{200b}码",
    "口令",
    "ＰＩＮ",
    "ＰＩＮ：",
    "PIN码",
    "客人密码输的是",
    "他说密码是",
    "密碼",
    "密码(",
    "PIN=",
    "pin -",
    "密码\n",
];

/// The same for codes on the card and codes that a bank sends.
const CODES: [&str; 26] = [
    "CVV",
    "cvv2",
    "cvc",
    "CVC2:",
    "cvn",
    "CVN2 是",
    "C V V",
    "c.v.v.",
    "csc",
    "security code",
    "security code is",
    "card code",
    "安全码",
    "安全码：",
    "安 全 码",
    "卡背面三位",
    "验证码",
    "验证码是",
    "短信验证码：",
    "动态码",
    "校验码",
    "otp",
    "OTP:",
    "ＣＶＶ",
    "ＣＶＶ２：",
    "安全碼",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn secrets_go_whole_beside_any_label(
        (label, digits) in prop_oneof![
            (select(LABELS.as_slice()), "[0-9]{4,8}"),
            (select(CODES.as_slice()), "[0-9]{3}"),
        ],
        gap in select(vec!["", " ", ": ", "：", "  ", "\u{3000}", "=", " = "]),
        spaced in any::<bool>(),
        alphabet in prop_oneof![2 => Just(0), 1 => 0..ALPHABETS.len()],
        before in select(vec!["", "客人的", "卡在，", "guest: ", "4539578763621486 ", "。"]),
        after in select(vec!["", "，刷不了", ".", " then it worked", "\n", "）", "，", " 对吗"]),
    ) {
        // `CVC2 0 0` may be either.
        prop_assume!(!(spaced && gap.is_empty() && digits.starts_with('2')));
        let written = if spaced {
            let one = |c: char| spelled(&c.to_string(), &ALPHABETS[alphabet]);
            digits.chars().map(one).collect::<Vec<_>>().join(" ")
        } else {
            spelled(&digits, &ALPHABETS[alphabet])
        };
        let text = format!("{before}{label}{gap}{written}{after}");
        let redacted = redact(&text);
        prop_assert!(redacted.masked, "{:?}", text);
        // Three digits may stand in a card number, too.
        let rest = reading(&redacted.text).replace("453957******1486", "");
        prop_assert!(!rest.contains(&digits), "{:?}: {:?}", text, redacted.text);
        prop_assert_eq!(&redact(&redacted.text).text, &redacted.text);
    }

    #[test]
    fn a_veil_keeps_every_place(
        all in prop::collection::vec(disguised(), 1..3),
        between in select(vec![" ", "\n", "，", "密码123456，", "PIN 1234 "]),
    ) {
        let texts: Vec<&str> = all.iter().map(|(_, text)| text.as_str()).collect();
        let text = texts.join(between);
        let veiled = veil(&text);
        prop_assert!(veiled.is_some());
        let veiled = veiled.unwrap_or_default();
        prop_assert_eq!(veiled.chars().count(), text.chars().count());
        for (veiled, own) in veiled.lines().zip(text.lines()) {
            prop_assert_eq!(veiled.width(), own.width());
        }
        let shown = |(own, _): &(String, String)| format!("{}*{}", &own[..6], &own[own.len() - 4..]);
        let shown: String = all.iter().map(shown).collect();
        for (number, _) in &all {
            if seen(number, &shown).is_none() {
                prop_assert_eq!(seen(number, &veiled), None, "{:?}", veiled);
            }
        }
    }
}

/// The program's own words and its guide speak of cards, PINs and numbers all the time.
#[test]
fn nothing_of_the_program_s_own_texts_is_taken_for_card_data() {
    let mut lines = 0;
    for folder in ["assets/i18n/zh", "assets/i18n/en", "content/pos"] {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let text = std::fs::read_to_string(&path).expect("text");
            for line in text.lines() {
                lines += 1;
                let redacted = redact(line);
                assert!(!redacted.masked, "{}: {line}\n{}", path.display(), redacted.text);
            }
        }
    }
    assert!(lines > 10_000, "only {lines} lines");
}

/// Every scheme, length, separator and alphabet once: nothing is left to chance.
#[test]
fn no_scheme_gets_through_in_any_separator_or_alphabet() {
    let mut cases = 0_u64;
    for scheme in &SCHEMES {
        for begin in 0..scheme.begins.len() {
            for length in 0..scheme.lengths.len() {
                let number =
                    scheme.number(begin, length, cases.wrapping_mul(0x9E37_79B9_7F4A_7C15));
                let plain = SEPARATORS.iter().flat_map(|separator| {
                    let fours: Vec<&str> = number.as_bytes().chunks(4).map(as_text).collect();
                    let ones: Vec<&str> = number.as_bytes().chunks(1).map(as_text).collect();
                    let cut = |at: usize| [&number[..at], &number[at..]].join(separator);
                    let mut all: Vec<String> = (1..number.len()).map(cut).collect();
                    all.extend([fours.join(separator), ones.join(separator)]);
                    all
                });
                let spelled = ALPHABETS.iter().map(|alphabet| spelled(&number, alphabet));
                for text in plain.chain(spelled) {
                    let text = format!("客人的卡{text}刷不了");
                    let redacted = redact(&text);
                    assert_eq!(seen(&number, &redacted.text), None, "{}: {text}", scheme.name);
                    cases += 1;
                }
            }
        }
    }
    assert!(cases > 30_000, "only {cases} cases");
}

fn as_text(digits: &[u8]) -> &str {
    std::str::from_utf8(digits).expect("digits are ASCII")
}
