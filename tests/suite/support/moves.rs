//! Sessions at random: what a person might do, and what a question takes.

use super::stage;
use crate::profile::{TWO, number, shop};
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use std::sync::{Arc, LazyLock};
use tilldoc::{
    guide::{Amount, Code, Guide, Id, Kind, Question, Remedy, Response, Role},
    session::{Entry, Event, Place, Session, Verdict},
};

pub(crate) static SMALL: LazyLock<Arc<Guide>> = LazyLock::new(stage::small_guide);
pub(crate) static BUILTIN: LazyLock<Arc<Guide>> = LazyLock::new(stage::builtin_guide);

/// What is tried next, by numbers that are taken modulo whatever there is at that moment.
#[derive(Clone, Debug)]
pub(crate) enum Move {
    Answer(usize),
    Back,
    Change(usize, usize),
    Note,
    LookUp(usize),
    Tick(usize, bool),
    Try(usize),
    GiveUp,
    Finish,
    /// One of the shop's terminals, one that it does not have, or none.
    Terminal(usize),
    /// What the profile knows.
    Fill,
    /// What a profile might say to any question.
    StrayKnown(usize, usize),
    /// An answer to any question, wherever the session is.
    Stray(usize, usize),
    /// A change of any question.
    StrayChange(usize, usize),
    /// "Did it work?" for any remedy.
    StrayTry(usize),
}

pub(crate) fn moves() -> impl Strategy<Value = Vec<Move>> {
    let number = 0_usize..1_000;
    let one = prop_oneof![
        60 => number.clone().prop_map(Move::Answer),
        12 => Just(Move::Back),
        12 => (number.clone(), number.clone()).prop_map(|(at, to)| Move::Change(at, to)),
        1 => Just(Move::Note),
        3 => number.clone().prop_map(Move::LookUp),
        4 => (number.clone(), any::<bool>()).prop_map(|(at, done)| Move::Tick(at, done)),
        20 => number.clone().prop_map(Move::Try),
        2 => Just(Move::GiveUp),
        1 => Just(Move::Finish),
        3 => number.clone().prop_map(Move::Terminal),
        20 => Just(Move::Fill),
        2 => (number.clone(), number.clone()).prop_map(|(at, to)| Move::StrayKnown(at, to)),
        2 => (number.clone(), number.clone()).prop_map(|(at, to)| Move::Stray(at, to)),
        2 => (number.clone(), number.clone()).prop_map(|(at, to)| Move::StrayChange(at, to)),
        1 => number.prop_map(Move::StrayTry),
    ];
    prop::collection::vec(one, 0..60)
}

fn guide() -> impl Strategy<Value = Arc<Guide>> {
    prop_oneof![Just(Arc::clone(&SMALL)), Just(Arc::clone(&BUILTIN))]
}

/// A session that begins in any way that its guide has.
pub(crate) fn begun() -> impl Strategy<Value = Session> {
    (guide(), 0_usize..1_000).prop_map(|(guide, at)| {
        let entry = pick(&entries(&guide), at).clone();
        let session = Session::open(guide, shop(TWO), entry, Some(number("12345678")), time(0));
        session.expect("every entry of a guide leads somewhere")
    })
}

/// All ways into a guide.
pub(crate) fn entries(guide: &Guide) -> Vec<Entry> {
    let symptoms = guide.symptoms.iter().map(|symptom| Entry::Symptom(symptom.id.clone()));
    let everything = guide.check_everything.iter().map(|_| Entry::CheckEverything);
    let codes = guide.codes.iter().map(Code::entry);
    let unsure = guide.code_unsure.iter().map(|_| Entry::UnsureCode("51".to_owned()));
    let messages = guide.messages.iter().map(|message| Entry::Message(message.id.clone()));
    let call = guide.call.iter().map(|_| Entry::Call);
    symptoms.chain(everything).chain(codes).chain(unsure).chain(messages).chain(call).collect()
}

/// Responses to a question: all that lead somewhere, and some that don't fit.
fn responses(guide: &Guide, question: &Question) -> Vec<Response> {
    let mut all: Vec<_> = fitting(guide, question);
    all.push(Response::Answer(Id::from("no-such-answer")));
    all.push(Response::Ticks(vec![Id::from("no-such-answer")]));
    all.push(Response::Code { code: "??".to_owned(), scheme: String::new() });
    all
}

