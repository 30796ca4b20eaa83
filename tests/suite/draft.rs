//! A scenario made from a recorded session: what it takes, and what it must not.

use crate::support::{
    clock, sample,
    trainee::{Flaws, guide, play},
};
use std::collections::BTreeSet;
use tilldoc::{
    guide::{
        Amount, BestPath, Entry, Finding, Id, Kind, Miss, Move, Response, SourceFile,
        builtin_advice, builtin_scenarios, builtin_sources, check, fmt, read,
    },
    profile::TerminalNumber,
    session::{Event, Session, Verdict},
    texts::Texts,
    training::{Terms, Unteachable, draft_id, from_session},
};

/// The built-in guide with a draft in it.
fn with(draft: String) -> Vec<SourceFile> {
    let mut files = builtin_sources();
    files.extend(builtin_scenarios());
    files.push(builtin_advice());
    files.push(SourceFile::new("scenarios/draft.toml", draft));
    files
}

#[test]
fn a_draft_leads_where_its_session_led() {
    let guide = guide();
    for tag in ["zh", "en"] {
        let texts = Texts::new(tag);
        let mut all = String::new();
        for (at, scenario) in guide.scenarios.iter().enumerate() {
            let drill = play(scenario, Terms::practice(80.0), &Flaws::default());
            let session = drill.session().expect("it was played");
            let draft = from_session(session, &format!("draft-{at}"), &texts);
            let draft = draft.expect("a remedy worked");
            assert_eq!(fmt(&draft, &guide.languages).as_deref(), Ok(draft.as_str()), "laid out");
            all += &draft;
        }
        let read = read(&with(all)).guide;
        for (at, scenario) in guide.scenarios.iter().enumerate() {
            let own = read.scenario(&format!("draft-{at}")).expect("it can be read");
            let (own, old) = (own.play(&read), scenario.play(&guide));
            let (own, old) = (own.expect("it can be played"), old.expect("it can be played"));
            let nodes = |path: &BestPath| -> Vec<Id> {
                path.stops.iter().map(|stop| stop.node.clone()).collect()
            };
            assert_eq!(nodes(&own), nodes(&old), "{}", scenario.id);
            assert_eq!((own.remedy, own.entry), (old.remedy, old.entry));
        }
    }
}

/// What is found in the last file.
fn found(files: &[SourceFile]) -> Vec<Finding> {
    let last = files.len() - 1;
    check(files).findings.into_iter().filter(|own| own.place.file as usize == last).collect()
}

#[test]
fn checking_a_draft_names_what_is_to_be_written_and_nothing_else() {
    let guide = guide();
    // One by a message, one of two faults, one that asks for several ticks.
    for id in ["the-taxi-outside", "grandpas-salary-card", "two-texts-one-melon"] {
        let scenario = guide.scenario(id).expect("it is there");
        let drill = play(scenario, Terms::practice(80.0), &Flaws::default());
        let session = drill.session().expect("it was played");
        let draft = from_session(session, "draft", &Texts::new("en")).expect("a remedy worked");
        let tables = draft.matches("[[").count();
        let findings = found(&with(draft));
        let rules: BTreeSet<&str> = findings.iter().map(|own| own.rule).collect();
        assert_eq!(rules, BTreeSet::from(["unwritten-text"]), "{id}");
        assert_eq!(findings.len(), tables, "{id}: each table has something to be written");
        let told = findings[0].message(&Texts::new("en"));
        assert_eq!(told, "still to be written: title, setting, customer, screen");
    }
}

/// A session that came to a remedy by these answers, with all else that sessions may hold.
fn eventful(answers: &[(&str, Response)]) -> Session {
    let now = clock();
    let entry = Entry::Symptom("declined".into());
    let mut session = Session::start(sample(), entry, now()).expect("a way in");
    let number = TerminalNumber::parse("87654321").expect("a number");
    session.act(Event::Terminal { number: Some(number) }, now()).expect("it may be told");
    session.note("Frau Meier, 138 0013 8000", now()).expect("a note");
    for (question, response) in answers {
        let (question, response) = ((*question).into(), response.clone());
        session.act(Event::Answered { question, response }, now()).expect("it fits");
    }
    let remedy = session.remedy().expect("at a remedy").id.clone();
    session.act(Event::Tried { remedy, verdict: Verdict::Worked }, now()).expect("at hand");
    session
}

