//! How much is taken in at most from a file or a line, all in one place.
//!
//! A file is never read further than one byte beyond its limit, and one whose size is known to be
//! larger is not read at all. How many questions, answers and texts a guide has follows from these:
//! reading takes memory and time in proportion to the bytes. `docs/guide-format.md` tells authors.

/// MiB of one file of a guide, of the profile, the configuration or a course: a guide for a whole
/// trade is a twentieth of it, and a mistyped path may lead to anything.
pub const FILE_MIB: u64 = 16;

/// TOML files in a guide's folder.
pub const FILES: usize = 1_000;

/// MiB of all files of a guide together: a guide of 100,000 questions with long texts.
pub const ALL_FILES_MIB: u64 = 256;

/// Lists and tables within each other in TOML. The TOML reader's own limit, which keeps its stack
/// small; the deepest that a guide needs is six.
pub const TOML_DEPTH: usize = 80;

/// Lists and objects within each other in a summary's JSON: the JSON reader's own limit.
pub const JSON_DEPTH: usize = 127;

/// Bytes of a summary: room for hundreds of the longest notes.
pub const SUMMARY_BYTES: usize = 16 * 1024 * 1024;

/// Events in a summary.
pub const EVENTS: usize = 20_000;

/// Bytes of one line on standard input; the rest of it is passed over. Far more than the longest note
/// takes, so that what is cut off was not going to be kept.
pub const LINE_BYTES: usize = 64 * 1024;
