//! Exams and the course on the real screen, by keys.

use crate::support::{
    drilled::Hands,
    seen::{NOODLES, Seen, stage},
    stage::Stage,
    trainee,
    trainee::Flaws,
};
use tilldoc::{
    drilling::Attempts,
    texts::Texts,
    training::{BUILTIN_COURSE, Course, HouseRules, Mode, Terms, TraineeName},
};

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
    assert_eq!(somebody.inside().0.unfinished("pos-terminal"), None);
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
