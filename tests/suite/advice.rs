//! No text advises what `content/forbidden-advice.toml` forbids: every text that tells somebody to
//! do something is matched against it, in every language. Such words may stand only in a sentence
//! that forbids them, beside a condition that makes them safe, or as an exception listed there.

use crate::support::stage::builtin_guide;
use regex::Regex;
use serde::Deserialize;
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
    fmt::{self, Display, Formatter},
    fs,
    ops::Range,
    sync::{Arc, LazyLock},
};
use tilldoc::guide::{
    Guide, Node, Place, Question, Remedy, SourceFile, Text, builtin_sources, read,
};

static ADVICE: LazyLock<Advice> = LazyLock::new(Advice::load);
static GUIDE: LazyLock<Arc<Guide>> = LazyLock::new(builtin_guide);
/// Every text that tells somebody to do something.
static PASSAGES: LazyLock<Vec<Passage>> = LazyLock::new(|| {
    let mut all = guide_passages(&GUIDE);
    all.extend(ADVICE.grammars.keys().flat_map(|lang| wording(lang)));
    all
});
/// What is found in them before exceptions are made.
static FOUND: LazyLock<Vec<Breach>> = LazyLock::new(|| ADVICE.breaches(&PASSAGES));

#[test]
fn no_text_gives_forbidden_advice() {
    let left: Vec<&Breach> = FOUND.iter().filter(|own| ADVICE.excuse(own).is_none()).collect();
    assert!(left.is_empty(), "{} in all\n{}", left.len(), lines(&left));
}

