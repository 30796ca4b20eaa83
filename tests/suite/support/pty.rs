//! The real program on a real pseudo-terminal.

use super::{launch::Launch, modes::left_on};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};
use std::{
    io::{Read, Write},
    num::NonZero,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, RecvTimeoutError, channel},
    },
    thread,
    time::{Duration, Instant},
};

/// How long anything may take before the test gives up: far beyond what it needs, for a machine
/// that is busy with other tests.
const PATIENCE: Duration = Duration::from_secs(20);

/// The program in a window.
pub(crate) struct Window {
    /// None once it is closed.
    master: Option<Box<dyn MasterPty + Send>>,
    /// Kept, so that the terminal outlives the program, as it does where a shell has it.
    slave: Option<Box<dyn SlavePty + Send>>,
    child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    reading: Arc<AtomicBool>,
    screen: vt100::Parser,
    /// The line discipline before the program came.
    before: Option<String>,
    /// Everything that the program wrote.
    pub written: Vec<u8>,
}

/// How a program ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    /// By itself, with an exit code.
    Code(u32),
    /// By a signal, in the system's words.
    Signal(String),
}

impl Window {
    /// Starts the program in a folder, with nothing in its environment but what is given.
    pub(crate) fn open(
        folder: &Path,
        arguments: &[&str],
        environment: &[(&str, &str)],
        (width, height): (u16, u16),
    ) -> Self {
        let launch = Launch::new(folder).without("TILLDOC_LANG").arguments(arguments);
        let launch =
            environment.iter().fold(launch, |launch, (name, value)| launch.with(name, value));
        launch.size(width, height).open()
    }

    /// Starts a command in a window that tells it a size, its own or another. Of what it writes nothing
    /// is read where the terminal is `stalled`.
    pub(super) fn run(
        command: CommandBuilder,
        (width, height): (u16, u16),
        told: (u16, u16),
        stalled: bool,
    ) -> Self {
        let size = PtySize { rows: told.1, cols: told.0, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let before = discipline(&*pair.master);
        let child = pair.slave.spawn_command(command).expect("the program starts");
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let keyboard = pair.master.take_writer().expect("a writer");
        let (sender, output) = channel();
        let reading = Arc::new(AtomicBool::new(!stalled));
        let own = Arc::clone(&reading);
        thread::spawn(move || {
            let mut buffer = [0; 8192];
            while !own.load(Ordering::SeqCst) {
                thread::sleep(Duration::from_millis(5));
            }
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                let sent = sender.send(buffer[..count].to_vec()).is_ok();
                if !sent || !own.load(Ordering::SeqCst) {
                    return;
                }
            }
        });
        let screen = vt100::Parser::new(cells(height), cells(width), 0);
        Self {
            master: Some(pair.master),
            slave: Some(pair.slave),
            child,
            keyboard,
            output,
            reading,
            screen,
            before,
            written: Vec::new(),
        }
    }

