//! The summary as JSON, for programs.

use super::Summary;

/// Writes a summary as JSON.
pub(super) fn write(summary: &Summary) -> String {
    crate::json::pretty(summary)
}
