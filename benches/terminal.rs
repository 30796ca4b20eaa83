//! How fast the full screen is, seen from outside, in a pseudo-terminal: `benches/terminal.sh`, which
//! builds what this needs.
//!
//! Everything is told beside the least that a full-screen list can be (`examples/bare.rs`), measured in turns
//! in the same run: on a slow machine both are slow. `TERMINAL_RUNS` sets how many times (31), `TERMINAL_IDLE`
//! how many seconds of doing nothing are watched (10), `TERMINAL_FOLDER` another folder with `tilldoc` and
//! `examples/bare` than that of this build.
#![expect(clippy::print_stdout, reason = "the table is what it is run for")]

#[cfg(not(unix))]
fn main() {
    println!("there are no pseudo-terminals here");
}

#[cfg(unix)]
fn main() {
    unix::main();
}

#[cfg(unix)]
mod unix {
    use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
    use std::{
        cell::RefCell,
        env, fs,
        io::{Read, Write},
        num::NonZero,
        path::{Path, PathBuf},
        process::{Command, Stdio},
        sync::mpsc::{Receiver, channel},
        thread,
        time::{Duration, Instant},
    };

    /// A frame is whole when nothing has come for so long.
    const QUIET: Duration = Duration::from_millis(25);
    /// So long anything may take.
    const PATIENCE: Duration = Duration::from_secs(20);
    /// Key presses that are measured in one run.
    const PRESSES: usize = 21;
    /// Where the sessions are, below the home directory.
    const OWN: &str = if cfg!(target_os = "macos") {
        "Library/Application Support/tilldoc"
    } else {
        ".local/share/tilldoc"
    };
    /// From the home screen of the built-in guide to a question, and on to a remedy.
    const TO_QUESTION: [&str; 3] = ["1", "3", "1"];

    /// A program in a terminal of 80x24.
    struct Window {
        _master: Box<dyn MasterPty + Send>,
        child: Box<dyn Child + Send + Sync>,
        keyboard: Box<dyn Write + Send>,
        output: Receiver<(Instant, Vec<u8>)>,
        screen: RefCell<vt100::Parser>,
        begun: Instant,
    }

    /// What came until nothing more did.
    struct Frame {
        /// When the last of it came.
        last: Instant,
        bytes: usize,
    }

