//! What a guide lists beside its nodes: codes, messages, facts and path cases.

use super::{
    nodes::{owned, seen},
    sheet::Sheet,
    table::Table,
};
use crate::guide::{
    Code, Entry, Fact, FactKind, Likelihood, Message, NotUsed, PathCase, Problem, Retry, Scheme,
    Who,
    format::{self, names},
    rules::reading,
};

/// The keys of a scheme.
pub(super) const SCHEME: &[&str] = &names(&format::SCHEME);
/// The keys of a code.
pub(super) const CODE: &[&str] = &names(&format::CODE);
/// The keys of a message.
pub(super) const MESSAGE: &[&str] = &names(&format::MESSAGE);
/// The keys of a fact.
pub(super) const FACT: &[&str] = &names(&format::FACT);
/// The keys of a fact that is not used.
pub(super) const NOT_USED: &[&str] = &names(&format::NOT_USED);
/// The keys of a path case.
pub(super) const CASE: &[&str] = &names(&format::CASE);

/// Reads one scheme.
pub(super) fn scheme(sheet: &mut Sheet<'_>, table: &mut Table<'_, '_>) -> Scheme {
    let (id, place) = table.id(sheet);
    let title = table.required_text(sheet, "title");
    Scheme { id, title, how: table.required_text(sheet, "how"), place }
}

/// Reads one code.
pub(super) fn code(sheet: &mut Sheet<'_>, table: &mut Table<'_, '_>) -> Code {
    table.require("who");
    table.require("retry");
    let code = table.required_string(sheet, "code");
    let mut place = sheet.place(table.span());
    if let Some((code, span)) = &code {
        place = sheet.place(span.clone());
        let normal = Code::normalise(code);
        let fits = |normal: &str| !normal.is_empty() && super::table::is_id(normal);
        if !code.trim().is_empty() && (normal != *code || !fits(&normal)) {
            let normal = Some(normal).filter(|normal| fits(normal));
            let problem = Problem::BadCode { code: (*code).to_owned(), normal };
            sheet.add(&reading::BAD_CODE, span.clone(), problem);
        }
    }
    Code {
        code: code.map(|(code, _)| Code::normalise(code)).unwrap_or_default(),
        scheme: table.required_target(sheet, "scheme"),
        also: table.names(sheet, "also"),
        meaning: table.required_text(sheet, "meaning"),
        words: owned(table.strings(sheet, "words")),
        action: table.required_text(sheet, "action"),
        who: table.word(sheet, "who", &Who::NAMES).unwrap_or_default(),
        retry: table.word(sheet, "retry", &Retry::NAMES).unwrap_or_default(),
        go: table.required_target(sheet, "go"),
        likelihood: table.likelihood(sheet).unwrap_or(Likelihood::RARE),
        sources: table.names(sheet, "sources"),
        place,
    }
}

/// Reads one message.
pub(super) fn message(sheet: &mut Sheet<'_>, table: &mut Table<'_, '_>) -> Message {
    let (id, place) = table.id(sheet);
    table.require("who");
    Message {
        id,
        say: table.required_text(sheet, "say"),
        words: owned(table.strings(sheet, "words")),
        meaning: table.required_text(sheet, "meaning"),
        action: table.required_text(sheet, "action"),
        who: table.word(sheet, "who", &Who::NAMES).unwrap_or_default(),
        retry: table.word(sheet, "retry", &Retry::NAMES),
        go: table.required_target(sheet, "go"),
        sources: table.names(sheet, "sources"),
        place,
    }
}

/// Reads one fact.
pub(super) fn fact(sheet: &mut Sheet<'_>, table: &mut Table<'_, '_>) -> Fact {
    let (id, place) = table.id(sheet);
    let kind = table.word(sheet, "kind", &FactKind::NAMES).unwrap_or_default();
    let says = table.required_string(sheet, "says").map_or_else(String::new, seen);
    let right = table.string(sheet, "right").map(seen);
    Fact { id, kind, says, right, place }
}

/// Reads one fact that is not used.
pub(super) fn not_used(sheet: &mut Sheet<'_>, table: &mut Table<'_, '_>) -> NotUsed {
    let fact = table.required_target(sheet, "id");
    let reason = table.required_string(sheet, "reason").map_or_else(String::new, seen);
    NotUsed { fact, reason }
}

/// All ways in that a table names, of which there must be one: `code` is how it writes one by a code.
pub(super) fn ways_in(
    sheet: &mut Sheet<'_>,
    table: &mut Table<'_, '_>,
    code: Option<Entry>,
) -> Vec<Entry> {
    let symptom = table.string(sheet, "symptom").map(|(id, _)| Entry::Symptom(id.into()));
    let message = table.string(sheet, "message").map(|(id, _)| Entry::Message(id.into()));
    let everything = table.flag(sheet, "everything").then_some(Entry::CheckEverything);
    [symptom, message, code, everything].into_iter().flatten().collect()
}

/// Reads one path case.
pub(super) fn case(sheet: &mut Sheet<'_>, table: &mut Table<'_, '_>) -> Option<PathCase> {
    let (id, place) = table.id(sheet);
    let answers = table.names(sheet, "answers");
    let remedy = table.required_target(sheet, "remedy");
    let code = table.string(sheet, "code").map(|(written, _)| {
        let (code, scheme) = written.split_once(' ').unwrap_or((written, ""));
        Entry::Code { code: Code::normalise(code), scheme: scheme.trim().to_owned() }
    });
    let ways_in = ways_in(sheet, table, code);
    if ways_in.len() != 1 && table.spoilt.is_empty() {
        sheet.add(&reading::CASE_WAY_IN, table.span(), Problem::CaseWayIn(ways_in.len()));
    }
    let readable = table.spoilt.is_empty() && ways_in.len() == 1;
    let entry = ways_in.into_iter().next().filter(|_| readable)?;
    Some(PathCase { id, entry, answers, remedy, place })
}
