//! A drill on the real screen, by keys.

use crate::support::{
    drilled::Hands,
    keys::{any_input, inputs as keys},
    seen::{NOODLES, Seen, right_actions, stage},
    stage::Stage,
    trainee,
};
use insta::assert_snapshot;
use proptest::prelude::*;
use tilldoc::{
    drilling::Attempts,
    guide::{Entry, Id, Kind},
    texts::Texts,
    training::{AttemptEvent, Drill, Mode, Saying, TraineeName},
};

#[test]
fn a_drill_by_keys_to_full_score_in_both_languages_and_both_modes() {
    for mode in [Mode::Practice, Mode::Exam] {
        for (lang, passed) in [("zh", "100 分（满分 100"), ("en", "100 of 100")] {
            let hands = Hands::at(NOODLES, mode).enter().rightly();
            let actions = right_actions(&hands);
            let hands = hands.carry_out(&actions, Saying::Remedy);
            let seen = Seen::default();
            let played = stage(mode, &seen).lang(lang).play(hands.keys());
            let worked = if lang == "zh" { "办法选对了：" } else { "The right remedy:" };
            assert!(played.shows(worked), "{}", played.text());
            let marks = seen.marks();
            assert_eq!(marks.len(), 1, "closed once");
            assert!(marks[0].passed && marks[0].total > 99.9, "{:?}", marks[0]);
            let played = stage(mode, &seen).lang(lang).play(hands.press("<enter>").keys());
            assert!(played.shows(passed), "{}", played.text());
        }
    }
}

#[test]
fn a_harmful_choice_fails_with_its_reason_first() {
    let id = "crabs-at-the-night-market";
    let guide = trainee::guide();
    let scenario = guide.scenario(id).expect("there is one");
    let trap = scenario.traps.iter().find(|own| own.harm);
    let trap = trap.expect("a trap that harms");
    let mut hands = Hands::at(id, Mode::Exam).enter();
    // The right way as far as the trap's question, then into it.
    while let tilldoc::training::Stage::Question(own) = hands.drill().stage() {
        if own.id == trap.question.id {
            break;
        }
        let right = scenario.sight(&own.id).expect("a fact").answer.id.clone();
        hands = hands.answer(&right);
    }
    let hands = hands.answer(&trap.answer.id).press("g3");
    for (lang, said, why) in
        [("zh", "会造成损失的选择", "一步一步看"), ("en", "What does harm", "Points")]
    {
        let seen = Seen::default();
        let stage = Stage::new().training(Some(id), Some(Mode::Exam), seen.clone()).lang(lang);
        let played = stage.play(hands.keys());
        let at = |text: &str| played.rows.iter().position(|row| row.trim() == text);
        assert!(at(said).is_some(), "{}", played.text());
        assert!(at(why).is_none_or(|why| at(said) < Some(why)), "{}", played.text());
        let tag = |own: &tilldoc::guide::Text| own.get(guide.lang(&Texts::new(lang))).to_owned();
        let reason: String = tag(&trap.why).chars().take(20).collect();
        assert!(played.shows(&reason), "{}", played.text());
        assert!(!seen.marks()[0].passed && !seen.marks()[0].harm.is_empty());
    }
}

#[test]
fn what_was_wrong_stays_until_it_is_read() {
    let hands = Hands::at(NOODLES, Mode::Practice).enter().look("power.sale-running").answer("no");
    let wrong = hands.answer("unplugged-dark").keys().to_owned();
    let played = stage(Mode::Practice, &Seen::default()).lang("en").play(&format!("{wrong}o1"));
    assert!(!played.shows("That step was not right"), "1 has gone on: {}", played.text());
    let played = stage(Mode::Practice, &Seen::default()).lang("en").play(&format!("{wrong}o"));
    assert!(
        played.shows("Right would be:") && played.shows("can't be done now"),
        "{}",
        played.text()
    );
}

