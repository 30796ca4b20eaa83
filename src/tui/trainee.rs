//! Who is trained on the full screen, and the course.

use super::{
    app::App,
    screens::{
        Editor,
        drill::{Part, Wish},
    },
};
use crate::{
    drill_words,
    drilling::Drilling,
    guide::{Guide, Id},
    tr,
    training::{HouseRules, Mode, Standing, Station, TraineeName},
};
use jiff::Timestamp;
use std::sync::Arc;

impl App {
    /// Takes up the drill that is not over, and looks how far the trainee is.
    pub(super) fn take_up(&mut self, guide: &Arc<Guide>) {
        if self.training.drilling.is_none()
            && let Some(events) = self.training.attempts.unfinished(&guide.id)
        {
            match Drilling::go_on(guide, events) {
                Ok(own) => self.training.drilling = Some(Box::new(own)),
                Err(why) => {
                    self.training.attempts.give_away();
                    self.notice = Some(drill_words::unplayable(&self.texts, &why));
                }
            }
        }
        self.training.look_at_course();
        self.say_trouble();
    }

    /// Trains somebody else, or nobody in particular.
    pub(super) fn train(&mut self, trainee: Option<TraineeName>) {
        self.training.train(trainee, self.texts.tag());
        self.screens.truncate(1);
        if let Some(guide) = self.training.guide().cloned() {
            self.take_up(&guide);
        }
        self.push(Part::Training);
    }

    /// Opens the field for who is trained.
    pub(super) fn ask_name(&mut self) {
        let name = self.training.trainee.as_ref().map_or("", TraineeName::as_str);
        self.push(Part::Name(Box::new(Editor::line(name))));
    }

    /// Trains whoever was typed.
    pub(super) fn train_as(&mut self, typed: &str) {
        match TraineeName::parse(typed) {
            Ok(name) => self.train(Some(name)),
            Err(flaw) => self.notice = Some(flaw.message(&self.texts)),
        }
    }

    /// Begins a scenario of the course, as an exam by the course's mark.
    pub(super) fn begin_station(&mut self, id: &Id, now: Timestamp) {
        if self.training.trainee.is_none() {
            self.ask_name();
            self.notice = Some(tr!(self.texts, "drill-course-name"));
            return;
        }
        if self.training.is_under_way(id) {
            self.wish(Wish::GoOn, now);
            return;
        }
        let Some((course, progress)) = self.training.course() else { return };
        let spent = |own: &Station| own.scenario == *id && own.standing == Standing::Spent;
        if progress.stations.iter().any(spent) {
            self.notice = Some(tr!(self.texts, "drill-course-spent"));
            return;
        }
        let rules = HouseRules { mark: course.pass_mark, ..self.training.rules };
        self.ask_begin(id, Mode::Exam, &rules, now);
    }
}
