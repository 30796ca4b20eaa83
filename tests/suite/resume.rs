//! A session goes on although its guide has changed: what holds is kept, what does not is named.

use crate::{store::time, support::stage};
use std::sync::Arc;
use tilldoc::{
    guide::{Guide, Id, Response, SourceFile, read},
    session::{Entry, Event, Lost, Place, Recorded, Refusal, Resumed, Session, Verdict},
    texts::Texts,
};

/// The small guide with some of its text replaced.
fn changed(from: &str, to: &str) -> Arc<Guide> {
    let [guide, nodes] = ["guide", "nodes"].map(|name| {
        let path = format!("tests/guides/small/{name}.toml");
        std::fs::read_to_string(path).expect("the small guide")
    });
    assert!(guide.contains(from) || nodes.contains(from), "{from}");
    let files = [
        SourceFile::new("guide.toml", guide.replace(from, to)),
        SourceFile::new("nodes.toml", nodes.replace(from, to)),
    ];
    let guide = read(&files).into_guide();
    Arc::new(guide.unwrap_or_else(|findings| panic!("{findings:?}")))
}

fn answer(id: &str) -> Response {
    Response::Answer(Id::from(id))
}

fn answered(question: &str, id: &str) -> Event {
    Event::Answered { question: Id::from(question), response: answer(id) }
}

/// A session of the small guide from the gate of the power on.
fn played(events: impl IntoIterator<Item = Event>) -> Vec<Recorded> {
    let at = time("2026-11-23T09:41:00Z");
    let start = Session::start(stage::small_guide(), Entry::CheckEverything, at);
    let mut session = start.expect("begins");
    for event in events {
        session.act(event.clone(), at).unwrap_or_else(|error| panic!("{event:?}: {error}"));
    }
    session.transcript().to_vec()
}

fn resume(guide: &Arc<Guide>, transcript: Vec<Recorded>) -> Resumed {
    Session::resume(Arc::clone(guide), transcript).expect("the way in is there")
}

fn path(resumed: &Resumed) -> Vec<&str> {
    resumed.session.state().path().iter().map(Id::as_str).collect()
}