#[test]
fn an_interrupted_drill_is_gone_on_with() {
    let hands = Hands::at(NOODLES, Mode::Practice).enter().look("power.first");
    let seen = Seen::default();
    let left = stage(Mode::Practice, &seen).lang("en").play(&format!("{}q2", hands.keys()));
    assert!(left.left, "{}", left.text());
    assert!(seen.marks().is_empty(), "nothing was given up");
    // Another run of the program.
    let again = Stage::new().training(None, None, seen.clone()).lang("en");
    let played = again.play("1");
    assert!(played.shows("Training (Practice)"), "{}", played.text());
    let played = Stage::new().training(None, None, seen.clone()).lang("en").play("1o");
    assert!(played.shows("Seen so far"), "{}", played.text());
    assert!(played.shows("light press on the power key: nothing."), "{}", played.text());
}

#[test]
fn nothing_of_a_drill_goes_to_the_shop() {
    let folder = tempfile::tempdir().expect("a folder");
    let hands = Hands::at(NOODLES, Mode::Practice).enter().rightly();
    let actions = right_actions(&hands);
    let hands = hands.carry_out(&actions, Saying::Remedy).press("<enter><esc><esc>");
    let seen = Seen::default();
    let home = stage(Mode::Practice, &seen).data(folder.path()).lang("en").play(hands.keys());
    assert!(!home.shows("Where you were:"), "{}", home.text());
    let place = tilldoc::store::Place::new(Some(folder.path())).expect("a place");
    let store = tilldoc::store::Store::open(&place, &jiff::tz::TimeZone::UTC).expect("opens");
    let past = store.past("2026-12-01T00:00:00Z".parse().expect("a time")).expect("reads");
    assert!(past.is_empty(), "a drill among the shop's sessions");
    assert!(seen.inside().2.iter().any(|own| own.event == AttemptEvent::Finished));
}

#[test]
fn the_bar_says_training_on_every_screen() {
    let hands = Hands::at(NOODLES, Mode::Practice).enter();
    let seen = Seen::default();
    for (lang, said) in [("zh", "训练"), ("en", "Training")] {
        for keys in ["", "1", "2", "/", "?", "q", "<esc>", "o"] {
            let played = stage(Mode::Practice, &seen).lang(lang).play(keys);
            assert!(played.rows[0].contains(said), "{keys}: {}", played.text());
        }
        let played = stage(Mode::Practice, &seen).lang(lang).play(hands.keys());
        assert!(played.rows[0].contains(said), "{}", played.text());
    }
}

#[test]
fn the_list_tells_nothing_of_the_truth() {
    let guide = trainee::guide();
    let seen = Seen::default();
    let played = Stage::new().training(None, Some(Mode::Exam), seen).lang("en").play("4");
    // A cause may be wrapped: blanks and ends of lines do not count, nor does what is cut off.
    let dense = |text: &str| text.split_whitespace().collect::<String>();
    let shown = dense(&played.text());
    let lang = guide.lang(&Texts::new("en"));
    let told = |title: &str| shown.contains(&dense(title));
    assert!(guide.scenarios.iter().any(|own| told(own.title.get(lang))), "{}", played.text());
    for scenario in &guide.scenarios {
        let remedy = guide.remedy(&scenario.truth.id).expect("there is one");
        let cause: String = dense(remedy.cause.get(lang)).chars().take(24).collect();
        assert!(!shown.contains(&cause), "{}", scenario.id);
    }
}

