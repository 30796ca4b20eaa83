//! The JSON Schema of a guide's files: it says what the reader does, as far as a schema can.

use super::{guide_check, guide_format};
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};
use tilldoc::{
    guide::{SourceFile, builtin_scenarios, builtin_sources, format_tables, read, schema},
    texts::Texts,
};

/// The rules that are a matter of form: a file that breaks one of them is refused by the schema.
/// Whatever else a guide breaks needs the whole guide to be seen, or the words.
const FORM: [&str; 21] = [
    "allowed-error",
    "bad-code",
    "bad-id",
    "bad-number",
    "bad-time",
    "case-way-in",
    "empty-text",
    "misplaced-key",
    "missing-key",
    "missing-language",
    "no-languages",
    "question-without-answers",
    "remedy-without-actions",
    "too-many-actions",
    "too-many-answers",
    "toml-syntax",
    "unknown-key",
    "unknown-language",
    "unknown-word",
    "unsupported-format",
    "wrong-type",
];

fn written(languages: &[String]) -> Value {
    let text = schema(languages, &[Texts::new("en"), Texts::new("zh")]);
    serde_json::from_str(&text).expect("a schema is JSON")
}

fn validator(languages: &[String]) -> jsonschema::Validator {
    jsonschema::draft7::new(&written(languages)).expect("it is a schema of draft 7")
}

/// A file as a schema sees it: dates are strings.
fn as_json(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => text.into(),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(on) => on.into(),
        toml::Value::Datetime(own) => own.to_string().into(),
        toml::Value::Array(values) => values.into_iter().map(as_json).collect(),
        toml::Value::Table(entries) => {
            entries.into_iter().map(|(key, value)| (key, as_json(value))).collect()
        }
    }
}

/// What the schema of its guide says of each file; nothing of one that is no TOML.
fn refused(files: &[SourceFile]) -> Vec<String> {
    let validator = validator(&read(files).guide.languages);
    let mut all = Vec::new();
    // What must not be advised is a list of another form.
    let of_guide = |file: &&SourceFile| file.name != "forbidden-advice.toml";
    for file in files.iter().filter(of_guide) {
        match toml::from_str::<toml::Value>(&file.text) {
            Ok(value) => all.extend(
                validator
                    .iter_errors(&as_json(value))
                    .map(|error| format!("{}: {}: {error}", file.name, error.instance_path())),
            ),
            Err(error) => all.push(format!("{}: {error}", file.name)),
        }
    }
    all
}

fn folder(path: &str) -> Vec<SourceFile> {
    let mut files = Vec::new();
    for entry in fs::read_dir(path).expect("the folder is there") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|ending| ending == "toml") {
            let name = path.file_name().expect("a file").to_string_lossy().into_owned();
            files.push(SourceFile::new(name, fs::read_to_string(path).expect("a text")));
        }
    }
    files
}

#[test]
fn every_good_file_is_accepted() {
    let mut cases = builtin_sources();
    cases.extend(folder("tests/cases"));
    cases.extend(builtin_scenarios());
    let mut all = vec![cases, folder("tests/guides/small"), guide_format::examples()];
    all.extend(guide_check::good_cases().into_iter().map(|(_, files)| files));
    for files in all {
        assert!(!files.is_empty());
        assert_eq!(refused(&files), Vec::<String>::new());
    }
}

