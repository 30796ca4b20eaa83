//! A drill on the real screen, by keys.

use crate::support::{
    drilled::Hands,
    keys::{any_input, inputs as keys},
    stage::{Stage, first_time},
    trainee::{self, Flaws},
};
use insta::assert_snapshot;
use jiff::tz::TimeZone;
use proptest::prelude::*;
use std::{cell::RefCell, collections::BTreeMap, rc::Rc};
use tilldoc::{
    attempts::Kept,
    drilling::{Attempts, InMemory},
    guide::{Entry, Id, Kind},
    store::{AttemptFilter, Place, Store},
    texts::Texts,
    training::{
        Attempt, AttemptEvent, BUILTIN_COURSE, CardId, CardState, Course, Drill, Happened,
        HouseRules, Marked, Mode, Saying, Terms, TraineeName,
    },
};

const NOODLES: &str = "the-noodle-shop-at-six";

/// Attempts that a test can look into.
#[derive(Clone, Default)]
struct Seen(Rc<RefCell<Inside>>);

/// The one that is not over, the marks, and all that happened.
type Inside = (InMemory, Vec<Marked>, Vec<Happened>);

impl Attempts for Seen {
    fn begin(&mut self, drill: &Drill, language: &str) {
        self.0.borrow_mut().0.begin(drill, language);
        self.0.borrow_mut().2.extend(drill.events().iter().cloned());
    }

    fn happened(&mut self, own: &Happened) {
        self.0.borrow_mut().0.happened(own);
        self.0.borrow_mut().2.push(own.clone());
    }

    fn finished(&mut self, marked: &Marked) {
        self.0.borrow_mut().0.finished(marked);
        self.0.borrow_mut().1.push(marked.clone());
    }

    fn unfinished(&mut self, guide: &str) -> Option<Vec<Happened>> {
        self.0.borrow_mut().0.unfinished(guide)
    }

    fn marked(&mut self) -> Vec<Marked> {
        self.0.borrow_mut().0.marked()
    }

    fn cards(&mut self) -> BTreeMap<CardId, CardState> {
        self.0.borrow_mut().0.cards()
    }

    fn set_card(&mut self, card: &CardId, state: &CardState) {
        self.0.borrow_mut().0.set_card(card, state);
    }

    fn give_away(&mut self) {
        self.0.borrow_mut().0.give_away();
    }

    fn lasts(&self) -> bool {
        true
    }

    fn trouble(&mut self, texts: &Texts) -> Option<String> {
        self.0.borrow_mut().0.trouble(texts)
    }
}

impl Seen {
    fn marks(&self) -> Vec<Marked> {
        self.0.borrow().1.clone()
    }
}

fn stage(mode: Mode, seen: &Seen) -> Stage {
    Stage::new().training(Some(NOODLES), Some(mode), seen.clone())
}

