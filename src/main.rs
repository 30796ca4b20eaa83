//! The `tilldoc` program: install the hooks, run, return the exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    tilldoc::crash::install();
    tilldoc::run::run()
}
