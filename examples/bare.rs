//! The least that a full-screen list can be: what the speed of the wizard is measured against.

use ratatui::{
    crossterm::event::{Event, KeyCode, read},
    text::Line,
    widgets::{List, ListState},
};

fn main() -> std::io::Result<()> {
    let mut state = ListState::default().with_selected(Some(0));
    ratatui::run(|terminal| {
        loop {
            let rows = (1..=12).map(|n| Line::raw(format!("{n}  a line of a plain list")));
            let list = List::new(rows).highlight_symbol("> ");
            terminal.draw(|frame| frame.render_stateful_widget(list, frame.area(), &mut state))?;
            match read()? {
                Event::Key(key) if key.code == KeyCode::Char('q') => return Ok(()),
                Event::Key(key) if key.code == KeyCode::Down => state.select_next(),
                Event::Key(key) if key.code == KeyCode::Up => state.select_previous(),
                _ => {}
            }
        }
    })
}
