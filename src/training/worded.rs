//! What was answered in a drill, in words of the guide.

use super::{Drill, written::in_words};
use crate::guide::{Lang, Move};

impl Drill {
    /// An answer to a question in words; nothing where it is none.
    pub fn move_words(&self, question: &str, given: &Move, lang: Lang) -> String {
        let question = self.guide.question(question);
        question.map_or_else(String::new, |own| in_words(&self.guide, own, given, lang))
    }

    /// An answer as a [`Marking`](super::Marking) writes it, in words; as it is written where the
    /// guide has none such.
    pub fn written_words(&self, question: &str, written: &str, lang: Lang) -> String {
        let node = self.guide.node(question);
        let given = node.and_then(|node| Move::at(&self.guide, node, written));
        let words = given.map(|own| self.move_words(question, &own, lang));
        words.filter(|words| !words.is_empty()).unwrap_or_else(|| written.to_owned())
    }
}
