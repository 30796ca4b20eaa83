//! A certificate as one HTML page for A4, without a script.

use super::{Course, Progress};
use crate::{
    guide::Guide,
    markup::{Page, Style},
    texts::Texts,
    tr,
    training::TraineeName,
};
use jiff::tz::TimeZone;

const STYLE: Style = Style {
    sheet: include_str!("../../../assets/training/certificate.css"),
    hash: "2kzj+QfP2shFXXQhTGi/tEEIfwZe6bIAnwcl91ubBsA=",
};

/// The certificate of a trainee who has passed a course; nothing for one who has not. The day in
/// `zone` is told, and the page is made by the program `program`.
pub fn certificate(
    course: &Course,
    progress: &Progress,
    trainee: &TraineeName,
    (guide, texts): (&Guide, &Texts),
    zone: &TimeZone,
    program: &str,
) -> Option<String> {
    let day = zone.to_datetime(progress.completed()?).date().to_string();
    let title = tr!(texts, "certificate-title");
    let lang = guide.lang(texts);
    let mut page = Page::new(texts.tag(), &format!("{title}: {trainee}"), program, &STYLE);
    page.line("h1", &title);
    page.line("p class=\"name\"", trainee.as_str());
    page.line("p", &tr!(texts, "certificate-has-passed"));
    page.line("p class=\"course\"", course.title.get(texts));
    let mark = format!("{:.0}", course.pass_mark);
    page.line("p", &tr!(texts, "certificate-on", day = day.as_str(), mark = mark));
    page.raw("<table>\n<thead><tr>");
    page.element("th", &tr!(texts, "report-scenario"));
    page.element("th class=\"number\"", &tr!(texts, "certificate-points"));
    page.raw("</tr></thead>\n<tbody>\n");
    for station in &progress.stations {
        page.raw("<tr>");
        page.element("td", guide.scenario_title(&station.scenario, lang));
        let best = station.best.map(|best| format!("{best:.0}")).unwrap_or_default();
        page.element("td class=\"number\"", &best);
        page.raw("</tr>\n");
    }
    page.raw("</tbody>\n</table>\n<dl>\n");
    page.field(&tr!(texts, "certificate-day"), "dd", &day);
    page.field(&tr!(texts, "certificate-trainer"), "dd", "");
    page.raw("</dl>\n");
    Some(page.end())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_page_lets_its_own_style_sheet_in() {
        crate::markup::tests::lets_in(&super::STYLE);
    }
}
