//! How long the built-in guide's ways are, and that its README tells the figures of today.

use crate::support::stage::builtin_guide;
use std::fmt::Write as _;
use tilldoc::{
    guide::{Guide, Node, SourceFile, WayFigures, builtin_sources, read},
    texts::Texts,
};

#[test]
fn half_of_all_ways_take_five_questions_at_most_and_none_takes_more_than_nine() {
    let figures = builtin_guide().figures();
    assert!(figures.all.median() <= 5, "{}", figures.all.median());
    for (symptom, own) in &figures.symptoms {
        assert!(own.longest <= 9, "{symptom} takes up to {} questions", own.longest);
        assert!(own.median() <= 5, "{symptom} takes {} questions", own.median());
    }
    let everything = figures.check_everything.expect("the guide has it");
    // Six steps, each with its gate, and what became of the last payment.
    assert!(everything.longest <= 12, "{}", everything.longest);
}

/// A first question after which nearly all go the same way would be a question for nothing. One
/// about a payment under way is asked for safety.
#[test]
fn the_first_question_separates() {
    let guide = builtin_guide();
    for symptom in &guide.symptoms {
        let Some(first) = guide.question(&symptom.go.id) else { continue };
        let safety = first.aside || first.step.id == "bank-contact";
        let share = guide.likeliest_share(&first.id);
        assert!(safety || share <= 0.85, "{}: {share:.2} of all go one way", symptom.id);
    }
}

#[test]
fn every_question_and_remedy_says_how_likely_it_is_and_how_long_it_takes() {
    for file in builtin_sources() {
        for heading in ["[[question]]\n", "[[remedy]]\n"] {
            for table in file.text.split("\n[[").map(|table| format!("[[{table}")) {
                if table.starts_with(heading) {
                    for key in ["\nlikelihood = ", "\nminutes = "] {
                        assert!(table.contains(key), "{} lacks {key:?}: {table}", file.name);
                    }
                }
            }
        }
    }
}

#[test]
fn a_guide_of_known_ways_has_the_figures_worked_out_by_hand() {
    // From the symptom: 3 of 4 in one question to "near" (2 minutes), else two to "far" (4 minutes).
    let guide = r#"
        format = 1
        id = "two"
        version = "1"
        languages = ["en"]
        title = { en = "Two" }
        [[step]]
        id = "s"
        title = { en = "S" }
        [[symptom]]
        id = "begin"
        say = { en = "Begin" }
        go = "first"
        [[question]]
        id = "first"
        step = "s"
        ask = { en = "First?" }
        minutes = 1
        no_unsure = "a test"
        answers = [
          { id = "a", say = { en = "A" }, go = "near" },
          { id = "b", say = { en = "B" }, go = "second" },
        ]
        [[question]]
        id = "second"
        step = "s"
        ask = { en = "Second?" }
        minutes = 2
        likelihood = 1
        no_unsure = "a test"
        answers = [{ id = "a", say = { en = "A" }, go = "far" }]
        [[remedy]]
        id = "near"
        step = "s"
        cause = { en = "Near" }
        likelihood = 3
        minutes = 2
        actions = [{ id = "do", en = "Do" }]
        who = "clerk"
        escalation = true
        [[remedy]]
        id = "far"
        step = "s"
        cause = { en = "Far" }
        likelihood = 50
        minutes = 4
        actions = [{ id = "do", en = "Do" }]
        who = "clerk"
        escalation = true
    "#;
    let files = [SourceFile::new("guide.toml", guide)];
    let guide = read(&files).into_guide().expect("it has no errors");
    let expected =
        WayFigures { shares: vec![0.0, 0.75, 0.25], longest: 2, minutes: 1.5, remedy_minutes: 2.5 };
    assert_eq!(guide.figures().all, expected);
    assert_eq!((expected.median(), expected.mean()), (1, 1.25));
}

#[test]
fn the_guides_readme_tells_the_figures_of_today() {
    let readme = include_str!("../../content/pos/README.md");
    let table = table(&builtin_guide());
    assert!(readme.contains(&table), "content/pos/README.md must say:\n\n{table}");
}

#[test]
fn the_readmes_tell_how_much_the_guide_holds() {
    let guide = builtin_guide();
    let questions = guide.nodes.iter().filter(|node| matches!(node, Node::Question(_))).count();
    let remedies = guide.nodes.len() - questions;
    let (symptoms, codes, messages) =
        (guide.symptoms.len(), guide.codes.len(), guide.messages.len());
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let english = format!(
        "{symptoms} symptoms, {questions} questions, {remedies} remedies, {codes} codes and \
         {messages} messages"
    );
    assert!(one_line(include_str!("../../README.md")).contains(&english), "{english}");
    let chinese = format!(
        "{symptoms} 种现象、{questions} 个问题、{remedies} 个处理办法、{codes} 条代码和 {messages} 条提示"
    );
    assert!(one_line(include_str!("../../README.zh-CN.md")).contains(&chinese), "{chinese}");
}

/// The figures as Markdown.
fn table(guide: &Guide) -> String {
    let questions = guide.nodes.iter().filter(|node| matches!(node, Node::Question(_))).count();
    let left_out = guide.not_used.len();
    let figures = guide.figures();
    let mut out = format!(
        "{questions} questions, {} remedies, {} symptoms, {} codes, {} messages; {} facts, of which \
         {left_out} are left out.\n\n",
        guide.nodes.len() - questions,
        guide.symptoms.len(),
        guide.codes.len(),
        guide.messages.len(),
        guide.facts.len(),
    );
    out += "| from | questions: mean | median | longest | minutes to the remedy | its minutes |\n";
    out += "|---|---|---|---|---|---|\n";
    let lang = guide.lang(&Texts::new("en"));
    let row = |out: &mut String, name: &str, own: &WayFigures| {
        writeln!(
            out,
            "| {name} | {:.1} | {} | {} | {:.1} | {:.0} |",
            own.mean(),
            own.median(),
            own.longest,
            own.minutes,
            own.remedy_minutes
        )
        .expect("a string takes all");
    };
    row(&mut out, "all symptoms, by their likelihood", &figures.all);
    if let Some(own) = &figures.check_everything {
        row(&mut out, "check everything", own);
    }
    for (symptom, own) in guide.symptoms.iter().zip(figures.symptoms.iter().map(|(_, own)| own)) {
        row(&mut out, symptom.say.get(lang), own);
    }
    out
}
