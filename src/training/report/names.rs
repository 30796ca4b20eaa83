//! What stands in reports, in words of the guide.

use crate::{
    guide::{Guide, Id, Lang, Move, Node},
    texts::Texts,
    training::{Marked, written::in_words},
};

/// A guide and the language that it is told in.
pub(crate) struct Names<'w> {
    guide: &'w Guide,
    lang: Lang,
    /// The tag of that language.
    pub(crate) tag: &'w str,
}

impl<'w> Names<'w> {
    pub(crate) fn new(guide: &'w Guide, texts: &'w Texts) -> Self {
        let lang = guide.lang(texts);
        Self { guide, lang, tag: guide.languages.get(lang.0).map_or(texts.tag(), String::as_str) }
    }

    /// What a scenario is called: as the guide calls it now, else as it was called then.
    pub(crate) fn scenario(&self, marked: &Marked) -> String {
        let now = self.guide.scenario(&marked.scenario).map(|own| own.title.get(self.lang));
        let told = now.unwrap_or_else(|| marked.title.get(self.tag));
        if told.is_empty() { marked.scenario.to_string() } else { told.to_owned() }
    }

    /// The heading of a step.
    pub(crate) fn step(&self, id: &Id) -> String {
        self.guide.step(id).map_or(id.as_str(), |step| step.title.get(self.lang)).to_owned()
    }

    /// What a question asks.
    pub(crate) fn question(&self, id: &Id) -> String {
        self.guide.question(id).map_or(id.as_str(), |own| own.ask.get(self.lang)).to_owned()
    }

    /// What was answered to a question, as a path case writes it.
    pub(crate) fn answer(&self, question: &Id, given: &str) -> String {
        let words = || {
            let node = self.guide.node(question)?;
            let Node::Question(question) = node else { return None };
            let given = Move::at(self.guide, node, given)?;
            Some(in_words(self.guide, question, &given, self.lang))
        };
        words().filter(|words| !words.is_empty()).unwrap_or_else(|| given.to_owned())
    }
}
