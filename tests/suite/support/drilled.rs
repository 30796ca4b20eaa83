//! Keys for a drill on the real screen: what hands press who know the facts.

use super::{stage::first_time, trainee};
use std::{fmt::Write, sync::Arc};
use tilldoc::{
    guide::{Entry, Guide, Kind, Move, Question, Response},
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
        Self { drill, keys: String::new() }
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
    pub(crate) fn enter(mut self) -> Self {
        let entry = self.drill.best().entry.clone();
        let Entry::Symptom(symptom) = &entry else { panic!("the test wants a symptom") };
        let guide = Arc::clone(self.drill.guide());
        self.keys.push('2');
        self.number(way(&guide, symptom).0);
        if let Some(at) = way(&guide, symptom).1 {
            self.number(at);
        }
        self.drill.enter(entry, first_time()).expect("a way in");
        self
    }

    /// Looks at what a question asks about.
    pub(crate) fn look(mut self, question: &str) -> Self {
        let at = self.drill.looks().iter().position(|own| own.question.id == *question);
        self.keys.push('o');
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
        assert_eq!(question.kind, Kind::Choice, "the test wants a choice");
        let Response::Answer(id) = &response else { panic!("the test wants a choice") };
        let at = question.answers.iter().position(|own| own.id == *id);
        self.number(at.expect("it has it"));
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
