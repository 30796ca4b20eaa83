//! The journal: never waits, keeps in order, works beside another one, and loses nothing that it
//! said was kept.

use crate::{
    store::{Shop, network, time},
    support::{program::start, stage, zone},
};
use jiff::Timestamp;
use rusqlite::Connection;
use std::{
    fs,
    io::{BufRead, BufReader, Write},
    path::Path,
    sync::mpsc::{Receiver, channel},
    thread,
    time::{Duration, Instant},
};
use tilldoc::{
    guide::{Id, Response},
    session::{CardData, Entry, Session, Verdict},
    store::{Filter, Handle, Journal, Place, Report, SessionId, Store, StoreError},
};

/// How long anything may take before a test gives up: far beyond what it needs.
const PATIENCE: Duration = Duration::from_secs(30);

/// A journal, and what it reports.
pub(crate) fn journal(place: Result<Place, StoreError>) -> (Journal, Receiver<Report>) {
    let (sender, reports) = channel();
    let report = move |report| {
        let _ = sender.send(report);
    };
    (Journal::start(place, zone(), time("2026-11-23T09:41:00Z"), report), reports)
}

/// The next report.
#[track_caller]
pub(crate) fn next(reports: &Receiver<Report>) -> Report {
    reports.recv_timeout(PATIENCE).expect("it reports")
}

/// Waits until that many events are kept, and gives the number of the session.
#[track_caller]
pub(crate) fn kept(reports: &Receiver<Report>, count: usize) -> SessionId {
    loop {
        match next(reports) {
            Report::Kept { session, events, .. } if events == count => return session,
            Report::Kept { .. }
            | Report::Well
            | Report::Mended(_)
            | Report::Found(_)
            // Another one was faster, on a machine that has much to do: it is tried again.
            | Report::Trouble(StoreError::Locked(_) | StoreError::Slow(_)) => {}
            Report::Trouble(error) => panic!("{error}"),
        }
    }
}

pub(crate) fn begun() -> Session {
    let entry = Entry::Symptom(Id::from("no-network"));
    let start = time("2026-11-23T09:41:00Z");
    Session::start(stage::small_guide(), entry, start).expect("begins")
}

pub(crate) fn note(session: &mut Session, text: &str) {
    session.note(text, time("2026-11-23T09:42:00Z")).expect("fits");
}

/// What a database has of a session.
pub(crate) fn stored(place: &Place, number: SessionId) -> Vec<tilldoc::session::Recorded> {
    let store = Store::open(place, &zone()).expect("opens");
    store.session(number).expect("read").expect("there").transcript
}

#[test]
fn every_event_is_reported_in_order_under_one_number() {
    let shop = Shop::new();
    let (mut journal, reports) = journal(Ok(shop.place()));
    let whole = network(time("2026-11-23T09:41:00Z"), 3, "note", Verdict::Worked);
    let (first, rest) = whole.transcript().split_first().expect("it has events");
    let mut session = Session::replay(stage::small_guide(), vec![first.clone()]).expect("replays");
    let handle = journal.begin(&session, Some("1"));
    for recorded in rest {
        session.act(recorded.event.clone(), recorded.at).expect("fits");
        journal.record(handle, &session);
    }
    for count in 1..=whole.transcript().len() {
        match next(&reports) {
            Report::Kept { handle: own, session, events } => {
                assert_eq!((own, session, events), (handle, SessionId(1), count));
                let there = stored(&shop.place(), session);
                assert!(there.len() >= count, "reported before it was kept");
            }
            other => panic!("{other:?}"),
        }
    }
    assert!(journal.flush(PATIENCE));
    drop(journal);
    assert_eq!(stored(&shop.place(), SessionId(1)), whole.transcript());
}

#[test]
fn recording_waits_for_nothing() {
    let shop = Shop::new();
    drop(shop.store());
    let other = Connection::open(shop.place().database()).expect("opens");
    other.execute_batch("BEGIN EXCLUSIVE").expect("it is held");
    let (mut journal, reports) = journal(Ok(shop.place()));
    let mut session = begun();
    let start = Instant::now();
    let handle = journal.begin(&session, None);
    for number in 0..200 {
        note(&mut session, &format!("note {number}"));
        journal.record(handle, &session);
    }
    assert!(start.elapsed() < Duration::from_millis(900), "{:?}", start.elapsed());
    let trouble = next(&reports);
    assert!(matches!(trouble, Report::Trouble(StoreError::Locked(_))), "{trouble:?}");
    assert!(!journal.flush(PATIENCE));
    other.execute_batch("ROLLBACK").expect("it is let go");
    let number = kept(&reports, 201);
    // What came after the trouble is kept as well, and then all is well.
    assert!(journal.flush(PATIENCE));
    drop(journal);
    assert_eq!(stored(&shop.place(), number), session.transcript());
    assert!(reports.try_iter().any(|report| matches!(report, Report::Well)));
}

