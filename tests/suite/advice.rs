//! No text advises what `content/forbidden-advice.toml` forbids: every text that tells somebody to
//! do something is matched against it, in every language. Such words may stand only in a sentence
//! that forbids them, beside a condition that makes them safe, or as an exception listed there.

use crate::support::{
    passages::{guide_passages, wording},
    stage::builtin_guide,
};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
    fmt::Display,
    sync::{Arc, LazyLock},
};
use tilldoc::guide::{
    Guide, Node, Place, Remedy, SourceFile,
    advice::{Advice, Breach, Said, Spoken},
    builtin_advice, builtin_sources, read,
};

static ADVICE: LazyLock<Advice> = LazyLock::new(Advice::builtin);
static GUIDE: LazyLock<Arc<Guide>> = LazyLock::new(builtin_guide);
/// Every text that tells somebody to do something.
static PASSAGES: LazyLock<Vec<Spoken>> = LazyLock::new(|| {
    let mut all = guide_passages(&GUIDE);
    all.extend(ADVICE.grammars.keys().flat_map(|lang| wording(lang)));
    all
});
/// What is found in them before exceptions are made.
static FOUND: LazyLock<Vec<Breach<'static>>> = LazyLock::new(|| breaches(&PASSAGES));

fn breaches(passages: &[Spoken]) -> Vec<Breach<'static>> {
    passages.iter().flat_map(|own| ADVICE.breaches(own)).collect()
}

/// A breach as a person reads it.
fn told(breach: &Breach<'_>) -> String {
    let Spoken { node, key, text, .. } = &breach.spoken;
    format!("{}: {node}, {key}: {text}  [{}]", breach.item, breach.words())
}

/// A bad sentence in every language, with the id of its item.
type BadSentence<'a> = (&'a str, BTreeMap<&'a str, &'a str>);

/// Bad sentences side by side in all languages, with the id of their item, until each was there.
fn bad_sentences() -> Vec<BadSentence<'static>> {
    let mut all = Vec::new();
    for item in ADVICE.items.chunks(ADVICE.grammars.len()) {
        let most = item.iter().map(|rule| rule.bad.len()).max().unwrap_or_default();
        all.extend((0..most).map(|at| {
            let texts = item.iter().map(|rule| (&*rule.lang, &*rule.bad[at % rule.bad.len()]));
            (&*item[0].id, texts.collect())
        }));
    }
    all
}

#[test]
fn the_list_has_no_mistakes() {
    let listed = Advice::read(&builtin_advice().text, 0);
    assert!(listed.problems.is_empty(), "{:?}", listed.problems);
    let mut ids: Vec<_> = ADVICE.items.iter().map(|item| (&item.id, &item.lang)).collect();
    ids.sort_unstable();
    let all = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), all, "an id is there twice");
    for item in &ADVICE.items {
        assert!(!item.what.is_empty(), "{item} does not say what it forbids");
    }
}

#[test]
fn no_text_gives_forbidden_advice() {
    let left: Vec<String> =
        FOUND.iter().filter(|own| ADVICE.excuse(own).is_none()).map(told).collect();
    assert!(left.is_empty(), "{} in all\n{}", left.len(), lines(&left));
}

#[test]
fn every_exception_is_needed_and_has_a_reason() {
    let used: BTreeSet<_> =
        FOUND.iter().filter_map(|own| Some((ADVICE.excuse(own)?, &own.spoken.lang))).collect();
    let mut idle = Vec::new();
    for (at, exception) in ADVICE.exceptions.iter().enumerate() {
        assert!(exception.reason.chars().count() >= 10, "{exception} has no reason");
        assert!(!exception.text.is_empty(), "{exception} names no text");
        let unused = exception.text.iter().filter(|(lang, _)| !used.contains(&(at, lang)));
        idle.extend(unused.map(|(_, piece)| format!("{exception}: {piece}")));
    }
    assert!(idle.is_empty(), "nothing needs these exceptions:\n{}", lines(&idle));
}

#[test]
fn each_item_catches_its_bad_sentences_and_passes_its_good_ones() {
    let mut wrong = Vec::new();
    for rule in &ADVICE.items {
        assert!(!rule.bad.is_empty() && !rule.good.is_empty(), "{rule} lacks sentences");
        let missed = rule.bad.iter().filter(|text| !ADVICE.catches(rule, text));
        wrong.extend(missed.map(|text| format!("{rule} misses: {text}")));
        let blamed = rule.good.iter().filter(|text| ADVICE.catches(rule, text));
        wrong.extend(blamed.map(|text| format!("{rule} blames: {text}")));
        // A good sentence without the words of the item would show nothing.
        let idle = rule.good.iter().filter(|text| rule.places(&text.to_lowercase()).is_empty());
        wrong.extend(idle.map(|text| format!("{rule} has no words in: {text}")));
    }
    assert!(wrong.is_empty(), "{}", lines(&wrong));
}

