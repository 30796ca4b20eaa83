//! What the screen is drawn on: the terminal library's own backend, but for what it takes for granted.

use super::frames::Frames;
use ratatui::{
    backend::{Backend, ClearType, CrosstermBackend, WindowSize},
    buffer::Cell,
    crossterm::terminal,
    layout::{Position, Size},
};
use std::io::{self, Stdout, stdout};

/// What a terminal has that does not know how large it is, as one at the end of a serial line.
const USUAL: Size = Size::new(80, 24);

/// The terminal, drawn in whole frames, always of some size.
#[derive(Debug)]
pub(super) struct OnTerminal(CrosstermBackend<Frames<Stdout>>);

impl OnTerminal {
    pub(super) fn new() -> Self {
        Self(CrosstermBackend::new(Frames::new(stdout())))
    }
}

/// The size that a terminal tells, or the usual one where it tells none.
pub(super) fn told(width: u16, height: u16) -> Size {
    if width == 0 || height == 0 { USUAL } else { Size::new(width, height) }
}

impl Backend for OnTerminal {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        self.0.draw(content)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.0.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.0.show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.0.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.0.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.0.clear()
    }

    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        self.0.clear_region(clear_type)
    }

    fn size(&self) -> io::Result<Size> {
        terminal::size().map(|(width, height)| told(width, height))
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.0.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}
