//! Session codes: short, and the same session comes out of them again.

use crate::{
    support::moves::{BUILTIN, SMALL, begun, entries, fitting, moves, play, time},
    support::sample,
};
use proptest::prelude::*;
use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};
use tilldoc::{
    guide::{Guide, Id, Response, SourceFile, read},
    session::{CodeError, Entry, Event, Place, Session, SessionCode, Verdict},
    texts::Texts,
};

/// What a code keeps of a response: an amount becomes the answer that it stood for.
fn kept(guide: &Guide, question: &Id, response: &Response) -> Response {
    let question = guide.question(question).expect("it was asked");
    match response {
        Response::Amount(_) => {
            let answer = question.route(guide, response).and_then(|route| route.answer);
            Response::Answer(answer.expect("an answer decides").id.clone())
        }
        Response::UnlistedCode(typed) if typed.len() > 4 => panic!("{typed}"),
        other => other.clone(),
    }
}

/// All that a code must bring back.
#[derive(Debug, PartialEq)]
struct Seen {
    place: String,
    position: usize,
    path: Vec<Id>,
    answers: BTreeMap<Id, Response>,
    verdicts: BTreeMap<Id, Verdict>,
    ticks: Vec<(Id, Id)>,
    looked_up: BTreeMap<Id, Entry>,
}

fn seen(session: &Session) -> Seen {
    let (guide, state) = (session.guide(), session.state());
    let path = state.path().to_vec();
    // What was looked up and leads back by now leads nowhere, and is let go.
    let leads_on = |at: usize, entry: &Entry| {
        let target = guide.way_in(entry).expect("it leads somewhere");
        !path[..=at].contains(&target.id)
    };
    let looked = |at: usize| state.looked_up(&path[at]).cloned();
    let looked_up: BTreeMap<_, _> = (0..path.len())
        .filter_map(|at| Some((path[at].clone(), looked(at).filter(|own| leads_on(at, own))?)))
        .collect();
    let answers = path
        .iter()
        .filter_map(|id| Some((id.clone(), kept(guide, id, &state.given(id)?.response))));
    let verdicts = path.iter().filter_map(|id| Some((id.clone(), state.verdict(id)?)));
    // So is a verdict that something looked up has taken the place of.
    let verdicts = verdicts.filter(|(id, _)| state.looked_up(id).is_none());
    let actions = |id: &Id| {
        let actions = guide.remedy(id).map_or(&[][..], |remedy| &remedy.actions);
        let ticked = actions.iter().filter(|action| state.ticked(id, &action.id));
        ticked.map(|action| (id.clone(), action.id.clone())).collect::<Vec<_>>()
    };
    let place = match session.place() {
        Place::Question(question) => question.id.to_string(),
        Place::Remedy(remedy) => remedy.id.to_string(),
        Place::End(outcome) => format!("{outcome:?}"),
    };
    Seen {
        place,
        position: state.position(),
        answers: answers.collect(),
        verdicts: verdicts.collect(),
        ticks: path.iter().flat_map(actions).collect(),
        looked_up,
        path: path.clone(),
    }
}

/// The session behind a session's code, which must be the same.
#[track_caller]
fn round_trip(session: &Session) -> (SessionCode, Session) {
    let code = SessionCode::of(session);
    let typed = SessionCode::parse(&code.to_string());
    assert_eq!(typed.as_ref(), Ok(&code));
    let again = code.open(session.guide(), time(0));
    let again =
        again.unwrap_or_else(|error| panic!("{code}: {error}: {:#?}", session.transcript()));
    assert_eq!(SessionCode::of(&again), code);
    (code, again)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn whatever_happened_its_code_leads_to_the_same_place(
        mut session in begun(),
        moves in moves(),
    ) {
        play(&mut session, &moves, |_, after| {
            let (_, again) = round_trip(after);
            let same = seen(&again) == seen(after);
            prop_assert!(same, "{:#?}\n{:#?}\n{:#?}", seen(after), seen(&again), after.transcript());
            Ok(())
        })?;
    }
}

