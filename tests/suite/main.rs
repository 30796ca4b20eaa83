//! The integration tests: one binary, so that it links once.

mod export;
mod guide_any;
mod guide_check;
mod guide_format;
mod guide_loading;
mod notes;
mod plain;
mod screens;
mod session_laws;
mod support;