#[test]
fn every_exception_is_needed_and_has_a_reason() {
    let used: BTreeSet<_> = FOUND.iter().filter_map(|own| ADVICE.excuse(own)).collect();
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
    for rule in &ADVICE.rules {
        assert!(!rule.bad.is_empty() && !rule.good.is_empty(), "{rule} lacks sentences");
        let missed = rule.bad.iter().filter(|text| !ADVICE.is_caught(rule, text));
        wrong.extend(missed.map(|text| format!("{rule} misses: {text}")));
        let blamed = rule.good.iter().filter(|text| ADVICE.is_caught(rule, text));
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
    for rule in &ADVICE.rules {
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
    for rule in &ADVICE.rules {
        let good = rule.good.iter().map(|text| Passage::alone(&rule.lang, text));
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
    for bad in ADVICE.bad_sentences().chunks(remedies.len()) {
        let guide = read(&planted(&remedies, bad)).into_guide().expect("it has no errors");
        let found = ADVICE.breaches(&guide_passages(&guide));
        for (remedy, (id, texts)) in remedies.iter().zip(bad) {
            for text in texts.values() {
                let is_it = |own: &&Breach| {
                    own.rule.id == *id
                        && own.passage.node == *remedy.id
                        && own.passage.text == *text
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

// ---- the texts ----

/// A text that tells somebody to do something, in one language.
#[derive(Clone)]
struct Passage {
    /// Whose text it is: `remedy.x`, `code 51 unionpay`, `contact owner`, `tilldoc.ftl home-money`.
    node: String,
    field: &'static str,
    lang: String,
    text: String,
    /// What the same remedy tells to do before it.
    earlier: String,
}

impl Passage {
    /// A text of nobody.
    fn alone(lang: &str, text: &str) -> Self {
        Self {
            node: String::new(),
            field: "action",
            lang: lang.to_owned(),
            text: text.to_owned(),
            earlier: String::new(),
        }
    }
}

/// Gathers the texts of a guide.
struct Gatherer<'g> {
    guide: &'g Guide,
    passages: Vec<Passage>,
}

impl Gatherer<'_> {
    /// A text in every language.
    fn add(&mut self, node: &str, field: &'static str, text: &Text) {
        self.add_after(node, field, text, &[]);
    }

    /// A text in every language, after others of its remedy.
    fn add_after(&mut self, node: &str, field: &'static str, text: &Text, earlier: &[&Text]) {
        for (at, (lang, version)) in self.guide.languages.iter().zip(text.versions()).enumerate() {
            let before = earlier.iter().filter_map(|text| text.versions().nth(at));
            self.passages.push(Passage {
                node: node.to_owned(),
                field,
                lang: lang.clone(),
                text: version.to_owned(),
                earlier: before.collect::<Vec<_>>().join("\n").to_lowercase(),
            });
        }
    }

    fn question(&mut self, question: &Question) {
        self.add(&question.id, "ask", &question.ask);
        for (field, text) in [("how", &question.how), ("tell_customer", &question.tell_customer)] {
            if let Some(text) = text {
                self.add(&question.id, field, text);
            }
        }
    }

    fn remedy(&mut self, remedy: &Remedy) {
        let actions: Vec<&Text> = remedy.actions.iter().map(|action| &action.say).collect();
        for (at, action) in actions.iter().enumerate() {
            self.add_after(&remedy.id, "action", action, &actions[..at]);
        }
        for (field, text) in
            [("meanwhile", &remedy.meanwhile), ("tell_customer", &remedy.tell_customer)]
        {
            if let Some(text) = text {
                self.add_after(&remedy.id, field, text, &actions);
            }
        }
        for (field, texts) in [
            ("prevent", &remedy.prevent),
            ("tell_support", &remedy.tell_support),
            ("never", &remedy.never),
        ] {
            for text in texts {
                self.add(&remedy.id, field, text);
            }
        }
    }
}

/// Every text of a guide that tells somebody to do something, and what it tells never to do.
fn guide_passages(guide: &Guide) -> Vec<Passage> {
    let mut all = Gatherer { guide, passages: Vec::new() };
    for node in &guide.nodes {
        match node {
            Node::Question(question) => all.question(question),
            Node::Remedy(remedy) => all.remedy(remedy),
        }
    }
    for code in &guide.codes {
        all.add(&format!("code {} {}", code.code, code.scheme.id), "action", &code.action);
    }
    for message in &guide.messages {
        all.add(&message.id, "action", &message.action);
    }
    for contact in &guide.contacts {
        all.add(&format!("contact {}", contact.id), "where", &contact.place_of_number);
    }
    for scheme in &guide.schemes {
        all.add(&format!("scheme {}", scheme.id), "how", &scheme.how);
    }
    all.passages
}

/// The program's own texts in one language, each line of them.
fn wording(lang: &str) -> Vec<Passage> {
    let path = format!("assets/i18n/{lang}/tilldoc.ftl");
    let ftl = fs::read_to_string(path).expect("the texts of a language");
    let mut id = String::new();
    let mut passages = Vec::new();
    for line in ftl.lines().filter(|line| !line.starts_with('#')) {
        let named = line.split_once(" =").filter(|_| !line.starts_with(' '));
        if let Some((name, _)) = named {
            name.clone_into(&mut id);
        }
        passages.push(Passage {
            node: format!("tilldoc.ftl {id}"),
            field: "wording",
            lang: lang.to_owned(),
            text: named.map_or(line, |(_, text)| text).trim().to_owned(),
            earlier: String::new(),
        });
    }
    passages
}

// ---- what is forbidden ----

/// The file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    language: BTreeMap<String, GrammarSource>,
    forbidden: Vec<Item>,
    exception: Vec<Exception>,
}

/// How sentences of one language forbid something.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GrammarSource {
    /// Where a sentence ends.
    sentence: String,
    /// What a "do not" never reaches over.
    hard: String,
    /// What it reaches over only in a list.
    soft: Option<String>,
    /// What makes a list of what stands between two hard ones.
    list: Option<String>,
    /// A "do not" within the forbidden words: "keep no card".
    inner: Option<String>,
    /// A "do not", as it stands before the forbidden words.
    negated: Vec<String>,
    /// What only looks like one.
    not_negated: Vec<String>,
    /// What asks whether a condition holds, and so is none.
    asked: Vec<String>,
}

/// Something that must not be advised.
#[derive(Deserialize)]
struct Item {
    id: String,
    what: BTreeMap<String, String>,
    /// By the language: its words. By `unless_`, `earlier_`, `bad_`, `good_` and the language: the
    /// conditions, the steps before, the sentences to catch and those to pass.
    #[serde(flatten)]
    lists: BTreeMap<String, Vec<String>>,
}

impl Item {
    /// What it says in one language.
    fn rule(&self, lang: &str) -> Rule {
        let list = |what: &str| self.lists.get(&format!("{what}{lang}")).cloned();
        Rule {
            id: self.id.clone(),
            lang: lang.to_owned(),
            words: regexes(&list("").unwrap_or_default()),
            any: regex(&list("").unwrap_or_default().join("|")),
            unless: regexes(&list("unless_").unwrap_or_default()),
            earlier: regexes(&list("earlier_").unwrap_or_default()),
            bad: list("bad_").unwrap_or_default(),
            good: list("good_").unwrap_or_default(),
        }
    }

    /// Asserts that nothing in it is misspelt or missing.
    fn check(&self, languages: &BTreeSet<String>) {
        let langs: BTreeSet<String> = self.what.keys().cloned().collect();
        assert_eq!(&langs, languages, "{}: what it is", self.id);
        for key in self.lists.keys() {
            let (what, lang) = key.rsplit_once('_').unwrap_or(("", key));
            let known = ["", "unless", "earlier", "bad", "good"].contains(&what);
            assert!(known && languages.contains(lang), "{}: {key}", self.id);
        }
    }
}

/// A text where forbidden words are right.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Exception {
    /// The item.
    forbidden: String,
    /// Whose text it is.
    node: String,
    /// A piece of the sentence with the words in it, by the language.
    text: BTreeMap<String, String>,
    reason: String,
}

impl Exception {
    /// Whether it names this breach: the forbidden words stand in its piece of the sentence.
    fn covers(&self, breach: &Breach) -> bool {
        let sentence = &breach.passage.text.to_lowercase()[breach.said.sentence.clone()];
        let said = &breach.said.words;
        let Some(piece) = self.text.get(&breach.passage.lang) else { return false };
        let piece = piece.to_lowercase();
        self.forbidden == breach.rule.id
            && self.node == breach.passage.node
            && sentence
                .match_indices(&piece)
                .any(|(start, piece)| start <= said.start && said.end <= start + piece.len())
    }
}

impl Display for Exception {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "exception for {} in {}", self.forbidden, self.node)
    }
}

/// One item in one language.
struct Rule {
    id: String,
    lang: String,
    words: Vec<Regex>,
    /// All the words at once, as most texts have none of them.
    any: Regex,
    unless: Vec<Regex>,
    earlier: Vec<Regex>,
    bad: Vec<String>,
    good: Vec<String>,
}

impl Rule {
    /// Where its words stand in a sentence.
    fn places(&self, sentence: &str) -> Vec<Range<usize>> {
        if !self.any.is_match(sentence) {
            return Vec::new();
        }
        self.words.iter().flat_map(|words| innermost(words, sentence)).collect()
    }
}

impl Display for Rule {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.id, self.lang)
    }
}

