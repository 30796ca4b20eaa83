//! Sessions that come back from their summaries.

use crate::{
    export::{eventful, written},
    support::moves::{SMALL, begun, moves, play},
    support::{sample, zone},
};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::Arc;
use tilldoc::{
    guide::{Guide, SourceFile, read},
    session::{
        Event, Session,
        export::{Format, IMPORT_LIMIT, ImportError, export, import},
    },
    texts::Texts,
};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn the_same_session_comes_back(mut session in begun(), moves in moves(), tag in "en|zh") {
        play(&mut session, &moves, |_, _| Ok(()))?;
        let json = export(&session, Format::Json, &Texts::new(&tag), &zone());
        let again = import(&json, session.guide());
        let again = again.map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(again.state(), session.state());
        prop_assert_eq!(again.transcript(), session.transcript());
        // And whoever reads it sees the same: the shop, the terminal, the numbers, in every format.
        for format in Format::ALL {
            let own = |session| export(session, format, &Texts::new(&tag), &zone());
            prop_assert_eq!(own(&again), own(&session));
        }
        prop_assert_eq!(export(&again, Format::Json, &Texts::new(&tag), &zone()), json);
    }

    #[test]
    fn nothing_that_is_no_summary_is_taken_for_one(text in any::<String>()) {
        prop_assert!(import(&text, &sample()).is_err());
    }
}

/// The summary of an eventful session, as JSON that can be spoiled.
fn summary() -> Value {
    serde_json::from_str(&written(&eventful(), Format::Json, "zh")).expect("JSON")
}

fn taken(summary: &Value) -> Result<Session, ImportError> {
    import(&summary.to_string(), &sample())
}

#[test]
fn says_what_is_wrong_with_a_file() {
    let spoiled = |spoil: &dyn Fn(&mut Value)| {
        let mut summary = summary();
        spoil(&mut summary);
        taken(&summary).expect_err("it was spoiled")
    };
    let version = || "2026.11".to_owned();
    let not = |number| ImportError::DoesNotFit { number, version: version() };
    let errors = [
        (import("{\n\"a\": }", &sample()).expect_err("no JSON"), ImportError::NotJson { line: 2 }),
        (import("", &sample()).expect_err("nothing"), ImportError::NotJson { line: 1 }),
        (import("[1, 2]", &sample()).expect_err("a list"), ImportError::NotOurs),
        (import("{\"events\": []}", &sample()).expect_err("no program"), ImportError::NotOurs),
        (
            import(&" ".repeat(IMPORT_LIMIT + 1), &sample()).expect_err("too large"),
            ImportError::TooLarge,
        ),
        (spoiled(&|own| own["program"]["name"] = json!("other")), ImportError::NotOurs),
        (spoiled(&|own| own["format"] = json!("1")), ImportError::NotOurs),
        (spoiled(&|own| own["events"] = json!(7)), ImportError::NotOurs),
        (spoiled(&|own| own["format"] = json!(2)), ImportError::Newer { found: 2 }),
        (
            spoiled(&|own| own["guide"] = json!({ "id": "bikes", "version": "3" })),
            ImportError::OtherGuide { id: "bikes".to_owned(), version: "3".to_owned() },
        ),
        (
            spoiled(&|own| own["events"] = Value::Array(vec![Value::Null; 20_001])),
            ImportError::TooManyEvents(20_001),
        ),
        (spoiled(&|own| own["events"] = json!([])), not(1)),
        (spoiled(&|own| own["events"][0]["entry"] = json!({ "symptom": "no-such" })), not(1)),
        (spoiled(&|own| drop(own["events"].as_array_mut().expect("events").remove(0))), not(1)),
        (spoiled(&|own| own["events"][3] = own["events"][0].clone()), not(4)),
        (spoiled(&|own| own["events"][1]["event"] = json!("danced")), not(2)),
        (spoiled(&|own| own["events"][1]["at"] = json!("yesterday")), not(2)),
        (spoiled(&|own| own["events"][1]["response"] = json!({ "answer": "perhaps" })), not(2)),
        (spoiled(&|own| own["events"][3]["action"] = json!("jump")), not(4)),
    ];
    for (error, expected) in &errors {
        assert_eq!(error, expected);
    }
    let mut said: Vec<String> = ["zh", "en"]
        .iter()
        .flat_map(|tag| errors.iter().map(|(error, _)| error.message(&Texts::new(tag), &sample())))
        .collect();
    said.dedup();
    insta::assert_snapshot!(said.join("\n"));
}

#[test]
fn a_summary_of_another_version_is_taken_as_long_as_it_fits() {
    let other = |from: &str, to: &str| {
        let text = include_str!("support/sample.toml").replacen("2026.11", "2027.01", 1);
        assert!(text.contains(from));
        let guide = read(&[SourceFile::new("guide.toml", text.replacen(from, to, 1))]);
        Arc::new(guide.into_guide().expect("a guide"))
    };
    let json = written(&eventful(), Format::Json, "en");
    let same: Arc<Guide> = other("2027.01", "2027.01");
    let session = import(&json, &same).expect("everything fits");
    assert_eq!(session.recorded_with(), Some("2026.11"));
    assert_eq!(session.state(), eventful().state());
    let changed = other("id = \"loose\"", "id = \"slack\"");
    let error = import(&json, &changed).expect_err("a tick is gone");
    assert_eq!(error, ImportError::DoesNotFit { number: 3, version: "2026.11".to_owned() });
    for tag in ["zh", "en"] {
        let text = error.message(&Texts::new(tag), &changed);
        assert!(text.contains("2026.11") && text.contains("2027.01"), "{text}");
    }
}

#[test]
fn what_another_program_wrote_passes_the_same_door() {
    let mut spoiled = summary();
    let note = "4111 1111 1111 1111\u{1b}[2J\u{202e} CVV 123\r\n".to_owned() + &"x".repeat(5_000);
    spoiled["events"][0]["version"] = json!("5500 0000 0000 0004 \u{1b}]0;x\u{7}");
    spoiled["events"][7] = json!({ "at": "2026-11-23T13:49:00Z", "event": "noted", "text": note });
    let session = taken(&spoiled).expect("it fits");
    let texts = session.transcript().iter().filter_map(|own| match &own.event {
        Event::Noted { text } => Some(text),
        _ => None,
    });
    let notes: Vec<_> = texts.collect();
    let [note] = notes.as_slice() else { panic!("{} notes", notes.len()) };
    assert!(note.starts_with("411111******1111 CVV ***\n"), "{note:.80}");
    assert_eq!(note.chars().count(), 4_000);
    for format in Format::ALL {
        let text = export(&session, format, &Texts::new("zh"), &zone());
        for bad in ["1111 1111", "0000 0000", "\u{1b}", "\u{202e}"] {
            assert!(!text.contains(bad), "{format:?} has {bad:?}");
        }
    }
    // The door is also passed by what stands in errors.
    spoiled["guide"] = json!({ "id": "4111111111111111\u{1b}[2J", "version": "x".repeat(999) });
    let error = taken(&spoiled).expect_err("another guide").message(&Texts::new("en"), &sample());
    assert!(error.contains("411111******1111") && error.len() < 300, "{error}");
}

#[test]
fn a_byte_order_mark_and_unknown_fields_do_no_harm() {
    let mut more = summary();
    more["shop"] = json!("from a newer version of the same format");
    more["events"][0]["mood"] = json!("good");
    let text = format!("\u{feff}{more}");
    assert_eq!(import(&text, &sample()).expect("it fits").state(), eventful().state());
    assert!(matches!(import(&text, &SMALL), Err(ImportError::OtherGuide { .. })));
}
