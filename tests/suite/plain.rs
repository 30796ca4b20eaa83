//! `tilldoc plain`: scripts in, transcripts out.

use crate::{
    profile::{ONE, TWO, number, shop},
    support::stage,
};
use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use proptest::prelude::*;
use std::{
    cell::Cell,
    collections::BTreeMap,
    io::{self, Cursor, Write},
    path::PathBuf,
    sync::Arc,
};
use tilldoc::{
    guide::{Guide, SourceFile, read},
    plain::{Ending, Shell, Start, run},
    save::SaveError,
    session::{Outcome, Past, Shop},
    texts::Texts,
};

/// A shell whose files are kept in memory.
struct Memory {
    now: Cell<Timestamp>,
    files: BTreeMap<PathBuf, String>,
}

impl Memory {
    fn new() -> Self {
        let now = "2026-11-23T09:41:00Z".parse().expect("a time");
        Self { now: Cell::new(now), files: BTreeMap::new() }
    }
}

impl Shell for Memory {
    fn now(&self) -> Timestamp {
        let now = self.now.get();
        self.now.set(now + SignedDuration::from_secs(1));
        now
    }

    fn save(&mut self, path: &str, text: &str, overwrite: bool) -> Result<PathBuf, SaveError> {
        // Not `join`, which parts folders otherwise on Windows.
        let full = PathBuf::from(if path.starts_with('/') {
            path.to_owned()
        } else {
            format!("/shop/{path}")
        });
        if full.starts_with("/nowhere") {
            return Err(SaveError::NoFolder(PathBuf::from("/nowhere\u{1b}[1m")));
        }
        if !overwrite && self.files.contains_key(&full) {
            return Err(SaveError::Exists(full));
        }
        self.files.insert(full.clone(), text.to_owned());
        Ok(full)
    }
}

/// What a script led to.
struct Played {
    transcript: String,
    files: BTreeMap<PathBuf, String>,
    ending: Ending,
}

fn play_bytes(guide: Arc<Guide>, lang: &str, script: &[u8], echo: bool) -> Played {
    play_in(Shop::default(), guide, lang, script, echo)
}

fn play_in(shop: Shop, guide: Arc<Guide>, lang: &str, script: &[u8], echo: bool) -> Played {
    let mut shell = Memory::new();
    let mut output = Vec::new();
    let (texts, zone) = (Texts::new(lang), TimeZone::UTC);
    let start = Start { guide, texts, zone, echo, recorder: None, shop };
    let ending = run(start, Cursor::new(script), &mut output, &mut shell).expect("memory holds");
    let transcript = String::from_utf8(output).expect("text");
    Played { transcript, files: shell.files, ending }
}

/// Plays lines on the small guide.
fn play(lang: &str, lines: &[&str]) -> Played {
    play_bytes(stage::small_guide(), lang, (lines.join("\n") + "\n").as_bytes(), true)
}

/// Plays lines in both languages and compares the transcripts with those that were approved.
fn check(name: &str, lines: &[&str]) -> Played {
    let zh = play("zh", lines);
    insta::assert_snapshot!(format!("{name}_zh"), zh.transcript);
    let en = play("en", lines);
    insta::assert_snapshot!(format!("{name}_en"), en.transcript);
    en
}

#[test]
fn from_no_network_to_a_saved_summary() {
    let played =
        check("solved", &["1", "h", "2", "t 1", "t2,3", "t 3", "1", "e summary.txt", "q", "1"]);
    assert_eq!(played.ending, Ending { outcome: Outcome::Solved, remedy_shown: true });
    let summary = &played.files[&PathBuf::from("/shop/summary.txt")];
    assert!(summary.contains("No, none can"), "{summary}");
}

#[test]
fn a_remedy_that_fails_leads_on_to_support() {
    let played = check("escalated", &["1", "2", "2", "1", "n case 4711", "b", "2", "q"]);
    assert_eq!(played.ending.outcome, Outcome::Unfinished);
    assert!(played.ending.reached());
}

#[test]
fn every_kind_of_question() {
    check("ticks", &["5", "1,3", "1, 9", "3", "b", "２、１", "b", "u", "q"]);
    check("amount", &["3", "lots", "-5", "1.234", "１，０００。５０", "b", "500", "b", "u"]);
    check("code_asked", &["4", "abc", "x7", "b", "51", "b", "９ １", "b", "x", "b", "U", "3"]);
}

