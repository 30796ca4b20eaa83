//! Who is trained, and the course.

use super::{Asked, Talk};
use crate::{
    drill_words,
    drilling::Drilling,
    guide::Id,
    tr,
    training::{Progress, Standing, TraineeName},
};
use std::sync::Arc;

impl Talk {
    pub(super) fn say_trainee(&mut self) {
        let lasts = self.attempts.lasts();
        self.page.line(drill_words::trainee(&self.texts, self.trainee.as_ref(), lasts));
    }

    /// Takes up the drill that is not over.
    pub(super) fn take_up(&mut self) {
        match self
            .attempts
            .unfinished(&self.guide.id)
            .map(|events| Drilling::go_on(&self.guide, events))
        {
            Some(Ok(own)) => self.drilling = Some(own),
            Some(Err(why)) => {
                self.attempts.give_away();
                self.page.line(drill_words::unplayable(&self.texts, &why));
            }
            None => {}
        }
        self.page.lines(self.attempts.trouble(&self.texts));
    }

    /// Somebody else is trained.
    pub(super) fn train(&mut self, typed: &str) {
        match TraineeName::parse(typed) {
            Ok(name) => {
                self.attempts = (self.keeper)(Some(&name));
                (self.trainee, self.drilling) = (Some(name), None);
                self.say_trainee();
                self.take_up();
                if self.drilling.is_some() {
                    self.asked = Asked::Drill;
                    return self.show_scene();
                }
                self.again();
            }
            Err(flaw) => self.page.line(flaw.message(&self.texts)),
        }
    }

    /// How far the trainee is in the course.
    pub(super) fn progress(&mut self) -> Option<Progress> {
        let marked = self.attempts.marked();
        Some(Progress::new(self.course.as_ref()?, &self.guide.id, &marked))
    }

    /// Whether no tries are left for a scenario of the course.
    pub(super) fn is_spent(&mut self, scenario: &Id) -> bool {
        let stations = self.progress().map(|own| own.stations).unwrap_or_default();
        stations.iter().any(|own| own.scenario == *scenario && own.standing == Standing::Spent)
    }

    /// The scenarios of the course, with how they stand.
    pub(super) fn show_course(&mut self) {
        let Some((progress, course)) = self.progress().zip(self.course.as_ref()) else { return };
        let (guide, texts) = (Arc::clone(&self.guide), &self.texts);
        let lang = guide.lang(texts);
        self.page.gap();
        self.page.line(tr!(texts, "drill-course", title = course.title.get(texts)));
        let mark = format!("{:.0}", course.pass_mark);
        self.page.line(tr!(texts, "drill-course-how", mark = mark));
        if progress.completed().is_some() {
            self.page.line(tr!(texts, "drill-course-done"));
        }
        for (number, own) in (1..).zip(&progress.stations) {
            let title = guide.scenario_title(&own.scenario, lang);
            let stands = drill_words::standing(texts, own.standing, &self.zone);
            let title = drill_words::beside(texts, title, &stands);
            self.page.line(format!("{number}. {title}"));
        }
        let ids: Vec<Id> = progress.stations.into_iter().map(|own| own.scenario).collect();
        self.page.gap();
        self.page.line(tr!(texts, "drill-plain-course", last = ids.len()));
        self.in_course = true;
        self.asked = Asked::Scenario(ids);
    }
}

/// The name in a line like `n Li Wei`.
pub(super) fn name_in(typed: &str) -> Option<&str> {
    let rest = typed.trim().strip_prefix(['n', 'N', 'ｎ', 'Ｎ'])?;
    rest.starts_with(char::is_whitespace).then(|| rest.trim())
}
