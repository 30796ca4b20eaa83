//! The summary as one HTML file: opens offline, prints on A4, and has no script.
//!
//! Its own content policy forbids everything but its one style sheet, so that not even a slip in the
//! escaping could load or run anything.

use super::{RemedyMet, Summary, clock, head, marks};
use crate::{texts::Texts, tr};

/// The only thing on the page that is not text.
const STYLE: &str = include_str!("../../../assets/export/summary.css");

/// The SHA-256 of the style sheet in base 64, by which the page lets it in. A test has the right one.
const STYLE_HASH: &str = "29BlcodxqVy7N+ga0KDL1B3IoXe//lVA1BauCOnCXhQ=";

/// Writes a summary as HTML.
pub(super) fn write(summary: &Summary, texts: &Texts) -> String {
    let mut page = Page { texts, out: String::new() };
    page.start(summary);
    page.head(summary);
    page.answers(summary);
    page.remedies(summary);
    page.looked_up(summary);
    page.notes(summary);
    page.dropped(summary);
    page.raw("</main>\n</body>\n</html>\n");
    page.out
}

struct Page<'t> {
    texts: &'t Texts,
    out: String,
}

impl Page<'_> {
    /// Adds markup: constants only.
    fn raw(&mut self, markup: &'static str) {
        self.out.push_str(markup);
    }

    /// Adds an element with a text in it. `tag` may have attributes, constants as well.
    fn element(&mut self, tag: &'static str, text: &str) {
        let name = tag.split(' ').next().unwrap_or(tag);
        self.out.extend(["<", tag, ">", &escape(text), "</", name, ">"]);
    }

    fn start(&mut self, summary: &Summary) {
        let title = tr!(self.texts, "summary-title", guide = summary.guide.title.as_str());
        let program = format!("{} {}", summary.program.name, summary.program.version);
        let style = style();
        self.raw("<!DOCTYPE html>\n<html lang=\"");
        self.out.push_str(&escape(&summary.language));
        self.raw("\">\n<head>\n<meta charset=\"utf-8\">\n");
        self.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-");
        self.raw(STYLE_HASH);
        self.raw("'; base-uri 'none'; form-action 'none'\">\n");
        self.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        self.raw("<meta name=\"generator\" content=\"");
        self.out.push_str(&escape(&program));
        self.raw("\">\n");
        self.element("title", &title);
        self.raw("\n<style>");
        self.out.push_str(&style);
        self.raw("</style>\n</head>\n<body>\n<main>\n");
        self.element("h1", &title);
        self.raw("\n");
    }

    fn head(&mut self, summary: &Summary) {
        let code = summary.code.to_string();
        self.raw("<dl>\n");
        for (label, value) in head(summary, self.texts) {
            let tag = if value == code { "dd class=\"code\"" } else { "dd" };
            self.field(&label, tag, &value);
        }
        self.raw("</dl>\n");
    }

    /// A label and its value, as a row of a list of definitions.
    fn field(&mut self, label: &str, tag: &'static str, value: &str) {
        self.element("dt", label);
        self.raw(" ");
        self.element(tag, value);
        self.raw("\n");
    }

    fn heading(&mut self, heading: &str) {
        self.element("h2", heading);
        self.raw("\n");
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
            self.element("h3", &format!("{}. {heading}", at + 1));
            self.raw("\n");
            self.remedy(remedy);
            self.raw("</section>\n");
        }
    }

    fn remedy(&mut self, remedy: &RemedyMet) {
        let texts = self.texts;
        if !remedy.current {
            self.element("p class=\"mark\"", &tr!(texts, "summary-left"));
            self.raw("\n");
        }
        self.raw("<ul class=\"actions\">\n");
        for doing in &remedy.actions {
            let mark = if doing.done { "☑" } else { "☐" };
            self.element("li", &format!("{mark} {}", doing.action.text));
            self.raw("\n");
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
                self.element("li", ready);
                self.raw("\n");
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
            self.element("p class=\"step\"", &place);
            self.raw("\n");
            self.element("p class=\"note\"", &note.text);
            self.raw("\n");
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

/// The style sheet as a browser sees it, whatever line ends the sources were fetched with.
fn style() -> String {
    STYLE.replace("\r\n", "\n")
}

/// Text that HTML shows as it is, inside elements and in quoted attributes.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // HTML has no way to write control characters.
            c if c.is_control() && c != '\n' && c != '\t' => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{STYLE_HASH, escape, style};
    use base64::{Engine, engine::general_purpose::STANDARD};
    use sha2::{Digest, Sha256};

    #[test]
    fn the_page_lets_its_own_style_sheet_in() {
        assert!(!style().contains('<'));
        assert_eq!(STANDARD.encode(Sha256::digest(style())), STYLE_HASH);
    }

    #[test]
    fn marks_are_shown_as_they_are() {
        assert_eq!(escape(r#"<a href="x">'&amp;"#), "&lt;a href=&quot;x&quot;&gt;&#39;&amp;amp;");
        assert_eq!(escape("停机\u{0}\u{1b}[2J\nx"), "停机\u{fffd}\u{fffd}[2J\nx");
    }
}