#[test]
fn bad_guides_are_refused_where_it_is_a_matter_of_form() {
    let mut wrong = Vec::new();
    let mut met = BTreeSet::new();
    for (name, files) in guide_check::cases() {
        let findings = read(&files).findings;
        let rules = findings.iter().map(|finding| finding.rule);
        let form: Vec<&str> = rules.filter(|rule| FORM.contains(rule)).collect();
        met.extend(form.iter().copied());
        let refused = refused(&files);
        // Of the duplicates, one in a list of plain words is a matter of form, too.
        let listed = name == "duplicate-id--language";
        if (form.is_empty() && !listed) != refused.is_empty() {
            wrong.push(format!("{name}: {form:?} {refused:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(met, FORM.into_iter().collect(), "a bad guide for every rule of form");
}

/// The reader's tables, with what the schema knows of them.
fn tables(schema: &Value) -> BTreeMap<&'static str, &Value> {
    let table = |name: &'static str| match name {
        "guide.toml" => schema,
        "answer" => &schema["definitions"]["question"]["properties"]["answers"]["items"],
        _ if name.starts_with("[[scenario.") => {
            let list = name.trim_matches(['[', ']']).trim_start_matches("scenario.");
            &schema["definitions"]["scenario"]["properties"][list]["items"]
        }
        _ => &schema["definitions"][name.trim_matches(['[', ']'])],
    };
    format_tables().into_iter().map(|(name, _)| (name, table(name))).collect()
}

#[test]
fn it_knows_the_readers_tables_and_explains_every_key_in_both_languages() {
    let schema = written(&["zh".to_owned(), "en".to_owned()]);
    let tables = tables(&schema);
    for (name, keys) in format_tables() {
        for key in keys {
            let about = tables[name]["properties"][key]["description"].as_str();
            let about = about.unwrap_or_else(|| panic!("{name}: {key} is not explained"));
            let (english, chinese) = about.split_once("\n\n").expect("two languages");
            assert!(english.is_ascii(), "{name}: {key}: {english}");
            assert!(!chinese.is_ascii(), "{name}: {key}: {chinese}");
        }
        if name != "guide.toml" {
            let own: BTreeSet<&str> = keys.iter().copied().collect();
            let known = tables[name]["properties"].as_object().expect("properties");
            assert_eq!(known.keys().map(String::as_str).collect::<BTreeSet<_>>(), own, "{name}");
            assert_eq!(tables[name]["additionalProperties"], json!(false), "{name}");
        }
    }
}

/// The reader and the schema refuse a number in place of whatever a key takes, and a string that is
/// none of the words.
#[test]
fn a_value_of_the_wrong_kind_is_refused_by_both() {
    let languages = ["zh".to_owned(), "en".to_owned()];
    let (schema, validator) = (written(&languages), validator(&languages));
    let mut tried = 0;
    for (name, keys) in format_tables() {
        let own = name.trim_matches(['[', ']']);
        if own == name {
            continue;
        }
        let (list, inner) = own.split_once('.').map_or((own, None), |(a, b)| (a, Some(b)));
        for key in keys {
            // A time of day is nothing that any key takes.
            let text = match inner {
                Some(_) => format!("[[{list}]]\n{name}\n{key} = 12:00:00\n"),
                None => format!("{name}\n{key} = 12:00:00\n"),
            };
            let findings = read(&[SourceFile::new("guide.toml", text.clone())]).findings;
            let reader = findings
                .iter()
                .any(|finding| matches!(finding.rule, "wrong-type" | "bad-time" | "bad-number"));
            assert!(reader, "the reader takes {text}");
            let about = &schema["definitions"][list]["properties"][inner.unwrap_or(key)];
            // As a list of lists it is none of TOML's own dates, so that no string will do.
            let table = json!({ *key: [[12]] });
            let (value, at) = match inner {
                Some(inner) => {
                    (json!({ list: [{ inner: [table] }] }), format!("/{list}/0/{inner}/0/{key}"))
                }
                None if name.starts_with("[[") => {
                    (json!({ list: [table] }), format!("/{list}/0/{key}"))
                }
                None => (json!({ list: table }), format!("/{list}/{key}")),
            };
            let refused = validator
                .iter_errors(&value)
                .any(|error| error.instance_path().to_string().starts_with(&at));
            assert!(refused, "the schema takes [[12]] as {own}.{key}: {about}");
            tried += 1;
        }
    }
    assert!(tried > 90, "{tried}");
}

#[test]
fn a_guide_in_other_languages_has_a_schema_of_its_own() {
    let check = |languages: &[&str], text: &Value| {
        let languages: Vec<String> = languages.iter().map(|&tag| tag.to_owned()).collect();
        let file = json!({ "group": [{ "id": "a", "title": text }] });
        validator(&languages).is_valid(&file)
    };
    let (both, german) = (json!({ "zh": "一", "en": "One" }), json!({ "de": "Eins" }));
    assert!(check(&["zh", "en"], &both) && !check(&["zh", "en"], &german));
    assert!(check(&["de"], &german) && !check(&["de"], &both));
    // Where nothing is known of the guide yet, any language will do.
    assert!(check(&[], &both) && check(&[], &german) && !check(&[], &json!("One")));
}

#[test]
fn the_file_in_the_repository_is_what_the_command_writes() {
    let languages = read(&builtin_sources()).guide.languages;
    let own = schema(&languages, &[Texts::new("en"), Texts::new("zh")]);
    let kept = fs::read_to_string("content/guide.schema.json").expect("the schema is kept");
    assert!(
        kept.replace("\r\n", "\n") == own,
        "write it anew: cargo run -- guide schema --output content/guide.schema.json --force"
    );
    for folder in ["content/pos", "content/scenarios", "tests/cases"] {
        for file in self::folder(folder) {
            let first = file.text.lines().next().unwrap_or_default();
            let path = first.strip_prefix("#:schema ").unwrap_or_else(|| panic!("{}", file.name));
            assert!(Path::new(folder).join(path).exists(), "{}: {path}", file.name);
        }
    }
}
