//! What must hold whatever bytes come: one law for each fuzz target.
//!
//! `fuzz_targets/` runs them on what the fuzzer makes up, `cargo test fuzz_corpus` on what is kept in
//! `corpus/`. A law that is broken panics.

use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use ratatui::{
    Frame, Terminal,
    backend::TestBackend,
    buffer::{Buffer, Cell},
    layout::Size,
};
use std::sync::{Arc, LazyLock};
use tilldoc::{
    clean::{self, MARKS_PER_BASE},
    drilling::Trainer,
    guide::{
        Amount, Entry, Guide, Kind, Question, Response, Role, SourceFile, Unformatted, check, fmt,
        read, report,
    },
    lookup::Catalogue,
    redact::{redact, redact_name, veil, veil_typing, without_last_number},
    session::{
        Event, Place, Recorded, Session, SessionCode, Shop, Verdict,
        export::{Format, export, import},
    },
    texts::Texts,
    tui::{App, First, Input, Key, ShopStart, Start, Theme},
};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// A law: what a target does with bytes.
pub(crate) type Law = fn(&[u8]);

/// All targets by their names, which are those of the folders of the corpus.
pub(crate) const LAWS: [(&str, Law); 7] = [
    ("guide_reader", guide_reader),
    ("session_replay", session_replay),
    ("session_code", session_code),
    ("json_import", json_import),
    ("redactor", redactor),
    ("keymap", keymap),
    ("lookup", lookup),
];

/// A small guide with every kind of question.
static SAMPLE: LazyLock<Arc<Guide>> = LazyLock::new(|| {
    let file = SourceFile::new("guide.toml", include_str!("../tests/suite/support/sample.toml"));
    Arc::new(read(&[file]).guide)
});

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::new(&SAMPLE));

fn text(data: &[u8]) -> String {
    String::from_utf8_lossy(data).into_owned()
}

fn time(seconds: usize) -> Timestamp {
    let seconds = i64::try_from(seconds).unwrap_or(0);
    Timestamp::UNIX_EPOCH + SignedDuration::from_secs(seconds)
}

/// Nothing that moves the cursor, changes the direction or rings a bell.
fn harmless(text: &str) -> bool {
    !text.chars().any(|c| {
        c.is_control() && c != '\n'
            || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}')
            || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
    })
}

/// Nothing in a window is harmful, no letter has a flood of marks, and none stands on half of a wide one.
pub(crate) fn window(buffer: &Buffer) {
    let symbols: Vec<&str> = buffer.content.iter().map(Cell::symbol).collect();
    for (at, symbol) in symbols.iter().enumerate() {
        assert!(harmless(symbol), "{symbol:?}");
        let marks = symbol.chars().filter(|c| c.width() == Some(0)).count();
        assert!(marks <= MARKS_PER_BASE as usize, "{symbol:?}");
        let behind = symbols.get(at + 1);
        assert!(
            symbol.width() < 2 || behind.is_none_or(|own| *own == " "),
            "{symbol:?} {behind:?}"
        );
    }
}

/// Any bytes as a guide's file: every finding lies in it, what is said of it is harmless, and a guide
/// without errors is whole.
pub(crate) fn guide_reader(data: &[u8]) {
    let files = [SourceFile::new("guide.toml", text(data))];
    let reading = check(&files);
    for finding in &reading.findings {
        let place = finding.place;
        assert!(place.start <= place.end && place.end as usize <= files[0].text.len());
    }
    for tag in ["en", "zh"] {
        let said = report(&files, &reading.findings, &Texts::new(tag), false);
        assert!(harmless(&said), "{said:?}");
    }
    // Laid out once, it stays as it is; and it says what it said.
    match fmt(&files[0].text, &["zh", "en"]) {
        Ok(once) => assert_eq!(fmt(&once, &["zh", "en"]).as_deref(), Ok(&*once), "{once:?}"),
        Err(why) => assert_eq!(why, Unformatted::Syntax),
    }
    if let Ok(guide) = reading.into_guide() {
        for node in &guide.nodes {
            assert!(guide.links(node).iter().all(|link| guide.node(&link.id).is_some()));
        }
    }
}