/// How a language forbids, ready to be used.
struct Grammar {
    sentence: Regex,
    hard: Regex,
    soft: Option<Regex>,
    list: Option<Regex>,
    inner: Option<Regex>,
    negated: Vec<Regex>,
    not_negated: Vec<Regex>,
    asked: Vec<Regex>,
}

impl Grammar {
    fn new(source: &GrammarSource) -> Self {
        Self {
            sentence: regex(&source.sentence),
            hard: regex(&source.hard),
            soft: source.soft.as_deref().map(regex),
            list: source.list.as_deref().map(regex),
            inner: source.inner.as_deref().map(regex),
            negated: regexes(&source.negated),
            not_negated: regexes(&source.not_negated),
            asked: regexes(&source.asked),
        }
    }

    /// Where the sentences of a text are.
    fn sentences(&self, text: &str) -> Vec<Range<usize>> {
        let mut start = 0;
        let mut all = Vec::new();
        for end in self.sentence.find_iter(text) {
            all.push(start..end.start());
            start = end.end();
        }
        all.push(start..text.len());
        all
    }

    /// Whether a sentence forbids what is said in it: whether there is a "do not" before it in its
    /// clause or its list, or within it.
    fn is_negated(&self, sentence: &str, said: &Range<usize>) -> bool {
        let at = said.start;
        let start = self.hard.find_iter(&sentence[..at]).last().map_or(0, |end| end.end());
        let end = self.hard.find(&sentence[at..]).map_or(sentence.len(), |end| at + end.start());
        let comma = self.soft.as_ref().and_then(|own| own.find_iter(&sentence[start..at]).last());
        let clause = comma.map_or(start, |comma| start + comma.end());
        let matches =
            |own: &Option<Regex>, text| own.as_ref().is_some_and(|own| own.is_match(text));
        let in_list = matches(&self.list, &sentence[clause..end]);
        let before = &sentence[if in_list { start } else { clause }..at];
        let before = without(&self.not_negated, before);
        self.negated.iter().any(|own| own.is_match(&before))
            || matches(&self.inner, &sentence[said.clone()])
    }
}