#[test]
fn each_pattern_catches_a_bad_sentence() {
    let mut idle = Vec::new();
    for rule in &ADVICE.items {
        let grammar = &ADVICE.grammars[&rule.lang];
        let bad = rule.bad.iter().flat_map(|text| {
            let text = text.to_lowercase();
            grammar.sentences(&text).into_iter().map(move |own| text[own].to_owned())
        });
        let bad: Vec<String> = bad.collect();
        let unseen = rule.words.iter().filter(|own| !bad.iter().any(|text| own.is_match(text)));
        idle.extend(unseen.map(|words| format!("{rule}: {words}")));
    }
    assert!(idle.is_empty(), "no bad sentence shows what these are for:\n{}", lines(&idle));
}

#[test]
fn each_condition_is_needed() {
    let mut idle = Vec::new();
    for rule in &ADVICE.items {
        let good = rule.good.iter().map(|text| Spoken {
            key: "action",
            lang: rule.lang.clone(),
            text: text.clone(),
            ..Spoken::default()
        });
        let texts = PASSAGES.iter().filter(|own| own.lang == rule.lang).cloned().chain(good);
        let said: Vec<Said> = texts.flat_map(|passage| ADVICE.said(rule, &passage)).collect();
        let unless =
            rule.unless.iter().filter(|own| said.iter().all(|s| !own.is_match(&s.up_to_here)));
        idle.extend(unless.map(|own| format!("{rule} unless: {own}")));
        let earlier =
            rule.earlier.iter().filter(|own| said.iter().all(|s| !own.is_match(&s.earlier)));
        idle.extend(earlier.map(|own| format!("{rule} earlier: {own}")));
    }
    assert!(idle.is_empty(), "no text needs these conditions:\n{}", lines(&idle));
}

#[test]
fn a_bad_sentence_in_a_remedy_is_found() {
    let remedies: Vec<&Remedy> = GUIDE.nodes.iter().filter_map(remedy).collect();
    for bad in bad_sentences().chunks(remedies.len()) {
        let guide = read(&planted(&remedies, bad)).into_guide().expect("it has no errors");
        let found = breaches(&guide_passages(&guide));
        for (remedy, (id, texts)) in remedies.iter().zip(bad) {
            for text in texts.values() {
                let is_it = |own: &&Breach<'_>| {
                    own.item.id == *id
                        && own.spoken.node == remedy.id.as_str()
                        && own.spoken.text == *text
                };
                let breach = found.iter().find(is_it);
                let open = breach.is_some_and(|breach| ADVICE.excuse(breach).is_none());
                assert!(open, "{id} is not found in {}: {text}", remedy.id);
            }
        }
    }
}

/// The guide's source with a bad sentence in each language as the first action of each remedy.
fn planted(remedies: &[&Remedy], bad: &[BadSentence<'_>]) -> Vec<SourceFile> {
    let mut places: Vec<_> = remedies.iter().map(|own| own.actions[0].place).zip(bad).collect();
    // From the last one back, so that the places before it stay right.
    places.sort_by_key(|(place, _)| Reverse(*place));
    let mut files = builtin_sources();
    for (place, (_, texts)) in places {
        for (lang, text) in texts {
            plant(&mut files, place, lang, text);
        }
    }
    files
}

/// Puts other words into an action of the guide's source.
fn plant(files: &mut [SourceFile], action: Place, lang: &str, words: &str) {
    assert!(!words.contains(['"', '\\']), "this can't be written between quotes: {words}");
    let text = files[action.file as usize].text.to_mut();
    let opening = format!("{lang} = \"");
    let key = text[action.start as usize..].find(&opening).expect("an action in this language");
    let start = action.start as usize + key + opening.len();
    let length = text[start..].find('"').expect("the end of a text");
    text.replace_range(start..start + length, words);
}

/// One a line.
fn lines(items: &[impl Display]) -> String {
    items.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// A node that is a remedy.
fn remedy(node: &Node) -> Option<&Remedy> {
    match node {
        Node::Remedy(remedy) => Some(remedy),
        Node::Question(_) => None,
    }
}
