//! The real program, run to its end.

use std::{
    ffi::OsStr,
    io::Write,
    path::Path,
    process::{Command, Output, Stdio},
};

/// Runs the program in a folder, where its data and its configuration are as well, with nothing else in
/// its environment than this: what it wrote, and its exit code.
pub(crate) fn program<A: AsRef<OsStr>, V: AsRef<OsStr>>(
    folder: &Path,
    arguments: &[A],
    environment: &[(&str, V)],
    input: &[u8],
) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_tilldoc"))
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
        .expect("the program starts");
    let mut keyboard = child.stdin.take().expect("it has an input");
    // A program that needs no input may have ended already.
    let _ = keyboard.write_all(input);
    drop(keyboard);
    child.wait_with_output().expect("it ends")
}
