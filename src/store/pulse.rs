//! Looking after the journal's thread: a disk that does not answer can't say so itself.

use super::{Report, StoreError};
use std::{
    path::PathBuf,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread::{self, JoinHandle},
    time::Duration,
};

/// How long one piece of work may take before it is told that the disk is slow.
const SLOW: Duration = Duration::from_secs(3);

/// What the thread that writes is doing, known to both threads.
pub(super) struct Pulse {
    beat: Mutex<Beat>,
    changed: Condvar,
}

/// The state of the thread that writes, with who is told of it. Whoever tells something holds it, so
/// that "it is slow" never comes behind the word that all is well.
struct Beat {
    report: Box<dyn FnMut(Report) + Send>,
    /// The number of the piece of work.
    number: u64,
    busy: bool,
    ended: bool,
    /// Whether it was told that this is slow.
    told: bool,
    /// Why not everything was kept when the thread ended.
    left: Option<StoreError>,
}

/// Says that the thread that writes has ended, once it is dropped.
pub(super) struct End(Arc<Pulse>);

impl Drop for End {
    fn drop(&mut self) {
        let mut beat = self.0.beat();
        (beat.busy, beat.ended) = (false, true);
        drop(beat);
        self.0.changed.notify_all();
    }
}

impl Pulse {
    pub(super) fn new(report: Box<dyn FnMut(Report) + Send>) -> Arc<Self> {
        let beat = Beat { report, number: 0, busy: false, ended: false, told: false, left: None };
        Arc::new(Self { beat: Mutex::new(beat), changed: Condvar::new() })
    }

    fn beat(&self) -> MutexGuard<'_, Beat> {
        self.beat.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Tells something.
    pub(super) fn report(&self, report: Report) {
        (self.beat().report)(report);
    }

    /// A piece of work begins.
    pub(super) fn begin(&self) {
        let mut beat = self.beat();
        beat.number += 1;
        beat.busy = true;
        drop(beat);
        self.changed.notify_all();
    }

    /// All work is done for now. Says whether it was told meanwhile that it is slow.
    pub(super) fn rest(&self) -> bool {
        let mut beat = self.beat();
        beat.busy = false;
        let told = std::mem::take(&mut beat.told);
        drop(beat);
        self.changed.notify_all();
        told
    }

    /// Not everything could be kept at the end.
    pub(super) fn leave(&self, why: StoreError) {
        self.beat().left = Some(why);
    }

    /// What says that the thread that writes has ended, however it does.
    pub(super) fn end_when_dropped(self: &Arc<Self>) -> End {
        End(Arc::clone(self))
    }

    /// Waits for the end, at most so long; whether it has come.
    pub(super) fn wait_for_end(&self, patience: Duration) -> bool {
        let waited = self.changed.wait_timeout_while(self.beat(), patience, |beat| !beat.ended);
        waited.map_or_else(|poisoned| poisoned.into_inner().0, |(beat, _)| beat).ended
    }

    /// Why not everything was kept when the thread ended.
    pub(super) fn take_left(&self) -> Option<StoreError> {
        self.beat().left.take()
    }

    /// Tells, from a thread of its own, where a piece of work takes long. Nothing wakes it while
    /// there is no work.
    pub(super) fn watch(self: &Arc<Self>, database: PathBuf) -> JoinHandle<()> {
        let pulse = Arc::clone(self);
        thread::spawn(move || {
            let mut beat = pulse.beat();
            while !beat.ended {
                let number = beat.number;
                if !beat.busy || beat.told {
                    beat = pulse.changed.wait(beat).unwrap_or_else(PoisonError::into_inner);
                    continue;
                }
                let same = |beat: &mut Beat| beat.busy && beat.number == number;
                let waited = pulse.changed.wait_timeout_while(beat, SLOW, same);
                let timeout;
                (beat, timeout) = waited.unwrap_or_else(PoisonError::into_inner);
                if timeout.timed_out() {
                    beat.told = true;
                    (beat.report)(Report::Trouble(StoreError::Slow(database.clone())));
                }
            }
        })
    }
}
