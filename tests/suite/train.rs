//! `tilldoc train`: the real program on attempts that were made before.

use crate::{
    binary::{small, tilldoc_with},
    export_html::elements,
    support::{
        attempts::{keep, played},
        program::store,
        trainee::guide,
    },
};
use insta::assert_snapshot;
use jiff::Timestamp;
use serde_json::Value;
use std::{fs, path::Path};
use tempfile::TempDir;
use tilldoc::{store::Pin, training::Mode};

pub(crate) const PIN: &str = "2468";

/// Runs a command in English; the PIN, where it is given, stands in the environment.
pub(crate) fn run(folder: &Path, arguments: &[&str], pin: Option<&str>) -> String {
    run_in("en", folder, arguments, "", pin)
}

pub(crate) fn run_in(
    lang: &str,
    folder: &Path,
    arguments: &[&str],
    input: &str,
    pin: Option<&str>,
) -> String {
    let all: Vec<&str> = ["--lang", lang, "train"].iter().chain(arguments).copied().collect();
    let environment = pin.map(|pin| ("TILLDOC_TRAINER_PIN", pin));
    tilldoc_with(folder, &all, input, environment.as_slice())
}

/// A folder in which two trainees have run drills, with or without a trainer's PIN.
pub(crate) fn trained(pin: bool) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = store(folder.path());
    let at = |day: i64| -> Timestamp {
        let first: Timestamp = "2026-11-20T02:00:00Z".parse().expect("a time");
        first + jiff::SignedDuration::from_hours(24 * day)
    };
    let all = [
        ("李伟", "the-silent-box", false),
        ("李伟", "the-silent-box", true),
        ("Ann", "roses-at-the-car-door", true),
    ];
    for (day, (trainee, scenario, right)) in (0..).zip(all) {
        keep(&mut store, trainee, &played(scenario, Mode::Exam, right, at(day)));
    }
    if pin {
        store.set_pin(Some(&Pin::parse(PIN).expect("a PIN"))).expect("set");
    }
    folder
}

/// What was printed, where all went well.
pub(crate) fn output(told: &str) -> &str {
    let told = told.strip_suffix("------- exit 0").unwrap_or_else(|| panic!("{told}"));
    told.split("------- stderr").next().unwrap_or_default()
}

#[test]
fn scenarios_are_listed_without_what_is_behind_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let guide = guide();
    for lang in ["zh", "en"] {
        let told = run_in(lang, folder.path(), &["list"], "", None);
        let told = output(&told);
        assert_eq!(told.lines().count(), guide.scenarios.len() + 1);
        assert_snapshot!(
            format!("list_{lang}"),
            told.lines().take(4).collect::<Vec<_>>().join("\n")
        );
        let texts = tilldoc::texts::Texts::new(lang);
        for own in &guide.scenarios {
            assert!(told.contains(own.title.get(guide.lang(&texts))), "{}", own.id);
        }
    }
    let json = run(folder.path(), &["list", "--json"], None);
    for own in &guide.scenarios {
        assert!(json.contains(own.id.as_str()));
        assert!(!json.contains(own.truth.id.as_str()), "{} is told", own.truth.id);
    }
    let all: Value = serde_json::from_str(output(&json)).expect("JSON");
    assert_eq!(all.as_array().map(Vec::len), Some(guide.scenarios.len()));
    let keys: Vec<&String> = all[0].as_object().expect("an object").keys().collect();
    assert_eq!(keys, ["difficulty", "id", "minutes", "title"]);
    let answers = run(folder.path(), &["list", "--answers", "--json"], None);
    assert!(answers.contains("No trainer's PIN is set"));
    let all: Value = serde_json::from_str(output(&answers)).expect("JSON");
    let one = guide.scenario(all[0]["id"].as_str().expect("an id")).expect("known");
    assert_eq!(all[0]["truth"], one.truth.id.as_str());
    // A guide without scenarios has none to list.
    let none = tilldoc_with(
        folder.path(),
        &["--lang", "en", "--guide", &small(), "train", "list"],
        "",
        &[],
    );
    assert!(none.ends_with("exit 1") && none.contains("no scenarios"), "{none}");
}

