//! The page of a guide in a real browser without a screen: clicks, search, panning, both languages.

use crate::{
    export_html::{HOSTILE, browser},
    support::browser::Page,
};
use serde_json::{Value, json};
use std::{
    fs,
    io::{self, Write},
    path::PathBuf,
};
use tempfile::TempDir;
use tilldoc::{
    guide::{Part, SourceFile, builtin_sources, html, read},
    texts::Texts,
};

/// The page of a guide, opened in a browser; none where this machine has no browser.
fn open(files: &[SourceFile], part: &Part, tag: &str) -> Option<(TempDir, PathBuf, Page)> {
    let Some(browser) = browser() else {
        let _ = writeln!(io::stderr(), "skipped: there is no Chromium on this machine");
        return None;
    };
    let guide = read(files).guide;
    let page = html(&guide, files, part, &Texts::new(tag)).expect("there is such a part");
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("guide.html");
    fs::write(&file, page).expect("written");
    let page = Page::open(&browser, &file, (1400, 900));
    Some((folder, file, page))
}

/// How many boxes are shown.
fn boxes(page: &mut Page) -> u64 {
    page.eval("document.querySelectorAll('.box').length").as_u64().expect("a number")
}

fn text(page: &mut Page, selector: &str) -> String {
    let found = page.eval(&format!("document.querySelector({selector:?})?.textContent ?? ''"));
    found.as_str().expect("a text").to_owned()
}

fn view(page: &mut Page) -> Value {
    page.eval("document.getElementById('view').getAttribute('transform')")
}

#[test]
fn one_clicks_through_the_guide_searches_it_and_changes_the_language() {
    let files = builtin_sources();
    let Some((_folder, file, mut page)) = open(&files, &Part::Whole, "en") else { return };
    let groups = boxes(&mut page);
    assert!((5..20).contains(&groups), "{groups}");

    // An answer leads on: its question comes beside it, and is told.
    page.click(".row[data-from=g2][data-row='0']");
    assert_eq!(boxes(&mut page), groups + 1);
    let question = text(&mut page, "#details h2");
    assert!(question.ends_with('?'), "{question}");
    let shown = text(&mut page, ".box.selected .say");
    assert!(question.starts_with(&shown), "{question}: {shown}");
    // And so on to a remedy, by the panel's buttons.
    for _ in 0..12 {
        if text(&mut page, "#details .kind").contains("Remedy") {
            break;
        }
        page.click("#details button[data-go]");
    }
    assert!(text(&mut page, "#details .kind").contains("Remedy"));
    assert!(text(&mut page, "#details").contains("Do now"));

    // Folding takes away what is only there because of it.
    assert!(boxes(&mut page) > groups + 1);
    page.eval("choose('g2')");
    page.click("#details [data-do=fold]");
    assert_eq!(boxes(&mut page), groups);

    // A drag moves the picture and is no click; the wheel comes nearer.
    let (chosen, place) = (text(&mut page, "#details h2"), view(&mut page));
    let middle = page.middle("#picture");
    page.drag(middle, (middle.0 - 100.0, middle.1 - 150.0));
    let moved = view(&mut page);
    assert_ne!(moved, place);
    assert_eq!(text(&mut page, "#details h2"), chosen);
    page.wheel(middle, -300.0);
    assert_ne!(view(&mut page), moved);

    // The search, by keys alone, and what it finds in the other language.
    page.eval("document.getElementById('picture').focus()");
    page.key("/");
    page.text("phone-line");
    page.key("Enter");
    assert!(text(&mut page, "#details .id").starts_with("remedy.phone-line"));
    assert_eq!(page.eval("decodeURIComponent(location.hash)"), json!("#remedy.phone-line"));
    let english = text(&mut page, "#details h2");
    page.click("[data-do=language]");
    assert_eq!(page.eval("document.documentElement.lang"), json!("zh"));
    let chinese = text(&mut page, "#details h2");
    assert!(!chinese.is_ascii() && english.is_ascii(), "{english} {chinese}");
    assert!(text(&mut page, "#details .id").starts_with("remedy.phone-line"));
    assert!(text(&mut page, "#details .kind").contains("处理办法"));

    // All ways to it, its neighbours, and back to the start.
    page.click("[data-do=ways]");
    let ways = boxes(&mut page);
    page.click("[data-do=around]");
    let around = boxes(&mut page);
    assert!(around >= 2 && ways > around, "{around} {ways}");
    page.click("[data-do=start]");
    assert_eq!(boxes(&mut page), groups);

    let (wrong, asked) = page.troubles();
    assert!(wrong.is_empty(), "{wrong:?}");
    let own = format!("file://{}", file.display());
    assert!(asked.iter().all(|url| *url == own), "it asked for {asked:?}");
}

