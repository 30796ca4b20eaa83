//! The texts that the executable carries, packed by `build.rs`.

use miniz_oxide::inflate::decompress_to_vec;
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

/// The text of a packed file.
pub(crate) fn unpack_text(packed: &[u8]) -> String {
    let text = decompress_to_vec(packed).unwrap_or_default();
    String::from_utf8(text).unwrap_or_default()
}

/// The texts of a packed folder. What our own build packed can be unpacked: a test does it.
pub(crate) fn unpack(packed: &[u8]) -> Texts {
    let json = decompress_to_vec(packed).unwrap_or_default();
    serde_json::from_slice(&json).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{fs, path::Path};

    #[test]
    fn everything_comes_out_as_it_is_on_disk() {
        let folders = [
            (GUIDE, "content/pos"),
            (SCENARIOS, "content/scenarios"),
            (NEW_GUIDE, "content/new-guide"),
            (CASES, "tests/guide-cases"),
        ];
        for (packed, folder) in folders {
            let texts = unpack(packed);
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