#[test]
fn a_list_tells_what_a_trainee_has_done() {
    let folder = trained(false);
    let at = "2026-11-24T02:00:00Z".parse().expect("a time");
    for (scenario, right) in [("roses-at-the-car-door", false), ("the-silent-box", false)] {
        keep(&mut store(folder.path()), "Bo", &played(scenario, Mode::Practice, right, at));
    }
    keep(&mut store(folder.path()), "Bo", &played("the-silent-box", Mode::Practice, true, at));
    // Each scenario in a line that ends with what was done of it.
    let line = |lang: &str, trainee: &str, scenario: &str| {
        let told = run_in(lang, folder.path(), &["list", "--trainee", trainee], "", None);
        let line = output(&told).lines().find(|line| line.contains(scenario)).expect("listed");
        line.split("  ").last().unwrap_or_default().trim().to_owned()
    };
    for (trainee, scenario, zh, en) in [
        ("李伟", "the-silent-box", "考试 2026-11-21", "exam 2026-11-21"),
        ("Bo", "the-silent-box", "练习 2026-11-24", "practice 2026-11-24"),
        ("Bo", "roses-at-the-car-door", "还没有（1 次）", "not yet (1x)"),
        ("Ann", "the-silent-box", "-", "-"),
    ] {
        assert_eq!(line("zh", trainee, scenario), zh);
        assert_eq!(line("en", trainee, scenario), en);
    }
    let json = run(folder.path(), &["list", "--trainee", "bo", "--json"], None);
    let json: Value = serde_json::from_str(output(&json)).expect("JSON");
    let of = |id: &str| json.as_array().expect("a list").iter().find(|own| own["id"] == id);
    let own = of("the-silent-box").expect("listed");
    assert_eq!((own["attempts"].as_u64(), own["exam_passed"].as_str()), (Some(2), None));
    assert!(own["practice_passed"].is_string() && own["truth"].is_null(), "{own}");
    let nobody = run(folder.path(), &["list", "--trainee", "Nobody"], None);
    assert!(nobody.ends_with("exit 1") && !nobody.contains("the-silent-box"), "{nobody}");
}

#[test]
fn with_the_pin_all_is_told() {
    let folder = trained(true);
    let by_line = run_in("en", folder.path(), &["report"], "２４６８\n", None);
    let by_variable = run(folder.path(), &["report"], Some(PIN));
    assert_eq!(by_line, by_variable);
    assert!(!by_line.contains("stderr"), "{by_line}");
    for lang in ["zh", "en"] {
        let report = |by| run_in(lang, folder.path(), &["report", "--by", by], "", Some(PIN));
        let all = ["trainee", "scenario", "step", "question"].map(report);
        assert_snapshot!(format!("report_{lang}"), all.join("\n"));
        for arguments in [&["course", "--all"][..], &["course", "--trainee", "李伟"], &["trainees"]]
        {
            let told = run_in(lang, folder.path(), arguments, "", Some(PIN));
            let name = arguments.join("_").replace("--", "").replace("_李伟", "");
            assert_snapshot!(format!("{name}_{lang}"), told);
        }
    }
    let one = run(folder.path(), &["report", "--trainee", "ANN"], Some(PIN));
    assert!(one.contains("Ann") && !one.contains("李伟"), "{one}");
    let day = run(folder.path(), &["report", "--since", "2026-11-22"], Some(PIN));
    assert!(day.contains("Ann") && !day.contains("李伟"), "{day}");
    let exams = run(folder.path(), &["report", "--mode", "exam"], Some(PIN));
    assert_eq!(exams, run(folder.path(), &["report"], Some(PIN)), "all of them were exams");
    let practice = run(folder.path(), &["report", "--mode", "practice"], Some(PIN));
    assert!(practice.ends_with("exit 1") && !practice.contains("Ann"), "{practice}");
    let none = run(folder.path(), &["report", "--until", "2026-11-01"], Some(PIN));
    assert!(none.ends_with("exit 1") && none.contains("no finished attempts"), "{none}");
    let nobody = run(folder.path(), &["report", "--trainee", "Nobody"], Some(PIN));
    assert!(nobody.ends_with("exit 1") && nobody.contains("Nobody"), "{nobody}");
    let card = run(folder.path(), &["report", "--trainee", "4111 1111 1111 1111"], Some(PIN));
    assert!(card.ends_with("exit 2") && !card.contains("1111 1111"), "{card}");
}