/// A session from bytes: the way in, then one event for each byte or two.
fn played(data: &[u8]) -> Session {
    let mut bytes = data.iter().map(|byte| usize::from(*byte));
    let guide = Arc::clone(&SAMPLE);
    let entries: Vec<Entry> =
        guide.symptoms.iter().map(|own| Entry::Symptom(own.id.clone())).collect();
    let entry = entries[bytes.next().unwrap_or(0) % entries.len()].clone();
    let mut session = Session::start(guide, entry, time(0)).expect("a way in leads somewhere");
    let mut second = 0;
    while let Some(what) = bytes.next() {
        second += 1;
        if let Some(event) = event(&session, what, bytes.next().unwrap_or(0)) {
            // What does not fit is refused, and nothing has happened.
            let before = session.clone();
            if session.act(event, time(second)).is_err() {
                assert_eq!(session.state(), before.state());
                assert_eq!(session.transcript(), before.transcript());
            }
        }
    }
    session
}

fn event(session: &Session, what: usize, which: usize) -> Option<Event> {
    let guide = session.guide();
    Some(match (what % 8, session.place()) {
        (0..=3, Place::Question(own)) => {
            Event::Answered { question: own.id.clone(), response: response(guide, own, which)? }
        }
        (0..=3, Place::Remedy(own)) => {
            let verdict = Verdict::ALL[which % Verdict::ALL.len()];
            Event::Tried { remedy: own.id.clone(), verdict }
        }
        (4, _) => Event::Back,
        (5, _) => {
            let path: Vec<&Question> =
                session.state().path().iter().filter_map(|id| guide.question(id)).collect();
            let own = path.get(which.checked_rem(path.len())?)?;
            Event::Changed { question: own.id.clone(), response: response(guide, own, which / 2)? }
        }
        (6, _) if which.is_multiple_of(2) => {
            Event::Noted { text: "客人等着 4111 1111 1111 1111".to_owned() }
        }
        (6, _) => match which % 3 {
            0 => Event::GaveUp,
            1 => Event::Finished,
            _ => Event::Reopened,
        },
        (7, _) => {
            let code = guide.codes.get(which.checked_rem(guide.codes.len())?)?;
            Event::LookedUp { entry: code.entry() }
        }
        (_, Place::Remedy(_) | Place::End(_) | Place::Question(_)) => return None,
    })
}

fn response(guide: &Guide, question: &Question, which: usize) -> Option<Response> {
    let answer = question.answers.get(which.checked_rem(question.answers.len())?)?;
    Some(match question.kind {
        Kind::Amount if which.is_multiple_of(2) => {
            Response::Amount(Amount::from_units(u64::try_from(which * 41).ok()?)?)
        }
        Kind::Code if which.is_multiple_of(2) => {
            guide.codes.get(which.checked_rem(guide.codes.len())?)?.response()
        }
        Kind::Ticks => {
            let plain = question.answers.iter().filter(|own| own.role == Role::Plain);
            let bit = |at: usize| which >> (at % 8) & 1 == 1;
            let ticked = plain.enumerate().filter(|(at, _)| bit(*at));
            Response::Ticks(ticked.map(|(_, own)| own.id.clone()).collect())
        }
        _ => Response::Answer(answer.id.clone()),
    })
}

/// A transcript gives the same session again, also by way of JSON; any JSON for one is refused or is
/// a session.
pub(crate) fn session_replay(data: &[u8]) {
    if let Ok(transcript) = serde_json::from_slice::<Vec<Recorded>>(data) {
        if let Ok(session) = Session::replay(Arc::clone(&SAMPLE), transcript.clone()) {
            let again = Session::replay(Arc::clone(&SAMPLE), session.transcript().to_vec());
            assert_eq!(again.expect("it was taken").state(), session.state());
        }
        let _ = Session::resume(Arc::clone(&SAMPLE), transcript);
        return;
    }
    let session = played(data);
    let json = serde_json::to_string(session.transcript()).expect("JSON");
    assert!(!json.contains("1111 1111"), "{json}");
    let transcript: Vec<Recorded> = serde_json::from_str(&json).expect("a transcript");
    let again = Session::replay(Arc::clone(&SAMPLE), transcript).expect("it was taken before");
    assert_eq!(again.state(), session.state());
    assert_eq!(again.outcome(), session.outcome());
}

