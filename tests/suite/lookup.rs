//! Looking up codes, messages and symptoms: what is found, and where Enter goes.

use crate::support::stage::{Stage, builtin_guide, small_guide};
use tilldoc::{
    guide::Guide,
    lookup::{Catalogue, Found},
    texts::Texts,
};

/// What a clerk types, and what must be found first: the code, or the id of the message or symptom.
const FIRST: [(&str, &str); 34] = [
    // Codes in every disguise.
    ("51", "51"),
    ("5 1", "51"),
    ("０51", "51"),
    ("５１", "51"),
    ("051", "51"),
    ("A0", "A0"),
    ("a0", "A0"),
    ("ａ０", "A0"),
    ("5", "05"),
    ("错误码51", "51"),
    ("代码 91", "91"),
    ("code 55", "55"),
    ("应答码：68", "68"),
    // Messages and symptoms, whole and in part.
    ("通讯失败", "message.comm-failed"),
    ("通讯失败!", "message.comm-failed"),
    ("communication failed", "message.comm-failed"),
    ("请签到", "message.sign-in"),
    ("paper out", "message.paper-out"),
    ("缺纸", "message.paper-out"),
    ("卡过期", "card-expired"),
    ("退款", "refund-wanted"),
    ("扣了两次", "charged-twice"),
    ("charged twice", "charged-twice"),
    // Slips of the fingers.
    ("comunication faild", "message.comm-failed"),
    ("通迅失败", "message.comm-failed"),
    ("tmie out", "timed-out"),
    // Pinyin: whole, in part, initials.
    ("tongxunshibai", "message.comm-failed"),
    ("tongxun shibai", "message.comm-failed"),
    ("txsb", "message.comm-failed"),
    ("chaoshi", "timed-out"),
    ("qingqiandao", "message.sign-in"),
    ("quezhi", "message.paper-out"),
    ("余额不足", "message.insufficient-funds"),
    ("诈骗", "stranger"),
];

/// What a clerk half remembers, and what must be among the first five.
const NEAR: [(&str, &str); 14] = [
    ("battery", "battery"),
    ("baterry", "battery"),
    ("冲政", "message.reversal-failed"),
    ("chongzheng", "message.reversal-failed"),
    ("没到账", "payout"),
    ("打不出", "printer"),
    ("黑屏", "blank"),
    ("死机", "frozen"),
    ("no signal", "message.signal-weak"),
    ("没电", "battery"),
    ("密码错", "pin"),
    ("wrong pin", "pin"),
    ("signal weak", "message.signal-weak"),
    ("闪退", "frozen"),
];

fn name(found: &Found) -> String {
    match found {
        Found::Code(code) => code.code.clone(),
        Found::UnsureCode(code) => format!("{code}?"),
        Found::Message(message) => message.id.to_string(),
        Found::Symptom(symptom) => symptom.id.to_string(),
    }
}

