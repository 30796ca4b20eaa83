//! A report as a table of text.

use super::{By, Figures, Report, Trend, Wrong};
use crate::{
    table::{Align, Table},
    texts::Texts,
    tr,
};

/// In a narrower window the commonest wrong answers have a table of their own: beside the figures nobody
/// could read them.
const ROOMY: usize = 110;

/// The report as text, for a window of this width where there is one.
pub fn table(report: &Report, texts: &Texts, width: Option<usize>) -> String {
    let beside = width.is_none_or(|width| width >= ROOMY);
    let wrong_heading = || (tr!(texts, "report-wrong"), Align::Cut);
    let mut columns = vec![
        (heading(report.by, texts), Align::Cut),
        (count_heading(report.by, texts), Align::Right),
        (passed_heading(report.by, texts), Align::Right),
        (rate_heading(report.by, texts), Align::Right),
    ];
    if report.by != By::Question {
        columns.push((tr!(texts, "report-harm"), Align::Right));
        columns.push((tr!(texts, "report-points"), Align::Right));
        columns.push((tr!(texts, "report-minutes"), Align::Right));
    }
    columns.push((tr!(texts, "report-trend"), Align::Left));
    columns.extend(beside.then(wrong_heading));
    let mut figures = Table::new(columns);
    let mut answers = Table::new(vec![(heading(report.by, texts), Align::Cut), wrong_heading()]);
    let mut any = false;
    let all = (!report.lines.is_empty()).then(|| (tr!(texts, "report-all"), &report.all));
    let lines = report.lines.iter().map(|line| (line.name.clone(), &line.figures));
    for (name, own) in lines.chain(all) {
        let wrong = own.wrong.as_ref().map(|own| wrong(report.by, own, texts));
        let mut cells = cells(report.by, &name, own, texts);
        if beside {
            cells.push(wrong.unwrap_or_default());
        } else if let Some(wrong) = wrong {
            answers.row(&[name, wrong]);
            any = true;
        }
        figures.row(&cells);
    }
    let answers = if any { "\n".to_owned() + &answers.text(width) } else { String::new() };
    figures.text(width) + &answers
}

fn cells(by: By, name: &str, figures: &Figures, texts: &Texts) -> Vec<String> {
    let mut cells = vec![
        name.to_owned(),
        figures.attempts.to_string(),
        figures.passed.to_string(),
        percent(figures.pass_rate),
    ];
    if by != By::Question {
        cells.push(figures.harmful.to_string());
        cells.push(number(figures.mean_points));
        cells.push(number(figures.median_simulated_minutes));
    }
    cells.push(trend(figures.trend, texts));
    cells
}

/// What the lines are about.
pub(super) fn heading(by: By, texts: &Texts) -> String {
    match by {
        By::Trainee => tr!(texts, "report-trainee"),
        By::Scenario => tr!(texts, "report-scenario"),
        By::Step => tr!(texts, "report-step"),
        By::Question => tr!(texts, "report-question"),
    }
}

/// What is counted.
pub(super) fn count_heading(by: By, texts: &Texts) -> String {
    match by {
        By::Question => tr!(texts, "report-answers"),
        _ => tr!(texts, "report-attempts"),
    }
}

/// What those that were good enough are called.
pub(super) fn passed_heading(by: By, texts: &Texts) -> String {
    match by {
        By::Question => tr!(texts, "report-right"),
        _ => tr!(texts, "report-passed"),
    }
}

/// What their share is called.
pub(super) fn rate_heading(by: By, texts: &Texts) -> String {
    match by {
        By::Question => tr!(texts, "report-right-rate"),
        _ => tr!(texts, "report-rate"),
    }
}

/// A trend in a word, with an arrow that any terminal draws.
pub(super) fn trend(trend: Trend, texts: &Texts) -> String {
    match trend {
        Trend::Better => tr!(texts, "report-trend-better"),
        Trend::Same => tr!(texts, "report-trend-same"),
        Trend::Worse => tr!(texts, "report-trend-worse"),
        Trend::TooFew => tr!(texts, "report-trend-too-few"),
    }
}

/// A wrong answer with how often it came; where the line is about the question, without it.
pub(super) fn wrong(by: By, wrong: &Wrong, texts: &Texts) -> String {
    let (asked, said, count) = (wrong.asked.as_str(), wrong.said.as_str(), wrong.count);
    match by {
        By::Question => tr!(texts, "report-wrong-answer", said = said, count = count),
        _ => tr!(texts, "report-wrong-at", asked = asked, said = said, count = count),
    }
}

/// A share in a hundred.
pub(super) fn percent(share: f64) -> String {
    format!("{:.0}%", share * 100.0)
}

/// A number with one decimal.
pub(super) fn number(number: Option<f64>) -> String {
    number.map_or_else(|| "-".to_owned(), |number| format!("{number:.1}"))
}
