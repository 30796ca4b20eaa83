//! A walker over one TOML table: takes what it needs, and notes what is wrong.

use super::{sheet::Sheet, versions::text_of};
use crate::guide::{
    Id, Place, Problem, Target, Text,
    near::nearest,
    rules::reading,
    sorts::{Quantity, Shape},
};
use std::ops::Range;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

type Value<'s> = Spanned<DeValue<'s>>;

/// One table with the keys that it may have.
pub(crate) struct Table<'t, 's> {
    name: &'static str,
    entries: &'t DeTable<'s>,
    /// The values by their keys, also those that are there under a mistyped name.
    values: Vec<(&'static str, &'t Value<'s>)>,
    span: Range<usize>,
    missing: Vec<&'static str>,
    /// Keys whose values could not be read.
    pub(crate) spoilt: Vec<&'static str>,
}

impl<'t, 's> Table<'t, 's> {
    /// A table, its keys checked. A mistyped key counts as the one that was meant, so that it is
    /// not reported as missing too.
    pub(crate) fn new(
        sheet: &mut Sheet<'_>,
        name: &'static str,
        keys: &'static [&'static str],
        entries: &'t DeTable<'s>,
        span: Range<usize>,
    ) -> Self {
        let mut values = Vec::with_capacity(entries.len());
        for (key, value) in entries {
            let written: &'t str = key.get_ref();
            if let Some(known) = keys.iter().find(|known| **known == written) {
                values.push((*known, value));
                continue;
            }
            let near = nearest(written, keys.iter().copied());
            if let Some(meant) = near.and_then(|near| keys.iter().find(|key| **key == near))
                && !entries.contains_key(*meant)
            {
                values.push((meant, value));
            }
            let problem = Problem::UnknownKey { key: written.to_owned(), near };
            sheet.add(&reading::UNKNOWN_KEY, key.span(), problem);
        }
        Self { values, ..Self::mixed(name, entries, span) }
    }

    /// A table some of whose keys are languages: its keys are checked with its text.
    pub(crate) fn mixed(name: &'static str, entries: &'t DeTable<'s>, span: Range<usize>) -> Self {
        let (values, missing, spoilt) = (Vec::new(), Vec::new(), Vec::new());
        Self { name, entries, values, span, missing, spoilt }
    }

