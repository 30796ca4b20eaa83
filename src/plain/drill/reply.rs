//! Lines that answer what a drill stands at.

use super::{Talk, chosen};
use crate::{
    drill_words,
    guide::{Guide, Question},
    lookup::meanings,
    plain::{
        answer::{self, Reply},
        input::numbers,
        picker::{self, Choice},
    },
    session::Event,
    tr,
    training::{AttemptEvent, Doing, Saying, Stage},
};
use std::sync::Arc;

impl Talk {
    /// Answers what the drill stands at.
    pub(super) fn answer(&mut self, typed: &str) {
        let guide = Arc::clone(&self.guide);
        let Some(drill) = self.drill() else { return };
        match drill.stage() {
            Stage::Scene => match picker::choice(&guide, &self.texts, typed) {
                Choice::Entry(entry) => self.enter(entry),
                Choice::Code(code, found) => match found.as_slice() {
                    [only] => self.enter(only.entry()),
                    [] => self.page.line(tr!(self.texts, "lookup-no-code", code = code)),
                    _ => self.list_found(&meanings(&guide, &code)),
                },
                Choice::Nothing => self.unknown(),
            },
            Stage::Question(question) => {
                let Some(question) = guide.question(&question.id) else { return };
                self.reply(&guide, question, typed);
            }
            Stage::Remedy(remedy) => {
                let (remedy, offered) = (remedy.id.clone(), drill.actions_offered());
                let picked = numbers(typed).unwrap_or_default().into_iter();
                let picked = picked.map(|at| offered.get(at.checked_sub(1)?).cloned());
                let actions: Option<Vec<Doing>> = picked.collect();
                let none = drill.actions_wanted() == 0;
                match actions {
                    Some(actions) if none || !actions.is_empty() => {
                        let actions = if none { Vec::new() } else { actions };
                        if self.act(AttemptEvent::Ordered { remedy, actions }) {
                            self.feedback();
                            self.go_on();
                        }
                    }
                    _ => self.unknown(),
                }
            }
            Stage::Telling(remedy) => {
                let remedy = remedy.id.clone();
                let offered: Vec<Saying> = drill.sayings_offered();
                let Some(said) = chosen(&offered, typed) else { return self.unknown() };
                if self.act(AttemptEvent::Told { remedy, said }) {
                    let told = self.drill().map(|drill| drill_words::result(&self.words(), drill));
                    let lines = told.unwrap_or_default();
                    self.page.gap();
                    self.page.lines(lines.iter().map(|own| format!("{}{}", own.lead, own.text)));
                }
                self.go_on();
            }
            Stage::Over(_) => self.debrief(),
        }
    }

    pub(super) fn reply(&mut self, guide: &Guide, question: &Question, typed: &str) {
        let texts = &self.texts;
        let wrong = match answer::reply(guide, question, typed) {
            Reply::Response(response) => {
                let question = question.id.clone();
                let what = Event::Answered { question, response };
                if self.act(AttemptEvent::Did { what }) {
                    self.feedback();
                    self.go_on();
                }
                return;
            }
            Reply::Several(codes) => {
                let code = codes.first().map_or_else(String::new, |code| code.code.clone());
                return self.list_found(&meanings(guide, &code));
            }
            Reply::UnknownCode(code) => tr!(texts, "lookup-no-code", code = code),
            Reply::NoCode => tr!(texts, "plain-no-code"),
            Reply::NoAmount => tr!(texts, "plain-no-amount"),
            Reply::Alone(answer) => {
                tr!(texts, "plain-alone", text = self.words().say(answer).to_owned())
            }
            Reply::Nothing => tr!(texts, "plain-unknown"),
        };
        self.page.line(wrong);
    }
}