/// A place where a text says something.
struct Said {
    sentence: Range<usize>,
    /// The words, in the sentence.
    words: Range<usize>,
    /// The text up to the end of the sentence, without what only asks.
    up_to_here: String,
    /// What the same remedy tells to do before it.
    earlier: String,
    /// Whether it stands under what never to do.
    warning: bool,
}

impl Said {
    /// Whether a condition, or something done before, makes it right.
    fn is_safe(&self, rule: &Rule) -> bool {
        !self.warning
            && (rule.unless.iter().any(|own| own.is_match(&self.up_to_here))
                || rule.earlier.iter().any(|own| own.is_match(&self.earlier)))
    }
}

/// A text with forbidden words.
struct Breach {
    rule: &'static Rule,
    passage: Passage,
    said: Said,
}

impl Display for Breach {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Passage { node, field, text, .. } = &self.passage;
        let said = &text.to_lowercase()[self.said.sentence.clone()][self.said.words.clone()];
        write!(f, "{}: {node}, {field}: {text}  [{said}]", self.rule)
    }
}

/// A bad sentence in every language, with the id of its item.
type BadSentence<'a> = (&'a str, BTreeMap<&'a str, &'a str>);

/// The whole list, ready to be used.
struct Advice {
    grammars: BTreeMap<String, Grammar>,
    rules: Vec<Rule>,
    exceptions: Vec<Exception>,
}

impl Advice {
    fn load() -> Self {
        let text = fs::read_to_string("content/forbidden-advice.toml").expect("the list");
        let list: List = toml::from_str(&text).expect("the list is TOML with the keys named here");
        let languages: BTreeSet<String> = list.language.keys().cloned().collect();
        let mut rules = Vec::new();
        for item in &list.forbidden {
            item.check(&languages);
            rules.extend(languages.iter().map(|lang| item.rule(lang)));
        }
        let ids: BTreeSet<_> = list.forbidden.iter().map(|item| &item.id).collect();
        assert_eq!(ids.len(), list.forbidden.len(), "an id is there twice");
        let grammars = list.language.iter();
        let grammars = grammars.map(|(lang, own)| (lang.clone(), Grammar::new(own))).collect();
        Self { grammars, rules, exceptions: list.exception }
    }

    /// What is forbidden in these texts, exceptions not yet made.
    fn breaches(&'static self, passages: &[Passage]) -> Vec<Breach> {
        passages.iter().flat_map(|passage| self.breaches_in(passage)).collect()
    }

