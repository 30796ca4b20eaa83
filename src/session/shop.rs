//! The shop in which a session runs: its profile, what holds there for a while, and what happened
//! there before. None of it is an event; what follows from it is recorded as events.

use super::{Entry, Event, Past, Place, Recurrence, Refusal, Session, recurrence};
use crate::{
    guide::{Guide, Id, Node, Notice, Question, Remedy, Response, notices},
    profile::{PhoneNumber, Profile, Terminal, TerminalNumber},
};
use jiff::{Timestamp, tz::TimeZone};
use std::sync::Arc;

/// What is known of the shop.
#[derive(Clone, Debug, Default)]
pub struct Shop {
    /// Its own facts.
    pub profile: Arc<Profile>,
    /// Its own notices; those of the guide stand beside them.
    pub notices: Arc<[Notice]>,
    /// How earlier sessions came out, the one under way left out, in any order. What lies more than
    /// thirty days back does not count.
    pub past: Arc<[Past]>,
}

impl Shop {
    /// Whether a session has to ask which terminal it is about.
    pub fn asks_which_terminal(&self) -> bool {
        self.profile.terminals.len() > 1
    }

    /// Everything that holds now, the shop's own notices first.
    pub fn notices<'n>(
        &'n self,
        guide: Option<&'n Guide>,
        now: (Timestamp, &TimeZone),
        about: Option<&Node>,
    ) -> Vec<&'n Notice> {
        let of_guide = guide.map_or(&[][..], |guide| &guide.notices);
        notices(self.notices.iter().chain(of_guide), now, about)
    }
}

impl Session {
    /// Begins a session in a shop. Its terminal is the one given, or the shop's only one; what the
    /// profile knows of it is answered at once.
    pub fn open(
        guide: Arc<Guide>,
        shop: Shop,
        entry: Entry,
        terminal: Option<TerminalNumber>,
        at: Timestamp,
    ) -> Result<Self, Refusal> {
        let only = match &shop.profile.terminals[..] {
            [only] => Some(only.number.clone()),
            _ => None,
        };
        let mut session = Self::start(guide, entry, at)?;
        session.shop = shop;
        if let Some(number) = terminal.or(only) {
            session.act(Event::Terminal { number: Some(number) }, at)?;
            session.fill(at);
        }
        Ok(session)
    }

    /// The same session with what is known of the shop: after a replay, or when it has changed.
    #[must_use]
    pub fn in_shop(mut self, shop: Shop) -> Self {
        self.shop = shop;
        self
    }

    /// What is known of the shop.
    pub fn shop(&self) -> &Shop {
        &self.shop
    }

    /// The number of the terminal that it is about.
    pub fn terminal_number(&self) -> Option<&TerminalNumber> {
        self.state.terminal.as_ref()
    }

    /// That terminal, where the profile has it.
    pub fn terminal(&self) -> Option<&Terminal> {
        self.shop.profile.terminal(self.terminal_number()?)
    }

    /// The telephone number to call at a remedy, where the profile has it.
    pub fn phone(&self, remedy: &Remedy) -> Option<&PhoneNumber> {
        self.shop.profile.phone(&remedy.contact.as_ref()?.id)
    }

    /// Answers what the profile knows of the terminal: the question at hand and those that follow
    /// from it, and answers that were taken from the profile of another terminal. Gives the
    /// questions that were answered.
    pub fn fill(&mut self, at: Timestamp) -> Vec<Id> {
        let mut filled = Vec::new();
        while let Some((question, response)) = self.next_known() {
            let event = Event::FromProfile { question: question.clone(), response };
            if self.act(event, at).is_err() {
                break;
            }
            filled.push(question);
        }
        filled
    }

    /// The next question that the profile answers, with its answer.
    fn next_known(&self) -> Option<(Id, Response)> {
        let terminal = self.terminal()?;
        let known = |question: &Question| {
            let answer = terminal.answer(question)?;
            Some((question.id.clone(), Response::Answer(answer.id.clone())))
        };
        let outdated = |id: &Id| {
            let given = self.state.given(id).filter(|given| given.from_profile)?;
            let (id, response) = known(self.guide.question(id)?)?;
            (given.kept || given.response != response).then_some((id, response))
        };
        self.state.path.iter().find_map(outdated).or_else(|| match self.place() {
            Place::Question(question) => {
                let open = self.state.given(&question.id).is_none()
                    && self.state.looked_up(&question.id).is_none();
                open.then(|| known(question))?
            }
            Place::Remedy(_) | Place::End(_) => None,
        })
    }

    /// How often this terminal has ended at the remedy at hand, where that is often enough to do
    /// something else.
    pub fn recurrence(&self) -> Option<Recurrence> {
        recurrence(&self.shop.past, self.terminal_number()?, &self.remedy()?.id, self.state.last())
    }
}
