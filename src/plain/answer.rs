//! From a typed line to the response to a question.

use super::input::{numbers, plain};
use crate::guide::{Amount, Answer, Code, Guide, Kind, Question, Response, Role};

/// What a typed line is to a question.
#[derive(Clone, Debug)]
pub(super) enum Reply<'g> {
    /// This answer.
    Response(Response),
    /// A code that several schemes have.
    Several(Vec<&'g Code>),
    /// A code that the guide does not know, where it has no answer for that.
    UnknownCode(String),
    /// More or fewer than two characters, where a code was asked for.
    NoCode,
    /// No amount, where one was asked for.
    NoAmount,
    /// An answer that excludes the others was typed together with them.
    Alone(&'g Answer),
    /// No answer.
    Nothing,
}

/// Letters for the answers beside a typed amount or code. None is a command.
const LETTERS: [char; 6] = ['x', 'w', 'v', 'k', 'j', 'z'];

/// The letter of "can't tell".
const UNSURE: char = 'u';

/// The answers that are chosen by a number, in their order.
pub(super) fn numbered(question: &Question) -> &[Answer] {
    match question.kind {
        Kind::Choice | Kind::Ticks => &question.answers,
        Kind::Amount | Kind::Code => &[],
    }
}

/// The answers beside a typed amount or code, with their letters.
pub(super) fn lettered(question: &Question) -> Vec<(char, &Answer)> {
    if !numbered(question).is_empty() {
        return Vec::new();
    }
    let mut letters = LETTERS.into_iter();
    let mut unsure = Some(UNSURE);
    let direct = question.answers.iter().filter_map(|answer| match answer.role {
        Role::Unsure => Some((unsure.take().or_else(|| letters.next())?, answer)),
        Role::None | Role::Other => Some((letters.next()?, answer)),
        Role::Plain | Role::UpTo(_) => None,
    });
    direct.collect()
}

/// What a typed line is to this question.
pub(super) fn reply<'g>(guide: &'g Guide, question: &'g Question, typed: &str) -> Reply<'g> {
    let direct = |answer: &Answer| Reply::Response(Response::Answer(answer.id.clone()));
    let letter = plain(typed);
    let lettered = lettered(question);
    let by_letter = lettered.iter().find(|(own, _)| letter.chars().eq([*own]));
    if let Some((_, answer)) = by_letter {
        return direct(answer);
    }
    // The letter of "can't tell" is the same at every question.
    let unsure = question.role(Role::Unsure).filter(|_| letter.chars().eq([UNSURE]));
    if let Some(answer) = unsure {
        return direct(answer);
    }
    match question.kind {
        Kind::Choice => match picked(question, typed).as_deref() {
            Some([answer]) => direct(answer),
            _ => Reply::Nothing,
        },
        Kind::Ticks => ticks(question, typed),
        Kind::Amount => Amount::parse(typed)
            .map_or(Reply::NoAmount, |amount| Reply::Response(Response::Amount(amount))),
        Kind::Code => code(guide, question, typed),
    }
}

/// The answers with the typed numbers, or nothing where there is no such number.
fn picked<'g>(question: &'g Question, typed: &str) -> Option<Vec<&'g Answer>> {
    let answers = numbered(question);
    numbers(typed)?.into_iter().map(|number| answers.get(number.checked_sub(1)?)).collect()
}

fn ticks<'g>(question: &'g Question, typed: &str) -> Reply<'g> {
    let Some(picked) = picked(question, typed) else {
        return Reply::Nothing;
    };
    match picked.iter().find(|answer| answer.role != Role::Plain) {
        Some(alone) if picked.len() == 1 => Reply::Response(Response::Answer(alone.id.clone())),
        Some(alone) => Reply::Alone(alone),
        None => {
            let in_order = question.answers.iter().map(|answer| &answer.id);
            let ticked = in_order.filter(|id| picked.iter().any(|answer| answer.id == **id));
            Reply::Response(Response::Ticks(ticked.cloned().collect()))
        }
    }
}

fn code<'g>(guide: &'g Guide, question: &Question, typed: &str) -> Reply<'g> {
    match guide.codes(typed).as_slice() {
        [] => {}
        [only] => return Reply::Response(only.response()),
        several => return Reply::Several(several.to_vec()),
    }
    let code = Code::normalise(typed);
    if code.len() != 2 || !code.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        Reply::NoCode
    } else if question.role(Role::Other).is_some() {
        Reply::Response(Response::UnlistedCode(code))
    } else {
        Reply::UnknownCode(code)
    }
}
