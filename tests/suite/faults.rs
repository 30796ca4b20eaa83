//! A disk that fails under random sessions: nothing is lost that was shown as kept, the screen never
//! waits for the disk, and says what is wrong.
//!
//! What fails is the lowest that a program can be given without being changed: between the C library
//! and the kernel, by `tests/suite/support/faults.c`. So all that `SQLite` makes of a short write, and
//! all that the journal makes of what it says, is the real thing. The tests run themselves once more
//! as a child that has it loaded.

use crate::{
    journal::shown,
    support::{
        faults::{PATIENCE, Plan, has, in_child, library, own_plan},
        hands::{Room, Seen},
        keys::inputs,
        program::program,
        seen::NOODLES,
        stage, trainee,
    },
};
use fastrand::Rng;
use jiff::{SignedDuration, tz::TimeZone};
use rusqlite::Connection;
use std::{collections::BTreeSet, env, path::Path, time::Duration};
use tilldoc::{
    drilling::Trainer,
    store::{Place, Store},
    training::{Mode, TraineeName},
    tui::{First, Input},
};

fn room(lang: &'static str) -> Room {
    let step = SignedDuration::from_secs(1);
    let (guide, trainer) = (stage::small_guide(), Trainer::default());
    Room { lang, guide, trainer, first: First::Home, step }
}

/// What the screen says of keeping.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    Kept,
    Soon,
    Not,
    /// No session is on the screen, or it says nothing.
    None,
}

/// Whether a session is on the screen: then its steps are.
fn in_session(seen: &Seen) -> bool {
    let steps = [["电源", "限额", "联系银行"], ["Power", "Limits", "Bank contact"]];
    steps.iter().any(|steps| steps.iter().all(|step| seen.shows(step)))
}

fn word(seen: &Seen) -> Word {
    let rows = seen.rows();
    let says = |text: &str| rows.iter().any(|row| row.contains(text));
    let bar = rows.first().map(String::as_str).unwrap_or_default();
    let not = says("记录存不下") || says("Not kept: ");
    if not || bar.contains("未记录") || bar.contains("not kept") {
        Word::Not
    } else if bar.contains("记录中") || bar.contains("keeping") {
        Word::Soon
    } else if bar.contains("已记录") || bar.contains("  kept  ") {
        Word::Kept
    } else {
        Word::None
    }
}

/// One who presses keys at random, and writes notes.
struct Clerk {
    random: Rng,
    /// The note that was typed last, until the screen says whether it was taken.
    typed: Option<String>,
    /// The notes that were taken.
    taken: Vec<String>,
    /// Those of them that were shown as kept.
    kept: BTreeSet<String>,
    steps: usize,
}

impl Clerk {
    fn new(seed: u64) -> Self {
        let random = Rng::with_seed(seed);
        Self { random, typed: None, taken: Vec::new(), kept: BTreeSet::new(), steps: 0 }
    }

    /// What is pressed next.
    fn press(&mut self, seen: &Seen) -> Vec<Input> {
        self.steps += 1;
        match self.random.u8(0..20) {
            0..=9 => inputs(&self.random.u8(1..6).to_string()),
            10..=13 => {
                let note = format!("note-{}-", self.steps);
                let keys = inputs(&format!("n{note}<esc>"));
                self.typed = Some(note);
                keys
            }
            14 | 15 => inputs("<esc>"),
            16 => inputs("<f2>"),
            17 => inputs("r"),
            18 => inputs("<down><enter>"),
            _ => {
                let (width, height) = (self.random.u16(70..120), self.random.u16(20..40));
                vec![seen.resize(width, height)]
            }
        }
    }

    /// Holds what the screen says against the disk.
    fn look(&mut self, seen: &Seen, data: &Path) {
        let added = seen.shows("备注已加上") || seen.shows("The note is added.");
        self.taken.extend(self.typed.take().filter(|_| added));
        let said = word(seen);
        assert!(said != Word::None || !in_session(seen), "no word of it:\n{}", seen.text());
        if said == Word::Kept {
            for note in self.taken.iter().filter(|note| !self.kept.contains(*note)) {
                assert!(has(data, note), "{note} is shown as kept and is not:\n{}", seen.text());
            }
            self.kept = self.taken.iter().cloned().collect();
        }
    }
}

/// What random sessions have come to.
#[derive(Default)]
struct Sum {
    kept: usize,
    not: usize,
}

