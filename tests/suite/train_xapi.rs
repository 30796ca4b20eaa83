//! Statements for a learning system, held against the published rules of xAPI 1.0.3: those that a
//! schema can say, and those that it can't.

use crate::support::{
    attempts::{attempts, played},
    trainee::guide,
};
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::{collections::BTreeSet, sync::LazyLock};
use tilldoc::training::{
    Attempt, AttemptId, Mode, OpenAttempt, Trainee, TraineeId,
    report::xapi::{HOMEPAGE, Source, is_homepage, json, statements},
};

static RULES: LazyLock<jsonschema::Validator> = LazyLock::new(|| {
    let rules = serde_json::from_str(include_str!("support/xapi.schema.json")).expect("JSON");
    jsonschema::draft7::new(&rules).expect("a schema")
});

/// The statements of attempts, as a learning system reads them: what is wrong in them ends the test.
fn read(attempts: &[Attempt], open: &[OpenAttempt], homepage: &str) -> Vec<Value> {
    let guide = guide();
    let source = Source { homepage, platform: "tilldoc 0.1.0", guide: &guide };
    let text = json(&statements(attempts, open, &source));
    let all: Value = serde_json::from_str(&text).expect("JSON");
    let wrong: Vec<String> = RULES
        .iter_errors(&all)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    let all = all.as_array().expect("a list").clone();
    all.iter().for_each(beyond_the_schema);
    let ids: BTreeSet<&str> = all.iter().filter_map(|own| own["id"].as_str()).collect();
    assert_eq!(ids.len(), all.len(), "two statements have the same id, or one has none");
    all
}

/// What no schema can say.
fn beyond_the_schema(statement: &Value) {
    no_nulls(statement);
    let score = &statement["result"]["score"];
    if !score.is_null() {
        let part = |name: &str| score[name].as_f64().expect("a number");
        assert!(part("min") < part("max"), "{score}");
        assert!((part("min")..=part("max")).contains(&part("raw")), "{score}");
        let share = (part("raw") - part("min")) / (part("max") - part("min"));
        assert!((share - part("scaled")).abs() < 1e-9, "{score}");
    }
    if let Some(duration) = statement["result"]["duration"].as_str() {
        duration.parse::<SignedDuration>().expect("a duration");
    }
    let at: Timestamp = statement["timestamp"].as_str().expect("a time").parse().expect("a time");
    assert!(statement["timestamp"].as_str().is_some_and(|at| at.ends_with('Z')), "{at}");
    let verb = verb(statement);
    assert!(["initialized", "answered", "completed", "passed", "failed"].contains(&verb), "{verb}");
    match verb {
        "passed" => assert_eq!(statement["result"]["success"], true),
        "failed" => assert_eq!(statement["result"]["success"], false),
        "completed" => assert_eq!(statement["result"]["completion"], true),
        _ => assert!(statement["result"]["score"].is_null()),
    }
}

fn no_nulls(value: &Value) {
    match value {
        Value::Null => panic!("a null, which only extensions may have"),
        Value::Array(all) => all.iter().for_each(no_nulls),
        Value::Object(all) => all.values().for_each(no_nulls),
        _ => {}
    }
}

fn verb(statement: &Value) -> &str {
    let verb = statement["verb"]["id"].as_str().expect("a verb");
    verb.strip_prefix("http://adlnet.gov/expapi/verbs/").expect("one of ADL's")
}

fn attempt(right: bool) -> Attempt {
    let began = "2026-11-23T01:00:00.5Z".parse().expect("a time");
    Attempt {
        id: AttemptId(7),
        trainee: Trainee { id: TraineeId(1), name: crate::support::attempts::name("李伟") },
        language: "zh".to_owned(),
        marked: played("roses-at-the-car-door", Mode::Exam, right, began),
    }
}

fn open(attempt: &Attempt) -> OpenAttempt {
    let start = crate::support::attempts::start(&attempt.marked);
    OpenAttempt { id: attempt.id, trainee: attempt.trainee.clone(), start }
}

