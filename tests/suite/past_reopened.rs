//! A session that had come to its end is opened again.

use crate::{
    store::{Shop, network, time},
    support::stage::{Stage, small_guide},
};
use tilldoc::{
    guide::{Id, Response},
    session::{Entry, Event, Outcome, Refusal, Session, Verdict},
    store::SessionId,
};

/// The newest kept session, from the home screen.
const KEPT: &str = "<told>4<enter>";

/// The same, closed.
pub(crate) fn closed(mut session: Session) -> Session {
    let last = session.state().last();
    session.act(Event::Finished, last).expect("fits");
    session
}

fn solved() -> Session {
    closed(network(time("2026-11-22T08:00:00Z"), 3, "", Verdict::Worked))
}

fn stage(shop: &Shop) -> Stage {
    Stage::new().data(shop.folder.path())
}

#[test]
fn a_remedy_that_failed_the_next_day_leads_on() {
    let shop = Shop::new();
    shop.keep(&[&solved()]);
    let kept = stage(&shop).play(KEPT);
    assert!(kept.shows("后来又不行了，接着查"), "{}", kept.text());
    let on = stage(&shop).play(&format!("{KEPT}3<told>"));
    assert!(on.shows("这里查不出原因"), "the next place to look: {}", on.text());
    assert!(on.text().contains("千万不要再收一次"), "{}", on.text());
    let stored = shop.store().session(SessionId(1)).expect("read").expect("there");
    assert_eq!((stored.head.outcome, stored.head.finished), (Outcome::Unfinished, false));
    let again = Session::replay(small_guide(), stored.transcript).expect("replays");
    assert_eq!(again.state().verdict("remedy.router"), Some(Verdict::Failed));
    // It is the same session, to be found once, and offered at the next start.
    assert_eq!(shop.store().count().expect("counted"), 1);
    let home = stage(&shop).play("<told>");
    assert!(home.shows("接着"), "{}", home.text());
    let figures = shop.store().stats().expect("counted");
    assert_eq!((figures.all.solved, figures.all.unfinished), (0, 1));
    let router = figures.remedies.iter().find(|own| own.remedy.name == "remedy.router");
    assert_eq!(router.map(|own| (own.worked, own.failed)), Some((0, 1)));
}

#[test]
fn it_can_be_solved_anew_and_closed_again() {
    let shop = Shop::new();
    shop.keep(&[&solved()]);
    let ended = stage(&shop).play(&format!("{KEPT}3<told>g"));
    assert!(ended.shows("先查到这里"), "{}", ended.text());
    let kept = stage(&shop).play(KEPT);
    assert!(kept.shows("接着做这一次"), "given up: {}", kept.text());
    // What was given up stands again where it was left.
    let on = stage(&shop).play(&format!("{KEPT}3<told>"));
    assert!(on.shows("这里查不出原因") && !on.shows("先查到这里"), "{}", on.text());
}

#[test]
fn what_support_took_over_is_asked_again() {
    let begun = time("2026-11-22T08:00:00Z");
    let mut session = network(begun, 3, "", Verdict::Failed);
    let remedy = Id::from("remedy.support");
    session.act(Event::Tried { remedy, verdict: Verdict::Worked }, begun).expect("fits");
    assert_eq!(session.outcome(), Outcome::Escalated);
    let shop = Shop::new();
    shop.keep(&[&closed(session)]);
    let kept = stage(&shop).play(KEPT);
    assert!(kept.shows("客服没解决，接着查"), "{}", kept.text());
    let on = stage(&shop).play(&format!("{KEPT}3<told>"));
    assert!(on.shows("这里查不出原因"), "{}", on.text());
}

#[test]
fn one_that_is_still_under_way_goes_on_as_itself() {
    let shop = Shop::new();
    // Solved, and found in the history without leaving the program.
    let solved = "<told>111<told>2<told>4<told>";
    let on = stage(&shop).play(&format!("{solved}45<enter>3<told>"));
    assert!(on.shows("这里查不出原因"), "{}", on.text());
    assert_eq!(shop.store().count().expect("counted"), 1);
    let stored = shop.store().session(SessionId(1)).expect("read").expect("there");
    let reopened = stored.transcript.iter().any(|own| own.event == Event::Reopened);
    assert!(!reopened, "it was not closed");
}

#[test]
fn only_a_closed_session_can_be_opened_and_nothing_else_happens_in_it() {
    let at = time("2026-11-23T08:00:00Z");
    let entry = Entry::Symptom(Id::from("no-network"));
    let mut session = Session::start(small_guide(), entry, at).expect("begins");
    assert_eq!(session.act(Event::Reopened, at), Err(Refusal::Closed));
    session.act(Event::Finished, at).expect("closes");
    let answer = Response::Answer(Id::from("no"));
    assert_eq!(session.answer(answer.clone(), at), Err(Refusal::Closed));
    assert_eq!(session.act(Event::Finished, at), Err(Refusal::Closed));
    session.act(Event::Reopened, at).expect("opens");
    session.answer(answer, at).expect("goes on");
    let again = Session::replay(small_guide(), session.transcript().to_vec()).expect("replays");
    assert_eq!(again.state(), session.state());
}