#[test]
fn the_best_match_comes_first() {
    let guide = builtin_guide();
    let catalogue = Catalogue::new(&guide);
    let mut wrong = Vec::new();
    for (typed, expected) in FIRST {
        let found: Vec<String> = catalogue.find(&guide, typed, 5).iter().map(name).collect();
        if found.first().map(String::as_str) != Some(expected) {
            wrong.push(format!("{typed}: {found:?}, not {expected}"));
        }
    }
    for (typed, expected) in NEAR {
        let found: Vec<String> = catalogue.find(&guide, typed, 5).iter().map(name).collect();
        if !found.iter().any(|own| own == expected) {
            wrong.push(format!("{typed}: {found:?} without {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Sentences in people's own words, in sets, with what is right for each: see the file.
const SENTENCES: &str = include_str!("lookup-queries.tsv");

/// How many of a set have what is right among their first three, in hundredths; prints the others.
#[expect(clippy::print_stdout, reason = "what is still missed is to be seen with --nocapture")]
fn share_found(catalogue: &Catalogue, guide: &Guide, set: &str) -> usize {
    let (mut all, mut hit) = (0, 0);
    for (typed, right) in set.lines().filter_map(|line| line.split_once('\t')) {
        let found: Vec<String> = catalogue.find(guide, typed, 10).iter().map(name).collect();
        let right: Vec<&str> = right.split('|').collect();
        let place = found.iter().position(|own| right.contains(&own.as_str()));
        all += 1;
        if place.is_some_and(|place| place < 3) {
            hit += 1;
        } else {
            let first = &found[..found.len().min(3)];
            println!("{typed}: {first:?}, not {right:?} ({place:?})");
        }
    }
    println!("{hit} of {all}");
    hit * 100 / all
}

#[test]
fn sentences_in_own_words_find_what_is_right_among_the_first_three() {
    let guide = builtin_guide();
    let catalogue = Catalogue::new(&guide);
    let (asked, held_back) = SENTENCES.split_once("# Held back").expect("two sets");
    let shares = [asked, held_back].map(|set| share_found(&catalogue, &guide, set));
    assert!(shares[0] >= 85 && shares[1] >= 84, "{shares:?} of a hundred are found");
}

#[test]
fn the_right_ones_of_the_sentences_exist() {
    let guide = builtin_guide();
    let symptoms = guide.symptoms.iter().map(|symptom| symptom.id.to_string());
    let messages = guide.messages.iter().map(|message| message.id.to_string());
    let codes = guide.codes.iter().map(|code| code.code.clone());
    let known: Vec<String> = symptoms.chain(messages).chain(codes).collect();
    let right = SENTENCES.lines().filter_map(|line| line.split_once('\t')).map(|(_, right)| right);
    for id in right.flat_map(|right| right.split('|')) {
        assert!(known.iter().any(|own| own == id), "{id}");
    }
}

#[test]
fn every_code_message_and_symptom_is_found_by_its_own_name_in_every_language() {
    let guide = builtin_guide();
    let catalogue = Catalogue::new(&guide);
    for code in &guide.codes {
        let found = catalogue.find(&guide, &code.code, 10);
        let here = |own: &Found| matches!(own, Found::Code(own) if own.place == code.place);
        assert!(found.iter().any(here), "{}", code.code);
        assert!(matches!(found[0], Found::Code(first) if first.code == code.code));
    }
    for message in &guide.messages {
        for text in message.say.versions().chain(message.words.iter().map(String::as_str)) {
            let found = catalogue.find(&guide, text, 10);
            let here = |own: &Found| matches!(own, Found::Message(own) if own.id == message.id);
            assert!(found.iter().any(here), "{}: {text}", message.id);
        }
    }
    for symptom in &guide.symptoms {
        for text in symptom.say.versions().chain(symptom.words.iter().map(String::as_str)) {
            let found = catalogue.find(&guide, text, 20);
            let here = |own: &Found| matches!(own, Found::Symptom(own) if own.id == symptom.id);
            assert!(found.iter().any(here), "{}: {text}", symptom.id);
        }
    }
}

#[test]
fn nonsense_finds_nothing() {
    let guide = builtin_guide();
    let catalogue = Catalogue::new(&guide);
    for typed in [
        "",
        "   ",
        "zzzzqq",
        "哈哈哈哈哈",
        "!!!",
        "\u{1b}[31m",
        "\u{200b}",
        "hello world",
        "where is the toilet",
        "to be or not to be that is the question",
        "cats and dogs",
        "asdf jkl qwer uiop",
        "我想吃饭",
        "明天会下雨吗",
        "今晚世界杯决赛",
        "白日依山尽黄河入海流",
    ] {
        let found: Vec<String> = catalogue.find(&guide, typed, 5).iter().map(name).collect();
        assert!(found.is_empty(), "{typed:?}: {found:?}");
    }
}

#[test]
fn a_code_with_two_meanings_has_both_and_the_way_on_for_who_cannot_tell() {
    let guide = small_guide();
    let found: Vec<String> =
        Catalogue::new(&guide).find(&guide, "79", 10).iter().map(name).collect();
    assert_eq!(found, ["79", "79", "79?"]);
    let screen = Stage::new().lang("en").play("/79<down>");
    assert!(screen.shows("79 (UnionPay)") && screen.shows("79 (Visa)"), "{}", screen.text());
    assert!(screen.shows("The front of the card says VISA."), "{}", screen.text());
    let unsure = Stage::new().lang("en").play("/79<down><down><enter>");
    assert!(unsure.shows("The cause can't be found here"), "{}", unsure.text());
}

#[test]
fn the_look_up_answers_as_one_types() {
    insta::assert_snapshot!("typed_zh", Stage::new().size(60, 20).play("/搜").text());
    let more = Stage::new().play("/搜不到<backspace><backspace><backspace>79").text();
    assert!(more.contains("79（银联）"), "{more}");
    let moved = Stage::new().lang("en").play("/79<down><down>x");
    assert!(!moved.shows("79 (UnionPay)"), "{}", moved.text());
}

#[test]
fn enter_begins_a_session_at_what_was_found() {
    let message = Stage::new().lang("en").play("/searching<enter>");
    insta::assert_snapshot!("message_en", message.text());
    let symptom = Stage::new().lang("en").play("/no network<enter>");
    assert!(symptom.shows("Can other devices"), "{}", symptom.text());
}

/// Who looks something up under way goes on from there, and what was answered before stays.
#[test]
fn enter_goes_on_with_the_session_under_way() {
    let played = Stage::new().lang("en").play("111/79<enter>r");
    assert!(played.shows("Your answers"), "{}", played.text());
    assert!(!played.shows("Start anew?"), "{}", played.text());
    let back = Stage::new().lang("en").play("111/79<enter><esc>");
    let before = Stage::new().lang("en").play("111");
    assert_eq!(back.text(), before.text());
}

#[test]
fn a_code_that_is_looked_up_where_a_code_is_asked_for_is_the_answer() {
    let direct = Stage::new().lang("en").play("12251<enter>");
    let looked_up = Stage::new().lang("en").play("122/51<enter>");
    assert_eq!(looked_up.text(), direct.text());
}

#[test]
fn no_match_says_what_to_do_next() {
    for lang in ["zh", "en"] {
        let texts = Texts::new(lang);
        let played = Stage::new().lang(lang).play("/qqqqqq");
        let next = tilldoc::tr!(texts, "lookup-pick");
        assert!(played.shows(&next), "{}", played.text());
        let picked = Stage::new().lang(lang).play("/qqqqqq<enter>");
        let title = tilldoc::tr!(texts, "picker-title");
        assert!(picked.shows(&title), "{}", picked.text());
    }
}
