//! A drill under way with what keeps its attempt: the same for the full screen and for lines.

use crate::{
    guide::{Guide, Scenario},
    texts::Texts,
    training::{AttemptEvent, Drill, Happened, Marked, Mode, Refused, Stage, Terms, Unplayable},
};
use jiff::Timestamp;
use std::sync::Arc;

/// What keeps attempts. They are never among the shop's sessions.
pub trait Attempts {
    /// An attempt begins: all that has happened in it so far, in the language with this tag.
    fn begin(&mut self, drill: &Drill, language: &str);
    /// Something more has happened in it.
    fn happened(&mut self, own: &Happened);
    /// It is over.
    fn finished(&mut self, marked: &Marked);
    /// What has happened in the attempt that is not over.
    fn unfinished(&mut self) -> Option<Vec<Happened>>;
    /// Forgets the attempt that is not over: it can't be gone on with any more.
    fn give_away(&mut self);
    /// Whether it lasts when the program ends.
    fn lasts(&self) -> bool;
    /// Why the last of all this is not kept, in the words of `texts`; said once.
    fn trouble(&mut self, texts: &Texts) -> Option<String>;
}

/// Attempts that last as long as the program runs.
#[derive(Clone, Debug, Default)]
pub struct InMemory(Option<Vec<Happened>>);

impl Attempts for InMemory {
    fn begin(&mut self, drill: &Drill, _: &str) {
        self.0 = Some(drill.events().to_vec());
    }

    fn happened(&mut self, own: &Happened) {
        self.0.get_or_insert_default().push(own.clone());
    }

    fn finished(&mut self, _: &Marked) {
        self.0 = None;
    }

    fn unfinished(&mut self) -> Option<Vec<Happened>> {
        self.0.clone()
    }

    fn give_away(&mut self) {
        self.0 = None;
    }

    fn lasts(&self) -> bool {
        false
    }

    fn trouble(&mut self, _: &Texts) -> Option<String> {
        None
    }
}

/// What drills begin with.
pub struct Trainer {
    /// Gives the guide with its scenarios when they are needed first.
    pub guide: Box<dyn FnOnce() -> Arc<Guide>>,
    /// What keeps attempts.
    pub attempts: Box<dyn Attempts>,
    /// Who is trained; nobody in particular where no name was given.
    pub trainee: Option<String>,
    /// The pass mark.
    pub mark: f64,
}

impl Default for Trainer {
    fn default() -> Self {
        Self {
            guide: Box::new(Arc::default),
            attempts: Box::<InMemory>::default(),
            trainee: None,
            mark: Terms::MARK,
        }
    }
}

/// A drill under way.
#[derive(Clone, Debug)]
pub struct Drilling {
    drill: Drill,
    /// How many of its events the attempts know.
    kept: usize,
}

impl Drilling {
    /// Begins a drill.
    pub fn begin(
        guide: &Arc<Guide>,
        scenario: &Scenario,
        (mode, mark): (Mode, f64),
        (attempts, language): (&mut dyn Attempts, &str),
        at: Timestamp,
    ) -> Result<Self, Unplayable> {
        let best = scenario.play(guide).map_err(|(_, miss)| Unplayable::Misses(miss))?;
        let terms = match mode {
            Mode::Practice => Terms::practice(mark),
            Mode::Exam => Terms::exam(mark, best.questions()),
        };
        // Another order each time; nothing else hangs on it.
        let seed = at.as_nanosecond() as u64;
        let drill = Drill::begin(Arc::clone(guide), &scenario.id, terms, seed, at)?;
        attempts.begin(&drill, language);
        let kept = drill.events().len();
        Ok(Self { drill, kept })
    }

    /// Goes on with the attempt that is not over.
    pub fn go_on(guide: &Arc<Guide>, events: Vec<Happened>) -> Result<Self, Unplayable> {
        let drill = Drill::replay(Arc::clone(guide), events)?;
        let kept = drill.events().len();
        Ok(Self { drill, kept })
    }

    /// The drill.
    pub fn drill(&self) -> &Drill {
        &self.drill
    }

    /// Whether it can be gone on with.
    pub fn is_open(&self) -> bool {
        !self.drill.is_finished()
    }

    /// Does something and keeps it. Where the time is up, or the drill has come to its end, it is
    /// closed.
    pub fn act(
        &mut self,
        event: AttemptEvent,
        attempts: &mut dyn Attempts,
        at: Timestamp,
    ) -> Result<(), Refused> {
        let done = self.drill.act(event, at);
        let over = matches!(self.drill.stage(), Stage::Over(_)) || done == Err(Refused::TimeUp);
        if over && !self.drill.is_finished() {
            // It can be closed at any time before that.
            let _ = self.drill.act(AttemptEvent::Finished, at);
        }
        self.keep(attempts);
        done
    }

    /// Closes it where the time of an exam is up; whether it was.
    pub fn stop_in_time(&mut self, attempts: &mut dyn Attempts, at: Timestamp) -> bool {
        let up = self.is_open() && self.drill.left(at).is_some_and(|left| left.is_zero());
        if up {
            let _ = self.drill.act(AttemptEvent::Finished, at);
            self.keep(attempts);
        }
        up
    }

    fn keep(&mut self, attempts: &mut dyn Attempts) {
        let events = self.drill.events();
        events.iter().skip(self.kept).for_each(|own| attempts.happened(own));
        let new = events.len() > self.kept;
        self.kept = events.len();
        if let Some(marked) = self.drill.marked().filter(|_| new && self.drill.is_finished()) {
            attempts.finished(&marked);
        }
    }
}

/// The scenarios of a guide, the easiest first.
pub(crate) fn scenarios(guide: &Guide) -> Vec<&Scenario> {
    let mut all: Vec<&Scenario> = guide.scenarios.iter().collect();
    all.sort_by_key(|own| own.difficulty);
    all
}
