//! Trainees for drills: one who does everything right, and what one can do worse.

use super::{clock, stage::first_time};
use fastrand::Rng;
use jiff::tz::TimeZone;
use std::{
    collections::BTreeMap,
    sync::{Arc, LazyLock},
};
use tilldoc::{
    attempts::Kept,
    drilling::{Attempts, Trainer},
    guide::{
        Entry, Guide, Id, Move, Question, Response, Role, Scenario, builtin_scenarios,
        builtin_sources, read,
    },
    session::Event,
    store::Place,
    training::{Doing, Drill, Marked, Saying, Stage, Terms, TraineeName},
};

/// The built-in guide with its scenarios.
pub(crate) fn guide() -> Arc<Guide> {
    static GUIDE: LazyLock<Arc<Guide>> = LazyLock::new(|| {
        let mut files = builtin_sources();
        files.extend(builtin_scenarios());
        Arc::new(read(&files).into_guide().expect("the built-in guide has no errors"))
    });
    GUIDE.clone()
}

/// What a trainee does otherwise than right.
#[derive(Clone, Debug, Default)]
pub(crate) struct Flaws {
    /// Another way in than the best one.
    pub(crate) entry: Option<Entry>,
    /// Questions that are answered without having looked.
    pub(crate) not_looked: Vec<Id>,
    /// What is looked at and tells nothing that is asked.
    pub(crate) needless: Vec<Id>,
    /// Wrong answers.
    pub(crate) wrong: BTreeMap<Id, Move>,
    /// First actions at every remedy, where they are not the right ones: places among all that is
    /// offered, the remedy's own before the temptations.
    pub(crate) actions: Option<Vec<usize>>,
    /// What the customer is told, where that is not the right thing.
    pub(crate) said: Option<Saying>,
}

/// Plays a scenario to its end.
pub(crate) fn play(scenario: &Scenario, terms: Terms, flaws: &Flaws) -> Drill {
    let now = clock();
    let guide = guide();
    let mut drill = Drill::begin(guide, &scenario.id, terms, 7, now()).expect("it can be played");
    for look in &flaws.needless {
        drill.look(look, now()).expect("it is offered");
    }
    let entry = flaws.entry.clone().unwrap_or_else(|| drill.best().entry.clone());
    drill.enter(entry, now()).expect("a way in");
    while step(&mut drill, flaws, &now) {}
    drill.finish(now()).expect("it is over");
    drill
}

/// Does the next thing; says whether the drill goes on.
pub(crate) fn step(drill: &mut Drill, flaws: &Flaws, now: &impl Fn() -> jiff::Timestamp) -> bool {
    let guide = Arc::clone(drill.guide());
    match drill.stage() {
        Stage::Scene => {
            let entry = drill.best().entry.clone();
            drill.enter(entry, now()).expect("a way in");
        }
        Stage::Question(question) => {
            let question = question.clone();
            let seen = drill.seen().iter().any(|sight| sight.question.id == question.id);
            let sight = drill.scenario().sight(&question.id).cloned();
            if sight.is_some() && !seen && !flaws.not_looked.contains(&question.id) {
                drill.look(&question.id, now()).expect("it is offered");
            }
            let right = sight.and_then(|sight| sight.right(&guide));
            let given = flaws.wrong.get(&question.id).cloned().or(right);
            answer(drill, &question, given.unwrap_or_else(|| blind(&question)), now());
        }
        Stage::Remedy(remedy) => {
            let remedy = remedy.clone();
            let actions = first_actions(drill, &remedy, flaws);
            drill.order(actions, now()).expect("actions");
        }
        Stage::Telling(_) => {
            drill.tell(flaws.said.unwrap_or(Saying::Remedy), now()).expect("a sentence");
        }
        Stage::Over(_) => return false,
    }
    true
}

fn first_actions(drill: &Drill, remedy: &tilldoc::guide::Remedy, flaws: &Flaws) -> Vec<Doing> {
    let own = remedy.actions.iter().take(3).map(|action| Doing::Action(action.id.clone()));
    let tempting = (0..drill.scenario().temptations.len()).map(Doing::Temptation);
    let all: Vec<Doing> = own.chain(tempting).collect();
    let right: Vec<usize> = (0..drill.actions_wanted()).collect();
    let wanted = flaws.actions.as_ref().unwrap_or(&right).iter();
    wanted.filter_map(|at| all.get(*at).cloned()).take(right.len()).collect()
}

/// Gives an answer in the wizard.
pub(crate) fn answer(drill: &mut Drill, question: &Question, given: Move, at: jiff::Timestamp) {
    let question = question.id.clone();
    let what = match given {
        Move::Answer(response) => Event::Answered { question, response },
        Move::LookUp(entry) => Event::LookedUp { entry },
        Move::Tried(_) => panic!("no answer to a question"),
    };
    drill.did(what, at).expect("it fits");
}

