//! What a person does, and what the shell answers, told one by one to the real loop.

use super::{
    keys::{ANSWER, TOLD},
    shell::Answers,
};
use std::{
    collections::VecDeque,
    io,
    sync::{Arc, mpsc::Receiver},
    time::Duration,
};
use tilldoc::{
    store::Report,
    tui::{Input, Source},
};

/// When answers about kept sessions come.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Pace {
    AtOnce,
    WhenTold,
}

/// How long the journal may take: far more than it needs, for a machine that is busy.
const PATIENCE: Duration = Duration::from_secs(20);

/// Inputs one after the other, with what is waited for between them.
pub(super) struct Script {
    pub(super) inputs: VecDeque<Input>,
    pub(super) told: Receiver<Arc<Report>>,
    pub(super) answers: Answers,
    pub(super) pace: Pace,
    /// Whether the inputs ran out before the person left.
    pub(super) ended: bool,
}

impl Source for Script {
    fn next(&mut self, patience: Option<Duration>) -> io::Result<Option<Vec<Input>>> {
        let answer = || self.answers.borrow_mut().pop_front().map(Input::Answer);
        if self.pace == Pace::AtOnce
            && let Some(answer) = answer()
        {
            return Ok(Some(vec![answer]));
        }
        // Where the screen does not wait for a time, none passes.
        while patience.is_none() && matches!(self.inputs.front(), Some(Input::Tick)) {
            self.inputs.pop_front();
        }
        let next = self.inputs.pop_front();
        self.ended = next.is_none();
        Ok(next.map(|input| match input {
            Input::Paste(text) if text == TOLD => {
                let told = self.told.recv_timeout(PATIENCE);
                vec![Input::Journal(told.expect("the journal tells something"))]
            }
            Input::Paste(text) if text == ANSWER => {
                vec![answer().expect("something was asked that is not answered yet")]
            }
            input => vec![input],
        }))
    }
}
