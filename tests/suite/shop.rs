//! The shop in the wizard: its terminals, what its profile knows, notices, what happened before.

use crate::{
    profile::{ONE, TWO, number, shop},
    support::{
        clock, sample,
        stage::{Stage, builtin_guide},
        zone,
    },
};
use tilldoc::{
    guide::{Id, Response},
    session::{Entry, Event, Past, Session, Shop, export::Summary},
    texts::Texts,
};

/// A session on the built-in guide at the question whether a payment was running.
fn session(toml: &str, terminal: Option<&str>) -> Session {
    let entry = Entry::Symptom("no-network".into());
    let terminal = terminal.map(number);
    Session::open(builtin_guide(), shop(toml), entry, terminal, clock()()).expect("it begins")
}

const FIRST: &str = "network.first";

#[test]
fn the_only_terminal_is_taken_and_what_its_profile_knows_is_not_asked() {
    let mut session = session(ONE, None);
    assert_eq!(session.terminal_number(), Some(&number("12345678")));
    go_to_network(&mut session);
    let given = session.state().given(FIRST).expect("the profile answered it");
    assert_eq!(given.response, Response::Answer("wifi".into()));
    assert!(given.from_profile && !given.kept);
    let place = session.state().path()[session.state().position()].clone();
    assert_eq!(place, "network.wifi");
    let known = session.transcript().iter().filter(
        |own| matches!(&own.event, Event::FromProfile { question, .. } if *question == FIRST),
    );
    assert_eq!(known.count(), 1, "it is recorded once");
}

/// Answers until the profile's question is passed or reached.
fn go_to_network(session: &mut Session) {
    let clock = clock();
    while !session.state().path().contains(&Id::from(FIRST)) {
        let answer = session.guide().question(&session.state().path()[session.state().position()]);
        let answers = &answer.expect("a question").answers;
        let to = answers.iter().find(|own| own.go.id == FIRST).unwrap_or(&answers[0]);
        let response = Response::Answer(to.id.clone());
        session.answer(response, clock()).expect("it fits");
        session.fill(clock());
    }
}

#[test]
fn who_can_not_tell_the_terminal_is_asked_everything() {
    let mut session = session(TWO, None);
    go_to_network(&mut session);
    assert!(session.state().given(FIRST).is_none());
    assert_eq!(session.state().path()[session.state().position()], FIRST);
}

#[test]
fn what_the_profile_said_can_be_changed_and_another_terminal_says_something_else() {
    let clock = clock();
    let mut session = session(TWO, Some("12345678"));
    go_to_network(&mut session);
    let other = Event::Terminal { number: Some(number("22345678")) };
    session.act(other, clock()).expect("it can be told anew");
    assert!(session.state().given(FIRST).is_some_and(|given| given.kept), "until it is confirmed");
    assert_eq!(session.fill(clock()), [Id::from(FIRST)]);
    let given = session.state().given(FIRST).expect("answered");
    assert_eq!(given.response, Response::Answer("mobile".into()));
    assert!(given.from_profile && !given.kept);
    let response = Response::Answer("cable".into());
    let changed = Event::Changed { question: FIRST.into(), response: response.clone() };
    session.act(changed, clock()).expect("it can be changed");
    assert!(session.fill(clock()).is_empty(), "what the clerk says counts");
    let given = session.state().given(FIRST).expect("answered");
    assert!(given.response == response && !given.from_profile);
    let replayed = Session::replay(builtin_guide(), session.transcript().to_vec());
    assert_eq!(replayed.expect("it replays").state(), session.state());
}

#[test]
fn the_profile_answers_no_question_that_is_not_at_hand() {
    let mut session = session(ONE, None);
    let event =
        Event::FromProfile { question: FIRST.into(), response: Response::Answer("wifi".into()) };
    let before = session.state().clone();
    assert!(session.act(event, clock()()).is_err());
    assert_eq!(*session.state(), before);
}

#[test]
fn a_transcript_of_an_older_version_still_replays() {
    let json = r#"[
        {"at":"2026-11-23T13:42:00Z","event":"started","guide":"sample","version":"2026.11",
         "entry":{"symptom":"no-network"}},
        {"at":"2026-11-23T13:43:00Z","event":"answered","question":"network.online",
         "response":{"answer":"no"}}
    ]"#;
    let events = serde_json::from_str(json).expect("events");
    let session = Session::replay(sample(), events).expect("it replays");
    assert!(session.terminal_number().is_none());
    assert_eq!(session.answered(), 1);
}

