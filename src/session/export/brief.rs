//! The summary where room is scarce: line by line, the most important ones first.

use super::{Summary, text};
use crate::{
    guide::{Entry, Response},
    session::{Place, Session, redact},
    texts::Texts,
    tr,
};
use jiff::tz::TimeZone;

/// The lines of a summary from the most important one on, so that the first ones say enough alone:
/// what is known of the shop and its terminal (`shop`), when it began, the response code, the
/// session code, the cause (before one is found, the question at hand), the outcome; then all the
/// rest of the summary.
pub fn brief(session: &Session, texts: &Texts, zone: &TimeZone, shop: &[String]) -> Vec<String> {
    let summary = Summary::new(session, texts, zone, env!("CARGO_PKG_VERSION"));
    // Whoever gets this gets it now: the year would take the room of a word.
    let began = summary.began.strftime("%m-%d %H:%M").to_string();
    let code = response_code(session).map(|code| tr!(texts, "summary-entry-code", code = code));
    let cause = cause(session, texts);
    let first = [Some(began), code, Some(summary.code.to_string()), cause];
    let shop = shop.iter().map(|line| redact(line).text);
    let first = shop.chain(first.into_iter().flatten());
    let outcome = std::iter::once(summary.outcome.text.clone());
    let details = text::details(&summary, texts);
    let details = details.lines().map(|line| line.trim().to_owned());
    let lines = first.chain(outcome).chain(details);
    lines.filter(|line| !line.is_empty()).collect()
}

/// The response code that the terminal showed, the last one if there were several.
fn response_code(session: &Session) -> Option<&str> {
    let state = session.state();
    let at = |node: &crate::guide::Id| match state.given(node).map(|given| &given.response) {
        Some(Response::Code { code, .. } | Response::UnlistedCode(code)) => Some(code.as_str()),
        _ => state.looked_up(node).and_then(of_entry),
    };
    let on_the_way = state.path().iter().rev().find_map(at);
    on_the_way.or_else(|| of_entry(state.entry()))
}

fn of_entry(entry: &Entry) -> Option<&str> {
    match entry {
        Entry::Code { code, .. } | Entry::UnsureCode(code) => Some(code),
        Entry::Symptom(_) | Entry::CheckEverything | Entry::Message(_) | Entry::Call => None,
    }
}

fn cause(session: &Session, texts: &Texts) -> Option<String> {
    let lang = session.guide().lang(texts);
    let cause = session.remedy().map(|remedy| remedy.cause.get(lang));
    let asked = || match session.place() {
        Place::Question(question) => Some(question.ask.get(lang)),
        Place::Remedy(_) | Place::End(_) => None,
    };
    cause.or_else(asked).map(|text| redact(text).text)
}