#[test]
fn dropping_it_keeps_what_is_on_the_way() {
    let shop = Shop::new();
    let (mut journal, _reports) = journal(Ok(shop.place()));
    let mut session = begun();
    let handle = journal.begin(&session, None);
    for number in 0..50 {
        note(&mut session, &format!("note {number}"));
        journal.record(handle, &session);
    }
    drop(journal);
    assert_eq!(stored(&shop.place(), SessionId(1)), session.transcript());
}

#[test]
fn two_programs_at_once_keep_everything() {
    let shop = Shop::new();
    let sessions: Vec<Session> = (0..4)
        .map(|writer| {
            let mut session = begun();
            (0..25).for_each(|number| note(&mut session, &format!("{writer} says {number}")));
            session
        })
        .collect();
    // All four make the database at the same moment.
    let threads = sessions.iter().map(|whole| {
        let (place, whole) = (shop.place(), whole.clone());
        thread::spawn(move || {
            let (mut journal, reports) = journal(Ok(place));
            let mut session = begun();
            let handle = journal.begin(&session, None);
            for recorded in &whole.transcript()[1..] {
                session.act(recorded.event.clone(), recorded.at).expect("fits");
                journal.record(handle, &session);
            }
            let number = kept(&reports, whole.transcript().len());
            (number, session)
        })
    });
    let threads: Vec<_> = threads.collect();
    let mut numbers = Vec::new();
    for thread in threads {
        let (number, session) = thread.join().expect("it keeps");
        assert_eq!(stored(&shop.place(), number), session.transcript());
        numbers.push(number);
    }
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), 4);
}

#[test]
fn two_that_go_on_with_one_session_both_keep_theirs() {
    let shop = Shop::new();
    let first = begun();
    shop.keep(&[&first]);
    let (mut here, mut there) = (first.clone(), first.clone());
    let (mut one, reports) = journal(Ok(shop.place()));
    let (mut other, other_reports) = journal(Ok(shop.place()));
    let (handle, other_handle) =
        (one.go_on(&first, SessionId(1)), other.go_on(&first, SessionId(1)));
    note(&mut here, "here");
    one.record(handle, &here);
    assert_eq!(kept(&reports, 2), SessionId(1));
    note(&mut there, "there");
    other.record(other_handle, &there);
    let number = kept(&other_reports, 2);
    note(&mut here, "here again");
    one.record(handle, &here);
    let again = kept(&reports, 3);
    drop((one, other));
    let both = [stored(&shop.place(), number), stored(&shop.place(), again)];
    let has = |text: &str| both.iter().flatten().any(|own| format!("{own:?}").contains(text));
    assert!(has("\"here\"") && has("\"there\"") && has("here again"), "{both:?}");
    assert_eq!(both[1], here.transcript());
}

#[test]
fn a_terminal_can_be_named_later() {
    let shop = Shop::new();
    let (mut journal, reports) = journal(Ok(shop.place()));
    let mut session = begun();
    let handle: Handle = journal.begin(&session, None);
    journal.set_terminal(handle, "till 4111111111111111");
    session.answer(Response::Answer(Id::from("no")), Timestamp::UNIX_EPOCH).expect("fits");
    journal.record(handle, &session);
    kept(&reports, 2);
    drop(journal);
    let page = shop.store().page(&Filter::default(), None, 9).expect("read");
    let terminal = page.heads[0].terminal.as_ref().map(|own| own.name.as_str());
    assert_eq!(terminal, Some("till 411111******1111"));
}

/// What the wizard says of a note.
const KEPT: &str = "The note is kept.";

/// Lines for the wizard: sessions one after the other, with numbered notes.
fn script(first: usize) -> String {
    let session = |at: usize| format!("1\n2\nn note {at} here\nt 1\n1\ns\n");
    (first..first + 60).map(session).collect()
}

/// Runs the program, kills it a while after it has shown so many notes as kept, and gives all that it
/// had printed. A while alone would be too short for some computers to begin.
fn killed(folder: &Path, script: &str, notes: usize, after: Duration) -> String {
    let guide = format!("{}/tests/guides/small", env!("CARGO_MANIFEST_DIR"));
    let arguments = ["--lang", "en", "--guide", &guide, "plain"];
    let mut child = start(folder, &arguments, &[("TILLDOC_DATA", folder)]);
    let mut keyboard = child.stdin.take().expect("it has an input");
    let mut screen = BufReader::new(child.stdout.take().expect("it has an output"));
    let text = script.to_owned();
    let typing = thread::spawn(move || {
        let _ = keyboard.write_all(text.as_bytes());
        keyboard
    });
    let (show, shown) = channel();
    let reading = thread::spawn(move || {
        let (mut text, mut line) = (Vec::new(), Vec::new());
        while matches!(screen.read_until(b'\n', &mut line), Ok(1..)) {
            if line.starts_with(KEPT.as_bytes()) {
                let _ = show.send(());
            }
            text.append(&mut line);
        }
        text
    });
    for _ in 0..notes {
        shown.recv_timeout(PATIENCE).expect("a note is kept");
    }
    thread::sleep(after);
    child.kill().expect("it is killed");
    child.wait().expect("it ends");
    drop(typing.join());
    String::from_utf8_lossy(&reading.join().expect("read")).into_owned()
}