/// A session that ended at the router twice before.
fn third_time() -> Session {
    let past = ["2026-11-01T01:00:00Z", "2026-11-20T01:00:00Z"].map(|at| Past {
        terminal: Some(number("12345678")),
        remedy: "remedy.router".into(),
        at: at.parse().expect("a time"),
    });
    let shop = Shop { past: past.into(), ..shop(ONE) };
    let entry = Entry::Symptom("no-network".into());
    let clock = clock();
    let mut session = Session::open(sample(), shop, entry, None, clock()).expect("it begins");
    session.answer(Response::Answer("no".into()), clock()).expect("it fits");
    session
}

#[test]
fn the_summary_tells_the_shop_the_terminal_the_numbers_and_how_often() {
    let session = third_time();
    for (tag, ending) in [("zh", "txt"), ("en", "md"), ("en", "json")] {
        let texts = Texts::new(tag);
        let format = tilldoc::session::export::Format::of_name(&format!("a.{ending}"));
        let summary = Summary::new(&session, &texts, &zone(), "0.0.0");
        let text = summary.write(format.expect("a format"), &texts);
        insta::assert_snapshot!(format!("summary_shop_{tag}_{ending}"), text);
    }
}

#[test]
fn the_document_of_the_summary_names_the_fields_of_the_shop() {
    let document = include_str!("../../docs/summary-json.md");
    for field in [
        "shop",
        "shop.name",
        "shop.merchant_number",
        "shop.terminal",
        "shop.terminal.number",
        "shop.terminal.model",
        "shop.terminal.connection",
        "shop.terminal.place",
        "shop.numbers",
        "shop.numbers.contact",
        "shop.numbers.number",
        "shop.more",
        "shop.more.label",
        "shop.more.value",
        "answers.from_profile",
        "remedies.telephone",
        "remedies.recurred",
    ] {
        assert!(document.contains(&format!("`{field}`")), "{field}");
    }
}

#[test]
fn one_terminal_is_not_asked_for_and_several_are() {
    let one = Stage::new().lang("en").profile(ONE).play("111");
    assert!(one.shows("Can other devices in the shop get online?"), "{}", one.text());
    let two = Stage::new().lang("en").profile(TWO).play("111");
    assert!(two.shows("Which terminal is it?"), "{}", two.text());
    let chosen = Stage::new().lang("en").profile(TWO).play("1111");
    assert!(chosen.shows("Can other devices in the shop get online?"), "{}", chosen.text());
    let unsure = Stage::new().lang("en").profile(TWO).play("1113");
    assert!(unsure.shows("Can other devices in the shop get online?"), "{}", unsure.text());
    let back = Stage::new().lang("en").profile(TWO).play("111<esc>");
    assert!(back.shows("No network"), "{}", back.text());
}

#[test]
fn the_terminal_can_be_told_anew_without_losing_an_answer() {
    // Back from the first question, and from the review.
    for script in ["11113<esc><esc>2", "11113<f4>12"] {
        let stage = Stage::new().lang("en").size(120, 30).profile(TWO);
        let played = stage.play(&format!("{script}<f4>"));
        assert!(played.shows("22345678"), "{script}: {}", played.text());
        assert!(played.text().contains("Can't tell"), "{script}: {}", played.text());
    }
}

#[test]
fn a_code_and_check_everything_ask_for_the_terminal_too() {
    for script in ["2", "/51<enter>"] {
        let played = Stage::new().lang("en").profile(TWO).play(script);
        assert!(played.shows("Which terminal is it?"), "{script}: {}", played.text());
    }
    let remedy = Stage::new().lang("en").profile(TWO).play("/51<enter>1");
    assert!(remedy.shows("Did it work?"), "{}", remedy.text());
}

