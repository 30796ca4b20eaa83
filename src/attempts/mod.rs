//! Attempts of a trainee in the database: each event is there before the drill goes on, unless the
//! disk keeps it waiting.
//!
//! The database belongs to a thread. What happens is handed to it and waited for, but no longer than
//! nobody notices: a disk that does not answer must not hold up a key.

mod book;

use crate::{
    crash,
    drilling::{Attempts, InMemory},
    history::mended_words,
    session::redact,
    store::{Place, StoreError},
    texts::Texts,
    training::{AttemptStart, CardId, CardState, Drill, Happened, Marked, TraineeName, Worded},
};
use book::{Book, Telling};
use jiff::{Timestamp, tz::TimeZone};
use std::{
    collections::BTreeMap,
    path::PathBuf,
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError,
        mpsc::{self, Sender},
    },
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

/// How long a key waits until what it did is kept.
const UNNOTICED: Duration = Duration::from_millis(50);
/// How long is waited for what was kept before: it is asked once, when training opens.
const LOOKING: Duration = Duration::from_secs(1);
/// After how long it is said that the disk does not answer.
const SLOW: Duration = Duration::from_secs(3);

type Order = Box<dyn FnOnce(&mut Book) + Send>;

/// Keeps the attempts of one trainee. Where that fails they last as long as the program runs.
///
/// Dropping it waits until everything is kept that can be.
pub struct Kept {
    /// What the thread begins with, until it does.
    book: Option<Book>,
    database: PathBuf,
    orders: Option<Sender<Order>>,
    thread: Option<JoinHandle<()>>,
    /// How many orders were given.
    given: u64,
    desk: Arc<Desk>,
    /// What it comes to where nothing can be kept.
    memory: InMemory,
    /// Since when the thread is behind, and whether that was said.
    behind: Option<(Instant, bool)>,
}

/// What both threads know.
#[derive(Default)]
struct Desk {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    /// How many orders are carried out.
    done: u64,
    fails: bool,
    news: Vec<Telling>,
}

impl Desk {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until so many orders are carried out; whether they are.
    fn wait(&self, given: u64, patience: Duration) -> bool {
        let waiting = |state: &mut State| state.done < given;
        let waited = self.changed.wait_timeout_while(self.state(), patience, waiting);
        waited.map_or_else(|poisoned| poisoned.into_inner().0, |(state, _)| state).done >= given
    }
}

impl Kept {
    /// Keeps attempts at a place, under the name of a trainee. Nothing is opened before it is needed.
    pub fn new(place: Place, zone: TimeZone, now: Timestamp, name: TraineeName) -> Self {
        let database = place.database();
        Self {
            book: Some(Book::new(place, zone, now, name)),
            database,
            orders: None,
            thread: None,
            given: 0,
            desk: Arc::default(),
            memory: InMemory::default(),
            behind: None,
        }
    }

    /// Has something done, and waits for it as long as nobody notices.
    fn order(&mut self, patience: Duration, order: impl FnOnce(&mut Book) + Send + 'static) {
        if let Some(book) = self.book.take() {
            self.begin_thread(book);
        }
        // Who has waited for the one before waits no more.
        let was_behind = self.desk.state().done < self.given;
        self.given += 1;
        if let Some(orders) = &self.orders {
            // It fails only where the thread is gone; then nothing is ever done.
            let _ = orders.send(Box::new(order));
        }
        let done = !was_behind && self.desk.wait(self.given, patience);
        self.behind = (!done).then(|| self.behind.unwrap_or_else(|| (Instant::now(), false)));
    }