/// The notes that were shown as kept.
pub(crate) fn shown(screen: &str) -> Vec<&str> {
    let mut notes = Vec::new();
    for turn in screen.split("\n> ") {
        let (typed, answer) = turn.split_once('\n').unwrap_or_default();
        if answer.contains(KEPT) && !answer.contains("[Not kept") {
            notes.extend(typed.strip_prefix("n "));
        }
    }
    notes
}

fn kill_at_random(runs: usize) {
    let shop = Shop::new();
    let mut random = 1_u64;
    let mut notes = 0;
    for run in 0..runs {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let after = Duration::from_millis(20 + (random >> 33) % 400);
        // Every fourth while it begins, whatever it has come to.
        let screen = killed(shop.folder.path(), &script(run * 1_000), run % 4, after);
        assert!(!screen.contains("[Not kept"), "{screen}");
        let shown = shown(&screen);
        notes += shown.len();
        if !shop.place().database().exists() {
            assert!(shown.is_empty());
            continue;
        }
        let store = shop.store();
        for note in &shown {
            let filter = Filter { search: (*note).to_owned(), ..Filter::default() };
            // "note 1" finds "note 10" to "note 19" as well: all of them.
            let found = store.page(&filter, None, 100).expect("read").heads;
            assert!(found.iter().any(|head| has(&store, head.id, note)), "{note} in run {run}");
        }
        drop(store);
        let db = Connection::open(shop.place().database()).expect("opens");
        let said: String =
            db.query_row("PRAGMA integrity_check", [], |row| row.get(0)).expect("checked");
        assert_eq!(said, "ok", "after run {run}");
    }
    assert!(notes > runs, "only {notes} notes were shown in {runs} runs");
    assert!(shop.place().set_aside().is_empty());
}

fn has(store: &Store, number: SessionId, note: &str) -> bool {
    let stored = store.session(number).expect("read").expect("there");
    let session = Session::replay(stage::small_guide(), stored.transcript).expect("replays");
    session.state().notes().iter().any(|own| own.text == note)
}

#[test]
fn killed_at_any_moment_it_has_all_that_it_showed_as_kept() {
    kill_at_random(12);
}

/// `cargo test --test suite -- --ignored killed`.
#[test]
#[ignore = "takes some minutes"]
fn killed_five_hundred_times_it_has_all_that_it_showed_as_kept() {
    kill_at_random(500);
}

#[test]
fn no_card_data_reaches_the_disk() {
    let shop = Shop::new();
    let (mut journal, reports) = journal(Ok(shop.place()));
    let mut session = begun();
    note(&mut session, "card 6222021234567890123, PIN 1234, cvv 987");
    let handle = journal.begin(&session, Some("till 4111 1111 1111 1111"));
    let typed = Response::UnlistedCode("4111111111111111".to_owned());
    // Not the answer to this question, but what if it were.
    let _ = session.answer(typed, Timestamp::UNIX_EPOCH);
    let entry = Entry::UnsureCode("5500005555555559".to_owned());
    let _ = session.act(tilldoc::session::Event::LookedUp { entry }, Timestamp::UNIX_EPOCH);
    journal.record(handle, &session);
    journal.flush(PATIENCE);
    let number = loop {
        if let Report::Kept { session, .. } = next(&reports) {
            break session;
        }
    };
    let mut store = shop.store();
    let said = "they asked for 3782 822463 10005 密码 654321";
    assert_eq!(
        store.add_support(number, said, Timestamp::UNIX_EPOCH).expect("kept"),
        Some(vec![CardData::Number, CardData::Pin])
    );
    drop(journal);
    let bytes = shop.bytes();
    for planted in [
        "2021234567890123",
        "212345678901",
        "PIN 1234",
        "987",
        "11111111",
        "1111 1111",
        "822463",
        "654321",
        "0000555555",
    ] {
        let there = bytes.windows(planted.len()).any(|own| own == planted.as_bytes());
        assert!(!there, "{planted} is on the disk");
    }
    assert!(fs::metadata(shop.place().database()).is_ok());
}
