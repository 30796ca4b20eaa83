//! What each rule means, why it matters, and how to mend what breaks it, with an example of each
//! kind: what `tilldoc guide explain` shows and `docs/rules.md` prints.
//!
//! The words are in `assets/rules.toml`, the examples are the cases that the tests use.

use super::{Rule, Severity, rules};
use crate::{
    packed::{self, unpack, unpack_text},
    texts::Texts,
    tr,
};
use serde::Deserialize;
use std::{collections::BTreeMap, fmt::Write, sync::LazyLock};

static CASES: LazyLock<packed::Texts> = LazyLock::new(|| unpack(packed::CASES));

/// The words of all rules, by rule and language.
static WORDS: LazyLock<BTreeMap<String, Words>> = LazyLock::new(|| {
    // A test reads the same file and holds it against the registry.
    toml::from_str(&unpack_text(packed::RULES)).unwrap_or_default()
});

/// The words of one rule, by language.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    means: BTreeMap<String, String>,
    why: BTreeMap<String, String>,
    mend: BTreeMap<String, String>,
}

/// What is said of one rule in one language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Explanation<'a> {
    /// What it asks.
    pub means: &'a str,
    /// Why that matters to a clerk.
    pub why: &'a str,
    /// How to mend what breaks it.
    pub mend: &'a str,
}

impl Explanation<'_> {
    /// Its parts under their headings.
    fn parts(&self, texts: &Texts) -> [(String, &str); 3] {
        [
            (tr!(texts, "explain-means"), self.means),
            (tr!(texts, "explain-why"), self.why),
            (tr!(texts, "explain-mend"), self.mend),
        ]
    }
}

/// The headings of the two examples, and which of them is the good one.
fn examples(texts: &Texts) -> [(String, bool); 2] {
    [(tr!(texts, "explain-bad"), false), (tr!(texts, "explain-good"), true)]
}

/// What is said of a rule in a language; empty where nothing is.
pub fn explanation(rule: &str, tag: &str) -> Explanation<'static> {
    let Some(words) = WORDS.get(rule) else { return Explanation::default() };
    let of = |all: &'static BTreeMap<String, String>| {
        all.get(tag).or_else(|| all.get("en")).map_or("", String::as_str)
    };
    Explanation { means: of(&words.means), why: of(&words.why), mend: of(&words.mend) }
}

/// The rules of which something is said, and the languages of each part of it: for tests.
pub fn explained() -> Vec<(&'static str, Vec<Vec<&'static str>>)> {
    let tags = |all: &'static BTreeMap<String, String>| all.keys().map(String::as_str).collect();
    let parts = |own: &'static Words| vec![tags(&own.means), tags(&own.why), tags(&own.mend)];
    WORDS.iter().map(|(rule, own)| (rule.as_str(), parts(own))).collect()
}

/// The files of a rule's bad case, or of its good one, with their names.
pub fn case(rule: &str, good: bool) -> Vec<(&'static str, &'static str)> {
    let folder = if good { "good/" } else { "" };
    let (one, several) = (format!("{folder}{rule}.toml"), format!("{folder}{rule}/"));
    let name = |path: &'static str| path.rsplit_once('/').map_or(path, |(_, name)| name);
    let own = CASES.iter().filter(|(path, _)| **path == one || path.starts_with(&several));
    own.map(|(path, text)| (name(path), text.as_str())).collect()
}

/// One rule in full.
pub fn explain(rule: &Rule, texts: &Texts) -> String {
    let told = explanation(rule.id, texts.tag());
    let severity = rule.severity.label(texts);
    // Writing to a string can't fail, here and below.
    let mut out = format!("{}\n\n", rule.id);
    out += &tr!(texts, "explain-severity", severity = severity);
    for (heading, text) in told.parts(texts) {
        let _ = write!(out, "\n\n{heading}\n  {text}");
    }
    if rule.severity != Severity::Error {
        let example = allowed(rule.id, texts);
        let _ = write!(out, "\n  {}", tr!(texts, "explain-allow", example = example));
    }
    for (heading, good) in examples(texts) {
        let _ = write!(out, "\n\n{heading}");
        for (name, text) in case(rule.id, good) {
            let _ = write!(out, "\n\n    # {name}");
            for line in text.trim_end().lines() {
                let _ = write!(out, "\n    {line}");
            }
        }
    }
    let mut out: String = out.lines().map(|line| line.trim_end().to_owned() + "\n").collect();
    // Cases of control characters are shown, too.
    if out.chars().any(|c| c != '\n' && super::characters::refused(c).is_some()) {
        out = out
            .split('\n')
            .map(|line| super::visible(line).into_owned())
            .collect::<Vec<_>>()
            .join("\n");
    }
    out
}

/// How an author lets a rule be broken.
fn allowed(rule: &str, texts: &Texts) -> String {
    format!("{{ {rule} = \"{}\" }}", tr!(texts, "explain-allow-why"))
}

/// All rules, one a line: severity, name, what it asks.
pub fn explain_all(texts: &Texts) -> String {
    let width = rules().map(|rule| rule.id.len()).max().unwrap_or_default();
    let line = |rule: &Rule| {
        let means = explanation(rule.id, texts.tag()).means;
        format!("{:<8} {:<width$}  {means}\n", rule.severity.name(), rule.id)
    };
    let lines: String = rules().map(line).collect();
    lines + "\n" + &tr!(texts, "explain-more") + "\n"
}

/// All rules in full, as a page of Markdown: `docs/rules.md` in English, `docs/rules.zh-CN.md` in
/// Chinese.
pub fn document(texts: &Texts) -> String {
    let mut out = tr!(texts, "explain-document") + "\n\n";
    for rule in rules() {
        let _ = writeln!(out, "- [`{}`](#{})", rule.id, rule.id);
    }
    for rule in rules() {
        let told = explanation(rule.id, texts.tag());
        let severity = rule.severity.label(texts);
        let _ = write!(out, "\n## `{}`\n\n", rule.id);
        out += &tr!(texts, "explain-severity", severity = severity);
        for (heading, text) in told.parts(texts) {
            let _ = write!(out, "\n\n**{heading}.** {text}");
        }
        for (heading, good) in examples(texts) {
            let _ = write!(out, "\n\n**{heading}:**");
            for (name, text) in case(rule.id, good) {
                let text =
                    text.split('\n').map(|line| super::visible(line.trim_end()).into_owned());
                let text: Vec<String> = text.collect();
                let _ = write!(out, "\n\n```toml\n# {name}\n{}\n```", text.join("\n").trim_end());
            }
        }
        out.push('\n');
    }
    out
}

/// What is said of a name that no rule has.
pub fn explain_unknown(name: &str, texts: &Texts) -> (String, String) {
    let near = super::nearest(name, rules().map(|rule| rule.id));
    let help = match near {
        Some(rule) => tr!(texts, "explain-near", rule = rule),
        None => tr!(texts, "explain-list"),
    };
    (tr!(texts, "explain-unknown", rule = name.to_owned()), help)
}
