//! PINs, passwords, security codes and expiry dates: digits beside a word that says what they are.

use super::{
    CardData,
    alphabet::{Class, class, folded, folds, is_digit, leads_with},
    card::is_expiry,
    cover,
    label::Hit,
    name::{Named, named},
    other::names_other,
    scan::{Link, Scan},
    unit,
    words::Words,
};
use std::ops::Range;
use unicode_width::UnicodeWidthStr;

/// A secret: which groups it is, and what.
#[derive(Clone, Debug)]
pub(super) struct Secret {
    pub(super) groups: Range<usize>,
    pub(super) kind: CardData,
    /// Whether its label stands behind it.
    pub(super) named_later: bool,
}

impl Secret {
    /// A secret behind its label.
    pub(super) fn new(groups: Range<usize>, kind: CardData) -> Self {
        Self { groups, kind, named_later: false }
    }

    /// The indices of its digits.
    pub(super) fn digits(&self, scan: &Scan) -> Range<usize> {
        let last = &scan.groups[self.groups.end - 1];
        scan.groups[self.groups.start].first..last.next()
    }
}

/// How far the digits may be from the word, in columns.
const FAR: usize = 32;
const FAR_BEFORE: usize = 16;
/// How many digits a secret before its label has at most: longer numbers stand there, too.
const MOST_BEFORE: usize = 8;
/// How far they may be when another number stands between.
const BEHIND_NUMBER: usize = 12;
/// How far in bytes, so that the time is bounded whatever stands between.
const GAP: usize = 256;
/// How far, in characters, they may be across a comma or a line break.
const NEAR: usize = 4;

/// All secrets in a text.
pub(super) fn secrets(scan: &Scan) -> Vec<Secret> {
    let mut secrets = Vec::new();
    if scan.groups.is_empty() {
        return secrets;
    }
    for (at, hit) in scan.labels.iter().enumerate() {
        let next = scan.groups.partition_point(|group| group.start < hit.end);
        // What stands behind the next label is that one's.
        let later = scan.labels[at + 1..].iter().find(|later| later.start >= hit.end);
        let end = later.map_or(usize::MAX, |later| later.start);
        if hit.label.kind == CardData::Expiry {
            let near = next < scan.groups.len()
                && scan.groups[next].start < end
                && leads_to_date(scan, hit, next)
                && !is_paper(scan, hit);
            let date = near.then(|| expiry(scan, next)).flatten();
            secrets.extend(date.map(|end| Secret::new(next..end, CardData::Expiry)));
        } else {
            behind(scan, hit, (next, end), &mut secrets);
            let before = before(scan, hit, next);
            secrets.extend(before.map(|groups| Secret {
                groups,
                kind: hit.label.kind,
                named_later: true,
            }));
        }
    }
    secrets
}

/// The secrets behind a label: the first number of its length, and others after an "or".
fn behind(scan: &Scan, hit: &Hit, (next, end): (usize, usize), secrets: &mut Vec<Secret>) {
    let own = |at: &usize| scan.groups[*at].start < end && leads_to(scan, hit, *at);
    let close = (next..scan.groups.len()).take_while(own);
    let mut found = close.filter_map(|at| Some(at..spelled(scan, at, hit.label.digits)?));
    let named = |groups: &Range<usize>| is_named_by(scan, hit, groups.start);
    let fits = |groups: &Range<usize>| {
        // What a label names may look like a telephone number or a day, and be a PIN.
        !is_other(scan, groups, if named(groups) { unit::has_signs } else { unit::is_unit })
    };
    let Some(first) = found.find(fits) else { return };
    let count = |groups: &Range<usize>| {
        scan.groups[groups.end - 1].next() - scan.groups[groups.start].first
    };
    let (wanted, mut end) = (count(&first), first.end);
    secrets.push(Secret::new(first, hit.label.kind));
    while end < scan.groups.len() && is_joint(&folded(scan.gap(end))) {
        let Some(groups) = spelled(scan, end, hit.label.digits).map(|next| end..next) else {
            break;
        };
        if count(&groups) != wanted || is_other(scan, &groups, unit::is_unit) {
            break;
        }
        end = groups.end;
        secrets.push(Secret::new(groups, hit.label.kind));
    }
}

/// Whether the text between a label and a group ends with what says that the one is the other.
fn is_named_by(scan: &Scan, hit: &Hit, group: usize) -> bool {
    let gap = &scan.text[hit.end..scan.groups[group].start];
    let gap = if gap.len() > GAP { return false } else { folded(gap) };
    let ends = ["是", "为", "码", ":", "=", "(", "-", "\"", " is", " was"];
    gap.trim().is_empty() || ends.iter().any(|end| gap.trim_end().ends_with(end))
}

