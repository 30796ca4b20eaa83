//! What verbs mean in training.

use super::{
    app::App,
    command::{Effect, Verb},
    screens::{Kind, drill::Part},
};
use crate::{
    drill_words,
    session::Event,
    tr,
    training::{AttemptEvent, Drill, Stage},
};
use jiff::Timestamp;

impl App {
    /// Whether the debrief is on the screen.
    pub(super) fn shows_debrief(&self) -> bool {
        matches!(self.top().kind, Kind::Drill(Part::Debrief))
    }

    /// Saves the debrief as a web page, under a name that is not taken by chance.
    pub(super) fn save_debrief(&self) -> Option<Effect> {
        let drill = self.drill()?;
        let trainee = self.training.trainee.as_ref();
        let text = drill_words::page(&self.texts, drill, trainee, &self.zone)?;
        let path = drill_words::page_name(drill, &self.zone);
        Some(Effect::Save { path, text, overwrite: false })
    }

    /// Does what a verb means in training; whether it means something of its own there.
    pub(super) fn drill_verb(&mut self, verb: Verb, now: Timestamp) -> bool {
        if !self.in_training() {
            return false;
        }
        let over = self.training.open().is_none() || !self.in_drill();
        match verb {
            Verb::Note | Verb::Review | Verb::Export | Verb::Copy | Verb::Qr => {
                self.notice = Some(tr!(self.texts, "drill-not-here"));
            }
            Verb::Look | Verb::Hint | Verb::GiveUp | Verb::Lookup if over => {
                self.notice = Some(tr!(self.texts, "drill-not-now"));
            }
            // A look would take the place of the decision that is told of.
            Verb::Look | Verb::Hint if matches!(self.top().kind, Kind::Drill(Part::Feedback)) => {
                self.notice = Some(tr!(self.texts, "drill-not-now"));
            }
            Verb::Lookup => match self.drill().map(Drill::stage) {
                Some(Stage::Scene | Stage::Question(_)) => return false,
                _ => self.notice = Some(tr!(self.texts, "drill-not-now")),
            },
            Verb::GiveUp => self.ask_leave(false),
            Verb::Look => {
                if !matches!(self.top().kind, Kind::Drill(Part::Looks)) {
                    self.push(Part::Looks);
                }
            }
            Verb::Hint => self.ask_hint(now),
            Verb::Back => self.drill_back(now),
            _ => return false,
        }
        true
    }

    fn ask_hint(&mut self, now: Timestamp) {
        let question = self.question().map(|own| own.id.clone());
        match question {
            Some(question) => {
                self.act_in_drill(AttemptEvent::Hinted { question }, now);
            }
            None => self.notice = Some(tr!(self.texts, "drill-not-now")),
        }
    }

    fn drill_back(&mut self, now: Timestamp) {
        match &self.top().kind {
            // What was chosen here is taken back first.
            Kind::Drill(Part::Actions(chosen)) if !chosen.is_empty() => {
                if let Kind::Drill(Part::Actions(chosen)) = &mut self.top_mut().kind {
                    chosen.pop();
                }
            }
            Kind::Drill(Part::Question(_) | Part::Actions(_) | Part::Telling) => {
                if self.act_in_drill(AttemptEvent::Did { what: Event::Back }, now) {
                    self.show_drill();
                }
            }
            Kind::Drill(Part::Scene) if self.training.open().is_some() => self.ask_leave(false),
            Kind::Drill(Part::Debrief) => {
                self.training.drilling = None;
                self.training.look_at_course();
                let from_course =
                    self.screens.iter().any(|own| matches!(own.kind, Kind::Drill(Part::Course)));
                self.screens.truncate(1);
                self.push(Part::Training);
                if from_course {
                    self.push(Part::Course);
                }
            }
            _ => self.close(),
        }
    }
}