/// Every way on from a question.
pub(crate) fn fitting(guide: &Guide, question: &Question) -> Vec<Response> {
    let direct = question.answers.iter().map(|answer| Response::Answer(answer.id.clone()));
    let mut all: Vec<_> = direct.collect();
    match question.kind {
        Kind::Choice => {}
        Kind::Amount => {
            all.extend([0, 1, 999, 1_000, 1_001, 50_000].map(units));
            let limits = question.answers.iter().filter_map(|answer| match answer.role {
                Role::UpTo(limit) => Some(Response::Amount(limit)),
                _ => None,
            });
            all.extend(limits);
            all.push(Response::Amount(Amount::MAX));
        }
        Kind::Code => {
            all.extend(guide.codes.iter().map(listed));
            all.push(Response::UnlistedCode("ZZ".to_owned()));
        }
        Kind::Ticks => {
            let plain = question.answers.iter().filter(|answer| answer.role == Role::Plain);
            let plain: Vec<Id> = plain.map(|answer| answer.id.clone()).collect();
            all.extend((0..=plain.len()).map(|from| Response::Ticks(plain[from..].to_vec())));
        }
    }
    all.retain(|response| question.route(guide, response).is_some());
    all
}

fn units(units: u64) -> Response {
    Response::Amount(Amount::from_units(units).expect("a small amount"))
}

fn listed(code: &Code) -> Response {
    code.response()
}

fn pick<T>(from: &[T], at: usize) -> &T {
    &from[at % from.len()]
}

pub(crate) fn time(seconds: i64) -> Timestamp {
    Timestamp::UNIX_EPOCH + SignedDuration::from_secs(seconds)
}

fn questions(guide: &Guide) -> Vec<&Question> {
    guide.nodes.iter().filter_map(|node| guide.question(node.id())).collect()
}

fn remedies(guide: &Guide) -> Vec<&Remedy> {
    guide.nodes.iter().filter_map(|node| guide.remedy(node.id())).collect()
}

/// The event of a move, where there is anything to move.
fn event(session: &Session, step: &Move) -> Option<Event> {
    let guide = session.guide();
    let answer = |question: &Question, at: usize| pick(&responses(guide, question), at).clone();
    Some(match *step {
        Move::Answer(at) => match session.place() {
            Place::Question(question) => {
                Event::Answered { question: question.id.clone(), response: answer(question, at) }
            }
            _ => return None,
        },
        Move::Change(at, to) => {
            let answered = answered(session);
            let id = answered.get(at.checked_rem(answered.len())?)?;
            Event::Changed { question: id.clone(), response: answer(guide.question(id)?, to) }
        }
        Move::Tick(at, done) => {
            let remedy = session.remedy()?;
            let action = pick(&remedy.actions, at).id.clone();
            Event::Ticked { remedy: remedy.id.clone(), action, done }
        }
        Move::Try(at) => match session.place() {
            Place::Remedy(remedy) => {
                Event::Tried { remedy: remedy.id.clone(), verdict: *pick(&Verdict::ALL, at) }
            }
            _ => return None,
        },
        Move::Stray(at, to) => {
            let questions = questions(guide);
            let question = *pick(&questions, at);
            Event::Answered { question: question.id.clone(), response: answer(question, to) }
        }
        Move::StrayChange(at, to) => {
            let questions = questions(guide);
            let question = *pick(&questions, at);
            Event::Changed { question: question.id.clone(), response: answer(question, to) }
        }
        Move::Terminal(at) => {
            let numbers = ["12345678", "22345678", "32345678"].map(number).map(Some);
            let numbers: Vec<_> = numbers.into_iter().chain([None]).collect();
            Event::Terminal { number: pick(&numbers, at).clone() }
        }
        Move::StrayKnown(at, to) => {
            let questions = questions(guide);
            let question = *pick(&questions, at);
            Event::FromProfile { question: question.id.clone(), response: answer(question, to) }
        }
        Move::Fill => return None,
        Move::StrayTry(at) => {
            let remedies = remedies(guide);
            let remedy = pick(&remedies, at).id.clone();
            Event::Tried { remedy, verdict: *pick(&Verdict::ALL, at) }
        }
        Move::LookUp(at) => Event::LookedUp { entry: pick(&entries(guide), at).clone() },
        Move::Back => Event::Back,
        Move::Note => Event::Noted { text: "客人等着".to_owned() },
        Move::GiveUp => Event::GaveUp,
        Move::Finish => Event::Finished,
    })
}

/// Makes the moves, one a second, and shows the session after each event that was taken.
pub(crate) fn play(
    session: &mut Session,
    moves: &[Move],
    mut after: impl FnMut(&Session, &Session) -> Result<(), TestCaseError>,
) -> Result<(), TestCaseError> {
    for (second, step) in (1..).zip(moves) {
        let before = session.clone();
        if matches!(step, Move::Fill) {
            if !session.fill(time(second)).is_empty() {
                after(&before, session)?;
            }
            continue;
        }
        let Some(event) = event(session, step) else { continue };
        match session.act(event.clone(), time(second)) {
            Ok(()) => after(&before, session)?,
            Err(refusal) => {
                let same = before.state() == session.state()
                    && before.transcript() == session.transcript();
                prop_assert!(same, "{event:?} was refused ({refusal}) and changed something");
            }
        }
    }
    Ok(())
}

/// The answered questions on the path.
pub(crate) fn answered(session: &Session) -> Vec<Id> {
    let state = session.state();
    state.path().iter().filter(|id| state.given(id).is_some()).cloned().collect()
}