/// A remedy that failed, from which something looked up led to a code that leads to it: it is to be
/// tried again.
#[test]
fn a_remedy_to_which_a_look_up_led_back_is_at_hand_again() {
    let mut session =
        Session::start(Arc::clone(&SMALL), Entry::Symptom("no-network".into()), time(0))
            .expect("it starts");
    let code = || Entry::Code { code: "79".into(), scheme: "visa".into() };
    let mut act = |event: Event| session.act(event, time(1)).expect("it is at hand");
    let answered = |question: &str, answer: &str| Event::Answered {
        question: question.into(),
        response: Response::Answer(answer.into()),
    };
    act(answered("network.first", "yes"));
    act(answered("network.signal", "many"));
    act(answered("limits.amount", "large"));
    act(Event::Tried { remedy: "remedy.limit".into(), verdict: Verdict::Failed });
    act(Event::LookedUp { entry: code() });
    act(Event::LookedUp { entry: Entry::Symptom("code-shown".into()) });
    let response = Response::Code { code: "79".into(), scheme: "visa".into() };
    act(Event::Answered { question: "code.ask".into(), response });
    let response = Response::Answer("small".into());
    act(Event::Changed { question: "limits.amount".into(), response });
    assert_eq!(seen(&session).place, "remedy.limit");
    assert_eq!(seen(&round_trip(&session).1), seen(&session));
}

fn symptoms() -> Vec<Entry> {
    entries(&BUILTIN).into_iter().filter(|own| matches!(own, Entry::Symptom(_))).collect()
}

/// The answers by which a path can be longer than usual: codes that the guide does not list, and
/// several ticks.
fn unusual(response: &Response) -> bool {
    matches!(response, Response::UnlistedCode(_) | Response::Ticks(_))
}

/// Goes every way on from a session's question to the first remedies, and looks at each place.
fn every_way(session: &Session, usual: bool, look: &mut impl FnMut(&Session, bool)) {
    look(session, usual);
    let Place::Question(question) = session.place() else { return };
    for response in fitting(session.guide(), question) {
        let usual = usual && !unusual(&response);
        let mut next = session.clone();
        next.answer(response, time(1)).expect("it fits");
        every_way(&next, usual, look);
    }
}

/// A remedy with all its actions ticked, and each verdict.
fn ticked_and_tried(session: &Session) -> Vec<Session> {
    let Place::Remedy(remedy) = session.place() else { return Vec::new() };
    let mut ticked = session.clone();
    for action in &remedy.actions {
        let (remedy, action) = (remedy.id.clone(), action.id.clone());
        ticked.act(Event::Ticked { remedy, action, done: true }, time(2)).expect("it is there");
    }
    let tried = Verdict::ALL.into_iter().map(|verdict| {
        let mut tried = ticked.clone();
        let remedy = remedy.id.clone();
        tried.act(Event::Tried { remedy, verdict }, time(3)).expect("it is at hand");
        tried
    });
    tried.collect()
}

#[test]
fn every_path_of_the_guide_to_its_first_remedy_comes_out_of_its_code_again() {
    let places = AtomicUsize::new(0);
    let look = |entries: &[Entry]| {
        for entry in entries {
            let session = Session::start(Arc::clone(&BUILTIN), entry.clone(), time(0));
            every_way(&session.expect("it starts"), true, &mut |session, _| {
                let (code, again) = round_trip(session);
                assert_eq!(seen(&again), seen(session), "{code}");
                places.fetch_add(1, Ordering::Relaxed);
            });
        }
    };
    let symptoms = symptoms();
    let (some, others) = symptoms.split_at(symptoms.len() / 2);
    thread::scope(|scope| {
        scope.spawn(|| look(some));
        look(others);
    });
    let places = places.into_inner();
    assert!(places > 20_000, "only {places} places");
}

/// A session of the sample guide: two answers and a remedy with one of its two actions ticked.
fn short() -> Session {
    let mut session = Session::start(sample(), Entry::Symptom("blank-screen".into()), time(0))
        .expect("it starts");
    for (question, answer) in [("power.light", "yes"), ("network.online", "no")] {
        let (question, response) = (question.into(), Response::Answer(answer.into()));
        session.act(Event::Answered { question, response }, time(1)).expect("it fits");
    }
    let ticked =
        Event::Ticked { remedy: "remedy.router".into(), action: "plug".into(), done: true };
    session.act(ticked, time(2)).expect("it is there");
    session
}

