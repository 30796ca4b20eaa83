//! Card data under a veil: a star for each hidden character, so that every line and column stays where
//! it is. For what must be shown as it was written: a text that is being typed, the source of a guide.

use super::{
    CardData,
    alphabet::{Class, class},
    card::SHOWN,
    cover::Findings,
    glance::may_hold_card_data,
    name::{Named, named},
    scan::{Link, Scan},
    scheme::{LONGEST, may_become_card},
    secret::Secret,
};

/// The text with a star for each character of card data that is hidden, or nothing where there is none
/// in it.
pub fn veil(text: &str) -> Option<String> {
    if !may_hold_card_data(text) {
        return None;
    }
    let scan = Scan::new(text);
    let findings = Findings::of(&scan);
    (!findings.is_empty()).then(|| findings.veiled(&scan))
}

/// The same for a text under way, with the caret at a place in it: of a number that is being typed, and
/// may become a card's, only the first six digits are seen; of digits behind a label none.
pub fn veil_typing(text: &str, caret: usize) -> Option<String> {
    let scan = Scan::new(text);
    let mut findings = Findings::of(&scan);
    let found = hide_number(&scan, caret, &mut findings) | hide_secret(&scan, caret, &mut findings);
    (found || !findings.is_empty()).then(|| findings.veiled(&scan))
}

/// Whether the caret stands in or right behind a group, with nothing but separators between.
fn touches(scan: &Scan, group: usize, caret: usize) -> bool {
    let group = &scan.groups[group];
    let joins =
        |text: &str| text.chars().all(|c| matches!(class(c), Class::Separator | Class::Nothing));
    group.start <= caret
        && (caret <= group.end || scan.text.get(group.end..caret).is_some_and(joins))
}

/// Hides what is typed of a number that may become a card's.
fn hide_number(scan: &Scan, caret: usize, findings: &mut Findings) -> bool {
    let Some(at) = (0..scan.groups.len()).rev().find(|&at| touches(scan, at, caret)) else {
        return false;
    };
    let tied = |at: usize| at < scan.groups.len() && scan.groups[at].link == Link::Close;
    let (mut first, mut last) = (at, at);
    while tied(first) && first > 0 {
        first -= 1;
    }
    while tied(last + 1) {
        last += 1;
    }
    let end = scan.groups[last].next();
    let mut found = false;
    for group in first..=last {
        let digits = scan.groups[group].first..end;
        let named = named(scan, group, scan.groups[group].count) != Named::Not;
        if digits.len() > SHOWN.0
            && digits.len() <= LONGEST
            && !named
            && may_become_card(&scan.values[digits.clone()])
        {
            findings.hide(scan, digits.start + SHOWN.0..end);
            found = true;
        }
    }
    found
}

/// Hides what is typed of a secret behind its label, from the first digit on.
fn hide_secret(scan: &Scan, caret: usize, findings: &mut Findings) -> bool {
    let mut found = false;
    for hit in scan.labels.iter().filter(|hit| hit.label.kind != CardData::Expiry) {
        let next = scan.groups.partition_point(|group| group.start < hit.end);
        let touched =
            |at: &usize| touches(scan, *at, caret) && super::secret::leads_to(scan, hit, *at);
        let near = next..scan.groups.len().min(next + LONGEST);
        let Some(last) = near.rev().find(touched) else { continue };
        let mut first = last;
        while first > next && scan.groups[first].link == Link::Close {
            first -= 1;
        }
        findings.add_secret(scan, &Secret::new(first..last + 1, hit.label.kind));
        found = true;
    }
    found
}
