//! QR codes as they are drawn, read again by a reader.

use crate::{
    export::eventful,
    profile::{TWO, number, shop},
    support::moves::{BUILTIN, entries, fitting, time},
    support::zone,
};
use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    sync::Arc,
};
use tilldoc::{
    guide::{Id, Response},
    session::{
        Entry, Event, Place, Session, SessionCode, Verdict,
        export::{Format, Summary, brief},
        qr::{Drawing, Ink, Qr},
    },
    texts::Texts,
};

/// Pixels on a side of a module.
const PIXELS: usize = 5;

/// The modules that drawn rows show, whatever window they stand in: a light ground all around.
fn modules(rows: &[String], drawing: Drawing, ink: Ink) -> Vec<Vec<bool>> {
    let dark = |drawn: bool| drawn == (ink == Ink::Dark);
    let halves = |c: char| match c {
        '█' => (true, true),
        '▀' => (true, false),
        '▄' => (false, true),
        ' ' => (false, false),
        other => panic!("{other:?} is no half block"),
    };
    match drawing {
        Drawing::HalfBlocks => rows
            .iter()
            .flat_map(|row| {
                let upper = row.chars().map(|c| dark(halves(c).0)).collect();
                let lower = row.chars().map(|c| dark(halves(c).1)).collect();
                [upper, lower]
            })
            .collect(),
        Drawing::Ascii => {
            let pairs = |row: &String| {
                let bytes = row.as_bytes().chunks(2);
                bytes.map(|pair| dark(pair == b"##")).collect()
            };
            rows.iter().map(pairs).collect()
        }
    }
}

/// What a reader sees in drawn rows.
pub(crate) fn scanned(rows: &[String], drawing: Drawing, ink: Ink) -> String {
    let modules = modules(rows, drawing, ink);
    let (width, height) = (modules[0].len(), modules.len());
    let dark = |x: usize, y: usize| modules[y / PIXELS][x / PIXELS];
    let mut image = rqrr::PreparedImage::prepare_from_bitmap(width * PIXELS, height * PIXELS, dark);
    let found = image.detect_grids();
    let [code] = found.as_slice() else { panic!("{} codes in\n{}", found.len(), rows.join("\n")) };
    code.decode().expect("it can be read").1
}

/// A session that ended at a remedy after a response code, with a note.
fn declined() -> Session {
    let entry = Entry::Code { code: "91".to_owned(), scheme: "unionpay".to_owned() };
    let mut session =
        Session::start(Arc::clone(&BUILTIN), entry, time(1_795_400_000)).expect("it starts");
    while let Place::Question(question) = session.place() {
        let first = Response::Answer(question.answers[0].id.clone());
        session.answer(first, time(1_795_400_060)).expect("it fits");
    }
    session.note("客人说昨天在别家店能刷。", time(1_795_400_100)).expect("noted");
    session
}

fn lines(session: &Session, tag: &str) -> Vec<String> {
    brief(session, &Texts::new(tag), &zone())
}

#[test]
fn what_is_drawn_is_read_again() {
    for session in [declined(), eventful()] {
        for tag in ["zh", "en"] {
            let lines = lines(&session, tag);
            let mut lengths = Vec::new();
            for (columns, rows) in [(60, 20), (80, 24), (120, 40), (300, 100)] {
                for drawing in [Drawing::HalfBlocks, Drawing::Ascii] {
                    let Some(code) = Qr::fit(&lines, columns, rows, drawing) else {
                        assert!(drawing == Drawing::Ascii && rows < 40, "{columns}x{rows}");
                        continue;
                    };
                    for ink in [Ink::Dark, Ink::Light] {
                        let drawn = code.rows(drawing, ink);
                        assert!(drawn.len() <= rows, "{} rows in {rows}", drawn.len());
                        let widest = drawn.iter().map(|row| row.chars().count()).max();
                        assert!(widest <= Some(columns), "{widest:?} columns in {columns}");
                        assert_eq!(scanned(&drawn, drawing, ink), code.text());
                    }
                    if drawing == Drawing::HalfBlocks {
                        lengths.push(code.text().len());
                        assert_eq!(code.is_whole(), code.text() == lines.join("\n"));
                    }
                }
            }
            assert!(lengths.is_sorted(), "a larger window says more: {lengths:?}");
            assert_eq!(lengths.last(), Some(&lines.join("\n").len()), "at last everything");
        }
    }
}

#[test]
fn a_small_window_says_what_matters() {
    let session = declined();
    let code = SessionCode::of(&session).to_string();
    for (tag, response) in [("zh", "代码 91"), ("en", "Code 91")] {
        let lang = BUILTIN.lang(&Texts::new(tag));
        let cause = session.remedy().expect("it has come to one").cause.get(lang);
        let began = "11-23 10:13";
        for (columns, rows) in [(80, 24), (120, 40)] {
            let qr = Qr::fit(&lines(&session, tag), columns, rows, Drawing::HalfBlocks);
            let text = qr.expect("it fits").text().to_owned();
            for part in [began, response, &code, cause] {
                assert!(text.contains(part), "{columns}x{rows}: no {part} in {text}");
            }
        }
        let smallest = Qr::fit(&lines(&session, tag), 60, 20, Drawing::HalfBlocks);
        let text = smallest.expect("it fits").text().to_owned();
        for part in [began, response, &code] {
            assert!(text.contains(part), "60x20: no {part} in {text}");
        }
    }
}