/// What is answered where nothing is known: that nobody can tell, else the first answer.
fn blind(question: &Question) -> Move {
    let unsure = question.role(Role::Unsure).or(question.answers.first());
    Move::Answer(Response::Answer(unsure.expect("an answer").id.clone()))
}

/// Wrong answers to a question of the scenario: its traps, and every other answer.
pub(crate) fn wrong_answers(scenario: &Scenario, question: &Id) -> Vec<Move> {
    let guide = guide();
    let sight = scenario.sight(question).expect("a fact");
    let own = guide.question(question).expect("a question");
    let direct = own.answers.iter().map(|own| Move::Answer(Response::Answer(own.id.clone())));
    let ticks = own.answers.iter().map(|own| Move::Answer(Response::Ticks(vec![own.id.clone()])));
    let traps = scenario.traps.iter().filter(|trap| trap.question.id == *question);
    let traps = traps.filter_map(|trap| trap.wrong(&guide));
    let all = traps.chain(direct).chain(ticks).filter(|own| !sight.agrees(&guide, own));
    let fits =
        |own: &Move| matches!(own, Move::Answer(given) if own_route(&guide, question, given));
    all.filter(fits).collect()
}

fn own_route(guide: &Guide, question: &Id, given: &Response) -> bool {
    guide.question(question).is_some_and(|own| own.route(guide, given).is_some())
}

/// Questions of the best path.
pub(crate) fn asked(drill: &Drill) -> Vec<Id> {
    let stops = drill.best().stops.iter();
    stops.filter(|own| !matches!(own.does, Move::Tried(_))).map(|own| own.node.clone()).collect()
}

/// A trainee who does whatever is possible.
pub(crate) fn at_random(scenario: &Scenario, terms: Terms, seed: u64) -> Drill {
    let now = clock();
    let mut rng = Rng::with_seed(seed);
    let mut drill = Drill::begin(guide(), &scenario.id, terms, seed, now()).expect("a drill");
    for _ in 0..200 {
        if matches!(drill.stage(), Stage::Over(_)) {
            break;
        }
        at_random_step(&mut drill, &mut rng, now());
    }
    drill.finish(now()).expect("it can be closed at any time");
    drill
}

fn at_random_step(drill: &mut Drill, rng: &mut Rng, at: jiff::Timestamp) {
    let guide = Arc::clone(drill.guide());
    let looks: Vec<Id> = drill.looks().iter().map(|sight| sight.question.id.clone()).collect();
    // Whatever is refused changes nothing.
    let _ = match rng.u8(..12) {
        0 | 1 => match rng.choice(&looks) {
            Some(look) => drill.look(look, at),
            None => Ok(()),
        },
        2 => drill.did(Event::Back, at),
        3 => drill.ask_hint(at),
        4 => {
            let symptom = rng.choice(&guide.symptoms).expect("a symptom").id.clone();
            let entry = Entry::Symptom(symptom);
            match drill.stage() {
                Stage::Scene => drill.enter(entry, at),
                _ => drill.did(Event::LookedUp { entry }, at),
            }
        }
        _ => match drill.stage() {
            Stage::Scene => drill.enter(drill.best().entry.clone(), at),
            Stage::Question(question) => {
                let answers = &question.answers;
                let id = rng.choice(answers).expect("an answer").id.clone();
                let right = drill.scenario().sight(&question.id).and_then(|own| own.right(&guide));
                let response = match right {
                    Some(Move::Answer(response)) if rng.bool() => response,
                    _ if question.role(Role::None).is_some() => Response::Ticks(vec![id]),
                    _ => Response::Answer(id),
                };
                drill.answer(response, at)
            }
            Stage::Remedy(_) => {
                let mut actions = drill.actions_offered();
                rng.shuffle(&mut actions);
                actions.truncate(drill.actions_wanted());
                drill.order(actions, at)
            }
            Stage::Telling(_) => {
                let said = rng.choice(drill.sayings_offered()).expect("a sentence");
                drill.tell(said, at)
            }
            Stage::Over(_) => Ok(()),
        },
    };
}

/// The mark of a drill that is over.
pub(crate) fn marked(drill: &Drill) -> Marked {
    drill.marked().expect("it is over")
}

/// What drills begin with where the attempts of somebody are kept at a place.
#[cfg_attr(not(target_os = "linux"), expect(dead_code, reason = "its tests are for Linux alone"))]
pub(crate) fn kept(place: Place, name: TraineeName) -> Trainer {
    let keeper = move |name: Option<&TraineeName>| -> Box<dyn Attempts> {
        let name = name.expect("somebody trains").clone();
        Box::new(Kept::new(place.clone(), TimeZone::UTC, first_time(), name))
    };
    let (attempts, trainee) = (Box::new(keeper), Some(name));
    Trainer { guide: Box::new(guide), attempts, trainee, ..Trainer::default() }
}
