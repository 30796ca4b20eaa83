//! What the screen is drawn on: the terminal library's own backend, but for what it takes for granted.

use super::{canvas::Canvas, frames::Frames};
use ratatui::{
    backend::{Backend, ClearType, CrosstermBackend, WindowSize},
    buffer::Cell,
    crossterm::terminal,
    layout::{Position, Size},
};
use std::io::{self, Stdout, stdout};

/// What a terminal has that does not know how large it is, as one at the end of a serial line.
const USUAL: Size = Size::new(80, 24);

/// The terminal, drawn in whole frames, always of some size. Where nothing changes, nothing is written.
#[derive(Debug)]
pub(super) struct OnTerminal {
    inner: CrosstermBackend<Frames<Stdout>>,
    canvas: Canvas,
    /// Whether the cursor is shown, as far as is known.
    shown: Option<bool>,
    /// Where the cursor stands, as far as is known.
    at: Option<Position>,
}

impl OnTerminal {
    pub(super) fn new() -> Self {
        let inner = CrosstermBackend::new(Frames::new(stdout()));
        Self { inner, canvas: Canvas::default(), shown: None, at: None }
    }

    /// All is drawn anew now, perhaps because somebody else had the terminal.
    fn forget(&mut self) -> io::Result<()> {
        (self.shown, self.at) = (None, None);
        self.canvas.clear(self.size()?);
        Ok(())
    }
}

/// The size that a terminal tells, or the usual one where it tells none.
pub(super) fn told(width: u16, height: u16) -> Size {
    if width == 0 || height == 0 { USUAL } else { Size::new(width, height) }
}

/// How large the terminal is.
pub(super) fn size() -> io::Result<Size> {
    // The library opens the terminal anew each time it is asked.
    #[cfg(unix)]
    if let Ok(size) = rustix::termios::tcgetwinsize(stdout()) {
        return Ok(told(size.ws_col, size.ws_row));
    }
    terminal::size().map(|(width, height)| told(width, height))
}

impl Backend for OnTerminal {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut content = content.peekable();
        if content.peek().is_none() {
            return Ok(());
        }
        self.at = None;
        // A console that knows no escapes.
        #[cfg(windows)]
        if !ratatui::crossterm::ansi_support::supports_ansi() {
            return self.inner.draw(content);
        }
        // Whenever the window has another size it is cleared, which says so.
        if self.canvas.size() == Size::ZERO {
            self.canvas.clear(self.size()?);
        }
        self.canvas.draw(content, &mut self.inner)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if self.shown.replace(false) == Some(false) { Ok(()) } else { self.inner.hide_cursor() }
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        if self.shown.replace(true) == Some(true) { Ok(()) } else { self.inner.show_cursor() }
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.inner.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let position = position.into();
        if self.at.replace(position) == Some(position) {
            return Ok(());
        }
        self.inner.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.forget()?;
        self.inner.clear()
    }

    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        self.forget()?;
        self.inner.clear_region(clear_type)
    }

    fn size(&self) -> io::Result<Size> {
        size()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.inner.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}