    /// Asks for something that was kept, and waits for the answer for a while; none comes where the
    /// disk keeps it longer.
    fn ask<T: Send + 'static>(
        &mut self,
        ask: impl FnOnce(&mut Book) -> T + Send + 'static,
    ) -> Option<T> {
        let (answer, answered) = mpsc::channel();
        // Who asks may have gone on without it.
        self.order(LOOKING, move |book| drop(answer.send(ask(book))));
        answered.try_recv().ok()
    }

    fn begin_thread(&mut self, mut book: Book) {
        let (orders, receiver) = mpsc::channel::<Order>();
        let desk = Arc::clone(&self.desk);
        self.orders = Some(orders);
        self.thread = Some(thread::spawn(move || {
            for order in receiver {
                // Who trains goes on training: a defect in here is told like any other trouble.
                if crash::survive(|| order(&mut book)).is_none() {
                    book.defect();
                }
                let mut state = desk.state();
                state.done += 1;
                state.fails = book.fails();
                state.news.append(&mut book.news);
                drop(state);
                desk.changed.notify_all();
            }
            // The last chance of what could not be written.
            book.catch_up();
        }));
    }
}

impl Attempts for Kept {
    fn begin(&mut self, drill: &Drill, language: &str) {
        self.memory.begin(drill, language);
        let (guide, scenario) = (drill.guide(), drill.scenario());
        // The version is that of the guide when the drill began.
        let start = AttemptStart {
            scenario: scenario.id.clone(),
            title: Worded::of(guide, &scenario.title),
            guide: guide.id.clone(),
            version: guide.version.clone(),
            mode: drill.terms().mode,
            language: language.to_owned(),
            began: drill.began(),
        };
        let events = drill.events().to_vec();
        self.order(UNNOTICED, move |book| book.begin(start, events));
    }

    fn happened(&mut self, own: &Happened) {
        self.memory.happened(own);
        let own = own.clone();
        self.order(UNNOTICED, move |book| book.happened(own));
    }

    fn finished(&mut self, marked: &Marked) {
        self.memory.finished(marked);
        let marked = marked.clone();
        self.order(UNNOTICED, move |book| book.finished(marked));
    }

    fn unfinished(&mut self, guide: &str) -> Option<Vec<Happened>> {
        if let Some(events) = self.memory.unfinished(guide) {
            return Some(events);
        }
        let guide = guide.to_owned();
        self.ask(move |book| book.unfinished(&guide)).flatten()
    }

    fn marked(&mut self) -> Vec<Marked> {
        let kept = self.ask(Book::marked).flatten();
        kept.unwrap_or_else(|| self.memory.marked())
    }

    fn cards(&mut self) -> BTreeMap<CardId, CardState> {
        let kept = self.ask(Book::cards).flatten();
        kept.unwrap_or_else(|| self.memory.cards())
    }

    fn set_card(&mut self, card: &CardId, state: &CardState) {
        self.memory.set_card(card, state);
        let (card, state) = (card.clone(), state.clone());
        self.order(UNNOTICED, move |book| book.set_card(&card, &state));
    }

    fn give_away(&mut self) {
        self.memory.give_away();
        self.order(UNNOTICED, Book::give_away);
    }

    fn lasts(&self) -> bool {
        // What is on its way is waited for at the end.
        let slow = matches!(self.behind, Some((_, true)));
        !self.desk.state().fails && !slow
    }

    fn trouble(&mut self, texts: &Texts) -> Option<String> {
        let mut state = self.desk.state();
        let mut news = std::mem::take(&mut state.news);
        if state.done == self.given {
            self.behind = None;
        }
        drop(state);
        if let Some((since, said @ false)) = &mut self.behind
            && since.elapsed() > SLOW
        {
            *said = true;
            news.push(Telling::Failed(StoreError::Slow(self.database.clone())));
        }
        let said = news.into_iter().map(|own| match own {
            Telling::Mended(mended) => mended_words(&mended, texts),
            Telling::Failed(error) => {
                crate::tr!(texts, "drill-not-kept-why", why = error.message(texts))
            }
            Telling::Elsewhere => crate::tr!(texts, "drill-elsewhere"),
        });
        let said: Vec<String> = said.map(|text| redact(&text).text).collect();
        (!said.is_empty()).then(|| said.join(" "))
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        self.orders = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
