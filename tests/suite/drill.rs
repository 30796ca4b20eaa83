//! Every built-in scenario, played: by somebody who does all of it right, by somebody who chooses
//! what harms, by chance; and what a drill allows and refuses.

use crate::support::{
    clock,
    trainee::{Flaws, answer, asked, at_random, guide, marked, play, step, wrong_answers},
};
use tilldoc::{
    guide::{Entry, Id, Move},
    session::Event,
    training::{
        Agreement, AttemptEvent, Doing, Drill, Ending, Feedback, Happened, HarmKind, Mode, Part,
        Refused, Saying, Stage, Terms, Unplayable, WEIGHTS,
    },
};

#[test]
fn who_does_everything_right_gets_all_points() {
    for scenario in &guide().scenarios {
        for terms in [Terms::practice(80.0), Terms::exam(100.0, scenario.questions)] {
            // The clock goes on by a minute each time: no exam is that long.
            let terms = Terms { limit: None, ..terms };
            let drill = play(scenario, terms, &Flaws::default());
            let marked = marked(&drill);
            let id = &scenario.id;
            assert!(matches!(drill.stage(), Stage::Over(Ending::Solved)), "{id}");
            assert!((marked.total - 100.0).abs() < 1e-9, "{id}: {marked:#?}");
            assert!(marked.passed && marked.harm.is_empty(), "{id}");
            assert!(scenario.is_right(marked.remedy.as_deref().expect("a remedy")), "{id}");
            assert!((marked.minutes - marked.best_minutes).abs() < 1e-9, "{id}");
            assert_eq!(marked.answers.len(), scenario.questions, "{id}");
            for own in &marked.answers {
                assert!(own.agrees && own.looked, "{id}: {own:?}");
                assert_eq!(Some(&own.given), own.right.as_ref(), "{id}");
            }
        }
    }
}

#[test]
fn who_chooses_what_harms_fails_whatever_the_points() {
    let (mut harmful, mut well_off) = (0, 0);
    for scenario in &guide().scenarios {
        let own = guide();
        let own = own.scenario(&scenario.id).expect("it is there");
        let harm = |at: &usize| own.temptations[*at].harm;
        let tempting: Vec<usize> = (0..own.temptations.len()).filter(harm).collect();
        let traps = own.traps.iter().filter(|trap| trap.harm);
        let wrong =
            traps.filter_map(|trap| Some((trap.question.id.clone(), trap.wrong(&guide())?)));
        let told = own.tellings.iter().position(|own| own.harm).map(Saying::Telling);
        let flaws = Flaws {
            wrong: wrong.collect(),
            actions: (!tempting.is_empty()).then(|| {
                // What harms first, and then what is right.
                tempting.iter().map(|at| at + 3).chain(0..3).collect()
            }),
            said: told,
            ..Flaws::default()
        };
        let anything = !flaws.wrong.is_empty() || flaws.actions.is_some() || told.is_some();
        // Who has a pass mark of nothing passes by anything, except by harm.
        let marked = marked(&play(scenario, Terms::practice(0.0), &flaws));
        assert_eq!(anything, !marked.passed, "{}", scenario.id);
        for own in &marked.harm {
            for tag in ["zh", "en"] {
                assert!(!own.why.0[tag].is_empty(), "{}: {own:?}", scenario.id);
                assert!(!own.choice.0[tag].is_empty(), "{}: {own:?}", scenario.id);
            }
        }
        harmful += usize::from(anything);
        well_off += usize::from(!marked.harm.is_empty() && marked.total > 80.0);
    }
    assert!(harmful > 90, "{harmful}");
    assert!(well_off > 0, "harm fails in spite of good points, or this shows nothing");
}

