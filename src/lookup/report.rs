//! What was found, printed: for people and for scripts.

use super::Found;
use crate::{
    guide::{Guide, Node, Target},
    texts::Texts,
    tr,
    wording::Words,
};
use serde::Serialize;

/// One thing that was found, as in the JSON.
#[derive(Serialize)]
struct Entry {
    /// `code`, `message` or `symptom`.
    kind: &'static str,
    /// The code, or the id of the message or symptom.
    id: String,
    /// The ids of the schemes where a code means this.
    schemes: Vec<String>,
    /// What the terminal shows, or what the code means.
    text: String,
    /// What it means, where that is not the text.
    meaning: Option<String>,
    /// What to do.
    action: Option<String>,
    /// Who must act.
    who: Option<&'static str>,
    /// Whether the sale may be tried again.
    retry: Option<&'static str>,
    /// Where the guide goes on.
    go: Option<Go>,
}

/// A question or remedy.
#[derive(Serialize)]
struct Go {
    id: String,
    text: String,
}

/// What was found as lines for people; nothing where nothing was.
pub fn text(guide: &Guide, texts: &Texts, found: &[Found]) -> String {
    let words = Words { guide, texts, lang: guide.lang(texts) };
    let mut lines = Vec::new();
    for own in found {
        let (name, kind) = words.found(*own);
        lines.push(tr!(texts, "lookup-line", name = name, kind = kind));
        let leads = own.go(guide).and_then(|target| go(&words, target));
        let leads = leads.map(|go| tr!(texts, "lookup-leads-to", text = go.text));
        lines.extend(words.detail(*own).into_iter().chain(leads).map(|line| format!("  {line}")));
    }
    lines.into_iter().map(|line| line + "\n").collect()
}

/// What was found as a JSON list, the closest first.
pub fn json(guide: &Guide, texts: &Texts, found: &[Found]) -> String {
    let words = Words { guide, texts, lang: guide.lang(texts) };
    let entries: Vec<Entry> = found.iter().map(|own| entry(&words, *own)).collect();
    crate::json::pretty(&entries)
}

fn entry(words: &Words, found: Found) -> Entry {
    let lang = words.lang;
    let mut entry = Entry {
        kind: found.kind(),
        id: String::new(),
        schemes: Vec::new(),
        text: words.found(found).0,
        meaning: None,
        action: None,
        who: None,
        retry: None,
        go: found.go(words.guide).and_then(|target| go(words, target)),
    };
    match found {
        Found::Code(code) => {
            entry.id.clone_from(&code.code);
            entry.schemes = code.schemes().map(|scheme| scheme.id.to_string()).collect();
            code.meaning.get(lang).clone_into(&mut entry.text);
            entry.action = Some(code.action.get(lang).to_owned());
            entry.who = Some(code.who.name());
            entry.retry = Some(code.retry.name());
        }
        Found::UnsureCode(code) => code.clone_into(&mut entry.id),
        Found::Message(message) => {
            entry.id = message.id.to_string();
            message.say.get(lang).clone_into(&mut entry.text);
            entry.meaning = Some(message.meaning.get(lang).to_owned());
            entry.action = Some(message.action.get(lang).to_owned());
            entry.who = Some(message.who.name());
            entry.retry = message.retry.map(crate::guide::Retry::name);
        }
        Found::Symptom(symptom) => entry.id = symptom.id.to_string(),
    }
    entry
}

fn go(words: &Words, target: &Target) -> Option<Go> {
    let text = match words.guide.node(&target.id)? {
        Node::Question(question) => &question.ask,
        Node::Remedy(remedy) => &remedy.cause,
    };
    Some(Go { id: target.id.to_string(), text: text.get(words.lang).to_owned() })
}
