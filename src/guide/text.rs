//! Text in every language of a guide.

/// One language of one guide: an index into [`Guide::languages`](super::Guide::languages).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lang(pub usize);

/// A text in all languages of its guide, in the guide's order of languages.
///
/// The reader reports a missing language as a finding; a guide that runs has them all.
///
/// All versions stand in one piece of memory: a guide has tens of thousands of texts.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Text(Box<str>);

/// What parts the versions. No version has it: the reader refuses control characters, and
/// [`Text::new`] takes them out of its way.
const END: char = '\0';

impl Text {
    /// A text from its versions, in the guide's order of languages.
    pub fn new<V>(versions: V) -> Self
    where
        V: IntoIterator<Item: AsRef<str>, IntoIter: Clone>,
    {
        let versions = versions.into_iter();
        // As long as it will be, so that nothing is copied once more.
        let length = versions.clone().map(|version| version.as_ref().len() + END.len_utf8());
        let mut all = String::with_capacity(length.sum::<usize>().saturating_sub(END.len_utf8()));
        for (at, version) in versions.enumerate() {
            if at > 0 {
                all.push(END);
            }
            let version = version.as_ref();
            if version.contains(END) {
                all.extend(version.chars().map(|c| if c == END { '\u{FFFD}' } else { c }));
            } else {
                all += version;
            }
        }
        Self(all.into_boxed_str())
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
        let any = !self.0.is_empty();
        any.then(|| self.0.split(END)).into_iter().flatten()
    }

    /// All versions at once, with something between them that no text has.
    pub(super) fn all(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.versions()).finish()
    }
}
