//! Summaries of sessions, in every format and language.

use crate::support::{clock, sample, zone};
use std::fs;
use tilldoc::{
    guide::{Amount, Response},
    session::{
        Entry, Event, Recorded, Session, Verdict,
        export::{Format, Summary, export},
    },
    texts::Texts,
};

fn answer(id: &str) -> Response {
    Response::Answer(id.into())
}

/// A session with all there can be in one: answers changed, kept, dropped and unsure, amounts, codes
/// and ticks, two remedies and notes with what must not get out.
pub(crate) fn eventful() -> Session {
    let clock = clock();
    let mut session = Session::start(sample(), Entry::Symptom("blank-screen".into()), clock())
        .expect("a symptom");
    let mut act = |event| session.act(event, clock()).expect("fits");
    let answered =
        |question: &str, response| Event::Answered { question: question.into(), response };
    let tried = |remedy: &str, verdict| Event::Tried { remedy: remedy.into(), verdict };
    act(answered("power.light", answer("no")));
    act(answered("power.look", Response::Ticks(vec!["loose".into(), "dead-outlet".into()])));
    act(Event::Ticked { remedy: "remedy.cord".into(), action: "plug".into(), done: true });
    act(Event::Changed { question: "power.light".into(), response: answer("yes") });
    act(answered("network.online", answer("no")));
    act(Event::Ticked { remedy: "remedy.router".into(), action: "unplug".into(), done: true });
    act(Event::Noted { text: "卡号 6222021234567890,密码123456\n# *see* [it](x)".into() });
    act(tried("remedy.router", Verdict::Worked));
    act(Event::Changed { question: "network.online".into(), response: answer("unsure") });
    let code = Response::Code { code: "61".into(), scheme: "unionpay".into() };
    act(answered("card.code", code));
    act(answered("card.sum", Response::Amount(Amount::parse("1280.5").expect("an amount"))));
    act(Event::Changed { question: "card.code".into(), response: answer("unsure") });
    act(tried("remedy.limit", Verdict::Failed));
    session
}

pub(crate) fn written(session: &Session, format: Format, tag: &str) -> String {
    let texts = Texts::new(tag);
    Summary::new(session, &texts, &zone(), "0.0.0").write(format, &texts)
}

#[test]
fn says_everything_in_every_format_and_language() {
    let session = eventful();
    for tag in ["en", "zh"] {
        for format in Format::ALL {
            let name = format!("summary-{tag}-{}", format.ending());
            insta::assert_snapshot!(name, written(&session, format, tag));
        }
    }
}

#[test]
fn a_session_that_has_only_begun_has_a_short_one() {
    let session = Session::start(sample(), Entry::CheckEverything, clock()()).expect("starts");
    insta::assert_snapshot!("summary-begun", written(&session, Format::Text, "en"));
}

#[test]
fn a_solved_session_needs_nobody() {
    let clock = clock();
    let entry = Entry::Code { code: "51".into(), scheme: "unionpay".into() };
    let mut session = Session::start(sample(), entry, clock()).expect("starts");
    let event = Event::Tried { remedy: "remedy.balance".into(), verdict: Verdict::Worked };
    session.act(event, clock()).expect("fits");
    insta::assert_snapshot!("summary-solved", written(&session, Format::Text, "zh"));
}

#[test]
fn no_card_data_gets_out() {
    let session = eventful();
    for tag in ["en", "zh"] {
        for format in Format::ALL {
            let text = export(&session, format, &Texts::new(tag), &zone());
            assert!(!text.contains("6222021234567890") && !text.contains("123456"), "{text}");
            assert!(text.contains("******7890") || text.contains(r"\*\*\*7890"), "{text}");
            assert!(text.contains(env!("CARGO_PKG_VERSION")));
        }
    }
}

#[test]
fn a_json_summary_holds_its_session() {
    let session = eventful();
    let json: serde_json::Value =
        serde_json::from_str(&written(&session, Format::Json, "en")).expect("JSON");
    let events: Vec<Recorded> = serde_json::from_value(json["events"].clone()).expect("events");
    let again = Session::replay(sample(), events).expect("the same guide");
    assert_eq!(again.state(), session.state());
    assert_eq!(again.transcript(), session.transcript());
}

/// The fields of a JSON value with their paths.
fn fields(value: &serde_json::Value, path: &str, found: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(object) => {
            for (key, below) in object {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                // What stands in these is documented as a whole.
                if !matches!(key.as_str(), "events" | "response") {
                    fields(below, &path, found);
                }
                found.push(path);
            }
        }
        serde_json::Value::Array(list) => {
            for below in list {
                fields(below, path, found);
            }
        }
        _ => {}
    }
}

#[test]
fn the_document_names_every_field() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/summary-json.md");
    let document = fs::read_to_string(path).expect("the document").replace("\r\n", "\n");
    let mut found = Vec::new();
    let json = written(&eventful(), Format::Json, "en");
    fields(&serde_json::from_str(&json).expect("JSON"), "", &mut found);
    found.sort();
    found.dedup();
    let documented = |path: &String| {
        let generic = [".id", ".text"].iter().any(|end| path.ends_with(end));
        generic || document.contains(&format!("`{path}`"))
    };
    let missing: Vec<_> = found.iter().filter(|path| !documented(path)).collect();
    assert!(missing.is_empty(), "docs/summary-json.md does not name {missing:?}");

    let clock = clock();
    let entry = Entry::Symptom("no-network".into());
    let mut session = Session::start(sample(), entry, clock()).expect("starts");
    session.answer(answer("no"), clock()).expect("fits");
    let action =
        Event::Ticked { remedy: "remedy.router".into(), action: "unplug".into(), done: true };
    session.act(action, clock()).expect("fits");
    session.note("the light blinks", clock()).expect("fits");
    let example = written(&session, Format::Json, "en");
    let shown = document.split("```json\n").nth(1).and_then(|rest| rest.split("```").next());
    assert_eq!(shown.unwrap_or_default(), example, "the example in docs/summary-json.md");
}

#[test]
fn names_tell_formats() {
    for (name, format) in [
        ("a.md", Some(Format::Markdown)),
        ("小结.TXT", Some(Format::Text)),
        ("/a.b/c.json", Some(Format::Json)),
        ("a.html", Some(Format::Html)),
        ("A.HTM", Some(Format::Html)),
        ("a.xhtml", None),
        ("md", None),
        (".md", None),
        ("folder/.txt", None),
        ("", None),
    ] {
        assert_eq!(Format::of_name(name), format, "{name}");
    }
}