/// The code of a session opens at its place; any text is refused or opens the session that has it.
pub(crate) fn session_code(data: &[u8]) {
    let typed = text(data);
    if let Ok(code) = SessionCode::parse(&typed)
        && let Ok(session) = code.open(&SAMPLE, time(1))
    {
        assert_eq!(SessionCode::of(&session), code);
    }
    let _ = SessionCode::typed(&typed, &SAMPLE, time(1));
    let session = played(data);
    let code = SessionCode::of(&session);
    assert_eq!(SessionCode::parse(&code.to_string()).as_ref(), Ok(&code));
    let opened = code.open(&SAMPLE, time(1)).expect("it was made here");
    assert_eq!(SessionCode::of(&opened), code);
    let place = |session: &Session| match session.place() {
        Place::Question(own) => own.id.to_string(),
        Place::Remedy(own) => own.id.to_string(),
        Place::End(outcome) => format!("{outcome:?}"),
    };
    assert_eq!(place(&opened), place(&session));
    assert_eq!(opened.state().path(), session.state().path());
}

/// Any text is refused as a summary, or comes out as the same one again.
pub(crate) fn json_import(data: &[u8]) {
    let given = text(data);
    let taken = import(&given, &SAMPLE);
    let session = taken.unwrap_or_else(|error| {
        assert!(harmless(&error.to_string()), "{error:?}");
        played(data)
    });
    for tag in ["en", "zh"] {
        let texts = Texts::new(tag);
        let json = export(&session, Format::Json, &texts, &TimeZone::UTC);
        let again = import(&json, &SAMPLE).expect("it was written here");
        assert_eq!(again.state(), session.state());
        assert_eq!(export(&again, Format::Json, &texts, &TimeZone::UTC), json);
        for format in Format::ALL {
            let said = export(&session, format, &texts, &TimeZone::UTC);
            assert!(harmless(&said), "{said:?}");
        }
    }
}

fn digits(text: &str) -> usize {
    text.chars().filter(|c| c.is_numeric()).count()
}

/// Nothing is left to be masked in what was masked; a veil covers without moving anything.
pub(crate) fn redactor(data: &[u8]) {
    let given = text(data);
    let once = redact(&given);
    let twice = redact(&once.text);
    assert_eq!(twice.text, once.text, "of {given:?}");
    assert!(!twice.masked, "{:?}", once.text);
    assert_eq!(once.masked, !once.kinds.is_empty(), "{given:?}");
    let named = redact_name(&given).text;
    // A name's mask is no mask to a reader of texts, so a second time may hide more, never less.
    let again = redact_name(&named).text;
    assert!(digits(&again) <= digits(&named), "{named:?}: {again:?}");
    if let Some(veiled) = veil(&given) {
        assert_eq!(veiled.chars().count(), given.chars().count(), "{given:?}");
    }
    let carets = given.char_indices().map(|(at, _)| at).chain([given.len()]);
    for caret in carets.step_by(7).take(20) {
        let _ = veil_typing(&given, caret);
    }
    assert!(given.starts_with(without_last_number(&given)));
    let block = clean::block(&given, usize::MAX);
    assert!(harmless(&block), "{block:?}");
    assert_eq!(clean::block(&block, usize::MAX), block);
}

