//! What may go wrong on a disk, each by a real fault: the wizard goes on, and says so.

use crate::{
    journal::{begun, journal, kept, next, note, stored},
    store::{Shop, network, time},
    support::zone,
};
use rusqlite::Connection;
use std::{
    fs::{self, File},
    io::Write,
    path::{Path, PathBuf},
    process::Command,
};
use tilldoc::{
    session::Verdict,
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
pub(crate) struct Disk {
    pub(crate) path: PathBuf,
    /// The folder that it is mounted in.
    _folder: tempfile::TempDir,
}

impl Disk {
    pub(crate) fn new(options: &str) -> Option<Self> {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("disk");
        fs::create_dir(&path).expect("made");
        let options = format!("mode=700,{options}");
        let mounted = mount(&["-t", "tmpfs", "-o", &options, "tmpfs"], &path);
        if !mounted {
            #[expect(clippy::print_stderr, reason = "says why nothing was tested")]
            {
                eprintln!("skipped: this account can't mount a disk");
            }
        }
        mounted.then_some(Self { path, _folder: folder })
    }

    pub(crate) fn remount(&self, options: &str) {
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
        StoreError::OpenToAll(path()),
        StoreError::NotWritable(path(), std::io::Error::other("x")),
        StoreError::ReadOnly(path()),
        StoreError::Full(path()),
        StoreError::Locked(path()),
        StoreError::Slow(path()),
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

#[cfg(unix)]
#[test]
fn a_folder_that_anybody_may_write_to() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().expect("a folder");
    let mode = |mode| {
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(mode)).expect("set");
    };
    for open_to_all in [0o777, 0o1777, 0o702] {
        mode(open_to_all);
        let error = open(folder.path()).expect_err("it is refused");
        assert!(matches!(error, StoreError::OpenToAll(_)), "{error:?}");
        assert_eq!(fs::read_dir(folder.path()).expect("there").count(), 0, "nothing is put there");
    }
    // The wizard goes on in memory, and says why.
    let (mut journal, reports) = journal(Place::new(Some(folder.path())));
    let session = begun();
    let handle = journal.begin(&session, None);
    let trouble = next(&reports);
    assert!(matches!(trouble, Report::Trouble(StoreError::OpenToAll(_))), "{trouble:?}");
    journal.record(handle, &session);
    drop(journal);
    for tag in ["en", "zh"] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tilldoc"));
        command.env_clear().args(["--lang", tag, "--guide", "tests/guides/small", "--data"]);
        let output = command.arg(folder.path()).arg("history").output().expect("it runs");
        let said = String::from_utf8(output.stderr).expect("text");
        assert_eq!(output.status.code(), Some(3), "{said}");
        let why = if tag == "en" {
            "anybody on this computer may write"
        } else {
            "谁都能往这个文件夹里写"
        };
        assert!(said.contains(why) && said.contains("chmod 700"), "{said}");
    }
    mode(0o755);
    open(folder.path()).expect("closed again, it is taken");
}
