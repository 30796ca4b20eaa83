//! The integration tests: one binary, so that it links once.

mod advice;
#[cfg(unix)]
mod authors;
mod binary;
mod cases;
mod content;
mod coverage;
mod debrief;
mod docs;
mod draft;
mod drill;
mod drill_exam;
mod drill_kept;
mod drill_laws;
mod drill_lines;
mod drill_screen;
mod elsewhere;
mod export;
mod export_html;
mod false_alarms;
mod faults;
mod figures;
mod fuzz_corpus;
mod generated;
mod guide_any;
mod guide_check;
mod guide_fmt;
mod guide_format;
mod guide_graph;
mod guide_graph_browser;
mod guide_impact;
mod guide_loading;
mod guide_schema;
mod guide_tree;
mod guide_watch;
mod handed;
mod history;
#[cfg(unix)]
mod hostile;
#[cfg(unix)]
mod hostile_kept;
#[cfg(unix)]
mod hostile_paths;
#[cfg(unix)]
mod hostile_screens;
#[cfg(unix)]
mod hostile_training;
mod import;
mod journal;
mod kept;
mod layers;
mod limits;
mod lookup;
mod new_guide;
mod notes;
mod order;
mod past;
mod past_faults;
mod past_filters;
mod past_handed;
mod past_reopened;
mod past_slow;
mod plain;
#[cfg(unix)]
mod planting;
#[cfg(unix)]
mod planting_kept;
mod profile;
mod qr;
mod redaction;
mod resume;
mod room;
mod rules;
mod scenarios;
mod screens;
mod session_code;
mod session_laws;
mod setup;
mod shop;
mod soak;
mod store;
mod store_damage;
mod store_faults;
mod support;
#[cfg(unix)]
mod terminal;
#[cfg(unix)]
mod terminal_ends;
#[cfg(unix)]
mod terminal_input;
#[cfg(unix)]
mod terminal_kinds;
#[cfg(unix)]
mod terminal_screens;
mod train;
mod train_course;
mod train_pin;
mod train_report;
mod train_store;
mod train_xapi;
mod typing;
mod walk;
