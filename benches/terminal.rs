//! How fast the full screen is, seen from outside, in a pseudo-terminal: `benches/terminal.sh`, which
//! builds what this needs.
//!
//! Everything is told beside the least that a full-screen list can be (`examples/bare.rs`), measured in turns
//! in the same run: on a slow machine both are slow. `TERMINAL_RUNS` sets how many times (31), `TERMINAL_IDLE`
//! how many seconds of doing nothing are watched (10), `TERMINAL_FOLDER` another folder with `tilldoc` and
//! `examples/bare` than that of this build.
#![expect(clippy::print_stdout, reason = "the table is what it is run for")]

#[cfg(unix)]
#[path = "terminal/table.rs"]
mod table;
#[cfg(unix)]
#[path = "terminal/window.rs"]
mod window;

fn main() {
    #[cfg(unix)]
    table::main();
    #[cfg(not(unix))]
    println!("there are no pseudo-terminals here");
}
