//! What is wrong with a guide that is watched, and what its last save changed: beside the wizard
//! where there is room, else in one row below it and on a screen of its own.

use super::{Body, Context, Kind, help};
use crate::{
    guide::{Change, How, Severity, Tally},
    guide_watch::Told,
    texts::Texts,
    tr,
    tui::{
        app::App,
        command::Verb,
        page::{Page, put},
        theme::Role,
        watch::Watch,
    },
};
use ratatui::{
    Frame,
    layout::Rect,
    text::{Line, Span},
};

/// From this width on the findings stand beside the wizard, which keeps what is needed for its
/// checklist.
const BESIDE_FROM: u16 = 116;
/// Columns of the wizard beside them at least.
const WIZARD_WIDTH: u16 = 76;
/// Columns of the findings at most.
const MOST_WIDTH: u16 = 60;
/// Changes that are named in one message.
const NAMED: usize = 4;

/// Columns of the findings beside everything else; none where they do not stand there.
pub(crate) fn width(app: &App, window: u16) -> u16 {
    let shown = app.watch.is_some() && !matches!(app.top().kind, Kind::Findings | Kind::Qr);
    if shown && window >= BESIDE_FROM { (window - WIZARD_WIDTH).min(MOST_WIDTH) } else { 0 }
}

/// Draws the findings beside everything else, where there is room.
pub(crate) fn render(app: &App, frame: &mut Frame) {
    let window = frame.area();
    let columns = width(app, window.width);
    if columns == 0 {
        return;
    }
    let area = Rect {
        x: window.width - columns + 1,
        y: 2,
        width: columns - 2,
        height: window.height.saturating_sub(3),
    };
    let context = app.context();
    let mut rows = page(&context, usize::from(area.width)).rows;
    let height = usize::from(area.height);
    if rows.len() > height {
        rows.truncate(height.saturating_sub(1));
        let all = tr!(app.texts, "watch-more", key = key(&context));
        let all = Line::styled(all, app.theme.style(Role::Key));
        rows.push(super::super::page::Row { line: all, hits: Vec::new() });
    }
    for (row, at) in rows.iter().zip(area.rows()) {
        put(frame, &row.line, at);
    }
}

/// The findings in one row, where they are neither beside nor on top: how many, and the first.
pub(crate) fn row(app: &App, window: u16) -> Option<(String, Role)> {
    if matches!(app.top().kind, Kind::Findings) || window >= BESIDE_FROM {
        return None;
    }
    let context = app.context();
    let read = &app.watch.as_ref()?.read;
    let first = read.told(&app.texts).into_iter().next();
    let (said, key) = (summary(read.tally(), &app.texts), key(&context));
    Some(match first {
        None => (tr!(app.texts, "watch-row", key = key, summary = said), Role::Good),
        Some(first) => {
            let first = [first.place, first.message].join(" ");
            let said =
                tr!(app.texts, "watch-row-first", key = key, summary = said, first = first.trim());
            (said, role(read.tally()))
        }
    })
}

/// What the last save did, as a message; none where it stands beside everything else.
pub(crate) fn notice(app: &App) -> Option<String> {
    let watch = app.watch.as_ref()?;
    if width(app, app.size.width) > 0 {
        return None;
    }
    let texts = &app.texts;
    if watch.read.guide.is_none() {
        return watch.runs.then(|| tr!(texts, "watch-old"));
    }
    let changes = &watch.read.changes;
    let mut said: Vec<String> = changes.iter().take(NAMED).map(|own| change(own, texts)).collect();
    if changes.len() > NAMED {
        let more = changes.len() - NAMED;
        said.push(tr!(texts, "watch-changes-more", count = more));
    }
    let mut all = vec![if said.is_empty() {
        tr!(texts, "watch-same")
    } else {
        tr!(texts, "watch-saved", changes = said.join(&tr!(texts, "watch-separator")))
    }];
    all.extend(lost(&app.context(), watch));
    Some(all.join(" "))
}