#[test]
fn the_whole_guide_is_drawn_without_overlaps_from_left_to_right_and_always_alike() {
    let files = builtin_sources();
    let Some((_folder, file, mut page)) = open(&files, &Part::Whole, "zh") else { return };
    let places =
        "JSON.stringify([...state.boxes.values()].map((b) => [b.key, b.x, b.y, b.height]))";
    page.click("[data-do=all]");
    let first = page.eval(places);
    let guide = read(&files).guide;
    assert!(boxes(&mut page) as usize > guide.nodes.len());
    let overlaps = page.eval(
        "(() => { const all = [...state.boxes.values()]; let n = 0; \
         all.forEach((a, i) => all.slice(i + 1).forEach((b) => { \
         if (a.x === b.x && a.y < b.y + b.height && b.y < a.y + a.height) n += 1; })); return n; })()",
    );
    assert_eq!(overlaps, json!(0));
    let backward = page.eval(
        "[...document.querySelectorAll('.line')].filter((line) => \
         state.boxes.get(line.dataset.from).x >= state.boxes.get(line.dataset.to).x).length",
    );
    assert_eq!(backward, json!(0));
    // Likely lines are thicker than unlikely ones.
    let widths = page.eval(
        "[...new Set([...document.querySelectorAll('.line:not(.after)')]\
         .map((line) => line.getAttribute('stroke-width')))].length",
    );
    assert!(widths.as_u64().expect("a number") > 10, "{widths}");
    page.go(&file);
    page.click("[data-do=all]");
    assert_eq!(page.eval(places), first);
}

#[test]
fn nothing_foreign_runs_in_it() {
    let bad = HOSTILE.replace('\\', "\\\\").replace('"', "\\\"");
    let worse = |line: &str| match line.split_once("en = \"") {
        Some((before, text)) => format!("{before}en = \"{bad}{text}"),
        None => line.to_owned(),
    };
    let text =
        include_str!("support/sample.toml").lines().map(worse).collect::<Vec<_>>().join("\n");
    let files = [SourceFile::new("guide.toml", text)];
    let Some((_folder, _, mut page)) = open(&files, &Part::Whole, "en") else { return };
    page.click("[data-do=all]");
    page.click(".title[data-box=n0]");
    let heading = self::text(&mut page, "#details h2");
    assert!(heading.contains(HOSTILE), "{heading}");
    assert_eq!(page.eval("document.querySelectorAll('img, a, #details script').length"), json!(0));
    assert!(page.troubles().0.is_empty(), "{:?}", page.troubles().0);
    // Not even what gets into the page can run: its policy forbids it.
    page.forget();
    let slipped = "(() => { const s = document.createElement('script'); \
                   s.textContent = 'window.ran = true'; document.body.append(s); \
                   const i = new Image(); i.src = 'x.png'; document.body.append(i); \
                   return window.ran === undefined; })()";
    assert_eq!(page.eval(slipped), json!(true));
    let told = page.troubles().0.join("\n");
    assert!(told.contains("Content Security Policy"), "{told}");
}
