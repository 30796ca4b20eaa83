//! What is kept is found again: as history, as one session, as figures; and is gone when forgotten.

use crate::support::{sample, stage, zone};
use jiff::{SignedDuration, Timestamp, civil::date};
use std::fs;
use tilldoc::{
    guide::{Id, Response},
    session::{Entry, Event, Outcome, Session, Verdict},
    store::{Filter, Head, Journal, Place, Report, SessionId, Store, StoreError},
};

/// A folder for a database, which is gone at the end.
pub(crate) struct Shop {
    pub(crate) folder: tempfile::TempDir,
}

impl Shop {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    pub(crate) fn place(&self) -> Place {
        Place::new(Some(self.folder.path())).expect("a path")
    }

    pub(crate) fn store(&self) -> Store {
        Store::open(&self.place(), &zone()).expect("it opens")
    }

    /// Keeps sessions, one after the other.
    pub(crate) fn keep(&self, sessions: &[&Session]) {
        self.keep_at(sessions, None);
    }

    pub(crate) fn keep_at(&self, sessions: &[&Session], terminal: Option<&str>) {
        let mut journal =
            Journal::start(Ok(self.place()), zone(), Timestamp::UNIX_EPOCH, |report| {
                let slow = |error: &StoreError| matches!(error, StoreError::Slow(_));
                let fine = match &report {
                    Report::Trouble(error) => slow(error),
                    report => matches!(report, Report::Kept { .. } | Report::Well),
                };
                assert!(fine, "{report:?}");
            });
        for session in sessions {
            journal.begin(session, terminal);
        }
    }

    /// Every byte that is there.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let files = fs::read_dir(self.folder.path()).expect("a folder");
        let files = files.map(|file| fs::read(file.expect("an entry").path()).expect("a file"));
        files.flatten().collect()
    }
}

pub(crate) fn time(text: &str) -> Timestamp {
    text.parse().expect("a time")
}

/// A session of the small guide about the network, that many minutes long, with a note.
pub(crate) fn network(start: Timestamp, minutes: i64, note: &str, verdict: Verdict) -> Session {
    let at = |part: i64| start + SignedDuration::from_secs(minutes * 60 * part / 3);
    let entry = Entry::Symptom(Id::from("no-network"));
    let mut session = Session::start(stage::small_guide(), entry, start).expect("begins");
    session.answer(Response::Answer(Id::from("no")), at(1)).expect("fits");
    if !note.is_empty() {
        session.note(note, at(2)).expect("fits");
    }
    let remedy = session.remedy().expect("it leads to one").id.clone();
    session.act(Event::Tried { remedy, verdict }, at(3)).expect("fits");
    session
}

fn ids(heads: &[Head]) -> Vec<i64> {
    heads.iter().map(|head| head.id.0).collect()
}

fn search(store: &Store, text: &str) -> Vec<i64> {
    let filter = Filter { search: text.to_owned(), ..Filter::default() };
    ids(&store.page(&filter, None, 50).expect("it is read").heads)
}

#[test]
fn a_kept_session_is_the_same_session() {
    let shop = Shop::new();
    let begun = time("2026-11-23T13:42:00Z");
    let session = network(begun, 6, "灯是红的", Verdict::Worked);
    shop.keep(&[&session]);
    let stored = shop.store().session(SessionId(1)).expect("it is read").expect("it is there");
    assert_eq!(stored.transcript, session.transcript());
    let again = Session::replay(stage::small_guide(), stored.transcript).expect("replays");
    assert_eq!(again.state(), session.state());
    let head = stored.head;
    assert_eq!((head.outcome, head.entries, head.started), (Outcome::Solved, 2, begun));
    assert_eq!(head.took, Some(SignedDuration::from_mins(6)));
    assert_eq!(head.entry.titles["en"], "Screen says network fault");
}

#[test]
fn history_comes_in_pages_newest_first_whatever_the_clock_says() {
    let shop = Shop::new();
    // The clock was set back between the second and the third.
    let starts = ["2026-11-23T01:00:00Z", "2026-11-24T01:00:00Z", "2020-01-01T00:00:00Z"];
    let sessions = starts.map(|start| network(time(start), 3, "", Verdict::Worked));
    shop.keep(&sessions.each_ref());
    let store = shop.store();
    let all = Filter::default();
    let first = store.page(&all, None, 2).expect("it is read");
    assert_eq!((ids(&first.heads), first.next), (vec![3, 2], Some(SessionId(2))));
    let rest = store.page(&all, first.next, 2).expect("it is read");
    assert_eq!((ids(&rest.heads), rest.next), (vec![1], None));
    let days = |since, until| {
        let filter = Filter { since: Some(since), until: Some(until), ..Filter::default() };
        ids(&store.page(&filter, None, 9).expect("it is read").heads)
    };
    assert_eq!(days(date(2026, 11, 23), date(2026, 11, 23)), [1]);
    assert_eq!(days(date(2026, 11, 1), date(2026, 11, 30)), [2, 1]);
    assert_eq!(days(date(2019, 1, 1), date(2020, 12, 31)), [3]);
    assert!(days(date(2021, 1, 1), date(2021, 1, 2)).is_empty());
}

