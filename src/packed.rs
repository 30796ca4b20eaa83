//! The texts that the executable carries, packed by `build.rs`.

use miniz_oxide::inflate::decompress_slice_iter_to_slice;
use std::collections::BTreeMap;

/// Texts by their paths below their folder, with `/` between its parts.
pub(crate) type Texts = BTreeMap<String, String>;

/// The files of the built-in guide.
pub(crate) const GUIDE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/guide"));
/// The scenarios of the built-in guide.
pub(crate) const SCENARIOS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/scenarios"));
/// The files of the guide that an author begins with.
pub(crate) const NEW_GUIDE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/new-guide"));
/// The bad and good cases of the rules.
pub(crate) const CASES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/cases"));

/// What is said of the rules.
pub(crate) const RULES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rules"));
/// The list of advice that is forbidden.
pub(crate) const ADVICE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/advice"));

/// What is still to be read of what is packed.
struct Packed<'a>(&'a [u8]);

impl<'a> Packed<'a> {
    fn bytes(&mut self, count: usize) -> Option<&'a [u8]> {
        let (bytes, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(bytes)
    }

    fn number(&mut self) -> Option<usize> {
        let bytes = self.bytes(4)?.try_into().ok()?;
        usize::try_from(u32::from_le_bytes(bytes)).ok()
    }

    /// A text, in no more room than it needs.
    fn text(&mut self) -> Option<String> {
        let (length, packed) = (self.number()?, self.number()?);
        let mut text = vec![0; length];
        let packed = self.bytes(packed)?;
        let all = decompress_slice_iter_to_slice(&mut text, std::iter::once(packed), false, false);
        (all == Ok(length)).then_some(())?;
        String::from_utf8(text).ok()
    }

    /// A name, and its text as it is packed.
    fn named(&mut self) -> Option<(&'a str, &'a [u8])> {
        let length = self.number()?;
        let name = str::from_utf8(self.bytes(length)?).ok()?;
        let from = self.0;
        let (_, packed) = (self.number()?, self.number()?);
        self.bytes(packed)?;
        Some((name, &from[..from.len() - self.0.len()]))
    }
}

/// The text of a packed file.
pub(crate) fn unpack_text(packed: &[u8]) -> String {
    Packed(packed).text().unwrap_or_default()
}

/// What the guide has: the path of each text, and the text for [`unpack_text`].
pub(crate) fn entries(packed: &[u8]) -> impl Iterator<Item = (&str, &[u8])> {
    let mut packed = Packed(packed);
    std::iter::from_fn(move || packed.named())
}

/// The texts of another packed folder. What our own build packed can be unpacked: a test does it.
pub(crate) fn unpack(packed: &[u8]) -> Texts {
    let all = unpack_text(packed);
    let mut parts = all.split('\0');
    let pair = || Some((parts.next()?.to_owned(), parts.next()?.to_owned()));
    std::iter::from_fn(pair).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{fs, path::Path};

    #[test]
    fn everything_comes_out_as_it_is_on_disk() {
        let guide = entries(GUIDE).map(|(path, text)| (path.to_owned(), unpack_text(text)));
        let folders = [
            (guide.collect(), "content/pos"),
            (unpack(SCENARIOS), "content/scenarios"),
            (unpack(NEW_GUIDE), "content/new-guide"),
            (unpack(CASES), "tests/guide-cases"),
        ];
        for (texts, folder) in folders {
            assert!(texts.len() > 3, "{folder}");
            for (path, text) in texts {
                let there = fs::read_to_string(Path::new(folder).join(&path)).expect("a file");
                assert_eq!(text, there, "{folder}/{path}");
            }
        }
        for (packed, path) in
            [(RULES, "assets/rules.toml"), (ADVICE, "content/forbidden-advice.toml")]
        {
            assert_eq!(unpack_text(packed), fs::read_to_string(path).expect("a file"), "{path}");
        }
    }
}
