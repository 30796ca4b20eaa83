//! A database into which somebody else has written: what it tells comes out as harmless text.

use crate::{
    hostile::{assert_files_harmless, run},
    support::{
        attempts::{keep, played, start},
        hostile::{assert_harmless, assert_no_formula, texts},
        program::store,
    },
};
use rusqlite::{Connection, params};
use serde_json::{Value, json};
use std::{ffi::OsString, path::Path};
use tilldoc::training::{Mode, TraineeName};

/// Keeps one session for each text, and puts the text wherever a database has one that is told.
fn hostile_sessions(folder: &Path) {
    for (session, (name, text)) in (1_i64..).zip(texts()) {
        let ran = run(folder, &["plain".into()], &[], b"1\n2\nn it is slow\nt 1\n1\nq\n");
        assert_eq!(ran.code, Some(0), "{name}: {}", ran.output);
        let db = Connection::open(folder.join("data/tilldoc.db")).expect("opens");
        let titles = json!({ "zh": text, "en": text }).to_string();
        for (part, kind) in
            [("entry", "symptom"), ("step", "step"), ("remedy", "remedy"), ("terminal", "terminal")]
        {
            let id = format!("{text}{session}");
            let add =
                "INSERT INTO terms (guide, kind, name, titles, words) VALUES (?1, ?2, ?3, ?4, '')";
            db.execute(add, params![text, kind, id, titles]).expect("written");
            let set = format!("UPDATE sessions SET {part} = ?1 WHERE id = ?2");
            db.execute(&set, params![db.last_insert_rowid(), session]).expect("written");
        }
        let add = "INSERT INTO guides (name, version) VALUES (?1, ?1)";
        db.execute(add, [format!("{text}{session}")]).expect("written");
        let set = "UPDATE sessions SET guide = ?1 WHERE id = ?2";
        db.execute(set, params![db.last_insert_rowid(), session]).expect("written");
        let add = "INSERT INTO support (session, at, text) VALUES (?1, 0, ?2)";
        db.execute(add, params![session, text]).expect("written");
        let set = "UPDATE events SET event = replace(event, 'it is slow', ?1) WHERE session = ?2";
        let quoted = json!(text).to_string();
        db.execute(set, params![quoted.trim_matches('"'), session]).expect("written");
        // Of what was asked and reached last, too.
        db.execute("UPDATE terms SET titles = ?1 WHERE kind IN ('question', 'remedy')", [titles])
            .expect("written");
    }
}

#[test]
fn sessions() {
    let folder = tempfile::tempdir().expect("a folder");
    hostile_sessions(folder.path());
    let many = texts().len();
    let mut all: Vec<Vec<String>> = [
        &["history"][..],
        &["history", "--json"],
        &["history", "--search", "a"],
        &["stats"],
        &["stats", "--json"],
        &["stats", "--csv"],
        &["guide", "order", "--from-history"],
    ]
    .map(|own| own.iter().map(|own| (*own).to_owned()).collect())
    .into();
    let own = |format: &str, at: usize| {
        ["history", "export", &at.to_string(), "--format", format].map(str::to_owned).to_vec()
    };
    all.extend(
        (1..=many).map(|at| ["history", "show", &at.to_string()].map(str::to_owned).to_vec()),
    );
    all.extend((1..=many).flat_map(|at| ["json", "html"].map(|format| own(format, at))));
    for arguments in all {
        let words: Vec<OsString> = ["--lang", "en"]
            .into_iter()
            .map(OsString::from)
            .chain(arguments.iter().map(OsString::from))
            .collect();
        let ran = run(folder.path(), &words, &[], b"");
        let text = ran.output.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        assert_harmless(&text, &format!("{arguments:?}"));
        assert_harmless_json(&text, &format!("{arguments:?}"));
        assert!(matches!(ran.code, Some(0 | 1)), "{arguments:?}: {text}");
        if arguments.last().is_some_and(|last| last == "--csv") {
            assert_no_formula(&text);
            assert!(text.lines().count() > 2 * many, "{text}");
        }
    }
    assert_files_harmless(folder.path());
}

/// Checks the texts that a program reads there, where it is JSON.
#[track_caller]
fn assert_harmless_json(text: &str, of: &str) {
    fn each(value: &Value, of: &str) {
        match value {
            Value::String(own) => assert_harmless(own, of),
            Value::Array(own) => own.iter().for_each(|own| each(own, of)),
            Value::Object(own) => own.iter().for_each(|(key, own)| {
                assert_harmless(key, of);
                each(own, of);
            }),
            _ => {}
        }
    }
    if let Some(Ok(value)) = serde_json::Deserializer::from_str(text).into_iter::<Value>().next() {
        each(&value, of);
    }
}

#[test]
fn attempts() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = store(folder.path());
    let began = "2026-11-20T02:00:00Z".parse().expect("a time");
    let good = played("the-silent-box", Mode::Exam, false, began);
    assert!(!good.answers.is_empty());
    for (at, (_, text)) in texts().into_iter().enumerate() {
        let mut marked = good.clone();
        let titles = [("en".to_owned(), text.clone()), ("zh".to_owned(), text.clone())];
        let worded = tilldoc::training::Worded(titles.into());
        marked.title = worded.clone();
        // Of another guide that is not at hand.
        marked.scenario = text.as_str().into();
        marked.step = text.as_str().into();
        (marked.guide, marked.version) = (text.clone(), text.clone());
        for own in &mut marked.answers {
            own.question = text.as_str().into();
            own.given = text.clone();
            own.right = own.right.take().map(|_| text.clone());
        }
        for own in &mut marked.harm {
            (own.choice, own.why) = (worded.clone(), worded.clone());
        }
        let name = format!("T{at}");
        keep(&mut store, &name, &marked);
        let trainee = store.trainee(&TraineeName::parse(&name).expect("a name"), began);
        store.begin_attempt(trainee.expect("known").id, &start(&marked)).expect("begun");
        let db = Connection::open(folder.path().join("data/tilldoc.db")).expect("opens");
        db.execute("UPDATE trainees SET name = name || ?1 WHERE name = ?2", [&text, &name])
            .expect("written");
        db.execute("UPDATE attempts SET language = ?1 WHERE guide = ?1", [&text]).expect("written");
    }
    drop(store);
    let mut all = vec![
        vec!["train", "trainees"],
        vec!["train", "trainees", "--json"],
        vec!["train", "course", "--all"],
        vec!["train", "course", "--all", "--json"],
        vec!["train", "list", "--trainee", "T1"],
    ];
    for by in ["trainee", "scenario", "step", "question"] {
        for format in ["table", "csv", "html", "json", "xapi"] {
            all.push(vec!["train", "report", "--by", by, "--format", format]);
        }
    }
    for arguments in all {
        let words: Vec<OsString> =
            ["--lang", "en"].iter().chain(&arguments).map(OsString::from).collect();
        let ran = run(folder.path(), &words, &[], b"");
        let of = format!("{arguments:?}");
        let text = ran.output.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        assert_harmless(&text, &of);
        assert_harmless_json(&text, &of);
        assert!(matches!(ran.code, Some(0 | 1)), "{of}: {text}");
        match arguments[..] {
            [.., "csv"] => assert_no_formula(&text),
            [.., "html"] => assert!(!text.contains("<script") && !text.contains("<img"), "{of}"),
            _ => {}
        }
    }
}