/// The page of all findings.
pub(crate) fn body(context: &Context, width: usize) -> Body {
    Body { page: page(context, width), ..Body::default() }
}

fn page(context: &Context, width: usize) -> Page {
    let mut page = Page::default();
    let Some(watch) = context.watch else { return page };
    let (texts, theme) = (context.texts, context.theme);
    let tally = watch.read.tally();
    page.text(&summary(tally, texts), role(tally), theme, width);
    if watch.read.guide.is_none() {
        let said = if watch.runs { tr!(texts, "watch-old") } else { tr!(texts, "watch-none") };
        page.text(&said, Role::Notice, theme, width);
    }
    let changes = &watch.read.changes;
    if !changes.is_empty() {
        page.gap();
        page.heading(&tr!(texts, "watch-changes"), Role::Heading, theme);
        for own in changes.iter().take(2 * NAMED) {
            page.hanging("  ", &change(own, texts), Role::Plain, theme, width);
        }
        if let Some(more @ 1..) = changes.len().checked_sub(2 * NAMED) {
            let more = tr!(texts, "watch-changes-more", count = more);
            page.hanging("  ", &more, Role::Plain, theme, width);
        }
    }
    let lost = lost(context, watch);
    if !lost.is_empty() {
        page.gap();
        for own in lost {
            page.text(&own, Role::Notice, theme, width);
        }
    }
    for told in watch.read.told(texts) {
        page.gap();
        finding(&mut page, context, &told, width);
    }
    page
}

/// A finding: how grave it is and where, what is wrong, how to mend it.
fn finding(page: &mut Page, context: &Context, told: &Told, width: usize) {
    let (texts, theme) = (context.texts, context.theme);
    let role = if told.severity == Severity::Error { Role::Warning } else { Role::Notice };
    page.row(Line::from(vec![
        Span::styled(told.severity.label(texts), theme.style(role)),
        Span::raw(" "),
        Span::styled(told.place.clone(), theme.style(Role::Key)),
    ]));
    page.hanging("  ", &told.message, Role::Plain, theme, width);
    page.hanging("  ", &told.help, Role::Good, theme, width);
}

/// How many findings there are, in words.
fn summary(tally: Tally, texts: &Texts) -> String {
    let errors = (tally.errors > 0).then(|| tr!(texts, "finding-errors", count = tally.errors));
    let warnings =
        (tally.warnings > 0).then(|| tr!(texts, "finding-warnings", count = tally.warnings));
    let all: Vec<String> = errors.into_iter().chain(warnings).collect();
    if all.is_empty() { tr!(texts, "watch-fine") } else { all.join(&tr!(texts, "watch-separator")) }
}

fn role(tally: Tally) -> Role {
    match tally {
        Tally { errors: 1.., .. } => Role::Warning,
        Tally { warnings: 1.., .. } => Role::Notice,
        _ => Role::Good,
    }
}

/// A table that is not as it was, in words.
fn change(own: &Change, texts: &Texts) -> String {
    let what = crate::redact::safe(&own.what);
    match &own.how {
        How::New => tr!(texts, "watch-new", what = what),
        How::Gone => tr!(texts, "watch-gone", what = what),
        How::Other(keys) => {
            let keys = crate::redact::safe(&keys.join(" "));
            tr!(texts, "watch-other", what = what, keys = keys)
        }
    }
}

/// What was answered and fits no longer.
fn lost(context: &Context, watch: &Watch) -> Vec<String> {
    let texts = context.texts;
    if watch.no_way_in {
        return vec![tr!(texts, "watch-no-way-in")];
    }
    let Some(guide) = context.guide.filter(|_| !watch.lost.is_empty()) else { return Vec::new() };
    let lost = watch.lost.iter().map(|lost| lost.words(guide, texts));
    std::iter::once(tr!(texts, "watch-lost")).chain(lost).collect()
}

/// The key that shows all findings.
fn key(context: &Context) -> String {
    let key = context.keymap.keys(Verb::Findings).first();
    key.map_or_else(String::new, |key| help::key(context.texts, *key))
}
