//! See `laws::session_replay`.
#![no_main]

#[path = "../laws.rs"]
#[allow(dead_code, reason = "a target has one of the laws")]
mod laws;

libfuzzer_sys::fuzz_target!(|data: &[u8]| laws::session_replay(data));
