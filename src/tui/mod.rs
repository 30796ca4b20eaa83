//! The full screen: input to command, command to state, state to window.
//!
//! ```text
//! Input -> App::command -> Command -> App::update -> Effect -> Shell
//!                                         |
//!                                         +-> App::render -> window
//! ```
//!
//! The screens are a stack of one enum (`screens::Kind`); there are no nested event loops. One turn of the loop
//! (`take_in`) is the same on the terminal, where whichever thread has an input takes it (`turns`), and in tests,
//! where inputs come one after the other ([`run`]).

mod act;
mod app;
mod backend;
mod bar;
mod canvas;
mod cards;
mod command;
mod context;
mod drill;
mod drill_verbs;
mod filters;
mod frames;
mod handoff;
mod input;
mod keep;
mod keybar;
mod keymap;
mod layout;
mod moves;
mod opened;
mod page;
mod past;
mod save;
mod screens;
mod seek;
mod setup;
mod shown;
#[cfg(unix)]
mod signals;
mod start;
mod terminal;
mod theme;
mod trainee;
mod training;
mod tree;
mod turns;
mod typing;
mod view;
mod watch;

pub use app::App;
pub use command::{Command, Effect, Verb};
pub use input::{Asked, Input, Key, Source};
pub use keymap::Keymap;
pub use opened::First;
pub use setup::{ProfileLoader, ProfileSaved, ShopStart};
pub use start::{GuideLoader, Start};
pub use terminal::{FirstFrame, LastWord, Screen, ScreenError, run_on_terminal};
pub use theme::{Role, Theme};
pub use turns::Waker;
pub use view::Shown;

use crate::{
    clipboard::Reach, crash, profile::Profile, save::SaveError, shelf::Request, store::Journal,
};
use jiff::Timestamp;
use ratatui::{Frame, Terminal, backend::Backend, layout::Size};
use std::{io, ops::ControlFlow, path::PathBuf};

/// What the loop needs from the world outside.
pub trait Shell {
    /// The time now.
    fn now(&self) -> Timestamp;
    /// Called when the first frame stands on the screen. The first time it may give a journal, which
    /// opened nothing before.
    fn first_frame(&mut self) -> Option<Journal> {
        None
    }
    /// Writes a summary to a file.
    fn save(&mut self, path: &str, text: &str, overwrite: bool) -> Result<PathBuf, SaveError>;
    /// Writes the shop's profile to its file.
    fn save_profile(&mut self, profile: &Profile) -> Result<ProfileSaved, SaveError>;
    /// Asks something of the sessions that were kept, and does not wait: the answer comes from the
    /// source, as [`Input::Answer`].
    fn ask(&mut self, request: Request);
    /// Puts a text on the clipboard, and says what is known of whether it arrives; none where it could
    /// not be sent.
    fn copy(&mut self, text: &str) -> Option<Reach>;
    /// Turns mouse capture on or off.
    fn mouse(&mut self, on: bool) -> io::Result<()>;
    /// Asks for a sleep, which comes as [`Asked::Sleep`].
    fn ask_to_sleep(&mut self);
    /// Gives the terminal back until the program is woken, and takes it again. All is drawn anew then.
    fn suspend(&mut self, sleep: Sleep) -> io::Result<()>;
}

/// How the program comes to sleep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sleep {
    /// By a key, together with whatever was started with it: so the shell notices.
    ByKey,
    /// By a signal, which was for this program alone.
    BySignal,
    /// Somebody has stopped it unasked and woken it again: only the terminal is to be taken anew.
    IsOver,
}

/// Runs the full screen until the person leaves or the inputs end.
pub fn run<B>(
    terminal: &mut Terminal<B>,
    app: &mut App,
    source: &mut impl Source,
    shell: &mut impl Shell,
) -> Result<(), ScreenError>
where
    B: Backend,
    B::Error: Send + Sync + 'static,
{
    begin(terminal, app, shell)?;
    while let Some(inputs) = source.next(app.patience(|| shell.now())).map_err(ScreenError)? {
        if take_in(terminal, app, shell, inputs)?.is_break() {
            break;
        }
    }
    Ok(())
}

