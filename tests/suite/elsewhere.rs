//! A session that comes from elsewhere: its file is kept once, its code opens where it stands.

use crate::{
    binary::{small, tilldoc},
    profile::{TWO, number, shop},
    support::stage::{Played, Stage, first_time, small_guide},
};
use jiff::{SignedDuration, tz::TimeZone};
use std::{fs, path::Path, sync::Arc};
use tilldoc::{
    guide::Response,
    session::{
        Entry, Event, Past, Session, SessionCode, Shop, Verdict,
        export::{Format, export, import},
    },
    store::{Filter, Known, Place, SessionId, Store},
    texts::Texts,
};

/// A session of the small guide in a shop with a terminal, that has come to the router for the third
/// time.
fn session() -> Session {
    let past = |days: i64| Past {
        terminal: Some(number("12345678")),
        remedy: "remedy.router".into(),
        at: first_time() - SignedDuration::from_hours(24 * days),
    };
    let shop = Shop { past: vec![past(9), past(2)].into(), ..shop(TWO) };
    let (entry, terminal) = (Entry::Symptom("no-network".into()), Some(number("12345678")));
    let begun = Session::open(small_guide(), shop, entry, terminal, first_time());
    let mut session = begun.expect("it starts");
    session.answer(Response::Answer("no".into()), first_time()).expect("it fits");
    session.note("客人等了很久", first_time()).expect("noted");
    session
}

fn json(session: &Session) -> String {
    export(session, Format::Json, &Texts::new("zh"), &TimeZone::UTC)
}

fn store(folder: &Path) -> Store {
    let place = Place::new(Some(folder)).expect("a path");
    Store::open(&place, &TimeZone::UTC).expect("it opens")
}

/// What the history shows of a session.
fn shown(folder: &Path, id: SessionId) -> String {
    let stored = store(folder).session(id).expect("read").expect("there");
    tilldoc::history::show(
        &stored,
        (&small_guide(), &Arc::default()),
        &Texts::new("zh"),
        &TimeZone::UTC,
    )
    .expect("it is of this guide")
}

#[test]
fn the_reader_of_an_import_sees_the_shop_the_terminal_and_how_often_it_failed() {
    let session = session();
    let again = import(&json(&session), &small_guide()).expect("it fits");
    assert_eq!(json(&again), json(&session));
    let text = export(&again, Format::Text, &Texts::new("zh"), &TimeZone::UTC);
    for part in
        ["幸福路便利店", "898110259990123", "12345678、1号收银台", "400-820-5555", "第 3 次"]
    {
        assert!(text.contains(part), "no {part} in {text}");
    }
    // What a profile would refuse does not come in by a file either.
    let bad = json(&session).replace("幸福路便利店", "4111 1111 1111 1111 店");
    let bad = import(&bad, &small_guide()).expect("it fits");
    assert!(!json(&bad).contains("1111 1111"), "{}", json(&bad));
}

#[test]
fn a_file_is_kept_once_however_often_it_comes() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = store(folder.path());
    let first = import(&json(&session()), &small_guide()).expect("it fits");
    let new = store.adopt(&first).expect("kept");
    assert_eq!(new.known, Known::Nothing);
    let again = store.adopt(&first).expect("kept");
    assert_eq!((again.number, again.known), (new.number, Known::All));
    // The history shows it as it was there.
    let text = shown(folder.path(), new.number);
    assert!(text.contains("幸福路便利店") && text.contains("第 3 次"), "{text}");
    // What happened in it since is added; the older file has nothing new then.
    let mut on = session();
    let tried = Event::Tried { remedy: "remedy.router".into(), verdict: Verdict::Failed };
    on.act(tried, first_time()).expect("at hand");
    let on = import(&json(&on), &small_guide()).expect("it fits");
    let more = store.adopt(&on).expect("kept");
    assert_eq!((more.number, more.known), (new.number, Known::Beginning));
    assert_eq!(store.adopt(&first).expect("kept").known, Known::All);
    let stored = store.session(new.number).expect("read").expect("there");
    assert_eq!(stored.transcript, on.transcript());
    // Another session that began at the same time is another one.
    let other = Session::start(small_guide(), Entry::CheckEverything, first_time());
    let other = store.adopt(&other.expect("it starts")).expect("kept");
    assert_eq!(other.known, Known::Nothing);
    assert_eq!(store.count().expect("read"), 2);
    let mine = Filter { terminal: Some("12345678".to_owned()), ..Filter::default() };
    let found = store.page(&mine, None, 10).expect("read").heads;
    assert_eq!(found.iter().map(|head| head.id).collect::<Vec<_>>(), [new.number]);
    // What is forgotten is gone, with its shop.
    store.forget(new.number).expect("forgotten");
    drop(store);
    let bytes: Vec<u8> = fs::read_dir(folder.path())
        .expect("a folder")
        .flat_map(|file| fs::read(file.expect("an entry").path()).expect("a file"))
        .collect();
    let name = "幸福路便利店".as_bytes();
    assert!(!bytes.windows(name.len()).any(|own| own == name), "the shop is still there");
}

