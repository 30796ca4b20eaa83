//! A guide as one web page: offline, to pan, search and click.
//!
//! Its own policy forbids everything but its one style sheet and its scripts, which it lets in by
//! their hashes; the guide stands in it as data, which no browser runs.

use super::{Graph, Part, page::page};
use crate::{
    guide::{Guide, SourceFile},
    texts::Texts,
};

const STYLE: &str = include_str!("../../../assets/graph/page.css");
const LAYOUT: &str = include_str!("../../../assets/graph/layout.js");
const DRAW: &str = include_str!("../../../assets/graph/draw.js");
const TELL: &str = include_str!("../../../assets/graph/tell.js");
const SCRIPT: &str = include_str!("../../../assets/graph/page.js");

/// The SHA-256 of each in base 64. A test has the right ones.
const HASHES: [(&str, &str); 5] = [
    (STYLE, "IKd5qJ/RX6kUrzAcgZsd0c5qvg2w0nGB3zGU4YjSEPw="),
    (LAYOUT, "pJ3eCCsqRrNjZ2QIHjxZNsMI6mbX0DiAst0yyYv7wbI="),
    (DRAW, "G9ZNpJcQNF115B5tWVYWHvzPr4eTNI7Rjq3hp5k2tUA="),
    (TELL, "dkk1yCDYp4PB1tHUYNWZrdQnB8LD2uDtlXLMijhC6cE="),
    (SCRIPT, "uKLFozfsgZLggLBmTxx2TxgxKK0ikP7WLxAvkJ30qYE="),
];

/// Writes a part of a guide, read from these files, as a page; none where there is no such part.
/// The rest of the guide is in it, too: a click leads on. It opens in the language of the texts.
pub fn html(guide: &Guide, files: &[SourceFile], part: &Part, texts: &Texts) -> Option<String> {
    let graph = Graph::new(guide, part)?;
    let wordings: Vec<Texts> = guide.languages.iter().map(|tag| Texts::new(tag)).collect();
    let about = match part {
        Part::Remedy(id) => Some(id.as_str()),
        Part::Symptom(id) => guide.symptom(id).map(|symptom| symptom.go.id.as_str()),
        Part::Whole | Part::Step(_) => None,
    };
    let lang = guide.lang(texts);
    let data = page(&graph, files, &wordings, (lang.0, about));
    // Strings, numbers and lists can be written without fail.
    let data = serde_json::to_string(&data).unwrap_or_default();
    Some(write(guide.title.get(lang), guide.languages.get(lang.0), &data))
}

fn write(title: &str, language: Option<&String>, data: &str) -> String {
    let language = escape(language.map_or("", |tag| tag));
    let [style, scripts @ ..] = HASHES;
    let allowed = scripts.map(|(_, hash)| format!("'sha256-{hash}'")).join(" ");
    let policy = [
        "default-src 'none'; style-src 'sha256-",
        style.1,
        "'; script-src ",
        &allowed,
        "; base-uri 'none'; form-action 'none'",
    ];
    let scripts = scripts.map(|(script, _)| format!("<script>{}</script>\n", unix(script)));
    [
        "<!DOCTYPE html>\n<html lang=\"",
        &language,
        "\">\n<head>\n<meta charset=\"utf-8\">\n",
        "<meta http-equiv=\"Content-Security-Policy\" content=\"",
        &policy.concat(),
        "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
        concat!("<meta name=\"generator\" content=\"tilldoc ", env!("CARGO_PKG_VERSION"), "\">\n"),
        "<title>",
        &escape(title),
        "</title>\n<style>",
        &unix(STYLE),
        "</style>\n</head>\n",
        BODY,
        "<script type=\"application/json\" id=\"guide\">",
        // In a script nothing is escaped but by the language in it.
        &data.replace('<', "\\u003c"),
        "</script>\n",
        &scripts.concat(),
        "</body>\n</html>\n",
    ]
    .concat()
}

/// What the script fills.
const BODY: &str = "<body>
<header><h1 id=\"title\"></h1>
<div id=\"seek\" role=\"search\"><input id=\"search\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\" \
role=\"combobox\" aria-controls=\"found\" aria-expanded=\"false\"><ul id=\"found\" role=\"listbox\" hidden></ul></div>
<nav id=\"tools\"></nav></header>
<main><svg id=\"picture\" role=\"group\" tabindex=\"0\"><g id=\"view\"><g id=\"lines\"></g><g id=\"boxes\"></g></g></svg>
<aside id=\"details\" aria-live=\"polite\"></aside></main>
<noscript>JavaScript</noscript>
";

/// A part of the page as a browser sees it, whatever line ends the sources were fetched with.
fn unix(text: &str) -> String {
    text.replace("\r\n", "\n")
}

/// Text that HTML shows as it is, inside elements and in quoted attributes.
fn escape(text: &str) -> String {
    let safe = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    safe.replace('"', "&quot;").replace('\'', "&#39;")
}

#[cfg(test)]
mod tests {
    use super::{HASHES, unix};
    use base64::{Engine, engine::general_purpose::STANDARD};
    use sha2::{Digest, Sha256};

    #[test]
    fn the_page_lets_its_own_parts_in() {
        for (at, (text, hash)) in HASHES.into_iter().enumerate() {
            let text = unix(text);
            assert!(!text.contains("</"), "part {at} ends where it says so");
            assert_eq!(STANDARD.encode(Sha256::digest(text)), hash, "part {at}");
        }
    }
}
