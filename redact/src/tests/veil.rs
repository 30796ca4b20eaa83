//! The veil over a text that keeps its places.

use crate::{veil, veil_typing};

#[test]
fn stars_stand_where_the_digits_stood() {
    for (text, veiled) in [
        ("4111 1111 1111 1111", "4111 11** **** 1111"),
        ("卡号：４１１１１１１１１１１１１１１１，", "卡号：４１１１１１＊＊＊＊＊＊１１１１，"),
        ("PIN 1234", "PIN ****"),
        ("a\n;4111111111111111=2611201?\nb", "a\n**************************\nb"),
        ("4111\n1111\n1111\n1111", "4111\n11**\n****\n1111"),
    ] {
        assert_eq!(veil(text).as_deref(), Some(veiled), "{text}");
    }
    assert_eq!(veil("商户号 898310148160568"), None);
}

#[test]
fn of_a_number_under_way_six_digits_are_seen() {
    let number = "4111 1111 1111 1111";
    for end in 0..=number.len() {
        let typed = &number[..end];
        let shown = veil_typing(typed, end).unwrap_or_else(|| typed.to_owned());
        let seen: String = shown.chars().filter(char::is_ascii_digit).collect();
        assert!(seen.len() <= 6 || shown == "4111 11** **** 1111", "{shown}");
        assert_eq!(shown.len(), typed.len());
    }
}

#[test]
fn of_a_secret_under_way_nothing_is_seen() {
    for (typed, shown) in [
        ("PIN 1", "PIN *"),
        ("密码是12345", "密码是*****"),
        ("cvv2: 1 2", "cvv2: * *"),
        ("安全码 12", "安全码 **"),
    ] {
        assert_eq!(veil_typing(typed, typed.len()).as_deref(), Some(shown), "{typed}");
    }
}

#[test]
fn other_numbers_are_seen_while_they_are_typed() {
    for typed in [
        "13800138000",
        "商户号 378282246310",
        "2026-11-23 21:42",
        "密码错 3 次",
        "参考号 622202123456",
    ] {
        assert_eq!(veil_typing(typed, typed.len()), None, "{typed}");
    }
    // As soon as it can't become a card's, the number is seen.
    assert_eq!(veil_typing("打 4008208388", 14).as_deref(), Some("打 400820****"));
    assert_eq!(veil_typing("打 4008208388，", 17), None);
}
