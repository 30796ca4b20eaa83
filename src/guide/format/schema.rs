//! The description of the format as a JSON Schema, for editors.
//!
//! Draft 7: of the servers that complete TOML, taplo knows no newer one, and tombi takes any. Both
//! show `description` when the pointer rests on a key, so that one has all languages of the program.

mod scenario;

use super::{
    ANSWER, CALL, HEAD, Key, Takes,
    keys::{LIKELIHOODS, LISTS},
};
use crate::{
    guide::{Kind, Rule, Severity, explain::explanation, rules},
    texts::Texts,
    tr,
};
use serde_json::{Map, Value, json};

/// What an id looks like.
const ID: &str = "^[A-Za-z0-9][A-Za-z0-9._-]*$";
/// What a tag of a language looks like.
const TAG: &str = "^[A-Za-z0-9-]+$";
/// Something that is not blank.
const SAYS: &str = r"\S";
/// A response code in its normal form.
const CODE: &str = "^(?:[0-9A-Z][0-9A-Z._-]+|[A-Z])$";
/// RFC 3339, a date with a time, or a date.
const MOMENT: &str = r"^\s*\d{4}-\d{2}-\d{2}(?:[Tt ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:[Zz]|[+-]\d{2}:?\d{2})?)?\s*$";
/// Answers and actions at most: each has a digit.
const MOST_ANSWERS: usize = 9;
const MOST_ACTIONS: usize = 6;
/// The largest amount, in units.
const MOST_UNITS: f64 = 99_999_999.99;

/// The schema of every file of a guide in these languages; where there are none, of a guide in any.
/// `texts` are the languages in which its keys are explained.
pub fn schema(languages: &[String], texts: &[Texts]) -> String {
    let writer = Writer { languages, texts };
    // Writing a value that is made of strings, numbers, lists and maps can't fail.
    let mut text = serde_json::to_string_pretty(&writer.file()).unwrap_or_default();
    text.push('\n');
    text
}

struct Writer<'a> {
    languages: &'a [String],
    texts: &'a [Texts],
}

