//! The summary as JSON, for programs.

use super::Summary;

/// Writes a summary as JSON.
pub(super) fn write(summary: &Summary) -> String {
    // Strings, numbers and lists of them can always be written; were it otherwise, an empty
    // object says so to a program without stopping the session.
    let json = serde_json::to_string_pretty(summary);
    json.map_or_else(|_| "{}\n".to_owned(), |json| json + "\n")
}
