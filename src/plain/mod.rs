//! The wizard as numbered lines on any input and output: for screen readers, pipes, slow links.
//!
//! ```text
//! [Network] Can other devices in the shop get online?
//! 1. Yes, they can
//! 2. No, none can
//! 3. Can't tell
//! Say to the customer: “Our line is slow, one moment please.”
//! About 3 more questions, 2 minutes.
//! Type a number from 1 to 3. h how to check, b back, ? help.
//! > 2
//! ```
//!
//! A typed line means one thing only. A letter alone, or a letter and a blank and what belongs to
//! it, is a command; anything else answers what was asked last. Codes have two characters, so they
//! are never taken for a command, and where digits are the answer (amounts, codes), the answers
//! beside it have letters that no command has.
//!
//! No escape codes, no cursor moves, no wrapped lines: the reader of the lines does all that better.

mod answer;
mod cards;
mod command;
mod drill;
mod hear;
mod input;
mod page;
mod picker;
mod seek;
mod terminals;
mod wizard;

pub use cards::{Sitting, sit};
pub use drill::{DrillStart, run_drill};

use crate::{
    clean,
    guide::Guide,
    save::SaveError,
    session::{Outcome, Session, Shop, redact},
    store::SessionId,
    texts::Texts,
};
use jiff::{Timestamp, tz::TimeZone};
use std::{
    io::{self, BufRead, ErrorKind, Write},
    path::PathBuf,
    sync::Arc,
};
use wizard::Wizard;

/// What the wizard needs from the world outside.
pub trait Shell {
    /// The time now.
    fn now(&self) -> Timestamp;
    /// Writes a summary to a file, over an existing one only where `overwrite` says so.
    fn save(&mut self, path: &str, text: &str, overwrite: bool) -> Result<PathBuf, SaveError>;
}

/// What keeps the sessions of the wizard.
pub trait Recorder {
    /// A session begins.
    fn begin(&mut self, session: &Session);
    /// Something has happened in it. Comes back when that is kept, or can't be for now.
    fn record(&mut self, session: &Session);
    /// The number of the session, where all of it is kept.
    fn kept(&self) -> Option<SessionId>;
    /// What the clerk is to be told of it now, in lines.
    fn news(&mut self, texts: &Texts) -> Vec<String>;
}

/// What the wizard begins with.
pub struct Start {
    /// The guide.
    pub guide: Arc<Guide>,
    /// The language to begin in.
    pub texts: Texts,
    /// The zone of the times in a summary.
    pub zone: TimeZone,
    /// Whether to repeat each line after its prompt. A terminal shows what is typed; a pipe does
    /// not, and its transcript could not be followed without.
    pub echo: bool,
    /// What keeps the sessions, where they are kept.
    pub recorder: Option<Box<dyn Recorder>>,
    /// What is known of the shop.
    pub shop: Shop,
}

/// How it came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ending {
    /// How the last session stands.
    pub outcome: Outcome,
    /// Whether a remedy was shown.
    pub remedy_shown: bool,
}

impl Ending {
    /// Whether the clerk got what they came for: a remedy, or support.
    pub fn reached(self) -> bool {
        self.remedy_shown || matches!(self.outcome, Outcome::Solved | Outcome::Escalated)
    }
}

/// Runs the wizard until the person leaves or the input ends.
///
/// An output that nobody reads any more ends it quietly.
pub fn run(
    start: Start,
    mut input: impl BufRead,
    mut output: impl Write,
    shell: &mut impl Shell,
) -> io::Result<Ending> {
    let echo = start.echo;
    let mut wizard = Wizard::new(start);
    match talk(&mut wizard, echo, &mut input, &mut output, shell) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error),
        _ => Ok(wizard.ending()),
    }
}

/// Prints and reads in turn.
fn talk(
    wizard: &mut Wizard,
    echo: bool,
    input: &mut impl BufRead,
    output: &mut impl Write,
    shell: &mut impl Shell,
) -> io::Result<()> {
    wizard.begin(shell.now());
    loop {
        output.write_all(wizard.take_output().as_bytes())?;
        if wizard.is_over() {
            return output.flush();
        }
        output.write_all(b"> ")?;
        output.flush()?;
        let Some(line) = input::read_line(input)? else {
            output.write_all(b"\n")?;
            wizard.input_ended();
            continue;
        };
        if echo {
            writeln!(output, "{}", repeated(&line))?;
        }
        wizard.hear(&line, shell);
    }
}

/// Characters of a typed line that are repeated at most.
const ECHO_LIMIT: usize = 200;

/// A typed line as it may be shown. A terminal's own echo can't be helped, but a transcript is kept.
fn repeated(line: &str) -> String {
    clean::line(&redact(line).text, ECHO_LIMIT)
}
