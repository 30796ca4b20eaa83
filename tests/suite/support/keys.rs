//! Inputs written as a string: `"1<enter>n客人<esc>"`.

use proptest::prelude::*;
use tilldoc::tui::{Input, Key};

/// Stands in a script for something that the journal tells.
pub(super) const TOLD: &str = "<told>";

/// Stands in a script for an answer of a slow shelf.
pub(super) const ANSWER: &str = "<answer>";

/// The inputs that a script stands for.
pub(crate) fn inputs(script: &str) -> Vec<Input> {
    let mut inputs = Vec::new();
    let mut rest = script;
    while let Some(first) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|rest| rest.split_once('>'));
        let (input, after) = match named.and_then(|(name, after)| Some((input(name)?, after))) {
            Some((input, after)) => (input, after),
            None => (
                Input::Key(Key::parse(&first.to_string()).expect("a character is a key")),
                &rest[first.len_utf8()..],
            ),
        };
        inputs.push(input);
        rest = after;
    }
    inputs
}

fn input(name: &str) -> Option<Input> {
    let pair = |text: &str, by: char| {
        let (a, b) = text.split_once(by)?;
        Some((a.parse().ok()?, b.parse().ok()?))
    };
    match name.split_once(':') {
        Some(("click", at)) => pair(at, ',').map(|(column, row)| Input::Click(column, row)),
        Some(("wheel", rows)) => Some(Input::Wheel(rows.parse().ok()?)),
        Some(("paste", text)) => Some(Input::Paste(text.to_owned())),
        _ if name == "tick" => Some(Input::Tick),
        _ if name == "told" => Some(Input::Paste(TOLD.to_owned())),
        _ if name == "answer" => Some(Input::Paste(ANSWER.to_owned())),
        _ => pair(name, 'x')
            .map(|(width, height)| Input::Resize(width, height))
            .or_else(|| Key::parse(name).filter(|_| name.chars().count() > 1).map(Input::Key)),
    }
}

/// What hands on a keyboard, a mouse and a window may send.
pub(crate) fn any_input() -> impl Strategy<Value = Input> {
    let keys = prop::sample::select(vec![
        "1",
        "2",
        "3",
        "4",
        "5",
        "9",
        "0",
        "<enter>",
        "<esc>",
        "<left>",
        "<backspace>",
        "<up>",
        "<down>",
        "<pageup>",
        "<pagedown>",
        "<home>",
        "<end>",
        "<tab>",
        "<f1>",
        "<f2>",
        "<f3>",
        "<f4>",
        "<f5>",
        "<f6>",
        "<f7>",
        "<f8>",
        "<f9>",
        "?",
        "/",
        "n",
        "r",
        "e",
        "d",
        "g",
        "l",
        "m",
        "q",
        "k",
        "j",
        " ",
        "a",
        "客",
        "\u{301}",
        "<ctrl+c>",
        "<ctrl+z>",
        "<ctrl+u>",
        "<delete>",
    ]);
    prop_oneof![
        8 => keys.prop_map(|key| inputs(key).remove(0)),
        1 => (0u16..140, 0u16..50).prop_map(|(column, row)| Input::Click(column, row)),
        1 => (-9i16..9).prop_map(Input::Wheel),
        1 => (1u16..140, 1u16..50).prop_map(|(width, height)| Input::Resize(width, height)),
        1 => ".{0,40}".prop_map(Input::Paste),
    ]
}
