//! Text in every language of a guide.

/// One language of one guide: an index into [`Guide::languages`](super::Guide::languages).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lang(pub usize);

/// A text in all languages of its guide, in the guide's order of languages.
///
/// The reader reports a missing language as a finding; a guide that runs has them all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(Box<[Box<str>]>);

impl Text {
    /// A text from its versions, in the guide's order of languages.
    pub fn new(versions: impl IntoIterator<Item = impl Into<Box<str>>>) -> Self {
        Self(versions.into_iter().map(Into::into).collect())
    }

    /// The version in `lang`, or the first that is not empty where that one is missing.
    pub fn get(&self, lang: Lang) -> &str {
        let own = self.0.get(lang.0).filter(|text| !text.is_empty());
        own.or_else(|| self.0.iter().find(|text| !text.is_empty())).map_or("", |text| text)
    }

    /// All versions, in the guide's order of languages.
    pub fn versions(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|text| &**text)
    }
}
