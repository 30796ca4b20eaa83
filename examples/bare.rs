//! The least that a full-screen list can be: what the speed of the wizard is measured against.
//!
//! With the argument `woken` it reads the terminal in a thread of its own, as a program must that others can
//! wake: what that alone costs is measured, too.

use ratatui::{
    crossterm::event::{Event, KeyCode, read},
    text::Line,
    widgets::{List, ListState},
};
use std::{env, io, sync::mpsc, thread};

fn main() -> io::Result<()> {
    if env::args().any(|argument| argument == "woken") {
        let (sender, events) = mpsc::channel();
        thread::spawn(move || while sender.send(read()).is_ok() {});
        list(|| events.recv().unwrap_or_else(|_| Err(io::ErrorKind::UnexpectedEof.into())))
    } else {
        list(read)
    }
}

fn list(next: impl Fn() -> io::Result<Event>) -> io::Result<()> {
    let mut state = ListState::default().with_selected(Some(0));
    ratatui::run(|terminal| {
        loop {
            let rows = (1..=12).map(|n| Line::raw(format!("{n}  a line of a plain list")));
            let list = List::new(rows).highlight_symbol("> ");
            terminal.draw(|frame| frame.render_stateful_widget(list, frame.area(), &mut state))?;
            match next()? {
                Event::Key(key) if key.code == KeyCode::Char('q') => return Ok(()),
                Event::Key(key) if key.code == KeyCode::Down => state.select_next(),
                Event::Key(key) if key.code == KeyCode::Up => state.select_previous(),
                _ => {}
            }
        }
    })
}
