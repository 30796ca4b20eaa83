//! A day of a clerk's use: memory, files and threads are at its end what they were at noon.

use crate::support::{
    hands::{Room, Seen},
    keys::inputs,
    stage, trainee,
};
use fastrand::Rng;
use jiff::SignedDuration;
use std::{env, fs, process::Command, thread, time::Duration};
use tilldoc::{
    store::Place,
    training::TraineeName,
    tui::{First, Input},
};

/// What the process holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Held {
    /// Memory in kB that is in use now.
    memory: usize,
    files: usize,
    threads: usize,
}

impl Held {
    /// The least of some looks: the desk may have the database open at one of them.
    fn now() -> Self {
        let looks = (0..5).map(|_| {
            thread::sleep(Duration::from_millis(5));
            Self::look()
        });
        looks.min_by_key(|held| held.files).expect("there are some")
    }

    fn look() -> Self {
        let status = fs::read_to_string("/proc/self/status").expect("Linux tells");
        let rss = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("told");
        let count = |path: &str| fs::read_dir(path).expect("Linux tells").count();
        Self {
            memory: rss.trim().trim_end_matches(" kB").parse().expect("a number"),
            files: count("/proc/self/fd"),
            threads: count("/proc/self/task"),
        }
    }
}

/// How much is done.
#[derive(Clone, Copy)]
struct Day {
    sessions: usize,
    events: usize,
}

/// A clerk who does everything that one can do at the wizard.
struct Clerk {
    random: Rng,
    day: Day,
    sessions: usize,
    /// Keys until the session is left.
    left: usize,
    /// How often Esc was pressed on the way home.
    leaving: usize,
    drills: usize,
    held: Vec<Held>,
}

/// The first words of the home screen, in both languages.
const HOME: [&str; 2] = ["刷卡机收不了款？", "The card terminal does not work?"];

impl Clerk {
    fn press(&mut self, seen: &Seen) -> Option<Vec<Input>> {
        if HOME.iter().any(|line| seen.shows(line)) {
            self.leaving = 0;
            return self.at_home(seen);
        }
        if self.left == 0 {
            self.leaving += 1;
            assert!(self.leaving < 400, "there is no way home:\n{}", seen.text());
            // Some screens ask first, and a drill is given up.
            let keys = match self.leaving % 16 {
                7 => "1",
                15 => "g3",
                _ => "<esc>",
            };
            return Some(inputs(keys));
        }
        self.left -= 1;
        Some(match self.random.u8(0..40) {
            0..=17 => inputs(["1", "2", "3"][self.random.usize(0..3)]),
            18..=25 => inputs("<left>"),
            26..=33 => inputs("n客人在等，换过电源<esc>"),
            34 => inputs("/51<esc>"),
            35 => inputs("r<esc>"),
            36 => inputs("?<esc>"),
            37 | 38 => inputs("<f2>"),
            _ => {
                let (width, height) = (self.random.u16(60..140), self.random.u16(20..50));
                vec![seen.resize(width, height)]
            }
        })
    }

    fn at_home(&mut self, seen: &Seen) -> Option<Vec<Input>> {
        let sixteenth = (self.day.sessions / 16).max(1);
        if self.sessions.is_multiple_of(sixteenth) && self.held.len() <= self.sessions / sixteenth {
            self.held.push(Held::now());
        }
        if self.sessions == self.day.sessions {
            return None;
        }
        Some(match self.random.u8(0..12) {
            0 => line(seen, &["以前的排查", "Earlier sessions"]),
            1 => line(seen, &["统计：", "Figures:"]),
            2 => {
                self.left = 12;
                self.drills += 1;
                line(seen, &["训练：", "Training:"])
            }
            _ => {
                self.sessions += 1;
                self.left = self.day.events / self.day.sessions * 5 / 2;
                line(seen, &["说不清：", "Not sure:"])
            }
        })
    }
}

