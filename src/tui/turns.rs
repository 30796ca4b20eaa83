//! Who takes the turns of the loop on a terminal: the thread that reads it, and the one that listens to all others.
//!
//! Whichever of the two has an input locks the screen and takes the turn itself. A key that first had to wake another
//! thread would have its frame a third later; and reading the terminal can't be broken off, so it can't be left to
//! the thread that listens.

use super::{Input, ScreenError};
use crate::crash;
use std::{
    any::Any,
    io,
    ops::ControlFlow,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{self, Receiver, RecvTimeoutError, Sender},
    },
    thread,
    time::Duration,
};

/// What takes turns.
pub(super) trait Turn: Send + 'static {
    /// Takes inputs in and draws what comes of them; it breaks where that was the last turn.
    fn take_in(&mut self, inputs: Vec<Input>) -> Result<ControlFlow<()>, ScreenError>;
    /// How long nothing may come before [`Input::Tick`] does; for ever where there is none.
    fn patience(&self) -> Option<Duration>;
}

/// What the thread that listens is told.
enum Heard {
    /// Something came that is not from the terminal.
    Input(Input),
    /// How long it may wait has changed.
    Patience,
    /// The thread that reads has taken the last turn, or failed.
    Over(Result<(), ScreenError>),
    /// It has panicked.
    Panicked(Box<dyn Any + Send>),
}

/// Wakes the screen from another thread, so that nothing has to be asked again and again.
#[derive(Clone, Debug)]
pub struct Waker(Sender<Heard>);

impl Waker {
    /// Gives the screen something to take in. A screen that is closed already misses it.
    pub fn wake(&self, input: Input) {
        let _ = self.0.send(Heard::Input(input));
    }
}

/// Where what wakes the screen arrives.
#[derive(Debug)]
pub(super) struct Wakings {
    heard: Receiver<Heard>,
    waker: Waker,
}

impl Wakings {
    pub(super) fn new() -> Self {
        let (sender, heard) = mpsc::channel();
        Self { heard, waker: Waker(sender) }
    }

    /// What wakes this screen.
    pub(super) fn waker(&self) -> Waker {
        self.waker.clone()
    }

    /// Takes turns until one is the last, and gives back what took them, and what came of it; nothing where it was
    /// lost. `read` waits for the terminal, in a thread that ends with the program.
    ///
    /// # Panics
    ///
    /// Where a turn does, in whichever thread: what took them is let go of before.
    pub(super) fn take_turns<T: Turn>(
        &self,
        turns: T,
        read: impl FnMut() -> io::Result<Vec<Input>> + Send + 'static,
    ) -> (Option<T>, Result<(), ScreenError>) {
        let shared = Arc::new(Shared(Mutex::new(Some(turns))));
        let (of_reader, Waker(tell)) = (Arc::clone(&shared), self.waker());
        thread::spawn(move || {
            let over = catch_unwind(AssertUnwindSafe(|| of_reader.read_on(read, &tell)));
            // It may be closed already.
            let _ = tell.send(over.map_or_else(Heard::Panicked, Heard::Over));
        });
        let _closed_at_last = LetGo(&shared);
        let over = self.listen(&shared);
        (shared.close(), over)
    }

    /// Takes the turns of all that is not from the terminal.
    fn listen<T: Turn>(&self, shared: &Shared<T>) -> Result<(), ScreenError> {
        loop {
            let first = match shared.with(|turns| turns.patience()).flatten() {
                None => self.heard.recv().map_err(RecvTimeoutError::from),
                Some(patience) => self.heard.recv_timeout(patience),
            };
            let first = match first {
                Ok(first) => first,
                Err(RecvTimeoutError::Timeout) => Heard::Input(Input::Tick),
                // It can't be: a waker is here.
                Err(RecvTimeoutError::Disconnected) => return Ok(()),
            };
            let mut inputs = Vec::new();
            for heard in std::iter::once(first).chain(self.heard.try_iter()) {
                match heard {
                    Heard::Input(input) => inputs.push(input),
                    Heard::Patience => {}
                    Heard::Over(over) => return over,
                    Heard::Panicked(panic) => resume_unwind(panic),
                }
            }
            if !inputs.is_empty()
                && let Some(taken) = shared.with(|turns| turns.take_in(inputs))
                && taken?.is_break()
            {
                return Ok(());
            }
        }
    }
}

/// What takes turns, for one thread at a time; nothing once it is closed.
struct Shared<T>(Mutex<Option<T>>);

impl<T: Turn> Shared<T> {
    /// Does something with it, unless it is closed or a turn has panicked.
    fn with<R>(&self, work: impl FnOnce(&mut T) -> R) -> Option<R> {
        let mut turns = self.0.lock().ok()?;
        turns.as_mut().map(|turns| crash::drawing(|| work(turns)))
    }