#[test]
fn a_session_of_this_computers_own_comes_back_as_itself() {
    let folder = tempfile::tempdir().expect("a folder");
    let run = |arguments: &[&str], input: &str| {
        let guide = ["--guide", &small(), "--lang", "en"].map(str::to_owned);
        let all: Vec<&str> =
            guide.iter().map(String::as_str).chain(arguments.iter().copied()).collect();
        tilldoc(folder.path(), &all, input)
    };
    run(&["plain"], "1\n2\ne a.json\nt 1\nq\n");
    let own = run(&["import", "a.json"], "");
    assert!(own.contains("in this computer's history already, as number 1."), "{own}");
    let other = folder.path().join("other").display().to_string();
    let there = run(&["--data", &other, "import", "a.json"], "");
    assert!(there.contains("Kept in this computer's history as number 1."), "{there}");
    let again = run(&["--data", &other, "import", "a.json", "-o", "b.json"], "");
    assert!(again.contains("already, as number 1."), "{again}");
    let [a, b] = ["a.json", "b.json"].map(|own| fs::read(folder.path().join(own)).expect("read"));
    assert_eq!(a, b);
    let list = run(&["--data", &other, "history", "--json"], "");
    assert_eq!(list.matches("\"number\"").count(), 1, "{list}");
    // Where nothing can be kept it is shown all the same, and said.
    fs::write(folder.path().join("file"), "").expect("written");
    let file = folder.path().join("file").display().to_string();
    let not = run(&["--data", &file, "import", "a.json"], "");
    assert!(not.starts_with("Test guide: summary for support"), "{not}");
    assert!(
        not.contains("not kept in this computer's history") && not.ends_with("exit 3"),
        "{not}"
    );
}

fn code() -> String {
    let start = Session::start(small_guide(), Entry::Symptom("no-network".into()), first_time());
    let mut session = start.expect("it starts");
    session.answer(Response::Answer("yes".into()), first_time()).expect("it fits");
    SessionCode::of(&session).to_string()
}

fn kept(folder: &Path) -> usize {
    store(folder).count().expect("read")
}

#[test]
fn a_code_opens_where_it_stands_and_is_kept_once_somebody_goes_on() {
    for (lang, size) in [("zh", (80, 24)), ("en", (60, 20))] {
        let (width, height) = size;
        let stage = Stage::new().lang(lang).size(width, height).opened(&code());
        insta::assert_snapshot!(format!("opened_{lang}_{width}x{height}"), stage.play("").styled);
    }
    let folder = tempfile::tempdir().expect("a folder");
    let stage = || Stage::new().data(folder.path()).opened(&code());
    let looked = stage().play("<told>r<esc><left>q");
    assert!(looked.left, "nothing can be lost: {}", looked.text());
    assert_eq!(kept(folder.path()), 0, "who only looks leaves nothing behind");
    let on = stage().play("<told>1<told>");
    assert!(on.shows("已记录"), "{}", on.text());
    assert_eq!(kept(folder.path()), 1);
    let stored = store(folder.path()).session(SessionId(1)).expect("read").expect("there");
    assert_eq!(stored.transcript.len(), 3, "with the answers that were there: {stored:?}");
}

/// The look-up, with something typed.
fn typed(stage: Stage, text: &str) -> Played {
    let keys = format!("/{text}");
    stage.play(&keys)
}

#[test]
fn a_code_is_typed_into_the_look_up_however_it_is_written() {
    let code = code();
    let wide: String = code
        .chars()
        .map(|c| {
            char::from_u32(c as u32 + 0xFEE0).filter(|_| c.is_ascii_alphanumeric()).unwrap_or(c)
        })
        .collect();
    let ways = [code.clone(), code.replace('-', ""), code.to_lowercase().replace('-', " "), wide];
    for way in &ways {
        let found = typed(Stage::new(), way);
        assert!(found.shows("到这次排查停下的地方"), "{way}: {}", found.text());
        let opened = Stage::new().play(&format!("/{way}<enter>"));
        assert_eq!(opened.rows, Stage::new().opened(&code).play("").rows, "{way}");
    }
    for (lang, size) in [("zh", (80, 24)), ("en", (60, 20))] {
        let (width, height) = size;
        let found = typed(Stage::new().lang(lang).size(width, height), &code);
        insta::assert_snapshot!(format!("typed_code_{lang}_{width}x{height}"), found.styled);
    }
}

