//! The real program on a real pseudo-terminal.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::{
    io::{Read, Write},
    num::NonZero,
    path::Path,
    sync::mpsc::{Receiver, RecvTimeoutError, channel},
    thread,
    time::{Duration, Instant},
};

/// How long anything may take before the test gives up: far beyond what it needs, for a machine
/// that is busy with other tests.
const PATIENCE: Duration = Duration::from_secs(20);

/// The program in a window.
pub(crate) struct Window {
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    /// Everything that the program wrote.
    pub written: Vec<u8>,
}

impl Window {
    /// Starts the program in a folder, with nothing in its environment but what is given.
    pub(crate) fn open(
        folder: &Path,
        arguments: &[&str],
        environment: &[(&str, &str)],
        (width, height): (u16, u16),
    ) -> Self {
        let size = PtySize { rows: height, cols: width, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_tilldoc"));
        command.args(arguments);
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("TILLDOC_CLOCK", "2026-11-23T09:41:00Z");
        command.env("TILLDOC_DATA", folder.join("data"));
        command.env("TILLDOC_CONFIG", folder.join("config"));
        for (name, value) in environment {
            command.env(name, value);
        }
        command.cwd(folder);
        let child = pair.slave.spawn_command(command).expect("the program starts");
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let keyboard = pair.master.take_writer().expect("a writer");
        let (sender, output) = channel();
        thread::spawn(move || {
            let mut buffer = [0; 8192];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if sender.send(buffer[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        let screen = vt100::Parser::new(cells(height), cells(width), 0);
        Self { master: pair.master, child, keyboard, output, screen, written: Vec::new() }
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
        self.master.resize(size).expect("a window can be resized");
    }

    /// Sends a signal by its name.
    pub(crate) fn signal(&mut self, name: &str) {
        let id = self.child.process_id().expect("it runs").to_string();
        // The shell's own `kill`: a small system has no other.
        let sent =
            std::process::Command::new("sh").args(["-c", &format!("kill -s {name} {id}")]).status();
        assert!(sent.expect("a shell is there").success());
    }

    /// Waits for the end and gives the exit code (signals as shells count them, 128 and more).
    pub(crate) fn end(&mut self) -> u32 {
        let begun = Instant::now();
        loop {
            self.take(Duration::from_millis(20));
            if let Some(status) = self.child.try_wait().expect("it can be asked") {
                while self.take(Duration::from_millis(100)) {}
                return status.exit_code();
            }
            assert!(begun.elapsed() < PATIENCE, "it never ended; the screen:\n{}", self.text());
        }
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

    /// Whether the terminal is as it was before: main screen, cursor, no mouse, no paste mode.
    pub(crate) fn is_given_back(&self) -> bool {
        let screen = self.screen.screen();
        let mouse = screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None;
        !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste() && !mouse
    }

    /// Asserts it.
    #[track_caller]
    pub(crate) fn assert_given_back(&self) {
        assert!(self.is_given_back(), "the terminal was not given back: {:?}", self.text());
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

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).expect("a window has cells")
}

impl Drop for Window {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}
