//! A web page as one file: opens offline, prints, has no script.
//!
//! Its own content policy forbids everything but its one style sheet, so that not even a slip in the
//! escaping could load or run anything.

use crate::clean::is_unwanted;

/// The only thing on a page that is not text.
#[derive(Debug)]
pub(crate) struct Style {
    /// The style sheet.
    pub(crate) sheet: &'static str,
    /// The SHA-256 of the style sheet in base 64, by which the page lets it in. Each has a test for
    /// it.
    pub(crate) hash: &'static str,
}

impl Style {
    /// The style sheet as a browser sees it, whatever line ends the sources were fetched with.
    pub(crate) fn text(&self) -> String {
        self.sheet.replace("\r\n", "\n")
    }
}

/// A page that is being written.
#[derive(Debug)]
pub(crate) struct Page {
    out: String,
}

impl Page {
    /// Begins a page: all up to its body.
    pub(crate) fn new(language: &str, title: &str, program: &str, style: &Style) -> Self {
        let mut page = Self { out: String::new() };
        page.raw("<!DOCTYPE html>\n<html lang=\"");
        page.text(language);
        page.raw("\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-");
        page.raw(style.hash);
        page.raw("'; base-uri 'none'; form-action 'none'\">\n");
        page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.raw("<meta name=\"generator\" content=\"");
        page.text(program);
        page.raw("\">\n");
        page.element("title", title);
        page.raw("\n<style>");
        page.out.push_str(&style.text());
        page.raw("</style>\n</head>\n<body>\n<main>\n");
        page
    }

    /// Ends the page.
    pub(crate) fn end(mut self) -> String {
        self.raw("</main>\n</body>\n</html>\n");
        self.out
    }

    /// Adds markup: constants only.
    pub(crate) fn raw(&mut self, markup: &'static str) {
        self.out.push_str(markup);
    }

    /// Adds a text.
    pub(crate) fn text(&mut self, text: &str) {
        self.out.push_str(&escape(text));
    }

    /// Adds a number, for an attribute.
    pub(crate) fn number(&mut self, number: usize) {
        self.out.push_str(&number.to_string());
    }

    /// Adds an element with a text in it. `tag` may have attributes, constants as well.
    pub(crate) fn element(&mut self, tag: &'static str, text: &str) {
        let name = tag.split(' ').next().unwrap_or(tag);
        self.out.extend(["<", tag, ">", &escape(text), "</", name, ">"]);
    }

    /// Adds an element on a line of its own.
    pub(crate) fn line(&mut self, tag: &'static str, text: &str) {
        self.element(tag, text);
        self.raw("\n");
    }

    /// Adds a label and its value, as a row of a list of definitions.
    pub(crate) fn field(&mut self, label: &str, tag: &'static str, value: &str) {
        self.element("dt", label);
        self.raw(" ");
        self.line(tag, value);
    }
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
            // Nor should anything turn the direction of text, or stand there without being seen; joiners
            // are part of words in some scripts.
            c if is_unwanted(c) && !matches!(c, '\n' | '\t' | '\u{200C}' | '\u{200D}') => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
pub(crate) mod tests {
    use super::{Style, escape};
    use base64::{Engine, engine::general_purpose::STANDARD};
    use sha2::{Digest, Sha256};

    /// Whether a page with this style sheet lets it in.
    pub(crate) fn lets_in(style: &Style) {
        assert!(!style.text().contains('<'));
        assert_eq!(STANDARD.encode(Sha256::digest(style.text())), style.hash);
    }

    #[test]
    fn marks_are_shown_as_they_are() {
        assert_eq!(escape(r#"<a href="x">'&amp;"#), "&lt;a href=&quot;x&quot;&gt;&#39;&amp;amp;");
        assert_eq!(escape("pay\u{202e}lla\u{200b}\u{e0041}x\ny"), "payllax\ny");
        assert_eq!(escape("停机\u{0}\u{1b}[2J\nx"), "停机\u{fffd}\u{fffd}[2J\nx");
    }
}
