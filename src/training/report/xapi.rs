//! Attempts as statements for a learning system: xAPI 1.0.3.
//!
//! ```text
//! initialized ─► answered, once for each answer ─► completed, unless it was given up ─► passed | failed
//! ```
//!
//! Source: "Experience API, Part Two: Experience API Data", version 1.0.3 (Advanced Distributed
//! Learning, 2016); verbs and activity types are those of ADL's vocabulary.
//!
//! The same attempt always gives the same statements with the same ids, in whatever language and
//! however often the report is made: a learning system that has them already takes no second ones.
//! Names of activities may differ; by the standard they are no part of a statement. The marks of an
//! attempt have no times for single answers, so all but `initialized` bear that of its end.

use crate::{
    guide::{Guide, Id},
    training::{Attempt, AttemptStart, Marked, Marking, Mode, OpenAttempt, Points, Trainee},
};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value, json};
use uuid::Uuid;

/// Names tilldoc where nobody has said whose learning system it is: a name of its own that leads
/// nowhere.
pub const HOMEPAGE: &str = "urn:uuid:9c4af7f1-b595-5ce3-8cf0-58b5ead7bace";

/// The name space of attempts; the ids of statements come from it and must never change.
const ATTEMPTS: Uuid = Uuid::from_u128(0x9c4a_f7f1_b595_5ce3_8cf0_58b5_ead7_bace);

/// What statements need to know beside the attempts.
#[derive(Clone, Copy, Debug)]
pub struct Source<'s> {
    /// Whose names the trainees' are: an IRI without a fragment.
    pub homepage: &'s str,
    /// The program. Not its version: statements that were sent would be others after each update.
    pub platform: &'s str,
    /// The guide that names questions.
    pub guide: &'s Guide,
}

/// The statements of attempts, in the order in which they are given: finished ones, then those that
/// were only begun.
pub fn statements(attempts: &[Attempt], open: &[OpenAttempt], source: &Source<'_>) -> Vec<Value> {
    let mut all = Vec::new();
    for attempt in attempts {
        let marked = &attempt.marked;
        let run = Run {
            source,
            attempt: attempt.id.0,
            trainee: &attempt.trainee,
            language: &attempt.language,
            about: About::of(marked),
        };
        all.push(run.initialized());
        let answers = marked.answers.iter().enumerate();
        all.extend(answers.map(|(at, answer)| run.answered(at, answer, marked.ended)));
        all.extend(marked.completed.then(|| run.completed(marked)));
        all.push(run.judged(marked));
    }
    for attempt in open {
        let run = Run {
            source,
            attempt: attempt.id.0,
            trainee: &attempt.trainee,
            language: &attempt.start.language,
            about: About::begun(&attempt.start),
        };
        all.push(run.initialized());
    }
    all
}

/// The statements as a JSON array.
pub fn json(statements: &[Value]) -> String {
    crate::json::pretty(&statements)
}

/// What one attempt is about.
struct About<'a> {
    scenario: &'a Id,
    titles: Value,
    guide: &'a str,
    version: &'a str,
    mode: Mode,
    began: Timestamp,
}

impl<'a> About<'a> {
    fn of(marked: &'a Marked) -> Self {
        Self {
            scenario: &marked.scenario,
            titles: json!(marked.title),
            guide: &marked.guide,
            version: &marked.version,
            mode: marked.mode,
            began: marked.began,
        }
    }

    fn begun(start: &'a AttemptStart) -> Self {
        Self {
            scenario: &start.scenario,
            titles: json!(start.title),
            guide: &start.guide,
            version: &start.version,
            mode: start.mode,
            began: start.began,
        }
    }
}

/// One attempt on its way into statements.
struct Run<'r> {
    source: &'r Source<'r>,
    attempt: i64,
    trainee: &'r Trainee,
    language: &'r str,
    about: About<'r>,
}