/// A session at each remedy of the built-in guide.
fn at_every_remedy() -> BTreeMap<Id, Session> {
    let start = |entry| Session::start(Arc::clone(&BUILTIN), entry, time(0)).expect("it starts");
    let mut next: VecDeque<Session> = entries(&BUILTIN).into_iter().map(start).collect();
    let (mut seen, mut found) = (BTreeSet::new(), BTreeMap::new());
    while let Some(session) = next.pop_front() {
        match session.place() {
            Place::Question(question) if seen.insert(question.id.clone()) => {
                for response in fitting(&BUILTIN, question) {
                    let mut on = session.clone();
                    on.answer(response, time(1)).expect("it fits");
                    next.push_back(on);
                }
            }
            Place::Remedy(remedy) if seen.insert(remedy.id.clone()) => {
                found.insert(remedy.id.clone(), session.clone());
                let mut on = session.clone();
                let remedy = remedy.id.clone();
                on.act(Event::Tried { remedy, verdict: Verdict::Failed }, time(1)).expect("there");
                next.push_back(on);
            }
            _ => {}
        }
    }
    found
}

#[test]
fn at_80x24_every_cause_of_the_guide_is_whole() {
    let sessions = at_every_remedy();
    assert!(sessions.len() > 200, "only {} remedies", sessions.len());
    for tag in ["zh", "en"] {
        let lang = BUILTIN.lang(&Texts::new(tag));
        let cause =
            |session: &Session| session.remedy().expect("at one").cause.get(lang).to_owned();
        let mut sessions: Vec<&Session> = sessions.values().collect();
        sessions.sort_by_key(|session| cause(session).len());
        for session in sessions.iter().rev().take(40) {
            let code = Qr::fit(&lines(session, tag), 80, 24, Drawing::HalfBlocks);
            let (code, cause) = (code.expect("it fits"), cause(session));
            assert!(code.text().contains(&cause), "{cause} is cut: {}", code.text());
        }
    }
}

#[test]
fn at_80x24_the_shop_the_terminal_and_the_cause_are_there_whatever_the_shop_is_called() {
    for name in ["好又多超市", "好又多超市（人民路与幸福路路口总店一层收银台）"]
    {
        let toml = TWO.replace("幸福路便利店", name);
        let mut session = declined().in_shop(shop(&toml));
        let terminal = Event::Terminal { number: Some(number("12345678")) };
        session.act(terminal, time(1_795_400_120)).expect("it can be told");
        for tag in ["zh", "en"] {
            let code = Qr::fit(&lines(&session, tag), 80, 24, Drawing::HalfBlocks);
            let drawn = code.expect("it fits").rows(Drawing::HalfBlocks, Ink::Dark);
            let said = scanned(&drawn, Drawing::HalfBlocks, Ink::Dark);
            let own = SessionCode::of(&session).to_string();
            let lang = BUILTIN.lang(&Texts::new(tag));
            let cause = session.remedy().expect("at one").cause.get(lang);
            let begins = |text: &str, most| text.chars().take(most).collect::<String>();
            for part in
                [&*begins(name, 13), "12345678", "11-23 10:13", "91", &own, &begins(cause, 8)]
            {
                assert!(said.contains(part), "{name} {tag}: no {part} in {said}");
            }
        }
        let all = lines(&session, "zh").join("\n");
        assert!(all.contains(name) && all.contains("1号收银台"), "at last all of it: {all}");
    }
}

#[test]
fn lines_are_those_of_the_summary() {
    let session = eventful();
    insta::assert_snapshot!(lines(&session, "zh").join("\n"));
    // Nothing of the text summary is missing but its head.
    let texts = Texts::new("zh");
    let text = Summary::new(&session, &texts, &zone(), "0.0.0").write(Format::Text, &texts);
    let lines = lines(&session, "zh");
    let after_head = text.split("\n\n").skip(2).flat_map(str::lines).map(str::trim);
    for line in after_head.filter(|line| !line.is_empty()) {
        assert!(lines.iter().any(|own| own == line), "{line}");
    }
}

#[test]
fn before_a_cause_is_found_the_question_stands_there() {
    let entry = Entry::CheckEverything;
    let session = Session::start(Arc::clone(&BUILTIN), entry, time(0)).expect("it starts");
    let Place::Question(question) = session.place() else { panic!("it asks") };
    let asked = question.ask.get(BUILTIN.lang(&Texts::new("zh")));
    assert!(lines(&session, "zh").iter().any(|line| line == asked));
}

#[test]
fn no_window_is_too_small_or_text_too_long_to_be_refused() {
    let long = vec!["停机".repeat(3_000)];
    for (columns, rows) in
        [(0, 0), (1, 1), (25, 12), (25, 13), (26, 13), (400, 200), (1_000, 1_000)]
    {
        for lines in [&[][..], &[String::new()], &["a".to_owned()], &long] {
            for drawing in [Drawing::HalfBlocks, Drawing::Ascii] {
                if let Some(code) = Qr::fit(lines, columns, rows, drawing) {
                    let drawn = code.rows(drawing, Ink::Dark);
                    assert!(drawn.len() <= rows && !code.text().is_empty());
                    assert_eq!(scanned(&drawn, drawing, Ink::Dark), code.text());
                }
            }
        }
    }
    let cut = Qr::fit(&long, 80, 24, Drawing::HalfBlocks).expect("some of it");
    assert!(!cut.is_whole() && cut.text().ends_with('…'), "{}", cut.text());
}

#[test]
fn a_verdict_is_in_it_where_there_is_room() {
    let mut session = declined();
    let Place::Remedy(remedy) = session.place() else { panic!("a remedy") };
    let tried = Event::Tried { remedy: remedy.id.clone(), verdict: Verdict::CantTry };
    session.act(tried, time(1_795_400_200)).expect("at hand");
    let code = Qr::fit(&lines(&session, "zh"), 200, 60, Drawing::HalfBlocks).expect("it fits");
    assert!(
        code.text().contains("客人说昨天") && code.text().contains("未完成"),
        "{}",
        code.text()
    );
}
