//! The `tilldoc` program.

fn main() {}