impl Writer<'_> {
    /// What a key is for, in all languages.
    fn about(&self, about: impl Fn(&Texts) -> String) -> String {
        let all: Vec<String> = self.texts.iter().map(about).collect();
        all.join("\n\n")
    }

    fn file(&self) -> Value {
        let mut properties = self.properties(&HEAD);
        let mut definitions = Map::new();
        for (name, keys, about) in LISTS {
            let items = json!({ "$ref": format!("#/definitions/{name}") });
            let list = json!({ "type": "array", "items": items, "description": self.about(about) });
            properties.insert(name.to_owned(), list);
            definitions.insert(name.to_owned(), self.table(name, keys, about));
        }
        let call = self.table("call", &CALL, |texts| tr!(texts, "schema-call"));
        definitions.insert("call".to_owned(), call);
        definitions.insert("text".to_owned(), self.text());
        definitions.insert("likelihood".to_owned(), likelihood());
        definitions.insert("moment".to_owned(), moment());
        // A file with one of these keys is `guide.toml`, which has all that are required.
        let required = required(&HEAD);
        let together = HEAD.iter().map(|key| (key.name.to_owned(), json!(required)));
        let together: Map<String, Value> = together.collect();
        json!({
            "$schema": "http://json-schema.org/draft-07/schema#",
            "title": self.about(|texts| tr!(texts, "schema-title")),
            "description": self.about(|texts| tr!(texts, "schema-about")),
            "type": "object",
            "properties": properties,
            "additionalProperties": false,
            "dependencies": together,
            "definitions": definitions,
        })
    }

    fn properties(&self, keys: &[Key]) -> Map<String, Value> {
        keys.iter().map(|key| (key.name.to_owned(), self.property(key))).collect()
    }

    /// A key with what it is for. Beside a reference nothing else counts in this draft, so the
    /// reference stands in a list of its own.
    fn property(&self, key: &Key) -> Value {
        let mut value = self.takes(key.takes);
        if let Some(reference) = value.as_object_mut().and_then(|value| value.remove("$ref")) {
            value = json!({ "allOf": [{ "$ref": reference }] });
        }
        value["description"] = json!(self.about(key.about));
        value
    }

    fn table(&self, name: &str, keys: &[Key], about: fn(&Texts) -> String) -> Value {
        let mut table = json!({
            "type": "object",
            "description": self.about(about),
            "properties": self.properties(keys),
            "required": required(keys),
            "additionalProperties": false,
        });
        match name {
            "question" => table["allOf"] = json!(kinds()),
            "case" | "scenario" => table["oneOf"] = json!(ways_in()),
            _ => {}
        }
        table
    }

    fn takes(&self, takes: Takes) -> Value {
        match takes {
            Takes::Format => json!({ "type": "integer", "enum": [1] }),
            Takes::Id => json!({ "type": "string", "pattern": ID }),
            Takes::Name | Takes::String => json!({ "type": "string", "pattern": SAYS }),
            Takes::Names | Takes::Strings => list(&json!({ "type": "string", "pattern": SAYS })),
            Takes::NameOrNames => {
                json!({ "anyOf": [self.takes(Takes::Name), self.takes(Takes::Names)] })
            }
            Takes::Languages => {
                let tag = json!({ "type": "string", "pattern": TAG });
                json!({ "type": "array", "items": tag, "minItems": 1, "uniqueItems": true })
            }
            Takes::Text => json!({ "$ref": "#/definitions/text" }),
            Takes::Texts => list(&self.takes(Takes::Text)),
            Takes::Minutes => json!({ "type": "number", "minimum": 0 }),
            Takes::Likelihood => json!({ "$ref": "#/definitions/likelihood" }),
            Takes::Amount => json!({ "type": "number", "minimum": 0, "maximum": MOST_UNITS }),
            Takes::Flag => json!({ "type": "boolean" }),
            Takes::Word(words) => json!({ "type": "string", "enum": words }),
            Takes::Words(words) => list(&json!({ "type": "string", "enum": words })),
            Takes::Code => json!({ "type": "string", "pattern": CODE }),
            Takes::Moment => json!({ "$ref": "#/definitions/moment" }),
            Takes::Rows => {
                let rows = json!({ "type": "array", "items": { "type": "string" } });
                json!({ "anyOf": [{ "type": "string" }, rows] })
            }
            Takes::Legend => {
                let mark = Key::must("mark", Takes::String, |texts| tr!(texts, "schema-mark"));
                list(&self.mixed(&mark))
            }
            Takes::Actions => {
                let id = Key::must("id", Takes::Id, |texts| tr!(texts, "schema-action-id"));
                let mut list = list(&self.mixed(&id));
                list["minItems"] = json!(1);
                list["maxItems"] = json!(MOST_ACTIONS);
                list
            }
            Takes::Call => json!({ "$ref": "#/definitions/call" }),
            Takes::Screen
            | Takes::ScenarioCode
            | Takes::Answered
            | Takes::Sights
            | Takes::Traps
            | Takes::Temptations
            | Takes::Tellings => self.scenario(takes),
            Takes::Count => json!({ "type": "integer", "minimum": 1 }),
            Takes::Allow => self.allow(),
            Takes::Answers => {
                let answer = self.table("answer", &ANSWER, |texts| tr!(texts, "schema-answers"));
                let mut list = list(&answer);
                list["minItems"] = json!(1);
                list["maxItems"] = json!(MOST_ANSWERS);
                list
            }
        }
    }

    /// The rules that may be broken for a reason, each with what it asks.
    fn allow(&self) -> Value {
        let allowed = rules().filter(|rule| rule.severity != Severity::Error);
        let reason = |rule: &Rule| {
            let about = |texts: &Texts| explanation(rule.id, texts.tag()).means.to_owned();
            let value =
                json!({ "type": "string", "pattern": SAYS, "description": self.about(about) });
            (rule.id.to_owned(), value)
        };
        let properties: Map<String, Value> = allowed.map(reason).collect();
        json!({ "type": "object", "properties": properties, "additionalProperties": false })
    }

    /// A text in all languages.
    fn text(&self) -> Value {
        let mut text = self.versions();
        text["description"] = json!(self.about(|texts| tr!(texts, "schema-text")));
        text
    }

    /// A table of one key and the languages of a text.
    fn mixed(&self, key: &Key) -> Value {
        let mut table = self.versions();
        table["properties"][key.name] = self.property(key);
        if let Some(required) = table["required"].as_array_mut() {
            required.insert(0, json!(key.name));
        }
        table
    }

    fn versions(&self) -> Value {
        let one = json!({ "type": "string", "pattern": SAYS });
        if self.languages.is_empty() {
            return json!({
                "type": "object",
                "properties": {},
                "required": [],
                "additionalProperties": one,
                "propertyNames": { "pattern": TAG },
            });
        }
        let version = |tag: &String| {
            let mut own = one.clone();
            let about = |texts: &Texts| tr!(texts, "schema-version-of", tag = tag.as_str());
            own["description"] = json!(self.about(about));
            (tag.clone(), own)
        };
        let versions: Map<String, Value> = self.languages.iter().map(version).collect();
        json!({
            "type": "object",
            "properties": versions,
            "required": self.languages,
            "additionalProperties": false,
        })
    }
}

