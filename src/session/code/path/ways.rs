//! The ways into a guide and the responses to its questions, numbered.
//!
//! Ways in are numbered by their names, so that an author can move them about; answers in the order
//! of the guide, which decides where they lead.

use super::{Digits, Number};
use crate::guide::{Code, Entry, Guide, Id, Kind, Question, Response, Role};

/// What a typed code can consist of.
const CHARACTERS: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// The ways in beside the symptoms: everything, a code, a code that nobody can tell, a message, and
/// the call where the guide has one.
fn others(guide: &Guide) -> usize {
    4 + usize::from(guide.call.is_some())
}

/// Writes a way in, behind the mark where `marked` says so. The symptoms come first, because most
/// sessions begin with one.
pub(super) fn write_entry(digits: &mut Digits, guide: &Guide, entry: &Entry, marked: bool) {
    let symptoms = guide.symptoms.len();
    let base = symptoms + others(guide) + 1;
    if marked {
        digits.put(base - 1, base);
    }
    let mut kind = |own| digits.put(own, base);
    match entry {
        Entry::Symptom(id) => kind(rank(guide.symptoms.iter().map(|own| &own.id), &id)),
        Entry::CheckEverything => kind(symptoms),
        Entry::Code { code, scheme } => {
            kind(symptoms + 1);
            digits.put(code_rank(guide, code, scheme), guide.codes.len().max(1));
        }
        Entry::UnsureCode(code) => {
            kind(symptoms + 2);
            write_typed(digits, code);
        }
        Entry::Message(id) => {
            kind(symptoms + 3);
            let own = rank(guide.messages.iter().map(|own| &own.id), &id);
            digits.put(own, guide.messages.len().max(1));
        }
        Entry::Call => kind(symptoms + 4),
    }
}

/// Reads a way in, and whether the mark stands before it.
pub(super) fn read_entry(number: &mut Number, guide: &Guide) -> Option<(Entry, bool)> {
    let symptoms = guide.symptoms.len();
    let base = symptoms + others(guide) + 1;
    let first = number.take(base)?;
    let marked = first == base - 1;
    let kind = if marked { number.take(base)? } else { first };
    let entry = match kind.checked_sub(symptoms) {
        None => Entry::Symptom(ranked(guide.symptoms.iter().map(|own| &own.id), kind)?.clone()),
        Some(0) => Entry::CheckEverything,
        Some(1) => ranked_code(guide, number.take(guide.codes.len())?)?.entry(),
        Some(2) => Entry::UnsureCode(read_typed(number)?),
        Some(3) => {
            let own = number.take(guide.messages.len())?;
            Entry::Message(ranked(guide.messages.iter().map(|own| &own.id), own)?.clone())
        }
        Some(4) => Entry::Call,
        Some(_) => return None,
    };
    Some((entry, marked))
}

/// How many responses a question has: its answers; for a code question the guide's codes, and one
/// for those that the guide does not list; for a question with ticks one for whatever is ticked.
pub(super) fn responses(guide: &Guide, question: &Question) -> usize {
    let others = match question.kind {
        Kind::Choice | Kind::Amount => 0,
        Kind::Code => guide.codes.len() + 1,
        Kind::Ticks => 1,
    };
    question.answers.len() + others
}

/// Writes a response as one of [`responses`], counted from 1, in a digit of this base.
pub(super) fn write_response(
    digits: &mut Digits,
    guide: &Guide,
    question: &Question,
    response: &Response,
    base: usize,
) {
    let answers = question.answers.len();
    let answer = |id: &Id| question.answers.iter().position(|own| own.id == *id).unwrap_or(0);
    let mut put = |own: usize| digits.put(1 + own, base);
    match response {
        Response::Answer(id) => put(answer(id)),
        // An amount becomes the answer that it stands for.
        Response::Amount(_) => {
            let route = question.route(guide, response);
            put(route.and_then(|route| route.answer).map_or(0, |own| answer(&own.id)));
        }
        Response::Code { code, scheme } => put(answers + code_rank(guide, code, scheme)),
        Response::UnlistedCode(code) if typed(code).is_some() => {
            put(answers + guide.codes.len());
            write_typed(digits, code);
        }
        Response::UnlistedCode(_) => {
            put(question.role(Role::Other).map_or(0, |own| answer(&own.id)));
        }
        Response::Ticks(ticked) => {
            put(answers);
            can_be_ticked(question).for_each(|id| digits.flag(ticked.contains(id)));
        }
    }
}

/// Reads the rest of the response with this number, counted from 0.
pub(super) fn read_response(
    number: &mut Number,
    guide: &Guide,
    question: &Question,
    own: usize,
) -> Option<Response> {
    let Some(other) = own.checked_sub(question.answers.len()) else {
        return Some(Response::Answer(question.answers[own].id.clone()));
    };
    match question.kind {
        Kind::Code if other < guide.codes.len() => ranked_code(guide, other).map(Code::response),
        Kind::Code => read_typed(number).map(Response::UnlistedCode),
        Kind::Ticks => {
            let ticked = can_be_ticked(question).filter(|_| number.flag());
            Some(Response::Ticks(ticked.cloned().collect()))
        }
        Kind::Choice | Kind::Amount => None,
    }
}

fn can_be_ticked(question: &Question) -> impl Iterator<Item = &Id> {
    let plain = question.answers.iter().filter(|answer| answer.role == Role::Plain);
    plain.map(|answer| &answer.id)
}

/// How many of all come before this one.
fn rank<T: Ord>(all: impl Iterator<Item = T>, own: &T) -> usize {
    all.filter(|other| other < own).count()
}

/// The one before which so many come.
fn ranked<T: Ord>(all: impl Iterator<Item = T>, rank: usize) -> Option<T> {
    let mut all: Vec<T> = all.collect();
    (rank < all.len()).then(|| {
        all.select_nth_unstable(rank);
        all.swap_remove(rank)
    })
}

/// Codes are in the order of their characters, then of their schemes.
fn key(code: &Code) -> (&str, &Id) {
    (&code.code, &code.scheme.id)
}

fn code_rank(guide: &Guide, code: &str, scheme: &str) -> usize {
    let own = guide.code(code, scheme).map(key);
    own.map_or(0, |own| rank(guide.codes.iter().map(key), &own))
}

fn ranked_code(guide: &Guide, rank: usize) -> Option<&Code> {
    let (code, scheme) = ranked(guide.codes.iter().map(key), rank)?;
    guide.code(code, scheme)
}

/// The two characters of a code as front ends take it, by their places among all characters.
fn typed(code: &str) -> Option<[usize; 2]> {
    let mut places = code.chars().map(|c| CHARACTERS.find(c));
    match (places.next(), places.next(), places.next()) {
        (Some(first), Some(second), None) => Some([first?, second?]),
        _ => None,
    }
}

/// Writes a typed code, or nothing where this is none.
fn write_typed(digits: &mut Digits, code: &str) {
    let all = CHARACTERS.len();
    let number = typed(code).map_or(0, |[first, second]| 1 + first * all + second);
    digits.put(number, all * all + 1);
}

fn read_typed(number: &mut Number) -> Option<String> {
    let all = CHARACTERS.len();
    let Some(own) = number.take(all * all + 1)?.checked_sub(1) else { return Some(String::new()) };
    let places = [own / all, own % all];
    Some(places.into_iter().filter_map(|place| CHARACTERS.chars().nth(place)).collect())
}
