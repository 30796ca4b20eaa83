//! Attempts that are kept in the database, from the real screen.

use crate::support::{
    drilled::Hands,
    seen::{NOODLES, in_database, kept, right_actions},
    stage::{Stage, first_time},
    trainee,
};
use std::{
    thread,
    time::{Duration, Instant},
};
use tilldoc::{
    attempts::Kept,
    drilling::Attempts,
    store::Place,
    texts::Texts,
    training::{Drill, Mode, Saying, Terms},
};

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

/// Looks until there is something: a key goes on without the disk after a moment.
fn until<T>(mut look: impl FnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        if let Some(seen) = look() {
            return seen;
        }
        assert!(begun.elapsed() < Duration::from_secs(30), "it does not come");
        thread::sleep(Duration::from_millis(10));
    }
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
    let begun = drill.events().len();
    let events = until(|| second.unfinished("pos-terminal").filter(|events| events.len() == begun));
    let mut beside = Drill::replay(guide.clone(), events).expect("it can be gone on with");
    let looks: Vec<_> = drill.looks().iter().map(|own| own.question.id.clone()).collect();
    beside.look(&looks[0], at).expect("offered");
    second.happened(beside.events().last().expect("a look"));
    let written = beside.events().len();
    until(|| kept(folder.path()).unfinished("pos-terminal").filter(|own| own.len() == written));
    assert_eq!(second.trouble(&texts), None);
    drill.look(&looks[1], at).expect("offered");
    first.happened(drill.events().last().expect("a look"));
    let said = |own: &mut Kept| own.trouble(&texts).filter(|own| own.contains("Another window"));
    until(|| said(&mut first));
    // Nor is it silent when this one comes to its end.
    drill.finish(at).expect("at any time");
    first.happened(drill.events().last().expect("its end"));
    first.finished(&drill.marked().expect("it is over"));
    until(|| said(&mut first));
    assert!(in_database(folder.path()).is_empty());
    // What the other one did is whole.
    let events = until(|| kept(folder.path()).unfinished("pos-terminal"));
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
