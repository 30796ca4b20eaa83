//! The QR code of the summary: it takes the whole window, as a smaller one would say less.

use super::help;
use crate::{
    session::qr::{Drawing, Ink, Qr},
    tr,
    tui::{App, Verb, page::wrap, theme::Role},
};
use ratatui::{
    Frame,
    layout::Rect,
    style::{Color, Style},
    text::Line,
};

/// Columns that text beside the code needs.
const BESIDE: u16 = 16;

/// Draws the code at the left, and beside it what it is and how to go back.
pub(crate) fn render(app: &App, frame: &mut Frame) {
    let window = frame.area();
    let drawing = if app.theme.ascii { Drawing::Ascii } else { Drawing::HalfBlocks };
    let (ink, style) = if app.theme.color {
        (Ink::Dark, Style::new().fg(Color::Black).bg(Color::White))
    } else {
        (Ink::Light, Style::new())
    };
    let columns = window.width.saturating_sub(BESIDE + 2);
    let code = Qr::fit(&app.qr_lines(), usize::from(columns), usize::from(window.height), drawing);
    let rows = code.as_ref().map(|code| code.rows(drawing, ink)).unwrap_or_default();
    let wide = rows.first().map_or(0, |row| row.chars().count()) as u16;
    for (row, at) in rows.iter().zip(window.rows()) {
        let at = Rect { width: wide.min(at.width), ..at };
        frame.render_widget(Line::styled(row.as_str(), style), at);
    }
    let area = Rect { x: wide + 2, width: window.width.saturating_sub(wide + 3), ..window };
    let mut said = vec![(told(app, code.as_ref()), Role::Plain)];
    said.extend(app.not_kept().map(|text| (text, Role::Warning)));
    said.extend(app.notice.clone().map(|text| (text, Role::Notice)));
    let back = app.keymap.keys(Verb::Back).first().map(|key| help::key(&app.texts, *key));
    let back = format!("{} {}", back.unwrap_or_default(), help::verb(&app.texts, Verb::Back));
    said.push((back, Role::Key));
    let width = usize::from(area.width);
    let rows = said.iter().flat_map(|(text, role)| {
        let rows = wrap(text, width).into_iter().map(|row| (row, *role));
        rows.chain(std::iter::once((String::new(), Role::Plain)))
    });
    for ((row, role), at) in rows.zip(area.rows().skip(1)) {
        frame.render_widget(Line::styled(row, app.theme.style(role)), at);
    }
}

fn told(app: &App, code: Option<&Qr>) -> String {
    match code {
        Some(code) if code.is_whole() => tr!(app.texts, "qr-whole"),
        Some(_) => tr!(app.texts, "qr-part"),
        None => tr!(app.texts, "qr-none"),
    }
}
