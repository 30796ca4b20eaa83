//! A report for spreadsheets.

use super::{Line, Report};
use crate::sheet::{Cell, Sheet};

/// The report as CSV. The headings are stable names; there is no line for all, so that columns can be
/// summed. No text is taken for a formula.
pub fn csv(report: &Report) -> String {
    let mut sheet = Sheet::new(&HEADINGS);
    report.lines.iter().for_each(|line| sheet.row(row(report, line)));
    sheet.text()
}

/// The headings of the columns.
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

fn row(report: &Report, line: &Line) -> [Cell; HEADINGS.len()] {
    let figures = &line.figures;
    let wrong = figures.wrong.as_ref();
    [
        report.by.name().into(),
        line.id.as_str().into(),
        line.name.as_str().into(),
        figures.attempts.into(),
        figures.passed.into(),
        hundredths(figures.pass_rate).into(),
        figures.harmful.into(),
        figures.mean_points.map(hundredths).into(),
        figures.median_simulated_minutes.map(hundredths).into(),
        figures.median_real_minutes.map(hundredths).into(),
        figures.trend.name().into(),
        wrong.map(|own| own.question.as_str()).into(),
        wrong.map(|own| own.asked.as_str()).into(),
        wrong.map(|own| own.given.as_str()).into(),
        wrong.map(|own| own.said.as_str()).into(),
        wrong.map(|own| own.count).into(),
    ]
}

/// A number of which no more than two decimals are told.
fn hundredths(number: f64) -> f64 {
    (number * 100.0).round() / 100.0
}
