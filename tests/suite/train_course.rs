//! Courses: what is read of their files, how far somebody is, certificates.

use crate::{
    export_html::{Element, HOSTILE, elements},
    support::{
        attempts::{attempts, name},
        trainee::guide,
        zone,
    },
};
use insta::assert_snapshot;
use jiff::{SignedDuration, Timestamp};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use tilldoc::{
    guide::{Id, SourceFile, report},
    texts::Texts,
    training::{
        Attempt, BUILTIN_COURSE, Counts, Course, Harm, HarmKind, Mode, Progress, Standing, Worded,
        certificate,
    },
};

fn course(text: &str) -> Course {
    let (course, findings) = Course::read(text);
    assert!(findings.is_empty(), "{findings:?}");
    course
}

/// Two scenarios, one retry, exams alone.
fn two() -> Course {
    course(
        r#"
title = "课程"
pass_mark = 85.5
retries = 1
scenarios = ["the-silent-box", "roses-at-the-car-door"]
"#,
    )
}

/// An attempt that ends so many hours after the first of them.
fn attempt(hours: i64, scenario: &str, mode: Mode, points: f64) -> Attempt {
    let mut runner = TestRunner::deterministic();
    let some = attempts().prop_filter("one", |all| !all.is_empty());
    let mut own = some.new_tree(&mut runner).expect("attempts").current().remove(0);
    own.marked.scenario = scenario.into();
    own.marked.mode = mode;
    own.marked.total = points;
    // The mark of that time does not matter.
    (own.marked.mark, own.marked.passed) = (100.0, false);
    own.marked.harm.clear();
    own.marked.ended = end(hours);
    own
}

fn end(hours: i64) -> Timestamp {
    let first: Timestamp = "2026-11-23T09:00:00Z".parse().expect("a time");
    first + SignedDuration::from_hours(hours)
}

fn progress(course: &Course, attempts: &[Attempt]) -> Progress {
    Progress::new(course, "pos-terminal", attempts.iter().map(|own| &own.marked))
}

fn standings(attempts: &[Attempt]) -> Vec<Standing> {
    progress(&two(), attempts).stations.iter().map(|own| own.standing).collect()
}

#[test]
fn the_built_in_course_is_whole_and_goes_over_all_steps() {
    let course = course(BUILTIN_COURSE);
    let guide = guide();
    assert!(course.unknown(&guide).is_empty(), "{:?}", course.unknown(&guide));
    assert_eq!((course.pass_mark, course.retries, course.counts), (80.0, Some(2), Counts::Exam));
    for tag in ["zh", "en"] {
        assert!(course.title.versions().any(|(own, text)| own == tag && !text.is_empty()));
    }
    let scenarios: Vec<_> =
        course.scenarios.iter().map(|own| guide.scenario(&own.id).expect("known")).collect();
    let step = |truth: &Id| guide.remedy(truth).map(|own| own.step.id.clone()).expect("a remedy");
    for own in &guide.steps {
        assert!(scenarios.iter().any(|scenario| step(&scenario.truth.id) == own.id), "{}", own.id);
    }
    let order: Vec<_> = scenarios.iter().map(|own| own.difficulty).collect();
    assert!(order.is_sorted(), "{order:?}");
    assert!(order.len() > 10);
}

#[test]
fn what_is_wrong_in_a_course_has_its_line_and_its_cure() {
    let text = r#"title = { zh = "课程", en = "A course" }
pass_mark = 101
retrys = 2
retries = -1
counts = "exams"
scenarios = ["the-silent-box", "roses-at-the-cardoor", "the-silent-box", 7, "no-such"]
"#;
    let (course, mut findings) = Course::read(text);
    findings.extend(course.unknown(&guide()));
    findings.sort_by_key(|own| own.place);
    let file = SourceFile::new("course.toml", text);
    for tag in ["zh", "en"] {
        let told = report(std::slice::from_ref(&file), &findings, &Texts::new(tag), false);
        assert_snapshot!(format!("course_wrong_{tag}"), told);
    }
    // What is right is used.
    assert_eq!((course.pass_mark, course.retries, course.counts), (80.0, None, Counts::Exam));
    let known = course.known(&guide());
    let known: Vec<_> = known.scenarios.iter().map(|own| own.id.as_str()).collect();
    assert_eq!(known, ["the-silent-box"]);
    let (empty, findings) = Course::read("");
    assert!(empty.scenarios.is_empty() && findings.len() == 1, "{findings:?}");
}

