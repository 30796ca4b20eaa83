//! A report as one HTML file with bars: opens offline, prints on A4, has no script.

use super::{
    By, Days, Figures, Report,
    table::{count_heading, heading, number, passed_heading, percent, rate_heading, trend, wrong},
};
use crate::{
    markup::{Page, Style},
    texts::Texts,
    tr,
};

const STYLE: Style = Style {
    sheet: include_str!("../../../assets/training/report.css"),
    hash: "u1N2jXHsxRLNSazl5MAkvk4yVHJKfn4OMaNANZ3fiO8=",
};

/// The report as a web page, made by the program `program`.
pub fn html(report: &Report, texts: &Texts, program: &str) -> String {
    let title = title(report.by, texts);
    let mut page = Page::new(texts.tag(), &title, program, &STYLE);
    page.line("h1", &title);
    page.line("p", &days(report.days, texts));
    if report.lines.is_empty() {
        page.line("p", &tr!(texts, "report-none"));
        return page.end();
    }
    page.raw("<table>\n<thead><tr>");
    page.element("th", &heading(report.by, texts));
    page.element("th class=\"number\"", &count_heading(report.by, texts));
    page.element("th class=\"number\"", &passed_heading(report.by, texts));
    page.element("th class=\"bar\"", &rate_heading(report.by, texts));
    if report.by != By::Question {
        page.element("th class=\"number\"", &tr!(texts, "report-points"));
        page.element("th class=\"number\"", &tr!(texts, "report-minutes"));
        page.element("th class=\"number\"", &tr!(texts, "report-real-minutes"));
    }
    page.element("th", &tr!(texts, "report-trend"));
    page.element("th", &tr!(texts, "report-wrong"));
    page.raw("</tr></thead>\n<tbody>\n");
    for line in &report.lines {
        row(&mut page, report.by, &line.name, &line.figures, texts);
    }
    page.raw("</tbody>\n<tfoot>\n");
    row(&mut page, report.by, &tr!(texts, "report-all"), &report.all, texts);
    page.raw("</tfoot>\n</table>\n");
    if report.by != By::Question {
        page.line("p class=\"note\"", &tr!(texts, "report-minutes-how"));
    }
    page.line("p class=\"note\"", &tr!(texts, "report-trend-how"));
    page.end()
}

fn row(page: &mut Page, by: By, name: &str, figures: &Figures, texts: &Texts) {
    page.raw("<tr>");
    page.element("td", name);
    page.element("td class=\"number\"", &figures.attempts.to_string());
    page.element("td class=\"number\"", &figures.passed.to_string());
    bar(page, figures.pass_rate);
    if by != By::Question {
        page.element("td class=\"number\"", &number(figures.mean_points));
        page.element("td class=\"number\"", &number(figures.median_minutes));
        page.element("td class=\"number\"", &number(figures.median_real_minutes));
    }
    page.element("td", &trend(figures.trend, texts));
    let told = figures.wrong.as_ref().map(|own| wrong(by, own, texts));
    page.element("td", &told.unwrap_or_default());
    page.raw("</tr>\n");
}

/// A share as a bar. A picture: what a style sheet colours is not printed, unless somebody asks for
/// it.
fn bar(page: &mut Page, share: f64) {
    let whole = (share.clamp(0.0, 1.0) * 100.0).round() as usize;
    page.raw("<td class=\"bar\">");
    page.text(&percent(share));
    page.raw("<svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"rail\" width=\"100\" height=\"10\"/><rect class=\"fill\" width=\"");
    page.number(whole);
    page.raw("\" height=\"10\"/></svg></td>");
}

fn title(by: By, texts: &Texts) -> String {
    match by {
        By::Trainee => tr!(texts, "report-by-trainee"),
        By::Scenario => tr!(texts, "report-by-scenario"),
        By::Step => tr!(texts, "report-by-step"),
        By::Question => tr!(texts, "report-by-question"),
    }
}

/// The days that a report is of.
fn days(days: Days, texts: &Texts) -> String {
    let shown = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string());
    match (shown(days.since), shown(days.until)) {
        (None, None) => tr!(texts, "report-days-all"),
        (Some(since), None) => tr!(texts, "report-days-since", since = since),
        (None, Some(until)) => tr!(texts, "report-days-until", until = until),
        (Some(since), Some(until)) => {
            tr!(texts, "report-days-between", since = since, until = until)
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_page_lets_its_own_style_sheet_in() {
        crate::markup::tests::lets_in(&super::STYLE);
    }
}
