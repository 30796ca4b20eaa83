//! Notes: cleaned and redacted as they are taken.

use crate::support::{clock, sample};
use tilldoc::session::{Entry, Event, Session};

fn begun() -> Session {
    Session::start(sample(), Entry::CheckEverything, clock()()).expect("starts")
}

#[test]
fn a_note_says_whether_something_was_masked() {
    let mut session = begun();
    assert_eq!(session.note("灯在闪\u{1b}[31m\r\n两次", clock()()), Ok(false));
    assert_eq!(session.note("card 6222\u{200b}0212\u{200b}3456\u{200b}7890", clock()()), Ok(true));
    assert_eq!(session.note(" \n\u{200b}", clock()()), Ok(false));
    let notes: Vec<_> = session.state().notes().iter().map(|note| note.text.as_str()).collect();
    assert_eq!(notes, ["灯在闪\n两次", "card 622202******7890"]);
}

#[test]
fn a_long_note_is_cut_after_it_is_masked() {
    let mut session = begun();
    let text = format!("{}6222021234567890", "x".repeat(3_988));
    assert_eq!(session.note(&text, clock()()), Ok(true));
    let note = &session.state().notes()[0].text;
    assert_eq!(note.chars().count(), 4_000);
    assert!(note.ends_with("x622202*****…"), "{note}");
}

#[test]
fn no_way_in_records_card_data() {
    let mut session = begun();
    let noted = |text: &str| Event::Noted { text: text.into() };
    session.act(noted("PIN 1234, 4111111111111111"), clock()()).expect("a note fits anywhere");
    let masked = noted("PIN ***, 411111******1111");
    assert_eq!(session.transcript()[1].event, masked);

    let mut transcript = session.transcript().to_vec();
    transcript[1].event = noted("PIN 1234, 4111111111111111");
    let again = Session::replay(sample(), transcript).expect("replays");
    assert_eq!(again.transcript()[1].event, masked);
    assert_eq!(again.state().notes()[0].text, "PIN ***, 411111******1111");
}
