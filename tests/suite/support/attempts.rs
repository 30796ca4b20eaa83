//! Attempts as values: made up for what is counted of them, or really played.

use super::trainee::{Flaws, guide, play, wrong_answers};
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use std::collections::BTreeMap;
use tilldoc::{
    store::Store,
    training::{
        Attempt, AttemptId, AttemptStart, Harm, HarmKind, Marked, Marking, Mode, Points, Terms,
        Trainee, TraineeId, TraineeName, Worded,
    },
};

/// A trainee's name.
pub(crate) fn name(name: &str) -> TraineeName {
    TraineeName::parse(name).expect("a name")
}

/// What an attempt with this mark began with.
pub(crate) fn start(marked: &Marked) -> AttemptStart {
    AttemptStart {
        scenario: marked.scenario.clone(),
        title: marked.title.clone(),
        guide: marked.guide.clone(),
        version: marked.version.clone(),
        mode: marked.mode,
        language: "zh".to_owned(),
        began: marked.began,
    }
}

/// Keeps a finished attempt.
pub(crate) fn keep(store: &mut Store, trainee: &str, marked: &Marked) -> AttemptId {
    let trainee = store.trainee(&name(trainee), marked.began).expect("known");
    let attempt = store.begin_attempt(trainee.id, &start(marked)).expect("begun");
    store.finish_attempt(attempt, marked).expect("finished");
    attempt
}

/// What comes of a built-in scenario that is played all right, or with every answer wrong; it begins
/// at this time.
pub(crate) fn played(scenario: &str, mode: Mode, right: bool, began: Timestamp) -> Marked {
    let guide = guide();
    let scenario = guide.scenario(scenario).expect("a scenario");
    let terms = match mode {
        Mode::Practice => Terms::practice(80.0),
        Mode::Exam => Terms { limit: None, ..Terms::exam(80.0, scenario.questions) },
    };
    let wrong = |question: &tilldoc::guide::Id| {
        Some((question.clone(), wrong_answers(scenario, question).into_iter().next()?))
    };
    let questions = scenario.sights.iter().map(|sight| &sight.question.id);
    let wrong = if right { BTreeMap::new() } else { questions.filter_map(wrong).collect() };
    let drill = play(scenario, terms, &Flaws { wrong, ..Flaws::default() });
    let mut marked = drill.marked().expect("it is over");
    let took = marked.ended.duration_since(marked.began);
    (marked.began, marked.ended) = (began, began + took);
    marked
}

/// Attempts of a few trainees at a few things, in the order in which they ended.
pub(crate) fn attempts() -> impl Strategy<Value = Vec<Attempt>> {
    let one = (0_i64..4, marked());
    proptest::collection::vec(one, 0..30).prop_map(|all| {
        let attempt = |(at, (trainee, mut marked)): (i64, (i64, Marked))| {
            let later = SignedDuration::from_hours(at);
            (marked.began, marked.ended) = (marked.began + later, marked.ended + later);
            let name = name(["李伟", "Ann", "0417", "=cmd|' /C calc'!A0"][trainee as usize]);
            let trainee = Trainee { id: TraineeId(trainee + 1), name };
            let language = (if at % 2 == 0 { "zh" } else { "en" }).to_owned();
            Attempt { id: AttemptId(at + 1), trainee, language, marked }
        };
        (0..).zip(all).map(attempt).collect()
    })
}

/// What came of an attempt: any that could have.
pub(crate) fn marked() -> impl Strategy<Value = Marked> {
    let marking = (0_usize..4, 0_usize..3, 0_u8..3, any::<bool>()).prop_map(
        |(question, given, known, looked)| {
            let answers = ["yes", "no", "unsure"];
            let given = answers[given];
            // Nothing is known of it, or what a look shows, or one answer alone as a trap.
            let (right, agrees) = match known {
                0 => (None, true),
                1 => (Some("yes".to_owned()), given == "yes"),
                _ => (None, given != "no"),
            };
            let questions = ["start.what", "power.outlet", "-gone", "display.blank"];
            Marking {
                question: questions[question].into(),
                given: given.to_owned(),
                agrees,
                right,
                looked,
            }
        },
    );
    let scenario = prop_oneof![
        Just(("roses-at-the-car-door", "network")),
        Just(("the-silent-box", "display")),
        Just(("not-in-the-guide", "nowhere")),
    ];
    let answers = proptest::collection::vec(marking, 0..6);
    (scenario, answers, 0_u32..=1_000, 0_u32..600, any::<bool>(), any::<bool>(), 0_i64..100_000)
        .prop_map(|((scenario, step), answers, total, minutes, harm, exam, took)| {
            let began: Timestamp = "2026-11-20T09:00:00.123Z".parse().expect("a time");
            let total = f64::from(total) / 10.0;
            let harm = harm.then(|| Harm {
                kind: HarmKind::Action,
                node: "remedy.router".into(),
                choice: Worded::default(),
                why: Worded::default(),
            });
            Marked {
                scenario: scenario.into(),
                title: Worded([("en".to_owned(), "A title".to_owned())].into()),
                step: step.into(),
                guide: "pos-terminal".to_owned(),
                version: "1".to_owned(),
                mode: if exam { Mode::Exam } else { Mode::Practice },
                began,
                ended: began + SignedDuration::from_millis(took),
                points: Points::default(),
                total,
                mark: 80.0,
                passed: total >= 80.0 && harm.is_none(),
                harm: harm.into_iter().collect(),
                minutes: f64::from(minutes) / 10.0,
                best_minutes: 3.0,
                answers,
                remedy: None,
                solved: false,
                completed: true,
                hints: 0,
            }
        })
}