/// Whether the text between a label and a group leaves them together.
pub(super) fn leads_to(scan: &Scan, hit: &Hit, group: usize) -> bool {
    let gap = &scan.text[hit.end..scan.groups[group].start];
    if gap.len() > GAP {
        return false;
    }
    let gap = folded(gap);
    let apart = || gap.len() > NEAR && gap.chars().count() > NEAR && gap.contains(ends_thought);
    // Behind another number the label must be close, or come to its point.
    let alone = group == 0 || scan.groups[group - 1].end <= hit.end;
    let far = if alone || behind_number(&gap).is_some_and(says_so) { FAR } else { BEHIND_NUMBER };
    // No character takes more columns than bytes.
    (gap.len() <= far || gap.width() <= far)
        && !apart()
        && !gap.contains(cover::SECRET)
        && !names_other(&gap)
}

/// What stands behind the last number of a text.
fn behind_number(text: &str) -> Option<&str> {
    text.rsplit(is_digit).next()
}

/// Whether the text between a label and a group only leads from the one to the other.
fn leads_to_date(scan: &Scan, hit: &Hit, group: usize) -> bool {
    let gap = &scan.text[hit.end..scan.groups[group].start];
    let gap = if gap.len() > GAP { return false } else { folded(gap) };
    let words =
        gap.split(|c: char| c.is_whitespace() || matches!(c, ':' | '=' | '-' | '.' | '(' | '/'));
    let leads = ["", "是", "为", "至", "到", "日", "日期", "限", "is", "date", "was", "on", "截至"];
    words.into_iter().all(|word| leads.contains(&word))
}

/// The end of the groups from `at` on that are one secret: one number, or one spelled out
/// (`1 2 3 4`, `12-34`, `123 456`).
pub(super) fn spelled(scan: &Scan, at: usize, (least, most): (usize, usize)) -> Option<usize> {
    let small = |at: usize| scan.groups[at].count <= 2;
    let mut total = scan.groups[at].count;
    let mut end = at + 1;
    while let Some(group) = scan.groups.get(end) {
        let gap = scan.gap(end);
        let tied = group.link == Link::Close && gap.chars().count() <= 3 && !gap.contains('\n');
        let enough = total >= least && !(small(end - 1) && small(end));
        if !tied || enough || total + group.count > most {
            break;
        }
        total += group.count;
        end += 1;
    }
    let masked = scan.groups[at..end].iter().any(|group| group.remains);
    ((least..=most).contains(&total) && !masked).then_some(end)
}

/// Whether groups are something else by their form or by what they count.
fn is_other(scan: &Scan, groups: &Range<usize>, is_unit: fn(&Scan, usize) -> bool) -> bool {
    let total = scan.groups[groups.end - 1].next() - scan.groups[groups.start].first;
    groups.clone().any(|at| is_unit(scan, at)) || is_counted(scan, groups.end - 1, total)
}

/// Whether a word before a group says that it is something else.
fn is_named(scan: &Scan, group: usize) -> bool {
    named(scan, group, scan.groups[group].count) != Named::Not
}

/// Whether what follows a number says that it counts something.
fn is_counted(scan: &Scan, last: usize, digits: usize) -> bool {
    let behind = &scan.text[scan.groups[last].end..];
    let any = ["元", "块", "圆", "%", "rmb", "cny", "yuan"];
    let of_four = ["年", "号", "室", "楼"];
    let of_three =
        ["次", "笔", "秒", "分", "天", "台", "位", "个", "张", "times", "s ", "sec", "ms", "min"];
    let follows = |words: &[&str]| leads_with(behind, 6, words);
    follows(&any) || digits <= 4 && follows(&of_four) || digits <= 3 && follows(&of_three)
}

/// The secret before a label: `1234 is the PIN`.
fn before(scan: &Scan, hit: &Hit, next: usize) -> Option<Range<usize>> {
    let at = scan.groups[..next].partition_point(|group| group.end <= hit.start).checked_sub(1)?;
    let gap = &scan.text[scan.groups[at].end..hit.start];
    // What can't be seen takes no room, and a few bytes each.
    if gap.len() > GAP || gap.is_ascii() && gap.len() > FAR_BEFORE {
        return None;
    }
    let gap = folded(gap);
    let named =
        says_so(&gap) && !gap.contains(':') || gap.trim().is_empty() && ends_there(scan, hit);
    let far = gap.len() > FAR_BEFORE && gap.width() > FAR_BEFORE;
    if !named || far || gap.contains(ends_thought) || names_other(&gap) {
        return None;
    }
    let digits = (hit.label.digits.0, hit.label.digits.1.min(MOST_BEFORE));
    // A secret spelled digit by digit begins some groups earlier.
    let mut starts = at.saturating_sub(MOST_BEFORE)..=at;
    let start = starts.find(|start| spelled(scan, *start, digits) == Some(at + 1))?;
    // What is tied to a number before it is a part of that.
    let part =
        scan.groups[start].link == Link::Close && !scan.gap(start).contains(char::is_whitespace);
    let told = folded(scan.before(scan.groups[start].start, 12));
    let told = told.rsplit(ends_thought).next().unwrap_or_default();
    let other = part
        || is_named(scan, start)
        || names_other(told)
        || is_other(scan, &(start..at + 1), unit::is_unit);
    (!other).then_some(start..at + 1)
}