#[test]
fn words_are_found_in_notes_and_in_what_the_guide_says() {
    let shop = Shop::new();
    let at = time("2026-11-23T01:00:00Z");
    let notes = ["店里灯是红的", "Zebra RESET, case 4711", "", "失 败"];
    let sessions = notes.map(|note| network(at, 3, note, Verdict::Worked));
    shop.keep(&sessions.each_ref());
    let mut store = shop.store();
    for (text, found) in [
        ("红", vec![1]),
        ("灯是", vec![1]),
        ("店里灯是红的", vec![1]),
        ("是灯", vec![]),
        ("zebra", vec![2]),
        ("ＲＥＳ", vec![2]),
        ("ebra case", vec![2]),
        ("acase", vec![]),
        ("1", vec![2]),
        ("11", vec![2]),
        ("4711", vec![2]),
        ("4712", vec![]),
        ("失败", vec![]),
        ("network fault", vec![4, 3, 2, 1]),
        ("网络故障", vec![4, 3, 2, 1]),
        ("网络 reset", vec![2]),
        ("\" OR tags : o0 *", vec![]),
        ("()", vec![]),
        ("  ", vec![4, 3, 2, 1]),
    ] {
        assert_eq!(search(&store, text), found, "{text}");
    }
    let added = store.add_support(SessionId(3), "客服：换路由器，工单 8812", at);
    assert_eq!(added.expect("it is written"), Some(Vec::new()));
    assert_eq!(search(&store, "工单 88"), [3]);
    // What was said before the session went on is still found after that.
    let mut session = sessions[2].clone();
    session.note("还是不行", at).expect("fits");
    drop(store);
    let mut journal = Journal::start(Ok(shop.place()), zone(), at, |_| {});
    let handle = journal.go_on(&sessions[2], SessionId(3));
    journal.record(handle, &session);
    drop(journal);
    let store = shop.store();
    assert_eq!(search(&store, "工单"), [3]);
    assert_eq!(search(&store, "还是"), [3]);
    let stored = store.session(SessionId(3)).expect("read").expect("there");
    assert_eq!(stored.transcript, session.transcript());
    assert_eq!(stored.support[0].text, "客服：换路由器，工单 8812");
}

#[test]
fn filters_go_together() {
    let shop = Shop::new();
    let at = time("2026-11-23T01:00:00Z");
    let solved = network(at, 3, "apple", Verdict::Worked);
    let failed = network(at, 3, "apple", Verdict::Failed);
    shop.keep_at(&[&solved, &failed], Some("柜台 1"));
    shop.keep_at(&[&solved], Some("柜台 2"));
    shop.keep(&[&failed]);
    let store = shop.store();
    let found = |filter: &Filter| ids(&store.page(filter, None, 9).expect("read").heads);
    let terminal = Some("柜台 1".to_owned());
    let one = Filter { terminal, ..Filter::default() };
    assert_eq!(found(&one), [2, 1]);
    let solved = Filter { outcome: Some(Outcome::Solved), ..Filter::default() };
    assert_eq!(found(&solved), [3, 1]);
    assert_eq!(found(&Filter { outcome: Some(Outcome::Solved), ..one.clone() }), [1]);
    assert_eq!(found(&Filter { search: "apple".into(), ..solved.clone() }), [3, 1]);
    assert_eq!(found(&Filter { step: Some("network".into()), ..one }), [1]);
    assert!(found(&Filter { step: Some("no-such".into()), ..Filter::default() }).is_empty());
    assert_eq!(search(&store, "柜台 2"), [3]);
    let remedy = solved_remedy(&store);
    let since = at - SignedDuration::from_hours(1);
    assert_eq!(ids(&store.met("柜台 1", &remedy, since, 9).expect("read")), [2, 1]);
    let later = at + SignedDuration::from_secs(1);
    assert!(store.met("柜台 1", &remedy, later, 9).expect("read").is_empty());
}

