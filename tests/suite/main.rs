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
mod import;
mod layers;
mod lookup;
mod notes;
mod plain;
mod qr;
mod screens;
mod session_code;
mod session_laws;
mod support;
#[cfg(unix)]
mod terminal;
