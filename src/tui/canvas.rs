//! What stands on the terminal, and what must be written to change it: as little as that takes, in what
//! every terminal understands.
//!
//! The terminal library's own drawing moves the cursor for each gap and behind each wide character, and
//! names colours by a palette of 256, of which a terminal with sixteen takes a part for "blinking".

use ratatui::{
    buffer::Cell,
    layout::Size,
    style::{Color, Modifier},
};
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// Gaps up to this many blanks are written over: to go past them takes as much.
const SHORT_GAP: u16 = 3;

/// The modifiers that can be seen, with their numbers.
const MODIFIERS: [(Modifier, u16); 7] = [
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::SLOW_BLINK, 5),
    (Modifier::REVERSED, 7),
    (Modifier::CROSSED_OUT, 9),
];

/// How characters look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Look {
    text: Color,
    ground: Color,
    modifier: Modifier,
}

impl Look {
    const PLAIN: Self =
        Self { text: Color::Reset, ground: Color::Reset, modifier: Modifier::empty() };

    fn of(cell: &Cell) -> Self {
        Self { text: cell.fg, ground: cell.bg, modifier: cell.modifier }
    }
}

/// What stands on the terminal.
#[derive(Debug, Default)]
pub(super) struct Canvas {
    size: Size,
    /// Each as long as what was written into it: to fill an empty terminal with blanks takes as long as much of the
    /// first frame.
    rows: Vec<Vec<Cell>>,
}

/// Where the next character goes, and how it looks.
struct Pen {
    /// Row and column, where they are sure.
    at: Option<(u16, u16)>,
    look: Look,
}

impl Canvas {
    /// An empty terminal of this size.
    pub(super) fn clear(&mut self, size: Size) {
        self.size = size;
        self.rows.clear();
        self.rows.resize(usize::from(size.height), Vec::new());
    }

    /// The size of the terminal when it was cleared last.
    pub(super) fn size(&self) -> Size {
        self.size
    }

    /// Writes what changes the terminal to have these cells, from top to bottom and from left to right.
    pub(super) fn draw<'a>(
        &mut self,
        content: impl Iterator<Item = (u16, u16, &'a Cell)>,
        out: &mut impl Write,
    ) -> io::Result<()> {
        let mut pen = Pen { at: None, look: Look::PLAIN };
        let mut changed: Vec<(u16, u16)> = Vec::new();
        for (column, row, cell) in content {
            let Some(own) = self.rows.get_mut(usize::from(row)) else { continue };
            if column >= self.size.width {
                continue;
            }
            let next = (column + columns(cell)).min(self.size.width);
            if own.len() < usize::from(next) {
                own.reserve_exact(usize::from(self.size.width) - own.len());
                own.resize(usize::from(next), Cell::EMPTY);
            }
            let (at, last) = (usize::from(column), usize::from(next - 1));
            // Half of a wide character may be left over, and terminals differ in what stands there.
            let torn = columns(&own[last]) == 2;
            changed.extend([(row, column)].into_iter().chain(torn.then_some((row, next))));
            // What a wide character covers is no character.
            own[last] = Cell::EMPTY;
            own[at] = cell.clone();
        }
        changed.sort_unstable();
        changed.dedup();
        for of_row in changed.chunk_by(|one, other| one.0 == other.0) {
            self.draw_row(of_row, &mut pen, out)?;
        }
        // What the shell prints, or a terminal fills up with, must not look like the last text here.
        pen.take(Look::PLAIN, out)
    }

    fn draw_row(
        &self,
        changed: &[(u16, u16)],
        pen: &mut Pen,
        out: &mut impl Write,
    ) -> io::Result<()> {
        let row = changed[0].0;
        let end = self.end(row);
        for &(_, column) in changed.iter().filter(|own| own.1 < end) {
            self.go_to(row, column, pen, out)?;
            self.write(row, column, pen, out)?;
        }
        if changed.iter().any(|own| own.1 >= end) {
            self.go_to(row, end, pen, out)?;
            pen.take(Look::PLAIN, out)?;
            // Nothing but blanks from here on.
            out.write_all(b"\x1b[K")?;
        }
        Ok(())
    }

    /// The column behind the last one that is not blank.
    fn end(&self, row: u16) -> u16 {
        let blank = |cell: &Cell| {
            cell.symbol() == " " && cell.bg == Color::Reset && cell.modifier.is_empty()
        };
        let own = &self.rows[usize::from(row)];
        let last = own.iter().rposition(|cell| !blank(cell));
        last.map_or(0, |last| last as u16 + columns(&own[last]))
    }

