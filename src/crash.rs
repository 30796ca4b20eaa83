//! Crash reports, with card data hidden before they reach the screen.

use crate::session::redact;
use color_eyre::config::{HookBuilder, Theme};
use std::{fmt, panic::PanicHookInfo};

struct Message;

impl color_eyre::section::PanicMessage for Message {
    fn display(&self, panic: &PanicHookInfo<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let payload = panic.payload();
        let text = payload
            .downcast_ref::<String>()
            .map(String::as_str)
            .or_else(|| payload.downcast_ref::<&str>().copied())
            .unwrap_or("no message");
        writeln!(f, "tilldoc stopped because of a defect in it: {}", redact(text).text)?;
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
