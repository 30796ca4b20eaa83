//! `tilldoc guide impact`: what a change of a guide does to what was played before.

use super::binary::tilldoc;
use insta::assert_snapshot;
use jiff::{Timestamp, tz::TimeZone};
use std::{fs, path::Path, sync::Arc};
use tilldoc::{
    guide::{Entry, Guide, SourceFile, read},
    guide_new::{new_guide_sources, write_new_guide},
    session::{
        Event, Session, SessionCode, Verdict,
        impact::{Impact, Run, RunKind, Why, text},
    },
    store::{Place, Store},
    texts::Texts,
};

/// The guide for a label printer with some words of it replaced.
fn guide(changes: &[(&str, &str)]) -> Arc<Guide> {
    let mut files = new_guide_sources();
    for (from, to) in changes {
        let found = files.iter().any(|file| file.text.contains(from));
        assert!(found, "nothing says {from}");
        for file in &mut files {
            // Cases stay as they are: they are what was played.
            if !file.name.contains("cases") {
                *file = SourceFile::new(file.name.clone(), file.text.replace(from, to));
            }
        }
    }
    Arc::new(read(&files).guide)
}

fn compared(changes: &[(&str, &str)]) -> Impact {
    let (old, new) = (guide(&[]), guide(changes));
    let mut impact = Impact::new(Arc::clone(&old), Arc::clone(&new));
    let (runs, broken) = Run::cases(&old, &new);
    assert_eq!(broken, 0);
    for run in runs {
        impact.take(run);
    }
    impact.done()
}

/// The cases that moved, each with why.
fn moved(changes: &[(&str, &str)]) -> Vec<(String, &'static str)> {
    let impact = compared(changes);
    let all = impact.moved.iter().flat_map(|moved| {
        moved.runs.iter().map(|(_, name)| (name.clone(), moved.why.name())).collect::<Vec<_>>()
    });
    all.collect()
}

#[test]
fn words_alone_move_nothing() {
    let impact = compared(&[("打印机没通电", "没有电"), ("Is the light on?", "Is it lit?")]);
    assert!(impact.is_fine());
    assert!(impact.same_codes());
    assert_eq!((impact.count(RunKind::Case).played, impact.codes.whole), (5, 5));
}

#[test]
fn what_moved_says_why() {
    let one = |name: &str, why| vec![(name.to_owned(), why)];
    // The first symptom is another one now.
    assert_eq!(
        moved(&[("id = \"dead\"", "id = \"dark\"")]),
        one("cleaner-pulled-the-plug", "way-in-gone")
    );
    assert_eq!(
        moved(&[("id = \"blank\"", "id = \"white\"")]),
        one("white-after-a-new-roll", "answer-gone")
    );
    assert_eq!(
        moved(&[("remedy.cool", "remedy.cold")]),
        one("five-hundred-price-labels", "remedy-gone")
    );
    assert_eq!(
        moved(&[("go = \"remedy.turn-roll\"", "go = \"remedy.clean-head\"")]),
        one("white-after-a-new-roll", "elsewhere")
    );
    let both = ["computer-says-offline", "two-things-at-once"];
    let both = both.map(|name| (name.to_owned(), "question-gone")).to_vec();
    assert_eq!(moved(&[("link.queue", "link.computer")]), both);
    let impact = compared(&[("link.queue", "link.computer")]);
    assert_eq!(impact.moved.len(), 1, "both moved alike");
    assert_eq!((impact.codes.all, impact.codes.whole, impact.codes.partly), (5, 3, 2));
}

/// A question that is asked anew on the way stops what was played before it was there.
#[test]
fn a_new_question_on_the_way_is_told() {
    let new = "[[question]]\nid = \"power.cord\"\nstep = \"power\"\nask = { zh = \"插着吗？\", en = \"Is \
               it plugged in?\" }\nanswers = [ { id = \"yes\", say = { zh = \"是\", en = \"Yes\" }, go = \
               \"remedy.plug\" } ]\n\n[[remedy]]\nid = \"remedy.plug\"";
    let changes = [
        ("[[remedy]]\nid = \"remedy.plug\"", new),
        ("en = \"No\" }, go = \"remedy.plug\"", "en = \"No\" }, go = \"power.cord\""),
    ];
    let impact = compared(&changes);
    let [moved] = &impact.moved[..] else { panic!("{:?}", impact.moved) };
    let id = |name: &str| Some(name.into());
    let (at, was, now) = (id("power.light"), id("remedy.plug"), id("power.cord"));
    assert_eq!(moved.why, Why::Elsewhere { at, was, now });
    assert_eq!(moved.now, id("power.cord"));
    for tag in ["en", "zh"] {
        assert_snapshot!(format!("impact_{tag}"), text(&impact, &Texts::new(tag)));
    }
}

