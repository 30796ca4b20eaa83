//! Tables of text: columns aligned by how wide characters are drawn.

use crate::clean;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How a column stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Align {
    /// Numbers.
    Right,
    /// Short words.
    Left,
    /// Text that is cut where the window is too narrow.
    Cut,
}

/// Columns that are cut keep at least this width.
const NARROWEST: usize = 8;

/// What stands between two columns.
const GAP: &str = "  ";

/// Stands for what was cut off: an ellipsis is drawn wide by some terminals.
const CUT: &str = "..";

/// A table with its headings.
#[derive(Debug)]
pub(crate) struct Table {
    aligns: Vec<Align>,
    headings: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with these columns.
    pub(crate) fn new(columns: Vec<(String, Align)>) -> Self {
        let (headings, aligns) = columns.into_iter().unzip();
        Self { aligns, headings, rows: Vec::new() }
    }

    /// Adds a line. What is not clean text becomes it here.
    pub(crate) fn row(&mut self, cells: &[String]) {
        self.rows.push(cells.iter().map(|cell| clean::line(cell, usize::MAX)).collect());
    }

    /// The table as text; where `width` is given, no line is wider if that can be: headings take two
    /// lines before one is.
    pub(crate) fn text(&self, width: Option<usize>) -> String {
        let mut headings = vec![self.headings.clone()];
        let mut widths = self.widths(&headings, width);
        if width.is_some_and(|most| total(&widths) > most) {
            let (upper, lower) = self.headings.iter().map(|own| in_two(own)).unzip();
            headings = vec![upper, lower];
            widths = self.widths(&headings, width);
        }
        let mut text = String::new();
        for row in headings.iter().chain(&self.rows) {
            let mut line = String::new();
            for ((cell, width), align) in row.iter().zip(&widths).zip(&self.aligns) {
                let cell = cut(cell, *width);
                let blanks = " ".repeat(width - cell.width().min(*width));
                match align {
                    Align::Right => line.extend([blanks.as_str(), &cell]),
                    Align::Left | Align::Cut => line.extend([cell.as_str(), &blanks]),
                }
                line.push_str(GAP);
            }
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }

    fn widths(&self, headings: &[Vec<String>], most: Option<usize>) -> Vec<usize> {
        let widest = |column| {
            let rows = headings.iter().chain(&self.rows);
            let cells = rows.filter_map(|row: &Vec<String>| row.get(column));
            cells.map(|cell: &String| cell.width()).max().unwrap_or(0)
        };
        let mut widths: Vec<usize> = (0..self.aligns.len()).map(widest).collect();
        let Some(most) = most else { return widths };
        // The widest of those that may be cut gives way first.
        while total(&widths) > most {
            let may = |&(at, width): &(usize, &usize)| {
                self.aligns[at] == Align::Cut && *width > NARROWEST
            };
            let widest = widths.iter().enumerate().filter(may).max_by_key(|(_, width)| **width);
            let Some((at, _)) = widest else { break };
            widths[at] -= 1;
        }
        widths
    }
}

/// The width of a line with columns of these widths.
fn total(widths: &[usize]) -> usize {
    widths.iter().sum::<usize>() + GAP.len() * widths.len().saturating_sub(1)
}

/// A heading in two lines: parted at its first blank, else it is the lower one.
fn in_two(heading: &str) -> (String, String) {
    let (upper, lower) = heading.split_once(' ').unwrap_or(("", heading));
    (upper.to_owned(), lower.to_owned())
}

/// The text in at most this width.
fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let room = width.saturating_sub(CUT.len());
    let mut kept = String::new();
    let mut used = 0;
    for c in text.chars() {
        used += c.width().unwrap_or(0);
        if used > room {
            break;
        }
        kept.push(c);
    }
    kept + CUT
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        let mut table = Table::new(vec![
            ("No.".to_owned(), Align::Right),
            ("从哪里开始".to_owned(), Align::Cut),
            ("End".to_owned(), Align::Left),
        ]);
        table.row(&["7".to_owned(), "屏幕显示“网络故障”".to_owned(), "x".to_owned()]);
        table.row(&["12345".to_owned(), "a\nb".to_owned(), "y".to_owned()]);
        table
    }

    #[test]
    fn wide_characters_stand_in_line() {
        let expected = "  No.  从哪里开始          End\n    7  屏幕显示“网络故障”  x\n12345  a b                 y\n";
        assert_eq!(table().text(None), expected);
    }

    #[test]
    fn a_narrow_window_cuts_the_longest_text() {
        let text = table().text(Some(20));
        assert_eq!(text, "  No.  从哪里..  End\n    7  屏幕显..  x\n12345  a b       y\n");
    }
}
