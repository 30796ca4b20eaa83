//! What `guide.toml` says of the guide, and what stands around its nodes.

use super::{
    nodes::{owned, seen},
    sheet::Sheet,
    table::Table,
    versions::text_of,
};
use crate::{
    guide::{
        Call, Contact, Drawing, Group, Named, Place, Problem, Step, Symptom, Target, Text,
        format::{self, names},
        rules::{self, reading},
        sorts::{Quantity, Shape},
        without_hidden,
    },
    redact::veil,
};
use toml::de::{DeTable, DeValue};

/// The keys of `guide.toml` alone.
pub(super) const HEAD: &[&str] = &names(&format::HEAD);
/// The keys of a step.
pub(super) const STEP: &[&str] = &names(&format::STEP);
/// The keys of `[call]`.
pub(super) const CALL: &[&str] = &names(&format::CALL);
/// The keys of a group.
pub(super) const GROUP: &[&str] = &names(&format::GROUP);
/// The keys of a symptom.
pub(super) const SYMPTOM: &[&str] = &names(&format::SYMPTOM);
/// The keys of a contact.
pub(super) const CONTACT: &[&str] = &names(&format::CONTACT);
/// The keys of a drawing.
pub(super) const DRAWING: &[&str] = &names(&format::DRAWING);

/// The only format so far.
const FORMAT: &str = "1";

/// What `guide.toml` says of the guide.
#[derive(Default)]
pub(super) struct Head {
    pub(super) id: String,
    pub(super) version: String,
    pub(super) title: Text,
    pub(super) check_everything: Option<Target>,
    pub(super) code_unsure: Option<Target>,
    pub(super) call: Option<Call>,
    pub(super) most_questions: Option<usize>,
    pub(super) no_payments: bool,
}

/// Whether the guide is in a format that this version reads. One that does not say is read, and
/// the key then is missing.
pub(super) fn check_format(sheet: &mut Sheet<'_>, root: &DeTable<'_>) -> bool {
    let Some(value) = root.get("format") else { return true };
    match value.get_ref() {
        DeValue::Integer(format) if format.to_string() != FORMAT => {
            let problem = Problem::UnsupportedFormat(format.to_string());
            sheet.add(&reading::UNSUPPORTED_FORMAT, value.span(), problem);
            false
        }
        _ => true,
    }
}

/// The languages of the guide; none where they could not be read.
pub(super) fn languages(sheet: &mut Sheet<'_>, table: &mut Table<'_, '_>) -> Vec<String> {
    if !table.has("languages") {
        table.require("languages");
        return Vec::new();
    }
    let mut known: Vec<(String, Place)> = Vec::new();
    for (tag, span) in table.strings(sheet, "languages") {
        let place = sheet.place(span.clone());
        let fits = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
        if let Some((_, first)) = known.iter().find(|(other, _)| other == tag) {
            let (id, first) = (tag.to_owned(), *first);
            let problem = Problem::DuplicateId { what: Named::Language, id, first };
            sheet.add(&rules::duplicate_id::RULE, span, problem);
        } else if tag.bytes().all(fits) && !tag.is_empty() {
            known.push((tag.to_owned(), place));
        } else if !tag.trim().is_empty() {
            sheet.add(&reading::BAD_ID, span, Problem::BadId(tag.to_owned()));
        }
    }
    if known.is_empty() && !table.spoilt.contains(&"languages") {
        sheet.add(&reading::NO_LANGUAGES, table.span_of("languages"), Problem::NoLanguages);
    }
    known.into_iter().map(|(tag, _)| tag).collect()
}

/// The rest of what `guide.toml` says of the guide.
pub(super) fn head(sheet: &mut Sheet<'_>, table: &mut Table<'_, '_>) -> Head {
    table.require("format");
    // Any number but the right one was refused before.
    table.number(sheet, "format", Quantity::Weight, |_| true);
    let whole = |number: f64| number >= 1.0 && number.fract() == 0.0;
    let most_questions = table.number(sheet, "most_questions", Quantity::Count, whole);
    Head {
        most_questions: most_questions.map(|number| number as usize),
        id: table.id(sheet).0.to_string(),
        version: table.required_string(sheet, "version").map_or_else(String::new, seen),
        title: table.required_text(sheet, "title"),
        check_everything: table.target(sheet, "check_everything"),
        code_unsure: table.target(sheet, "code_unsure"),
        call: call(sheet, table),
        // Where the guide says nothing, money is at stake.
        no_payments: table.has("payments") && !table.flag(sheet, "payments"),
    }
}

/// What a call saves at least before it is offered, where the author does not say.
const SAVES: f64 = 2.0;