    impl Window {
        fn open(program: &Program) -> Self {
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
        fn frame(&self, patience: Duration) -> Option<Frame> {
            let (mut last, first) = self.output.recv_timeout(patience).ok()?;
            let mut all = first;
            while let Ok((at, more)) = self.output.recv_timeout(QUIET) {
                last = at;
                all.extend(more);
            }
            self.screen.borrow_mut().process(&all);
            Some(Frame { last, bytes: all.len() })
        }

        fn shows(&self, text: &str) -> bool {
            self.screen.borrow().screen().contents().contains(text)
        }

        fn press(&mut self, keys: &str) -> Instant {
            let at = Instant::now();
            self.keyboard.write_all(keys.as_bytes()).expect("it takes keys");
            self.keyboard.flush().expect("it takes keys");
            at
        }

        /// Presses keys one by one, each when the frame of the one before stands.
        fn follow(&mut self, keys: &[&str]) {
            for key in keys {
                self.press(key);
                self.frame(PATIENCE).expect("a key is answered");
            }
        }

        /// Waits until nothing happens any more.
        fn settle(&self) {
            while self.frame(Duration::from_millis(400)).is_some() {}
        }

        /// A figure of the process, from what Linux tells of it.
        fn status(&self, name: &str) -> Option<u64> {
            let id = self.child.process_id()?;
            figure(&fs::read_to_string(format!("/proc/{id}/status")).ok()?, name)
        }

        /// How often its threads were woken, or sent away.
        fn switches(&self) -> Option<u64> {
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

    /// What is started.
    struct Program {
        name: &'static str,
        path: PathBuf,
        arguments: Vec<String>,
        /// The folder with the sessions, for tilldoc.
        data: Option<PathBuf>,
        language: &'static str,
        /// What leads to the screen on which keys are measured.
        way: &'static [&'static str],
    }

    /// The languages that are measured, as systems name them.
    const ENGLISH: &str = "en_GB.UTF-8";
    const CHINESE: &str = "zh_CN.UTF-8";

    /// tilldoc; bare, and bare that reads in a thread of its own; and the menus that are installed.
    fn programs(folder: &Path) -> Option<(Program, [Program; 2], Vec<Program>)> {
        let path = tilldoc();
        let bare = path.parent()?.join("examples/bare");
        if !bare.exists() {
            println!("{} is not there: cargo build --release --example bare", bare.display());
            return None;
        }
        let data = Some(folder.to_owned());
        let tilldoc = Program {
            name: "tilldoc",
            path,
            arguments: Vec::new(),
            data,
            language: ENGLISH,
            way: &TO_QUESTION,
        };
        let bare = |name, arguments: &[&str]| Program {
            name,
            path: bare.clone(),
            arguments: arguments.iter().copied().map(str::to_owned).collect(),
            data: None,
            language: "",
            way: &[],
        };
        let bare = [bare("bare", &[]), bare("bare, woken", &["woken"])];
        let menu = |name| {
            let mut arguments =
                ["--menu", "What do you see?", "20", "70", "12"].map(str::to_owned).to_vec();
            arguments.extend(
                (1..=12).flat_map(|at| [at.to_string(), "a line of a plain list".to_owned()]),
            );
            let found = env::split_paths(&env::var_os("PATH")?)
                .map(|own| own.join(name))
                .find(|own| own.exists());
            if found.is_none() {
                println!("{name} is not installed: not compared");
            }
            Some(Program { name, path: found?, arguments, data: None, language: "", way: &[] })
        };
        Some((tilldoc, bare, ["dialog", "whiptail"].into_iter().filter_map(menu).collect()))
    }

    fn tilldoc() -> PathBuf {
        let built = PathBuf::from(env!("CARGO_BIN_EXE_tilldoc"));
        env::var_os("TERMINAL_FOLDER").map_or(built, |folder| PathBuf::from(folder).join("tilldoc"))
    }

    /// A database with a session that has come to its end: it is there, and nothing is offered first.
    fn keep_a_session(folder: &Path) {
        let guide = format!("{}/tests/guides/small", env!("CARGO_MANIFEST_DIR"));
        let mut child = Command::new(tilldoc())
            .args(["--lang", "en", "--guide", &guide, "plain", "--data"])
            .arg(folder.join("kept"))
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .expect("it starts");
        let mut keyboard = child.stdin.take().expect("it has an input");
        keyboard.write_all(b"1\n2\n1\nq\n").expect("it reads");
        drop(keyboard);
        assert!(child.wait().expect("it ends").success(), "the session reaches a remedy");
    }

    fn median(mut all: Vec<f64>) -> f64 {
        all.sort_by(f64::total_cmp);
        all.get(all.len() / 2).copied().unwrap_or(f64::NAN)
    }

    fn milliseconds(from: Instant, to: Instant) -> f64 {
        to.saturating_duration_since(from).as_secs_f64() * 1e3
    }

    /// Milliseconds from the start to the first whole frame, and from a key to the frame that answers it.
    fn run(program: &Program, keys: bool) -> (f64, f64) {
        let mut window = Window::open(program);
        let first = window.frame(PATIENCE).expect("a first frame");
        let first = milliseconds(window.begun, first.last);
        if !keys {
            return (first, f64::NAN);
        }
        window.follow(program.way);
        window.settle();
        let pressed = (0..PRESSES).map(|at| {
            let key = if at % 2 == 0 { "\u{1b}[B" } else { "\u{1b}[A" };
            let at = window.press(key);
            milliseconds(at, window.frame(PATIENCE).expect("a key is answered").last)
        });
        (first, median(pressed.collect()))
    }

    fn number(name: &str, otherwise: usize) -> usize {
        env::var(name).ok().and_then(|own| own.parse().ok()).unwrap_or(otherwise)
    }

    fn line(what: &str, told: &str, bar: &str, met: bool) {
        println!("{what:<46} {told:<44} {bar:<22} {}", if met { "met" } else { "MISSED" });
    }

    pub(super) fn main() {
        let folder = env::temp_dir().join(format!("tilldoc-terminal-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        if let Some((mut tilldoc, bare, menus)) = programs(&folder) {
            keep_a_session(&folder);
            speed(&tilldoc, &bare, &menus);
            bytes(&tilldoc);
            tilldoc.language = CHINESE;
            bytes(&tilldoc);
            tilldoc.language = ENGLISH;
            memory(&tilldoc, &bare[0]);
            idle(&tilldoc);
            let size = fs::metadata(&tilldoc.path).map_or(0, |own| own.len());
            let told = format!("{:.2} MB", size as f64 / 1e6);
            line("executable, stripped", &told, "8 MB at most", size <= 8_000_000);
        }
        let _ = fs::remove_dir_all(folder);
    }

    fn speed(tilldoc: &Program, bare: &[Program; 2], menus: &[Program]) {
        let runs = number("TERMINAL_RUNS", 31);
        let all: Vec<&Program> = std::iter::once(tilldoc).chain(bare).chain(menus).collect();
        let mut taken = vec![(Vec::new(), Vec::new()); all.len()];
        // The first round only fills the caches of the system.
        for round in 0..=runs {
            for (program, (first, key)) in all.iter().zip(&mut taken) {
                let is_menu = menus.iter().any(|menu| menu.name == program.name);
                let (started, answered) = run(program, !is_menu);
                if round > 0 {
                    first.push(started);
                    key.push(answered);
                }
            }
        }
        let medians: Vec<(f64, f64)> =
            taken.into_iter().map(|(first, key)| (median(first), median(key))).collect();
        let (own, least, woken) = (medians[0], medians[1], medians[2]);
        println!("medians of {runs} runs in turns, 80x24\n");
        for (program, other) in all.iter().zip(&medians).skip(1) {
            if program.name == bare[1].name {
                continue;
            }
            let ratio = own.0 / other.0;
            let (bar, met) = if program.name == "bare" {
                ("1.5x at most", ratio <= 1.5)
            } else {
                ("1x at most", ratio <= 1.0)
            };
            let told =
                format!("{:.2} ms / {} {:.2} ms = {ratio:.2}x", own.0, program.name, other.0);
            line("exec to first whole frame, store open", &told, bar, met);
        }
        let ratio = own.1 / least.1;
        let told = format!("{:.2} ms / bare {:.2} ms = {ratio:.2}x", own.1, least.1);
        line("key to frame, question screen", &told, "1.5x at most", ratio <= 1.5);
        let (taken, ratio) = (woken.1, woken.1 / least.1);
        println!(
            "    of it for one thread that wakes another: bare that does so {taken:.2} ms = {ratio:.2}x"
        );
    }

    /// A window of tilldoc at a question.
    fn at_a_question(tilldoc: &Program) -> Window {
        let mut window = Window::open(tilldoc);
        window.frame(PATIENCE).expect("a first frame");
        window.follow(&TO_QUESTION);
        window.settle();
        window
    }

    /// What one answer writes, with all that follows from it until nothing more comes.
    fn bytes(tilldoc: &Program) {
        let mut window = at_a_question(tilldoc);
        let answers: Vec<usize> = (0..4)
            .map(|_| {
                window.press("1");
                let mut bytes = 0;
                while let Some(frame) = window.frame(Duration::from_millis(400)) {
                    bytes += frame.bytes;
                }
                bytes
            })
            .collect();
        let most = answers.iter().max().copied().unwrap_or_default();
        let told = format!("{answers:?}");
        line(
            &format!("bytes written for one answer ({})", tilldoc.language),
            &told,
            "under 2000",
            most < 2_000,
        );
    }

    fn memory(tilldoc: &Program, bare: &Program) {
        let mut window = at_a_question(tilldoc);
        for _ in 0..12 {
            if !window.shows("Did it work?") {
                window.follow(&["1"]);
            }
        }
        assert!(window.shows("Did it work?"), "no remedy was reached");
        window.settle();
        let mut least = Window::open(bare);
        least.frame(PATIENCE).expect("a first frame");
        least.follow(&["\u{1b}[B", "\u{1b}[A"]);
        let peaks = window.status("VmHWM").zip(least.status("VmHWM"));
        let Some((own, bare)) = peaks else {
            println!("peak memory: this system does not tell it");
            return;
        };
        let ratio = own as f64 / bare as f64;
        let told = format!("{own} kB / bare {bare} kB = {ratio:.2}x");
        line("peak memory, at a remedy", &told, "4x at most", ratio <= 4.0);
    }

    fn idle(tilldoc: &Program) {
        let window = at_a_question(tilldoc);
        let seconds = number("TERMINAL_IDLE", 10);
        let before = window.switches();
        thread::sleep(Duration::from_secs(seconds as u64));
        let after = window.switches();
        let bytes: usize = window.output.try_iter().map(|(_, bytes)| bytes.len()).sum();
        let woken = before.zip(after).map(|(before, after)| after - before);
        let told = match woken {
            Some(woken) => format!("{bytes} bytes, {woken} switches of context"),
            None => format!("{bytes} bytes (switches of context are not told here)"),
        };
        line(
            &format!("doing nothing for {seconds} s"),
            &told,
            "none",
            bytes == 0 && woken.unwrap_or(0) == 0,
        );
    }
}