/// The key of the line with one of these texts.
fn line(seen: &Seen, texts: &[&str]) -> Vec<Input> {
    let rows = seen.rows();
    let row = rows.iter().find(|row| texts.iter().any(|text| row.contains(text)));
    let row = row.unwrap_or_else(|| panic!("no {texts:?}\n{}", rows.join("\n")));
    inputs(&row.chars().find(char::is_ascii_digit).expect("lines have numbers").to_string())
}

/// Works for a day.
fn work(day: Day) {
    let folder = tempfile::tempdir().expect("a folder");
    let place = Place::new(Some(folder.path())).expect("a path");
    let name = TraineeName::parse("Li Wei").expect("a name");
    let trainer = trainee::kept(place, name);
    // A day has as many seconds however much is done in it.
    let step = SignedDuration::from_millis(
        86_400_000 / (i64::from(u32::try_from(day.events).unwrap_or(u32::MAX)) * 2),
    );
    let (lang, guide, first) = ("zh", stage::builtin_guide(), First::Home);
    let room = Room { lang, guide, trainer, first, step };
    let mut clerk = Clerk {
        random: Rng::with_seed(24),
        day,
        sessions: 0,
        left: 0,
        leaving: 0,
        drills: 0,
        held: Vec::new(),
    };
    let ledger = room.run(folder.path(), |seen| {
        seen.frames.clear();
        // What was asked is waited for now and then: else the desk never answers anything whole.
        let told = seen.told();
        if told.is_empty() { clerk.press(seen) } else { Some(told) }
    });
    let events: usize = {
        let db = rusqlite::Connection::open(folder.path().join("tilldoc.db")).expect("opens");
        let count = "SELECT count(*) FROM events";
        db.query_row(count, [], |row| row.get::<_, i64>(0)).expect("counted") as usize
    };
    report(&clerk, events);
    assert!(!ledger.is_empty() && events >= day.events * 7 / 10, "only {events} events");
    let (noon, end) = (clerk.held[clerk.held.len() / 2], clerk.held[clerk.held.len() - 1]);
    assert_eq!((noon.files, noon.threads), (end.files, end.threads), "{:?}", clerk.held);
    // Caches fill, and of each session the test notes its number; half a day of 1,000 sessions needs no more.
    let grown = end.memory.saturating_sub(noon.memory);
    assert!(grown <= 2_048, "{grown} kB more since noon: {:?}", clerk.held);
}

#[expect(clippy::print_stdout, reason = "figures, for who runs it alone")]
fn report(clerk: &Clerk, events: usize) {
    println!("{} sessions, {events} events, {} drills", clerk.sessions, clerk.drills);
    for (at, held) in clerk.held.iter().enumerate() {
        println!("{at:>2}/16: {} kB, {} files, {} threads", held.memory, held.files, held.threads);
    }
}

/// Runs one of the tests below alone in its process.
fn alone(name: &str) -> String {
    let done = Command::new(env::current_exe().expect("a test has a file"))
        .args(["--ignored", "--exact", "--nocapture", &format!("soak::{name}")])
        .env("TILLDOC_TEST_ALONE", "1")
        .output()
        .expect("it runs");
    let said = String::from_utf8_lossy(&done.stdout) + String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success() && said.contains("1 passed"), "{said}");
    said.into_owned()
}

#[test]
fn an_hour_of_use_leaves_nothing_behind() {
    alone("child_an_hour");
}

#[test]
#[ignore = "run by another test, alone in its process"]
fn child_an_hour() {
    if env::var_os("TILLDOC_TEST_ALONE").is_some() {
        work(Day { sessions: 96, events: 1_920 });
    }
}

/// `cargo test --test suite -- --ignored a_whole_day --nocapture`.
#[test]
#[ignore = "takes some minutes"]
#[expect(clippy::print_stdout, reason = "figures, for who runs it alone")]
fn a_whole_day_of_use_leaves_nothing_behind() {
    println!("{}", alone("child_a_whole_day"));
}

#[test]
#[ignore = "run by another test, alone in its process"]
fn child_a_whole_day() {
    if env::var_os("TILLDOC_TEST_ALONE").is_some() {
        work(Day { sessions: 2_000, events: 100_000 });
    }
}