/// First actions in the right order.
fn right_actions(hands: &Hands) -> Vec<usize> {
    (0..hands.drill().actions_wanted()).collect()
}

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
fn an_exam_refuses_hints_and_the_way_back() {
    let hands = Hands::at(NOODLES, Mode::Exam).enter();
    let seen = Seen::default();
    let hint = stage(Mode::Exam, &seen).lang("en").play(&format!("{}t", hands.keys()));
    assert!(hint.shows("An exam has no hints."), "{}", hint.text());
    let back = stage(Mode::Exam, &seen).lang("en").play(&format!("{}<esc>", hands.keys()));
    assert!(back.shows("an answer can't be changed"), "{}", back.text());
    // How to check is a hint, too.
    let exam = stage(Mode::Exam, &seen).lang("en").play(hands.keys());
    assert!(!exam.shows("How to check"), "{}", exam.text());
    let hands = Hands::at(NOODLES, Mode::Practice).enter();
    let seen = Seen::default();
    let hint = stage(Mode::Practice, &seen).lang("en").play(&format!("{}t", hands.keys()));
    assert!(hint.shows("The look that tells"), "{}", hint.text());
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
fn beginning_another_gives_the_first_up() {
    let seen = Seen::default();
    let keys = Hands::at(NOODLES, Mode::Exam).enter();
    let _ = stage(Mode::Exam, &seen).lang("en").play(&format!("{}g2", keys.keys()));
    let other = || Stage::new().training(Some("crabs-at-the-night-market"), None, seen.clone());
    // The one that is not over is not given up without having been asked about.
    let asked = other().lang("en").play("");
    assert!(asked.shows("It counts as given up, and as a"), "{}", asked.text());
    assert!(asked.shows("Go on with “The noodle shop at six”"), "{}", asked.text());
    assert_eq!(seen.marks().len(), 0);
    let played = other().lang("en").play("1");
    assert!(played.shows("Was a payment running"), "{}", played.text());
    assert_eq!(seen.marks().len(), 0);
    let played = other().lang("en").play("2");
    assert!(played.shows("counts as given up"), "{}", played.text());
    assert_eq!(seen.marks().len(), 1);
    assert!(!seen.marks()[0].passed);
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
    assert!(seen.0.borrow().2.iter().any(|own| own.event == AttemptEvent::Finished));
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
fn the_time_of_an_exam_runs_out() {
    // Each key takes a second on the clock of tests.
    let hands = Hands::at(NOODLES, Mode::Exam).enter();
    let seen = Seen::default();
    let keys = format!("{}{}", hands.keys(), "<up>".repeat(400));
    let played = stage(Mode::Exam, &seen).lang("en").play(&keys);
    assert!(played.shows("The time was up before the end."), "{}", played.text());
    assert_eq!(seen.marks().len(), 1);
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
                seen.0.borrow_mut().0.give_away();
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

/// Attempts in a database, as `tilldoc train --trainee` keeps them.
fn kept(folder: &std::path::Path) -> Kept {
    let place = Place::new(Some(folder)).expect("a place");
    let name = TraineeName::parse("Li Wei").expect("a name");
    Kept::new(place, TimeZone::UTC, first_time(), name)
}

fn in_database(folder: &std::path::Path) -> Vec<Attempt> {
    let place = Place::new(Some(folder)).expect("a place");
    let store = Store::open(&place, &TimeZone::UTC).expect("it opens");
    store.attempts(&AttemptFilter::default()).expect("it reads")
}

#[test]
fn attempts_of_a_trainee_are_kept_and_gone_on_with_in_another_run() {
    let folder = tempfile::tempdir().expect("a folder");
    let hands = Hands::at(NOODLES, Mode::Exam).enter().look("power.sale-running");
    let begun = hands.keys().to_owned();
    let first = Stage::new().training(Some(NOODLES), Some(Mode::Exam), kept(folder.path()));
    let left = first.lang("en").play(&format!("{begun}q"));
    assert!(left.shows("go on from here later"), "{}", left.text());
    assert!(in_database(folder.path()).is_empty());
    // The rest of the keys, in another run.
    let hands = hands.rightly();
    let actions = right_actions(&hands);
    let hands = hands.carry_out(&actions, Saying::Remedy);
    let rest = format!("1{}", &hands.keys()[begun.len()..]);
    let again = Stage::new().training(None, None, kept(folder.path())).lang("en");
    let played = again.play(&rest);
    assert!(played.shows("The right remedy:"), "{}", played.text());
    let all = in_database(folder.path());
    assert_eq!(all.len(), 1);
    assert!(all[0].marked.passed && all[0].marked.total > 99.9, "{:?}", all[0].marked);
    assert_eq!(all[0].trainee.name.as_str(), "Li Wei");
}

#[test]
fn two_windows_do_not_write_into_one_drill() {
    let folder = tempfile::tempdir().expect("a folder");
    let guide = trainee::guide();
    let texts = Texts::new("en");
    let at = first_time();
    let mut drill =
        Drill::begin(guide.clone(), NOODLES, Terms::practice(80.0), 7, at).expect("a drill");
    let (mut first, mut second) = (kept(folder.path()), kept(folder.path()));
    first.begin(&drill, "en");
    let events = second.unfinished("pos-terminal").expect("it is not over");
    let mut beside = Drill::replay(guide.clone(), events).expect("it can be gone on with");
    let looks: Vec<_> = drill.looks().iter().map(|own| own.question.id.clone()).collect();
    beside.look(&looks[0], at).expect("offered");
    second.happened(beside.events().last().expect("a look"));
    assert_eq!(second.trouble(&texts), None);
    drill.look(&looks[1], at).expect("offered");
    first.happened(drill.events().last().expect("a look"));
    let said = first.trouble(&texts).expect("it is said");
    assert!(said.contains("Another window"), "{said}");
    // Nor is it silent when this one comes to its end.
    drill.finish(at).expect("at any time");
    first.happened(drill.events().last().expect("its end"));
    first.finished(&drill.marked().expect("it is over"));
    let said = first.trouble(&texts).expect("it is said again");
    assert!(said.contains("Another window"), "{said}");
    assert!(in_database(folder.path()).is_empty());
    // What the other one did is whole.
    let events = kept(folder.path()).unfinished("pos-terminal").expect("it is not over");
    assert_eq!(Drill::replay(guide, events).expect("whole").seen().len(), 1);
}

#[test]
fn that_an_attempt_is_not_kept_is_said_and_the_drill_goes_on() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("file");
    std::fs::write(&file, "").expect("it is written");
    let hands = Hands::at(NOODLES, Mode::Practice).enter();
    let stage = Stage::new().training(Some(NOODLES), Some(Mode::Practice), kept(&file));
    let played = stage.lang("en").play("");
    assert!(played.shows("The drill is not kept:"), "{}", played.text());
    let stage = Stage::new().training(Some(NOODLES), Some(Mode::Practice), kept(&file));
    let played = stage.lang("en").play(&format!("{}q", hands.keys()));
    assert!(played.shows("as long as the program runs"), "{}", played.text());
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
fn what_the_trainer_sets_holds_in_an_exam() {
    let rules = HouseRules { mark: 95.0, allow_back: true, exam_minutes: Some(2.0) };
    let hands = Hands::at(NOODLES, Mode::Exam).enter().look("power.first");
    let seen = Seen::default();
    let stage = || stage(Mode::Exam, &seen).trained(rules, "Li Wei").lang("en");
    let played = stage().play(&format!("{}1<esc>", hands.keys()));
    assert!(!played.shows("an answer can't be changed"), "{}", played.text());
    assert!(played.rows[0].contains("1:"), "less than two minutes are left: {}", played.text());
    let played = stage().play(&format!("{}g3", hands.keys()));
    assert!(played.shows("95"), "{}", played.text());
    let training = Stage::new().training(None, None, Seen::default()).trained(rules, "Li Wei");
    let played = training.lang("en").play("");
    assert!(played.shows("Exam: against the clock, no hints"), "{}", played.text());
    assert!(!played.shows("no way back"), "{}", played.text());
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
    let kept = somebody.0.borrow_mut().0.unfinished("pos-terminal").expect("it went along");
    assert!(kept.iter().any(|own| matches!(own.event, AttemptEvent::Looked { .. })));
    // A name that is none is refused and stays to be changed.
    let refused = play(&format!("{away}6<enter>"));
    assert!(refused.shows("Who trains?"), "{}", refused.text());
}

#[test]
fn an_exam_of_nobody_in_particular_stays_nobodys() {
    let (nobody, somebody) = (Seen::default(), Seen::default());
    let keeper = {
        let (nobody, somebody) = (nobody.clone(), somebody.clone());
        move |name: Option<&TraineeName>| -> Box<dyn Attempts> {
            Box::new(name.map_or_else(|| nobody.clone(), |_| somebody.clone()))
        }
    };
    let hands = Hands::at(NOODLES, Mode::Exam).enter();
    let stage = Stage::new().training(Some(NOODLES), Some(Mode::Exam), Seen::default());
    let keys = format!("{}g26Li Wei<enter>", hands.keys());
    let played = stage.keeper(keeper).lang("en").play(&keys);
    assert!(played.shows("Trainee: Li Wei."), "{}", played.text());
    assert!(!played.shows("Go on with the last one"), "{}", played.text());
    assert_eq!(somebody.0.borrow_mut().0.unfinished("pos-terminal"), None);
}

#[test]
fn a_drill_on_another_guide_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let drill = Drill::begin(trainee::guide(), NOODLES, Terms::exam(80.0, 9), 7, first_time());
    kept(folder.path()).begin(&drill.expect("a drill"), "en");
    let mut other = kept(folder.path());
    assert_eq!(other.unfinished("bikes"), None);
    other.give_away();
    drop(other);
    assert!(kept(folder.path()).unfinished("pos-terminal").is_some());
}

#[test]
fn what_a_held_database_kept_out_is_kept_when_it_is_free_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let guide = trainee::guide();
    let (texts, at) = (Texts::new("en"), first_time());
    let mut drill =
        Drill::begin(guide.clone(), NOODLES, Terms::practice(80.0), 7, at).expect("one");
    let mut keeper = kept(folder.path());
    keeper.begin(&drill, "en");
    assert!(keeper.unfinished("pos-terminal").is_some(), "it is there");
    let place = Place::new(Some(folder.path())).expect("a place");
    let held = rusqlite::Connection::open(place.database()).expect("it opens");
    held.execute_batch("BEGIN IMMEDIATE").expect("held");
    let looks: Vec<_> = drill.looks().iter().map(|own| own.question.id.clone()).collect();
    drill.look(&looks[0], at).expect("offered");
    keeper.happened(drill.events().last().expect("a look"));
    let told = (0..100).find_map(|_| {
        std::thread::sleep(std::time::Duration::from_millis(100));
        keeper.trouble(&texts)
    });
    assert!(told.is_some_and(|told| told.contains("not kept")));
    assert!(!keeper.lasts());
    held.execute_batch("ROLLBACK").expect("free");
    drill.look(&looks[1], at).expect("offered");
    keeper.happened(drill.events().last().expect("a look"));
    drop(keeper);
    let events = kept(folder.path()).unfinished("pos-terminal").expect("it is not over");
    assert_eq!(Drill::replay(guide, events).expect("whole").seen().len(), 2);
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

#[test]
fn the_course_is_taken_as_exams_and_shows_how_far_one_is() {
    let seen = Seen::default();
    let guide = trainee::guide();
    let (course, _) = Course::read(BUILTIN_COURSE);
    let first = course.scenarios[0].id.to_string();
    // The course goes by the name: without one it is asked for first.
    let nobody = Stage::new().training(None, None, seen.clone()).lang("en").play("31");
    assert!(
        nobody.shows("Who trains?") && nobody.shows("Say first who trains"),
        "{}",
        nobody.text()
    );
    let rules = HouseRules::default();
    let open =
        || Stage::new().training(None, None, seen.clone()).trained(rules, "Li Wei").lang("en");
    let played = open().play("3");
    assert!(played.shows("80 points out of 100 pass"), "{}", played.text());
    assert!(played.shows("3 tries left"), "{}", played.text());
    let title = guide
        .scenario(&first)
        .expect("there is one")
        .title
        .get(guide.lang(&Texts::new("en")))
        .to_owned();
    assert!(played.shows(&title), "{}", played.text());
    let scenario = guide.scenario(&first).expect("there is one");
    let passed = trainee::marked(&trainee::play(scenario, Terms::exam(80.0, 9), &Flaws::default()));
    seen.clone().finished(&passed);
    let played = open().play("3");
    assert!(played.shows(&format!("{title}  passed 20")), "{}", played.text());
    let played = open().play("");
    assert!(played.shows("1 of 16 passed"), "{}", played.text());
    // Who gives up three times has no tries left.
    for left in ["2 tries left", "1 try left", "no tries left"] {
        // Back from the debrief the course stands there again.
        let played = open().play("321g3<esc>");
        assert!(played.shows(left), "{}", played.text());
    }
    assert!(seen.marks().iter().all(|own| own.mode == Mode::Exam));
    let played = open().play("32");
    assert!(played.shows("No tries are left"), "{}", played.text());
    assert_eq!(seen.marks().len(), 4, "{}", played.text());
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
        let events = seen.0.borrow().0.clone().unfinished("pos-terminal");
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

#[test]
fn the_clock_of_an_exam_goes_on_by_itself_and_ends_it() {
    let seen = Seen::default();
    let hands = Hands::at(NOODLES, Mode::Exam).enter();
    let left = stage(Mode::Exam, &seen).lang("en").play(hands.keys()).rows[0].clone();
    let keys = format!("{}<tick><tick><tick>", hands.keys());
    let later = stage(Mode::Exam, &Seen::default()).lang("en").play(&keys);
    assert!(later.rows[0].contains(" left") && later.rows[0] != left, "{left}: {}", later.text());
    let keys = format!("{}{}", hands.keys(), "<tick>".repeat(180));
    let seen = Seen::default();
    let over = stage(Mode::Exam, &seen).lang("en").play(&keys);
    assert!(over.shows("The time is up."), "{}", over.text());
    assert_eq!(seen.marks().len(), 1);
}
