//! A report for spreadsheets.

use super::{Line, Report, Trend};
use crate::clean;
use serde::Serialize;

/// By this mark at its beginning Excel knows a file as UTF-8.
const MARK: &str = "\u{FEFF}";

/// One line, its columns in their order.
#[derive(Serialize)]
struct Row {
    by: &'static str,
    id: String,
    name: String,
    attempts: usize,
    passed: usize,
    pass_rate: f64,
    harmful: usize,
    mean_points: Option<f64>,
    median_simulated_minutes: Option<f64>,
    median_real_minutes: Option<f64>,
    trend: Trend,
    wrong_question: String,
    wrong_asked: String,
    wrong_given: String,
    wrong_said: String,
    wrong_count: Option<usize>,
}

/// The report as CSV (RFC 4180) in UTF-8, with the mark by which Excel knows it. The headings are
/// stable names; there is no line for all, so that columns can be summed. No text is taken for a
/// formula.
pub fn csv(report: &Report) -> String {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .has_headers(false)
        .from_writer(Vec::new());
    // Memory does not fail, and the fields are plain.
    let _ = writer.write_record(HEADINGS);
    for line in &report.lines {
        let _ = writer.serialize(row(report, line));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("{MARK}{}", String::from_utf8(bytes).unwrap_or_default())
}

/// The headings of the columns of [`Row`].
const HEADINGS: [&str; 16] = [
    "by",
    "id",
    "name",
    "attempts",
    "passed",
    "pass_rate",
    "harmful",
    "mean_points",
    "median_simulated_minutes",
    "median_real_minutes",
    "trend",
    "wrong_question",
    "wrong_asked",
    "wrong_given",
    "wrong_said",
    "wrong_count",
];

fn row(report: &Report, line: &Line) -> Row {
    let figures = &line.figures;
    let wrong = figures.wrong.as_ref();
    let cell = |text: Option<&str>| clean::cell(text.unwrap_or_default());
    Row {
        by: report.by.name(),
        id: clean::cell(&line.id),
        name: clean::cell(&line.name),
        attempts: figures.attempts,
        passed: figures.passed,
        pass_rate: hundredths(figures.pass_rate),
        harmful: figures.harmful,
        mean_points: figures.mean_points.map(hundredths),
        median_simulated_minutes: figures.median_simulated_minutes.map(hundredths),
        median_real_minutes: figures.median_real_minutes.map(hundredths),
        trend: figures.trend,
        wrong_question: cell(wrong.map(|own| own.question.as_str())),
        wrong_asked: cell(wrong.map(|own| own.asked.as_str())),
        wrong_given: cell(wrong.map(|own| own.given.as_str())),
        wrong_said: cell(wrong.map(|own| own.said.as_str())),
        wrong_count: wrong.map(|own| own.count),
    }
}

/// A number of which no more than two decimals are told.
fn hundredths(number: f64) -> f64 {
    (number * 100.0).round() / 100.0
}