/// What a call costs, where the guide says so.
fn call(sheet: &mut Sheet<'_>, head: &mut Table<'_, '_>) -> Option<Call> {
    let value = head.value("call")?;
    let DeValue::Table(entries) = value.get_ref() else {
        head.wrong_type(sheet, "call", Shape::Table, value);
        return None;
    };
    let mut table = Table::new(sheet, "[call]", CALL, entries, value.span());
    let remedy = table.required_target(sheet, "remedy");
    table.require("minutes");
    let fits = |minutes: f64| minutes >= 0.0;
    let minutes = table.number(sheet, "minutes", Quantity::Minutes, fits);
    let saves = table.number(sheet, "saves", Quantity::Minutes, fits);
    let stop = !table.has("stop") || table.flag(sheet, "stop");
    table.finish(sheet);
    Some(Call { remedy, minutes: minutes?, saves: saves.unwrap_or(SAVES), stop })
}

/// Notes the keys of `guide.toml` in another file.
pub(super) fn refuse_head_keys(sheet: &mut Sheet<'_>, root: &Table<'_, '_>) {
    for key in HEAD.iter().filter(|key| root.has(key)) {
        let problem = Problem::HeadKeyElsewhere((*key).to_owned());
        sheet.add(&reading::MISPLACED_KEY, root.span_of_key(key), problem);
    }
}

/// Reads one step.
pub(super) fn step(sheet: &mut Sheet<'_>, table: &mut Table<'_, '_>) -> Step {
    let (id, place) = table.id(sheet);
    let title = table.required_text(sheet, "title");
    let gate = table.target(sheet, "gate");
    let minutes = table.number(sheet, "minutes", Quantity::Minutes, |minutes| minutes >= 0.0);
    Step { id, title, gate, minutes: minutes.unwrap_or_default(), place }
}

/// Reads one group.
pub(super) fn group(sheet: &mut Sheet<'_>, table: &mut Table<'_, '_>) -> Group {
    let (id, place) = table.id(sheet);
    Group { id, title: table.required_text(sheet, "title"), place }
}

/// Reads one symptom.
pub(super) fn symptom(sheet: &mut Sheet<'_>, table: &mut Table<'_, '_>) -> Symptom {
    let (id, place) = table.id(sheet);
    Symptom {
        id,
        group: table.target(sheet, "group"),
        say: table.required_text(sheet, "say"),
        words: owned(table.strings(sheet, "words")),
        go: table.required_target(sheet, "go"),
        skips: table.names(sheet, "skips"),
        likelihood: table.likelihood(sheet).unwrap_or_default(),
        place,
    }
}

/// Reads one contact.
pub(super) fn contact(sheet: &mut Sheet<'_>, table: &mut Table<'_, '_>) -> Contact {
    let (id, place) = table.id(sheet);
    Contact {
        id,
        title: table.required_text(sheet, "title"),
        place_of_number: table.required_text(sheet, "where"),
        place,
    }
}

/// Reads one drawing.
pub(super) fn drawing(sheet: &mut Sheet<'_>, table: &mut Table<'_, '_>) -> Drawing {
    let (id, place) = table.id(sheet);
    let mut legend = Vec::new();
    for (entries, span) in table.tables(sheet, "legend") {
        let mut row = Table::mixed("legend", entries, span.clone());
        let mark = row.required_string(sheet, "mark").map_or_else(String::new, seen);
        row.finish(sheet);
        legend.push((mark, text_of(sheet, entries, span, &["mark"])));
    }
    Drawing {
        id,
        title: table.required_text(sheet, "title"),
        unicode: rows(sheet, table, "unicode"),
        ascii: rows(sheet, table, "ascii"),
        legend,
        place,
    }
}

/// The rows of a drawing: one string of several lines, or a list of strings. Unlike other texts a
/// row may be blank.
fn rows(sheet: &mut Sheet<'_>, table: &mut Table<'_, '_>, key: &'static str) -> Vec<String> {
    let Some(value) = table.value(key) else {
        table.require(key);
        return Vec::new();
    };
    let mut rows = Vec::new();
    let mut add = |sheet: &mut Sheet<'_>, row: &str| {
        if !row.trim().is_empty() {
            sheet.check_text(row, value.span());
        }
        let row = without_hidden(row);
        sheet.without_card_data(&row, value.span());
        // A drawing keeps its shape.
        rows.push(veil(&row).unwrap_or_else(|| row.into_owned()));
    };
    if let DeValue::String(all) = value.get_ref() {
        all.lines().for_each(|row| add(sheet, row));
        return rows;
    }
    for value in table.list(sheet, key, Shape::String) {
        match value.get_ref() {
            DeValue::String(row) => add(sheet, row),
            _ => table.wrong_type(sheet, key, Shape::String, value),
        }
    }
    rows
}
