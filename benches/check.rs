//! What checking a guide costs beside parsing it: `cargo bench --bench check`.
//!
//! For each size the same files are parsed by `toml` alone (`DeTable`, each dropped before the next)
//! and checked by all rules, in turn on one thread; the best of several runs counts. Where the system
//! tells it (Linux), what counts is the time that the thread had a processor, so that other programs
//! don't. Beside each time stands how many times that of the size before it is: ten times the questions
//! would be ten times the time, were memory as near as before. Prints a table only: nothing depends on how fast this machine is today. Where `taplo` is at
//! hand, it lints the built-in guide with our schema beside `tilldoc guide check`.
#![expect(clippy::print_stdout, reason = "the table is what it is run for")]

#[path = "support/big_guide.rs"]
mod big_guide;

use big_guide::big_guide;
use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};
use tilldoc::guide::{SourceFile, check};
use toml::de::DeTable;

/// How many questions the guides have.
const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

fn main() {
    println!(
        "questions       MB  parse (ms)          check (ms)          ratio  check, per question (µs)"
    );
    let mut before: Option<[f64; 2]> = None;
    for questions in SIZES {
        let files = big_guide(questions);
        let bytes: usize = files.iter().map(|file| file.text.len()).sum();
        let rounds = (200_000 / questions).clamp(3, 20);
        let mut best = [Duration::MAX; 2];
        for _ in 0..rounds {
            best[0] = best[0].min(time(|| parse(&files)));
            best[1] = best[1].min(time(|| check(&files).findings.len()));
        }
        let times = best.map(|time| time.as_secs_f64() * 1e3);
        let [parse, check] = times;
        let grown = |at: usize| {
            before.map_or(String::new(), |before| format!("({:.1}x)", times[at] / before[at]))
        };
        println!(
            "{questions:>9} {:>8.1} {parse:>11.1} {:>7} {check:>11.1} {:>7} {:>6.2} {:>25.2}",
            bytes as f64 / 1e6,
            grown(0),
            grown(1),
            check / parse,
            check * 1e3 / questions as f64,
        );
        before = Some(times);
    }
    beside_taplo();
}

/// The whole programs on the built-in guide, each with a close look of its kind.
fn beside_taplo() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let guide = root.join("content/pos");
    let Ok(entries) = fs::read_dir(&guide) else { return };
    let all = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let files = all.filter(|path| path.extension().is_some_and(|ending| ending == "toml"));
    let mut taplo = Command::new("taplo");
    let schema = format!("file://{}", root.join("content/guide.schema.json").display());
    taplo.args(["lint", "--schema", &schema]).args(files);
    let mut own = Command::new(env!("CARGO_BIN_EXE_tilldoc"));
    own.args(["guide", "check"]).arg(&guide);
    let mut best = [Duration::MAX; 2];
    for _ in 0..10 {
        for (command, best) in [&mut taplo, &mut own].into_iter().zip(&mut best) {
            command.stdout(Stdio::null()).stderr(Stdio::null());
            let start = Instant::now();
            if !command.status().is_ok_and(|status| status.success()) {
                println!("taplo is not at hand");
                return;
            }
            *best = (*best).min(start.elapsed());
        }
    }
    let [taplo, own] = best.map(|time| time.as_secs_f64() * 1e3);
    println!("the built-in guide: taplo lint {taplo:.0} ms, tilldoc guide check {own:.0} ms");
}

/// How long something takes, its value's end included.
fn time<T>(act: impl FnOnce() -> T) -> Duration {
    let (start, busy) = (Instant::now(), on_processor());
    std::hint::black_box(act());
    match (busy, on_processor()) {
        (Some(before), Some(after)) => after.saturating_sub(before),
        _ => start.elapsed(),
    }
}

/// How long this thread has had a processor.
fn on_processor() -> Option<Duration> {
    // Linux adds up what a thread has had when it gives the processor away, else only every few
    // milliseconds: the fastest of many short runs would seem faster than it is.
    thread::sleep(Duration::from_micros(1));
    let stat = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    stat.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

/// Parses every file and lets go of it.
fn parse(files: &[SourceFile]) -> usize {
    let keys =
        |file: &SourceFile| DeTable::parse(&file.text).map_or(0, |root| root.get_ref().len());
    files.iter().map(keys).sum()
}