#[test]
fn every_screen_in_both_languages_and_two_sizes() {
    let practice = Hands::at(NOODLES, Mode::Practice).enter();
    let asked = practice.keys().to_owned();
    let wrong = Hands::at(NOODLES, Mode::Practice).enter().look("power.sale-running").answer("no");
    let wrong = wrong.answer("unplugged-dark").keys().to_owned();
    let at_remedy = Hands::at(NOODLES, Mode::Practice).enter().rightly();
    let actions = right_actions(&at_remedy);
    let remedy = at_remedy.keys().to_owned();
    let done = at_remedy.carry_out(&actions, Saying::Telling(0)).keys().to_owned();
    let telling = &done[..done.len() - 1];
    let screens = [
        ("scene", String::new()),
        ("looks", "1".to_owned()),
        ("looked", "112".to_owned()),
        ("question", asked.clone()),
        ("hint", format!("{asked}t")),
        ("wrong", wrong),
        ("actions", format!("{remedy}21")),
        ("telling", telling.to_owned()),
        ("result", done.clone()),
        ("debrief", format!("{done}<enter>")),
        ("debrief_on", format!("{done}<enter><pagedown>")),
        ("debrief_end", format!("{done}<enter><end>")),
        ("leave", format!("{asked}q")),
    ];
    let seen = Seen::default();
    for lang in ["zh", "en"] {
        for (width, height) in [(80, 24), (60, 20)] {
            for (name, keys) in &screens {
                seen.inside().0.give_away();
                let stage = stage(Mode::Practice, &seen).lang(lang).size(width, height);
                let played = stage.play(keys);
                assert_snapshot!(format!("drill_{name}_{lang}_{width}x{height}"), played.text());
            }
            for (name, mode, keys) in [
                ("training", None, ""),
                ("levels", Some(Mode::Exam), ""),
                ("list", Some(Mode::Exam), "4"),
            ] {
                let stage = Stage::new().training(None, mode, Seen::default());
                let played = stage.lang(lang).size(width, height).play(keys);
                assert_snapshot!(format!("drill_{name}_{lang}_{width}x{height}"), played.text());
            }
        }
    }
}

#[test]
fn the_debrief_is_saved_as_a_page() {
    let folder = tempfile::tempdir().expect("a folder");
    let hands = Hands::at(NOODLES, Mode::Practice).enter().press("g3e");
    let stage = stage(Mode::Practice, &Seen::default()).lang("en").folder(folder.path());
    let played = stage.play(hands.keys());
    assert!(played.text().contains("The debrief is saved in"), "{}", played.text());
    let page = folder.path().join("tilldoc-train-2026-11-23-0941.html");
    let page = std::fs::read_to_string(page).expect("it is there");
    assert!(page.contains("The noodle shop at six"), "{page}");
    // Before the end there is no debrief to save, and nothing goes to the shop's summaries.
    let hands = Hands::at(NOODLES, Mode::Practice).enter().press("e");
    let stage = Stage::new().training(Some(NOODLES), Some(Mode::Practice), Seen::default());
    let played = stage.lang("en").play(hands.keys());
    assert!(played.shows("Not in a drill"), "{}", played.text());
}

#[test]
fn questions_that_are_typed_or_ticked_are_played_to_full_score() {
    let guide = trainee::guide();
    let asks = |id: &str| {
        let best = guide.scenario(id).expect("there is one").play(&guide).expect("it leads");
        let asked = best.stops.iter().filter_map(|own| guide.question(&own.node));
        asked.map(|own| own.kind).filter(|own| *own != Kind::Choice).collect::<Vec<_>>()
    };
    let all = guide.scenarios.iter().map(|own| own.id.to_string());
    let of = |kind| all.clone().find(|id| asks(id).contains(&kind)).expect("a scenario asks it");
    for id in [of(Kind::Amount), of(Kind::Code), of(Kind::Ticks)] {
        let hands = Hands::at(&id, Mode::Exam).enter().wholly();
        let seen = Seen::default();
        let stage = Stage::new().training(Some(&id), Some(Mode::Exam), seen.clone());
        let played = stage.play(hands.keys());
        let marks = seen.marks();
        assert!(marks.len() == 1 && marks[0].total > 99.9, "{id}: {marks:?}\n{}", played.text());
    }
}