#[test]
fn each_sort_of_harm_is_named_with_its_reason() {
    let guide = guide();
    let own = guide.scenario("two-texts-one-melon").expect("it is there");
    let wrong = own.traps.iter().find(|trap| trap.harm).expect("a harmful trap");
    let why = wrong.why.versions().next().expect("a reason").to_owned();
    let answer = (wrong.question.id.clone(), wrong.wrong(&guide).expect("an answer"));
    let flaws = Flaws { wrong: [answer].into(), ..Flaws::default() };
    let harm = marked(&play(own, Terms::practice(80.0), &flaws)).harm;
    assert_eq!(harm[0].kind, HarmKind::Answer);
    assert_eq!(harm[0].node, "money.charged-twice");
    assert_eq!(harm[0].choice.get("en"), "Two, and neither is a reprint");
    assert_eq!(harm[0].why.0["zh"], why);

    let flaws = Flaws { actions: Some(vec![0, 1, 3]), ..Flaws::default() };
    let action = marked(&play(own, Terms::practice(80.0), &flaws));
    assert_eq!(action.harm.len(), 1);
    assert_eq!(action.harm[0].kind, HarmKind::Action);
    assert_eq!(action.harm[0].choice.get("en"), "Give her 68 yuan from the drawer.");
    assert!((action.points.actions.got - 3.3).abs() < 1e-9, "two of three are in order");
    assert!(!action.passed && action.total > 95.0);
}

#[test]
fn chance_gets_between_nothing_and_everything() {
    let mut totals = Vec::new();
    for (at, scenario) in guide().scenarios.iter().enumerate() {
        for terms in [Terms::practice(80.0), Terms { limit: None, ..Terms::exam(80.0, 3) }] {
            for seed in 0..6 {
                let drill = at_random(scenario, terms, seed + 100 * at as u64);
                let marked = marked(&drill);
                assert!((0.0..=100.0).contains(&marked.total), "{}: {marked:?}", scenario.id);
                for (share, (part, most)) in marked.points.all().iter().zip(WEIGHTS) {
                    assert!((0.0..=most).contains(&share.got), "{part:?}: {share:?}");
                    assert!((share.most - most).abs() < 1e-9);
                }
                assert!(marked.solved == (marked.points.of(Part::Remedy).got > 0.0));
                totals.push(marked.total);
            }
        }
    }
    let mean = totals.iter().sum::<f64>() / totals.len() as f64;
    assert!(mean < 60.0, "chance must not do well: {mean}");
    assert!(totals.iter().any(|total| *total > 70.0) && totals.iter().any(|total| *total < 5.0));
}

/// A drill that stands at its first question.
fn at_first_question(terms: Terms) -> Drill {
    let now = clock();
    let mut drill =
        Drill::begin(guide(), "grandpas-salary-card", terms, 3, now()).expect("a drill");
    let entry = drill.best().entry.clone();
    drill.enter(entry, now()).expect("a way in");
    drill
}

#[test]
fn an_exam_has_no_hints_no_feedback_and_no_way_back() {
    let now = clock();
    let exam = Terms { limit: None, ..Terms::exam(80.0, 5) };
    let mut drill = at_first_question(exam);
    assert_eq!(drill.ask_hint(now()), Err(Refused::NoHints));
    assert!(drill.hint().is_none());
    let Stage::Question(first) = drill.stage() else { panic!("at a question") };
    let first = first.clone();
    let wrong = wrong_answers(drill.scenario(), &first.id).remove(0);
    answer(&mut drill, &first, wrong.clone(), now());
    assert!(drill.feedback().is_none());
    let before = drill.events().len();
    assert_eq!(drill.did(Event::Back, now()), Err(Refused::NoWayBack));
    let Move::Answer(response) = wrong else { panic!("an answer") };
    let changed = Event::Changed { question: first.id.clone(), response };
    assert_eq!(drill.did(changed.clone(), now()), Err(Refused::NoWayBack));
    // To look the way in up once more would be a way back.
    let entry = drill.best().entry.clone();
    assert_eq!(drill.did(Event::LookedUp { entry }, now()), Err(Refused::NoWayBack));
    assert_eq!(drill.events().len(), before, "what is refused is not recorded");
    // Nothing of the remedies is told until the end.
    assert!(drill.marked().is_none());

    let mut lenient = at_first_question(Terms { allow_back: true, ..exam });
    let right = lenient.scenario().sight(&first.id).and_then(|own| own.right(&guide()));
    let wrong = wrong_answers(lenient.scenario(), &first.id).remove(0);
    answer(&mut lenient, &first, wrong, now());
    lenient.did(Event::Back, now()).expect("the trainer allows it");
    answer(&mut lenient, &first, right.expect("a fact"), now());
    lenient.finish(now()).expect("it can be closed at any time");
    let answers = marked(&lenient).answers;
    assert_eq!(answers.len(), 1, "what was taken back in time leaves no trace: {answers:?}");
    assert!(answers[0].agrees);
}