#[test]
fn answers_can_be_seen_and_changed() {
    check(
        "changed",
        &[
            "c 1", "7", "1", "1", "1", "500", "r", "c 9", "c 2", "b", "c3", "c 2", "h", "3", "r",
            "c2", "2", "r", "l", "q",
        ],
    );
}

#[test]
fn a_code_is_a_way_in() {
    check("code", &["code", "code 5", "code 77", "代码 ９１", "b", "CODE51", "g", "b", "q"]);
}

#[test]
fn notes_and_files() {
    let played = check(
        "kept",
        &[
            "n too early",
            "1",
            "n",
            "n 客人的卡 6222 0200 1234 5678 被拒",
            "e",
            "e summary",
            "e 小结.txt",
            "e \"小结.txt\"",
            "maybe",
            "l",
            "n",
            "e 小结.txt",
            "y",
            "e /nowhere/a.md",
            "e a.md",
            "e a.json",
            "n later",
            "q",
        ],
    );
    assert_eq!(played.files.len(), 3);
    assert!(played.files[&PathBuf::from("/shop/a.json")].starts_with('{'));
    assert!(!played.transcript.contains("0012345678") && !played.transcript.contains("0200 1234"));
}

#[test]
fn giving_up_says_whom_to_call() {
    let played = check("gave_up", &["g", "7", "g", "b", "g", "s", "b", "s", "1"]);
    assert_eq!(played.ending, Ending { outcome: Outcome::Unfinished, remedy_shown: false });
    assert!(!played.ending.reached());
}

#[test]
fn help_and_lines_that_mean_nothing() {
    check(
        "lost",
        &[
            "", "0", "99", "b", "r", "？", "1", "hello", "4", "t 1", "?", "2", "4", "t 9", "b 1",
            "h", "l",
        ],
    );
}

#[test]
fn a_code_of_several_schemes_asks_which() {
    let twin = r#"
[[code]]
code = "51"
scheme = "visa"
meaning = { zh = "另一种意思。", en = "Another meaning." }
action = { zh = "打电话。", en = "Call." }
who = "issuer"
retry = "after-fix"
go = "remedy.support"
"#;
    let small = [
        SourceFile::new("guide.toml", include_str!("../guides/small/guide.toml")),
        SourceFile::new("nodes.toml", include_str!("../guides/small/nodes.toml")),
        SourceFile::new("twin.toml", twin),
    ];
    let script = "code 51\n9\n?\nl\nb\ncode 51\n2\nb\n4\n51\nb\n51\n1\nb\n51\n3\nr\nq\n";
    let played = play_bytes(
        Arc::new(read(&small).into_guide().expect("it has no errors")),
        "en",
        script.as_bytes(),
        true,
    );
    insta::assert_snapshot!("schemes_en", played.transcript);
}

#[test]
fn looking_something_up_goes_on_from_there() {
    let script = ["/", "/ 哈哈", "/79", "9", "b", "／搜不到", "1", "/ 51", "1", "b", "r", "q"];
    insta::assert_snapshot!("lookup_zh", play("zh", &script).transcript);
}

#[test]
fn a_shop_with_several_terminals() {
    let notice = "[[notice]]\nuntil = 2026-11-24\nstep = \"network\"\n\
                  text = { zh = \"今天检修。\", en = \"Maintenance today.\" }\n";
    for lang in ["zh", "en"] {
        let shop = Shop { notices: stage::notices(notice), ..shop(TWO) };
        let script = "1\n9\n?\nl\nl\nb\n1\n2\n2\nb\nb\n1\nu\nr\nq\n";
        let played = play_in(shop, stage::small_guide(), lang, script.as_bytes(), true);
        insta::assert_snapshot!(format!("terminals_{lang}"), played.transcript);
    }
}

#[test]
fn a_remedy_that_is_reached_the_third_time_says_so() {
    let past = ["2026-11-01T01:00:00Z", "2026-11-20T01:00:00Z"].map(|at| Past {
        terminal: Some(number("12345678")),
        remedy: "remedy.router".into(),
        at: at.parse().expect("a time"),
    });
    for (lang, said) in [("zh", "30 天内第 3 次"), ("en", "3 times in 30 days")] {
        let shop = Shop { past: past.clone().into(), ..shop(ONE) };
        let played = play_in(shop, stage::small_guide(), lang, b"1\n2\nq\n", true);
        assert!(played.transcript.contains(said), "{}", played.transcript);
        assert!(played.transcript.contains("021-5555 1234"), "{}", played.transcript);
        assert!(played.transcript.contains("400-820-5555"), "{}", played.transcript);
    }
}

