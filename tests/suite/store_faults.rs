//! What may go wrong on a disk, each by a real fault: the wizard goes on, and says so.

use crate::{
    journal::{begun, journal, kept, next, note, stored},
    store::{Shop, network, time},
    support::{stage, zone},
};
use rusqlite::Connection;
use std::{
    fs::{self, File, OpenOptions},
    io::{Seek, SeekFrom, Write},
    path::{Path, PathBuf},
    process::Command,
    sync::LazyLock,
};
use tilldoc::{
    session::{Session, Verdict},
    store::{Filter, Place, Report, SessionId, Store, StoreError},
    texts::Texts,
};

fn open(folder: &Path) -> Result<Store, StoreError> {
    Store::open(&Place::new(Some(folder)).expect("a path"), &zone())
}

fn now() -> jiff::Timestamp {
    time("2026-11-23T09:41:00Z")
}

/// A small disk of its own, where this account may mount one.
struct Disk {
    path: PathBuf,
    /// The folder that it is mounted in.
    _folder: tempfile::TempDir,
}

impl Disk {
    fn new(options: &str) -> Option<Self> {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("disk");
        fs::create_dir(&path).expect("made");
        let mounted = mount(&["-t", "tmpfs", "-o", options, "tmpfs"], &path);
        if !mounted {
            #[expect(clippy::print_stderr, reason = "says why nothing was tested")]
            {
                eprintln!("skipped: this account can't mount a disk");
            }
        }
        mounted.then_some(Self { path, _folder: folder })
    }

    fn remount(&self, options: &str) {
        assert!(mount(&["-o", options], &self.path), "remounted");
    }
}

fn mount(arguments: &[&str], path: &Path) -> bool {
    let done = Command::new("mount").args(arguments).arg(path).output();
    cfg!(target_os = "linux") && done.is_ok_and(|done| done.status.success())
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.path).status();
    }
}

#[test]
fn every_fault_has_words_in_every_language() {
    let path = || PathBuf::from("/shop/tilldoc.db");
    let faults = [
        StoreError::NoHome,
        StoreError::NotFolder(path()),
        StoreError::NotWritable(path(), std::io::Error::other("x")),
        StoreError::ReadOnly(path()),
        StoreError::Full(path()),
        StoreError::Locked(path()),
        StoreError::Newer { path: path(), found: 9, known: 1 },
        StoreError::Foreign(path()),
        StoreError::Damaged(path()),
        StoreError::Gone(path()),
        StoreError::Other(path(), "x".to_owned()),
    ];
    for tag in Texts::available() {
        let texts = Texts::new(&tag);
        for fault in &faults {
            let (message, help) = (fault.message(&texts), fault.help(&texts));
            let named = message.contains("/shop/tilldoc.db");
            assert!(named || matches!(fault, StoreError::NoHome), "{message}");
            let brief = fault.brief(&texts);
            for text in [help, brief] {
                assert!(!text.is_empty() && !text.starts_with("store-"), "{fault:?}: {text}");
            }
        }
    }
}

#[test]
fn a_file_in_place_of_the_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("file");
    fs::write(&file, "mine").expect("written");
    for path in [file.clone(), file.join("below")] {
        let error = open(&path).expect_err("no folder");
        assert!(matches!(error, StoreError::NotFolder(_)), "{error:?}");
    }
    assert_eq!(fs::read_to_string(&file).expect("there"), "mine");
    // The journal says so, takes everything, and ends.
    let (mut journal, reports) = journal(Place::new(Some(&file)));
    let mut session = begun();
    let handle = journal.begin(&session, None);
    note(&mut session, "goes on");
    journal.record(handle, &session);
    let trouble = next(&reports);
    assert!(matches!(trouble, Report::Trouble(StoreError::NotFolder(_))), "{trouble:?}");
    // As soon as the file is out of the way, everything is kept.
    fs::remove_file(&file).expect("removed");
    assert_eq!(kept(&reports, 2), SessionId(1));
}

