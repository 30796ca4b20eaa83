//! The integration tests: one binary, so that it links once.

mod advice;
mod binary;
mod cases;
mod content;
mod coverage;
mod docs;
mod export;
mod export_html;
mod figures;
mod guide_any;
mod guide_check;
mod guide_format;
mod guide_loading;
mod history;
mod import;
mod journal;
mod kept;
mod layers;
mod lookup;
mod notes;
mod past;
mod plain;
mod profile;
mod qr;
mod resume;
mod screens;
mod session_code;
mod session_laws;
mod setup;
mod shop;
mod store;
mod store_damage;
mod store_faults;
mod support;
#[cfg(unix)]
mod terminal;
