//! The terminal: taken, given back whatever happens, and lent out meanwhile.

use super::{App, Input, ProfileSaved, Shell, Start, TerminalSource, Waker, run};
use crate::{
    clipboard::{self, Reach, osc52},
    clock::Clock,
    config_dir::ConfigDir,
    profile::Profile,
    save::{self, SaveError},
    shelf::{Desk, Request, Shelf},
    store::{Journal, StoreError},
};
use jiff::Timestamp;
use ratatui::{
    DefaultTerminal,
    backend::{Backend, CrosstermBackend},
    crossterm::{
        event::{
            DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
        },
        execute,
    },
};
use std::{
    io::{self, Stdout, Write, stdout},
    path::PathBuf,
    sync::Arc,
    thread,
    time::Duration,
};

/// The terminal failed.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct ScreenError(pub io::Error);

/// Begins what the first frame need not wait for: the journal above all, which wakes the screen.
pub type FirstFrame = Box<dyn FnOnce(Waker) -> Option<Journal>>;

/// What the full screen needs besides how it begins.
pub struct Screen {
    /// The clock.
    pub clock: Clock,
    /// Where the shop's profile goes.
    pub config: ConfigDir,
    /// Where the kept sessions are.
    pub shelf: Shelf,
    /// Called once when the first frame stands, to begin what it need not wait for.
    pub first_frame: FirstFrame,
}

/// How long the end of the full screen is waited for without a word.
const WORDLESS: Duration = Duration::from_millis(700);

/// What is to be said when the terminal has been given back.
#[derive(Debug)]
pub enum LastWord {
    /// The last answers are still being kept, and that takes long.
    StillKeeping,
    /// They could not be kept.
    NotKept(StoreError),
}

/// Takes the terminal, runs the full screen on it, and gives it back. `tell` is called afterwards,
/// where there is something to say of what is kept.
pub fn run_on_terminal(
    start: Start,
    screen: Screen,
    mut tell: impl FnMut(LastWord),
) -> Result<(), ScreenError> {
    let mouse = start.mouse;
    let (mut journal, mut desk, mut attempts) = (None, None, None);
    let result = take(mouse).and_then(|mut terminal| {
        let mut source = TerminalSource::listen()?;
        let size = terminal.size()?;
        let mut app = App::new(start, size);
        let Screen { clock, config, shelf, first_frame } = screen;
        let first_frame = Some((first_frame, source.waker()));
        let kept = Some((shelf, source.waker()));
        let mut shell =
            TerminalShell { clock, config, shelf: kept, desk: None, mouse, first_frame };
        let result = run(&mut terminal, &mut app, &mut source, &mut shell);
        (journal, desk) = (app.take_journal(), shell.desk);
        attempts = Some(app.take_attempts());
        result.map_err(|error| error.0)
    });
    give_back();
    // Only now: it may take a moment until the last event is kept.
    let closed = journal.map(|own| own.close(WORDLESS, || tell(LastWord::StillKeeping)));
    if let Some(Err(error)) = closed {
        tell(LastWord::NotKept(error));
    }
    drop((desk, attempts));
    result.map_err(ScreenError)
}

struct TerminalShell {
    clock: Clock,
    config: ConfigDir,
    /// Where the kept sessions are, until something is asked of them first.
    shelf: Option<(Shelf, Waker)>,
    desk: Option<Desk>,
    mouse: bool,
    first_frame: Option<(FirstFrame, Waker)>,
}

impl Shell<CrosstermBackend<Stdout>> for TerminalShell {
    fn now(&self) -> Timestamp {
        self.clock.now()
    }

    fn first_frame(&mut self) -> Option<Journal> {
        self.first_frame.take().and_then(|(begin, waker)| begin(waker))
    }

    fn save(&mut self, path: &str, text: &str, overwrite: bool) -> Result<PathBuf, SaveError> {
        save::save(path, text, overwrite)
    }

    fn save_profile(&mut self, profile: &Profile) -> Result<ProfileSaved, SaveError> {
        self.config.save_profile(profile)
    }

    fn ask(&mut self, request: Request) {
        if let Some((shelf, waker)) = self.shelf.take() {
            let tell = move |answer| waker.wake(Input::Answer(Arc::new(answer)));
            self.desk = Some(Desk::open(shelf, tell));
        }
        if let Some(desk) = &self.desk {
            desk.ask(request);
        }
    }

    fn copy(&mut self, text: &str) -> Option<Reach> {
        let terminal = clipboard::Terminal::of(|name| std::env::var(name).ok());
        if terminal.reach != Reach::Never {
            let mut out = stdout().lock();
            out.write_all(osc52(text, terminal.between)?.as_bytes()).ok()?;
            out.flush().ok()?;
        }
        Some(terminal.reach)
    }

    fn mouse(&mut self, on: bool) -> io::Result<()> {
        self.mouse = on;
        if on {
            execute!(stdout(), EnableMouseCapture)
        } else {
            execute!(stdout(), DisableMouseCapture)
        }
    }

    fn suspend(&mut self, terminal: &mut DefaultTerminal) -> io::Result<()> {
        give_back();
        stop_until_woken()?;
        // The panic hook is in place already; the modes and the whole screen come back.
        ratatui::crossterm::terminal::enable_raw_mode()?;
        execute!(stdout(), ratatui::crossterm::terminal::EnterAlternateScreen)?;
        extras(self.mouse)?;
        // Not `Terminal::clear`: that asks the terminal where its cursor is, and not all answer.
        terminal.backend_mut().clear()?;
        terminal.swap_buffers();
        Ok(())
    }
}

/// Raw mode, the alternate screen, a panic hook that undoes them, and what we want besides.
fn take(mouse: bool) -> io::Result<DefaultTerminal> {
    let inner = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let _ = execute!(stdout(), DisableMouseCapture, DisableBracketedPaste);
        inner(panic);
    }));
    let terminal = ratatui::try_init()?;
    give_back_on_signals()?;
    extras(mouse)?;
    Ok(terminal)
}

/// Mouse capture if wanted, and pasted text as one piece. A Windows console has no bracketed
/// paste.
fn extras(mouse: bool) -> io::Result<()> {
    if mouse {
        execute!(stdout(), EnableMouseCapture)?;
    }
    if !cfg!(windows) {
        execute!(stdout(), EnableBracketedPaste)?;
    }
    Ok(())
}

/// Undoes everything. Errors are of no use here: the terminal may be gone.
fn give_back() {
    let _ = execute!(stdout(), DisableMouseCapture);
    if !cfg!(windows) {
        let _ = execute!(stdout(), DisableBracketedPaste);
    }
    // Not `restore`: that prints what failed, to a terminal that may be gone.
    let _ = ratatui::try_restore();
    let _ = execute!(stdout(), ratatui::crossterm::cursor::Show);
}

/// A thread of its own waits for the signals that end the program: a loop that waits for a key
/// would not see a flag.
#[cfg(unix)]
fn give_back_on_signals() -> io::Result<()> {
    use signal_hook::{
        consts::{SIGHUP, SIGINT, SIGTERM},
        iterator::Signals,
        low_level::emulate_default_handler,
    };
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT])?;
    thread::spawn(move || {
        if let Some(signal) = signals.forever().next() {
            give_back();
            // Ends as if the signal had not been caught, so that the caller sees which it was.
            let _ = emulate_default_handler(signal);
        }
    });
    Ok(())
}

#[cfg(not(unix))]
fn give_back_on_signals() -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn stop_until_woken() -> io::Result<()> {
    signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)
}

#[cfg(not(unix))]
fn stop_until_woken() -> io::Result<()> {
    Ok(())
}
