//! The words that say a number is something else than a card's, and how many digits such a number has.

use super::{
    alphabet::{folded, is_digit},
    scan::Scan,
    words::Words,
};

/// The words before a number that say what it is, and how many digits it then has. With so many the
/// number is what the word says and nothing more; without any, the word says only that it is hardly
/// meant for a card's.
const NAMES: [(&str, &[usize]); 60] = [
    ("商户", &[15]),
    ("商戶", &[15]),
    ("商编", &[15]),
    ("商編", &[15]),
    ("merchant", &[15]),
    ("mid", &[15]),
    ("参考", &[12]),
    ("參考", &[12]),
    ("检索", &[12]),
    ("ref", &[12]),
    ("reference", &[12]),
    ("rrn", &[12]),
    ("终端", &[8]),
    ("終端", &[8]),
    ("机号", &[8]),
    ("terminal", &[8]),
    ("tid", &[8]),
    ("流水", &[6, 12]),
    ("凭证", &[6, 12]),
    ("憑證", &[6, 12]),
    ("trace", &[6, 12]),
    ("stan", &[6, 12]),
    ("voucher", &[6, 12]),
    ("批次", &[6]),
    ("授权", &[6]),
    ("授權", &[6]),
    ("batch", &[6]),
    ("auth", &[6]),
    ("approval", &[6]),
    ("imei", &[14, 15, 16]),
    ("meid", &[14, 15, 16]),
    ("串号", &[14, 15, 16]),
    ("iccid", &[19, 20]),
    ("sim", &[19, 20]),
    ("电话", &[7, 8, 10, 11]),
    ("電話", &[7, 8, 10, 11]),
    ("手机", &[7, 8, 10, 11]),
    ("热线", &[7, 8, 10, 11]),
    ("tel", &[7, 8, 10, 11]),
    ("phone", &[7, 8, 10, 11]),
    ("mobile", &[7, 8, 10, 11]),
    ("订单", &[]),
    ("訂單", &[]),
    ("单号", &[]),
    ("單號", &[]),
    ("工单", &[]),
    ("快递", &[]),
    ("运单", &[]),
    ("序列", &[]),
    ("机身", &[]),
    ("条码", &[]),
    ("order", &[]),
    ("ticket", &[]),
    ("parcel", &[]),
    ("tracking", &[]),
    ("invoice", &[]),
    ("serial", &[]),
    ("sn", &[]),
    ("s/n", &[]),
    ("barcode", &[]),
];

static WORDS: Words<60> = {
    let mut words = [""; NAMES.len()];
    let mut at = 0;
    while at < words.len() {
        words[at] = NAMES[at].0;
        at += 1;
    }
    Words::new(words)
};

/// How far before a number a name may begin.
const FAR: usize = 24;

/// What the word before a number says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// It has just as many digits as the word says.
    Exactly,
    /// There is a word, and that is all.
    Loosely,
    /// There is none.
    Not,
}

/// What the word before a group says of a number of `count` digits that begins with it.
pub(super) fn named(scan: &Scan, group: usize, count: usize) -> Named {
    let close = near(scan, scan.groups[group].start);
    // A word has letters: most numbers follow each other with none between.
    if close.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_alphabetic()) {
        return Named::Not;
    }
    let close = folded(close);
    let Some((place, word)) = WORDS.places(&close).last() else {
        return Named::Not;
    };
    // `merchant's card 3782...` is no merchant number.
    let card = CARD.places(&close[place..]).any(|(at, _)| at > 0);
    match NAMES[word].1.contains(&count) {
        _ if card => Named::Not,
        true => Named::Exactly,
        false => Named::Loosely,
    }
}

/// The text before a number in which its name may stand: a number or the end of a thought cuts it off.
/// What cuts belongs to it, for the first character of 參考 is a numeral, too.
fn near<'t>(scan: &Scan<'t>, number: usize) -> &'t str {
    let mut start = number;
    for (at, c) in scan.text[..number].char_indices().rev().take(FAR) {
        start = at;
        if matches!(c, '\n' | ';' | '；' | '，' | '、') || is_digit(c) {
            break;
        }
    }
    &scan.text[start..number]
}

/// Words that make a number behind them a card's all the same.
static CARD: Words<3> = Words::new(["卡", "card", "pan"]);
