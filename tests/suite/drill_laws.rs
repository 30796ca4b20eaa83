//! What holds for every attempt: a better decision never scores lower, and a drill that is read back
//! is the drill that was played.

use crate::support::{
    clock,
    trainee::{Flaws, at_random, guide, marked, play, step, wrong_answers},
};
use proptest::prelude::*;
use tilldoc::{
    guide::{Entry, Id, Scenario},
    session::Event,
    training::{
        Drill, Happened, Marked, Part, Points, Saying, Share, Tally, Terms, WEIGHTS,
        debrief::Decision,
    },
};

/// What goes wrong, as numbers that are read as places in the lists of any scenario.
#[derive(Clone, Debug)]
struct Draw {
    not_looked: Vec<usize>,
    needless: Vec<usize>,
    wrong: Vec<(usize, usize)>,
    actions: Vec<usize>,
    said: usize,
    exam: bool,
    /// Another way in: a symptom.
    entry: Option<usize>,
}

fn draw() -> impl Strategy<Value = Draw> {
    let places = || prop::collection::vec(0_usize..64, 0..4);
    let wrong = prop::collection::vec((0_usize..64, 0_usize..64), 0..3);
    let drawn = (places(), places(), wrong, places(), 0_usize..64, any::<bool>());
    let entry = prop::option::weighted(0.3, 0_usize..64);
    (drawn, entry).prop_map(|((not_looked, needless, wrong, actions, said, exam), entry)| Draw {
        not_looked,
        needless,
        wrong,
        actions,
        said,
        exam,
        entry,
    })
}

impl Draw {
    fn terms(&self) -> Terms {
        let exam = Terms { limit: None, ..Terms::exam(80.0, 1) };
        if self.exam { exam } else { Terms::practice(80.0) }
    }

    fn flaws(&self, scenario: &Scenario) -> Flaws {
        let guide = guide();
        let symptoms = &guide.symptoms;
        let entry = self.entry.map(|at| Entry::Symptom(symptoms[at % symptoms.len()].id.clone()));
        let asked = right_way(scenario, entry.as_ref());
        let sights: Vec<&Id> = scenario.sights.iter().map(|own| &own.question.id).collect();
        let beside: Vec<&&Id> = sights.iter().filter(|own| !asked.contains(own)).collect();
        let mut needless: Vec<Id> =
            pick(&beside, &self.needless).into_iter().map(|own| (**own).clone()).collect();
        needless.sort();
        needless.dedup();
        let wrong = self.wrong.iter().filter_map(|(question, answer)| {
            let question = sights[question % sights.len()];
            let wrong = wrong_answers(scenario, question);
            let wrong = pick(&wrong, &[*answer]).first().copied()?.clone();
            Some((question.clone(), wrong))
        });
        Flaws {
            entry,
            not_looked: pick(&sights, &self.not_looked)
                .into_iter()
                .map(|own| (*own).clone())
                .collect(),
            needless,
            wrong: wrong.collect(),
            actions: actions(&self.actions, 3 + scenario.temptations.len()),
            said: match self.said % (1 + scenario.tellings.len()) {
                0 => None,
                at => Some(Saying::Telling(at - 1)),
            },
        }
    }
}

/// Some of all first actions, in any order.
fn actions(drawn: &[usize], all: usize) -> Option<Vec<usize>> {
    let mut left: Vec<usize> = (0..all).collect();
    let chosen: Vec<usize> = drawn.iter().take(3).map(|at| left.remove(at % left.len())).collect();
    (!chosen.is_empty()).then_some(chosen)
}

fn pick<'t, T>(all: &'t [T], places: &[usize]) -> Vec<&'t T> {
    if all.is_empty() { Vec::new() } else { places.iter().map(|at| &all[at % all.len()]).collect() }
}

/// Questions that the facts lead through: from this way in where they lead to the remedy, and on the
/// best path.
fn right_way(scenario: &Scenario, entry: Option<&Entry>) -> Vec<Id> {
    let own = entry.and_then(|entry| scenario.play_by(&guide(), entry.clone()).ok());
    let best = scenario.play(&guide()).expect("it can be played");
    let stops = own.into_iter().chain([best]).flat_map(|path| path.stops);
    stops.map(|stop| stop.node).filter(|node| guide().question(node).is_some()).collect()
}

