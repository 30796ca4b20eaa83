//! What people type, and what they find.

use super::{Closeness, Index, Key, Rank};
use proptest::prelude::*;
use std::fmt::Write;

/// Entries as a guide has them: their keys by rank, several names apart from each other by `|`.
const ENTRIES: [[&str; 4]; 24] = [
    [
        "51",
        "余额不足|Insufficient funds",
        "钱不够|not enough money",
        "卡里的钱不够这一笔|The card has too little money",
    ],
    ["54", "过期的卡|Expired card", "卡过期", "卡的有效期已过|The card is past its date"],
    ["05", "不予承兑|Do not honor", "拒绝交易", "发卡行拒绝了这一笔|The issuer refused this sale"],
    [
        "A0",
        "校验错|MAC error",
        "签到后再试",
        "密钥对不上，重新签到|Keys do not match, sign in again",
    ],
    [
        "91",
        "发卡行不能操作|Issuer inoperative",
        "银行维护",
        "发卡行系统在维护|The issuer is being maintained",
    ],
    ["55", "密码错误|Wrong PIN", "密码不对", "客人输错了密码|The customer typed a wrong PIN"],
    ["00", "交易成功|Approved", "", "已经收到钱|The money was taken"],
    [
        "",
        "通讯失败|Communication failed",
        "连不上",
        "机器连不到收单行|The terminal can't reach the acquirer",
    ],
    ["", "交易超时|Time out", "没反应|no answer", "没有等到回答|No answer came in time"],
    ["", "打印机缺纸|No paper", "没有打印纸|无纸|纸用完|paper out", "纸卷用完了|The roll is empty"],
    [
        "",
        "请重新签到|Please sign in",
        "logon required",
        "机器没有登录|The terminal is not logged on",
    ],
    [
        "",
        "读卡失败|Card read failed",
        "刷不出来",
        "磁条或芯片读不出来|Stripe or chip can't be read",
    ],
    ["", "没有信号|No signal", "没网", "手机网络没有信号|The mobile network has no signal"],
    ["", "屏幕黑了|The screen is black", "黑屏", "没有电或屏坏了|No power or a broken screen"],
    ["", "银行卡被吞|Card kept", "吞卡", "机器不退卡|The machine keeps the card"],
    ["", "还没有结算|Not settled yet", "批结算", "今天的账还没结|Today's batch is open"],
    ["", "长时间没有反应|Frozen", "死机|卡住", "要重启|Restart it"],
    ["", "重复交易|Duplicate transaction", "扣了两次", "同一笔收了两次|One sale was charged twice"],
    ["", "POS机被拆|Tamper detected", "防拆|安全触发", "机器锁住了|The terminal locked itself"],
    ["", "超出限额|Over the limit", "超限", "一笔的钱太多|Too much for one sale"],
    ["", "按键没反应|Keys do not react", "触摸不灵", "按了没用|Pressing does nothing"],
    ["", "绿灯不亮|Green lamp is off", "", "电源没插好|The plug is loose"],
    ["", "IC卡插反了|Chip card is the wrong way round", "", "换个方向插|Turn it round"],
    ["", "余额查询|Balance inquiry", "查余额", "查卡里的钱|Asks how much money is left"],
];

fn keys(entry: [&str; 4]) -> Vec<Key> {
    let of = |(rank, texts): (Rank, &str)| -> Vec<Key> {
        let texts = texts.split('|').filter(|text| !text.is_empty());
        texts.map(|text| Key { text: text.to_owned(), rank }).collect()
    };
    Rank::ALL.into_iter().zip(entry).flat_map(of).collect()
}

fn index() -> Index {
    Index::new(ENTRIES.map(keys))
}

/// The first code or name of an entry.
fn title(entry: usize) -> &'static str {
    let [code, name, ..] = ENTRIES[entry];
    if code.is_empty() { name.split('|').next().unwrap_or(name) } else { code }
}

