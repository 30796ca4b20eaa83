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
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/examples"
# What shops get: measuring builds the executable anew, with what only tests ask of the libraries in it.
cargo build --locked --release
cp target/release/tilldoc "$folder"
cargo build --locked --release --example bare
cp target/release/examples/bare "$folder/examples"
TERMINAL_FOLDER="$folder" cargo bench --locked --bench terminal
