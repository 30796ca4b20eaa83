//! Reports of attempts: they add up, and are read back in every format.

use crate::{
    export_html::elements,
    support::{
        attempts::{attempts, marked, name},
        trainee::guide,
    },
};
use insta::assert_snapshot;
use jiff::civil::date;
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use std::collections::BTreeMap;
use tilldoc::{
    texts::Texts,
    training::{
        Attempt, Marked, Worded,
        report::{By, Report, Scope, Trend, csv, html, table},
    },
};

const ALL: [By; 4] = [By::Trainee, By::Scenario, By::Step, By::Question];

fn report(attempts: &[Attempt], by: By, tag: &str) -> Report {
    let scope = Scope { since: Some(date(2026, 11, 1)), ..Scope::default() };
    Report::new(attempts, by, scope, &guide(), &Texts::new(tag))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn the_lines_add_up_to_the_attempts(all in attempts()) {
        let passed = all.iter().filter(|own| own.marked.passed).count();
        let harmful = all.iter().filter(|own| !own.marked.harm.is_empty()).count();
        for by in [By::Trainee, By::Scenario, By::Step] {
            let report = report(&all, by, "en");
            let sum = |part: fn(&tilldoc::training::report::Figures) -> usize| -> usize {
                report.lines.iter().map(|line| part(&line.figures)).sum()
            };
            prop_assert_eq!((sum(|own| own.attempts), report.all.attempts), (all.len(), all.len()));
            prop_assert_eq!((sum(|own| own.passed), report.all.passed), (passed, passed));
            prop_assert_eq!((sum(|own| own.harmful), report.all.harmful), (harmful, harmful));
        }
        let answers = || all.iter().flat_map(|own| &own.marked.answers);
        // By a look that shows what is right, or by a trap that they went into.
        let known = answers().filter(|own| own.right.is_some() || !own.agrees).count();
        let right = answers().filter(|own| own.right.is_some() && own.agrees).count();
        let report = report(&all, By::Question, "en");
        let sum: usize = report.lines.iter().map(|line| line.figures.attempts).sum();
        prop_assert_eq!((sum, report.all.attempts, report.all.passed), (known, known, right));
        // The commonest wrong answer to each question is no rarer than any other.
        for line in &report.lines {
            let mut wrong: BTreeMap<&str, usize> = BTreeMap::new();
            for own in answers().filter(|own| *own.question == *line.id && !own.agrees) {
                *wrong.entry(&own.given).or_default() += 1;
            }
            let most = wrong.values().max().copied();
            prop_assert_eq!(line.figures.wrong.as_ref().map(|own| own.count), most);
            if let Some(own) = &line.figures.wrong {
                prop_assert_eq!(wrong.get(&*own.given).copied(), most);
            }
        }
    }

    #[test]
    fn spreadsheets_read_what_was_counted(all in attempts()) {
        for by in ALL {
            let report = report(&all, by, "zh");
            let text = csv(&report);
            let text = text.strip_prefix('\u{FEFF}').expect("the mark by which Excel knows UTF-8");
            prop_assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains('\n'));
            let mut reader = csv::Reader::from_reader(text.as_bytes());
            let rows: Vec<BTreeMap<String, String>> =
                reader.deserialize().collect::<Result<_, _>>().expect("CSV");
            prop_assert_eq!(rows.len(), report.lines.len());
            for (row, line) in rows.iter().zip(&report.lines) {
                for cell in row.values() {
                    let formula = ['=', '+', '-', '@', '\t', '\r'];
                    prop_assert!(!cell.starts_with(formula), "{}", cell);
                }
                let plain = |cell: &str| row[cell].trim_start_matches('\'').to_owned();
                prop_assert_eq!((plain("id"), plain("name")), (line.id.clone(), line.name.clone()));
                prop_assert_eq!(&row["by"], by.name());
                prop_assert_eq!(&row["attempts"], &line.figures.attempts.to_string());
                prop_assert_eq!(&row["passed"], &line.figures.passed.to_string());
                prop_assert_eq!(&row["harmful"], &line.figures.harmful.to_string());
                let rate: f64 = row["pass_rate"].parse().expect("a number");
                prop_assert!((rate - line.figures.pass_rate).abs() <= 0.005 + 1e-9);
                prop_assert_eq!(row["median_simulated_minutes"].is_empty(), by == By::Question);
                let wrong = line.figures.wrong.as_ref().map_or_else(String::new, |own| own.count.to_string());
                prop_assert_eq!(&row["wrong_count"], &wrong);
            }
        }
    }

    #[test]
    fn a_browser_reads_what_was_counted(all in attempts()) {
        for by in ALL {
            let report = report(&all, by, "en");
            let page = elements(&html(&report, &Texts::new("en"), "tilldoc 0.1.0"));
            let policy = page
                .iter()
                .find(|own| own.attribute("http-equiv") == Some("Content-Security-Policy"))
                .and_then(|own| own.attribute("content"))
                .expect("a policy");
            prop_assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"));
            for own in &page {
                prop_assert!(!["script", "a", "img", "link"].contains(&own.name.as_str()));
                prop_assert!(own.attributes.iter().all(|(name, _)| !name.starts_with("on") && name != "style"));
            }
            // The lines, and all together at the end.
            let bars: Vec<&str> = page
                .iter()
                .filter(|own| own.attribute("class") == Some("fill"))
                .filter_map(|own| own.attribute("width"))
                .collect();
            let rates = report.lines.iter().map(|line| &line.figures).chain([&report.all]);
            let rates: Vec<String> =
                rates.map(|own| format!("{:.0}", (own.pass_rate * 100.0).round())).collect();
            let expected = if report.lines.is_empty() { Vec::new() } else { rates };
            prop_assert_eq!(bars, expected);
            let cells: Vec<&str> = page
                .iter()
                .filter(|own| own.name == "td")
                .map(|own| own.text.as_str())
                .collect();
            let width = if by == By::Question { 6 } else { 10 };
            let all = (!report.lines.is_empty()).then_some(("All", &report.all));
            let lines = report.lines.iter().map(|own| (own.name.as_str(), &own.figures)).chain(all);
            let lines: Vec<_> = lines.collect();
            prop_assert_eq!(cells.len(), width * lines.len());
            for (row, (name, figures)) in cells.chunks(width).zip(lines) {
                prop_assert_eq!(row[0], name);
                prop_assert_eq!(row[1], figures.attempts.to_string());
                prop_assert_eq!(row[2], figures.passed.to_string());
                if by != By::Question {
                    prop_assert_eq!(row[4], figures.harmful.to_string());
                    let minutes = figures.median_simulated_minutes.expect("of attempts");
                    prop_assert_eq!(row[6], format!("{minutes:.1}"));
                }
            }
        }
    }
}

