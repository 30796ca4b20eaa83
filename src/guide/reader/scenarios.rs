//! Scenarios for training.

use super::{
    entries::ways_in,
    sheet::Sheet,
    table::{Table, wrong_type},
    versions::versions_of,
};
use crate::guide::{
    Code, Difficulty, Entry, Problem, Scenario, Screen, Sight, Target, Telling, Temptation, Trap,
    format::{self, names},
    rules::reading,
    sorts::{Quantity, Shape},
};
use toml::{Spanned, de::DeValue};

/// The keys of a scenario.
pub(super) const SCENARIO: &[&str] = &names(&format::SCENARIO);
/// The keys of the code by which a scenario is looked up.
const SCENARIO_CODE: &[&str] = &names(&format::SCENARIO_CODE);
/// The keys of what one look shows.
pub(super) const SIGHT: &[&str] = &names(&format::SIGHT);
/// The keys of a trap.
pub(super) const TRAP: &[&str] = &names(&format::TRAP);
/// The keys of something that is tempting to do.
pub(super) const TEMPTATION: &[&str] = &names(&format::TEMPTATION);
/// The keys of something that is tempting to say.
pub(super) const TELLING: &[&str] = &names(&format::TELLING);

/// Reads one scenario; nothing where a part of it can't be read, which would spoil the whole.
pub(super) fn scenario(sheet: &mut Sheet<'_>, table: &mut Table<'_, '_>) -> Option<Scenario> {
    let before = table.spoilt.len();
    let (id, place) = table.id(sheet);
    for key in ["difficulty", "screen", "minutes", "questions", "fact", "trap"] {
        table.require(key);
    }
    let minutes = table.number(sheet, "minutes", Quantity::Minutes, |minutes| minutes >= 0.0);
    let whole = |number: f64| number >= 1.0 && number.fract() == 0.0;
    let questions = table.number(sheet, "questions", Quantity::Count, whole);
    let entry = way_in(sheet, table);
    let scenario = Scenario {
        id,
        title: table.required_text(sheet, "title"),
        difficulty: table.word(sheet, "difficulty", &Difficulty::NAMES).unwrap_or_default(),
        setting: table.required_text(sheet, "setting"),
        screen: screen(sheet, table),
        customer: table.required_text(sheet, "customer"),
        entry: entry.unwrap_or(Entry::CheckEverything),
        truth: table.required_target(sheet, "truth"),
        also: table.names(sheet, "also"),
        fails: table.names(sheet, "fails"),
        minutes: minutes.unwrap_or_default(),
        questions: questions.unwrap_or_default() as usize,
        sights: parts(sheet, table, ("fact", "[[scenario.fact]]", SIGHT), sight),
        traps: parts(sheet, table, ("trap", "[[scenario.trap]]", TRAP), trap),
        temptations: parts(
            sheet,
            table,
            ("tempt", "[[scenario.tempt]]", TEMPTATION),
            |sheet, own| {
                let (say, why, harm) = wrong(sheet, own);
                Temptation { say, why, harm, place: sheet.place(own.span()) }
            },
        ),
        tellings: parts(sheet, table, ("tell", "[[scenario.tell]]", TELLING), |sheet, own| {
            let (say, why, harm) = wrong(sheet, own);
            Telling { say, why, harm, place: sheet.place(own.span()) }
        }),
        place,
    };
    (table.spoilt.len() == before).then_some(scenario)
}

/// The way in, of which there must be exactly one.
fn way_in(sheet: &mut Sheet<'_>, table: &mut Table<'_, '_>) -> Option<Entry> {
    let code = code(sheet, table);
    let ways_in = ways_in(sheet, table, code);
    let keys = ["symptom", "message", "code", "everything"];
    if ways_in.len() != 1 && !table.spoilt.iter().any(|key| keys.contains(key)) {
        sheet.add(&reading::CASE_WAY_IN, table.span(), Problem::CaseWayIn(ways_in.len()));
        table.spoilt.push("symptom");
    }
    ways_in.into_iter().next()
}

fn code(sheet: &mut Sheet<'_>, table: &mut Table<'_, '_>) -> Option<Entry> {
    let value = table.value("code")?;
    let DeValue::Table(entries) = value.get_ref() else {
        table.wrong_type(sheet, "code", Shape::Table, value);
        return None;
    };
    let mut own = Table::new(sheet, "code", SCENARIO_CODE, entries, value.span());
    let code = own.required_string(sheet, "code").map(|(code, _)| Code::normalise(code));
    let scheme = own.string(sheet, "scheme").map_or("", |(scheme, _)| scheme.trim()).to_owned();
    own.finish(sheet);
    if !own.spoilt.is_empty() {
        table.spoilt.push("code");
    }
    Some(Entry::Code { code: code?, scheme })
}

