//! JSON as the program writes it and reads it back: harmless whatever stands in its texts.
//!
//! JSON has escapes for control characters below U+0020 alone; what else steers a terminal or turns the
//! direction of text would come out as it is.

use crate::clean::{block, is_private, is_unwanted};
use serde::Serialize;
use std::borrow::Cow;
use unicode_width::UnicodeWidthChar;

/// A value as JSON over several lines, with a line end. Each text in it is cleaned.
pub(crate) fn pretty(value: &impl Serialize) -> String {
    // What is told has names as its keys and plain values: it always is JSON. Were it otherwise, an
    // empty object says so to a program.
    let json = serde_json::to_string_pretty(value).unwrap_or_else(|_| "{}".to_owned());
    harmless(&json).into_owned() + "\n"
}

/// The same JSON with each of its texts cleaned. What is no JSON stays none.
pub(crate) fn harmless(json: &str) -> Cow<'_, str> {
    if is_harmless(json) {
        return Cow::Borrowed(json);
    }
    let mut out = String::with_capacity(json.len());
    let mut rest = json;
    while let Some(at) = rest.find('"') {
        let (before, from) = rest.split_at(at);
        let (text, after) = from.split_at(end_of_text(from));
        out.push_str(before);
        out.push_str(&cleaned(text));
        rest = after;
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Whether cleaning changes nothing for certain. Almost everything is like that.
fn is_harmless(json: &str) -> bool {
    let odd = |c: char| match c {
        // Told at once: almost every character is one of these.
        '\n' | '\u{4E00}'..='\u{9FFF}' => false,
        ' '..='~' => c == '\\',
        _ => is_unwanted(c) || is_private(c) || c.width() == Some(0),
    };
    !json.chars().any(odd)
}

/// Where the text ends that `json` begins with, in bytes, behind its closing quotation mark.
fn end_of_text(json: &str) -> usize {
    let mut escaped = false;
    for (at, byte) in json.bytes().enumerate().skip(1) {
        match byte {
            b'"' if !escaped => return at + 1,
            b'\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    json.len()
}

/// A text with its quotation marks, cleaned.
fn cleaned(text: &str) -> Cow<'_, str> {
    if is_harmless(text) {
        return Cow::Borrowed(text);
    }
    let own = serde_json::from_str::<String>(text).ok();
    let own = own.and_then(|own| serde_json::to_string(&block(&own, usize::MAX)).ok());
    own.map_or(Cow::Borrowed(text), Cow::Owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn each_text_is_cleaned_and_nothing_else_is_touched() {
        let value = json!({
            "a\u{202e}": ["x\u{9b}2Jy", "quo\"te \\ and \u{1b}]0;t\u{7}end", "停\u{200b}机"],
            "n": { "number": -1.5, "none": null, "lines": "a\nb" },
            "marks": format!("e{}", "\u{301}".repeat(9)),
        });
        let clean = json!({
            "a": ["xy", "quo\"te \\ and end", "停机"],
            "n": { "number": -1.5, "none": null, "lines": "a\nb" },
            "marks": format!("e{}", "\u{301}".repeat(4)),
        });
        let text = pretty(&value);
        assert_eq!(serde_json::from_str::<Value>(&text).expect("JSON"), clean);
        assert_eq!(harmless(&text), text);
        let plain = json!({ "b": 1, "a": "“停机” C:\\x", "c": ["\t"] });
        let told = serde_json::to_string(&json!({ "b": 1, "a": "“停机” C:\\x" })).expect("JSON");
        assert_eq!(harmless(&told), told);
        assert!(pretty(&plain).contains("C:\\\\x"));
    }

    #[test]
    fn what_is_no_json_stays_none() {
        for text in ["", "\"", "\"a\\", "{\"a\u{9b}\": \"\\u12\"}", "\\\""] {
            assert!(serde_json::from_str::<Value>(&harmless(text)).is_err(), "{text:?}");
        }
    }
}
