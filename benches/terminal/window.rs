//! A program in a pseudo-terminal, as it is seen from outside.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::{
    cell::RefCell,
    fs,
    io::{Read, Write},
    num::NonZero,
    path::PathBuf,
    sync::mpsc::{Receiver, channel},
    thread,
    time::{Duration, Instant},
};

/// A frame is whole when nothing has come for so long.
const QUIET: Duration = Duration::from_millis(25);
/// So long anything may take.
pub(super) const PATIENCE: Duration = Duration::from_secs(20);
/// Where the sessions are, below the home directory.
const OWN: &str = if cfg!(target_os = "macos") {
    "Library/Application Support/tilldoc"
} else {
    ".local/share/tilldoc"
};

/// What is started.
pub(super) struct Program {
    pub(super) name: &'static str,
    pub(super) path: PathBuf,
    pub(super) arguments: Vec<String>,
    /// The folder with the sessions, for tilldoc.
    pub(super) data: Option<PathBuf>,
    pub(super) language: &'static str,
    /// What leads to the screen on which keys are measured.
    pub(super) way: &'static [&'static str],
}

/// A program in a terminal of 80x24.
pub(super) struct Window {
    _master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    pub(super) output: Receiver<(Instant, Vec<u8>)>,
    screen: RefCell<vt100::Parser>,
    pub(super) begun: Instant,
}

/// What came until nothing more did.
pub(super) struct Frame {
    /// When the last of it came.
    pub(super) last: Instant,
    pub(super) bytes: usize,
}

impl Window {
    pub(super) fn open(program: &Program) -> Self {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(&program.path);
        command.args(&program.arguments);
        command.env_clear();
        command.env("TERM", "xterm-256color");
        if let Some(folder) = &program.data {
            // Each run finds the same: what the one before left open would be offered first.
            let (kept, home) = (folder.join("kept"), folder.join("home"));
            let own = home.join(OWN);
            let _ = fs::remove_dir_all(&home);
            fs::create_dir_all(&own).expect("a folder");
            for file in fs::read_dir(&kept).expect("the sessions").flatten() {
                fs::copy(file.path(), own.join(file.file_name())).expect("a copy");
            }
            // As a clerk has it: nothing is set for tilldoc itself.
            command.env("HOME", home);
            command.env("LANG", program.language);
        }
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let keyboard = pair.master.take_writer().expect("a writer");
        let (sender, output) = channel();
        thread::spawn(move || {
            let mut buffer = vec![0; 1 << 16];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if sender.send((Instant::now(), buffer[..count].to_vec())).is_err() {
                    return;
                }
            }
        });
        let cells = |count| NonZero::new(count).expect("not zero");
        let screen = RefCell::new(vt100::Parser::new(cells(24), cells(80), 0));
        let begun = Instant::now();
        let child = pair.slave.spawn_command(command).expect("the program starts");
        Self { _master: pair.master, child, keyboard, output, screen, begun }
    }

    /// Waits for a frame: for its first byte with patience, then until nothing more comes.
    pub(super) fn frame(&self, patience: Duration) -> Option<Frame> {
        let (mut last, first) = self.output.recv_timeout(patience).ok()?;
        let mut all = first;
        while let Ok((at, more)) = self.output.recv_timeout(QUIET) {
            last = at;
            all.extend(more);
        }
        self.screen.borrow_mut().process(&all);
        Some(Frame { last, bytes: all.len() })
    }

    pub(super) fn shows(&self, text: &str) -> bool {
        self.screen.borrow().screen().contents().contains(text)
    }

    pub(super) fn press(&mut self, keys: &str) -> Instant {
        let at = Instant::now();
        self.keyboard.write_all(keys.as_bytes()).expect("it takes keys");
        self.keyboard.flush().expect("it takes keys");
        at
    }

    /// Presses keys one by one, each when the frame of the one before stands.
    pub(super) fn follow(&mut self, keys: &[&str]) {
        for key in keys {
            self.press(key);
            self.frame(PATIENCE).expect("a key is answered");
        }
    }

    /// Waits until nothing happens any more.
    pub(super) fn settle(&self) {
        while self.frame(Duration::from_millis(400)).is_some() {}
    }

    /// A figure of the process, from what Linux tells of it.
    pub(super) fn status(&self, name: &str) -> Option<u64> {
        let id = self.child.process_id()?;
        figure(&fs::read_to_string(format!("/proc/{id}/status")).ok()?, name)
    }

    /// How often its threads were woken, or sent away.
    pub(super) fn switches(&self) -> Option<u64> {
        let id = self.child.process_id()?;
        let threads = fs::read_dir(format!("/proc/{id}/task")).ok()?;
        threads
            .flatten()
            .map(|thread| {
                let status = fs::read_to_string(thread.path().join("status")).ok()?;
                let of = |name| figure(&status, name);
                Some(of("voluntary_ctxt_switches")? + of("nonvoluntary_ctxt_switches")?)
            })
            .sum()
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn figure(status: &str, name: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?;
    line.split_whitespace().next()?.parse().ok()
}
