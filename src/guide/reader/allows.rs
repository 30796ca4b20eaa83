//! What a part of the guide may do for a reason: `allow = { same-wording = "why" }`.

use super::{sheet::Sheet, table::Table};
use crate::guide::{
    Place, Problem, Severity,
    allow::Allow,
    near::nearest,
    rules::{self, reading},
    sorts::Shape,
};
use toml::de::DeValue;

/// Reads what is allowed in a table that ends before the byte `end` of its file.
pub(super) fn allows(sheet: &mut Sheet<'_>, table: &mut Table<'_, '_>, end: usize) -> Vec<Allow> {
    let Some(value) = table.value("allow") else { return Vec::new() };
    let DeValue::Table(entries) = value.get_ref() else {
        table.wrong_type(sheet, "allow", Shape::Table, value);
        return Vec::new();
    };
    let end = end.min(sheet.text.len()) as u32 + sheet.base;
    let part = Place { end, ..sheet.place(table.span()) };
    let mut allows = Vec::new();
    for (name, why) in entries {
        match why.get_ref() {
            DeValue::String(text) => {
                sheet.check_text(text, why.span());
            }
            _ => table.wrong_type(sheet, "allow", Shape::String, why),
        }
        let word = name.get_ref().as_ref();
        let Some(rule) = rules::rules().find(|rule| rule.id == word) else {
            let known: Vec<_> = rules::rules().map(|rule| rule.id).collect();
            let near = nearest(word, known.iter().copied());
            let problem = Problem::UnknownWord { key: "allow", word: word.to_owned(), near, known };
            sheet.add(&reading::UNKNOWN_WORD, name.span(), problem);
            continue;
        };
        if rule.severity == Severity::Error {
            sheet.add(&reading::ALLOWED_ERROR, name.span(), Problem::AllowedError(rule.id));
        } else {
            allows.push(Allow { rule: rule.id, place: sheet.place(name.span()), part });
        }
    }
    allows
}
