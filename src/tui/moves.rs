//! Moving the cursor and the page.

use super::{
    app::App,
    command::{Effect, Verb},
    view::{self, Shown},
};
use crate::tr;

impl App {
    /// Moves the cursor; where there is nothing to choose, the page.
    pub(super) fn move_cursor(&mut self, verb: Verb) {
        let last = self.items().len().checked_sub(1);
        let Some(last) = last else {
            return self.scroll(match verb {
                Verb::Up => -1,
                Verb::Down => 1,
                Verb::First => i16::MIN,
                _ => i16::MAX - self.page_rows(),
            });
        };
        let cursor = self.top().cursor.min(last);
        self.top_mut().cursor = match verb {
            Verb::Up if cursor == 0 => last,
            Verb::Up => cursor - 1,
            Verb::Down if cursor == last => 0,
            Verb::Down => cursor + 1,
            Verb::First => 0,
            _ => last,
        };
        self.settle();
    }

    /// Turns mouse capture on or off.
    pub(super) fn turn_mouse(&mut self) -> Effect {
        self.mouse = !self.mouse;
        let said = if self.mouse {
            tr!(self.texts, "notice-mouse-on")
        } else {
            tr!(self.texts, "notice-mouse-off")
        };
        self.notice = Some(said);
        Effect::Mouse(self.mouse)
    }

    /// Scrolls the page by rows.
    pub(super) fn scroll(&mut self, rows: i16) {
        let scroll = self.top().scroll.saturating_add_signed(isize::from(rows));
        self.scroll_to(scroll.min(view::most_scroll(self)));
    }

    /// Scrolls the page to a row, wherever the cursor is.
    pub(super) fn scroll_to(&mut self, row: usize) {
        let top = self.top_mut();
        (top.scroll, top.follows) = (row, false);
    }

    /// Rows of the page in the window, at least one.
    pub(super) fn page_rows(&self) -> i16 {
        i16::try_from(view::page_height(self).max(1)).unwrap_or(i16::MAX)
    }

    /// Has the cursor on a line that is there, and from the next frame on in sight.
    pub(super) fn settle(&mut self) {
        let last = self.items().len().saturating_sub(1);
        let top = self.top_mut();
        (top.cursor, top.follows) = (top.cursor.min(last), true);
    }

    /// Takes in what a frame has shown, from which the next one goes on.
    pub fn shown(&mut self, shown: Shown) {
        self.top_mut().scroll = shown.scroll;
        self.drawn = shown.window;
    }
}