/// An attempt at a scenario, with these points and these answers to one question.
fn attempt(number: i64, trainee: &str, points: f64, given: &[&str]) -> Attempt {
    let mut runner = TestRunner::deterministic();
    let mut marked: Marked = marked().new_tree(&mut runner).expect("a mark").current();
    let question = "power.outlet";
    let marking = |given: &&str| tilldoc::training::Marking {
        question: question.into(),
        given: (*given).to_owned(),
        right: Some("loose".to_owned()),
        agrees: *given == "loose",
        looked: true,
    };
    marked.scenario = "roses-at-the-car-door".into();
    marked.step = "network".into();
    marked.title = Worded::default();
    marked.answers = given.iter().map(marking).collect();
    marked.harm.clear();
    marked.total = points;
    marked.passed = points >= 80.0;
    marked.minutes = 3.0 + number as f64;
    marked.ended = marked.began + jiff::SignedDuration::from_secs(90);
    Attempt {
        id: tilldoc::training::AttemptId(number),
        trainee: tilldoc::training::Trainee {
            id: tilldoc::training::TraineeId(number % 2),
            name: name(trainee),
        },
        language: "en".to_owned(),
        marked,
    }
}

fn some() -> Vec<Attempt> {
    let mut all = Vec::new();
    for (at, points) in (0..).zip([40.0, 50.0, 60.0, 70.0, 85.0, 90.0, 95.0, 100.0]) {
        all.push(attempt(2 * at, "李伟", points, &["dead-outlet"]));
    }
    for (at, points) in (0..).zip([100.0, 100.0, 79.9, 100.0]) {
        all.push(attempt(2 * at + 1, "Ann", points, &["loose"]));
    }
    all
}

#[test]
fn a_report_in_print() {
    for tag in ["zh", "en"] {
        let texts = Texts::new(tag);
        let all = ALL.map(|by| table(&report(&some(), by, tag), &texts, Some(100)));
        assert_snapshot!(format!("report_{tag}"), all.join("\n"));
    }
    assert_snapshot!("report_csv", csv(&report(&some(), By::Question, "zh")));
    assert_snapshot!("report_json", report(&some(), By::Scenario, "en").json());
    let page = html(&report(&some(), By::Trainee, "zh"), &Texts::new("zh"), "tilldoc 0.1.0");
    assert_snapshot!("report_html", page);
}

#[test]
fn who_is_weak_stands_first_and_who_gets_better_is_told() {
    let report = report(&some(), By::Trainee, "en");
    let told: Vec<_> = report
        .lines
        .iter()
        .map(|line| (line.name.as_str(), line.figures.passed, line.figures.trend))
        .collect();
    assert_eq!(told, [("李伟", 4, Trend::Better), ("Ann", 3, Trend::Worse)]);
    assert_eq!(report.lines[0].figures.median_simulated_minutes, Some(10.0));
    assert_eq!(report.lines[0].figures.median_real_minutes, Some(1.5));
}

/// Of such a question the scenario knows no more than which answer is wrong.
#[test]
fn a_trap_at_a_question_that_no_look_answers_is_a_wrong_answer_by_question_too() {
    let mut all = some();
    for own in &mut all {
        for answer in &mut own.marked.answers {
            answer.right = None;
        }
    }
    for by in ALL {
        let report = report(&all, by, "en");
        let wrong = report.all.wrong.expect("there is one");
        assert_eq!((wrong.given.as_str(), wrong.count), ("dead-outlet", 8), "{by:?}");
    }
    let report = report(&all, By::Question, "en");
    // Those who did not go into it have said nothing that is known.
    assert_eq!((report.all.attempts, report.all.passed), (8, 0));
}

#[test]
fn nothing_is_a_report_too() {
    for by in ALL {
        let report = report(&[], by, "en");
        assert_eq!((report.lines.len(), report.all.attempts), (0, 0));
        assert_eq!(csv(&report).lines().count(), 1);
        let page = elements(&html(&report, &Texts::new("en"), "tilldoc"));
        assert!(page.iter().any(|own| own.text.contains("no finished attempts")));
    }
}
