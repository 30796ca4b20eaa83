//! What holds for a while.

use super::{sheet::Sheet, table::Table, versions::shown_in};
use crate::guide::{
    Moment, Notice, Problem, Tagged, Target,
    format::{self, names as key_names},
    rules::reading,
    sorts::Shape,
};
use std::borrow::Cow;
use toml::de::DeValue;

/// The keys of a notice.
pub(crate) const NOTICE: &[&str] = &key_names(&format::NOTICE);

/// Reads one notice. Its text is in all languages of the guide; outside of a guide one text for
/// all languages is enough.
pub(crate) fn notice(sheet: &mut Sheet<'_>, table: &mut Table<'_, '_>) -> Notice {
    table.require("text");
    table.require("until");
    let text = match sheet.languages {
        [] => tagged(sheet, table, "text"),
        languages => {
            let versions = table.versions(sheet, "text").map(|(versions, span)| {
                shown_in(sheet, versions, (span, &[])).map(Cow::into_owned)
            });
            Tagged::new(languages.iter().cloned().zip(versions.into_iter().flatten()))
        }
    };
    let mut nodes = names(sheet, table, "question");
    nodes.extend(names(sheet, table, "remedy"));
    Notice {
        text,
        from: table.moment(sheet, "from"),
        until: table.moment(sheet, "until"),
        steps: names(sheet, table, "step"),
        nodes,
        place: sheet.place(table.span()),
    }
}

/// A text of whatever languages it is written in.
pub(crate) fn tagged(
    sheet: &mut Sheet<'_>,
    table: &mut Table<'_, '_>,
    key: &'static str,
) -> Tagged {
    let Some(value) = table.value(key) else { return Tagged::default() };
    let versions = match value.get_ref() {
        DeValue::Table(versions) => versions,
        DeValue::String(text) => {
            return Tagged::plain(&sheet.shown(text, value.span()));
        }
        _ => {
            table.wrong_type(sheet, key, Shape::String, value);
            return Tagged::default();
        }
    };
    let mut read = Vec::new();
    for (tag, value) in versions {
        match value.get_ref() {
            DeValue::String(text) => {
                let safe = sheet.shown(text, value.span());
                read.push((tag.get_ref().to_string(), safe.into_owned()));
            }
            _ => table.wrong_type(sheet, key, Shape::String, value),
        }
    }
    Tagged::new(read)
}

/// One name or a list of them.
fn names(sheet: &mut Sheet<'_>, table: &mut Table<'_, '_>, key: &'static str) -> Vec<Target> {
    if table.is_string(key) {
        table.target(sheet, key).into_iter().collect()
    } else {
        table.names(sheet, key)
    }
}

impl Table<'_, '_> {
    /// A date with or without a time, written as such or as a string.
    fn moment(&mut self, sheet: &mut Sheet<'_>, key: &'static str) -> Option<Moment> {
        let value = self.value(key)?;
        let moment = match value.get_ref() {
            DeValue::Datetime(own) => Moment::parse(&own.to_string()),
            DeValue::String(text) => Moment::parse(text),
            _ => None,
        };
        if moment.is_none() {
            self.spoilt.push(key);
            sheet.add(&reading::BAD_TIME, value.span(), Problem::BadTime(key));
        }
        moment
    }
}
