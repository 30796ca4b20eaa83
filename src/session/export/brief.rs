//! The summary where room is scarce: line by line, the most important ones first.

use super::{Summary, text};
use crate::{
    clean,
    guide::{Entry, Response},
    session::{Place, Session, redact},
    texts::Texts,
    tr,
};
use jiff::tz::TimeZone;

/// Characters of the shop's name that stand before the cause: support knows its shops by them, and
/// a longer name would push the cause out of a small window.
const NAME: usize = 14;

/// The lines of a summary from the most important one on, so that the first ones say enough alone:
/// the terminal, when it began, the response code, the session code, the shop, the cause (before one is
/// found, the question at hand), the outcome; then what else is known of the shop and all the rest of
/// the summary. The terminal tells the shop where there is no room for its name.
pub fn brief(session: &Session, texts: &Texts, zone: &TimeZone) -> Vec<String> {
    let summary = Summary::new(session, texts, zone, env!("CARGO_PKG_VERSION"));
    // Whoever gets this gets it now: the year would take the room of a word.
    let began = summary.began.strftime("%m-%d %H:%M").to_string();
    let code = response_code(session).map(|code| tr!(texts, "summary-entry-code", code = code));
    let cause = cause(session, texts);
    let name = summary.shop.as_ref().and_then(|shop| shop.name.as_deref());
    let number =
        summary.shop.as_ref().and_then(|shop| Some(shop.terminal.as_ref()?.number.clone()));
    let first = [
        number,
        Some(began),
        code,
        Some(summary.code.to_string()),
        name.map(|name| clean::line(name, NAME)),
        cause,
        Some(summary.outcome.text.clone()),
    ];
    let shop = super::shop(&summary, texts).into_iter();
    let shop = shop.map(|(label, value)| tr!(texts, "summary-field", label = label, value = value));
    let details = text::details(&summary, texts);
    let details = details.lines().map(|line| line.trim().to_owned());
    let lines = first.into_iter().flatten().chain(shop).chain(details);
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
