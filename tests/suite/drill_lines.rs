//! A drill in lines.

use crate::support::{seen::NOODLES, stage::fixed_clock, trainee};
use insta::assert_snapshot;
use jiff::{Timestamp, tz::TimeZone};
use std::{cell::RefCell, fmt::Write as _, io::Write, path::PathBuf, rc::Rc};
use tilldoc::{
    clock::Clock,
    drilling::Trainer,
    guide::Move,
    plain::{DrillStart, Shell, run_drill},
    save::{self, SaveError},
    texts::Texts,
    training::{BUILTIN_COURSE, Course, Doing, Drill, Mode, Saying, Stage, Terms},
};

/// A shell that saves into a folder.
struct Lines {
    clock: Clock,
    folder: tempfile::TempDir,
}

impl Lines {
    fn new() -> Self {
        Self { clock: fixed_clock(), folder: tempfile::tempdir().expect("a folder") }
    }
}

impl Shell for Lines {
    fn now(&self) -> Timestamp {
        self.clock.now()
    }

    fn save(&mut self, path: &str, text: &str, overwrite: bool) -> Result<PathBuf, SaveError> {
        let path = self.folder.path().join(path);
        let saved = save::save(path.to_str().expect("text"), text, overwrite)?;
        let page = std::fs::read_to_string(&saved).expect("it is there");
        assert!(page.starts_with("<!DOCTYPE html>"), "{page}");
        Ok(PathBuf::from(saved.file_name().expect("a name")))
    }
}

/// What was printed, and whether the drill was passed.
fn run(lang: &str, mode: Option<Mode>, scenario: Option<&str>, lines: &str) -> (String, bool) {
    let trainer = Trainer {
        guide: Box::new(trainee::guide),
        course: Box::new(|_| Some(Course::read(BUILTIN_COURSE).0)),
        ..Trainer::default()
    };
    let texts = Texts::new(lang);
    let scenario = scenario.map(str::to_owned);
    let zone = TimeZone::UTC;
    let start = DrillStart { trainer, texts, zone, echo: true, scenario, mode };
    let mut shell = Lines::new();
    let mut output = Vec::new();
    let passed = run_drill(start, lines.as_bytes(), &mut output, &mut shell);
    (String::from_utf8(output).expect("text"), passed.expect("memory never fails"))
}

/// The drill that stands beside the one in lines: it has the same seed, so offers the same.
fn beside(mode: Mode) -> Drill {
    let guide = trainee::guide();
    let best = guide.scenario(NOODLES).expect("there is one").play(&guide).expect("it leads");
    let terms = match mode {
        Mode::Practice => Terms::practice(Terms::MARK),
        Mode::Exam => Terms::exam(Terms::MARK, best.questions()),
    };
    let clock = fixed_clock();
    let mut now = clock.now();
    if mode == Mode::Exam {
        // It begins with the answer to the question whether to.
        now = clock.now();
    }
    let seed = u64::try_from(now.as_nanosecond()).expect("after 1970");
    Drill::begin(guide, NOODLES, terms, seed, now).expect("a drill")
}

/// The lines of who does everything right.
fn rightly(mode: Mode, entry: usize) -> String {
    let mut drill = beside(mode);
    let guide = trainee::guide();
    let now = fixed_clock().now();
    // An exam asks first whether to begin.
    let begin = if mode == Mode::Exam { "1\n" } else { "" };
    let mut lines = format!("{begin}{entry}\n");
    drill.enter(drill.best().entry.clone(), now).expect("a way in");
    loop {
        match drill.stage() {
            Stage::Question(question) => {
                let question = question.clone();
                let looks = drill.looks();
                let at = looks.iter().position(|own| own.question.id == question.id);
                writeln!(lines, "o\n{}", at.expect("offered") + 1).expect("a string");
                drill.look(&question.id, now).expect("offered");
                let right = drill.scenario().sight(&question.id).and_then(|own| own.right(&guide));
                let Some(Move::Answer(response)) = right else { panic!("an answer") };
                let tilldoc::guide::Response::Answer(id) = &response else { panic!("a choice") };
                let at = question.answers.iter().position(|own| own.id == *id);
                writeln!(lines, "{}", at.expect("there") + 1).expect("a string");
                drill.answer(response, now).expect("it fits");
            }
            Stage::Remedy(remedy) => {
                let all = remedy.actions.iter().take(3);
                let right: Vec<Doing> = all.map(|own| Doing::Action(own.id.clone())).collect();
                let offered = drill.actions_offered();
                let places = right.iter().map(|own| {
                    let at = offered.iter().position(|other| other == own);
                    (at.expect("offered") + 1).to_string()
                });
                writeln!(lines, "{}", places.collect::<Vec<_>>().join(",")).expect("a string");
                drill.order(right, now).expect("actions");
            }
            Stage::Telling(_) => {
                let offered = drill.sayings_offered();
                let at = offered.iter().position(|own| *own == Saying::Remedy);
                writeln!(lines, "{}", at.expect("offered") + 1).expect("a string");
                drill.tell(Saying::Remedy, now).expect("a sentence");
            }
            Stage::Scene | Stage::Over(_) => return lines + "q\n",
        }
    }
}

