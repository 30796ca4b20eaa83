//! How good the order of questions is: the report, its command, what history says to it, and the
//! call that is offered where going on costs more.

use crate::{
    binary::tilldoc,
    support::stage::{Stage, builtin_guide},
};
use insta::assert_snapshot;
use jiff::Timestamp;
use std::{path::Path, sync::Arc};
use tilldoc::{
    guide::{
        Guide, Id, Response, SourceFile, check,
        order::{Counts, MOST_LOSS, OrderReport},
        read,
    },
    session::{Entry, Event, Outcome, Place, Session, SessionCode, Verdict},
};

const GUIDE: &str = include_str!("../guides/order/guide.toml");

/// A guide whose checklist looks first for what is rare and takes twenty minutes.
const COSTLY_CHECKLIST: &str = r#"
format = 1
id = "steps"
version = "1"
languages = ["en"]
title = { en = "A lamp" }
check_everything = "rare"

[[step]]
id = "meter"
title = { en = "Meter" }
gate = "rare"

[[step]]
id = "cord"
title = { en = "Cord" }
gate = "common"

[[symptom]]
id = "dark"
say = { en = "It is dark" }
go = "rare"

[[question]]
id = "rare"
step = "meter"
ask = { en = "Does the meter run?" }
minutes = 20
answers = [
  { id = "no", say = { en = "No" }, go = "remedy.meter", likelihood = "rare" },
  { id = "yes", say = { en = "Yes" }, go = "common" },
  { id = "unsure", say = { en = "Can't tell" }, go = "common", unsure = true },
]

[[question]]
id = "common"
step = "cord"
ask = { en = "Is the cord in?" }
minutes = 1
answers = [
  { id = "no", say = { en = "No" }, go = "remedy.cord", likelihood = "common" },
  { id = "yes", say = { en = "Yes" }, go = "remedy.last", fine = true },
  { id = "unsure", say = { en = "Can't tell" }, go = "remedy.last", unsure = true },
]

[[remedy]]
id = "remedy.meter"
step = "meter"
cause = { en = "There is no power." }
likelihood = "rare"
minutes = 2
actions = [{ id = "wait", en = "Wait." }]
who = "clerk"
if_failed = "remedy.last"

[[remedy]]
id = "remedy.cord"
step = "cord"
cause = { en = "The cord is out." }
likelihood = "common"
minutes = 2
actions = [{ id = "plug", en = "Plug it in." }]
who = "clerk"
if_failed = "remedy.last"

[[remedy]]
id = "remedy.last"
step = "cord"
cause = { en = "Nobody knows." }
minutes = 2
actions = [{ id = "ask", en = "Ask somebody." }]
who = "clerk"
escalation = true
"#;

