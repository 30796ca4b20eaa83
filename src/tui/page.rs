//! Rows of text with places to click: what a screen shows, before it is cut to the window.

use super::theme::{Role, Theme};
pub(super) use crate::guide::wrap;
use ratatui::{
    Frame,
    layout::Rect,
    style::Style,
    text::{Line, Span},
};
use std::ops::Range;
use unicode_width::UnicodeWidthStr;

/// Columns that the mark, the number and the gaps before a numbered line take.
const NUMBER_WIDTH: usize = 5;
/// Columns of `[x] `.
const TICK_WIDTH: usize = 4;

/// One row of a page.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    /// What it shows.
    pub line: Line<'static>,
    /// The numbered lines that a click takes, each with its columns.
    pub hits: Vec<(Range<usize>, usize)>,
}

/// Rows, the ones at the cursor, and the caret.
#[derive(Clone, Debug, Default)]
pub(super) struct Page {
    /// The rows from top to bottom.
    pub rows: Vec<Row>,
    /// The rows that must be in sight.
    pub focus: Option<Range<usize>>,
    /// Column and row of the caret of a text field.
    pub caret: Option<(usize, usize)>,
    /// Whether parts follow each other without an empty row: in low windows.
    pub compact: bool,
}

/// A line that can be chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Label {
    /// What it says.
    pub text: String,
    /// What stands behind it in a quieter voice.
    pub aside: String,
    /// Whether it has a box to tick, and whether that is ticked.
    pub tick: Option<bool>,
    /// Whether its number is shown: not where digits are typed into a field.
    pub unnumbered: bool,
}

/// Keeps the first rows; that some are missing is to be seen.
pub(super) fn cut(rows: &mut Vec<String>, most: usize, width: usize) {
    if rows.len() > most {
        rows.truncate(most);
        if let Some(last) = rows.last_mut() {
            while last.width() + 3 > width && last.pop().is_some() {}
            last.push_str("...");
        }
    }
}

/// Draws a line. Most are ASCII, where each byte is a character of one column: the library looks for characters that
/// are made of several in each text, which is a third of a frame.
pub(super) fn put(frame: &mut Frame, line: &Line, area: Rect) {
    let buffer = frame.buffer_mut();
    let area = area.intersection(buffer.area);
    if area.is_empty() {
        return;
    }
    let area = Rect { height: 1, ..area };
    if line.style != Style::new() {
        buffer.set_style(area, line.style);
    }
    let (mut x, end) = (area.x, area.right());
    for span in &line.spans {
        let (text, style) = (span.content.as_ref(), line.style.patch(span.style));
        if !text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
            x = buffer.set_stringn(x, area.y, text, usize::from(end - x), style).0;
            continue;
        }
        let room = usize::from(end - x).min(text.len());
        if room > 0 {
            let first = buffer.index_of(x, area.y);
            for (cell, c) in buffer.content[first..first + room].iter_mut().zip(text.chars()) {
                cell.set_char(c).set_style(style);
            }
            x += room as u16;
        }
    }
}

impl Page {
    /// An empty row, unless the page is empty or ends in one.
    pub(super) fn gap(&mut self) {
        if !self.compact && self.rows.last().is_some_and(|row| row.line.width() > 0) {
            self.rows.push(Row::default());
        }
    }

    /// A row as it is.
    pub(super) fn row(&mut self, line: Line<'static>) {
        self.rows.push(Row { line, hits: Vec::new() });
    }

    /// Running text in one role.
    pub(super) fn text(&mut self, text: &str, role: Role, theme: Theme, width: usize) {
        self.hanging("", text, role, theme, width);
    }

    /// Running text behind a lead that stands on its first row; the other rows are indented alike.
    pub(super) fn hanging(
        &mut self,
        lead: &str,
        text: &str,
        role: Role,
        theme: Theme,
        width: usize,
    ) {
        let indent = lead.width();
        for (at, row) in wrap(text, width.saturating_sub(indent)).into_iter().enumerate() {
            let lead = if at == 0 { lead.to_owned() } else { " ".repeat(indent) };
            self.row(Line::from(vec![Span::raw(lead), Span::styled(row, theme.style(role))]));
        }
    }

    /// A heading over a part.
    pub(super) fn heading(&mut self, text: &str, role: Role, theme: Theme) {
        self.row(Line::styled(text.to_owned(), theme.style(role)));
    }