#[test]
fn what_the_profile_knows_is_not_asked_and_can_be_changed() {
    let guide = stage::builtin_guide();
    let at = guide.groups.iter().flat_map(|group| {
        guide.symptoms.iter().filter(|own| own.group.as_ref().is_some_and(|g| g.id == group.id))
    });
    let number = at.clone().position(|own| own.id == "no-network").expect("it is there") + 1;
    let script = format!("{number}\n1\nr\nc 2\n3\nr\nq\n");
    let played = play_in(shop(ONE), guide, "en", script.as_bytes(), true);
    let (asked, changed) = played.transcript.split_once("> c 2").expect("it was typed");
    assert!(asked.contains("From the shop details: “How does this terminal normally go online?”"));
    assert!(asked.contains("The shop's Wi-Fi (from the shop details)"), "{asked}");
    assert!(changed.contains("A network cable (changed)"), "{changed}");
}

#[test]
fn without_an_echo_a_typed_line_is_not_repeated() {
    let with = play("en", &["1", "q"]).transcript;
    let without = play_bytes(stage::small_guide(), "en", b"1\nq\n", false).transcript;
    assert_eq!(with.replace("> 1\n", "> ").replace("> q\n", "> "), without);
}

#[test]
fn the_help_names_every_command() {
    for lang in Texts::available() {
        let help = play(&lang, &["?"]).transcript;
        for key in ["b", "h", "u", "/", "r", "c 1", "n", "e", "t 1", "g", "s", "l", "?", "q"] {
            let told = help.lines().any(|line| line.starts_with(key));
            assert!(told, "{key} is missing in {lang}");
        }
    }
}

#[test]
fn a_flood_and_broken_bytes_do_no_harm() {
    let mut script = b"1\nn ".to_vec();
    script.resize(1_000_000, b'7');
    script.extend_from_slice(b"\n\xff\xfe\x00\x1b[2J\n2\n1\nq\n");
    let played = play_bytes(stage::small_guide(), "zh", &script, true);
    assert_eq!(played.ending.outcome, Outcome::Solved);
    assert!(played.transcript.len() < 10_000, "{}", played.transcript.len());
}

#[test]
fn a_closed_pipe_ends_it_quietly() {
    struct Closed(usize);
    impl Write for Closed {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let room = self.0.min(bytes.len());
            self.0 -= room;
            if room == 0 { Err(io::ErrorKind::BrokenPipe.into()) } else { Ok(room) }
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    for room in [0, 10, 1_000] {
        let start = Start {
            guide: stage::small_guide(),
            texts: Texts::new("en"),
            zone: TimeZone::UTC,
            echo: true,
            recorder: None,
            shop: Shop::default(),
        };
        let ending = run(start, Cursor::new("1\n2\n1\n"), Closed(room), &mut Memory::new());
        assert!(ending.is_ok(), "{ending:?}");
    }
}

/// Lines that people type, and some that nobody would.
fn line() -> impl Strategy<Value = String> {
    let usual = prop::sample::select(vec![
        "1",
        "2",
        "3",
        "4",
        "1,2",
        "u",
        "x",
        "b",
        "h",
        "r",
        "c 1",
        "c2",
        "n 卡号 6222020012345678",
        "e a.txt",
        "e b.md",
        "y",
        "n",
        "l",
        "g",
        "?",
        "s",
        "t 1",
        "t 2",
        "51",
        "91",
        "77",
        "500",
        "code 51",
        "5000",
        "",
    ]);
    prop_oneof![
        12 => usual.prop_map(str::to_owned),
        1 => any::<String>(),
        1 => "[ -~]{0,6}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_lines_are_taken(lines in prop::collection::vec(line(), 0..40), zh in any::<bool>()) {
        let script = lines.join("\n");
        let lang = if zh { "zh" } else { "en" };
        let played = play_bytes(stage::small_guide(), lang, script.as_bytes(), true);
        let steers = |c: char| c.is_control() && c != '\n';
        prop_assert!(!played.transcript.contains(steers));
        prop_assert!(!played.transcript.contains("6222020012345678"));
        prop_assert!(!played.transcript.contains("\n\n\n"));
    }

    #[test]
    fn any_bytes_are_taken(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let played = play_bytes(stage::small_guide(), "en", &bytes, true);
        let escape = '\u{1b}';
        prop_assert!(!played.transcript.contains(escape));
    }
}
