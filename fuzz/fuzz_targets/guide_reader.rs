//! See `laws::guide_reader`.
#![no_main]

#[path = "../laws.rs"]
#[allow(dead_code, reason = "a target has one of the laws")]
mod laws;

libfuzzer_sys::fuzz_target!(|data: &[u8]| laws::guide_reader(data));