/// Keys that are pressed by numbers.
const KEYS: [&str; 32] = [
    "1",
    "2",
    "3",
    "4",
    "5",
    "0",
    "enter",
    "esc",
    "up",
    "down",
    "pageup",
    "pagedown",
    "home",
    "end",
    "backspace",
    "delete",
    "left",
    "right",
    "tab",
    "space",
    "f1",
    "f2",
    "ctrl+l",
    "ctrl+o",
    "/",
    "n",
    "r",
    "e",
    "x",
    "g",
    "q",
    "?",
];

/// Whatever hands, a mouse and a window send: a frame is drawn after each, and what it shows is
/// harmless.
pub(crate) fn keymap(data: &[u8]) {
    let guide = Arc::clone(&SAMPLE);
    let start = Start {
        texts: Texts::new(if data.first().is_some_and(|byte| byte % 2 == 1) { "zh" } else { "en" }),
        theme: Theme { color: true, ascii: false },
        guide: Some(Arc::clone(&guide)),
        loader: Box::new(move || guide),
        mouse: true,
        zone: TimeZone::UTC,
        shop: ShopStart {
            shop: Shop::default(),
            profile: Box::new(|_| (tilldoc::profile::Profile::default(), None)),
            trouble: None,
            setup: false,
            now: time(0),
        },
        trainer: Trainer::default(),
        first: First::Home,
        tree: false,
        watch: None,
    };
    let (width, height) = (80, 24);
    let mut app = App::new(start, Size { width, height });
    let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("never fails");
    let mut bytes = data.iter().copied();
    let mut second = 0;
    while let Some(byte) = bytes.next() {
        second += 1;
        let next = |bytes: &mut dyn Iterator<Item = u8>| bytes.next().unwrap_or(0);
        let input = match byte {
            0..=0xBF => Input::Key(Key::parse(KEYS[usize::from(byte % 32)]).expect("a key")),
            0xC0..=0xCF => {
                let size = (u16::from(next(&mut bytes)) + 1, u16::from(next(&mut bytes)) / 2 + 1);
                terminal.backend_mut().resize(size.0, size.1);
                Input::Resize(size.0, size.1)
            }
            0xD0..=0xDF => Input::Click(u16::from(next(&mut bytes)), u16::from(next(&mut bytes))),
            0xE0..=0xE7 => Input::Wheel(i16::from(next(&mut bytes)) - 128),
            0xE8..=0xEF => {
                let length = usize::from(next(&mut bytes));
                let pasted: Vec<u8> = bytes.by_ref().take(length).collect();
                Input::Paste(text(&pasted))
            }
            _ => {
                let c =
                    char::from_u32(u32::from(next(&mut bytes)) << 8 | u32::from(next(&mut bytes)));
                Input::Key(Key {
                    code: ratatui::crossterm::event::KeyCode::Char(c.unwrap_or('余')),
                    ctrl: byte % 2 == 1,
                })
            }
        };
        if let Some(command) = app.command(input) {
            let _ = app.update(command, time(second));
        }
        let mut shown = None;
        let mut look = |frame: &mut Frame| {
            shown = Some(app.render(frame));
            window(frame.buffer_mut());
        };
        terminal.draw(&mut look).expect("never fails");
        app.shown(shown.expect("it was drawn"));
    }
}

/// Whatever is typed is found or not: never more than was asked for, always the same, and each leads
/// somewhere.
pub(crate) fn lookup(data: &[u8]) {
    let typed = text(data);
    let found = CATALOGUE.find(&SAMPLE, &typed, 9);
    assert!(found.len() <= 9);
    for own in &found {
        assert!(own.go(&SAMPLE).is_none_or(|to| SAMPLE.node(&to.id).is_some()));
    }
    let names = |found: &[tilldoc::lookup::Found<'_>]| {
        found.iter().map(tilldoc::lookup::Found::entry).collect::<Vec<_>>()
    };
    assert_eq!(names(&CATALOGUE.find(&SAMPLE, &typed, 9)), names(&found));
    let fewer = CATALOGUE.find(&SAMPLE, &typed, 3);
    assert_eq!(names(&fewer), names(&found[..found.len().min(3)]), "{typed:?}");
}