#[test]
fn a_code_of_another_guide_says_which() {
    let code = SessionCode::of(&short());
    let error = code.open(&SMALL, time(0)).expect_err("another guide");
    let ours = SessionCode::of(
        &Session::start(Arc::clone(&SMALL), Entry::CheckEverything, time(0)).expect("starts"),
    )
    .to_string();
    let CodeError::OtherGuide { theirs, ours: named } = &error else { panic!("{error}") };
    assert!(code.to_string().starts_with(theirs.as_str()) && ours.starts_with(named.as_str()));
    for tag in ["zh", "en"] {
        let text = error.message(&Texts::new(tag), &SMALL);
        for part in [theirs.as_str(), named, &SMALL.id, &SMALL.version] {
            assert!(text.contains(part), "{text}");
        }
    }
    let newer = include_str!("support/sample.toml").replacen("2026.11", "2027.01", 1);
    let newer = read(&[SourceFile::new("guide.toml", newer)]).into_guide().expect("a guide");
    let error = code.open(&Arc::new(newer), time(0)).expect_err("another version");
    assert!(matches!(error, CodeError::OtherGuide { .. }), "{error}");
}

proptest! {
    #[test]
    fn a_wrong_character_or_two_neighbours_that_changed_places_open_nothing(
        mut session in begun(),
        moves in moves(),
        at in 0_usize..60,
        to in 0_u32..36,
    ) {
        play(&mut session, &moves, |_, _| Ok(()))?;
        let code = SessionCode::of(&session).to_string();
        let characters: Vec<char> = code.chars().filter(|c| *c != '-').collect();
        let at = at % (characters.len() - 1);
        let to = char::from_digit(to, 36).expect("a digit").to_ascii_uppercase();
        let same = |a: char, b: char| {
            let plain = |c| match c { 'O' => '0', 'I' | 'L' => '1', c => c };
            plain(a) == plain(b)
        };
        let mut wrong = characters.clone();
        wrong[at] = to;
        if !same(characters[at], to) {
            let wrong: String = wrong.iter().collect();
            prop_assert!(SessionCode::parse(&wrong).is_err(), "{code} {wrong}");
        }
        let mut swapped = characters.clone();
        swapped.swap(at, at + 1);
        if swapped != characters {
            let swapped: String = swapped.iter().collect();
            prop_assert!(SessionCode::parse(&swapped).is_err(), "{code} {swapped}");
        }
    }

    /// Whatever somebody makes up with the right check characters: it is refused, or it leads to a
    /// session that has just this code.
    #[test]
    fn what_nobody_made_is_refused_or_is_a_session(payload in prop::collection::vec(0_usize..32, 0..24)) {
        let alphabet: Vec<char> = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars().collect();
        let guide = &BUILTIN;
        let start = Session::start(Arc::clone(guide), Entry::CheckEverything, time(0));
        let own: String = SessionCode::of(&start.expect("starts")).to_string().chars().take(4).collect();
        let body: String = payload.iter().map(|at| alphabet[*at]).collect();
        // The check characters are found by trying.
        let found = alphabet.iter().flat_map(|a| alphabet.iter().map(move |b| (*a, *b))).find_map(|(a, b)| {
            SessionCode::parse(&format!("{own}{body}{a}{b}")).ok()
        });
        let code = found.expect("there are check characters for anything");
        match code.open(guide, time(0)) {
            Ok(session) => prop_assert_eq!(SessionCode::of(&session), code),
            Err(error) => prop_assert_eq!(error, CodeError::NoSession),
        }
    }
}

#[test]
fn a_usual_path_has_at_most_12_characters() {
    let mut lengths = Vec::new();
    for entry in symptoms() {
        let session = Session::start(Arc::clone(&BUILTIN), entry, time(0)).expect("it starts");
        every_way(&session, true, &mut |session, usual| {
            if usual && session.answered() <= 5 {
                for session in ticked_and_tried(session) {
                    let code = SessionCode::of(&session).to_string().replace('-', "");
                    assert!(code.len() <= 12, "{code}: {:#?}", session.transcript());
                    lengths.push(code.len());
                }
            }
        });
    }
    lengths.sort_unstable();
    assert!(lengths.len() > 10_000, "only {} sessions", lengths.len());
    let (median, longest) = (lengths[lengths.len() / 2], lengths[lengths.len() - 1]);
    assert!(median <= 11, "median {median}, longest {longest}");
}