fn list(items: &Value) -> Value {
    json!({ "type": "array", "items": items })
}

fn required(keys: &[Key]) -> Vec<&'static str> {
    keys.iter().filter(|key| key.required).map(|key| key.name).collect()
}

fn likelihood() -> Value {
    json!({ "anyOf": [
        { "type": "string", "enum": LIKELIHOODS },
        { "type": "number", "exclusiveMinimum": 0 },
    ] })
}

/// A string, or one of TOML's own dates: taplo hands those over as strings, tombi takes them for
/// types of their own and knows them by their formats.
fn moment() -> Value {
    let of = |format: &str| json!({ "type": "string", "format": format, "pattern": MOMENT });
    let own = ["date-time", "date-time-local", "date"].map(of);
    let mut all = vec![json!({ "type": "string", "pattern": MOMENT })];
    all.extend(own);
    json!({ "anyOf": all })
}

/// Which keys mean something in which kind of question.
fn kinds() -> Vec<Value> {
    let without = |keys: &[&str]| {
        let each: Vec<Value> = keys.iter().map(|key| json!({ "required": [key] })).collect();
        json!({ "properties": { "answers": { "items": { "not": { "anyOf": each } } } } })
    };
    let own = |kind: Kind| match kind {
        Kind::Choice => without(&["up_to", "none", "other"]),
        Kind::Amount => without(&["none", "other"]),
        Kind::Code => without(&["up_to", "none"]),
        Kind::Ticks => without(&["up_to", "other"]),
    };
    let rule = |(name, kind): (&str, Kind)| {
        // Where it is not said, it is a choice.
        let said = json!({ "properties": { "kind": { "enum": [name] } } });
        let mut when = said;
        let mut then = own(kind);
        if kind != Kind::Choice {
            when["required"] = json!(["kind"]);
            then["not"] = json!({ "required": ["profile"] });
        }
        json!({ "if": when, "then": then })
    };
    Kind::NAMES.into_iter().map(rule).collect()
}

/// The ways in of a path case, of which it has exactly one.
fn ways_in() -> [Value; 4] {
    [
        json!({ "required": ["symptom"] }),
        json!({ "required": ["code"] }),
        json!({ "required": ["message"] }),
        json!({ "required": ["everything"], "properties": { "everything": { "enum": [true] } } }),
    ]
}
