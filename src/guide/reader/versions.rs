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
        return Text::new(known.filter_map(|(_, value)| value.get_ref().as_str()));
    }
    let languages = sheet.languages;
    let mut missing = Vec::new();
    let mut texts = Vec::with_capacity(languages.len());
    for language in languages {
        match versions.get(language.as_str()).map(|value| (value, value.get_ref())) {
            Some((value, DeValue::String(text))) => {
                sheet.check_text(text, value.span());
                texts.push(sheet.without_card_data(text, value.span()));
            }
            Some((value, _)) => {
                wrong_type(sheet, language, Shape::String, value);
                texts.push(Cow::Borrowed(""));
            }
            None => {
                missing.push(language.clone());
                texts.push(Cow::Borrowed(""));
            }
        }
    }
    if versions.len() > texts.len() - missing.len() {
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
    Text::new(texts)
}