/// Words that very many things have go another way than the index; what is found is the same.
#[test]
fn a_word_of_many_terms_finds_all_that_have_it() {
    let shop = Shop::new();
    let at = time("2026-11-23T01:00:00Z");
    let plain = network(at, 3, "", Verdict::Worked);
    let noted = network(at, 3, "Kasseler Rippchen", Verdict::Failed);
    let names: Vec<String> = (1..=150).map(|number| format!("Kasse {number}")).collect();
    let mut all: Vec<(Session, Option<&str>)> = Vec::new();
    for name in &names {
        all.push((plain.clone(), Some(name)));
        all.push((plain.clone(), None));
    }
    all.push((noted, None));
    let mut store = shop.store();
    let numbers = store.add_all(all).expect("kept");
    let with: Vec<i64> = numbers.iter().map(|id| id.0).filter(|id| id % 2 == 1).rev().collect();
    for text in ["kasse", "ka", "KAS", "asse"] {
        let filter = Filter { search: text.to_owned(), ..Filter::default() };
        let mut found = Vec::new();
        let mut before = None;
        loop {
            let page = store.page(&filter, before, 40).expect("read");
            found.extend(ids(&page.heads));
            before = page.next;
            if before.is_none() {
                break;
            }
        }
        assert_eq!(found, with, "{text}");
    }
    assert_eq!(search(&store, "kasse ripp"), [301]);
    assert_eq!(search(&store, "kasse 77"), [153]);
    assert!(search(&store, "kasse zebra").is_empty());
    let failed =
        Filter { outcome: Some(Outcome::Unfinished), search: "kasse".into(), ..Filter::default() };
    assert_eq!(ids(&store.page(&failed, None, 9).expect("read").heads), [301]);
}

fn solved_remedy(store: &Store) -> String {
    let head = store.session(SessionId(1)).expect("read").expect("there").head;
    head.remedy.expect("one was reached").name
}

#[test]
fn the_newest_open_session_with_something_in_it_is_offered() {
    let shop = Shop::new();
    let at = time("2026-11-23T01:00:00Z");
    let entry = Entry::Symptom(Id::from("no-network"));
    let empty = Session::start(stage::small_guide(), entry, at).expect("begins");
    let mut open = empty.clone();
    open.answer(Response::Answer(Id::from("no")), at).expect("fits");
    let mut closed = open.clone();
    closed.act(Event::Finished, at).expect("fits");
    shop.keep(&[&open, &network(at, 3, "", Verdict::Worked), &empty, &closed]);
    let head = shop.store().unfinished().expect("read").expect("there is one");
    assert_eq!(head.id, SessionId(1));
    shop.keep(&[&open]);
    assert_eq!(shop.store().unfinished().expect("read").map(|head| head.id), Some(SessionId(5)));
}

#[test]
fn forgetting_takes_every_byte() {
    let shop = Shop::new();
    let at = time("2026-11-23T01:00:00Z");
    let secret = "qzjx鼹鼠 8675309";
    let mut sessions = vec![network(at, 3, "stays here", Verdict::Worked)];
    sessions.extend((0..40).map(|_| network(at, 3, secret, Verdict::Failed)));
    shop.keep(&sessions.iter().collect::<Vec<_>>());
    shop.keep_at(&[&network(at, 3, secret, Verdict::Failed)], Some("wvkq till"));
    let mut store = shop.store();
    store.add_support(SessionId(20), "they said xkcd螺旋桨", at).expect("written");
    let traces: [&[u8]; 9] = [
        b"qzjx",
        b"qzj",
        b"8675309",
        b"867530",
        "鼹鼠".as_bytes(),
        "鼹".as_bytes(),
        b"wvkq",
        b"xkcd",
        "螺旋".as_bytes(),
    ];
    let there = |bytes: &[u8], trace: &[u8]| bytes.windows(trace.len()).any(|own| own == trace);
    let before = shop.bytes();
    for trace in traces {
        assert!(there(&before, trace), "{trace:?} was never there");
    }
    for id in 2..=42 {
        let forgotten = store.forget(SessionId(id)).expect("forgotten");
        assert_eq!((forgotten.sessions, forgotten.wholly), (1, true), "{id}");
    }
    assert_eq!(store.forget(SessionId(42)).expect("nothing to do").sessions, 0);
    let after = shop.bytes();
    for trace in traces {
        assert!(!there(&after, trace), "{:?} is left", String::from_utf8_lossy(trace));
    }
    assert!(there(&after, b"stays here"));
    assert_eq!(search(&store, "stays"), [1]);
    assert!(search(&store, "qzj").is_empty());
    // Its number is not given again.
    drop(store);
    shop.keep(&[&sessions[0]]);
    assert!(shop.store().session(SessionId(43)).expect("read").is_some());
}

