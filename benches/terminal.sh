#!/usr/bin/env bash
# How fast the full screen is, beside the least that a full-screen program can be, in one run:
#
#   benches/terminal.sh
#
# Needs Rust and a C compiler. `dialog` and `whiptail` are compared where they are installed, memory and
# switches of context are told where the system tells them (Linux). TERMINAL_RUNS and TERMINAL_IDLE as
# `benches/terminal.rs` says.
set -euo pipefail
cd "$(dirname "$0")/.."
export CARGO_TERM_COLOR=never
cargo build --locked --release --example bare
exec cargo bench --locked --bench terminal
