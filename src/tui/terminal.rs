//! The terminal: taken, given back whatever happens, and lent out meanwhile.

#[cfg(unix)]
use super::signals::{Signals, can_be_woken, sleep_until_woken};
use super::{
    App, Asked, Input, ProfileSaved, Shell, Sleep, Start, Waker,
    backend::OnTerminal,
    begin,
    input::Events,
    take_in,
    turns::{Turn, Wakings},
};
use crate::{
    clipboard::{self, Reach, osc52},
    clock::Clock,
    config_dir::ConfigDir,
    crash,
    drilling::Attempts,
    profile::Profile,
    save::{self, SaveError},
    shelf::{Desk, Request, Shelf},
    store::{Journal, StoreError},
};
use jiff::Timestamp;
use ratatui::{
    Terminal,
    crossterm::{
        cursor::Show,
        event::{
            DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
        },
        execute, queue,
        style::force_color_output,
        terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode},
    },
};
use std::{
    io::{self, Write, stdout},
    mem,
    ops::ControlFlow,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};
#[cfg(unix)]
use std::{sync::mpsc, thread};

/// The terminal failed.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct ScreenError(pub io::Error);

/// Begins what the first frame need not wait for: the journal above all, which wakes the screen.
pub type FirstFrame = Box<dyn FnOnce(Waker) -> Option<Journal> + Send>;

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
    /// Called once in the thread that reads the terminal, before the first key: for what that may need.
    pub before_keys: Box<dyn FnOnce() + Send>,
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
///
/// Where a signal has asked for the end, this ends the program; where a thread has panicked that it
/// can't do without, it panics: either way once the terminal is given back and everything is kept.
pub fn run_on_terminal(
    start: Start,
    screen: Screen,
    mut tell: impl FnMut(LastWord),
) -> Result<(), ScreenError> {
    let wakings = Wakings::new();
    let waker = wakings.waker();
    crash::screen_stands(give_back, move || waker.wake(Input::Asked(Asked::End)));
    #[cfg(unix)]
    let signals = Signals::listen(wakings.waker(), give_back_by_force).map_err(ScreenError)?;
    let result = on_screen(start, screen, &wakings);
    give_back();
    let (result, open) = match result {
        Ok(ended) => ended,
        Err(error) => (Err(error), None),
    };
    // Only now: it may take a moment until the last event is kept.
    if let Some((journal, desk, attempts)) = open {
        let closed = journal.map(|own| own.close(WORDLESS, || tell(LastWord::StillKeeping)));
        if let Some(Err(error)) = closed {
            tell(LastWord::NotKept(error));
        }
        drop((desk, attempts));
    }
    #[cfg(unix)]
    signals.obey(result.is_err());
    crash::screen_is_gone();
    result.map_err(ScreenError)
}

/// What is still to be closed when the terminal has been given back.
type Open = (Option<Journal>, Option<Desk>, Box<dyn Attempts>);

/// Runs the full screen, and gives what came of it and what is still open.
fn on_screen(
    start: Start,
    screen: Screen,
    wakings: &Wakings,
) -> io::Result<(io::Result<()>, Option<Open>)> {
    let mouse = start.mouse;
    // What is drawn has colours only where they are wanted: nobody else need look after that.
    force_color_output(true);
    enter(mouse)?;
    let terminal = Terminal::new(OnTerminal::new())?;
    let size = terminal.size()?;
    let app = App::new(start, size);
    let Screen { clock, config, shelf, first_frame, before_keys } = screen;
    let shell = TerminalShell {
        clock,
        config,
        shelf: Some(shelf),
        desk: None,
        mouse,
        slept: false,
        first_frame: Some(first_frame),
        waker: wakings.waker(),
    };
    let mut own = OwnScreen { terminal, app, shell };
    let (own, result) = match begin(&mut own.terminal, &mut own.app, &mut own.shell) {
        Ok(()) => {
            let (mut events, mut before_keys) = (Events::default(), Some(before_keys));
            wakings.take_turns(own, move || {
                if let Some(prepare) = before_keys.take() {
                    prepare();
                }
                events.next()
            })
        }
        Err(error) => (Some(own), Err(error)),
    };
    let open = own.map(|mut own| {
        if result.is_err() {
            // The terminal may be gone before anybody says so.
            own.app.keep_what_is_typed(own.shell.now());
        }
        // When it goes, it would do so itself, and complain where the terminal is gone.
        let _ = own.terminal.show_cursor();
        (own.app.take_journal(), own.shell.desk, own.app.take_attempts())
    });
    Ok((result.map_err(|error| error.0), open))
}

