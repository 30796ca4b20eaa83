//! A response in words.

use crate::guide::{Guide, Lang, Question, Response};

/// What was answered to a question, as the clerk would say it: the answer's text, with what was
/// typed before it.
pub fn said(guide: &Guide, question: &Question, response: &Response, lang: Lang) -> String {
    let route = question.route(guide, response);
    let answer = route.and_then(|route| route.answer).map(|answer| answer.say.get(lang));
    let meaning = route.and_then(|route| route.code).map(|code| code.meaning.get(lang));
    let typed = match response {
        Response::Answer(id) => return answer.unwrap_or(id).to_owned(),
        Response::Ticks(ticked) => {
            let all = ticked.iter().filter_map(|id| question.answer(id));
            let all: Vec<_> = all.map(|answer| answer.say.get(lang)).collect();
            return if all.is_empty() {
                answer.unwrap_or_default().to_owned()
            } else {
                all.join(" / ")
            };
        }
        Response::Amount(amount) => amount.to_string(),
        Response::Code { code, .. } | Response::UnlistedCode(code) => code.clone(),
    };
    match answer.or(meaning) {
        Some(text) => format!("{typed} ({text})"),
        None => typed,
    }
}
