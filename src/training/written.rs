//! What was answered, as path cases and scenarios write it.

use crate::guide::{Answer, Entry, Guide, Id, Lang, Move, Question, Response, Role};

/// What was answered to a question in the words of a path case: see
/// [`PathCase::play`](crate::guide::PathCase::play).
///
/// What a person typed is not in it: an amount becomes the answer that it comes to, an unlisted
/// code the answer for such.
pub(super) fn written(guide: &Guide, question: &Question, given: &Move) -> String {
    let response = match given {
        Move::Answer(response) => response,
        Move::LookUp(entry) => return entry.name(),
        Move::Tried(true) => return Move::WORKED.to_owned(),
        Move::Tried(false) => return Move::FAILED.to_owned(),
    };
    let answer = || question.route(guide, response).and_then(|route| route.answer);
    let id = |answer: Option<&Answer>| answer.map_or("", |own| &own.id).to_owned();
    match response {
        Response::Answer(id) => id.to_string(),
        Response::Amount(_) => id(answer()),
        Response::Code { code, scheme } => format!("{code} {scheme}"),
        Response::UnlistedCode(_) => id(question.role(Role::Other)),
        Response::Ticks(ticked) if ticked.is_empty() => id(question.role(Role::None)),
        Response::Ticks(ticked) => {
            let ticked: Vec<&str> = ticked.iter().map(Id::as_str).collect();
            ticked.join("+")
        }
    }
}

/// What was answered, in words of the guide.
pub(super) fn in_words(guide: &Guide, question: &Question, given: &Move, lang: Lang) -> String {
    match given {
        Move::Answer(response) => crate::session::said(guide, question, response, lang),
        Move::LookUp(Entry::UnsureCode(code) | Entry::Code { code, .. }) => code.clone(),
        // Neither is an answer.
        Move::LookUp(_) | Move::Tried(_) => String::new(),
    }
}
