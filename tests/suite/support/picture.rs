//! A window as text, and its styles by name.

use ratatui::{
    buffer::Buffer,
    style::{Color, Modifier, Style},
};
use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

/// The rows of a window; a wide character's second cell is not repeated.
pub(super) fn rows(buffer: &Buffer) -> Vec<String> {
    let area = buffer.area;
    let row = |y: u16| {
        let mut text = String::new();
        let mut skip = 0;
        for x in 0..area.width {
            if skip > 0 {
                skip -= 1;
                continue;
            }
            let symbol = buffer[(x, y)].symbol();
            skip = UnicodeWidthStr::width(symbol).saturating_sub(1);
            text.push_str(symbol);
        }
        text.trim_end().to_owned()
    };
    (0..area.height).map(row).collect()
}

/// Names the styles: each row with one, its runs and their text.
pub(super) fn styles(buffer: &Buffer) -> String {
    let area = buffer.area;
    let mut out = String::new();
    for y in 0..area.height {
        let mut runs: Vec<(Style, String)> = Vec::new();
        let mut covered = 0;
        for x in 0..area.width {
            let cell = &buffer[(x, y)];
            // The second cell of a wide character has no style of its own.
            if covered > 0 {
                covered -= 1;
                continue;
            }
            covered = UnicodeWidthStr::width(cell.symbol()).saturating_sub(1);
            let style = Style::new().fg(cell.fg).bg(cell.bg).add_modifier(cell.modifier);
            match runs.last_mut() {
                Some((last, text)) if *last == style => text.push_str(cell.symbol()),
                _ => runs.push((style, cell.symbol().to_owned())),
            }
        }
        for (style, text) in runs {
            let name = style_name(style);
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            if !name.is_empty() && !text.is_empty() {
                let _ = writeln!(out, "{y:2} [{name}] {text}");
            }
        }
    }
    out
}

fn style_name(style: Style) -> String {
    let mut names: Vec<String> = Vec::new();
    for (modifier, name) in [
        (Modifier::BOLD, "bold"),
        (Modifier::REVERSED, "reversed"),
        (Modifier::UNDERLINED, "underlined"),
        (Modifier::DIM, "dim"),
    ] {
        if style.add_modifier.contains(modifier) {
            names.push(name.to_owned());
        }
    }
    if let Some(color) = style.fg.filter(|&color| color != Color::Reset) {
        names.push(color.to_string().to_lowercase());
    }
    names.join("+")
}
