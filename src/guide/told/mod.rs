//! Findings as programs read them: an editor's list, JSON, SARIF. As people read them they are in
//! [`report`](super::report).

mod json;
mod sarif;
mod short;
mod spot;

use super::{Finding, SourceFile, report};
use crate::texts::Texts;

/// In which form findings are told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReportFormat {
    /// Each with its line of the file and how to mend it.
    #[default]
    Human,
    /// One line each: `file:line:column: severity[rule]: text`, as editors read them.
    Short,
    /// One JSON object.
    Json,
    /// SARIF 2.1.0, as code hosts read it.
    Sarif,
}

impl ReportFormat {
    /// Every form with its name on the command line.
    pub const NAMES: [(&'static str, Self); 4] = [
        ("human", Self::Human),
        ("short", Self::Short),
        ("json", Self::Json),
        ("sarif", Self::Sarif),
    ];
}

/// All findings in one of the forms. `color` counts for people only.
pub fn tell(
    format: ReportFormat,
    files: &[SourceFile],
    findings: &[Finding],
    texts: &Texts,
    color: bool,
) -> String {
    match format {
        ReportFormat::Human => report(files, findings, texts, color),
        ReportFormat::Short => short::short(files, findings, texts),
        ReportFormat::Json => json::json(files, findings, texts),
        ReportFormat::Sarif => sarif::sarif(files, findings, texts),
    }
}
