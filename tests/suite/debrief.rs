//! The debrief: what it says of each decision, and the page.

use crate::{
    export_html::{Element, HOSTILE, elements},
    support::{
        clock,
        trainee::{Flaws, guide, play, step, wrong_answers},
        zone,
    },
};
use std::{fmt::Write as _, sync::Arc};
use tilldoc::{
    guide::{Id, Scenario, SourceFile, builtin_scenarios, builtin_sources, read},
    texts::Texts,
    training::{
        Agreement, Drill, Ending, Part, Saying, Terms,
        debrief::{BestStop, Debrief, Decision, html},
    },
};

/// Flaws of every kind.
fn flaws(scenario: &Scenario) -> Flaws {
    let best = scenario.play(&guide()).expect("it can be played");
    let asked: Vec<&Id> =
        best.stops.iter().filter(|own| !own.is_remedy()).map(|own| &own.node).collect();
    let beside = scenario.sights.iter().map(|own| &own.question.id);
    let last = (*asked.last().expect("a question")).clone();
    let wrong = wrong_answers(scenario, &last).into_iter().next();
    Flaws {
        not_looked: vec![asked[0].clone()],
        needless: beside.filter(|own| !asked.contains(own)).take(1).cloned().collect(),
        wrong: wrong.map(|wrong| (last, wrong)).into_iter().collect(),
        actions: Some(vec![1, 0, 3]),
        said: (!scenario.tellings.is_empty()).then_some(Saying::Telling(0)),
        ..Flaws::default()
    }
}

/// The debrief as lines.
fn lines(debrief: &Debrief<'_>, tag: &str) -> String {
    let texts = Texts::new(tag);
    let mut out = format!("{}\n{}\n\n", debrief.result(&texts), debrief.points(&texts));
    for (part, share) in debrief.parts() {
        let why = debrief.tally.why(part, &texts).join(" ");
        let _ = writeln!(out, "{} {}/{}: {why}", part.words(&texts), share.got, share.most);
    }
    for own in &debrief.decisions {
        let words = debrief.words(own, &texts);
        let sign = match words.good {
            Some(true) => "+",
            Some(false) => "-",
            None => "*",
        };
        let _ = writeln!(out, "\n{sign} {} [{} min]", words.did.join("\n  "), own.cost);
        for (mark, all) in [("=", words.facts), (">", words.better), ("!", words.why)] {
            for text in all {
                let _ = writeln!(out, "  {mark} {text}");
            }
        }
    }
    out.push('\n');
    for own in &debrief.best {
        let _ = writeln!(out, "{}", debrief.best_words(own, &texts));
    }
    out
}

#[test]
fn a_debrief_reads_well() {
    let guide = guide();
    let scenario = guide.scenario("grandpas-salary-card").expect("it is there");
    let drill = play(scenario, Terms::practice(80.0), &flaws(scenario));
    let debrief = drill.debrief().expect("it is over");
    insta::assert_snapshot!("debrief_en", lines(&debrief, "en"));
    insta::assert_snapshot!("debrief_zh", lines(&debrief, "zh"));
}