#[test]
fn a_mistake_in_a_code_is_said_and_what_to_do() {
    let code = code();
    let wrong =
        format!("{}{}", &code[..code.len() - 1], if code.ends_with('7') { '8' } else { '7' });
    let found = typed(Stage::new().lang("en"), &wrong);
    assert!(found.shows("a character is missing or wrong"), "{}", found.text());
    assert!(!found.shows("Go to where"), "{}", found.text());
    let half = typed(Stage::new().lang("en"), &code[..7]);
    assert!(half.shows("a character is missing or wrong"), "{}", half.text());
    let strange = typed(Stage::new().lang("en"), &format!("{}U", &code[..7]));
    assert!(strange.shows("Session codes have no U."), "{}", strange.text());
    // A code of another guide, or of another version of this one.
    let builtin = crate::support::stage::builtin_guide();
    let other = Session::start(builtin, Entry::CheckEverything, first_time()).expect("it starts");
    let other = SessionCode::of(&other).to_string();
    let found = typed(Stage::new().lang("en"), &other);
    assert!(found.shows("This code is of another guide or another version"), "{}", found.text());
    // What is looked up otherwise is never taken for one.
    for text in ["51", "A0", "timed out", "no-network", "error 91", "12345678", "2026-11-23"] {
        let found = typed(Stage::new().lang("en"), text);
        assert!(!found.text().contains("session code,"), "{text}: {}", found.text());
    }
}

#[test]
fn a_code_takes_the_place_of_the_session_under_way_which_stays_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let keys = format!("<told>1111<told><told>/{}<enter>", code());
    let played = Stage::new().data(folder.path()).play(&keys);
    assert!(played.shows("这是凭排查码打开的"), "{}", played.text());
    assert_eq!(kept(folder.path()), 1);
    // Where nothing is kept, it is asked first.
    let asked = Stage::new().play(&format!("1111/{}<enter>", code()));
    assert!(asked.shows("丢掉，打开排查码"), "{}", asked.text());
    let opened = Stage::new().play(&format!("1111/{}<enter>3", code()));
    assert!(opened.shows("这是凭排查码打开的"), "{}", opened.text());
}

#[test]
fn the_wizard_in_lines_opens_a_code_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let run = |input: &str| {
        let arguments = ["--guide", &small(), "--lang", "en", "plain"];
        tilldoc(folder.path(), &arguments, input)
    };
    let looked = run(&format!("/ {}\n1\nr\nq\n", code().to_lowercase()));
    assert!(looked.contains("1. Go to where this session stands"), "{looked}");
    assert!(looked.contains("[Network] How many signal bars are there?"), "{looked}");
    assert!(!data.exists() || kept(&data) == 0, "who only looks leaves nothing behind");
    let on = run(&format!("/ {}\n1\n2\nq\n", code()));
    assert!(on.contains("tilldoc history show 1"), "{on}");
    assert_eq!(kept(&data), 1);
    let wrong = run(&format!("/ {}X\nq\n", code()));
    assert!(wrong.contains("a character is missing or wrong"), "{wrong}");
}

#[test]
fn a_kept_session_stands_on_the_screen_at_once_and_goes_on_in_its_shop() {
    let folder = tempfile::tempdir().expect("a folder");
    let adopted = store(folder.path()).adopt(&session()).expect("kept");
    let stored = || store(folder.path()).session(adopted.number).expect("read").expect("there");
    for (lang, size) in [("zh", (80, 24)), ("en", (60, 20))] {
        let (width, height) = size;
        let stage = Stage::new().lang(lang).size(width, height).data(folder.path());
        let played = stage.kept(stored(), "已存进记录").play("");
        insta::assert_snapshot!(format!("imported_{lang}_{width}x{height}"), played.styled);
    }
    let on = Stage::new().data(folder.path()).kept(stored(), "").play("<told>1");
    assert!(on.shows("400-820-5555"), "the number is that of its shop: {}", on.text());
    assert!(on.shows("1号收银台"), "{}", on.text());
}

#[cfg(unix)]
#[test]
fn on_a_terminal_a_code_and_a_file_open_the_full_screen() {
    use crate::support::pty::Window;
    let folder = tempfile::tempdir().expect("a folder");
    let (guide, code) = (small(), code());
    let open = |rest: &[&str]| {
        let all = [&["--lang", "en", "--guide", &guide], rest].concat();
        Window::open(folder.path(), &all, &[], (80, 24))
    };
    let mut window = open(&["open", &code]);
    window.wait_for("How many signal bars are there?");
    window.press("q");
    assert_eq!(window.end(), 0);
    window.assert_given_back();
    fs::write(folder.path().join("a.json"), json(&session())).expect("written");
    let mut window = open(&["import", "a.json"]);
    window.wait_for("Go on with this one");
    window.wait_for("Kept in this computer's history as number 1.");
    window.press("1");
    window.wait_for("Did it work?");
    window.press("q");
    assert_eq!(window.end(), 0);
    window.assert_given_back();
    // Who asks for a format wants it printed.
    let mut window = open(&["import", "a.json", "--format", "md"]);
    window.wait_for("already, as number 1.");
    assert_eq!(window.end(), 0);
}
