//! The scenarios of the built-in guide: each reaches its truth, and together they cover the guide.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, LazyLock},
};
use tilldoc::{
    guide::{
        Amount, Difficulty, Entry, Guide, Lang, Move, Response, Scenario, Severity, SourceFile,
        Text, builtin_advice, builtin_scenarios, builtin_sources, check, read, report,
    },
    session::impact::Run,
    texts::Texts,
};

static GUIDE: LazyLock<Arc<Guide>> = LazyLock::new(|| {
    let files = [builtin_sources(), builtin_scenarios()].concat();
    Arc::new(read(&files).into_guide().expect("it has no errors"))
});

#[test]
fn every_scenario_reaches_its_truth_as_a_session_would() {
    for scenario in &GUIDE.scenarios {
        let path = scenario.play(&GUIDE).unwrap_or_else(|miss| panic!("{}: {miss:?}", scenario.id));
        assert!(scenario.is_right(&path.remedy), "{}", scenario.id);
        assert_eq!(path.questions(), scenario.questions, "{}", scenario.id);
        let tried = path.stops.iter().filter(|stop| stop.is_remedy()).count();
        assert_eq!(tried, scenario.fails.len(), "{}", scenario.id);
    }
    let (runs, broken) = Run::scenarios(&GUIDE, &GUIDE);
    assert_eq!((runs.len(), broken), (GUIDE.scenarios.len(), 0));
}

#[test]
fn a_close_look_finds_nothing_in_them() {
    let mut files = [builtin_sources(), builtin_scenarios()].concat();
    files.push(builtin_advice());
    let mut findings = check(&files).findings;
    findings.retain(|own| own.severity != Severity::Note || own.rule != "missing-sources");
    assert!(findings.is_empty(), "{}", report(&files, &findings, &Texts::new("en"), false));
}

/// The wizard's start must not wait for what it does not use.
#[test]
fn the_wizards_guide_has_none_and_no_file_of_it_names_any() {
    let files = builtin_sources();
    assert!(files.iter().all(|file| !file.text.contains("[[scenario]]")));
    assert!(builtin_scenarios().iter().all(|file| file.name.starts_with("scenarios/")));
}

#[test]
fn they_are_spread_over_all_symptoms_steps_and_difficulties() {
    let all = &GUIDE.scenarios;
    assert!(all.len() >= 100, "{}", all.len());
    let begun: BTreeSet<&str> = all
        .iter()
        .filter_map(|own| match &own.entry {
            Entry::Symptom(id) => Some(id.as_str()),
            _ => None,
        })
        .collect();
    for symptom in &GUIDE.symptoms {
        assert!(begun.contains(symptom.id.as_str()), "none begins at {}", symptom.id);
    }
    let mut steps: BTreeMap<&str, usize> = BTreeMap::new();
    let mut hard: BTreeMap<Difficulty, usize> = BTreeMap::new();
    for own in all {
        let remedy = GUIDE.remedy(&own.truth.id).expect("it is a remedy");
        *steps.entry(&remedy.step.id).or_default() += 1;
        *hard.entry(own.difficulty).or_default() += 1;
    }
    for step in &GUIDE.steps {
        assert!(steps.get(step.id.as_str()).is_some_and(|&count| count >= 3), "{}", step.id);
    }
    for (name, difficulty) in Difficulty::NAMES {
        assert!(hard.get(&difficulty).is_some_and(|&count| count >= 12), "{name}: {hard:?}");
    }
    let looked_up = all.iter().filter(|own| !matches!(own.entry, Entry::Symptom(_))).count();
    assert!(looked_up >= 2, "a code and a message are looked up");
}

#[test]
fn the_documents_tell_how_many_there_are() {
    let count = GUIDE.scenarios.len();
    let english = [include_str!("../../README.md"), include_str!("../../CHANGELOG.md")];
    let [readme, changes] =
        english.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
    assert!(readme.contains(&format!("comes with {count} scenarios")), "{count}");
    assert!(changes.contains(&format!("built-in guide comes with {count}")), "{count}");
    let chinese = include_str!("../../README.zh-CN.md");
    assert!(chinese.contains(&format!("自带的指南有 {count} 个场景")), "{count}");
}

#[test]
fn each_has_what_a_drill_needs() {
    let mut titles = BTreeSet::new();
    for own in &GUIDE.scenarios {
        let id = &own.id;
        assert!(titles.insert(own.title.get(Lang(0))), "{id}: two have this title");
        let path = own.play(&GUIDE).expect(id);
        let beside = own.sights.len() - path.questions();
        assert!((2..=4).contains(&beside), "{id}: {beside} looks beside the path");
        assert!((1..=3).contains(&own.temptations.len()), "{id}: temptations");
        assert!((1..=2).contains(&own.tellings.len()), "{id}: what is wrong to say");
        let remedy = GUIDE.remedy(&own.truth.id).expect(id);
        assert!(remedy.tell_customer.is_some(), "{id}: nothing is right to say");
        let easy = own.difficulty == Difficulty::Easy;
        assert!(!easy || path.questions() <= 2, "{id}: easy, with {}", path.questions());
    }
    let harmful = |own: &&Scenario| {
        own.traps.iter().any(|trap| trap.harm)
            || own.temptations.iter().any(|own| own.harm)
            || own.tellings.iter().any(|own| own.harm)
    };
    let count = GUIDE.scenarios.iter().filter(harmful).count();
    assert!(count > GUIDE.scenarios.len() / 2, "only {count} can be failed for harm");
}