/// Plays a random session while the disk fails as random plans say.
fn fail_at_random(plan: &Plan, seed: u64, sum: &mut Sum) {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path();
    let mut clerk = Clerk::new(seed);
    let mut random = Rng::with_seed(seed ^ 0xD15C);
    let (heals, lang) = (random.bool(), ["zh", "en"][usize::from(random.bool())]);
    let mut begun = false;
    let ledger = room(lang).run(data, |seen| {
        clerk.look(seen, data);
        sum.not += usize::from(word(seen) == Word::Not);
        let told = seen.told();
        if !told.is_empty() {
            return Some(told);
        }
        if clerk.steps >= 40 {
            // At the end the disk may be as broken as it was.
            if heals {
                plan.set("none");
            }
            return None;
        }
        if !begun {
            begun = true;
            return Some(inputs("111"));
        }
        if random.u8(0..4) == 0 {
            let kind = ["none", "none", "none", "eio", "enospc", "short"][random.usize(0..6)];
            plan.set(&format!("{kind} {} {}", random.u8(0..12), random.u8(0..3)));
        }
        // Now and then the disk is waited for.
        if random.u8(0..3) == 0 && word(seen) == Word::Soon {
            return seen.wait(PATIENCE).map(|told| vec![told]);
        }
        Some(clerk.press(seen))
    });
    plan.set("none");
    sum.kept += clerk.kept.len();
    let db = Connection::open(data.join("tilldoc.db")).expect("it opens");
    for (session, events) in ledger {
        let count = "SELECT count(*) FROM events WHERE session = ?1";
        let there: i64 =
            db.query_row(count, [session.0], |row| row.get(0)).expect("it can be read");
        let there = there as usize;
        assert!(there >= events, "seed {seed}: {events} of {session} were told, {there} are there");
    }
    for note in clerk.taken.iter().filter(|note| heals || clerk.kept.contains(*note)) {
        assert!(has(data, note), "seed {seed}: {note} was shown as kept and is lost");
    }
    let place = Place::new(Some(data)).expect("a path");
    assert!(place.set_aside().is_empty(), "seed {seed}: a fault is taken for damage");
    let said: String =
        db.query_row("PRAGMA integrity_check", [], |row| row.get(0)).expect("checked");
    assert_eq!(said, "ok", "seed {seed}");
}

#[test]
fn whatever_fails_nothing_is_lost_that_was_shown_as_kept() {
    in_child("child_random_faults");
}

#[test]
#[ignore = "run by another test, with a disk that fails"]
fn child_random_faults() {
    let Some(plan) = own_plan() else { return };
    let many = env::var("TILLDOC_TEST_SEEDS").ok().and_then(|many| many.parse().ok());
    let many = many.unwrap_or(30);
    let mut sum = Sum::default();
    (0..many).for_each(|seed| fail_at_random(&plan, seed, &mut sum));
    // Both happen, or nothing was tested.
    assert!(sum.kept > 15 && sum.not > 15, "{} kept, {} frames without", sum.kept, sum.not);
}

/// Notes in the full screen while the disk hangs: each is on the screen before the disk answers.
#[test]
fn while_the_disk_hangs_every_key_has_its_frame_and_the_screen_says_so() {
    in_child("child_hanging_disk");
}

#[test]
#[ignore = "run by another test, with a disk that hangs"]
fn child_hanging_disk() {
    let Some(plan) = own_plan() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path();
    let mut stage = 0;
    let mut longest = Duration::ZERO;
    room("zh").run(data, |seen| {
        stage += 1;
        match stage {
            1 => return Some(inputs("111")),
            // All is well, and then it hangs.
            2 => return Some(wait_for(seen, Word::Kept, &mut stage)),
            3 => {
                plan.set("hang 0 1");
                return Some(inputs("nfirst<esc>"));
            }
            4 => {
                plan.wait_until_it_hangs();
                seen.frames.clear();
            }
            _ => {}
        }
        let keys = ["n第二条<esc>", "<esc>", "1", "r", "<esc>", "<f2>", "<f2>", "/", "<esc>", "?"];
        match stage {
            4..14 => {
                assert!(plan.hangs(), "the disk was waited for");
                assert!(!in_session(seen) || word(seen) == Word::Soon, "{}", seen.text());
                Some(inputs(keys[stage - 4]))
            }
            14 => {
                longest = seen.frames.iter().copied().max().unwrap_or_default();
                // Now it says why, on a screen that has nothing to do with the session as well.
                Some(vec![seen.wait(PATIENCE).expect("a word")])
            }
            15 => {
                assert!(plan.hangs(), "the disk answered");
                assert!(seen.shows("磁盘没有反应"), "{}", seen.text());
                plan.set("none");
                Some(inputs("<esc>"))
            }
            _ if word(seen) != Word::Kept => seen.wait(PATIENCE).map(|told| vec![told]),
            _ => None,
        }
    });
    assert!(has(data, "first") && has(data, "第二条"));
    #[expect(clippy::print_stdout, reason = "a figure, for who runs it alone")]
    {
        println!("the longest of ten frames while the disk hung: {longest:?}");
    }
}

