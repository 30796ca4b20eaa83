//! The integration tests: one binary, so that it links once.

mod binary;
mod content;
mod docs;
mod export;
mod guide_any;
mod guide_check;
mod guide_format;
mod guide_loading;
mod layers;
mod notes;
mod plain;
mod profile;
mod screens;
mod session_laws;
mod setup;
mod shop;
mod support;
#[cfg(unix)]
mod terminal;