/// The full screen on the terminal.
struct OwnScreen {
    terminal: Terminal<OnTerminal>,
    app: App,
    shell: TerminalShell,
}

impl Turn for OwnScreen {
    fn take_in(&mut self, inputs: Vec<Input>) -> Result<ControlFlow<()>, ScreenError> {
        take_in(&mut self.terminal, &mut self.app, &mut self.shell, inputs)
    }

    fn patience(&self) -> Option<Duration> {
        self.app.patience(|| self.shell.now())
    }
}

struct TerminalShell {
    clock: Clock,
    config: ConfigDir,
    /// Where the kept sessions are, until something is asked of them first.
    shelf: Option<Shelf>,
    desk: Option<Desk>,
    mouse: bool,
    /// Whether it has slept by its own will, so that to be woken is no news.
    slept: bool,
    first_frame: Option<FirstFrame>,
    waker: Waker,
}

impl Shell for TerminalShell {
    fn now(&self) -> Timestamp {
        self.clock.now()
    }

    fn first_frame(&mut self) -> Option<Journal> {
        self.first_frame.take().and_then(|begin| begin(self.waker.clone()))
    }

    fn save(&mut self, path: &str, text: &str, overwrite: bool) -> Result<PathBuf, SaveError> {
        save::save_typed(path, text, overwrite)
    }

    fn save_profile(&mut self, profile: &Profile) -> Result<ProfileSaved, SaveError> {
        self.config.save_profile(profile)
    }

    fn ask(&mut self, request: Request) {
        if let Some(shelf) = self.shelf.take() {
            let waker = self.waker.clone();
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

    fn ask_to_sleep(&mut self) {
        // Not in this turn, which may be one of the thread that reads. The system lets the program's first thread
        // stop all others: any other thread goes on for a moment, and would take the terminal again.
        self.waker.wake(Input::Asked(Asked::Sleep(Sleep::ByKey)));
    }

    fn suspend(&mut self, sleep: Sleep) -> io::Result<()> {
        match sleep {
            Sleep::IsOver if mem::take(&mut self.slept) => return Ok(()),
            Sleep::IsOver => give_back(),
            Sleep::ByKey | Sleep::BySignal if can_be_woken() => {
                give_back();
                // The signal that wakes it is heard of as well.
                self.slept = true;
                sleep_until_woken(sleep == Sleep::ByKey)?;
            }
            Sleep::ByKey | Sleep::BySignal => return Ok(()),
        }
        enter(self.mouse)
    }
}

/// Whether the terminal is ours, to be given back once.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Takes the terminal: raw mode, the alternate screen, and what we want besides.
fn enter(mouse: bool) -> io::Result<()> {
    TAKEN.store(true, Ordering::SeqCst);
    enable_raw_mode()?;
    // In one piece: whoever draws for us would wake for each.
    let mut out = stdout().lock();
    queue!(out, EnterAlternateScreen)?;
    if mouse {
        queue!(out, EnableMouseCapture)?;
    }
    // Pasted text comes as one piece. A Windows console does not know that.
    if !cfg!(windows) {
        queue!(out, EnableBracketedPaste)?;
    }
    out.flush()
}

/// Undoes everything. Errors are of no use here: the terminal may be gone.
fn give_back() {
    // Nobody draws meanwhile.
    let mut out = stdout().lock();
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    // First what matters most: a terminal that takes nothing any more may keep us at the rest.
    let _ = disable_raw_mode();
    let _ = execute!(out, DisableMouseCapture);
    if !cfg!(windows) {
        let _ = execute!(out, DisableBracketedPaste);
    }
    let _ = execute!(out, LeaveAlternateScreen, Show);
}

/// The same where the thread that draws hangs: it may hold what is needed for writing, and the
/// terminal may take nothing. What has not happened in a moment will not happen.
#[cfg(unix)]
fn give_back_by_force() {
    let _ = disable_raw_mode();
    let (done, waiting) = mpsc::channel();
    thread::spawn(move || {
        let _nobody_else = stdout().lock();
        give_back();
        let _ = done.send(());
        // The program ends now; nothing is to be drawn before.
        thread::park();
    });
    let _ = waiting.recv_timeout(Duration::from_millis(300));
}

/// Elsewhere there is no such sleep.
#[cfg(not(unix))]
fn can_be_woken() -> bool {
    false
}

#[cfg(not(unix))]
fn sleep_until_woken(_all: bool) -> io::Result<()> {
    Ok(())
}