    fn write(&self, row: u16, column: u16, pen: &mut Pen, out: &mut impl Write) -> io::Result<()> {
        let Some(cell) = self.cell(row, column) else { return Ok(()) };
        pen.take(Look::of(cell), out)?;
        out.write_all(cell.symbol().as_bytes())?;
        let next = column + columns(cell);
        // In the last column terminals differ; of some characters they do not agree how wide they are.
        pen.at = (next < self.size.width && is_sure(cell)).then_some((row, next));
        Ok(())
    }

    fn go_to(&self, row: u16, column: u16, pen: &mut Pen, out: &mut impl Write) -> io::Result<()> {
        match pen.at {
            Some(at) if at == (row, column) => Ok(()),
            Some((same, from))
                if same == row && from < column && self.is_short(row, from, column, pen) =>
            {
                (from..column).try_for_each(|column| self.write(row, column, pen, out))
            }
            Some((same, from)) if same == row && from < column => {
                write!(out, "\x1b[{}C", column - from)
            }
            _ => write!(out, "\x1b[{};{}H", row + 1, column + 1),
        }
    }

    /// Whether a gap is written over rather than gone past: it is short, and looks as what comes before.
    fn is_short(&self, row: u16, from: u16, to: u16, pen: &Pen) -> bool {
        let plain = |column| {
            let cell = self.cell(row, column);
            cell.is_some_and(|cell| cell.symbol().len() == 1 && Look::of(cell) == pen.look)
        };
        to - from <= SHORT_GAP && (from..to).all(plain)
    }

    fn cell(&self, row: u16, column: u16) -> Option<&Cell> {
        self.rows.get(usize::from(row))?.get(usize::from(column))
    }
}

/// How many columns a cell's character takes.
fn columns(cell: &Cell) -> u16 {
    u16::try_from(cell.symbol().width().max(1)).unwrap_or(1)
}

/// Whether all terminals agree how wide a character is.
fn is_sure(cell: &Cell) -> bool {
    let symbol = cell.symbol();
    symbol.is_ascii() || (symbol.chars().nth(1).is_none() && symbol.width() == symbol.width_cjk())
}

impl Pen {
    /// Takes a look.
    fn take(&mut self, look: Look, out: &mut impl Write) -> io::Result<()> {
        let before = std::mem::replace(&mut self.look, look);
        if before == look {
            return Ok(());
        }
        let mut numbers = Vec::new();
        let mut from = before;
        // A modifier that goes takes all others with it: not all terminals can take one away.
        if !look.modifier.contains(before.modifier) {
            numbers.push("0".to_owned());
            from = Look::PLAIN;
        }
        let more = look.modifier - from.modifier;
        let more = MODIFIERS.iter().filter(|(modifier, _)| more.contains(*modifier));
        numbers.extend(more.map(|(_, number)| number.to_string()));
        if look.text != from.text {
            numbers.push(colour(look.text, 0));
        }
        if look.ground != from.ground {
            numbers.push(colour(look.ground, 10));
        }
        write!(out, "\x1b[{}m", numbers.join(";"))
    }
}