#[test]
fn the_number_to_call_stands_beside_call_in_both_front_ends_languages_and_sizes() {
    for lang in ["zh", "en"] {
        let played = Stage::new().lang(lang).size(80, 30).profile(ONE).play("1112");
        assert!(played.shows("400-820-5555"), "{}", played.text());
        let small = Stage::new().lang(lang).size(60, 20).profile(ONE).play("1112<pagedown>");
        assert!(small.shows("400-820-5555"), "{}", small.text());
        let without = Stage::new().lang(lang).size(80, 30).play("1112");
        assert!(!without.shows("400-820-5555"), "{}", without.text());
    }
    let end = Stage::new().lang("en").size(80, 30).profile(ONE).play("111g");
    assert!(end.shows("400-820-5555"), "{}", end.text());
}

#[test]
fn the_third_time_the_remedy_says_so_and_names_the_vendor() {
    let past = ["2026-11-01T01:00:00Z", "2026-11-20T01:00:00Z"].map(|at| Past {
        terminal: Some(number("12345678")),
        remedy: "remedy.router".into(),
        at: at.parse().expect("a time"),
    });
    for (lang, said) in [("zh", "第 3 次"), ("en", "3 times in 30 days")] {
        for (width, height) in [(80, 24), (60, 20)] {
            let stage = Stage::new().lang(lang).size(width, height).profile(ONE);
            let played = stage.past(past.to_vec()).play("1112");
            assert!(played.text().contains(said), "{}", played.text());
            assert!(played.text().contains("021-5555 1234"), "{}", played.text());
            assert!(played.text().contains("11-20"), "{}", played.text());
            insta::assert_snapshot!(format!("again_{lang}_{width}x{height}"), played.styled);
        }
    }
    let second = Stage::new().lang("en").profile(ONE).past(past[1..].to_vec()).play("1112");
    assert!(!second.text().contains("in 30 days"), "{}", second.text());
}

const NOTICE: &str = r#"
[[notice]]
text = { zh = "收单机构今天检修，16:00 恢复。", en = "The acquirer is down until 16:00." }
from = 2026-11-23T09:00:00Z
until = 2026-11-23T16:00:00Z
step = "network"
[[notice]]
text = "Yesterday's news"
until = 2026-11-22
"#;

#[test]
fn a_notice_stands_at_home_and_where_it_belongs_while_it_holds() {
    let stage = || Stage::new().lang("en").notices(NOTICE);
    let said = "The acquirer is down until 16:00.";
    for (script, there) in [("", true), ("111", true), ("1112", true), ("2", false), ("1", false)] {
        let played = stage().play(script);
        assert_eq!(played.shows(said), there, "{script}: {}", played.text());
        assert!(!played.shows("Yesterday"), "{script}: {}", played.text());
    }
    let zh = Stage::new().notices(NOTICE).play("111");
    assert!(zh.shows("公告：收单机构今天检修，16:00 恢复。"), "{}", zh.text());
    for (width, height) in [(80, 24), (60, 20)] {
        let played = Stage::new().builtin().notices(NOTICE).size(width, height).play("");
        insta::assert_snapshot!(format!("notice_home_{width}x{height}"), played.styled);
    }
}

#[test]
fn what_is_wrong_with_the_profile_is_said_and_keeps_nobody_from_beginning() {
    let stage = || Stage::new().lang("en").trouble("profile.toml, line 3: something is wrong.");
    // The profile is read after the first frame, so that the frame does not wait for it.
    assert!(!stage().play("").shows("something is wrong"));
    assert!(stage().play("<down>").shows("something is wrong"));
    assert!(stage().play("111").shows("Can other devices"));
}

#[test]
fn the_built_in_guide_is_not_asked_how_the_terminal_goes_online() {
    let stage = |lang| Stage::new().builtin().lang(lang).size(120, 30).profile(ONE);
    for lang in ["zh", "en"] {
        let played = stage(lang).play("1311");
        let said = if lang == "zh" { "按店铺资料答" } else { "From the shop details" };
        assert!(played.text().contains(said), "{}", played.text());
        let review = stage(lang).play("1311r");
        let mark = if lang == "zh" { "（店铺资料）" } else { "(from the shop details)" };
        assert!(review.text().contains(mark), "{}", review.text());
        let changed = stage(lang).play("1311r21r");
        assert!(!changed.text().contains(mark), "{}", changed.text());
    }
}
