//! PINs, passwords and security codes: digits beside a word that says what they are.

use super::{
    Mask, SECRET,
    digits::{Group, Groups, Plain, separates},
};

/// What a word says of the digits near it.
struct Label {
    words: &'static [&'static str],
    /// How many digits such a secret has.
    digits: (usize, usize),
    /// How many it has when the word comes after it; fewer, for more numbers stand before words.
    digits_before: (usize, usize),
}

const LABELS: [Label; 2] = [
    Label {
        words: &[
            "cvv",
            "cvc",
            "cvn",
            "cvd",
            "csc",
            "security code",
            "verification code",
            "otp",
            "安全码",
            "安全碼",
            "验证码",
            "驗證碼",
            "校验码",
            "动态码",
        ],
        digits: (3, 8),
        digits_before: (3, 8),
    },
    Label {
        words: &[
            "pin",
            "pins",
            "password",
            "passwords",
            "passcode",
            "passwd",
            "pwd",
            "密码",
            "密碼",
            "口令",
        ],
        digits: (4, 12),
        digits_before: (4, 8),
    },
];

/// Words that say the digits behind them are no secret, where they stand between it and the label.
const OTHER: [&str; 24] = [
    "参考", "流水", "电话", "打", "拨", "终端", "商户", "订单", "批次", "凭证", "金额", "款",
    "call", "tel", "phone", "ref", "terminal", "merchant", "order", "batch", "trace", "amount",
    "¥", "$",
];

/// Units behind digits that say they are a sum or a time.
const UNITS: [char; 8] = ['元', '块', '年', '点', '分', '次', '笔', '%'];

/// How far the digits may be from the word.
const FAR: usize = 16;
const FAR_BEFORE: usize = 8;

/// How far they may be across a comma or a line break.
const NEAR: usize = 4;

/// All secrets in a text.
pub(super) fn secrets(text: &Plain, groups: &Groups) -> Vec<Mask> {
    let mut masks = Vec::new();
    for start in 0..text.plain.len() {
        for label in &LABELS {
            let Some(end) = label.end_at(text, start) else { continue };
            let next = groups.0.partition_point(|group| group.start < end);
            masks.extend(behind(text, groups, next, end, label));
            masks.extend(before(text, groups, start, label));
        }
    }
    masks
}

impl Label {
    /// Where the longest of the words ends that stands at `start`.
    fn end_at(&self, text: &Plain, start: usize) -> Option<usize> {
        let rest = &text.plain[start..];
        let letter_before = start > 0 && text.plain[start - 1].is_ascii_alphabetic();
        let fits = |word: &&&str| {
            let count = word.chars().count();
            let same = rest.len() >= count && word.chars().zip(rest).all(|(a, b)| a == *b);
            let whole = !word.is_ascii()
                || (!letter_before && !rest.get(count).is_some_and(char::is_ascii_alphabetic));
            same && whole
        };
        let word = self.words.iter().filter(fits).max_by_key(|word| word.len())?;
        let end = start + word.chars().count();
        // The 2 of `CVV2` belongs to the word.
        let digit = |at: usize| text.plain.get(at).is_some_and(char::is_ascii_digit);
        let numbered = text.plain.get(end) == Some(&'2') && !digit(end + 1);
        Some(if numbered && word.starts_with('c') { end + 1 } else { end })
    }
}

/// The secret behind a label that ends at `end`.
fn behind(text: &Plain, groups: &Groups, next: usize, end: usize, label: &Label) -> Option<Mask> {
    let (least, most) = label.digits;
    let close = groups.0[next..].iter().take_while(|group| group.start - end <= FAR);
    for (at, first) in close.enumerate() {
        if !near_enough(&text.plain[end..first.start]) {
            return None;
        }
        let count = spelled(text, groups, next + at, most);
        let secret = &groups.0[next + at..next + at + count];
        let digits: usize = secret.iter().map(Group::len).sum();
        if (least..=most).contains(&digits) {
            return Some(hide(first.start, secret.last()?.end));
        }
    }
    None
}

/// The secret before a label that starts at `start`.
fn before(text: &Plain, groups: &Groups, start: usize, label: &Label) -> Option<Mask> {
    let (least, most) = label.digits_before;
    let at = groups.0.partition_point(|group| group.end <= start).checked_sub(1)?;
    // A secret spelled digit by digit begins some groups earlier.
    let first = (at.saturating_sub(most)..=at)
        .find(|&first| first + spelled(text, groups, first, most) > at)?;
    let secret = &groups.0[first..=at];
    let (from, to) = (secret.first()?.start, secret.last()?.end);
    let gap = &text.plain[to..start];
    let digits: usize = secret.iter().map(Group::len).sum();
    let told = &text.plain[from.saturating_sub(NEAR + 4)..from];
    let is_sum = gap.first().is_some_and(|c| UNITS.contains(c)) || names_other(told);
    let fits = (least..=most).contains(&digits)
        && gap.len() <= FAR_BEFORE
        && !gap.iter().any(|c| ends_thought(*c))
        && near_enough(gap)
        && !is_sum
        && !secret.iter().any(|group| group.masked);
    fits.then(|| hide(from, to))
}

fn hide(start: usize, end: usize) -> Mask {
    Mask { start, end, with: SECRET.to_owned() }
}

/// How many groups from `at` on are one number spelled out (`1 2 3 4`, `12-34`).
fn spelled(text: &Plain, groups: &Groups, at: usize, most: usize) -> usize {
    if groups.0[at].len() > 2 {
        return usize::from(!groups.0[at].masked);
    }
    let mut end = groups.0[at].start;
    let one_number = |group: &&Group| {
        let gap = &text.plain[end..group.start];
        end = group.end;
        group.len() <= 2 && gap.len() <= 1 && gap.iter().all(|c| separates(*c) && *c != '\n')
    };
    groups.joined(text, at, most).take_while(one_number).count().max(1)
}

/// Whether what stands between a label and digits leaves them together.
fn near_enough(gap: &[char]) -> bool {
    let hidden = gap.windows(SECRET.len()).any(|three| three.iter().all(|c| *c == '*'));
    let apart = gap.len() > NEAR && gap.iter().any(|c| ends_thought(*c));
    !hidden && !apart && !names_other(gap)
}

fn ends_thought(c: char) -> bool {
    matches!(c, '\n' | ',' | '.' | ';' | '!' | '?' | '、')
}

/// Whether a text says that the digits behind it are something else than a secret.
fn names_other(text: &[char]) -> bool {
    let text: String = text.iter().collect();
    OTHER.iter().any(|word| text.contains(word))
}
