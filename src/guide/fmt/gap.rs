//! What stands between the parts of a file: comments and empty lines.

/// What comes before the first comment, or before the part itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    /// No empty line.
    None,
    /// An empty line where there were some.
    Keep,
    /// An empty line.
    Blank,
}

/// The lines before a part: its comments, and one empty line where there were several.
pub(super) fn gap(raw: &str, lead: Lead, indent: usize) -> String {
    // What stands behind the last line break is the indent of the part itself.
    let lines = raw.rsplit_once('\n').map_or("", |(lines, _)| lines);
    let own: Vec<&str> = if raw.contains('\n') { lines.split('\n').collect() } else { Vec::new() };
    lay(own.into_iter(), lead, indent)
}

/// Lines laid out: see [`gap`].
pub(super) fn lay<'l>(lines: impl Iterator<Item = &'l str>, lead: Lead, indent: usize) -> String {
    let mut out = String::new();
    let mut blank = false;
    let mut begun = false;
    for line in lines.map(str::trim) {
        if line.is_empty() {
            blank = true;
            continue;
        }
        let wanted = if begun { blank } else { lead == Lead::Blank || blank && lead == Lead::Keep };
        if wanted {
            out.push('\n');
        }
        out.push_str(&"  ".repeat(indent));
        out.push_str(line);
        out.push('\n');
        (blank, begun) = (false, true);
    }
    let wanted = if begun { blank } else { lead == Lead::Blank || blank && lead == Lead::Keep };
    if wanted {
        out.push('\n');
    }
    out
}

/// A comment behind something in its line, one blank before it.
pub(super) fn side(raw: &str) -> String {
    match raw.trim() {
        "" => String::new(),
        comment => [" ", comment].concat(),
    }
}
