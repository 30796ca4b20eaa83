//! Training on the full screen: what its screens do. A drill holds a session of its own: the one of
//! the shop is never touched, and nothing of a drill is ever kept among the shop's.

use super::{
    app::App,
    command::Effect,
    screens::{
        Intent, Kind, Screen,
        drill::{Part, Wish},
    },
};
use crate::{
    drill_words,
    drilling::{Ahead, Drilling, scenarios},
    guide::{Entry, Guide, Id, Response},
    session::Event,
    tr,
    training::{AttemptEvent, Doing, Drill, HouseRules, Mode, Saying, Stage},
};
use jiff::Timestamp;
use std::{sync::Arc, time::Duration};

impl App {
    /// Whether training is on the screen, or below the screen on top.
    pub(super) fn in_training(&self) -> bool {
        self.screens.iter().any(|screen| matches!(screen.kind, Kind::Drill(_)))
    }

    /// Whether a drill is.
    pub(super) fn in_drill(&self) -> bool {
        let is = |screen: &Screen| matches!(screen.kind, Kind::Drill(Part::Scene));
        self.training.drilling.is_some() && self.screens.iter().any(is)
    }

    /// The drill on the screen.
    pub(super) fn drill(&self) -> Option<&Drill> {
        self.training.drilling.as_deref().filter(|_| self.in_drill()).map(Drilling::drill)
    }

    /// The guide for session codes: a drill has none.
    pub(super) fn guide_of_codes(&self) -> Option<&Arc<Guide>> {
        self.guide_at_hand().filter(|_| !self.in_training())
    }

    /// Opens training: a scenario at once, or the list of them.
    pub(super) fn open_training(&mut self, scenario: Option<&str>, mode: Option<Mode>) {
        let loader = self.training.loader.take();
        let guide = self
            .training
            .guide
            .get_or_insert_with(|| loader.map_or_else(Arc::default, |load| load()));
        let guide = Arc::clone(guide);
        self.screens.truncate(1);
        self.take_up(&guide);
        self.push(Part::Training);
        match (scenario, mode) {
            (Some(id), mode) => {
                let is_it = self.training.open().is_some_and(|own| own.scenario().id == *id);
                if is_it && mode.is_none() {
                    self.show_scene();
                } else {
                    self.begin_drill(&id.into(), mode.unwrap_or_default(), self.now);
                }
            }
            (None, Some(mode)) => self.push(Part::Levels(mode)),
            (None, None) => {}
        }
    }

    /// Puts a screen of training on top.
    pub(super) fn push(&mut self, part: Part) {
        self.screens.push(Screen::from(Kind::Drill(part)));
        self.settle();
    }

    /// Carries out a wish.
    pub(super) fn wish(&mut self, wish: Wish, now: Timestamp) -> Option<Effect> {
        match wish {
            Wish::Open => {
                self.keep_open_note(now);
                self.open_training(None, None);
            }
            Wish::Mode(mode) => self.push(Part::Levels(mode)),
            Wish::Level(mode, level) => self.push(Part::Scenarios(mode, level)),
            Wish::Any(mode) => self.begin_any(mode, now),
            Wish::Begin(id, mode) => self.begin_drill(&id, mode, now),
            Wish::Course => self.push(Part::Course),
            Wish::Sure(ahead) => self.begin_by(&ahead, now),
            Wish::Station(id) => self.begin_station(&id, now),
            Wish::Cards => self.open_cards(now),
            Wish::Turn => self.turn_card(),
            Wish::Grade(grade) => self.grade_card(grade, now),
            Wish::Name => self.ask_name(),
            Wish::Named(typed) => self.train_as(&typed),
            Wish::Nobody => self.train(None),
            Wish::GoOn => {
                self.show_scene();
                if self.drill().is_some_and(|drill| drill.session().is_some()) {
                    self.show_drill();
                }
            }
            Wish::Looks => self.push(Part::Looks),
            Wish::Look(question) => {
                if self.act_in_drill(AttemptEvent::Looked { question }, now) {
                    (self.top_mut().cursor, self.top_mut().scroll) = (0, 0);
                    self.settle();
                }
            }
            Wish::Questions => match self.drill().map(Drill::stage) {
                Some(Stage::Scene) => {
                    let grouped = self.training.guide().is_some_and(|own| !own.groups.is_empty());
                    self.screens.push(Screen::from(if grouped {
                        Kind::Groups
                    } else {
                        Kind::Symptoms(None)
                    }));
                    self.settle();
                }
                _ => self.show_drill(),
            },
            Wish::Action(doing) => self.pick_action(doing),
            Wish::Order => self.order(now),
            Wish::Tell(said) => self.tell(said, now),
            Wish::Next => self.close(),
            Wish::Again => {
                if self.act_in_drill(AttemptEvent::Did { what: Event::Back }, now) {
                    self.show_drill();
                }
            }
            Wish::LeaveDrill(quit) => return self.leave_drill(quit, now),
            Wish::GiveUp => {
                if self.act_in_drill(AttemptEvent::Finished, now) {
                    self.show_drill();
                }
            }
        }
        None
    }