#[test]
fn everything_that_was_done_is_in_it_with_what_it_cost() {
    let guide = guide();
    for scenario in &guide.scenarios {
        for flaws in [Flaws::default(), flaws(scenario)] {
            let perfect = flaws.wrong.is_empty();
            let drill = play(scenario, Terms::practice(80.0), &flaws);
            let debrief = drill.debrief().expect("it is over");
            let id = &scenario.id;
            let last = debrief.decisions.last().expect("something was done");
            assert!(matches!(last.what, Decision::Ended(own) if own == debrief.ending), "{id}");
            let cost: f64 = debrief.decisions.iter().map(|own| own.cost).sum();
            assert!((cost - debrief.marked.minutes).abs() < 1e-9, "{id}");
            assert!((last.clock - debrief.marked.minutes).abs() < 1e-9, "{id}");
            let best: f64 = debrief.best.iter().map(minutes).sum();
            assert!((best - debrief.marked.best_minutes).abs() < 1e-9, "{id}");
            assert_eq!(debrief.best.iter().all(done), perfect, "{id}");
            for tag in ["zh", "en"] {
                let texts = Texts::new(tag);
                for own in &debrief.decisions {
                    let words = debrief.words(own, &texts);
                    assert!(!words.did.is_empty(), "{id}");
                    if perfect {
                        assert_ne!(words.good, Some(false), "{id}: {words:?}");
                        assert!(words.better.is_empty() && words.why.is_empty(), "{id}: {words:?}");
                    }
                    let all = [words.did, words.facts, words.better, words.why].concat();
                    for text in all {
                        let broken = text.contains("debrief-") || text.contains("{ $");
                        assert!(!text.trim().is_empty() && !broken, "{id}: {text}");
                    }
                }
            }
            if perfect {
                continue;
            }
            let bad = |own: &&tilldoc::training::debrief::Decided<'_>| {
                debrief.words(own, &Texts::new("en")).good == Some(false)
            };
            let bad = debrief.decisions.iter().filter(bad).count();
            assert!(bad >= 2 + flaws.needless.len(), "{id}: each flaw is shown as one: {bad}");
        }
    }
}

fn minutes(stop: &BestStop<'_>) -> f64 {
    match stop {
        BestStop::Question { minutes, .. } | BestStop::Remedy { minutes, .. } => *minutes,
    }
}

fn done(stop: &BestStop<'_>) -> bool {
    match stop {
        BestStop::Question { done, .. } | BestStop::Remedy { done, .. } => *done,
    }
}

#[test]
fn the_better_choice_stands_beside_the_one_that_was_made() {
    let guide = guide();
    let scenario = guide.scenario("two-texts-one-melon").expect("it is there");
    let question: Id = "money.charged-twice".into();
    let trap = scenario.traps.iter().find(|own| own.harm).expect("a trap that harms");
    let wrong = [(question.clone(), trap.wrong(&guide).expect("an answer"))];
    let flaws = Flaws { wrong: wrong.into(), not_looked: vec![question], ..Flaws::default() };
    let drill = play(scenario, Terms::practice(80.0), &flaws);
    let debrief = drill.debrief().expect("it is over");
    let answered = debrief.decisions.iter().find_map(|own| match &own.what {
        Decision::Answered { agreement, looked, .. } => Some((own, *agreement, *looked)),
        _ => None,
    });
    let (own, agreement, looked) = answered.expect("an answer");
    assert_eq!((agreement, looked), (Agreement::Against, false));
    let words = debrief.words(own, &Texts::new("en"));
    assert!(words.better[0].contains("The list and the app"), "{words:?}");
    assert!(words.better[1].contains("Only one"), "{words:?}");
    assert!(words.why[0].starts_with("It does harm."), "{words:?}");
    let shown = scenario.sights[0].shows.versions().nth(1).expect("English");
    assert!(words.facts.iter().any(|own| own == shown), "{words:?}");
    assert_eq!(
        debrief.result(&Texts::new("en")),
        "Not passed: a choice does harm, whatever the points"
    );
}

#[test]
fn there_is_none_before_the_end() {
    let now = clock();
    let terms = Terms { limit: None, ..Terms::exam(80.0, 5) };
    let mut drill =
        Drill::begin(guide(), "grandpas-salary-card", terms, 1, now()).expect("a drill");
    while step(&mut drill, &Flaws::default(), &now) {
        let over = matches!(drill.stage(), tilldoc::training::Stage::Over(_));
        assert_eq!(drill.debrief().is_some(), over);
    }
    let debrief = drill.debrief().expect("it is over");
    assert_eq!(debrief.ending, Ending::Solved);
    assert!(debrief.parts().map(|(part, _)| part).eq([
        Part::Remedy,
        Part::Answers,
        Part::Looks,
        Part::Minutes,
        Part::Actions,
        Part::Telling
    ]));
}