    fn breaches_in(&'static self, passage: &Passage) -> Vec<Breach> {
        let rules = self.rules.iter().filter(|rule| rule.lang == passage.lang);
        let of_rule = |rule: &'static Rule| {
            let advised = self.said(rule, passage).into_iter().filter(|own| !own.is_safe(rule));
            advised.map(|said| Breach { rule, passage: passage.clone(), said }).collect::<Vec<_>>()
        };
        rules.flat_map(of_rule).collect()
    }

    /// Where a text says something without forbidding it, be it safe or not.
    fn said(&self, rule: &Rule, passage: &Passage) -> Vec<Said> {
        let text = passage.text.to_lowercase();
        let grammar = &self.grammars[&passage.lang];
        let mut all = Vec::new();
        for sentence in grammar.sentences(&text) {
            let mut places = rule.places(&text[sentence.clone()]);
            places.retain(|words| !grammar.is_negated(&text[sentence.clone()], words));
            all.extend(places.into_iter().map(|words| Said {
                sentence: sentence.clone(),
                words,
                up_to_here: without(&grammar.asked, &text[..sentence.end]),
                earlier: passage.earlier.clone(),
                warning: passage.field == "never",
            }));
        }
        all
    }

    /// The exception that is made for a breach: which one, and its language.
    fn excuse<'b>(&self, breach: &'b Breach) -> Option<(usize, &'b String)> {
        let at = self.exceptions.iter().position(|own| own.covers(breach))?;
        Some((at, &breach.passage.lang))
    }

    /// Whether a rule alone objects to a text.
    fn is_caught(&self, rule: &Rule, text: &str) -> bool {
        self.said(rule, &Passage::alone(&rule.lang, text)).iter().any(|said| !said.is_safe(rule))
    }

    /// Bad sentences side by side in all languages, with the id of their item, until each was there.
    fn bad_sentences(&self) -> Vec<BadSentence<'_>> {
        let mut all = Vec::new();
        for item in self.rules.chunks(self.grammars.len()) {
            let most = item.iter().map(|rule| rule.bad.len()).max().unwrap_or_default();
            all.extend((0..most).map(|at| {
                let texts = item.iter().map(|rule| (&*rule.lang, &*rule.bad[at % rule.bad.len()]));
                (&*item[0].id, texts.collect())
            }));
        }
        all
    }
}

/// Where words stand, each time as late as they can begin: "take the card and run it again" is said
/// of "run it again", so that what stands before it can forbid it.
fn innermost(words: &Regex, sentence: &str) -> Vec<Range<usize>> {
    let place = |from| {
        let found = words.captures_at(sentence, from)?;
        let whole = found.get(0)?.range();
        Some((found.get(1).map_or(whole.clone(), |group| group.range()), whole))
    };
    let after = |at: usize| at + sentence[at..].chars().next().map_or(1, char::len_utf8);
    let mut all = Vec::new();
    let mut from = 0;
    while let Some((mut said, mut whole)) = place(from).filter(|_| from <= sentence.len()) {
        from = whole.end.max(after(whole.start));
        while let Some((later, inner)) =
            place(after(whole.start)).filter(|(_, own)| own.end == whole.end)
        {
            (said, whole) = (later, inner);
        }
        all.push(said);
    }
    all
}

/// A text with something in the place of what matches.
fn without(patterns: &[Regex], text: &str) -> String {
    let blank = |text: String, own: &Regex| own.replace_all(&text, "…").into_owned();
    patterns.iter().fold(text.to_owned(), blank)
}

/// Patterns as they are written, `\b` meaning the bounds of words in plain letters: those of all
/// alphabets would need tables that nothing here needs.
fn regex(pattern: &str) -> Regex {
    let pattern = pattern.replace(r"\b", r"(?-u:\b)");
    Regex::new(&pattern).unwrap_or_else(|error| panic!("{error}"))
}

fn regexes(patterns: &[String]) -> Vec<Regex> {
    patterns.iter().map(|pattern| regex(pattern)).collect()
}
