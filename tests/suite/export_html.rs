//! The summary as HTML, as a browser understands it.

use crate::{
    export::{eventful, written},
    support::{clock, sample},
};
use html5ever::{ParseOpts, parse_document, tendril::TendrilSink};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use std::{
    collections::BTreeSet,
    fs::{self, File},
    path::{Path, PathBuf},
    process::Command,
    sync::Arc,
    thread,
    time::Duration,
};
use tilldoc::{
    guide::{SourceFile, read},
    session::{Entry, Event, Session, export::Format},
};

/// What tries to get out of its place on the page.
pub(super) const HOSTILE: &str = "</p></style></title><script>alert(1)</script><img src=x onerror=alert(2)> \
                       <a href=\"javascript:alert(3)\">'\"&lt;&#60;<!-- ]]> <svg/onload=alert(4)>";

/// An element with its attributes.
pub(super) struct Element {
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String)>,
    pub(super) text: String,
}

impl Element {
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let own = self.attributes.iter().find(|(own, _)| own == name);
        own.map(|(_, value)| value.as_str())
    }
}

/// All elements in order, each with all the text in it.
pub(super) fn elements(html: &str) -> Vec<Element> {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
    assert!(dom.errors.borrow().is_empty(), "{:?}\n{html}", dom.errors.borrow());
    let mut found = Vec::new();
    gather(&dom.document, &mut found);
    found
}

fn gather(node: &Handle, found: &mut Vec<Element>) -> String {
    if let NodeData::Text { contents } = &node.data {
        return contents.borrow().to_string();
    }
    assert!(!matches!(node.data, NodeData::Comment { .. }), "a comment");
    let at = found.len();
    if let NodeData::Element { name, attrs, .. } = &node.data {
        let attributes = attrs.borrow();
        let attributes =
            attributes.iter().map(|own| (own.name.local.to_string(), own.value.to_string()));
        let (name, attributes) = (name.local.to_string(), attributes.collect());
        found.push(Element { name, attributes, text: String::new() });
    }
    let texts: Vec<String> =
        node.children.borrow().iter().map(|child| gather(child, found)).collect();
    let text = texts.concat();
    if let (NodeData::Element { .. }, Some(own)) = (&node.data, found.get_mut(at)) {
        own.text.clone_from(&text);
    }
    text
}

/// A session of a guide whose every text is hostile, with a note that is.
fn hostile() -> Session {
    let guide = include_str!("support/sample.toml");
    let bad = HOSTILE.replace('\\', "\\\\").replace('"', "\\\"");
    let worse = |line: &str| match line.split_once("en = \"") {
        Some((before, text)) => format!("{before}en = \"{bad}{text}"),
        None => line.to_owned(),
    };
    let guide = guide.lines().map(worse).collect::<Vec<_>>().join("\n");
    let guide = read(&[SourceFile::new("guide.toml", guide)]).guide;
    let clock = clock();
    let mut session = Session::start(Arc::new(guide), Entry::Symptom("no-network".into()), clock())
        .expect("it starts");
    let online = Event::Answered {
        question: "network.online".into(),
        response: tilldoc::guide::Response::Answer("no".into()),
    };
    session.act(online, clock()).expect("it fits");
    session.note(HOSTILE, clock()).expect("it is noted");
    session
}

/// Elements that the page consists of, and nothing else.
const ELEMENTS: [&str; 20] = [
    "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "dl", "dt",
    "dd", "ol", "ul", "li", "span", "br", "section",
];

#[test]
fn hostile_text_is_text() {
    for tag in ["en", "zh"] {
        for session in [hostile(), eventful()] {
            let html = written(&session, Format::Html, tag);
            for own in elements(&html) {
                assert!(ELEMENTS.contains(&own.name.as_str()), "{}", own.name);
                for (name, value) in &own.attributes {
                    assert!(!name.starts_with("on") && name != "href" && name != "src", "{name}");
                    assert!(!value.contains("alert"), "{value}");
                }
            }
        }
    }
    let all = elements(&written(&hostile(), Format::Html, "en"));
    let has = |name: &str| {
        all.iter().filter(|own| own.name == name).any(|own| own.text.contains(HOSTILE))
    };
    for name in ["title", "h1", "h3", "p", "dd", "span"] {
        assert!(has(name), "no {name} has the text");
    }
    let note = all.iter().find(|own| own.attribute("class") == Some("note")).expect("a note");
    assert_eq!(note.text, HOSTILE);
}

