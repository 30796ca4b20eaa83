//! What was answered in a drill, in words of the guide.

use super::{Drill, written::in_words};
use crate::guide::{Lang, Move};

impl Drill {
    /// An answer to a question in words; nothing where it is none.
    pub fn move_words(&self, question: &str, given: &Move, lang: Lang) -> String {
        let question = self.guide.question(question);
        question.map_or_else(String::new, |own| in_words(&self.guide, own, given, lang))
    }
}
