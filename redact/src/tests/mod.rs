//! What the redactor hides and what it leaves, by examples and by laws.

mod cards;
mod secrets;
mod veil;

use super::*;
use proptest::prelude::*;

/// Checks what texts become, and that nothing becomes of that again.
#[track_caller]
fn check(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        let redacted = redact(text);
        assert_eq!(redacted.text, *expected, "{text}");
        assert_eq!(redacted.masked, text != expected, "{text}");
        assert_eq!(redact(expected).text, *expected, "again: {expected}");
    }
}

/// How many digits of `text` are left in a row where only separators stand between them.
fn longest_number(text: &str) -> usize {
    let mut best = 0;
    let mut count = 0;
    for c in text.chars() {
        match alphabet::class(c) {
            alphabet::Class::Digit(_) => {
                count += 1;
                best = best.max(count);
            }
            alphabet::Class::Separator | alphabet::Class::Nothing => {}
            _ => count = 0,
        }
    }
    best
}

/// Text full of digits, labels and marks.
fn risky() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "1",
        "2",
        "4",
        "6",
        "0",
        "12",
        "51",
        "123",
        "1234",
        "622202",
        "4111111111111111",
        "378282246310005",
        "13800138000",
        "123456789012",
        "******",
        "***",
        "*",
        " ",
        "-",
        ".",
        "\n",
        "=",
        "^",
        ";",
        "?",
        "%B",
        "D",
        "PIN",
        "cvv",
        "cvv2",
        "密码",
        "验证码",
        "是",
        "，",
        "元",
        "商户号",
        "打",
        "a",
        "\u{200b}",
        "６２２２",
        "2026-11-23",
        "[磁条 track ***]",
    ]);
    prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn redacting_twice_is_redacting_once(text in risky()) {
        let once = redact(&text).text;
        let twice = redact(&once);
        prop_assert_eq!(&twice.text, &once);
        prop_assert!(!twice.masked);
    }

    #[test]
    fn never_panics(text in any::<String>()) {
        redact(&text);
        veil(&text);
        redact_name(&text);
    }

    #[test]
    fn a_veil_over_a_text_under_way_never_panics(text in risky(), caret in 0_usize..200) {
        // Also where the caret stands within a character.
        let veiled = veil_typing(&text, caret).unwrap_or_else(|| text.clone());
        prop_assert_eq!(veiled.chars().count(), text.chars().count());
    }

    #[test]
    fn a_mistyped_card_number_is_hidden_too(
        digits in "(4|5[1-5]|62)[0-9]{17}",
        sizes in prop::collection::vec(3_usize..=10, 10),
        gaps in prop::collection::vec(prop::sample::select(vec![" ", "-", "\n", " . ", "\u{3000}"]), 10),

        around in ("[xyz客人卡]{0,5}", "[xyz客人卡]{0,5}"),
    ) {
        let mut rest = &digits[..16];
        let mut number = String::new();
        for (size, gap) in sizes.iter().zip(&gaps) {
            let (group, behind) = rest.split_at(rest.len().min(*size));
            number.push_str(group);
            number.push_str(if behind.is_empty() { "" } else { gap });
            rest = behind;
        }
        let redacted = redact(&format!("{}{number}{}", around.0, around.1));
        prop_assert!(redacted.masked);
        prop_assert!(longest_number(&redacted.text) <= 6, "{}", redacted.text);
    }
}

#[test]
fn time_is_linear() {
    for text in [
        "1 ",
        "PIN ",
        "4",
        "４",
        "٤",
        "四",
        "4111111111111111",
        "4111111111111111^",
        "4111 1111 1111 1111 ",
        "密码1",
        "PIN 1234 ",
        "p.i.n.",
        "\u{200b}",
        "4\u{200b}",
        "622202******1234 ",
        "192.168.1.1 ",
    ] {
        let time = |length: usize| {
            let long = text.repeat(length / text.len());
            let start = std::time::Instant::now();
            redact(&long);
            start.elapsed()
        };
        // Quadratic time would make it a hundredfold; the rest is room for a busy machine.
        let (short, long) = (time(4_000), time(40_000));
        assert!(
            long < short * 50 + std::time::Duration::from_millis(500),
            "{text}: {short:?}, {long:?}"
        );
    }
}