#[test]
fn the_page_needs_nothing_but_itself_and_names_its_language() {
    for tag in ["en", "zh"] {
        let all = elements(&written(&eventful(), Format::Html, tag));
        assert_eq!(all[0].attribute("lang"), Some(tag));
        let policy =
            all.iter().find(|own| own.attribute("http-equiv") == Some("Content-Security-Policy"));
        let policy = policy.and_then(|own| own.attribute("content")).expect("a policy");
        assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"), "{policy}");
        assert!(!policy.contains("unsafe"), "{policy}");
        let style = all.iter().find(|own| own.name == "style").expect("a style sheet");
        assert!(!style.text.contains("url(") && !style.text.contains("@import"), "{}", style.text);
        assert!(style.text.contains("size: A4"));
    }
}

#[test]
fn it_says_what_the_text_says() {
    for tag in ["en", "zh"] {
        let session = eventful();
        let html = elements(&written(&session, Format::Html, tag));
        let body = &html.iter().find(|own| own.name == "body").expect("a body").text;
        let words = |text: &str| -> BTreeSet<String> {
            let parts = text.split(|c: char| !c.is_alphanumeric());
            parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
        };
        let (page, text) = (words(body), words(&written(&session, Format::Text, tag)));
        let missing: Vec<_> = text.difference(&page).filter(|word| *word != "x").collect();
        assert!(missing.is_empty(), "{tag}: {missing:?}");
        let ticks = written(&session, Format::Text, tag).matches("[x]").count();
        assert_eq!(body.matches("☑").count(), ticks);
    }
}

/// A browser that runs without a screen, if this machine has one.
pub(super) fn browser() -> Option<PathBuf> {
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
    let path = std::env::var_os("PATH")?;
    let folders: Vec<_> = std::env::split_paths(&path).collect();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|file| file.is_file())
}

/// Runs the browser on a page and gives what it printed. One that hangs is ended.
fn browse(browser: &Path, folder: &Path, page: &Path, what: &str) -> String {
    let (out, err) = (folder.join("out"), folder.join("err"));
    let mut child = Command::new(browser)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"])
        .arg("--enable-logging=stderr")
        .arg(format!("--user-data-dir={}", folder.join("home").display()))
        .arg(what)
        .arg(format!("file://{}", page.display()))
        .stdout(File::create(&out).expect("created"))
        .stderr(File::create(&err).expect("created"))
        .spawn()
        .expect("the browser starts");
    let mut ended = None;
    for _ in 0..600 {
        ended = child.try_wait().expect("it runs");
        if ended.is_some() {
            break;
        }
        thread::sleep(Duration::from_millis(100));
    }
    let _ = child.kill();
    let text = |file| String::from_utf8_lossy(&fs::read(file).expect("written")).into_owned();
    let said = text(err);
    assert!(ended.is_some_and(|status| status.success()), "{said}");
    assert!(!said.contains("Content Security Policy"), "{said}");
    text(out)
}

#[test]
fn a_browser_shows_and_prints_it() {
    // Not every machine has one; the other tests read the page as a browser would.
    let Some(browser) = browser() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    for (name, session) in [("hostile", hostile()), ("eventful", eventful())] {
        let page = folder.path().join(format!("{name}.html"));
        fs::write(&page, written(&session, Format::Html, "zh")).expect("written");
        let shown = browse(&browser, folder.path(), &page, "--dump-dom");
        assert!(shown.contains("sample 2026.11") && !shown.contains("<script"), "{shown}");
        let paper = folder.path().join(format!("{name}.pdf"));
        browse(&browser, folder.path(), &page, &format!("--print-to-pdf={}", paper.display()));
        let paper = fs::read(paper).expect("printed");
        assert!(paper.starts_with(b"%PDF") && paper.len() > 5_000, "{} bytes", paper.len());
    }
}

#[test]
fn a_session_that_has_only_begun_is_a_page_as_well() {
    let session = Session::start(sample(), Entry::CheckEverything, clock()()).expect("starts");
    let all = elements(&written(&session, Format::Html, "zh"));
    assert!(all.iter().all(|own| !matches!(own.name.as_str(), "h2" | "section")));
}