#[test]
fn without_a_place_the_journal_says_so_once() {
    let (mut journal, reports) = journal(Err(StoreError::NoHome));
    let mut session = begun();
    let handle = journal.begin(&session, None);
    note(&mut session, "goes on");
    journal.record(handle, &session);
    drop(journal);
    let all: Vec<_> = reports.iter().collect();
    let no_home = |report: &Report| matches!(report, Report::Trouble(StoreError::NoHome));
    assert!(!all.is_empty() && all.iter().all(no_home), "{all:?}");
}

/// The program as an account that the system does not know, without a home.
#[cfg(unix)]
#[test]
fn without_a_home_the_wizard_runs_on() {
    use std::os::unix::process::CommandExt;
    let binary = env!("CARGO_BIN_EXE_tilldoc");
    let run = Command::new("sh")
        .args(["-c", &format!("printf '11\\nn goes on\\nq\\n' | {binary} --lang en plain")])
        .env_clear()
        .env("PATH", std::env::var("PATH").unwrap_or_default())
        .uid(54_321)
        .current_dir("/")
        .output();
    let Ok(output) = run else {
        #[expect(clippy::print_stderr, reason = "says why nothing was tested")]
        {
            eprintln!("skipped: this account can't run programs as another one");
        }
        return;
    };
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    if text.is_empty() {
        // The program is in a folder that the other account may not enter.
        return;
    }
    assert!(text.contains("This computer has no home folder for this account"), "{text}");
    assert!(text.contains("[Not kept on disk: no home folder."), "{text}");
    assert!(text.contains("The note is kept.") && text.contains("was not saved"), "{text}");
}

#[test]
fn a_newer_database_is_refused_and_not_touched() {
    let shop = Shop::new();
    shop.keep(&[&network(now(), 3, "", Verdict::Worked)]);
    let path = shop.place().database();
    let db = Connection::open(&path).expect("opens");
    db.pragma_update(None, "user_version", 99).expect("set");
    drop(db);
    let look = || {
        let files = fs::read_dir(shop.folder.path()).expect("a folder").flatten();
        let files = files.filter(|file| file.file_name() != "tilldoc.lock");
        let mut files: Vec<_> =
            files.map(|file| (file.path(), fs::read(file.path()).expect("a file"))).collect();
        files.sort();
        files
    };
    let before = look();
    for _ in 0..2 {
        match Store::open_or_mend(&shop.place(), &zone(), now()) {
            Err(StoreError::Newer { found: 99, .. }) => {}
            other => panic!("{other:?}"),
        }
        assert!(matches!(Store::view(&shop.place(), &zone()), Err(StoreError::Newer { .. })));
    }
    assert!(before == look(), "the files have changed");
}

/// The newer program was killed: its version stands in the log only.
#[test]
fn a_newer_version_in_the_log_is_seen_too() {
    let shop = Shop::new();
    drop(shop.store());
    let db = Connection::open(shop.place().database()).expect("opens");
    db.pragma_update(None, "wal_autocheckpoint", 0).expect("set");
    db.pragma_update(None, "user_version", 99).expect("set");
    // As they are at this moment, with nobody to tidy them up.
    let killed = Shop::new();
    for name in ["tilldoc.db", "tilldoc.db-wal"] {
        let from = shop.folder.path().join(name);
        fs::copy(from, killed.folder.path().join(name)).expect("copied");
    }
    let look = || {
        ["tilldoc.db", "tilldoc.db-wal"]
            .map(|name| fs::read(killed.folder.path().join(name)).expect("there"))
    };
    let before = look();
    match open(killed.folder.path()) {
        Err(StoreError::Newer { found: 99, .. }) => {}
        other => panic!("{other:?}"),
    }
    assert!(before == look(), "the files have changed");
}

#[test]
fn a_database_of_something_else_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("tilldoc.db");
    let db = Connection::open(&path).expect("opens");
    db.execute_batch("CREATE TABLE mine (a); INSERT INTO mine VALUES (1)").expect("made");
    drop(db);
    let before = fs::read(&path).expect("a file");
    let error = open(folder.path()).expect_err("not ours");
    assert!(matches!(error, StoreError::Foreign(_)), "{error:?}");
    assert!(before == fs::read(&path).expect("a file"), "the file has changed");
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
    assert_eq!(shop.place().set_aside().len(), 1);
    assert_eq!(stored(&shop.place(), number), session.transcript());
}