#[test]
fn while_the_disk_hangs_a_drill_goes_on() {
    in_child("child_hanging_drill");
}

#[test]
#[ignore = "run by another test, with a disk that hangs"]
fn child_hanging_drill() {
    let Some(plan) = own_plan() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let place = Place::new(Some(folder.path())).expect("a path");
    let name = TraineeName::parse("Li Wei").expect("a name");
    // There is a database with the trainee before anything hangs.
    let mut store = Store::open(&place, &TimeZone::UTC).expect("it opens");
    store.trainee(&name, stage::first_time()).expect("written");
    drop(store);
    let trainer = trainee::kept(place, name);
    let first = First::Training(Some(NOODLES.to_owned()), Some(Mode::Practice));
    let room = Room { trainer, first, ..room("en") };
    let (mut turn, mut begun, mut said) = (0, 0, false);
    room.run(folder.path(), |seen| {
        if !plan.hangs() {
            // Until something happens that is to be kept.
            begun += 1;
            assert!(begun < 400, "nothing is written, or the disk was waited for\n{}", seen.text());
            // Once: a plan that is written anew lets go of what hangs.
            if begun == 1 {
                plan.set("hang 0 1");
            }
            std::thread::sleep(Duration::from_millis(10));
            return Some(inputs("1"));
        }
        turn += 1;
        // Once, until the next key, in the language of that moment; where the keys are slow, before the
        // tenth of them.
        for (what, why) in
            [("The drill is not kept:", "disk does not answer"), ("成绩没存下：", "磁盘没有反应")]
        {
            if seen.shows(what) {
                assert!(seen.shows(why), "{}", seen.text());
                said = true;
            }
        }
        if turn > 10 && said {
            plan.set("none");
            return None;
        }
        assert!(turn < 1_000, "it is never said\n{}", seen.text());
        if turn > 10 {
            std::thread::sleep(Duration::from_millis(50));
        }
        Some(inputs(["?", "<esc>", "1", "<f2>", "<f2>"][turn % 5]))
    });
    assert!(turn > 10);
}

/// What is told until the screen has this word; `stage` stays where it is meanwhile.
fn wait_for(seen: &Seen, wanted: Word, stage: &mut usize) -> Vec<Input> {
    if word(seen) == wanted {
        return Vec::new();
    }
    *stage -= 1;
    vec![seen.wait(PATIENCE).expect("it tells something")]
}

/// The real program in lines on a failing disk, killed now and then.
#[test]
fn the_program_in_lines_keeps_what_it_says_and_says_what_it_does_not_keep() {
    let Some(library) = library() else { return };
    let mut not = 0;
    for (at, kind) in ["eio", "enospc", "short"].iter().cycle().take(9).enumerate() {
        let folder = tempfile::tempdir().expect("a folder");
        let plan = Plan::new(folder.path());
        plan.set(&format!("{kind} {} 2", 20 + at * 17));
        let data = folder.path().join("data");
        let notes: Vec<String> = (0..12).map(|note| format!("n line-{note}-\n")).collect();
        let notes = notes.concat();
        let said = lines(library, &plan, folder.path(), &format!("1\n{notes}q\n"));
        not += said.matches("[Not kept on disk").count();
        for note in shown(&said) {
            assert!(has(&data, note), "{kind}: {note}\n{said}");
        }
    }
    assert!(not > 0, "no fault was met");
}

/// What the program in lines says to these.
fn lines(library: &Path, plan: &Plan, folder: &Path, typed: &str) -> String {
    let guide = format!("{}/tests/guides/small", env!("CARGO_MANIFEST_DIR"));
    let arguments = ["--lang", "en", "--guide", &guide, "plain"];
    let environment = [("LD_PRELOAD", library.as_os_str()), ("FAULTS", plan.0.as_ref())];
    let done = program(folder, &arguments, &environment, typed.as_bytes());
    String::from_utf8_lossy(&done.stdout).into_owned()
}