    /// A line that can be chosen by its number (from 1; those beyond 10 have none to press), the
    /// cursor, or a click.
    pub(super) fn choice(
        &mut self,
        at: usize,
        label: &Label,
        cursor: bool,
        theme: Theme,
        width: usize,
    ) {
        let first = self.rows.len();
        let role = if cursor { Role::Selected } else { Role::Plain };
        let mark = if cursor { theme.cursor() } else { " " };
        // The digit that takes it; 0 for the tenth, as it comes after 9 on the keyboard.
        let digit = (at < 10 && !label.unnumbered).then_some((at + 1) % 10);
        let number = digit.map_or_else(|| " ".to_owned(), |digit| digit.to_string());
        let tick = label.tick.map_or("", |ticked| if ticked { "[x] " } else { "[ ] " });
        let indent = NUMBER_WIDTH + if tick.is_empty() { 0 } else { TICK_WIDTH };
        let full = if label.aside.is_empty() {
            label.text.clone()
        } else {
            format!("{}  {}", label.text, label.aside)
        };
        for (nth, row) in wrap(&full, width.saturating_sub(indent + 1)).into_iter().enumerate() {
            let lead = if nth == 0 {
                vec![
                    Span::raw(format!("{mark} ")),
                    Span::styled(number.clone(), theme.style(Role::Key)),
                    Span::raw("  "),
                    Span::raw(tick),
                ]
            } else {
                vec![Span::raw(" ".repeat(indent))]
            };
            let mut line = Line::from(lead);
            line.push_span(Span::styled(row, theme.style(role)));
            self.rows.push(Row { line, hits: vec![(0..usize::MAX, at)] });
        }
        if cursor {
            self.focus = Some(first..self.rows.len());
        }
    }

    /// A question with short answers behind it, in as few rows as they fit in.
    pub(crate) fn inline(
        &mut self,
        ask: &str,
        labels: &[&Label],
        first: usize,
        cursor: usize,
        theme: Theme,
        width: usize,
    ) {
        let mut row =
            Row { line: Line::styled(ask.to_owned(), theme.style(Role::Title)), hits: Vec::new() };
        for (nth, label) in labels.iter().enumerate() {
            let at = first + nth;
            let number = (at + 1).to_string();
            let needed = 4 + number.width() + label.text.width();
            if row.line.width() + needed > width {
                self.rows.push(std::mem::take(&mut row));
            }
            let begin = row.line.width();
            let (mark, role) =
                if at == cursor { (theme.cursor(), Role::Selected) } else { (" ", Role::Plain) };
            row.line.push_span(Span::raw(format!(" {mark} ")));
            row.line.push_span(Span::styled(number, theme.style(Role::Key)));
            row.line.push_span(Span::raw(" "));
            row.line.push_span(Span::styled(label.text.clone(), theme.style(role)));
            row.hits.push((begin..row.line.width(), at));
        }
        self.rows.push(row);
    }

    /// The numbered line at a row and column.
    pub(crate) fn hit(&self, row: usize, column: usize) -> Option<usize> {
        let hits = &self.rows.get(row)?.hits;
        hits.iter().find(|(columns, _)| columns.contains(&column)).map(|(_, at)| *at)
    }

    /// A field to type into, with its label before it and the caret behind the text.
    pub(super) fn field(&mut self, label: &str, typed: &str, theme: Theme, width: usize) {
        let room = width.saturating_sub(label.width() + 3);
        // Of a text longer than the field the end is shown: that is where one types.
        let mut shown = typed;
        while shown.width() > room {
            shown = shown.char_indices().nth(1).map_or("", |(next, _)| &shown[next..]);
        }
        let blank = room.min(24).saturating_sub(shown.width());
        let column = label.width() + 1 + shown.width();
        self.caret = Some((column, self.rows.len()));
        self.row(Line::from(vec![
            Span::styled(format!("{label} "), theme.style(Role::Heading)),
            Span::styled(format!("{shown}{}", " ".repeat(blank + 1)), theme.style(Role::Field)),
        ]));
    }

    /// The first row to show so that the focus is in sight, near to where the page was scrolled.
    pub(super) fn offset(&self, scroll: usize, height: usize) -> usize {
        let most = self.rows.len().saturating_sub(height);
        let scroll = scroll.min(most);
        let Some(focus) = &self.focus else { return scroll };
        // What stands above the first choice belongs to it: show the page from its top as long
        // as the focus fits.
        if focus.end <= height && scroll == 0 {
            return 0;
        }
        scroll.clamp(focus.end.saturating_sub(height).min(focus.start), focus.start).min(most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_breaks_between_characters_but_not_before_a_full_stop() {
        assert_eq!(wrap("请检查网络。再试", 10), ["请检查网", "络。再试"]);
        assert!(wrap("请检查网络连接好。", 8).iter().all(|row| !row.starts_with('。')));
    }

    #[test]
    fn rows_never_exceed_the_width_and_lose_nothing() {
        let text = "Unplug the router (路由器), wait 30 s, plug it in again: 信号灯亮了再试。";
        for width in 2..60 {
            let rows = wrap(text, width);
            assert!(rows.iter().all(|row| row.width() <= width), "{width}: {rows:?}");
            let letters = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            assert_eq!(letters(&rows.concat()), letters(text));
        }
    }
}