#[cfg(unix)]
#[test]
fn a_database_that_is_deleted_meanwhile_is_made_anew() {
    let shop = Shop::new();
    let (mut journal, reports) = journal(Ok(shop.place()));
    let mut session = begun();
    let handle = journal.begin(&session, None);
    kept(&reports, 1);
    for ending in ["", "-wal", "-shm"] {
        let path = shop.folder.path().join(format!("tilldoc.db{ending}"));
        fs::remove_file(path).expect("removed");
    }
    note(&mut session, "after it");
    journal.record(handle, &session);
    let number = kept(&reports, 2);
    drop(journal);
    assert_eq!(stored(&shop.place(), number), session.transcript());
}

#[cfg(unix)]
#[test]
fn an_older_copy_that_is_put_back_gets_the_whole_session() {
    let shop = Shop::new();
    let path = shop.place().database();
    let mut session = begun();
    shop.keep(&[&session]);
    let copy = fs::read(&path).expect("there");
    let (mut journal, reports) = journal(Ok(shop.place()));
    let handle = journal.go_on(&session, SessionId(1));
    note(&mut session, "after the copy");
    journal.record(handle, &session);
    kept(&reports, 2);
    for ending in ["", "-wal", "-shm"] {
        let path = shop.folder.path().join(format!("tilldoc.db{ending}"));
        fs::remove_file(path).expect("removed");
    }
    fs::write(&path, copy).expect("put back");
    note(&mut session, "after it was put back");
    journal.record(handle, &session);
    let number = kept(&reports, 3);
    drop(journal);
    assert_eq!(stored(&shop.place(), number), session.transcript());
}

#[test]
fn a_full_disk_is_told_and_nothing_is_lost_once_there_is_room() {
    let Some(disk) = Disk::new("size=6m") else { return };
    let place = Place::new(Some(&disk.path)).expect("a path");
    let (mut journal, reports) = journal(Ok(place.clone()));
    let mut session = begun();
    let handle = journal.begin(&session, None);
    kept(&reports, 1);
    // Whatever room is left is taken.
    let filler = disk.path.join("filler");
    let mut file = File::create(&filler).expect("made");
    while file.write_all(&[7; 4_096]).is_ok() {}
    drop(file);
    let mut told = None;
    for number in 0..60 {
        note(&mut session, &format!("note {number} {}", "long ".repeat(500)));
        journal.record(handle, &session);
        journal.flush(std::time::Duration::from_secs(30));
        told = reports.try_iter().find(|report| matches!(report, Report::Trouble(_)));
        if told.is_some() {
            break;
        }
    }
    assert!(matches!(told, Some(Report::Trouble(StoreError::Full(_)))), "{told:?}");
    // What was kept before is still there.
    fs::remove_file(&filler).expect("removed");
    let number = kept(&reports, session.transcript().len());
    drop(journal);
    assert_eq!(stored(&place, number), session.transcript());
}

#[test]
fn a_disk_that_may_only_be_read_can_be_read() {
    let Some(disk) = Disk::new("size=4m") else { return };
    let place = Place::new(Some(&disk.path)).expect("a path");
    let session = network(now(), 3, "readable", Verdict::Worked);
    let mut store = Store::open(&place, &zone()).expect("opens");
    store.add_all([(session.clone(), None)]).expect("kept");
    drop(store);
    disk.remount("remount,ro");
    let error = Store::open(&place, &zone()).expect_err("read-only");
    let fits = matches!(error, StoreError::ReadOnly(_) | StoreError::NotWritable(..));
    assert!(fits, "{error:?}");
    let view = Store::view(&place, &zone()).expect("it can be read");
    let filter = Filter { search: "readable".to_owned(), ..Filter::default() };
    assert_eq!(view.page(&filter, None, 9).expect("read").heads.len(), 1);
    drop(view);
    let (mut journal, reports) = journal(Ok(place.clone()));
    let live = begun();
    journal.begin(&live, None);
    let trouble = next(&reports);
    assert!(matches!(trouble, Report::Trouble(_)), "{trouble:?}");
    disk.remount("remount,rw");
    let number = kept(&reports, 1);
    drop(journal);
    assert_eq!(stored(&place, number), live.transcript());
}