/// The number of a colour; `ground` is added for what stands behind the text.
fn colour(colour: Color, ground: u16) -> String {
    let number = match colour {
        Color::Reset => 39,
        Color::Black => 30,
        Color::Red => 31,
        Color::Green => 32,
        Color::Yellow => 33,
        Color::Blue => 34,
        Color::Magenta => 35,
        Color::Cyan => 36,
        Color::Gray => 37,
        Color::DarkGray => 90,
        Color::LightRed => 91,
        Color::LightGreen => 92,
        Color::LightYellow => 93,
        Color::LightBlue => 94,
        Color::LightMagenta => 95,
        Color::LightCyan => 96,
        Color::White => 97,
        Color::Indexed(number) => return format!("{};5;{number}", 38 + ground),
        Color::Rgb(red, green, blue) => return format!("{};2;{red};{green};{blue}", 38 + ground),
    };
    (number + ground).to_string()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ratatui::{buffer::Buffer, layout::Rect, style::Style};
    use std::num::NonZero;

    const SIZE: Size = Size { width: 24, height: 4 };

    /// Texts that are put somewhere in some style, one frame after the other.
    type Put = (u16, u16, &'static str, Style);

    fn puts() -> impl Strategy<Value = Vec<Vec<Put>>> {
        let text = prop::sample::select(vec![
            "a",
            "Did it work?",
            "中文",
            "说“停机”了",
            "▸ 1  Yes",
            "   ",
            "x  y   z    w",
            "é",
            "✓ Power",
            "a line that is longer than the window",
        ]);
        let style = prop::sample::select(vec![
            Style::new(),
            Style::new().fg(Color::Cyan).add_modifier(Modifier::BOLD),
            Style::new().add_modifier(Modifier::REVERSED),
            Style::new().fg(Color::DarkGray),
            Style::new().bg(Color::LightBlue).add_modifier(Modifier::UNDERLINED),
        ]);
        let put = (0..SIZE.width, 0..SIZE.height, text, style);
        prop::collection::vec(prop::collection::vec(put, 0..8), 1..6)
    }

    /// What the texts make of an empty window. Half of a wide character that a later text covers is a blank: the
    /// library's drawing takes for granted that behind a wide character stands none, and no screen has one there.
    fn frame(puts: &[Put]) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, SIZE.width, SIZE.height));
        for (column, row, text, style) in puts {
            if let Some(before) = column.checked_sub(1)
                && columns(&buffer[(before, *row)]) == 2
            {
                buffer[(before, *row)].set_symbol(" ");
            }
            buffer.set_stringn(*column, *row, text, usize::from(SIZE.width - column), *style);
        }
        buffer
    }

    /// What a terminal shows: the text of all cells, and whether each is bold and reversed.
    fn shown(parser: &vt100::Parser) -> Vec<(String, bool, bool)> {
        let cell = |row, column| {
            let cell = parser.screen().cell(row, column).expect("a cell");
            let text = if cell.contents().is_empty() { " " } else { cell.contents() };
            (text.to_owned(), cell.bold(), cell.inverse())
        };
        (0..SIZE.height)
            .flat_map(|row| (0..SIZE.width).map(move |column| (row, column)))
            .map(|(row, column)| cell(row, column))
            .collect()
    }

    fn wanted(buffer: &Buffer) -> Vec<(String, bool, bool)> {
        let look = |cell: &Cell| {
            (cell.modifier.contains(Modifier::BOLD), cell.modifier.contains(Modifier::REVERSED))
        };
        let mut all: Vec<_> = buffer
            .content
            .iter()
            .map(|cell| (cell.symbol().to_owned(), look(cell).0, look(cell).1))
            .collect();
        for at in 0..all.len() {
            // The second half of a wide character is part of the first.
            if all[at].0.width() == 2 && at + 1 < all.len() {
                all[at + 1] = (" ".to_owned(), all[at].1, all[at].2);
            }
        }
        all
    }

    proptest! {
        #[test]
        fn a_terminal_shows_what_is_drawn(frames in puts()) {
            let cells = |count| NonZero::new(count).expect("some");
            let mut parser = vt100::Parser::new(cells(SIZE.height), cells(SIZE.width), 0);
            let mut canvas = Canvas::default();
            canvas.clear(SIZE);
            let mut before = frame(&[]);
            for puts in &frames {
                let after = frame(puts);
                let mut out = Vec::new();
                canvas.draw(before.diff(&after).into_iter(), &mut out).expect("memory");
                parser.process(&out);
                let halves = |all: Vec<(String, bool, bool)>| -> Vec<_> {
                    // Of the second half of a wide character only that it is there matters.
                    let wide: Vec<bool> = all.iter().map(|own| own.0.width() == 2).collect();
                    all.into_iter().enumerate().filter(|(at, _)| *at == 0 || !wide[at - 1]).map(|own| own.1).collect()
                };
                prop_assert_eq!(halves(shown(&parser)), halves(wanted(&after)));
                before = after;
            }
        }
    }

    #[test]
    fn little_is_written() {
        let written = |puts: &[Put]| {
            let (mut canvas, mut out) = (Canvas::default(), Vec::new());
            canvas.clear(SIZE);
            canvas.draw(frame(&[]).diff(&frame(puts)).into_iter(), &mut out).expect("memory");
            String::from_utf8(out).expect("text")
        };
        let bold = Style::new().fg(Color::Red).add_modifier(Modifier::BOLD);
        assert_eq!(written(&[]), "");
        assert_eq!(written(&[(0, 0, "a b", Style::new())]), "\u{1b}[1;1Ha b");
        assert_eq!(written(&[(2, 1, "中文字", bold)]), "\u{1b}[2;3H\u{1b}[1;31m中文字\u{1b}[0m");
        // Not all terminals agree how wide a quote is.
        assert_eq!(written(&[(0, 0, "“中”", Style::new())]), "\u{1b}[1;1H“\u{1b}[1;2H中”");
        assert_eq!(written(&[(0, 0, "a         b", Style::new())]), "\u{1b}[1;1Ha\u{1b}[9Cb");
        let (mut canvas, mut out) = (Canvas::default(), Vec::new());
        canvas.clear(SIZE);
        let (full, less) = (frame(&[(0, 0, "a long line", bold)]), frame(&[(0, 0, "a", bold)]));
        canvas.draw(frame(&[]).diff(&full).into_iter(), &mut out).expect("memory");
        out.clear();
        canvas.draw(full.diff(&less).into_iter(), &mut out).expect("memory");
        assert_eq!(String::from_utf8(out).expect("text"), "\u{1b}[1;2H\u{1b}[K");
    }
}
