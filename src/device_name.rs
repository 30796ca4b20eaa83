//! Names that Windows takes for a device, whatever folder they stand in.

/// Whether Windows takes a file's name for a device.
///
/// What counts is the part before the first dot or colon, without blanks at its end, in upper or lower
/// case; the digits may be raised ones. See "Naming Files, Paths, and Namespaces" in Microsoft's
/// documentation.
pub(crate) fn is_device(name: &str) -> bool {
    let stem = name.split(['.', ':']).next().unwrap_or_default().trim_end().to_lowercase();
    let numbered = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    matches!(&*stem, "con" | "prn" | "aux" | "nul" | "conin$" | "conout$")
        || numbered.is_some_and(|digit| {
            matches!(digit, "\u{b9}" | "\u{b2}" | "\u{b3}")
                || digit.len() == 1 && digit.as_bytes()[0].is_ascii_digit()
        })
}

#[cfg(test)]
mod tests {
    use super::is_device;

    #[test]
    fn a_device_is_known_with_any_ending() {
        for device in ["NUL", "con", "CON.txt", "aux.md", "Com1", "com9.html", "LPT\u{b9}.json"] {
            assert!(is_device(device), "{device}");
        }
        for device in ["nul .txt", "prn.", "nul:", "CONOUT$", "com0", "nul.a.b"] {
            assert!(is_device(device), "{device}");
        }
        for fine in ["console.txt", "null", "com10", "a.con", "lptx", "comma.md", "nul-1.txt", ""] {
            assert!(!is_device(fine), "{fine}");
        }
    }
}