    /// Takes the turns of the terminal.
    fn read_on(
        &self,
        mut read: impl FnMut() -> io::Result<Vec<Input>>,
        tell: &Sender<Heard>,
    ) -> Result<(), ScreenError> {
        loop {
            let inputs = read().map_err(ScreenError)?;
            if inputs.is_empty() {
                continue;
            }
            let taken = self.with(|turns| {
                let before = turns.patience();
                let taken = turns.take_in(inputs);
                // Who waits without an end need not know that this goes on.
                let waits = before.is_none() && turns.patience().is_none();
                (taken, waits)
            });
            let Some((taken, waits)) = taken else { return Ok(()) };
            if taken?.is_break() || (!waits && tell.send(Heard::Patience).is_err()) {
                return Ok(());
            }
        }
    }
}

impl<T> Shared<T> {
    fn close(&self) -> Option<T> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// Lets go of what takes turns when the thread that listens is done: the one that reads may hold it for ever.
struct LetGo<'s, T>(&'s Shared<T>);

impl<T> Drop for LetGo<'_, T> {
    fn drop(&mut self) {
        drop(self.0.close());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicBool, Ordering};

    /// Writes down what it takes in, as keys do it: `q` ends, `!` panics, `t` has it wait for a moment.
    struct Pad {
        told: Sender<String>,
        waits: bool,
        gone: Arc<AtomicBool>,
    }

    impl Drop for Pad {
        fn drop(&mut self) {
            self.gone.store(true, Ordering::SeqCst);
        }
    }

    impl Turn for Pad {
        fn take_in(&mut self, inputs: Vec<Input>) -> Result<ControlFlow<()>, ScreenError> {
            for input in inputs {
                let said = match input {
                    Input::Paste(text) => text,
                    Input::Tick => "tick".to_owned(),
                    other => format!("{other:?}"),
                };
                assert_ne!(said, "!");
                self.waits = said == "t";
                let last = said == "q";
                let _ = self.told.send(said);
                if last {
                    return Ok(ControlFlow::Break(()));
                }
            }
            Ok(ControlFlow::Continue(()))
        }

        fn patience(&self) -> Option<Duration> {
            self.waits.then_some(Duration::from_millis(1))
        }
    }

    struct Played {
        over: thread::Result<(bool, Result<(), ScreenError>)>,
        told: Vec<String>,
        gone: bool,
    }

    fn typed(text: &str) -> Vec<Input> {
        vec![Input::Paste(text.to_owned())]
    }

    /// A terminal that sends nothing more.
    fn never<T>() -> T {
        loop {
            thread::park();
        }
    }

    /// Plays what the terminal sends, after which it sends nothing more, and what comes from elsewhere.
    fn play(read: Vec<io::Result<Vec<Input>>>, woken: &[&str]) -> Played {
        let (told, said) = mpsc::channel();
        let gone = Arc::new(AtomicBool::new(false));
        let pad = Pad { told, waits: false, gone: Arc::clone(&gone) };
        let wakings = Wakings::new();
        for text in woken {
            wakings.waker().wake(Input::Paste((*text).to_owned()));
        }
        let mut read = read.into_iter();
        let read = move || read.next().unwrap_or_else(never);
        let over = catch_unwind(AssertUnwindSafe(|| {
            let (pad, over) = wakings.take_turns(pad, read);
            (pad.is_some(), over)
        }));
        let gone = gone.load(Ordering::SeqCst);
        Played { over, told: said.try_iter().collect(), gone }
    }

    #[test]
    fn the_last_turn_may_be_of_either() {
        let by_key = play(vec![Ok(typed("a")), Ok(Vec::new()), Ok(typed("q"))], &[]);
        assert!(matches!(by_key.over, Ok((true, Ok(())))));
        assert_eq!(by_key.told, ["a", "q"]);
        let woken = play(Vec::new(), &["b", "q", "c"]);
        assert!(matches!(woken.over, Ok((true, Ok(())))));
        assert_eq!(woken.told, ["b", "q"]);
    }

    #[test]
    fn a_terminal_that_is_gone_ends_it_and_loses_nothing() {
        let played = play(vec![Ok(typed("a")), Err(io::ErrorKind::BrokenPipe.into())], &[]);
        assert!(matches!(played.over, Ok((true, Err(_)))));
        assert_eq!(played.told, ["a"]);
    }

    #[test]
    fn what_a_turn_of_the_terminal_sets_going_goes_on_by_itself() {
        let (told, said) = mpsc::channel();
        let pad = Pad { told, waits: false, gone: Arc::default() };
        let wakings = Wakings::new();
        let waker = wakings.waker();
        let mut keys = Some(typed("t")).into_iter();
        let read = move || Ok(keys.next().unwrap_or_else(never));
        let ending = thread::spawn(move || {
            while said.recv().is_ok_and(|said| said != "tick") {}
            waker.wake(Input::Paste("q".to_owned()));
        });
        assert!(matches!(wakings.take_turns(pad, read), (Some(_), Ok(()))));
        ending.join().expect("it ticked");
    }

    #[test]
    fn a_panic_in_either_lets_go_of_what_it_had_and_goes_on_in_the_one_that_listens() {
        for played in
            [play(vec![Ok(typed("a")), Ok(typed("!"))], &[]), play(Vec::new(), &["a!", "!"])]
        {
            assert!(played.over.is_err());
            assert!(played.gone, "what is kept is kept when that goes");
            assert_eq!(played.told.len(), 1);
        }
    }
}
