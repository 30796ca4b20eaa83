//! What is measured, and how it is told.

use super::window::{PATIENCE, Program, Window};
use std::{
    env, fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// Key presses that are measured in one run.
const PRESSES: usize = 21;
/// From the home screen of the built-in guide to a question, and on to a remedy.
const TO_QUESTION: [&str; 3] = ["1", "3", "1"];

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
        arguments
            .extend((1..=12).flat_map(|at| [at.to_string(), "a line of a plain list".to_owned()]));
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
        let told = format!("{:.2} ms / {} {:.2} ms = {ratio:.2}x", own.0, program.name, other.0);
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
