//! One TOML file that is no guide's, read with the same care: every mistake at once, each with its
//! place.

use super::{Sheet, Table, ids::Ids, place, starts, syntax};
use crate::guide::{Finding, Problem, rules::reading, text::TextBlock};
use toml::de::DeTable;

/// Reads a file whose root is a table of this name with these keys. Whatever is wrong in it, all
/// that can be read is read.
///
/// `read` gets the root; what a rule would say of a missing key is told when it returns.
pub(crate) fn read_alone<T>(
    source: &str,
    (name, keys): (&'static str, &'static [&'static str]),
    read: impl FnOnce(&mut Sheet<'_>, &mut Table<'_, '_>) -> T,
) -> (T, Vec<Finding>) {
    let mut findings = Vec::new();
    let mended;
    let (root, text, blanked) = if let Ok(root) = DeTable::parse(source) {
        (root, source, &[][..])
    } else {
        mended = syntax::mend(source);
        let (root, rest) = DeTable::parse_recoverable(&mended.text);
        let errors = mended.errors.iter().cloned();
        let errors = errors.chain(syntax::errors(&rest, &mended.text));
        findings.extend(errors.map(|(span, error)| {
            reading::TOML_SYNTAX.finding(place(0, span), Problem::Syntax(error))
        }));
        (root, mended.text.as_str(), mended.blanked.as_slice())
    };
    let first = starts(root.get_ref()).first().copied().unwrap_or(text.len());
    let (languages, ids, texts) = (&[], &mut Ids::default(), &mut TextBlock::default());
    let found = &mut findings;
    let mut sheet =
        Sheet { file: 0, base: 0, text, languages, blanked, ids, texts, findings: found };
    let mut root = Table::new(&mut sheet, name, keys, root.get_ref(), 0..0);
    root.note_blanked(&sheet, keys, first);
    let value = read(&mut sheet, &mut root);
    root.finish(&mut sheet);
    findings.sort_by_key(|finding| finding.place);
    (value, findings)
}
