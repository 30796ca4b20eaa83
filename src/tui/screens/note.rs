//! The editor for a note.

use super::{Body, Context};
use crate::{
    clean::{self, NOTE_LIMIT},
    redact::veil_typing,
    tr,
    tui::{input::Key, theme::Role},
};
use ratatui::{
    crossterm::event::{KeyCode, KeyEvent, KeyModifiers},
    layout::{Position, Rect},
    style::Style,
};
use tui_textarea::{CursorMove, DataCursor, TextArea, WrapMode};

/// A text area that wraps, with the terminal's own cursor at the caret, where an input method
/// opens.
#[derive(Debug)]
pub(crate) struct Editor(TextArea<'static>);

impl Default for Editor {
    fn default() -> Self {
        let mut area = TextArea::default();
        area.set_wrap_mode(WrapMode::WordOrGlyph);
        area.set_cursor_line_style(Style::new());
        area.set_cursor_style(Style::new());
        Self(area)
    }
}

impl Editor {
    /// An editor for one line that holds `text` already.
    pub(crate) fn line(text: &str) -> Self {
        let mut editor = Self(TextArea::new(vec![text.to_owned()]));
        editor.0.set_cursor_line_style(Style::new().underlined());
        editor.0.set_cursor_style(Style::new());
        editor.0.move_cursor(CursorMove::End);
        editor
    }

    /// What was typed.
    pub(crate) fn text(&self) -> String {
        self.0.lines().join("\n")
    }

    /// Before which character of its line the caret stands.
    pub(crate) fn caret(&self) -> usize {
        self.0.cursor().1
    }

    /// A key for the editor; whether there was room for it.
    pub(crate) fn key(&mut self, mut key: Key) -> bool {
        if let Some(c) = key.typed() {
            let (before, after) = self.line_at_caret();
            let Some(c) = clean::typed(c, before, after) else { return true };
            key.code = KeyCode::Char(c);
        }
        let grows = key.typed().is_some() || key.name() == "enter";
        if grows && self.room() == 0 {
            return false;
        }
        let modifiers = if key.ctrl { KeyModifiers::CONTROL } else { KeyModifiers::NONE };
        self.0.input(KeyEvent::new(key.code, modifiers));
        true
    }

    /// Puts text in at the caret, which is cleaned already; whether there was room for all of it.
    pub(crate) fn insert(&mut self, text: &str) -> bool {
        let room = self.room();
        self.0.insert_str(text.chars().take(room).collect::<String>());
        text.chars().count() <= room
    }

    fn room(&self) -> usize {
        NOTE_LIMIT.saturating_sub(self.text().chars().count())
    }

    /// What stands before the caret in its line, and behind it.
    fn line_at_caret(&self) -> (&str, &str) {
        let DataCursor(row, column) = self.0.cursor();
        let line = self.0.lines().get(row).map_or("", String::as_str);
        line.split_at(line.char_indices().nth(column).map_or(line.len(), |(at, _)| at))
    }

    /// The editor with a veil over card data, where there is any: what is drawn may be seen by others,
    /// and be recorded by the terminal.
    fn veiled(&self) -> Option<TextArea<'static>> {
        let DataCursor(row, column) = self.0.cursor();
        let above: usize = self.0.lines().iter().take(row).map(|line| line.len() + 1).sum();
        let veiled = veil_typing(&self.text(), above + self.line_at_caret().0.len())?;
        let mut area = self.0.clone();
        area.cancel_selection();
        area.select_all();
        area.cut();
        area.insert_str(veiled);
        area.move_cursor(CursorMove::Jump(row as u16, column as u16));
        Some(area)
    }

    /// Draws the text into `area` and tells where the caret is.
    pub(crate) fn render(&self, frame: &mut ratatui::Frame, area: Rect) {
        let veiled = self.veiled();
        let text = veiled.as_ref().unwrap_or(&self.0);
        frame.render_widget(text, area);
        let (top, left) = text.scroll_offset();
        let caret = text.screen_cursor();
        let column = (caret.col as u16).saturating_sub(left).min(area.width.saturating_sub(1));
        let row = (caret.row as u16).saturating_sub(top).min(area.height.saturating_sub(1));
        frame.set_cursor_position(Position::new(area.x + column, area.y + row));
    }
}

/// The heading over the editor.
pub(crate) fn body(context: &Context, width: usize) -> Body {
    let mut body = Body::default();
    body.page.text(&tr!(context.texts, "note-title"), Role::Title, context.theme, width);
    body.page.text(&tr!(context.texts, "note-how"), Role::Plain, context.theme, width);
    body
}