/// Draws the first frame, and begins what it did not wait for.
fn begin<B>(
    terminal: &mut Terminal<B>,
    app: &mut App,
    shell: &mut impl Shell,
) -> Result<(), ScreenError>
where
    B: Backend,
    B::Error: Send + Sync + 'static,
{
    draw(terminal, app)?;
    if let Some(journal) = shell.first_frame() {
        app.keep_in(journal);
    }
    Ok(())
}

/// Takes inputs in and draws what comes of them: one turn of the loop. It breaks where the person leaves.
fn take_in<B>(
    terminal: &mut Terminal<B>,
    app: &mut App,
    shell: &mut impl Shell,
    inputs: Vec<Input>,
) -> Result<ControlFlow<()>, ScreenError>
where
    B: Backend,
    B::Error: Send + Sync + 'static,
{
    let resized = inputs.iter().rev().find_map(|input| match input {
        Input::Resize(width, height) => Some(Size::new(*width, *height)),
        _ => None,
    });
    for input in inputs {
        if let Input::Asked(asked) = input {
            match asked {
                Asked::End => {
                    app.keep_what_is_typed(shell.now());
                    return Ok(ControlFlow::Break(()));
                }
                Asked::Sleep(sleep) => suspend(terminal, app, shell, sleep)?,
            }
            continue;
        }
        let Some(command) = app.command(input) else { continue };
        crash::on_request("update");
        let mut effect = app.update(command, shell.now());
        while let Some(todo) = effect.take() {
            match todo {
                Effect::Quit => return Ok(ControlFlow::Break(())),
                Effect::Mouse(on) => shell.mouse(on).map_err(ScreenError)?,
                Effect::Suspend => shell.ask_to_sleep(),
                Effect::Save { path, text, overwrite } => {
                    effect = app.saved(shell.save(&path, &text, overwrite), shell.now());
                }
                Effect::Copy(text) => app.copied(shell.copy(&text)),
                Effect::Ask(request) => shell.ask(request),
                Effect::SaveProfile(profile) => {
                    let saved = shell.save_profile(&profile);
                    effect = app.profile_saved(*profile, saved, shell.now());
                }
            }
        }
    }
    // A window that was smaller for a moment has lost what had no room, and is as large as before.
    if resized == Some(app.drawn) {
        forget_drawn(terminal)?;
    }
    draw(terminal, app)?;
    // A key may come before the new size of the window does; the frame had the right one. What goes by the old one
    // would take the window for too small, perhaps, and the next key for pressed blindly.
    if app.drawn != app.size {
        app.update(Command::Resize(app.drawn.width, app.drawn.height), shell.now());
        draw(terminal, app)?;
    }
    Ok(ControlFlow::Continue(()))
}

/// Draws a frame.
fn draw<B>(terminal: &mut Terminal<B>, app: &mut App) -> Result<(), ScreenError>
where
    B: Backend,
    B::Error: Send + Sync + 'static,
{
    let mut shown = None;
    let render = |frame: &mut Frame<'_>| {
        crash::on_request("render");
        shown = Some(app.render(frame));
    };
    terminal.draw(render).map_err(|error| ScreenError(io::Error::other(error)))?;
    if let Some(shown) = shown {
        app.shown(shown);
    }
    Ok(())
}

/// Clears the window, so that the next frame is drawn whole.
fn forget_drawn<B>(terminal: &mut Terminal<B>) -> Result<(), ScreenError>
where
    B: Backend,
    B::Error: Send + Sync + 'static,
{
    // Not `Terminal::clear`: that asks the terminal where its cursor is, and not all answer.
    terminal.backend_mut().clear().map_err(|error| ScreenError(io::Error::other(error)))?;
    terminal.swap_buffers();
    Ok(())
}

fn suspend<B>(
    terminal: &mut Terminal<B>,
    app: &mut App,
    shell: &mut impl Shell,
    sleep: Sleep,
) -> Result<(), ScreenError>
where
    B: Backend,
    B::Error: Send + Sync + 'static,
{
    shell.suspend(sleep).map_err(ScreenError)?;
    forget_drawn(terminal)?;
    // Nobody told a sleeping program of a new size.
    let size = terminal.size().map_err(|error| ScreenError(io::Error::other(error)))?;
    app.update(Command::Resize(size.width, size.height), shell.now());
    Ok(())
}
