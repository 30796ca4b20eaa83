//! Texts: one version in each language.

use super::{sheet::Sheet, table::wrong_type};
use crate::guide::{Problem, Text, near::nearest, rules::reading, sorts::Shape};
use std::{borrow::Cow, ops::Range};
use toml::{
    Spanned,
    de::{DeString, DeTable, DeValue},
};

/// A text in all languages from a table that may also have `others` as keys.
pub(crate) fn text_of(
    sheet: &mut Sheet<'_>,
    versions: &DeTable<'_>,
    span: Range<usize>,
    others: &[&str],
) -> Text {
    let own = |key: &Spanned<DeString<'_>>| !others.contains(&key.get_ref().as_ref());
    if sheet.languages.is_empty() {
        let known = versions.iter().filter(|(key, _)| own(key));
        return sheet.texts.text(known.filter_map(|(_, value)| value.get_ref().as_str()));
    }
    let own = shown_in(sheet, versions, (span, others));
    sheet.texts.text(own)
}

/// The same in the guide's order of languages, each empty where it is missing or no text.
pub(super) fn shown_in<'t>(
    sheet: &mut Sheet<'_>,
    versions: &'t DeTable<'_>,
    of: (Range<usize>, &[&str]),
) -> impl Iterator<Item = Cow<'t, str>> + use<'t> {
    let all = versions_of(sheet, versions, of, |sheet, language, value| {
        let DeValue::String(text) = value.get_ref() else {
            wrong_type(sheet, language, Shape::String, value);
            return Cow::Borrowed("");
        };
        sheet.shown(text, value.span())
    });
    all.into_iter().map(Option::unwrap_or_default)
}

/// What stands under each of the guide's languages, in the guide's order: nothing for one that is
/// missing. The table may also have `others` as keys.
pub(super) fn versions_of<'t, 's, T>(
    sheet: &mut Sheet<'_>,
    versions: &'t DeTable<'s>,
    (span, others): (Range<usize>, &[&str]),
    mut read: impl FnMut(&mut Sheet<'_>, &str, &'t Spanned<DeValue<'s>>) -> T,
) -> Vec<Option<T>> {
    let languages = sheet.languages;
    let mut missing = Vec::new();
    let mut all = Vec::with_capacity(languages.len());
    for language in languages {
        let value = versions.get(language.as_str());
        if value.is_none() {
            missing.push(language.clone());
        }
        all.push(value.map(|value| read(sheet, language, value)));
    }
    if versions.len() > all.len() - missing.len() {
        let own = |key: &Spanned<DeString<'_>>| !others.contains(&key.get_ref().as_ref());
        for (key, _) in versions.iter().filter(|(key, _)| own(key)) {
            let tag = key.get_ref().as_ref();
            if !languages.iter().any(|language| language == tag) {
                let near = nearest(tag, languages.iter().map(String::as_str)).map(str::to_owned);
                // A mistyped language is not reported as missing too.
                missing.retain(|language| Some(language) != near.as_ref());
                let (tag, languages) = (tag.to_owned(), languages.to_vec());
                let problem = Problem::UnknownLanguage { tag, near, languages };
                sheet.add(&reading::UNKNOWN_LANGUAGE, key.span(), problem);
            }
        }
    }
    if !missing.is_empty() {
        sheet.add(&reading::MISSING_LANGUAGE, span, Problem::MissingLanguage(missing));
    }
    all
}