#[test]
fn old_sessions_are_forgotten_by_their_last_event() {
    let shop = Shop::new();
    let old = network(time("2026-01-01T00:00:00Z"), 3, "", Verdict::Worked);
    let new = network(time("2026-11-01T00:00:00Z"), 3, "", Verdict::Worked);
    shop.keep(&[&old, &new, &old]);
    let mut store = shop.store();
    let forgotten = store.forget_before(time("2026-06-01T00:00:00Z")).expect("forgotten");
    assert_eq!(forgotten.sessions, 2);
    assert_eq!(ids(&store.page(&Filter::default(), None, 9).expect("read").heads), [2]);
    let stats = store.stats().expect("read");
    assert_eq!((stats.all.sessions, stats.remedies[0].reached), (1, 1));
}

#[test]
fn figures_count_what_happened() {
    let shop = Shop::new();
    let (november, december) = (time("2026-11-30T01:00:00Z"), time("2026-11-30T17:00:00Z"));
    let sessions = [
        network(november, 3, "", Verdict::Worked),
        network(november, 9, "", Verdict::Worked),
        network(december, 30, "", Verdict::Failed),
    ];
    shop.keep_at(&[&sessions[0], &sessions[2]], Some("1"));
    shop.keep(&[&sessions[1]]);
    let stats = shop.store().stats().expect("read");
    assert_eq!((stats.all.sessions, stats.all.solved, stats.all.unfinished), (3, 2, 1));
    assert_eq!(stats.all.median_minutes, Some(6.0));
    // Midnight between the months is that of the shop, eight hours east.
    let months: Vec<_> =
        stats.months.iter().map(|row| (row.what.as_str(), row.tally.sessions)).collect();
    assert_eq!(months, [("2026-11", 2), ("2026-12", 1)]);
    let terminals: Vec<_> = stats.terminals.iter().map(|row| row.tally.sessions).collect();
    assert_eq!(terminals, [2, 1]);
    assert_eq!(stats.symptoms[0].what.name, "no-network");
    let first = &stats.remedies[0];
    assert_eq!((first.reached, first.worked, first.failed), (3, 2, 1));
    assert_eq!(first.median_minutes, Some(9.0));
    assert_eq!((stats.questions[0].answered, stats.questions[0].unsure), (3, 0));
}

#[test]
fn changed_answers_leave_no_figures_behind() {
    let shop = Shop::new();
    let at = time("2026-11-23T01:00:00Z");
    let mut session = Session::start(sample(), Entry::CheckEverything, at).expect("begins");
    let mut journal = Journal::start(Ok(shop.place()), zone(), at, |_| {});
    let handle = journal.begin(&session, None);
    // Every answer of the first question in turn, the last one back to the first.
    let first = session.state().path()[0].clone();
    let guide = sample();
    let answers = &guide.question(&first).expect("a question").answers;
    for answer in answers.iter().chain(answers.first()) {
        let response = Response::Answer(answer.id.clone());
        let changed = session.state().given(&first).is_some();
        let question = first.clone();
        let event = if changed {
            Event::Changed { question, response }
        } else {
            Event::Answered { question, response }
        };
        session.act(event, at).expect("fits");
        journal.record(handle, &session);
    }
    drop(journal);
    let live = shop.store().stats().expect("read");
    let anew = Shop::new();
    anew.keep(&[&session]);
    assert_eq!(live, anew.store().stats().expect("read"));
}

#[cfg(unix)]
#[test]
fn the_folder_and_its_files_are_the_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let shop = Shop::new();
    let inner = shop.folder.path().join("a/b");
    let store = Store::open(&Place::new(Some(&inner)).expect("a path"), &zone()).expect("opens");
    let mode =
        |path: &std::path::Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
    assert_eq!(mode(&inner), 0o700);
    for file in fs::read_dir(&inner).expect("a folder") {
        let path = file.expect("an entry").path();
        assert_eq!(mode(&path), 0o600, "{}", path.display());
    }
    drop(store);
    fs::set_permissions(inner.join("tilldoc.db"), fs::Permissions::from_mode(0o644)).expect("set");
    drop(Store::open(&Place::new(Some(&inner)).expect("a path"), &zone()).expect("opens"));
    assert_eq!(mode(&inner.join("tilldoc.db")), 0o600);
}
