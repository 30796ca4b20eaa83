//! Keys for a drill on the real screen: what hands press who know the facts.

use super::{stage::first_time, trainee};
use std::{fmt::Write, sync::Arc};
use tilldoc::{
    guide::{Entry, Guide, Id, Kind, Move, Question, Response, Role},
    lookup::{Found, meanings},
    session::Event,
    training::{Doing, Drill, Mode, Saying, Stage, Terms},
};

/// A drill that is played beside the one on the screen, to know which number stands for what.
pub(crate) struct Hands {
    drill: Drill,
    keys: String,
}

impl Hands {
    /// At the scene, as it stands after `tilldoc train SCENARIO`.
    pub(crate) fn at(scenario: &str, mode: Mode) -> Self {
        let guide = trainee::guide();
        let best = guide.scenario(scenario).expect("there is one").play(&guide).expect("it leads");
        let terms = match mode {
            Mode::Practice => Terms::practice(Terms::MARK),
            Mode::Exam => Terms::exam(Terms::MARK, best.questions()),
        };
        let seed = u64::try_from(first_time().as_nanosecond()).expect("after 1970");
        let drill = Drill::begin(guide, scenario, terms, seed, first_time()).expect("a drill");
        // An exam asks first whether to begin.
        let keys = if mode == Mode::Exam { "1" } else { "" };
        Self { drill, keys: keys.to_owned() }
    }

    /// The keys so far.
    pub(crate) fn keys(&self) -> &str {
        &self.keys
    }

    /// The drill that was played beside.
    pub(crate) fn drill(&self) -> &Drill {
        &self.drill
    }

    /// Presses keys that the drill knows nothing of.
    pub(crate) fn press(mut self, keys: &str) -> Self {
        self.keys += keys;
        self
    }

    /// The best way in.
    pub(crate) fn enter(self) -> Self {
        let entry = self.drill.best().entry.clone();
        let Entry::Symptom(symptom) = &entry else { panic!("the test wants a symptom") };
        self.enter_by(symptom)
    }

    /// Chooses a symptom, whether it leads or not.
    pub(crate) fn enter_by(mut self, symptom: &Id) -> Self {
        let guide = Arc::clone(self.drill.guide());
        self.keys.push('2');
        self.number(way(&guide, symptom).0);
        if let Some(at) = way(&guide, symptom).1 {
            self.number(at);
        }
        self.drill.enter(Entry::Symptom(symptom.clone()), first_time()).expect("a way in");
        self
    }

    /// Looks at what a question asks about.
    pub(crate) fn look(mut self, question: &str) -> Self {
        let at = self.drill.looks().iter().position(|own| own.question.id == *question);
        // Where letters are typed into a field, looking has its other key.
        let typed = |own: &Question| matches!(own.kind, Kind::Code | Kind::Amount);
        let typed = matches!(self.drill.stage(), Stage::Question(own) if typed(own));
        self.keys += if typed { "<ctrl+o>" } else { "o" };
        self.number(at.expect("it is offered"));
        self.keys += "<esc>";
        self.drill.look(&question.into(), first_time()).expect("it is offered");
        self
    }

    /// Answers the question at hand with this answer.
    pub(crate) fn answer(mut self, answer: &str) -> Self {
        let Stage::Question(question) = self.drill.stage() else { panic!("no question") };
        let question = question.clone();
        let guide = Arc::clone(self.drill.guide());
        let node = guide.node(&question.id).expect("there is one");
        let given = Move::at(&guide, node, answer).expect("an answer");
        self.give(&question, given);
        self
    }