    /// Counts the keys that were blanked out between `self` and `end` as unreadable.
    pub(crate) fn note_blanked(&mut self, sheet: &Sheet<'_>, keys: &[&'static str], end: usize) {
        let from = sheet.blanked.partition_point(|(range, _)| range.start < self.span.start);
        let own = sheet.blanked[from..].iter().take_while(|(range, _)| range.start < end);
        for written in own.filter_map(|(_, key)| key.as_deref()) {
            let meant = nearest(written, keys.iter().copied());
            self.spoilt.extend(keys.iter().filter(|key| Some(**key) == meant));
        }
    }

    /// Where the table is written.
    pub(crate) fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    pub(crate) fn value(&self, key: &'static str) -> Option<&'t Value<'s>> {
        // A table of which all keys are known has its values at hand.
        let at_hand = self.values.iter().find(|(own, _)| *own == key).map(|(_, value)| *value);
        if self.values.is_empty() { self.entries.get(key) } else { at_hand }
    }

    /// Whether the key is there.
    pub(crate) fn has(&self, key: &'static str) -> bool {
        self.value(key).is_some()
    }

    /// Where the value of a key stands, or the table where there is none.
    pub(crate) fn span_of(&self, key: &'static str) -> Range<usize> {
        self.value(key).map_or_else(|| self.span(), Spanned::span)
    }

    /// Where a key stands, or the table where there is none.
    pub(crate) fn span_of_key(&self, key: &'static str) -> Range<usize> {
        self.entries.get_key_value(key).map_or_else(|| self.span(), |(key, _)| key.span())
    }

    /// Notes that a key is missing, where it is and could have been read.
    pub(crate) fn require(&mut self, key: &'static str) {
        if !self.has(key) && !self.spoilt.contains(&key) {
            self.missing.push(key);
            self.spoilt.push(key);
        }
    }

    /// Reports all keys that are missing at once.
    pub(crate) fn finish(&mut self, sheet: &mut Sheet<'_>) {
        if !self.missing.is_empty() {
            let keys = std::mem::take(&mut self.missing);
            let problem = Problem::MissingKeys { table: self.name, keys };
            sheet.add(&reading::MISSING_KEY, self.span(), problem);
        }
    }

    pub(crate) fn wrong_type(
        &mut self,
        sheet: &mut Sheet<'_>,
        key: &'static str,
        wanted: Shape,
        value: &Value<'_>,
    ) {
        self.spoilt.push(key);
        wrong_type(sheet, key, wanted, value);
    }

    /// A string, with its place.
    pub(crate) fn string(
        &mut self,
        sheet: &mut Sheet<'_>,
        key: &'static str,
    ) -> Option<(&'t str, Range<usize>)> {
        let value = self.value(key)?;
        let DeValue::String(text) = value.get_ref() else {
            self.wrong_type(sheet, key, Shape::String, value);
            return None;
        };
        sheet.check_text(text, value.span());
        if sheet.refuse_card_data(text, value.span()) {
            self.spoilt.push(key);
            return None;
        }
        Some((text, value.span()))
    }

    /// A string that must be there.
    pub(crate) fn required_string(
        &mut self,
        sheet: &mut Sheet<'_>,
        key: &'static str,
    ) -> Option<(&'t str, Range<usize>)> {
        self.require(key);
        self.string(sheet, key)
    }

    /// The table's own name, which must be there; empty where it could not be read.
    pub(crate) fn id(&mut self, sheet: &mut Sheet<'_>) -> (Id, Place) {
        let Some((id, span)) = self.required_string(sheet, "id") else {
            return (Id::default(), sheet.place(self.span()));
        };
        if id.trim().is_empty() {
            self.spoilt.push("id");
        } else if !is_id(id) {
            sheet.add(&reading::BAD_ID, span.clone(), Problem::BadId(id.to_owned()));
        }
        (sheet.id(id), sheet.place(span))
    }

    /// The name of something else.
    pub(crate) fn target(&mut self, sheet: &mut Sheet<'_>, key: &'static str) -> Option<Target> {
        let (id, span) = self.string(sheet, key)?;
        Some(Target { id: sheet.id(id.trim()), place: sheet.place(span) })
    }

    /// The name of something else, which must be there; empty where it could not be read.
    pub(crate) fn required_target(&mut self, sheet: &mut Sheet<'_>, key: &'static str) -> Target {
        self.require(key);
        self.target(sheet, key).unwrap_or_default()
    }

    /// One of the words that a key takes.
    pub(crate) fn word<T: Copy>(
        &mut self,
        sheet: &mut Sheet<'_>,
        key: &'static str,
        words: &[(&'static str, T)],
    ) -> Option<T> {
        let (word, span) = self.string(sheet, key)?;
        self.known_word(sheet, key, (word, span), words)
    }

    /// A list of such words; one that is none of them is reported and left out.
    pub(crate) fn words<T: Copy>(
        &mut self,
        sheet: &mut Sheet<'_>,
        key: &'static str,
        words: &[(&'static str, T)],
    ) -> Vec<T> {
        let written = self.strings(sheet, key).into_iter();
        written.filter_map(|own| self.known_word(sheet, key, own, words)).collect()
    }

    fn known_word<T: Copy>(
        &mut self,
        sheet: &mut Sheet<'_>,
        key: &'static str,
        (word, span): (&str, Range<usize>),
        words: &[(&'static str, T)],
    ) -> Option<T> {
        if let Some((_, value)) = words.iter().find(|(known, _)| *known == word) {
            return Some(*value);
        }
        self.spoilt.push(key);
        let known: Vec<_> = words.iter().map(|(word, _)| *word).collect();
        let near = nearest(word, known.iter().copied());
        let problem = Problem::UnknownWord { key, word: word.to_owned(), near, known };
        sheet.add(&reading::UNKNOWN_WORD, span, problem);
        None
    }

    /// A switch, off where it is not there.
    pub(crate) fn flag(&mut self, sheet: &mut Sheet<'_>, key: &'static str) -> bool {
        match self.value(key).map(|value| (value, value.get_ref())) {
            None => false,
            Some((_, DeValue::Boolean(on))) => *on,
            Some((value, _)) => {
                self.wrong_type(sheet, key, Shape::Boolean, value);
                false
            }
        }
    }

    /// A number that `fits`.
    pub(crate) fn number(
        &mut self,
        sheet: &mut Sheet<'_>,
        key: &'static str,
        wanted: Quantity,
        fits: fn(f64) -> bool,
    ) -> Option<f64> {
        let value = self.value(key)?;
        let number = match value.get_ref() {
            DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix())
                .map_or(f64::INFINITY, |number| number as f64),
            DeValue::Float(number) => number.as_str().parse().unwrap_or(f64::NAN),
            _ => {
                self.wrong_type(sheet, key, Shape::Number, value);
                return None;
            }
        };
        if number.is_finite() && fits(number) {
            return Some(number);
        }
        self.spoilt.push(key);
        sheet.add(&reading::BAD_NUMBER, value.span(), Problem::BadNumber { key, wanted });
        None
    }

    /// Whether the value of a key is a string.
    pub(crate) fn is_string(&self, key: &'static str) -> bool {
        self.value(key).is_some_and(|value| value.get_ref().is_str())
    }

    /// A text in all languages.
    pub(crate) fn text(&mut self, sheet: &mut Sheet<'_>, key: &'static str) -> Option<Text> {
        let (versions, span) = self.versions(sheet, key)?;
        Some(text_of(sheet, versions, span, &[]))
    }

    /// The versions of a text as they are written, with their place.
    pub(super) fn versions(
        &mut self,
        sheet: &mut Sheet<'_>,
        key: &'static str,
    ) -> Option<(&'t DeTable<'s>, Range<usize>)> {
        let value = self.value(key)?;
        if let DeValue::Table(versions) = value.get_ref() {
            return Some((versions, value.span()));
        }
        self.wrong_type(sheet, key, Shape::Text, value);
        None
    }

    /// A text that must be there.
    pub(crate) fn required_text(&mut self, sheet: &mut Sheet<'_>, key: &'static str) -> Text {
        self.require(key);
        self.text(sheet, key).unwrap_or_default()
    }

    /// The values of a list; none where there is no list.
    pub(crate) fn list(
        &mut self,
        sheet: &mut Sheet<'_>,
        key: &'static str,
        wanted: Shape,
    ) -> &'t [Value<'s>] {
        match self.value(key).map(|value| (value, value.get_ref())) {
            None => &[],
            Some((_, DeValue::Array(values))) => values,
            Some((value, _)) => {
                self.wrong_type(sheet, key, wanted, value);
                &[]
            }
        }
    }

    /// A list of strings with their places.
    pub(crate) fn strings(
        &mut self,
        sheet: &mut Sheet<'_>,
        key: &'static str,
    ) -> Vec<(&'t str, Range<usize>)> {
        let values = self.list(sheet, key, Shape::List);
        let mut strings = Vec::with_capacity(values.len());
        for value in values {
            match value.get_ref() {
                DeValue::String(text) => {
                    sheet.check_text(text, value.span());
                    if !sheet.refuse_card_data(text, value.span()) {
                        strings.push((text.as_ref(), value.span()));
                    }
                }
                _ => self.wrong_type(sheet, key, Shape::String, value),
            }
        }
        strings
    }

    /// A list of tables, each with its place. Where one is no table, the whole list counts as
    /// unreadable.
    pub(crate) fn tables(
        &mut self,
        sheet: &mut Sheet<'_>,
        key: &'static str,
    ) -> Vec<(&'t DeTable<'s>, Range<usize>)> {
        let values = self.list(sheet, key, Shape::Tables);
        let mut tables = Vec::with_capacity(values.len());
        for value in values {
            match value.get_ref() {
                DeValue::Table(entries) => tables.push((entries, value.span())),
                _ => self.wrong_type(sheet, key, Shape::Table, value),
            }
        }
        tables
    }

    /// A list of texts in all languages.
    pub(crate) fn texts(&mut self, sheet: &mut Sheet<'_>, key: &'static str) -> Vec<Text> {
        let tables = self.tables(sheet, key);
        tables.into_iter().map(|(versions, span)| text_of(sheet, versions, span, &[])).collect()
    }
}

/// Reports a value of another type than its key takes.
pub(super) fn wrong_type(sheet: &mut Sheet<'_>, key: &str, wanted: Shape, value: &Value<'_>) {
    let found = Shape::of(value.get_ref());
    let problem = Problem::WrongType { key: key.to_owned(), wanted, found };
    sheet.add(&reading::WRONG_TYPE, value.span(), problem);
}

impl Shape {
    /// The type of what is written.
    pub(crate) fn of(value: &DeValue<'_>) -> Self {
        match value {
            DeValue::String(_) => Self::String,
            DeValue::Integer(_) | DeValue::Float(_) => Self::Number,
            DeValue::Boolean(_) => Self::Boolean,
            DeValue::Datetime(_) => Self::Date,
            DeValue::Array(_) => Self::List,
            DeValue::Table(_) => Self::Table,
        }
    }
}

/// Whether a name can stand in an event, a session code and an export.
pub(crate) fn is_id(name: &str) -> bool {
    let fits = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.');
    name.bytes().all(fits) && name.starts_with(|c: char| c.is_ascii_alphanumeric())
}
