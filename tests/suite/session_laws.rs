//! Laws of sessions, whatever happens in them, on the small guide and on the built-in one.

use crate::{
    store::Shop,
    support::moves::{BUILTIN, SMALL, answered, begun, entries, fitting, moves, play, time},
};
use jiff::tz::TimeZone;
use proptest::prelude::*;
use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};
use tilldoc::{
    guide::{Guide, Id, Node, Response},
    session::{
        Entry, Event, Outcome, Place, Recorded, Refusal, Session, Verdict,
        export::{Format, export},
    },
    store::SessionId,
    texts::Texts,
};

/// What is answered on the path.
fn given(session: &Session) -> BTreeMap<Id, Response> {
    let given = |id: Id| {
        let response = session.state().given(&id)?.response.clone();
        Some((id, response))
    };
    answered(session).into_iter().filter_map(given).collect()
}

/// The path begins where the entry leads, each node is reached from the one before it, and nothing
/// is known of nodes beside it.
fn consistent(session: &Session) -> Result<(), TestCaseError> {
    let (guide, state) = (session.guide(), session.state());
    let path = state.path();
    prop_assert!(state.position() < path.len());
    let leads_to = |id: &Id| match guide.node(id)? {
        _ if state.looked_up(id).is_some() => {
            guide.way_in(state.looked_up(id)?).map(|to| to.id.clone())
        }
        Node::Question(question) => Some(state.route(guide, question)?.go.id.clone()),
        Node::Remedy(remedy) => match state.verdict(id)? {
            Verdict::Worked => remedy.if_worked.as_ref().map(|to| to.id.clone()),
            Verdict::Failed => remedy.if_failed.as_ref().map(|to| to.id.clone()),
            Verdict::CantTry => None,
        },
    };
    for pair in path.windows(2) {
        prop_assert_eq!(leads_to(&pair[0]), Some(pair[1].clone()));
    }
    // By what was looked up a path can come back to a node that is on it already.
    let end = leads_to(&path[path.len() - 1]);
    prop_assert!(end.is_none_or(|end| path.contains(&end)), "the path ends too early");
    for node in guide.nodes.iter().filter(|node| !path.contains(node.id())) {
        prop_assert!(state.given(node.id()).is_none(), "{} is not on the path", node.id());
        prop_assert!(state.verdict(node.id()).is_none(), "{} is not on the path", node.id());
    }
    Ok(())
}