/// Flaws with one of them mended; what that was.
fn mended(flaws: &Flaws, scenario: &Scenario) -> Vec<(String, Flaws)> {
    let mut all = Vec::new();
    let entry = flaws.entry.as_ref();
    let asked = right_way(scenario, entry);
    for own in flaws.not_looked.iter().filter(|own| asked.contains(own)) {
        let mut better = flaws.clone();
        better.not_looked.retain(|other| other != own);
        all.push((format!("looked at {own}"), better));
    }
    for own in &flaws.needless {
        let mut better = flaws.clone();
        better.needless.retain(|other| other != own);
        all.push((format!("did not look at {own}"), better));
    }
    // With a second mistake left, the first may have been made good by it.
    let leads = entry.is_none_or(|own| scenario.play_by(&guide(), own.clone()).is_ok());
    if let ([(question, _)], true) = (&flaws.wrong.iter().collect::<Vec<_>>()[..], leads) {
        let better = Flaws { wrong: [].into(), ..flaws.clone() };
        all.push((format!("answered {question}"), better));
    }
    if let Some(actions) = &flaws.actions {
        let missing = (0..3).find(|own| !actions.contains(own));
        let tempted = actions.iter().position(|own| *own >= 3);
        if let (Some(missing), Some(at)) = (missing, tempted) {
            let mut better = actions.clone();
            better[at] = missing;
            let better = Flaws { actions: Some(better), ..flaws.clone() };
            all.push((format!("did {missing} in place of what tempts"), better));
        }
        all.push(("did all in order".to_owned(), Flaws { actions: None, ..flaws.clone() }));
    }
    if flaws.said.is_some() {
        all.push(("told right".to_owned(), Flaws { said: None, ..flaws.clone() }));
    }
    all
}

fn is_no_worse(better: &Marked, worse: &Marked) -> bool {
    // More remedies may be carried out, and the same harm be chosen at each.
    let less_harm = better.harm.is_empty() || !worse.harm.is_empty();
    better.total + 1e-9 >= worse.total && less_harm && (better.passed || !worse.passed)
}

/// Plays a scenario from a way in that leads nowhere and that is left at once for one that leads.
fn by_a_detour(scenario: &Scenario, wrong: Entry, right: Entry) -> Option<Drill> {
    let now = clock();
    let mut drill =
        Drill::begin(guide(), &scenario.id, Terms::practice(80.0), 7, now()).expect("a drill");
    drill.enter(wrong, now()).expect("a way in");
    drill.did(Event::LookedUp { entry: right }, now()).ok()?;
    while step(&mut drill, &Flaws::default(), &now) {}
    drill.finish(now()).expect("it is over");
    Some(drill)
}

#[test]
fn a_wrong_way_in_that_is_left_for_another_that_leads_costs_nothing() {
    let guide = guide();
    let mut played = 0;
    for scenario in &guide.scenarios {
        let best = scenario.play(&guide).expect("it can be played");
        let symptoms = || guide.symptoms.iter().map(|own| Entry::Symptom(own.id.clone()));
        let leads = |entry: &Entry| scenario.play_by(&guide, entry.clone()).ok();
        let Some(wrong) = symptoms().find(|own| leads(own).is_none()) else { continue };
        for right in symptoms() {
            let Some(own) = leads(&right).filter(|own| own.stops != best.stops) else { continue };
            let Some(drill) = by_a_detour(scenario, wrong.clone(), right.clone()) else { continue };
            let flaws = Flaws { entry: Some(right), ..Flaws::default() };
            let direct = play(scenario, Terms::practice(80.0), &flaws);
            assert_eq!(marked(&drill).points, marked(&direct).points, "{}", scenario.id);
            let debrief = drill.debrief().expect("it is over");
            for decided in &debrief.decisions {
                if let Decision::Looked { sight, needless: true } = &decided.what {
                    let asked = own.stops.iter().any(|stop| stop.node == sight.question.id);
                    assert!(!asked, "{}: {} was needed", scenario.id, sight.question.id);
                }
            }
            played += 1;
        }
    }
    assert!(played > 20, "{played} detours");
}

#[test]
fn a_clock_that_is_set_back_gives_no_more_time() {
    let guide = guide();
    let began: jiff::Timestamp = "2026-11-23T09:00:00Z".parse().expect("a time");
    let later = began + jiff::SignedDuration::from_mins(10);
    let scenario = &guide.scenarios[0].id;
    let mut drill =
        Drill::begin(guide.clone(), scenario, Terms::exam(80.0, 9), 7, began).expect("a drill");
    drill.enter(drill.best().entry.clone(), later).expect("in time");
    let looks: Vec<_> = drill.looks().iter().map(|own| own.question.id.clone()).collect();
    drill.look(&looks[0], began).expect("offered");
    assert_eq!(drill.events().last().map(|own| own.at), Some(later));
    drill.finish(began).expect("at any time");
    assert!(drill.marked().is_some_and(|own| own.ended == later && !own.completed));
}

