//! The integration tests: one binary, so that it links once.

mod advice;
mod binary;
mod cases;
mod content;
mod coverage;
mod docs;
mod export;
mod figures;
mod guide_any;
mod guide_check;
mod guide_format;
mod guide_loading;
mod history;
mod journal;
mod layers;
mod lookup;
mod notes;
mod plain;
mod resume;
mod screens;
mod session_laws;
mod store;
mod store_damage;
mod store_faults;
mod support;
#[cfg(unix)]
mod terminal;