    fn begin_any(&mut self, mode: Mode, now: Timestamp) {
        let Some(guide) = self.training.guide() else { return };
        let all = scenarios(guide);
        let mut chance = fastrand::Rng::with_seed(now.as_nanosecond() as u64);
        if let Some(id) = chance.choice(all).map(|own| own.id.clone()) {
            self.begin_drill(&id, mode, now);
        }
    }

    fn begin_drill(&mut self, id: &Id, mode: Mode, now: Timestamp) {
        self.ask_begin(id, mode, &self.training.rules.clone(), now);
    }

    /// Begins a drill, after a question where that can't be taken back.
    pub(super) fn ask_begin(&mut self, id: &Id, mode: Mode, rules: &HouseRules, now: Timestamp) {
        let Some(guide) = self.training.guide() else { return };
        match Ahead::new(guide, id, mode, rules) {
            Ok(ahead) if ahead.asks(self.training.open()) => self.push(Part::Begin(ahead)),
            Ok(ahead) => self.begin_by(&ahead, now),
            Err(why) => self.notice = Some(drill_words::unplayable(&self.texts, &why)),
        }
    }

    /// Begins a drill. One that is not over is given up: who has seen an exam can't begin it afresh
    /// without a trace.
    pub(super) fn begin_by(&mut self, ahead: &Ahead, now: Timestamp) {
        let Some(guide) = self.training.guide().cloned() else { return };
        self.give_up_open(now);
        let (texts, training) = (&self.texts, &mut self.training);
        let attempts = training.attempts.as_mut();
        match Drilling::begin(&guide, ahead, (attempts, texts.tag()), now) {
            Ok(own) => {
                training.drilling = Some(Box::new(own));
                self.show_scene();
                self.say_trouble();
            }
            Err(why) => self.notice = Some(drill_words::unplayable(&self.texts, &why)),
        }
    }

    /// Gives up the drill that is not over, where there is one.
    pub(super) fn give_up_open(&mut self, now: Timestamp) {
        let training = &mut self.training;
        let attempts = training.attempts.as_mut();
        if let Some(open) = training.drilling.as_deref_mut().filter(|own| own.is_open()) {
            // It can be closed at any time.
            let _ = open.act(AttemptEvent::Finished, attempts, now);
            self.notice = Some(tr!(self.texts, "drill-gave-up-other"));
        }
    }

    fn show_scene(&mut self) {
        let keeps = |screen: &Screen| {
            matches!(
                screen.kind,
                Kind::Drill(Part::Training | Part::Levels(_) | Part::Scenarios(..) | Part::Course)
            )
        };
        let lists = self.screens.iter().rposition(keeps).map_or(1, |at| at + 1);
        self.screens.truncate(lists);
        self.push(Part::Scene);
    }

    /// Shows where the drill stands.
    pub(super) fn show_drill(&mut self) {
        let is = |screen: &Screen| matches!(screen.kind, Kind::Drill(Part::Scene));
        let Some(scene) = self.screens.iter().position(is) else { return };
        self.screens.truncate(scene + 1);
        let part = match self.drill().map(Drill::stage) {
            Some(Stage::Question(_)) => Part::Question(self.draft_of_place()),
            Some(Stage::Remedy(_)) => Part::Actions(Vec::new()),
            Some(Stage::Telling(_)) => Part::Telling,
            Some(Stage::Over(_)) => Part::Debrief,
            Some(Stage::Scene) | None => return self.settle(),
        };
        self.push(part);
        if self.question().is_some() {
            self.cursor_to_given();
        }
    }

    /// Does something in the drill; a refusal is said.
    pub(super) fn act_in_drill(&mut self, event: AttemptEvent, now: Timestamp) -> bool {
        let (training, texts) = (&mut self.training, &self.texts);
        let Some(own) = training.drilling.as_deref_mut() else { return false };
        let done = own.act(event, training.attempts.as_mut(), now);
        if let Err(why) = done {
            self.notice = Some(drill_words::refused(texts, why));
        }
        self.say_trouble();
        done.is_ok()
    }

    /// Says what is wrong with keeping the attempt, once.
    pub(super) fn say_trouble(&mut self) {
        if let Some(trouble) = self.training.attempts.trouble(&self.texts) {
            self.notice = Some(trouble);
        }
    }

    /// Closes an exam whose time is up, and shows what came of it.
    pub(super) fn time_is_up(&mut self, now: Timestamp) -> bool {
        if !self.in_drill() {
            return false;
        }
        let training = &mut self.training;
        let attempts = training.attempts.as_mut();
        let up =
            training.drilling.as_deref_mut().is_some_and(|own| own.stop_in_time(attempts, now));
        if up {
            self.show_drill();
            self.notice = Some(tr!(self.texts, "drill-time-up"));
        }
        up
    }

