//! What the built-in guide promises: how much it holds, how soon it gets there, and money first.

use crate::support::stage::builtin_guide;
use std::collections::{HashMap, HashSet, VecDeque};
use tilldoc::guide::{Guide, Node, Role, builtin_sources, read};

#[test]
fn the_built_in_guide_has_no_findings() {
    let reading = read(&builtin_sources());
    assert!(reading.findings.is_empty(), "{:?}", reading.findings);
}

#[test]
fn it_covers_all_six_steps() {
    let guide = builtin_guide();
    let steps: Vec<_> = guide.steps.iter().map(|step| step.id.as_str()).collect();
    assert_eq!(steps, ["power", "display", "network", "card", "limits", "bank-contact"]);
    let questions = guide.nodes.iter().filter(|node| matches!(node, Node::Question(_))).count();
    let remedies = guide.nodes.len() - questions;
    assert!(questions >= 60 && remedies >= 60, "{questions} questions, {remedies} remedies");
    for step in steps {
        let of_step = |node: &&Node| node.step().id == step;
        let here = guide.nodes.iter().filter(of_step).count();
        assert!(here >= 8, "{step} has {here} nodes");
    }
}

/// What a shop meets, by the remedies that answer it.
const FAULTS: [&str; 59] = [
    "no-power",
    "plug-loose",
    "cord-broken",
    "other-outlet",
    "terminal-wet",
    "too-hot",
    "flat-battery",
    "battery-old",
    "display-fault",
    "restart-frozen",
    "frozen-mid-sale",
    "key-stuck",
    "clean-screen",
    "paper-out",
    "paper-reversed",
    "clean-head",
    "eslip-upload",
    "wifi-rejoin",
    "wifi-weak",
    "cable-replug",
    "sim-missing",
    "sim-service",
    "weak-signal",
    "router-restart",
    "isp-outage",
    "data-plan-unpaid",
    "network-settings",
    "host-down",
    "issuer-down",
    "card-expired",
    "card-damaged",
    "stripe-worn",
    "chip-unread",
    "tap-hold",
    "card-lost-or-frozen",
    "wrong-pin",
    "pin-locked",
    "balance-too-low",
    "single-limit",
    "daily-limit",
    "count-limit",
    "merchant-frozen",
    "unpaid-fees",
    "merchant-not-registered",
    "terminal-not-registered",
    "risk-control",
    "sign-in",
    "keys-reload",
    "maintenance",
    "software-old",
    "update-running",
    "settle-first",
    "sale-went-through",
    "sale-not-made",
    "result-unknown",
    "reversal-pending",
    "tamper",
    "scam-caller",
    "call-acquirer",
];

#[test]
fn each_fault_is_reached_in_at_most_seven_answers_from_a_symptom() {
    let guide = builtin_guide();
    let mut nearest: HashMap<String, usize> = HashMap::new();
    for symptom in &guide.symptoms {
        for (remedy, answers) in answers_to(&guide, &symptom.go.id) {
            let best = nearest.entry(remedy).or_insert(answers);
            *best = answers.min(*best);
        }
    }
    for fault in FAULTS {
        let answers = nearest.get(&format!("remedy.{fault}"));
        assert!(answers.is_some_and(|&answers| answers <= 7), "remedy.{fault}: {answers:?}");
    }
}

/// The fewest answers from a node to each remedy.
fn answers_to(guide: &Guide, start: &str) -> Vec<(String, usize)> {
    let mut reached = Vec::new();
    let mut seen = HashSet::from([start.to_owned()]);
    let mut next = VecDeque::from([(start.to_owned(), 0)]);
    while let Some((id, answers)) = next.pop_front() {
        let node = guide.node(&id).expect("a node of the guide");
        // "Did it work? No" is an answer too.
        let links = match node {
            Node::Remedy(remedy) => remedy.if_failed.iter().collect(),
            Node::Question(_) => guide.links(node),
        };
        if matches!(node, Node::Remedy(_)) {
            reached.push((id, answers));
        }
        for link in links {
            if seen.insert(link.id.to_string()) {
                next.push_back((link.id.to_string(), answers + 1));
            }
        }
    }
    reached
}

/// Symptoms that can begin in the middle of a payment: their first question asks what became of
/// it, before anything is tried or restarted.
const MONEY_FIRST: [&str; 16] = [
    "debited-failed",
    "timed-out",
    "no-slip",
    "charged-twice",
    "ended",
    "reversal",
    "no-network",
    "service-suspended",
    "sim",
    "host-down",
    "no-power",
    "frozen",
    "blank",
    "keys",
    "device-not-found",
    "printer",
];

#[test]
fn where_a_payment_may_have_gone_through_the_first_question_is_about_it() {
    let guide = builtin_guide();
    for id in MONEY_FIRST {
        let symptom = guide.symptom(id).unwrap_or_else(|| panic!("there is no symptom {id}"));
        let first =
            guide.question(&symptom.go.id).unwrap_or_else(|| panic!("{id} leads to no question"));
        let about_money = first.id.starts_with("money.")
            || answers_to(&guide, &first.id).iter().any(|(remedy, answers)| {
                *answers <= 3
                    && ["sale-went-through", "result-unknown", "sale-not-made"]
                        .iter()
                        .any(|m| remedy.ends_with(m))
            });
        assert!(about_money, "{id}: {}", first.id);
    }
    let all = guide.check_everything.as_ref().expect("check everything is there");
    assert!(
        guide
            .question(&all.id)
            .is_some_and(|first| first.ask.versions().any(|text| text.contains("收款")))
    );
}

#[test]
fn every_question_says_how_to_find_out_and_every_remedy_says_all_that_a_clerk_needs() {
    let guide = builtin_guide();
    for node in &guide.nodes {
        let id = node.id();
        match node {
            Node::Question(question) => {
                assert!(question.how.is_some(), "{id}: how to find out");
                assert!(question.tell_customer.is_some(), "{id}: what to say meanwhile");
                let unsure = question.answers.iter().any(|own| own.role == Role::Unsure);
                assert!(unsure || question.no_unsure.is_some(), "{id}: who can't tell");
            }
            Node::Remedy(remedy) => {
                assert!(!remedy.never.is_empty(), "{id}: what never to do");
                assert!(remedy.tell_customer.is_some(), "{id}: what to say to the customer");
                assert!(remedy.meanwhile.is_some(), "{id}: what to take payment with");
                assert!(!remedy.prevent.is_empty(), "{id}: how to prevent it");
                let prepared = remedy.contact.is_none() || !remedy.tell_support.is_empty();
                assert!(prepared, "{id}: what to have ready for the call");
                let leads_on = remedy.if_failed.is_some() || remedy.escalation;
                assert!(leads_on, "{id}: where to go if it failed");
            }
        }
    }
}