#[test]
fn only_what_counts_counts_and_tries_are_spent() {
    let open = Standing::Open;
    let box_ = |hours, points| attempt(hours, "the-silent-box", Mode::Exam, points);
    assert_eq!(standings(&[]), [open(Some(2)), open(Some(2))]);
    let practice = attempt(0, "the-silent-box", Mode::Practice, 100.0);
    let other = attempt(1, "elsewhere", Mode::Exam, 100.0);
    assert_eq!(standings(&[practice.clone(), other]), [open(Some(2)), open(Some(2))]);
    assert_eq!(standings(&[box_(0, 85.4)]), [open(Some(1)), open(Some(2))]);
    assert_eq!(standings(&[box_(0, 85.4), box_(1, 85.5)])[0], Standing::Passed(end(1)));
    // The third try comes too late.
    let spent = [box_(0, 10.0), box_(1, 20.0), box_(2, 100.0)];
    assert_eq!(standings(&spent)[0], Standing::Spent);
    let reached = progress(&two(), &spent);
    assert_eq!((reached.stations[0].tries, reached.stations[0].best), (2, Some(20.0)));
    assert_eq!(reached.next().map(Id::as_str), Some("roses-at-the-car-door"));
    // Harm never passes.
    let mut harmful = box_(0, 100.0);
    let (choice, why) = (Worded::default(), Worded::default());
    harmful.marked.harm.push(Harm { kind: HarmKind::Answer, node: "x".into(), choice, why });
    assert_eq!(standings(std::slice::from_ref(&harmful))[0], open(Some(1)));
    // Nor are its points those of the pass that follows.
    let best = |all: &[Attempt]| progress(&two(), all).stations[0].best;
    assert_eq!(best(&[harmful.clone()]), Some(100.0));
    assert_eq!(best(&[harmful, box_(1, 90.0)]), Some(90.0));
    let all = Course { counts: Counts::All, retries: None, ..two() };
    let stations = progress(&all, &[practice]).stations;
    assert_eq!(
        (stations[0].standing, stations[1].standing),
        (Standing::Passed(end(0)), open(None))
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn more_attempts_never_undo_a_pass(all in attempts(), at in 0_usize..30) {
        let before = progress(&two(), &all[..at.min(all.len())]);
        let after = progress(&two(), &all);
        for (before, after) in before.stations.iter().zip(&after.stations) {
            prop_assert!(after.tries >= before.tries && after.tries <= 2);
            let passed = |standing| matches!(standing, Standing::Passed(_));
            // With the pass only tries that pass count: one with more points may have done harm.
            if passed(before.standing) || !passed(after.standing) {
                prop_assert!(after.best >= before.best);
            }
            if passed(before.standing) {
                prop_assert_eq!(before.standing, after.standing);
            }
        }
        prop_assert!(after.passed() >= before.passed());
        prop_assert_eq!(after.completed().is_some(), after.passed() == after.stations.len());
    }
}

#[test]
fn who_has_passed_gets_a_certificate() {
    let guide = guide();
    let half = [attempt(0, "the-silent-box", Mode::Exam, 90.0)];
    let whole = [half[0].clone(), attempt(26, "roses-at-the-car-door", Mode::Exam, 99.6)];
    for tag in ["zh", "en"] {
        let texts = Texts::new(tag);
        let page = |course: &Course, attempts: &[Attempt], trainee: &str| {
            let reached = progress(course, attempts);
            let told = (&*guide, &texts);
            certificate(course, &reached, &name(trainee), told, &zone(), "tilldoc 0.1.0")
        };
        assert!(page(&two(), &half, "李伟").is_none());
        let written = page(&two(), &whole, "李伟").expect("passed");
        let all = elements(&written);
        let body = all.iter().find(|own| own.name == "body").expect("a body");
        // The day of the last pass, in the shop's zone.
        for part in ["李伟", "课程", "2026-11-24", "90", "100", "86"] {
            assert!(body.text.contains(part), "{part}: {}", body.text);
        }
        let title = |id: &str| {
            let scenario = guide.scenario(id).expect("known");
            scenario.title.get(guide.lang(&texts)).to_owned()
        };
        let cells: Vec<&str> =
            all.iter().filter(|own| own.name == "td").map(|own| own.text.as_str()).collect();
        let expected = [&title("the-silent-box"), "90", &title("roses-at-the-car-door"), "100"];
        assert_eq!(cells, expected);
        let style = all.iter().find(|own| own.name == "style").expect("a style sheet");
        assert!(style.text.contains("size: A4"));
        assert_eq!(all[0].attribute("lang"), Some(tag));
        let policy =
            |own: &&Element| own.attribute("http-equiv") == Some("Content-Security-Policy");
        let policy = all.iter().find(policy).and_then(|own| own.attribute("content"));
        let policy = policy.expect("a policy");
        assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"), "{policy}");
        assert!(!policy.contains("unsafe"), "{policy}");
        // Nothing in it gets out of its place.
        let hostile = Course { title: tilldoc::guide::Tagged::plain(HOSTILE), ..two() };
        let written = page(&hostile, &whole, "<script>alert(1)</script>").expect("passed");
        let all = elements(&written);
        assert!(all.iter().all(|own| !["script", "img", "a", "svg"].contains(&own.name.as_str())));
        assert!(all.iter().any(|own| own.text == HOSTILE));
        assert!(all.iter().any(|own| own.text == "<script>alert(1)</script>"));
    }
}
