//! From TOML to a profile and its findings. What is wrong is left out and told; the rest is used.

use super::{
    CONTACTS, MerchantNumber, More, PhoneNumber, Profile, Terminal, TerminalNumber, free_text,
    value::{LONG, SHORT},
};
use crate::{
    flaw::Flaw,
    guide::{
        Connection, Finding, Id, Named, Place, Problem, Rule, Shape, Sheet, Table, nearest,
        read_alone,
    },
};
use std::collections::BTreeMap;
use toml::de::DeValue;

/// A value is what its key takes.
static BAD_VALUE: Rule = Rule::reading("bad-value");
/// A number is one of the usual contacts', or of one that only another guide has.
static UNKNOWN_CONTACT: Rule = Rule::reading("unknown-contact").warning();
/// A terminal is listed once.
static DUPLICATE_TERMINAL: Rule = Rule::reading("duplicate-terminal");

/// The keys of the file.
const ROOT: &[&str] = &["shop", "merchant_number", "terminal", "phone", "more"];
/// The keys of a terminal.
const TERMINAL: &[&str] = &["number", "model", "connection", "place"];
/// The keys of what else is asked.
const MORE: &[&str] = &["label", "value"];
/// What people may call the issuer.
const BANK: &str = "bank";

/// The tables of the file with their keys; those of the telephone list are the usual ones.
pub fn keys() -> [(&'static str, &'static [&'static str]); 4] {
    [("profile.toml", ROOT), ("[[terminal]]", TERMINAL), ("[phone]", &CONTACTS), ("[[more]]", MORE)]
}

/// Reads a profile. What is wrong in it is left out and told.
pub fn read(source: &str) -> (Profile, Vec<Finding>) {
    read_alone(source, ("profile.toml", ROOT), |sheet, root| Profile {
        shop: text(sheet, root, "shop", SHORT, ""),
        merchant_number: value(sheet, root, "merchant_number", MerchantNumber::parse),
        terminals: terminals(sheet, root),
        phones: phones(sheet, root),
        more: more(sheet, root),
    })
}

fn terminals(sheet: &mut Sheet<'_>, root: &mut Table<'_, '_>) -> Vec<Terminal> {
    let mut known: Vec<(Terminal, Place)> = Vec::new();
    for (entries, span) in root.tables(sheet, "terminal") {
        let mut table = Table::new(sheet, "[[terminal]]", TERMINAL, entries, span);
        table.require("number");
        let number = value(sheet, &mut table, "number", TerminalNumber::parse);
        let place = sheet.place(table.span_of("number"));
        let terminal = number.map(|number| Terminal {
            number,
            model: text(sheet, &mut table, "model", SHORT, ""),
            connection: table.word(sheet, "connection", &Connection::NAMES),
            place: text(sheet, &mut table, "place", SHORT, ""),
        });
        table.finish(sheet);
        let Some(terminal) = terminal else { continue };
        if let Some((_, first)) = known.iter().find(|(own, _)| own.number == terminal.number) {
            let (what, first) = (Named::Terminal, *first);
            let problem = Problem::DuplicateId { what, id: terminal.number.to_string(), first };
            sheet.add(&DUPLICATE_TERMINAL, table.span_of("number"), problem);
        } else {
            known.push((terminal, place));
        }
    }
    known.into_iter().map(|(terminal, _)| terminal).collect()
}

fn phones(sheet: &mut Sheet<'_>, root: &mut Table<'_, '_>) -> BTreeMap<Id, PhoneNumber> {
    let Some(value) = root.value("phone") else { return BTreeMap::new() };
    let DeValue::Table(entries) = value.get_ref() else {
        root.wrong_type(sheet, "phone", Shape::Table, value);
        return BTreeMap::new();
    };
    let mut phones = BTreeMap::new();
    for (key, value) in entries {
        let written = key.get_ref().as_ref();
        let contact = if written == BANK { "issuer" } else { written };
        let near = nearest(contact, CONTACTS).filter(|near| *near != contact);
        if near.is_some() {
            let problem = Problem::UnknownKey { key: written.to_owned(), near };
            sheet.add(&UNKNOWN_CONTACT, key.span(), problem);
        }
        let DeValue::String(typed) = value.get_ref() else {
            let (key, wanted) = (written.to_owned(), Shape::String);
            let problem = Problem::WrongType { key, wanted, found: Shape::of(value.get_ref()) };
            sheet.add(&crate::guide::WRONG_TYPE, value.span(), problem);
            continue;
        };
        match PhoneNumber::parse(typed) {
            Ok(number) => {
                phones.insert(Id::from(contact), number);
            }
            // An empty one is a number that is not known yet.
            Err(Flaw::Missing) => {}
            Err(flaw) => {
                let problem = Problem::BadValue { key: written.to_owned(), flaw };
                sheet.add(&BAD_VALUE, value.span(), problem);
            }
        }
    }
    phones
}

fn more(sheet: &mut Sheet<'_>, root: &mut Table<'_, '_>) -> Vec<More> {
    let mut all = Vec::new();
    for (entries, span) in root.tables(sheet, "more") {
        let mut table = Table::new(sheet, "[[more]]", MORE, entries, span);
        table.require("label");
        table.require("value");
        let label = text(sheet, &mut table, "label", SHORT, "");
        let value = text(sheet, &mut table, "value", LONG, &label);
        table.finish(sheet);
        if !label.is_empty() && !value.is_empty() {
            all.push(More { label, value });
        }
    }
    all
}

/// A free text; empty where it is not given or not fit to be kept.
fn text(
    sheet: &mut Sheet<'_>,
    table: &mut Table<'_, '_>,
    key: &'static str,
    most: usize,
    beside: &str,
) -> String {
    value(sheet, table, key, |typed| free_text(typed, most, beside)).unwrap_or_default()
}

/// A value by its own rules. An empty one is one that is not known yet.
fn value<T>(
    sheet: &mut Sheet<'_>,
    table: &mut Table<'_, '_>,
    key: &'static str,
    parse: impl FnOnce(&str) -> Result<T, Flaw>,
) -> Option<T> {
    let value = table.value(key)?;
    let DeValue::String(typed) = value.get_ref() else {
        table.wrong_type(sheet, key, Shape::String, value);
        return None;
    };
    match parse(typed) {
        Ok(own) => Some(own),
        Err(Flaw::Missing) if key != "number" => None,
        Err(flaw) => {
            let problem = Problem::BadValue { key: key.to_owned(), flaw };
            sheet.add(&BAD_VALUE, value.span(), problem);
            None
        }
    }
}
