//! How fast a long session is rebuilt from its events: `cargo bench --bench replay [-- EVENTS]`.
//!
//! Prints a table only: nothing depends on how fast this machine is today. The bar is 10 ms for 10,000
//! events.
#![expect(clippy::print_stdout, reason = "the table is what it is run for")]

use jiff::{SignedDuration, Timestamp};
use std::{
    hint::black_box,
    sync::Arc,
    time::{Duration, Instant},
};
use tilldoc::{
    guide::{Guide, Kind, Response, builtin_sources, read},
    session::{Entry, Event, Place, Recorded, Session, Verdict},
};

/// What the clerk of a session does, in shares of 100.
struct Habit {
    name: &'static str,
    back: u64,
    change: u64,
    note: u64,
}

const HABITS: [Habit; 4] = [
    Habit { name: "answers, and back", back: 30, change: 0, note: 0 },
    Habit { name: "answers changed", back: 15, change: 30, note: 0 },
    Habit { name: "a bit of everything", back: 20, change: 10, note: 10 },
    Habit { name: "notes alone", back: 0, change: 0, note: 100 },
];

const NOTE: &str = "客人在等，换过电源线，灯是红的；客服说 10 分钟后回电 card 4111 1111 1111 1111";

/// A repeatable stream of numbers.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit.max(1)
    }
}

/// A session with so many events, as its transcript.
fn session(guide: &Arc<Guide>, habit: &Habit, events: usize) -> Option<Vec<Recorded>> {
    let mut numbers = Numbers(7);
    let mut now = Timestamp::UNIX_EPOCH;
    let mut session = Session::start(Arc::clone(guide), Entry::CheckEverything, now).ok()?;
    while session.transcript().len() < events {
        now += SignedDuration::from_secs(1);
        let share = numbers.below(100);
        if share < habit.note {
            session.note(NOTE, now).ok()?;
            continue;
        }
        let share = share - habit.note;
        let event = if share < habit.back {
            Event::Back
        } else if share < habit.back + habit.change {
            changed(&session, &mut numbers).unwrap_or(Event::Back)
        } else {
            onward(&session, &mut numbers)
        };
        // What can't be done there is not done.
        let _ = session.act(event, now);
    }
    Some(session.transcript().to_vec())
}

fn changed(session: &Session, numbers: &mut Numbers) -> Option<Event> {
    let path = session.state().path();
    let id = &path[numbers.below(path.len() as u64) as usize];
    let question = session.guide().question(id)?;
    let at = numbers.below(question.answers.len() as u64) as usize;
    let response = Response::Answer(question.answers.get(at)?.id.clone());
    Some(Event::Changed { question: id.clone(), response })
}

fn onward(session: &Session, numbers: &mut Numbers) -> Event {
    match session.place() {
        Place::Question(question) => {
            let at = numbers.below(question.answers.len() as u64) as usize;
            let response = match (question.kind, question.answers.get(at)) {
                (Kind::Code, _) | (_, None) => Response::UnlistedCode("ZZ".to_owned()),
                (_, Some(answer)) => Response::Answer(answer.id.clone()),
            };
            Event::Answered { question: question.id.clone(), response }
        }
        Place::Remedy(remedy) => {
            let verdict = Verdict::ALL[numbers.below(3) as usize];
            Event::Tried { remedy: remedy.id.clone(), verdict }
        }
        Place::End(_) => Event::Back,
    }
}

/// The median of some runs.
fn median(mut run: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..15)
        .map(|_| {
            let begun = Instant::now();
            run();
            begun.elapsed()
        })
        .collect();
    times.sort();
    times[times.len() / 2]
}

fn main() {
    let events = std::env::args().find_map(|own| own.parse().ok()).unwrap_or(10_000);
    let guide = Arc::new(read(&builtin_sources()).guide);
    println!("{:<22} {:>8} {:>10} {:>10}", "session", "events", "replay", "from JSON");
    for habit in &HABITS {
        let Some(transcript) = session(&guide, habit, events) else { continue };
        let replay = |transcript: Vec<Recorded>| Session::replay(Arc::clone(&guide), transcript);
        let mut copies: Vec<_> = (0..15).map(|_| transcript.clone()).collect();
        let time = median(|| drop(black_box(replay(copies.pop().unwrap_or_default()))));
        let json = serde_json::to_string(&transcript).unwrap_or_default();
        let read = median(|| {
            drop(black_box(serde_json::from_str(&json).map(replay)));
        });
        println!(
            "{:<22} {:>8} {:>7.2} ms {:>7.2} ms",
            habit.name,
            transcript.len(),
            time.as_secs_f64() * 1e3,
            read.as_secs_f64() * 1e3
        );
    }
}