#[test]
fn a_report_goes_to_a_file_in_the_format_of_its_name() {
    let folder = trained(false);
    let saved = |name: &str, arguments: &[&str]| {
        let all: Vec<&str> = ["report", "-o", name].iter().chain(arguments).copied().collect();
        let told = run(folder.path(), &all, None);
        assert!(told.contains(&format!("Saved: FOLDER/{name}")), "{told}");
        fs::read_to_string(folder.path().join(name)).expect("it was saved")
    };
    assert!(saved("r.csv", &[]).starts_with("\u{FEFF}by,id,name,"));
    assert!(elements(&saved("r.html", &[])).iter().any(|own| own.text.contains("李伟")));
    let json: Value = serde_json::from_str(&saved("r.json", &[])).expect("JSON");
    assert_eq!(json["all"]["attempts"], 3);
    let xapi: Value = serde_json::from_str(&saved("x.json", &["--format", "xapi"])).expect("JSON");
    assert!(xapi.as_array().is_some_and(|all| all.len() > 9));
    assert!(saved("r.txt", &[]).contains("Commonest wrong answer"));
    let again = run(folder.path(), &["report", "-o", "r.csv"], None);
    assert!(again.ends_with("exit 3"), "{again}");
    // The homepage is the shop's.
    fs::create_dir(folder.path().join("config")).expect("made");
    let config = "[training]\nhomepage = \"https://learn.shop.example\"\n";
    fs::write(folder.path().join("config/config.toml"), config).expect("written");
    let told = run(folder.path(), &["report", "--format", "xapi"], None);
    let xapi: Value = serde_json::from_str(output(&told)).expect("JSON");
    assert_eq!(xapi[0]["actor"]["account"]["homePage"], "https://learn.shop.example");
}

#[test]
fn a_course_of_ones_own_and_its_certificate() {
    let folder = trained(false);
    let text = "title = \"收银员入门\"\nscenarios = [\"the-silent-box\", \"no-such\"]\n";
    fs::create_dir(folder.path().join("config")).expect("made");
    fs::write(folder.path().join("config/course.toml"), text).expect("written");
    let outline = run(folder.path(), &["course"], None);
    // It is told what is wrong, and the rest is shown.
    assert!(outline.ends_with("exit 1") && outline.contains("no scenario has the id"), "{outline}");
    assert!(outline.contains("收银员入门") && outline.contains("the-silent-box"), "{outline}");
    let right = text.replace(", \"no-such\"", "");
    fs::write(folder.path().join("course.toml"), right).expect("written");
    let course = |more: &[&str]| {
        let own = ["course", "--course", "course.toml"];
        run(folder.path(), &own.iter().chain(more).copied().collect::<Vec<_>>(), None)
    };
    let done = course(&["--trainee", "李伟"]);
    assert!(done.contains("The course was passed on 2026-11-21"), "{done}");
    let json = course(&["--all", "--json"]);
    let json: Value = serde_json::from_str(output(&json)).expect("JSON");
    let passed: Vec<_> =
        json.as_array().expect("a list").iter().map(|own| &own["passed"]).collect();
    assert_eq!(passed, [0, 1]);
    let saved = course(&["--trainee", "李伟", "--certificate", "-o", "李伟.html"]);
    assert!(saved.ends_with("exit 0"), "{saved}");
    let page = fs::read_to_string(folder.path().join("李伟.html")).expect("it was saved");
    assert!(elements(&page).iter().any(|own| own.name == "p" && own.text == "收银员入门"));
    let early = course(&["--trainee", "Ann", "--certificate"]);
    assert!(early.ends_with("exit 1") && early.contains("not passed the course yet"), "{early}");
    let gone = run(folder.path(), &["course", "--course", "gone.toml"], None);
    assert!(gone.ends_with("exit 3"), "{gone}");
    let other = tilldoc_with(
        folder.path(),
        &["--lang", "en", "--guide", &small(), "--config", "elsewhere", "train", "course"],
        "",
        &[],
    );
    assert!(other.ends_with("exit 1") && other.contains("no course for this guide"), "{other}");
}

#[test]
fn a_trainee_is_forgotten() {
    let folder = trained(false);
    // Where nobody can be asked, a word is needed that says so; an answer in a pipe is none.
    for name in ["李伟", "Nobody"] {
        let refused = run_in("en", folder.path(), &["forget", name], "李伟\n", None);
        assert!(refused.ends_with("exit 2") && refused.contains("--yes"), "{refused}");
    }
    assert_eq!(store(folder.path()).trainees().expect("read").len(), 2);
    let told = run(folder.path(), &["forget", "李伟", "--yes"], None);
    assert!(output(&told).starts_with("李伟 is forgotten, with 2 attempts"), "{told}");
    let again = run(folder.path(), &["forget", "李伟", "--yes"], None);
    assert!(again.ends_with("exit 1"), "{again}");
    let left = run(folder.path(), &["trainees", "--json"], None);
    let left: Value = serde_json::from_str(output(&left)).expect("JSON");
    assert_eq!((left[0]["name"].as_str(), left[1].as_str()), (Some("Ann"), None));
}

