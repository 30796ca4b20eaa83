//! The real program without a terminal, and what it has kept.

use super::zone;
use std::{
    ffi::OsStr,
    io::Write,
    path::Path,
    process::{Child, Command, Output, Stdio},
};
use tilldoc::store::{Place, Store};

/// Runs the program in a folder, where its data and its configuration are as well, with nothing else in
/// its environment than this: what it wrote, and its exit code.
pub(crate) fn program<A: AsRef<OsStr>, V: AsRef<OsStr>>(
    folder: &Path,
    arguments: &[A],
    environment: &[(&str, V)],
    input: &[u8],
) -> Output {
    let mut child = start(folder, arguments, environment);
    let mut keyboard = child.stdin.take().expect("it has an input");
    // A program that needs no input may have ended already.
    let _ = keyboard.write_all(input);
    drop(keyboard);
    child.wait_with_output().expect("it ends")
}

/// The same, still running, with nothing written yet.
pub(crate) fn start<A: AsRef<OsStr>, V: AsRef<OsStr>>(
    folder: &Path,
    arguments: &[A],
    environment: &[(&str, V)],
) -> Child {
    Command::new(env!("CARGO_BIN_EXE_tilldoc"))
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .env("TILLDOC_CLOCK", "2026-11-23T09:41:00Z")
        .env("TZ", "UTC")
        // Nothing is written into the home of whoever runs the tests.
        .env("TILLDOC_DATA", folder.join("data"))
        .env("TILLDOC_CONFIG", folder.join("config"))
        .envs(environment.iter().map(|(name, value)| (name, value)))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts")
}

/// What the program has kept where it ran in this folder.
pub(crate) fn store(folder: &Path) -> Store {
    let place = Place::new(Some(&folder.join("data"))).expect("a path");
    Store::open(&place, &zone()).expect("opens")
}
