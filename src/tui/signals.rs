//! Signals from outside: to end, to sleep, to go on, and that the window has another size.
//!
//! A thread of its own waits for them, and wakes the loop, which ends in order: the terminal is given
//! back, and what was answered is kept. A loop that hangs (a terminal that takes nothing more) is ended
//! all the same, after a while.

use super::{Asked, Input, Sleep, Waker, backend};
use signal_hook::{
    consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH},
    iterator,
    low_level::{emulate_default_handler, raise},
};
use std::{
    io,
    sync::mpsc::{self, Receiver},
    thread,
    time::Duration,
};

/// So long the loop may take to end in order: longer than the journal waits at the end for a database
/// that another program holds.
const GRACE: Duration = Duration::from_secs(4);

/// What the thread has heard.
#[derive(Debug)]
pub(super) struct Signals {
    /// The signal that ends the program.
    ending: Receiver<i32>,
}

impl Signals {
    /// Listens from now on. `by_force` gives the terminal back whatever the loop does.
    pub(super) fn listen(waker: Waker, by_force: fn()) -> io::Result<Self> {
        let all = [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH];
        let mut signals = iterator::Signals::new(all)?;
        let (sender, ending) = mpsc::channel();
        thread::spawn(move || {
            for signal in signals.forever() {
                match signal {
                    SIGWINCH => {
                        // A terminal that is gone has none, and tells so in other ways.
                        if let Ok(size) = backend::size() {
                            waker.wake(Input::Resize(size.width, size.height));
                        }
                    }
                    SIGTSTP => waker.wake(Input::Asked(Asked::Sleep(Sleep::BySignal))),
                    SIGCONT => waker.wake(Input::Asked(Asked::Sleep(Sleep::IsOver))),
                    _ => {
                        let _ = sender.send(signal);
                        waker.wake(Input::Asked(Asked::End));
                        thread::sleep(GRACE);
                        by_force();
                        end_by(signal);
                    }
                }
            }
        });
        Ok(Self { ending })
    }

    /// Ends the program where a signal has asked for it, as if it had not been caught: so whoever
    /// started it sees which it was. `failed` says that the terminal failed: the signal that tells of
    /// its end may still be on the way.
    pub(super) fn obey(&self, failed: bool) {
        let patience = if failed { Duration::from_millis(200) } else { Duration::ZERO };
        if let Ok(signal) = self.ending.recv_timeout(patience) {
            end_by(signal);
        }
    }
}

fn end_by(signal: i32) {
    let _ = emulate_default_handler(signal);
}

/// Whether somebody can wake this program again: a shell with job control, which gave it a group of
/// its own. A terminal that was opened for this program alone would be dead for ever.
pub(super) fn can_be_woken() -> bool {
    let session = rustix::process::getsid(None);
    session.is_ok_and(|session| session != rustix::process::getpgrp())
}

/// Sleeps until somebody wakes it; `all` with whatever was started together with it, for a script that
/// began it would wait for ever, and the shell with it.
pub(super) fn sleep_until_woken(all: bool) -> io::Result<()> {
    // Not the signal of Ctrl+Z, which this program itself catches.
    if all {
        Ok(rustix::process::kill_current_process_group(rustix::process::Signal::STOP)?)
    } else {
        raise(signal_hook::consts::SIGSTOP)
    }
}