#[test]
fn nothing_of_the_people_and_the_shop_is_in_it() {
    let unsure = ("card.code", Response::Answer("unsure".into()));
    let amount = Response::Amount(Amount::parse("1234.56").expect("an amount"));
    let unlisted = ("card.code", Response::UnlistedCode("QX7".to_owned()));
    for (answers, written) in [
        (vec![unlisted], "answer = \"other\""),
        (vec![unsure, ("card.sum", amount)], "answer = \"large\""),
    ] {
        let session = eventful(&answers);
        let draft = from_session(&session, "draft", &Texts::new("en")).expect("it worked");
        for word in ["Meier", "138", "1234", "QX7", "2026", "13:4", "8765"] {
            assert!(!draft.contains(word), "{word}\n{draft}");
        }
        assert!(draft.contains("symptom = \"declined\"") && draft.contains(written), "{draft}");
    }
}

#[test]
fn what_is_typed_becomes_the_answer_that_it_comes_to() {
    let guide = guide();
    // A scenario whose way asks for an amount, one for a code, one for ticks.
    let asks = |kind: Kind| {
        guide.scenarios.iter().find(|own| {
            let path = own.play(&guide).expect("it can be played");
            path.stops
                .iter()
                .any(|stop| guide.question(&stop.node).is_some_and(|own| own.kind == kind))
        })
    };
    for kind in [Kind::Amount, Kind::Code, Kind::Ticks] {
        let Some(scenario) = asks(kind) else { continue };
        let drill = play(scenario, Terms::practice(80.0), &Flaws::default());
        let session = drill.session().expect("it was played");
        let draft = from_session(session, "draft", &Texts::new("zh")).expect("a remedy worked");
        let read = read(&with(draft.clone()));
        assert!(read.guide.scenario("draft").is_some(), "{kind:?}\n{draft}");
        let typed = session.transcript().iter().filter_map(|own| match &own.event {
            Event::Answered { response: Response::Amount(amount), .. } => Some(amount.to_string()),
            _ => None,
        });
        for amount in typed {
            assert!(!draft.contains(&format!("answer = \"{amount}\"")), "{draft}");
        }
    }
}

#[test]
fn where_there_is_nothing_to_teach_it_is_said_why() {
    let (guide, now) = (guide(), clock());
    let begin = |entry: Entry| Session::start(guide.clone(), entry, now()).expect("a way in");
    let texts = Texts::new("en");
    let session = begin(Entry::Symptom("charged-twice".into()));
    assert_eq!(from_session(&session, "draft", &texts), Err(Unteachable::NoRemedy));
    let called = guide.call.is_some().then(|| begin(Entry::Call));
    if let Some(mut session) = called {
        let remedy: Id = session.remedy().expect("at the call").id.clone();
        let tried = Event::Tried { remedy, verdict: Verdict::Worked };
        session.act(tried, now()).expect("it is at hand");
        assert_eq!(from_session(&session, "draft", &texts), Err(Unteachable::WayIn));
    }
    let reasons = [
        Unteachable::NoRemedy,
        Unteachable::NoQuestion,
        Unteachable::WayIn,
        Unteachable::Misses(Miss::NoWayIn),
    ];
    let said: BTreeSet<String> = reasons.iter().map(|own| own.words(&texts)).collect();
    assert_eq!(said.len(), reasons.len(), "each in its own words");
    let id = draft_id(&guide);
    assert!(guide.scenario(&id).is_none());
}

#[test]
fn it_begins_where_something_was_looked_up_on_the_way() {
    let (guide, now) = (guide(), clock());
    let scenario = guide.scenario("two-texts-one-melon").expect("it is there");
    let best = scenario.play(&guide).expect("it can be played");
    let mut session = Session::start(guide.clone(), Entry::Symptom("card-unread".into()), now())
        .expect("a way in");
    session.act(Event::LookedUp { entry: best.entry.clone() }, now()).expect("it leads on");
    for stop in &best.stops {
        let Move::Answer(response) = stop.does.clone() else { panic!("an answer") };
        session.answer(response, now()).expect("it fits");
    }
    let tried = Event::Tried { remedy: best.remedy.clone(), verdict: Verdict::Worked };
    session.act(tried, now()).expect("it is at hand");
    let draft = from_session(&session, "draft", &Texts::new("en")).expect("a remedy worked");
    assert!(
        draft.contains("symptom = \"charged-twice\"") && !draft.contains("card-unread"),
        "{draft}"
    );
    assert_eq!(draft.matches("[[scenario.fact]]").count(), 1, "{draft}");
}