/// What a changed answer must say of later ones: the old answers that are on the path still, and
/// those that are not.
fn named_exactly(before: &Session, after: &Session) -> Result<(), TestCaseError> {
    let Some(Recorded { event: Event::Changed { question, response }, .. }) =
        after.transcript().last()
    else {
        return Ok(());
    };
    let old = given(before);
    let new = given(after);
    let aftermath = after.state().aftermath();
    let same = old.get(question) == Some(response);
    // The same answer takes the place of what was looked up there.
    if same && before.state().looked_up(question).is_none() {
        prop_assert!(aftermath.kept.is_empty() && aftermath.dropped.is_empty());
        prop_assert_eq!(old, new);
        return Ok(());
    }
    let path = after.state().path();
    let lost = answered(before).into_iter().filter(|id| !path.contains(id));
    let lost: Vec<_> = lost.map(|id| (id.clone(), old[&id].clone())).collect();
    prop_assert_eq!(&aftermath.dropped, &lost);
    let later = path.iter().skip_while(|id| *id != question).skip(1);
    let kept: Vec<_> = later.filter(|id| old.contains_key(*id)).cloned().collect();
    prop_assert_eq!(&aftermath.kept, &kept);
    for id in &kept {
        prop_assert_eq!(&old[id], &new[id]);
        prop_assert!(after.state().given(id).is_some_and(|given| given.kept));
    }
    if same {
        return Ok(());
    }
    let changed = after.state().given(question).map(|given| (&given.response, &given.before));
    prop_assert_eq!(changed, Some((response, &Some(old[question].clone()))));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_is_kept_event_by_event_is_the_same_session(
        mut session in begun(),
        moves in moves(),
    ) {
        let shop = Shop::new();
        let (mut journal, _reports) = crate::journal::journal(Ok(shop.place()));
        let handle = journal.begin(&session, None);
        play(&mut session, &moves, |_, after| {
            journal.record(handle, after);
            Ok(())
        })?;
        drop(journal);
        let stored = shop.store().session(SessionId(1)).expect("read").expect("there");
        let head = stored.head;
        prop_assert_eq!(&stored.transcript, session.transcript());
        prop_assert_eq!(head.outcome, session.outcome());
        prop_assert_eq!(head.entries, session.entries());
        let remedy = session.remedy().map(|remedy| remedy.id.as_str());
        prop_assert_eq!(head.remedy.as_ref().map(|own| own.name.as_str()), remedy);
        // What was written step by step is what is written at once.
        let stepwise = shop.store().stats().expect("read");
        let at_once = Shop::new();
        at_once.keep(&[&session]);
        prop_assert_eq!(stepwise, at_once.store().stats().expect("read"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_replay_is_the_same_session(mut session in begun(), moves in moves()) {
        play(&mut session, &moves, |_, _| Ok(()))?;
        let replayed =
            Session::replay(Arc::clone(session.guide()), session.transcript().to_vec());
        let replayed = replayed.expect("what was taken is taken again");
        prop_assert_eq!(replayed.state(), session.state());
        prop_assert_eq!(replayed.transcript(), session.transcript());
        prop_assert_eq!(replayed.outcome(), session.outcome());
        let resumed =
            Session::resume(Arc::clone(session.guide()), session.transcript().to_vec());
        let resumed = resumed.expect("the way in is there");
        prop_assert_eq!(resumed.session.state(), session.state());
        prop_assert!(resumed.lost.is_empty());
        let json = serde_json::to_string(session.transcript()).expect("events are JSON");
        let read: Vec<Recorded> = serde_json::from_str(&json).expect("and JSON is events");
        prop_assert_eq!(read, session.transcript());
    }

    #[test]
    fn the_path_follows_from_the_answers(mut session in begun(), moves in moves()) {
        consistent(&session)?;
        play(&mut session, &moves, |before, after| {
            consistent(after)?;
            named_exactly(before, after)
        })?;
    }

    #[test]
    fn going_back_and_answering_the_same_loses_nothing(
        mut session in begun(),
        moves in moves(),
        steps in 1_usize..8,
    ) {
        play(&mut session, &moves, |_, _| Ok(()))?;
        let mut again = session.clone();
        for _ in 0..steps {
            // Back from the end takes its verdict away, which is another law.
            if matches!(again.place(), Place::End(_)) || again.act(Event::Back, time(100)).is_err() {
                break;
            }
        }
        let (path, answers) = (session.state().path(), given(&session));
        prop_assert_eq!(again.state().path(), path);
        prop_assert_eq!(&given(&again), &answers);
        while again.state().position() < session.state().position() {
            let here = again.state().path()[again.state().position()].clone();
            let event = match again.place() {
                _ if session.state().looked_up(&here).is_some() => Event::LookedUp {
                    entry: session.state().looked_up(&here).cloned().expect("it was looked up"),
                },
                Place::Question(question) => Event::Answered {
                    question: question.id.clone(),
                    response: answers[&question.id].clone(),
                },
                Place::Remedy(remedy) => Event::Tried {
                    remedy: remedy.id.clone(),
                    verdict: session.state().verdict(&remedy.id).expect("it was passed"),
                },
                Place::End(_) => break,
            };
            prop_assert_eq!(again.act(event, time(101)), Ok(()));
            prop_assert_eq!(again.state().path(), path);
            prop_assert_eq!(&given(&again), &answers);
        }
        prop_assert_eq!(again.state().position(), session.state().position());
    }

    #[test]
    fn what_the_profile_knows_stands_on_the_path_and_is_marked(
        mut session in begun(),
        moves in moves(),
    ) {
        play(&mut session, &moves, |before, after| {
            let Some(Recorded { event: Event::FromProfile { question, .. }, .. }) =
                after.transcript().last()
            else {
                return Ok(());
            };
            let given = after.state().given(question);
            prop_assert!(given.is_some_and(|given| given.from_profile));
            let asked = before.state().given(question);
            prop_assert!(asked.is_none_or(|given| given.from_profile), "the clerk had answered it");
            Ok(())
        })?;
        // Filled in once, there is nothing more to fill in.
        session.fill(time(100));
        let known = session.clone();
        prop_assert!(session.fill(time(101)).is_empty());
        prop_assert_eq!(known.transcript(), session.transcript());
    }

    #[test]
    fn nothing_follows_the_end(mut session in begun(), moves in moves(), next in moves()) {
        play(&mut session, &moves, |_, _| Ok(()))?;
        let _ = session.act(Event::Finished, time(100));
        play(&mut session, &next, |_, _| Err(TestCaseError::fail("it was closed")))?;
    }

    #[test]
    fn every_session_has_a_summary(mut session in begun(), moves in moves()) {
        play(&mut session, &moves, |_, _| Ok(()))?;
        let texts = Texts::new("en");
        let json = export(&session, Format::Json, &texts, &TimeZone::UTC);
        let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        prop_assert_eq!(json["answers"].as_array().map_or(0, Vec::len), answered(&session).len());
        let events: Vec<Recorded> = serde_json::from_value(json["events"].clone()).expect("events");
        prop_assert_eq!(events, session.transcript());
        for format in [Format::Markdown, Format::Text, Format::Html] {
            prop_assert!(!export(&session, format, &texts, &TimeZone::UTC).is_empty());
        }
    }
}

#[test]
fn what_works_again_can_not_be_given_up() {
    let mut session =
        Session::start(Arc::clone(&SMALL), Entry::Symptom(Id::from("no-network")), time(0))
            .expect("it is a symptom");
    let router = Id::from("remedy.router");
    assert_eq!(session.answer(Response::Answer(Id::from("no")), time(1)), Ok(()));
    let worked = Event::Tried { remedy: router, verdict: Verdict::Worked };
    assert_eq!(session.act(worked, time(2)), Ok(()));
    assert_eq!(session.act(Event::GaveUp, time(3)), Err(Refusal::NotHere));
    assert_eq!(session.outcome(), Outcome::Solved);
    assert_eq!(session.act(Event::Back, time(4)), Ok(()));
    assert_eq!(session.act(Event::GaveUp, time(5)), Ok(()));
    assert_eq!(session.outcome(), Outcome::GivenUp);
}

/// Whether every way from a node on reaches a remedy, and whether every way on which all remedies
/// fail ends in an escalation. Each node is looked at once; a way back to one under way never ends.
struct Ways<'g> {
    guide: &'g Guide,
    known: HashMap<&'g Id, Option<bool>>,
    only_questions: bool,
}

impl<'g> Ways<'g> {
    fn new(guide: &'g Guide, only_questions: bool) -> Self {
        Self { guide, known: HashMap::new(), only_questions }
    }

    fn all_end_well(&mut self, id: &Id) -> bool {
        let Some(node) = self.guide.node(id) else { return false };
        if let Some(known) = self.known.get(node.id()) {
            return known.unwrap_or(false);
        }
        self.known.insert(node.id(), None);
        let well = match node {
            Node::Remedy(_) if self.only_questions => true,
            Node::Remedy(remedy) if remedy.escalation => true,
            Node::Remedy(remedy) => {
                let ways: Vec<_> = remedy.if_failed.iter().chain(&remedy.if_worked).collect();
                remedy.if_failed.is_some() && ways.iter().all(|to| self.all_end_well(&to.id))
            }
            Node::Question(question) => {
                let ways = fitting(self.guide, question);
                let ways = ways.iter().filter_map(|response| question.route(self.guide, response));
                let ways: Vec<_> = ways.map(|route| route.go).collect();
                !ways.is_empty() && ways.iter().all(|to| self.all_end_well(&to.id))
            }
        };
        self.known.insert(node.id(), Some(well));
        well
    }
}

#[test]
fn every_way_reaches_a_remedy_and_at_last_support() {
    for guide in [&*SMALL, &*BUILTIN] {
        for only_questions in [true, false] {
            let mut ways = Ways::new(guide, only_questions);
            for entry in entries(guide) {
                let session = Session::start(Arc::clone(guide), entry.clone(), time(0));
                let session = session.expect("it leads somewhere");
                let first = &session.state().path()[0];
                assert!(ways.all_end_well(first), "{}: {entry:?} (to {first})", guide.id);
            }
        }
    }
}