#[test]
fn who_trains_is_said_on_the_screen_and_a_drill_under_way_goes_along() {
    let somebody = Seen::default();
    let hands = Hands::at(NOODLES, Mode::Practice).enter().look("power.first");
    let play = |keys: &str| {
        let (nobody, somebody) = (Seen::default(), somebody.clone());
        let keeper = move |name: Option<&TraineeName>| -> Box<dyn Attempts> {
            Box::new(name.map_or_else(|| nobody.clone(), |_| somebody.clone()))
        };
        let stage = Stage::new().training(Some(NOODLES), Some(Mode::Practice), Seen::default());
        stage.keeper(keeper).lang("en").play(keys)
    };
    // To the scene, out of the drill, to the name.
    let away = format!("{}<esc><esc>2", hands.keys());
    let played = play(&away);
    assert!(played.shows("No trainee is named"), "{}", played.text());
    let named = format!("{away}6Li Wei<enter>");
    let played = play(&named);
    assert!(played.shows("Trainee: Li Wei."), "{}", played.text());
    assert!(played.shows("The noodle shop at six (Practice)"), "{}", played.text());
    let played = play(&format!("{named}1"));
    assert!(played.shows("Training (Practice)"), "{}", played.text());
    let kept = somebody.inside().0.unfinished("pos-terminal").expect("it went along");
    assert!(kept.iter().any(|own| matches!(own.event, AttemptEvent::Looked { .. })));
    // A name that is none is refused and stays to be changed.
    let refused = play(&format!("{away}6<enter>"));
    assert!(refused.shows("Who trains?"), "{}", refused.text());
}

#[test]
fn cards_are_turned_and_graded_until_the_day_has_no_more() {
    for (lang, asked, known, done) in [
        ("en", "The screen shows code", "Known at once", "That was all for now"),
        ("zh", "屏幕显示代码", "很熟", "今天先到这里"),
    ] {
        let seen = Seen::default();
        let play = |keys: &str| {
            Stage::new().training(None, None, seen.clone()).lang(lang).size(60, 20).play(keys)
        };
        let front = play("4");
        assert!(front.shows(asked) && !front.shows(known), "{}", front.text());
        let back = play("41");
        assert!(back.shows(known), "{}", back.text());
        assert_snapshot!(format!("drill_card_{lang}_60x20"), back.text());
        let next = play("4114");
        assert!(next.text() != front.text() && !next.shows(known), "{}", next.text());
        assert_eq!(seen.clone().cards().len(), 1);
        // Ten are new on a day, over all sittings.
        let end = play(&format!("4{}", "14".repeat(9)));
        assert!(end.shows(done), "{}", end.text());
        assert_eq!(seen.clone().cards().len(), 10);
        let left = play("4<enter>");
        assert!(!left.shows(done), "{}", left.text());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_is_pressed_in_a_drill_harms_nothing(
        inputs in prop::collection::vec(
            prop_oneof![
                4 => any_input(),
                3 => prop::sample::select(vec!["1", "2", "3", "6", "o", "t", "<ctrl+o>", "<ctrl+t>"])
                    .prop_map(|key| keys(key).remove(0)),
            ],
            0..80,
        ),
        exam in any::<bool>(),
    ) {
        let folder = tempfile::tempdir().expect("a folder");
        let seen = Seen::default();
        let mode = if exam { Mode::Exam } else { Mode::Practice };
        let stage = stage(mode, &seen).folder(folder.path());
        let _ = stage.play_inputs(inputs);
        // What happened can be gone on with, unless it is over.
        let events = seen.inside().0.clone().unfinished("pos-terminal");
        if let Some(events) = events {
            prop_assert!(Drill::replay(trainee::guide(), events).is_ok());
        }
    }
}

#[test]
fn a_wrong_way_in_is_told_in_practice_and_chosen_again() {
    let guide = trainee::guide();
    let scenario = guide.scenario(NOODLES).expect("there is one");
    let leads = |id: &Id| scenario.play_by(&guide, Entry::Symptom(id.clone())).is_ok();
    let wrong = guide.symptoms.iter().find(|own| !leads(&own.id)).expect("most lead elsewhere");
    let hands = Hands::at(NOODLES, Mode::Practice).enter_by(&wrong.id);
    let practice = |keys: &str| stage(Mode::Practice, &Seen::default()).lang("en").play(keys);
    let told = practice(hands.keys());
    assert!(told.shows("the facts do not lead to the remedy"), "{}", told.text());
    let again = practice(&format!("{}1", hands.keys()));
    assert!(again.shows("Begin with the questions"), "{}", again.text());
    // An exam tells nothing of it.
    let hands = Hands::at(NOODLES, Mode::Exam).enter_by(&wrong.id);
    let exam = stage(Mode::Exam, &Seen::default()).lang("en").play(hands.keys());
    assert!(!exam.shows("do not lead"), "{}", exam.text());
}