/// No telephone numbers, links and whole card numbers, and each language in its own punctuation.
#[test]
fn they_are_told_in_the_languages_own_signs() {
    let mut texts = 0;
    let mut look = |id: &str, text: &Text| {
        texts += 1;
        let [zh, en] = [0, 1].map(|at| text.get(Lang(at)));
        for text in [zh, en] {
            let figures = text.split(|c: char| !c.is_ascii_digit()).map(str::len).max();
            assert!(figures.is_none_or(|longest| longest < 7), "{id}: {text}");
            assert!(!["http", "www.", ".com", ".cn"].iter().any(|own| text.contains(own)), "{id}");
            assert_eq!(text.matches('“').count(), text.matches('”').count(), "{id}: {text}");
            assert!(!text.contains('"') && text.trim() == text, "{id}: {text}");
        }
        let chinese = |c: char| ('\u{3400}'..'\u{a000}').contains(&c);
        assert!(!en.contains(|c| "，。！？：；、（）".contains(c)), "{id}: {en}");
        let mut before = ' ';
        for c in zh.chars() {
            assert!(!(chinese(before) && ",;:?!".contains(c)), "{id}: {zh}");
            before = c;
        }
    };
    for own in &GUIDE.scenarios {
        let wrong = own.temptations.iter().map(|own| [&own.say, &own.why]);
        let wrong = wrong.chain(own.tellings.iter().map(|own| [&own.say, &own.why]));
        let pairs = wrong.chain(own.sights.iter().map(|own| [&own.look, &own.shows]));
        let scene = [&own.title, &own.setting, &own.customer];
        let all = pairs.flatten().chain(own.traps.iter().map(|own| &own.why)).chain(scene);
        all.for_each(|text| look(&own.id, text));
    }
    assert!(texts > 2_000, "{texts}");
}

/// What a trainee answers is held against a fact by what it means, not by how it is written.
#[test]
fn an_answer_agrees_with_a_fact_by_what_it_means() {
    let scenario = "[[scenario]]\nid = \"kinds\"\ntitle = { zh = \"各种\", en = \"Kinds\" }\n\
                    difficulty = \"easy\"\nsetting = { zh = \"早上。\", en = \"Morning.\" }\n\
                    screen = { zh = [], en = [] }\ncustomer = { zh = \"没人。\", en = \"Nobody.\" }\n\
                    code = { code = \"51\", scheme = \"unsure\" }\ntruth = \"remedy.last\"\n\
                    minutes = 0\nquestions = 1\n\
                    [[scenario.fact]]\nquestion = \"amount\"\nlook = { zh = \"金额\", en = \"Sum\" }\n\
                    shows = { zh = \"四十二。\", en = \"42.\" }\nanswer = 42.50\n\
                    [[scenario.fact]]\nquestion = \"kinds\"\nlook = { zh = \"周围\", en = \"Around\" }\n\
                    shows = { zh = \"湿的，有烟。\", en = \"Wet, and a smell.\" }\n\
                    answer = [\"smoke\", \"water\"]\n\
                    [[scenario.fact]]\nquestion = \"code\"\nlook = { zh = \"屏幕\", en = \"Screen\" }\n\
                    shows = { zh = \"五一。\", en = \"51.\" }\nanswer = \"51 unsure\"\n\
                    [[scenario.trap]]\nquestion = \"amount\"\nanswer = \"large\"\n\
                    why = { zh = \"不大。\", en = \"It is not.\" }\nharm = false\n";
    let guide = include_str!("../guide-cases/good/case-misses.toml");
    let files = [SourceFile::new("guide.toml", guide), SourceFile::new("b.toml", scenario)];
    let guide = read(&files).into_guide().expect("it has no errors");
    let own = guide.scenario("kinds").expect("it is there");
    let path = own.play(&guide).expect("it reaches its truth");
    assert_eq!(path.entry, Entry::UnsureCode("51".to_owned()));
    assert!(path.stops.is_empty());
    let sight = |question: &str| own.sight(question).expect(question);
    let agrees =
        |question: &str, given: Response| sight(question).agrees(&guide, &Move::Answer(given));
    let amount = |units: &str| Response::Amount(Amount::parse(units).expect("an amount"));
    let answer = |id: &str| Response::Answer(id.into());
    assert!(agrees("amount", amount("99")) && agrees("amount", answer("small")));
    assert!(!agrees("amount", amount("101")) && !agrees("amount", answer("unsure")));
    assert!(own.traps[0].catches(&guide, &Move::Answer(amount("5000"))));
    assert!(!own.traps[0].catches(&guide, &Move::Answer(amount("42"))));
    let ticks = |ids: &[&str]| Response::Ticks(ids.iter().map(|&id| id.into()).collect());
    assert!(agrees("kinds", ticks(&["water", "smoke"])) && !agrees("kinds", ticks(&["water"])));
    assert!(!agrees("kinds", ticks(&[])) && !agrees("kinds", answer("none")));
    let unsure = Move::LookUp(Entry::UnsureCode("51".to_owned()));
    assert!(sight("code").agrees(&guide, &unsure));
    let visa = Response::Code { code: "51".to_owned(), scheme: "visa".to_owned() };
    assert!(!agrees("code", visa));
    let minutes = sight("amount").minutes(&guide);
    assert!((minutes - 1.0).abs() < f64::EPSILON, "those of the question");
}
