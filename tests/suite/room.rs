//! What `guide check` says of a window of 60 x 20 is what the screen does there.

use crate::support::stage::{Played, Stage};
use std::{fmt::Write, sync::Arc};
use tilldoc::guide::{SourceFile, check};

const HEAD: &str = r#"
format = 1
id = "room"
version = "1"
languages = ["zh", "en"]
title = { zh = "指南", en = "A guide" }

[[step]]
id = "power"
title = { zh = "电源", en = "Power" }

[[symptom]]
id = "dark"
say = { zh = "黑屏", en = "Dark" }
go = "case"

[[remedy]]
id = "remedy.last"
step = "power"
cause = { zh = "原因不明。", en = "The cause is not known." }
minutes = 10
actions = [{ id = "call", zh = "打电话。", en = "Call." }]
who = "acquirer"
escalation = true
"#;

/// The rules that find something in the English of a case, and the case's first screen.
fn both(case: &str) -> (Vec<&'static str>, Played) {
    let files = [SourceFile::new("guide.toml", format!("{HEAD}\n{case}"))];
    let reading = check(&files);
    let english = |finding: &&tilldoc::guide::Finding| {
        let told = format!("{:?}", finding.problem);
        told.contains("\"en\"")
    };
    let found = reading.findings.iter().filter(english).map(|own| own.rule).collect();
    let guide = reading.into_guide().unwrap_or_else(|findings| panic!("{findings:?}"));
    let stage = Stage::new().lang("en").size(60, 20).guide(Arc::new(guide));
    (found, stage.play("11"))
}

/// So many words, the last of them to be found again.
fn words(count: usize, last: &str) -> String {
    let mut text = "light ".repeat(count.saturating_sub(1));
    text += last;
    text
}

#[test]
fn a_question_is_too_tall_just_when_an_answer_is_out_of_sight() {
    let mut tall = 0;
    for (answers, length, ask, customer) in [
        (2, 1, 3, 0),
        (4, 8, 12, 8),
        (5, 12, 30, 20),
        (6, 9, 5, 25),
        (6, 12, 20, 25),
        (7, 12, 8, 0),
        (8, 1, 40, 30),
        (8, 9, 10, 0),
        (8, 12, 5, 5),
        (8, 20, 5, 5),
    ] {
        let mut case = format!(
            "[[question]]\nid = \"case\"\nstep = \"power\"\nask = {{ zh = \"灯？\", en = \"{}\" }}\n",
            words(ask, "ask-end")
        );
        if customer > 0 {
            let text = words(customer, "now");
            writeln!(case, "tell_customer = {{ zh = \"请稍等。\", en = \"{text}\" }}")
                .expect("a string");
        }
        case += "answers = [\n";
        for at in 1..=answers {
            let (text, unsure) = (words(length, &format!("end{at}")), at == answers);
            let zh = format!("灯{at}");
            writeln!(
                case,
                "  {{ id = \"a{at}\", say = {{ zh = \"{zh}\", en = \"{text}\" }}, \
                 go = \"remedy.last\", unsure = {unsure} }},"
            )
            .expect("a string");
        }
        case += "]\n";
        let (found, screen) = both(&case);
        let whole =
            screen.shows("ask-end") && (1..=answers).all(|at| screen.shows(&format!("end{at}")));
        let is_tall = found.contains(&"question-too-tall");
        assert_eq!(is_tall, !whole, "{answers} {length} {ask} {customer}:\n{}", screen.text());
        tall += usize::from(is_tall);
    }
    assert!((3..8).contains(&tall), "{tall} were too tall: the cases show only one side");
}

#[test]
fn what_the_customer_is_told_is_cut_off_just_when_the_rule_says_so() {
    let mut cut = 0;
    for customer in [5, 15, 20, 22, 23, 24, 25, 26, 28, 40] {
        let case = format!(
            "[[question]]\nid = \"case\"\nstep = \"power\"\nask = {{ zh = \"灯？\", en = \"Lit?\" }}\n\
             tell_customer = {{ zh = \"请稍等。\", en = \"{}\" }}\nanswers = [\n\
             {{ id = \"yes\", say = {{ zh = \"亮\", en = \"Yes\" }}, go = \"remedy.last\" }},\n\
             {{ id = \"unsure\", say = {{ zh = \"不清楚\", en = \"Can't tell\" }}, \
             go = \"remedy.last\", unsure = true }},\n]\n",
            words(customer, "customer-end")
        );
        let (found, screen) = both(&case);
        let is_cut = found.contains(&"text-too-long");
        assert_eq!(is_cut, !screen.shows("customer-end”"), "{customer}:\n{}", screen.text());
        cut += usize::from(is_cut);
    }
    assert!((2..9).contains(&cut), "{cut} were cut: the cases show only one side");
}

#[test]
fn a_remedy_is_too_tall_just_when_a_warning_or_the_first_action_is_out_of_sight() {
    let mut tall = 0;
    for (never, length, action, customer) in [
        (0, 1, 3, 0),
        (1, 8, 20, 8),
        (2, 20, 20, 20),
        (3, 12, 5, 0),
        (3, 20, 12, 25),
        (4, 12, 12, 8),
        (4, 20, 12, 0),
        (5, 9, 9, 0),
        (5, 20, 5, 5),
    ] {
        let mut case = String::from(
            "[[remedy]]\nid = \"case\"\nstep = \"power\"\nminutes = 2\nwho = \"clerk\"\n\
             cause = { zh = \"松了。\", en = \"Loose.\" }\nif_failed = \"remedy.last\"\n",
        );
        let text = words(action, "action-end");
        writeln!(case, "actions = [{{ id = \"a\", zh = \"插好。\", en = \"{text}\" }}]")
            .expect("a string");
        if customer > 0 {
            let text = words(customer, "now");
            writeln!(case, "tell_customer = {{ zh = \"请稍等。\", en = \"{text}\" }}")
                .expect("a string");
        }
        case += "never = [\n";
        for at in 1..=never {
            let text = format!("begin{at} {}", words(length, &format!("end{at}")));
            writeln!(case, "  {{ zh = \"不要 {at}。\", en = \"{text}\" }},").expect("a string");
        }
        case += "]\n";
        let (found, screen) = both(&case);
        let warned = never == 0 || screen.shows("NEVER");
        let whole = warned
            && screen.shows("action-end")
            && (1..=never)
                .all(|at| screen.shows(&format!("begin{at}")) && screen.shows(&format!("end{at}")));
        let is_tall = found.contains(&"remedy-too-tall");
        assert_eq!(is_tall, !whole, "{never} {length} {action} {customer}:\n{}", screen.text());
        tall += usize::from(is_tall);
    }
    assert!((2..8).contains(&tall), "{tall} were too tall: the cases show only one side");
}