/// The number of a symptom in the list of all.
fn number_of(lang: &str, symptom: &str) -> usize {
    let guide = trainee::guide();
    let (said, _) = run(lang, None, Some(NOODLES), "q\n");
    let own = guide.symptoms.iter().find(|own| own.id == *symptom).expect("there is one");
    let say = own.say.get(guide.lang(&Texts::new(lang)));
    let line = said.lines().find(|line| line.ends_with(&format!(". {say}"))).expect("listed");
    line.split('.').next().and_then(|number| number.parse().ok()).expect("a number")
}

#[test]
fn a_drill_in_lines_to_full_score_in_both_languages_and_both_modes() {
    for lang in ["zh", "en"] {
        let entry = number_of(lang, "no-power");
        for mode in [Mode::Practice, Mode::Exam] {
            let (said, passed) = run(lang, Some(mode), Some(NOODLES), &rightly(mode, entry));
            assert!(passed, "{said}");
            let full = if lang == "zh" { "100 分（满分 100" } else { "100 of 100" };
            assert!(said.contains(full), "{said}");
            if mode == Mode::Practice {
                assert_snapshot!(format!("drill_lines_{lang}"), said);
            }
        }
    }
}

#[test]
fn an_exam_in_lines_refuses_hints_and_the_way_back() {
    let entry = number_of("en", "no-power");
    let (said, passed) =
        run("en", Some(Mode::Exam), Some(NOODLES), &format!("1\n{entry}\nt\nb\ng\nq\n"));
    assert!(said.contains("An exam has no hints."), "{said}");
    assert!(said.contains("an answer can't be changed"), "{said}");
    assert!(said.contains("Given up before the end."), "{said}");
    assert!(!passed);
}

#[test]
fn the_list_in_lines_and_what_is_typed_amiss() {
    let (said, _) = run("en", None, None, "999\nm\n1\n1\n99\nx\n?\n");
    assert!(said.contains("(Exam)"), "{said}");
    assert!(said.contains("Training (Exam)"), "{said}");
    let (said, _) = run("en", None, Some("no-such-thing"), "q\n");
    assert!(said.contains("There is no scenario no-such-thing."), "{said}");
}

#[test]
fn what_is_looked_up_is_a_way_in() {
    let (said, _) = run("en", None, Some(NOODLES), "/51\n1\nq\n");
    assert!(said.contains("insufficient") || said.contains("funds"), "{said}");
}

/// Whoever closes the output early ends it quietly.
#[test]
fn an_output_that_nobody_reads_ends_it() {
    struct Closed(Rc<RefCell<usize>>);
    impl Write for Closed {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            *self.0.borrow_mut() += 1;
            Err(std::io::ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let tries = Rc::new(RefCell::new(0));
    let trainer = Trainer { guide: Box::new(trainee::guide), ..Trainer::default() };
    let (texts, zone) = (Texts::new("en"), TimeZone::UTC);
    let start = DrillStart { trainer, texts, zone, echo: false, scenario: None, mode: None };
    let passed = run_drill(
        start,
        &b"1
"[..],
        Closed(Rc::clone(&tries)),
        &mut Lines::new(),
    );
    assert!(!passed.expect("no failure"));
    assert_eq!(*tries.borrow(), 1);
}

#[test]
fn the_debrief_is_saved_as_a_page() {
    let entry = number_of("en", "no-power");
    let lines = format!("e early.html\n{entry}\ng\ne\ne d.html\ne d.html\nq\n");
    let (said, _) = run("en", None, Some(NOODLES), &lines);
    assert!(said.contains("That can't be done now."), "{said}");
    assert!(said.contains("Type the name of the web page after e"), "{said}");
    assert!(said.contains("The debrief is saved in d.html"), "{said}");
    assert_eq!(said.matches("The debrief is saved").count(), 1, "no file is replaced: {said}");
}

#[test]
fn who_trains_and_the_course_are_there_in_lines_too() {
    for (lang, name, course, left) in [
        (
            "en",
            "Trainee: Li Wei.",
            "80 points out of 100 pass",
            "A milk tea tips over (3 tries left)",
        ),
        ("zh", "学员：Li Wei。", "80 分及格", "（还可考 3 次）"),
    ] {
        let (said, _) = run(lang, None, None, "n Li Wei\nc\n");
        for expected in [name, course, left] {
            assert!(said.contains(expected), "{expected}: {said}");
        }
        // A station of the course is an exam: no hints.
        let (said, passed) = run(lang, None, None, "n Li Wei\nc\n1\n1\nt\ng\n");
        let exam = if lang == "zh" { "考试" } else { "Exam" };
        assert!(!passed && said.contains(exam), "{said}");
    }
    let (said, _) = run("en", None, None, "n\nn \nn 4111 1111 1111 1111\n");
    assert!(!said.contains("Trainee:") && !said.contains("4111 1111"), "{said}");
}

#[test]
fn after_an_exam_of_the_course_a_number_is_of_the_course() {
    let (course, _) = Course::read(BUILTIN_COURSE);
    let guide = trainee::guide();
    let second = guide.scenario(&course.scenarios[1].id).expect("there is one");
    let title = second.title.get(guide.lang(&Texts::new("en")));
    let (said, _) = run("en", None, None, "n Li Wei\nc\n1\n1\ng\n2\n1\n");
    let after = said.rsplit("Given up before the end.").next().expect("the rest");
    assert!(after.contains(&format!("\n{title}\n")), "{after}");
    // Without a name it is asked for first.
    let (said, _) = run("en", None, None, "c\n1\n");
    assert!(said.contains("Say first who trains"), "{said}");
}