impl Run<'_> {
    fn initialized(&self) -> Value {
        self.statement("initialized", "initialized", self.about.began, (self.scenario(), None))
    }

    fn answered(&self, at: usize, answer: &Marking, ended: Timestamp) -> Value {
        let mut result = Map::new();
        result.insert("response".to_owned(), json!(answer.given));
        if let Some(success) = answer.success() {
            result.insert("success".to_owned(), json!(success));
        }
        let key = format!("answered {at} {}", answer.question);
        self.statement(&key, "answered", ended, (self.question(answer), Some(result.into())))
    }

    fn completed(&self, marked: &Marked) -> Value {
        let result = json!({
            "score": score(marked),
            "completion": true,
            "duration": duration(marked),
        });
        self.statement("completed", "completed", marked.ended, (self.scenario(), Some(result)))
    }

    fn judged(&self, marked: &Marked) -> Value {
        let verb = if marked.passed { "passed" } else { "failed" };
        let points = Points::NAMES.into_iter().zip(marked.points.all());
        let points: Map<String, Value> = points
            .map(|(name, share)| (name.to_owned(), json!({ "got": share.got, "most": share.most })))
            .collect();
        let result = json!({
            "score": score(marked),
            "success": marked.passed,
            "completion": marked.completed,
            "duration": duration(marked),
            "extensions": {
                extension("points"): points,
                extension("pass-mark"): marked.mark,
                extension("harm"): marked.harm.len(),
                extension("simulated-minutes"): marked.minutes,
                extension("best-minutes"): marked.best_minutes,
            },
        });
        self.statement("judged", verb, marked.ended, (self.scenario(), Some(result)))
    }

    fn statement(
        &self,
        key: &str,
        verb: &str,
        at: Timestamp,
        (object, result): (Value, Option<Value>),
    ) -> Value {
        let registration = self.registration();
        let mut statement = json!({
            "id": Uuid::new_v5(&registration, key.as_bytes()).to_string(),
            "actor": {
                "objectType": "Agent",
                "name": self.trainee.name.as_str(),
                "account": {
                    "homePage": self.source.homepage,
                    "name": self.trainee.name.as_str(),
                },
            },
            "verb": {
                "id": format!("http://adlnet.gov/expapi/verbs/{verb}"),
                "display": { "en-US": verb },
            },
            "object": object,
            "context": self.context(registration, verb == "answered"),
            "timestamp": milliseconds(at).to_string(),
            "version": "1.0.3",
        });
        if let (Some(result), Some(own)) = (result, statement.as_object_mut()) {
            own.insert("result".to_owned(), result);
        }
        statement
    }

    /// The name of the attempt, which all its statements have. The number alone would be that of
    /// another attempt in another shop.
    fn registration(&self) -> Uuid {
        let about = &self.about;
        let name = [
            self.source.homepage,
            &self.attempt.to_string(),
            self.trainee.name.as_str(),
            about.scenario,
            // As the database keeps it.
            &about.began.as_millisecond().to_string(),
        ];
        Uuid::new_v5(&ATTEMPTS, name.join("\n").as_bytes())
    }

    fn context(&self, registration: Uuid, about_question: bool) -> Value {
        let guide = self.activity("guide", &[self.about.guide]);
        let mut activities = json!({ "grouping": [{ "objectType": "Activity", "id": guide }] });
        if about_question && let Some(own) = activities.as_object_mut() {
            let parent = json!([{ "objectType": "Activity", "id": self.scenario_id() }]);
            own.insert("parent".to_owned(), parent);
        }
        json!({
            "registration": registration.to_string(),
            "contextActivities": activities,
            "platform": self.source.platform,
            "language": self.language,
            "revision": self.about.version,
            "extensions": { extension("mode"): self.about.mode.name() },
        })
    }

    fn scenario(&self) -> Value {
        let mut definition = json!({ "type": "http://adlnet.gov/expapi/activities/simulation" });
        if let Some(own) = definition.as_object_mut()
            && self.about.titles.as_object().is_some_and(|titles| !titles.is_empty())
        {
            own.insert("name".to_owned(), self.about.titles.clone());
        }
        json!({ "objectType": "Activity", "id": self.scenario_id(), "definition": definition })
    }

    fn scenario_id(&self) -> String {
        self.activity("scenario", &[self.about.guide, self.about.scenario])
    }

    fn question(&self, answer: &Marking) -> Value {
        let mut definition = json!({
            "type": "http://adlnet.gov/expapi/activities/cmi.interaction",
            "interactionType": "other",
        });
        if let Some(own) = definition.as_object_mut() {
            if let Some(right) = &answer.right {
                own.insert("correctResponsesPattern".to_owned(), json!([right]));
            }
            let asked = self.asked(&answer.question);
            if !asked.is_empty() {
                own.insert("name".to_owned(), asked.into());
            }
        }
        // What is right depends on the scenario, so it is a question of the scenario.
        let about = &self.about;
        let id = self.activity("question", &[about.guide, about.scenario, &answer.question]);
        json!({ "objectType": "Activity", "id": id, "definition": definition })
    }

    /// What a question asks, in all languages of the guide; nothing where the guide at hand is
    /// another one.
    fn asked(&self, question: &Id) -> Map<String, Value> {
        let guide = self.source.guide;
        let question = guide.question(question).filter(|_| guide.id == self.about.guide);
        let Some(question) = question else { return Map::new() };
        let asked = guide.languages.iter().zip(question.ask.versions());
        asked.map(|(tag, text)| (tag.clone(), json!(text))).collect()
    }

    /// The name of something that is learned: names in the parts are such as IRIs may have, but for
    /// the guide's.
    fn activity(&self, kind: &str, parts: &[&str]) -> String {
        let parts: Vec<String> = parts.iter().map(|part| percent_encoded(part)).collect();
        format!("{}#{kind}/{}", self.source.homepage, parts.join("/"))
    }
}

/// What a statement tells beside what the standard knows.
fn extension(name: &str) -> String {
    format!("{HOMEPAGE}#{name}")
}

fn score(marked: &Marked) -> Value {
    json!({ "scaled": marked.total / 100.0, "raw": marked.total, "min": 0, "max": 100 })
}

/// The real time that an attempt took, in ISO 8601; the standard asks for no more than hundredths of
/// a second.
fn duration(marked: &Marked) -> String {
    let hundredths = (marked.seconds() * 100.0).round() as i64;
    SignedDuration::from_millis(hundredths * 10).to_string()
}

/// As the database keeps it.
fn milliseconds(at: Timestamp) -> Timestamp {
    Timestamp::from_millisecond(at.as_millisecond()).unwrap_or(at)
}

/// A name as it may stand in an IRI.
fn percent_encoded(name: &str) -> String {
    let encoded: Vec<String> = name
        .bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                char::from(byte).to_string()
            }
            byte => format!("%{byte:02X}"),
        })
        .collect();
    encoded.concat()
}

/// Whether a text can be the home page of accounts: an absolute IRI without a fragment and without
/// anything that would have to be encoded.
pub fn is_homepage(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let in_scheme = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    let refused = |c: char| c.is_whitespace() || c.is_control() || "#<>\"{}|\\^`".contains(c);
    scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(in_scheme)
        && !rest.trim_matches('/').is_empty()
        && !rest.contains(refused)
}
