//! What a person can want on the screen, and what only the shell can do.

use super::input::Key;
use crate::{
    guide_watch::Reread,
    profile::Profile,
    shelf::{Answer, Request},
    store::Report,
};
use serde::Deserialize;
use std::sync::Arc;

/// What a key stands for. The keymap names these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verb {
    /// Take the line at the cursor.
    Choose,
    /// One step back.
    Back,
    /// Cursor up.
    Up,
    /// Cursor down.
    Down,
    /// A screenful up.
    PageUp,
    /// A screenful down.
    PageDown,
    /// Cursor to the first line.
    First,
    /// Cursor to the last line.
    Last,
    /// Look up a code.
    Lookup,
    /// Write something down.
    Note,
    /// See and change the answers.
    Review,
    /// Save the summary.
    Export,
    /// Put the summary on the clipboard.
    Copy,
    /// See the QR code of the summary.
    Qr,
    /// See the drawing.
    Drawing,
    /// Stop searching and call support.
    GiveUp,
    /// Narrow the history; unfold a branch of the tree.
    Filter,
    /// Show all of the history again.
    ShowAll,
    /// Play from a branch of the tree; from there back to the tree.
    Play,
    /// See what is wrong with a guide that is watched.
    Findings,
    /// In a drill: look at something.
    Look,
    /// In a drill: ask for a hint.
    Hint,
    /// Next language.
    Language,
    /// Mouse capture on or off.
    Mouse,
    /// Keys and marks explained.
    Help,
    /// Leave the program.
    Quit,
    /// Back to the shell for a while.
    Suspend,
}

/// One wish, ready for [`App::update`](super::App::update).
#[derive(Clone, Debug)]
pub enum Command {
    /// By its key.
    Verb(Verb),
    /// Take the line with this number.
    Number(usize),
    /// Take the line that was clicked.
    Take(usize),
    /// Type a character into the field at hand.
    Type(char),
    /// Take back the last character of the field at hand.
    Erase,
    /// A key for the editor of the note.
    Edit(Key),
    /// Put text into the field at hand.
    Paste(String),
    /// Scroll by rows.
    Scroll(i16),
    /// The window has a new width and height.
    Resize(u16, u16),
    /// Take in what the journal tells.
    Hear(Arc<Report>),
    /// Take a guide in that was saved.
    Reread(Arc<Reread>),
    /// Take in an answer about the sessions that were kept.
    Told(Arc<Answer>),
    /// Nothing happened for a while in which the clock went on.
    Tick,
}

/// What only the shell can do. The result comes back through the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Write a summary to a file.
    Save {
        /// The path as typed.
        path: String,
        /// The whole text.
        text: String,
        /// Whether a file that is there may be replaced.
        overwrite: bool,
    },
    /// Write the shop's profile to its file.
    SaveProfile(Box<Profile>),
    /// Put a text on the clipboard.
    Copy(String),
    /// Ask something of the sessions that were kept. Nobody waits for the answer: it comes as an
    /// input.
    Ask(Request),
    /// Turn mouse capture on or off.
    Mouse(bool),
    /// Give the terminal back until the program is woken.
    Suspend,
    /// Leave.
    Quit,
}