#[track_caller]
fn check(cases: &[(&str, &str)]) {
    let index = index();
    let mut wrong = String::new();
    for (typed, expected) in cases {
        let hits = index.find(typed, 8);
        let first = hits.first().map_or("", |hit| title(hit.entry));
        if first != *expected {
            let all: Vec<_> = hits.iter().map(|hit| (title(hit.entry), hit.closeness)).collect();
            let _ = writeln!(wrong, "{typed}: {expected:?}, found {all:?}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn finds_codes() {
    check(&[
        ("51", "51"),
        ("5 1", "51"),
        ("０51", "51"),
        ("５１", "51"),
        ("A0", "A0"),
        ("a0", "A0"),
        ("ao", "A0"),
        ("5", "05"),
        ("0", "00"),
        ("51余额", "51"),
        ("余额51", "51"),
        ("code 51", "51"),
        ("error code: 51", "51"),
        ("错误码51", "51"),
        ("代码 A0", "A0"),
        ("代码5", "05"),
        ("51支付不了", "51"),
        ("提示：51 余额不足", "51"),
    ]);
    let entries: Vec<&str> = index().find("5", 4).into_iter().map(|hit| title(hit.entry)).collect();
    assert_eq!(entries, ["05", "51", "54", "55"]);
}

#[test]
fn finds_texts() {
    check(&[
        ("余额", "51"),
        ("余额查", "余额查询"),
        ("不足", "51"),
        ("insuffic", "51"),
        ("INSUFFICIENT-FUNDS", "51"),
        ("Ｎｏ　Ｐａｐｅｒ", "打印机缺纸"),
        ("nopaper", "打印机缺纸"),
        ("paper no", "打印机缺纸"),
        ("无 纸", "打印机缺纸"),
        ("纸 打印", "打印机缺纸"),
        ("通讯失败!", "通讯失败"),
        ("通讯  失败", "通讯失败"),
        ("「通讯失败」", "通讯失败"),
        ("失败 通讯", "通讯失败"),
        ("timeout", "交易超时"),
        ("黑屏", "屏幕黑了"),
        ("pos tamper", "POS机被拆"),
        ("too little money", "51"),
        ("twice", "重复交易"),
        ("limit", "超出限额"),
    ]);
}

#[test]
fn forgives_slips() {
    check(&[
        ("insuficient", "51"),
        ("insuficeint fnds", "51"),
        ("tmie out", "交易超时"),
        ("tmieout", "交易超时"),
        ("papre", "打印机缺纸"),
        ("no papr", "打印机缺纸"),
        ("comunication", "通讯失败"),
        ("通迅失败", "通讯失败"),
        ("通汛失败", "通讯失败"),
        ("通记失败", "通讯失败"),
        ("通失败", "通讯失败"),
        ("余额不够", "51"),
        ("签道", "请重新签到"),
        ("餘額不足", "51"),
        ("balence", "余额查询"),
        ("duplciate", "重复交易"),
    ]);
}

#[test]
fn finds_sentences() {
    check(&[
        ("the customer's card expired last month", "54"),
        ("expiring cards", "54"),
        ("the same sale has been charged again", "重复交易"),
        ("it keeps telling me to sign in", "请重新签到"),
        ("刷了卡但是磁条没有读出来", "读卡失败"),
        ("顾客的卡里没有足够的钱", "51"),
        ("今天的账还没有结算完", "还没有结算"),
        ("卡被机器吞进去了", "银行卡被吞"),
    ]);
}

#[test]
fn finds_pinyin() {
    check(&[
        ("yuebuzu", "51"),
        ("yebz", "51"),
        ("yuebz", "51"),
        ("yuebuz", "51"),
        ("yueb", "51"),
        ("yu e bu zu", "51"),
        ("yu'e'bu'zu", "51"),
        ("YEBZ", "51"),
        ("tongxunsh", "通讯失败"),
        ("tongxun", "通讯失败"),
        ("txsb", "通讯失败"),
        ("yinhang", "银行卡被吞"),
        ("meiyouxinhao", "没有信号"),
        ("chongfu", "重复交易"),
        ("chongxinqiandao", "请重新签到"),
        ("haimeiyou", "还没有结算"),
        ("changshijian", "长时间没有反应"),
        ("heiping", "屏幕黑了"),
        ("posjibeichai", "POS机被拆"),
        ("lvdeng", "绿灯不亮"),
        ("chaoshi", "交易超时"),
        ("dayinjiquezhi", "打印机缺纸"),
        ("wuzhi", "打印机缺纸"),
        ("ka", "54"),
        ("kan", ""),
    ]);
}

#[test]
fn finds_nothing_in_nonsense() {
    check(
        &[
            "zzzzqq",
            "哈哈哈哈",
            "",
            " ",
            "\u{1b}[2J",
            "!?……",
            "🙂🙂",
            "xyzzy",
            "98765",
            "qqqq wwww",
            "ъыьэ",
            "\u{301}",
        ]
        .map(|typed| (typed, "")),
    );
}

#[test]
fn orders_by_closeness() {
    let index = index();
    for (typed, closeness) in [
        ("51", Closeness::Code),
        ("过期的卡", Closeness::Name),
        ("余额", Closeness::Begins),
        ("签到", Closeness::Contains),
        ("连不上", Closeness::Word),
        ("收单行", Closeness::Meaning),
        ("funds insufficient", Closeness::AnyOrder),
        ("yebz", Closeness::Sound),
        ("pproved", Closeness::Inside),
        ("my customer was charged two times", Closeness::Resembles),
        ("刷了卡但是磁条没有读出来", Closeness::Resembles),
        ("51支付不了", Closeness::Quoted),
        ("aproved", Closeness::Slip),
    ] {
        let first = index.find(typed, 3).first().map(|hit| hit.closeness);
        assert_eq!(first, Some(closeness), "{typed}");
    }
    let entries = |typed: &str, most| -> Vec<usize> {
        index.find(typed, most).into_iter().map(|hit| hit.entry).collect()
    };
    assert_eq!(entries("card", 2), [14, 11], "the short name before the long one");
    assert_eq!(entries("没", 0), [0; 0]);
    assert_eq!(entries("没", 1), entries("没", 99)[..1], "few hits are the first of many");
}

#[test]
fn bears_hostile_texts() {
    let index = index();
    for part in [
        "余额不足",
        "\u{301}",
        "e\u{301}",
        "\u{0}\u{1b}",
        "👩‍👩‍👧",
        "a b ",
        "51 ",
        "yuebuzu",
        "\u{10FFFF}",
        "ﷺ",
    ] {
        index.find(&part.repeat(10_000 / part.len() + 1), 50);
    }
    let empty = Index::new([]);
    assert!(empty.find("51", 9).is_empty());
    let bare = Index::new([vec![], keys(["", "……", "🙂", ""])]);
    assert!(bare.find("……", 9).is_empty());
    let long = "长".repeat(70_000);
    let index = Index::new([vec![Key { text: long.clone(), rank: Rank::Name }]]);
    assert_eq!(index.find(&long, 9).len(), 1);
}

/// A text with something in it that can be found.
fn text() -> impl Strategy<Value = String> {
    let known: Vec<char> = "余额不足通讯失败行重没长 ABCabc019Ｏé'-，🙂\u{301}".chars().collect();
    let character = prop_oneof![6 => prop::sample::select(known), 1 => any::<char>()];
    prop::collection::vec(character, 1..12).prop_map(|chars| chars.into_iter().collect())
}

fn entries() -> impl Strategy<Value = Vec<Vec<Key>>> {
    let rank = prop::sample::select(Rank::ALL.to_vec());
    let key = (text(), rank).prop_map(|(text, rank)| Key { text, rank });
    prop::collection::vec(prop::collection::vec(key, 0..4), 1..12)
}

/// Whether anything is left of a text.
fn is_findable(text: &str) -> bool {
    !super::fold::Folded::new(text, 1).chars.is_empty()
}

proptest! {
    #[test]
    fn never_panics(entries in entries(), query in any::<String>(), most in 0_usize..20) {
        let index = Index::new(entries.clone());
        let hits = index.find(&query, most);
        prop_assert!(hits.len() <= most);
        prop_assert!(hits.is_sorted_by_key(|hit| hit.closeness));
        prop_assert_eq!(&hits, &Index::new(entries).find(&query, most), "always the same");
        let all = index.find(&query, usize::MAX);
        prop_assert_eq!(hits.iter().map(|hit| hit.closeness).collect::<Vec<_>>(),
            all.iter().take(most).map(|hit| hit.closeness).collect::<Vec<_>>());
    }

    #[test]
    fn finds_by_a_little_of_a_key(entries in entries(), typed in text(), most in 1_usize..5) {
        let index = Index::new(entries);
        let (few, all) = (index.find(&typed, most), index.find(&typed, usize::MAX));
        prop_assert_eq!(&few, &all[..all.len().min(most)], "few hits are the first of many");
    }

    #[test]
    fn finds_every_key_by_itself(entries in entries()) {
        let index = Index::new(entries.clone());
        for (entry, keys) in entries.iter().enumerate() {
            for key in keys.iter().filter(|key| is_findable(&key.text)) {
                let hits = index.find(&key.text, usize::MAX);
                let own = hits.iter().find(|hit| hit.entry == entry);
                let farthest = [Closeness::Code, Closeness::Name, Closeness::Word, Closeness::Meaning]
                    [key.rank as usize];
                prop_assert!(own.is_some_and(|hit| hit.closeness <= farthest), "{:?}: {:?}", key, hits);
                let chars: Vec<char> = key.text.chars().collect();
                for end in 2..chars.len() {
                    let typed: String = chars[..end].iter().collect();
                    let found = index.find(&typed, usize::MAX).iter().any(|hit| hit.entry == entry);
                    prop_assert!(found || !is_findable(&typed), "{:?} for {:?}", typed, key);
                }
            }
        }
    }
}