/// Elements that the page consists of, and nothing else.
const ELEMENTS: [&str; 30] = [
    "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "dl", "dt",
    "dd", "ol", "ul", "li", "span", "br", "strong", "em", "pre", "table", "thead", "tbody", "tr",
    "th", "td", "i", "b",
];

fn page(drill: &Drill, tag: &str, trainee: &str) -> Vec<Element> {
    let debrief = drill.debrief().expect("it is over");
    elements(&html(&debrief, Some(trainee), &Texts::new(tag), &zone(), "tilldoc test"))
}

#[test]
fn the_page_says_all_of_it_and_needs_nothing_but_itself() {
    let guide = guide();
    for scenario in guide.scenarios.iter().step_by(7) {
        let drill = play(scenario, Terms::practice(80.0), &flaws(scenario));
        let debrief = drill.debrief().expect("it is over");
        for tag in ["zh", "en"] {
            let (texts, all) = (Texts::new(tag), page(&drill, tag, "小王"));
            assert_eq!(all[0].attribute("lang"), Some(tag));
            let policy =
                |own: &&Element| own.attribute("http-equiv") == Some("Content-Security-Policy");
            let policy = all.iter().find(policy).and_then(|own| own.attribute("content"));
            let policy = policy.expect("a policy");
            assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"), "{policy}");
            assert!(
                all.iter().all(|own| !["script", "a", "img", "link"].contains(&own.name.as_str()))
            );
            let style = all.iter().find(|own| own.name == "style").expect("a style sheet");
            assert!(!style.text.contains("url(") && !style.text.contains("@import"));
            let body = &all.iter().find(|own| own.name == "body").expect("a body").text;
            let has = |text: &str| assert!(body.contains(text), "{tag} {}: {text}", scenario.id);
            has("小王");
            has(&debrief.result(&texts));
            has(&debrief.points(&texts));
            for own in &debrief.decisions {
                let words = debrief.words(own, &texts);
                [words.did, words.facts, words.better, words.why]
                    .concat()
                    .iter()
                    .for_each(|own| has(own));
            }
            for stop in &debrief.best {
                has(&debrief.best_words(stop, &texts));
            }
            for (part, _) in debrief.parts() {
                has(&part.words(&texts));
            }
            for own in &debrief.marked.harm {
                has(own.why.get(tag));
            }
        }
    }
}

#[test]
fn hostile_text_is_text() {
    let bad = HOSTILE.replace('\\', "\\\\").replace('"', "\\\"");
    let worse = |file: SourceFile| {
        let text = file.text.replace("en = \"", &format!("en = \"{bad}"));
        SourceFile::new(file.name.clone(), text.replace("en = [\"", &format!("en = [\"{bad}")))
    };
    let files = builtin_sources().into_iter().chain(builtin_scenarios()).map(worse);
    let guide = Arc::new(read(&files.collect::<Vec<_>>()).guide);
    let now = clock();
    let terms = Terms::practice(80.0);
    let mut drill = Drill::begin(guide, "two-texts-one-melon", terms, 1, now()).expect("a drill");
    let flaws = Flaws { actions: Some(vec![3, 4, 0]), ..Flaws::default() };
    while step(&mut drill, &flaws, &now) {}
    let all = page(&drill, "en", HOSTILE);
    for own in &all {
        assert!(ELEMENTS.contains(&own.name.as_str()), "{}", own.name);
        for (name, value) in &own.attributes {
            assert!(!name.starts_with("on") && name != "href" && name != "src", "{name}");
            assert!(!value.contains("alert"), "{value}");
        }
    }
    let has = |name: &str| all.iter().any(|own| own.name == name && own.text.contains(HOSTILE));
    for name in ["title", "h1", "p", "pre", "td", "span", "strong", "li"] {
        assert!(has(name), "no {name} has the text");
    }
    // A trainee's name is shown as far as names go, and without card data.
    let name = page(&drill, "en", "Ann 4111 1111 1111 1111");
    let body = &name.iter().find(|own| own.name == "body").expect("a body").text;
    assert!(body.contains("Ann 411111") && !body.contains("4111 1111 1111 1111"), "{body}");
}
