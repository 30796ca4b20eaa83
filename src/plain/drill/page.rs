//! What is printed in a drill.

use super::{Asked, Talk};
use crate::{
    drill_words,
    drilling::{Drilling, scenarios},
    guide::Kind,
    lookup::Found,
    plain::picker,
    tr,
    training::{Mode, Stage},
    wording::Words,
};
use std::sync::Arc;

impl Talk {
    /// The scenarios: titles and difficulties alone.
    pub(super) fn list(&mut self) {
        let ids = scenarios(&self.guide).into_iter().map(|own| own.id.clone()).collect::<Vec<_>>();
        let (guide, texts) = (Arc::clone(&self.guide), &self.texts);
        let lang = guide.lang(texts);
        self.page.gap();
        if ids.is_empty() {
            self.page.line(tr!(texts, "drill-none"));
            self.over = true;
            return;
        }
        for (number, own) in (1..).zip(scenarios(&guide)) {
            let level = drill_words::difficulty(texts, own.difficulty);
            let title = drill_words::beside(texts, own.title.get(lang), &level);
            self.page.line(format!("{number}. {title}"));
        }
        self.page.gap();
        let mode = self.mode.words(texts);
        self.page.line(tr!(texts, "drill-plain-choose", last = ids.len(), mode = mode));
        let course = self.course.as_ref().map(|own| own.title.get(texts));
        let course = course.map(|course| tr!(texts, "drill-plain-course-is", course = course));
        self.page.lines(course);
        self.in_course = false;
        self.asked = Asked::Scenario(ids);
    }

    /// The scene, then what is asked.
    pub(super) fn show_scene(&mut self) {
        let words =
            Words { guide: &self.guide, texts: &self.texts, lang: self.guide.lang(&self.texts) };
        let Some(drill) = self.drilling.as_ref().map(Drilling::drill) else { return };
        let (page, scenario) = (&mut self.page, drill.scenario());
        page.gap();
        page.line(scenario.title.get(words.lang));
        page.line(scenario.setting.get(words.lang));
        page.line(tr!(words.texts, "drill-screen-shows"));
        page.lines(drill_words::terminal(&words, scenario));
        page.lines(drill_words::dark(&words, scenario));
        page.line(tr!(words.texts, "drill-customer"));
        page.line(scenario.customer.get(words.lang));
        self.show();
    }

    /// What is asked now.
    pub(super) fn show(&mut self) {
        let words =
            Words { guide: &self.guide, texts: &self.texts, lang: self.guide.lang(&self.texts) };
        let Some(drill) = self.drilling.as_ref().map(Drilling::drill) else { return };
        let (page, texts) = (&mut self.page, words.texts);
        page.gap();
        page.line(drill_words::bar(texts, Some(drill), self.now));
        match drill.stage() {
            Stage::Scene => {
                page.picker(&words);
                page.line(tr!(texts, "drill-plain-entry", last = picker::last_number(&self.guide)));
            }
            Stage::Question(question) => {
                let given = drill.session().and_then(|own| own.state().given(&question.id));
                page.question(&words, question, given.map(|own| &own.response), None);
                if let Some(hint) = drill.hint() {
                    page.lines(drill_words::hint(&words, hint).iter().map(|own| &own.text));
                }
                let what = match question.kind {
                    Kind::Choice => tr!(texts, "plain-type-number", last = question.answers.len()),
                    Kind::Ticks => tr!(texts, "plain-type-ticks"),
                    Kind::Amount => tr!(texts, "plain-type-amount"),
                    Kind::Code => tr!(texts, "plain-type-code"),
                };
                page.line(what);
                page.line(match drill.terms().mode {
                    Mode::Practice => tr!(texts, "drill-plain-keys"),
                    Mode::Exam => tr!(texts, "drill-plain-keys-exam"),
                });
            }
            Stage::Remedy(remedy) => {
                let cause = remedy.cause.get(words.lang);
                page.line(tr!(texts, "drill-remedy-is", cause = cause));
                let most = drill.actions_wanted();
                if most == 0 {
                    page.line(tr!(texts, "drill-actions-none"));
                    page.line(tr!(texts, "drill-plain-enter"));
                } else {
                    page.line(tr!(texts, "drill-actions-title"));
                    for (number, own) in (1..).zip(drill.actions_offered()) {
                        let text = drill.doing_text(&remedy.id, &own);
                        let text = text.map_or("", |text| text.get(words.lang));
                        page.line(format!("{number}. {text}"));
                    }
                    page.line(tr!(texts, "drill-plain-actions", most = most));
                }
            }
            Stage::Telling(remedy) => {
                page.line(tr!(texts, "drill-telling-title"));
                let offered = drill.sayings_offered();
                for (number, own) in (1..).zip(&offered) {
                    let text = drill.saying_text(&remedy.id, *own);
                    let text = text.map(|text| text.get(words.lang).to_owned());
                    let text = text.unwrap_or_else(|| tr!(texts, "drill-saying-none"));
                    page.line(format!("{number}. {text}"));
                }
                page.line(tr!(texts, "plain-type-number", last = offered.len()));
            }
            Stage::Over(_) => {}
        }
    }