/// A scenario is played on its best path; one that an author corrects for the new guide is another.
#[test]
fn scenarios_are_played_too() {
    let (from, to) = ("go = \"remedy.resume\"", "go = \"remedy.restart\"");
    let (old, new) = (guide(&[]), guide(&[(from, to)]));
    let mut impact = Impact::new(Arc::clone(&old), Arc::clone(&new));
    let (runs, broken) = Run::scenarios(&old, &new);
    // The new guide's is the same, facts and truth alike.
    assert_eq!((runs.len(), broken), (1, 0));
    for run in runs {
        impact.take(run);
    }
    let impact = impact.done();
    let [moved] = &impact.moved[..] else { panic!("{:?}", impact.moved) };
    let name = "new-prices-on-friday".to_owned();
    assert_eq!(moved.runs, [(RunKind::Scenario, name)]);
    assert_eq!((&*moved.was, moved.now.as_deref()), ("remedy.resume", Some("remedy.restart")));
    assert!(text(&impact, &Texts::new("en")).contains("scenario new-prices-on-friday"));

    let truth = ("truth = \"remedy.resume\"", "truth = \"remedy.restart\"");
    let corrected = guide(&[(from, to), truth]);
    let (runs, broken) = Run::scenarios(&old, &corrected);
    assert_eq!((runs.len(), broken), (2, 0));
    assert_eq!(Run::scenarios(&new, &new).1, 1, "its own guide can't play it");
}

#[test]
fn what_does_not_fit_the_old_guide_is_left_out() {
    let (old, new) = (guide(&[("id = \"dead\"", "id = \"dark\"")]), guide(&[]));
    let mut impact = Impact::new(Arc::clone(&old), Arc::clone(&new));
    let (runs, broken) = Run::cases(&old, &new);
    // The old guide can't play its own case, the new one's is the same and is not played again.
    assert_eq!((runs.len(), broken), (4, 1));
    let start = Session::start(new, Entry::Symptom("dead".into()), Timestamp::UNIX_EPOCH);
    let transcript = start.expect("begins").transcript().to_vec();
    impact.take(Run { kind: RunKind::Session, name: "1".to_owned(), transcript });
    assert_eq!(impact.count(RunKind::Session).apart, 1);
    assert!(impact.is_fine());
}

/// A session by the symptom "dead": no light, and the remedy did not help.
fn session(guide: &Arc<Guide>) -> Session {
    let at = Timestamp::UNIX_EPOCH;
    let mut session =
        Session::start(Arc::clone(guide), Entry::Symptom("dead".into()), at).expect("begins");
    session.answer(tilldoc::guide::Response::Answer("no".into()), at).expect("an answer");
    let tried = Event::Tried { remedy: "remedy.plug".into(), verdict: Verdict::Failed };
    session.act(tried, at).expect("a verdict");
    session
}

fn change(folder: &Path, file: &str, from: &str, to: &str) {
    let path = folder.join(file);
    let text = fs::read_to_string(&path).expect("it is there");
    assert!(text.contains(from), "{from}");
    fs::write(path, text.replace(from, to)).expect("written");
}

#[test]
fn sessions_cases_and_codes_are_played_by_the_program() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    let run = |arguments: &[&str]| {
        let all = [&["guide", "impact", "old", "new"], arguments].concat();
        tilldoc(folder.path(), &all, "")
    };
    write_new_guide(&path("old")).expect("written");
    write_new_guide(&path("new")).expect("written");
    let old = Arc::new(read(&new_guide_sources()).guide);
    let place = Place::new(Some(&path("shop"))).expect("a path");
    let mut store = Store::open(&place, &TimeZone::UTC).expect("opens");
    let session = session(&old);
    store.add_all([(session.clone(), None), (session.clone(), None)]).expect("kept");
    drop(store);
    fs::copy(path("shop/tilldoc.db"), path("copy.db")).expect("copied");
    let bytes = fs::read(path("copy.db")).expect("there");

    let fine = run(&["--sessions", "copy.db", "--cases"]);
    assert!(fine.contains("2 sessions replayed; ending elsewhere now: 0"), "{fine}");
    assert!(fine.contains("5 path cases replayed; ending elsewhere now: 0"), "{fine}");
    assert!(fine.ends_with("exit 0"), "{fine}");

    change(
        &path("new"),
        "power.toml",
        "if_failed = \"remedy.support\"",
        "if_failed = \"link.cable\"",
    );
    let code = SessionCode::of(&session).to_string();
    assert_snapshot!("impact_program", run(&["--sessions", "shop", "--cases", "--code", &code]));
    assert_snapshot!("impact_json", run(&["--sessions", "copy.db", "--json"]));
    assert_eq!(fs::read(path("copy.db")).expect("there"), bytes, "it is only read");

    fs::create_dir(path("more")).expect("made");
    let case = "[[case]]\nid = \"faint\"\nsymptom = \"looks-wrong\"\nanswers = [\"faint\"]\n\
                remedy = \"remedy.clean-head\"\n";
    fs::write(path("more/more-cases.toml"), case).expect("written");
    let more = run(&["--cases=more"]);
    assert!(more.contains("6 path cases replayed; ending elsewhere now: 0"), "{more}");
    let built_in = tilldoc(folder.path(), &["guide", "impact", "built-in", "built-in"], "");
    assert!(built_in.contains(" scenarios replayed; ending elsewhere now: 0"), "{built_in}");
    for name in ["old", "new"] {
        for file in ["cases.toml", "scenarios.toml"] {
            fs::remove_file(path(name).join(file)).expect("it is there");
        }
    }
    let nothing = run(&[]);
    assert!(nothing.starts_with("Nothing to compare"), "{nothing}");

    assert!(run(&["--code", "0000-0000"]).ends_with("exit 2"));
    assert!(run(&["--sessions", "nothing.db"]).ends_with("exit 3"));
    let other = tilldoc(
        folder.path(),
        &["guide", "impact", "built-in", "built-in", "--sessions", "copy.db"],
        "",
    );
    assert!(other.contains("2 more left out") && other.ends_with("exit 0"), "{other}");
}