    /// Presses keys.
    pub(crate) fn press(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).expect("the window takes keys");
        self.keyboard.flush().expect("the window takes keys");
    }

    /// Waits until a text stands on the screen.
    #[track_caller]
    pub(crate) fn wait_for(&mut self, text: &str) {
        self.wait_until(|window| window.shows(text));
    }

    /// Waits until something holds; it is asked after each piece of output.
    #[track_caller]
    pub(crate) fn wait_until(&mut self, mut holds: impl FnMut(&mut Self) -> bool) {
        let begun = Instant::now();
        while !holds(self) {
            assert!(
                begun.elapsed() < PATIENCE,
                "it never came; the screen:\n{}\nlast written: {:?}",
                self.text(),
                String::from_utf8_lossy(&self.written[self.written.len().saturating_sub(400)..])
            );
            self.take(Duration::from_millis(50));
        }
    }

    /// Gives the window a new size.
    pub(crate) fn resize(&mut self, width: u16, height: u16) {
        let size = PtySize { rows: height, cols: width, pixel_width: 0, pixel_height: 0 };
        self.screen.screen_mut().set_size(cells(height), cells(width));
        self.master.as_ref().expect("it is open").resize(size).expect("a window can be resized");
    }

    /// Closes the window, as somebody does who has no patience: the terminal is gone at once.
    pub(crate) fn close(&mut self, size: (u16, u16)) {
        self.reading.store(false, Ordering::SeqCst);
        // Whoever waits for output holds the terminal open; a new size brings some.
        self.resize(size.0, size.1);
        while !matches!(self.output.recv_timeout(PATIENCE), Err(RecvTimeoutError::Disconnected)) {}
        self.keyboard = Box::new(std::io::sink());
        (self.master, self.slave) = (None, None);
    }

    /// Reads what a stalled terminal has not.
    pub(crate) fn read_on(&mut self) {
        self.reading.store(true, Ordering::SeqCst);
        while self.take(Duration::from_millis(200)) {}
    }

    /// Sends a signal by its name.
    pub(crate) fn signal(&mut self, name: &str) {
        let id = self.child.process_id().expect("it runs");
        send(name, id);
    }

    /// Waits for the end and gives the exit code; not zero where it was a signal.
    pub(crate) fn end(&mut self) -> u32 {
        match self.ending() {
            Ending::Code(code) => code,
            Ending::Signal(_) => 1,
        }
    }

    /// Waits for the end and says how it came.
    pub(crate) fn ending(&mut self) -> Ending {
        let begun = Instant::now();
        loop {
            self.take(Duration::from_millis(20));
            if let Some(status) = self.child.try_wait().expect("it can be asked") {
                while self.take(Duration::from_millis(50)) {}
                // On a busy machine what gives the terminal back may still be on its way.
                if !left_on(&self.written).is_empty() {
                    while self.take(Duration::from_secs(1)) {}
                }
                return match status.signal() {
                    Some(signal) => Ending::Signal(signal.to_owned()),
                    None => Ending::Code(status.exit_code()),
                };
            }
            assert!(begun.elapsed() < PATIENCE, "it never ended; the screen:\n{}", self.text());
        }
    }

    /// Whether the program still runs.
    pub(crate) fn runs(&mut self) -> bool {
        self.child.try_wait().expect("it can be asked").is_none()
    }

    /// Takes what is drawn in a while.
    pub(crate) fn draw_for(&mut self, while_: Duration) {
        let begun = Instant::now();
        while begun.elapsed() < while_ {
            self.take(while_.saturating_sub(begun.elapsed()));
        }
    }

    /// Ends the program as somebody does who closes the window, and takes all that it writes.
    pub(crate) fn finish(&mut self) {
        if self.child.try_wait().is_ok_and(|status| status.is_none()) {
            self.signal("TERM");
        }
        self.end();
    }

    /// What stands on the screen.
    pub(crate) fn text(&self) -> String {
        self.screen.screen().contents()
    }

    /// Whether a text stands on the screen.
    pub(crate) fn shows(&self, text: &str) -> bool {
        self.text().contains(text)
    }

    /// What of the terminal is not as it was before: modes that are on, colours, the line discipline.
    pub(crate) fn changed(&self) -> Vec<String> {
        let on = left_on(&self.written);
        let mut changed: Vec<_> = on.iter().map(|mode| format!("mode {mode}")).collect();
        let screen = self.screen.screen();
        let styled = screen.bold() || screen.inverse() || screen.underline();
        let default = vt100::Color::Default;
        if styled || screen.fgcolor() != default || screen.bgcolor() != default {
            changed.push("the style of text".to_owned());
        }
        let now = self.master.as_ref().and_then(|master| discipline(&**master));
        if now != self.before {
            changed.push(format!("the line discipline: {now:?} was {:?}", self.before));
        }
        changed
    }

    /// Whether the terminal is as it was before.
    pub(crate) fn is_given_back(&self) -> bool {
        self.changed().is_empty()
    }

    /// Leaves by these keys: the program ends as it should, and the terminal is given back.
    #[track_caller]
    pub(crate) fn leave(&mut self, keys: &str) {
        self.press(keys);
        assert_eq!(self.ending(), Ending::Code(0));
        self.assert_given_back();
    }

    /// Asserts it.
    #[track_caller]
    pub(crate) fn assert_given_back(&self) {
        let changed = self.changed();
        assert!(
            changed.is_empty(),
            "the terminal was not given back: {changed:?}\n{}",
            self.text()
        );
    }

    /// Whether keys come one by one.
    pub(crate) fn is_raw(&self) -> bool {
        self.master.as_ref().and_then(|master| discipline(&**master)) != self.before
    }

    /// Whether the program has the terminal: the other screen, and keys one by one.
    pub(crate) fn is_taken(&self) -> bool {
        left_on(&self.written).contains(&1049) && self.is_raw()
    }

    /// Whether the program is told what the mouse does.
    pub(crate) fn has_mouse(&self) -> bool {
        left_on(&self.written).contains(&1000)
    }

    fn take(&mut self, patience: Duration) -> bool {
        match self.output.recv_timeout(patience) {
            Ok(bytes) => {
                self.screen.process(&bytes);
                self.written.extend(bytes);
                true
            }
            Err(RecvTimeoutError::Timeout) => false,
            Err(RecvTimeoutError::Disconnected) => {
                thread::sleep(patience.min(Duration::from_millis(10)));
                false
            }
        }
    }
}

/// Sends a signal to a process.
pub(crate) fn send(name: &str, process: u32) {
    // The shell's own `kill`: a small system has no other.
    let kill = format!("kill -s {name} {process}");
    let sent = std::process::Command::new("sh").args(["-c", &kill]).status();
    assert!(sent.expect("a shell is there").success(), "{kill}");
}

/// How the terminal treats what is typed and printed: all of it, to be compared.
fn discipline(master: &dyn MasterPty) -> Option<String> {
    master.get_termios().map(|own| format!("{own:?}"))
}

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).expect("a window has cells")
}

impl Drop for Window {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}
