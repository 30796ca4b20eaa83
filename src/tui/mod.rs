//! The full screen: input to command, command to state, state to window.
//!
//! ```text
//! Source -> Input -> App::command -> Command -> App::update -> Effect -> Shell
//!                                                   |
//!                                                   +-> App::render -> window
//! ```
//!
//! The screens are a stack of one enum (`screens::Kind`); there are no nested event loops. The
//! same loop runs on the terminal and in tests.

mod act;
mod app;
mod bar;
mod command;
mod context;
mod drill;
mod drill_verbs;
mod filters;
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
mod start;
mod terminal;
mod theme;
mod training;
mod tree;
mod typing;
mod view;
mod watch;

pub use app::App;
pub use command::{Command, Effect, Verb};
pub use input::{Input, Key, Source, TerminalSource, Waker};
pub use keymap::Keymap;
pub use opened::First;
pub use setup::{ProfileLoader, ProfileSaved, ShopStart};
pub use start::{GuideLoader, Start};
pub use terminal::{FirstFrame, LastWord, Screen, ScreenError, run_on_terminal};
pub use theme::{Role, Theme};

use crate::{clipboard::Reach, profile::Profile, save::SaveError, shelf::Request, store::Journal};
use jiff::Timestamp;
use ratatui::{Terminal, backend::Backend};
use std::{io, path::PathBuf};

/// What the loop needs from the world outside.
pub trait Shell<B: Backend> {
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
    /// Gives the terminal back until the program is woken, and takes it again.
    fn suspend(&mut self, terminal: &mut Terminal<B>) -> io::Result<()>;
}

/// Runs the full screen until the person leaves or the inputs end.
pub fn run<B>(
    terminal: &mut Terminal<B>,
    app: &mut App,
    source: &mut impl Source,
    shell: &mut impl Shell<B>,
) -> Result<(), ScreenError>
where
    B: Backend,
    B::Error: Send + Sync + 'static,
{
    let draw = |terminal: &mut Terminal<B>, app: &App| {
        terminal
            .draw(|frame| app.render(frame))
            .map(drop)
            .map_err(|error| ScreenError(io::Error::other(error)))
    };
    draw(terminal, app)?;
    if let Some(journal) = shell.first_frame() {
        app.keep_in(journal);
    }
    while let Some(inputs) = source.next().map_err(ScreenError)? {
        for input in inputs {
            let Some(command) = app.command(input) else { continue };
            let mut effect = app.update(command, shell.now());
            while let Some(todo) = effect.take() {
                match todo {
                    Effect::Quit => return Ok(()),
                    Effect::Mouse(on) => shell.mouse(on).map_err(ScreenError)?,
                    Effect::Suspend => {
                        shell.suspend(terminal).map_err(ScreenError)?;
                        // Nobody told a sleeping program of a new size.
                        let size = terminal
                            .size()
                            .map_err(|error| ScreenError(io::Error::other(error)))?;
                        app.update(Command::Resize(size.width, size.height), shell.now());
                    }
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
        draw(terminal, app)?;
    }
    Ok(())
}