/// What the terminal shows: a list of lines in each language.
fn screen(sheet: &mut Sheet<'_>, table: &mut Table<'_, '_>) -> Screen {
    let Some(value) = table.value("screen") else { return Screen::default() };
    let DeValue::Table(versions) = value.get_ref() else {
        table.wrong_type(sheet, "screen", Shape::Text, value);
        return Screen::default();
    };
    let mut spoilt = false;
    let all = versions_of(sheet, versions, (value.span(), &[]), |sheet, language, value| {
        let rows = rows(sheet, language, value);
        spoilt |= rows.is_none();
        rows.unwrap_or_default()
    });
    if spoilt || all.iter().any(Option::is_none) {
        table.spoilt.push("screen");
    }
    Screen::new(all.into_iter().map(Option::unwrap_or_default).collect())
}

/// The lines in one language. Unlike another text a line may be blank.
fn rows(
    sheet: &mut Sheet<'_>,
    language: &str,
    value: &Spanned<DeValue<'_>>,
) -> Option<Vec<String>> {
    let DeValue::Array(values) = value.get_ref() else {
        wrong_type(sheet, language, Shape::List, value);
        return None;
    };
    let mut rows = Vec::with_capacity(values.len());
    for value in values {
        let DeValue::String(row) = value.get_ref() else {
            wrong_type(sheet, language, Shape::String, value);
            return None;
        };
        let blank = row.trim().is_empty();
        rows.push(if blank {
            row.to_string()
        } else {
            sheet.shown(row, value.span()).into_owned()
        });
    }
    Some(rows)
}

/// Reads the tables of a list within a scenario. What is wrong in one of them spoils the list.
fn parts<T>(
    sheet: &mut Sheet<'_>,
    scenario: &mut Table<'_, '_>,
    (key, name, keys): (&'static str, &'static str, &'static [&'static str]),
    read: impl Fn(&mut Sheet<'_>, &mut Table<'_, '_>) -> T,
) -> Vec<T> {
    let tables = scenario.tables(sheet, key);
    let mut all = Vec::with_capacity(tables.len());
    let ends: Vec<usize> = tables.iter().skip(1).map(|(_, span)| span.start).collect();
    for (at, (entries, span)) in tables.into_iter().enumerate() {
        let mut table = Table::new(sheet, name, keys, entries, span.clone());
        table.note_blanked(sheet, keys, ends.get(at).copied().unwrap_or(span.end));
        all.push(read(sheet, &mut table));
        table.finish(sheet);
        if !table.spoilt.is_empty() {
            scenario.spoilt.push(key);
        }
    }
    all
}

fn sight(sheet: &mut Sheet<'_>, table: &mut Table<'_, '_>) -> Sight {
    Sight {
        question: table.required_target(sheet, "question"),
        look: table.required_text(sheet, "look"),
        shows: table.required_text(sheet, "shows"),
        answer: answer(sheet, table),
        minutes: table.number(sheet, "minutes", Quantity::Minutes, |minutes| minutes >= 0.0),
        place: sheet.place(table.span()),
    }
}

fn trap(sheet: &mut Sheet<'_>, table: &mut Table<'_, '_>) -> Trap {
    table.require("harm");
    Trap {
        question: table.required_target(sheet, "question"),
        answer: answer(sheet, table),
        why: table.required_text(sheet, "why"),
        harm: table.flag(sheet, "harm"),
        place: sheet.place(table.span()),
    }
}

/// What is said, why it is wrong, and whether it harms.
fn wrong(
    sheet: &mut Sheet<'_>,
    table: &mut Table<'_, '_>,
) -> (crate::guide::Text, crate::guide::Text, bool) {
    table.require("harm");
    let (say, why) = (table.required_text(sheet, "say"), table.required_text(sheet, "why"));
    (say, why, table.flag(sheet, "harm"))
}

/// What is answered, in the words of a path case: an id, a code, an amount, several ids.
fn answer(sheet: &mut Sheet<'_>, table: &mut Table<'_, '_>) -> Target {
    table.require("answer");
    let Some(value) = table.value("answer") else { return Target::default() };
    let place = sheet.place(value.span());
    match value.get_ref() {
        DeValue::Integer(number) if number.radix() == 10 => {
            Target { id: number.as_str().into(), place }
        }
        DeValue::Float(number) => Target { id: number.as_str().into(), place },
        DeValue::Array(_) => {
            let ids = table.strings(sheet, "answer");
            let ids: Vec<&str> = ids.iter().map(|(id, _)| id.trim()).collect();
            Target { id: ids.join("+").as_str().into(), place }
        }
        _ => table.target(sheet, "answer").unwrap_or_default(),
    }
}