/// Words that say what digits are.
static SAYS_SO: Words<3> = Words::new(["is", "was", "as"]);

/// Whether a text between a label and digits says that the one is the other.
fn says_so(gap: &str) -> bool {
    gap.chars().any(|c| matches!(c, '是' | '为' | '=' | ':' | '(')) || SAYS_SO.any(gap)
}

/// Whether a label is the last of what is said.
fn ends_there(scan: &Scan, hit: &Hit) -> bool {
    let behind = folded(scan.behind(hit.end, 8));
    let next = behind.trim_start_matches(['码', ' ']).chars().next();
    next.is_none_or(|c| matches!(class(c), Class::Mark | Class::Separator))
}

/// The end of the groups from `at` on that are a month and a year: `12/27`, `1227`, `2027-12`.
pub(super) fn expiry(scan: &Scan, at: usize) -> Option<usize> {
    let digits = |at: usize| scan.groups.get(at).map(|group| scan.digits(group));
    let tied = |at: usize| {
        scan.groups.get(at).is_some_and(|group| group.link == Link::Close)
            && folds(scan.gap(at).chars()).nth(3).is_none()
    };
    let first = digits(at)?;
    // A month of one digit.
    let (mut all, mut count) = ([0; 6], first.len().max(2));
    all.get_mut(..count)?[count - first.len()..].copy_from_slice(first);
    let mut end = at + 1;
    while count < 4 || count == 4 && all[..2] == [2, 0] {
        let next = digits(end).filter(|next| next.len() + count <= 6 && tied(end))?;
        all[count..count + next.len()].copy_from_slice(next);
        count += next.len();
        end += 1;
    }
    let date = match all[..count] {
        [2, 0, _, _, _, _] => is_expiry(&all[2..]),
        [_, _, 2, 0, _, _] => is_expiry(&[all[0], all[1], all[4], all[5]]),
        [_, _, _, _] => is_expiry(&all[..4]),
        _ => false,
    };
    if !date {
        return None;
    }
    // A third number makes it the date of a day, and a colon a time.
    let goes_on = digits(end).is_some_and(|next| next.len() <= 2)
        && tied(end)
        && scan.gap(end) == scan.gap(end - 1);
    let of_time = (at..end).any(|group| scan.text[scan.groups[group].end..].starts_with(':'));
    (!goes_on && !of_time).then_some(end)
}

/// What belongs to a card number that ends before the group at `next`: the security code, and the
/// expiry date before it.
pub(super) fn tail(scan: &Scan, next: usize) -> Vec<Secret> {
    let near = |at: usize| {
        at < scan.groups.len() && {
            let gap = || folds(scan.gap(at).chars());
            let mut signs = gap().filter(|c| !c.is_whitespace());
            let one = signs.next().is_none_or(|c| matches!(c, '-' | '/' | ',' | ';' | '|'));
            one && signs.next().is_none() && gap().nth(4).is_none()
        }
    };
    let is_code = |at: usize| {
        scan.groups.get(at).is_some_and(|group| group.count == 3)
            && near(at)
            && !is_other(scan, &(at..at + 1), unit::is_unit)
            && !is_named(scan, at)
    };
    let code = |at: usize| Secret::new(at..at + 1, CardData::SecurityCode);
    if is_code(next) {
        return vec![code(next)];
    }
    match near(next).then(|| expiry(scan, next)).flatten() {
        Some(end) if is_code(end) => {
            vec![Secret::new(next..end, CardData::Expiry), code(end)]
        }
        _ => Vec::new(),
    }
}

/// Whether the date is that of a paper or a service rather than of a card.
fn is_paper(scan: &Scan, hit: &Hit) -> bool {
    let before = folded(scan.before(hit.start, 16));
    let papers = [
        "证书",
        "合同",
        "优惠",
        "套餐",
        "保修",
        "质保",
        "活动",
        "押金",
        "流量",
        "certificate",
        "warranty",
        "contract",
        "license",
        "licence",
        "coupon",
        "plan",
        "offer",
    ];
    papers.iter().any(|word| before.contains(word))
}

/// Whether a text between two numbers says that the second is another of the first's kind.
fn is_joint(gap: &str) -> bool {
    let joints = [
        "或", "或者", "or", "and", "then", "和", "/", ",", "、", "又试", "再试", "又", "再",
        "后来", "然后",
    ];
    gap.chars().count() <= 10 && {
        let gap = gap.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '了'));
        joints.contains(&gap) || gap.is_empty()
    }
}

fn ends_thought(c: char) -> bool {
    matches!(c, '\n' | ',' | '.' | ';' | '!' | '?' | '、')
}
