//! What must not be advised: the list of `content/forbidden-advice.toml`, and where a text breaks it.

use super::passages::Passage;
use regex::Regex;
use serde::Deserialize;
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::{self, Display, Formatter},
    fs,
    ops::Range,
};

/// The file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct List {
    pub(crate) language: BTreeMap<String, GrammarSource>,
    pub(crate) forbidden: Vec<Item>,
    pub(crate) exception: Vec<Exception>,
}

/// How sentences of one language forbid something.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct GrammarSource {
    /// Where a sentence ends.
    pub(crate) sentence: String,
    /// What a "do not" never reaches over.
    pub(crate) hard: String,
    /// What it reaches over only in a list.
    pub(crate) soft: Option<String>,
    /// What makes a list of what stands between two hard ones.
    pub(crate) list: Option<String>,
    /// A "do not" within the forbidden words: "keep no card".
    pub(crate) inner: Option<String>,
    /// A "do not", as it stands before the forbidden words.
    pub(crate) negated: Vec<String>,
    /// What only looks like one.
    pub(crate) not_negated: Vec<String>,
    /// What asks whether a condition holds, and so is none.
    pub(crate) asked: Vec<String>,
}

/// Something that must not be advised.
#[derive(Deserialize)]
pub(crate) struct Item {
    pub(crate) id: String,
    pub(crate) what: BTreeMap<String, String>,
    /// By the language: its words. By `unless_`, `earlier_`, `bad_`, `good_` and the language: the
    /// conditions, the steps before, the sentences to catch and those to pass.
    #[serde(flatten)]
    pub(crate) lists: BTreeMap<String, Vec<String>>,
}

impl Item {
    /// What it says in one language.
    pub(crate) fn rule(&self, lang: &str) -> Rule {
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
    pub(crate) fn check(&self, languages: &BTreeSet<String>) {
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
pub(crate) struct Exception {
    /// The item.
    pub(crate) forbidden: String,
    /// Whose text it is.
    pub(crate) node: String,
    /// A piece of the sentence with the words in it, by the language.
    pub(crate) text: BTreeMap<String, String>,
    pub(crate) reason: String,
}

impl Exception {
    /// Whether it names this breach: the forbidden words stand in its piece of the sentence.
    pub(crate) fn covers(&self, breach: &Breach) -> bool {
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
pub(crate) struct Rule {
    pub(crate) id: String,
    pub(crate) lang: String,
    pub(crate) words: Vec<Regex>,
    /// All the words at once, as most texts have none of them.
    pub(crate) any: Regex,
    pub(crate) unless: Vec<Regex>,
    pub(crate) earlier: Vec<Regex>,
    pub(crate) bad: Vec<String>,
    pub(crate) good: Vec<String>,
}

impl Rule {
    /// Where its words stand in a sentence.
    pub(crate) fn places(&self, sentence: &str) -> Vec<Range<usize>> {
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
pub(crate) struct Grammar {
    pub(crate) sentence: Regex,
    pub(crate) hard: Regex,
    pub(crate) soft: Option<Regex>,
    pub(crate) list: Option<Regex>,
    pub(crate) inner: Option<Regex>,
    pub(crate) negated: Vec<Regex>,
    pub(crate) not_negated: Vec<Regex>,
    pub(crate) asked: Vec<Regex>,
}

impl Grammar {
    pub(crate) fn new(source: &GrammarSource) -> Self {
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
    pub(crate) fn sentences(&self, text: &str) -> Vec<Range<usize>> {
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
    pub(crate) fn is_negated(&self, sentence: &str, said: &Range<usize>) -> bool {
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
pub(crate) struct Said {
    pub(crate) sentence: Range<usize>,
    /// The words, in the sentence.
    pub(crate) words: Range<usize>,
    /// The text up to the end of the sentence, without what only asks.
    pub(crate) up_to_here: String,
    /// What the same remedy tells to do before it.
    pub(crate) earlier: String,
    /// Whether it stands under what never to do.
    pub(crate) warning: bool,
}

impl Said {
    /// Whether a condition, or something done before, makes it right.
    pub(crate) fn is_safe(&self, rule: &Rule) -> bool {
        !self.warning
            && (rule.unless.iter().any(|own| own.is_match(&self.up_to_here))
                || rule.earlier.iter().any(|own| own.is_match(&self.earlier)))
    }
}

/// A text with forbidden words.
pub(crate) struct Breach {
    pub(crate) rule: &'static Rule,
    pub(crate) passage: Passage,
    pub(crate) said: Said,
}

impl Display for Breach {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Passage { node, field, text, .. } = &self.passage;
        let said = &text.to_lowercase()[self.said.sentence.clone()][self.said.words.clone()];
        write!(f, "{}: {node}, {field}: {text}  [{said}]", self.rule)
    }
}

/// A bad sentence in every language, with the id of its item.
pub(crate) type BadSentence<'a> = (&'a str, BTreeMap<&'a str, &'a str>);

/// The whole list, ready to be used.
pub(crate) struct Advice {
    pub(crate) grammars: BTreeMap<String, Grammar>,
    pub(crate) rules: Vec<Rule>,
    pub(crate) exceptions: Vec<Exception>,
}

impl Advice {
    pub(crate) fn load() -> Self {
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
    pub(crate) fn breaches(&'static self, passages: &[Passage]) -> Vec<Breach> {
        passages.iter().flat_map(|passage| self.breaches_in(passage)).collect()
    }

    pub(crate) fn breaches_in(&'static self, passage: &Passage) -> Vec<Breach> {
        let rules = self.rules.iter().filter(|rule| rule.lang == passage.lang);
        let of_rule = |rule: &'static Rule| {
            let advised = self.said(rule, passage).into_iter().filter(|own| !own.is_safe(rule));
            advised.map(|said| Breach { rule, passage: passage.clone(), said }).collect::<Vec<_>>()
        };
        rules.flat_map(of_rule).collect()
    }

    /// Where a text says something without forbidding it, be it safe or not.
    pub(crate) fn said(&self, rule: &Rule, passage: &Passage) -> Vec<Said> {
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
    pub(crate) fn excuse<'b>(&self, breach: &'b Breach) -> Option<(usize, &'b String)> {
        let at = self.exceptions.iter().position(|own| own.covers(breach))?;
        Some((at, &breach.passage.lang))
    }

    /// Whether a rule alone objects to a text.
    pub(crate) fn is_caught(&self, rule: &Rule, text: &str) -> bool {
        self.said(rule, &Passage::alone(&rule.lang, text)).iter().any(|said| !said.is_safe(rule))
    }

    /// Bad sentences side by side in all languages, with the id of their item, until each was there.
    pub(crate) fn bad_sentences(&self) -> Vec<BadSentence<'_>> {
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
pub(crate) fn innermost(words: &Regex, sentence: &str) -> Vec<Range<usize>> {
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
pub(crate) fn without(patterns: &[Regex], text: &str) -> String {
    let blank = |text: String, own: &Regex| own.replace_all(&text, "…").into_owned();
    patterns.iter().fold(text.to_owned(), blank)
}

/// Patterns as they are written, `\b` meaning the bounds of words in plain letters: those of all
/// alphabets would need tables that nothing here needs.
pub(crate) fn regex(pattern: &str) -> Regex {
    let pattern = pattern.replace(r"\b", r"(?-u:\b)");
    Regex::new(&pattern).unwrap_or_else(|error| panic!("{error}"))
}

pub(crate) fn regexes(patterns: &[String]) -> Vec<Regex> {
    patterns.iter().map(|pattern| regex(pattern)).collect()
}
