//! The summary as one HTML file: opens offline, prints on A4, and has no script.
//!
//! Its own content policy forbids everything but its one style sheet, so that not even a slip in the
//! escaping could load or run anything.

use super::{RemedyMet, Summary, clock, head, marks};
use crate::{
    markup::{Page as Markup, Style},
    texts::Texts,
    tr,
};
use std::ops::{Deref, DerefMut};

const STYLE: Style = Style {
    sheet: include_str!("../../../assets/export/summary.css"),
    hash: "29BlcodxqVy7N+ga0KDL1B3IoXe//lVA1BauCOnCXhQ=",
};

/// Writes a summary as HTML.
pub(super) fn write(summary: &Summary, texts: &Texts) -> String {
    let title = tr!(texts, "summary-title", guide = summary.guide.title.as_str());
    let program = format!("{} {}", summary.program.name, summary.program.version);
    let markup = Markup::new(&summary.language, &title, &program, &STYLE);
    let mut page = Page { texts, markup };
    page.line("h1", &title);
    page.head(summary);
    page.answers(summary);
    page.remedies(summary);
    page.looked_up(summary);
    page.notes(summary);
    page.dropped(summary);
    page.markup.end()
}

struct Page<'t> {
    texts: &'t Texts,
    markup: Markup,
}

impl Deref for Page<'_> {
    type Target = Markup;

    fn deref(&self) -> &Markup {
        &self.markup
    }
}

impl DerefMut for Page<'_> {
    fn deref_mut(&mut self) -> &mut Markup {
        &mut self.markup
    }
}

impl Page<'_> {
    fn head(&mut self, summary: &Summary) {
        let code = summary.code.to_string();
        self.raw("<dl>\n");
        for (label, value) in head(summary, self.texts) {
            let tag = if value == code { "dd class=\"code\"" } else { "dd" };
            self.field(&label, tag, &value);
        }
        self.raw("</dl>\n");
    }

    fn heading(&mut self, heading: &str) {
        self.line("h2", heading);
    }

    fn answers(&mut self, summary: &Summary) {
        if summary.answers.is_empty() {
            return;
        }
        self.heading(&tr!(self.texts, "summary-answers"));
        self.raw("<ol>\n");
        for answer in &summary.answers {
            self.raw("<li>");
            self.element("span class=\"step\"", &answer.step.text);
            self.raw(" ");
            self.element("span", &answer.question.text);
            self.raw("<br>");
            self.element("span class=\"answer\"", &answer.answer);
            for mark in marks(answer, self.texts) {
                self.raw(" ");
                self.element("span class=\"mark\"", &format!("({mark})"));
            }
            self.raw("</li>\n");
        }
        self.raw("</ol>\n");
    }

    fn remedies(&mut self, summary: &Summary) {
        if !summary.remedies.is_empty() {
            self.heading(&tr!(self.texts, "summary-remedies"));
        }
        for (at, remedy) in summary.remedies.iter().enumerate() {
            self.raw("<section class=\"remedy\">\n");
            let (step, cause) = (remedy.step.text.as_str(), remedy.remedy.text.as_str());
            let heading = tr!(self.texts, "summary-field", label = step, value = cause);
            self.line("h3", &format!("{}. {heading}", at + 1));
            self.remedy(remedy);
            self.raw("</section>\n");
        }
    }

    fn remedy(&mut self, remedy: &RemedyMet) {
        let texts = self.texts;
        if !remedy.current {
            self.line("p class=\"mark\"", &tr!(texts, "summary-left"));
        }
        self.raw("<ul class=\"actions\">\n");
        for doing in &remedy.actions {
            let mark = if doing.done { "☑" } else { "☐" };
            self.line("li", &format!("{mark} {}", doing.action.text));
        }
        self.raw("</ul>\n<dl>\n");
        let verdict = remedy.verdict.as_ref().map(|verdict| verdict.text.clone());
        let verdict = verdict.unwrap_or_else(|| tr!(texts, "summary-open"));
        self.field(&tr!(texts, "summary-result"), "dd", &verdict);
        self.field(&tr!(texts, "summary-must-act"), "dd", &remedy.who.text);
        if let Some(call) = &remedy.call {
            self.field(&tr!(texts, "summary-call"), "dd", &call.text);
        }
        if let Some(number) = &remedy.number {
            self.field(&tr!(texts, "summary-number"), "dd", number);
        }
        self.raw("</dl>\n");
        if !remedy.have_ready.is_empty() {
            self.element("p", &tr!(texts, "summary-have-ready"));
            self.raw("\n<ul>\n");
            for ready in &remedy.have_ready {
                self.line("li", ready);
            }
            self.raw("</ul>\n");
        }
    }

    fn looked_up(&mut self, summary: &Summary) {
        if summary.looked_up.is_empty() {
            return;
        }
        self.heading(&tr!(self.texts, "summary-looked-up"));
        self.raw("<dl>\n");
        for own in &summary.looked_up {
            self.field(&clock(&own.at), "dd", &own.entry.text);
        }
        self.raw("</dl>\n");
    }

    fn notes(&mut self, summary: &Summary) {
        if !summary.notes.is_empty() {
            self.heading(&tr!(self.texts, "summary-notes"));
        }
        for note in &summary.notes {
            let (time, place) = (clock(&note.at), note.place.text.as_str());
            let place = tr!(self.texts, "summary-field", label = time, value = place);
            self.line("p class=\"step\"", &place);
            self.line("p class=\"note\"", &note.text);
        }
    }

    fn dropped(&mut self, summary: &Summary) {
        if summary.dropped.is_empty() {
            return;
        }
        self.heading(&tr!(self.texts, "summary-dropped"));
        self.raw("<ul>\n");
        for dropped in &summary.dropped {
            self.raw("<li>");
            self.element("span", &dropped.question.text);
            self.raw("<br>");
            self.element("span class=\"answer\"", &dropped.answer);
            self.raw("</li>\n");
        }
        self.raw("</ul>\n");
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_page_lets_its_own_style_sheet_in() {
        crate::markup::tests::lets_in(&super::STYLE);
    }
}
