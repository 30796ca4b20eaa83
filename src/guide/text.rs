//! Text in every language of a guide.

use std::sync::{Arc, OnceLock};

/// One language of one guide: an index into [`Guide::languages`](super::Guide::languages).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lang(pub usize);

/// A text in all languages of its guide, in the guide's order of languages.
///
/// The reader reports a missing language as a finding; a guide that runs has them all. Cloning is cheap.
#[derive(Clone, Default)]
pub struct Text {
    /// Where it stands, with those that were read with it; an empty one stands nowhere.
    block: Option<Block>,
    /// The first byte of all its versions, and the one behind them.
    from: u32,
    to: u32,
}

/// Texts that were read together, once all of them are: a large guide has a million, and one piece of memory
/// each would cost more time than all its rules.
type Block = Arc<OnceLock<Box<str>>>;

/// What parts the versions. No version has it: the reader refuses control characters, and
/// [`TextBlock::text`] takes them out of its way.
const END: char = '\0';

impl Text {
    /// A text from its versions, in the guide's order of languages.
    pub fn new(versions: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        TextBlock::default().text(versions)
    }

    /// The version in `lang`, or the first that is not empty where that one is missing.
    pub fn get(&self, lang: Lang) -> &str {
        let own = self.versions().nth(lang.0).filter(|text| !text.is_empty());
        own.or_else(|| self.versions().find(|text| !text.is_empty())).unwrap_or_default()
    }

    /// All versions, in the guide's order of languages.
    pub fn versions(&self) -> impl Iterator<Item = &str> {
        // A text without versions has none, not one that is empty; so has one whose only version is
        // empty, which says as little.
        let all = self.all();
        (!all.is_empty()).then(|| all.split(END)).into_iter().flatten()
    }

    /// All versions at once, with something between them that no text has.
    pub(super) fn all(&self) -> &str {
        let block = self.block.as_ref().and_then(|block| block.get());
        block.and_then(|all| all.get(self.from as usize..self.to as usize)).unwrap_or_default()
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.all() == other.all()
    }
}

impl Eq for Text {}

impl std::fmt::Debug for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.versions()).finish()
    }
}

/// Texts under way. They can be read when this goes out of scope, and are empty before.
#[derive(Debug, Default)]
pub(crate) struct TextBlock {
    written: String,
    block: Block,
}

impl TextBlock {
    /// A text from its versions, in the guide's order of languages.
    pub(super) fn text(&mut self, versions: impl IntoIterator<Item = impl AsRef<str>>) -> Text {
        let from = self.written.len();
        for (at, version) in versions.into_iter().enumerate() {
            if at > 0 {
                self.written.push(END);
            }
            let version = version.as_ref();
            if version.contains(END) {
                self.written.extend(version.chars().map(|c| if c == END { '\u{FFFD}' } else { c }));
            } else {
                self.written += version;
            }
        }
        if self.written.len() == from {
            return Text::default();
        }
        let block = Some(Arc::clone(&self.block));
        Text { block, from: from as u32, to: self.written.len() as u32 }
    }
}

impl Drop for TextBlock {
    fn drop(&mut self) {
        let written = std::mem::take(&mut self.written);
        // Nobody else sets it.
        let _ = self.block.set(written.into_boxed_str());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_were_read_together_stay_apart() {
        let mut block = TextBlock::default();
        let texts = [vec!["停机", "down"], vec![], vec!["", "b\0"], vec!["停机", "down"]];
        let texts = texts.map(|versions| block.text(versions));
        drop(block);
        let versions = texts.each_ref().map(|text| text.versions().collect::<Vec<_>>());
        assert_eq!(versions[0], ["停机", "down"]);
        assert!(versions[1].is_empty());
        assert_eq!(versions[2], ["", "b\u{FFFD}"]);
        assert_eq!(texts[2].get(Lang(0)), "b\u{FFFD}");
        assert_eq!(texts[0], texts[3]);
        assert_eq!(texts[1], Text::default());
        assert_ne!(texts[0], Text::new(["停机"]));
        assert_eq!(texts[0], Text::new(["停机", "down"]));
    }
}