#[test]
fn practice_has_hints_and_feedback_and_counts_what_was_answered_first() {
    let now = clock();
    let mut drill = at_first_question(Terms::practice(80.0));
    assert!(drill.hint().is_none());
    drill.ask_hint(now()).expect("practice has hints");
    let hint = drill.hint().expect("a hint");
    assert!(hint.look.is_some());
    let Stage::Question(first) = drill.stage() else { panic!("at a question") };
    let first = first.clone();
    let wrong = wrong_answers(drill.scenario(), &first.id).remove(0);
    answer(&mut drill, &first, wrong, now());
    let Some(Feedback::Answer { agreement, looked, right, trap, .. }) = drill.feedback() else {
        panic!("feedback on the answer")
    };
    assert_eq!((agreement, looked), (Agreement::Against, false));
    assert!(trap.is_some());
    let right = right.expect("what would be right");
    drill.did(Event::Back, now()).expect("practice goes back");
    assert!(drill.feedback().is_none());
    answer(&mut drill, &first, right, now());
    let Some(Feedback::Answer { agreement, .. }) = drill.feedback() else { panic!("feedback") };
    assert_eq!(agreement, Agreement::Guessed);
    while step(&mut drill, &Flaws::default(), &now) {}
    drill.finish(now()).expect("it is over");
    let marked = marked(&drill);
    assert!(marked.solved);
    assert_eq!(marked.hints, 1);
    assert!(!marked.answers[0].agrees, "it was told wrong before");
    let questions = drill.scenario().questions as f64;
    let answers = 25.0 * (questions - 1.0) / questions;
    assert!((marked.points.answers.got - answers).abs() < 0.05 + 1e-9);
}

#[test]
fn a_fact_is_known_only_by_looking_and_costs_its_minutes_once() {
    let now = clock();
    let mut drill = at_first_question(Terms::practice(80.0));
    let all = drill.scenario().sights.len();
    let order: Vec<Id> = drill.looks().iter().map(|own| own.question.id.clone()).collect();
    assert_eq!(order.len(), all);
    let written: Vec<Id> =
        drill.scenario().sights.iter().map(|own| own.question.id.clone()).collect();
    assert_ne!(order, written, "the order tells nothing");
    assert!(drill.seen().is_empty());
    let minutes = drill.scenario().sight(&order[2]).expect("a fact").minutes(&guide());
    drill.look(&order[2], now()).expect("it is offered");
    assert!((drill.minutes() - minutes).abs() < 1e-9);
    assert_eq!(drill.seen().len(), 1);
    assert_eq!(drill.look(&order[2], now()), Err(Refused::NotOffered));
    assert_eq!(drill.look(&"money.nonesuch".into(), now()), Err(Refused::NotOffered));
    let rest: Vec<Id> = drill.looks().iter().map(|own| own.question.id.clone()).collect();
    let without = [&order[..2], &order[3..]].concat();
    assert_eq!(rest, without, "the others keep their order");

    // A guess is no cheaper than a look.
    let mut guess = at_first_question(Terms::practice(80.0));
    let Stage::Question(first) = guess.stage() else { panic!("at a question") };
    let first = first.clone();
    let sight = guess.scenario().sight(&first.id).expect("a fact").clone();
    answer(&mut guess, &first, sight.right(&guide()).expect("an answer"), now());
    assert!((guess.minutes() - sight.minutes(&guide())).abs() < 1e-9);
    guess.look(&first.id, now()).expect("it can still be looked at");
    assert!((guess.minutes() - sight.minutes(&guide())).abs() < 1e-9);
}