#[test]
fn tenths_that_make_the_mark_reach_it() {
    let share = |got| Share { got, most: 100.0 };
    let points = Points {
        remedy: share(40.0),
        answers: share(6.8),
        looks: share(8.9),
        minutes: share(15.0),
        actions: share(4.3),
        telling: share(5.0),
    };
    assert!(points.total() >= 80.0, "{}", points.total());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_better_decision_never_scores_lower(at in 0_usize..1000, draw in draw()) {
        let guide = guide();
        let scenario = &guide.scenarios[at % guide.scenarios.len()];
        let flaws = draw.flaws(scenario);
        let worse = marked(&play(scenario, draw.terms(), &flaws));
        prop_assert!((0.0..=100.0).contains(&worse.total));
        for (what, flaws) in mended(&flaws, scenario) {
            let better = marked(&play(scenario, draw.terms(), &flaws));
            prop_assert!(
                is_no_worse(&better, &worse),
                "{}: {what}: {better:#?} against {worse:#?}", scenario.id
            );
        }
    }

    #[test]
    fn points_rise_with_what_is_good_and_fall_with_what_is_not(
        counts in prop::array::uniform10(0_usize..9),
        solved: bool,
        minutes in prop::array::uniform3(0.0_f64..60.0),
    ) {
        let [agreed, wrong, never_asked, taken, missed, astray, in_order, out, right, untold] = counts;
        let tally = Tally {
            solved,
            agreed,
            known: agreed + wrong,
            never_asked,
            looks_taken: taken,
            looks_needed: taken + missed,
            astray,
            minutes: minutes[0],
            minutes_left_out: minutes[1],
            best_minutes: minutes[2],
            actions_in_order: in_order,
            actions_wanted: in_order + out,
            told_right: right,
            told: right + untold,
        };
        let better = [
            Tally { solved: true, ..tally },
            Tally { agreed: agreed + wrong.min(1), ..tally },
            Tally { never_asked: never_asked.saturating_sub(1), ..tally },
            Tally { looks_taken: taken + missed.min(1), ..tally },
            Tally { astray: astray.saturating_sub(1), ..tally },
            Tally { minutes: minutes[0] / 2.0, ..tally },
            Tally { minutes_left_out: minutes[1] / 2.0, ..tally },
            Tally { actions_in_order: in_order + out.min(1), ..tally },
            Tally { told_right: right + untold.min(1), ..tally },
        ];
        for own in better {
            prop_assert!(own.points().total() + 1e-9 >= tally.points().total(), "{own:?} {tally:?}");
            for (part, most) in WEIGHTS {
                prop_assert!((0.0..=most).contains(&own.points().of(part).got));
            }
        }
        let all = tally.points();
        let sum: f64 = WEIGHTS.iter().map(|(part, _)| all.of(*part).got).sum();
        prop_assert!((all.total() - sum).abs() < 1e-9, "what is shown adds up");
        prop_assert!(solved || all.of(Part::Minutes).got == 0.0);
    }

    #[test]
    fn a_drill_that_is_read_back_is_the_one_that_was_played(at in 0_usize..1000, seed: u64, exam: bool, cut in 0_usize..80) {
        let guide = guide();
        let scenario = &guide.scenarios[at % guide.scenarios.len()];
        let terms = if exam {
            Terms { limit: None, ..Terms::exam(80.0, 1) }
        } else {
            Terms::practice(80.0)
        };
        let live = at_random(scenario, terms, seed);
        let events: Vec<Happened> = live.events().to_vec();
        let json = serde_json::to_string(&events).expect("JSON");
        let read: Vec<Happened> = serde_json::from_str(&json).expect("events");
        let mut again = Drill::replay(guide.clone(), read).expect("the guide is the same");
        prop_assert_eq!(again.events(), live.events());
        prop_assert_eq!(again.marked(), live.marked());
        prop_assert_eq!(again.tally(), live.tally());
        prop_assert_eq!(again.minutes().to_bits(), live.minutes().to_bits());

        // Interrupted anywhere it offers the same, and comes to the same.
        let cut = 1 + cut % events.len();
        again = Drill::replay(guide.clone(), events[..cut].to_vec()).expect("the guide is the same");
        let mut twin = Drill::replay(guide.clone(), events[..cut].to_vec()).expect("likewise");
        for own in &events[cut..] {
            prop_assert_eq!(again.actions_offered(), twin.actions_offered());
            prop_assert_eq!(again.sayings_offered(), twin.sayings_offered());
            again.act(own.event.clone(), own.at).expect("it was taken before");
            twin.act(own.event.clone(), own.at).expect("likewise");
            if !again.events().len().is_multiple_of(8) {
                continue;
            }
            twin = Drill::replay(guide.clone(), again.events().to_vec()).expect("it is the same");
            prop_assert_eq!(format!("{:?}", again.stage()), format!("{:?}", twin.stage()));
        }
        prop_assert_eq!(again.marked(), live.marked());
        let json = serde_json::to_string(&again.marked()).expect("JSON");
        let read: Option<Marked> = serde_json::from_str(&json).expect("a mark");
        prop_assert_eq!(read, live.marked());
    }
}
