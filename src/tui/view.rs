//! From the state of the full screen to the window. Nothing here changes anything.

use super::{
    app::App,
    bar::{bar, far},
    keybar::key_bar,
    layout::{Needs, Parts, SMALLEST, divide},
    page::{Page, cut, put, wrap},
    screens::{Body, Kind, Screen, drill::Part, qr, watch},
    theme::{Role, Theme},
};
use crate::{
    guide::room::CUSTOMER_ROWS,
    session::{Place, Session},
    tr,
};
use ratatui::{
    Frame,
    layout::{Position, Rect, Size},
    style::Style,
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

/// Everything about to be drawn.
struct Scene {
    parts: Parts,
    body: Body,
    /// That nothing can be kept, or what is wrong with a guide that is watched, in one row.
    trouble: Vec<String>,
    /// How that row looks.
    trouble_role: Role,
    notice: Vec<String>,
    customer: Vec<String>,
    keys: Vec<Line<'static>>,
}

impl Scene {
    /// What is to be seen in a window of this size.
    fn new(app: &App, window: Size) -> Self {
        let full = window.width;
        // The findings of a guide that is watched stand beside everything else.
        let window = Size { width: window.width - watch::width(app, window.width), ..window };
        let width = usize::from(window.width.saturating_sub(2));
        let mut needs = Needs { steps: in_session(app), drawing: app.drawing_id().is_some() };
        let (page_width, beside) = needs.page_width(window.width);
        needs.drawing = beside;
        let body = app.body(usize::from(page_width));
        let mut notice = app.notice.as_deref().map_or_else(Vec::new, |text| wrap(text, width));
        // A message goes with the next key, so it may take much of the window for once.
        cut(&mut notice, usize::from(window.height / 3), width);
        let (line, trouble_role) = watch::row(app, full).unzip();
        let mut trouble: Vec<String> = app.not_kept().or(line).into_iter().collect();
        let trouble_role = trouble_role.unwrap_or(Role::Warning);
        trouble = trouble.iter().flat_map(|text| wrap(text, width)).collect();
        cut(&mut trouble, 1, width);
        let mut customer = customer_line(app).map_or_else(Vec::new, |text| wrap(&text, width));
        cut(&mut customer, CUSTOMER_ROWS, width);
        let keys = key_bar(app, width);
        let rows = |rows: usize| rows as u16;
        let parts = divide(
            window,
            needs,
            rows(body.pinned.rows.len()),
            rows(trouble.len() + notice.len()),
            rows(customer.len()),
            rows(keys.len()),
        );
        Self { parts, body, trouble, trouble_role, notice, customer, keys }
    }

    /// Rows by which the page can be scrolled at most.
    fn most_scroll(&self) -> usize {
        self.body.page.rows.len().saturating_sub(usize::from(self.parts.page.height))
    }

    /// Rows by which the page is scrolled: as it was, but for what it takes to have the cursor in sight.
    fn scroll(&self, screen: &Screen) -> usize {
        if !screen.follows {
            return screen.scroll.min(self.most_scroll());
        }
        // The first line is shown with all that stands above it, even if that pushes it out.
        if screen.cursor == 0 {
            return 0;
        }
        self.body.page.offset(screen.scroll, usize::from(self.parts.page.height))
    }
}

/// What a frame has shown that the next one goes on from.
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct Shown {
    /// Rows that the page was scrolled by.
    pub(super) scroll: usize,
    /// How large the window was.
    pub(super) window: Size,
}

/// Rows of the page in the window.
pub(super) fn page_height(app: &App) -> usize {
    usize::from(Scene::new(app, app.size).parts.page.height)
}

/// Rows by which the page can be scrolled at most.
pub(super) fn most_scroll(app: &App) -> usize {
    Scene::new(app, app.size).most_scroll()
}

/// The line at a column and row of the window.
pub(super) fn hit(app: &App, column: u16, row: u16) -> Option<usize> {
    let scene = Scene::new(app, app.size);
    let at = Position::new(column, row);
    let within = |area: Rect| (usize::from(row - area.y), usize::from(column - area.x));
    if scene.parts.page.contains(at) {
        let scroll = scene.scroll(app.top());
        let (row, column) = within(scene.parts.page);
        return scene.body.page.hit(scroll + row, column);
    }
    if scene.parts.pinned.contains(at) {
        let (row, column) = within(scene.parts.pinned);
        return scene.body.pinned.hit(row, column);
    }
    None
}

impl App {
    /// Draws the window, and tells what came of it, for [`App::shown`].
    pub fn render(&self, frame: &mut Frame) -> Shown {
        let window = frame.area();
        let as_before = Shown { scroll: self.top().scroll, window: window.as_size() };
        if window.width < SMALLEST.width || window.height < SMALLEST.height {
            too_small(self, frame);
            return as_before;
        }
        if matches!(self.top().kind, Kind::Qr) {
            qr::render(self, frame);
            return as_before;
        }
        // The window itself tells its size: the event of a new one may still be on the way.
        let scene = Scene::new(self, window.as_size());
        let bar_area = Rect { width: window.width, ..scene.parts.bar };
        bar(self, frame, bar_area, scene.parts.steps_beside);
        watch::render(self, frame);
        if let Some(session) = self.shown_session().filter(|_| in_session(self)) {
            steps(self, session, frame, &scene.parts);
        }
        let scroll = scene.scroll(self.top());
        show_page(frame, &scene.body.page, scroll, scene.parts.page);
        if scene.most_scroll() > 0 {
            more(self, frame, scroll, &scene);
        }
        show_page(frame, &scene.body.pinned, 0, scene.parts.pinned);
        if let Some(side) = &scene.body.side {
            show_page(frame, side, 0, scene.parts.drawing);
        }
        if let Kind::Note(editor) | Kind::Support(_, editor) = &self.top().kind {
            let heading = scene.body.page.rows.len() as u16 + 1;
            let page = scene.parts.page;
            let height = page.height.saturating_sub(heading);
            editor.render(frame, Rect { y: page.y + heading, height, ..page });
        }
        if let (Kind::Path(_, editor) | Kind::Drill(Part::Name(editor)), Some((_, row))) =
            (&self.top().kind, scene.body.page.caret)
        {
            let page = scene.parts.page;
            editor.render(frame, Rect { y: page.y + row as u16, height: 1, ..page });
        }
        let notice = scene.parts.notice;
        show_rows(frame, &scene.trouble, self.theme, scene.trouble_role, notice);
        let trouble = (scene.trouble.len() as u16).min(notice.height);
        let notice = Rect { y: notice.y + trouble, height: notice.height - trouble, ..notice };
        show_rows(frame, &scene.notice, self.theme, Role::Notice, notice);
        show_rows(frame, &scene.customer, self.theme, Role::Customer, scene.parts.customer);
        for (line, row) in scene.keys.iter().zip(scene.parts.keys.rows()) {
            put(frame, line, row);
        }
        Shown { scroll, window: window.as_size() }
    }
}

/// Whether the checklist belongs on this screen.
pub(super) fn in_session(app: &App) -> bool {
    if app.in_training() {
        return app.question().is_some();
    }
    let without = matches!(
        app.top().kind,
        Kind::Home
            | Kind::Groups
            | Kind::Symptoms(_)
            | Kind::Terminals(_)
            | Kind::Setup(_)
            | Kind::History(_)
            | Kind::Filters
            | Kind::Facet(_)
            | Kind::Kept(_)
            | Kind::Support(..)
            | Kind::Stats(_)
            | Kind::Qr
            | Kind::Tree(_)
            | Kind::TreeFind(_)
            | Kind::Findings
    );
    app.session.is_some() && !without
}

fn show_page(frame: &mut Frame, page: &Page, scroll: usize, area: Rect) {
    for (row, at) in page.rows.iter().skip(scroll).zip(area.rows()) {
        put(frame, &row.line, at);
    }
    let caret = page.caret.and_then(|(column, row)| Some((column, row.checked_sub(scroll)?)));
    if let Some((column, row)) = caret.filter(|&(_, row)| row < usize::from(area.height)) {
        let column = (column as u16).min(area.width.saturating_sub(1));
        frame.set_cursor_position(Position::new(area.x + column, area.y + row as u16));
    }
}

fn show_rows(frame: &mut Frame, rows: &[String], theme: Theme, role: Role, area: Rect) {
    for (row, at) in rows.iter().zip(area.rows()) {
        put(frame, &Line::styled(row.as_str(), theme.style(role)), at);
    }
}

/// The checklist: a column beside the page, or one row above it.
fn steps(app: &App, session: &Session, frame: &mut Frame, parts: &Parts) {
    let lang = app.context().lang;
    let lines = session.checklist().into_iter().map(|(step, state)| {
        let mark = app.theme.step(state);
        let style = app.theme.style(Theme::step_role(state));
        (mark, step.title.get(lang).to_owned(), style)
    });
    if !parts.steps_beside {
        // All six stay in sight: where the row is too narrow, a mark stands close to its step.
        let lines: Vec<_> = lines.collect();
        let row = |gap: &str| {
            let step = |(mark, title, style): &(&str, String, Style)| {
                let text = if *mark == " " { title.clone() } else { format!("{mark}{gap}{title}") };
                [Span::styled(text, *style), Span::raw("  ")]
            };
            let mut spans: Vec<_> = lines.iter().flat_map(step).collect();
            spans.pop();
            Line::from(spans)
        };
        let wide = row(" ");
        let fits = wide.width() <= usize::from(parts.steps.width);
        put(frame, &if fits { wide } else { row("") }, parts.steps);
        return;
    }
    let mut page = Page::default();
    for (mark, title, style) in lines {
        page.row(Line::from(vec![Span::raw(" "), Span::styled(format!("{mark} {title}"), style)]));
    }
    if let Some((questions, minutes)) = far(session) {
        let width = usize::from(parts.steps.width);
        page.gap();
        page.text(
            &tr!(app.texts, "far-questions", questions = questions),
            Role::Plain,
            app.theme,
            width,
        );
        page.text(&tr!(app.texts, "far-minutes", minutes = minutes), Role::Plain, app.theme, width);
    }
    show_page(frame, &page, 0, parts.steps);
}

/// What to say to the customer, from the question or remedy at hand.
fn customer_line(app: &App) -> Option<String> {
    let context = app.context();
    let text = match (&app.top().kind, context.session?.place()) {
        _ if !in_session(app) => None,
        (Kind::Change(id, _), _) => context.guide?.question(id)?.tell_customer.as_ref(),
        (_, Place::Question(question)) => question.tell_customer.as_ref(),
        // In a drill that is what the trainee is to find.
        (Kind::Drill(_), _) => None,
        (_, Place::Remedy(remedy)) => remedy.tell_customer.as_ref(),
        (_, Place::End(_)) => context.session?.remedy()?.tell_customer.as_ref(),
    }?;
    Some(tr!(app.texts, "customer", text = text.get(context.lang)))
}

/// Says that there is more above or below, at the right edge.
fn more(app: &App, frame: &mut Frame, scroll: usize, scene: &Scene) {
    let area = scene.parts.page;
    let mut say = |text: String, y: u16| {
        let width = (text.width() as u16).min(area.width);
        let at = Rect { x: area.right() - width, y, width, height: 1 };
        frame.render_widget(Line::styled(text, app.theme.style(Role::Key)), at);
    };
    if scroll > 0 {
        say(tr!(app.texts, "more-above"), area.y.saturating_sub(1));
    }
    if scroll < scene.most_scroll() {
        say(tr!(app.texts, "more-below"), area.bottom());
    }
}

/// Says how large the window must be, in as much of it as there is.
fn too_small(app: &App, frame: &mut Frame) {
    let area = frame.area();
    let (width, height) = (SMALLEST.width, SMALLEST.height);
    let text = tr!(
        app.texts,
        "too-small",
        width = width,
        height = height,
        now_width = area.width,
        now_height = area.height
    );
    for (row, at) in wrap(&text, usize::from(area.width)).into_iter().zip(area.rows()) {
        frame.render_widget(Line::raw(row), at);
    }
}