#[test]
fn a_session_becomes_a_scenario_to_edit() {
    let folder = tempfile::tempdir().expect("a folder");
    let guide = format!("{}/tests/guides/small", env!("CARGO_MANIFEST_DIR"));
    let own = ["--lang", "en", "--guide", &guide];
    let tell = |arguments: &[&str], input: &str| {
        let all: Vec<&str> = own.iter().chain(arguments).copied().collect();
        tilldoc_with(folder.path(), &all, input, &[])
    };
    // Solved, with a note that must not come along; and one that is not solved.
    tell(&["plain"], "1\n2\nn guest Qzjx, slip 8812\nt 1\n1\nq\n");
    tell(&["plain"], "2\n3\n3\nq\n");
    let new = tell(&["train", "new", "--from", "1", "-o", "new.toml"], "");
    assert!(new.ends_with("exit 0"), "{new}");
    let text = fs::read_to_string(folder.path().join("new.toml")).expect("it was saved");
    assert!(text.contains("[[scenario]]") && text.contains("truth = \"remedy.router\""), "{text}");
    assert!(!text.contains("Qzjx") && !text.contains("8812"), "{text}");
    let open = tell(&["train", "new", "--from", "2"], "");
    assert!(open.ends_with("exit 1") && open.contains("No remedy worked"), "{open}");
    let none = tell(&["train", "new", "--from", "9"], "");
    assert!(none.ends_with("exit 1") && none.contains("no session 9"), "{none}");
    let other = run(folder.path(), &["new", "--from", "1"], None);
    assert!(other.ends_with("exit 1") && other.contains("another guide"), "{other}");
}

#[test]
fn cards_come_again_when_they_are_due() {
    let folder = tempfile::tempdir().expect("a folder");
    for lang in ["zh", "en"] {
        let arguments = ["cards", "--trainee", lang, "--new", "2"];
        let first = run_in(lang, folder.path(), &arguments, "\n4\n\n9\n1\n", None);
        assert_snapshot!(format!("cards_{lang}"), first);
        // Both are met; the one that was not known comes a minute later.
        let second = run_in(lang, folder.path(), &arguments, "\n3\n", None);
        assert!(!second.contains("> 3"), "{second}");
        let later = tilldoc_with(
            folder.path(),
            &["--lang", lang, "train", "cards", "--trainee", lang, "--new", "2"],
            "\n3\n",
            &[("TILLDOC_CLOCK", "2026-11-23T09:50:00Z")],
        );
        assert!(later.contains("> 3") && later.ends_with("exit 0"), "{later}");
    }
}

#[cfg(unix)]
#[test]
fn on_a_terminal_a_name_is_typed_again_before_it_is_forgotten() {
    use crate::support::pty::Window;
    let folder = trained(false);
    for lang in ["zh", "en"] {
        let (name, (goes, other, done)) = match lang {
            "zh" => ("李伟", ("2 次演练、0 张卡片", "没有删除", "已删除李伟")),
            _ => ("Ann", ("1 attempt and no cards", "Nothing is forgotten", "Ann is forgotten")),
        };
        let lang = [("TILLDOC_LANG", lang)];
        let before = store(folder.path()).trainees().expect("read").len();
        for typed in ["\r", "An\r"] {
            let mut window =
                Window::open(folder.path(), &["train", "forget", name], &lang, (80, 24));
            window.wait_for(goes);
            window.press(typed);
            window.wait_for(other);
            assert_eq!(window.end(), 2);
        }
        assert_eq!(store(folder.path()).trainees().expect("read").len(), before);
        let mut window = Window::open(folder.path(), &["train", "forget", name], &lang, (80, 24));
        window.wait_for(goes);
        window.press(&format!("{}\r", name.to_uppercase()));
        window.wait_for(done);
        assert_eq!(window.end(), 0);
        assert_eq!(store(folder.path()).trainees().expect("read").len(), before - 1);
    }
}