#[test]
fn an_attempt_is_told_from_its_beginning_to_its_end() {
    let right = attempt(true);
    let all = read(std::slice::from_ref(&right), &[], HOMEPAGE);
    let verbs: Vec<&str> = all.iter().map(verb).collect();
    let answered = right.marked.answers.len();
    assert!(answered > 1);
    let expected: Vec<&str> = std::iter::once("initialized")
        .chain(std::iter::repeat_n("answered", answered))
        .chain(["completed", "passed"])
        .collect();
    assert_eq!(verbs, expected);
    for own in &all {
        assert_eq!(own["context"]["registration"], all[0]["context"]["registration"]);
        assert_eq!(own["actor"]["account"], json!({ "homePage": HOMEPAGE, "name": "李伟" }));
        assert_eq!(own["context"]["language"], "zh");
        assert_eq!(own["context"]["platform"], "tilldoc 0.1.0");
    }
    assert_eq!(all[0]["timestamp"], "2026-11-23T01:00:00.5Z");
    assert_eq!(all[0]["object"]["definition"]["name"]["en"], "Roses at the car door");
    let asked = &all[1]["object"]["definition"];
    assert_eq!(asked["name"].as_object().map(serde_json::Map::len), Some(2));
    assert_eq!(asked["correctResponsesPattern"][0], all[1]["result"]["response"]);
    assert_eq!(all[1]["result"]["success"], true);
    let passed = all.last().expect("the last");
    assert_eq!(passed["result"]["score"]["scaled"], 1.0);
    let wrong = read(&[attempt(false)], &[], HOMEPAGE);
    assert_eq!(wrong.last().map(verb), Some("failed"));
}

#[test]
fn a_trap_at_a_question_that_no_look_answers_is_told_as_wrong() {
    let mut own = attempt(true);
    let answered = |own: &Attempt| {
        let told = read(std::slice::from_ref(own), &[], HOMEPAGE);
        told.into_iter().find(|own| verb(own) == "answered").expect("an answer")
    };
    own.marked.answers[0].right = None;
    let unknown = answered(&own);
    assert!(unknown["result"]["success"].is_null(), "{unknown}");
    own.marked.answers[0].agrees = false;
    let trapped = answered(&own);
    assert_eq!(trapped["result"]["success"], false);
    assert!(trapped["object"]["definition"]["correctResponsesPattern"].is_null(), "{trapped}");
}

#[test]
fn what_was_only_begun_is_initialized_and_keeps_its_ids() {
    let finished = attempt(true);
    let begun = read(&[], &[open(&finished)], HOMEPAGE);
    let ended = read(&[finished], &[], HOMEPAGE);
    assert_eq!(begun.len(), 1);
    assert_eq!(begun[0], ended[0]);
}

#[test]
fn a_home_page_of_ones_own_names_people_and_activities() {
    let page = "https://learn.shop.example/staff";
    let all = read(&[attempt(true)], &[], page);
    for own in &all {
        assert_eq!(own["actor"]["account"]["homePage"], page);
        let object = own["object"]["id"].as_str().expect("an IRI");
        assert!(object.starts_with(&format!("{page}#")), "{object}");
    }
    let neutral = read(&[attempt(true)], &[], HOMEPAGE);
    // Whose it is belongs to a statement: another home page makes other statements.
    assert_ne!(all[3]["id"], neutral[3]["id"]);
    for (page, fits) in [
        (HOMEPAGE, true),
        ("https://learn.shop.example/", true),
        ("https://学习.example/店", true),
        ("learn.shop.example", false),
        ("https://", false),
        ("https://learn.shop.example/#staff", false),
        ("https://learn shop/", false),
        (":x", false),
    ] {
        assert_eq!(is_homepage(page), fits, "{page}");
    }
}

/// Something against the rules.
type Spoil = fn(&mut Value);

#[test]
fn the_rules_refuse_what_is_against_them() {
    let good = read(&[attempt(true)], &[], HOMEPAGE);
    let bad: [(&str, Spoil); 8] = [
        ("no actor", |own| drop(own.as_object_mut().map(|own| own.remove("actor")))),
        ("an id", |own| own["id"] = json!("7")),
        ("a verb", |own| own["verb"]["id"] = json!("passed")),
        ("a time", |own| own["timestamp"] = json!("2026-11-23 01:00")),
        ("a duration", |own| own["result"]["duration"] = json!("3 min")),
        ("a score", |own| own["result"]["score"]["scaled"] = json!(100)),
        ("a language", |own| own["context"]["language"] = json!("zh_CN.UTF-8")),
        ("a key", |own| own["mark"] = json!(80)),
    ];
    for (what, spoil) in bad {
        let mut all = good.clone();
        spoil(all.last_mut().expect("the last"));
        assert!(!RULES.is_valid(&Value::Array(all)), "{what}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn any_attempts_keep_the_rules_and_are_told_once_each(all in attempts()) {
        let told = read(&all, &[], HOMEPAGE);
        prop_assert_eq!(&told, &read(&all, &[], HOMEPAGE));
        let count = |wanted: &str| told.iter().filter(|own| verb(own) == wanted).count();
        let passed = all.iter().filter(|own| own.marked.passed).count();
        prop_assert_eq!(count("initialized"), all.len());
        prop_assert_eq!(count("completed"), all.len());
        prop_assert_eq!((count("passed"), count("failed")), (passed, all.len() - passed));
        let answers: usize = all.iter().map(|own| own.marked.answers.len()).sum();
        prop_assert_eq!(count("answered"), answers);
    }
}