    /// The debrief, then the list again.
    pub(super) fn debrief(&mut self) {
        let Some(drill) = self.drill() else { return };
        let title = drill.scenario().title.get(self.words().lang).to_owned();
        let said = drill_words::debrief(&self.texts, drill);
        self.passed = drill.marked().is_some_and(|own| own.passed);
        self.page.gap();
        self.page.line(tr!(self.texts, "debrief-title", scenario = title));
        for own in said {
            if own.voice == drill_words::Voice::Heading {
                self.page.gap();
            }
            self.page.line(format!("{}{}", own.lead, own.text));
        }
        self.page.gap();
        self.page.line(tr!(self.texts, "drill-plain-again"));
        let course = self.course.as_ref().filter(|_| self.in_course);
        let ids = match course {
            Some(course) => course.scenarios.iter().map(|own| own.id.clone()).collect(),
            None => scenarios(&self.guide).iter().map(|own| own.id.clone()).collect(),
        };
        self.asked = Asked::Scenario(ids);
    }

    pub(super) fn looks(&mut self) {
        let Some(drill) = self.drilling.as_ref().map(Drilling::drill) else { return };
        let words =
            Words { guide: &self.guide, texts: &self.texts, lang: self.guide.lang(&self.texts) };
        let page = &mut self.page;
        page.gap();
        let seen = drill.seen();
        if !seen.is_empty() {
            page.line(tr!(words.texts, "drill-seen-title"));
            page.lines(seen.iter().map(|own| format!("- {}", drill_words::seen(&words, own))));
        }
        let looks = drill.looks();
        if looks.is_empty() {
            page.line(tr!(words.texts, "drill-looks-none"));
            return;
        }
        page.line(tr!(words.texts, "drill-looks"));
        for (number, own) in (1..).zip(&looks) {
            let minutes = drill_words::look_minutes(&words, own);
            let look = drill_words::beside(words.texts, own.look.get(words.lang), &minutes);
            page.line(format!("{number}. {look}"));
        }
        page.line(tr!(words.texts, "drill-plain-look", last = looks.len()));
        let ids = looks.iter().map(|own| own.question.id.clone()).collect();
        self.asked = Asked::Look(ids);
    }

    pub(super) fn list_found(&mut self, found: &[Found]) {
        let words =
            Words { guide: &self.guide, texts: &self.texts, lang: self.guide.lang(&self.texts) };
        self.page.gap();
        for (number, own) in (1..).zip(found) {
            let (name, kind) = words.found(*own);
            self.page.line(tr!(
                words.texts,
                "plain-found",
                number = number,
                name = name,
                kind = kind
            ));
        }
        self.page.line(tr!(words.texts, "plain-type-number", last = found.len()));
        self.asked = Asked::Found(found.iter().map(Found::entry).collect());
    }
}
