//! Crash reports, with card data hidden before they reach the screen.

use crate::{clean, redact};
use color_eyre::config::{HookBuilder, Theme};
use std::{fmt, panic::PanicHookInfo};

struct Message;

/// The text of a panic without card data. Such a text often quotes another as Rust writes it, with
/// line breaks and what can't be seen as escapes; these hide no number either.
fn shown(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        plain.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let code = rest.strip_prefix("u{").and_then(|code| code.split_once('}'));
        if let Some((_, after)) = code {
            rest = after;
        } else if let Some(after) = rest.strip_prefix(['n', 'r', 't', '0']) {
            plain.push(' ');
            rest = after;
        } else {
            plain.push('\\');
        }
    }
    plain.push_str(rest);
    let plain = redact::redact(&clean::block(&plain, usize::MAX));
    if plain.masked { plain.text } else { redact::safe(text) }
}

impl color_eyre::section::PanicMessage for Message {
    fn display(&self, panic: &PanicHookInfo<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let payload = panic.payload();
        let text = payload
            .downcast_ref::<String>()
            .map(String::as_str)
            .or_else(|| payload.downcast_ref::<&str>().copied())
            .unwrap_or("no message");
        writeln!(f, "tilldoc stopped because of a defect in it: {}", shown(text))?;
        if let Some(place) = panic.location() {
            writeln!(f, "at {place}")?;
        }
        write!(f, "The terminal and your payments are not affected. Start tilldoc again.")
    }
}

/// Installs the reports of panics and errors. It comes before the terminal's own hook, so that
/// the terminal is given back before anything is printed.
pub fn install() {
    let hooks = HookBuilder::blank().theme(Theme::new()).panic_message(Message).into_hooks();
    let (panic, error) = hooks;
    // A second installation in one process (tests) fails; the first one stays.
    let _ = error.install();
    panic.install();
}
