//! Cards on the full screen.

use super::{
    app::App,
    screens::{
        Kind,
        drill::{Part, Sitting},
    },
};
use crate::training::{CardState, Deck, Grade, NEW_A_DAY};
use jiff::Timestamp;

impl App {
    /// Opens the cards with what is due.
    pub(super) fn open_cards(&mut self, now: Timestamp) {
        let mut sitting = Sitting { met: self.training.attempts.cards(), ..Sitting::default() };
        self.deal(&mut sitting, now);
        self.push(Part::Cards(Box::new(sitting)));
        self.say_trouble();
    }

    /// Puts the card that is due on the screen.
    fn deal(&self, sitting: &mut Sitting, now: Timestamp) {
        let Some(guide) = self.training.guide() else { return };
        let due = Deck::new(guide).due(&sitting.met, (now, &self.zone), NEW_A_DAY);
        sitting.left = (due.again.len(), due.new.len());
        (sitting.card, sitting.turned) = (due.first().cloned(), false);
        sitting.next = due.next;
    }

    /// Shows the back.
    pub(super) fn turn_card(&mut self) {
        if let Kind::Drill(Part::Cards(own)) = &mut self.top_mut().kind {
            own.turned = true;
        }
        self.top_mut().cursor = 0;
        self.settle();
    }

    /// Keeps how well the card was known, and deals the next.
    pub(super) fn grade_card(&mut self, grade: Grade, now: Timestamp) {
        let Kind::Drill(Part::Cards(own)) = &mut self.top_mut().kind else { return };
        let mut sitting = std::mem::take(own);
        let Some(id) = sitting.card.take() else { return };
        let state = CardState::graded(sitting.met.get(&id), grade, now);
        self.training.attempts.set_card(&id, &state);
        sitting.met.insert(id, state);
        sitting.graded += 1;
        self.deal(&mut sitting, now);
        let top = self.top_mut();
        (top.kind, top.cursor, top.scroll) = (Kind::Drill(Part::Cards(sitting)), 0, 0);
        self.settle();
        self.say_trouble();
    }
}