#[test]
fn a_remedy_in_vain_costs_its_minutes_and_leads_on() {
    let guide = guide();
    let own = guide.scenario("grandpas-salary-card").expect("it is there");
    let drill = play(own, Terms::practice(80.0), &Flaws::default());
    let tried: Vec<_> =
        drill.best().stops.iter().filter(|own| matches!(own.does, Move::Tried(_))).collect();
    assert_eq!(tried.len(), 1);
    assert!(tried[0].minutes > 0.0);
    assert_eq!(
        drill.last_carried().map(|(own, worked)| (own.id.clone(), worked)),
        Some(("remedy.card-damaged".into(), true))
    );
    let ordered =
        drill.events().iter().filter(|own| matches!(own.event, AttemptEvent::Ordered { .. }));
    assert_eq!(ordered.count(), 2, "both remedies were carried out");
}

#[test]
fn at_a_remedy_one_chooses_among_its_first_actions_and_what_tempts() {
    let now = clock();
    let mut drill = at_first_question(Terms::practice(80.0));
    while !matches!(drill.stage(), Stage::Remedy(_)) {
        step(&mut drill, &Flaws::default(), &now);
    }
    let offered = drill.actions_offered();
    assert_eq!(offered.len(), 3 + drill.scenario().temptations.len());
    assert_eq!(offered, drill.actions_offered(), "the order stays while one chooses");
    let Stage::Remedy(remedy) = drill.stage() else { panic!("at a remedy") };
    let remedy = remedy.id.clone();
    for own in &offered {
        assert!(drill.doing_text(&remedy, own).is_some());
    }
    let one = Doing::Temptation(0);
    assert_eq!(drill.order(Vec::new(), now()), Err(Refused::NotOffered));
    assert_eq!(drill.order(vec![one.clone(), one.clone()], now()), Err(Refused::NotOffered));
    assert_eq!(drill.order(vec![Doing::Temptation(9)], now()), Err(Refused::NotOffered));
    assert_eq!(drill.tell(Saying::Remedy, now()), Err(Refused::NotNow));
    drill.order(vec![one], now()).expect("it is offered");
    let Some(Feedback::Actions { in_order, of, wrong, .. }) = drill.feedback() else {
        panic!("feedback on the actions")
    };
    assert_eq!((in_order, of, wrong.len()), (0, 3, 1));
    assert_eq!(drill.did(Event::Back, now()), Err(Refused::NotNow), "it is being carried out");
    assert!(drill.sayings_offered().contains(&Saying::Remedy));
    assert_eq!(drill.tell(Saying::Telling(9), now()), Err(Refused::NotOffered));
    drill.tell(Saying::Remedy, now()).expect("it is offered");
    assert!(matches!(
        drill.feedback(),
        Some(Feedback::Carried { worked: false, sensible: true, .. })
    ));
}

#[test]
fn an_exam_ends_with_its_time() {
    let at: jiff::Timestamp = "2026-11-23T08:00:00Z".parse().expect("a time");
    let later = |seconds| at + jiff::SignedDuration::from_secs(seconds);
    let terms = Terms::exam(80.0, 5);
    assert_eq!(terms.limit, Some(480));
    let mut drill = Drill::begin(guide(), "grandpas-salary-card", terms, 3, at).expect("a drill");
    assert_eq!(drill.left(later(60)).map(|left| left.as_secs()), Some(420));
    let entry = drill.best().entry.clone();
    drill.enter(entry, later(479)).expect("in time");
    let look = drill.looks()[0].question.id.clone();
    assert_eq!(drill.look(&look, later(480)), Err(Refused::TimeUp));
    assert_eq!(drill.left(later(500)).map(|left| left.as_secs()), Some(0));
    drill.finish(later(500)).expect("it can be closed");
    assert!(matches!(drill.stage(), Stage::Over(Ending::TimeUp)));
    assert!(!marked(&drill).solved);
    assert_eq!(drill.finish(later(501)), Err(Refused::Over));
    // Practice has all the time that there is.
    let practice = Terms { limit: Some(1), ..Terms::practice(80.0) };
    assert_eq!(at_first_question(practice).left(later(9999)), None);
}

#[test]
fn giving_up_ends_a_drill_and_gets_little() {
    let now = clock();
    let mut drill = at_first_question(Terms::practice(80.0));
    drill.did(Event::GaveUp, now()).expect("one may");
    assert!(matches!(drill.stage(), Stage::Over(Ending::GaveUp)));
    let marked = marked(&drill);
    assert_eq!((marked.total.to_bits(), marked.remedy), (0.0_f64.to_bits(), None));
    let look = drill.scenario().sights[0].question.id.clone();
    assert_eq!(drill.look(&look, now()), Err(Refused::Over));
}

