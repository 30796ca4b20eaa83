//! What all tables of one file have in common.

use super::{ids::Ids, syntax::Blanked};
use crate::{
    guide::{Finding, Id, Place, Problem, Severity, rules, text::TextBlock, without_hidden},
    redact,
};
use std::{borrow::Cow, ops::Range};

/// One file under way, and where its findings go.
pub(crate) struct Sheet<'a> {
    /// Its number among the files.
    pub(crate) file: u32,
    /// Where its text begins: not at 0, where it is a chunk of a large file.
    pub(crate) base: u32,
    /// Its text, with blanks in place of what is no TOML.
    pub(crate) text: &'a str,
    /// The guide's languages; none as long as they are not known.
    pub(crate) languages: &'a [String],
    /// What was blanked out.
    pub(crate) blanked: &'a [Blanked],
    /// The names that were read last.
    pub(crate) ids: &'a mut Ids,
    /// The texts that are read.
    pub(crate) texts: &'a mut TextBlock,
    /// What was found in all files so far.
    pub(crate) findings: &'a mut Vec<Finding>,
}

impl Sheet<'_> {
    /// A place in this file.
    pub(crate) fn place(&self, span: Range<usize>) -> Place {
        let (start, end) = (self.base + span.start as u32, self.base + span.end as u32);
        Place { file: self.file, start, end }
    }

    /// A name of this guide.
    pub(super) fn id(&mut self, name: &str) -> Id {
        self.ids.id(name)
    }

    /// Notes a finding.
    pub(crate) fn add(&mut self, rule: &rules::Rule, span: Range<usize>, problem: Problem) {
        let finding = rule.finding(self.place(span), problem);
        self.findings.push(finding);
    }

    /// A text that people will see, checked: without card data, and without what nobody can see; that there
    /// was any is noted.
    pub(super) fn shown<'t>(&mut self, text: &'t str, span: Range<usize>) -> Cow<'t, str> {
        if !self.check_text(text, span.clone()) {
            return self.without_card_data(text, span);
        }
        let seen = without_hidden(text);
        Cow::Owned(self.without_card_data(&seen, span).into_owned())
    }

    /// A text without card data; where it has any, that is noted.
    pub(super) fn without_card_data<'t>(
        &mut self,
        text: &'t str,
        span: Range<usize>,
    ) -> Cow<'t, str> {
        let Some(redacted) = redact::without_card_data(text) else {
            return Cow::Borrowed(text);
        };
        self.add(&rules::reading::CARD_DATA, span, Problem::CardData);
        Cow::Owned(redacted.text)
    }

    /// Refuses card data in a name or another string that can't be changed; whether there was any.
    pub(super) fn refuse_card_data(&mut self, text: &str, span: Range<usize>) -> bool {
        let found = redact::without_card_data(text).is_some();
        if found {
            let finding = rules::reading::CARD_DATA.finding(self.place(span), Problem::CardData);
            self.findings.push(Finding { severity: Severity::Error, ..finding });
        }
        found
    }

    /// Checks a text that people will see; whether it has something that nobody can see.
    pub(crate) fn check_text(&mut self, text: &str, span: Range<usize>) -> bool {
        let before = self.findings.len();
        let place = self.place(span.clone());
        rules::check_text(text, place, self.findings);
        let mut hides = false;
        for finding in self.findings.iter_mut().skip(before) {
            hides |= matches!(finding.problem, Problem::InvisibleCharacter(_));
            let (Problem::ControlCharacter(c) | Problem::InvisibleCharacter(c)) = finding.problem
            else {
                continue;
            };
            // The character itself, where it is not written as an escape.
            if let Some(at) = self.text.get(span.clone()).and_then(|text| text.find(c)) {
                finding.place.start += at as u32;
                finding.place.end = finding.place.start + c.len_utf8() as u32;
            }
        }
        hides
    }
}
