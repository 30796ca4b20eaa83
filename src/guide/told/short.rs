//! One line a finding: `file:line:column: severity[rule]: text`.
//!
//! Severities are in English in every language: editors tell them apart by their names.

use super::spot::Spots;
use crate::{
    guide::{Finding, SourceFile},
    redact::redact,
    texts::Texts,
};
use std::fmt::Write;

/// All findings, nothing where there are none.
pub(super) fn short(files: &[SourceFile], findings: &[Finding], texts: &Texts) -> String {
    let mut spots = Spots::new(files);
    let mut out = String::new();
    for finding in findings {
        let spot = spots.spot(finding.place);
        let (file, message) = (spots.file(finding.place), redact(&finding.message(texts)).text);
        let (severity, rule) = (finding.severity.name(), finding.rule);
        // A string takes all.
        let _ =
            writeln!(out, "{file}:{}:{}: {severity}[{rule}]: {message}", spot.line, spot.column);
    }
    out
}