#[test]
fn an_interrupted_drill_goes_on_where_it_was() {
    let now = clock();
    let mut drill = at_first_question(Terms::practice(80.0));
    for _ in 0..4 {
        step(&mut drill, &Flaws::default(), &now);
    }
    let kept: Vec<String> =
        drill.events().iter().map(|own| serde_json::to_string(own).expect("JSON")).collect();
    let read = kept.iter().map(|own| serde_json::from_str::<Happened>(own).expect("an event"));
    let mut again = Drill::replay(guide(), read).expect("the guide is the same");
    assert_eq!(again.events(), drill.events());
    while step(&mut drill, &Flaws::default(), &now) {}
    let later = clock();
    while step(&mut again, &Flaws::default(), &later) {}
    assert!((marked(&again).total - 100.0).abs() < 1e-9);
    assert_eq!(marked(&again).answers, marked(&drill).answers);
}

#[test]
fn what_can_not_be_played_is_said() {
    let now = clock();
    let begin = |id: &str| Drill::begin(guide(), id, Terms::practice(80.0), 1, now()).err();
    assert_eq!(begin("nonesuch"), Some(Unplayable::NoScenario("nonesuch".into())));
    assert_eq!(Drill::replay(guide(), []).err(), Some(Unplayable::NoBeginning));
    let mut events = at_first_question(Terms::practice(80.0)).events().to_vec();
    let gone = AttemptEvent::Looked { question: "power.gone".into() };
    events.push(Happened { at: now(), event: gone });
    let changed = Drill::replay(guide(), events.clone()).err();
    assert_eq!(changed, Some(Unplayable::Changed(2, Refused::NotOffered)));
    if let AttemptEvent::Began { guide, .. } = &mut events[0].event {
        "another".clone_into(guide);
    }
    assert_eq!(
        Drill::replay(guide(), events).err(),
        Some(Unplayable::OtherGuide("another".into()))
    );
}

#[test]
fn what_is_typed_is_kept_without_card_data() {
    let now = clock();
    let own = guide();
    let asks = |question: &tilldoc::guide::Question| question.kind == tilldoc::guide::Kind::Code;
    let question = own.nodes.iter().find_map(|node| match node {
        tilldoc::guide::Node::Question(question) if asks(question) => Some(question),
        _ => None,
    });
    let question = question.expect("a question for a code").id.clone();
    let mut drill = at_first_question(Terms::practice(80.0));
    let entry = Entry::UnsureCode("4111111111111111".to_owned());
    let _ = drill.did(Event::LookedUp { entry }, now());
    let response = tilldoc::guide::Response::UnlistedCode("4111111111111111".to_owned());
    let _ = drill.did(Event::Answered { question, response }, now());
    let kept = serde_json::to_string(drill.events()).expect("JSON");
    assert!(!kept.contains("4111111111111111"), "{kept}");
}

#[test]
fn modes_have_names() {
    assert_eq!(Mode::NAMES.map(|(name, mode)| name == mode.name()), [true, true]);
    assert!((WEIGHTS.iter().map(|(_, most)| most).sum::<f64>() - 100.0).abs() < 1e-9);
    let asked = asked(&at_first_question(Terms::practice(80.0)));
    assert_eq!(asked.len(), 5);
}

#[test]
fn the_documents_of_the_score_have_its_weights() {
    for document in ["docs/score.md", "docs/score.zh-CN.md"] {
        let text = std::fs::read_to_string(document).expect(document);
        let rows = text.lines().filter(|line| line.starts_with('|')).skip(2);
        let points = rows.filter_map(|row| row.split('|').nth(2)?.trim().parse::<f64>().ok());
        let weights: Vec<f64> = WEIGHTS.iter().map(|(_, most)| *most).collect();
        assert_eq!(points.collect::<Vec<_>>(), weights, "{document}");
        assert!(text.contains(&Terms::practice(Terms::MARK).mark.to_string()), "{document}");
    }
}
