//! Trainees, their attempts and cards, and the trainer's PIN, as the database keeps them.

use crate::{
    store::{Shop, network, time},
    support::{
        attempts::{keep, marked, name, played, start},
        clock,
        trainee::guide,
        zone,
    },
};
use jiff::civil::date;
use proptest::prelude::*;
use rusqlite::Connection;
use std::fs;
use tilldoc::{
    session::Verdict,
    store::{AttemptFilter, Pin, SessionId, Store},
    training::{CardId, CardState, Drill, Grade, Happened, Mode, Terms, TraineeId},
};

const SCENARIO: &str = "roses-at-the-car-door";

fn filter(trainee: TraineeId) -> AttemptFilter {
    AttemptFilter { trainee: Some(trainee), ..AttemptFilter::default() }
}

#[test]
fn what_came_of_an_attempt_is_read_as_it_was_written() {
    let shop = Shop::new();
    let mut store = shop.store();
    let mut kept = Vec::new();
    for (at, right) in [("2026-11-22T15:59:59Z", true), ("2026-11-22T16:00:00Z", false)] {
        let marked = played(SCENARIO, Mode::Exam, right, time(at));
        assert_eq!(marked.passed, right);
        kept.push((keep(&mut store, "李伟", &marked), marked));
    }
    drop(store);
    let store = shop.store();
    let trainee = store.find_trainee(&name("李伟")).expect("read").expect("known");
    let found = store.attempts(&filter(trainee.id)).expect("read");
    assert_eq!(found.len(), 2);
    for (attempt, (id, marked)) in found.iter().zip(&kept) {
        assert_eq!((&attempt.id, &attempt.marked), (id, marked));
        assert_eq!((&attempt.trainee, attempt.language.as_str()), (&trainee, "zh"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]
    #[test]
    fn any_mark_comes_back(all in proptest::collection::vec(marked(), 1..6)) {
        let shop = Shop::new();
        let mut store = shop.store();
        for own in &all {
            keep(&mut store, "Ann", own);
        }
        let mut found: Vec<_> = store.attempts(&AttemptFilter::default()).expect("read");
        found.sort_by_key(|own| own.id);
        let found: Vec<_> = found.into_iter().map(|own| own.marked).collect();
        prop_assert_eq!(found, all);
    }
}

#[test]
fn days_are_those_of_the_shop() {
    let shop = Shop::new();
    let mut store = shop.store();
    // In the shop's zone, eight hours east, two days; both end some minutes after they begin.
    for at in ["2026-11-22T12:00:00Z", "2026-11-22T17:00:00Z"] {
        keep(&mut store, "Ann", &played(SCENARIO, Mode::Exam, true, time(at)));
    }
    let count = |since, until| {
        let filter = AttemptFilter { since, until, ..AttemptFilter::default() };
        store.attempts(&filter).expect("read").len()
    };
    let (first, second) = (date(2026, 11, 22), date(2026, 11, 23));
    assert_eq!(count(None, None), 2);
    assert_eq!((count(Some(first), None), count(Some(second), None)), (2, 1));
    assert_eq!((count(None, Some(first)), count(None, Some(second))), (1, 2));
    assert_eq!((count(Some(second), Some(second)), count(Some(second), Some(first))), (1, 0));
}

#[test]
fn an_attempt_that_was_broken_off_goes_on() {
    let shop = Shop::new();
    let mut store = shop.store();
    let now = clock();
    let mut drill =
        Drill::begin(guide(), SCENARIO, Terms::practice(80.0), 7, now()).expect("a drill");
    let marked = played(SCENARIO, Mode::Practice, true, now());
    let trainee = store.trainee(&name("Ann"), now()).expect("known");
    let other = store.trainee(&name("Bo"), now()).expect("known");
    assert!(store.unfinished_attempt(trainee.id, "pos-terminal").expect("read").is_none());
    let attempt = store.begin_attempt(trainee.id, &start(&marked)).expect("begun");
    let entry = drill.best().entry.clone();
    drill.enter(entry, now()).expect("a way in");
    for (before, happened) in drill.events().iter().enumerate() {
        assert!(store.add_attempt_event(attempt, before, happened).expect("kept"));
    }
    // The program is gone without a word.
    drop(store);
    let mut store = shop.store();
    assert!(store.unfinished_attempt(other.id, "pos-terminal").expect("read").is_none());
    let found =
        store.unfinished_attempt(trainee.id, "pos-terminal").expect("read").expect("there is one");
    assert_eq!((found.open.id, &found.open.start), (attempt, &start(&marked)));
    let events: Vec<Happened> =
        found.events.iter().map(|event| serde_json::from_str(event).expect("an event")).collect();
    assert_eq!(events, drill.events());
    assert_eq!(store.open_attempts(&filter(trainee.id)).expect("read").len(), 1);
    assert!(store.attempts(&filter(trainee.id)).expect("read").is_empty());
    store.finish_attempt(attempt, &marked).expect("finished");
    assert!(store.unfinished_attempt(trainee.id, "pos-terminal").expect("read").is_none());
    // What is finished stays as it is.
    let worse = played(SCENARIO, Mode::Practice, false, now());
    store.finish_attempt(attempt, &worse).expect("nothing to do");
    store.drop_attempt(attempt).expect("nothing to do");
    assert_eq!(store.attempts(&filter(trainee.id)).expect("read")[0].marked, marked);
    let again = store.begin_attempt(trainee.id, &start(&marked)).expect("begun");
    store.drop_attempt(again).expect("dropped");
    assert!(store.unfinished_attempt(trainee.id, "pos-terminal").expect("read").is_none());
}

#[test]
fn one_name_is_one_trainee_however_it_is_written() {
    let shop = Shop::new();
    let mut store = shop.store();
    let at = time("2026-11-23T01:00:00Z");
    let first = store.trainee(&name("Li Wei"), at).expect("known");
    for other in ["li wei", "ＬＩ　ＷＥＩ"] {
        assert_eq!(store.trainee(&name(other), at).expect("known"), first);
    }
    assert_ne!(store.trainee(&name("Li We"), at).expect("known").id, first.id);
    keep(&mut store, "LI WEI", &played(SCENARIO, Mode::Exam, true, at));
    let heads = store.trainees().expect("read");
    let told: Vec<_> = heads.iter().map(|own| (own.trainee.name.as_str(), own.attempts)).collect();
    assert_eq!(told, [("Li We", 0), ("Li Wei", 1)]);
    assert!(heads[0].last.is_none() && heads[1].last.is_some_and(|last| last > at));
}

#[test]
fn forgetting_a_trainee_takes_every_byte() {
    let shop = Shop::new();
    let mut store = shop.store();
    let at = time("2026-11-23T01:00:00Z");
    let mut marked = played(SCENARIO, Mode::Exam, true, at);
    keep(&mut store, "stays here", &marked);
    marked.version = "wvkq螺旋".to_owned();
    for _ in 0..30 {
        keep(&mut store, "qzjx鼹鼠", &marked);
    }
    let trainee = store.find_trainee(&name("qzjx鼹鼠")).expect("read").expect("known");
    let attempt = store.begin_attempt(trainee.id, &start(&marked)).expect("begun");
    store.add_attempt_event(attempt, 0, &"xkcd 8675309").expect("kept");
    let card = CardId("code 51 plmokn".to_owned());
    let state = CardState::graded(None, Grade::Good, at);
    store.set_card(trainee.id, &card, &state).expect("kept");
    let traces: [&[u8]; 6] = [b"qzjx", "鼹鼠".as_bytes(), b"wvkq", b"xkcd", b"8675309", b"plmokn"];
    let there = |bytes: &[u8], trace: &[u8]| bytes.windows(trace.len()).any(|own| own == trace);
    let before = shop.bytes();
    for trace in traces {
        assert!(there(&before, trace), "{trace:?} was never there");
    }
    let forgotten = store.forget_trainee(trainee.id).expect("forgotten");
    assert_eq!((forgotten.attempts, forgotten.wholly), (31, true));
    let after = shop.bytes();
    for trace in traces {
        assert!(!there(&after, trace), "{:?} is left", String::from_utf8_lossy(trace));
    }
    assert!(there(&after, b"stays here"));
    assert_eq!(store.attempts(&AttemptFilter::default()).expect("read").len(), 1);
    // The numbers are not given again.
    let same_name = store.trainee(&name("qzjx鼹鼠"), at).expect("known");
    assert!(same_name.id > trainee.id);
    assert!(store.cards(same_name.id).expect("read").is_empty());
    assert!(store.begin_attempt(same_name.id, &start(&marked)).expect("begun") > attempt);
}

#[test]
fn cards_are_remembered_by_trainee() {
    let shop = Shop::new();
    let mut store = shop.store();
    let at = time("2026-11-23T01:00:00Z");
    let (ann, bo) = (
        store.trainee(&name("Ann"), at).expect("known").id,
        store.trainee(&name("Bo"), at).expect("known").id,
    );
    let card = CardId("code 51 unionpay".to_owned());
    let first = CardState::graded(None, Grade::Again, at);
    let second = CardState::graded(Some(&first), Grade::Good, first.due);
    store.set_card(ann, &card, &first).expect("kept");
    store.set_card(ann, &card, &second).expect("kept");
    assert_eq!(store.cards(ann).expect("read"), [(card, second)].into());
    assert!(store.cards(bo).expect("read").is_empty());
}

#[test]
fn only_the_right_pin_is_right() {
    let shop = Shop::new();
    let mut store = shop.store();
    let pin = |typed: &str| Pin::parse(typed).expect("a PIN");
    assert!(!store.has_pin().expect("read"));
    assert!(store.is_pin(&pin("0000")).expect("read"), "without a PIN any is right");
    store.set_pin(Some(&pin("2468 ab"))).expect("set");
    drop(store);
    let mut store = shop.store();
    assert!(store.has_pin().expect("read"));
    for (typed, right) in
        [("2468 ab", true), (" ２４６８ ab\n", true), ("2468 aB", false), ("2468", false)]
    {
        assert_eq!(store.is_pin(&pin(typed)).expect("read"), right, "{typed}");
    }
    let bytes = shop.bytes();
    let there = |trace: &[u8]| bytes.windows(trace.len()).any(|own| own == trace);
    assert!(there(b"$argon2id$v=19$m=65536,t=3,p=4$") && !there(b"2468"));
    // The same PIN twice has two hashes: each has a salt of its own.
    let hash = || -> String {
        let db = Connection::open(shop.place().database()).expect("opens");
        db.query_row("SELECT pin FROM trainer", [], |row| row.get(0)).expect("a hash")
    };
    let first = hash();
    store.set_pin(Some(&pin("2468 ab"))).expect("set");
    assert_ne!(hash(), first);
    store.set_pin(None).expect("taken away");
    assert!(!store.has_pin().expect("read"));
    for (typed, fits) in [("123", false), ("１２３４", true), ("", false)] {
        assert_eq!(Pin::parse(typed).is_ok(), fits, "{typed}");
    }
    assert!(Pin::parse(&"7".repeat(65)).is_err());
    assert_eq!(format!("{:?}", pin("2468")), "Pin");
}

/// Makes a database what one of version 2 was.
fn to_version_2(shop: &Shop) {
    let db = Connection::open(shop.place().database()).expect("opens");
    let back = "DROP TABLE attempt_events; DROP TABLE attempts; DROP TABLE cards;
        DROP TABLE trainees; DROP TABLE trainer; PRAGMA user_version = 2;";
    db.execute_batch(back).expect("done");
}

#[test]
fn an_older_database_goes_on_with_all_that_is_in_it() {
    let shop = Shop::new();
    let at = time("2026-11-23T01:00:00Z");
    let session = network(at, 3, "stays here", Verdict::Worked);
    shop.keep(&[&session]);
    to_version_2(&shop);
    // Where it may only be read, nobody has been trained yet.
    let old = Store::view(&shop.place(), &zone()).expect("can be read");
    assert_eq!(old.count().expect("read"), 1);
    assert!(!old.has_pin().expect("read"));
    assert!(old.trainees().expect("read").is_empty());
    assert!(old.find_trainee(&name("Ann")).expect("read").is_none());
    assert!(old.attempts(&AttemptFilter::default()).expect("read").is_empty());
    assert!(old.open_attempts(&AttemptFilter::default()).expect("read").is_empty());
    assert!(old.unfinished_attempt(TraineeId(1), "pos-terminal").expect("read").is_none());
    assert!(old.cards(TraineeId(1)).expect("read").is_empty());
    drop(old);
    let mut store = shop.store();
    let stored = store.session(SessionId(1)).expect("read").expect("it is there");
    assert_eq!(stored.transcript, session.transcript());
    keep(&mut store, "Ann", &played(SCENARIO, Mode::Exam, true, at));
    assert_eq!(store.attempts(&AttemptFilter::default()).expect("read").len(), 1);
}

#[test]
fn a_damaged_database_keeps_what_can_be_read_of_training() {
    let shop = Shop::new();
    let at = time("2026-11-23T01:00:00Z");
    let mut store = shop.store();
    for trainee in ["Ann", "Bo"] {
        keep(&mut store, trainee, &played(SCENARIO, Mode::Exam, true, at));
    }
    let ann = store.find_trainee(&name("Ann")).expect("read").expect("known").id;
    let card = CardId("code 51 unionpay".to_owned());
    store.set_card(ann, &card, &CardState::graded(None, Grade::Easy, at)).expect("kept");
    store.set_pin(Some(&Pin::parse("2468").expect("a PIN"))).expect("set");
    drop(store);
    let path = shop.place().database();
    let mut bytes = fs::read(&path).expect("there");
    // Something that no table is read from: the list of free pages.
    bytes[36..40].copy_from_slice(&u32::MAX.to_be_bytes());
    bytes[32..36].copy_from_slice(&7_u32.to_be_bytes());
    fs::write(&path, &bytes).expect("written");
    let (store, mended) = Store::mend(&shop.place(), &zone(), at).expect("goes on");
    assert!(mended.is_some(), "it was damaged");
    let found = store.attempts(&AttemptFilter::default()).expect("read");
    let names: Vec<_> = found.iter().map(|own| own.trainee.name.as_str()).collect();
    assert_eq!(names, ["Ann", "Bo"]);
    assert_eq!(store.cards(ann).expect("read").len(), 1);
    assert!(!store.is_pin(&Pin::parse("1357").expect("a PIN")).expect("read"));
    assert!(store.is_pin(&Pin::parse("2468").expect("a PIN")).expect("read"));
}
