//! What the tests share.

pub(crate) mod attempts;
pub(crate) mod browser;
pub(crate) mod cards;
#[cfg(unix)]
pub(crate) mod controls;
pub(crate) mod drilled;
pub(crate) mod faults;
pub(crate) mod hands;
#[cfg(unix)]
pub(crate) mod hostile;
pub(crate) mod keys;
#[cfg(unix)]
pub(crate) mod launch;
#[cfg(unix)]
mod modes;
pub(crate) mod moves;
pub(crate) mod notes;
pub(crate) mod passages;
mod picture;
#[cfg(unix)]
pub(crate) mod planted;
pub(crate) mod program;
#[cfg(unix)]
pub(crate) mod pty;
mod script;
pub(crate) mod seen;
mod shell;
pub(crate) mod stage;
pub(crate) mod trainee;

use jiff::{Timestamp, tz::TimeZone};
use std::{
    cell::Cell,
    sync::{Arc, LazyLock},
};
use tilldoc::guide::{Guide, SourceFile, read};

/// A small guide with every kind of question and every part of a remedy.
pub(crate) fn sample() -> Arc<Guide> {
    static SAMPLE: LazyLock<Arc<Guide>> = LazyLock::new(|| {
        let file = SourceFile::new("guide.toml", include_str!("sample.toml"));
        let guide = read(&[file]).into_guide();
        Arc::new(guide.expect("the sample guide has no errors"))
    });
    SAMPLE.clone()
}

/// A zone that lies eight hours east all year.
pub(crate) fn zone() -> TimeZone {
    TimeZone::fixed(jiff::tz::offset(8))
}

/// A clock that begins at 21:42 in [`zone`] and goes on a minute each time it is read.
pub(crate) fn clock() -> impl Fn() -> Timestamp {
    let start: Timestamp = "2026-11-23T13:42:00Z".parse().expect("a time");
    let minutes = Cell::new(0);
    move || {
        let now = minutes.get();
        minutes.set(now + 1);
        start + jiff::Span::new().minutes(now)
    }
}