fn guide_of(text: &str) -> Arc<Guide> {
    let files = [SourceFile::new("guide.toml", text.to_owned())];
    Arc::new(read(&files).into_guide().expect("it has no errors"))
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

fn folder() -> String {
    format!("{}/tests/guides/order", env!("CARGO_MANIFEST_DIR"))
}

fn run(at: &Path, lang: &str, more: &[&str]) -> String {
    let guide = folder();
    let arguments: Vec<&str> =
        ["--lang", lang, "guide", "order", &guide].iter().chain(more).copied().collect();
    tilldoc(at, &arguments, "")
}

/// Standard output as JSON, where all went well.
fn json(output: &str) -> serde_json::Value {
    let text = output.strip_suffix("------- exit 0").unwrap_or_else(|| panic!("{output}"));
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn the_figures_of_a_small_guide_are_those_worked_out_by_hand() {
    let report = guide_of(GUIDE).order();
    let dark = &report.symptoms[0];
    // Bulb 3 of 7, cord 1 of 7, call 3 of 7: "can't tell" leads where another answer does.
    let shares: Vec<(&str, f64)> =
        dark.remedies.iter().map(|own| (own.id.as_str(), own.share)).collect();
    let expected = [("remedy.bulb", 3.0), ("remedy.call", 3.0), ("remedy.cord", 1.0)];
    assert_eq!(shares.len(), 3);
    for (id, sevenths) in expected {
        assert!(shares.iter().any(|own| own.0 == id && close(own.1, sevenths / 7.0)), "{id}");
    }
    assert!(close(dark.questions, 1.0 + 4.0 / 7.0) && close(dark.minutes, dark.questions));
    assert_eq!((dark.most_questions, dark.most_minutes as u32), (2, 2));
    let bits = 2.0 * 3.0 / 7.0 * (7.0_f64 / 3.0).log2() + 7.0_f64.log2() / 7.0;
    // Each question has two ways: one bit.
    assert!(close(dark.bits, bits) && close(dark.least_questions, bits), "{dark:?}");
    assert!(close(dark.share, 0.5), "three of six begin here");
    let [chain] = &report.chains[..] else { panic!("{:?}", report.chains) };
    assert_eq!(chain.present, ["check.bulb", "check.cord"]);
    assert!(close(chain.minutes, 1.0 + 4.0 / 7.0) && chain.best == chain.present);
}

/// What holds of every report.
fn sums(guide: &Guide, report: &OrderReport) {
    let everything = report.check_everything.iter();
    let figures = guide.figures();
    for (way, own) in report.symptoms.iter().zip(&figures.symptoms) {
        // The wizard's clock, the figures and the report say the same.
        let forecast = guide.forecast(&guide.symptom(&way.id).expect("it is there").go.id);
        assert!(close(way.questions, forecast.questions), "{}", way.id);
        assert!(close(way.minutes, forecast.minutes), "{}", way.id);
        assert!(close(way.questions, own.1.mean()) && close(way.minutes, own.1.minutes));
        assert_eq!(way.most_questions, own.1.longest, "{}", way.id);
    }
    for way in report.symptoms.iter().chain(everything).chain([&report.all]) {
        let sum: f64 = way.remedies.iter().map(|own| own.share).sum();
        assert!(close(sum, 1.0), "{}: {sum}", way.id);
        assert!(way.remedies.is_sorted_by(|a, b| a.share >= b.share));
        assert!(way.least_questions <= way.questions + 1e-9, "{}", way.id);
        assert!(way.minutes <= way.most_minutes + 1e-9, "{}", way.id);
        assert!(way.lost_minutes >= 0.0 && way.lost_minutes <= way.minutes);
    }
    let begun: f64 = report.symptoms.iter().map(|way| way.share).sum();
    assert!(close(begun, 1.0));
    for chain in report.chains.iter().chain(&report.checklist) {
        assert!(chain.at_least <= chain.best_minutes + 1e-9);
        let (mut now, mut best) = (chain.present.clone(), chain.best.clone());
        now.sort();
        best.sort();
        assert_eq!(now, best);
    }
}

#[test]
fn shares_sum_to_one_and_no_way_needs_less_than_its_bound() {
    for guide in [guide_of(GUIDE), builtin_guide()] {
        sums(&guide, &guide.order());
    }
}

#[test]
fn no_order_of_the_built_in_guide_loses_more_than_a_tenth() {
    let report = builtin_guide().order();
    assert!(report.checklist.is_some() && report.chains.len() >= 3, "{:?}", report.chains);
    for own in report.chains.iter().chain(&report.checklist) {
        assert!(own.lost_share <= MOST_LOSS, "{own:?}");
    }
    // What the guide's README says of what its reasons cost.
    let steps = report.checklist.expect("it has one");
    let less = format!("{:.0} % less", (1.0 - steps.free_minutes / steps.minutes) * 100.0);
    let readme = include_str!("../../content/pos/README.md");
    assert!(readme.contains(&less), "{less}");
    // Nobody is told to call before a call saves them something.
    assert_eq!(report.stops, []);
}

#[test]
fn the_table_is_the_same_in_both_languages() {
    let at = tempfile::tempdir().expect("a folder");
    for lang in ["zh", "en"] {
        assert_snapshot!(format!("table_{lang}"), run(at.path(), lang, &[]));
        let one = run(at.path(), lang, &["--symptom", "dark"]);
        assert_snapshot!(format!("symptom_{lang}"), one);
    }
    let none = run(at.path(), "en", &["--symptom", "bright"]);
    assert!(none.contains("no symptom “bright”") && none.ends_with("exit 1"), "{none}");
    let report = json(&run(at.path(), "en", &["--json"]));
    assert_eq!(report["symptoms"][0]["id"], "dark");
    assert_eq!(report["chains"][0]["best"][0], "check.bulb");
    assert_eq!(report["stops"][0]["question"], "check.inside");
}

#[test]
fn a_costly_order_is_told_with_a_better_one() {
    // The bulb is hard to get at: twenty times the minutes.
    let text = GUIDE.replacen("minutes = 1\n", "minutes = 20\n", 1);
    let files = [SourceFile::new("guide.toml", text.clone())];
    // Only the close look minds: running the guide does not wait for it.
    assert_eq!(read(&files).findings, []);
    assert!(check(&files).findings.iter().any(|own| own.rule == "order-costs-more"));
    let report = guide_of(&text).order();
    // Cord 1/7 in 1 minute, bulb 3/7 in 20: 20 + 4/7 against 1 + 6/7 * 20.
    let chain = &report.chains[0];
    assert_eq!(chain.best, ["check.cord", "check.bulb"]);
    assert!(close(chain.best_minutes, 1.0 + 120.0 / 7.0), "{chain:?}");
    assert!(report.symptoms[0].lost_share > 0.0);
    // Said by its author that it can't be: then it is the best that can be had.
    let fixed =
        text.replacen("ask = { zh = \"插", "after = [\"check.bulb\"]\nask = { zh = \"插", 1);
    assert_eq!(order_findings(&fixed), 0);
    assert!(close(guide_of(&fixed).order().chains[0].lost_share, 0.0));
}

/// What the close look says of orders, and of what is allowed in vain.
fn order_findings(text: &str) -> usize {
    let files = [SourceFile::new("guide.toml", text.to_owned())];
    let about = ["order-costs-more", "idle-allow", "allowed-error"];
    check(&files).findings.iter().filter(|own| about.contains(&own.rule)).count()
}

#[test]
fn a_costly_order_is_let_be_for_a_reason() {
    let costly = GUIDE.replacen("minutes = 1\n", "minutes = 20\n", 1);
    assert_eq!(order_findings(&costly), 1);
    let allow = "allow = { order-costs-more = \"The bulb is what people ask about.\" }\n";
    let at_bulb = format!("id = \"check.bulb\"\n{allow}");
    let allowed = costly.replacen("id = \"check.bulb\"\n", &at_bulb, 1);
    assert_eq!(order_findings(&allowed), 0);
    // At another question it excuses nothing, and is a finding itself.
    let at_cord = format!("id = \"check.cord\"\n{allow}");
    let elsewhere = costly.replacen("id = \"check.cord\"\n", &at_cord, 1);
    assert_eq!(order_findings(&elsewhere), 2);
    // Where the order is right there is nothing to excuse.
    assert_eq!(order_findings(&GUIDE.replacen("id = \"check.bulb\"\n", &at_bulb, 1)), 1);
}

#[test]
fn a_costly_checklist_is_let_be_in_the_head_of_the_guide() {
    let text = COSTLY_CHECKLIST;
    let report = guide_of(text).order();
    // The meter 1/13, the cord 6/13 as often as nothing: whoever finds nothing has asked both.
    let steps = report.checklist.expect("two gates");
    assert!(close(steps.minutes, report.chains[0].minutes), "{steps:?}");
    assert!(close(steps.best_minutes, report.chains[0].best_minutes), "{steps:?}");
    // The row of the gates is the checklist: it is told of once.
    assert_eq!(order_findings(text), 1);
    let head = "check_everything = \"rare\"\n";
    let allow = "allow = { order-costs-more = \"The meter stands beside the door.\" }\n";
    assert_eq!(order_findings(&text.replacen(head, &format!("{head}{allow}"), 1)), 0);
}

#[test]
fn history_flips_an_order_and_changes_nothing() {
    let at = tempfile::tempdir().expect("a folder");
    let guide = folder();
    let nothing = run(at.path(), "en", &["--from-history"]);
    assert!(nothing.ends_with("exit 1"), "{nothing}");
    for _ in 0..20 {
        let play = ["--lang", "en", "--guide", &guide, "plain"];
        let output = tilldoc(at.path(), &play, "1\n2\n1\n1\nq\n");
        assert!(output.ends_with("exit 0"), "{output}");
    }
    for lang in ["zh", "en"] {
        assert_snapshot!(format!("history_{lang}"), run(at.path(), lang, &["--from-history"]));
    }
    let history = json(&run(at.path(), "en", &["--from-history", "--json"]));
    assert_eq!(history["counts"]["symptoms"]["dark"]["solved"]["remedy.cord"], 20);
    assert_eq!(history["counts"]["answers"]["check.bulb"]["yes"], 20);
    assert_eq!(history["order"]["chains"][0]["best"][0], "check.cord");
    assert_eq!(std::fs::read_to_string(format!("{guide}/guide.toml")).expect("there"), GUIDE);
}

#[test]
fn counts_move_the_labels_by_their_weight_and_no_further() {
    let guide = guide_of(GUIDE);
    let mut counts = Counts::default();
    let (dark, bulb, no) = (Id::from("dark"), Id::from("check.bulb"), Id::from("no"));
    for _ in 0..20 {
        counts.add(Some(&dark), [(&bulb, &no)], Some(&Id::from("remedy.bulb")));
    }
    let learnt = guide.learn(&counts);
    let [own] = &learnt[..] else { panic!("{learnt:?}") };
    // 20 sessions of the labels (3 of 7) and 20 counted: half and half.
    assert!(close(own.answers[0].share, f64::midpoint(3.0 / 7.0, 1.0)), "{own:?}");
    assert!(close(own.answers.iter().map(|answer| answer.share).sum(), 1.0));
    let other = guide.with_learnt(&counts, &learnt).order();
    let share = |id: &str| {
        other.symptoms[0].remedies.iter().find(|own| own.id == id).expect("reached").share
    };
    assert!(close(share("remedy.bulb"), f64::midpoint(3.0 / 7.0, 1.0)));
    sums(&guide.with_learnt(&counts, &learnt), &other);
    assert!(close(guide.order().symptoms[0].share, 0.5), "the guide itself stays");
}

fn begun(guide: &Arc<Guide>, symptom: &str) -> Session {
    let entry = Entry::Symptom(symptom.into());
    Session::start(Arc::clone(guide), entry, Timestamp::UNIX_EPOCH).expect("it leads somewhere")
}

#[test]
fn a_call_is_offered_where_going_on_costs_more_and_never_before_money_is_known() {
    let guide = guide_of(GUIDE);
    let inside = begun(&guide, "broken");
    let stop = inside.stop().expect("all ways end in the call");
    // 4 minutes, and the call of 10 all the same.
    assert!(close(stop.going_on, 14.0) && close(stop.calling, 10.0) && stop.often() == 10);
    assert_eq!(stop.remedy.id, "remedy.call");
    for other in ["dark", "paid", "before"] {
        assert!(begun(&guide, other).stop().is_none(), "{other}");
    }
    let off = GUIDE.replace("minutes = 10\n\n[[step]]", "minutes = 10\nstop = false\n\n[[step]]");
    assert!(begun(&guide_of(&off), "broken").stop().is_none());
    let more = GUIDE.replace("minutes = 10\n\n[[step]]", "minutes = 10\nsaves = 5\n\n[[step]]");
    assert!(begun(&guide_of(&more), "broken").stop().is_none());
    let none = GUIDE.replace("[call]\nremedy = \"remedy.call\"\nminutes = 10\n", "");
    assert!(begun(&guide_of(&none), "broken").stop().is_none());
    assert_eq!(begun(&guide, "paid").calling(), Event::GaveUp);
}

#[test]
fn a_call_is_an_event_like_any_other() {
    let guide = guide_of(GUIDE);
    let at = Timestamp::UNIX_EPOCH;
    let mut session = begun(&guide, "broken");
    session.act(session.calling(), at).expect("it is offered");
    assert!(matches!(session.place(), Place::Remedy(remedy) if remedy.id == "remedy.call"));
    let again = Session::replay(Arc::clone(&guide), session.transcript().to_vec());
    assert_eq!(again.expect("it fits").state(), session.state());
    let code = SessionCode::of(&session).to_string();
    let opened = SessionCode::parse(&code).and_then(|code| code.open(&guide, at));
    assert_eq!(opened.expect("it opens").state().path(), session.state().path());
    // Back is back at the question, which can still be answered.
    let mut back = session.clone();
    back.act(Event::Back, at).expect("one step");
    assert!(matches!(back.place(), Place::Question(asked) if asked.id == "check.inside"));
    back.answer(Response::Answer("wire".into()), at).expect("it fits");
    assert_eq!(back.remedy().map(|own| own.id.as_str()), Some("remedy.wire"));
    let worked = Event::Tried { remedy: "remedy.call".into(), verdict: Verdict::Worked };
    session.act(worked, at).expect("it is at hand");
    assert_eq!(session.outcome(), Outcome::Escalated);
}

#[test]
fn the_offer_stands_above_the_question_and_its_key_calls() {
    let guide = guide_of(GUIDE);
    for lang in ["zh", "en"] {
        for size in [(80, 24), (60, 20)] {
            let stage = || Stage::new().guide(Arc::clone(&guide)).lang(lang).size(size.0, size.1);
            let asked = stage().play("<enter>2");
            assert_snapshot!(format!("offer_{lang}_{}", size.0), asked.rows.join("\n"));
            let called = stage().play("<enter>2g").rows.join("\n");
            assert_snapshot!(format!("called_{lang}_{}", size.0), called);
        }
        let plain = ["--lang", lang, "--guide", &folder(), "plain"];
        let at = tempfile::tempdir().expect("a folder");
        assert_snapshot!(format!("plain_{lang}"), tilldoc(at.path(), &plain, "2\ng\n1\nq\n"));
    }
}
