//! A damaged database is set aside, and what can be read of it is kept on.

use crate::{
    journal::{begun, journal, kept, note, stored},
    store::{Shop, network, time},
    support::{stage, zone},
};
use rusqlite::Connection;
use std::{
    fs::{self, File, OpenOptions},
    io::{Seek, SeekFrom, Write},
    path::Path,
    sync::LazyLock,
};
use tilldoc::{
    session::{Session, Verdict},
    store::{Filter, Place, Report, SessionId, Store},
};

fn now() -> jiff::Timestamp {
    time("2026-11-23T09:41:00Z")
}

#[test]
fn garbage_is_set_aside_and_never_deleted() {
    let shop = Shop::new();
    let place = shop.place();
    let garbage = b"this is no database, but somebody may want it back".repeat(100);
    for name in ["tilldoc.db.corrupt-20261123T094100Z", "tilldoc.db.corrupt-20261123T094100Z-1"] {
        fs::write(place.database(), &garbage).expect("written");
        let (store, mended) = Store::open_or_mend(&place, &zone(), now()).expect("goes on");
        let mended = mended.expect("it was mended");
        assert_eq!((mended.aside.clone(), mended.sessions), (place.folder().join(name), 0));
        assert!(fs::read(&mended.aside).expect("there") == garbage);
        assert_eq!(store.count().expect("read"), 0);
    }
    assert_eq!(place.set_aside().len(), 2);
}

/// Three hundred sessions, as many as to fill some hundred pages, and a database with them.
static MANY: LazyLock<(Vec<Session>, Vec<u8>)> = LazyLock::new(|| {
    let shop = Shop::new();
    let sessions: Vec<Session> = (0..300)
        .map(|number| network(now(), 3, &format!("note {number} 号"), Verdict::Worked))
        .collect();
    let all = sessions.iter().map(|session| (session.clone(), Some("till 1")));
    shop.store().add_all(all).expect("kept");
    let bytes = fs::read(shop.place().database()).expect("a file");
    (sessions, bytes)
});

fn many(shop: &Shop) -> &'static [Session] {
    let (sessions, bytes) = &*MANY;
    fs::write(shop.place().database(), bytes).expect("written");
    sessions
}

/// Every session that is there is whole, is found, and the database is sound.
fn check(place: &Place, sessions: &[Session]) -> usize {
    let store = Store::open(place, &zone()).expect("opens");
    let heads = store.page(&Filter::default(), None, 999).expect("read").heads;
    for head in heads.iter().step_by(9) {
        let stored = store.session(head.id).expect("read").expect("there");
        let own = &sessions[usize::try_from(head.id.0 - 1).expect("a number")];
        assert_eq!(stored.transcript[0], own.transcript()[0]);
        let session = Session::resume(stage::small_guide(), stored.transcript).expect("resumes");
        assert!(session.lost.is_empty());
    }
    drop(store);
    let db = Connection::open(place.database()).expect("opens");
    let said: String = db.query_row("PRAGMA integrity_check", [], |row| row.get(0)).expect("done");
    assert_eq!(said, "ok");
    let broken = db.query_row("PRAGMA foreign_key_check", [], |_| Ok(()));
    assert!(broken.is_err(), "something refers to nothing");
    heads.len()
}

#[test]
fn a_truncated_database_is_read_as_far_as_it_goes() {
    for tenths in [1, 3, 5, 7, 9] {
        let shop = Shop::new();
        let sessions = many(&shop);
        let path = shop.place().database();
        let length = fs::metadata(&path).expect("there").len();
        let cut = length * tenths / 10;
        OpenOptions::new().write(true).open(&path).expect("opens").set_len(cut).expect("cut");
        let (store, mended) = Store::open_or_mend(&shop.place(), &zone(), now()).expect("goes on");
        drop(store);
        let mended = mended.expect("it was mended");
        assert_eq!(fs::metadata(&mended.aside).expect("there").len(), cut);
        assert_eq!(check(&shop.place(), sessions), mended.sessions);
        // Most of what was not cut off.
        if tenths >= 7 {
            assert!(mended.sessions > 30, "{tenths}: {}", mended.sessions);
        }
    }
}

fn overwrite(path: &Path, from: u64, length: usize) {
    let mut file = OpenOptions::new().write(true).open(path).expect("opens");
    file.seek(SeekFrom::Start(from)).expect("there");
    file.write_all(&vec![0xA5; length]).expect("written");
}

#[test]
fn damage_in_the_middle_costs_what_is_there_and_no_more() {
    let mut saved = Vec::new();
    for page in (2..60).step_by(6) {
        let shop = Shop::new();
        let sessions = many(&shop);
        overwrite(&shop.place().database(), page * 4_096, 4_096);
        let (store, mended) = Store::mend(&shop.place(), &zone(), now()).expect("goes on");
        drop(store);
        let Some(mended) = mended else { continue };
        assert_eq!(check(&shop.place(), sessions), mended.sessions);
        saved.push(mended.sessions);
        // Numbers of lost sessions are not given to others.
        let next = shop.store().add_all([(sessions[0].clone(), None)]).expect("kept");
        assert!(mended.sessions == 0 || next == [SessionId(301)], "{next:?}");
    }
    // Some pages carry everything, all others only what is written on them.
    let costly = saved.iter().filter(|sessions| **sessions < 270).count();
    assert!(saved.len() > 7 && costly < 3, "{saved:?}");
}

#[test]
fn damage_under_a_running_journal_loses_nothing_of_its_session() {
    let shop = Shop::new();
    many(&shop);
    let (mut journal, reports) = journal(Ok(shop.place()));
    let mut session = begun();
    let handle = journal.begin(&session, None);
    kept(&reports, 1);
    let path = shop.place().database();
    let length = usize::try_from(fs::metadata(&path).expect("there").len()).expect("small");
    overwrite(&path, 4_096, length - 4_096);
    let mut wal = path.clone().into_os_string();
    wal.push("-wal");
    File::create(&wal).expect("emptied");
    let mut mended = false;
    for number in 0..40 {
        note(&mut session, &format!("after {number}"));
        journal.record(handle, &session);
        assert!(journal.flush(std::time::Duration::from_secs(30)), "not kept");
    }
    let mut number = SessionId(0);
    drop(journal);
    for report in &reports {
        match report {
            Report::Mended(_) => mended = true,
            Report::Kept { session, .. } => number = session,
            other => panic!("{other:?}"),
        }
    }
    assert!(mended, "nothing was mended");
    let aside = shop.place().set_aside();
    assert_eq!(aside.len(), 1, "{aside:?}");
    assert_eq!(stored(&shop.place(), number), session.transcript());
}
