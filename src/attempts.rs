//! Attempts kept in the database, by a thread of their own: no key waits for the disk.

use crate::{
    drilling::Attempts,
    store::{Place, Store, StoreError},
    texts::Texts,
    training::{AttemptId, AttemptStart, Drill, Happened, Marked, TraineeName, Worded},
};
use jiff::tz::TimeZone;
use std::{
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{Receiver, Sender, channel},
    },
    thread::{self, JoinHandle},
};

/// The attempts of one trainee. What was handed over is on the disk when it is dropped.
pub struct KeptAttempts {
    jobs: Option<Sender<Job>>,
    writer: Option<JoinHandle<()>>,
    place: Place,
    zone: TimeZone,
    name: TraineeName,
    /// The attempt that can be gone on with.
    open: Option<AttemptId>,
    /// What went wrong and is not said yet.
    wrong: Arc<Mutex<Option<StoreError>>>,
}

/// Something to write down.
enum Job {
    Begin(Box<AttemptStart>, Vec<Happened>),
    GoOn(AttemptId),
    Happened(Happened),
    Finished(Box<Marked>),
    Drop(AttemptId),
}

impl KeptAttempts {
    /// The attempts of a trainee in a database, which is opened when there is something to write.
    pub fn new(place: Place, zone: TimeZone, name: TraineeName) -> Self {
        let (jobs, asked) = channel();
        let wrong = Arc::default();
        let mut writer = Writer {
            place: place.clone(),
            zone: zone.clone(),
            name: name.clone(),
            store: None,
            attempt: None,
        };
        let told = Arc::clone(&wrong);
        let writer = thread::spawn(move || writer.run(&asked, &told));
        let (jobs, writer) = (Some(jobs), Some(writer));
        Self { jobs, writer, place, zone, name, open: None, wrong }
    }

    fn hand(&self, job: Job) {
        if let Some(jobs) = &self.jobs {
            // The thread lives as long as this does.
            let _ = jobs.send(job);
        }
    }

    /// The attempt that is not over; none where there is no database yet.
    fn stored(&self) -> Option<(AttemptId, Vec<Happened>)> {
        let store = Store::view(&self.place, &self.zone).ok()?;
        let trainee = store.find_trainee(&self.name).ok()??;
        let stored = store.unfinished_attempt(trainee.id).ok()??;
        let events = stored.events.iter().map(|event| serde_json::from_str(event));
        Some((stored.open.id, events.collect::<Result<_, _>>().ok()?))
    }
}

impl Attempts for KeptAttempts {
    fn begin(&mut self, drill: &Drill, language: &str) {
        let (guide, scenario) = (drill.guide(), drill.scenario());
        let start = AttemptStart {
            scenario: scenario.id.clone(),
            title: Worded::of(guide, &scenario.title),
            guide: guide.id.clone(),
            version: guide.version.clone(),
            mode: drill.terms().mode,
            language: language.to_owned(),
            began: drill.began(),
        };
        self.open = None;
        self.hand(Job::Begin(Box::new(start), drill.events().to_vec()));
    }

    fn happened(&mut self, own: &Happened) {
        if let Some(open) = self.open.take() {
            self.hand(Job::GoOn(open));
        }
        self.hand(Job::Happened(own.clone()));
    }

    fn finished(&mut self, marked: &Marked) {
        self.hand(Job::Finished(Box::new(marked.clone())));
    }

    fn unfinished(&mut self) -> Option<Vec<Happened>> {
        let (open, events) = self.stored()?;
        self.open = Some(open);
        Some(events)
    }

    fn give_away(&mut self) {
        if let Some(open) = self.open.take() {
            self.hand(Job::Drop(open));
        }
    }

    fn lasts(&self) -> bool {
        true
    }

    fn trouble(&mut self, texts: &Texts) -> Option<String> {
        let mut wrong = self.wrong.lock().unwrap_or_else(PoisonError::into_inner);
        wrong.take().map(|error| error.message(texts))
    }
}

impl Drop for KeptAttempts {
    fn drop(&mut self) {
        self.jobs = None;
        if let Some(writer) = self.writer.take() {
            // It has said what went wrong already.
            let _ = writer.join();
        }
    }
}

/// What the thread has at hand.
struct Writer {
    place: Place,
    zone: TimeZone,
    name: TraineeName,
    store: Option<Store>,
    attempt: Option<AttemptId>,
}

impl Writer {
    fn run(&mut self, asked: &Receiver<Job>, wrong: &Mutex<Option<StoreError>>) {
        for job in asked {
            if let Err(error) = self.write(job) {
                *wrong.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
            }
        }
    }

    fn write(&mut self, job: Job) -> Result<(), StoreError> {
        let attempt = self.attempt;
        let (place, zone) = (&self.place, &self.zone);
        let store = match &mut self.store {
            Some(store) => store,
            none => none.insert(Store::open(place, zone)?),
        };
        match job {
            Job::Begin(start, events) => {
                self.attempt = None;
                let trainee = store.trainee(&self.name, start.began)?;
                let begun = store.begin_attempt(trainee.id, &start)?;
                self.attempt = Some(begun);
                events.iter().try_for_each(|event| store.add_attempt_event(begun, event))
            }
            Job::GoOn(open) => {
                self.attempt = Some(open);
                Ok(())
            }
            Job::Happened(event) => {
                attempt.map_or(Ok(()), |own| store.add_attempt_event(own, &event))
            }
            Job::Finished(marked) => {
                attempt.map_or(Ok(()), |own| store.finish_attempt(own, &marked))
            }
            Job::Drop(open) => store.drop_attempt(open),
        }
    }
}