    fn give(&mut self, question: &Question, given: Move) {
        let Move::Answer(response) = given else { panic!("the test wants an answer") };
        let place =
            |id: &Id| question.answers.iter().position(|own| own.id == *id).expect("it has it");
        match &response {
            Response::Answer(id) if question.kind == Kind::Choice => self.number(place(id)),
            Response::Answer(id) if question.kind == Kind::Ticks => {
                let (plain, beside): (Vec<_>, Vec<_>) =
                    question.answers.iter().partition(|own| own.role == Role::Plain);
                let lines = plain.into_iter().chain(beside);
                self.number(lines.map(|own| &own.id).position(|own| own == id).expect("a line"));
            }
            Response::Answer(id) => {
                let beside = question.answers.iter().filter(|own| own.role != Role::Plain);
                let at = beside.clone().position(|own| own.id == *id).expect("a line");
                write!(self.keys, "{}<enter>", "<down>".repeat(at)).expect("a string");
            }
            Response::Amount(amount) => write!(self.keys, "{amount}<enter>").expect("a string"),
            Response::Code { code, scheme } => {
                let guide = Arc::clone(self.drill.guide());
                let all = meanings(&guide, code);
                let own =
                    |own: &Found| matches!(own, Found::Code(own) if own.scheme.id == **scheme);
                let at = all.iter().position(own).expect("a meaning");
                write!(self.keys, "{code}{}<enter>", "<down>".repeat(at)).expect("a string");
            }
            Response::UnlistedCode(code) => write!(self.keys, "{code}<enter>").expect("a string"),
            Response::Ticks(ticked) => {
                let plain = question.answers.iter().filter(|own| own.role == Role::Plain);
                let places = plain.enumerate().filter(|(_, own)| ticked.contains(&own.id));
                places.for_each(|(at, _)| self.number(at));
                self.keys += "<end><enter>";
            }
        }
        let what = Event::Answered { question: question.id.clone(), response };
        self.drill.did(what, first_time()).expect("it fits");
    }

    /// Looks and answers rightly until a remedy is reached.
    pub(crate) fn rightly(mut self) -> Self {
        while let Stage::Question(question) = self.drill.stage() {
            let question = question.clone();
            if !self.drill.seen().iter().any(|own| own.question.id == question.id) {
                self = self.look(&question.id);
            }
            let right = self.drill.scenario().sight(&question.id).expect("a fact");
            let right = right.right(self.drill.guide()).expect("an answer");
            self.give(&question, right);
        }
        self
    }

    /// Does everything right, also where the first remedy that is reached is not the last.
    pub(crate) fn wholly(mut self) -> Self {
        loop {
            self = self.rightly();
            let actions: Vec<usize> = (0..self.drill.actions_wanted()).collect();
            self = self.carry_out(&actions, Saying::Remedy);
            if matches!(self.drill.stage(), Stage::Over(_)) {
                return self;
            }
            self = self.press("<enter>");
        }
    }

    /// Carries the remedy at hand out: these actions, by their places among its own and then the
    /// temptations; and this said.
    pub(crate) fn carry_out(mut self, actions: &[usize], said: Saying) -> Self {
        let Stage::Remedy(remedy) = self.drill.stage() else { panic!("no remedy") };
        let own = remedy.actions.iter().take(3).map(|own| Doing::Action(own.id.clone()));
        let tempting = (0..self.drill.scenario().temptations.len()).map(Doing::Temptation);
        let all: Vec<Doing> = own.chain(tempting).collect();
        let chosen: Vec<Doing> = actions.iter().map(|at| all[*at].clone()).collect();
        let offered = self.drill.actions_offered();
        for doing in &chosen {
            self.number(offered.iter().position(|own| own == doing).expect("offered"));
        }
        self.number(offered.len());
        self.drill.order(chosen, first_time()).expect("actions");
        // What was not right is told on a screen of its own.
        let told = self.drill.feedback();
        if matches!(told, Some(tilldoc::training::Feedback::Actions { in_order, of, .. }) if in_order < of)
        {
            self.keys += "<enter>";
        }
        let at = self.drill.sayings_offered().iter().position(|own| *own == said);
        self.number(at.expect("offered"));
        self.drill.tell(said, first_time()).expect("a sentence");
        self
    }

    /// The line with this place, by its digit or by the cursor.
    fn number(&mut self, at: usize) {
        match at {
            0..=8 => write!(self.keys, "{}", at + 1).expect("a string"),
            9 => self.keys.push('0'),
            _ => {
                write!(self.keys, "<home>{}<enter>", "<down>".repeat(at)).expect("a string");
            }
        }
    }
}

/// Where a symptom stands: its heading, and its place below it where it is not the only one.
fn way(guide: &Guide, symptom: &str) -> (usize, Option<usize>) {
    let of = |group: &tilldoc::guide::Id| {
        let of =
            |own: &&tilldoc::guide::Symptom| own.group.as_ref().is_some_and(|own| own.id == *group);
        guide.symptoms.iter().filter(of).collect::<Vec<_>>()
    };
    let own = guide.symptoms.iter().find(|own| own.id == *symptom).expect("a symptom");
    let own = own.group.as_ref().expect("a heading");
    let at = guide.groups.iter().position(|group| group.id == own.id).expect("a heading");
    let all = of(&own.id);
    let place = all.iter().position(|own| own.id == *symptom).expect("there");
    (at, (all.len() > 1).then_some(place))
}
