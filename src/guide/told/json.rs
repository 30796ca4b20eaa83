//! Findings as one JSON object.

use super::spot::{Spot, Spots};
use crate::{
    guide::{Finding, SourceFile, Tally},
    redact::redact,
    texts::Texts,
};
use serde::Serialize;

/// The form of this object; a change that breaks readers makes it another.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Report {
    version: u32,
    files: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
    findings: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    rule: &'static str,
    severity: &'static str,
    file: String,
    #[serde(flatten)]
    spot: Spot,
    message: String,
    help: String,
    /// Where the first of two things stands, where it is about two.
    #[serde(skip_serializing_if = "Option::is_none")]
    first: Option<First>,
}

#[derive(Serialize)]
struct First {
    file: String,
    #[serde(flatten)]
    spot: Spot,
}

/// All findings with their places, messages and cures.
pub(super) fn json(files: &[SourceFile], findings: &[Finding], texts: &Texts) -> String {
    let mut spots = Spots::new(files);
    let entry = |finding: &Finding| Entry {
        rule: finding.rule,
        severity: finding.severity.name(),
        file: spots.file(finding.place),
        spot: spots.spot(finding.place),
        message: redact(&finding.message(texts)).text,
        help: redact(&finding.help(texts)).text,
        first: finding
            .problem
            .first()
            .map(|place| First { file: spots.file(place), spot: spots.spot(place) }),
    };
    let entries = findings.iter().map(entry).collect();
    let tally = Tally::of(findings);
    let report = Report {
        version: VERSION,
        files: files.len(),
        errors: tally.errors,
        warnings: tally.warnings,
        notes: tally.notes,
        findings: entries,
    };
    // Strings and numbers always become JSON.
    serde_json::to_string_pretty(&report).unwrap_or_default() + "\n"
}
