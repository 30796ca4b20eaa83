//! How a drill begins: at once, or after a question.

use super::{Asked, Talk};
use crate::{
    drill_words::{self, begin},
    drilling::{Ahead, Drilling},
    guide::Id,
    tr,
    training::{AttemptEvent, HouseRules, Mode, Unplayable},
};
use std::sync::Arc;

impl Talk {
    /// The first page: the drill that is not over, the one that was asked for, or the list.
    pub(super) fn begin(&mut self, scenario: Option<String>, mode_given: bool) {
        self.page.line(tr!(self.texts, "drill-title"));
        self.page.line(tr!(self.texts, "drill-intro"));
        self.say_trainee();
        self.take_up();
        let open = self.drill().map(|own| own.scenario().id.as_str());
        let wanted = |open| scenario.as_ref().is_none_or(|id| id == open);
        match scenario {
            _ if open.is_some_and(wanted) && !mode_given => {
                self.asked = Asked::Drill;
                self.show_scene();
            }
            Some(id) => self.begin_drill(&id.as_str().into()),
            None => self.list(),
        }
    }

    /// Begins a drill, after a question where that can't be taken back.
    pub(super) fn begin_drill(&mut self, id: &Id) {
        let mark = self.course.as_ref().filter(|_| self.in_course).map(|own| own.pass_mark);
        let rules = HouseRules { mark: mark.unwrap_or(self.rules.mark), ..self.rules };
        let mode = if mark.is_some() { Mode::Exam } else { self.mode };
        match Ahead::new(&self.guide, id, mode, &rules) {
            Ok(ahead) if ahead.asks(self.open()) => self.ask_begin(ahead),
            Ok(ahead) => self.begin_at_once(&ahead),
            Err(why) => self.unplayable(&why),
        }
    }

    /// Asks whether to begin.
    pub(super) fn ask_begin(&mut self, ahead: Ahead) {
        let progress = self.trainee.is_some().then(|| self.progress()).flatten();
        let course = self.course.as_ref().zip(progress.as_ref());
        let (words, open) = (self.words(), self.open());
        let title = begin::title(&words, &ahead);
        let said = begin::ahead(&words, &ahead, begin::Beside { course, open });
        self.page.gap();
        self.page.line(title);
        self.page.lines(said.iter().map(|own| &own.text));
        self.page.line(format!("1. {}", tr!(self.texts, "drill-begin-yes")));
        self.page.line(format!("2. {}", tr!(self.texts, "drill-begin-no")));
        self.page.line(tr!(self.texts, "plain-type-number", last = 2));
        self.asked = Asked::Begin(ahead);
    }

    /// Begins a drill. One that is not over is given up.
    pub(super) fn begin_at_once(&mut self, ahead: &Ahead) {
        let guide = Arc::clone(&self.guide);
        let (attempts, tag) = (self.attempts.as_mut(), self.texts.tag());
        if let Some(open) = self.drilling.as_mut().filter(|own| own.is_open()) {
            // It can be closed at any time.
            let _ = open.act(AttemptEvent::Finished, attempts, self.now);
            self.page.line(tr!(self.texts, "drill-gave-up-other"));
        }
        match Drilling::begin(&guide, ahead, (attempts, tag), self.now) {
            Ok(own) => {
                self.drilling = Some(own);
                self.asked = Asked::Drill;
                self.show_scene();
            }
            Err(why) => self.unplayable(&why),
        }
    }

    fn unplayable(&mut self, why: &Unplayable) {
        self.page.line(drill_words::unplayable(&self.texts, why));
        self.list();
    }

    /// The list that a drill is chosen from, or the drill that is not over.
    pub(super) fn list_again(&mut self) {
        if self.open().is_some() {
            self.asked = Asked::Drill;
            self.show_scene();
        } else if self.in_course {
            self.show_course();
        } else {
            self.list();
        }
    }
}
