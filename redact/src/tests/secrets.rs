//! Secrets beside their labels, by examples.

use super::check;
use crate::{CardData, redact, redact_name};

#[test]
fn secrets_go_whole() {
    check(&[
        ("CVV 123", "CVV ***"),
        ("cvv2: 123", "cvv2: ***"),
        ("CVC=1234", "CVC=***"),
        ("cvn2 是 123", "cvn2 是 ***"),
        ("ＣＶＶ１２３", "ＣＶＶ***"),
        ("安全码：１２３", "安全码：***"),
        ("验证码 845213", "验证码 ***"),
        ("845213 是验证码", "*** 是验证码"),
        ("security code is 123", "security code is ***"),
        ("密码是123456", "密码是***"),
        ("密码:1 2 3 4 5 6", "密码:***"),
        ("密码\n123456", "密码\n***"),
        ("客人密码输了2次123456", "客人密码输了2次***"),
        ("123456是密码", "***是密码"),
        ("PIN 1234", "PIN ***"),
        ("the pin she gave: 1234", "the pin she gave: ***"),
        ("PIN1234", "PIN***"),
        ("1234 is the PIN", "*** is the PIN"),
        ("12-34 (pin)", "*** (pin)"),
        ("password=00112233", "password=***"),
        ("卡4111111111111111密码123456安全码123", "卡411111******1111密码***安全码***"),
        ("PIN 4111111111111111", "PIN 411111******1111"),
        ("cvc2:123", "cvc2:***"),
        ("密码是 一二三四五六", "密码是 ***"),
        ("安全码一二三", "安全码***"),
        ("pin: 1 2 3 4", "pin: ***"),
        ("密码 123 456", "密码 ***"),
        ("C V V 123", "C V V ***"),
        ("p.i.n. 1234", "p.i.n. ***"),
        ("密 码 123456", "密 码 ***"),
        ("密\u{200b}码 12\u{200b}34", "密\u{200b}码 ***"),
        ("PIN 1234 or 5678", "PIN *** or ***"),
        ("密码 123456 或者 654321", "密码 *** 或者 ***"),
        ("the PIN of the card is 1234", "the PIN of the card is ***"),
        ("the PIN he typed 3 times was 1234", "the PIN he typed 3 times was ***"),
        ("有效期 12/27 安全码 123", "有效期 *** 安全码 ***"),
        ("exp 12/27 cvv 123", "exp *** cvv ***"),
        ("有效期1227", "有效期***"),
        ("Valid thru 2027-12", "Valid thru ***"),
    ]);
}

#[test]
fn words_alone_hide_nothing() {
    check(&[
        ("wrong PIN, code 55", "wrong PIN, code 55"),
        ("密码错误，参考号 123456789012", "密码错误，参考号 123456789012"),
        ("密码错 3 次，打95516", "密码错 3 次，打95516"),
        ("shopping 12345", "shopping 12345"),
        ("金额1000密码不对", "金额1000密码不对"),
        ("刷1000元密码不对", "刷1000元密码不对"),
        ("typed 1000, PIN refused", "typed 1000, PIN refused"),
        ("CVV ***", "CVV ***"),
        ("PIN pad serial 58502525", "PIN pad serial 58502525"),
        ("密码键盘型号 SP1286", "密码键盘型号 SP1286"),
        ("01001234 密码键盘坏了", "01001234 密码键盘坏了"),
        ("guest forgot the PIN, 5949 块", "guest forgot the PIN, 5949 块"),
        ("客人说密码没输错 2026-11-23 15:23", "客人说密码没输错 2026-11-23 15:23"),
        ("PIN was right 12-11 15:23", "PIN was right 12-11 15:23"),
        ("密码一直不对，三四次了", "密码一直不对，三四次了"),
        ("二〇二六年密码就不对", "二〇二六年密码就不对"),
        ("授权码 123456", "授权码 123456"),
        ("auth code 123456, code 1234", "auth code 123456, code 1234"),
        ("验证码收不到，打 10086", "验证码收不到，打 10086"),
        ("证书有效期到 12-27", "证书有效期到 12-27"),
        ("有效期到 2027-12-31", "有效期到 2027-12-31"),
        ("卡过期了，有效期 2024", "卡过期了，有效期 2024"),
    ]);
}

#[test]
fn says_what_was_hidden() {
    for (text, kinds) in [
        ("卡在", &[][..]),
        ("PIN 1234", &[CardData::Pin]),
        ("PIN 1234, 4111111111111111, PIN 4321", &[CardData::Number, CardData::Pin]),
        (";4111111111111111=26112010000012300001?", &[CardData::Track]),
        ("有效期 12/27 安全码 123", &[CardData::SecurityCode, CardData::Expiry]),
    ] {
        assert_eq!(redact(text).kinds, kinds, "{text}");
    }
}

#[test]
fn a_file_name_has_no_stars() {
    for (name, expected) in [
        ("4111111111111111.txt", "411111xxxxxx1111.txt"),
        ("卡 4111 1111 1111 1111 密码123456.md", "卡 411111xxxxxx1111 密码xxx.md"),
        (";4111111111111111=2611201000001?.json", "xxx.json"),
        ("tilldoc-2026-11-23-0941.txt", "tilldoc-2026-11-23-0941.txt"),
        ("*.txt", "*.txt"),
    ] {
        let redacted = redact_name(name);
        assert_eq!(redacted.text, expected);
        assert_eq!(redact_name(expected).text, expected);
    }
}