    /// How long the screen stays as it is while nobody does anything: to the next second of an exam
    /// against the clock, and for ever where none is on the screen.
    pub(super) fn patience(&self, now: impl FnOnce() -> Timestamp) -> Option<Duration> {
        let drill = self.drill().filter(|own| own.terms().is_timed() && !own.is_finished())?;
        let left = drill.left(now())?;
        let over = Duration::from_nanos(left.subsec_nanos().unsigned_abs().into());
        Some(if over.is_zero() { Duration::from_secs(1) } else { over })
    }

    /// The clock of an exam goes on, and ends it by itself.
    pub(super) fn tick(&mut self, now: Timestamp) {
        self.now = now;
        self.time_is_up(now);
    }

    /// What a choice on a screen of the wizard is to a drill's session.
    pub(super) fn in_wizard(intent: &Intent) -> Option<WizardEvent> {
        match intent {
            Intent::Begin(entry) | Intent::BeginAnyway(entry) | Intent::LookUp(entry) => {
                Some(WizardEvent::Entry(entry.clone()))
            }
            Intent::Respond(response) => Some(WizardEvent::Response(response.clone())),
            _ => None,
        }
    }

    /// Does in a drill what was chosen on a screen of the wizard, and tells what it was worth.
    pub(super) fn drill_did(&mut self, what: WizardEvent, now: Timestamp) {
        let Some(drill) = self.drill() else { return };
        let what = match (what, drill.stage()) {
            (WizardEvent::Entry(entry), Stage::Scene) => {
                let (guide, version) = (drill.guide().id.clone(), drill.guide().version.clone());
                Event::Started { guide, version, entry }
            }
            (WizardEvent::Entry(entry), _) => Event::LookedUp { entry },
            (WizardEvent::Response(response), Stage::Question(question)) => {
                Event::Answered { question: question.id.clone(), response }
            }
            (WizardEvent::Response(_), _) => return,
        };
        if self.act_in_drill(AttemptEvent::Did { what }, now) {
            self.show_drill();
            self.tell_feedback();
        }
    }

    /// Tells what the last decision was worth: in a row where it was right, else on a screen of its
    /// own, below which the drill goes on.
    fn tell_feedback(&mut self) {
        let (drill, context) = (self.drill(), self.context());
        let told = drill.zip(context.words());
        match told.and_then(|(drill, words)| drill_words::feedback(&words, drill)) {
            Some((true, _)) => self.push(Part::Feedback),
            Some((false, said)) => {
                let said: Vec<String> = said.into_iter().map(|own| own.text).collect();
                self.notice = Some(said.join(" "));
            }
            None => {}
        }
    }

    fn pick_action(&mut self, doing: Doing) {
        let most = self.drill().map_or(0, Drill::actions_wanted);
        let Kind::Drill(Part::Actions(chosen)) = &mut self.top_mut().kind else { return };
        if let Some(at) = chosen.iter().position(|own| *own == doing) {
            chosen.remove(at);
        } else if chosen.len() < most {
            chosen.push(doing);
        } else {
            self.notice = Some(tr!(self.texts, "drill-actions-full", most = most));
        }
    }

    fn order(&mut self, now: Timestamp) {
        let Kind::Drill(Part::Actions(chosen)) = &self.top().kind else { return };
        let actions = chosen.clone();
        let Some(drill) = self.drill() else { return };
        if actions.is_empty() && drill.actions_wanted() > 0 {
            self.notice = Some(tr!(self.texts, "drill-actions-empty"));
            return;
        }
        let Stage::Remedy(remedy) = drill.stage() else { return };
        let remedy = remedy.id.clone();
        if self.act_in_drill(AttemptEvent::Ordered { remedy, actions }, now) {
            self.show_drill();
            self.tell_feedback();
        }
    }

    fn tell(&mut self, said: Saying, now: Timestamp) {
        let Some(Stage::Telling(remedy)) = self.drill().map(Drill::stage) else { return };
        let remedy = remedy.id.clone();
        if self.act_in_drill(AttemptEvent::Told { remedy, said }, now) {
            self.show_drill();
            self.push(Part::Result);
        }
    }

    /// Leaves the drill, which can be gone on with, and the program if that was wanted.
    fn leave_drill(&mut self, quit: bool, now: Timestamp) -> Option<Effect> {
        self.screens.truncate(1);
        if quit {
            return self.quit(now);
        }
        self.training.look_at_course();
        self.push(Part::Training);
        None
    }

    /// Asks before a drill is left that is not over; whether there was something to ask.
    pub(super) fn leaves_drill(&mut self) -> bool {
        let open = self.drill().is_some() && self.training.open().is_some();
        if open {
            self.ask_leave(true);
        }
        open
    }

    pub(super) fn ask_leave(&mut self, quit: bool) {
        if matches!(self.top().kind, Kind::Drill(Part::Leave(_))) {
            self.screens.pop();
        }
        self.push(Part::Leave(quit));
    }
}

/// Something that was chosen on a screen of the wizard.
pub(super) enum WizardEvent {
    /// A way in, or something looked up.
    Entry(Entry),
    /// An answer.
    Response(Response),
}