#[test]
fn an_answer_that_is_gone_is_named_and_asked_again() {
    let transcript = played([answered("gate.power", "yes"), answered("network.first", "no")]);
    let guide =
        changed(r#"id = "no", say = { zh = "都不能""#, r#"id = "none", say = { zh = "都不能""#);
    let resumed = resume(&guide, transcript);
    let lost = Lost::Answer { question: Id::from("network.first"), response: answer("no") };
    assert_eq!(resumed.lost, [lost]);
    assert_eq!(path(&resumed), ["gate.power", "network.first"]);
    let words = |tag| resumed.lost[0].words(&guide, &Texts::new(tag));
    assert_eq!(words("en"), "“Can other devices in the shop get online?”: no");
    assert_eq!(words("zh"), "“店里别的设备能上网吗？”：no");
}

#[test]
fn a_question_in_between_is_asked_first() {
    let transcript = played([
        answered("gate.power", "yes"),
        answered("network.first", "yes"),
        answered("network.signal", "few"),
        Event::Noted { text: "two bars".to_owned() },
    ]);
    let guide = changed(
        r#"{ id = "yes", say = { zh = "能开机", en = "Yes" }, go = "network.first" }"#,
        r#"{ id = "yes", say = { zh = "能开机", en = "Yes" }, go = "power.signs" }"#,
    );
    let resumed = resume(&guide, transcript);
    assert!(matches!(resumed.session.place(), Place::Question(own) if own.id == "power.signs"));
    let lost: Vec<_> =
        resumed.lost.iter().map(|lost| lost.words(&guide, &Texts::new("en"))).collect();
    assert_eq!(
        lost,
        [
            "“Can other devices in the shop get online?”: Yes, they can",
            "“How many signal bars are there?”: One or none"
        ]
    );
    assert_eq!(resumed.session.state().notes()[0].text, "two bars");
}

#[test]
fn steps_back_that_have_nothing_to_take_back_are_left_out() {
    // The power question now leads past the network: its answers, and going back among them, count
    // for nothing.
    let transcript = played([
        answered("gate.power", "yes"),
        answered("network.first", "yes"),
        answered("network.signal", "many"),
        Event::Back,
        Event::Back,
        answered("network.first", "yes"),
        answered("network.signal", "many"),
        Event::Answered {
            question: Id::from("limits.amount"),
            response: Response::Amount(tilldoc::guide::Amount::parse("500").expect("one")),
        },
    ]);
    let guide = changed(
        r#"{ id = "yes", say = { zh = "能开机", en = "Yes" }, go = "network.first" }"#,
        r#"{ id = "yes", say = { zh = "能开机", en = "Yes" }, go = "limits.amount" }"#,
    );
    let resumed = resume(&guide, transcript);
    assert!(path(&resumed).starts_with(&["gate.power", "limits.amount"]));
    let state = resumed.session.state();
    assert!(state.given("limits.amount").is_some(), "{:?}", path(&resumed));
    // Each lost answer is named once.
    assert_eq!(resumed.lost.len(), 2, "{:?}", resumed.lost);
}

#[test]
fn a_step_back_from_a_lost_answer_leads_nowhere_else() {
    let transcript = played([
        answered("gate.power", "yes"),
        answered("network.first", "yes"),
        Event::Noted { text: "hm".to_owned() },
        Event::Back,
    ]);
    let guide = changed(
        r#"{ id = "yes", say = { zh = "能开机", en = "Yes" }, go = "network.first" }"#,
        r#"{ id = "yes", say = { zh = "能开机", en = "Yes" }, go = "limits.amount" }"#,
    );
    let resumed = resume(&guide, transcript);
    assert!(matches!(resumed.session.place(), Place::Question(own) if own.id == "limits.amount"));
}

#[test]
fn a_remedy_that_is_gone_loses_its_ticks_and_its_verdict() {
    let small = stage::small_guide();
    let remedy = small.remedy("remedy.router").expect("there");
    let action = remedy.actions[0].id.clone();
    let id = remedy.id.clone();
    let transcript = played([
        answered("gate.power", "yes"),
        answered("network.first", "no"),
        Event::Ticked { remedy: id.clone(), action: action.clone(), done: true },
        Event::Tried { remedy: id.clone(), verdict: Verdict::Failed },
    ]);
    assert!(resume(&small, transcript.clone()).lost.is_empty());
    let guide = changed("\"remedy.router\"", "\"remedy.router-new\"");
    let resumed = resume(&guide, transcript);
    let tick = Lost::Tick { remedy: id.clone(), action };
    assert_eq!(resumed.lost, [tick, Lost::Verdict { remedy: id, verdict: Verdict::Failed }]);
    assert!(matches!(resumed.session.place(), Place::Remedy(own) if own.id == "remedy.router-new"));
    for tag in Texts::available() {
        for lost in &resumed.lost {
            assert!(lost.words(&guide, &Texts::new(&tag)).contains("remedy.router"));
        }
    }
}

#[test]
fn what_goes_on_after_a_loss_is_the_same_when_it_is_taken_up_again() {
    let transcript = played([answered("gate.power", "yes"), answered("network.first", "no")]);
    let guide =
        changed(r#"id = "no", say = { zh = "都不能""#, r#"id = "none", say = { zh = "都不能""#);
    let mut stored = transcript.clone();
    let mut session = resume(&guide, transcript).session;
    let before = session.transcript().len();
    session.answer(answer("none"), time("2026-11-23T10:00:00Z")).expect("fits");
    stored.extend_from_slice(&session.transcript()[before..]);
    let again = resume(&guide, stored);
    assert_eq!(again.session.state(), session.state());
    assert!(again.lost.is_empty(), "it was answered anew: {:?}", again.lost);
}

#[test]
fn without_the_way_in_nothing_can_go_on() {
    let at = time("2026-11-23T09:41:00Z");
    let entry = Entry::Symptom(Id::from("wifi-lost"));
    let session = Session::start(stage::small_guide(), entry, at).expect("begins");
    let guide = changed("id = \"wifi-lost\"", "id = \"wifi-gone\"");
    let refused = Session::resume(guide, session.transcript().to_vec());
    assert_eq!(refused.err(), Some(Refusal::NotHere));
}
