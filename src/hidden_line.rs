//! A line that is typed on the terminal and not shown, for a PIN.
//!
//! The terminal stops showing keys before anything is asked, so that not even the first of them is
//! seen.

use ratatui::crossterm::{
    event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, read},
    terminal::{disable_raw_mode, enable_raw_mode},
};
use std::{
    io::{self, Write},
    ops::ControlFlow,
};

/// Characters that are taken at most.
const MOST: usize = 256;

/// Asks a question and reads a line. Nothing where somebody leaves it: with Esc, Ctrl-C or Ctrl-D.
pub fn ask(question: &str) -> io::Result<Option<String>> {
    ask_until(question, ControlFlow::Break)
}

/// Asks a question again and again, until `judge` breaks off; what it says to a line stands before the next
/// question. Nothing where somebody leaves it. Keys are not shown while it judges either, which may take
/// long: the next line may be typed meanwhile.
pub fn ask_until<T>(
    question: &str,
    mut judge: impl FnMut(String) -> ControlFlow<T, String>,
) -> io::Result<Option<T>> {
    let hidden = Hidden::begin()?;
    let mut output = io::stderr();
    let mut ask = || -> io::Result<Option<T>> {
        loop {
            write!(output, "{question} ")?;
            output.flush()?;
            let line = read_line()?;
            write!(output, "\r\n")?;
            match line.map(&mut judge) {
                None => return Ok(None),
                Some(ControlFlow::Break(done)) => return Ok(Some(done)),
                Some(ControlFlow::Continue(said)) => write!(output, "{said}\r\n")?,
            }
        }
    };
    let asked = ask();
    drop(hidden);
    asked
}

/// As long as it lives, the terminal does not show what is typed.
struct Hidden;

impl Hidden {
    fn begin() -> io::Result<Self> {
        #[cfg(unix)]
        show_again_on_signals()?;
        enable_raw_mode().map(|()| Self)
    }
}

/// A terminal that shows nothing of what is typed would be left behind by a program that is ended, or put
/// to sleep, while it asks.
#[cfg(unix)]
fn show_again_on_signals() -> io::Result<()> {
    use signal_hook::{
        consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP},
        iterator::Signals,
        low_level::emulate_default_handler,
    };
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP])?;
    std::thread::spawn(move || {
        for signal in signals.forever() {
            let hidden = ratatui::crossterm::terminal::is_raw_mode_enabled().unwrap_or(false);
            let _ = disable_raw_mode();
            let _ = emulate_default_handler(signal);
            // Awake again.
            if hidden {
                let _ = enable_raw_mode();
            }
        }
    });
    Ok(())
}

impl Drop for Hidden {
    fn drop(&mut self) {
        let _ = disable_raw_mode();
    }
}

fn read_line() -> io::Result<Option<String>> {
    let mut typed = Typed::default();
    loop {
        // Windows tells that a key is let go of as well.
        if let Event::Key(key) = read()?
            && key.kind != KeyEventKind::Release
            && let Some(end) = typed.key(key)
        {
            return Ok(match end {
                End::Entered(line) => Some(line),
                End::Left => None,
            });
        }
    }
}

/// How a line ends.
#[derive(Debug, PartialEq, Eq)]
enum End {
    Entered(String),
    Left,
}

#[derive(Default)]
struct Typed(String);

impl Typed {
    /// Takes a key; says how the line ended, once it has.
    fn key(&mut self, key: KeyEvent) -> Option<End> {
        // AltGr comes as both.
        let control = key.modifiers.contains(KeyModifiers::CONTROL)
            && !key.modifiers.contains(KeyModifiers::ALT);
        match key.code {
            KeyCode::Enter => return Some(self.entered()),
            KeyCode::Esc => return Some(End::Left),
            KeyCode::Backspace => drop(self.0.pop()),
            KeyCode::Char(c) if control => match c.to_ascii_lowercase() {
                'c' | 'd' => return Some(End::Left),
                'j' | 'm' => return Some(self.entered()),
                'u' => self.0.clear(),
                _ => {}
            },
            KeyCode::Char(c) if self.0.chars().count() < MOST => self.0.push(c),
            _ => {}
        }
        None
    }

    fn entered(&mut self) -> End {
        End::Entered(std::mem::take(&mut self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(keys: &[KeyEvent]) -> Option<End> {
        let mut typed = Typed::default();
        keys.iter().find_map(|key| typed.key(*key))
    }

    fn key(code: KeyCode) -> KeyEvent {
        KeyEvent::new(code, KeyModifiers::NONE)
    }

    fn control(c: char) -> KeyEvent {
        KeyEvent::new(KeyCode::Char(c), KeyModifiers::CONTROL)
    }

    #[test]
    fn a_line_can_be_mended_and_left() {
        let char = |c| key(KeyCode::Char(c));
        let (enter, back) = (key(KeyCode::Enter), key(KeyCode::Backspace));
        assert_eq!(
            typed(&[char('1'), char('2'), back, char('３'), enter]),
            Some(End::Entered("1３".into()))
        );
        assert_eq!(
            typed(&[back, char('1'), control('u'), char('2'), enter]),
            Some(End::Entered("2".into()))
        );
        assert_eq!(typed(&[char('1'), control('c')]), Some(End::Left));
        assert_eq!(typed(&[key(KeyCode::Esc)]), Some(End::Left));
        assert_eq!(typed(&[char('1'), key(KeyCode::Tab)]), None);
        // AltGr makes characters.
        let both = KeyModifiers::CONTROL | KeyModifiers::ALT;
        assert_eq!(
            typed(&[KeyEvent::new(KeyCode::Char('c'), both), enter]),
            Some(End::Entered("c".into()))
        );
    }
}
